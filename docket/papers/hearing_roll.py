"""The roll of a chamber on a day as a document: of no single file, so it holds what its reader may read of each."""

from collections.abc import Sequence
from datetime import date, datetime
from typing import Any

from docket import report_words, titles
from docket.clock import court_day
from docket.contacts import DETAINED
from docket.hearings import Chamber
from docket.papers.naming import majority
from docket.store.hearings import RollLine
from documents import hearing_roll as paper
from documents import words
from routing import Law


def roll(chamber: Chamber, day: date, lines: Sequence[RollLine], capacity: int | None, at: datetime, law: Law) -> paper.HearingRoll:
    """`capacity`: of the sitting; None = the chamber does not sit by its days."""
    places = words.counted(capacity, "plaats", "plaatsen") if capacity is not None else None
    return paper.HearingRoll(
        court=law.title(chamber.court) or chamber.court,
        chamber=chamber.name,
        kind=titles.HEARING_KINDS[chamber.kind],
        day=day,
        occupied=f"{len(lines)} van {places} ingenomen" if places is not None else "geen zitting volgens de zittingsdagen",
        rows=tuple(_row(number, line, majority(law, day)) for number, line in enumerate(lines, start=1)),
        made_at=f"{words.day(court_day(at))} om {report_words.hour(at)}",
    )


def _row(number: int, line: RollLine, of_age: int | None) -> paper.Row:
    read = line.case_number is not None
    return paper.Row(
        number=number,
        hour=report_words.hour(line.starts_at),
        case_number=line.case_number,
        notice_number=line.notice_number,
        suspects=tuple(_suspect(at, one, of_age) for at, one in enumerate(line.suspects, start=1)),
        counsel=line.counsel,
        detained=any(one["custody"] in DETAINED for one in line.suspects) if read else None,
    )


def _suspect(number: int, one: dict[str, Any], of_age: int | None) -> str:
    name = " ".join(part.strip() for part in (one["givenNames"], one["familyName"]) if part and part.strip())
    young = one["minor"] or (one["age"] is not None and of_age is not None and one["age"] < of_age)
    several = f", {words.counted(one['count'], 'persoon', 'personen')}" if (one["count"] or 1) > 1 else ""
    if name and not young:
        return f"{name}{several}"
    return f"verdachte {number} ({one['id']}){several or ('' if young else ', naam niet gekend')}"
