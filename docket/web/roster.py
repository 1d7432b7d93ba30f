"""The roster of the port prosecutors: who is on it with how many files, who is absent, and the seeds of the draws."""

from collections.abc import Mapping
from datetime import date, datetime
from typing import Any, ClassVar

import msgspec
from litestar import Request, Response, get, post

from docket.access import Actor
from docket.actions.assignment.commit_seed import CommitSeed, commit_seed
from docket.actions.assignment.keep_roster import KeepRoster, keep_roster
from docket.actions.assignment.reveal_seed import RevealSeed, reveal_seed
from docket.actions.assignment.set_absence import SetAbsence, WithdrawAbsence, set_absence, withdraw_absence
from docket.clock import court_day
from docket.draws import code_of
from docket.errors import NotFound
from docket.store import assignments as store
from docket.tracks import PORT_OFFICE
from docket.web import acting
from docket.web.acting import Refused
from docket.web.handed import Deps
from docket.web.pages import AskingPage, go, render
from docket.web.submission import Fault
from docket.web.time_limits import day_typed
from docket.web.visit import NEEDS, Posted, actor_of, posted_of, visit_of

TO_READ_ROSTER = {NEEDS: "readRoster"}
TO_KEEP = {NEEDS: "keepRoster"}
TO_BE_ABSENT = {NEEDS: "setAbsence"}
_PLACES = {
    "/prosecutor": ("_magistraat", "Havenprocureur"),
    "/standIn": ("_vervanger", "Vervanger"),
    "/untilDay": ("_tot", "Terug op"),
    "/day": ("_dag", "Vanaf"),
}


class RosterRow(msgspec.Struct, frozen=True, kw_only=True):
    name: str
    code: str
    #: None where the reader sees no loads.
    load: int | None
    #: Of the picture, in hundredths of the longest bar.
    width: int
    absent_until: date | None
    stand_in: str
    #: Not of the roster himself: he stands in.
    stands_in: bool


class AbsenceRow(msgspec.Struct, frozen=True, kw_only=True):
    id: int
    name: str
    from_day: date
    until_day: date
    stand_in: str
    #: The reader may take it back.
    mine: bool


class MemberRow(msgspec.Struct, frozen=True, kw_only=True):
    name: str
    account_id: int
    from_day: date
    until_day: date | None


class SeedRow(msgspec.Struct, frozen=True, kw_only=True):
    seq: int
    commitment: str
    committed_at: datetime
    draws: int
    revealed_at: datetime | None
    #: In hexadecimal digits; empty while it is secret.
    seed: str
    last: bool


class RosterPage(AskingPage, frozen=True, kw_only=True):
    template: ClassVar[str] = "roster.html"
    path: ClassVar[str] = "/toewijzing"

    rows: tuple[RosterRow, ...]
    absences: tuple[AbsenceRow, ...] = ()
    members: tuple[MemberRow, ...] = ()
    seeds: tuple[SeedRow, ...] = ()
    #: Account -> name: whom one may enter.
    people: Mapping[str, str] = msgspec.field(default_factory=dict)
    everybody: Mapping[str, str] = msgspec.field(default_factory=dict)
    keeps: bool = False
    absents: bool = False
    today: date
    #: What was typed in a form that was refused.
    typed: Mapping[str, str] = msgspec.field(default_factory=dict)

    @property
    def title(self) -> str:
        return "Toewijzing"


EXAMPLES = (
    RosterPage(rows=(), today=date(2026, 11, 24), keeps=True, people={"23": "Havenprocureur A"}, everybody={"23": "Havenprocureur A"}),
    RosterPage(
        rows=(
            RosterRow(
                name="Havenprocureur A", code="user:23", load=12, width=100, absent_until=date(2026, 12, 1), stand_in="", stands_in=False
            ),
            RosterRow(name="Havenprocureur B", code="user:24", load=3, width=25, absent_until=None, stand_in="", stands_in=False),
        ),
        absences=(
            AbsenceRow(id=1, name="Havenprocureur A", from_day=date(2026, 11, 23), until_day=date(2026, 12, 1), stand_in="", mine=True),
        ),
        members=(MemberRow(name="Havenprocureur A", account_id=23, from_day=date(2026, 1, 1), until_day=None),),
        seeds=(
            SeedRow(
                seq=1,
                commitment="630dcd2966c4336691125448bbb25b4ff412a49c732db2c8abc1b8581bd710dd",
                committed_at=datetime.fromisoformat("2026-11-24T09:30:00+00:00"),
                draws=41,
                revealed_at=None,
                seed="",
                last=True,
            ),
        ),
        people={"23": "Havenprocureur A"},
        everybody={"23": "Havenprocureur A", "24": "Havenprocureur B"},
        keeps=True,
        absents=True,
        today=date(2026, 11, 24),
        faults=(Fault(name="_tot", where="Terug op", detail="De dag van terugkeer ligt na de eerste dag van de afwezigheid."),),
    ),
)


@get("/toewijzing", opt=TO_READ_ROSTER)
async def show_roster(request: Request[Any, Any, Any], deps: Deps) -> Response[Any]:
    return render(visit_of(request), await _page(actor_of(request), deps))


@post("/toewijzing/rooster", opt=TO_KEEP)
async def change_roster(request: Request[Any, Any, Any], deps: Deps) -> Response[Any]:
    posted, actor = posted_of(request), actor_of(request)
    day, faults = _day(posted, "_dag", "Dag")
    if day is None:
        return await _refused(request, deps, posted, Refused(status=400, faults=faults))
    change = "end" if posted.text("_do") == "end" else "add"
    command = KeepRoster(prosecutor=posted.number("_magistraat") or 0, change=change, day=day)
    return await _answered(request, deps, posted, await acting.attempt(keep_roster(command, actor, deps), _PLACES), "rooster")


@post("/toewijzing/afwezigheid", opt=TO_BE_ABSENT)
async def be_absent(request: Request[Any, Any, Any], deps: Deps) -> Response[Any]:
    posted, actor = posted_of(request), actor_of(request)
    from_day, faults = _day(posted, "_van", "Afwezig vanaf")
    until_day, more = _day(posted, "_tot", "Terug op")
    if from_day is None or until_day is None:
        return await _refused(request, deps, posted, Refused(status=400, faults=(*faults, *more)))
    command = SetAbsence(
        prosecutor=posted.number("_magistraat") or 0, from_day=from_day, until_day=until_day, stand_in=posted.number("_vervanger")
    )
    return await _answered(request, deps, posted, await acting.attempt(set_absence(command, actor, deps), _PLACES), "afwezigheid")


@post("/toewijzing/afwezigheid/intrekken", opt=TO_BE_ABSENT)
async def be_back(request: Request[Any, Any, Any], deps: Deps) -> Response[Any]:
    await withdraw_absence(WithdrawAbsence(absence=posted_of(request).number("_id") or 0), actor_of(request), deps)
    return go("/toewijzing?gedaan=afwezigheid-weg")


@post("/toewijzing/zaden", opt=TO_KEEP)
async def keep_seeds(request: Request[Any, Any, Any], deps: Deps) -> Response[Any]:
    posted, actor = posted_of(request), actor_of(request)
    if posted.text("_do") == "reveal":
        command = RevealSeed(seq=posted.number("_zaad") or 0)
        return await _answered(request, deps, posted, await acting.attempt(reveal_seed(command, actor, deps), _PLACES), "zaad-onthuld")
    return await _answered(request, deps, posted, await acting.attempt(commit_seed(CommitSeed(), actor, deps), _PLACES), "zaad")


async def _answered(request: Request[Any, Any, Any], deps: Deps, posted: Posted, done: Any, notice: str) -> Response[Any]:
    if isinstance(done, Refused):
        return await _refused(request, deps, posted, done)
    return go(f"/toewijzing?gedaan={notice}")


async def _refused(request: Request[Any, Any, Any], deps: Deps, posted: Posted, refused: Refused) -> Response[Any]:
    page = await _page(actor_of(request), deps)
    typed = {name: value for name, value in posted.pairs if name != "_csrf"}
    return render(visit_of(request), msgspec.structs.replace(page, faults=refused.faults, typed=typed), refused.status)


def _day(posted: Posted, name: str, label: str) -> tuple[date | None, tuple[Fault, ...]]:
    day = day_typed(posted.text(name))
    return day, () if day else (Fault(name=name, where=label, detail="Schrijf de dag als 26/11/2026."),)


async def _page(actor: Actor, deps: Deps) -> RosterPage:
    """A head sees all, a clerk who there is, a prosecutor his own line with the names of the others."""
    if actor.office != PORT_OFFICE:
        raise NotFound
    today, keeps = court_day(deps.clock.now()), actor.may("keepRoster")
    lines = await store.roster(deps.pool, PORT_OFFICE, today)
    absences = await store.absences(deps.pool, PORT_OFFICE, today)
    members = await store.members(deps.pool, PORT_OFFICE, today) if keeps else ()
    seeds = await store.seeds(deps.pool) if keeps else ()
    colleagues = {one.id: one.display_name for one in await store.prosecutors(deps.pool, PORT_OFFICE)}
    named = {line.account_id for line in lines} | {line.stand_in for line in lines if line.stand_in}
    named |= {one.account_id for one in (*absences, *members)} | {one.stand_in for one in absences if one.stand_in}
    names = await store.names(deps.pool, sorted(named)) | colleagues
    longest = max((line.load for line in lines), default=0) or 1
    everybody = {str(account): name for account, name in colleagues.items()}

    def sees(account: int) -> bool:
        return keeps or account == actor.account_id

    return RosterPage(
        rows=tuple(
            RosterRow(
                name=names[line.account_id],
                code=code_of(line.account_id),
                load=line.load if sees(line.account_id) else None,
                width=round(100 * line.load / longest),
                absent_until=line.absent_until,
                stand_in=names.get(line.stand_in or 0, ""),
                stands_in=not line.on_roster,
            )
            for line in lines
        ),
        absences=tuple(
            AbsenceRow(
                id=one.id,
                name=names[one.account_id],
                from_day=one.from_day,
                until_day=one.until_day,
                stand_in=names.get(one.stand_in or 0, ""),
                mine=sees(one.account_id) and actor.may("setAbsence"),
            )
            for one in absences
        ),
        members=tuple(
            MemberRow(name=names[one.account_id], account_id=one.account_id, from_day=one.from_day, until_day=one.until_day)
            for one in members
        ),
        seeds=tuple(seed_row(line, seeds[-1].seq) for line in reversed(seeds)),
        people=everybody if keeps else {code: name for code, name in everybody.items() if code == str(actor.account_id)},
        everybody=everybody,
        keeps=keeps,
        absents=actor.may("setAbsence") and (keeps or str(actor.account_id) in everybody),
        today=today,
    )


def seed_row(line: store.SeedLine, last: int) -> SeedRow:
    return SeedRow(
        seq=line.seq,
        commitment=line.commitment.hex(),
        committed_at=line.committed_at,
        draws=line.draws,
        revealed_at=line.revealed_at,
        seed=line.seed.hex() if line.seed else "",
        last=line.seq == last,
    )
