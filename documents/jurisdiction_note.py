"""The jurisdiction note (bevoegdheidsnota): to the magistrate, where a file belongs, by which rules, and what is not known."""

from datetime import date

import msgspec


class Row(msgspec.Struct, frozen=True, kw_only=True):
    """A row of a table of the note; None = not reported."""


class Place(Row, frozen=True, kw_only=True):
    id: str
    role: str | None
    description: str | None


class Offence(Row, frozen=True, kw_only=True):
    number: int
    title: str | None
    #: `van 26 mei 2023 tot en met 27 mei 2023`, never more exact than the report.
    period: str | None
    #: Id of its own place.
    place: str | None
    #: Ids of its suspects; empty = all.
    persons: tuple[str, ...]
    #: Poging, the tie with port crime as reported, the note of the report.
    details: tuple[str, ...]


class Person(Row, frozen=True, kw_only=True):
    id: str
    #: `verdachte 1`
    designation: str
    #: None = identity not known.
    name: str | None
    details: tuple[str, ...]


class Track(Row, frozen=True, kw_only=True):
    title: str
    persons: tuple[str, ...]
    #: Titles; None = still to be decided.
    office: str | None
    court: str | None
    #: Why it has no court although nothing is left to decide: abroad, or the EPPO.
    no_court_because: str | None


class Ground(Row, frozen=True, kw_only=True):
    title: str
    supports: str
    #: Facts it rests on, as written in the report.
    facts: tuple[str, ...]
    article: str
    source: str
    confidence: str


class Rule(Row, frozen=True, kw_only=True):
    number: int
    question: str
    #: What it was tried on; None = the whole file.
    about: str | None
    #: voldaan, niet voldaan, niet te beantwoorden, opzijgezet
    answer: str
    because: str
    facts: tuple[str, ...]
    #: Citation, version and confidence of each item of law that was read.
    citations: tuple[str, ...]


class JurisdictionNote(msgspec.Struct, frozen=True, kw_only=True):
    office: str
    case_number: str
    notice_numbers: tuple[str, ...]
    #: Day, month or year in words; None = not reported, the day of entry counts.
    received_on: str | None
    registered_on: date
    #: None = not yet brought before a court.
    seised_on: str | None
    reported_by: str
    #: The office that leads the file already, where the report says so.
    lead_authority: str | None

    decided: bool
    decided_on: date
    #: One or two sentences: what was decided.
    conclusion: tuple[str, ...]
    scope: str
    port_area: str | None
    policy: str
    tracks: tuple[Track, ...]
    #: True where no statutory ground carries the court that the policy names.
    policy_alone: bool
    #: Who decided otherwise than the rules, and why; None = the rules decided.
    settled_because: str | None
    missing: tuple[str, ...]
    warnings: tuple[str, ...]

    summary: str | None
    places: tuple[Place, ...]
    offences: tuple[Offence, ...]
    persons: tuple[Person, ...]
    #: Seizures, containers and vessels, a line each.
    goods: tuple[str, ...]
    related_cases: tuple[str, ...]

    grounds: tuple[Ground, ...]
    rules: tuple[Rule, ...]
    law_digest: str
    engine_version: str


EXAMPLE = JurisdictionNote(
    office="Parket Antwerpen, havenprocureurs",
    case_number="HAV-2023-000042",
    notice_numbers=(),
    received_on="13 september 2023",
    registered_on=date(2023, 9, 14),
    seised_on=None,
    reported_by="Federale politie",
    lead_authority=None,
    decided=True,
    decided_on=date(2023, 9, 14),
    conclusion=(
        "Het dossier betreft havencriminaliteit in het havengebied Waasland.",
        "Voor één spoor is het parket of de rechtbank nog te bepalen.",
    ),
    scope="havencriminaliteit",
    port_area="Waaslandhaven (linkeroever)",
    policy="Stroomplan",
    tracks=(
        Track(
            title="gewoon spoor",
            persons=("s1", "s3"),
            office="Parket Antwerpen, havenprocureurs",
            court="Rechtbank van eerste aanleg Antwerpen, afdeling Antwerpen, correctionele rechtbank",
            no_court_because=None,
        ),
        Track(title="jeugdspoor", persons=("s2",), office=None, court=None, no_court_because=None),
    ),
    policy_alone=False,
    settled_because=None,
    missing=("de verblijfplaats van verdachte 2 (s2): zonder haar zijn parket en jeugdrechtbank van het jeugdspoor niet te bepalen",),
    warnings=("Van verdachte 1 (s1) is de leeftijd niet gekend: hij staat op het gewone spoor tot het tegendeel blijkt.",),
    summary=(
        "Verdachte container maandag afgehaald op kaai 1742 en naar een loods in de Drapstraat te Hamme gebracht; daar 2,76 ton cocaïne "
        "in jutezakken met koffie. Negen mannen en een jongen van 16 opgepakt, kort daarna een man van 29 uit Meise en de bestuurder "
        "van een heftruck (bericht spreekt van elf personen). Onderzoeksrechter: invoer in vereniging."
    ),
    places=(
        Place(id="p1", role="vindplaats", description="loods Drapstraat, Hamme; gemeente Hamme; België"),
        Place(id="p2", role="doorvoer", description="kaai 1742, haven van Antwerpen; België"),
    ),
    offences=(
        Offence(number=1, title="invoer van drugs", period="op 11 september 2023", place="p1", persons=(), details=()),
        Offence(number=2, title="drugsfeiten in vereniging", period="op 11 september 2023", place="p1", persons=(), details=()),
    ),
    persons=(
        Person(
            id="s1",
            designation="verdachte 1",
            name=None,
            details=("meerdere personen, aantal niet gekend", "aangehouden (voorlopige hechtenis)", "aangetroffen op p1"),
        ),
        Person(id="s2", designation="verdachte 2", name=None, details=("16 jaar op het ogenblik van de feiten", "aangetroffen op p1")),
        Person(
            id="s3",
            designation="verdachte 3",
            name=None,
            details=("29 jaar op het ogenblik van de feiten", "woont te Meise, België", "aangehouden (voorlopige hechtenis)"),
        ),
    ),
    goods=("drugs: cocaïne, 2.760 kg netto (p1)",),
    related_cases=(),
    grounds=(
        Ground(
            title="plaats van het misdrijf: vaart over de Schelde door het arrondissement Antwerpen",
            supports="arrondissement Antwerpen",
            facts=("feit 1: invoer van drugs", "plaats p2: kaai 1742"),
            article="art. 23, eerste lid, Sv.",
            source="https://www.ejustice.just.fgov.be/eli/loi/1808/11/17/1808111701/justel",
            confidence="waarschijnlijk",
        ),
    ),
    rules=(
        Rule(
            number=1,
            question="Ligt een plaats van het feit in een havengebied van het beleid?",
            about="feit 1",
            answer="voldaan",
            because="Kaai 1742 ligt in het Waasland.",
            facts=("plaats p2, kaai: 1742",),
            citations=("kaai 1742, Deurganckdok; vandaag geldend; zeker",),
        ),
        Rule(
            number=2,
            question="In welke gemeente verblijft de minderjarige?",
            about="verdachte 2 (s2)",
            answer="niet te beantwoorden",
            because="De melding zegt niet waar hij verblijft.",
            facts=(),
            citations=("art. 44 wet 8 april 1965; waarschijnlijk",),
        ),
    ),
    law_digest="0f3c1a9d5e7b",
    engine_version="1",
)
