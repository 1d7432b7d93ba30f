"""What the law data rest on: rows by confidence, what was not verified, and what nobody compared with the official text lately."""

from __future__ import annotations

from collections import Counter
from datetime import date

import msgspec

from routing.ages import birthday
from routing.catalogue import correctional_not_checked
from routing.catalogue_checks import tap_differences
from routing.decision import Confidence
from routing.law import Law
from routing.law_rows import LawRow, files_of

CONFIDENCES: tuple[Confidence, ...] = ("sure", "likely", "unverified")
#: a comparison with the official text that is older than this says nothing any more
CHECK_LASTS_YEARS = 1


class FileState(msgspec.Struct, frozen=True, kw_only=True):
    file: str
    rows: int
    sure: int
    likely: int
    unverified: int
    never_checked: int
    #: compared with the official text, but too long ago
    expired: int


class PolicyPeriod(msgspec.Struct, frozen=True, kw_only=True):
    policy: str
    in_use: bool
    in_force_from: date | None
    in_force_until: date | None
    citation: str
    confidence: Confidence


class LawState(msgspec.Struct, frozen=True, kw_only=True):
    """The state of the law data on a day."""

    day: date
    files: tuple[FileState, ...]
    policies: tuple[PolicyPeriod, ...]
    unverified: tuple[LawRow, ...]
    #: never compared, or too long ago
    to_check: tuple[LawRow, ...]
    #: where the offence catalogue and the list of tapped offences differ
    tap_differences: tuple[str, ...]
    #: offences of the contract for which no provision is held
    absent: tuple[str, ...]
    #: wordings of which nobody read whether the crime can be correctionalised
    correctional_not_checked: tuple[str, ...]


def law_state(law: Law, day: date) -> LawState:
    return LawState(
        day=day,
        files=tuple(_file(name, rows, day) for name, rows in files_of(law.rows).items()),
        policies=tuple(
            PolicyPeriod(
                policy=policy.id,
                in_use=policy.in_use,
                in_force_from=version.in_force_from,
                in_force_until=version.in_force_until,
                citation=version.citation,
                confidence=version.confidence,
            )
            for policy in law.policies.values()
            for version in policy.version
        ),
        unverified=tuple(row for row in law.rows if row.confidence == "unverified"),
        to_check=tuple(row for row in law.rows if not is_fresh(row, day)),
        tap_differences=tap_differences(law.catalogue),
        absent=tuple(law.catalogue.absent),
        correctional_not_checked=correctional_not_checked(law.catalogue),
    )


def law_report(law: Law, day: date, *, list_expired: bool = False) -> tuple[str, ...]:
    """The state of the law data in lines, for whoever checks them."""
    state = law_state(law, day)
    never = sum(file.never_checked for file in state.files)
    expired = sum(file.expired for file in state.files)
    lines = [
        *(f"{file.file}: {file.rows} rows ({', '.join(f'{getattr(file, one)} {one}' for one in CONFIDENCES)})" for file in state.files),
        *(f"policy {one.policy} [{one.in_force_from or 'open'}, {one.in_force_until or 'open'}): {one.citation}" for one in state.policies),
        f"to compare with the official text: {never + expired} rows ({never} never compared, {expired} more than a year ago)",
        f"unverified: {', '.join(_shown(state.unverified)) or 'none'}",
        f"offences without a provision in the catalogue: {', '.join(state.absent) or 'none'}",
        f"whether a crime can be correctionalised: {len(state.correctional_not_checked)} wordings not checked: "
        f"{', '.join(state.correctional_not_checked) or 'none'}",
        f"catalogue and tap list differ in {len(state.tap_differences)} lines, each a question for a lawyer:",
        *(f"  {line}" for line in state.tap_differences),
    ]
    if list_expired:
        lines += [f"to check: {row.file} {row.row} {row.period}: {row.citation} ({row.checked_on or 'never'})" for row in state.to_check]
    return tuple(lines)


def _shown(rows: tuple[LawRow, ...]) -> list[str]:
    """Rows of the rules by name, of the tables by number."""
    named = [f"{row.row} {row.period}" for row in rows if row.file in ("competence.toml", "policies.toml")]
    others = Counter(row.file for row in rows if row.file not in ("competence.toml", "policies.toml"))
    return [*named, *(f"{count} rows of {file}" for file, count in sorted(others.items()))]


def _file(name: str, rows: list[LawRow], day: date) -> FileState:
    counts = Counter(row.confidence for row in rows)
    never = sum(row.checked_on is None for row in rows)
    return FileState(
        file=name,
        rows=len(rows),
        sure=counts["sure"],
        likely=counts["likely"],
        unverified=counts["unverified"],
        never_checked=never,
        expired=sum(not is_fresh(row, day) for row in rows) - never,
    )


def is_fresh(row: LawRow, day: date) -> bool:
    """A person compared the row with the official text in the year before that day."""
    return row.checked_on is not None and birthday(row.checked_on, CHECK_LASTS_YEARS) >= day
