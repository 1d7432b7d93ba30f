"""What the acts on a document share: find it, hold it against the table of its life and against the register, enter the act."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any

import msgspec

import documents
from docket import document_life, entries, papers
from docket.access import Action, Actor, visibility
from docket.actions import redeciding
from docket.actions.papers import composing, knowing
from docket.deps import Deps
from docket.document_life import Act, Row, Stage, Who
from docket.errors import BadInput, DocumentOutdated, FactsMissing, Issue, NotFound, ServiceUnavailable, StateForbids
from docket.papers import Known
from docket.store import document_life as store
from docket.store.cases import Snapshot
from docket.store.document_life import PaperRow
from documents import DocumentKind
from documents.difference import difference, told

#: Somebody else writes in the same file at the same moment.
_TRIES = 3
_AGAIN = "Maak het stuk opnieuw; het nieuwe zegt wat er nu in het register staat."


class ActedOn(msgspec.Struct, frozen=True, kw_only=True):
    case_number: str
    document_id: int
    #: Where the document stands now.
    stage: Stage


class Standing(msgspec.Struct, frozen=True, kw_only=True):
    """A document as an act finds it."""

    found: Snapshot
    paper: PaperRow
    kind: DocumentKind


async def act(
    case_number: str, document_id: int, wanted: Act, entry: type[entries.Entry], by: Actor, deps: Deps, reason: str = ""
) -> ActedOn:
    """One act of the table, told by its entry; raises StateForbids with what is possible, DocumentOutdated with what changed."""
    for _ in range(_TRIES):
        done = await _attempt(case_number, document_id, wanted, entry, by, deps, reason)
        if done is not None:
            return done
    raise ServiceUnavailable("Dit dossier wijzigde telkens terwijl het stuk vergeleken werd; probeer het over enkele seconden opnieuw.")


async def find(case_number: str, document_id: int, by: Actor, deps: Deps) -> PaperRow:
    """The document of a file that one may read; raises NotFound."""
    by.require("readDocument")
    paper = await store.paper(deps.pool, visibility(by, "readDocument"), case_number, document_id)
    if paper is None:
        raise NotFound
    return paper


async def _attempt(
    case_number: str, document_id: int, wanted: Act, entry: type[entries.Entry], by: Actor, deps: Deps, reason: str
) -> ActedOn | None:
    """None: the file changed while the document was compared."""
    paper = await find(case_number, document_id, by, deps)
    kind = documents.kind_of(paper.kind)
    row = document_life.row_for(kind, paper.stage, wanted)
    rights: dict[Who, Action] = {"maker": papers.paper_of(paper.kind).action, "magistrate": "signDocument"}
    # Who may not do it under any row of the table is told so before anything of the document is.
    for who in {each.who for each in document_life.ROWS if each.act == wanted} if row is None else {row.who}:
        by.require(rights[who])
    found = await redeciding.find(case_number, rights[row.who] if row else "readDocument", by, deps)
    if paper.state != "made":
        raise StateForbids(f"{kind.title_nl}: dit stuk is nog niet gemaakt of kon niet gemaakt worden.")
    if row is None:
        raise StateForbids(document_life.refusal(kind, paper.stage, wanted))
    own = paper.made_by == by.code if by.registry_of is None else paper.made_at_court == by.registry_of
    seat = document_life.refused_here(kind, row, holder=found.case.holding_office, office=by.office, own=own)
    if seat is not None:
        raise StateForbids(f"{kind.title_nl}: {seat}")
    if document_life.is_own(kind, row, paper.makers, by.code):
        told = "wie dit stuk of een versie ervan maakte, keurt het niet zelf goed; een andere magistraat doet dat"
        raise StateForbids(f"{kind.title_nl}: {told}.")
    said = redeciding.required(reason) if row.reason else None
    standing = Standing(found=found, paper=paper, kind=kind)
    if row.compared:
        await require_present(standing, deps)
    return await _enter(standing, row, entry, by, deps, said)


async def require_present(standing: Standing, deps: Deps) -> None:
    """
    It could be asked for at this moment, and made anew as at its own by the template that it was made by it is the same bytes.

    Raises what asking for it raises (a term that ran out since, by the law of today), and DocumentOutdated.
    """
    paper, kind = standing.paper, standing.kind
    if paper.outdated_at is not None or paper.decision_seq != standing.found.decision_seq:
        raise DocumentOutdated(f"{kind.title_nl}: een gegeven of de beslissing waarop dit stuk steunt, is verbeterd. {_AGAIN}")
    template = await composing.template_of(paper.kind, paper.template_version or "", deps)
    if template is None:
        raise DocumentOutdated(f"{kind.title_nl}: het sjabloon van dit stuk is niet bewaard, dus het is niet te vergelijken. {_AGAIN}")
    known = await knowing.known_of(standing.found, deps)
    # What came before it: it knew neither itself nor what was made since.
    known = msgspec.structs.replace(known, made=tuple(one for one in known.made if one.id < paper.id))
    _require_possible(paper, known)
    limits = msgspec.structs.replace(known.limits, at=paper.made_at) if known.limits is not None else None
    known = msgspec.structs.replace(known, at=paper.made_at, limits=limits)
    try:
        now = await composing.composed(paper.kind, paper.about, paper.typed, known, template)
    except documents.DocumentError as error:
        raise DocumentOutdated(f"{error} {_AGAIN}") from error
    before = (await store.contents(deps.pool, paper.id))[paper.id]
    if now != before:
        issues = tuple(Issue(type="documentOutdated", name="", detail=told(change)) for change in difference(before, now))
        raise DocumentOutdated(f"{kind.title_nl}: het register zegt nu iets anders dan dit stuk. {_AGAIN}", issues=issues)


def _require_possible(paper: PaperRow, known: Known) -> None:
    """What is refused to whoever would ask for it now: a term, a last day or a hearing goes by while a draft lies waiting."""
    title = documents.kind_of(paper.kind).title_nl
    try:
        composing.require(papers.paper_of(paper.kind), known, composing.wanted_again(paper.kind, paper.about, paper.typed))
    except FactsMissing as missing:
        detail = f"{title}: dit stuk kan vandaag niet meer zoals het er staat. Vul aan wat ontbreekt en maak het opnieuw."
        raise FactsMissing(detail, issues=missing.issues) from missing
    except BadInput as unknown:
        raise DocumentOutdated(f"{title}: over wie dit stuk gaat, staat zo niet meer in het dossier. {_AGAIN}") from unknown


async def _enter(standing: Standing, row: Row, entry: type[entries.Entry], by: Actor, deps: Deps, reason: str | None) -> ActedOn | None:
    paper, at = standing.paper, deps.clock.now()
    async with deps.transaction() as tx:
        entry_count, stage = await store.lock(tx, paper)
        if (entry_count, stage) != (paper.entry_count, paper.stage):
            return None
        signer = by.account_id if row.act == "signOff" else None
        await store.enter(tx, paper.case_id, paper.id, row, at=at, by=by.code, account_id=signer, reason=reason)
        replaced: Sequence[int] = ()
        if row.act == "issue":
            by_kind = standing.kind.one_of_a_file
            earlier = await store.earlier(tx, paper.case_id, paper.id, paper.kind, paper.about, by_kind=by_kind)
            replaced = [one.id for one in earlier if one.state == "made" and one.stage in document_life.LIVE]
            for one in (one for one in earlier if one.id in replaced):
                await _replace(tx, paper.case_id, one.id, one.stage, paper.id, by.code, at)
        said = {
            "document": paper.id,
            "document_kind": paper.kind,
            "sha256": paper.sha256,
            "reason": reason,
            "replaced": tuple(replaced),
        }
        told = entry(**{name: said[name] for name in entry.__struct_fields__})
        await redeciding.enter(tx, standing.found, told, by, at)
    return ActedOn(case_number=paper.case_number, document_id=paper.id, stage=row.after)


async def require_untouched(tx: Any, paper: PaperRow) -> None:
    """Locks the file; raises StateForbids where something was done with the document since it was read, or is being done."""
    _, stage = await store.lock(tx, paper)
    if stage != paper.stage:
        raise StateForbids("Met dit stuk gebeurde intussen iets anders; bekijk het opnieuw.")
    if await store.being_remade(tx, paper):
        raise StateForbids("Dit stuk wordt al opnieuw gemaakt; wacht tot het nieuwe er is, en bekijk dat.")


async def _replace(tx: Any, case_id: int, document_id: int, stage: Stage, successor: int, by: str, at: datetime) -> None:
    [row] = [each for each in document_life.ROWS if each.before == stage and each.act == "replace"]
    await store.enter(tx, case_id, document_id, row, at=at, by=by, account_id=None, other=successor)


async def follow(tx: Any, paper: PaperRow, successor: int, by: Actor, at: datetime) -> None:
    """A document that is asked for in the place of another one, which stays as it is until the new one is there."""
    remake = Row(before="draft", act="remake", after="draft", who="register")
    await store.enter(tx, paper.case_id, successor, remake, at=at, by=by.code, account_id=None, other=paper.id)


async def replace_unissued(tx: Any, case_id: int, document_id: int, by: str, at: datetime) -> None:
    """A document that is there now takes the place of those that it was made from and that were not issued; `by`: who asked for it."""
    for one in await store.made_from(tx, case_id, document_id):
        if one.stage in document_life.UNISSUED:
            await _replace(tx, case_id, one.id, one.stage, document_id, by, at)


class Compared(msgspec.Struct, frozen=True, kw_only=True):
    """The bytes of a document and of the one before it."""

    earlier: int
    before: bytes
    now: bytes


async def compared(case_number: str, document_id: int, by: Actor, deps: Deps, earlier: int | None = None) -> Compared | None:
    """`earlier`: with which document of the same file; None = the last version. None: there is none, or one of both is not made."""
    paper = await find(case_number, document_id, by, deps)
    if earlier is None:
        by_kind = documents.kind_of(paper.kind).one_of_a_file
        versions = await store.earlier(deps.pool, paper.case_id, paper.id, paper.kind, paper.about, by_kind=by_kind)
        earlier = next((one.id for one in versions if one.state == "made"), None)
    if earlier is None:
        return None
    # A registry sees no draft, so neither what a draft said.
    other = await find(case_number, earlier, by, deps)
    contents = await store.contents(deps.pool, paper.id, other.id)
    if len(contents) < 2:
        return None
    return Compared(earlier=other.id, before=contents[other.id], now=contents[paper.id])
