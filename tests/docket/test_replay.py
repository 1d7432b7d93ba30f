"""A stored decision holds what it was made from: decided again it is the same to the byte, or what differs is named."""

import json
from datetime import date

import msgspec
import pytest

from docket import differences as comparing
from docket import replay
from docket.access import visibility
from docket.actions.jurisdiction.decide_jurisdiction import TrackChoice
from docket.actions.jurisdiction.override_decision import OverrideDecision, override_decision
from docket.actions.registration.amend_case import AmendCase, amend_case
from docket.deps import Deps
from docket.differences import Difference, differences, said
from docket.law_in_force import PackMissing
from docket.replay import Replayed, as_of, each_replayed
from docket.store.cases import Snapshot, snapshot
from tests.builders import a_case, a_clerk, a_prosecutor, an_empty_report
from tests.docket.actions.reading import view_of
from tests.docket.enacting import enact, other_law

CHOICE = TrackChoice(ordinal=0, prosecution_office="antwerp", court="antwerpCorrectional")


async def replay_all(deps: Deps, case_number: str | None = None) -> list[Replayed]:
    async with deps.transaction() as tx:
        return [each async for each in each_replayed(tx, deps.laws, case_number)]


async def snapshot_of(deps: Deps, number: str) -> Snapshot:
    found = await snapshot(deps.pool, number, visibility(a_clerk()))
    assert found is not None
    return found


async def fill(deps: Deps) -> str:
    """Decided by the rules, by the rules anew, and by a person; one file more without any fact."""
    number = (await a_case(deps)).case_number
    corrected = msgspec.structs.replace((await view_of(deps, number)).case.report, summary="anders")
    await amend_case(AmendCase(case_number=number, version=1, report=corrected, reason="x"), a_clerk(), deps)
    await override_decision(OverrideDecision(case_number=number, version=2, tracks=(CHOICE,), reason="x"), a_prosecutor(), deps)
    again = msgspec.structs.replace(corrected, notice_number="DE60.SP.000007/2026")
    await amend_case(AmendCase(case_number=number, version=3, report=again, reason="x"), a_clerk(), deps)
    await a_case(deps, an_empty_report())
    return number


async def stored(deps: Deps) -> list[tuple[object, ...]]:
    async with deps.pool.acquire() as connection:
        return [tuple(row) for row in await connection.fetch("select * from decisions order by case_id, seq")]


async def test_every_decision_of_the_rules_and_of_people_replays_to_the_same_bytes(deps: Deps) -> None:
    number = await fill(deps)
    before = await stored(deps)

    again = await replay_all(deps)

    assert [(each.seq, each.kind, each.outcome) for each in again if each.case_number == number] == [
        (1, "routed", "same"),
        (2, "routed", "same"),
        (3, "overridden", "same"),
        (4, "routed", "same"),
        (5, "overridden", "same"),
    ]
    assert {each.outcome for each in again} == {"same"}
    assert {each.case_number for each in again} == {number, "HAV-2026-000002"}
    assert {each.case_number for each in await replay_all(deps, number)} == {number}
    assert await stored(deps) == before


@pytest.mark.parametrize(
    ("sql", "named"),
    [
        ("result = jsonb_set(result, '{tracks,0,court}', '\"ghentCorrectional\"')", "tracks/0/court"),
        ("result = jsonb_set(result, '{scope}', '\"outside\"')", "scope"),
        ("result = jsonb_set(result, '{portArea}', '\"ghent\"')", "portArea"),
        ("result = jsonb_set(result, '{steps,0,reason}', '\"invented\"')", "steps/"),
        ("facts = jsonb_set(facts, '{places,0,quay}', '\"1\"')", ""),
    ],
)
async def test_a_result_or_a_fact_that_was_tampered_with_is_named(deps: Deps, sql: str, named: str) -> None:
    await a_case(deps)
    async with deps.pool.acquire() as connection:
        await connection.execute(f"update decisions set {sql}")

    [found] = await replay_all(deps)

    assert found.outcome == "otherBytes"
    assert [each.path for each in found.differences if each.path.startswith(named)]


async def test_under_other_rules_the_stored_answer_stays_and_the_differences_are_listed(
    deps: Deps, monkeypatch: pytest.MonkeyPatch
) -> None:
    number = (await a_case(deps)).case_number
    before = await stored(deps)
    real = replay.route

    def other_rules(*given, **named):
        decided = real(*given, **named)
        moved = msgspec.structs.replace(decided.tracks[0], court="ghentCorrectional")
        return msgspec.structs.replace(decided, tracks=(moved, *decided.tracks[1:]))

    monkeypatch.setattr(replay, "route", other_rules)
    monkeypatch.setattr(replay, "ENGINE_VERSION", "999")
    [found] = await replay_all(deps)

    was = (await view_of(deps, number)).current.decision.tracks[0].court
    assert (found.outcome, found.stored_engine != found.present_engine, found.present_engine) == ("otherEngine", True, "999")
    assert found.differences == (Difference(path="tracks/0/court", before=was, after="ghentCorrectional"),)
    assert await stored(deps) == before


async def test_other_rules_that_give_the_same_bytes_are_no_difference(deps: Deps, monkeypatch: pytest.MonkeyPatch) -> None:
    await a_case(deps)
    monkeypatch.setattr(replay, "ENGINE_VERSION", "999")

    assert [each.outcome for each in await replay_all(deps)] == ["same"]


async def test_a_decision_whose_law_was_never_kept_says_so(deps: Deps) -> None:
    await a_case(deps)
    async with deps.pool.acquire() as connection:
        await connection.execute("update decisions set law_digest = repeat('0', 64)")

    assert [(each.outcome, each.differences) for each in await replay_all(deps)] == [("packMissing", ())]


async def test_every_decision_is_replayed_under_its_own_law_after_a_change_of_law(deps: Deps) -> None:
    await a_case(deps)
    newer = other_law()
    await enact(newer, deps)
    await a_case(deps, noticeNumber="DE60.SP.000002/2026")

    again = await replay_all(deps)

    assert [(each.law_digest, each.outcome) for each in again] == [(deps.law.digest, "same"), (newer.digest, "same")]


async def test_a_file_is_decided_as_of_a_day_by_the_pack_in_force_then_and_nothing_is_written(deps: Deps) -> None:
    number = (await a_case(deps)).case_number
    newer = other_law()
    await enact(newer, deps, on=date(2026, 12, 1))
    before = await stored(deps)
    found = await snapshot_of(deps, number)

    async def on(day: date, digest: str | None = None) -> replay.AsOf:
        return await as_of(deps.pool, deps.laws, found.facts, found.routed, day, digest)

    early, same, late = await on(date(2020, 5, 1)), await on(date(2026, 11, 30)), await on(date(2027, 1, 1))
    asked = await on(date(2020, 5, 1), newer.digest)

    assert (early.pack, same.pack, late.pack, asked.pack) == ("firstPack", "inForce", "inForce", "asked")
    assert [each.law_digest for each in (early, same, late, asked)] == [deps.law.digest] * 2 + [newer.digest] * 2
    assert (same.decision.as_of, same.decision.policy, late.decision.policy) == (date(2026, 11, 30), "stroomplan", "enacted")
    assert "policy" in {each.path for each in late.differences}
    assert await stored(deps) == before
    with pytest.raises(PackMissing):
        await on(date(2020, 5, 1), "0" * 64)


async def test_a_municipality_that_changed_court_is_decided_by_the_court_of_the_day_asked(deps: Deps) -> None:
    """Zwijndrecht went from Antwerp to Dendermonde on 1 January 2025 (Beveren-Kruibeke-Zwijndrecht)."""
    place = {"id": "p1", "role": "scene", "municipality": "Zwijndrecht"}
    offence = {"offence": "threats", "committedFrom": "2024-03-01", "place": "p1", "portLink": "none"}
    number = (await a_case(deps, receivedOn="2024-03-02", places=[place], offences=[offence], persons=[])).case_number
    found = await snapshot_of(deps, number)

    then = await as_of(deps.pool, deps.laws, found.facts, found.routed, date(2024, 3, 2))
    later = await as_of(deps.pool, deps.laws, found.facts, found.routed, date(2025, 1, 1))

    assert then.differences == ()
    assert {each.path for each in later.differences} >= {"tracks/0/prosecutionOffice", "tracks/0/court"}


def test_differences_are_told_in_words_with_the_titles_of_the_law(law) -> None:
    before = {"outcome": "decided", "scope": "portCrime", "tracks": [{"track": "ordinary", "court": "antwerpCorrectional"}], "steps": []}
    after = before | {"scope": "outside", "tracks": [{"track": "ordinary", "court": None}]}
    court = law.law.title("antwerpCorrectional")

    assert [said(each, law.law) for each in differences(before, after, law.law)] == [
        "Aard van het dossier: eerst havencriminaliteit, nu buiten de havencriminaliteit.",
        f"Rechtbank van spoor 1: vervalt, was {court}.",
    ]


def test_rules_seats_and_tracks_are_told_without_codes(law) -> None:
    step = {"rule": "policy-court", "about": None, "outcome": "met", "reason": "exclusive"}
    seat = {"track": "ordinary", "prosecutionOffice": "antwerpPort", "court": "antwerpCorrectional", "chosen": True}
    before = {"policyAlone": [0, 1], "steps": [step], "candidates": [seat]}
    other = seat | {"chosen": False, "beatenBy": "policy-court", "why": "exclusive"}
    after = {"policyAlone": [], "steps": [step | {"reason": "onGround"}], "candidates": [other]}
    question = law.law.question("policy-court", "nl")
    office, court = law.law.title("antwerpPort"), law.law.title("antwerpCorrectional")

    assert [said(each, law.law) for each in differences(before, after, law.law)] == [
        "Sporen die enkel op beleid rusten: vervalt, was spoor 1, spoor 2.",
        f"Regel “{question}”: voldaan, om een andere reden.",
        f"Mogelijke dienst gewoon spoor, {office}, {court}: eerst gekozen, nu niet gekozen (regel “{question}”).",
    ]


def test_whatever_differs_is_told_at_least_once(law) -> None:
    row = {"rule": "r", "about": None, "outcome": "met", "reason": "x", "because": "woorden"}
    before, after = {"steps": [row], "unknown": {"a": 1}}, {"steps": [row | {"because": "andere"}], "unknown": {"a": 2}}

    assert differences(before, json.loads(json.dumps(before)), law.law) == ()
    assert [(each.path, each.before, each.after) for each in differences(before, after, law.law)] == [
        ("steps/r", comparing.CHANGED, comparing.CHANGED),
        ("unknown", "{'a': 1}", "{'a': 2}"),
    ]
    assert differences({"asOf": "2020-01-01"}, {"asOf": None}, law.law) == ()
