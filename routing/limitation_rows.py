"""The rows of limitation.toml: the limitation of the criminal action, before and since 28 April 2024."""

from __future__ import annotations

from datetime import date

import msgspec

from routing.dated import Row, Source, TitledSource
from routing.decision import Confidence
from routing.provisions import Limitation


class FormerClass(Row, frozen=True, kw_only=True):
    id: str
    #: of the legal maximum
    above_years: int
    period_years: int
    #: once the crime was correctionalised; None = the same
    correctionalised_years: int | None = None

    @property
    def shortest(self) -> int:
        return min(self.period_years, self.correctionalised_years or self.period_years)


class Former(Source, frozen=True, kw_only=True):
    #: what these rows cannot tell, in Dutch
    open_nl: str
    #: the highest maximum first
    classes: tuple[FormerClass, ...] = msgspec.field(name="class")


class Contravention(Source, frozen=True, kw_only=True):
    months: int
    contraventionalised_months: int | None = None


class LimitationStandstill(Source, frozen=True, kw_only=True):
    """Days on which running actions stood still, both included."""

    id: str
    first_day: date
    last_day: date
    #: whether that carries into the present regime
    carries: Confidence


class Imprescriptible(TitledSource, frozen=True, kw_only=True):
    #: codes of offences that never bar
    always: tuple[str, ...]
    #: codes of offences that never bar in a context that the report does not tell
    in_some_context: tuple[str, ...]


class Continued(TitledSource, frozen=True, kw_only=True):
    """Facts under one intent are counted from the last of them."""

    #: what this row cannot tell, in Dutch
    open_nl: str


class LimitationFile(Row, frozen=True, kw_only=True):
    """Every part is absent from a pack that was stored before this file existed."""

    present: Limitation | None = None
    #: oldest first
    former: tuple[Former, ...] = ()
    contravention: tuple[Contravention, ...] = ()
    transition: Source | None = None
    seisin: Source | None = None
    suspension: tuple[LimitationStandstill, ...] = ()
    imprescriptible: Imprescriptible | None = None
    continued: Continued | None = None
    reasonable_time: TitledSource | None = None
