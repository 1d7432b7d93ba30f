"""Ask for a document of a file; the worker makes it."""

import msgspec

from docket import entries, papers
from docket.access import Actor
from docket.actions import redeciding
from docket.deps import Deps
from docket.errors import BadInput, Issue, StateForbids
from docket.messages import RenderDocument
from docket.store import documents, jobs
from docket.store.cases import Snapshot


class MakeDocument(msgspec.Struct, frozen=True, kw_only=True):
    case_number: str
    #: A code of documents.catalogue.KINDS.
    kind: str
    #: Id of the suspect of a document about one; None for the others.
    about: str | None = None


class AskedDocument(msgspec.Struct, frozen=True, kw_only=True):
    case_number: str
    document_id: int


async def make_document(command: MakeDocument, by: Actor, deps: Deps) -> AskedDocument:
    """On the present facts and decision; the version does not rise, because neither changes."""
    found = await redeciding.find(command.case_number, "makeDocument", by, deps)
    if papers.about_one(command.kind):
        _require_suspect(command, found)
    elif command.about is not None:
        detail = "Dit document gaat over het hele dossier, niet over een verdachte; laat dit leeg."
        raise BadInput(issues=(Issue(type="invalidInput", name="/about", detail=detail, value=command.about),))
    elif command.kind not in papers.kinds_for(found.case, found.decision):
        raise StateForbids("Dit document bestaat niet voor dit dossier; een overdracht is er alleen voor een dossier dat elders hoort.")
    at = deps.clock.now()
    asked = documents.AskedDocument(
        kind=command.kind,
        decision_seq=found.decision_seq,
        case_version=found.case.version,
        made_at=at,
        made_by=by.code,
        about=command.about,
    )
    async with deps.transaction() as tx:
        document_id = await documents.ask(tx, found.case.id, asked)
        await jobs.enqueue(tx, [RenderDocument(document_id=document_id)])
        await redeciding.enter(
            tx, found, entries.DocumentAsked(document=document_id, document_kind=command.kind, about=command.about), by, at
        )
    return AskedDocument(case_number=found.case.case_number, document_id=document_id)


def _require_suspect(command: MakeDocument, found: Snapshot) -> None:
    if command.about not in papers.suspects_of(found.case):
        detail = "Kies een verdachte van dit dossier die voor een enkele persoon staat; splits een ingave voor meerdere personen eerst."
        raise BadInput(issues=(Issue(type="referencedResourceNotFound", name="/about", detail=detail, value=command.about),))
