"""Wacht: who is on duty now and this week, where nobody is, and where each of them is mailed."""

from collections.abc import Mapping
from datetime import date, datetime, timedelta
from typing import Any, ClassVar, get_args

import msgspec
from litestar import Request, Response, get, post
from litestar.params import FromQuery

from docket import duty
from docket.access import Actor
from docket.actions.duty.keep_duty_roster import KeepDutyRoster, keep_duty_roster
from docket.actions.duty.set_duty_address import SetDutyAddress, set_duty_address
from docket.actions.duty.withdraw_shift import WithdrawShift, withdraw_shift
from docket.clock import court_day
from docket.duty import DutyRole, Shift
from docket.store import duty as store
from docket.store.duty import Colleague, ShiftLine
from docket.web import acting, words
from docket.web.acting import Refused
from docket.web.handed import Deps
from docket.web.pages import AskingPage, go, render
from docket.web.submission import Fault
from docket.web.time_limits import day_typed
from docket.web.visit import NEEDS, Posted, actor_of, posted_of, visit_of

TO_READ_DUTY = {NEEDS: "readDuty"}
TO_KEEP_DUTY = {NEEDS: "keepDutyRoster"}
_PLACES: acting.Places = {
    "/accountId": ("_wie", "Wie"),
    "/last": ("_tot", "Laatste dag"),
    "/shift": ("_dienst", "Dienst"),
    "/address": ("_adres", "Mailadres"),
}


class NowLine(msgspec.Struct, frozen=True, kw_only=True):
    """One duty at this moment."""

    duty: str
    #: Empty = unfilled.
    names: tuple[str, ...]
    until: datetime | None
    #: Somebody of them has no address.
    unreachable: bool


class WeekLine(msgspec.Struct, frozen=True, kw_only=True):
    """A shift, or a gap without id and name."""

    id: int
    duty: str
    name: str
    from_at: datetime
    until_at: datetime
    #: The head may still take it off.
    ahead: bool

    @property
    def gap(self) -> bool:
        return not self.id


class AddressLine(msgspec.Struct, frozen=True, kw_only=True):
    account_id: int
    name: str
    functions: str
    #: Empty = none.
    address: str
    #: The reader may change it.
    mine: bool


class DutyRosterPage(AskingPage, frozen=True, kw_only=True):
    template: ClassVar[str] = "duty_roster.html"
    path: ClassVar[str] = "/wacht"

    now: tuple[NowLine, ...]
    #: To whom an unfilled duty falls.
    heads: tuple[str, ...]
    monday: date
    week: tuple[WeekLine, ...]
    addresses: tuple[AddressLine, ...]
    keeps: bool
    #: Account -> name of who can be on duty.
    people: Mapping[str, str]
    today: date
    #: What was typed in a form that was refused.
    typed: Mapping[str, str] = msgspec.field(default_factory=dict)

    @property
    def title(self) -> str:
        return "Wacht"

    @property
    def before(self) -> date:
        return self.monday - timedelta(days=7)

    @property
    def after(self) -> date:
        return self.monday + timedelta(days=7)

    @property
    def gaps(self) -> int:
        """Those that can still be filled."""
        return sum(1 for line in self.week if line.gap and line.ahead)


_AT = datetime.fromisoformat("2026-11-24T07:00:00+00:00")
EXAMPLES = (
    DutyRosterPage(
        now=(
            NowLine(duty="Medewerker van wacht", names=("Medewerker A",), until=_AT, unreachable=True),
            NowLine(duty="Procureur van wacht", names=(), until=None, unreachable=False),
        ),
        heads=("Korpschef A",),
        monday=date(2026, 11, 23),
        week=(
            WeekLine(id=1, duty="Medewerker van wacht", name="Medewerker A", from_at=_AT, until_at=_AT, ahead=True),
            WeekLine(id=0, duty="Procureur van wacht", name="", from_at=_AT, until_at=_AT, ahead=True),
        ),
        addresses=(
            AddressLine(account_id=1, name="Medewerker A", functions="Parketmedewerker", address="", mine=True),
            AddressLine(account_id=2, name="Korpschef A", functions="Korpschef", address="wacht@politie.example.org", mine=False),
        ),
        keeps=True,
        people={"1": "Medewerker A"},
        today=date(2026, 11, 24),
        faults=(Fault(name="_tot", where="Laatste dag", detail="De laatste dag ligt niet voor de eerste."),),
    ),
    DutyRosterPage(now=(), heads=(), monday=date(2026, 11, 23), week=(), addresses=(), keeps=False, people={}, today=date(2026, 11, 24)),
)


@get("/wacht", opt=TO_READ_DUTY)
async def show_duty(request: Request[Any, Any, Any], deps: Deps, week: FromQuery[str] = "") -> Response[Any]:
    return render(visit_of(request), await _page(actor_of(request), deps, week))


@post("/wacht/rooster", opt=TO_KEEP_DUTY)
async def change_duty(request: Request[Any, Any, Any], deps: Deps) -> Response[Any]:
    posted, actor = posted_of(request), actor_of(request)
    role, shift = posted.text("_wacht"), posted.text("_dienst")
    first, last = _day(posted.text("_van")), _day(posted.text("_tot"))
    faults = [
        Fault(name=name, where=where, detail="Schrijf de dag als 26/11/2026.")
        for name, where, day in (("_van", "Eerste dag", first), ("_tot", "Laatste dag", last))
        if day is None
    ]
    if role not in get_args(DutyRole):
        faults.append(Fault(name="_wacht", where="Wacht", detail="Kies een wacht uit de lijst."))
    if shift not in get_args(Shift):
        faults.append(Fault(name="_dienst", where="Dienst", detail="Kies een dienst uit de lijst."))
    if faults or first is None or last is None:
        return await _refused(request, deps, posted, Refused(status=400, faults=tuple(faults)))
    command = msgspec.convert(
        {"role": role, "account_id": posted.number("_wie") or 0, "shift": shift, "first": first, "last": last}, KeepDutyRoster
    )
    done = await acting.attempt(keep_duty_roster(command, actor, deps), _PLACES)
    if isinstance(done, Refused):
        return await _refused(request, deps, posted, done)
    return go(f"/wacht?week={first}&gedaan=wacht")


@post("/wacht/intrekken", opt=TO_KEEP_DUTY)
async def take_off(request: Request[Any, Any, Any], deps: Deps) -> Response[Any]:
    posted = posted_of(request)
    await withdraw_shift(WithdrawShift(shift_id=posted.number("_id") or 0), actor_of(request), deps)
    week = _day(posted.text("_week"))
    return go(f"/wacht?{f'week={week}&' if week else ''}gedaan=wacht")


@post("/wacht/adres", opt=TO_READ_DUTY)
async def keep_address(request: Request[Any, Any, Any], deps: Deps) -> Response[Any]:
    posted, actor = posted_of(request), actor_of(request)
    command = SetDutyAddress(account_id=posted.number("_wie") or 0, address=posted.text("_adres").strip() or None)
    done = await acting.attempt(set_duty_address(command, actor, deps), _PLACES)
    if isinstance(done, Refused):
        return await _refused(request, deps, posted, done)
    return go("/wacht?gedaan=wacht-adres")


async def _refused(request: Request[Any, Any, Any], deps: Deps, posted: Posted, refused: Refused) -> Response[Any]:
    page = await _page(actor_of(request), deps, posted.text("_week"))
    typed = {name: value for name, value in posted.pairs if name != "_csrf"}
    return render(visit_of(request), msgspec.structs.replace(page, faults=refused.faults, typed=typed), refused.status)


async def _page(actor: Actor, deps: Deps, week: str) -> DutyRosterPage:
    now, office, keeps = deps.clock.now(), actor.office or "", actor.may("keepDutyRoster")
    today = court_day(now)
    chosen = _day(week) or today
    within = duty.week_of(chosen)
    staff = await store.staff(deps.pool, office)
    moment = duty.Stretch(from_at=now, until_at=now + timedelta(seconds=1))
    on_duty = [line for line in await store.roster(deps.pool, office, moment) if line.from_at <= now < line.until_at]
    lines = await store.roster(deps.pool, office, within)
    return DutyRosterPage(
        now=tuple(_now(role, [line for line in on_duty if line.role == role]) for role in get_args(DutyRole)),
        heads=tuple(one.name for one in staff if "headOfOffice" in one.roles),
        monday=court_day(within.from_at),
        week=tuple(week_lines(lines, within, now)),
        addresses=tuple(_address(one, actor, keeps) for one in staff if keeps or one.id == actor.account_id),
        keeps=keeps,
        people={str(one.id): one.name for one in staff if {"clerk", "prosecutor"} & set(one.roles)},
        today=today,
    )


def _now(role: DutyRole, lines: list[ShiftLine]) -> NowLine:
    return NowLine(
        duty=words.title(words.DUTY_STEPS, role),
        names=tuple(line.name for line in lines),
        until=min((line.until_at for line in lines), default=None),
        unreachable=not all(line.reachable for line in lines),
    )


def week_lines(lines: tuple[ShiftLine, ...], within: duty.Stretch, now: datetime) -> list[WeekLine]:
    """The shifts of a week and its gaps, in the order of time."""
    made = [
        WeekLine(
            id=line.id,
            duty=words.title(words.DUTY_STEPS, line.role),
            name=line.name,
            from_at=line.from_at,
            until_at=line.until_at,
            ahead=line.until_at > now,
        )
        for line in lines
    ]
    for role in get_args(DutyRole):
        filled = [duty.Stretch(from_at=line.from_at, until_at=line.until_at) for line in lines if line.role == role]
        made += [
            WeekLine(
                id=0,
                duty=words.title(words.DUTY_STEPS, role),
                name="",
                from_at=gap.from_at,
                until_at=gap.until_at,
                ahead=gap.until_at > now,
            )
            for gap in duty.gaps(filled, within)
        ]
    return sorted(made, key=lambda line: (line.from_at, line.duty, line.id))


def _address(one: Colleague, actor: Actor, keeps: bool) -> AddressLine:
    return AddressLine(
        account_id=one.id,
        name=one.name,
        functions=", ".join(title for role, title in words.ROLES.items() if role in one.roles),
        address=one.duty_mail or "",
        mine=keeps or one.id == actor.account_id,
    )


def _day(text: str) -> date | None:
    day = day_typed(text)
    # A week before or after it still has a date.
    return day if day and date.min + timedelta(days=30) < day < date.max - timedelta(days=400) else None
