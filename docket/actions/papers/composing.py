"""Fills a document from what the register knows: when the worker makes it, and again when somebody is to rely on it."""

import asyncio
from datetime import date
from functools import lru_cache

import msgspec

import documents
from docket import papers
from docket.deps import Deps
from docket.errors import BadInput, FactsMissing, Issue, StateForbids
from docket.papers import Known, Paper, Wanted, context_of
from docket.store import templates as store
from documents import checking, templates

_CHECKED_KEPT = 64
_ABOUT = {
    "suspect": "Kies een verdachte van dit dossier die voor een enkele persoon staat; splits een ingave voor meerdere personen eerst.",
    "injured": "Kies een benadeelde of burgerlijke partij van dit dossier.",
}


async def composed(kind: str, about: str | None, typed: str | None, known: Known, template: bytes) -> bytes:
    """Off the event loop; `typed`: canonical JSON of what its maker said. Raises documents.DocumentError."""
    context = context_of(kind, known, wanted_again(kind, about, typed))
    return await asyncio.to_thread(documents.render, documents.kind_of(kind), context, template)


def wanted_again(kind: str, about: str | None, typed: str | None) -> Wanted:
    """As it was asked; `typed`: canonical JSON of what its maker said."""
    return Wanted(about=about, typed=msgspec.json.decode(typed or "{}", type=documents.kind_of(kind).typed))


def require(paper: Paper, known: Known, wanted: Wanted) -> None:
    """Raises StateForbids where the document does not exist in law, BadInput on its person, FactsMissing with all that is unknown."""
    title = documents.kind_of(paper.kind).title_nl
    refused = papers.refusal(paper, known)
    if refused is not None:
        raise StateForbids(f"{title}: {refused}")
    if paper.about == "file" and wanted.about is not None:
        detail = "Dit document gaat over het hele dossier, niet over een persoon; laat dit leeg."
        raise BadInput(issues=(Issue(type="invalidInput", name="/about", detail=detail, value=wanted.about),))
    if paper.about != "file" and wanted.about not in papers.persons_of(paper, known.case):
        raise BadInput(issues=(Issue(type="referencedResourceNotFound", name="/about", detail=_ABOUT[paper.about], value=wanted.about),))
    missing = papers.missing_of(paper, known, wanted)
    if missing:
        issues = tuple(Issue(type="factMissing", name=one.link, detail=f"Ontbreekt: {one.what}") for one in missing)
        raise FactsMissing(f"{title}: vul eerst aan wat ontbreekt.", issues=issues)


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
