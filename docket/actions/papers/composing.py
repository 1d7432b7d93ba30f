"""Fills a document from what the register knows: when the worker makes it, and again when somebody is to rely on it."""

import asyncio
from datetime import date
from functools import lru_cache

import msgspec

import documents
from docket.deps import Deps
from docket.papers import Known, Wanted, context_of
from docket.store import templates as store
from documents import checking, templates

_CHECKED_KEPT = 64


async def composed(kind: str, about: str | None, typed: str | None, known: Known, template: bytes) -> bytes:
    """Off the event loop; `typed`: canonical JSON of what its maker said. Raises documents.DocumentError."""
    of = documents.kind_of(kind)
    context = context_of(kind, known, Wanted(about=about, typed=msgspec.json.decode(typed or "{}", type=of.typed)))
    return await asyncio.to_thread(documents.render, of, context, template)


async def template_for(kind: str, office: str, day: date, deps: Deps) -> bytes:
    """What the office that holds a file uses that day. Raises TemplateFault where a release asks more of it than it says."""
    own = await store.in_force(deps.pool, office, kind, day)
    if own is None:
        return templates.read(kind)
    faults = await asyncio.to_thread(_faults, kind, own)
    if faults:
        told = f"{documents.kind_of(kind).title_nl}: het sjabloon van dit parket past niet meer bij deze uitgave van het register"
        raise documents.TemplateFault(f"{told}: {faults[0]}. Vraag uw korpschef een verbeterde versie.")
    return own


@lru_cache(maxsize=_CHECKED_KEPT)
def _faults(kind: str, template: bytes) -> tuple[str, ...]:
    return checking.faults(documents.kind_of(kind), template)


async def template_of(kind: str, version: str, deps: Deps) -> bytes | None:
    """The template that a document was made from; None = of before versions were kept, and no longer the one of this release."""
    kept = await store.content(deps.pool, version)
    if kept is not None:
        return kept
    packaged = templates.read(kind)
    return packaged if store.version_of(packaged) == version else None
