"""What the small forms on a file share: try the action, and bring a refusal back to the form with what was typed."""

from collections.abc import Awaitable, Mapping
from typing import TypeVar

import msgspec

from docket.errors import BadInput, DocketError, Stale, StateForbids
from docket.web.submission import Fault
from docket.web.visit import Posted

T = TypeVar("T")

#: Where the fields of an action stand on its form: pointer -> name and label.
Places = Mapping[str, tuple[str, str]]
REASON: Places = {"/reason": ("_reden", "Reden")}
_NO_REASON = Fault(name="_reden", where="Reden", detail="Geef een reden; ze komt in het register te staan.")


class Refused(msgspec.Struct, frozen=True, kw_only=True):
    status: int
    faults: tuple[Fault, ...] = ()
    #: What changed on the file since the page was opened; empty = nothing.
    stale: str = ""


#: Of a form: name of a field -> where it stands and what to do when it was left empty, in words.
Wanted = Mapping[str, tuple[str, str]]
GIVE_REASON: Wanted = {"_reden": ("Reden", _NO_REASON.detail)}


def unfilled(posted: Posted, wanted: Wanted) -> tuple[Fault, ...]:
    """Every field that was left empty, at once; the actions name them one group after the other, and in codes."""
    return tuple(Fault(name=name, where=where, detail=detail) for name, (where, detail) in wanted.items() if not posted.text(name).strip())


def without_reason(reason: str) -> Refused | None:
    return None if reason.strip() else Refused(status=400, faults=(_NO_REASON,))


async def attempt(work: Awaitable[T], places: Places = REASON) -> T | Refused:
    try:
        return await work
    except Stale as refusal:
        return Refused(status=refusal.status, stale=refusal.detail)
    except (BadInput, StateForbids) as refusal:
        return Refused(status=refusal.status, faults=faults_of(refusal, places))


def faults_of(refusal: DocketError, places: Places) -> tuple[Fault, ...]:
    faults = []
    for issue in refusal.issues:
        name, label = next((place for pointer, place in places.items() if issue.name.startswith(pointer)), ("", ""))
        faults.append(Fault(name=name, where=label, detail=issue.detail))
    return tuple(faults) or (Fault(name="", where="", detail=refusal.detail),)
