"""Private addresses by which a calendar program reads hearings: made, renewed and revoked on the page of one's account."""

from datetime import datetime, timedelta
from typing import Any, ClassVar

import msgspec
from litestar import Request, Response, get, post
from litestar.params import FromPath

from docket.access import visibility
from docket.actions.hearings.follow_hearings import FollowHearings, StopFollowing, chambers_to_follow, follow_hearings, stop_following
from docket.calendar_text import Event, calendar
from docket.clock import COURT_ZONE
from docket.draws import code_of
from docket.errors import NotFound
from docket.passwords import secret_hash
from docket.store import hearings
from docket.store.hearings import FeedLine
from docket.tracks import PORT_OFFICE
from docket.web import acting, words
from docket.web.acting import Refused
from docket.web.handed import Deps
from docket.web.pages import AskingPage, go, render
from docket.web.visit import NEEDS, OPEN_TO_ALL, actor_of, posted_of, visit_of

TO_FOLLOW = {NEEDS: "readCase"}
#: Hearings of so long ago stay in the calendar.
KEPT = timedelta(days=60)


class FeedsPage(AskingPage, frozen=True, kw_only=True):
    template: ClassVar[str] = "feeds.html"
    path: ClassVar[str] = "/account"

    feeds: tuple[FeedLine, ...]
    #: Id -> name with its court.
    chambers: dict[str, str]
    #: The address that was just made; shown once.
    address: str = ""

    @property
    def title(self) -> str:
        return "Zittingen in uw agenda"


@get("/account/agenda", opt=TO_FOLLOW)
async def show_feeds(request: Request[Any, Any, Any], deps: Deps) -> Response[Any]:
    return render(visit_of(request), await _page(request, deps))


@post("/account/agenda", opt=TO_FOLLOW)
async def change_feeds(request: Request[Any, Any, Any], deps: Deps) -> Response[Any]:
    posted, actor = posted_of(request), actor_of(request)
    if posted.text("_do") == "revoke":
        await stop_following(StopFollowing(feed_id=posted.number("_adres") or 0), actor, deps)
        return go("/account/agenda?gedaan=agenda-weg")
    chamber = posted.text("_kamer")
    command = FollowHearings(chamber_id=(posted.number("_kamer") or 0) if chamber else None)
    done = await acting.attempt(follow_hearings(command, actor, deps), {"/chamber": ("_kamer", "Kamer")})
    page = await _page(request, deps)
    if isinstance(done, Refused):
        return render(visit_of(request), msgspec.structs.replace(page, faults=done.faults), done.status)
    address = str(request.url.with_replacements(path=f"/agenda/{done}/zittingen.ics", query=""))
    return render(visit_of(request), msgspec.structs.replace(page, address=address))


@get("/agenda/{token:str}/zittingen.ics", opt=OPEN_TO_ALL)
async def read_feed(deps: Deps, token: FromPath[str]) -> Response[bytes]:
    """Whoever has the address reads what its account may read at that moment."""
    found = await hearings.feed(deps.pool, secret_hash(token))
    if found is None or not found[0].may("readCase"):
        raise NotFound
    actor, chamber = found
    mine = chamber is None and actor.office == PORT_OFFICE and "prosecutor" in actor.roles
    since = deps.clock.now() - KEPT
    lines = await hearings.calendar(deps.pool, visibility(actor), since=since, chamber_id=chamber, mine=mine)
    titles = words.of_law(deps.law.law)
    events = [
        Event(
            uid=line.uid,
            sequence=line.sequence,
            state=line.state,
            starts_at=line.starts_at,
            changed_at=line.changed_at,
            case_number=line.case_number,
            prosecutor=code_of(line.prosecutor) if line.prosecutor else None,
            court=titles.seat(line.court),
            chamber=line.chamber,
            kind=words.title(words.HEARING_KINDS, line.kind).lower(),
        )
        for line in lines
    ]
    headers = {"Cache-Control": "private, no-store", "Referrer-Policy": "no-referrer"}
    return Response(calendar("Zittingen", events), media_type="text/calendar; charset=utf-8", headers=headers)


async def _page(request: Request[Any, Any, Any], deps: Any) -> FeedsPage:
    actor, titles = actor_of(request), words.of_law(deps.law.law)
    chambers = await chambers_to_follow(actor, deps)
    return FeedsPage(
        feeds=await hearings.feeds(deps.pool, actor.account_id or 0),
        chambers={str(one.id): f"{titles.seat(one.court)}, kamer {one.name}" for one in chambers},
    )


EXAMPLES = (
    FeedsPage(
        feeds=(FeedLine(id=1, chamber_id=None, made_at=datetime(2026, 11, 24, 10, tzinfo=COURT_ZONE), court=None, chamber=None),),
        chambers={"1": "Correctionele rechtbank Antwerpen, kamer AC1"},
        address="https://havendossier.example.org/agenda/voorbeeld/zittingen.ics",
    ),
)
