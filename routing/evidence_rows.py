"""The rows of evidence.toml: kinds of pieces, what their inventory rests on, custodians, and decisions on seized goods."""

from __future__ import annotations

from datetime import date

from routing.dated import Row, Source, Titled, TitledSource


class PieceKind(TitledSource, frozen=True, kw_only=True):
    id: str


class Custodian(Titled, frozen=True, kw_only=True):
    id: str


class DecisionBasis(Source, frozen=True, kw_only=True):
    #: kinds of goods of the contract; empty = all
    kinds: tuple[str, ...] = ()
    #: who decides, where that is not said by the role alone
    remark_nl: str = ""

    def about(self, kind: str | None, day: date) -> bool:
        """Does it carry a decision of that day on goods of that kind? A kind that is not known has the general basis only."""
        return self.covers(day) and (not self.kinds or kind in self.kinds)


class ItemDecisionRow(Titled, frozen=True, kw_only=True):
    id: str
    #: ids of time_limits.toml
    limits: tuple[str, ...] = ()
    basis: tuple[DecisionBasis, ...]


class EvidenceFile(Row, frozen=True, kw_only=True):
    """All parts are absent from a pack that was stored before this file existed."""

    #: that every sending of the file has an inventory
    inventory: Source | None = None
    #: that the confidential file is never in it
    confidential: Source | None = None
    piece: tuple[PieceKind, ...] = ()
    custodian: tuple[Custodian, ...] = ()
    decision: tuple[ItemDecisionRow, ...] = ()

    def bases(self, decision: str, kind: str | None, day: date) -> tuple[DecisionBasis, ...]:
        """What a decision of that day rests on, the special one first."""
        found = [one for row in self.decision if row.id == decision for one in row.basis if one.about(kind, day)]
        return tuple(sorted(found, key=lambda one: not one.kinds))
