"""Everyone is told: a row for each with a state of its own, in the transaction of the act; a successor takes over."""

from datetime import timedelta
from typing import get_args

import msgspec
import pytest

from docket.actions.contacts.add_contact import AddContact, add_contact
from docket.actions.contacts.end_contact import EndContact, end_contact
from docket.actions.contacts.mark_told import MarkTold, mark_told
from docket.actions.hearings.cancel_hearing import CancelHearing, cancel_hearing
from docket.actions.hearings.move_hearing import MoveHearing, move_hearing
from docket.actions.oversight.verify_register import verify_register
from docket.actions.registration.amend_case import AmendCase, amend_case
from docket.actions.transfers.answer_transfer import AnswerTransfer, answer_transfer
from docket.actions.transfers.offer_transfer import OfferTransfer, offer_transfer
from docket.clock import FixedClock, court_day
from docket.contacts import ContactKind
from docket.deps import Deps
from docket.errors import BadInput, MissingScope, StateForbids
from docket.mail.sending import MemorySender
from docket.store import work_lists
from docket.telling import ToldAct
from docket.worker.queue import drain
from tests.builders import a_case, a_clerk, a_prosecutor, a_report, an_actor
from tests.docket.actions.hearing_world import PEOPLE, RIGHT_BANK, TODAY, a_chamber, booked, told, wanted
from tests.docket.actions.judgment_world import before_court, convicting, judge
from tests.docket.actions.test_contacts import said
from tests.docket.actions.test_hearings import FIRST

DETAINED = [{"id": "s1", "role": "suspect", "custody": "remanded"}, *PEOPLE[1:]]


async def add(deps: Deps, number: str, version: int, replaces: int | None = None, **fields: object) -> int:
    command = AddContact(case_number=number, version=version, said=said(**fields), replaces=replaces)
    return (await add_contact(command, a_clerk(), deps)).contact_id


async def test_setting_a_hearing_makes_one_row_for_everyone_to_be_told(deps: Deps) -> None:
    chamber, number = await a_chamber(deps), (await a_case(deps, **RIGHT_BANK, persons=DETAINED)).case_number
    old = await add(deps, number, 1, name="Mr. Oud", from_on=TODAY - timedelta(days=40))
    counsel = await add(deps, number, 2, name="Mr. Nu", replaces=old)
    victims = await add(deps, number, 3, person="v1", name="Mr. Vee")
    interpreter = await add(deps, number, 4, kind="interpreter", name="Tolk", language="ar")
    prison = await add(deps, number, 5, kind="prison", name="Gevangenis")
    expert = await add(deps, number, 6, kind="expert", person=None, name="Deskundige")

    await booked(deps, number, wanted(chamber, FIRST), version=7)

    rows = await told(deps, number)
    assert [(row.role, row.person, row.contact_id, row.state) for row in rows] == [
        ("suspect", "s1", None, "toTell"),
        ("victim", "v1", None, "toTell"),
        ("civilParty", "c1", None, "toTell"),
        ("counsel", "s1", counsel, "toTell"),
        ("counsel", "v1", victims, "toTell"),
        ("interpreter", "s1", interpreter, "toTell"),
        ("prison", "s1", prison, "toTell"),
        ("expert", None, expert, "toTell"),
        ("investigator", None, None, "byMail"),
    ]
    assert old not in {row.contact_id for row in rows}


async def test_every_kind_of_contact_is_told_of_every_act_with_a_state_of_its_own(deps: Deps) -> None:
    chamber, number = await a_chamber(deps), (await a_case(deps, **RIGHT_BANK, persons=DETAINED)).case_number
    fields: dict[ContactKind, dict[str, object]] = {
        "counsel": {},
        "interpreter": {"language": "ar"},
        "prison": {},
        "expert": {"person": None},
    }
    known = {kind: await add(deps, number, at, kind=kind, name=kind, **fields[kind]) for at, kind in enumerate(get_args(ContactKind), 1)}
    seen: dict[ToldAct, dict[str, tuple[int | None, str]]] = {}

    async def rows(act: ToldAct) -> None:
        open_rows = [row for row in await told(deps, number) if row.act == act and row.state == "toTell"]
        seen[act] = {row.role: (row.contact_id, row.state) for row in open_rows if row.contact_id}

    hearing = (await booked(deps, number, wanted(chamber, FIRST), version=5)).hearing_id
    await rows("hearingSet")
    place = wanted(chamber, FIRST + timedelta(days=1))
    await move_hearing(MoveHearing(case_number=number, version=6, hearing_id=hearing, wanted=place, reason="r"), a_clerk(), deps)
    await rows("hearingMoved")
    await cancel_hearing(CancelHearing(case_number=number, version=7, hearing_id=hearing, reason="r"), a_clerk(), deps)
    await rows("hearingCancelled")
    offer = OfferTransfer(case_number=number, version=8, to_office="limburgHasselt", ground="residence", reason="r")
    await offer_transfer(offer, a_clerk(), deps)
    there = a_prosecutor("limburgHasselt", account_id=60)
    await answer_transfer(AnswerTransfer(case_number=number, version=9, accept=True, reason="r"), there, deps)
    await rows("transferred")

    everybody = {kind: (contact, "toTell") for kind, contact in known.items()}
    assert seen == dict.fromkeys(("hearingSet", "hearingMoved", "hearingCancelled", "transferred"), everybody)


async def test_the_successor_of_an_expert_takes_over_what_he_was_not_told(deps: Deps) -> None:
    chamber, number = await a_chamber(deps), (await a_case(deps, **RIGHT_BANK, persons=PEOPLE)).case_number
    first = await add(deps, number, 1, kind="expert", person=None, name="Deskundige A")
    await booked(deps, number, wanted(chamber, FIRST), version=2)
    second = await add(deps, number, 3, kind="expert", person=None, name="Deskundige B", replaces=first)
    late = await add(deps, number, 4, kind="expert", person=None, name="Deskundige C")

    rows = [(row.contact_id, row.state) for row in await told(deps, number) if row.role == "expert"]
    assert rows == [(second, "toTell"), (late, "toTell")]


async def test_a_detained_suspect_without_a_known_prison_is_not_forgotten(deps: Deps) -> None:
    chamber, number = await a_chamber(deps), (await a_case(deps, **RIGHT_BANK, persons=DETAINED)).case_number
    await booked(deps, number, wanted(chamber, FIRST))
    [row] = [row for row in await told(deps, number) if row.role == "prison"]
    assert (row.person, row.contact_id) == ("s1", None)

    prison = await add(deps, number, 2, kind="prison", name="Gevangenis")

    assert [row.contact_id for row in await told(deps, number) if row.role == "prison"] == [prison]


async def test_a_successor_takes_over_what_his_predecessor_was_not_told(deps: Deps) -> None:
    chamber, number = await a_chamber(deps), (await a_case(deps, **RIGHT_BANK, persons=PEOPLE)).case_number
    first = await add(deps, number, 1, name="Mr. Oud")
    await booked(deps, number, wanted(chamber, FIRST), version=2)

    second = await add(deps, number, 3, replaces=first, name="Mr. Nieuw")

    rows = [row for row in await told(deps, number) if row.role == "counsel"]
    assert [(row.contact_id, row.state) for row in rows] == [(second, "toTell")]


async def test_a_successor_is_told_of_a_coming_hearing_that_his_predecessor_was_told_of(deps: Deps) -> None:
    chamber, number = await a_chamber(deps), (await a_case(deps, **RIGHT_BANK, persons=PEOPLE)).case_number
    first = await add(deps, number, 1, name="Mr. Oud")
    await booked(deps, number, wanted(chamber, FIRST), version=2)
    [row] = [row for row in await told(deps, number) if row.role == "counsel"]
    await mark_told(MarkTold(case_number=number, version=3, row_id=row.id, state="told", how="phone"), a_clerk(), deps)

    second = await add(deps, number, 4, replaces=first, name="Mr. Nieuw")

    rows = [(row.contact_id, row.state) for row in await told(deps, number) if row.role == "counsel"]
    assert rows == [(first, "told"), (second, "toTell")]


async def counsel_of(deps: Deps, number: str) -> list[tuple[str, str | None, int | None, str]]:
    return [(row.act, row.person, row.contact_id, row.state) for row in await told(deps, number) if row.role == "counsel"]


async def test_a_lawyer_who_follows_one_that_was_told_of_a_judgment_is_told_of_it_while_a_remedy_is_open(
    deps: Deps, clock: FixedClock
) -> None:
    number = await before_court(deps)
    first = await add(deps, number, 2, name="Mr. Oud")
    other = await add(deps, number, 3, name="Mr. Ander", person="s2")
    await judge(deps, convicting(number, 4))
    [row] = [row for row in await told(deps, number) if row.contact_id == first]
    await mark_told(MarkTold(case_number=number, version=5, row_id=row.id, state="told", how="phone"), a_clerk(), deps)

    second = await add(deps, number, 6, replaces=first, name="Mr. Nieuw")

    rows = [("judgment", "s1", first, "told"), ("judgment", "s2", other, "toTell"), ("judgment", "s1", second, "toTell")]
    assert await counsel_of(deps, number) == rows
    # The thirty days of everybody are over on 24 December; nothing is left that a later lawyer could lose.
    clock.instant += timedelta(days=40)
    await add(deps, number, 7, replaces=second, name="Mr. Laat", from_on=court_day(clock.instant))
    assert [act for act, _, _, state in await counsel_of(deps, number) if state == "told"] == ["judgment"]
    assert len(await counsel_of(deps, number)) == len(rows)


async def test_a_lawyer_of_whom_nothing_was_known_when_judgment_was_given_is_told_once(deps: Deps) -> None:
    number = await before_court(deps)
    await judge(deps, convicting(number, manners={"s1": "default", "s2": "adversary", "c1": "adversary"}))

    counsel = await add(deps, number, 3, name="Mr. Nu")
    await add(deps, number, 4, kind="expert", person=None, name="Deskundige")

    assert await counsel_of(deps, number) == [("judgment", "s1", counsel, "toTell")]
    assert [row.role for row in await told(deps, number)].count("expert") == 0


async def test_who_comes_into_the_file_after_the_hearing_was_set_is_told_too(deps: Deps) -> None:
    chamber, number = await a_chamber(deps), (await a_case(deps, **RIGHT_BANK, persons=PEOPLE)).case_number
    await booked(deps, number, wanted(chamber, FIRST))

    more = a_report(**RIGHT_BANK, persons=[*PEOPLE, {"id": "s2", "role": "suspect", "kind": "natural"}])
    await amend_case(AmendCase(case_number=number, version=2, report=more, reason="tweede verdachte"), a_clerk(), deps)

    assert [(row.person, row.state) for row in await told(deps, number) if row.role == "suspect"] == [("s1", "toTell"), ("s2", "toTell")]


@pytest.mark.parametrize("act", ["hearingSet", "hearingCancelled"])
async def test_what_an_ended_counsel_was_not_told_waits_for_his_successor(act: str, deps: Deps) -> None:
    chamber, number = await a_chamber(deps), (await a_case(deps, **RIGHT_BANK, persons=PEOPLE)).case_number
    contact = await add(deps, number, 1)
    hearing = (await booked(deps, number, wanted(chamber, FIRST), version=2)).hearing_id
    version = 3
    if act == "hearingCancelled":
        await cancel_hearing(CancelHearing(case_number=number, version=3, hearing_id=hearing, reason="r"), a_clerk(), deps)
        version = 4

    await end_contact(EndContact(case_number=number, version=version, contact_id=contact, until_on=TODAY, reason="r"), a_clerk(), deps)
    [left] = [row for row in await told(deps, number) if row.role == "counsel" and row.act == act]
    successor = await add(deps, number, version + 1, name="Mr. Opvolger")

    assert (left.state, left.contact_id) == ("toTell", None)
    [taken] = [row for row in await told(deps, number) if row.role == "counsel" and row.act == act]
    assert (taken.id, taken.state, taken.contact_id) == (left.id, "toTell", successor)
    assert (await verify_register(deps))[0] == []


async def test_what_a_colleague_of_an_ended_counsel_is_told_waits_for_nobody_else(deps: Deps) -> None:
    chamber, number = await a_chamber(deps), (await a_case(deps, **RIGHT_BANK, persons=PEOPLE)).case_number
    first, other = await add(deps, number, 1), await add(deps, number, 2, name="Mr. Confrater")
    await booked(deps, number, wanted(chamber, FIRST), version=3)

    await end_contact(EndContact(case_number=number, version=4, contact_id=first, until_on=TODAY, reason="r"), a_clerk(), deps)

    rows = {(row.contact_id, row.state) for row in await told(deps, number) if row.role == "counsel"}
    assert rows == {(first, "notNeeded"), (other, "toTell")}


async def test_moving_and_cancelling_tell_everyone_anew_and_close_what_they_overtake(deps: Deps) -> None:
    chamber, number = await a_chamber(deps), (await a_case(deps, **RIGHT_BANK, persons=PEOPLE)).case_number
    hearing = (await booked(deps, number, wanted(chamber, FIRST))).hearing_id
    place = wanted(chamber, FIRST + timedelta(days=1))
    await move_hearing(MoveHearing(case_number=number, version=2, hearing_id=hearing, wanted=place, reason="r"), a_clerk(), deps)
    await cancel_hearing(CancelHearing(case_number=number, version=3, hearing_id=hearing, reason="r"), a_clerk(), deps)

    states = {
        act: {row.state for row in await told(deps, number) if row.act == act and row.role == "suspect"}
        for act in ("hearingSet", "hearingMoved", "hearingCancelled")
    }

    assert states == {"hearingSet": {"notNeeded"}, "hearingMoved": {"notNeeded"}, "hearingCancelled": {"toTell"}}


async def test_an_accepted_transfer_is_told_to_everyone(deps: Deps) -> None:
    number = (await a_case(deps, **RIGHT_BANK, persons=PEOPLE)).case_number
    counsel = await add(deps, number, 1)
    offer = OfferTransfer(case_number=number, version=2, to_office="limburgHasselt", ground="residence", reason="r")
    await offer_transfer(offer, a_clerk(), deps)
    assert await told(deps, number) == ()

    there = a_prosecutor("limburgHasselt", account_id=60)
    await answer_transfer(AnswerTransfer(case_number=number, version=3, accept=True, reason="r"), there, deps)

    rows = await told(deps, number)
    assert {row.act for row in rows} == {"transferred"}
    assert [(row.role, row.contact_id) for row in rows][3:] == [("counsel", counsel), ("investigator", None)]


async def test_investigators_are_told_by_mail_whose_state_is_theirs(deps: Deps, sender: MemorySender) -> None:
    deps = msgspec.structs.replace(deps, settings=msgspec.structs.replace(deps.settings, smtp_url="smtp://127.0.0.1:2525"))
    chamber, number = await a_chamber(deps), (await a_case(deps, **RIGHT_BANK, persons=PEOPLE)).case_number
    await booked(deps, number, wanted(chamber, FIRST))
    [row] = [row for row in await told(deps, number) if row.role == "investigator"]
    assert (row.state, row.untold) == ("byMail", True)
    with pytest.raises(StateForbids):
        await mark_told(MarkTold(case_number=number, version=2, row_id=row.id, state="told", how="phone"), a_clerk(), deps)

    await drain(deps, sender)

    [row] = [row for row in await told(deps, number) if row.role == "investigator"]
    assert (row.mail_state, row.untold) == ("sent", False)
    assert any("zitting bepaald op 07/12/2026" in str(mail) for mail in sender.sent)


async def test_a_file_without_a_mail_address_has_an_investigator_to_be_called(deps: Deps) -> None:
    chamber = await a_chamber(deps)
    number = (await a_case(deps, **RIGHT_BANK, persons=PEOPLE, origin={"service": "police"})).case_number

    await booked(deps, number, wanted(chamber, FIRST))

    assert [row.state for row in await told(deps, number) if row.role == "investigator"] == ["toTell"]


async def test_a_row_says_how_by_whom_and_when_or_why_not(deps: Deps) -> None:
    chamber, number = await a_chamber(deps), (await a_case(deps, **RIGHT_BANK, persons=PEOPLE)).case_number
    await booked(deps, number, wanted(chamber, FIRST))
    suspect, victim, party = (row.id for row in (await told(deps, number))[:3])
    with pytest.raises(BadInput):
        await mark_told(MarkTold(case_number=number, version=2, row_id=suspect, state="told"), a_clerk(), deps)
    with pytest.raises(BadInput):
        await mark_told(MarkTold(case_number=number, version=2, row_id=suspect, state="failed", reason=" "), a_clerk(), deps)
    with pytest.raises(MissingScope):
        await mark_told(MarkTold(case_number=number, version=2, row_id=suspect, state="told", how="phone"), an_actor("auditor"), deps)

    await mark_told(MarkTold(case_number=number, version=2, row_id=suspect, state="told", how="registeredLetter"), a_clerk(), deps)
    await mark_told(
        MarkTold(case_number=number, version=3, row_id=victim, state="failed", how="phone", reason="geen gehoor"), a_clerk(), deps
    )
    await mark_told(MarkTold(case_number=number, version=4, row_id=party, state="notNeeded", reason="was aanwezig"), a_clerk(), deps)

    first, second, third = (await told(deps, number))[:3]
    assert (first.state, first.how, first.closed_by, first.closed_at) == ("told", "registeredLetter", "clerk:17", deps.clock.now())
    assert (second.state, second.reason, second.untold) == ("failed", "geen gehoor", True)
    assert (third.state, third.reason, third.untold) == ("notNeeded", "was aanwezig", False)
    with pytest.raises(StateForbids):
        await mark_told(MarkTold(case_number=number, version=5, row_id=suspect, state="told", how="phone"), a_clerk(), deps)


async def test_the_list_of_who_is_not_told_runs_over_the_files_that_one_sees(deps: Deps) -> None:
    chamber, number = await a_chamber(deps), (await a_case(deps, **RIGHT_BANK, persons=PEOPLE)).case_number
    await booked(deps, number, wanted(chamber, FIRST))

    mine = (await work_lists.untold(deps.pool, a_clerk(), TODAY)).items
    others = (await work_lists.untold(deps.pool, a_clerk("brussels", account_id=5), TODAY)).items

    assert {(item.case.case_number, item.role) for item in mine} == {(number, "suspect"), (number, "victim"), (number, "civilParty")}
    assert others == ()
