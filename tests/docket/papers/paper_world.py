"""Papers of a file in the register, as tests of their rules ask for them."""

from typing import Any

import documents
from docket import papers
from docket.access import Actor
from docket.actions.papers import knowing, make_document
from docket.deps import Deps
from docket.papers import Known, Paper, Wanted
from documents import templates
from tests.builders import a_prosecutor
from tests.documents import reading


async def known(deps: Deps, number: str, kind: str, by: Actor | None = None) -> Known:
    return await knowing.known(number, papers.paper_of(kind).action, by or a_prosecutor(), deps)


def wanted(kind: str, about: str | None = None, **typed: Any) -> Wanted:
    """`typed`: by JSON name, as the form and the API give it."""
    return make_document.wanted_of(papers.paper_of(kind), about, typed)


def refusal(known: Known, kind: str) -> str:
    """Why it does not exist; empty = it does."""
    return papers.refusal(papers.paper_of(kind), known) or ""


def lacking(known: Known, kind: str, about: str | None = None, **typed: Any) -> dict[str, str]:
    """Link of each missing fact -> what it is."""
    paper: Paper = papers.paper_of(kind)
    return {one.link: one.what for one in papers.missing_of(paper, known, wanted(kind, about, **typed))}


def printed(known: Known, kind: str, about: str | None = None, **typed: Any) -> str:
    context = papers.context_of(kind, known, wanted(kind, about, **typed))
    return reading.words_of(documents.render(documents.kind_of(kind), context, templates.read(kind)))
