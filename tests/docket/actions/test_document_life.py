"""Proposed, signed off by another magistrate, issued, replaced, withdrawn: a document never says what no longer holds."""

import asyncio
import hashlib
from datetime import date, datetime, timedelta
from typing import Any

import asyncpg
import msgspec
import pytest

import documents
from docket import papers
from docket.access import Actor, visibility
from docket.actions import redeciding
from docket.actions.oversight.verify_register import verify_register
from docket.actions.papers import knowing, living
from docket.actions.papers.issue_document import IssueDocument, issue_document
from docket.actions.papers.make_document import MakeDocument, make_document
from docket.actions.papers.propose_document import ProposeDocument, propose_document
from docket.actions.papers.remake_document import RemakeDocument, remake_document
from docket.actions.papers.send_back_document import SendBackDocument, send_back_document
from docket.actions.papers.sign_off_document import SignOffDocument, sign_off_document
from docket.actions.papers.withdraw_document import WithdrawDocument, withdraw_document
from docket.actions.pieces.inventorying import inventory_of
from docket.actions.registration.amend_case import AmendCase, amend_case
from docket.actions.time_limits.start_time_limit import StartTimeLimit, start_time_limit
from docket.clock import COURT_ZONE, FixedClock, court_day
from docket.deps import Deps
from docket.document_life import ROWS
from docket.entries import DocumentWithdrawn
from docket.errors import BadInput, DocumentOutdated, FactsMissing, MissingScope, NotFound, StateForbids
from docket.mail.sending import MemorySender
from docket.store import document_life, search, work_lists
from docket.work_lists import BY_CODE
from docket.worker.queue import drain
from routing import Start
from tests.builders import a_case, a_clerk, a_prosecutor, a_report, addressed, an_actor
from tests.docket.actions.hearing_world import RIGHT_BANK, a_chamber, booked, wanted
from tests.docket.actions.judgment_world import NAMED, before_court, convicting, judge
from tests.docket.actions.piece_world import attached
from tests.docket.actions.reading import view_of
from tests.docket.papers.paper_world import known, printed

#: Outside the port crime of the port prosecutors: another office receives it, so it has a transfer.
ELSEWHERE: dict[str, Any] = {
    "receivedOn": "2026-11-24",
    "places": [{"id": "p1", "role": "scene", "text": "Markt 1, Brugge", "municipality": "Brugge", "country": "BE"}],
    "offences": [{"id": "o1", "offence": "drugImport", "committedFrom": "2026-11-23", "place": "p1"}],
    "persons": [{"id": "s1", "role": "suspect", "kind": "natural", "count": 1, "minor": False}],
}
CLERK = a_clerk()
COMMANDS: dict[Any, Any] = {
    propose_document: ProposeDocument,
    sign_off_document: SignOffDocument,
    send_back_document: SendBackDocument,
    issue_document: IssueDocument,
    withdraw_document: WithdrawDocument,
}


@pytest.fixture
def four_eyes(monkeypatch: pytest.MonkeyPatch) -> None:
    """The transfer as a kind that its maker may never sign off."""
    kinds = [msgspec.structs.replace(kind, four_eyes=kind.signed_by == "magistrate") for kind in documents.KINDS]
    monkeypatch.setattr("documents.catalogue.KINDS", tuple(kinds))


async def a_magistrate(deps: Deps, name: str = "Procureur Voorbeeld", office: str = "antwerpPort") -> Actor:
    account_id = await deps.pool.fetchval(
        "insert into accounts (kind, name, display_name, roles, office, created_at) "
        "values ('user', $1, $1, '{prosecutor}', $2, $3) returning id",
        name,
        office,
        deps.clock.now(),
    )
    return a_prosecutor(office, account_id=account_id)


class Paper:
    """A document of a new file of another port, made by the worker: a transfer, which a magistrate signs, or another kind."""

    def __init__(self, deps: Deps, sender: MemorySender, number: str, id: int) -> None:
        self.deps, self.sender, self.number, self.id = deps, sender, number, id

    async def to(self, act: Any, by: Actor = CLERK, **fields: Any) -> str:
        done = await act(COMMANDS[act](case_number=self.number, document_id=self.id, **fields), by, self.deps)
        return done.stage

    async def again(self, by: Actor = CLERK) -> "Paper":
        asked = await remake_document(RemakeDocument(case_number=self.number, document_id=self.id), by, self.deps)
        await drain(self.deps, self.sender)
        return Paper(self.deps, self.sender, self.number, asked.document_id)

    async def line(self) -> search.DocumentLine:
        [line] = [one for one in (await view_of(self.deps, self.number)).documents if one.id == self.id]
        return line

    async def stage(self) -> str:
        return (await self.line()).stage

    async def entries(self) -> list[str]:
        return [entry.kind for entry in (await view_of(self.deps, self.number)).entries if entry.kind.startswith("Document")]


async def a_paper(deps: Deps, sender: MemorySender, kind: str = "transfer", by: Actor = CLERK, **fields: Any) -> Paper:
    number = (await a_case(deps, by=by, **(ELSEWHERE | fields))).case_number
    asked = await make_document(MakeDocument(case_number=number, kind=kind), by, deps)
    await drain(deps, sender)
    return Paper(deps, sender, number, asked.document_id)


#: Called on 10 December 2026: ten clear days before it, the last day to serve is Friday 27 November: 29 November is a Sunday.
LAST_DAY = date(2026, 11, 27)
DEFENDANT = {
    "id": "s1",
    "role": "suspect",
    "kind": "natural",
    "count": 1,
    "familyName": "Aa",
    "givenNames": "Bé",
    "ssin": "85073003328",
    "residence": {"country": "BE"},
}
CHARGED: dict[str, Any] = RIGHT_BANK | {
    "persons": [DEFENDANT],
    "offences": [{"id": "o1", "offence": "portIntrusion", "committedFrom": "2026-10-18", "place": "p1"}],
}


async def a_summons(deps: Deps, sender: MemorySender, by: Actor = CLERK, chamber: str = "AC1") -> Paper:
    await addressed(deps)
    number = (await a_case(deps, by=by, sender=chamber, externalId=chamber, **CHARGED)).case_number
    await booked(deps, number, wanted(await a_chamber(deps, name=chamber), date(2026, 12, 10)))
    [hearing] = (await knowing.known(number, "makeDocument", by, deps)).hearings
    typed = {"hearing": hearing.id, "hearingPlace": "Bolivarplaats 20, zaal C", "part": "perpetrator"}
    asked = await make_document(MakeDocument(case_number=number, kind="direct_summons", about="s1", typed=typed), by, deps)
    await drain(deps, sender)
    return Paper(deps, sender, number, asked.document_id)


def at_noon(clock: FixedClock, day: date) -> None:
    clock.instant = datetime(day.year, day.month, day.day, 12, tzinfo=COURT_ZONE)


async def test_a_summons_is_proposed_signed_off_and_issued_on_the_last_day_of_its_service_and_not_a_day_later(
    deps: Deps, sender: MemorySender, clock: FixedClock
) -> None:
    magistrate = await a_magistrate(deps)
    issued, signed, proposed, draft = [await a_summons(deps, sender, chamber=name) for name in ("AC1", "AC2", "AC3", "AC4")]
    for paper in (issued, signed, proposed):
        await paper.to(propose_document)
    at_noon(clock, LAST_DAY)
    for paper in (issued, signed):
        assert await paper.to(sign_off_document, magistrate) == "signedOff"
    assert await issued.to(issue_document) == "issued"

    at_noon(clock, LAST_DAY + timedelta(days=1))
    for paper, act, by in ((signed, issue_document, CLERK), (proposed, sign_off_document, magistrate), (draft, propose_document, CLERK)):
        with pytest.raises(FactsMissing, match="kan vandaag niet meer") as refused:
            await paper.to(act, by)
        [issue] = refused.value.issues
        assert "ligt binnen de dagvaardingstermijn" in issue.detail
        # Served on Monday 30 November: 1 to 10 December are the ten days.
        assert "11 december 2026 de eerste mogelijke dag" in issue.detail
        assert issue.name == "zitting"
    assert [await paper.stage() for paper in (signed, proposed, draft)] == ["signedOff", "proposed", "draft"]


async def test_a_summons_whose_hearing_is_past_is_not_issued(deps: Deps, sender: MemorySender, clock: FixedClock) -> None:
    paper = await a_summons(deps, sender)
    await paper.to(propose_document)
    await paper.to(sign_off_document, await a_magistrate(deps))

    at_noon(clock, date(2026, 12, 10))
    with pytest.raises(FactsMissing) as refused:
        await paper.to(issue_document)
    assert any("een zitting van de correctionele rechtbank" in issue.detail for issue in refused.value.issues)


#: What brings a person before a court, ends the action or buys it off (DECISIONS 61 and 62).
FOUR_EYES = {
    "direct_summons",
    "referral_summons",
    "final_requisition",
    "settlement_offer",
    "settlement_finding",
    "extinction_finding",
}


def test_the_kinds_that_their_maker_never_signs_off_are_those_that_are_named() -> None:
    assert {kind.code for kind in documents.KINDS if kind.four_eyes} == FOUR_EYES
    assert all(documents.kind_of(code).signed_by == "magistrate" for code in FOUR_EYES)


async def test_a_magistrate_never_signs_off_the_summons_that_he_made_himself(deps: Deps, sender: MemorySender) -> None:
    maker, other = await a_magistrate(deps), await a_magistrate(deps, "Procureur Twee")
    paper = await a_summons(deps, sender, by=maker)
    await paper.to(propose_document, maker)

    with pytest.raises(StateForbids, match="wie dit stuk of een versie ervan maakte"):
        await paper.to(sign_off_document, maker)
    assert await paper.to(sign_off_document, other) == "signedOff"


async def test_words_stay_those_of_who_typed_them_when_another_one_makes_the_document_again(deps: Deps, sender: MemorySender) -> None:
    maker, other = await a_magistrate(deps), await a_magistrate(deps, "Procureur Twee")
    paper = await (await (await a_summons(deps, sender, by=maker)).again(CLERK)).again(CLERK)
    await paper.to(propose_document)

    with pytest.raises(StateForbids, match="een versie ervan maakte"):
        await paper.to(sign_off_document, maker)
    assert await paper.to(sign_off_document, other) == "signedOff"


async def test_an_office_that_only_has_a_track_signs_issues_and_withdraws_nothing_in_the_name_of_the_holder(
    deps: Deps, sender: MemorySender
) -> None:
    paper, magistrate = await a_paper(deps, sender), await a_magistrate(deps)
    [track] = (await view_of(deps, paper.number)).decisions[-1].decision.tracks
    there = await a_magistrate(deps, "Procureur Elders", office=track.prosecution_office)
    refused = pytest.raises(StateForbids, match="op naam van het parket dat het dossier houdt")

    with refused:
        await paper.to(withdraw_document, there, reason="niet van hier")
    await paper.to(propose_document)
    for act, fields in ((sign_off_document, {}), (send_back_document, {"reason": "niet van hier"})):
        with refused:
            await paper.to(act, there, **fields)
    await paper.to(sign_off_document, magistrate)
    with refused:
        await paper.to(issue_document, there)
    assert await paper.to(issue_document) == "issued"
    with refused:
        await paper.to(withdraw_document, there, reason="niet van hier")


async def test_what_another_office_made_for_itself_it_takes_back_itself_and_cannot_issue(deps: Deps, sender: MemorySender) -> None:
    number = (await a_paper(deps, sender)).number
    [track] = (await view_of(deps, number)).decisions[-1].decision.tracks
    there = a_clerk(track.prosecution_office, account_id=31)
    asked = await make_document(MakeDocument(case_number=number, kind="receipt"), there, deps)
    await drain(deps, sender)
    own = Paper(deps, sender, number, asked.document_id)

    with pytest.raises(StateForbids, match="op naam van het parket"):
        await own.to(issue_document, there)
    assert await own.to(withdraw_document, there, reason="vergissing") == "withdrawn"


async def a_registrar(deps: Deps, court: str, name: str) -> Actor:
    account_id = await deps.pool.fetchval(
        "insert into accounts (kind, name, display_name, roles, court, created_at) "
        "values ('user', $1, $1, '{courtRegistrar}', $2, now()) returning id",
        name,
        court,
    )
    return msgspec.structs.replace(an_actor("courtRegistrar", office=None, court=court, account_id=account_id), code=f"user:{account_id}")


async def test_the_extract_of_a_judgment_is_issued_by_the_registry_that_made_it_and_prepared_by_the_office_at_most(
    deps: Deps, sender: MemorySender
) -> None:
    number = await before_court(deps, persons=NAMED)
    await judge(deps, convicting(number))
    typed = {"recipient": "prosecutorGeneral"}
    registrar = await a_registrar(deps, "antwerpCorrectional", "griffier")

    async def an_extract(by: Actor) -> Paper:
        asked = await make_document(MakeDocument(case_number=number, kind="judgment_extract", typed=typed), by, deps)
        await drain(deps, sender)
        return Paper(deps, sender, number, asked.document_id)

    prepared, extract = await an_extract(CLERK), await an_extract(registrar)

    for by in (CLERK, a_prosecutor()):
        with pytest.raises(StateForbids, match="de griffier tekent dit stuk"):
            await prepared.to(issue_document, by)
        with pytest.raises(StateForbids, match="de griffier tekent dit stuk"):
            await extract.to(issue_document, by)
    assert await extract.to(issue_document, registrar) == "issued"
    with pytest.raises(StateForbids, match="de griffier tekent dit stuk"):
        await extract.to(withdraw_document, CLERK, reason="fout")
    assert await extract.to(withdraw_document, registrar, reason="fout") == "withdrawn"
    assert await prepared.to(withdraw_document, CLERK, reason="de griffie maakte het") == "withdrawn"


async def test_a_registry_withdraws_nothing_that_it_did_not_make(deps: Deps, sender: MemorySender) -> None:
    number = await before_court(deps)
    found = await deps.pool.fetchval("select id from cases where case_number = $1", number)
    registrar = await a_registrar(deps, "antwerpCorrectional", "griffier")
    await attached(deps, number)
    asked = MakeDocument(case_number=number, kind="file_inventory", typed={"sentTo": "het hof"})
    inventory = Paper(deps, sender, number, (await make_document(asked, registrar, deps)).document_id)
    await drain(deps, sender)
    await inventory.to(issue_document, registrar)
    await deps.pool.execute("update cases set courts = courts || '{eastFlandersDendermondeCorrectional}' where id = $1", found)
    other = await a_registrar(deps, "eastFlandersDendermondeCorrectional", "griffier elders")

    with pytest.raises(StateForbids, match="alleen in wat zij zelf maakte"):
        await inventory.to(withdraw_document, other, reason="fout")
    assert await inventory.stage() == "issued"
    await deps.pool.execute("update cases set courts = array_remove(courts, 'eastFlandersDendermondeCorrectional') where id = $1", found)


async def test_of_two_documents_that_were_made_from_an_issued_one_only_the_last_one_stays_issued(deps: Deps, sender: MemorySender) -> None:
    magistrate, first = await a_magistrate(deps), await a_summons(deps, sender)

    async def leaves(paper: Paper) -> None:
        await paper.to(propose_document)
        await paper.to(sign_off_document, magistrate)
        await paper.to(issue_document)

    await leaves(first)
    one, other = await first.again(), await first.again()
    await leaves(one)
    assert [await paper.stage() for paper in (first, one, other)] == ["replaced", "issued", "draft"]
    await leaves(other)

    assert [await paper.stage() for paper in (first, one, other)] == ["replaced", "replaced", "issued"]
    assert (await view_of(deps, first.number)).entries[-1].content["replaced"] == [one.id]
    findings, _ = await verify_register(deps)
    assert findings == []


async def test_what_was_issued_stays_on_the_inventory_by_its_number_and_a_draft_never_is(
    deps: Deps, sender: MemorySender, clock: FixedClock
) -> None:
    magistrate, first = await a_magistrate(deps), await a_summons(deps, sender)
    for step, by in ((propose_document, CLERK), (sign_off_document, magistrate), (issue_document, CLERK)):
        await first.to(step, by)
    clock.instant += timedelta(minutes=1)
    letter = (await attached(deps, first.number, None, kind="letter")).piece
    clock.instant += timedelta(minutes=1)

    async def listed() -> list[tuple[int, int | None, int | None, str | None]]:
        lines = await inventory_of((await view_of(deps, first.number)).case, deps)
        return [(line.running, line.document, line.piece, line.fate) for line in lines]

    assert await listed() == [(1, first.id, None, None), (2, None, letter, None)]
    second = await first.again()
    for step, by in ((propose_document, CLERK), (sign_off_document, magistrate), (issue_document, CLERK)):
        await second.to(step, by)
    assert await listed() == [(1, first.id, None, "replaced"), (2, None, letter, None), (3, second.id, None, None)]
    await second.to(withdraw_document, magistrate, reason="verkeerde zitting")
    assert (await listed())[2] == (3, second.id, None, "withdrawn")
    file = await known(deps, first.number, "file_inventory")
    assert " / vervangen |" in printed(file, "file_inventory", sentTo="de rechtbank")


async def test_a_draft_stays_until_the_one_in_its_place_is_there_and_when_that_fails_nothing_typed_is_lost(
    deps: Deps, sender: MemorySender, monkeypatch: pytest.MonkeyPatch
) -> None:
    paper = await a_summons(deps, sender)

    async def unprintable(*said: Any) -> bytes:
        raise documents.TemplateFault("alinea 3 van het sjabloon is stuk")

    with monkeypatch.context() as broken:
        broken.setattr("docket.worker.render_document.composed", unprintable)
        failed = await paper.again()
    assert (await paper.stage(), (await failed.line()).state) == ("draft", "failed")
    again = await failed.again()

    assert [await one.stage() for one in (paper, failed, again)] == ["replaced", "replaced", "draft"]
    assert (await again.line()).state == "made"
    acts = (await document_life.acts(deps.pool, (await view_of(deps, paper.number)).case.id))[paper.id]
    assert [(act.act, act.other, act.acted_by) for act in acts] == [("replace", again.id, CLERK.code)]
    findings, _ = await verify_register(deps)
    assert findings == []


async def test_what_is_being_made_again_is_not_asked_for_twice(deps: Deps, sender: MemorySender) -> None:
    paper = await a_paper(deps, sender)
    asked = RemakeDocument(case_number=paper.number, document_id=paper.id)
    await remake_document(asked, CLERK, deps)

    with pytest.raises(StateForbids, match="wordt al opnieuw gemaakt"):
        await remake_document(asked, CLERK, deps)
    assert await paper.stage() == "draft"


async def test_a_document_that_a_magistrate_signs_goes_from_draft_to_issued(deps: Deps, sender: MemorySender) -> None:
    paper, magistrate = await a_paper(deps, sender), await a_magistrate(deps)

    stages = [await paper.stage(), await paper.to(propose_document), await paper.to(sign_off_document, magistrate)]
    stages.append(await paper.to(issue_document))

    assert stages == ["draft", "proposed", "signedOff", "issued"]
    view = await view_of(deps, paper.number)
    said = [entry for entry in view.entries if entry.kind in ("DocumentProposed", "DocumentSignedOff", "DocumentIssued")]
    content = await search.document_bytes(deps.pool, visibility(CLERK), paper.number, paper.id)
    assert content is not None and content.content is not None
    assert {entry.content["sha256"] for entry in said} == {hashlib.sha256(content.content).hexdigest()}
    assert [entry.entered_by for entry in said] == [CLERK.code, magistrate.code, CLERK.code]
    acts = (await document_life.acts(deps.pool, view.case.id))[paper.id]
    assert [(act.act, act.name) for act in acts] == [("propose", None), ("signOff", "Procureur Voorbeeld"), ("issue", None)]


async def test_a_kind_that_nobody_signs_is_issued_by_a_clerk(deps: Deps, sender: MemorySender) -> None:
    paper = await a_paper(deps, sender, "receipt")

    with pytest.raises(StateForbids, match="een magistraat tekent dit stuk niet"):
        await paper.to(propose_document)
    assert await paper.to(issue_document) == "issued"


async def test_only_a_magistrate_signs_off_and_sends_back(deps: Deps, sender: MemorySender) -> None:
    paper = await a_paper(deps, sender)
    await paper.to(propose_document)

    for act, fields in ((sign_off_document, {}), (send_back_document, {"reason": "fout"})):
        with pytest.raises(MissingScope):
            await paper.to(act, CLERK, **fields)
    assert await paper.stage() == "proposed"


async def test_its_maker_never_signs_it_off_where_the_kind_has_four_eyes(deps: Deps, sender: MemorySender, four_eyes: None) -> None:
    maker, other = await a_magistrate(deps), await a_magistrate(deps, "Procureur Twee")
    paper = await a_paper(deps, sender, by=maker)
    await paper.to(propose_document, maker)

    with pytest.raises(StateForbids, match="wie dit stuk of een versie ervan maakte"):
        await paper.to(sign_off_document, maker)
    assert await paper.to(sign_off_document, other) == "signedOff"


async def test_what_is_not_signed_off_is_not_issued_and_nothing_skips_a_step(deps: Deps, sender: MemorySender) -> None:
    paper, magistrate = await a_paper(deps, sender), await a_magistrate(deps)

    for act in (issue_document, sign_off_document):
        with pytest.raises(StateForbids, match="kan niet met een stuk dat concept is"):
            await paper.to(act, magistrate)
    await paper.to(propose_document)
    with pytest.raises(StateForbids, match="kan niet met een stuk dat voorgesteld is"):
        await paper.to(issue_document)


async def test_a_document_that_is_sent_back_is_a_draft_again_and_says_why(deps: Deps, sender: MemorySender) -> None:
    paper, magistrate = await a_paper(deps, sender), await a_magistrate(deps)
    await paper.to(propose_document)

    with pytest.raises(BadInput):
        await paper.to(send_back_document, magistrate, reason=" ")
    assert await paper.to(send_back_document, magistrate, reason="de periode klopt niet") == "draft"

    view = await view_of(deps, paper.number)
    assert view.entries[-1].content["reason"] == "de periode klopt niet"


async def test_a_corrected_fact_blocks_the_draft_until_it_is_made_again(deps: Deps, sender: MemorySender) -> None:
    paper, magistrate = await a_paper(deps, sender), await a_magistrate(deps)
    await paper.to(propose_document)
    corrected = a_report(**(ELSEWHERE | {"summary": "Bij nader inzien."}))
    await amend_case(AmendCase(case_number=paper.number, version=1, report=corrected, reason="verbetering"), CLERK, deps)
    await drain(deps, sender)

    with pytest.raises(DocumentOutdated, match="is verbeterd"):
        await paper.to(sign_off_document, magistrate)
    new = await paper.again()

    assert (await paper.stage(), await new.stage()) == ("replaced", "draft")
    assert await new.to(propose_document) == "proposed"


async def test_what_the_register_learned_since_blocks_it_and_is_told_in_words(deps: Deps, sender: MemorySender) -> None:
    paper, magistrate = await a_paper(deps, sender), await a_magistrate(deps)
    await paper.to(propose_document)
    start = Start(event="appealDeclared", on=(deps.clock.now() - timedelta(days=5)).date())
    await start_time_limit(StartTimeLimit(case_number=paper.number, version=1, limit="detentionAppealDecision", start=start), CLERK, deps)

    for act in (sign_off_document,):
        with pytest.raises(DocumentOutdated) as refused:
            await paper.to(act, magistrate)

    told = [issue.detail for issue in refused.value.issues]
    assert any("Art." in line or "art." in line for line in told), told
    assert all(line.startswith("alinea ") for line in told)
    assert await (await paper.again()).to(propose_document) == "proposed"


async def test_a_later_hour_alone_changes_nothing_of_a_document(deps: Deps, sender: MemorySender, clock: FixedClock) -> None:
    paper, magistrate = await a_paper(deps, sender), await a_magistrate(deps)
    clock.instant += timedelta(hours=30)

    await paper.to(propose_document)
    clock.instant += timedelta(days=3)
    assert await paper.to(sign_off_document, magistrate) == "signedOff"


async def test_a_newer_document_replaces_the_issued_one_when_it_is_issued_itself(deps: Deps, sender: MemorySender) -> None:
    paper = await a_paper(deps, sender, "receipt")
    await paper.to(issue_document)
    new = await paper.again()

    assert (await paper.stage(), await new.stage()) == ("issued", "draft")
    await new.to(issue_document)
    assert (await paper.stage(), await new.stage()) == ("replaced", "issued")
    view = await view_of(deps, paper.number)
    assert paper.id in view.entries[-1].content["replaced"]
    acts = await document_life.acts(deps.pool, view.case.id)
    assert acts[paper.id][-1].other == new.id
    with pytest.raises(StateForbids, match="nieuwer"):
        await paper.again()


async def test_a_document_is_withdrawn_with_a_reason_and_stays_readable(deps: Deps, sender: MemorySender) -> None:
    paper, magistrate = await a_paper(deps, sender), await a_magistrate(deps)
    await paper.to(propose_document)
    await paper.to(sign_off_document, magistrate)
    await paper.to(issue_document)

    with pytest.raises(MissingScope):
        await paper.to(withdraw_document, CLERK, reason="fout")
    assert await paper.to(withdraw_document, magistrate, reason="aan het verkeerde parket") == "withdrawn"
    with pytest.raises(StateForbids, match="er kan niets meer mee"):
        await paper.to(issue_document)
    assert (await search.document_bytes(deps.pool, visibility(CLERK), paper.number, paper.id)) is not None


async def test_no_statement_changes_what_a_made_document_says(deps: Deps, sender: MemorySender) -> None:
    paper = await a_paper(deps, sender, "receipt")

    for change in ("bytes = 'x'", "sha256 = 'x'", "kind = 'transfer'", "made_at = now()", "template_version = 'x'", "state = 'asked'"):
        with pytest.raises(asyncpg.RestrictViolationError):
            await deps.pool.execute(f"update documents set {change} where id = $1", paper.id)
    with pytest.raises(asyncpg.RestrictViolationError):
        await deps.pool.execute("delete from documents where id = $1", paper.id)
    await paper.to(issue_document)
    for statement in ("update document_acts set stage = 'draft'", "delete from document_acts"):
        with pytest.raises(asyncpg.RestrictViolationError):
            await deps.pool.execute(statement)


async def test_the_template_of_every_document_is_kept_and_no_statement_changes_it(deps: Deps, sender: MemorySender) -> None:
    paper = await a_paper(deps, sender)

    version = (await paper.line()).template_version
    assert version is not None
    kept = await deps.pool.fetchval("select content from template_versions where version = $1", version)
    assert hashlib.sha256(kept).hexdigest() == version
    with pytest.raises(asyncpg.RestrictViolationError):
        await deps.pool.execute("update template_versions set kind = 'x'")


async def test_a_registry_sees_what_was_issued_and_no_draft(deps: Deps, sender: MemorySender) -> None:
    paper = await a_paper(deps, sender, "receipt")
    await deps.pool.execute("update cases set courts = '{antwerpCorrectional}' where case_number = $1", paper.number)
    registry = an_actor("courtRegistrar", office=None, court="antwerpCorrectional")

    assert (await view_of(deps, paper.number, registry)).documents == ()
    assert await search.document_bytes(deps.pool, visibility(registry, "readDocument"), paper.number, paper.id) is None
    with pytest.raises(NotFound):
        await paper.to(issue_document, registry)
    await deps.pool.execute("update cases set courts = '{}' where case_number = $1", paper.number)
    await paper.to(issue_document)
    await deps.pool.execute("update cases set courts = '{antwerpCorrectional}' where case_number = $1", paper.number)
    assert [one.id for one in (await view_of(deps, paper.number, registry)).documents] == [paper.id]
    await deps.pool.execute("update cases set courts = '{}' where case_number = $1", paper.number)


async def test_a_registry_sees_the_drafts_of_its_own_people(deps: Deps, sender: MemorySender) -> None:
    paper = await a_paper(deps, sender, "receipt")
    account = await deps.pool.fetchval(
        "insert into accounts (kind, name, display_name, roles, court, created_at) "
        "values ('user', 'griffie', 'griffie', '{courtRegistrar}', 'antwerpCorrectional', now()) returning id"
    )
    shown = "select document_shown(id, $2, '', $3) from documents where id = $1"

    assert await deps.pool.fetchval(shown, paper.id, f"user:{account}", "antwerpCorrectional")
    assert not await deps.pool.fetchval(shown, paper.id, f"user:{account}", "eastFlandersDendermondeCorrectional")
    assert not await deps.pool.fetchval(shown, paper.id, f"user:{account}9", "antwerpCorrectional")


async def test_another_office_finds_nothing_to_act_on(deps: Deps, sender: MemorySender) -> None:
    paper = await a_paper(deps, sender)

    with pytest.raises(NotFound):
        await paper.to(propose_document, a_clerk("brussels"))


async def test_what_waits_for_a_magistrate_is_on_the_list_of_the_magistrates_of_the_office(deps: Deps, sender: MemorySender) -> None:
    paper, magistrate = await a_paper(deps, sender), await a_magistrate(deps)

    async def listed(by: Actor) -> list[str]:
        page = await work_lists.to_sign(deps.pool, by, court_day(deps.clock.now()))
        return [item.case.case_number for item in page.items]

    assert await listed(magistrate) == []
    await paper.to(propose_document)
    assert await listed(magistrate) == [paper.number]
    assert await listed(a_prosecutor("brussels")) == []
    assert not a_clerk().may(BY_CODE["toSign"].shown_to)
    await paper.to(sign_off_document, magistrate)
    assert await listed(magistrate) == []


async def test_two_magistrates_sign_off_once(deps: Deps, sender: MemorySender) -> None:
    paper, one, other = await a_paper(deps, sender), await a_magistrate(deps), await a_magistrate(deps, "Procureur Twee")
    await paper.to(propose_document)

    done = await asyncio.gather(paper.to(sign_off_document, one), paper.to(sign_off_document, other), return_exceptions=True)

    assert sorted(type(each).__name__ for each in done) == ["StateForbids", "str"]
    assert (await paper.entries()).count("DocumentSignedOff") == 1


async def test_whoever_waits_for_a_file_sees_what_was_done_with_the_document_while_he_waited(deps: Deps, sender: MemorySender) -> None:
    paper = await a_paper(deps, sender)
    seen = await living.find(paper.number, paper.id, CLERK, deps)
    found = await redeciding.find(paper.number, "makeDocument", CLERK, deps)
    [withdrawn] = [row for row in ROWS if (row.before, row.act, row.who) == ("draft", "withdraw", "maker")]

    async def waiting() -> None:
        async with deps.transaction() as tx:
            await living.require_untouched(tx, seen)

    async with deps.transaction() as tx:
        await document_life.lock(tx, seen)
        other = asyncio.create_task(waiting())
        while not await deps.pool.fetchval("select exists (select from pg_locks where not granted)"):
            await asyncio.sleep(0)
        at = deps.clock.now()
        await document_life.enter(tx, seen.case_id, seen.id, withdrawn, at=at, by=CLERK.code, account_id=None, reason="dubbel")
        told = DocumentWithdrawn(document=seen.id, document_kind=seen.kind, sha256=seen.sha256 or "", reason="dubbel")
        await redeciding.enter(tx, found, told, CLERK, at)

    with pytest.raises(StateForbids, match="gebeurde intussen iets anders"):
        await other


async def test_a_life_that_was_written_behind_the_register_is_found(deps: Deps, sender: MemorySender) -> None:
    paper = await a_paper(deps, sender, "receipt")
    await deps.pool.execute(
        "insert into document_acts (case_id, document_id, act, stage, acted_at, acted_by) "
        "select case_id, id, 'propose', 'proposed', now(), 'user:1' from documents where id = $1",
        paper.id,
    )

    findings, _ = await verify_register(deps)
    assert {finding.table for finding in findings} == {"document_acts"}
    assert any("de tabel kent dat niet" in finding.what for finding in findings)


async def test_what_was_made_after_a_document_does_not_block_it_and_what_was_issued_lies_in_the_inventory(
    deps: Deps, sender: MemorySender
) -> None:
    paper = await a_paper(deps, sender, "receipt")
    later = await make_document(MakeDocument(case_number=paper.number, kind="receipt"), CLERK, deps)
    await drain(deps, sender)

    seen = await knowing.known(paper.number, "makeDocument", CLERK, deps)
    assert [one.document for one in seen.inventory] == []
    assert {paper.id, later.document_id} <= {one.id for one in seen.made}
    await paper.to(issue_document)
    seen = await knowing.known(paper.number, "makeDocument", CLERK, deps)
    assert [(one.document, one.digital_id) for one in seen.inventory] == [(paper.id, (await paper.line()).sha256)]


async def test_a_paper_that_reads_the_earlier_ones_of_its_kind_is_not_held_against_itself(
    deps: Deps, sender: MemorySender, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[list[int]] = []
    plain = papers.paper_of("receipt")

    def context(known: papers.Known, wanted: papers.Wanted) -> msgspec.Struct:
        asked.append([one.id for one in known.made if one.kind == "receipt"])
        return plain.context(known, wanted)

    monkeypatch.setitem(papers.catalogue._BY_KIND, "receipt", msgspec.structs.replace(plain, context=context))
    paper = await a_paper(deps, sender, "receipt")
    await make_document(MakeDocument(case_number=paper.number, kind="receipt"), CLERK, deps)
    await drain(deps, sender)
    asked.clear()
    await paper.to(issue_document)

    earlier = await deps.pool.fetch("select id from documents where kind = 'receipt' and id < $1", paper.id)
    assert asked and all(ids == [row["id"] for row in earlier] for ids in asked)
