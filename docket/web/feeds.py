"""Private addresses by which a calendar program reads hearings: made, renewed and revoked on the page of one's account."""

import secrets
from datetime import datetime, timedelta
from typing import Any, ClassVar

import msgspec
from litestar import Request, Response, get, post
from litestar.params import FromPath

from docket.access import visibility
from docket.calendar_text import Event, calendar
from docket.clock import COURT_ZONE
from docket.draws import code_of
from docket.errors import NotFound
from docket.passwords import secret_hash
from docket.store import hearings
from docket.store.hearings import FeedLine
from docket.tracks import PORT_OFFICE
from docket.web import words
from docket.web.handed import Deps
from docket.web.pages import AskingPage, go, render
from docket.web.submission import Fault
from docket.web.visit import NEEDS, OPEN_TO_ALL, actor_of, posted_of, visit_of

TO_FOLLOW = {NEEDS: "readCase"}
#: Hearings of so long ago stay in the calendar.
KEPT = timedelta(days=60)
TOKEN_BYTES = 32


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
    posted, account, at = posted_of(request), actor_of(request).account_id or 0, deps.clock.now()
    if posted.text("_do") == "revoke":
        async with deps.transaction() as tx:
            await hearings.revoke_feed(tx, account, posted.number("_adres") or 0, at)
        return go("/account/agenda?gedaan=agenda-weg")
    page = await _page(request, deps)
    chamber = posted.text("_kamer")
    if chamber and chamber not in page.chambers:
        fault = Fault(name="_kamer", where="Kamer", detail="Kies een kamer uit de lijst.")
        return render(visit_of(request), msgspec.structs.replace(page, faults=(fault,)), 400)
    token = secrets.token_urlsafe(TOKEN_BYTES)
    async with deps.transaction() as tx:
        await hearings.make_feed(tx, account, int(chamber) if chamber else None, secret_hash(token), at)
    address = str(request.url.with_replacements(path=f"/agenda/{token}/zittingen.ics", query=""))
    return render(visit_of(request), msgspec.structs.replace(await _page(request, deps), address=address))


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
    chambers = [one for one in await hearings.chambers(deps.pool) if actor.court in (None, one.court) and one.closed_at is None]
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
