"""Wie te verwittigen is: of one file with what is said of each, and over all files that one sees."""

from datetime import datetime
from typing import Any, ClassVar, cast

import msgspec
from litestar import Request, Response, get, post
from litestar.params import FromPath

from docket.access import Actor
from docket.actions.contacts.mark_told import SAID, MarkTold, mark_told
from docket.clock import COURT_ZONE
from docket.store import contacts, hearings
from docket.store import telling as store
from docket.store.telling import TellingLine
from docket.telling import ToldHow, ToldState
from docket.web import acting, words
from docket.web.acting import Refused
from docket.web.case import TO_READ, open_case
from docket.web.contact_list import persons_of
from docket.web.handed import Deps
from docket.web.hearing import ToldView, told_view
from docket.web.pages import AskingPage, go, render
from docket.web.submission import Fault
from docket.web.visit import NEEDS, actor_of, posted_of, visit_of

TO_TELL = {NEEDS: "tellParties"}


class RowView(msgspec.Struct, frozen=True, kw_only=True):
    line: TellingLine
    told: ToldView
    #: Of the hearing that it is about.
    starts_at: datetime | None = None


class TellingPage(AskingPage, frozen=True, kw_only=True):
    template: ClassVar[str] = "telling.html"
    path: ClassVar[str] = "/te-verwittigen"

    case_number: str
    version: int
    rows: tuple[RowView, ...]
    may_tell: bool

    @property
    def untold(self) -> tuple[RowView, ...]:
        return tuple(row for row in self.rows if row.line.untold)

    @property
    def done(self) -> tuple[RowView, ...]:
        return tuple(row for row in self.rows if not row.line.untold)

    @property
    def title(self) -> str:
        return f"Te verwittigen in {self.case_number}"


@get("/dossiers/{case_number:str}/verwittigen", opt=TO_READ)
async def show_telling(request: Request[Any, Any, Any], deps: Deps, case_number: FromPath[str]) -> Response[Any]:
    return render(visit_of(request), await _page(case_number, actor_of(request), deps))


@post("/dossiers/{case_number:str}/verwittigen", opt=TO_TELL)
async def note_told(request: Request[Any, Any, Any], deps: Deps, case_number: FromPath[str]) -> Response[Any]:
    posted, actor = posted_of(request), actor_of(request)
    row, state = posted.number("_rij") or 0, posted.text("_stand")
    names = {"state": f"_stand_{row}", "how": f"_hoe_{row}", "reason": f"_waarom_{row}"}
    how, reason = posted.text(names["how"]), posted.text(names["reason"])
    refused = None
    state = posted.text(names["state"]) or state
    if state not in SAID:
        fault = Fault(name=names["state"], where="Wat", detail="Kies wat er gebeurde.")
        refused = Refused(status=400, faults=(fault,))
    if refused is None:
        command = MarkTold(
            case_number=case_number,
            version=posted.number("_version") or 0,
            row_id=row,
            state=cast("ToldState", state),
            how=cast("ToldHow", how) if how in words.TOLD_HOWS else None,
            reason=reason or None,
        )
        places = {"/how": (names["how"], "Hoe"), "/reason": (names["reason"], "Waarom")}
        done = await acting.attempt(mark_told(command, actor, deps), places)
        refused = done if isinstance(done, Refused) else None
    if refused is None:
        return go(f"/dossiers/{case_number}/verwittigen?gedaan=verwittigd")
    page = msgspec.structs.replace(await _page(case_number, actor, deps), faults=refused.faults, stale=refused.stale)
    return render(visit_of(request), page, refused.status)


async def _page(case_number: str, actor: Actor, deps: Deps) -> TellingPage:
    found = await open_case(case_number, actor, deps)
    known = {row.id: row for row in await contacts.of_case(deps.pool, found.case.id)}
    starts = {one.id: one.starts_at for one in await hearings.of_case(deps.pool, found.case.id)}
    persons, mails = persons_of(found.case), {mail.id: mail.recipient for mail in found.deliveries}
    rows = []
    for line in await store.of_case(deps.pool, found.case.id):
        told = told_view(line.receiver, known, persons)
        if line.delivery_id is not None:
            told = msgspec.structs.replace(told, reach=mails.get(line.delivery_id, ""), unknown=False)
        rows.append(RowView(line=line, told=told, starts_at=starts.get(line.hearing_id or 0)))
    return TellingPage(
        case_number=found.case.case_number,
        version=found.case.version,
        rows=tuple(rows),
        may_tell=actor.may("tellParties") and found.case.status != "joined",
    )


EXAMPLES = (
    TellingPage(
        case_number="HAV-2026-000001",
        version=3,
        rows=(
            RowView(
                line=TellingLine(
                    id=1,
                    act="hearingSet",
                    hearing_id=1,
                    role="suspect",
                    person="s1",
                    contact_id=None,
                    delivery_id=None,
                    state="toTell",
                    how=None,
                    reason=None,
                    made_at=datetime(2026, 11, 24, 10, tzinfo=COURT_ZONE),
                    closed_at=None,
                    closed_by=None,
                    mail_state=None,
                ),
                told=ToldView(role="Verdachte", about="verdachte 1"),
            ),
        ),
        may_tell=True,
    ),
)
