"""The card behind a short link: one page that fits a telephone, with the facts, the route and "Ik neem het"."""

from datetime import datetime
from typing import Any, ClassVar

import msgspec
from litestar import Request, Response, get, post
from litestar.params import FromPath

from docket.access import Actor, visibility
from docket.actions.duty.take_in_charge import TakeInCharge, take_in_charge
from docket.detention import Unheld, unheld
from docket.errors import NotFound
from docket.store import duty as store
from docket.store import time_limits
from docket.store.search import CaseView
from docket.web import typed, words
from docket.web.case import open_case
from docket.web.decision import DecisionView, TrackView, view
from docket.web.duty_words import TakenLine, taken_lines
from docket.web.handed import Deps
from docket.web.not_taken import TO_TAKE
from docket.web.pages import Page, go, moment, render
from docket.web.time_limit_words import ClockView, clock_view
from docket.web.visit import actor_of, visit_of

#: Facts in words on one small screen.
_LONGEST_SUMMARY = 400


class Gone(NotFound):
    """Deze link is verlopen of ingetrokken. Zoek het dossier bij Niet opgenomen."""


class HeldLine(msgspec.Struct, frozen=True, kw_only=True):
    """A suspect in custody."""

    designation: str
    custody: str
    #: As the report says it; empty = it does not.
    since: str


class PhoneCardPage(Page, frozen=True, kw_only=True):
    template: ClassVar[str] = "phone_card.html"

    #: Its own.
    address: str
    case_number: str
    summary: str
    service: str
    offences: tuple[str, ...]
    held: tuple[HeldLine, ...]
    #: Those for whom nothing runs and who have no title.
    unheld: tuple[Unheld, ...]
    decision: DecisionView
    #: Clocks of the file that run.
    clocks: tuple[ClockView, ...]
    #: Limits that were entered with an offer of the file.
    limits: tuple[str, ...]
    taken: tuple[TakenLine, ...]

    @property
    def may_take(self) -> bool:
        return any(line.may_take for line in self.taken)

    @property
    def title(self) -> str:
        return f"{self.case_number}, telefoonkaart"


@get("/w/{token:str}", opt=TO_TAKE)
async def show_card(request: Request[Any, Any, Any], deps: Deps, token: FromPath[str]) -> Response[Any]:
    actor = actor_of(request)
    found = await open_case(await _number(token, actor, deps), actor, deps)
    return render(visit_of(request), await _page(token, found, actor, deps))


@post("/w/{token:str}", opt=TO_TAKE)
async def take_by_card(request: Request[Any, Any, Any], deps: Deps, token: FromPath[str]) -> Response[Any]:
    actor = actor_of(request)
    number = await _number(token, actor, deps)
    await take_in_charge(TakeInCharge(case_number=number, via="phoneCard"), actor, deps)
    return go(f"/w/{token}?gedaan=opgenomen")


async def _number(token: str, actor: Actor, deps: Deps) -> str:
    """An unknown link and one to a file that he may not read say the same; one that is over says so to who may read it."""
    card = await store.card(deps.pool, token, visibility(actor, "takeInCharge"))
    if card is None:
        raise NotFound
    if card.revoked_at is not None or card.expires_at <= deps.clock.now():
        raise Gone
    return card.case_number


async def _page(token: str, found: CaseView, actor: Actor, deps: Deps) -> PhoneCardPage:
    report, titles = found.case.report, words.of_law(deps.law.law)
    lines = await store.of_case(deps.pool, found.case.case_number, visibility(actor))
    clocks = await time_limits.of_case(deps.pool, found.case.id)
    summary = report.summary or ""
    return PhoneCardPage(
        address=f"/w/{token}",
        case_number=found.case.case_number,
        summary=summary if len(summary) <= _LONGEST_SUMMARY else f"{summary[:_LONGEST_SUMMARY].rsplit(' ', 1)[0]} ...",
        service=words.title(words.SERVICES, report.origin.service),
        offences=tuple(
            " ".join(part for part in (words.title(titles.offences, one.offence), _when(one.committed_from)) if part)
            for one in report.offences
        ),
        held=tuple(
            HeldLine(
                designation=f"Verdachte {person.id}" + (f" ({person.count})" if (person.count or 1) > 1 else ""),
                custody=words.title(words.CUSTODIES, person.custody),
                since=_since(person.arrested_at),
            )
            for person in report.persons
            if person.role == "suspect" and person.custody in store.duty.IN_CUSTODY
        ),
        unheld=unheld(report, found.stands, clocks, deps.law.law, deps.clock.now()),
        decision=view(
            found.current.decision,
            report,
            deps.law.law,
            open_tracks=found.current.open_tracks,
            referred=found.current.referred_tracks,
            to_confirm=found.to_confirm,
        ),
        clocks=tuple(clock_view(clock, report, deps.law.law, deps.clock.now()) for clock in clocks if clock.open),
        limits=tuple(f"{one.title}: {typed.partial_date(str(one.due_on))}" for one in (found.offer.time_limits if found.offer else ())),
        taken=taken_lines(lines, actor, titles, deps.settings),
    )


def _since(instant: str | None) -> str:
    """In court time; a day, month or year as it was told."""
    if instant is None or "T" not in instant:
        return typed.partial_date(instant or "")
    return moment(datetime.fromisoformat(instant))


def _when(day: str | None) -> str:
    return f"({typed.partial_date(day)})" if day else ""


_AT = datetime.fromisoformat("2026-11-24T09:30:00+00:00")
EXAMPLES = (
    PhoneCardPage(
        address="/w/voorbeeld",
        case_number="HAV-2026-000001",
        summary="Zes personen in een lege container.",
        service="Scheepvaartpolitie",
        offences=("Binnendringen in een havenfaciliteit (18/11/2026)",),
        held=(HeldLine(designation="Verdachte s1", custody="Aangehouden", since="24/11/2026 08.15"),),
        unheld=(
            Unheld(
                person="s1",
                custody="arrested",
                fault="Verdachte 1 (s1) is aangehouden, maar er loopt geen termijn en er is geen titel.",
                to_do="Het uur van de vrijheidsberoving ontbreekt: begin de 48 uur met dag en uur.",
                limit="arrest",
            ),
        ),
        clocks=(),
        limits=("Raadkamer: 01/12/2026",),
        decision=DecisionView(
            outcome="decided",
            scope="Havencriminaliteit",
            area="Waaslandhaven",
            area_code="waasland",
            policy="Stroomplan",
            received_on="24/11/2026",
            received_on_basis="",
            place="MPET-terminal",
            tracks=(TrackView(ordinal=0, title="Gewoon spoor", people=(), office="antwerpPort", court="antwerpCorrectional", open=False),),
            sentences=(),
            grounds=(),
            candidates=(),
            statute_only=(),
            warnings=(),
            steps=(),
        ),
        taken=(
            TakenLine(
                office="Parket Antwerpen, havenprocureurs",
                urgency="Dringend: verdachte aangehouden",
                urgent=True,
                cause="Dossier ingeschreven",
                opened_at=_AT,
                waits=True,
                may_take=True,
                taken_at=None,
                taken_on=None,
                taken_by="",
                via="",
                ended="",
                step="Medewerker van wacht",
                next_step="procureur van wacht",
                next_at=_AT,
                failed=True,
            ),
        ),
    ),
)
