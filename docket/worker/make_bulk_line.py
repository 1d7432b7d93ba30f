"""Makes the document of one line of a run, as the person who asked for it may; what is missing is written beside the line."""

import msgspec

import documents
from docket import papers
from docket.access import Actor
from docket.actions.papers import knowing
from docket.actions.papers.make_document import BulkLine, MakeDocument, make_document
from docket.deps import Deps
from docket.errors import ActDone, BadInput, DocketError, FactsMissing, ServiceUnavailable
from docket.store import accounts, bulk
from docket.store.bulk import ClaimedLine

#: A line that kills its worker, or meets an error that nobody foresaw, this often is given up.
MAX_ATTEMPTS = 3


async def make_bulk_line(run_id: int, ordinal: int, deps: Deps) -> None:
    """May run twice: the line is tied to its document in the transaction that asks for it, so it makes no second one."""
    line = await bulk.claim(deps.pool, run_id, ordinal, MAX_ATTEMPTS)
    if line is None:
        await bulk.give_up(
            deps.pool, run_id, ordinal, f"Opgegeven na {MAX_ATTEMPTS} pogingen; probeer opnieuw of maak dit stuk in het dossier."
        )
        return
    actor = await accounts.actor_by_id(deps.pool, line.account_id, deps.clock.now())
    if actor is None:
        await bulk.finish(deps.pool, run_id, ordinal, state="refused", reason="Wie dit vroeg, heeft geen toegang meer.")
        return
    try:
        command = await _command(line, actor, deps)
        await make_document(msgspec.structs.replace(command, line=BulkLine(run_id=run_id, ordinal=ordinal)), actor, deps)
    except ActDone:
        # Another worker was faster.
        return
    except (FactsMissing, BadInput) as refusal:
        missing = tuple((issue.detail.removeprefix("Ontbreekt: "), issue.name.replace("/typed/", "#")) for issue in refusal.issues)
        await bulk.finish(deps.pool, run_id, ordinal, state="missing", reason=refusal.detail, missing=missing)
    except ServiceUnavailable:
        raise
    except DocketError as refusal:
        await bulk.finish(deps.pool, run_id, ordinal, state="refused", reason=refusal.detail)


async def _command(line: ClaimedLine, actor: Actor, deps: Deps) -> MakeDocument:
    """What the register would fill in for this file, the hearing of the sitting, and what was typed for all."""
    paper, kind = papers.paper_of(line.kind), documents.kind_of(line.kind)
    known = await knowing.known(line.case_number, paper.action, actor, deps)
    hearing = {"hearing": line.hearing_id} if "hearing" in kind.typed.__struct_fields__ else {}
    typed = {**paper.proposed(known, line.about), **hearing, **msgspec.json.decode(line.typed)}
    return MakeDocument(case_number=line.case_number, kind=line.kind, about=line.about, typed=typed)
