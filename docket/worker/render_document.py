"""Makes one document that was asked for: reads the case, fills the template off the event loop, keeps the bytes."""

import asyncio
from hashlib import sha256

import documents
from docket.access import SYSTEM
from docket.actions.papers.finish_document import FailedDocument, MadeDocument, finish_document
from docket.deps import Deps
from docket.papers import Limits, context_for, limit_line
from docket.store import conflicts, outbox, time_limits
from docket.time_limits import label
from documents import templates, words

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
    try:
        template = templates.read(wanted.kind)
        context = context_for(
            wanted.kind,
            wanted.case,
            wanted.decision,
            deps.law.law,
            wanted.about,
            confirmations=wanted.confirmations,
            challenges=wanted.challenges,
            limits=await _limits(wanted, deps) if wanted.kind == "transfer" else None,
        )
        content = await asyncio.to_thread(documents.render, documents.kind_of(wanted.kind), context, template)
    except documents.DocumentError as error:
        return FailedDocument(document_id=document_id, failure=str(error) or type(error).__doc__ or "")
    return MadeDocument(document_id=document_id, template_version=sha256(template).hexdigest(), content=content)


async def _limits(wanted: outbox.DocumentToMake, deps: Deps) -> Limits:
    """The open clocks as they stand now, each in the words of its own law, and what the waiting offer names beside them."""
    clocks = await time_limits.of_case(deps.pool, wanted.case.id)
    laws = [(await deps.law_of(clock.law_digest)).law for clock in clocks]
    offer = (await conflicts.of_case(deps.pool, wanted.case.id)).open_offer
    # A row that begins like a clock came from it, also where that clock was met or moved since.
    known = tuple(label(clock, law) for clock, law in zip(clocks, laws, strict=True))
    return Limits(
        at=deps.clock.now(),
        lines=tuple(limit_line(clock, law) for clock, law in zip(clocks, laws, strict=True) if clock.open),
        typed=tuple(
            f"{row.title}: {words.day(row.due_on)}" for row in (offer.time_limits if offer else ()) if not row.title.startswith(known)
        ),
    )
