"""What the auditor reads of the draws: seeds, every assignment by function code, and the list to make them again with."""

from collections.abc import AsyncIterator
from datetime import datetime
from typing import Any, ClassVar

import msgspec
from litestar import Request, Response, get
from litestar.params import FromQuery
from litestar.response import Stream

from docket import draws
from docket.draws import AssignmentKind, Checked, DrawRecord
from docket.errors import BadInput, Issue
from docket.store import assignments as store
from docket.web.handed import Deps
from docket.web.pages import Page, render
from docket.web.roster import SeedRow, seed_row
from docket.web.visit import NEEDS, visit_of

TO_CHECK = {NEEDS: "readDraws"}
PAGE_ROWS = 100


class DrawRow(msgspec.Struct, frozen=True, kw_only=True):
    case_number: str
    seq: int
    kind: AssignmentKind
    #: A function code.
    prosecutor: str
    assigned_at: datetime
    #: Seed and number of the draw.
    drawn: str
    checked: Checked


class DrawsPage(Page, frozen=True, kw_only=True):
    template: ClassVar[str] = "draws.html"
    path: ClassVar[str] = "/toezicht/lotingen"

    rows: tuple[DrawRow, ...]
    seeds: tuple[SeedRow, ...] = ()
    next_href: str = ""

    @property
    def title(self) -> str:
        return "Lotingen"


EXAMPLES = (
    DrawsPage(rows=()),
    DrawsPage(
        rows=(
            DrawRow(
                case_number="HAV-2026-000001",
                seq=1,
                kind="draw",
                prosecutor="user:23",
                assigned_at=datetime.fromisoformat("2026-11-24T09:30:00+00:00"),
                drawn="zaad 1, trekking 1",
                checked=Checked(case_number="HAV-2026-000001", seq=1, verdict="wrong", findings=("zaad 1 is er niet",)),
            ),
        ),
        next_href="/toezicht/lotingen?na=1-1",
    ),
)


@get("/toezicht/lotingen", opt=TO_CHECK)
async def list_draws(request: Request[Any, Any, Any], deps: Deps, na: FromQuery[str] = "") -> Response[Any]:
    found, more = await store.draws_page(deps.pool, _after(na), PAGE_ROWS)
    lines = await store.seeds(deps.pool)
    page = DrawsPage(
        rows=tuple(_row(record) for record in found),
        seeds=tuple(seed_row(line, lines[-1].seq) for line in reversed(lines)),
        next_href=f"/toezicht/lotingen?na={more[0]}-{more[1]}" if more else "",
    )
    return render(visit_of(request), page)


@get("/toezicht/lotingen.csv", opt=TO_CHECK)
async def download_draws(request: Request[Any, Any, Any], deps: Deps) -> Stream:
    async def lines() -> AsyncIterator[str]:
        yield draws.HEADING
        async for record in store.draws(deps.pool):
            yield draws.row(record)

    headers = {"Content-Disposition": 'attachment; filename="lotingen.csv"', "Cache-Control": "no-store"}
    return Stream(lines(), media_type="text/csv", headers=headers)


def _row(record: DrawRecord) -> DrawRow:
    return DrawRow(
        case_number=record.case_number,
        seq=record.seq,
        kind=record.kind,
        prosecutor=record.prosecutor or "",
        assigned_at=record.assigned_at,
        drawn=f"zaad {record.seed_seq}, trekking {record.draw_number}" if record.draw_number else "",
        checked=draws.checked(record),
    )


def _after(text: str) -> tuple[int, int]:
    case_id, _, seq = text.partition("-")
    if not text:
        return 0, 0
    if not (text.isascii() and case_id.isdecimal() and seq.isdecimal() and len(case_id) < 18 and len(seq) < 10):
        detail = "Dit is geen vervolgplaats; begin bij de eerste pagina."
        raise BadInput(issues=(Issue(type="invalidInput", place="query", name="na", detail=detail),))
    return int(case_id), int(seq)
