"""
Turns the totals of a simulation into the answer for parliament: small counts are not told, nor what would tell them; pure.

Every other count is rounded to fives. The tables tell of the same files (who moves, from where, to where, of which year), so a small
count that one of them hides could be subtracted out of a large one of another; of rounded counts nothing is subtracted to the file.
"""

from collections.abc import Mapping, Sequence
from datetime import date, datetime

from docket.clock import COURT_ZONE
from docket.simulation import NONE, Load, Totals
from documents import words
from documents.parliament_answer import Moved, ParliamentAnswer, Row
from routing import Law

#: A count below this could tell of one file.
SMALLEST = 5
SMALL = f"minder dan {SMALLEST}"
HIDDEN = "niet genoemd"
#: So many lines fit on the two pages; the rest is one line.
_OFFICES, _AREAS, _YEARS = 12, 8, 10


def answer(
    totals: Totals,
    *,
    office: str,
    answered_on: date,
    snapshot_at: datetime,
    digests: tuple[str, str],
    engine_version: str,
    law: Law,
    draft: Law,
) -> ParliamentAnswer:
    """`digests` of the draft and of the present law; titles come from both, those of the draft first."""
    whole = told(
        {
            "moved": totals.moved,
            "unchanged": totals.unchanged,
            "court": totals.stays.get("referred", 0) + totals.stays.get("seised", 0),
            "grounds": totals.stays.get("groundsOnly", 0),
        }
    )
    at = snapshot_at.astimezone(COURT_ZONE)
    open_before, open_after = pair(totals.open_tracks)
    confirm_before, confirm_after = pair(totals.to_confirm)
    return ParliamentAnswer(
        office=office,
        answered_on=answered_on,
        snapshot_on=f"{words.day(at.date())} om {at.hour}.{at:%M} uur",
        files=_number(totals.files) if totals.files >= SMALLEST or not totals.files else SMALL,
        moved=whole["moved"],
        unchanged=whole["unchanged"],
        before_court=whole["court"],
        grounds_only=whole["grounds"],
        lapsed=told({"lapsed": totals.lapsed})["lapsed"],
        offices=_offices(totals, law, draft),
        moved_by_area=_moved(_first_side(totals.by_area), law, draft, _AREAS, "andere gebieden"),
        moved_by_year=_years(totals.by_year),
        open_before=open_before,
        open_after=open_after,
        to_confirm_before=confirm_before,
        to_confirm_after=confirm_after,
        smallest_count=SMALLEST,
        draft_digest=digests[0],
        present_digest=digests[1],
        engine_version=engine_version,
        unverified=sum(row.confidence == "unverified" for row in draft.rows),
    )


def told(counts: Mapping[str, int]) -> dict[str, str]:
    """
    Counts that add up to a total that the reader knows, as words.

    Where a small one is hidden, the next smallest are hidden too until nobody can subtract his way to it.
    """
    small = {name for name, count in counts.items() if 0 < count < SMALLEST}
    hidden = set(small)
    for name in sorted(counts, key=lambda name: (counts[name], name)):
        if not small or (len(hidden) > 1 and sum(counts[each] for each in hidden) >= 2 * SMALLEST):
            break
        if counts[name] > 0:
            hidden.add(name)
    return {name: SMALL if name in small else HIDDEN if name in hidden else _number(count) for name, count in counts.items()}


def pair(load: Load) -> tuple[str, str]:
    """Before and after; a small difference would tell as much as a small count."""
    before, after = (SMALL if 0 < count < SMALLEST else _number(count) for count in (load.before, load.after))
    if 0 < abs(load.after - load.before) < SMALLEST and SMALL not in (before, after):
        return before, f"{SMALL} verschil"
    if SMALL in (before, after) and abs(load.after - load.before) < SMALLEST:
        return (before, after) if before == after else (SMALL, SMALL) if max(load.before, load.after) < SMALLEST else (HIDDEN, HIDDEN)
    return before, after


def _offices(totals: Totals, law: Law, draft: Law) -> tuple[Row, ...]:
    rows = sorted(totals.offices.items(), key=lambda row: (-abs(row[1].after - row[1].before), -row[1].before, row[0]))
    shown, rest = rows[:_OFFICES], rows[_OFFICES:]
    lines = [(_title(code, law, draft, "nog geen parket"), load) for code, load in shown]
    if rest:
        lines.append(
            (
                f"andere parketten ({len(rest)})",
                Load(before=sum(load.before for _, load in rest), after=sum(load.after for _, load in rest)),
            )
        )
    words = columns([load for _, load in lines])
    return tuple(Row(title=title, before=before, after=after) for (title, _), (before, after) in zip(lines, words, strict=True))


def columns(loads: Sequence[Load]) -> list[tuple[str, str]]:
    """
    `pair` of each row, and never one hidden count alone in a column: who adds up the others would know it.

    The next smallest counts of that column are hidden too, as in `told`.
    """
    words = [list(pair(load)) for load in loads]
    for column in range(2):
        counts = [(load.before, load.after)[column] for load in loads]
        hidden = {place for place, count in enumerate(counts) if count and words[place][column] != _number(count)}
        for place in sorted(range(len(counts)), key=counts.__getitem__):
            if not hidden or (len(hidden) > 1 and sum(counts[each] for each in hidden) >= 2 * SMALLEST):
                break
            if counts[place] and place not in hidden:
                hidden.add(place)
                words[place][column] = HIDDEN
    return [(before, after) for before, after in words]


def _moved(counts: Mapping[str, int], law: Law, draft: Law, most: int, others: str) -> tuple[Moved, ...]:
    rows = sorted(counts.items(), key=lambda row: (-row[1], row[0]))
    titled = {_title(code, law, draft, "havengebied niet gekend"): count for code, count in rows[:most]}
    if rows[most:]:
        titled[others] = sum(count for _, count in rows[most:])
    return tuple(Moved(title=title, count=count) for title, count in told(titled).items())


def _years(counts: Mapping[str, int]) -> tuple[Moved, ...]:
    years = sorted(counts, reverse=True)
    titled = {year: counts[year] for year in years[:_YEARS]}
    if years[_YEARS:]:
        titled[f"{years[_YEARS]} en eerder"] = sum(counts[year] for year in years[_YEARS:])
    return tuple(Moved(title=title, count=count) for title, count in told(titled).items())


def _first_side(counts: Mapping[str, int]) -> dict[str, int]:
    found: dict[str, int] = {}
    for key, count in counts.items():
        before = key.partition(">")[0]
        found[before] = found.get(before, 0) + count
    return found


def _title(code: str, law: Law, draft: Law, none: str) -> str:
    if code == NONE:
        return none
    return "geen havengebied" if code == "none" else draft.title(code) or law.title(code) or code


def _number(count: int) -> str:
    """To the nearest five, and five at least: the words for what is small are others."""
    rounded = (count + SMALLEST // 2) // SMALLEST * SMALLEST
    return f"{rounded:,}".replace(",", ".")
