"""Vandaag: how long each list of the reader is, and the first rows of what expires, of what waits for him and of what nobody took."""

import asyncio
from collections.abc import Sequence
from datetime import date
from functools import partial
from typing import Any, ClassVar, Literal

import msgspec
from litestar import Request, Response, get

from docket.access import Actor, visibility
from docket.clock import court_day
from docket.store import judgments, mails
from docket.store.pool import read
from docket.web.case import TO_READ
from docket.web.handed import Deps
from docket.web.pages import Page, day, render
from docket.web.visit import actor_of, visit_of
from docket.web.work_list import ROW, seen_by
from docket.web.work_rows import READ, WORDS, ListWords, WorkRow, row_of
from docket.work_lists import ListCode, lists_of

#: What cannot wait until somebody looks a list through: what expires, what waits for the reader, what nobody took. Of every other list
#: the page says how long it is.
SHOWN: tuple[ListCode, ...] = ("expiring", "unheld", "limitation", "servicesMissed", "forMe", "toSign", "offered", "notTaken")
#: The first rows of each.
ROWS = 5
#: Connections that read them side by side.
AT_A_TIME = 3
#: Lists that are never done.
ENDLESS = frozenset({"timeLimits", "mine", "files"})

Beside = Literal["extracts", "mailTasks", "mailsFailed"]
#: Counted by queries of their own: one knows when a judgment became final though nobody recorded it, the others are about mails.
BESIDE: dict[Beside, ListWords] = {
    "extracts": ListWords(title="Uittreksels te versturen", address="/uittreksels", empty="Er is geen uittreksel te versturen."),
    "mailTasks": ListWords(title="Mails die terugkwamen", address="/mails/taken", empty="Geen mail kwam terug."),
    "mailsFailed": ListWords(title="Mislukte mails", address="/mails?stand=failed", empty="Geen mail is mislukt."),
}


_WORDS: dict[ListCode | Beside, ListWords] = {**WORDS, **BESIDE}


class Section(msgspec.Struct, frozen=True, kw_only=True):
    code: ListCode | Beside
    count: int
    rows: tuple[WorkRow, ...] = ()

    @property
    def words(self) -> ListWords:
        return _WORDS[self.code]

    @property
    def title(self) -> str:
        return self.words.title

    @property
    def address(self) -> str:
        return self.words.address

    @property
    def empty(self) -> str:
        return self.words.empty


class TodayPage(Page, frozen=True, kw_only=True):
    template: ClassVar[str] = "today.html"
    path: ClassVar[str] = "/vandaag"

    day: str
    #: Every list of the reader, in their order.
    lists: tuple[Section, ...]

    @property
    def waiting(self) -> tuple[Section, ...]:
        """In the order of `SHOWN`."""
        rows = {one.code: one for one in self.lists if one.rows}
        return tuple(rows[code] for code in SHOWN if code in rows)

    @property
    def quiet(self) -> tuple[Section, ...]:
        return tuple(one for one in self.lists if not one.count and one.code not in ENDLESS)

    @property
    def busy(self) -> bool:
        """Whether anything is to be done at all, now or later."""
        return any(one.count and one.code not in ENDLESS for one in self.lists)

    @property
    def title(self) -> str:
        return f"Vandaag, {self.day}"


@get("/vandaag", opt=TO_READ)
async def show_today(request: Request[Any, Any, Any], deps: Deps) -> Response[Any]:
    actor, visit, today = actor_of(request), visit_of(request), court_day(deps.clock.now())
    seen, lists = seen_by(actor, deps), lists_of(actor)
    waiting = [one.code for one in lists if visit.counts.get(one.code) and one.code in SHOWN]
    found: dict[ListCode, tuple[WorkRow, ...]] = {}

    async def look(codes: Sequence[ListCode], connection: Any) -> None:
        for code in codes:
            page = await READ[code](connection, actor, today, None, ROWS)
            found[code] = tuple(row_of(item, seen) for item in page.items)

    parts = [waiting[at::AT_A_TIME] for at in range(min(AT_A_TIME, len(waiting)))]
    await asyncio.gather(*(read(deps.pool, partial(look, part)) for part in parts))
    sections = [Section(code=one.code, count=visit.counts.get(one.code, 0), rows=found.get(one.code, ())) for one in lists]
    sections += [Section(code=code, count=count) for code, count in (await read(deps.pool, partial(_beside, actor, today))).items()]
    return render(visit, TodayPage(day=day(today), lists=tuple(sections)))


async def _beside(actor: Actor, today: date, connection: Any) -> dict[Beside, int]:
    """How long the lists are that are no list of files."""
    seen, counts = visibility(actor), dict[Beside, int]()
    if actor.may("sendExtract"):
        _, counts["extracts"] = await judgments.extracts_to_send(connection, seen, today, 1)
    if actor.may("resendMail"):
        left = await mails.left_to_do(connection, seen)
        counts |= {"mailTasks": left.came_back, "mailsFailed": left.failed}
    return counts


EXAMPLES = (
    TodayPage(
        day="24/11/2026",
        lists=(
            Section(code="expiring", count=7, rows=(ROW,)),
            Section(code="toConfirm", count=3),
            Section(code="unheld", count=0),
            Section(code="files", count=120),
            Section(code="extracts", count=2),
            Section(code="mailTasks", count=1),
            Section(code="mailsFailed", count=0),
        ),
    ),
    TodayPage(day="24/11/2026", lists=(Section(code="expiring", count=0), Section(code="untold", count=2))),
    TodayPage(day="24/11/2026", lists=(Section(code="expiring", count=0), Section(code="files", count=0))),
)
