"""The files that a draft of the law moves or leaves, as lists to download: CSV for a spreadsheet, JSON for a program."""

import csv
import io
from collections.abc import AsyncIterator, Iterable
from typing import Any

import msgspec

from docket import titles
from docket.access import Visibility
from docket.simulation import NONE, Route
from docket.store import simulations
from docket.store.simulations import ListedFile
from routing import Law

#: Rows that are read at a time: memory is that of one page, however long the list.
PAGE = 500
WHAT = {
    "outcome": "uitkomst",
    "scope": "aard van het dossier",
    "area": "havengebied",
    "office": "parket",
    "court": "rechtbank",
    "tracks": "sporen",
    "choice": "beslissing van een magistraat vervalt",
}
STAYS = {
    "referred": "een spoor is al verwezen naar zijn rechtbank",
    "seised": "de rechtbank was al geadieerd voor het dossier binnenkwam",
    "groundsOnly": "alleen de gronden wijzigen",
}
HEADINGS = (
    "Dossier",
    "Jaar van ontvangst",
    "Verhuist",
    "Blijft omdat",
    "Wat wijzigt",
    "Van parket",
    "Naar parket",
    "Van rechtbank",
    "Naar rechtbank",
    "Van gebied",
    "Naar gebied",
    "Van aard",
    "Naar aard",
)
#: A spreadsheet takes what begins so for a formula.
_FORMULA = ("=", "+", "-", "@", "\t", "\r")


async def pages(source: Any, simulation_id: int, seen: Visibility | None) -> AsyncIterator[tuple[ListedFile, ...]]:
    """First the files that move, then those that stay; `seen` None: all of them together, for the command line."""
    for staying in (False,) if seen is None else (False, True):
        after = 0
        while found := await simulations.listed(source, simulation_id, seen, staying=staying, after=after, limit=PAGE):
            yield found
            after = found[-1].case_id


async def as_csv(listed: AsyncIterator[tuple[ListedFile, ...]], law: Law) -> AsyncIterator[bytes]:
    """UTF-8 with the mark by which spreadsheets know it, semicolons between cells as they expect here."""
    yield b"\xef\xbb\xbf" + _lines([HEADINGS])
    async for page in listed:
        yield _lines(_cells(one, law) for one in page)


async def as_json(listed: AsyncIterator[tuple[ListedFile, ...]]) -> AsyncIterator[bytes]:
    """One array with codes, not titles."""
    yield b"["
    between = b""
    async for page in listed:
        yield between + b",\n".join(msgspec.json.encode(_without_id(one)) for one in page)
        between = b",\n"
    yield b"]\n"


def safe(text: str) -> str:
    """A cell that no spreadsheet takes for a formula."""
    return f"'{text}" if text.startswith(_FORMULA) else text


def title(code: str | None, law: Law, none: str = "geen") -> str:
    return none if code in (None, NONE) else law.title(code) or code or none


def _without_id(one: ListedFile) -> dict[str, Any]:
    return {name: value for name, value in msgspec.to_builtins(one).items() if name != "caseId"}


def _lines(rows: Iterable[Iterable[str]]) -> bytes:
    made = io.StringIO()
    csv.writer(made, delimiter=";", lineterminator="\r\n").writerows([safe(cell) for cell in row] for row in rows)
    return made.getvalue().encode()


def _cells(one: ListedFile, law: Law) -> tuple[str, ...]:
    sides = (one.before, one.after)
    return (
        one.case_number,
        str(one.year),
        "nee" if one.stays else "ja",
        STAYS.get(one.stays or "", ""),
        ", ".join(WHAT[what] for what in one.what),
        *(_named(route.offices, law) for route in sides),
        *(_named(route.courts, law) for route in sides),
        *(_area(route, law) for route in sides),
        *(titles.SCOPES[route.scope] for route in sides),
    )


def _named(codes: Iterable[str], law: Law) -> str:
    return ", ".join(title(code, law) for code in codes)


def _area(route: Route, law: Law) -> str:
    return "geen havengebied" if route.port_area == "none" else title(route.port_area, law, "niet gekend")
