"""Zittingsrol: the hearings of one chamber on one day, on the screen and on paper."""

from datetime import date, datetime
from typing import Any, ClassVar

import msgspec
from litestar import Request, Response, get

from docket import report_words
from docket.access import Actor, visibility
from docket.actions.papers import rolls
from docket.clock import COURT_ZONE, court_day
from docket.contacts import DETAINED
from docket.deps import Deps as Bundle
from docket.errors import NotFound
from docket.hearings import Chamber
from docket.store import hearings
from docket.store.hearings import RollLine
from docket.web import words
from docket.web.case import TO_READ
from docket.web.contacts import day_of
from docket.web.handed import Deps
from docket.web.make_document import WORD
from docket.web.pages import Page, render
from docket.web.visit import actor_of, visit_of


class RollRow(msgspec.Struct, frozen=True, kw_only=True):
    starts_at: datetime
    #: None = taken by a file that the reader does not read.
    case_number: str | None
    suspects: tuple[str, ...] = ()
    counsel: tuple[str, ...] = ()
    detained: bool = False


class RollPage(Page, frozen=True, kw_only=True):
    template: ClassVar[str] = "roll.html"
    path: ClassVar[str] = "/zittingsrol"

    day: date
    #: Id -> name with its court.
    chambers: dict[str, str]
    chamber_id: str = ""
    kind: str = ""
    rows: tuple[RollRow, ...] = ()
    #: Of the sitting; None = it does not sit, or nothing is set.
    capacity: int | None = None

    @property
    def title(self) -> str:
        return f"Zittingsrol van {self.day:%d/%m/%Y}"


@get("/zittingsrol/rol.docx", opt=TO_READ)
async def download_roll(request: Request[Any, Any, Any], deps: Deps) -> Response[bytes]:
    """The rows of the screen in the template of the reader's office or registry, not kept; who is or may be a minor has no name on it."""
    actor = actor_of(request)
    day = day_of(request.query_params.get("dag", "")) or court_day(deps.clock.now())
    chamber = request.query_params.get("kamer", "")
    if not chamber.isdecimal():
        raise NotFound
    made = await rolls.roll_of(int(chamber), day, actor, deps)
    headers = {"content-disposition": f'attachment; filename="{made.name}"'}
    return Response(made.content, media_type=WORD, headers=headers)


@get("/zittingsrol", opt=TO_READ)
async def show_roll(request: Request[Any, Any, Any], deps: Deps) -> Response[Any]:
    actor, today = actor_of(request), court_day(deps.clock.now())
    day = day_of(request.query_params.get("dag", "")) or today
    titles = words.of_law(deps.law.law)
    chambers = await _chambers(actor, deps)
    wanted = request.query_params.get("kamer", "") or next(iter(chambers), "")
    chamber = chambers.get(wanted)
    page = RollPage(day=day, chambers={key: f"{titles.seat(one.court)}, kamer {one.name}" for key, one in chambers.items()})
    if chamber is not None:
        lines = await hearings.roll(deps.pool, chamber.id, day, visibility(actor))
        page = msgspec.structs.replace(
            page,
            chamber_id=wanted,
            kind=words.title(words.HEARING_KINDS, chamber.kind),
            rows=tuple(_row(line) for line in lines),
            capacity=await rolls.capacity_of(chamber, day, deps),
        )
    return render(visit_of(request), page)


async def _chambers(actor: Actor, deps: Bundle) -> dict[str, Chamber]:
    return {str(one.id): one for one in await rolls.chambers(actor, deps)}


def _row(line: RollLine) -> RollRow:
    names = []
    for one in line.suspects:
        more = f" ({one.person.count})" if (one.person.count or 1) > 1 else ""
        names.append(report_words.full_name(one.person) or f"naam onbekend{more}")
    return RollRow(
        starts_at=line.starts_at,
        case_number=line.case_number,
        suspects=tuple(names),
        counsel=line.counsel,
        detained=any(one.person.custody in DETAINED for one in line.suspects),
    )


EXAMPLES = (
    RollPage(
        day=date(2026, 12, 7),
        chambers={"1": "Correctionele rechtbank Antwerpen, kamer AC1"},
        chamber_id="1",
        kind="Correctionele kamer",
        rows=(
            RollRow(
                starts_at=datetime(2026, 12, 7, 9, tzinfo=COURT_ZONE),
                case_number="HAV-2026-000001",
                suspects=("naam onbekend",),
                counsel=("Mr. Aa",),
                detained=True,
            ),
            RollRow(starts_at=datetime(2026, 12, 7, 9, tzinfo=COURT_ZONE), case_number=None),
        ),
        capacity=8,
    ),
)
