"""An end or a finality that was entered in error is put back by a magistrate: where everybody stood, with the clocks that it began."""

from datetime import date

import pytest

from docket.actions.judgments.establish_final import EstablishFinal, establish_final
from docket.actions.judgments.lodge_remedy import lodge_remedy
from docket.actions.judgments.send_extract import SendExtract, send_extract
from docket.actions.life.change_status import ChangeStatus, change_status
from docket.actions.life.restore_standing import RestoreStanding, restore_standing
from docket.actions.life.strike_entry import StrikeEntry, strike_entry
from docket.actions.oversight.verify_register import verify_register
from docket.clock import FixedClock
from docket.deps import Deps
from docket.errors import BadInput, MissingScope, Stale, StateForbids
from docket.timeline import lines_of
from tests.builders import a_case, a_clerk, a_prosecutor
from tests.docket.actions.judgment_world import before_court, convicting, judge, judgment_of, on, running
from tests.docket.actions.reading import view_of
from tests.docket.actions.test_judgments import FINAL, FINE, TODAY, appeal, stands


async def restored(deps: Deps, number: str, seq: int, **fields: object) -> None:
    said = {"case_number": number, "version": (await view_of(deps, number)).case.version, "seq": seq, "reason": "verkeerd dossier"}
    await restore_standing(RestoreStanding(**said | fields), a_prosecutor(), deps)  # type: ignore[arg-type]


async def last_seq(deps: Deps, number: str, kind: str) -> int:
    return max(entry.seq for entry in (await view_of(deps, number)).entries if entry.kind == kind)


async def closed_in_error(deps: Deps) -> tuple[str, int]:
    number = (await a_case(deps)).case_number
    closing = ChangeStatus(case_number=number, version=1, event="extinguished", cause="death", reason="overleden")
    await change_status(closing, a_prosecutor(), deps)
    return number, await last_seq(deps, number, "StatusChanged")


async def test_a_file_that_was_closed_in_error_goes_on_where_it_stood(deps: Deps) -> None:
    number, seq = await closed_in_error(deps)
    assert (await stands(deps, number))[0] == "closed"

    await restored(deps, number, seq)

    assert await stands(deps, number) == ("registered", {})
    kinds = {entry.kind: entry.content for entry in (await view_of(deps, number)).entries}
    assert kinds["StandingRestored"]["undone"] == kinds["EntryStruck"]["struck"] == seq
    [undone] = [line for line in lines_of((await view_of(deps, number)).entries, deps.law.law) if line.seq == seq]
    assert undone.restored_by and undone.struck_by and not undone.may_be_restored and not undone.not_undone
    with pytest.raises(StateForbids, match="al teruggezet"):
        await restored(deps, number, seq)
    opening = ChangeStatus(case_number=number, version=3, event="openInvestigation", reason="verder onderzoek")
    await change_status(opening, a_prosecutor(), deps)
    assert (await verify_register(deps))[0] == []


async def test_an_end_that_was_only_struck_through_before_is_put_back_too(deps: Deps) -> None:
    number, seq = await closed_in_error(deps)
    await strike_entry(StrikeEntry(case_number=number, version=2, seq=seq, reason="verkeerd dossier"), a_clerk(), deps)

    await restored(deps, number, seq)

    assert (await stands(deps, number))[0] == "registered"
    assert [entry.kind for entry in (await view_of(deps, number)).entries].count("EntryStruck") == 1


async def test_an_appeal_in_time_that_is_entered_after_the_finality_goes_on_once_the_finality_is_undone(
    deps: Deps, clock: FixedClock
) -> None:
    number = await before_court(deps)
    await judge(deps, convicting(number, penalties=(FINE,)))
    judgment = (await judgment_of(deps, number)).id
    on(clock, FINAL)
    await establish_final(EstablishFinal(case_number=number, version=3), a_clerk(), deps)
    late = appeal(number, 4, judgment, lodged_on=TODAY)
    with pytest.raises(StateForbids):
        await lodge_remedy(late, a_clerk(), deps)

    await restored(deps, number, await last_seq(deps, number, "FinalityEstablished"))

    assert await stands(deps, number) == ("judged", {})
    assert {one.final_on for one in (await judgment_of(deps, number)).outcomes} == {None}
    assert not {limit for limit, _, _ in await running(deps, number)} & {"financialExtract", "policeDatabase"}
    await lodge_remedy(appeal(number, 5, judgment, lodged_on=TODAY), a_clerk(), deps)
    assert ("s1", "o1") in {pair for pair, status in (await stands(deps, number))[1].items() if status == "appeal"}
    assert (await verify_register(deps))[0] == []


async def test_what_came_after_is_undone_first(deps: Deps, clock: FixedClock) -> None:
    number = await before_court(deps)
    await judge(deps, convicting(number))
    on(clock, FINAL)
    await establish_final(EstablishFinal(case_number=number, version=3), a_clerk(), deps)
    [general] = (await judgment_of(deps, number)).extracts
    await send_extract(SendExtract(case_number=number, version=4, extract=general.id, sent_on=FINAL), a_clerk(), deps)
    assert (await stands(deps, number))[0] == "closed"
    finality = await last_seq(deps, number, "FinalityEstablished")

    with pytest.raises(StateForbids, match="Maak eerst ongedaan wat daarna kwam"):
        await restored(deps, number, finality)
    await restored(deps, number, await last_seq(deps, number, "ExtractSent"))
    await restored(deps, number, finality)

    assert await stands(deps, number) == ("judged", {})
    [sent] = (await judgment_of(deps, number)).extracts
    assert (sent.state, sent.sent_on) == ("sent", date(2026, 12, 25)), "it was sent all the same"
    assert (await verify_register(deps))[0] == []


async def test_only_a_magistrate_with_a_reason_on_the_file_as_it_stands_puts_back_what_moved_somebody(deps: Deps) -> None:
    number, seq = await closed_in_error(deps)
    command = RestoreStanding(case_number=number, version=2, seq=seq, reason="r")

    with pytest.raises(MissingScope):
        await restore_standing(command, a_clerk(), deps)
    with pytest.raises(Stale):
        await restored(deps, number, seq, version=1)
    with pytest.raises(BadInput):
        await restored(deps, number, seq, reason=" ")
    with pytest.raises(BadInput):
        await restored(deps, number, 99)
    with pytest.raises(StateForbids, match="niets terug te zetten"):
        await restored(deps, number, 1)
    assert (await stands(deps, number))[0] == "closed"
