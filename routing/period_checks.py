"""Versions follow each other in time, without gap or overlap."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from routing.dated import Dated
from routing.law_issues import Issues


def all_days(file: str, row: str, versions: Sequence[Dated], issues: Issues) -> None:
    """Versions follow each other without gap or overlap, open at both ends."""
    if not versions:
        issues.add(file, row, "has no version", "add one [[...version]] block")
        return
    if versions[0].in_force_from is not None:
        issues.add(file, row, "starts late", "leave in_force_from of the first version out: it stands for earlier days too")
    if versions[-1].in_force_until is not None:
        issues.add(file, row, "ends", "add the version that follows, or leave in_force_until of the last one out")
    follow(file, row, versions, issues)


def follow(file: str, row: str, versions: Sequence[Dated], issues: Issues) -> None:
    for earlier, later in pairwise(versions):
        end, start = earlier.in_force_until, later.in_force_from
        if end is None or start is None or end > start:
            issues.add(file, row, f"has two rows in force on {start}", f"end the earlier one with in_force_until = {start}")
        elif end < start:
            issues.add(file, row, f"has no row from {end} until {start}", "move one of the two days, or add the row between")
    for version in versions:
        start, end = version.in_force_from, version.in_force_until
        if start is not None and end is not None and start >= end:
            issues.add(file, row, f"has an empty period {start} to {end}", "put the first day before the day on which it ends")
