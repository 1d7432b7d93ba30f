"""Sign a head over every case that changed since the one before, in the database and in a folder outside it."""

from pathlib import Path
from typing import Any

from docket.deps import Deps
from docket.heads import HeadDraft, HeadKey, SignedHead, drafts, head_files, publish_draft
from docket.journal import Head
from docket.store import addresses, assignments, chamber_changes, heads, law_packs, templates

NO_HEAD = bytes(32)


async def sign_head(deps: Deps) -> Head | None:
    """
    Returns the new head, or None when no case changed and no law was enacted: then the last one still holds.

    The file is written before the commit and named after it, so that neither exists without the other for long: what a
    kill in between leaves behind is settled by the next call.
    """
    folder = deps.settings.heads_folder
    key = HeadKey(deps.settings.head_key)
    async with deps.transaction() as tx:
        await heads.lock(tx)
        draft = HeadDraft(folder)
        signed = await _sign(tx, draft, key, folder, deps)
    if signed is None:
        draft.discard()
        return None
    draft.publish(signed)
    key.publish(folder)
    return signed.head


async def _sign(tx: Any, draft: HeadDraft, key: HeadKey, folder: Path, deps: Deps) -> SignedHead | None:
    await _settle(tx, folder)
    last = await heads.last_head(tx)
    # Never the number of a file: after a restore of an older backup the heads that are ahead stay as they are.
    seq = max(last.seq if last else 0, *head_files(folder), 0) + 1
    case_count, entry_count = (last.case_count, last.entry_count) if last else (0, 0)
    async for changed in heads.changed_cases(tx):
        for case in changed:
            draft.add(case.case_number, case.entry_count, case.last_hash)
            case_count += case.is_new
            entry_count += case.entry_count - case.counted
        await heads.add_cases(tx, seq, changed)
    enacted = await law_packs.last_link(tx)
    chambers = await chamber_changes.last_link(tx)
    chosen = await templates.last_link(tx)
    seats = await addresses.last_link(tx)
    known = (last.enactments_digest, last.chambers_digest, last.templates_digest, last.addresses_digest) if last else None
    if not draft.count and (known is None or known == (enacted, chambers, chosen, seats)):
        return None
    seeds = await assignments.last_link(tx)
    head = Head(
        seq=seq,
        made_at=deps.clock.now(),
        case_count=case_count,
        entry_count=entry_count,
        cases_digest=draft.cases_digest(),
        previous_digest=(last.digest if last else NO_HEAD).hex(),
        key_id=key.key_id,
        seeds_digest=seeds.hex() if seeds else None,
        enactments_digest=enacted.hex() if enacted else None,
        chambers_digest=chambers.hex() if chambers else None,
        templates_digest=chosen.hex() if chosen else None,
        addresses_digest=seats.hex() if seats else None,
    )
    signed = key.sign(head)
    draft.finish(signed)
    await heads.insert_head(tx, stored(signed))
    return signed


def stored(signed: SignedHead) -> heads.StoredHead:
    head = signed.head
    return heads.StoredHead(
        seq=head.seq,
        made_at=head.made_at,
        case_count=head.case_count,
        entry_count=head.entry_count,
        cases_digest=bytes.fromhex(head.cases_digest),
        digest=bytes.fromhex(signed.digest),
        previous_digest=bytes.fromhex(head.previous_digest),
        key_id=head.key_id,
        signature=bytes.fromhex(signed.signature),
        seeds_digest=bytes.fromhex(head.seeds_digest) if head.seeds_digest else None,
        enactments_digest=bytes.fromhex(head.enactments_digest) if head.enactments_digest else None,
        chambers_digest=bytes.fromhex(head.chambers_digest) if head.chambers_digest else None,
        templates_digest=bytes.fromhex(head.templates_digest) if head.templates_digest else None,
        addresses_digest=bytes.fromhex(head.addresses_digest) if head.addresses_digest else None,
    )


async def _settle(tx: Any, folder: Path) -> None:
    """Names the files of heads that were committed when their signer died, and drops those that were not."""
    for seq, digest, file in drafts(folder):
        committed = await heads.head_digest(tx, seq)
        if committed is not None and committed.hex() == digest and seq not in head_files(folder):
            publish_draft(folder, seq, file)
        else:
            file.unlink(missing_ok=True)
