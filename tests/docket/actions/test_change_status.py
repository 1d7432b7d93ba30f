"""What happens in the life of a file on the real database: each event of the table, who may enter it, and what it leaves alone."""

from datetime import date
from typing import Any

import pytest

from docket import entry_lines, life
from docket.actions.connected.join_cases import JoinCases, JoinedFile, join_cases
from docket.actions.connected.split_case import SplitCase, split_case
from docket.actions.connected.unjoin_case import UnjoinCase, unjoin_case
from docket.actions.judgments.establish_final import EstablishFinal, establish_final
from docket.actions.judgments.lodge_remedy import LodgeRemedy, lodge_remedy
from docket.actions.judgments.send_extract import SendExtract, send_extract
from docket.actions.jurisdiction.refer_case import ReferCase, refer_case
from docket.actions.life.change_status import ChangeStatus, change_status
from docket.actions.oversight.verify_register import verify_register
from docket.actions.registration.amend_case import AmendCase, amend_case
from docket.actions.registration.set_confidentiality import SetConfidentiality, set_confidentiality
from docket.actions.time_limits.start_time_limit import StartTimeLimit, start_time_limit
from docket.actions.transfers.answer_transfer import AnswerTransfer, answer_transfer
from docket.actions.transfers.offer_transfer import OfferTransfer, offer_transfer
from docket.clock import FixedClock, court_day
from docket.deps import Deps
from docket.errors import BadInput, MissingScope, NotFound, Stale, StateForbids
from docket.judgments import COURT_OF_CASSATION
from docket.legislation import LoadedLaw
from docket.store import cases as case_rows
from docket.transitions import EVENTS, GUARDS, TITLES, TRANSITIONS, Paper
from routing import Start
from tests.builders import a_case, a_clerk, a_prosecutor, a_report, an_actor
from tests.docket.actions.judgment_world import TODAY, before_court, convicting, decided, judge, judgment_of, on, running, world
from tests.docket.actions.reading import view_of

#: Where the Antwerp court has a statutory ground, so that a file can be referred.
RIGHT_BANK = [{"id": "p1", "role": "scene", "port": "antwerp", "quay": "730"}]
TWO = [{"id": "s1", "role": "suspect"}, {"id": "s2", "role": "suspect"}]
FACT = [{"id": "o1", "offence": "portIntrusion", "committedFrom": "2026-11-18", "place": "p1"}]
PAPER_OF = {
    "requisitionProves": "requisition",
    "civilPartyProves": "civilPartyDeed",
    "judgmentProves": "judgment",
    "periodsExpired": "attest",
}
PAPER_OF |= {
    "orderProves": "order",
    "indictmentProves": "order",
    "communicationProves": "order",
    "oppositionProves": "oppositionDeed",
    "appealProves": "appealDeclaration",
}
PAPER_OF |= {"extractProves": "extract"}
LATER = Paper(kind="order", dated_on=date(2030, 1, 1))
GENERAL = [row for row in TRANSITIONS if row.verb == "changeStatus"]


def an_event(number: str, version: int, event: str, **said: object) -> ChangeStatus:
    """With everything that any guard asks for."""
    names = [name for row in TRANSITIONS if row.event == event for name in row.guards if name in PAPER_OF]
    fields = {"reason": "volgens het stuk", "paper": Paper(kind=PAPER_OF[names[0]], dated_on=date(2026, 11, 20)) if names else None}
    asks = {"dismiss": {"motive": "02"}, "requestAct": {"act": "other"}, "extinguished": {"cause": "death"}}
    return ChangeStatus(**({"case_number": number, "version": version, "event": event} | fields | asks.get(event, {}) | said))


async def a_file(deps: Deps, **fields: object) -> str:
    return (await a_case(deps, a_report(places=RIGHT_BANK, persons=TWO, offences=FACT, **fields))).case_number


async def standing_at(deps: Deps, status: str) -> str:
    """A file that was put there as if it had come there by its own way; the way itself is walked in other tests."""
    number = await a_file(deps)
    found = await view_of(deps, number)
    async with deps.transaction() as tx:
        await case_rows.set_stands(tx, found.case.id, life.Stands(status=status))
    return number


@pytest.mark.parametrize("row", GENERAL, ids=lambda row: f"{row.start}-{row.event}")
async def test_each_transition_of_the_table_works(deps: Deps, row) -> None:
    number = await standing_at(deps, row.start)
    other = await a_file(deps) if row.event == "duplicateFound" else None
    done = await change_status(an_event(number, 1, row.event, **({"other": other} if other else {})), a_prosecutor(), deps)

    found = await view_of(deps, number)
    assert (done.status, found.case.status, found.case.version) == (row.end, row.end, 2)
    assert [(move.person, move.before, move.after) for move in done.moves] == [("s1", row.start, row.end), ("s2", row.start, row.end)]
    assert [entry.content["event"] for entry in found.entries if entry.kind == "StatusChanged"] == [row.event]


@pytest.mark.parametrize("start", sorted({row.start for row in GENERAL}))
async def test_every_other_event_is_refused_with_what_is_possible_and_changes_nothing(deps: Deps, start: str) -> None:
    number = await standing_at(deps, start)
    # An extract of a judgment that nobody entered is told by its paper.
    possible = {row.event for row in GENERAL if row.start == start} | ({"extractSent"} if start == "final" else set())
    before = await view_of(deps, number)
    for event in EVENTS:
        if event in possible:
            continue
        with pytest.raises(StateForbids) as refusal:
            await change_status(an_event(number, 1, event, other="HAV-2026-000002"), a_prosecutor(), deps)
        assert str(refusal.value)

    assert await view_of(deps, number) == before


async def test_a_judgment_and_its_remedies_are_no_bare_events_and_the_refusal_says_where_they_are_entered(deps: Deps) -> None:
    number = await before_court(deps)
    with pytest.raises(StateForbids, match=r"“vonnis inschrijven” .*POST /cases/{caseNumber}/judgments"):
        await change_status(an_event(number, 2, "judgmentGiven"), a_prosecutor(), deps)
    await judge(deps, convicting(number))
    for event in ("lodgeAppeal", "lodgeOpposition"):
        with pytest.raises(StateForbids, match="“rechtsmiddel inschrijven”"):
            await change_status(an_event(number, 3, event), a_prosecutor(), deps)
    with pytest.raises(StateForbids, match="“in kracht van gewijsde vaststellen”"):
        await change_status(an_event(number, 3, "becomeFinal"), a_prosecutor(), deps)

    assert (await view_of(deps, number)).case.version == 3


async def test_a_judgment_that_was_once_told_as_a_status_only_is_entered_after_all_and_its_clocks_run(deps: Deps) -> None:
    """Before, a status could be entered without its judgment: nobody is left without a way to appeal."""
    number = await before_court(deps)
    found = await view_of(deps, number)
    async with deps.transaction() as tx:
        await case_rows.set_stands(tx, found.case.id, life.Stands(status="judged"))

    done = await judge(deps, convicting(number))

    assert done.status == "judged"
    assert {one.stage for one in (await judgment_of(deps, number)).outcomes} == {"firstInstance"}
    assert {limit for limit, _, _ in await running(deps, number)} >= {"appeal"}
    with pytest.raises(BadInput):
        await judge(deps, convicting(number, version=3))


async def test_a_case_goes_from_report_to_final_judgment_by_its_papers(deps: Deps, clock: FixedClock) -> None:
    number = await a_file(deps)
    way = ["openInvestigation", "requireInquiry", "communicateFile"]
    for version, event in enumerate(way, start=1):
        await change_status(an_event(number, version, event), a_prosecutor(), deps)
    order = Paper(kind="order", number="2026/114", dated_on=date(2026, 11, 20))
    with pytest.raises(BadInput, match="verbeter elk genoemd veld"):
        await refer_case(ReferCase(case_number=number, version=4, tracks=(0,)), a_prosecutor(), deps)
    await refer_case(ReferCase(case_number=number, version=4, tracks=(0,), paper=order), a_prosecutor(), deps)
    outcomes, manners = decided(s1_o1="convicted", s2_o1="convicted"), {"s1": "adversary", "s2": "adversary"}
    judgment = (await judge(deps, convicting(number, version=5, decided=outcomes, manners=manners))).judgment
    appeal = LodgeRemedy(
        case_number=number, version=6, judgment=judgment, remedy="appeal", role="prosecution", lodged_on=TODAY, grievances_on=TODAY
    )
    await lodge_remedy(appeal, a_clerk(), deps)
    on(clock, date(2027, 3, 1))
    again: dict[str, Any] = {"court": "appealAntwerp", "pronounced_on": date(2027, 3, 1), "manners": manners}
    second = (await judge(deps, convicting(number, version=7, decided=outcomes, **again))).judgment
    cassation = LodgeRemedy(
        case_number=number, version=8, judgment=second, remedy="cassation", role="prosecution", lodged_on=date(2027, 3, 1)
    )
    await lodge_remedy(cassation, a_clerk(), deps)
    rejected = decided(s1_o1="rejected", s2_o1="rejected")
    again |= {"court": COURT_OF_CASSATION, "pronounced_on": date(2027, 3, 1)}
    await judge(deps, convicting(number, version=9, decided=rejected, **again))
    await establish_final(EstablishFinal(case_number=number, version=10), a_clerk(), deps)
    version = 11
    for one in (await world(deps, number)).judgments:
        for extract in one.extracts:
            sent = SendExtract(case_number=number, version=version, extract=extract.id, sent_on=date(2027, 3, 1))
            await send_extract(sent, a_clerk(), deps)
            version += 1

    found = await view_of(deps, number)
    assert found.case.status == "closed"
    moves = [move["event"] for entry in found.entries for move in entry.content.get("moves", ())][::2]
    assert moves == [*way, "referralOrdered", "judgmentGiven", "lodgeAppeal", "lodgeCassation", "becomeFinal", "extractSent"]
    findings, _ = await verify_register(deps)
    assert [str(finding) for finding in findings] == []


async def test_one_suspect_is_dismissed_and_the_other_summoned(deps: Deps) -> None:
    number = await a_file(deps)
    await change_status(an_event(number, 1, "openInvestigation"), a_clerk(), deps)
    await change_status(an_event(number, 2, "dismiss", positions=(("s1", "o1"),)), a_prosecutor(), deps)
    await refer_case(ReferCase(case_number=number, version=3, tracks=(0,)), a_prosecutor(), deps)

    found = await view_of(deps, number)
    assert found.stands == life.Stands(status="trialCourt", rows={("s1", "o1"): "dismissed", ("s2", "o1"): "trialCourt"})
    # Reopened, he is summoned before the court that has the file already.
    await change_status(an_event(number, 4, "reopen", positions=(("s1", "o1"),)), a_clerk(), deps)
    await change_status(an_event(number, 5, "summonDirectly", positions=(("s1", "o1"),)), a_prosecutor(), deps)
    assert (await view_of(deps, number)).stands == life.Stands(status="trialCourt")


async def test_a_clerk_enters_what_happened_and_a_magistrate_decides(deps: Deps) -> None:
    number = await a_file(deps)
    await change_status(an_event(number, 1, "openInvestigation"), a_clerk(), deps)
    for event in ("dismiss", "requireInquiry", "offerSettlement", "requestAct", "extinguished"):
        with pytest.raises(MissingScope):
            await change_status(an_event(number, 2, event), a_clerk(), deps)
    with pytest.raises(MissingScope):
        await change_status(an_event(number, 2, "startPlea"), an_actor("courtRegistrar", court="antwerpCorrectional", office=None), deps)
    with pytest.raises(NotFound):
        await change_status(an_event(number, 2, "startPlea"), a_clerk("limburgHasselt"), deps)

    await change_status(an_event(number, 2, "startPlea"), a_clerk(), deps)
    assert (await view_of(deps, number)).case.status == "guiltyPlea"


async def test_an_event_says_why_and_names_the_version_that_was_seen(deps: Deps) -> None:
    number = await a_file(deps)
    wrong = {"/reason": {"reason": " "}, "/event": {"event": "nonsense"}, "/positions": {"positions": ()}}
    wrong |= {"/paper/kind": {"paper": Paper(kind="poem", dated_on=date(2026, 11, 20))}}
    wrong |= {"/paper/datedOn": {"paper": Paper(kind="letter", dated_on=date(2030, 1, 1))}}
    for name, said in wrong.items():
        with pytest.raises(BadInput) as refusal:
            await change_status(
                an_event(number, 1, "openInvestigation", **said), a_clerk(), deps
            ) if "event" not in said else await change_status(
                ChangeStatus(case_number=number, version=1, event="nonsense", reason="x"), a_clerk(), deps
            )
        assert [issue.name for issue in refusal.value.issues] == [name]
    await change_status(an_event(number, 1, "openInvestigation"), a_clerk(), deps)
    with pytest.raises(Stale):
        await change_status(an_event(number, 1, "startPlea"), a_clerk(), deps)


async def test_a_duplicate_names_the_file_that_goes_on_and_never_a_more_protected_one(deps: Deps) -> None:
    number, other, hidden = await a_file(deps), await a_file(deps), await a_file(deps)
    closing = SetConfidentiality(case_number=hidden, version=1, confidentiality="restricted", named=(), reason="tap")
    await set_confidentiality(closing, a_prosecutor(), deps)
    with pytest.raises(NotFound):
        await change_status(an_event(number, 1, "duplicateFound", other="HAV-2026-999999"), a_clerk(), deps)
    with pytest.raises(StateForbids, match="vertrouwelijker"):
        await change_status(an_event(number, 1, "duplicateFound", other=hidden), a_prosecutor(), deps)
    await change_status(an_event(number, 1, "duplicateFound", other=other), a_clerk(), deps)
    with pytest.raises(StateForbids, match="zelf een dubbel"):
        await change_status(an_event(other, 1, "duplicateFound", other=number), a_clerk(), deps)

    assert (await view_of(deps, number)).entries[-1].content["duplicateOf"] == other


async def test_a_file_on_offer_is_not_dismissed_and_keeps_its_office(deps: Deps) -> None:
    number = await a_file(deps)
    offer = OfferTransfer(case_number=number, version=1, to_office="limburgHasselt", ground="residence", reason="woonplaats")
    await offer_transfer(offer, a_clerk(), deps)
    with pytest.raises(StateForbids, match="aangeboden"):
        await change_status(an_event(number, 2, "dismiss"), a_prosecutor(), deps)
    await change_status(an_event(number, 2, "openInvestigation"), a_clerk(), deps)
    assert (await view_of(deps, number)).case.holding_office == "antwerpPort"

    there = a_prosecutor("limburgHasselt", account_id=60)
    await answer_transfer(AnswerTransfer(case_number=number, version=3, accept=True, reason="ja"), there, deps)
    await change_status(an_event(number, 4, "takenUp"), a_clerk("limburgHasselt"), deps)
    assert (await view_of(deps, number, there)).case.status == "investigation"


async def test_what_is_before_a_court_or_has_ended_is_not_offered_to_another_office(deps: Deps) -> None:
    number = await a_file(deps)
    await change_status(an_event(number, 1, "dismiss"), a_prosecutor(), deps)
    with pytest.raises(StateForbids, match="geseponeerd"):
        await offer_transfer(
            OfferTransfer(case_number=number, version=2, to_office="brussels", ground="other", reason="x"), a_clerk(), deps
        )


async def test_a_murder_is_not_summoned_directly(deps: Deps) -> None:
    murder = [{"id": "o1", "offence": "murder", "attempt": False, "committedFrom": "2026-11-18", "place": "p1", "portLink": "declared"}]
    number = (await a_case(deps, a_report(places=RIGHT_BANK, persons=TWO, offences=murder))).case_number
    found = await view_of(deps, number)
    assert found.current.decision.tracks[0].court.startswith("assize")
    with pytest.raises(StateForbids, match="hof van assisen"):
        await refer_case(ReferCase(case_number=number, version=1, tracks=(0,)), a_prosecutor(), deps)
    for version, event in enumerate(["openInvestigation", "requireInquiry", "communicateFile"], start=1):
        await change_status(an_event(number, version, event), a_prosecutor(), deps)
    for paper, name in ((None, "/paper"), (Paper(kind="summons", dated_on=TODAY), "/paper/kind"), (LATER, "/paper/datedOn")):
        with pytest.raises(BadInput) as refused:
            await refer_case(ReferCase(case_number=number, version=4, tracks=(0,), paper=paper), a_prosecutor(), deps)
        assert [issue.name for issue in refused.value.issues] == [name]
    judgment = Paper(kind="judgment", number="2026/88", dated_on=date(2026, 11, 20))
    await refer_case(ReferCase(case_number=number, version=4, tracks=(0,), paper=judgment), a_prosecutor(), deps)

    found = await view_of(deps, number)
    assert found.case.status == "assizes"
    [referred] = [entry for entry in found.entries if entry.kind == "CaseReferred"]
    assert "Stuk: vonnis of arrest 2026/88 van 20/11/2026" in entry_lines.lines_of(referred.kind, referred.content, deps.law.law)


async def test_severance_carries_where_each_suspect_stands_and_keeps_both_histories(deps: Deps) -> None:
    facts = [*FACT, {"id": "o2", "offence": "weapons", "committedFrom": "2026-11-18", "place": "p1", "persons": ["s2"]}]
    number = (await a_case(deps, a_report(places=RIGHT_BANK, persons=TWO, offences=facts))).case_number
    await change_status(an_event(number, 1, "openInvestigation"), a_clerk(), deps)
    await change_status(an_event(number, 2, "requireInquiry", positions=(("s2", "o2"), ("s2", "o1"))), a_prosecutor(), deps)
    split = SplitCase(
        case_number=number,
        version=3,
        persons={"s2": "leaves"},
        offences={"o2": "leaves", "o1": "both"},
        ground="other",
        limb=None,
        reason="apart",
    )
    off = (await split_case(split, a_prosecutor(), deps)).new_case_number

    stays, left = await view_of(deps, number), await view_of(deps, off)
    assert (stays.stands, left.stands) == (life.Stands(status="investigation"), life.Stands(status="judicialInquiry"))
    assert [entry.kind for entry in stays.entries if entry.kind != "TimeLimitStarted"] == [
        "CaseRegistered",
        "StatusChanged",
        "StatusChanged",
        "CaseSplit",
    ]
    assert [one.answer.limit for number in (number, off) for one in (await world(deps, number)).clocks] == ["longInquiry"] * 2
    assert (stays.entries[-1].content["status"], left.entries[0].content["status"]) == ("investigation", "judicialInquiry")


async def test_joinder_brings_each_suspect_as_he_stood_and_undoing_it_takes_him_back_as_he_stands(deps: Deps) -> None:
    lead, other = await a_file(deps), await a_file(deps)
    await change_status(an_event(lead, 1, "openInvestigation"), a_clerk(), deps)
    await change_status(an_event(other, 1, "openInvestigation"), a_clerk(), deps)
    await change_status(an_event(other, 2, "dismiss", positions=(("s1", "o1"),)), a_prosecutor(), deps)
    command = JoinCases(case_number=lead, version=2, files=(JoinedFile(case_number=other),), ground="other", limb="3", reason="samen")
    await join_cases(command, a_prosecutor(), deps)

    joined = await view_of(deps, lead)
    assert sorted(joined.stands.rows.values()) == ["dismissed", "investigation", "investigation", "investigation"]
    assert (await view_of(deps, other)).case.status == "joined"
    with pytest.raises(StateForbids, match="gevoegd"):
        await change_status(an_event(other, 4, "requireInquiry"), a_prosecutor(), deps)
    mine = tuple(pair for pair, status in joined.stands.rows.items() if status == "investigation")
    await change_status(an_event(lead, 3, "requireInquiry", positions=mine), a_prosecutor(), deps)
    await unjoin_case(UnjoinCase(case_number=other, version=4, reason="toch niet"), a_prosecutor(), deps)

    back = await view_of(deps, other)
    assert back.stands == life.Stands(status="judicialInquiry", rows={("s1", "o1"): "dismissed", ("s2", "o1"): "judicialInquiry"})
    assert (await view_of(deps, lead)).stands == life.Stands(status="judicialInquiry")


async def test_a_new_suspect_of_a_dismissed_file_is_not_dismissed_with_it(deps: Deps) -> None:
    number = await a_file(deps)
    await change_status(an_event(number, 1, "dismiss"), a_prosecutor(), deps)
    report = a_report(places=RIGHT_BANK, persons=[*TWO, {"id": "s3", "role": "suspect"}], offences=FACT)
    await amend_case(AmendCase(case_number=number, version=2, report=report, reason="een derde verdachte"), a_clerk(), deps)

    found = await view_of(deps, number)
    assert (found.case.status, found.stands.rows[("s3", "o1")], found.stands.rows[("s1", "o1")]) == (
        "registered",
        "registered",
        "dismissed",
    )
    assert found.entries[-1].content["status"] == "registered"


async def test_the_mail_tells_the_new_status_and_nobody_of_it(deps: Deps) -> None:
    number = await a_file(deps)
    await change_status(an_event(number, 1, "openInvestigation"), a_clerk(), deps)
    await change_status(an_event(number, 2, "dismiss", positions=(("s1", "o1"),)), a_prosecutor(), deps)

    mails = (await view_of(deps, number)).deliveries
    assert [mail.subject.partition(": ")[2] for mail in mails] == ["geregistreerd", "opsporingsonderzoek"]


async def test_verify_names_a_suspect_who_was_put_further_than_his_file(deps: Deps) -> None:
    number = await a_file(deps)
    found = await view_of(deps, number)
    async with deps.transaction() as tx:
        await tx.execute(
            "insert into case_positions (case_id, person, offence, status) "
            "values ($1, 's1', 'o1', 'judged'), ($1, 's2', 'o1', 'registered')",
            found.case.id,
        )
    findings, _ = await verify_register(deps)
    assert any("verder dan zijn dossier" in finding.what for finding in findings)
    async with deps.transaction() as tx:
        await tx.execute("delete from case_positions where case_id = $1", found.case.id)


async def test_days_of_papers_are_compared_in_court_time(deps: Deps) -> None:
    number = await a_file(deps)
    paper = Paper(kind="letter", dated_on=court_day(deps.clock.now()))
    done = await change_status(an_event(number, 1, "openInvestigation", paper=paper, reason=None), a_clerk(), deps)

    assert done.status == "investigation"


def dated(kind: str, day: int = 20) -> Paper:
    return Paper(kind=kind, dated_on=date(2026, 11, day))


PARTIES = [*TWO, {"id": "c1", "role": "civilParty", "kind": "natural"}]
INQUIRY = [("requireInquiry", "requisition"), ("communicateFile", "requisition")]


async def settling(deps: Deps, persons: list[dict[str, Any]]) -> str:
    """A file of which the procedure is being settled, by the events that lead there; its version is 4."""
    number = (await a_case(deps, a_report(places=RIGHT_BANK, persons=persons, offences=FACT))).case_number
    for version, (event, kind) in enumerate([("openInvestigation", "report"), *INQUIRY], 1):
        await change_status(an_event(number, version, event, paper=dated(kind, 10)), a_prosecutor(), deps)
    return number


async def test_an_order_that_settles_the_procedure_begins_the_appeal_of_each_party_on_its_own_day(deps: Deps) -> None:
    number = await settling(deps, PARTIES)

    await change_status(an_event(number, 4, "nonProsecutionOrdered", paper=dated("order")), a_clerk(), deps)

    found = [one for one in (await world(deps, number)).clocks if one.answer.limit == "settlingAppeal"]
    assert {(one.person, one.answer.start.on, one.answer.due_on) for one in found} == {
        (person, date(2026, 11, 20), date(2026, 12, 7)) for person in ("s1", "s2", "c1", None)
    }, "20 November and 15 days is Saturday 5 December, so Monday 7 December"
    assert {(one.answer.citation, one.answer.confidence) for one in found} == {("Art. 135, § 3 Sv.", "sure")}
    assert all("Wie tegen deze beschikking in hoger beroep kan" in (one.reason or "") for one in found)
    begun = [entry for entry in (await view_of(deps, number)).entries if entry.kind == "TimeLimitStarted"][-4:]
    assert all(entry.content["automatic"] and entry.content["version"] == 5 for entry in begun)
    assert (await verify_register(deps))[0] == []


async def test_an_order_about_a_detained_suspect_begins_24_hours_for_each_party_and_says_that_this_is_a_reading(deps: Deps) -> None:
    number = await settling(deps, [TWO[0] | {"custody": "remanded", "kind": "natural"}, *PARTIES[1:]])

    await refer_case(ReferCase(case_number=number, version=4, tracks=(0,), paper=dated("order")), a_prosecutor(), deps)

    found = [one for one in (await world(deps, number)).clocks if one.answer.limit.startswith("settlingAppeal")]
    assert {(one.answer.limit, one.person, one.answer.due_on) for one in found} == {
        ("settlingAppealDetained", person, date(2026, 11, 23)) for person in ("s1", "s2", "c1", None)
    }, "the end of Saturday 21 November, so Monday 23 November"
    assert {(one.answer.citation, one.answer.confidence) for one in found} == {("Art. 135, § 4 Sv.", "likely")}
    assert {one.answer.alarm_on for one in found} == {date(2026, 11, 21)}


@pytest.mark.parametrize(
    ("opening", "kind"), [("requireInquiry", "requisition"), ("civilPartySeised", "civilPartyDeed"), ("evoke", "order")]
)
async def test_the_year_of_an_inquiry_runs_from_the_paper_that_opens_it_until_the_inquiry_is_over(
    opening: str, kind: str, deps: Deps
) -> None:
    number = await standing_at(deps, "miniInstruction")

    await change_status(an_event(number, 1, opening, paper=dated(kind)), a_prosecutor(), deps)

    [clock] = (await world(deps, number)).clocks
    assert (clock.answer.limit, clock.person, clock.answer.due_on) == ("longInquiry", None, date(2027, 11, 21))
    assert (clock.answer.citation, clock.answer.confidence) == ("Art. 136 en 136bis Sv.", "likely")
    await change_status(an_event(number, 2, "communicateFile"), a_prosecutor(), deps)
    assert [one.state for one in (await world(deps, number)).clocks] == ["running"]
    await refer_case(ReferCase(case_number=number, version=3, tracks=(0,), paper=dated("order")), a_prosecutor(), deps)
    assert [(one.state, one.reason) for one in (await world(deps, number)).clocks if one.answer.limit == "longInquiry"] == [
        ("struck", "het onderzoek waarvoor hij liep, is voorbij")
    ]


async def test_an_inquiry_into_a_second_suspect_begins_no_second_year_and_keeps_the_first(deps: Deps) -> None:
    number = await standing_at(deps, "investigation")
    first = an_event(number, 1, "requireInquiry", positions=(("s1", "o1"),), paper=dated("requisition", 10))
    await change_status(first, a_prosecutor(), deps)

    await change_status(an_event(number, 2, "requireInquiry", positions=(("s2", "o1"),), paper=dated("requisition")), a_prosecutor(), deps)

    assert [(one.answer.limit, one.answer.start.on) for one in (await world(deps, number)).clocks] == [("longInquiry", date(2026, 11, 10))]


async def test_what_a_clerk_began_by_hand_for_an_order_is_not_begun_again(deps: Deps) -> None:
    number = await settling(deps, PARTIES)
    by_hand = StartTimeLimit(
        case_number=number, version=4, limit="settlingAppeal", start=Start(event="order", on=date(2026, 11, 20)), person="s1"
    )
    await start_time_limit(by_hand, a_clerk(), deps)

    await change_status(an_event(number, 5, "nonProsecutionOrdered", paper=dated("order")), a_clerk(), deps)

    assert sorted(str(one.person) for one in (await world(deps, number)).clocks if one.answer.limit == "settlingAppeal") == [
        "None",
        "c1",
        "s1",
        "s2",
    ]


def test_the_law_begins_limits_only_by_events_of_the_table_that_name_their_paper(law: LoadedLaw) -> None:
    proving = {name for name, guard in GUARDS.items() if guard.asks == "paper"}

    for row in law.law.time_limits.begins:
        rows = [one for one in TRANSITIONS if one.event == row.event]
        assert rows and all(proving & set(one.guards) for one in rows), row.event
        assert row.stays <= set(TITLES), row.event
