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


class Candidate(Row, frozen=True, kw_only=True):
    #: `parket Antwerpen, afdeling Antwerpen; correctionele rechtbank ...`
    seat: str
    track: str
    #: Titles of the grounds that speak for it.
    grounds: tuple[str, ...]
    #: Gekozen, or why not.
    outcome: str
    #: The question of the rule that beat it; None = chosen, or a magistrate chose otherwise.
    rule: str | None


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
    #: What was decided, a sentence each.
    conclusion: tuple[str, ...]
    #: Why, a sentence each.
    reasons: tuple[str, ...]
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
    #: Every office and court within reach, the chosen ones first.
    candidates: tuple[Candidate, ...]
    #: What stands without policy, each in one line.
    statute_only: tuple[str, ...]
    rules: tuple[Rule, ...]
    law_digest: str
    engine_version: str


EXAMPLE = JurisdictionNote(
    office="havenprocureurs bij het parket Antwerpen",
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
        "Het dossier is havencriminaliteit.",
        "Verantwoordelijk: havenprocureurs bij het parket Antwerpen.",
        "Voor een deel van het dossier wijst een magistraat het parket nog aan.",
    ),
    reasons=(
        "Invoer van verdovende middelen: kernmisdrijf in een havengebied (Waaslandhaven): havencriminaliteit.",
        ("Deelname aan een vereniging (drugswet): de plaats is gekend en ligt niet in een havengebied: het misdrijf valt erbuiten."),
        "Havengebied (Waaslandhaven) en plaats van het dossier (p2) volgen uit misdrijf 1 (invoer van verdovende middelen).",
        (
            "Het beleid “Stroomplan: exclusief Antwerpen” (voor elke dag van ontvangst) wijst dit dossier toe aan de "
            "havenprocureurs bij het parket Antwerpen."
        ),
        "Correctionele rechtbank Antwerpen, afdeling Antwerpen: op beleid.",
        "De gemeente van verblijf in België is niet gekend.",
    ),
    scope="havencriminaliteit",
    port_area="Waaslandhaven",
    policy="Stroomplan: exclusief Antwerpen",
    tracks=(
        Track(
            title="gewoon spoor",
            persons=(
                "s1",
                "s3",
            ),
            office="havenprocureurs bij het parket Antwerpen",
            court="correctionele rechtbank Antwerpen, afdeling Antwerpen",
            no_court_because=None,
        ),
        Track(title="jeugdspoor", persons=("s2",), office=None, court=None, no_court_because=None),
    ),
    policy_alone=False,
    settled_because=None,
    missing=(
        "verdachte 1 (s1): geboortedatum; leeftijd; minderjarig",
        "verdachte 2 (s2): verblijfplaats, gemeente; verblijfplaats, land",
    ),
    warnings=(
        ("De leeftijd van s1 op het ogenblik van de feiten is niet zeker: vul geboortedatum of dag van de feiten in."),
        ("De verblijfplaats van minderjarige s2 is niet gekend: vul gemeente en land in; de jeugdrechtbank volgt die."),
    ),
    summary=(
        "Verdachte container maandag afgehaald op kaai 1742 en naar een loods in de Drapstraat te Hamme gebracht; "
        "daar 2,76 ton cocaïne in jutezakken met koffie. Negen mannen en een jongen van 16 opgepakt, kort daarna "
        "een man van 29 uit Meise en de bestuurder van een heftruck (bericht spreekt van elf personen). "
        "Onderzoeksrechter: invoer in vereniging. Belgen, Nederlanders, Marokkanen, Armenen, Letten en "
        "Oekraïners."
    ),
    places=(
        Place(id="p1", role="vindplaats", description="loods Drapstraat, Hamme"),
        Place(id="p2", role="doorvoer", description="kaai 1742, haven van Antwerpen"),
    ),
    offences=(
        Offence(number=1, title="invoer van verdovende middelen", period="op 11 september 2023", place="p1", persons=(), details=()),
        Offence(
            number=2, title="deelname aan een vereniging (drugswet)", period="op 11 september 2023", place="p1", persons=(), details=()
        ),
    ),
    persons=(
        Person(
            id="s1",
            designation="verdachte 1",
            name=None,
            details=(
                "meerdere personen, aantal niet gekend",
                "aangetroffen op plaats p1",
                "aangehouden (voorlopige hechtenis)",
                "opmerking: negen mannen en een heftruckchauffeur, telling niet sluitend",
            ),
        ),
        Person(
            id="s2",
            designation="verdachte 2",
            name=None,
            details=(
                "16 jaar op het ogenblik van de feiten",
                "minderjarig volgens het verslag",
                "aangetroffen op plaats p1",
            ),
        ),
        Person(
            id="s3",
            designation="verdachte 3",
            name=None,
            details=(
                "29 jaar op het ogenblik van de feiten",
                "woont te Meise, België",
                "aangehouden (voorlopige hechtenis)",
            ),
        ),
    ),
    goods=("inbeslagneming, drugs: cocaïne, 2.760 kg netto, plaats p1",),
    related_cases=(),
    grounds=(
        Ground(
            title="doorvaart over de Schelde",
            supports="arrondissement Antwerpen",
            facts=("misdrijf 1, aard: invoer van verdovende middelen",),
            article="Art. 23, eerste lid Sv.; doorvaart over de Schelde in het arrondissement Antwerpen",
            source="https://atv.be/nieuws/havenprocureurs-en-havenverboden-om-drugs-in-antwerpse-haven-te-bestrijden-109678",
            confidence="wet, waarschijnlijk",
        ),
    ),
    candidates=(
        Candidate(
            seat="havenprocureurs bij het parket Antwerpen; correctionele rechtbank Antwerpen, afdeling Antwerpen",
            track="gewoon spoor",
            grounds=("doorvaart over de Schelde",),
            outcome="gekozen",
            rule=None,
        ),
        Candidate(
            seat="parket Antwerpen, afdeling Antwerpen; correctionele rechtbank Antwerpen, afdeling Antwerpen",
            track="gewoon spoor",
            grounds=("doorvaart over de Schelde",),
            outcome="Het gevolgde beleid wijst het dossier toe aan een ander parket.",
            rule="Neemt het gevolgde beleid dit dossier op voor de havenprocureurs?",
        ),
    ),
    statute_only=(
        "gewoon spoor: parket Antwerpen, afdeling Antwerpen; correctionele rechtbank Antwerpen, afdeling Antwerpen "
        "(doorvaart over de Schelde)",
    ),
    rules=(
        Rule(
            number=1,
            question="In welk havengebied ligt de plaats?",
            about="plaats p2",
            answer="voldaan",
            because="Kaai 1742 (Deurganckdok): Waaslandhaven.",
            facts=("plaats p2, kaai: 1742",),
            citations=(
                (
                    "Toewijzingsregels van het register, plaatsenlijst (kaai, dok of sluis, terminal of firma, straat of "
                    "dorp, gemeente, woorden, haven, coördinaten); zeker"
                ),
                "Plaatsenlijst: Deurganckdok; zeker",
                "Kaainummers van de Antwerpse haven: onder 1000 rechteroever, vanaf 1000 Waaslandhaven; waarschijnlijk",
            ),
        ),
        Rule(
            number=2,
            question="Welke plaatsen tellen voor dit misdrijf, en in welk havengebied liggen zij?",
            about="misdrijf 1",
            answer="voldaan",
            because="Plaats p2 ligt in: Waaslandhaven.",
            facts=(
                "misdrijf 1, plaats: p1",
                "plaats p2, rol: doorvoer",
            ),
            citations=("Art. 23, eerste lid Sv.; een misdrijf is gepleegd waar één bestanddeel plaatsvond; waarschijnlijk",),
        ),
        Rule(
            number=3,
            question="Is een kernmisdrijf gepleegd in een van de havengebieden?",
            about="misdrijf 1",
            answer="voldaan",
            because="Kernmisdrijf in een havengebied (Waaslandhaven): havencriminaliteit.",
            facts=("misdrijf 1, aard: invoer van verdovende middelen",),
            citations=("Toewijzingsregels van het register, regel 1: havencriminaliteit; zeker",),
        ),
        Rule(
            number=4,
            question="Was de verdachte jonger dan achttien op het ogenblik van de feiten?",
            about="verdachte 2 (s2)",
            answer="voldaan",
            because="Minderjarig op het ogenblik van de feiten.",
            facts=(
                "verdachte 2 (s2), geboortedatum: niet gemeld",
                "verdachte 2 (s2), leeftijd: 16",
                "verdachte 2 (s2), minderjarig: ja",
            ),
            citations=("Wet van 8 april 1965; decreet van 15 februari 2019 (jeugddelinquentierecht); waarschijnlijk",),
        ),
        Rule(
            number=5,
            question="Ligt een plaats van een misdrijf in het arrondissement Antwerpen?",
            about=None,
            answer="niet voldaan",
            because="Geen plaats van een misdrijf ligt zeker in dat arrondissement.",
            facts=(),
            citations=("Art. 23, eerste lid en art. 139 Sv. (plaats van het misdrijf); zeker",),
        ),
        Rule(
            number=6,
            question="Gaat het om invoer, doorvoer of uitvoer van drugs langs de Antwerpse haven, dus over de Schelde?",
            about=None,
            answer="voldaan",
            because="Een wettelijke grond voor het arrondissement Antwerpen: doorvaart over de Schelde.",
            facts=("misdrijf 1, aard: invoer van verdovende middelen",),
            citations=("Art. 23, eerste lid Sv.; doorvaart over de Schelde in het arrondissement Antwerpen; waarschijnlijk",),
        ),
        Rule(
            number=7,
            question="Welk parket en welke rechtbank heeft het grondgebied van de plaats van het dossier?",
            about=None,
            answer="wijkt voor een andere regel",
            because=(
                "Plaats p2: parket Oost-Vlaanderen, afdeling Dendermonde, correctionele rechtbank Oost-Vlaanderen, afdeling Dendermonde."
            ),
            facts=("plaatsen: p2",),
            citations=("Art. 23 en 139 Sv. (plaats van het misdrijf); zeker",),
        ),
        Rule(
            number=8,
            question="Is de rechtbank van Antwerpen volgens het gevolgde beleid bevoegd?",
            about=None,
            answer="voldaan",
            because="Correctionele rechtbank Antwerpen, afdeling Antwerpen: op beleid.",
            facts=("vastgestelde gronden: doorvaart over de Schelde",),
            citations=(
                "Toewijzingsregels van het register, regels 1, 2 en 6; zeker",
                "Beleidskeuze van het register (Stroomplan, aankondiging februari 2018); geen wettelijke grond; zeker",
            ),
        ),
        Rule(
            number=9,
            question="Welke jeugdrechtbank hoort bij de verblijfplaats van de minderjarige?",
            about="verdachte 2 (s2)",
            answer="niet te beantwoorden",
            because="De gemeente van verblijf in België is niet gekend.",
            facts=(
                "verdachte 2 (s2), verblijfplaats, land: niet gemeld",
                "verdachte 2 (s2), verblijfplaats, gemeente: niet gemeld",
            ),
            citations=("Art. 44 wet van 8 april 1965 (verblijfplaats van ouders of voogd); waarschijnlijk",),
        ),
        Rule(
            number=10,
            question="Rust de aangewezen rechtbank op een wettelijke grond?",
            about=None,
            answer="voldaan",
            because="Wettelijke gronden: doorvaart over de Schelde.",
            facts=("misdrijf 1, aard: invoer van verdovende middelen",),
            citations=("Territoriale bevoegdheid in strafzaken is van openbare orde (rechtspraak); waarschijnlijk",),
        ),
    ),
    law_digest="e1f8473ecbd1",
    engine_version="1",
)
