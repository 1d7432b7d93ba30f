"""What a draft of the law moves in one file, what stays and why, and what is counted."""

from datetime import date
from typing import Any

import msgspec
import pytest

from docket import tracks
from docket.cases import facts_of, numbered
from docket.legislation import LoadedLaw
from docket.simulation import Answer, Compared, Held, Load, Totals, answer_of, compare, what_moved
from routing import Ground, Supports, Track, route
from tests.builders import a_report

PORT = Track(track="ordinary", persons=("s1",), prosecution_office="antwerpPort", court="antwerpCorrectional")
GHENT = Track(track="ordinary", persons=("s1",), prosecution_office="eastFlandersGhent", court="eastFlandersGhentCorrectional")
YOUTH = Track(track="youth", persons=("s2",), prosecution_office="eastFlandersGhent", court="eastFlandersGhentYouth")
PLACE = Ground(
    code="place-of-offence",
    article="art. 62bis Sv.",
    source="invented",
    kind_of_ground="statute",
    confidence="sure",
    facts=(),
    supports=Supports(arrondissement="antwerp"),
)


def an_answer(*listed: Track, **fields: Any) -> Answer:
    given: dict[str, Any] = {"outcome": "decided", "scope": "portCrime", "port_area": "waasland", "grounds": (PLACE,)}
    return Answer(**(given | fields), tracks=listed)


def held(standing: Answer, routed: Answer | None = None, *, referred: tuple[int, ...] = (), seised: bool = False) -> Held:
    return Held(
        case_id=7,
        year=2023,
        standing=standing,
        routed=routed or standing,
        chosen=routed is not None,
        open=False,
        to_confirm=bool(standing.policy_alone),
        referred=referred,
        seised=seised,
    )


def moved(before: Answer, after: Answer, **state: Any) -> Compared:
    found = compare(held(before, **state), before, after)
    assert found is not None
    return found


def test_a_file_that_the_draft_decides_as_before_is_not_listed():
    answer = an_answer(PORT)

    assert compare(held(answer), answer, an_answer(PORT)) is None


def test_a_file_that_goes_to_another_office_and_court_moves_and_says_so():
    found = moved(an_answer(PORT), an_answer(GHENT))

    assert (found.stays, found.what) == (None, ("office", "court"))
    assert (found.before.offices, found.after.offices) == (("antwerpPort",), ("eastFlandersGhent",))


@pytest.mark.parametrize(
    ("after", "what"),
    [
        (an_answer(PORT, scope="supporting"), ("scope",)),
        (an_answer(PORT, port_area="ghent"), ("area",)),
        (an_answer(PORT, YOUTH), ("office", "court", "tracks")),
        (an_answer(msgspec.structs.replace(PORT, persons=("s1", "s2"))), ("tracks",)),
        (an_answer(outcome="undecided"), ("outcome", "office", "court", "tracks")),
    ],
)
def test_what_moved_is_named(after: Answer, what: tuple[str, ...]):
    assert what_moved(an_answer(PORT), after) == what
    assert moved(an_answer(PORT), after).what == what


def test_a_file_of_which_a_court_was_seised_before_it_came_in_stays():
    found = moved(an_answer(PORT), an_answer(GHENT), seised=True)

    assert found.stays == "seised"


def test_a_file_whose_only_track_was_referred_stays_with_its_court():
    found = moved(an_answer(PORT), an_answer(GHENT), referred=(0,))

    assert (found.stays, found.what) == ("referred", ("office", "court"))


def test_a_file_moves_when_the_track_before_its_court_is_left_where_it_is():
    elsewhere = msgspec.structs.replace(YOUTH, prosecution_office="antwerpPort", court="antwerpYouth")

    found = moved(an_answer(PORT, YOUTH), an_answer(PORT, elsewhere), referred=(0,))

    assert (found.stays, found.what) == (None, ("office", "court"))


def test_a_file_stays_whole_when_only_one_of_the_tracks_that_would_move_lies_before_a_court():
    elsewhere = msgspec.structs.replace(YOUTH, prosecution_office="antwerpPort", court="antwerpYouth")

    assert moved(an_answer(PORT, YOUTH), an_answer(GHENT, elsewhere), referred=(1,)).stays == "referred"


def test_an_answer_on_other_grounds_is_listed_and_stays():
    cited_anew = msgspec.structs.replace(PLACE, article="art. 62ter Sv.")
    found = moved(an_answer(PORT), an_answer(PORT, grounds=(cited_anew,)))

    assert (found.stays, found.what) == ("groundsOnly", ())


def test_another_place_to_read_a_ground_is_no_change_of_the_law():
    said_otherwise = msgspec.structs.replace(PLACE, source="elsewhere")

    assert compare(held(an_answer(PORT)), an_answer(PORT), an_answer(PORT, grounds=(said_otherwise,))) is None


def test_what_a_person_chose_lapses_when_the_rules_say_something_else():
    chosen = an_answer(msgspec.structs.replace(PORT, prosecution_office="federalProsecutor"))

    found = compare(held(chosen, an_answer(PORT)), an_answer(PORT), an_answer(GHENT))

    assert found is not None
    assert (found.lapses, found.stays, found.what) == (True, None, ("office", "court", "choice"))
    assert found.before.offices == ("federalProsecutor",)


def test_what_a_person_chose_stays_when_the_rules_say_the_same():
    chosen = an_answer(GHENT)

    assert compare(held(chosen, an_answer(PORT)), an_answer(PORT), an_answer(PORT)) is None


def test_a_choice_on_a_file_before_a_court_does_not_lapse():
    found = compare(held(an_answer(GHENT), an_answer(PORT), referred=(0,)), an_answer(PORT), an_answer(PORT, YOUTH))

    assert found is not None
    assert (found.stays, found.lapses) == ("referred", False)


def test_a_file_that_stands_where_the_draft_puts_it_does_not_move():
    """An earlier engine decided it so, the present law with the present engine would not, and the draft does again."""
    stands = an_answer(GHENT)

    assert compare(held(stands), an_answer(PORT), an_answer(GHENT)) is None


def test_an_answer_compares_as_the_decision_it_is_part_of(law: LoadedLaw):
    facts = facts_of(numbered(a_report()), date(2026, 11, 24))
    decision = route(facts, law.law)
    stored = msgspec.json.encode(decision)

    assert msgspec.json.decode(stored, type=Answer) == answer_of(decision)
    assert answer_of(decision).routes() == tracks.routes(decision)


def test_totals_count_every_file_and_tell_what_moves():
    totals = Totals()
    files = [
        (held(an_answer(PORT)), an_answer(PORT)),
        (held(an_answer(PORT, policy_alone=(0,))), an_answer(GHENT)),
        (held(an_answer(PORT), referred=(0,)), an_answer(GHENT)),
        (held(an_answer(GHENT), an_answer(PORT)), an_answer(PORT, YOUTH)),
        (held(an_answer(GHENT), an_answer(PORT)), an_answer(PORT)),
    ]
    for file, draft in files:
        totals.count(file, draft, compare(file, file.routed, draft), open_after=True)

    assert (totals.files, totals.moved, totals.stays, totals.unchanged) == (5, 2, {"referred": 1}, 2)
    assert (totals.lapsed, totals.kept) == (1, 1)
    assert totals.offices == {"antwerpPort": Load(before=3, after=3), "eastFlandersGhent": Load(before=2, after=3)}
    assert totals.by_office == {"antwerpPort>eastFlandersGhent": 1, "eastFlandersGhent>antwerpPort,eastFlandersGhent": 1}
    assert totals.by_year == {"2023": 2}
    assert totals.to_confirm == Load(before=1, after=0)
    assert totals.open_tracks == Load(before=0, after=2)


def test_totals_of_parts_are_the_totals_of_the_whole():
    def count(into: Totals, file: Held, draft: Answer) -> None:
        into.count(file, draft, compare(file, file.routed, draft), open_after=False)

    pairs = [(held(an_answer(PORT)), an_answer(GHENT)), (held(an_answer(PORT), seised=True), an_answer(GHENT, YOUTH))] * 3
    whole, first, second = Totals(), Totals(), Totals()
    for place, (file, draft) in enumerate(pairs):
        count(whole, file, draft)
        count((first, second)[place % 2], file, draft)
    first.add(second)

    assert first == whole
    assert msgspec.json.decode(msgspec.json.encode(first), type=Totals) == whole
