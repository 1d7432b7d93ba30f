"""What makes the time limits and the limitation of the criminal action sound."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from itertools import pairwise

from routing.dated import Titled, TitledSource
from routing.law_issues import Issues
from routing.limitation_rows import FormerClass, LimitationFile
from routing.period_checks import follow
from routing.provisions import LimitationClass
from routing.time_limit_rows import TimeLimit, TimeLimitsFile
from routing.time_limits import HOURS_OF_A_DAY, READINGS

LIMITS, LIMITATION = "time_limits.toml", "limitation.toml"
#: questions of limitation, which limitation.py answers
_OF_LIMITATION = frozenset({"limitationDay"})


def check_time_limits(file: TimeLimitsFile, issues: Issues) -> None:
    _ids(file, issues)
    if file.calendar is None or not file.calendar.holidays:
        issues.add(LIMITS, "calendar", "is missing", "name the legal holidays under [calendar]")
    if file.distance is None:
        issues.add(LIMITS, "distance", "is missing", "write the days of art. 55 Ger.W. under [distance]")
    elif both := sorted(file.distance.neighbour_countries & file.distance.europe_countries):
        issues.add(LIMITS, "distance", f"has {', '.join(both)} twice", "name a country as a neighbour or as elsewhere in Europe")
    if not file.service_hours:
        issues.add(LIMITS, "service hours", "are missing", "write the hours of art. 47 Ger.W. under [[service_hours]]")
    for hours in file.service_hours:
        if not 0 <= hours.first_hour < hours.last_hour <= HOURS_OF_A_DAY:
            span = f"{hours.first_hour} to {hours.last_hour}"
            issues.add(LIMITS, "service hours", f"run from {span}", "write two hours of a day, the first one earlier")
    follow(LIMITS, "service hours", file.service_hours, issues)
    _begins(file, issues)
    for unread in sorted(READINGS - {row.id for row in file.reading}):
        issues.add(LIMITS, f"reading {unread}", "is missing", "add its [[reading]] row: the sums can take it both ways")
    for row in file.reading:
        if row.id not in READINGS | _OF_LIMITATION:
            issues.add(LIMITS, f"reading {row.id}", "is known to no sum", "use an id that routing/time_limits.py takes both ways")
    for limit in file.limit:
        _limit(limit, file, issues)
    known = {limit.id for limit in file.limit}
    for ground, named in [(row.id, row.limits) for row in file.suspension] + [(row.id, row.during) for row in file.stay]:
        for code in sorted(set(named) - known):
            issues.add(LIMITS, ground, f"names unknown limit {code}", "use an id of [[limit]]")


def _begins(file: TimeLimitsFile, issues: Issues) -> None:
    anchors = {limit.id: limit.anchors for limit in file.limit}
    for row in file.begin:
        name = f"begin {row.limit} by {row.event}"
        if row.anchor not in anchors.get(row.limit, ()):
            issues.add(LIMITS, name, f"starts at {row.anchor}", "name a known limit, and one of its anchors")
    pairs = [(row.event, row.limit, row.detained) for row in file.begin]
    for event, limit, _ in sorted({one for one in pairs if pairs.count(one) > 1}, key=str):
        issues.add(LIMITS, f"begin {limit} by {event}", "stands twice", "keep one")


def _ids(file: TimeLimitsFile, issues: Issues) -> None:
    titled: tuple[tuple[str, Sequence[Titled | TitledSource]], ...] = (
        ("anchor", file.anchor),
        ("notice", file.notice),
        ("suspension", file.suspension),
        ("stay", file.stay),
        ("extension", file.extension),
        ("limit", file.limit),
    )
    for kind, rows in titled:
        ids = [row.id for row in rows]
        for double in sorted({one for one in ids if ids.count(one) > 1}):
            issues.add(LIMITS, f"{kind} {double}", "stands twice", "keep one, or give the other one an id of its own")
        for name, row in zip(ids, rows, strict=True):
            for field in ("title_nl", "title_fr", "title_en"):
                if not getattr(row, field).strip():
                    issues.add(LIMITS, f"{kind} {name}", f"has no {field}", "write how that language calls it")
    numbers = [row.number for row in file.reading]
    for double in sorted({one for one in numbers if numbers.count(one) > 1}):
        issues.add(LIMITS, f"reading {double}", "stands twice", "give each question one number")


def _limit(limit: TimeLimit, file: TimeLimitsFile, issues: Issues) -> None:
    anchors, readings, limits = {row.id for row in file.anchor}, {row.id for row in file.reading}, {row.id for row in file.limit}
    if not limit.anchors or not set(limit.anchors) <= anchors:
        issues.add(LIMITS, limit.id, "starts at no known event", "name one or more ids of [[anchor]] in anchors")
    for code in sorted(set(limit.readings) - readings):
        issues.add(LIMITS, limit.id, f"hangs on unknown reading {code}", "use an id of [[reading]]")
    if limit.after is not None and (limit.after not in limits or "chain" not in limit.readings):
        issues.add(LIMITS, limit.id, f"follows {limit.after}", 'name a known limit in after, and "chain" among the readings')
    if limit.rolls == ("earlier" if limit.direction == "forward" else "workingDay"):
        issues.add(
            LIMITS, limit.id, f"runs {limit.direction} but rolls {limit.rolls}", "a forward limit moves on, a backward one moves back"
        )
    if not limit.version:
        issues.add(LIMITS, limit.id, "has no version", "add one [[limit.version]] block")
    for version in limit.version:
        if version.length <= 0:
            issues.add(LIMITS, limit.id, f"has length {version.length}", "write a length above 0")
        if version.within is not None and version.within not in limits - {limit.id}:
            issues.add(LIMITS, limit.id, f"is filed within {version.within}", "name another known limit in within")
        if limit.whole_days and (version.unit != "hour" or version.length % HOURS_OF_A_DAY):
            issues.add(LIMITS, limit.id, "has whole days that are no hours of whole days", 'write unit = "hour" and a multiple of 24')
        if limit.direction == "backward" and version.unit in ("month", "year"):
            issues.add(LIMITS, limit.id, f"counts back in {version.unit}s", "a backward limit counts hours, days or working days")
    follow(LIMITS, limit.id, limit.version, issues)


def check_limitation(file: LimitationFile, offences: Collection[str], issues: Issues) -> None:
    if file.present is None or file.present.in_force_from is None:
        issues.add(LIMITATION, "present", "is missing", "write the classes of the law in force, and its first day, under [present]")
        return
    _classes("present", file.present.classes, issues)
    ids = [row.id for row in file.present.classes]
    for former in file.former:
        _classes(f"former from {former.in_force_from}", former.classes, issues)
        if [row.id for row in former.classes] != ids:
            issues.add(
                LIMITATION,
                f"former from {former.in_force_from}",
                "has other classes than [present]",
                "give it the same ids in the same order",
            )
    if not file.former or file.former[-1].in_force_until != file.present.in_force_from:
        issues.add(
            LIMITATION, "former", "does not reach the present law", f"end the last one with in_force_until = {file.present.in_force_from}"
        )
    follow(LIMITATION, "former", file.former, issues)
    follow(LIMITATION, "contravention", file.contravention, issues)
    for name in ("transition", "seisin", "imprescriptible", "continued", "reasonable_time"):
        if getattr(file, name) is None:
            issues.add(LIMITATION, name, "is missing", f"write what it rests on under [{name}]")
    for row in file.suspension:
        if row.first_day > row.last_day:
            issues.add(LIMITATION, f"suspension {row.id}", "ends before it begins", "put first_day before last_day")
    never = file.imprescriptible
    for code in sorted({*never.always, *never.in_some_context} - set(offences)) if never is not None else ():
        issues.add(LIMITATION, "imprescriptible", f"names unknown offence {code}", "use a code of offences.toml")


def _classes(row: str, classes: Sequence[LimitationClass | FormerClass], issues: Issues) -> None:
    bounds = [one.above_years for one in classes]
    if not bounds or bounds[-1] != 0 or any(higher <= lower for higher, lower in pairwise(bounds)):
        what, mend = "has classes that do not follow each other down to 0", "put the highest maximum first and end with above_years = 0"
        issues.add(LIMITATION, row, what, mend)
