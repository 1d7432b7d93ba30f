"""The rows of extinction.toml: why the criminal action ends, and under what a settlement is offered, with their days."""

from __future__ import annotations

from datetime import date
from typing import Literal

import msgspec

from routing.dated import Row, Source, TitledSource
from routing.decision import Confidence

CauseCode = Literal["death", "dissolution", "limitation", "reasonableTime", "settlementPaid", "amnesty"]
#: what a finding rests on, beside the register
Needs = Literal["deed", "limitation", "judgment", "settlement", "act"]
SettlementId = Literal["beforeSeisin", "afterSeisin"]


class ExtinctionCause(Row, frozen=True, kw_only=True):
    code: CauseCode
    needs: Needs
    #: None = of every suspect
    of: Literal["natural", "legal"] | None = None
    version: tuple[TitledSource, ...]


class SettlementTerms(Row, frozen=True, kw_only=True):
    id: SettlementId
    #: the heaviest sentence that the magistrate expects to ask for
    max_expected_years: int
    #: by the court that has the case
    homologation: bool
    version: tuple[Source, ...]


class ExtinctionFile(Row, frozen=True, kw_only=True):
    """Both parts are absent from a pack that was stored before this file existed."""

    cause: tuple[ExtinctionCause, ...] = ()
    settlement: tuple[SettlementTerms, ...] = ()


class Cause(msgspec.Struct, frozen=True, kw_only=True):
    """A cause as it is worded on a day."""

    code: CauseCode
    needs: Needs
    of: Literal["natural", "legal"] | None
    title_nl: str
    citation: str
    source: str
    confidence: Confidence


class Terms(msgspec.Struct, frozen=True, kw_only=True):
    """Under what a settlement is offered on a day."""

    max_expected_years: int
    homologation: bool
    citation: str
    source: str
    confidence: Confidence


def causes_on(file: ExtinctionFile, day: date) -> dict[str, Cause]:
    """By which causes the criminal action can end on that day, by code."""
    return {
        row.code: Cause(
            code=row.code,
            needs=row.needs,
            of=row.of,
            title_nl=version.title_nl,
            citation=version.citation,
            source=version.source,
            confidence=version.confidence,
        )
        for row in file.cause
        for version in row.version
        if version.covers(day)
    }


def terms_on(file: ExtinctionFile, which: SettlementId, day: date) -> Terms | None:
    """None = the law of that day knows no such settlement."""
    return next(
        (
            Terms(
                max_expected_years=row.max_expected_years,
                homologation=row.homologation,
                citation=version.citation,
                source=version.source,
                confidence=version.confidence,
            )
            for row in file.settlement
            if row.id == which
            for version in row.version
            if version.covers(day)
        ),
        None,
    )
