"""The copy of the jurisdiction note for the defence of one suspect: his facts, his track, his grounds, and nothing of others."""

from datetime import date

import msgspec

from documents.jurisdiction_note import Ground, Offence, Place, Rule


class JurisdictionNoteDefence(msgspec.Struct, frozen=True, kw_only=True):
    office: str
    case_number: str
    notice_number: str | None
    #: Day, month or year in words; None = not reported, the day of entry counts.
    received_on: str | None
    registered_on: date
    decided_on: date

    #: `verdachte 1 (s1)`
    suspect: str
    #: None = identity not known, or not to be told.
    name: str | None
    #: He is a minor: his name stands on no copy.
    minor: bool
    details: tuple[str, ...]

    scope: str
    policy: str
    #: Title of each of his tracks with its office and court, a sentence each.
    tracks: tuple[str, ...]
    #: His court has no statutory ground recorded in the file.
    policy_alone: bool
    warnings: tuple[str, ...]

    places: tuple[Place, ...]
    offences: tuple[Offence, ...]
    grounds: tuple[Ground, ...]
    rules: tuple[Rule, ...]
    law_digest: str
    engine_version: str


EXAMPLE = JurisdictionNoteDefence(
    office="havenprocureurs bij het parket Antwerpen",
    case_number="HAV-2023-000042",
    notice_number="DE60.SP.001234/2023",
    received_on="13 september 2023",
    registered_on=date(2023, 9, 14),
    decided_on=date(2023, 9, 14),
    suspect="verdachte 3 (s3)",
    name=None,
    minor=False,
    details=("29 jaar op het ogenblik van de feiten", "woont te Meise, België", "aangehouden (voorlopige hechtenis)"),
    scope="havencriminaliteit",
    policy="Stroomplan: exclusief Antwerpen",
    tracks=("Gewoon spoor: havenprocureurs bij het parket Antwerpen; correctionele rechtbank Antwerpen, afdeling Antwerpen.",),
    policy_alone=False,
    warnings=(),
    places=(
        Place(id="p1", role="vindplaats", description="loods Drapstraat, Hamme"),
        Place(id="p2", role="doorvoer", description="kaai 1742, haven van Antwerpen"),
    ),
    offences=(
        Offence(number=1, title="invoer van verdovende middelen", period="op 11 september 2023", place="p1", persons=("s3",), details=()),
    ),
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
    rules=(
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
            number=8,
            question="Is de rechtbank van Antwerpen volgens het gevolgde beleid bevoegd?",
            about=None,
            answer="voldaan",
            because="Correctionele rechtbank Antwerpen, afdeling Antwerpen: op beleid.",
            facts=("vastgestelde gronden: doorvaart over de Schelde",),
            citations=("Beleidskeuze van het register (Stroomplan, aankondiging februari 2018); geen wettelijke grond; zeker",),
        ),
    ),
    law_digest="e1f8473ecbd1",
    engine_version="2",
)
