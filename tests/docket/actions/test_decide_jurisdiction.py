import pytest

from docket.access import visibility
from docket.actions.jurisdiction.decide_jurisdiction import DecideJurisdiction, TrackChoice, decide_jurisdiction
from docket.actions.jurisdiction.override_decision import OverrideDecision, override_decision
from docket.clock import court_day
from docket.deps import Deps
from docket.errors import BadInput, MissingScope, StateForbids
from docket.store import search, work_lists
from tests.builders import a_case, a_clerk, a_prosecutor, a_report, an_empty_report
from tests.docket.actions.reading import view_of

CHOICE = TrackChoice(ordinal=0, prosecution_office="antwerp", court="antwerpCorrectional")


def settle(number: str, *choices: TrackChoice, version: int = 1, reason: str = "plaats blijkt uit het dossier") -> DecideJurisdiction:
    return DecideJurisdiction(case_number=number, version=version, tracks=choices or (CHOICE,), reason=reason)


async def waiting(deps: Deps) -> list[str]:
    return [line.case.case_number for line in (await work_lists.open_tracks(deps.pool, a_clerk(), court_day(deps.clock.now()))).items]


async def test_a_file_without_tracks_waits_until_a_prosecutor_settles_it(deps: Deps) -> None:
    number = (await a_case(deps, an_empty_report())).case_number
    assert await waiting(deps) == [number]

    decided = await decide_jurisdiction(settle(number), a_prosecutor(), deps)

    assert decided.before.tracks == ()
    assert [(track.prosecution_office, track.court) for track in decided.after.tracks] == [("antwerp", "antwerpCorrectional")]
    assert await waiting(deps) == []
    found = await view_of(deps, number)
    assert (found.current.kind, found.current.reason) == ("settled", "plaats blijkt uit het dossier")
    assert found.entries[-1].kind == "JurisdictionDecided"
    assert type(decided.after).__name__ == "Decided"


async def test_a_clerk_settles_nothing(deps: Deps) -> None:
    number = (await a_case(deps, an_empty_report())).case_number

    with pytest.raises(MissingScope):
        await decide_jurisdiction(settle(number), a_clerk(), deps)


async def test_a_track_that_is_not_open_is_overridden_not_settled(deps: Deps) -> None:
    number = (await a_case(deps)).case_number

    with pytest.raises(StateForbids):
        await decide_jurisdiction(settle(number), a_prosecutor(), deps)
    override = OverrideDecision(case_number=number, version=1, tracks=(CHOICE,), reason="zo beslist")
    await override_decision(override, a_prosecutor(), deps)

    found = await view_of(deps, number)
    assert (found.current.kind, found.current.decision.tracks[0].prosecution_office) == ("overridden", "antwerp")


@pytest.mark.parametrize(
    ("choice", "path"),
    [
        (TrackChoice(ordinal=3, prosecution_office="antwerp"), "/tracks/0/ordinal"),
        (TrackChoice(ordinal=0, prosecution_office="parket"), "/tracks/0/prosecutionOffice"),
        (TrackChoice(ordinal=0, prosecution_office="antwerp", court="hof"), "/tracks/0/court"),
    ],
)
async def test_only_known_tracks_offices_and_courts_are_chosen(deps: Deps, choice: TrackChoice, path: str) -> None:
    number = (await a_case(deps, an_empty_report())).case_number

    with pytest.raises(BadInput) as refused:
        await decide_jurisdiction(settle(number, choice), a_prosecutor(), deps)

    assert [issue.name for issue in refused.value.issues] == [path]


async def test_the_office_that_was_chosen_reads_the_file_from_then_on(deps: Deps) -> None:
    number = (await a_case(deps, a_report(), by=a_clerk())).case_number
    there = a_clerk("limburgHasselt", account_id=44)
    assert await search.case_view(deps.pool, visibility(there), number) is None

    choice = TrackChoice(ordinal=0, prosecution_office="limburgHasselt", court="limburgHasseltCorrectional")
    await override_decision(OverrideDecision(case_number=number, version=1, tracks=(choice,), reason="x"), a_prosecutor(), deps)

    assert await search.case_view(deps.pool, visibility(there), number) is not None
