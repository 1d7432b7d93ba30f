"""Every page, error states too, at 320 and 1280 pixels: no finding of axe, and nothing runs off the screen sideways."""

import re
from collections.abc import AsyncIterator
from datetime import date, timedelta
from typing import Any

import msgspec
import pytest
from axe_playwright_python.async_playwright import Axe
from litestar import Litestar
from playwright.async_api import Browser, Page

from docket.access import SYSTEM, Actor
from docket.actions.accounts.add_client import AddClient, add_client
from docket.actions.accounts.add_user import AddUser, add_user
from docket.actions.assignment.keep_roster import KeepRoster, keep_roster
from docket.actions.assignment.override_assignment import OverrideAssignment, override_assignment
from docket.actions.assignment.recuse_prosecutor import RecuseProsecutor, recuse_prosecutor
from docket.actions.assignment.set_absence import SetAbsence, set_absence
from docket.actions.competence.challenge_competence import ChallengeCompetence, challenge_competence
from docket.actions.connected.join_cases import JoinCases, JoinedFile, join_cases
from docket.actions.connected.link_cases import LinkCases, link_cases
from docket.actions.contacts.add_contact import AddContact, add_contact
from docket.actions.duty.escalate import escalate
from docket.actions.duty.keep_duty_roster import KeepDutyRoster, keep_duty_roster
from docket.actions.judgments.lodge_remedy import LodgeRemedy, lodge_remedy
from docket.actions.papers.ask_bundle import AskBundle, ask_bundle
from docket.actions.papers.ask_pdf import AskPdf, ask_pdf
from docket.actions.registration.amend_case import AmendCase, amend_case
from docket.actions.registration.set_confidentiality import SetConfidentiality, set_confidentiality
from docket.actions.requests.ask_request import AskRequest, ask_request
from docket.actions.requests.enter_answer import EnterAnswer, enter_answer
from docket.actions.services.ask_service import AskService, ask_service
from docket.actions.services.fail_service import FailService, fail_service
from docket.actions.services.record_service import RecordService, record_service
from docket.actions.time_limits.start_time_limit import StartTimeLimit, start_time_limit
from docket.actions.transfers.offer_transfer import OfferTransfer, offer_transfer
from docket.actions.transfers.raise_conflict import RaiseConflict, raise_conflict
from docket.clock import FixedClock, court_day
from docket.contacts import ContactSaid
from docket.deps import Deps
from docket.judgments import Ban, Confiscation, Penalty
from docket.mail.sending import MemorySender
from docket.passwords import secret_hash
from docket.services import DoneSaid
from docket.store import duty, requests
from docket.worker.make_pdf import make_pdf
from docket.worker.queue import drain
from routing import Start
from tests import drafts
from tests.builders import a_case, a_prosecutor, a_report, an_actor
from tests.docket.actions.hearing_world import PEOPLE, RIGHT_BANK, a_chamber, booked, wanted
from tests.docket.actions.judgment_world import before_court, convicting, judge
from tests.docket.actions.piece_world import attached
from tests.docket.actions.piece_world import uploaded as upload_of
from tests.docket.actions.test_confirm_competence import a_magistrate
from tests.docket.actions.test_requests import NO_BANK
from tests.docket.actions.test_seized_items import COCAINE, CONTAINER, kept
from tests.docket.actions.test_seized_items import decided as decided_item
from tests.docket.conversion.paper import PaperConverter
from tests.docket.test_piece_files import a_pdf, javascript
from tests.flows.site import chromium, served, sign_in, user

pytestmark = [pytest.mark.browser, pytest.mark.minutes]

WIDTHS = (320, 1280)
#: The pages in so many tests: one would be the last of the suite that runs.
SHARES = 3
#: The script itself: what its own runner sends back of the rules that pass takes longer than the rules.
AXE = Axe()
#: The rules on the page as it stands, in words. Contrast takes two thirds of their time and hangs only on how a text and what lies
#: behind it are painted, so it is asked of two texts of each way of being painted that no page before showed to pass, and of all of
#: them where neither passes. What is laid over something else, or may be exempt, is asked every time.
RUN = """async known => {
    const legible = new Set(known), ways = new Map(), behind = new Map(), fresh = []
    const backdrop = element => {
        if (!element) return ''
        if (behind.has(element)) return behind.get(element)
        const above = backdrop(element.parentElement), style = getComputedStyle(element)
        const placed = !['static', 'relative'].includes(style.position) || style.float !== 'none' || style.transform !== 'none'
            || /-/.test(style.margin) || style.filter !== 'none' || style.backgroundImage !== 'none' || style.mixBlendMode !== 'normal'
            || style.clipPath !== 'none'
        const painted = style.backgroundColor === 'rgba(0, 0, 0, 0)' ? '' : style.backgroundColor
        const own = painted + (style.opacity === '1' ? '' : `*${style.opacity}`)
        const value = above === null || placed ? null : own ? `${above}/${own}` : above
        behind.set(element, value)
        return value
    }
    for (const element of document.querySelectorAll('body, body *')) {
        const shown = backdrop(element), style = getComputedStyle(element)
        const exempt = element.closest('svg, select, :disabled, [aria-disabled]') || element.closest('label')?.control?.disabled
        const way = shown === null || exempt ? null
            : [shown, style.color, style.fontSize, style.fontWeight, style.textShadow, style.webkitTextStroke].join('|')
        if (way === null) fresh.push(element)
        else if (!legible.has(way)) {
            const has = [...element.childNodes].some(node => node.nodeType === 3 && node.data.trim().length > 1)
            if (has || element.matches('input, textarea')) ways.set(way, [...(ways.get(way) ?? []), element])
        }
    }
    const violations = [], passed = new Set()
    const run = async (elements, more) => {
        elements.forEach(element => element.toggleAttribute('data-asked', true))
        const asked = {resultTypes: ['violations', 'passes'], selectors: false, elementRef: true, ...more}
        const result = await axe.run(document, asked)
        elements.forEach(element => element.toggleAttribute('data-asked', false))
        for (const one of result.violations) violations.push(`${one.id} ${one.nodes[0].html} ${one.nodes[0].failureSummary}`)
        for (const one of result.passes) if (one.id === 'color-contrast') one.nodes.forEach(node => passed.add(node.element))
    }
    axe.configure({rules: [{id: 'color-contrast', selector: '[data-asked]'}]})
    const few = [...ways.values()].flatMap(elements => elements.slice(0, 2))
    await run([...fresh, ...few], {})
    const open = [...ways.values()].filter(elements => elements.length > 2 && !elements.some(element => passed.has(element)))
    if (open.length) await run(open.flatMap(elements => elements.slice(2)), {runOnly: ['color-contrast']})
    const proven = [...ways].filter(([, elements]) => elements.some(element => passed.has(element)))
    return {violations, legible: proven.map(([way]) => way)}
}"""
#: Ways of being painted of which a text passed.
LEGIBLE: set[str] = set()
ROLES = ("clerk", "prosecutor", "headOfOffice", "administrator", "auditor")
PASTED = "Op 18 november 2026 werden op kaai 1742 zes personen aangetroffen in container MSCU1234566. Kenmerk DE60.SP.001234/2026."
WRONG = {"Ontvangen op": "31/02/2026", "Kaainummer": "1742", "Familienaam": "x" * 60, "Containernummer": "MSCU1234567"}


#: Pages as they stand, with a field of the world in braces.
PAGES = (
    "/dossiers",
    "/dossiers?zoek=onvindbaar",
    "/dossiers?mijn=ja&bevestigen=ja",
    "/vandaag",
    "/wacht-op-mij",
    "/zittingen",
    "/betekeningen/mislukt",
    "/betekeningen/ontbreekt",
    "/zittingen/zonder-uitkomst",
    "/schikkingen/verstreken",
    "/betekeningen/vonnissen",
    "/zonder-titel",
    "/verjaring",
    "/verjaring/niet-te-zeggen",
    "/redelijke-termijn",
    "/goederen/vergeten",
    "/goederen/vernietigen",
    "/goederen/containers",
    "/filters",
    "/termijnen?tot=vandaag",
    "/te-beslissen",
    "/te-bevestigen",
    "/ter-ondertekening",
    "/adressen",
    "/sjablonen",
    "/sjablonen/transfer",
    "/overdrachten",
    "/termijnen",
    "/elders",
    "/concepten",
    "/mails",
    "/mails/taken",
    "/mails/dag",
    "/mails/dag?dag=24/11/2026",
    "/mails?stand=failed",
    "/niet-opgenomen",
    "/wacht",
    "/wacht?week=2027-01-04",
    "/w/{card}",
    "/account",
    "/hulp",
    "/recht",
    "/recht/bestanden/catalogue.toml",
    "/recht/gebieden",
    "/recht/geldend",
    "/recht/simulatie",
    "/recht/simulatie/{simulation}",
    "/recht/simulatie/{simulation}?blijft=ja",
    "/wachtwoord",
    "/cijfers/gronden",
    "/gronden/dossiers",
    "/gronden/dossiers?rechtbank=antwerpCorrectional&grond=place-of-offence",
    "/toewijzing",
    "/toezicht/lotingen",
    "/toezicht/registerlijnen",
    "/toezicht/raadplegingen",
    "/beheer/accounts",
    "/dossiers/{decided}",
    "/dossiers/{open}",
    "/dossiers/{joined}",
    "/dossiers/{open}/beslissen",
    "/dossiers/{offered}/overdracht-beantwoorden",
    "/dossiers/{disputed}/geschil",
    "/dossiers/{decided}/documenten/{document}/voorbeeld",
    "/dossiers/{decided}/bundels",
    "/dossiers/{decided}/bundels/1",
    "/dossiers/{decided}/termijnen",
    "/dossiers/{decided}/termijnen/{time_limit}",
    "/dossiers/{decided}/verbanden",
    "/dossiers/{lead}/verbanden",
    "/dossiers/{decided}/verbanden/{lead}/leggen",
    "/dossiers/{decided}/verbanden/{lead}/voegen",
    "/dossiers/{decided}/verbanden/{lead}/afwijzen",
    "/dossiers/{decided}/verbanden/{linked}/losmaken",
    "/dossiers/{joined}/verbanden/{lead}/ontvoegen",
    "/dossiers/{decided}/betwistingen/{challenge}/uitspraak",
    "/dossiers/{decided}/beslissingen/1/opnieuw",
    "/dossiers/{decided}/op-datum",
    "/dossiers/{decided}/op-datum?dag=2020-05-01",
    "/dossiers/{decided}/uitleg",
    "/dossiers/{decided}/toewijzing",
    "/dossiers/{decided}/bevestigen",
    "/dossiers/{decided}/betwisten",
    "/dossiers/{decided}/splitsen",
    "/dossiers/{decided}/verbeteren",
    "/dossiers/{decided}/bijkomend-verslag",
    "/dossiers/{decided}/beslissing-wijzigen",
    "/dossiers/{decided}/vertrouwelijkheid",
    "/dossiers/{decided}/overnemen",
    "/dossiers/{decided}/documenten",
    "/dossiers/{decided}/documenten/{compared}/verschil",
    "/dossiers/{decided}/documenten/maken",
    "/dossiers/{decided}/documenten/maken?soort=jurisdiction_note_defence",
    "/dossiers/{decided}/verwijzen",
    "/dossiers/{decided}/tijdlijn",
    "/dossiers/{decided}/tijdlijn?groep=facts&van=gisteren",
    "/dossiers/{decided}/tijdlijn/afdruk",
    "/dossiers/{decided}/tijdlijn/1/doorhalen",
    "/dossiers/{decided}/stand",
    "/dossiers/{decided}/stand?gebeurtenis=openInvestigation",
    "/dossiers/{decided}/stand?gebeurtenis=dismiss",
    "/dossiers/{decided}/overdragen",
    "/dossiers/{decided}/betrokkenen",
    "/dossiers/{heard}/zitting",
    "/dossiers/{heard}/zitting?soort=raadkamer",
    "/dossiers/{heard}/zitting?afgelasten={hearing}",
    "/dossiers/{heard}/zitting?verplaats={hearing}&kamer={chamber}&dag=09/12/2026",
    "/dossiers/{heard}/verwittigen",
    "/dossiers/{heard}/betrokkenen",
    "/dossiers/{heard}/betekeningen",
    "/dossiers/{heard}/stukken",
    "/dossiers/{heard}/stukken/nieuw",
    "/dossiers/{heard}/stukken/nieuw?bytes={uploaded}",
    "/dossiers/{heard}/goederen",
    "/dossiers/{heard}",
    "/te-verwittigen",
    "/vragen",
    "/vragen?lijst=laat",
    "/dossiers/{asked}/vragen",
    "/dossiers/{asked}/vragen/{request}",
    "/dossiers/{asked}/vragen/{answered}",
    "/v/{question}",
    "/betekeningen",
    "/betekeningen?stand=failed",
    "/betekeningen/zittingen",
    "/zittingsrol?dag=07/12/2026&kamer={chamber}",
    "/zittingsrol/stukken?dag=07/12/2026&kamer={chamber}",
    "/uittreksels",
    "/dossiers/{judged}",
    "/dossiers/{judged}/vonnissen",
    "/dossiers/{judged}/vonnis?verbeter={judgment}",
    "/dossiers/{tried}/vonnis",
    "/account/agenda",
    "/kamers",
    "/kamers?kamer={chamber}",
    "/dossiers/{decided}/geschil",
    # Refusals: not found, a wrong method, a page that does not exist.
    "/dossiers/HAV-2026-999999",
    "/afmelden",
    "/nergens",
)
#: Pages whose main form, sent empty, comes back with its faults.
FAULTY = (
    "/dossiers/{decided}/bevestigen",
    "/dossiers/{decided}/betwisten",
    "/dossiers/{decided}/overdragen",
    "/dossiers/{decided}/splitsen",
    "/dossiers/{decided}/verbanden/{lead}/leggen",
    "/dossiers/{decided}/termijnen",
    "/dossiers/{decided}/stand?gebeurtenis=openInvestigation",
    "/dossiers/{heard}/zitting?afgelasten={hearing}",
    "/dossiers/{heard}/betrokkenen",
    "/dossiers/{heard}/betekeningen",
    "/dossiers/{heard}/stukken/nieuw",
    "/dossiers/{heard}/goederen",
    "/dossiers/{asked}/vragen",
    "/dossiers/{tried}/vonnis",
    "/dossiers/{judged}/vonnissen",
    "/v/{question}",
)
#: Pages that are shown on the way through a form, by the functions below.
PAGES_OF_STATES = (
    "/",
    "/aanmelden",
    "/nieuw",
    "/concepten/{draft_id:str}",
    "/concepten/{draft_id:str}/plak",
    "/concepten/{draft_id:str}/route",
    "/dossiers/{case_number:str}/verbeteren/{draft_id:str}",
    "/dossiers/{case_number:str}/verbeteren/{draft_id:str}/voorbeeld",
    "/dossiers/{case_number:str}/bijkomend-verslag/{draft_id:str}",
    "/dossiers/{case_number:str}/bijkomend-verslag/{draft_id:str}/plak",
    "/dossiers/{case_number:str}/bijkomend-verslag/{draft_id:str}/voorbeeld",
    "/mails/{case_number:str}/{delivery_id:int}",
    "/zittingsrol/stukken/{run_id:int}",
)
#: Addresses that answer something else than a page.
NO_PAGES = (
    "/sjablonen/{kind:str}/{template_id:int}/sjabloon.docx",
    "/sjablonen/{kind:str}/{template_id:int}/voorbeeld.docx",
    "/sjablonen/{kind:str}/{template_id:int}/beeld.png",
    "/static/{version:str}/{name:str}",
    "/dossiers/{case_number:str}/documenten/{document_id:int}",
    "/dossiers/{case_number:str}/stukken/{piece_id:int}",
    "/dossiers/{case_number:str}/stukken/{piece_id:int}/beeld",
    "/dossiers/{case_number:str}/stukken/opgeladen/{sha256:str}",
    "/dossiers/{case_number:str}/vertrouwelijk/{piece_id:int}",
    "/dossiers/{case_number:str}/documenten/stand",
    "/dossiers/{case_number:str}/documenten/{document_id:int}/pdf",
    "/dossiers/{case_number:str}/documenten/{document_id:int}/beeld",
    "/dossiers/{case_number:str}/documenten/{document_id:int}/beeld/{page_number:int}",
    "/dossiers/{case_number:str}/bundels/{bundle:int}/pdf",
    "/recht/simulatie/{simulation_id:int}/lijst.csv",
    "/recht/simulatie/{simulation_id:int}/lijst.json",
    "/recht/simulatie/{simulation_id:int}/antwoord.docx",
    "/zittingsrol/rol.docx",
    "/toezicht/lotingen.csv",
    "/agenda/{token:str}/zittingen.ics",
)


class World(msgspec.Struct, frozen=True, kw_only=True):
    """A register with something on every page."""

    #: Linked with `linked`, challenged, given to a prosecutor.
    decided: str
    #: Of `decided`, with its PDF.
    document: int
    open: str
    offered: str
    linked: str
    #: `joined` was joined into it.
    lead: str
    joined: str
    #: Claimed by another office.
    disputed: str
    challenge: int
    simulation: int
    #: A running clock of `decided`, with a second reading.
    time_limit: int
    #: With contacts and a hearing.
    heard: str
    hearing: int
    chamber: int
    #: Bytes that were uploaded for `heard` and are not attached yet.
    uploaded: str
    #: With a judgment against which an appeal was lodged, and one that is before its court.
    judged: str
    judgment: int
    tried: str
    #: Token of a short link to the phone card of `linked`, where a suspect is held.
    card: str
    #: With an open request behind a private link, and one whose answer waits.
    asked: str
    request: int
    answered: int
    question: str
    #: A document of `decided` with a version before it.
    compared: int


@pytest.fixture(scope="module")
async def browser() -> AsyncIterator[Browser]:
    async with chromium() as opened:
        yield opened


@pytest.fixture
async def address(app: Litestar) -> AsyncIterator[str]:
    async with served(app) as opened:
        yield opened


@pytest.fixture(scope="session")
async def planted(plant: Any) -> Any:
    return await plant(_world)


@pytest.fixture
def origin(planted: Any) -> str:
    return planted.database


@pytest.fixture
def clock(planted: Any) -> FixedClock:
    return FixedClock(planted.instant)


@pytest.fixture
def world(planted: Any) -> World:
    return planted.world


async def _world(deps: Deps, sender: MemorySender) -> World:
    by: Actor = a_prosecutor()
    decided = await a_case(
        deps, containers=["MSCU1234567"], persons=[{"id": "s1", "role": "suspect", "age": 16}, {"id": "s2", "role": "suspect"}]
    )
    await drain(deps, sender)
    document = await deps.pool.fetchval(
        "select min(d.id) from documents d join cases c on c.id = d.case_id where c.case_number = $1", decided.case_number
    )
    await ask_pdf(AskPdf(case_number=decided.case_number, document_id=document), by, deps)
    await make_pdf(await deps.pool.fetchval("select id from pdfs where document_id = $1", document), deps, PaperConverter())
    await ask_bundle(AskBundle(case_number=decided.case_number, parts=(f"document/{document}",)), by, deps)
    bundle = await deps.pool.fetchval("select max(id) from pdfs")
    await make_pdf(bundle, deps, PaperConverter())
    report = a_report(summary="Een woord zonder einde: " + "abcdefghij" * 12)
    await amend_case(AmendCase(case_number=decided.case_number, version=1, report=report, reason="Het aantal klopte niet."), by, deps)
    await set_confidentiality(
        SetConfidentiality(case_number=decided.case_number, version=2, confidentiality="restricted", reason="Gevoelig."), by, deps
    )
    undecided = await a_case(deps, places=None, offences=[{"offence": "drugImport"}], sender="ander")
    offered = await a_case(deps, by=a_prosecutor(office="eastFlandersGhent"), sender="gent", noticeNumber="GE60.SP.000001/2026")
    offer = OfferTransfer(
        case_number=offered.case_number,
        version=1,
        to_office="antwerpPort",
        ground="placeOfOffence",
        reason="De feiten liggen in Antwerpen.",
    )
    await offer_transfer(offer, a_prosecutor(office="eastFlandersGhent"), deps)
    client = AddClient(name="griffie-antwerpen", role="registryClient", scopes=("cases:read",), court="antwerpCorrectional")
    await add_client(client, SYSTEM, deps)
    linked, lead, joined, disputed = [(await a_case(deps, sender=name, externalId=name)).case_number for name in ("l", "m", "n", "o")]
    tie = {"ground": "samePerpetrators", "limb": "2a", "reason": "Dezelfde groep."}
    await link_cases(LinkCases(case_number=decided.case_number, version=3, other=linked, **tie), by, deps)
    await join_cases(JoinCases(case_number=lead, version=1, files=(JoinedFile(case_number=joined),), **tie), by, deps)
    challenge = ChallengeCompetence(
        case_number=decided.case_number,
        version=4,
        track=0,
        raised_by="party",
        person="s1",
        ground="residence",
        raised_on=date(2026, 11, 20),
        before_court="antwerpCorrectional",
    )
    challenged = await challenge_competence(challenge, by, deps)
    conflict = RaiseConflict(
        case_number=disputed,
        version=1,
        kind="positive",
        between="offices",
        seat="eastFlandersDendermonde",
        ground="placeOfOffence",
        reason="Beide parketten eisen het dossier op.",
    )
    await raise_conflict(conflict, by, deps)
    await _assigned(deps, decided.case_number)
    simulation = await drafts.simulated(deps)
    version = await deps.pool.fetchval("select version from cases where case_number = $1", decided.case_number)
    begun = Start(event="order", on=date(2026, 10, 31))
    clock = StartTimeLimit(case_number=decided.case_number, version=version, limit="orderOneMonth", start=begun, person="s1")
    started = await start_time_limit(clock, by, deps)
    chamber = await a_chamber(deps)
    heard = (await a_case(deps, sender="z", externalId="z", persons=PEOPLE, seizures=[COCAINE, CONTAINER], **RIGHT_BANK)).case_number
    said = ContactSaid(kind="counsel", person="s1", name="Mr. An Voorbeeld", phone="03 000 00 00", from_on=date(2026, 11, 20))
    await add_contact(AddContact(case_number=heard, version=1, said=said), by, deps)
    hearing = (await booked(deps, heard, wanted(chamber, date(2026, 12, 7)), version=2)).hearing_id
    [asked] = (
        await ask_service(
            AskService(case_number=heard, version=3, act="summons", persons=("s1",), manner="bailiff", hearing_id=hearing), by, deps
        )
    ).services
    today = court_day(deps.clock.now())
    await fail_service(FailService(case_number=heard, version=4, service_id=asked, failed_on=today, reason="niet op dat adres"), by, deps)
    judgment = AskService(
        case_number=heard, version=5, act="defaultJudgment", persons=("s1", "c1"), manner="police", reference="vonnis van 2 november 2026"
    )
    [served_one, _] = (await ask_service(judgment, by, deps)).services
    proof = DoneSaid(served_on=today, in_person=False, proof="policeReport", proof_reference="pv 17", proof_on=today)
    await record_service(RecordService(case_number=heard, version=6, service_id=served_one, said=proof), by, deps)
    await attached(deps, heard, None, kind="warrant", author="onderzoeksrechter te Antwerpen")
    await attached(deps, heard, a_pdf(change=javascript))
    await kept(deps, heard)
    await decided_item(deps, heard, await a_magistrate(deps))
    uploaded = (await upload_of(deps, heard)).sha256
    card = await _untaken(deps, linked)
    asked = (await a_case(deps, sender="vraag", externalId="vraag", **NO_BANK)).case_number
    request, answered = [
        (await ask_request(AskRequest(case_number=asked, version=at, fact=fact), by, deps)).request_id
        for at, fact in enumerate(("/places/p1/quay", "/places/p1/terminal"), start=1)
    ]
    answer = EnterAnswer(case_number=asked, version=3, request_id=answered, via="letter", value="MPET", remark="Zie PV.")
    await enter_answer(answer, by, deps)
    question, at = "vraag" * 7, deps.clock.now()
    await requests.insert_link(deps.pool, request, secret_hash(question), at=at, expires_at=at + timedelta(days=1))
    judged, tried = [await before_court(deps, name) for name in ("vonnis", "zitting")]
    imposed: dict[str, Any] = {
        "penalties": (Penalty(person="s1", kind="imprisonment", length=30, unit="month"),),
        "confiscations": (Confiscation(person="s1", what="bestelwagen"),),
        "bans": (Ban(person="s1", length=5, unit="year", ports="haven van Antwerpen", motivated=False),),
        "manners": {"s1": "adversary", "s2": "default", "c1": "adversary"},
    }
    judgment = (await judge(deps, convicting(judged, **imposed))).judgment
    lodged = {"remedy": "appeal", "role": "suspect", "person": "s1", "lodged_on": today}
    await lodge_remedy(LodgeRemedy(case_number=judged, version=3, judgment=judgment, **lodged), by, deps)
    await drain(deps, sender)
    compared = await deps.pool.fetchval(
        """select max(d.id) from documents d join cases c on c.id = d.case_id
           where c.case_number = $1 and d.kind = 'receipt' and d.state = 'made'""",
        decided.case_number,
    )
    return World(
        compared=compared,
        judged=judged,
        judgment=judgment,
        tried=tried,
        heard=heard,
        hearing=hearing,
        chamber=chamber,
        uploaded=uploaded,
        decided=decided.case_number,
        document=document,
        open=undecided.case_number,
        offered=offered.case_number,
        linked=linked,
        lead=lead,
        joined=joined,
        disputed=disputed,
        challenge=challenged.challenge_id,
        simulation=simulation.id,
        time_limit=started.time_limit,
        card=card,
        asked=asked,
        request=request,
        answered=answered,
        question=question,
    )


async def _untaken(deps: Deps, number: str) -> str:
    """Somebody is on duty without an address; a suspect is held and nobody took the file; returns the token of a short link."""
    today, head = court_day(deps.clock.now()), an_actor("headOfOffice", account_id=900)
    made = await add_user(
        AddUser(name="wacht", display_name="Medewerker van de nacht", roles=("clerk",), office="antwerpPort"), SYSTEM, deps
    )
    shift = KeepDutyRoster(role="clerk", account_id=made.account_id, shift="whole", first=today, last=today)
    await keep_duty_roster(shift, head, deps)
    held = a_report(persons=[{"id": "s1", "role": "suspect", "custody": "arrested", "arrestedAt": "2026-11-24T08:15:00+01:00"}])
    version = await deps.pool.fetchval("select version from cases where case_number = $1", number)
    await amend_case(AmendCase(case_number=number, version=version, report=held, reason="Aangehouden."), a_prosecutor(), deps)
    late = msgspec.structs.replace(deps, clock=FixedClock(deps.clock.now() + timedelta(minutes=12)))
    await escalate(late)
    token, at = "proef" * 7, deps.clock.now()
    step = await deps.pool.fetchval("select max(id) from escalations")
    await duty.insert_card(deps.pool, step, token, at=at, expires_at=at + timedelta(days=1))
    return token


async def _assigned(deps: Deps, number: str) -> None:
    """A roster with somebody absent, and a file that was given away after a recusal."""
    today, head = court_day(deps.clock.now()), an_actor("headOfOffice", account_id=900)
    accounts = []
    for name in ("An Peeters", "Bart-Jan van den Bergh-Vandenbroucke", "Chris Maes"):
        command = AddUser(name=name.lower().replace(" ", "-"), display_name=name, roles=("prosecutor",), office="antwerpPort")
        accounts.append((await add_user(command, SYSTEM, deps)).account_id)
        await keep_roster(KeepRoster(prosecutor=accounts[-1], change="add", day=today), head, deps)
    first, second, third = accounts
    away = SetAbsence(prosecutor=second, from_day=today, until_day=today + timedelta(days=7), stand_in=third)
    await set_absence(away, head, deps)
    recusal = RecuseProsecutor(case_number=number, version=5, prosecutor=first, ground="party", reason="Een partij is een buur.")
    await recuse_prosecutor(recusal, head, deps)
    choice = OverrideAssignment(case_number=number, version=6, prosecutor=third, reason="Hij kent de organisatie.")
    await override_assignment(choice, head, deps)
    deps.clock.instant += timedelta(minutes=1)
    await a_case(deps, sender="gedraaid", externalId="gedraaid")
    await drain(deps, MemorySender())


async def _findings(page: Page, name: str) -> list[str]:
    found = []
    await page.evaluate("document.querySelectorAll('details').forEach(one => { one.open = true; })")
    await page.evaluate(AXE.axe_script)
    for width in WIDTHS:
        await page.set_viewport_size({"width": width, "height": 900})
        across = await page.evaluate("document.documentElement.scrollWidth")
        if across > width:
            found.append(f"{name} at {width}: {across} pixels wide")
        result = await page.evaluate(RUN, sorted(LEGIBLE))
        LEGIBLE.update(result["legible"])
        found += [f"{name} at {width}: {one}" for one in result["violations"]]
    return found


def addresses(world: World) -> tuple[str, ...]:
    return tuple(page.format_map(msgspec.structs.asdict(world)) for page in PAGES)


@pytest.fixture
async def signed_in(address: str, browser: Browser, deps: Deps, world: World) -> AsyncIterator[Page]:
    context = await browser.new_context()
    page = await context.new_page()
    await sign_in(page, address, await user(deps, *ROLES))
    yield page
    await context.close()


@pytest.mark.parametrize("share", range(SHARES))
async def test_no_page_has_a_finding(address: str, signed_in: Page, world: World, share: int) -> None:
    findings = []
    for path in addresses(world)[share::SHARES]:
        await signed_in.goto(address + path)
        findings += await _findings(signed_in, path)

    assert not findings, "\n".join(findings)


async def test_no_form_that_is_sent_empty_has_a_finding(address: str, signed_in: Page, world: World) -> None:
    findings = []
    for path in FAULTY:
        findings += await _sent_empty(signed_in, address, path.format_map(msgspec.structs.asdict(world)))

    assert not findings, "\n".join(findings)


async def test_no_state_of_a_page_has_a_finding(address: str, signed_in: Page, world: World) -> None:
    findings = []
    for state in (_form_with_faults, _preview, _paste, _amendment, _small_form_with_faults, _bulk, _mail, _stale):
        findings += await state(signed_in, address, world)

    assert not findings, "\n".join(findings)


async def test_a_text_that_cannot_be_read_is_found_among_many_that_can(browser: Browser) -> None:
    readable, grey = "<p>Een dossier van de haven.</p>", '<p style="color: #ccc{hidden}">Een dossier van de haven.</p>'
    hidden, shown = grey.format(hidden="; display: none"), grey.format(hidden="")
    page = await browser.new_page()
    bodies = (readable * 3 + shown, hidden * 3 + shown, f'<div style="background: #333">{readable}</div>', readable * 3)
    found = []
    for body in (bodies[-1], *bodies):
        await page.set_content(f'<html lang="nl"><title>Havendossier</title><main><h1>Havendossier</h1>{body}</main>')
        found.append([one for one in await _findings(page, "page") if "color-contrast" in one])
    await page.close()

    assert [len(one) for one in found] == [0, 2, 2, 2, 0], "once at each width"


async def test_no_page_of_who_is_signed_out_has_a_finding(address: str, browser: Browser, world: World) -> None:
    page = await browser.new_page()

    assert not (findings := await _signed_out(page, address)), "\n".join(findings)
    await page.close()


async def _sent_empty(page: Page, address: str, path: str) -> list[str]:
    await page.goto(address + path)
    await page.locator("main form[method=post]").last.evaluate(
        """form => {
            for (const field of form.elements) {
                if (field.type === 'hidden') continue
                if (field.type === 'radio' || field.type === 'checkbox') field.checked = false
                else field.value = ''
            }
            form.noValidate = true
            form.requestSubmit(form.querySelector('button'))
        }"""
    )
    await page.get_by_role("alert").first.wait_for()
    return await _findings(page, f"{path} sent empty")


async def _signed_out(page: Page, address: str) -> list[str]:
    await page.goto(f"{address}/dossiers")
    findings = await _findings(page, "lost session")
    await page.get_by_label("Aanmeldnaam").fill("wie")
    await page.get_by_role("button", name="Aanmelden").click()
    return findings + await _findings(page, "refused sign-in")


async def _form_with_faults(page: Page, address: str, _: World) -> list[str]:
    await page.goto(f"{address}/nieuw")
    findings = await _findings(page, "empty form")
    for add in ("Persoon", "Inbeslagneming", "Vaartuig", "Container", "Verwant dossier", "Notitienummer", "Mailadres"):
        await page.get_by_role("button", name=f"{add} toevoegen").click()
    for label, text in WRONG.items():
        await page.get_by_label(label, exact=True).first.fill(text)
    await page.get_by_role("button", name="Bekijk de route").first.click()
    await page.get_by_role("heading", name="Verbeter deze fouten").wait_for()
    return findings + await _findings(page, "form with faults")


async def _preview(page: Page, address: str, _: World) -> list[str]:
    await page.goto(f"{address}/nieuw")
    await page.get_by_label("Meldende dienst").select_option("customs")
    await page.get_by_label("Kaainummer").fill("1742")
    await page.get_by_role("button", name="Container toevoegen").click()
    await page.get_by_label("Containernummer", exact=True).fill("MSCU1234567")
    await page.get_by_role("button", name="Bekijk de route").first.click()
    await page.get_by_role("heading", name="Route van het nieuwe dossier").wait_for()
    return await _findings(page, "route before registering")


async def _paste(page: Page, address: str, _: World) -> list[str]:
    await page.goto(f"{address}/nieuw")
    await page.get_by_role("button", name="Plak het PV").click()
    await page.get_by_role("button", name="Lees de tekst").click()
    findings = await _findings(page, "paste without text")
    await page.get_by_label("Tekst van het PV of de mail").fill(PASTED)
    await page.get_by_role("button", name="Lees de tekst").click()
    await page.get_by_role("button", name=re.compile("^Neem over")).first.click()
    await page.get_by_text("Overgenomen").first.wait_for()
    return findings + await _findings(page, "proposals")


async def _amendment(page: Page, address: str, world: World) -> list[str]:
    await page.goto(f"{address}/dossiers/{world.decided}/verbeteren")
    await page.get_by_label("Kaainummer").fill("900")
    await page.get_by_role("button", name="Bekijk wat er verandert").first.click()
    await page.get_by_role("button", name="Verbetering bevestigen").click()
    await page.get_by_role("heading", name="Verbeter deze fouten").wait_for()
    return await _findings(page, "correction without a reason")


async def _small_form_with_faults(page: Page, address: str, world: World) -> list[str]:
    await page.goto(f"{address}/dossiers/{world.open}/beslissen")
    await page.get_by_role("button", name="Beslissen").click()
    findings = await _findings(page, "settling without a reason")
    await page.goto(f"{address}/beheer/accounts")
    await page.get_by_role("button", name="Gebruiker maken").click()
    return findings + await _findings(page, "account with faults")


async def _bulk(page: Page, address: str, world: World) -> list[str]:
    await page.goto(f"{address}/zittingsrol/stukken?dag=07/12/2026&kamer={world.chamber}&soort=receipt")
    await page.get_by_role("button", name="Alle maken").click()
    await page.wait_for_url("**/zittingsrol/stukken/*")
    # It shows itself anew while it waits: answered by nothing, so that it stands still for axe.
    await page.route("**/zittingsrol/stukken/*", lambda route: route.fulfill(status=204))
    return await _findings(page, "documents of a sitting")


async def _mail(page: Page, address: str, _: World) -> list[str]:
    await page.goto(f"{address}/mails")
    await page.locator("tbody th a").first.click()
    return await _findings(page, "mail")


async def _stale(page: Page, address: str, world: World) -> list[str]:
    """A correction and a small form that stood open while the file changed."""
    await page.goto(f"{address}/dossiers/{world.decided}/verbeteren")
    other = await page.context.new_page()
    await other.goto(f"{address}/dossiers/{world.decided}/vertrouwelijkheid")
    small = await page.context.new_page()
    await small.goto(f"{address}/dossiers/{world.decided}/vertrouwelijkheid")
    await other.get_by_label("Reden").fill("Niet langer gevoelig.")
    await other.get_by_label("Gewoon").check()
    await other.get_by_role("button", name="Bewaren").click()
    await other.get_by_text("De vertrouwelijkheid is gewijzigd.").wait_for()
    await page.get_by_role("button", name="Bekijk wat er verandert").first.click()
    await page.get_by_role("heading", name="Wat er veranderde").wait_for()
    findings = await _findings(page, "stale correction")
    await small.get_by_label("Reden").fill("Toch gevoelig.")
    await small.get_by_role("button", name="Bewaren").click()
    await small.get_by_role("heading", name="Het dossier is intussen gewijzigd").wait_for()
    findings += await _findings(small, "stale small form")
    await other.close()
    await small.close()
    return findings
