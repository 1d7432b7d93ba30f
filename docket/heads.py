"""Signed heads outside the database: the key that signs them, and one JSON file for each."""

import contextlib
import hashlib
import os
import re
import secrets
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import msgspec
from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives import serialization
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey, Ed25519PublicKey
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF

from docket.journal import CasesDigest, Head
from docket.settings import write_secret

_FILE = re.compile(r"head-(\d{8})\.json")
_KEY_FILE = re.compile(r"key-([0-9a-f]{32})\.pem")
_OPENING, _ROW, _CLOSING = '{"cases": [', re.compile(r"(\[.*\]),?"), "],"


class UnreadableHead(Exception):
    """A head file is not as it was written."""


class SignedHead(msgspec.Struct, frozen=True, kw_only=True, rename="camel"):
    head: Head
    digest: str
    signature: str


class HeadCase(msgspec.Struct, frozen=True, array_like=True):
    case_number: str
    entry_count: int
    #: Hex.
    last_hash: str


class HeadKey:
    """The Ed25519 key of this register, made at its first use."""

    def __init__(self, file: Path) -> None:
        if not file.exists():
            write_secret(file, _pem(Ed25519PrivateKey.generate()))
        loaded = serialization.load_pem_private_key(file.read_bytes(), password=None)
        if not isinstance(loaded, Ed25519PrivateKey):
            raise TypeError(f"{file} holds no Ed25519 key; put back the key of the backup, or move the file away to have one made.")
        self._key = loaded
        self.key_id = key_id(loaded.public_key())

    def derived(self, purpose: bytes) -> bytes:
        """32 bytes that only who has this key can make; for sealing what the database keeps but may not tell."""
        raw = self._key.private_bytes(serialization.Encoding.Raw, serialization.PrivateFormat.Raw, serialization.NoEncryption())
        return HKDF(algorithm=SHA256(), length=32, salt=None, info=purpose).derive(raw)

    def sign(self, head: Head) -> SignedHead:
        digest = head.digest()
        return SignedHead(head=head, digest=digest.hex(), signature=self._key.sign(digest).hex())

    def publish(self, folder: Path) -> None:
        """Leaves the public key beside the heads: who keeps a copy of it can check them without this machine."""
        file = folder / f"key-{self.key_id}.pem"
        if not file.exists():
            pem = self._key.public_key().public_bytes(serialization.Encoding.PEM, serialization.PublicFormat.SubjectPublicKeyInfo)
            _write_whole(file, pem)


def key_id(key: Ed25519PublicKey) -> str:
    raw = key.public_bytes(serialization.Encoding.Raw, serialization.PublicFormat.Raw)
    return hashlib.sha256(raw).hexdigest()[:32]


def public_keys(folder: Path, own: Path) -> dict[str, Ed25519PublicKey]:
    """Keys that may have signed: the register's own, and those that lie beside the heads under their own fingerprint."""
    found: dict[str, Ed25519PublicKey] = {}
    for file in sorted(folder.glob("key-*.pem")) if folder.is_dir() else ():
        with contextlib.suppress(ValueError):
            key = serialization.load_pem_public_key(file.read_bytes())
            if isinstance(key, Ed25519PublicKey) and (name := _KEY_FILE.fullmatch(file.name)) and key_id(key) == name[1]:
                found[name[1]] = key
    if own.exists():
        private = serialization.load_pem_private_key(own.read_bytes(), password=None)
        if isinstance(private, Ed25519PrivateKey):
            found[key_id(private.public_key())] = private.public_key()
    return found


def is_signed(key: Ed25519PublicKey, digest: bytes, signature: bytes) -> bool:
    try:
        key.verify(signature, digest)
    except InvalidSignature:
        return False
    return True


class HeadDraft:
    """
    A head file that is written before the commit and gets its name after it.

    One row a line, so that a head over a million cases is written and read without holding them.
    """

    def __init__(self, folder: Path) -> None:
        """Only one may write in a folder at a time; what an earlier one left unsigned goes."""
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        for leftover in folder.glob(".head-*.draft"):
            leftover.unlink(missing_ok=True)
        self._folder = folder
        self._path = folder / f".head-{secrets.token_hex(4)}.draft"
        self._file = self._path.open("w", encoding="utf-8")
        self._file.write(_OPENING)
        self._digest = CasesDigest()
        self.count = 0

    def add(self, case_number: str, entry_count: int, last_hash: bytes) -> None:
        row = msgspec.json.encode(HeadCase(case_number, entry_count, last_hash.hex())).decode()
        self._file.write((",\n" if self.count else "\n") + row)
        self._digest.add(case_number, entry_count, last_hash)
        self.count += 1

    def cases_digest(self) -> str:
        return self._digest.hexdigest()

    def finish(self, signed: SignedHead) -> None:
        """On the disk, under a name by which a next start knows which head it belongs to."""
        self._file.write(f"\n],\n{msgspec.json.encode(signed).decode()[1:]}\n")
        self._file.flush()
        os.fsync(self._file.fileno())
        self._file.close()
        self._path = self._path.rename(self._folder / f".head-{signed.head.seq:08}-{signed.digest}.signed")

    def publish(self, signed: SignedHead) -> None:
        publish_draft(self._folder, signed.head.seq, self._path)

    def discard(self) -> None:
        self._file.close()
        self._path.unlink(missing_ok=True)


def drafts(folder: Path) -> Iterator[tuple[int, str, Path]]:
    """(seq, digest, file) of heads that were signed while nobody knows whether they were committed."""
    for file in sorted(folder.glob(".head-*.signed")):
        _, seq, digest = file.stem.split("-")
        yield int(seq), digest, file


def publish_draft(folder: Path, seq: int, draft: Path) -> None:
    """Another signer may settle the same draft at the same time."""
    # link() refuses to replace: a head outside the database is never overwritten.
    with contextlib.suppress(FileExistsError, FileNotFoundError):
        os.link(draft, head_path(folder, seq))
    draft.unlink(missing_ok=True)
    _sync(folder)


def head_path(folder: Path, seq: int) -> Path:
    return folder / f"head-{seq:08}.json"


def head_files(folder: Path) -> dict[int, Path]:
    if not folder.is_dir():
        return {}
    return {int(name[1]): file for file in sorted(folder.iterdir()) if (name := _FILE.fullmatch(file.name))}


def read_head(file: Path) -> tuple[SignedHead, str]:
    """What was signed, and the digest over the cases as the file has them now."""
    digest = CasesDigest()
    tail: list[str] = []
    try:
        for line in _lines(file, tail):
            row = msgspec.json.decode(line, type=HeadCase)
            digest.add(row.case_number, row.entry_count, bytes.fromhex(row.last_hash))
        return msgspec.json.decode("{" + "".join(tail), type=SignedHead), digest.hexdigest()
    except (ValueError, msgspec.DecodeError) as error:
        raise UnreadableHead(f"{file.name}: {error}") from error


def head_cases(file: Path) -> Iterator[HeadCase]:
    try:
        for line in _lines(file, []):
            yield msgspec.json.decode(line, type=HeadCase)
    except (ValueError, msgspec.DecodeError) as error:
        raise UnreadableHead(f"{file.name}: {error}") from error


def _lines(file: Path, tail: list[Any]) -> Iterator[str]:
    with file.open(encoding="utf-8") as reading:
        if reading.readline().rstrip("\n") != _OPENING:
            raise ValueError("does not begin as a head")
        for line in reading:
            if found := _ROW.fullmatch(line.rstrip("\n")):
                yield found[1]
            elif line.rstrip("\n") == _CLOSING:
                tail.append(reading.read())
                return
            elif line.strip():
                raise ValueError("holds a line that is no case")


def _pem(key: Ed25519PrivateKey) -> bytes:
    return key.private_bytes(serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8, serialization.NoEncryption())


def _write_whole(file: Path, content: bytes) -> None:
    draft = file.with_name(f".{file.name}.{os.getpid()}")
    draft.write_bytes(content)
    draft.rename(file)


def _sync(folder: Path) -> None:
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)
