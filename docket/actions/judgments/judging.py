"""What the verbs on judgments share: the judgment of a file, the court whose registry may enter it, and where everybody stands by now."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any

import msgspec

from docket import entries
from docket.access import Action, Actor
from docket.actions import consequences, redeciding, standing
from docket.cases import CaseStatus
from docket.clock import court_day
from docket.deps import Deps
from docket.errors import NotFound, StateForbids
from docket.judgments import Finality, Judgment, finalities_of, with_finality, with_judgments
from docket.life import Plan
from docket.messages import NewDelivery
from docket.store import judgments as store
from docket.store import time_limits
from docket.store.cases import Snapshot
from docket.time_limits import Clock
from docket.transitions import TITLES, At

#: The limit for the memorial of who appeals in cassation, and what starts it (art. 429 Sv.; time_limits.toml).
MEMORIAL, DECLARED = "cassationMemorial", "cassationDeclared"


class Judged(msgspec.Struct, frozen=True, kw_only=True):
    """A file with its judgments and clocks."""

    snapshot: Snapshot
    judgments: tuple[Judgment, ...]
    clocks: tuple[Clock, ...]
    everybody: tuple[At, ...]
    finalities: tuple[Finality, ...]

    @property
    def version(self) -> int:
        """Of the file once this is written."""
        return self.snapshot.case.version + 1

    @property
    def case_id(self) -> int:
        return self.snapshot.case.id

    def judgment(self, judgment_id: int | None) -> Judgment:
        """One that stands, corrected ones not; raises NotFound or StateForbids."""
        found = next((one for one in self.judgments if one.id == judgment_id), None)
        if found is None:
            raise NotFound
        if not found.stands:
            raise StateForbids("Dit vonnis is verbeterd door een later; werk verder op dat vonnis.")
        return found


class ChangedJudgment(msgspec.Struct, frozen=True, kw_only=True):
    case_number: str
    version: int
    judgment: int
    status: CaseStatus
    #: Seized items of which neither this judgment nor a magistrate said anything, in a few words each; never silent.
    forgotten: tuple[str, ...] = ()


async def find(case_number: str, action: Action, version: int | None, by: Actor, deps: Deps) -> Judged:
    """The file of an actor who may do this; raises NotFound or Stale."""
    snapshot = await redeciding.find(case_number, action, by, deps)
    await redeciding.require_version(snapshot, version, deps)
    return await judged(snapshot, deps)


async def judged(snapshot: Snapshot, deps: Deps) -> Judged:
    judgments = await store.of_case(deps.pool, snapshot.case.id)
    clocks = await time_limits.of_case(deps.pool, snapshot.case.id)
    today, law = court_day(deps.clock.now()), deps.law.law
    ats = with_judgments(standing.everybody(snapshot, deps), judgments)
    finalities = finalities_of(ats, judgments, clocks, law, today)
    return Judged(
        snapshot=snapshot,
        judgments=judgments,
        clocks=clocks,
        everybody=with_finality(ats, finalities, snapshot.case.report),
        finalities=finalities,
    )


def require_own_court(court: str, by: Actor) -> None:
    if by.registry_of is not None and by.registry_of != court:
        raise StateForbids("Een griffie schrijft alleen in wat haar eigen rechtbank aangaat; laat het parket dit inschrijven.")


async def enter(tx: Any, found: Judged, entry: entries.Entry, others: Sequence[entries.Entry], by: Actor, at: datetime) -> None:
    """The entry of the act, and those of the clocks that it started, met or struck; nothing is written after them."""
    await redeciding.enter(tx, found.snapshot, entry, by, at)
    await redeciding.enter_after(tx, found.snapshot, others, by, at)


def status_by(found: Judged, plan: Plan | None) -> CaseStatus:
    """Where the file stands once it is done; without a plan everybody stays where he stands."""
    return plan.stands.status if plan is not None else found.snapshot.case.status


def mails(found: Judged, status: CaseStatus, at: datetime, deps: Deps) -> tuple[NewDelivery, ...]:
    """To the investigators, where the file changes its status."""
    case = found.snapshot.case
    if status == case.status:
        return ()
    return consequences.mails(case.report, found.snapshot.decision, deps, case_number=case.case_number, status=TITLES[status], at=at)
