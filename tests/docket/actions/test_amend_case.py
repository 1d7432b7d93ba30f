import asyncio

import msgspec
import pytest

from docket.actions.jurisdiction.decide_jurisdiction import TrackChoice
from docket.actions.jurisdiction.override_decision import OverrideDecision, override_decision
from docket.actions.registration.amend_case import AmendCase, amend_case, preview_amendment
from docket.contract import Person, Report
from docket.deps import Deps
from docket.errors import BadInput, MissingScope, NotFound, Stale, StateForbids
from tests.builders import a_case, a_clerk, a_prosecutor, an_actor
from tests.docket.actions.reading import view_of


def with_minor(report: Report) -> Report:
    minor = Person(id="s2", role="suspect", age=16, family_name="Peeters")
    return msgspec.structs.replace(report, persons=(*report.persons, minor))


async def the_report(deps: Deps, case_number: str) -> Report:
    return (await view_of(deps, case_number)).case.report


async def test_a_corrected_fact_routes_anew_and_marks_what_was_built_on_the_old_one(deps: Deps) -> None:
    number = (await a_case(deps)).case_number
    report = with_minor(await the_report(deps, number))

    amended = await amend_case(AmendCase(case_number=number, version=1, report=report, reason="identiteit gekend"), a_clerk(), deps)

    assert amended.version == 2
    assert [change.path for change in amended.changes] == ["/persons/s2"]
    assert [track.track for track in amended.after.tracks] == ["ordinary", "youth"]
    found = await view_of(deps, number)
    assert found.case.report == report
    assert [line.seq for line in found.decisions] == [1, 2]
    assert [entry.kind for entry in found.entries] == ["CaseRegistered", "FactsAmended"]
    old = [document for document in found.documents if document.case_version == 1]
    assert old and all(document.outdated_at for document in old)
    assert {document.kind for document in found.documents if document.outdated_at is None} == {document.kind for document in old}


async def test_a_preview_says_what_would_change_and_stores_nothing(deps: Deps) -> None:
    number = (await a_case(deps)).case_number
    report = with_minor(await the_report(deps, number))

    preview = await preview_amendment(AmendCase(case_number=number, version=1, report=report, reason=""), a_clerk(), deps)

    assert [track.track for track in preview.after.tracks] == ["ordinary", "youth"]
    assert {document.kind for document in preview.documents} >= {"jurisdiction_note", "receipt"}
    assert (await view_of(deps, number)).case.version == 1


async def test_a_stale_version_shows_what_changed(deps: Deps) -> None:
    number = (await a_case(deps)).case_number
    report = await the_report(deps, number)
    first = AmendCase(case_number=number, version=1, report=with_minor(report), reason="identiteit gekend")
    await amend_case(first, a_clerk(), deps)

    with pytest.raises(Stale) as stale:
        late = msgspec.structs.replace(first, report=msgspec.structs.replace(report, summary="anders"))
        await amend_case(late, a_clerk(), deps)

    assert "feiten verbeterd (/persons/s2) door clerk:17 op 24/11/2026 om 10.30 uur" in stale.value.detail


async def test_of_two_writers_at_once_one_is_stale(deps: Deps) -> None:
    number = (await a_case(deps)).case_number
    report = await the_report(deps, number)
    commands = [
        AmendCase(case_number=number, version=1, report=msgspec.structs.replace(report, summary=f"{turn}"), reason="x") for turn in range(4)
    ]

    answers = await asyncio.gather(*(amend_case(command, a_clerk(), deps) for command in commands), return_exceptions=True)

    assert sorted(type(answer).__name__ for answer in answers) == ["AmendedCase", "Stale", "Stale", "Stale"]
    assert len((await view_of(deps, number)).entries) == 2


async def test_a_correction_needs_a_reason_and_a_difference(deps: Deps) -> None:
    number = (await a_case(deps)).case_number
    report = await the_report(deps, number)

    with pytest.raises(BadInput):
        await amend_case(AmendCase(case_number=number, version=1, report=with_minor(report), reason=" "), a_clerk(), deps)
    with pytest.raises(StateForbids):
        await amend_case(AmendCase(case_number=number, version=1, report=report, reason="x"), a_clerk(), deps)


async def test_a_file_of_another_office_does_not_exist(deps: Deps) -> None:
    number = (await a_case(deps)).case_number
    report = await the_report(deps, number)

    for case_number in (number, "HAV-2026-999999"):
        with pytest.raises(NotFound) as missing:
            command = AmendCase(case_number=case_number, version=1, report=report, reason="x")
            await amend_case(command, a_clerk("limburgHasselt"), deps)
        assert missing.value.detail == NotFound().detail
    with pytest.raises(MissingScope):
        await amend_case(AmendCase(case_number=number, version=1, report=report, reason="x"), an_actor("courtRegistrar"), deps)


async def test_a_new_routing_is_mailed_and_a_word_in_the_summary_is_not(deps: Deps) -> None:
    number = (await a_case(deps)).case_number
    report = await the_report(deps, number)

    summary = msgspec.structs.replace(report, summary="anders")
    await amend_case(AmendCase(case_number=number, version=1, report=summary, reason="tikfout"), a_clerk(), deps)
    assert len((await view_of(deps, number)).deliveries) == 1

    elsewhere = msgspec.structs.replace(
        summary, places=(msgspec.structs.replace(report.places[0], quay=None, text=None, port=None, municipality="Gent"),)
    )
    await amend_case(AmendCase(case_number=number, version=2, report=elsewhere, reason="andere plaats"), a_clerk(), deps)

    deliveries = (await view_of(deps, number)).deliveries
    assert [delivery.outdated_at is not None for delivery in deliveries] == [True, False]
    assert number in deliveries[1].body_text


async def test_a_new_track_without_a_new_office_is_mailed(deps: Deps) -> None:
    number = (await a_case(deps)).case_number

    await amend_case(
        AmendCase(case_number=number, version=1, report=with_minor(await the_report(deps, number)), reason="leeftijd gekend"),
        a_clerk(),
        deps,
    )

    found = await view_of(deps, number)
    assert [track.prosecution_office for track in found.current.decision.tracks] == ["antwerpPort", None]
    assert [delivery.outdated_at is not None for delivery in found.deliveries] == [True, False]
    assert "de woonplaats, waar die ontbreekt" in found.deliveries[1].body_text


async def test_an_investigator_is_not_asked_what_the_report_says(deps: Deps) -> None:
    number = (await a_case(deps)).case_number

    found = await view_of(deps, number)

    assert found.case.report.offences
    assert "de kwalificatie van de feiten" not in found.deliveries[0].body_text


async def test_the_choice_of_a_person_stands_while_the_rules_say_the_same_and_lapses_when_not(deps: Deps) -> None:
    number = (await a_case(deps)).case_number
    chosen = (TrackChoice(ordinal=0, prosecution_office="federal", court="antwerpCorrectional"),)
    override = OverrideDecision(case_number=number, version=1, tracks=chosen, reason="federaal onderzoek")
    await override_decision(override, a_prosecutor(), deps)
    report = await the_report(deps, number)

    summary = msgspec.structs.replace(report, summary="anders")
    kept = await amend_case(AmendCase(case_number=number, version=2, report=summary, reason="tikfout"), a_clerk(), deps)
    assert [track.prosecution_office for track in kept.after.tracks] == ["federal"]
    found = await view_of(deps, number)
    assert [(line.kind, line.decided_by) for line in found.decisions[2:]] == [("routed", "clerk:17"), ("overridden", "prosecutor:23")]

    lapsed = await amend_case(AmendCase(case_number=number, version=3, report=with_minor(summary), reason="x"), a_clerk(), deps)
    assert lapsed.after.tracks[0].prosecution_office == "antwerpPort"
    assert (await view_of(deps, number)).entries[-1].content["lapsed"] is True
