"""What supervision reads of the docket: who entered what and when, and nothing of what it says."""

from datetime import timedelta

import msgspec

from docket.store import entries
from docket.store.entries import BareCursor
from tests.docket.store.test_entries import AT, entered


async def test_lines_of_all_cases_come_newest_first_without_their_content(tx):
    first, number = await entered(tx, summary="geheim")
    _, other = await entered(tx, summary="geheim")
    await entries.append(tx, first, kind="FactsAmended", content={"reason": "geheim"}, by="user:2", at=AT + timedelta(hours=1))

    lines, rest = await entries.without_content(tx)

    assert [(line.case_number, line.seq) for line in lines] == [(number, 2), (other, 1), (number, 1)]
    assert rest is None
    assert b"geheim" not in msgspec.json.encode(lines)


async def test_pages_follow_each_other_without_repeats_or_gaps(tx):
    case_id, number = await entered(tx)
    for _ in range(4):
        await entries.append(tx, case_id, kind="FactsAmended", content={}, by="user:2", at=AT)
    seen, after = [], None
    while True:
        lines, after = await entries.without_content(tx, case_number=number, after=after, limit=2)
        seen += [line.seq for line in lines]
        if after is None:
            break
        after = BareCursor.parse(str(after))

    assert seen == [5, 4, 3, 2, 1]
