"""Documents of a file with their state and history: propose, sign off, issue, withdraw, make again; what changed since the last one."""

from collections.abc import Collection
from typing import Any, ClassVar

import msgspec
from litestar import Request, Response, get, post
from litestar.params import FromPath

import documents
from docket import document_life, papers, titles
from docket.access import WHILE_JOINED, Action, Actor
from docket.actions.papers import living
from docket.actions.papers.issue_document import IssueDocument, issue_document
from docket.actions.papers.propose_document import ProposeDocument, propose_document
from docket.actions.papers.remake_document import RemakeDocument, remake_document
from docket.actions.papers.send_back_document import SendBackDocument, send_back_document
from docket.actions.papers.sign_off_document import SignOffDocument, sign_off_document
from docket.actions.papers.withdraw_document import WithdrawDocument, withdraw_document
from docket.document_life import Act, DoneAct, Row
from docket.errors import NotFound, StateForbids
from docket.papers import legal
from docket.store import document_life as store
from docket.store.search import CaseView, DocumentLine
from docket.web import acting, words
from docket.web.acting import Refused
from docket.web.case import open_case
from docket.web.handed import Deps
from docket.web.pages import AskingPage, Page, go, moment, render
from docket.web.submission import Fault
from docket.web.visit import NEEDS, actor_of, posted_of, visit_of
from documents.difference import ChangedParagraph, Piece, difference
from routing import Law

TO_READ_PAPERS = {NEEDS: "readDocument"}
_MARKS = {"draft": "open", "proposed": "wait", "signedOff": "wait", "issued": "good", "replaced": "plain", "withdrawn": "bad"}
_BUTTONS: dict[Act, str] = {
    "propose": "Voorstellen ter ondertekening",
    "signOff": "Goedkeuren voor ondertekening",
    "sendBack": "Terugsturen",
    "issue": "Uitgeven",
    "withdraw": "Intrekken",
}


class ActView(msgspec.Struct, frozen=True, kw_only=True):
    act: Act
    title: str
    #: A reason is asked.
    reason: bool


class PaperView(msgspec.Struct, frozen=True, kw_only=True):
    id: int
    title: str
    about: str
    legal_basis: str | None
    #: Kind and words of its mark.
    mark: tuple[str, str]
    state: str
    size: int | None
    sha256: str | None
    template_version: str | None
    made: str
    failure: str | None
    #: Why it can go nowhere until it is made again; empty = nothing known stands in its way.
    outdated: str
    #: Who has to sign it, in a sentence.
    signing: str
    #: What was done with it, oldest first.
    history: tuple[str, ...]
    acts: tuple[ActView, ...]
    may_remake: bool
    #: What is typed for it is asked again.
    asks: bool
    kind: str
    person: str
    #: Another version came before it.
    compared: bool


class DocumentsPage(AskingPage, frozen=True, kw_only=True):
    template: ClassVar[str] = "documents.html"
    path: ClassVar[str] = "/dossiers"

    case_number: str
    live: tuple[PaperView, ...]
    #: Replaced, withdrawn, or not made.
    past: tuple[PaperView, ...]
    may_make: bool
    #: Of the document whose act was refused; 0 = none was.
    refused: int = 0
    #: It only has to be made again.
    outdated: bool = False
    pending: bool = False

    @property
    def title(self) -> str:
        return f"Documenten van {self.case_number}"


class DifferencePage(Page, frozen=True, kw_only=True):
    template: ClassVar[str] = "document_difference.html"
    path: ClassVar[str] = "/dossiers"

    case_number: str
    kind: str
    document: int
    earlier: int
    made: str
    made_earlier: str
    changes: tuple[ChangedParagraph, ...]

    @property
    def title(self) -> str:
        return f"Wat er veranderde in {self.kind.lower()} {self.document}"

    @property
    def count(self) -> str:
        counts = {kind: sum(change.kind == kind for change in self.changes) for kind in ("changed", "came", "went")}
        told = (("changed", "gewijzigd"), ("came", "nieuw"), ("went", "weg"))
        return ", ".join(f"{counts[kind]} {'alinea' if counts[kind] == 1 else 'alinea’s'} {word}" for kind, word in told if counts[kind])


_EXAMPLE = PaperView(
    id=3,
    title="Overdracht",
    about="",
    legal_basis="Art. 23 Sv. (waarschijnlijk)",
    mark=("wait", "Voorgesteld"),
    state="made",
    size=21_000,
    sha256="0f" * 32,
    template_version="0e" * 32,
    made="26/11/2026 om 10.30 uur, gebruiker 7",
    failure=None,
    outdated="",
    signing="Een magistraat tekent dit stuk, nooit wie het maakte.",
    history=("voorgesteld op 26/11/2026 om 10.45 uur door gebruiker 7",),
    acts=(
        ActView(act="signOff", title="Goedkeuren voor ondertekening", reason=False),
        ActView(act="sendBack", title="Terugsturen", reason=True),
    ),
    may_remake=True,
    asks=False,
    kind="transfer",
    person="",
    compared=True,
)
EXAMPLES = (
    DocumentsPage(
        case_number="HAV-2026-000001",
        live=(
            _EXAMPLE,
            msgspec.structs.replace(
                _EXAMPLE,
                id=4,
                title="Dagvaarding",
                mark=("open", "Concept"),
                outdated="Een gegeven waarop dit stuk steunt, is verbeterd op 26/11/2026.",
                acts=(),
                asks=True,
                history=(),
            ),
        ),
        past=(msgspec.structs.replace(_EXAMPLE, id=1, mark=("plain", "Vervangen"), acts=(), may_remake=False),),
        may_make=True,
        refused=3,
        outdated=True,
        faults=(Fault(name="", where="", detail="alinea 12 zegt nu “kaai 1740” in plaats van “kaai 1742”"),),
    ),
    DocumentsPage(case_number="HAV-2026-000001", live=(), past=(), may_make=False),
    DifferencePage(
        case_number="HAV-2026-000001",
        kind="Overdracht",
        document=3,
        earlier=1,
        made="26/11/2026 om 10.30 uur",
        made_earlier="25/11/2026 om 9.00 uur",
        changes=(
            ChangedParagraph(
                kind="changed",
                old_number=12,
                new_number=12,
                pieces=(Piece(kind="same", text="kaai "), Piece(kind="went", text="1742"), Piece(kind="came", text="1740")),
            ),
            ChangedParagraph(kind="came", old_number=None, new_number=13, pieces=(Piece(kind="came", text="Nieuw"),)),
            ChangedParagraph(kind="went", old_number=14, new_number=None, pieces=(Piece(kind="went", text="Weg"),)),
        ),
    ),
)


@get("/dossiers/{case_number:str}/documenten", opt=TO_READ_PAPERS)
async def show_documents(request: Request[Any, Any, Any], deps: Deps, case_number: FromPath[str]) -> Response[Any]:
    return render(visit_of(request), await _page(case_number, actor_of(request), deps))


@post("/dossiers/{case_number:str}/documenten/{document_id:int}/handeling", opt=TO_READ_PAPERS)
async def act_on_document(
    request: Request[Any, Any, Any], deps: Deps, case_number: FromPath[str], document_id: FromPath[int]
) -> Response[Any]:
    posted, actor = posted_of(request), actor_of(request)
    act, reason = posted.text("_handeling"), posted.text("_reden")
    done = await acting.attempt(_work(act, case_number, document_id, reason, actor, deps), {"/reason": (f"_reden_{document_id}", "Reden")})
    if isinstance(done, Refused):
        page = await _page(case_number, actor, deps)
        outdated = any(fault.detail.startswith("alinea ") or "opnieuw" in fault.detail for fault in done.faults)
        page = msgspec.structs.replace(page, faults=done.faults, stale=done.stale, refused=document_id, outdated=outdated)
        return render(visit_of(request), page, done.status)
    return go(f"/dossiers/{case_number}/documenten?gedaan=stuk-{act}#stuk-{document_id}")


@post("/dossiers/{case_number:str}/documenten/{document_id:int}/opnieuw", opt=TO_READ_PAPERS)
async def make_again(request: Request[Any, Any, Any], deps: Deps, case_number: FromPath[str], document_id: FromPath[int]) -> Response[Any]:
    actor = actor_of(request)
    done = await acting.attempt(remake_document(RemakeDocument(case_number=case_number, document_id=document_id), actor, deps))
    if isinstance(done, Refused):
        page = msgspec.structs.replace(await _page(case_number, actor, deps), faults=done.faults, stale=done.stale, refused=document_id)
        return render(visit_of(request), page, done.status)
    return go(f"/dossiers/{case_number}/documenten?gedaan=stuk-opnieuw#stuk-{done.document_id}")


@get("/dossiers/{case_number:str}/documenten/{document_id:int}/verschil", opt=TO_READ_PAPERS)
async def show_difference(
    request: Request[Any, Any, Any], deps: Deps, case_number: FromPath[str], document_id: FromPath[int]
) -> Response[Any]:
    actor = actor_of(request)
    found = await open_case(case_number, actor, deps)
    there = {line.id: line for line in found.documents}
    compared = await living.compared(case_number, document_id, actor, deps)
    if compared is None or compared.earlier not in there:
        raise NotFound("Van dit stuk is er geen eerdere versie om mee te vergelijken.")
    line, before = there[document_id], there[compared.earlier]
    page = DifferencePage(
        case_number=case_number,
        kind=words.title(words.DOCUMENT_KINDS, line.kind),
        document=line.id,
        earlier=before.id,
        made=moment(line.made_at),
        made_earlier=moment(before.made_at),
        changes=difference(compared.before, compared.now),
    )
    return render(visit_of(request), page)


def _work(act: str, number: str, document: int, reason: str, actor: Actor, deps: Any) -> Any:
    match act:
        case "propose":
            return propose_document(ProposeDocument(case_number=number, document_id=document), actor, deps)
        case "signOff":
            return sign_off_document(SignOffDocument(case_number=number, document_id=document), actor, deps)
        case "sendBack":
            return send_back_document(SendBackDocument(case_number=number, document_id=document, reason=reason), actor, deps)
        case "issue":
            return issue_document(IssueDocument(case_number=number, document_id=document), actor, deps)
        case "withdraw":
            return withdraw_document(WithdrawDocument(case_number=number, document_id=document, reason=reason), actor, deps)
    raise StateForbids("Kies wat er met het stuk gebeurt.")


async def _page(case_number: str, actor: Actor, deps: Any) -> DocumentsPage:
    found = await open_case(case_number, actor, deps)
    acts = await store.acts(deps.pool, found.case.id)
    here = await store.made_at(deps.pool, found.case.id, actor.registry_of) if actor.registry_of else frozenset()
    made_by = {line.id: line.made_by for line in found.documents}
    law = deps.law.law
    views = [
        (
            line,
            _view(
                line,
                acts.get(line.id, ()),
                found,
                actor,
                document_life.makers(line.id, made_by, acts),
                made_here=line.id in here,
                law=law,
            ),
        )
        for line in reversed(found.documents)
    ]
    live = [line.state != "failed" and line.stage in document_life.LIVE for line, _ in views]
    return DocumentsPage(
        case_number=case_number,
        live=tuple(view for (_, view), is_live in zip(views, live, strict=True) if is_live),
        past=tuple(view for (_, view), is_live in zip(views, live, strict=True) if not is_live),
        may_make=any(_may(paper.action, found, actor) for paper in papers.PAPERS),
        pending=any(line.state == "asked" for line, _ in views),
    )


def _may(action: Action, found: CaseView, actor: Actor) -> bool:
    return actor.may(action) and (found.case.status != "joined" or action in WHILE_JOINED)


def _view(
    line: DocumentLine, acts: tuple[DoneAct, ...], found: CaseView, actor: Actor, makers: Collection[str], *, made_here: bool, law: Law
) -> PaperView:
    """`made_here`: by the registry whose reader this is."""
    rests = legal.rests_on(law, line.kind, line.made_at)
    kind, paper = documents.kind_of(line.kind), papers.paper_of(line.kind)
    rights: dict[str, Action] = {"maker": paper.action, "magistrate": "signDocument"}
    made, outdated = line.state == "made", line.outdated_at is not None

    def possible(row: Row) -> bool:
        if not _may(rights[row.who], found, actor) or document_life.is_own(kind, row, makers, actor.code):
            return False
        own = made_here if actor.registry_of else line.made_by == actor.code
        if document_life.refused_here(kind, row, holder=found.case.holding_office, office=actor.office, own=own) is not None:
            return False
        return not (row.compared and outdated)

    rows = [row for row in document_life.rows_of(kind, line.stage) if possible(row)] if made else []
    stage = document_life.STAGES[line.stage]
    return PaperView(
        id=line.id,
        title=kind.title_nl,
        about=papers.suspects_of(found.case).get(line.about, line.about) if line.about else "",
        legal_basis=legal.told(rests) if rests is not None else None,
        mark=(_MARKS[line.stage], stage.capitalize())
        if made
        else ({"asked": "wait", "failed": "bad"}[line.state], words.title(words.DOCUMENT_STATES, line.state)),
        state=line.state,
        size=line.size,
        sha256=line.sha256,
        template_version=line.template_version,
        made=f"{moment(line.made_at)}, {titles.who(line.made_by)}, bij beslissing {line.decision_seq}",
        failure=line.failure,
        outdated=f"Een gegeven of de beslissing waarop dit stuk steunt, is verbeterd op {moment(line.outdated_at)}." if outdated else "",
        signing=_signing(kind),
        history=tuple(_said(done) for done in acts),
        acts=tuple(ActView(act=row.act, title=_BUTTONS[row.act], reason=row.reason) for row in rows),
        may_remake=line.state != "asked" and line.stage != "replaced" and _may(paper.action, found, actor),
        asks=kind.typed is not documents.NothingTyped,
        kind=line.kind,
        person=line.about or "",
        compared=(made and any(done.act == "remake" for done in acts)) or (made and _has_earlier(line, found)),
    )


def _has_earlier(line: DocumentLine, found: CaseView) -> bool:
    """Of a kind of which a file has one, each comes after those before it."""
    if not documents.kind_of(line.kind).one_of_a_file:
        return False
    return any(one.id < line.id and one.state == "made" and (one.kind, one.about) == (line.kind, line.about) for one in found.documents)


def _signing(kind: documents.DocumentKind) -> str:
    match kind.signed_by:
        case "magistrate":
            return f"Een magistraat tekent dit stuk{', nooit wie het maakte' if kind.four_eyes else ''}."
        case "clerk":
            return "Een parketmedewerker tekent dit stuk; een magistraat is niet nodig."
        case "registrar":
            return "De griffier tekent dit stuk; een magistraat is niet nodig."
    return "Dit stuk draagt geen handtekening."


def _said(done: DoneAct) -> str:
    who = f"{done.name} ({titles.who(done.acted_by)})" if done.name else titles.who(done.acted_by)
    told = f"{document_life.DONE[done.act]} op {moment(done.acted_at)} door {who}"
    if done.other is not None:
        told += f", {'in de plaats van' if done.act == 'remake' else 'door'} stuk {done.other}"
    return f"{told}: {done.reason}" if done.reason else told
