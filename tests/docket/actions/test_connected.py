"""Files are linked, joined and split with a ground, decided anew, and put back only by a new act; nothing is lost on the way."""

import msgspec
import pytest

from docket.actions.connected.dismiss_candidate import DismissCandidate, dismiss_candidate
from docket.actions.connected.join_cases import JoinCases, JoinedFile, join_cases
from docket.actions.connected.link_cases import LinkCases, link_cases
from docket.actions.connected.list_candidates import ListCandidates, list_candidates
from docket.actions.connected.split_case import SplitCase, split_case
from docket.actions.connected.unjoin_case import UnjoinCase, unjoin_case
from docket.actions.connected.unlink_cases import UnlinkCases, unlink_cases
from docket.actions.jurisdiction.refer_case import ReferCase, refer_case
from docket.actions.registration.add_report import AddReport, add_report
from docket.actions.registration.amend_case import AmendCase, amend_case
from docket.actions.registration.set_confidentiality import SetConfidentiality, set_confidentiality
from docket.actions.transfers.offer_transfer import OfferTransfer, offer_transfer
from docket.actions.transfers.raise_conflict import RaiseConflict, raise_conflict
from docket.actions.transfers.withdraw_conflict import WithdrawConflict, withdraw_conflict
from docket.clock import court_day
from docket.errors import BadInput, MissingScope, NotFound, StateForbids
from docket.store import work_lists
from tests.builders import a_case, a_clerk, a_prosecutor, a_report, an_empty_report
from tests.docket.actions.reading import view_of

CONTAINER = "CSQU3054383"
PORT = {"places": [{"id": "p1", "role": "scene", "text": "kaai 1742", "port": "antwerp", "quay": "1742"}]}


def a_laundering(**fields):
    """Supporting, without a word about the port: unclear by itself."""
    return an_empty_report(
        **({"offences": [{"id": "o1", "offence": "moneyLaundering", "committedFrom": "2026-11-10"}], "receivedOn": "2026-11-20"} | fields)
    )


#: Where the Antwerp court has a statutory ground, so that a file can be referred.
RIGHT_BANK = [{"id": "p1", "role": "scene", "port": "antwerp", "quay": "730"}]


def a_crew(**fields):
    """An intrusion by an adult and a minor of Ghent, and the laundering of the adult."""
    return a_report(
        **(
            {
                "offences": [
                    {"id": "o1", "offence": "portIntrusion", "committedFrom": "2026-11-18", "place": "p1"},
                    {"id": "o2", "offence": "moneyLaundering", "committedFrom": "2026-11-10", "persons": ["s1"]},
                ],
                "persons": [
                    {"id": "s1", "role": "suspect", "kind": "natural", "count": 1, "familyName": "Adams", "minor": False},
                    {
                        "id": "s2",
                        "role": "suspect",
                        "kind": "natural",
                        "count": 1,
                        "familyName": "Jongen",
                        "minor": True,
                        "residence": {"country": "BE", "municipality": "Gent"},
                    },
                    {"id": "v1", "role": "victim", "kind": "natural", "count": 1, "familyName": "Wachter"},
                ],
                "seizures": [{"id": "g1", "kind": "cash", "amountEur": 5000.0, "place": "p1"}],
            }
            | fields
        )
    )


async def linked(deps, one, other, **fields):
    command = {"version": (await view_of(deps, one)).case.version, "ground": "samePerpetrators", "limb": "2a", "reason": "zelfde groep"}
    return await link_cases(LinkCases(case_number=one, other=other, **(command | fields)), a_clerk(), deps)


async def joined(deps, lead, *others, same=None, by=None, **fields):
    command = {"version": (await view_of(deps, lead)).case.version, "ground": "sameFacts", "limb": "indivisible", "reason": "een feit"}
    files = tuple(JoinedFile(case_number=other, same_persons=same or {}) for other in others)
    return await join_cases(JoinCases(case_number=lead, files=files, **(command | fields)), by or a_prosecutor(), deps)


async def split(deps, number, **fields):
    command = {
        "version": (await view_of(deps, number)).case.version,
        "ground": "samePerpetrators",
        "limb": "3",
        "reason": "minderjarige apart",
    }
    command |= {"persons": {}, "offences": {}, "seizures": {}}
    return await split_case(SplitCase(case_number=number, **(command | fields)), a_prosecutor(), deps)


async def sealed(deps, number):
    somebody = await deps.pool.fetchval(
        """insert into accounts (kind, name, display_name, roles, office, created_at)
           values ('user', 'x', 'x', '{prosecutor}', 'antwerpPort', now()) on conflict (name) do update set roles = '{prosecutor}'
           returning id"""
    )
    by = a_prosecutor(account_id=somebody)
    version = (await view_of(deps, number)).case.version
    command = SetConfidentiality(case_number=number, version=version, confidentiality="sealed", reason="bom", named=(somebody,))
    await set_confidentiality(command, by, deps)
    return by


def kinds(view):
    return [entry.kind for entry in view.entries]


# Link


async def test_linked_supporting_file_goes_along_with_the_port_crime_that_it_is_tied_to(deps):
    port, money = await a_case(deps), await a_case(deps, a_laundering())
    assert money.decision.scope == "unclear"

    await linked(deps, money.case_number, port.case_number)

    at_money, at_port = await view_of(deps, money.case_number), await view_of(deps, port.case_number)
    assert at_money.current.decision.scope == "supporting"
    assert at_money.current.decision.tracks[0].prosecution_office == "antwerpPort"
    assert kinds(at_money)[-1] == kinds(at_port)[-1] == "CasesLinked"
    assert at_port.entries[-1].content["other"] == money.case_number
    assert [row.case_number for row in at_port.case.report.related_cases] == [money.case_number]


def connexity_of(view):
    """Court and limb of each ground by connexity with another file, as the present decision records them."""
    decision = view.current.decision
    limbs = [step.said.get("limb") for step in decision.steps if step.rule == "ground-connexity" and step.outcome == "met"]
    return [(ground.supports.court, limb) for ground, limb in zip(ground_by(decision, "connexity"), limbs, strict=True)]


def ground_by(decision, code):
    return [ground for ground in decision.grounds if ground.code == code]


async def test_limb_that_a_person_said_when_he_laid_a_link_is_a_statutory_ground_and_nothing_waits_for_a_confirmation(deps):
    anchor, left_bank = await a_case(deps, places=RIGHT_BANK), await a_case(deps, a_report())
    assert left_bank.decision.policy_alone == (0,)

    await linked(deps, left_bank.case_number, anchor.case_number, ground="sameGoods", limb="3")

    view = await view_of(deps, left_bank.case_number)
    assert connexity_of(view) == [("antwerpCorrectional", "3")]
    assert view.current.decision.policy_alone == ()
    assert view.to_confirm == ()


async def test_limb_of_a_link_stands_through_a_later_correction_of_the_file(deps):
    anchor, left_bank = await a_case(deps, places=RIGHT_BANK), await a_case(deps, a_report())
    done = await linked(deps, left_bank.case_number, anchor.case_number, ground="sameGoods", limb="3")

    report = (await view_of(deps, left_bank.case_number)).case.report
    corrected = msgspec.structs.replace(report, summary="Zes personen.")
    command = AmendCase(case_number=left_bank.case_number, version=done.version, report=corrected, reason="telling")
    await amend_case(command, a_clerk(), deps)

    assert connexity_of(await view_of(deps, left_bank.case_number)) == [("antwerpCorrectional", "3")]


async def test_ground_by_the_limb_of_a_link_ends_with_the_link(deps):
    anchor, left_bank = await a_case(deps, places=RIGHT_BANK), await a_case(deps, a_report())
    done = await linked(deps, left_bank.case_number, anchor.case_number, ground="sameGoods", limb="3")

    command = UnlinkCases(case_number=left_bank.case_number, version=done.version, other=anchor.case_number, reason="andere goederen")
    await unlink_cases(command, a_clerk(), deps)

    view = await view_of(deps, left_bank.case_number)
    assert connexity_of(view) == []
    assert view.current.decision.policy_alone == (0,)


async def test_link_of_one_offence_of_several_people_is_a_ground_by_indivisibility(deps):
    anchor, left_bank = await a_case(deps, places=RIGHT_BANK), await a_case(deps, a_report())

    await linked(deps, left_bank.case_number, anchor.case_number, ground="samePerpetrators", limb="indivisible")

    decision = (await view_of(deps, left_bank.case_number)).current.decision
    assert [ground.supports.court for ground in ground_by(decision, "indivisibility")] == ["antwerpCorrectional"]
    assert ground_by(decision, "connexity") == []


async def test_limb_of_a_split_is_told_in_both_files(deps):
    number = (await a_case(deps, a_crew())).case_number

    new = (await split(deps, number, persons={"s2": "leaves"}, offences={"o1": "both"}, limb="3")).new_case_number

    for name in (number, new):
        limbs = [step.said.get("limb") for step in (await view_of(deps, name)).current.decision.steps if step.rule == "ground-connexity"]
        assert "3" in limbs, name


async def test_link_is_undone_by_a_new_act_and_the_file_goes_where_it_belongs_without_it(deps):
    port, money = await a_case(deps), await a_case(deps, a_laundering())
    done = await linked(deps, money.case_number, port.case_number)

    command = UnlinkCases(case_number=money.case_number, version=done.version, other=port.case_number, reason="andere groep")
    await unlink_cases(command, a_clerk(), deps)

    view = await view_of(deps, money.case_number)
    assert view.current.decision.scope == "unclear"
    assert kinds(view)[-2:] == ["CasesLinked", "CasesUnlinked"]
    assert len(view.decisions) == 3
    assert (await view_of(deps, port.case_number)).case.report.related_cases == ()


async def test_two_files_are_linked_once_and_a_file_never_with_itself(deps):
    one, other = await a_case(deps), await a_case(deps)
    await linked(deps, one.case_number, other.case_number)

    with pytest.raises(StateForbids):
        await linked(deps, other.case_number, one.case_number)
    with pytest.raises(StateForbids):
        await linked(deps, one.case_number, one.case_number)


async def test_link_needs_a_reason(deps):
    one, other = await a_case(deps), await a_case(deps)

    with pytest.raises(BadInput):
        await linked(deps, one.case_number, other.case_number, reason=" ")


async def test_file_that_one_may_not_see_is_linked_as_if_it_did_not_exist(deps):
    one, hidden = await a_case(deps), await a_case(deps)
    await sealed(deps, hidden.case_number)

    with pytest.raises(NotFound) as unseen:
        await linked(deps, one.case_number, hidden.case_number)
    with pytest.raises(NotFound) as absent:
        await linked(deps, one.case_number, "HAV-2026-999999")
    assert unseen.value.detail.replace(hidden.case_number, "") == absent.value.detail.replace("HAV-2026-999999", "")


async def test_ordinary_file_never_names_a_sealed_one(deps):
    one, hidden = await a_case(deps), await a_case(deps)
    by = await sealed(deps, hidden.case_number)
    command = {"ground": "sameFacts", "limb": "3", "reason": "zelfde feit"}

    with pytest.raises(StateForbids):
        await link_cases(LinkCases(case_number=one.case_number, version=1, other=hidden.case_number, **command), by, deps)
    await link_cases(LinkCases(case_number=hidden.case_number, version=2, other=one.case_number, **command), by, deps)

    open_file = await view_of(deps, one.case_number)
    assert hidden.case_number not in str(open_file)
    assert kinds(await view_of(deps, hidden.case_number, by))[-1] == "CasesLinked"


# Candidates


async def test_dismissed_candidate_stays_away_until_something_new_speaks_for_it(deps):
    one = await a_case(deps, an_empty_report(receivedOn="2026-11-20", containers=[CONTAINER]))
    other = await a_case(deps, an_empty_report(receivedOn="2026-11-21", containers=[CONTAINER], noticeNumber="AN.60.L1.001234/2026"))
    command = DismissCandidate(case_number=one.case_number, version=1, other=other.case_number, reason="andere reis")

    await dismiss_candidate(command, a_clerk(), deps)

    assert await list_candidates(ListCandidates(case_number=one.case_number), a_clerk(), deps) == ()
    assert await list_candidates(ListCandidates(case_number=other.case_number), a_clerk(), deps) == ()
    assert kinds(await view_of(deps, one.case_number))[-1] == "CandidateDismissed"
    more = an_empty_report(receivedOn="2026-11-20", containers=[CONTAINER], noticeNumber="AN60.L1.001234/2026")
    await amend_case(AmendCase(case_number=one.case_number, version=2, report=more, reason="nummer gevonden"), a_clerk(), deps)
    [again] = await list_candidates(ListCandidates(case_number=one.case_number), a_clerk(), deps)
    assert again.case_number == other.case_number


async def test_linked_file_is_no_candidate_any_more(deps):
    one = await a_case(deps, an_empty_report(receivedOn="2026-11-20", containers=[CONTAINER]))
    other = await a_case(deps, an_empty_report(receivedOn="2026-11-20", containers=[CONTAINER]))
    await linked(deps, one.case_number, other.case_number)

    assert await list_candidates(ListCandidates(case_number=one.case_number), a_clerk(), deps) == ()
    assert await list_candidates(ListCandidates(case_number=other.case_number), a_clerk(), deps) == ()


# While another seat has to answer


ACTS = {
    "join": joined,
    "joinTo": lambda deps, number, other: joined(deps, other, number),
    "split": lambda deps, number, other: split(deps, number, persons={"s2": "leaves"}, offences={"o1": "both"}),
}


async def disputed(deps, number, version=1):
    claim = {"kind": "positive", "between": "offices", "seat": "eastFlandersDendermonde", "ground": "placeOfOffence", "reason": "x"}
    await raise_conflict(RaiseConflict(case_number=number, version=version, **claim), a_prosecutor(), deps)


@pytest.mark.parametrize("act", ACTS)
async def test_file_in_a_conflict_of_jurisdiction_is_neither_joined_nor_split_until_the_conflict_is_over(act, deps):
    file, other = await a_case(deps, a_crew()), await a_case(deps)
    await disputed(deps, file.case_number)

    with pytest.raises(StateForbids) as refused:
        await ACTS[act](deps, file.case_number, other.case_number)
    assert file.case_number in refused.value.detail
    assert "havenprocureurs" in refused.value.detail and "Dendermonde" in refused.value.detail
    assert f"/dossiers/{file.case_number}/geschil" in refused.value.detail
    await withdraw_conflict(WithdrawConflict(case_number=file.case_number, version=2, reason="akkoord"), a_prosecutor(), deps)
    await ACTS[act](deps, file.case_number, other.case_number)


@pytest.mark.parametrize("act", ACTS)
async def test_file_on_offer_is_neither_joined_nor_split(act, deps):
    file, other = await a_case(deps, a_crew()), await a_case(deps)
    offer = OfferTransfer(case_number=file.case_number, version=1, to_office="eastFlandersDendermonde", ground="residence", reason="x")
    await offer_transfer(offer, a_clerk(), deps)

    with pytest.raises(StateForbids, match=f"{file.case_number} is aangeboden"):
        await ACTS[act](deps, file.case_number, other.case_number)


async def test_joinder_stays_while_a_conflict_over_the_lead_is_open(deps):
    lead, other = await a_case(deps), await a_case(deps, a_crew())
    await joined(deps, lead.case_number, other.case_number)
    await disputed(deps, lead.case_number, version=2)

    with pytest.raises(StateForbids, match=f"Over {lead.case_number} loopt een bevoegdheidsgeschil"):
        await unjoin_case(UnjoinCase(case_number=other.case_number, version=2, reason="toch twee zaken"), a_prosecutor(), deps)
    assert (await view_of(deps, other.case_number)).case.status == "joined"


# Joinder


async def test_joined_file_keeps_its_number_and_papers_and_its_work_goes_on_in_the_lead(deps):
    lead, other = await a_case(deps), await a_case(deps, a_crew())
    papers = (await view_of(deps, other.case_number)).documents

    await joined(deps, lead.case_number, other.case_number)

    view, at_lead = await view_of(deps, other.case_number), await view_of(deps, lead.case_number)
    assert (view.case.status, view.documents, view.case.report.persons[0].family_name) == ("joined", papers, "Adams")
    assert kinds(view)[-1] == "JoinedInto" and kinds(at_lead)[-1] == "CasesJoined"
    assert {person.family_name for person in at_lead.case.report.persons} >= {"Adams", "Jongen", "Wachter"}
    assert len(at_lead.case.report.offences) == 3


async def test_minor_of_a_joined_file_takes_the_youth_track_of_the_lead(deps):
    lead, other = await a_case(deps), await a_case(deps, a_crew())

    await joined(deps, lead.case_number, other.case_number)

    decision = (await view_of(deps, lead.case_number)).current.decision
    assert [(track.track, track.court) for track in decision.tracks] == [
        ("ordinary", "antwerpCorrectional"),
        ("youth", "youthEastFlandersGhent"),
    ]


async def test_murder_of_a_joined_file_brings_the_lead_before_the_assize_court(deps):
    murder = {"id": "o1", "offence": "murder", "committedFrom": "2026-11-18", "place": "p1", "portLink": "declared"}
    lead, other = await a_case(deps), await a_case(deps, a_report(offences=[murder]))

    await joined(deps, lead.case_number, other.case_number)

    assert (await view_of(deps, lead.case_number)).current.decision.tracks[0].court == "assizeEastFlanders"


async def test_offence_of_all_suspects_stays_with_the_suspects_of_its_own_file(deps):
    lead, other = await a_case(deps), await a_case(deps, a_crew())

    await joined(deps, lead.case_number, other.case_number)

    offences = (await view_of(deps, lead.case_number)).case.report.offences
    assert offences[0].persons == ("s1",)
    assert offences[1].persons == ("2-s1", "2-s2")


async def test_same_person_of_both_files_is_one_only_where_somebody_says_so(deps):
    lead, other = await a_case(deps, a_crew()), await a_case(deps, a_crew(noticeNumber=None))

    await joined(deps, lead.case_number, other.case_number, same={"s1": "s1"})

    persons = (await view_of(deps, lead.case_number)).case.report.persons
    assert [person.family_name for person in persons].count("Adams") == 1
    assert [person.family_name for person in persons].count("Jongen") == 2


async def test_nothing_is_written_in_a_joined_file_any_more(deps):
    lead, other = await a_case(deps), await a_case(deps, a_crew())
    await joined(deps, lead.case_number, other.case_number)
    number, by = other.case_number, a_prosecutor()
    report = (await view_of(deps, number)).case.report

    for attempt in (
        refer_case(ReferCase(case_number=number, version=2, tracks=(0,)), by, deps),
        amend_case(AmendCase(case_number=number, version=2, report=report, reason="x"), by, deps),
        add_report(AddReport(case_number=number, version=2, report=a_report(), sender="x"), by, deps),
        link_cases(LinkCases(case_number=number, version=2, other=lead.case_number, ground="other", limb=None, reason="x"), by, deps),
    ):
        with pytest.raises(StateForbids, match="gevoegd"):
            await attempt


async def test_joined_file_waits_for_nobody_and_others_are_led_to_its_lead(deps):
    lead = await a_case(deps)
    other = await a_case(deps, a_laundering(containers=[CONTAINER]))
    await joined(deps, lead.case_number, other.case_number)

    waiting = await work_lists.open_tracks(deps.pool, a_clerk(), court_day(deps.clock.now()))
    found = await list_candidates(ListCandidates(report=an_empty_report(receivedOn="2026-11-12", containers=[CONTAINER])), a_clerk(), deps)

    assert other.case_number not in {line.case.case_number for line in waiting.items}
    assert [each.case_number for each in found] == [lead.case_number]


async def test_joinder_undone_gives_both_files_their_own_facts_with_what_was_corrected_meanwhile(deps):
    lead, other = await a_case(deps), await a_case(deps, a_crew())
    before = (await view_of(deps, lead.case_number)).case.report
    await joined(deps, lead.case_number, other.case_number)
    report = (await view_of(deps, lead.case_number)).case.report
    persons = tuple(msgspec.structs.replace(one, given_names="Anna") if one.family_name == "Adams" else one for one in report.persons)
    report = msgspec.structs.replace(report, persons=persons)
    await amend_case(AmendCase(case_number=lead.case_number, version=2, report=report, reason="voornaam"), a_clerk(), deps)

    await unjoin_case(UnjoinCase(case_number=other.case_number, version=2, reason="toch twee zaken"), a_prosecutor(), deps)

    at_lead, view = await view_of(deps, lead.case_number), await view_of(deps, other.case_number)
    assert at_lead.case.report == before
    assert view.case.status == "registered"
    expected = msgspec.structs.replace(
        a_crew(), persons=(msgspec.structs.replace(a_crew().persons[0], given_names="Anna"), *a_crew().persons[1:])
    )
    assert view.case.report == expected
    assert kinds(at_lead)[-1] == kinds(view)[-1] == "JoinderUndone"
    assert [(track.track, track.court) for track in view.current.decision.tracks][1] == ("youth", "youthEastFlandersGhent")


async def test_undone_joinder_can_be_made_again(deps):
    lead, other = await a_case(deps), await a_case(deps, a_crew())
    await joined(deps, lead.case_number, other.case_number)
    await unjoin_case(UnjoinCase(case_number=other.case_number, version=2, reason="toch niet"), a_prosecutor(), deps)

    await joined(deps, lead.case_number, other.case_number)

    assert (await view_of(deps, other.case_number)).case.status == "joined"


async def test_clerk_joins_and_splits_nothing(deps):
    lead, other = await a_case(deps), await a_case(deps)

    with pytest.raises(MissingScope):
        await joined(deps, lead.case_number, other.case_number, by=a_clerk())


async def test_files_of_different_offices_before_different_courts_or_with_other_protection_are_not_joined(deps):
    lead, elsewhere = await a_case(deps), await a_case(deps, by=a_clerk("eastFlandersGhent"))
    with pytest.raises(StateForbids, match="ander parket"):
        await joined(deps, lead.case_number, elsewhere.case_number)

    referred = await a_case(deps, places=RIGHT_BANK)
    await refer_case(ReferCase(case_number=referred.case_number, version=1, tracks=(0,)), a_prosecutor(), deps)
    with pytest.raises(StateForbids, match="dezelfde rechtbank"):
        await joined(deps, lead.case_number, referred.case_number)

    hidden = await a_case(deps)
    by = await sealed(deps, hidden.case_number)
    with pytest.raises(StateForbids, match="even vertrouwelijk"):
        await joined(deps, lead.case_number, hidden.case_number, by=by)


async def test_two_files_before_one_court_are_joined_and_stay_before_it(deps):
    two = [{"id": "s1", "role": "suspect", "count": 2, "minor": False}]
    lead, other = await a_case(deps, places=RIGHT_BANK), await a_case(deps, places=RIGHT_BANK, persons=two)
    for each in (lead, other):
        await refer_case(ReferCase(case_number=each.case_number, version=1, tracks=(0,)), a_prosecutor(), deps)

    await joined(deps, lead.case_number, other.case_number)

    view = await view_of(deps, lead.case_number)
    assert (view.case.status, view.current.referred_tracks) == ("trialCourt", (0,))
    assert await deps.pool.fetchval("select courts from cases where case_number = $1", lead.case_number) == ["antwerpCorrectional"]


# Split


async def test_split_off_minor_has_a_file_of_his_own_that_is_decided_by_the_rules(deps):
    file = await a_case(deps, a_crew())

    done = await split(deps, file.case_number, persons={"s2": "leaves"}, offences={"o1": "both"})

    stays, leaves = await view_of(deps, file.case_number), await view_of(deps, done.new_case_number)
    assert [track.track for track in stays.current.decision.tracks] == ["ordinary"]
    assert [(track.track, track.court) for track in leaves.current.decision.tracks] == [("youth", "youthEastFlandersGhent")]
    assert kinds(stays)[-1] == "CaseSplit" and kinds(leaves) == ["CaseSplitOff"]
    assert stays.entries[-1].content["other"] == done.new_case_number
    assert leaves.entries[0].content["other"] == file.case_number


async def test_split_loses_no_person_fact_or_seizure(deps):
    file = await a_case(deps, a_crew())

    done = await split(
        deps, file.case_number, persons={"s1": "leaves", "v1": "both"}, offences={"o2": "leaves", "o1": "both"}, seizures={"g1": "leaves"}
    )

    stays, leaves = (await view_of(deps, file.case_number)).case.report, (await view_of(deps, done.new_case_number)).case.report
    for rows in ("persons", "offences", "seizures", "places"):
        there = {row.id for row in getattr(stays, rows)} | {row.id for row in getattr(leaves, rows)}
        assert there == {row.id for row in getattr(a_crew(), rows)}
    assert {row.id for row in stays.persons} & {row.id for row in leaves.persons} == {"v1"}


async def test_laundering_that_is_split_off_goes_along_because_it_stays_tied_to_the_port_crime(deps):
    file = await a_case(deps, a_crew())

    done = await split(deps, file.case_number, persons={"s1": "both"}, offences={"o2": "leaves"})

    decision = (await view_of(deps, done.new_case_number)).current.decision
    assert (decision.scope, decision.tracks[0].prosecution_office) == ("supporting", "antwerpPort")


async def test_suspect_never_leaves_without_a_fact_and_no_file_stays_without_one(deps):
    file = await a_case(deps, a_crew())

    for choice in ({"persons": {"s2": "leaves"}, "offences": {"o2": "leaves"}}, {"offences": {"o1": "leaves", "o2": "leaves"}}, {}):
        with pytest.raises(BadInput):
            await split(deps, file.case_number, **choice)


async def test_file_that_is_split_off_a_sealed_one_is_sealed_for_the_same_people(deps):
    file = await a_case(deps, a_crew())
    by = await sealed(deps, file.case_number)
    command = SplitCase(
        case_number=file.case_number,
        version=2,
        persons={"s2": "leaves"},
        offences={"o1": "both"},
        ground="sameFacts",
        limb=None,
        reason="minderjarige",
    )

    done = await split_case(command, by, deps)

    view = await view_of(deps, done.new_case_number, by)
    assert view.case.confidentiality == "sealed"
    assert [account.id for account in view.named] == [by.account_id]
    with pytest.raises(AssertionError):
        await view_of(deps, done.new_case_number)


async def test_split_is_undone_by_joining(deps):
    file = await a_case(deps, a_crew())
    done = await split(deps, file.case_number, persons={"s2": "leaves"}, offences={"o1": "both"})

    await joined(deps, file.case_number, done.new_case_number)

    decision = (await view_of(deps, file.case_number)).current.decision
    assert [track.track for track in decision.tracks] == ["ordinary", "youth"]


async def test_file_before_a_court_is_not_split_here(deps):
    file = await a_case(deps, a_crew(places=RIGHT_BANK))
    await refer_case(ReferCase(case_number=file.case_number, version=1, tracks=(0,)), a_prosecutor(), deps)

    with pytest.raises(StateForbids, match="rechtbank"):
        await split(deps, file.case_number, persons={"s2": "leaves"}, offences={"o1": "both"})
