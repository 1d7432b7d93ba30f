"""Seeds of the draws: made at random, published as a commitment, sealed until they are revealed."""

import hashlib
import secrets
from collections.abc import Iterable, Iterator
from datetime import datetime

import msgspec
from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM

from docket import journal
from docket.heads import HeadKey

SEED_BYTES = 32
_NONCE_BYTES = 12
_PURPOSE = b"docket: seeds of the draws"


class Commitment(msgspec.Struct, frozen=True, kw_only=True, rename="camel"):
    """What is told of a seed before it is used."""

    seq: int
    #: sha256 of the seed, in hexadecimal digits.
    commitment: str
    committed_at: datetime
    committed_by: str
    #: Hash of the commitment before; 64 zeros for the first.
    previous_hash: str

    def link(self) -> bytes:
        return hashlib.sha256(journal.canonical(self)).digest()


class SeedLink(msgspec.Struct, frozen=True, kw_only=True):
    """A committed seed as the register keeps it."""

    committed: Commitment
    hash: bytes
    #: None while it is secret.
    seed: bytes | None


def broken(links: Iterable[SeedLink]) -> Iterator[tuple[int, str, str]]:
    """What is wrong in the chain of commitments, as (seq, columns, what)."""
    previous, expected = journal.FIRST_LINK, 1
    for link in links:
        committed = link.committed
        if committed.seq != expected:
            yield committed.seq, "seq", f"zaad {expected} ontbreekt"
        if committed.previous_hash != previous.hex():
            yield committed.seq, "previous_hash", "sluit niet aan op de vastlegging van het vorige zaad"
        if committed.link() != link.hash:
            columns = "commitment, committed_at, committed_by, previous_hash, hash"
            yield committed.seq, columns, "de vastlegging is niet meer wat ze was"
        if link.seed is not None and hashlib.sha256(link.seed).hexdigest() != committed.commitment:
            yield committed.seq, "seed, commitment", "het onthulde zaad is niet dat wat vastgelegd werd"
        previous, expected = link.hash, committed.seq + 1


def new_seed() -> bytes:
    return secrets.token_bytes(SEED_BYTES)


def seal(seed: bytes, seq: int, key: HeadKey) -> bytes:
    """So that a copy of the database does not tell the next draws."""
    nonce = secrets.token_bytes(_NONCE_BYTES)
    return nonce + AESGCM(key.derived(_PURPOSE)).encrypt(nonce, seed, str(seq).encode())


def unseal(sealed: bytes, seq: int, key: HeadKey) -> bytes | None:
    """None: sealed by another key, or changed."""
    try:
        return AESGCM(key.derived(_PURPOSE)).decrypt(sealed[:_NONCE_BYTES], sealed[_NONCE_BYTES:], str(seq).encode())
    except (InvalidTag, ValueError):
        return None
