"""What makes the rows about judgments sound: known ids and clocks, words in each language, and dates that follow each other."""

from __future__ import annotations

from collections.abc import Sequence
from typing import get_args

from routing.dated import Titled, TitledSource
from routing.judgment_rows import DutyRow, JudgmentsFile, PortBanRow, RemedyRow, Stage
from routing.law_issues import Issues
from routing.period_checks import follow
from routing.time_limit_rows import TimeLimitsFile

FILE = "judgments.toml"


def check_judgments(file: JudgmentsFile, limits: TimeLimitsFile, issues: Issues) -> None:
    _titled(file, issues)
    for missing in sorted(set(get_args(Stage)) - {row.id for row in file.stage}):
        issues.add(FILE, f"stage {missing}", "is missing", "add its [[stage]] row")
    if file.final is None:
        issues.add(FILE, "final", "is missing", "write what finality rests on under [final]")
    _late_opposition(file, limits, issues)
    if file.port_ban is None:
        issues.add(FILE, "port_ban", "is missing", "write the port ban under [port_ban]")
    else:
        _port_ban(file.port_ban, issues)
    for row in file.remedy:
        _remedy(row, limits, issues)
    known = {row.id for row in limits.limit}
    for extract in file.extract:
        if extract.limit is not None and extract.limit not in known:
            issues.add(FILE, extract.id, f"names unknown limit {extract.limit}", "use an id of [[limit]] in time_limits.toml")
    for duty in file.duty:
        _anchored(duty, limits, issues)


def _late_opposition(file: JudgmentsFile, limits: TimeLimitsFile, issues: Issues) -> None:
    row = file.late_opposition
    if row is None:
        issues.add(FILE, "late_opposition", "is missing", "write what art. 187 Sv. keeps open under [late_opposition]")
        return
    anchors = {one.id: one.anchors for one in limits.limit}
    if row.knowledge not in anchors.get(row.limit, ()):
        issues.add(FILE, "late_opposition", f"starts again at {row.knowledge}", "name a known limit, and one of its anchors in knowledge")
    for unknown in sorted({*row.also} - set(anchors)):
        issues.add(FILE, "late_opposition", f"names unknown limit {unknown}", "use ids of [[limit]] in time_limits.toml")
    for unknown in sorted(row.personal - {one.id for one in limits.notice}):
        issues.add(FILE, "late_opposition", f"names unknown notice {unknown}", "use ids of [[notice]] in time_limits.toml")


def _titled(file: JudgmentsFile, issues: Issues) -> None:
    listed: tuple[tuple[str, Sequence[Titled | TitledSource]], ...] = (
        ("stage", file.stage),
        ("outcome", file.outcome),
        ("penalty", file.penalty),
        ("extract", file.extract),
    )
    for kind, rows in listed:
        ids = [row.id for row in rows]
        for double in sorted({one for one in ids if ids.count(one) > 1}):
            issues.add(FILE, f"{kind} {double}", "stands twice", "keep one, or give the other one an id of its own")
        for name, row in zip(ids, rows, strict=True):
            for field in ("title_nl", "title_fr", "title_en"):
                if not getattr(row, field).strip():
                    issues.add(FILE, f"{kind} {name}", f"has no {field}", "write how that language calls it")
    remedies = [row.id for row in file.remedy]
    for double in sorted({one for one in remedies if remedies.count(one) > 1}):
        issues.add(FILE, f"remedy {double}", "stands twice", "keep one, or give the other one an id of its own")


def _anchored(row: RemedyRow | DutyRow, limits: TimeLimitsFile, issues: Issues) -> None:
    limit = next((one for one in limits.limit if one.id == row.limit), None)
    if limit is None:
        issues.add(FILE, row.id, f"names unknown limit {row.limit}", "use an id of [[limit]] in time_limits.toml")
    elif row.event not in limit.anchors:
        issues.add(FILE, row.id, f"starts at {row.event}, where its limit does not", f"use one of {', '.join(limit.anchors)}")


def _remedy(row: RemedyRow, limits: TimeLimitsFile, issues: Issues) -> None:
    _anchored(row, limits, issues)
    if bool(row.follows) == bool(row.roles and row.manners):
        issues.add(FILE, row.id, "has neither parties nor a first appellant, or both", "write roles and manners, or follows")


def _port_ban(row: PortBanRow, issues: Issues) -> None:
    if row.longest_count <= 0:
        issues.add(FILE, "port_ban", f"is at most {row.longest_count} long", "write a length above 0")
    if not row.version:
        issues.add(FILE, "port_ban", "has no version", "add one [[port_ban.version]] block")
    follow(FILE, "port_ban", row.version, issues)
