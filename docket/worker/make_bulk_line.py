"""Makes the document of one line of a run, as the person who asked for it may; what is missing is written beside the line."""

import hashlib
from typing import Any

import msgspec

import documents
from docket import papers
from docket.actions.papers import knowing
from docket.actions.papers.make_document import MakeDocument, make_document
from docket.deps import Deps
from docket.errors import ActDone, BadInput, DocketError, FactsMissing, ServiceUnavailable
from docket.store import accounts, bulk
from docket.store.bulk import ClaimedLine
from docket.store.keyed_acts import KeyedAct

#: A line that kills its worker, or meets an error that nobody foresaw, this often is given up.
MAX_ATTEMPTS = 3


async def make_bulk_line(run_id: int, ordinal: int, deps: Deps) -> None:
    """May run twice: the key of the line is written with its document, so a line that was cut off makes no second one."""
    line = await bulk.claim(deps.pool, run_id, ordinal, MAX_ATTEMPTS)
    if line is None:
        await bulk.give_up(
            deps.pool, run_id, ordinal, f"Opgegeven na {MAX_ATTEMPTS} pogingen; probeer opnieuw of maak dit stuk in het dossier."
        )
        return
    user = await accounts.user_by_id(deps.pool, line.account_id)
    if user is None:
        await bulk.finish(deps.pool, run_id, ordinal, state="refused", reason="Wie dit vroeg, heeft geen toegang meer.")
        return
    digest = hashlib.sha256(f"bulk/{run_id}/{ordinal}".encode()).digest()
    keyed = KeyedAct(sender=line.asked_by, key_digest=digest, act_digest=digest, case_number=line.case_number)
    try:
        command = await _command(line, user.actor, deps)
        done = await make_document(command, user.actor, msgspec.structs.replace(deps, keyed=keyed))
    except ActDone:
        await bulk.finish(deps.pool, run_id, ordinal, state="asked", document_id=await bulk.made_before(deps.pool, line))
    except (FactsMissing, BadInput) as refusal:
        missing = tuple((issue.detail.removeprefix("Ontbreekt: "), issue.name.replace("/typed/", "#")) for issue in refusal.issues)
        await bulk.finish(deps.pool, run_id, ordinal, state="missing", reason=refusal.detail, missing=missing)
    except ServiceUnavailable:
        raise
    except DocketError as refusal:
        await bulk.finish(deps.pool, run_id, ordinal, state="refused", reason=refusal.detail)
    else:
        await bulk.finish(deps.pool, run_id, ordinal, state="asked", document_id=done.document_id)


async def _command(line: ClaimedLine, actor: Any, deps: Deps) -> MakeDocument:
    """What the register would fill in for this file, the hearing of the sitting, and what was typed for all."""
    paper, kind = papers.paper_of(line.kind), documents.kind_of(line.kind)
    known = await knowing.known(line.case_number, paper.action, actor, deps)
    hearing = {"hearing": line.hearing_id} if "hearing" in kind.typed.__struct_fields__ else {}
    typed = {**paper.proposed(known, line.about), **hearing, **msgspec.json.decode(line.typed)}
    return MakeDocument(case_number=line.case_number, kind=line.kind, about=line.about, typed=typed)
