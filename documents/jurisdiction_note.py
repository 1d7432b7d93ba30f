"""The jurisdiction note (bevoegdheidsnota): to the magistrate, where a file belongs, by which rules, and what is not known."""

from datetime import date

import msgspec

from documents import legal
from documents.references import References, ReferencesTyped


class JurisdictionNoteTyped(ReferencesTyped, frozen=True, kw_only=True):
    """Its maker adds numbers and annexes; the rest is in the register."""


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


class Confirmation(Row, frozen=True, kw_only=True):
    """A magistrate's answer for a track whose court no statutory ground carries, or that a court ruled against."""

    track: str
    court: str
    #: What was ruled against this court; None = nothing.
    struck: str | None
    #: A function code in words, never a name; None = still to be confirmed.
    by: str | None
    confirmed_on: date | None
    #: The recorded ground with its article; None = the risk was taken, or nothing is confirmed yet.
    ground: str | None
    #: What the ground rests on: the magistrate's words, then the fact of the report.
    facts: tuple[str, ...]
    #: Why the risk is taken; None = it is not.
    risk: str | None


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


class JurisdictionNote(References, frozen=True, kw_only=True):
    law: legal.NoteLaw
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
    #: True where no statutory ground carries the court that the policy names, and no magistrate recorded one.
    policy_alone: bool
    #: Where the rules found none: track, court, and the ground with its article that a magistrate recorded.
    recorded: tuple[str, ...]
    #: One for each track that had to be confirmed, whether it is or not.
    confirmations: tuple[Confirmation, ...]
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
    seised_on=None,
    reported_by="Politie (niet gemeld welke)",
    lead_authority=None,
    decided=True,
    decided_on=date(2025, 3, 11),
    conclusion=(
        "Het dossier is havencriminaliteit.",
        "Verantwoordelijk: havenprocureurs bij het parket Antwerpen.",
        "Voor een deel van het dossier wijst een magistraat het parket nog aan.",
    ),
    reasons=(
        ("Voorbereidende handelingen of uithaling: kernmisdrijf in een havengebied (Waaslandhaven): havencriminaliteit."),
        ("Havengebied (Waaslandhaven) en plaats van het dossier (p1) volgen uit misdrijf 1 (voorbereidende handelingen of uithaling)."),
        (
            "Het beleid “Stroomplan: exclusief Antwerpen” (voor elke dag van ontvangst) wijst dit "
            "dossier toe aan de havenprocureurs bij het parket Antwerpen."
        ),
        (
            "Correctionele rechtbank Antwerpen, afdeling Antwerpen: volgens het beleid, met of zonder "
            "wettelijke grond voor het arrondissement Antwerpen."
        ),
        "De gemeente van verblijf in België is niet gekend (s1, s3 en s8).",
    ),
    scope="havencriminaliteit",
    port_area="Waaslandhaven",
    policy="Stroomplan: exclusief Antwerpen",
    tracks=(
        Track(
            title="gewoon spoor",
            persons=(
                "s2",
                "s4",
                "s5",
                "s6",
                "s7",
            ),
            office="havenprocureurs bij het parket Antwerpen",
            court="correctionele rechtbank Antwerpen, afdeling Antwerpen",
            no_court_because=None,
        ),
        Track(
            title="jeugdspoor",
            persons=(
                "s1",
                "s3",
                "s8",
            ),
            office=None,
            court=None,
            no_court_because=None,
        ),
    ),
    policy_alone=False,
    recorded=(
        (
            "Gewoon spoor, correctionele rechtbank Antwerpen, afdeling Antwerpen: samenhang; Art. 226-227 Sv. (samenhang); "
            "voor het arrondissement Antwerpen"
        ),
    ),
    confirmations=(
        Confirmation(
            track="gewoon spoor",
            court="correctionele rechtbank Antwerpen, afdeling Antwerpen",
            struck=None,
            by="gebruiker 7",
            confirmed_on=date(2025, 3, 12),
            ground="samenhang; Art. 226-227 Sv. (samenhang); voor het arrondissement Antwerpen",
            facts=(("voorbeeld van een optekening: dezelfde partij als in HAV-2025-000011, aanhangig te Antwerpen"),),
            risk=None,
        ),
    ),
    settled_because=None,
    missing=(
        "verdachte 1 (s1): verblijfplaats, gemeente; verblijfplaats, land",
        "verdachte 3 (s3): verblijfplaats, gemeente; verblijfplaats, land",
        "verdachte 8 (s8): verblijfplaats, gemeente; verblijfplaats, land",
    ),
    warnings=(
        ("De verblijfplaats van minderjarige s1 is niet gekend: vul gemeente en land in; de jeugdrechtbank volgt die."),
        ("De verblijfplaats van minderjarige s3 is niet gekend: vul gemeente en land in; de jeugdrechtbank volgt die."),
        ("De verblijfplaats van minderjarige s8 is niet gekend: vul gemeente en land in; de jeugdrechtbank volgt die."),
        (
            "Het antwoord blijft open en rust op deze gegevens: kwalificatie, plaats van het misdrijf, "
            "leeftijd, minderjarigheid, kaai, rol, havengebied en aard van het dossier."
        ),
    ),
    summary=(
        "Drie nachten na elkaar acht Nederlanders opgepakt in de buurt van kaai 1624: jongen van "
        "15 met man van 24; jongen van 13 met man van 22; vrouw van 21, mannen van 18 en 19 en een "
        "minderjarige van onbekende leeftijd. 58 kg cocaïne in de koelruimte van een container; "
        "mogelijk zochten allen die partij."
    ),
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
            persons=(),
            details=(
                "poging",
                "opmerking: poging tot uithalen",
            ),
        ),
    ),
    persons=(
        Person(
            id="s1",
            designation="verdachte 1",
            name="minderjarig: zonder naam",
            details=(
                "15 jaar op het ogenblik van de feiten",
                "nationaliteit: Nederland",
                "aangetroffen op plaats p1",
                "van zijn vrijheid beroofd",
            ),
        ),
        Person(
            id="s2",
            designation="verdachte 2",
            name=None,
            details=(
                "24 jaar op het ogenblik van de feiten",
                "nationaliteit: Nederland",
                "aangetroffen op plaats p1",
                "van zijn vrijheid beroofd",
            ),
        ),
        Person(
            id="s3",
            designation="verdachte 3",
            name="minderjarig: zonder naam",
            details=(
                "13 jaar op het ogenblik van de feiten",
                "nationaliteit: Nederland",
                "aangetroffen op plaats p1",
                "van zijn vrijheid beroofd",
            ),
        ),
        Person(
            id="s4",
            designation="verdachte 4",
            name=None,
            details=(
                "22 jaar op het ogenblik van de feiten",
                "nationaliteit: Nederland",
                "aangetroffen op plaats p1",
                "van zijn vrijheid beroofd",
            ),
        ),
        Person(
            id="s5",
            designation="verdachte 5",
            name=None,
            details=(
                "21 jaar op het ogenblik van de feiten",
                "nationaliteit: Nederland",
                "aangetroffen op plaats p1",
                "van zijn vrijheid beroofd",
                "opmerking: vrouw",
            ),
        ),
        Person(
            id="s6",
            designation="verdachte 6",
            name=None,
            details=(
                "18 jaar op het ogenblik van de feiten",
                "nationaliteit: Nederland",
                "aangetroffen op plaats p1",
                "van zijn vrijheid beroofd",
            ),
        ),
        Person(
            id="s7",
            designation="verdachte 7",
            name=None,
            details=(
                "19 jaar op het ogenblik van de feiten",
                "nationaliteit: Nederland",
                "aangetroffen op plaats p1",
                "van zijn vrijheid beroofd",
            ),
        ),
        Person(
            id="s8",
            designation="verdachte 8",
            name="minderjarig: zonder naam",
            details=(
                "minderjarig volgens het verslag",
                "nationaliteit: Nederland",
                "aangetroffen op plaats p1",
                "van zijn vrijheid beroofd",
            ),
        ),
    ),
    goods=("inbeslagneming, drugs: cocaïne, ongeveer 58 kg netto, plaats p1, vernietigd",),
    related_cases=(),
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
            facts=(
                "verdachte 2 (s2), plaats van aantreffen: p1",
                "verdachte 4 (s4), plaats van aantreffen: p1",
                "verdachte 5 (s5), plaats van aantreffen: p1",
                "verdachte 6 (s6), plaats van aantreffen: p1",
                "verdachte 7 (s7), plaats van aantreffen: p1",
            ),
            article="Art. 23, eerste lid en art. 139 Sv. (plaats waar de verdachte is aangetroffen)",
            source="https://www.ejustice.just.fgov.be/eli/loi/1808/11/17/1808111701/justel",
            confidence="wet, zeker",
        ),
    ),
    candidates=(
        Candidate(
            seat=("havenprocureurs bij het parket Antwerpen; correctionele rechtbank Antwerpen, afdeling Antwerpen"),
            track="gewoon spoor",
            grounds=(),
            outcome="gekozen",
            rule=None,
        ),
        Candidate(
            seat=("parket Oost-Vlaanderen, afdeling Dendermonde; correctionele rechtbank Oost-Vlaanderen, afdeling Dendermonde"),
            track="gewoon spoor",
            grounds=(
                "plaats van het misdrijf",
                "plaats waar een verdachte is aangetroffen",
            ),
            outcome="Het gevolgde beleid wijst het dossier toe aan een ander parket.",
            rule="Neemt het gevolgde beleid dit dossier op voor de havenprocureurs?",
        ),
        Candidate(
            seat=("havenprocureurs bij het parket Antwerpen; correctionele rechtbank Oost-Vlaanderen, afdeling Dendermonde"),
            track="gewoon spoor",
            grounds=(
                "plaats van het misdrijf",
                "plaats waar een verdachte is aangetroffen",
            ),
            outcome="Het gevolgde beleid wijst het dossier toe aan een andere rechtbank.",
            rule="Is de rechtbank van Antwerpen volgens het gevolgde beleid bevoegd?",
        ),
        Candidate(
            seat=("parket Oost-Vlaanderen, afdeling Dendermonde; jeugdrechtbank Oost-Vlaanderen, afdeling Dendermonde"),
            track="jeugdspoor",
            grounds=(),
            outcome="De jeugdrechtbank volgt de verblijfplaats van de minderjarige.",
            rule="Welke jeugdrechtbank hoort bij de verblijfplaats van de minderjarige?",
        ),
        Candidate(
            seat=("havenprocureurs bij het parket Antwerpen; correctionele rechtbank Antwerpen, afdeling Antwerpen"),
            track="jeugdspoor",
            grounds=(),
            outcome="Een minderjarige komt voor de jeugdrechtbank, niet voor een rechtbank voor meerderjarigen.",
            rule="Welke jeugdrechtbank hoort bij de verblijfplaats van de minderjarige?",
        ),
        Candidate(
            seat=("parket Oost-Vlaanderen, afdeling Dendermonde; correctionele rechtbank Oost-Vlaanderen, afdeling Dendermonde"),
            track="jeugdspoor",
            grounds=(
                "plaats van het misdrijf",
                "plaats waar een verdachte is aangetroffen",
            ),
            outcome="Een minderjarige komt voor de jeugdrechtbank, niet voor een rechtbank voor meerderjarigen.",
            rule="Welke jeugdrechtbank hoort bij de verblijfplaats van de minderjarige?",
        ),
    ),
    statute_only=(
        (
            "gewoon spoor: parket Oost-Vlaanderen, afdeling Dendermonde; correctionele rechtbank "
            "Oost-Vlaanderen, afdeling Dendermonde (plaats van het misdrijf; plaats waar een verdachte "
            "is aangetroffen, plaats van het dossier)"
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
            number=18,
            question="Was de verdachte jonger dan achttien op het ogenblik van de feiten?",
            about="verdachte 1 (s1)",
            answer="voldaan",
            because="Minderjarig op het ogenblik van de feiten, volgens de leeftijd.",
            facts=(
                "verdachte 1 (s1), geboortedatum: niet gemeld",
                "verdachte 1 (s1), leeftijd: 15",
                "verdachte 1 (s1), minderjarig: niet gemeld",
            ),
            citations=(("Wet van 8 april 1965; decreet van 15 februari 2019 (jeugddelinquentierecht); waarschijnlijk"),),
        ),
        Rule(
            number=25,
            question="Was de verdachte jonger dan achttien op het ogenblik van de feiten?",
            about="verdachte 8 (s8)",
            answer="voldaan",
            because="Minderjarig op het ogenblik van de feiten, volgens de vermelding in het verslag.",
            facts=(
                "verdachte 8 (s8), geboortedatum: niet gemeld",
                "verdachte 8 (s8), leeftijd: niet gemeld",
                "verdachte 8 (s8), minderjarig: ja",
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
            number=29,
            question="In welke arrondissementen woont een verdachte van het gewone spoor?",
            about=None,
            answer="niet voldaan",
            because="Van geen verdachte van het gewone spoor is een verblijfplaats in België gekend.",
            facts=(),
            citations=("Art. 23, eerste lid en art. 139 Sv. (verblijfplaats van de verdachte); zeker",),
        ),
        Rule(
            number=31,
            question="In welke arrondissementen is een verdachte van het gewone spoor aangetroffen?",
            about=None,
            answer="voldaan",
            because="Een wettelijke grond voor correctionele rechtbank Oost-Vlaanderen, afdeling Dendermonde.",
            facts=(
                "verdachte 2 (s2), plaats van aantreffen: p1",
                "verdachte 4 (s4), plaats van aantreffen: p1",
                "verdachte 5 (s5), plaats van aantreffen: p1",
                "verdachte 6 (s6), plaats van aantreffen: p1",
                "verdachte 7 (s7), plaats van aantreffen: p1",
            ),
            citations=("Art. 23, eerste lid en art. 139 Sv. (plaats waar de verdachte is aangetroffen); zeker",),
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
        Rule(
            number=42,
            question="Is er een magistraat onder de verdachten?",
            about=None,
            answer="niet voldaan",
            because="Er is geen magistraat onder de verdachten.",
            facts=(),
            citations=("Art. 479-503bis Sv. (voorrecht van rechtsmacht); waarschijnlijk",),
        ),
        Rule(
            number=43,
            question="Welke jeugdrechtbank hoort bij de verblijfplaats van de minderjarige?",
            about="verdachte 1 (s1)",
            answer="niet te beantwoorden",
            because="De gemeente van verblijf in België is niet gekend.",
            facts=(
                "verdachte 1 (s1), verblijfplaats, land: niet gemeld",
                "verdachte 1 (s1), verblijfplaats, gemeente: niet gemeld",
            ),
            citations=("Art. 44 wet van 8 april 1965 (verblijfplaats van ouders of voogd); waarschijnlijk",),
        ),
        Rule(
            number=48,
            question="Rust de aangewezen rechtbank op een wettelijke grond?",
            about=None,
            answer="niet voldaan",
            because=("Correctionele rechtbank Antwerpen, afdeling Antwerpen rust alleen op beleid: geen wettelijke grond opgetekend."),
            facts=(),
            citations=("Territoriale bevoegdheid in strafzaken is van openbare orde (rechtspraak); waarschijnlijk",),
        ),
    ),
    law_digest="71dd2de20ddc5e04f6b74bc4458d7e3a8e359cdd79c92bd95eea03fa1e5a3531",
    engine_version="3",
)
