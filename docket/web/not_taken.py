"""Niet opgenomen: files that nobody took in charge, since when, who is told next, and what failed on the way."""

from collections.abc import Iterable, Iterator
from datetime import datetime, timedelta
from itertools import groupby
from typing import Any, ClassVar
from urllib.parse import quote

import msgspec
from litestar import Request, Response, get, post
from litestar.params import FromPath, FromQuery

from docket.access import visibility
from docket.actions.duty.revoke_card import RevokeCard, revoke_card
from docket.actions.duty.take_in_charge import TakeInCharge, take_in_charge
from docket.clock import court_day
from docket.draws import code_of
from docket.store import assignments, work_lists
from docket.store import duty as store
from docket.store.duty import EscalationLine
from docket.titles import who
from docket.web import words
from docket.web.duty_words import WaitingView, span, waiting_view
from docket.web.handed import Deps
from docket.web.pages import Page, go, render
from docket.web.visit import NEEDS, actor_of, posted_of, visit_of
from docket.work_lists import parse_place

TO_TAKE = {NEEDS: "takeInCharge"}
#: Steps of the chain below the list.
_STEPS = 50


class TryView(msgspec.Struct, frozen=True, kw_only=True):
    channel: str
    who: str
    state: str
    #: good, wait, bad or plain
    mark: str
    at: datetime | None
    answer: str
    #: How many times in a row it went like this; `at` is the last one.
    times: int = 1


class StepView(msgspec.Struct, frozen=True, kw_only=True):
    case_number: str
    step: str
    made_at: datetime
    told: str
    fell_to: str
    taken: bool
    failed: bool
    tries: tuple[TryView, ...]
    open_link: bool


class NotTakenPage(Page, frozen=True, kw_only=True):
    template: ClassVar[str] = "not_taken.html"
    path: ClassVar[str] = "/niet-opgenomen"

    lines: tuple[WaitingView, ...]
    #: How many there are, on all pages.
    count: int = 0
    next_href: str = ""
    steps: tuple[StepView, ...] = ()
    #: Minutes after which clerk, prosecutor and head are told, by urgency, in words.
    terms: tuple[tuple[str, str], ...] = ()

    @property
    def title(self) -> str:
        return "Niet opgenomen"


_AT = datetime.fromisoformat("2026-11-24T09:30:00+00:00")
EXAMPLES = (
    NotTakenPage(lines=()),
    NotTakenPage(
        lines=(
            WaitingView(
                case_number="HAV-2026-000001",
                urgency="Dringend: verdachte aangehouden",
                urgent=True,
                cause="Dossier ingeschreven",
                since=_AT,
                waited="12 min",
                step="Medewerker van wacht",
                next_step="procureur van wacht",
                next_at=_AT,
                failed=True,
            ),
            WaitingView(
                case_number="HAV-2026-000002",
                urgency="Gewoon",
                urgent=False,
                cause="Overdracht aanvaard",
                since=_AT,
                waited="3 dagen 2 uur",
                step="Korpschef",
                next_step="",
                next_at=None,
                failed=False,
            ),
        ),
        count=2,
        steps=(
            StepView(
                case_number="HAV-2026-000001",
                step="Medewerker van wacht",
                made_at=_AT,
                told="Medewerker A",
                fell_to="",
                taken=False,
                failed=True,
                tries=(TryView(channel="Mail", who="Medewerker A", state="Mislukt", mark="bad", at=_AT, answer="Geen adres."),),
                open_link=True,
            ),
        ),
        terms=(("Gewoon", "na 4 uur, 1 dag en 2 dagen"),),
    ),
)


@get("/niet-opgenomen", opt=TO_TAKE)
async def list_not_taken(request: Request[Any, Any, Any], deps: Deps, na: FromQuery[str] = "") -> Response[Any]:
    actor, now, settings = actor_of(request), deps.clock.now(), deps.settings
    seen = visibility(actor, "takeInCharge")
    found = await work_lists.not_taken(deps.pool, actor, court_day(now), parse_place(na) if na else None)
    steps = await store.escalations(deps.pool, seen, at=now, limit=_STEPS)
    told = {account for step in steps for account in (*step.accounts, *(one.account_id for one in step.tries)) if account}
    names = await assignments.names(deps.pool, sorted(told))
    page = NotTakenPage(
        lines=tuple(waiting_view(line, settings, now) for line in found.items),
        count=visit_of(request).counts.get("notTaken", 0),
        next_href=f"/niet-opgenomen?na={quote(str(found.next))}" if found.next else "",
        steps=tuple(_step(step, names) for step in steps),
        terms=tuple((words.title(words.URGENCIES, urgency), _terms(delays)) for urgency, delays in store.duty.terms(settings).items()),
    )
    return render(visit_of(request), page)


@post("/dossiers/{case_number:str}/opnemen", opt=TO_TAKE)
async def take(request: Request[Any, Any, Any], deps: Deps, case_number: FromPath[str]) -> Response[Any]:
    await take_in_charge(TakeInCharge(case_number=case_number, via="page"), actor_of(request), deps)
    back = "/niet-opgenomen" if posted_of(request).text("_terug") == "lijst" else f"/dossiers/{case_number}"
    return go(f"{back}?gedaan=opgenomen")


@post("/dossiers/{case_number:str}/links-intrekken", opt=TO_TAKE)
async def revoke(request: Request[Any, Any, Any], deps: Deps, case_number: FromPath[str]) -> Response[Any]:
    await revoke_card(RevokeCard(case_number=case_number), actor_of(request), deps)
    return go("/niet-opgenomen?gedaan=links-weg")


_MARKS = {"accepted": "good", "failed": "bad", "waiting": "wait", "sending": "wait", "needless": "plain"}


def _tries(line: EscalationLine, names: dict[int, str]) -> Iterator[TryView]:
    """What went the same way again and again is one line with its count."""
    for same, tries in groupby(line.tries, key=lambda one: (one.channel, one.account_id, one.state, one.answer)):
        (channel, account_id, state, answer), in_a_row = same, tuple(tries)
        yield TryView(
            channel=words.title(words.CHANNELS, channel),
            who=names.get(account_id or 0, ""),
            state=words.title(words.TRY_STATES, state),
            mark=_MARKS[state],
            at=in_a_row[-1].accepted_at or in_a_row[-1].tried_at,
            answer=answer or "",
            times=len(in_a_row),
        )


def _terms(delays: Iterable[timedelta]) -> str:
    """`na 10, 20 en 30 minuten`; where their units differ, `na 4 uur, 1 dag en 2 dagen`."""
    said = [span(one).split(" ") for one in delays]
    if len({unit for _, unit in said}) == 1:
        return f"na {_and([number for number, _ in said])} {said[0][1]}"
    return f"na {_and([' '.join(one) for one in said])}"


def _step(line: EscalationLine, names: dict[int, str]) -> StepView:
    return StepView(
        case_number=line.case_number,
        step=words.title(words.DUTY_STEPS, line.step),
        made_at=line.made_at,
        told=", ".join(names.get(account) or who(code_of(account)) for account in line.accounts),
        fell_to=words.title(words.FELL_TO, line.fell_to),
        taken=line.taken_at is not None or line.ended_at is not None,
        failed=line.failed,
        tries=tuple(_tries(line, names)),
        open_link=line.open_link,
    )


def _and(parts: list[str]) -> str:
    return f"{', '.join(parts[:-1])} en {parts[-1]}"
