"""An entry that was made in error is struck through by a new one, with its reason, and never removed."""

import pytest

from docket import timeline
from docket.actions.life.change_status import ChangeStatus, change_status
from docket.actions.life.strike_entry import StrikeEntry, strike_entry
from docket.deps import Deps
from docket.errors import BadInput, MissingScope, NotFound, Stale, StateForbids
from tests.builders import a_case, a_clerk, an_actor
from tests.docket.actions.reading import view_of


async def a_changed_file(deps: Deps) -> str:
    number = (await a_case(deps)).case_number
    await change_status(ChangeStatus(case_number=number, version=1, event="openInvestigation", reason="begonnen"), a_clerk(), deps)
    return number


async def test_a_struck_entry_stays_with_who_and_why_and_undoes_nothing(deps: Deps) -> None:
    number = await a_changed_file(deps)
    before = await view_of(deps, number)
    await strike_entry(StrikeEntry(case_number=number, version=2, seq=2, reason="verkeerd dossier"), a_clerk(account_id=18), deps)

    found = await view_of(deps, number)
    assert (found.case.status, found.case.version) == ("investigation", 3)
    assert found.entries[:2] == before.entries
    lines = timeline.lines_of(found.entries, deps.law.law)
    assert [(line.kind, line.struck_by, line.struck_reason) for line in lines] == [
        ("CaseRegistered", None, None),
        ("StatusChanged", 3, "verkeerd dossier"),
        ("EntryStruck", None, None),
    ]
    assert "schrijf in wat er werkelijk gebeurde" in lines[1].not_undone


@pytest.mark.parametrize(("seq", "says"), [(1, "eigen handeling"), (3, "eigen handeling"), (2, "al doorgehaald")])
async def test_what_the_register_did_or_was_struck_already_is_not_struck(deps: Deps, seq: int, says: str) -> None:
    number = await a_changed_file(deps)
    await strike_entry(StrikeEntry(case_number=number, version=2, seq=2, reason="vergissing"), a_clerk(), deps)
    with pytest.raises(StateForbids, match=says):
        await strike_entry(StrikeEntry(case_number=number, version=3, seq=seq, reason="vergissing"), a_clerk(), deps)

    assert len((await view_of(deps, number)).entries) == 3


async def test_striking_needs_a_reason_a_line_the_seen_version_and_the_office(deps: Deps) -> None:
    number = await a_changed_file(deps)
    with pytest.raises(BadInput):
        await strike_entry(StrikeEntry(case_number=number, version=2, seq=2, reason=" "), a_clerk(), deps)
    with pytest.raises(BadInput):
        await strike_entry(StrikeEntry(case_number=number, version=2, seq=9, reason="x"), a_clerk(), deps)
    with pytest.raises(Stale):
        await strike_entry(StrikeEntry(case_number=number, version=1, seq=2, reason="x"), a_clerk(), deps)
    with pytest.raises(NotFound):
        await strike_entry(StrikeEntry(case_number=number, version=2, seq=2, reason="x"), a_clerk("limburgHasselt"), deps)
    with pytest.raises(MissingScope):
        await strike_entry(StrikeEntry(case_number=number, version=2, seq=2, reason="x"), an_actor("auditor", office=None), deps)
