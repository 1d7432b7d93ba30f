"""The clocks of 100,000 files with their sums and second readings, and the limitation of an offence in each, on one core."""

import time
from datetime import date, datetime, timedelta

from docket import legislation
from docket.clock import COURT_ZONE
from docket.working_days import calendar_of
from routing import Days, Offence, Start, due, limitation

FILES = 100_000
GOAL_SECONDS = 10.0
#: Others share the core: the least disturbed run tells most.
ROUNDS = 3
#: What a file with a suspect in custody has running: the 48 hours, a title of detention, a remedy.
CLOCKS = ("arrest", "orderTwoMonths", "appeal")
FIRST = date(2025, 1, 1)
#: Their days go round, so that every weekday and holiday comes up.
DAYS = 600


def main() -> None:
    law = legislation.load().law
    calendar = calendar_of(law)
    limits = [law.time_limits.limits[code] for code in CLOCKS]
    starts = [
        [Start(event=limit.anchors[0], on=day, at=datetime(day.year, day.month, day.day, 12, tzinfo=COURT_ZONE)) for limit in limits]
        for day in (FIRST + timedelta(days=count) for count in range(DAYS))
    ]
    taken = []
    for _ in range(ROUNDS):
        begun = time.process_time()
        steps = sum(
            len(due(limit, start, calendar, law).steps)
            for count in range(FILES)
            for limit, start in zip(limits, starts[count % DAYS], strict=True)
        )
        taken.append(time.process_time() - begun)
    seconds = min(taken)
    met = "goal met" if seconds <= GOAL_SECONDS else "goal MISSED"
    print(
        f"limits: {seconds:.1f} s for {len(CLOCKS)} clocks of each of {FILES:,} files on one core, the best of {ROUNDS} runs "
        f"(the worst {max(taken):.1f} s), {steps / FILES / len(CLOCKS):.1f} steps a sum; goal {GOAL_SECONDS:.0f} s: {met}"
    )
    facts = [
        Offence(offence="drugImport", attempt=None, committed=Days(first=day, last=day), place=None, persons=None, port_link=None)
        for day in (FIRST + timedelta(days=count) for count in range(DAYS))
    ]
    begun = time.process_time()
    answers = sum(len(limitation(facts[count % DAYS], law, today=date(2026, 11, 26))) for count in range(FILES))
    seconds = time.process_time() - begun
    print(f"limits: limitation of an offence in {FILES:,} files, {answers / FILES:.1f} provisions behind each: {seconds:.1f} s on one core")


if __name__ == "__main__":
    main()
