"""The answer for parliament (antwoord voor het parlement): what a draft of the law would do, in totals; nothing about any single file."""

from datetime import date

import msgspec


class Row(msgspec.Struct, frozen=True, kw_only=True):
    """One line of a table; every count is words, because a small one is not told."""

    title: str
    before: str
    after: str


class Moved(msgspec.Struct, frozen=True, kw_only=True):
    title: str
    count: str


class ParliamentAnswer(msgspec.Struct, frozen=True, kw_only=True):
    """Counts as words, rounded to fives: `210`, or `minder dan 5`."""

    #: Title of the office that answers.
    office: str
    answered_on: date
    #: Day and hour of the register that was decided, in words.
    snapshot_on: str
    files: str
    moved: str
    unchanged: str
    #: Files that stay although the draft decides them otherwise: before a court already.
    before_court: str
    grounds_only: str
    lapsed: str
    offices: tuple[Row, ...]
    moved_by_area: tuple[Moved, ...]
    moved_by_year: tuple[Moved, ...]
    open_before: str
    open_after: str
    to_confirm_before: str
    to_confirm_after: str
    #: A count below this is not told, nor one that would tell it.
    smallest_count: int
    draft_digest: str
    present_digest: str
    engine_version: str
    #: Rows of the draft's law data that nobody has compared with the official text.
    unverified: int


EXAMPLE = ParliamentAnswer(
    office="havenprocureurs bij het parket Antwerpen",
    answered_on=date(2026, 11, 24),
    snapshot_on="24 november 2026 om 10.30 uur",
    files="1.200",
    moved="210",
    unchanged="935",
    before_court="40",
    grounds_only="niet genoemd",
    lapsed="minder dan 5",
    offices=(
        Row(title="havenprocureurs bij het parket Antwerpen", before="900", after="690"),
        Row(title="parket Oost-Vlaanderen, afdeling Dendermonde", before="20", after="230"),
        Row(title="parket West-Vlaanderen, afdeling Brugge", before="minder dan 5", after="minder dan 5"),
        Row(title="federaal parket", before="40", after="minder dan 5 verschil"),
    ),
    moved_by_area=(Moved(title="Waaslandhaven", count="210"),),
    moved_by_year=(Moved(title="2025", count="100"), Moved(title="2026", count="110")),
    open_before="30",
    open_after="minder dan 5 verschil",
    to_confirm_before="500",
    to_confirm_after="300",
    smallest_count=5,
    draft_digest="5f" * 32,
    present_digest="4e" * 32,
    engine_version="2",
    unverified=14,
)
