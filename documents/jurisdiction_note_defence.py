"""The copy of the jurisdiction note for the defence of one suspect: his facts, his track, his grounds, and nothing of others."""

from datetime import date

from documents import legal
from documents.jurisdiction_note import Ground, Offence, Place, Rule
from documents.references import References, ReferencesTyped


class JurisdictionNoteDefenceTyped(ReferencesTyped, frozen=True, kw_only=True):
    """Its maker adds numbers and annexes; the rest is in the register."""


class JurisdictionNoteDefence(References, frozen=True, kw_only=True):
    law: legal.NoteLaw
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
    #: His court has no statutory ground in the file, and no magistrate recorded one.
    policy_alone: bool
    #: Where the rules found none: track, court, and the ground with its article that a magistrate recorded.
    recorded: tuple[str, ...]
    warnings: tuple[str, ...]

    places: tuple[Place, ...]
    offences: tuple[Offence, ...]
    grounds: tuple[Ground, ...]
    rules: tuple[Rule, ...]
    law_digest: str
    engine_version: str


EXAMPLE = JurisdictionNoteDefence(
    law=legal.NoteLaw(
        citation="Eigen stuk van dit register; geen tekst schrijft het voor",
        confidence="niet nagegaan",
        secrecy="art. 28quinquies Sv.",
        equal_grounds="art. 23 Sv.",
    ),
    office="havenprocureurs bij het parket Antwerpen",
    office_address=None,
    case_number="HAV-2025-000042",
    notice_numbers=(),
    system_number=None,
    judge_number=None,
    made_on=date(2025, 3, 12),
    annexes=(),
    received_on="10 maart 2025",
    registered_on=date(2025, 3, 11),
    decided_on=date(2025, 3, 11),
    suspect="verdachte 2 (s2)",
    name=None,
    minor=False,
    details=(
        "24 jaar op het ogenblik van de feiten",
        "nationaliteit: Nederland",
        "aangetroffen op plaats p1",
        "van zijn vrijheid beroofd",
    ),
    scope="havencriminaliteit",
    policy="Stroomplan: exclusief Antwerpen",
    tracks=(("Gewoon spoor: havenprocureurs bij het parket Antwerpen; correctionele rechtbank Antwerpen, afdeling Antwerpen."),),
    policy_alone=False,
    recorded=(
        (
            "Gewoon spoor, correctionele rechtbank Antwerpen, afdeling Antwerpen: samenhang; Art. 226-227 Sv. (samenhang); "
            "voor het arrondissement Antwerpen"
        ),
    ),
    warnings=(),
    places=(
        Place(
            id="p1",
            role="plaats van het feit",
            description="omgeving van kaai 1624, Antwerpse haven; haven van Antwerpen",
        ),
    ),
    offences=(
        Offence(
            number=1,
            title="voorbereidende handelingen of uithaling",
            period="van 7 maart 2025 tot en met 10 maart 2025",
            place="p1",
            persons=("s2",),
            details=("poging",),
        ),
    ),
    grounds=(
        Ground(
            title="plaats van het misdrijf",
            supports=(
                "arrondissement Oost-Vlaanderen; parket Oost-Vlaanderen, afdeling Dendermonde; "
                "correctionele rechtbank Oost-Vlaanderen, afdeling Dendermonde"
            ),
            facts=(
                "plaats p1, kaai: 1624",
                "misdrijf 1, aard: voorbereidende handelingen of uithaling",
            ),
            article="Art. 23, eerste lid en art. 139 Sv. (plaats van het misdrijf)",
            source="https://www.ejustice.just.fgov.be/eli/loi/1808/11/17/1808111701/justel",
            confidence="wet, zeker",
        ),
        Ground(
            title="plaats waar een verdachte is aangetroffen",
            supports=(
                "arrondissement Oost-Vlaanderen; parket Oost-Vlaanderen, afdeling Dendermonde; "
                "correctionele rechtbank Oost-Vlaanderen, afdeling Dendermonde"
            ),
            facts=("verdachte 2 (s2), plaats van aantreffen: p1",),
            article="Art. 23, eerste lid en art. 139 Sv. (plaats waar de verdachte is aangetroffen)",
            source="https://www.ejustice.just.fgov.be/eli/loi/1808/11/17/1808111701/justel",
            confidence="wet, zeker",
        ),
    ),
    rules=(
        Rule(
            number=1,
            question="In welk havengebied ligt de plaats?",
            about="plaats p1",
            answer="voldaan",
            because="Kaai 1624 (Deurganckdok): Waaslandhaven.",
            facts=("plaats p1, kaai: 1624",),
            citations=(
                (
                    "Toewijzingsregels van het register, plaatsenlijst (kaai, dok of sluis, terminal of firma, "
                    "straat of dorp, gemeente, woorden, haven, coördinaten); zeker"
                ),
                "Plaatsenlijst: Deurganckdok; zeker",
                ("Kaainummers van de Antwerpse haven: onder 1000 rechteroever, vanaf 1000 Waaslandhaven; waarschijnlijk"),
            ),
        ),
        Rule(
            number=2,
            question="Onder welke afdeling van welke rechtbank valt de plaats?",
            about="plaats p1",
            answer="voldaan",
            because="Waaslandhaven: parket Oost-Vlaanderen, afdeling Dendermonde.",
            facts=(),
            citations=(("Bijlage bij het Gerechtelijk Wetboek, art. 1-5; wet van 15 mei 2024, art. 87-92 en 149; zeker"),),
        ),
        Rule(
            number=3,
            question="Welke plaatsen tellen voor dit misdrijf, en in welk havengebied liggen zij?",
            about="misdrijf 1",
            answer="voldaan",
            because="Plaats p1 ligt in: Waaslandhaven.",
            facts=(
                "misdrijf 1, plaats: p1",
                "plaats p1, rol: plaats van het feit",
            ),
            citations=(("Art. 23, eerste lid Sv.; een misdrijf is gepleegd waar één bestanddeel plaatsvond; waarschijnlijk"),),
        ),
        Rule(
            number=6,
            question="Is een kernmisdrijf gepleegd in een van de havengebieden?",
            about="misdrijf 1",
            answer="voldaan",
            because="Kernmisdrijf in een havengebied (Waaslandhaven): havencriminaliteit.",
            facts=("misdrijf 1, aard: voorbereidende handelingen of uithaling",),
            citations=("Toewijzingsregels van het register, regel 1: havencriminaliteit; zeker",),
        ),
        Rule(
            number=16,
            question="Wat is het dossier als geheel?",
            about=None,
            answer="voldaan",
            because="Eén misdrijf van havencriminaliteit volstaat voor het dossier.",
            facts=("misdrijf 1, aard: voorbereidende handelingen of uithaling",),
            citations=("Toewijzingsregels van het register, regel 2, laatste lid; zeker",),
        ),
        Rule(
            number=17,
            question="Wat zijn het havengebied en de plaats van het dossier?",
            about=None,
            answer="voldaan",
            because=(
                "Havengebied (Waaslandhaven) en plaats van het dossier (p1) volgen uit misdrijf 1 "
                "(voorbereidende handelingen of uithaling)."
            ),
            facts=(
                "misdrijf 1, aard: voorbereidende handelingen of uithaling",
                "misdrijf 1, plaats: p1",
            ),
            citations=("Toewijzingsregels van het register, plaats van het dossier; zeker",),
        ),
        Rule(
            number=19,
            question="Was de verdachte jonger dan achttien op het ogenblik van de feiten?",
            about="verdachte 2 (s2)",
            answer="niet voldaan",
            because="Meerderjarig op het ogenblik van de feiten, volgens de leeftijd.",
            facts=(
                "verdachte 2 (s2), geboortedatum: niet gemeld",
                "verdachte 2 (s2), leeftijd: 24",
                "verdachte 2 (s2), minderjarig: niet gemeld",
            ),
            citations=(("Wet van 8 april 1965; decreet van 15 februari 2019 (jeugddelinquentierecht); waarschijnlijk"),),
        ),
        Rule(
            number=26,
            question="In welke arrondissementen ligt een plaats van een misdrijf?",
            about=None,
            answer="voldaan",
            because="Een wettelijke grond voor correctionele rechtbank Oost-Vlaanderen, afdeling Dendermonde.",
            facts=(
                "plaats p1, kaai: 1624",
                "misdrijf 1, aard: voorbereidende handelingen of uithaling",
            ),
            citations=("Art. 23, eerste lid en art. 139 Sv. (plaats van het misdrijf); zeker",),
        ),
        Rule(
            number=35,
            question="Welk parket en welke rechtbank heeft het grondgebied van de plaats van het dossier?",
            about=None,
            answer="wijkt voor een andere regel",
            because=(
                "Plaats p1: parket Oost-Vlaanderen, afdeling Dendermonde, correctionele rechtbank Oost-Vlaanderen, afdeling Dendermonde."
            ),
            facts=(
                "plaatsen: p1",
                "plaats p1, kaai: 1624",
            ),
            citations=("Art. 23 en 139 Sv. (plaats van het misdrijf); zeker",),
        ),
        Rule(
            number=36,
            question="Neemt het gevolgde beleid dit dossier op voor de havenprocureurs?",
            about=None,
            answer="voldaan",
            because=(
                "Het beleid “Stroomplan: exclusief Antwerpen” (voor elke dag van ontvangst) wijst dit "
                "dossier toe aan de havenprocureurs bij het parket Antwerpen."
            ),
            facts=(
                "aard van het dossier: havencriminaliteit",
                "havengebied: Waaslandhaven",
            ),
            citations=(
                "Toewijzingsregels van het register, regels 1, 2 en 6; zeker",
                ("Beleidskeuze van het register (Stroomplan, aankondiging februari 2018); geen wettelijke grond; zeker"),
            ),
        ),
        Rule(
            number=37,
            question="Is de rechtbank van Antwerpen volgens het gevolgde beleid bevoegd?",
            about=None,
            answer="voldaan",
            because=(
                "Correctionele rechtbank Antwerpen, afdeling Antwerpen: volgens het beleid, met of zonder "
                "wettelijke grond voor het arrondissement Antwerpen."
            ),
            facts=(),
            citations=(
                "Toewijzingsregels van het register, regels 1, 2 en 6; zeker",
                ("Beleidskeuze van het register (Stroomplan, aankondiging februari 2018); geen wettelijke grond; zeker"),
            ),
        ),
    ),
    law_digest="71dd2de20ddc5e04f6b74bc4458d7e3a8e359cdd79c92bd95eea03fa1e5a3531",
    engine_version="3",
)
