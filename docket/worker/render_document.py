"""Makes one document that was asked for: reads the case, fills the template off the event loop, keeps the bytes."""

import msgspec

import documents
from docket.access import SYSTEM
from docket.actions.papers import knowing
from docket.actions.papers.composing import composed, template_for
from docket.actions.papers.finish_document import FailedDocument, MadeDocument, finish_document
from docket.clock import court_day
from docket.deps import Deps
from docket.store import cases, outbox

#: A document that kills its worker this often is given up.
MAX_ATTEMPTS = 5


async def render_document(document_id: int, deps: Deps) -> None:
    """May run twice: a document that is made is left alone."""
    if not await outbox.claim_document(deps.pool, document_id, MAX_ATTEMPTS):
        failure = f"Opgegeven na {MAX_ATTEMPTS} pogingen; vraag het stuk opnieuw aan en verwittig de beheerder als het weer mislukt."
        await finish_document(FailedDocument(document_id=document_id, failure=failure), SYSTEM, deps)
        return
    wanted = await outbox.document_to_make(deps.pool, document_id)
    if wanted is not None:
        await finish_document(await _made(document_id, wanted, deps), SYSTEM, deps)


async def _made(document_id: int, wanted: outbox.DocumentToMake, deps: Deps) -> MadeDocument | FailedDocument:
    if wanted.outdated:
        failure = "De feiten zijn gewijzigd voor dit stuk gemaakt was; een nieuw stuk is in zijn plaats gevraagd."
        return FailedDocument(document_id=document_id, failure=failure)
    [found] = await cases.snapshots(deps.pool, [wanted.case.id])
    known = msgspec.structs.replace(
        await knowing.known_of(found, deps, wanted.decision), confirmations=wanted.confirmations, challenges=wanted.challenges
    )
    try:
        template = await template_for(wanted.kind, wanted.case.holding_office, court_day(known.at), deps)
        content = await composed(wanted.kind, wanted.about, wanted.typed, known, template)
    except documents.DocumentError as error:
        return FailedDocument(document_id=document_id, failure=str(error) or type(error).__doc__ or "")
    return MadeDocument(document_id=document_id, template=template, content=content, made_at=known.at)
