"""What whoever keeps templates of an office shares: whose they are, their bytes, the example by one of them, which is used when."""

import asyncio
from collections.abc import Sequence
from datetime import date

import documents
from docket.access import Actor
from docket.deps import Deps
from docket.errors import NotFound, StateForbids
from docket.store import templates as store
from docket.store.templates import Choice
from documents import templates

#: In addresses and forms: the template that comes with the release.
RELEASE = 0


def office_of(office: str, by: Actor, deps: Deps) -> str:
    """The office or registry whose templates he keeps: a head those of his office, an administrator those of all. Raises NotFound."""
    by.require("keepTemplates")
    known = office in deps.law.law.offices or office in deps.law.law.courts
    if not known or (by.office is not None and by.office != office):
        raise NotFound("Dit parket of deze griffie is er niet, of u houdt er de sjablonen niet van bij.")
    return office


def kind_of(code: str) -> documents.DocumentKind:
    """Raises NotFound."""
    try:
        return documents.kind_of(code)
    except LookupError:
        raise NotFound("Er is geen document van deze soort.") from None


async def content_of(office: str, kind: documents.DocumentKind, template_id: int, deps: Deps) -> bytes:
    """Of an office that was asked for through `office_of`. Raises NotFound."""
    if template_id == RELEASE:
        return templates.read(kind.code)
    content = await store.uploaded_content(deps.pool, office, kind.code, template_id)
    if content is None:
        raise NotFound("Dit parket heeft geen sjabloon met dit nummer.")
    return content


async def example_of(kind: documents.DocumentKind, content: bytes) -> bytes:
    """The example of the kind by this template; about no file. Raises StateForbids."""
    try:
        return await asyncio.to_thread(documents.render, kind, kind.example, content)
    except documents.DocumentError as error:
        raise StateForbids(f"Dit sjabloon past niet meer bij deze uitgave van het register: {error}") from error


def used(chosen: Sequence[Choice], day: date) -> int | None:
    """Number of the template that is used that day; None = that of the release."""
    return next((choice.template_id for choice in chosen if choice.from_day <= day), None)


def ahead(chosen: Sequence[Choice], day: date) -> list[Choice]:
    """Of later days, the choice that holds on each; the next one first."""
    by_day: dict[date, Choice] = {}
    for choice in reversed(chosen):
        if choice.from_day > day:
            by_day[choice.from_day] = choice
    return [by_day[on] for on in sorted(by_day)]
