"""Signed heads: what they tie, that nothing is signed twice, and that a kill at any step leaves nothing behind."""

import asyncio
import json
import stat

import pytest

from docket import heads
from docket.actions.oversight.sign_head import sign_head
from docket.store import entries
from tests.docket.store.test_entries import AT, entered


@pytest.fixture
def folder(deps):
    return deps.settings.heads_folder


async def register(deps, count=1):
    async with deps.transaction() as tx:
        return [await entered(tx, number=number) for number in range(count)]


async def test_head_ties_the_last_line_of_every_case_that_changed(deps, folder):
    (first, number), _ = await register(deps, 2)
    assert (await sign_head(deps)).case_count == 2
    async with deps.transaction() as tx:
        await entries.append(tx, first, kind="FactsCorrected", content={}, by="user:1", at=AT)
    await register(deps)

    head = await sign_head(deps)

    assert (head.seq, head.case_count, head.entry_count) == (2, 3, 4)
    rows = await deps.pool.fetch("select case_number, entry_count from head_cases where head_seq = 2 order by 1")
    assert [tuple(row) for row in rows] == [(number, 2), ("HAV-2026-000003", 1)]


async def test_nothing_is_signed_when_nothing_changed(deps, folder):
    assert await sign_head(deps) is None
    await register(deps)
    assert await sign_head(deps)

    assert await sign_head(deps) is None
    assert sorted(file.name for file in folder.iterdir() if file.name.startswith((".", "head"))) == ["head-00000001.json"]


async def test_file_outside_is_json_with_the_same_digest_and_a_signature_that_anyone_can_check(deps, folder):
    await register(deps, 3)
    await sign_head(deps)
    stored = await deps.pool.fetchrow("select * from heads")

    file = heads.head_path(folder, 1)
    signed, cases_digest = heads.read_head(file)
    assert (bytes.fromhex(signed.digest), cases_digest) == (stored["digest"], signed.head.cases_digest)
    assert signed.head.digest() == stored["digest"]
    [key] = heads.public_keys(folder, own=folder / "absent").values()
    assert heads.is_signed(key, stored["digest"], stored["signature"])
    assert not heads.is_signed(key, bytes(32), stored["signature"])
    assert len(json.loads(file.read_text())["cases"]) == 3
    assert next(case.case_number for case in heads.head_cases(file)) == "HAV-2026-000001"


async def test_key_is_made_once_and_for_the_owner_only(deps):
    await register(deps)
    await sign_head(deps)
    key = deps.settings.head_key.read_bytes()
    await register(deps)
    await sign_head(deps)

    assert deps.settings.head_key.read_bytes() == key
    assert stat.S_IMODE(deps.settings.head_key.stat().st_mode) == 0o600


async def test_many_signers_at_once_make_one_chain(deps, folder):
    await register(deps, 2)
    made = await asyncio.gather(*(sign_head(deps) for _ in range(5)))

    assert [head.seq for head in made if head] == [1]
    assert sorted(heads.head_files(folder)) == [1]
    assert not list(folder.glob(".head-*"))


async def test_signer_that_dies_after_the_commit_is_settled_by_the_next_call(deps, folder, monkeypatch):
    await register(deps)
    monkeypatch.setattr(heads.HeadDraft, "publish", lambda self, signed: 1 / 0)
    with pytest.raises(ZeroDivisionError):
        await sign_head(deps)
    assert heads.head_files(folder) == {}
    monkeypatch.undo()

    assert await sign_head(deps) is None
    assert sorted(heads.head_files(folder)) == [1]
    assert not list(folder.glob(".head-*"))


async def test_signer_that_dies_before_the_commit_leaves_nothing(deps, folder, monkeypatch):
    await register(deps)
    with monkeypatch.context() as dying, pytest.raises(ZeroDivisionError):
        dying.setattr("docket.store.heads.insert_head", lambda *_: 1 / 0)
        await sign_head(deps)

    head = await sign_head(deps)
    assert head.seq == 1
    assert sorted(heads.head_files(folder)) == [1]
    assert not list(folder.glob(".head-*"))


async def test_head_outside_is_never_overwritten(deps, folder):
    await register(deps)
    await sign_head(deps)
    before = heads.head_path(folder, 1).read_bytes()
    await deps.pool.execute("delete from head_cases; delete from heads")

    head = await sign_head(deps)

    assert head.seq == 2
    assert heads.head_path(folder, 1).read_bytes() == before
