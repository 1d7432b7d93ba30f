"""Adressen: where an office and its courts are, as their papers name it; heads, registries and administrators keep them."""

from datetime import date
from typing import Any, ClassVar

import msgspec
from litestar import Request, Response, get, post

from docket import addresses, titles
from docket.access import Actor
from docket.actions.papers.keep_address import KeepAddress, keep_address
from docket.actions.seats import seats_of
from docket.addresses import KeptAddress
from docket.clock import court_day
from docket.store import addresses as store
from docket.web import acting, words
from docket.web.acting import Refused
from docket.web.handed import Deps
from docket.web.pages import AskingPage, day, go, moment, render
from docket.web.submission import Fault
from docket.web.time_limits import day_typed
from docket.web.visit import NEEDS, actor_of, posted_of, visit_of

TO_READ, TO_KEEP = {NEEDS: "readAddresses"}, {NEEDS: "keepAddresses"}
_PLACES: acting.Places = {
    "/address": ("_adres", "Adres"),
    "/reason": ("_reden", "Reden"),
}


class SeatRow(msgspec.Struct, frozen=True, kw_only=True):
    title: str
    #: Of today; empty = nobody entered one.
    address: str
    #: What is entered for later days.
    later: str = ""


class AddressesPage(AskingPage, frozen=True, kw_only=True):
    template: ClassVar[str] = "addresses.html"
    path: ClassVar[str] = "/adressen"

    rows: tuple[SeatRow, ...]
    #: The newest first.
    history: tuple[str, ...]
    #: Code -> title of whose address one keeps; empty = one only reads.
    seats: dict[str, str]
    #: Of the form.
    seat: str = ""
    address: str = ""
    from_day: str = ""
    reason: str = ""

    @property
    def title(self) -> str:
        return "Adressen"


EXAMPLES = (
    AddressesPage(
        rows=(
            SeatRow(title="Havenprocureurs bij het parket Antwerpen", address="[straat, nummer, postcode en gemeente]"),
            SeatRow(
                title="Correctionele rechtbank Antwerpen", address="", later="vanaf 01/01/2027: [straat, nummer, postcode en gemeente]"
            ),
        ),
        history=(
            "Havenprocureurs bij het parket Antwerpen, vanaf 26/11/2026: [straat, nummer, postcode en gemeente]; "
            "ingeschreven op 26/11/2026 door gebruiker 9: eerste inschrijving",
        ),
        seats={"antwerpPort": "Havenprocureurs bij het parket Antwerpen"},
        seat="antwerpPort",
        from_day="26/11/2026",
        faults=(Fault(name="_adres", where="Adres", detail="Schrijf het adres zoals het op een brief staat."),),
    ),
    AddressesPage(rows=(), history=(), seats={}),
)


@get("/adressen", opt=TO_READ)
async def show_addresses(request: Request[Any, Any, Any], deps: Deps) -> Response[Any]:
    return render(visit_of(request), await _page(actor_of(request), deps))


@post("/adressen", opt=TO_KEEP)
async def keep(request: Request[Any, Any, Any], deps: Deps) -> Response[Any]:
    posted, actor = posted_of(request), actor_of(request)
    seat, address, reason = posted.text("_plaats"), posted.text("_adres"), posted.text("_reden")
    from_day = day_typed(posted.text("_vanaf"))
    if from_day is None:
        refused = Refused(status=400, faults=(Fault(name="_vanaf", where="Vanaf", detail="Schrijf een dag als 01/01/2027."),))
    else:
        command = KeepAddress(seat=seat, address=address, from_day=from_day, reason=reason)
        done = await acting.attempt(keep_address(command, actor, deps), _PLACES)
        if not isinstance(done, Refused):
            return go("/adressen?gedaan=adres")
        refused = done
    page = msgspec.structs.replace(
        await _page(actor, deps),
        seat=seat,
        address=address,
        from_day=posted.text("_vanaf"),
        reason=reason,
        faults=refused.faults,
    )
    return render(visit_of(request), page, refused.status)


async def _page(actor: Actor, deps: Any) -> AddressesPage:
    today, titled = court_day(deps.clock.now()), words.of_law(deps.law.law)
    mine = {code: titled.seat(code) for code in seats_of(actor, deps.law.law)}
    kept = [one for one in await store.every(deps.pool) if one.seat in mine]
    # Who belongs to no office sees those of all that have one, not a page of gaps.
    shown = mine if actor.office is not None or actor.court is not None else {one.seat: mine[one.seat] for one in kept}
    own = actor.office or actor.court or ""
    return AddressesPage(
        rows=tuple(
            _row(code, title, kept, today) for code, title in sorted(shown.items(), key=lambda seat: (seat[0] != own, seat[1].casefold()))
        ),
        history=tuple(_told(one, mine[one.seat]) for one in reversed(kept)),
        seats=dict(sorted(mine.items(), key=lambda seat: seat[1].casefold())) if actor.may("keepAddresses") else {},
        seat=own,
        from_day=day(today),
    )


def _row(code: str, title: str, kept: list[KeptAddress], today: date) -> SeatRow:
    later = [f"vanaf {day(one.from_day)}: {one.address}" for one in addresses.ahead(kept, code, today)]
    return SeatRow(title=title, address=addresses.on_day(kept, code, today) or "", later="; ".join(later))


def _told(one: KeptAddress, title: str) -> str:
    entered = f"ingeschreven op {moment(one.kept_at)} door {titles.who(one.kept_by)}: {one.reason}"
    return f"{title}, vanaf {day(one.from_day)}: {one.address}; {entered}"
