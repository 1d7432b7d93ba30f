"""Betekeningen over every file that one may see, and the hearings that no lawful service carries."""

from datetime import UTC, date, datetime
from typing import Any, ClassVar, cast
from urllib.parse import urlencode

from litestar import Request, Response, get

from docket.access import visibility
from docket.clock import COURT_ZONE, court_day
from docket.services import ServiceState
from docket.store import services as store
from docket.store.services import HearingAtRisk, ServiceLine
from docket.web import words
from docket.web.case import TO_READ
from docket.web.handed import Deps
from docket.web.pages import Page, render
from docket.web.visit import actor_of, visit_of


class AllServicesPage(Page, frozen=True, kw_only=True):
    template: ClassVar[str] = "all_services.html"
    path: ClassVar[str] = "/betekeningen"

    state: ServiceState
    lines: tuple[ServiceLine, ...]
    #: Hearings that no lawful service carries.
    at_risk: int
    next_href: str = ""

    @property
    def title(self) -> str:
        return "Betekeningen"


class HearingsAtRiskPage(Page, frozen=True, kw_only=True):
    template: ClassVar[str] = "hearings_at_risk.html"
    path: ClassVar[str] = "/betekeningen"

    lines: tuple[HearingAtRisk, ...]
    count: int
    warn_days: int
    next_href: str = ""

    @property
    def title(self) -> str:
        return "Zittingen zonder geldige betekening"


@get("/betekeningen", opt=TO_READ)
async def list_services(request: Request[Any, Any, Any], deps: Deps) -> Response[Any]:
    """Names nobody: the list is looked at over a shoulder, and the file says whom it is about."""
    asked, seen = request.query_params, visibility(actor_of(request))
    state = cast("ServiceState", asked.get("stand") if asked.get("stand") in words.SERVICE_STATES else "asked")
    after = asked.get("na", "")
    number = int(after) if after.isascii() and after.isdecimal() and len(after) < 18 else 0
    lines = await store.listed(deps.pool, seen, state, number)
    shown = lines[: store.PAGE_ROWS]
    now, warn_days = deps.clock.now(), deps.settings.service_warning_days
    risk = await store.at_risk(deps.pool, seen, deps.law.law, now=now, today=court_day(now), warn_days=warn_days, rows=1)
    more = f"/betekeningen?{urlencode({'stand': state, 'na': shown[-1].id})}" if len(lines) > len(shown) else ""
    return render(visit_of(request), AllServicesPage(state=state, lines=shown, at_risk=risk.count, next_href=more))


@get("/betekeningen/zittingen", opt=TO_READ)
async def list_hearings_at_risk(request: Request[Any, Any, Any], deps: Deps) -> Response[Any]:
    now, warn_days = deps.clock.now(), deps.settings.service_warning_days
    found = await store.at_risk(
        deps.pool,
        visibility(actor_of(request)),
        deps.law.law,
        now=now,
        today=court_day(now),
        warn_days=warn_days,
        after=_cursor(request.query_params.get("na", "")),
    )
    last = found.lines[-1] if found.more else None
    more = f"/betekeningen/zittingen?{urlencode({'na': f'{last.starts_at.timestamp():.0f}-{last.id}'})}" if last else ""
    page = HearingsAtRiskPage(lines=found.lines, count=found.count, warn_days=warn_days, next_href=more)
    return render(visit_of(request), page)


def _cursor(text: str) -> tuple[datetime, int] | None:
    """Seconds and id of the last hearing of the page before; a hearing begins on a whole minute."""
    start, _, number = text.partition("-")
    if not (start.isascii() and start.isdecimal() and number.isascii() and number.isdecimal()) or len(start) > 11 or len(number) > 17:
        return None
    return datetime.fromtimestamp(int(start), UTC), int(number)


EXAMPLES = (
    AllServicesPage(
        state="asked",
        lines=(
            ServiceLine(
                id=7,
                case_number="HAV-2026-000001",
                act="summons",
                person="s1",
                role="suspect",
                manner="bailiff",
                state="asked",
                asked_on=date(2026, 11, 24),
                served_on=None,
                failed_on=None,
                reason=None,
                reference=None,
                starts_at=datetime(2026, 12, 7, 9, tzinfo=COURT_ZONE),
            ),
        ),
        at_risk=1,
        next_href="/betekeningen?stand=asked&na=7",
    ),
    AllServicesPage(state="failed", lines=(), at_risk=0),
    HearingsAtRiskPage(
        lines=(
            HearingAtRisk(
                id=1,
                starts_at=datetime(2026, 12, 7, 9, tzinfo=COURT_ZONE),
                case_number="HAV-2026-000001",
                court="antwerpCorrectional",
                chamber="AC1",
                failed=1,
                late=0,
                unserved=1,
                serve_by=date(2026, 11, 26),
            ),
        ),
        count=1,
        warn_days=5,
        next_href="/betekeningen/zittingen?na=1-1",
    ),
    HearingsAtRiskPage(lines=(), count=0, warn_days=5),
)
