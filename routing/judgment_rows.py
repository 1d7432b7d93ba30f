"""The rows of judgments.toml: what a court may decide and impose, who has which remedy, and what follows once all is final."""

from __future__ import annotations

from datetime import date
from typing import Literal

import msgspec

from routing.dated import Row, Source, Titled, TitledSource
from routing.decision import Confidence

Stage = Literal["firstInstance", "afterOpposition", "plea", "appeal", "assizes", "cassation"]
Level = Literal["correctional", "youth", "appeal", "assize", "cassation"]
Remedy = Literal["opposition", "appeal", "cassation"]
PartyRole = Literal["suspect", "civilParty", "prosecution"]
#: on tegenspraak, geacht op tegenspraak, bij verstek
Manner = Literal["adversary", "deemedAdversary", "default"]
PenaltyUnit = Literal["hour", "day", "month", "year", "euro"]
BanUnit = Literal["month", "year"]
CustodyEnd = Literal["served", "limitation", "conditionalRelease"]


class StageRow(Titled, frozen=True, kw_only=True):
    id: Stage
    #: where the file stands for whom is judged
    status: str
    levels: frozenset[Level]
    #: nothing follows a judgment of this stage
    no_remedy: bool = False


class RemedyRow(Source, frozen=True, kw_only=True):
    id: str
    remedy: Remedy
    #: a row of time_limits.toml
    limit: str
    #: the anchor of that row from which this clock runs
    event: str
    stages: frozenset[Stage]
    levels: frozenset[Level]
    roles: frozenset[PartyRole] = frozenset()
    manners: frozenset[Manner] = frozenset()
    #: role of the first appellant -> whose clock his appeal starts
    follows: dict[PartyRole, tuple[PartyRole, ...]] = msgspec.field(default_factory=dict)


class OutcomeRow(Titled, frozen=True, kw_only=True):
    id: str
    stages: frozenset[Stage]
    levels: frozenset[Level]
    #: penalties, confiscations and a port ban may go with it
    imposes: bool = False
    confidence: Confidence


class PenaltyRow(Titled, frozen=True, kw_only=True):
    id: str
    units: tuple[PenaltyUnit, ...]
    #: a port ban beside it runs from its end
    custody: bool = False
    #: the tax office is told of it
    pecuniary: bool = False
    may_be_deferred: bool = False
    remark_nl: str | None = None
    confidence: Confidence


class PortBanRow(Row, frozen=True, kw_only=True):
    longest_count: int
    longest_unit: BanUnit
    custody_ends: tuple[CustodyEnd, ...]
    version: tuple[Source, ...]
    start: Source
    count: Source

    def on(self, day: date) -> Source | None:
        """The wording in force on the day of the facts; None = the penalty did not exist then."""
        return next((version for version in self.version if version.covers(day)), None)


class ExtractRow(TitledSource, frozen=True, kw_only=True):
    id: str
    after: Literal["pronouncement", "final"]
    #: a row of time_limits.toml; None = no term was found
    limit: str | None = None
    #: what has to be imposed on a suspect for it; empty = one for the whole judgment
    on: frozenset[Literal["pecuniary", "confiscation"]] = frozenset()


class DutyRow(Source, frozen=True, kw_only=True):
    """What has to be done after a judgment and is neither a remedy nor an extract."""

    id: str
    after: Literal["final"]
    #: a row of time_limits.toml with the anchor from which it runs
    limit: str
    event: str


class LateOpposition(Source, frozen=True, kw_only=True):
    """An opposition that may come after the ordinary period, of who was not served in person."""

    #: rows of time_limits.toml: the period, the anchor that starts it again, and other periods of the same right
    limit: str
    knowledge: str
    also: tuple[str, ...] = ()
    #: rows of [[notice]] that are a service in person
    personal: frozenset[str]
    #: that the judgment is final meanwhile
    meanwhile: Source


class JudgmentsFile(Row, frozen=True, kw_only=True):
    """Every part is absent from a pack that was stored before this file existed."""

    stage: tuple[StageRow, ...] = ()
    remedy: tuple[RemedyRow, ...] = ()
    final: Source | None = None
    late_opposition: LateOpposition | None = None
    outcome: tuple[OutcomeRow, ...] = ()
    penalty: tuple[PenaltyRow, ...] = ()
    port_ban: PortBanRow | None = None
    extract: tuple[ExtractRow, ...] = ()
    duty: tuple[DutyRow, ...] = ()

    def remedies(self, stage: Stage, level: str, role: PartyRole, manner: Manner) -> tuple[RemedyRow, ...]:
        """The clocks that a party has after such a judgment."""
        return tuple(
            row for row in self.remedy if stage in row.stages and level in row.levels and role in row.roles and manner in row.manners
        )

    def tells(self, stage: Stage, level: str) -> bool:
        """Do these rows say which remedies follow such a judgment?"""
        told = any(row.id == stage and row.no_remedy for row in self.stage)
        return told or any(stage in row.stages and level in row.levels for row in self.remedy)

    def follow_on(self, stage: Stage, level: str) -> RemedyRow | None:
        return next((row for row in self.remedy if row.follows and stage in row.stages and level in row.levels), None)
