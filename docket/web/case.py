"""The file: its facts, the decision with its reasons, documents, docket entries and mails, and what one may do with it."""

from collections import Counter
from collections.abc import Mapping
from datetime import date, datetime
from typing import Any, ClassVar

import msgspec
from litestar import Request, Response, get
from litestar.params import FromPath

from docket import access, papers
from docket.access import Actor
from docket.actions.connected.list_candidates import ListCandidates, list_candidates
from docket.clock import court_day
from docket.detention import Unheld, unheld
from docket.draws import code_of
from docket.errors import NotFound
from docket.hearings import Hearing
from docket.judgments import Judgment
from docket.seized_items import SeizedItem, forgotten, items_of, undecided
from docket.services import ServiceState
from docket.store import (
    access_log,
    assignments,
    connected,
    contacts,
    duty,
    hearings,
    judgments,
    pieces,
    requests,
    search,
    seized_items,
    services,
    telling,
    time_limits,
)
from docket.store.conflicts import Offer
from docket.store.connected import Candidate, Link
from docket.store.search import CaseView, DecisionLine, DeliveryLine, DocumentLine, NamedAccount
from docket.tracks import PORT_OFFICE, goes_to_port
from docket.web import qualifications, words
from docket.web.competence_words import CompetenceView, competence_view
from docket.web.contact_list import ContactLine, lines_of
from docket.web.decision import DecisionView, view
from docket.web.duty_words import TakenLine, taken_lines
from docket.web.entry_words import EntryView, entry_view
from docket.web.facts import FactSection, facts_of_form
from docket.web.form import form_of, with_values
from docket.web.handed import Deps
from docket.web.judgment_words import JudgmentView, judgment_views
from docket.web.life_words import LifeView, at_court, life_view
from docket.web.pages import Page, render
from docket.web.qualifications import QualificationsView
from docket.web.request_words import MissingView, RequestView, missing_of, request_view
from docket.web.time_limit_words import ClockView, LimitationView, clock_view, limitation_views
from docket.web.visit import NEEDS, actor_of, visit_of
from routing import Law

#: A longer summary stands among the facts only.
LONGEST_LEAD = 1000
TO_READ = {NEEDS: "readCase"}


class Abilities(msgspec.Struct, frozen=True, kw_only=True):
    """The buttons of the page."""

    amend: bool
    report: bool
    settle: bool
    override: bool
    confidentiality: bool
    #: What happened in the life of the file.
    status: bool
    refer: bool
    #: A track waits for a magistrate's confirmation, and one is a magistrate.
    confirm: bool
    challenge: bool
    rule: bool
    offer: bool
    conflict: bool
    #: The file is offered to one's own office.
    answer: bool
    documents: bool
    resend: bool
    entries: bool
    link: bool
    join: bool
    split: bool
    hear: bool
    ask: bool
    judge: bool


class EarlierDecision(msgspec.Struct, frozen=True, kw_only=True):
    seq: int
    kind: str
    decided_at: datetime
    reason: str | None
    route: str


class CasePage(Page, frozen=True, kw_only=True):
    template: ClassVar[str] = "case.html"
    path: ClassVar[str] = "/dossiers"

    case_number: str
    version: int
    status: str
    life: LifeView
    confidentiality: str
    holding_office: str
    registered_at: datetime
    summary: str | None
    service: str
    decision: DecisionView
    decision_kind: str
    decision_reason: str | None
    law_digest: str
    engine_version: str
    #: Place of the decision that holds among those of the file, from 1.
    decision_seq: int
    facts: tuple[FactSection, ...]
    qualifications: QualificationsView
    competence: CompetenceView
    earlier: tuple[EarlierDecision, ...]
    documents: tuple[DocumentLine, ...]
    #: Id of each suspect of whom a copy for the defence can be made -> his designation.
    suspects: dict[str, str]
    mails: tuple[DeliveryLine, ...]
    entries: tuple[EntryView, ...]
    offer: Offer | None
    named: tuple[NamedAccount, ...]
    may: Abilities
    #: Files that look like this one, the likeliest first.
    candidates: tuple[Candidate, ...] = ()
    ties: tuple[Link, ...] = ()
    #: Who took it in charge, or that nobody did and what happens next.
    taken: tuple[TakenLine, ...] = ()
    #: Its work goes on in another file.
    joined: bool = False
    #: Whose file it is: a name inside the office of the port prosecutors, a function code elsewhere; empty = nobody's.
    prosecutor: str = ""
    #: The file goes to the port prosecutors.
    to_port: bool = False
    #: Lawyers, interpreters, prisons and experts of today.
    involved: tuple[ContactLine, ...] = ()
    #: The hearings that are set or were, the latest day first.
    hearings: tuple[Hearing, ...] = ()
    #: Of the services of its acts, how many there are in each state.
    services: Mapping[ServiceState, int] = msgspec.field(default_factory=dict)
    #: Those that stand, the latest first.
    judgments: tuple[JudgmentView, ...] = ()
    #: Pieces in the open file, and how many of them are in quarantine.
    pieces: int = 0
    quarantined: int = 0
    #: In a few words each: seized items, those on which nobody decided, and those of them that a judgment said nothing of.
    items: tuple[str, ...] = ()
    undecided: tuple[str, ...] = ()
    forgotten: tuple[str, ...] = ()
    #: How many are not told yet.
    untold: int = 0
    #: What was asked and is not back, and what the decision misses.
    asked: tuple[RequestView, ...] = ()
    missing: tuple[MissingView, ...] = ()
    #: The reader is of their office, and sees how it came to one of them.
    inside: bool = False
    #: What runs or stands still, and ends first.
    clocks: tuple[ClockView, ...] = ()
    limitation: tuple[LimitationView, ...] = ()
    #: Detained suspects for whom nothing runs and who have no title.
    unheld: tuple[Unheld, ...] = ()

    @property
    def lead(self) -> str:
        """The file that it was joined into, where the reader may see that one."""
        return next((tie.case_number for tie in self.ties if (tie.kind, tie.side) == ("joined", "joined")), "")

    @property
    def title(self) -> str:
        return f"Dossier {self.case_number}"


@get("/dossiers/{case_number:str}", opt=TO_READ)
async def show_case(request: Request[Any, Any, Any], deps: Deps, case_number: FromPath[str]) -> Response[Any]:
    actor = actor_of(request)
    found = await open_case(case_number, actor, deps)
    judged = await judgments.of_case(deps.pool, found.case.id)
    items = items_of(found.case.report, await seized_items.of_case(deps.pool, found.case.id), judged)
    page = page_of(found, judged, items, actor, deps.law.law, court_day(deps.clock.now()))
    ties = await connected.links(deps.pool, found.case.id, access.visibility(actor))
    now, law = deps.clock.now(), deps.law.law
    heard, served = await hearings.of_case(deps.pool, found.case.id), await services.of_case(deps.pool, found.case.id)
    clocks = await time_limits.of_case(deps.pool, found.case.id)
    lying = [one for one in await pieces.of_case(deps.pool, found.case.id) if one.listed]
    candidates = await list_candidates(ListCandidates(case_number=case_number), actor, deps) if page.may.link else ()
    asked = await requests.of_case(deps.pool, found.case.id, now)
    involved = lines_of(found.case, await contacts.of_case(deps.pool, found.case.id), court_day(deps.clock.now()))
    page = msgspec.structs.replace(
        page,
        ties=tuple(tie for tie in ties if tie.holds and tie.kind != "dismissed"),
        candidates=candidates,
        taken=taken_lines(
            await duty.of_case(deps.pool, case_number, access.visibility(actor)), actor, words.of_law(deps.law.law), deps.settings
        ),
        prosecutor=await _prosecutor(case_number, actor, deps),
        to_port=goes_to_port(found.current.decision),
        inside=actor.office == PORT_OFFICE,
        hearings=heard,
        judgments=judgment_views(found, [one for one in judged if one.stands], clocks, law, court_day(now)),
        untold=sum(line.untold for line in await telling.of_case(deps.pool, found.case.id)),
        services=Counter(one.state for one in served),
        pieces=len(lying),
        quarantined=sum(one.state == "quarantined" for one in lying),
        items=tuple(item.words for item in items),
        undecided=tuple(item.words for item in undecided(items)),
        forgotten=tuple(item.words for item in forgotten(items, judged, found.case.status)),
        involved=tuple(line for line in involved if line.holds or line.coming),
        asked=tuple(request_view(one, found.case.report, law, court_day(now)) for one in asked if one.state == "asked"),
        missing=missing_of(found, asked),
        clocks=tuple(clock_view(clock, found.case.report, law, now) for clock in clocks if clock.open),
        unheld=unheld(found.case.report, found.stands, clocks, law, now),
        limitation=limitation_views(found, law, court_day(now), hearings=heard, services=served),
    )
    return render(visit_of(request), page)


async def _prosecutor(case_number: str, actor: Actor, deps: Deps) -> str:
    lines = await assignments.of_case(deps.pool, case_number, access.visibility(actor))
    account = lines[-1].account_id if lines else None
    if account is None:
        return ""
    return (await assignments.names(deps.pool, [account]))[account] if actor.office == PORT_OFFICE else code_of(account)


async def open_case(case_number: str, actor: Actor, deps: Deps) -> CaseView:
    """What every screen of a file begins with; who opened it is logged."""
    found = await search.case_view(deps.pool, access.visibility(actor), case_number)
    if found is None:
        raise NotFound
    await access_log.log_opened(deps.pool, actor.code, case_number, deps.clock.now())
    return await search.shown_to(deps.pool, found, actor)


def page_of(found: CaseView, judged: tuple[Judgment, ...], items: tuple[SeizedItem, ...], actor: Actor, law: Law, today: date) -> CasePage:
    case, current = found.case, found.current
    joined = case.status == "joined"
    writes = access_allows_writing(actor) and not joined
    decision = view(
        current.decision,
        case.report,
        law,
        open_tracks=current.open_tracks,
        referred=current.referred_tracks,
        to_confirm=found.to_confirm,
    )
    form, titles = form_of(case.report), words.of_law(law)
    summary = case.report.summary if len(case.report.summary or "") <= LONGEST_LEAD else None
    return CasePage(
        case_number=case.case_number,
        version=case.version,
        status=at_court(case.status, current.decision.tracks, law),
        life=life_view(found, judged, items, actor, law, today),
        confidentiality=case.confidentiality,
        holding_office=titles.seat(case.holding_office),
        registered_at=case.registered_at,
        summary=summary,
        service=words.title(words.SERVICES, case.report.origin.service),
        decision=decision,
        decision_kind=words.title(words.DECISION_KINDS, current.kind),
        decision_reason=current.reason,
        law_digest=current.law_digest,
        engine_version=current.engine_version,
        decision_seq=current.seq,
        facts=facts_of_form(with_values(form, {"summary": ""} if summary else {}), titles.offences),
        qualifications=qualifications.view(case.report, case.entered_on, today, law),
        competence=competence_view(found, actor, law),
        earlier=tuple(_earlier(line, titles) for line in reversed(found.decisions[:-1])),
        documents=tuple(reversed(found.documents)),
        suspects=papers.suspects_of(case),
        mails=tuple(reversed(found.deliveries)),
        entries=tuple(entry_view(entry, law, titles) for entry in reversed(found.entries)),
        offer=found.offer,
        named=found.named,
        may=Abilities(
            amend=writes and actor.may("amendCase"),
            report=writes and actor.may("addReport"),
            settle=actor.may("settleDecision") and decision.open and not joined,
            override=actor.may("overrideDecision") and bool(decision.tracks) and not joined,
            confidentiality=actor.may("setConfidentiality"),
            status=writes and actor.may("changeStatus"),
            refer=actor.may("referCase") and not joined and any(track.court and not track.referred for track in decision.tracks),
            confirm=actor.may("confirmCompetence") and not joined and decision.to_confirm,
            challenge=actor.may("challengeCompetence") and not joined and any(track.court for track in decision.tracks),
            rule=actor.may("ruleOnChallenge") and not joined,
            offer=actor.may("offerTransfer") and not joined and actor.office == case.holding_office,
            conflict=actor.may("raiseConflict") and not joined,
            answer=actor.may("answerTransfer") and found.offer is not None and found.offer.to_office == actor.office,
            documents=any(actor.may(paper.action) for paper in papers.PAPERS),
            resend=actor.may("resendMail"),
            entries=actor.may("readEntries"),
            link=actor.may("linkCases") and not joined,
            join=actor.may("joinCases"),
            split=actor.may("splitCase") and not joined,
            judge=actor.may("enterJudgment") and not joined,
            hear=actor.may("setHearing") and not joined and any(track.court for track in decision.tracks),
            ask=actor.may("keepRequests"),
        ),
        joined=joined,
    )


def access_allows_writing(actor: Actor) -> bool:
    return actor.may("amendCase")


def _earlier(line: DecisionLine, titles: words.LawTitles) -> EarlierDecision:
    route = "; ".join(
        f"{words.title(words.TRACKS, track.track)}: {titles.seat(track.prosecution_office) or 'nog geen parket'}, "
        f"{titles.seat(track.court) or 'nog geen rechtbank'}"
        for track in line.decision.tracks
    )
    return EarlierDecision(
        seq=line.seq,
        kind=words.title(words.DECISION_KINDS, line.kind),
        decided_at=line.decided_at,
        reason=line.reason,
        route=route or "geen spoor",
    )
