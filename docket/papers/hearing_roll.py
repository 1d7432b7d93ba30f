"""The roll of a chamber on a day as a document: of no single file, so it holds what its reader may read of each."""

from collections.abc import Sequence
from datetime import date, datetime

from docket import minors, report_words, titles
from docket.clock import court_day
from docket.contacts import DETAINED
from docket.hearings import Chamber
from docket.papers import free_text, legal, naming, wording
from docket.store.hearings import RollLine, RollPerson
from documents import hearing_roll as paper
from documents import legal as shapes
from documents import words
from routing import Law


def roll(
    chamber: Chamber, day: date, lines: Sequence[RollLine], capacity: int | None, at: datetime, law: Law, address: str | None = None
) -> paper.HearingRoll:
    """`capacity`: of the sitting; None = the chamber does not sit by its days. `address`: of the court, None = not known."""
    places = words.counted(capacity, "plaats", "plaatsen") if capacity is not None else None
    return paper.HearingRoll(
        law=legal.on_day(law, court_day(at), "hearing_roll", shapes.InternalLaw),
        court=wording.court_of(law, chamber, court_day(at)),
        address=address,
        chamber=chamber.name,
        kind=titles.HEARING_KINDS[chamber.kind],
        day=day,
        occupied=f"{len(lines)} van {places} ingenomen" if places is not None else "geen zitting volgens de zittingsdagen",
        rows=tuple(_row(number, line, law) for number, line in enumerate(lines, start=1)),
        made_at=f"{words.day(court_day(at))} om {report_words.hour(at)}",
    )


def _row(number: int, line: RollLine, law: Law) -> paper.Row:
    read, looked = line.case_number is not None, _names(line, law)
    return paper.Row(
        number=number,
        hour=report_words.hour(line.starts_at),
        case_number=line.case_number,
        notice_number=line.notice_number and (_untold(line.notice_number, looked) or line.notice_number),
        suspects=tuple(_suspect(at, one, law) for at, one in enumerate(line.suspects, start=1)),
        counsel=tuple(_untold(one, looked) or one for one in line.counsel),
        detained=any(one.person.custody in DETAINED for one in line.suspects) if read else None,
    )


def _suspect(number: int, one: RollPerson, law: Law) -> str:
    person = one.person
    name = report_words.full_name(person)
    several = f", {report_words.how_many(person)}" if (person.count or 1) > 1 else ""
    young = _young(one, law)
    if name and not young:
        return f"{name}{several}"
    return f"verdachte {number} ({person.id}){several or ('' if young else ', naam niet gekend')}"


def _names(line: RollLine, law: Law) -> free_text.Names:
    young = {one.person.id: _young(one, law) for one in line.people}
    return free_text.names_among([one.person for one in line.people], lambda row: young[row.id])


def _young(one: RollPerson, law: Law) -> str:
    return naming.YOUNG[minors.at_the_facts(one.person, one.offences, one.received_on, law, youth=one.youth)]


def _untold(text: str, looked: free_text.Names) -> str | None:
    """What stands in the place of words that name who is or may be a minor."""
    named = looked.whom(text)
    return f"staat in het dossier: de vermelding noemt {named.whom}" if named is not None else None
