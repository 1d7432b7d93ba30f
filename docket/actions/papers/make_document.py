"""Ask for a document of a file; the worker makes it."""

from collections.abc import Mapping
from typing import Any

import msgspec

import documents
from docket import entries, papers
from docket.access import Actor
from docket.actions import redeciding
from docket.actions.papers import composing, knowing, living
from docket.decoding import decode_value
from docket.deps import Deps
from docket.errors import ActDone, BadInput, Issue, StateForbids
from docket.messages import RenderDocument
from docket.papers import Known, Paper, Wanted
from docket.store import bulk, jobs
from docket.store import documents as store
from docket.store.document_life import PaperRow


class BulkLine(msgspec.Struct, frozen=True, kw_only=True):
    run_id: int
    ordinal: int


class MakeDocument(msgspec.Struct, frozen=True, kw_only=True):
    case_number: str
    #: A code of documents.catalogue.KINDS.
    kind: str
    #: Id of the person of a document about one; None for the others.
    about: str | None = None
    #: What its maker says, by the fields of the struct `typed` of its kind.
    typed: Mapping[str, Any] = {}
    #: The document in whose place it comes; None = it stands beside whatever there is.
    remakes: int | None = None
    #: The line of a run that it is made for: both are written together, so that no line makes two.
    line: BulkLine | None = None


class AskedDocument(msgspec.Struct, frozen=True, kw_only=True):
    case_number: str
    document_id: int


async def make_document(command: MakeDocument, by: Actor, deps: Deps) -> AskedDocument:
    """On the present facts and decision; the version does not rise, because neither changes. Raises FactsMissing, ActDone."""
    by.require("readDocument")
    paper = chosen(command.kind)
    found = await redeciding.find(command.case_number, paper.action, by, deps)
    wanted = wanted_of(paper, command.about, command.typed)
    known = await knowing.known_of(found, deps)
    composing.require(paper, known, wanted)
    _require_own_court(paper, known, wanted, by)
    before = await _remade(command, by, deps) if command.remakes is not None else None
    asked = store.AskedDocument(
        kind=command.kind,
        decision_seq=found.decision_seq,
        case_version=found.case.version,
        made_at=known.at,
        made_by=by.code,
        about=command.about,
        typed=stored_as(wanted.typed),
    )
    entry = entries.DocumentAsked(document=0, document_kind=command.kind, about=command.about, remakes=command.remakes)
    async with deps.transaction() as tx:
        if before is not None:
            await living.require_untouched(tx, before)
        document_id = await store.ask(tx, found.case.id, asked)
        if command.line is not None and not await bulk.tie(tx, command.line.run_id, command.line.ordinal, document_id):
            raise ActDone
        if before is not None:
            await living.follow(tx, before, document_id, by, known.at)
        await jobs.enqueue(tx, [RenderDocument(document_id=document_id)])
        await redeciding.enter(tx, found, msgspec.structs.replace(entry, document=document_id), by, known.at)
    return AskedDocument(case_number=found.case.case_number, document_id=document_id)


def _require_own_court(paper: Paper, known: Known, wanted: Wanted, by: Actor) -> None:
    court = paper.court(known, wanted)
    if by.registry_of is not None and court is not None and by.registry_of != court:
        raise StateForbids("Een griffie maakt dit document alleen van een vonnis van haar eigen rechtbank.")


async def _remade(command: MakeDocument, by: Actor, deps: Deps) -> PaperRow:
    """One that failed too, for what was typed for it. Raises BadInput where it is another document, StateForbids where a newer one came."""
    before = await living.find(command.case_number, command.remakes or 0, by, deps)
    if (before.kind, before.about) != (command.kind, command.about):
        detail = "Een stuk wordt vervangen door een nieuw stuk van dezelfde soort over dezelfde persoon."
        raise BadInput(issues=(Issue(type="invalidInput", name="/remakes", detail=detail, value=command.remakes),))
    if before.state == "asked" or before.stage == "replaced":
        raise StateForbids("Dit stuk is nog niet gemaakt, of er is al een nieuwer in zijn plaats; maak dat opnieuw.")
    return before


def chosen(kind: str) -> Paper:
    """Raises BadInput on `/kind`."""
    try:
        return papers.paper_of(kind)
    except LookupError as unknown:
        raise BadInput(issues=(Issue(type="referencedResourceNotFound", name="/kind", detail=str(unknown), value=kind),)) from None


def wanted_of(paper: Paper, about: str | None, typed: Mapping[str, Any]) -> Wanted:
    """Raises BadInput with every fault of what was typed, below `/typed`."""
    try:
        said = decode_value(dict(typed), documents.kind_of(paper.kind).typed)
    except BadInput as refusal:
        issues = tuple(msgspec.structs.replace(issue, name=f"/typed{issue.name.rstrip('/')}") for issue in refusal.issues)
        raise BadInput(refusal.detail, issues=issues) from None
    return Wanted(about=about, typed=said)


def stored_as(typed: msgspec.Struct) -> str | None:
    """The same text for the same content; None = nothing is typed for this kind."""
    return None if isinstance(typed, documents.NothingTyped) else msgspec.json.encode(typed, order="sorted").decode()
