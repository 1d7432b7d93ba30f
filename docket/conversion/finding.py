"""What this machine has to make PDF with, and how far LibreOffice can be kept off the network."""

import os
import shutil
import subprocess
from functools import lru_cache
from pathlib import Path

import msgspec

from docket.settings import Settings

_PROBE_SECONDS = 30
_SYSTEM_PYTHON = "/usr/bin/python3"
#: Words before the command, the first that works: as root, or as a user who may make a namespace of his own.
_ISOLATED = (("unshare", "--net"), ("unshare", "--user", "--map-current-user", "--net"))


class Tools(msgspec.Struct, frozen=True, kw_only=True):
    soffice: str
    #: A Python that has LibreOffice's module `uno`.
    python: str
    #: Words before the command that give it a network without anybody in it; empty = this machine does not let us.
    isolation: tuple[str, ...]


class NoTools(msgspec.Struct, frozen=True, kw_only=True):
    #: In Dutch: what is absent, and what to install or set.
    reason: str


def find(settings: Settings) -> Tools | NoTools:
    """Looks and tries; some tenths of a second the first time."""
    soffice = _program(settings.soffice, "soffice")
    if soffice is None:
        where = f" ({settings.soffice} bestaat niet of is niet uitvoerbaar)" if settings.soffice else ""
        return NoTools(
            reason=f"LibreOffice staat niet op de machine van de verwerking{where}. De beheerder installeert het pakket "
            "libreoffice-writer-nogui, of noemt het programma in DOCKET_SOFFICE."
        )
    python = _program(settings.soffice_python, _SYSTEM_PYTHON)
    if python is None or not _runs(python, "-I", "-c", "import uno"):
        return NoTools(
            reason="LibreOffice is er, maar zijn koppeling met Python niet. De beheerder installeert het pakket python3-uno, "
            "of noemt in DOCKET_SOFFICE_PYTHON een Python die de module uno heeft."
        )
    isolation = next((words for words in _ISOLATED if _runs(*words, "true")), ())
    return Tools(soffice=soffice, python=python, isolation=isolation)


@lru_cache(maxsize=1)
def arabic_fonts() -> tuple[str, ...]:
    """Families that have Arabic letters, as LibreOffice finds them; empty = names in Arabic are printed as boxes."""
    try:
        command = ("fc-list", "--format", "%{family[0]}\n", ":lang=ar")
        done = subprocess.run(command, stdin=subprocess.DEVNULL, capture_output=True, timeout=_PROBE_SECONDS, check=False)
    except (OSError, subprocess.TimeoutExpired):
        return ()
    return tuple(sorted(set(done.stdout.decode(errors="replace").split("\n")) - {""}))


def environment(folder: Path) -> dict[str, str]:
    """All that LibreOffice is told of this machine: nothing of ours, so no address of a database and no password."""
    return {"PATH": os.defpath, "HOME": str(folder), "TMPDIR": str(folder), "LANG": "C.UTF-8"}


def _program(named: Path | None, otherwise: str) -> str | None:
    return shutil.which(str(named) if named is not None else otherwise)


@lru_cache(maxsize=16)
def _runs(*command: str) -> bool:
    try:
        done = subprocess.run(command, stdin=subprocess.DEVNULL, capture_output=True, timeout=_PROBE_SECONDS, check=False)
    except (OSError, subprocess.TimeoutExpired):
        return False
    return done.returncode == 0
