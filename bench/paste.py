"""How well a pasted report is read: precision and recall of each field against reported incidents, and the time it takes.

usage: python -m bench.paste [ROWS.jsonl] [--misses]

Recall counts what the text itself says, by a rough literal test: a row knows more than its summary (the day from the
page, the dock from the quay).
"""

import json
import re
import sys
import time
from collections.abc import Iterable
from datetime import date
from itertools import accumulate
from pathlib import Path

from docket import legislation
from docket.decoding import last_day
from docket.paste import Proposal, place_names, proposals
from docket.paste.proposal import fold
from docket.paste.words import MONTHS, NATIONALITIES, NUMBERS

#: A rounded weight in one of two places is the same weight.
_TOLERANCE = 0.02


ROWS = Path(__file__).parents[1] / "tests" / "routing" / "rows" / "incidents.jsonl"
NAMES = place_names(legislation.load().law.places)


def expected(intake: dict) -> dict[str, set]:
    """What the row holds, by field; sums of neighbours count too, because a report says "six" where the row has five and one."""
    places, persons = intake.get("places") or [], intake.get("persons") or []
    counts = [person.get("count") or 0 for person in persons]
    seizures = intake.get("seizures") or []
    offences = intake.get("offences") or []
    dates = {offence.get(name) for offence in offences for name in ("committedFrom", "committedUntil")}
    aliases = {name.text: name.value or name.text for name in NAMES}
    return {
        "places[].quay": {place.get("quay") for place in places} - {None},
        "places[].dock": {place.get("dock") for place in places} - {None},
        "places[].terminal": {aliases.get(place.get("terminal"), place.get("terminal")) for place in places} - {None},
        "places[].port": {place.get("port") for place in places} - {None},
        "seizures[].netWeightKg": {seizure.get("netWeightKg") for seizure in seizures} - {None},
        "seizures[].substance": {seizure.get("substance") for seizure in seizures} - {None},
        "dates": dates - {None},
        "persons[].count": _totals(counts) - {0},
        "persons[].age": {person.get("age") for person in persons} - {None},
        "persons[].nationality": {person.get("nationality") for person in persons} - {None},
        "vessels[].name": {vessel.get("name") for vessel in intake.get("vessels") or []} - {None},
    }


def told(field: str, value: object, summary: str) -> bool:
    """Whether the summary has the words from which the value could be read."""
    folded = fold(summary)
    match field:
        case "places[].quay" | "places[].dock" | "places[].terminal" | "vessels[].name":
            names = {name.text for name in NAMES if (name.value or name.text) == value} | {str(value)}
            return any(fold(name) in folded for name in names)
        case "places[].port":
            return value in ("antwerp", "ghent", "zeebrugge") and re.search(_PORT_WORDS[str(value)], folded) is not None
        case "persons[].age":
            return re.search(rf"\b{value}\b", folded) is not None
        case "persons[].count":
            words = [word for word, number in NUMBERS.items() if number == value and number > 1]
            return re.search(rf"\b(?:{'|'.join([str(value), *words])})\b", folded) is not None
        case "persons[].nationality":
            return any(re.search(rf"\b{word}\b", folded) for word, country in NATIONALITIES.items() if country == value)
        case "seizures[].netWeightKg":
            return f"{value:g}".replace(".", ",") in folded.replace(".", "")
        case "dates":
            year, *rest = str(value).split("-")
            months = [name for name, number in MONTHS.items() if rest and number == int(rest[0])]
            month = re.search(rf"\b(?:{'|'.join(months)})\b", folded) if months else None
            if len(rest) == 2:
                return month is not None and re.search(rf"\b{int(rest[1])}\b", folded) is not None
            return month is not None if rest else re.search(rf"\b{year}\b", folded) is not None
    return True


_PORT_WORDS = {
    "antwerp": r"haven van antwerpen|antwerpse haven|waaslandhaven",
    "ghent": r"haven van gent|north sea port|gentse haven",
    "zeebrugge": r"haven van zeebrugge|zeebrugse haven",
}


class Tally:
    """How often a field was right."""

    def __init__(self) -> None:
        self.right = self.proposed = self.sure_right = self.sure = self.got = self.said = 0

    @property
    def sure_precision(self) -> float:
        return self.sure_right / self.sure if self.sure else 1.0

    @property
    def recall(self) -> float:
        return self.got / self.said if self.said else 1.0


def measure(rows: list[dict], misses: bool = False) -> dict[str, Tally]:
    tally: dict[str, Tally] = {}
    for row in rows:
        summary = row["intake"].get("summary") or ""
        made = proposals(summary, NAMES, _received(row["intake"]))
        for field, known in expected(row["intake"]).items():
            found = {proposal.value for proposal in made if _field(proposal.field) == field}
            sure = {proposal.value for proposal in made if _field(proposal.field) == field and not proposal.doubtful}
            said = {value for value in known if told(field, value, summary)} | _hits(known, found)
            right, got = _hits(found, known), _hits(said, found | _sums(made) if field == "persons[].count" else found)
            counts = tally.setdefault(field, Tally())
            counts.right, counts.proposed = counts.right + len(right), counts.proposed + len(found)
            counts.sure_right, counts.sure = counts.sure_right + len(_hits(sure, known)), counts.sure + len(sure)
            counts.got, counts.said = counts.got + len(got), counts.said + len(said)
            if misses and (found - right or said - got):
                extra, missed = sorted(map(str, found - right)), sorted(map(str, said - got))
                print(f"{row['id']} {field}: extra {extra} missed {missed}\n    {summary}")
    return tally


def rows_of(path: Path) -> list[dict]:
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines() if line.strip()]


def main() -> None:
    given = [argument for argument in sys.argv[1:] if argument != "--misses"]
    rows = rows_of(Path(given[0]) if given else ROWS)
    started = time.perf_counter()
    tally = measure(rows, "--misses" in sys.argv)
    seconds = time.perf_counter() - started
    print(f"{'pasted report':26}{'precision':>18}{'of the sure ones':>20}{'recall':>18}")
    for field, counts in tally.items():
        shares = (_share(counts.right, counts.proposed), _share(counts.sure_right, counts.sure), _share(counts.got, counts.said))
        print(f"{field:26}{shares[0]:>18}{shares[1]:>20}{shares[2]:>18}")
    print(f"{len(rows)} texts in {seconds * 1000:.0f} ms, {seconds * 1000 / len(rows):.2f} ms each, comparing included")


def _totals(counts: list[int]) -> set[int]:
    return {total for start in range(len(counts)) for total in accumulate(counts[start:])}


def _sums(made: tuple[Proposal, ...]) -> set[int]:
    return _totals([int(proposal.value) for proposal in made if proposal.field == "persons[].count"])


def _field(field: str) -> str:
    return "dates" if field.startswith("offences[].committed") else field


def _hits(values: set, among: Iterable) -> set:
    return {value for value in values if any(_same(value, other) for other in among)}


def _same(one: object, other: object) -> bool:
    if isinstance(one, float) and isinstance(other, float):
        return abs(one - other) <= _TOLERANCE * max(one, other)
    return one == other


def _received(intake: dict) -> date | None:
    return last_day(intake["receivedOn"]) if intake.get("receivedOn") else None


def _share(part: int, whole: int) -> str:
    return f"{part}/{whole} {100 * part / whole:.0f} %" if whole else "-"


if __name__ == "__main__":
    main()
