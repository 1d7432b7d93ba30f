"""Reads legislation files, of a folder or of a stored pack, into the law that decides, with the digest that every decision keeps."""

import hashlib
from collections.abc import Mapping
from pathlib import Path

import msgspec

import routing
from routing import Law

SUFFIXES = frozenset({".toml", ".csv", ".geojson"})


#: No rule reads them, so that a pack of before they were written is completed with those of this version.
DESCRIPTIVE = frozenset(
    {
        "catalogue.toml",
        "dismissal_grounds.toml",
        "documents.toml",
        "evidence.toml",
        "extinction.toml",
        "judgments.toml",
        "requisitions.toml",
    }
)


class BadLaw(Exception):
    """The legislation files contradict themselves or cannot be read; the service does not start on them."""


class LoadedLaw(msgspec.Struct, frozen=True, kw_only=True):
    """A law with the files it came from and the digest over them."""

    law: Law
    digest: str
    #: File name to content.
    files: Mapping[str, bytes]


def packaged_folder() -> Path:
    return Path(routing.__file__).resolve().parent / "legislation"


def read_files(folder: Path | None = None) -> dict[str, bytes]:
    """File name to content, in the order of the names."""
    where = folder or packaged_folder()
    files = {path.name: path.read_bytes() for path in sorted(where.glob("*")) if path.suffix in SUFFIXES}
    if not files:
        raise BadLaw(f"{where} holds no legislation files; check DOCKET_LAW_DIR.")
    return files


def digest(files: Mapping[str, bytes]) -> str:
    """The same for the same content under the same names, wherever the folder lies."""
    return digest_of_hashes({name: hashlib.sha256(content).hexdigest() for name, content in files.items()})


def digest_of_hashes(hashes: Mapping[str, str]) -> str:
    """The digest of files of which only the sha256 is known, in hexadecimal digits."""
    total = hashlib.sha256()
    for name in sorted(hashes):
        total.update(f"{hashes[name]}  {name}\n".encode())
    return total.hexdigest()


def load(folder: Path | None = None) -> LoadedLaw:
    """The draft of a folder, or the one that ships with this version; held to every check."""
    files = read_files(folder)
    try:
        law = routing.parse_law(files)
    except (ValueError, msgspec.MsgspecError) as error:
        raise BadLaw(f"The law in {folder or packaged_folder()} is refused: {error}") from error
    return LoadedLaw(law=law, digest=digest(files), files=files)


def of_pack(files: Mapping[str, bytes], expected: str) -> LoadedLaw:
    """
    A pack that was stored and checked before, maybe by an earlier version: it decides with the rules that it knows.

    Raises BadLaw when its bytes are no longer those of its digest.
    """
    if digest(files) != expected:
        raise BadLaw(f"The stored law pack {expected} is no longer what was stored: run `docket verify`, and restore a backup.")
    try:
        law = routing.parse_law(_completed(files), stored=True)
    except (ValueError, msgspec.MsgspecError) as error:
        raise BadLaw(f"The stored law pack {expected} cannot be read by this version: {error}") from error
    return LoadedLaw(law=law, digest=expected, files=files)


def _completed(files: Mapping[str, bytes]) -> Mapping[str, bytes]:
    missing = DESCRIPTIVE - files.keys()
    return files if not missing else {name: (packaged_folder() / name).read_bytes() for name in missing} | dict(files)
