"""From a stored case and decision to the words of its papers; nothing is filled in, nobody is named where he should not be."""

from collections.abc import Iterator
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

import msgspec
import pytest

import documents
import routing
from docket import papers, report_words, tracks
from docket.cases import Case, facts_of, numbered
from docket.clock import court_day
from docket.competence import Challenge, Confirmation, Ruling
from docket.contract import Offence, Origin, Person, Place, RelatedCase, Report, Residence, Seizure, decode_report
from docket.legislation import LoadedLaw
from docket.pieces import InventoryLine
from docket.store.cases import Intake
from docket.store.conflicts import Handing, Offer
from documents import templates
from routing import ENGINE_VERSION, Decided, Decision, Track, Undecided, Warning
from tests.documents import reading

REGISTERED_AT = datetime(2026, 11, 23, 23, 30, tzinfo=UTC)
#: Stands in every text of the report.
MARKER = "Merkteken"

ORDINARY = Track(track="ordinary", persons=("s1",), prosecution_office="westFlandersBrugge", court="westFlandersBruggeCorrectional")
YOUTH = Track(track="youth", persons=("s2",), prosecution_office=None, court=None)


class Stored(msgspec.Struct, frozen=True, kw_only=True):
    decision: Decision
    kind: str = "routed"
    law_digest: str = "0f" * 32
    engine_version: str = "1"
    decided_at: datetime = REGISTERED_AT
    reason: str | None = None
    open_tracks: tuple[int, ...] = ()


def a_report(**changes) -> Report:
    report = Report(
        origin=Origin(service="shippingPolice", unit="SPN Zeebrugge"),
        received_on="2026-11-20",
        notice_number="BG.60.SP.001234/2026",
        summary=f"{MARKER} samenvatting",
        places=(Place(id="p1", role="scene", text="Albert II-dok, Zeebrugge", port="zeebrugge", country="BE"),),
        offences=(Offence(offence="portIntrusion", committed_from="2026-11-19", place="p1", note=f"{MARKER} opmerking"),),
        persons=(
            Person(id="s1", role="suspect", count=1, family_name=f"{MARKER}-Janssens", given_names="An", custody="arrested"),
            Person(id="s2", role="suspect", count=1, family_name=f"{MARKER}-Peeters", age=16, occupation=f"{MARKER} leerling"),
            Person(id="w1", role="witness", count=1, family_name=f"{MARKER}-Getuige", occupation="kraanman"),
        ),
        seizures=(Seizure(kind="drugs", substance="cocaine", net_weight_kg=5000.0, approximate=True, place="p1", note=f"{MARKER} zegel"),),
    )
    return numbered(msgspec.structs.replace(report, **changes))


def a_case(report: Report | None = None, **changes) -> Case:
    case = Case(
        id=7,
        case_number="HAV-2026-000007",
        version=1,
        status="registered",
        confidentiality="ordinary",
        holding_office="antwerpPort",
        registered_at=REGISTERED_AT,
        entered_on=court_day(REGISTERED_AT),
        report=report or a_report(),
    )
    return msgspec.structs.replace(case, **changes)


def a_decision(**changes) -> Decision:
    decision = Decided(
        scope="outside",
        port_area="zeebrugge",
        policy="stroomplan",
        received_on=date(2026, 11, 20),
        received_on_basis="reported",
        place="p1",
        tracks=(ORDINARY,),
        grounds=(),
        warnings=(),
        steps=(),
    )
    return msgspec.structs.replace(decision, **changes)


def context(kind: str, law: LoadedLaw, case: Case, stored: Stored, about: str | None = None, **said: Any) -> Any:
    came = Intake(sender="client:7", received_at=REGISTERED_AT, digest="3f" * 32)
    known = papers.Known(case=case, stored=stored, law=law.law, **{"at": REGISTERED_AT, "intake": came} | said)
    return papers.context_of(kind, known, papers.Wanted(about=about))


def words_of(kind: str, law: LoadedLaw, case: Case, stored: Stored, **said: Any) -> str:
    return reading.words_of(documents.render(documents.kind_of(kind), context(kind, law, case, stored, **said), templates.read(kind)))


@pytest.mark.parametrize(
    ("decision", "expected"),
    [
        (a_decision(), ("receipt", "jurisdiction_note", "transfer")),
        (a_decision(scope="portCrime"), ("receipt", "jurisdiction_note")),
        (a_decision(tracks=(msgspec.structs.replace(ORDINARY, prosecution_office="foreign"),)), ("receipt", "jurisdiction_note")),
        (a_decision(tracks=(YOUTH,)), ("receipt", "jurisdiction_note")),
    ],
)
def test_a_transfer_exists_only_for_a_file_outside_that_another_office_can_receive(decision, expected):
    assert papers.asked_by_a_decision(a_case(), decision) == expected


def test_the_receipt_names_numbers_days_and_office_and_nothing_of_the_facts(law):
    words = words_of("receipt", law, a_case(), Stored(decision=a_decision()))

    assert "Dossiernummer → HAV-2026-000007" in words
    assert "Gemeld door → Scheepvaartpolitie, SPN Zeebrugge" in words
    assert "Langs → de elektronische weg van de dienst (API)" in words
    assert f"Vingerafdruk (sha256) → {'3f' * 32}" in words
    assert "zegt niets over de ontvankelijkheid" in words
    assert ("Systeemnummer → niet gekend" in words, "Taal van de rechtspleging → Nederlands" in words) == (True, True)
    assert "Ontvangen op → 20 november 2026" in words
    assert "Ingeschreven op → 24 november 2026 om 0.30 uur" in words
    assert "Verantwoordelijk parket → Parket West-Vlaanderen, afdeling Brugge" in words
    assert MARKER not in words
    assert "Albert II" not in words


def test_the_transfer_names_nobody(law):
    words = words_of("transfer", law, a_case(), Stored(decision=a_decision()))

    assert "Aan → Parket West-Vlaanderen, afdeling Brugge" in words
    assert "| s1 | verdachte 1 | 1 persoon | van zijn vrijheid beroofd |" in words
    assert "Of er termijnen lopen, is in het register niet nagegaan." in words
    assert "– het uur van de vrijheidsberoving van s1" in words
    assert "In het register zijn geen stukken ingeschreven." in words, "no piece is made up"
    assert "Systeemnummer → niet gekend" in words
    assert "Taal van de rechtspleging → Nederlands" in words
    assert MARKER not in words


@pytest.mark.parametrize(
    ("sender", "told"),
    [("user:3", "het formulier van het register"), ("request:9", "de persoonlijke link"), ("haven-import", "een bestand dat is ingelezen")],
)
def test_a_receipt_says_by_which_way_the_report_came_in(law, sender, told):
    came = Intake(sender=sender, received_at=REGISTERED_AT, digest="3f" * 32)

    assert f"Langs → {told}" in words_of("receipt", law, a_case(), Stored(decision=a_decision()), intake=came)


def test_no_receipt_is_made_where_nobody_knows_how_the_report_came_in(law):
    with pytest.raises(documents.MissingFact, match="hoe de melding binnenkwam"):
        context("receipt", law, a_case(), Stored(decision=a_decision()), intake=None)


def an_offer(**said: Any) -> Handing:
    whole: dict[str, Any] = {
        "id": 1,
        "to_office": "eastFlandersDendermonde",
        "ground": "connexity",
        "reason": "Het moederdossier loopt daar.",
    }
    whole |= {"pieces": ("de harde schijf van de terminal",), "time_limits": (), "answer_due_on": date(2026, 12, 1)}
    whole |= {"offered_at": REGISTERED_AT, "offered_by": "gebruiker 1", "state": "offered", "answered_at": None, "answered_by": None}
    return Handing(offers=(Offer(**whole | {"answer_reason": None} | said),), conflicts=())


def test_an_offer_inside_port_crime_has_its_paper_with_ground_reason_pieces_and_related_files(law):
    report = a_report(related_cases=(RelatedCase(case_number="HAV-2026-000003", ground="connexity"),))
    line = InventoryLine(
        running=4,
        day=date(2026, 11, 20),
        kind="navolgend proces-verbaal",
        author="scheepvaartpolitie",
        number="12",
        notice_number=None,
        pages=7,
        folder=None,
        digital_id=None,
        mark="none",
    )
    inside = Stored(decision=a_decision(scope="portCrime"))
    words = words_of("transfer", law, a_case(report), inside, handing=an_offer(), inventory=(line,))

    assert "Aan → Parket Oost-Vlaanderen, afdeling Dendermonde" in words
    assert "Grond → Samenhang (art. 226-227 Sv.)" in words
    assert "Reden → Het moederdossier loopt daar." in words
    assert "Antwoord gevraagd → 1 december 2026" in words
    assert "HAV-2026-000003 (" in words
    assert "| 4 | 20 november 2026 | Navolgend proces-verbaal / Van: scheepvaartpolitie | 12 | 7 |" in words
    assert "– de harde schijf van de terminal" in words
    assert "Opgemaakt op → 24 november 2026" in words


def test_an_offer_that_was_answered_makes_no_paper_inside_port_crime(law):
    answered = an_offer(state="refused", answered_at=REGISTERED_AT, answered_by="gebruiker 2", answer_reason="te druk")

    with pytest.raises(documents.MissingFact, match="Bied het eerst aan"):
        context("transfer", law, a_case(), Stored(decision=a_decision(scope="portCrime")), handing=answered)


def test_the_note_names_who_is_known_and_says_who_is_not(law):
    report = a_report(persons=(*a_report().persons, Person(id="s3", role="suspect", count=5)))
    words = words_of("jurisdiction_note", law, a_case(report), Stored(decision=a_decision()))

    assert f"| s1 | verdachte 1, An {MARKER}-Janssens | van zijn vrijheid beroofd |" in words
    assert "| s3 | verdachte 3, identiteit niet gekend | 5 personen |" in words
    assert f"| w1 | getuige 1, {MARKER}-Getuige | beroep: kraanman |" in words


def test_a_month_of_receipt_is_not_made_a_day(law):
    words = words_of("receipt", law, a_case(a_report(received_on="2026-10")), Stored(decision=a_decision()))

    assert "Ontvangen op → oktober 2026 (het verslag noemt geen dag; 31 oktober 2026 telt)" in words


def test_a_day_of_receipt_that_was_not_reported_is_said_to_be_so(law):
    words = words_of("jurisdiction_note", law, a_case(a_report(received_on=None)), Stored(decision=a_decision()))

    assert "Ontvangen op → niet gemeld; de dag van inschrijving geldt als dag van ontvangst" in words


def test_texts_of_only_spaces_count_as_not_reported(law):
    blank = " \n "
    report = a_report(
        summary=blank,
        notice_number=blank,
        places=(Place(id="p1", text=blank, quay=blank),),
        offences=(Offence(place="p1", note=blank),),
        persons=(Person(id="s1", role="suspect", family_name=blank, occupation=blank, residence=Residence(municipality=blank)),),
        seizures=(Seizure(substance=blank, note=blank),),
        containers=(blank,),
    )
    for kind in ("receipt", "jurisdiction_note", "transfer"):
        assert "Notitienummer → niet gemeld" in words_of(kind, law, a_case(report), Stored(decision=a_decision()))


def test_an_empty_report_gets_its_receipt_and_its_note(law):
    case = a_case(Report(origin=Origin(service="reportingPoint")))
    decision = Undecided(
        scope="unclear",
        port_area=None,
        policy="stroomplan",
        received_on=case.entered_on,
        received_on_basis="dayOfEntry",
        place=None,
        tracks=(),
        grounds=(),
        warnings=(),
        steps=(),
    )

    assert "Verantwoordelijk parket → nog te bepalen" in words_of("receipt", law, case, Stored(decision=decision))
    assert "Het verslag noemt geen misdrijf." in words_of("jurisdiction_note", law, case, Stored(decision=decision))


def test_the_note_names_the_missing_fact_that_a_warning_points_at(law):
    warning = Warning(
        code="residenceUnknown",
        rule="minors",
        facts=("persons/s2/residence/municipality", "persons/s2/age"),
    )
    decision = a_decision(tracks=(ORDINARY, YOUTH), warnings=(warning,))
    words = words_of("jurisdiction_note", law, a_case(), Stored(decision=decision, open_tracks=(1,)))

    assert "– verdachte 2 (s2): verblijfplaats, gemeente" in words
    assert "leeftijd" not in words.split("Waarschuwingen:")[0]
    assert "| jeugdspoor | s2 | nog te bepalen | nog te bepalen |" in words


def test_the_note_shows_the_reason_of_a_magistrate_who_decided_otherwise(law):
    stored = Stored(decision=a_decision(), kind="overridden", reason="Samenhang met een dossier te Brugge.")

    assert "Beslist door een magistraat → Samenhang met een dossier te Brugge." in words_of("jurisdiction_note", law, a_case(), stored)


BY_POLICY = a_decision(
    scope="portCrime",
    tracks=(msgspec.structs.replace(ORDINARY, prosecution_office="antwerpPort", court="antwerpCorrectional"),),
    policy_alone=(0,),
)
ANSWER = Confirmation(
    decision_seq=1,
    ordinal=0,
    court="antwerpCorrectional",
    kind="ground",
    ground="residence",
    article="Art. 23 Sv.",
    arrondissement="Antwerpen",
    facts="s1 woont te Antwerpen volgens het rijksregister",
    fact_path="places/p1/text",
    fact_value="Albert II-dok, Zeebrugge",
    confirmed_at=REGISTERED_AT,
    confirmed_by="user:23",
    account_id=23,
    office="antwerpPort",
)
RISK = msgspec.structs.replace(
    ANSWER, kind="risk", ground=None, article=None, arrondissement=None, facts=None, fact_path=None, fact_value=None, reason="wordt gezocht"
)
RULED = Ruling(
    id=4,
    ruling="upheld",
    court="antwerpCorrectional",
    ruled_on=date(2026, 11, 24),
    ecli="ECLI:BE:COANT:2026:ARR.1",
    remark=None,
    recorded_at=REGISTERED_AT,
    recorded_by="user:5",
)
STRUCK = Challenge(
    id=2,
    decision_seq=1,
    ordinal=0,
    track="ordinary",
    court="antwerpCorrectional",
    raised_by="party",
    person="s1",
    ground="policy-court",
    raised_on=date(2026, 11, 24),
    before_court="antwerpCorrectional",
    remark=None,
    recorded_at=REGISTERED_AT,
    recorded_by="user:5",
    rulings=(RULED,),
)


def test_the_note_of_a_court_by_policy_alone_says_that_it_is_to_be_confirmed(law):
    words = words_of("jurisdiction_note", law, a_case(), Stored(decision=BY_POLICY))

    assert "| te bevestigen / door een magistraat | Nog op geen wettelijke grond en op geen genomen risico" in words
    assert "bevestigd / door gebruiker" not in words


def test_the_note_says_who_confirmed_competence_when_and_on_what_ground(law):
    words = words_of("jurisdiction_note", law, a_case(), Stored(decision=BY_POLICY), confirmations=(ANSWER,))

    assert "| bevestigd / door gebruiker 23 op 24 november 2026 |" in words
    assert "verblijfplaats van een verdachte; Art. 23 Sv.; voor het arrondissement Antwerpen" in words
    assert "s1 woont te Antwerpen volgens het rijksregister / plaats p1, omschrijving: Albert II-dok, Zeebrugge" in words
    assert "te bevestigen" not in words


NO_GROUND = "is geen wettelijke grond van territoriale bevoegdheid vastgesteld"
FOUND_BY_HIM = "De regels vonden geen grond; een magistraat tekende er een op."


@pytest.mark.parametrize(("kind", "about"), [("jurisdiction_note", None), ("jurisdiction_note_defence", "s1")])
def test_neither_note_says_that_there_is_no_ground_once_a_magistrate_recorded_one(law, kind, about):
    case, stored = a_case(), Stored(decision=BY_POLICY)

    bare = words_of(kind, law, case, stored, about=about)
    assert NO_GROUND in bare and FOUND_BY_HIM not in bare
    risk = words_of(kind, law, case, stored, about=about, confirmations=(RISK,))
    assert NO_GROUND in risk and FOUND_BY_HIM not in risk
    recorded = words_of(kind, law, case, stored, about=about, confirmations=(ANSWER,))
    assert NO_GROUND not in recorded and FOUND_BY_HIM in recorded
    assert "Gewoon spoor, correctionele rechtbank Antwerpen, afdeling Antwerpen: verblijfplaats van een verdachte; Art. 23 Sv." in recorded
    struck = words_of(kind, law, case, stored, about=about, confirmations=(ANSWER,), challenges=(STRUCK,))
    assert NO_GROUND in struck and FOUND_BY_HIM not in struck


def test_the_copy_for_the_defence_gives_the_recorded_ground_and_not_what_the_magistrate_wrote_of_it(law):
    words = words_of("jurisdiction_note_defence", law, a_case(), Stored(decision=BY_POLICY), about="s1", confirmations=(ANSWER,))

    assert "rijksregister" not in words


def test_the_note_calls_an_arrondissement_by_its_dutch_name(law):
    answer = msgspec.structs.replace(ANSWER, arrondissement="Liège")
    words = words_of("jurisdiction_note", law, a_case(), Stored(decision=BY_POLICY), confirmations=(answer,))

    assert "voor het arrondissement Luik" in words
    assert "Liège" not in words


def test_the_note_says_who_took_which_risk(law):
    words = words_of("jurisdiction_note", law, a_case(), Stored(decision=BY_POLICY), confirmations=(RISK,))

    assert "| bevestigd / door gebruiker 23 op 24 november 2026 |" in words
    assert "Geen wettelijke grond: de magistraat neemt het risico op zijn naam / wordt gezocht" in words


def test_a_ruling_against_the_court_makes_the_note_ask_for_confirmation_again(law):
    words = words_of("jurisdiction_note", law, a_case(), Stored(decision=BY_POLICY), confirmations=(ANSWER,), challenges=(STRUCK,))
    later = msgspec.structs.replace(ANSWER, after_ruling=RULED.id)
    again = words_of("jurisdiction_note", law, a_case(), Stored(decision=BY_POLICY), confirmations=(ANSWER, later), challenges=(STRUCK,))

    struck = "betwisting aanvaard: de rechtbank is niet bevoegd; correctionele rechtbank Antwerpen, afdeling Antwerpen, 24 november 2026 ("
    assert struck in words and struck in again
    assert "| te bevestigen /" in words and "| bevestigd /" in again


def test_the_note_of_a_court_with_a_statutory_ground_asks_nobody_to_confirm(law):
    words = words_of("jurisdiction_note", law, a_case(), Stored(decision=msgspec.structs.replace(BY_POLICY, policy_alone=())))

    assert "Bevestiging van de bevoegdheid" not in words


def test_the_note_asks_nobody_for_what_the_rules_derived_themselves(law):
    rests = Warning(code="openAnswerRestsOn", rule="sensitivity", facts=("scope", "portArea", "persons/s1/age"))
    decision = a_decision(tracks=(ORDINARY, YOUTH), warnings=(rests,))

    assert context("jurisdiction_note", law, a_case(), Stored(decision=decision)).missing == ()


def example_of(kind: str, law: LoadedLaw, about: str | None = None) -> Any:
    """The example of a note, made anew from the incident that it tells of; its trace is a selection."""
    report = next(report for _, report in examples() if report.external_id == "inc-235")
    at, entered_on = datetime(2025, 3, 11, 8, tzinfo=UTC), date(2025, 3, 11)
    example = documents.kind_of(kind).example
    decision = routing.route(facts_of(report, entered_on), law.law)
    said = msgspec.structs.replace(
        ANSWER,
        ground="connexity",
        article="Art. 226-227 Sv. (samenhang)",
        facts="voorbeeld van een optekening: dezelfde partij als in HAV-2025-000011, aanhangig te Antwerpen",
        fact_path=None,
        fact_value=None,
        confirmed_by="user:7",
        confirmed_at=datetime(2025, 3, 12, 9, tzinfo=UTC),
    )
    stored = Stored(
        decision=decision,
        law_digest=example.law_digest,
        engine_version=ENGINE_VERSION,
        decided_at=at,
        open_tracks=tracks.open_ordinals(decision, facts_of(report, entered_on)),
    )
    case = a_case(report, case_number=example.case_number, registered_at=at, entered_on=entered_on)
    made: Any = context(kind, law, case, stored, about, confirmations=(said,), at=datetime(2025, 3, 12, 10, tzinfo=UTC))
    numbers = {(rule.question, rule.about, rule.because): rule.number for rule in example.rules}
    rules = [
        msgspec.structs.replace(rule, number=numbers[key])
        for rule in made.rules
        if (key := (rule.question, rule.about, rule.because)) in numbers
    ]
    return msgspec.structs.replace(made, rules=tuple(rules))


@pytest.mark.parametrize(("kind", "about"), [("jurisdiction_note", None), ("jurisdiction_note_defence", "s2")])
def test_the_example_of_a_note_is_what_the_present_rules_say_of_its_incident(law, kind, about):
    assert documents.kind_of(kind).example == example_of(kind, law, about)


@pytest.mark.parametrize(
    ("case", "decision", "reason"),
    [
        (a_case(), a_decision(scope="portCrime"), "niets over te dragen"),
        (a_case(), a_decision(tracks=(YOUTH,)), "Vul de plaats van het feit aan"),
        (a_case(), a_decision(tracks=(msgspec.structs.replace(ORDINARY, prosecution_office="foreign"),)), "in het buitenland"),
        (a_case(holding_office="westFlandersBrugge"), a_decision(), "houdt dit dossier al"),
    ],
)
def test_a_transfer_that_cannot_be_made_says_what_is_missing(law, case, decision, reason):
    with pytest.raises(documents.MissingFact, match=reason):
        context("transfer", law, case, Stored(decision=decision))


def test_a_kind_that_does_not_exist_names_those_that_do(law):
    with pytest.raises(LookupError, match=r"gekend zijn .*receipt"):
        papers.paper_of("summary")


def examples() -> list[tuple[str, Report]]:
    found = []
    for file in sorted((Path(__file__).resolve().parents[2] / "examples").glob("*.jsonl")):
        lines = file.read_bytes().splitlines()
        found += [(f"{file.name}:{number}", numbered(decode_report(line))) for number, line in enumerate(lines, start=1) if line.strip()]
    return found


def papers_of(law: LoadedLaw, case: Case) -> dict[str, bytes]:
    facts = facts_of(case.report, case.entered_on)
    decision = routing.route(facts, law.law)
    stored = Stored(decision=decision, open_tracks=tracks.open_ordinals(decision, facts))
    return {
        kind: documents.render(documents.kind_of(kind), context(kind, law, case, stored), templates.read(kind))
        for kind in papers.asked_by_a_decision(case, decision)
    }


@pytest.mark.minutes
def test_every_example_gets_its_papers(law):
    made, broken = 0, []
    for where, report in examples():
        for kind, document in papers_of(law, a_case(report)).items():
            made += 1
            broken += [f"{where} {kind}: {defect}" for defect in reading.defects(document)]

    assert broken == []
    assert made >= 300


@pytest.mark.minutes
def test_every_example_gets_its_papers_when_any_one_fact_is_missing(law):
    """Drops each value of a report in turn: what is not known is said, and never stops a receipt or a note."""
    richest = sorted(examples(), key=lambda row: -len(msgspec.json.encode(row[1])))[:4]
    for _, report in richest:
        for fewer in without_one_value(msgspec.to_builtins(report)):
            for document in papers_of(law, a_case(numbered(msgspec.convert(fewer, Report)))).values():
                assert "None" not in reading.words_of(document)


def without_one_value(value: Any) -> Iterator[Any]:
    if isinstance(value, dict):
        for name, item in value.items():
            if item not in (None, [], ()) and name not in ("id", "service"):
                if name != "origin":
                    yield value | {name: [] if isinstance(item, list | tuple) else None}
                yield from (value | {name: changed} for changed in without_one_value(item))
    elif isinstance(value, list | tuple):
        for index, item in enumerate(value):
            yield from ([*value[:index], changed, *value[index + 1 :]] for changed in without_one_value(item))


def test_every_document_of_a_file_has_its_paper_and_no_other():
    assert [paper.kind for paper in papers.PAPERS] == [kind.code for kind in documents.KINDS]


@pytest.mark.parametrize("kind", documents.KINDS, ids=lambda kind: kind.code)
def test_what_a_maker_may_say_has_dutch_words_and_may_be_left_out_until_the_document_needs_it(kind):
    kind.typed()

    for name, schema in msgspec.json.schema(kind.typed)["$defs"][kind.typed.__name__]["properties"].items():
        told = (schema, *schema.get("anyOf", ()))
        assert any(one.get("title") for one in told), f"{kind.code}: {name} has no Dutch title in its Meta"


def test_a_paper_says_when_somebody_was_born_and_no_age_that_may_contradict_it():
    person = Person(id="s1", role="suspect", birth_date="1990-03-02", age=49)

    assert report_words.identity(person) == ("geboren op 2 maart 1990",)
    assert report_words.identity(msgspec.structs.replace(person, birth_date=None)) == ("49 jaar op het ogenblik van de feiten",)
    assert "49 jaar op het ogenblik van de feiten" in report_words.person_details(person), "the file itself shows both"
