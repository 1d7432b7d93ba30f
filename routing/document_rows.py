"""The rows of documents.toml: what each kind of document rests on and has to say, on which days."""

from __future__ import annotations

from datetime import date
from typing import Literal

from routing.dated import Row, Source, TitledSource
from routing.decision import KindOfGround

#: provisions that a document or its form cites beside its own
ArticleId = Literal[
    "secrecy",
    "injuredPerson",
    "grievances",
    "dismissalMotive",
    "confiscation",
    "equalGrounds",
    "leave",
    "sameJudge",
    "actElsewhere",
    "officesAgree",
]
ChoiceList = Literal["dismissalForm", "assetDecision", "inventoryOccasion"]
IndicationCode = Literal["severalCircuits", "severalCountries", "listedOffence", "unionDuties"]


class DocumentVersion(TitledSource, frozen=True, kw_only=True):
    #: sentences that the document has to hold, as they are printed
    texts: tuple[str, ...] = ()


class DocumentRow(Row, frozen=True, kw_only=True):
    #: code of the catalogue of documents
    kind: str
    kind_of_ground: KindOfGround
    version: tuple[DocumentVersion, ...]


class ArticleRow(Row, frozen=True, kw_only=True):
    id: ArticleId
    kind_of_ground: KindOfGround
    version: tuple[Source, ...]


class ChoiceRow(Row, frozen=True, kw_only=True):
    of: ChoiceList
    code: str
    version: tuple[TitledSource, ...]


class IndicationRow(Row, frozen=True, kw_only=True):
    """What in a file touches the competence of an office to which no rule gives it: of the federal one, or the European one."""

    code: IndicationCode
    at_least: int | None = None
    #: country of the ports that are told without one
    home: str | None = None
    home_ports: frozenset[str] = frozenset()
    offences: frozenset[str] = frozenset()
    version: tuple[Source, ...]


class DocumentsFile(Row, frozen=True, kw_only=True):
    """Every part is absent from a pack that was stored before this file existed."""

    document: tuple[DocumentRow, ...] = ()
    article: tuple[ArticleRow, ...] = ()
    choice: tuple[ChoiceRow, ...] = ()
    indication: tuple[IndicationRow, ...] = ()

    def of_kind(self, kind: str, day: date) -> DocumentVersion | None:
        """What a document that is made on that day rests on; None = the law of that day knows no such document."""
        return next((one for row in self.document if row.kind == kind for one in row.version if one.covers(day)), None)

    def ground_of(self, kind: str) -> KindOfGround | None:
        return next((row.kind_of_ground for row in self.document if row.kind == kind), None)

    def provision(self, id_: str, day: date) -> Source | None:
        """By an ArticleId; None = the law of that day holds none."""
        return next((one for row in self.article if row.id == id_ for one in row.version if one.covers(day)), None)

    def choices(self, of: ChoiceList, day: date) -> dict[str, TitledSource]:
        """What can be chosen on that day, by code."""
        return {row.code: one for row in self.choice if row.of == of for one in row.version if one.covers(day)}

    def indicated(self, day: date) -> dict[IndicationCode, tuple[IndicationRow, Source]]:
        """What touches the competence of another office on that day, with the law that says so."""
        return {row.code: (row, one) for row in self.indication for one in row.version if one.covers(day)}
