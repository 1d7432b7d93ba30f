"""Who is or may be a minor: one answer for every paper and the roll, by flag, age, track and birth date at the facts."""

from datetime import UTC, date, datetime, time
from typing import Any

import msgspec
import pytest

from docket import minors, papers
from docket.contract import Offence, Person
from docket.hearings import Chamber
from docket.legislation import LoadedLaw
from docket.papers import charging, hearing_roll, naming
from docket.store.hearings import RollLine, RollPerson
from tests.docket.papers import offices

RECEIVED = date(2026, 11, 20)
CHAMBER = Chamber(
    id=1, version=1, court="antwerpCorrectional", name="AC4", kind="correctional", weekdays=(1,), starts_at=time(9), capacity=4
)
OCTOBER = Offence(id="o1", offence="drugImport", committed_from="2026-10-18", committed_until="2026-10-18")


def asked(law: LoadedLaw, *offences: Offence, role: Any = "suspect", youth: bool = False, **said: Any) -> minors.Minority:
    person = Person(id="x1", role=role, count=1, **said)
    return minors.at_the_facts(person, offences or (OCTOBER,), RECEIVED, law.law, youth=youth)


@pytest.mark.parametrize(
    ("said", "expected"),
    [
        ({}, "no"),
        ({"minor": True}, "minor"),
        ({"minor": False}, "no"),
        ({"age": 17}, "minor"),
        ({"age": 18}, "no"),
        ({"birth_date": "2008-10-19"}, "minor"),
        ({"birth_date": "2008-10-18"}, "no"),
        ({"birth_date": "2008-10"}, "maybe"),
        ({"birth_date": "2008"}, "maybe"),
        ({"birth_date": "2009"}, "minor"),
        ({"birth_date": "2007"}, "no"),
        ({"birth_date": "2008", "minor": False}, "no"),
        ({"birth_date": "2008", "age": 18}, "no"),
        ({"birth_date": "2008", "age": 17}, "minor"),
        ({"birth_date": "1990-01-01", "minor": True}, "minor"),
        ({"birth_date": "2012-01-01", "minor": False}, "minor"),
        ({"kind": "legal", "birth_date": "2020-01-01"}, "no"),
    ],
    ids=str,
)
def test_one_thing_that_makes_him_a_minor_is_enough_and_a_birth_told_in_part_leaves_him_one_perhaps(
    law: LoadedLaw, said: dict[str, Any], expected: str
) -> None:
    assert asked(law, **said) == expected


def test_a_youth_track_makes_him_a_minor_whatever_was_reported_of_him(law: LoadedLaw) -> None:
    assert asked(law, youth=True) == "minor"


def test_the_day_that_counts_is_that_of_the_facts_and_of_his_own_ones_only(law: LoadedLaw) -> None:
    then = Offence(id="o1", committed_from="2019-05-02", committed_until="2019-05-02", persons=("s9",))
    month = msgspec.structs.replace(OCTOBER, committed_from="2026-10", committed_until=None)

    assert asked(law, then, OCTOBER, birth_date="2003-01-01") == "no", "what another did in 2019 is not his"
    assert asked(law, then, OCTOBER, birth_date="2003-01-01", role="victim") == "minor", "to whom it was done no row says"
    assert asked(law, month, birth_date="2008-10-18") == "maybe", "of a month any day is possible"
    assert asked(law, Offence(id="o1"), birth_date="2008-11-20") == "no", "of no known day, the day of receipt counts"
    assert asked(law, Offence(id="o1"), birth_date="2008-11-21") == "minor"


@pytest.mark.parametrize(
    ("said", "expected"),
    [
        ({"birth_date": "2008-11-25"}, True),
        ({"birth_date": "2008-11-24", "minor": True}, False),
        ({"birth_date": "2008"}, True),
        ({"birth_date": "2008", "minor": False}, False),
        ({"minor": True}, True),
        ({"age": 16}, True),
        ({"age": 30}, False),
        ({}, False),
    ],
    ids=str,
)
def test_a_letter_goes_to_who_stands_for_him_as_long_as_he_may_be_a_minor_today(law: LoadedLaw, said: Any, expected: bool) -> None:
    assert minors.on_day(Person(id="v1", role="victim", **said), date(2026, 11, 24), law.law) is expected


YEAR_ONLY = {"age": None, "minor": None, "birth_date": "2008"}


def named(kind: str, law: LoadedLaw, person: str, **changes: Any) -> tuple[papers.Missing, ...]:
    return offices.lacks(kind, offices.known(law, offices.with_person(person, **YEAR_ONLY | changes)), person)


@pytest.mark.parametrize("kind", ["direct_summons", "settlement_offer"])
def test_who_may_be_a_minor_is_summoned_nowhere_and_offered_nothing_before_his_birth_is_told(law: LoadedLaw, kind: str) -> None:
    open_born = [one for one in named(kind, law, "s1") if one.link == "verbeteren#f-persons-0-birthDate"]
    told = [one for one in named(kind, law, "s1", minor=False) if "birthDate" in one.link]

    assert [one.what for one in open_born] == ["of s1 bij de feiten meerderjarig was: wat van zijn geboorte gemeld is, zegt het niet"]
    assert told == []


CHILD = {"birth_date": "2015-03-02", "age": None, "minor": None}


def test_an_injured_child_known_by_birth_date_alone_is_told_by_number_in_the_request_for_settling(law: LoadedLaw) -> None:
    of = offices.known(law, offices.with_person("b1", **CHILD), status="settlementOfProcedure")
    adult = offices.known(law, status="settlementOfProcedure")
    said = {"judge": "de onderzoeksrechter", "court": next(iter(charging.courts(of))), "communicated_on": date(2026, 11, 23)}
    name, told = "Bo Benadeeld", "Benadeelde persoon 1"
    words = offices.words("settling_request", of, **said)

    assert f"| {told} | {name} |" in offices.words("settling_request", adult, **said)
    assert f"| {told} | naam niet vermeld: minderjarig |" in words
    assert name not in words


def test_of_whose_age_nothing_is_reported_the_name_stands_as_he_is_taken_for_an_adult(law: LoadedLaw) -> None:
    of = offices.known(law, offices.with_person("v1"))
    [row] = [row for row in of.case.report.persons if row.id == "v1"]

    assert (row.age, row.minor, row.birth_date) == (None, None, None)
    assert naming.who("v1", of) == "Vic Getroffen (v1)"


def test_the_roll_names_nobody_whose_birth_makes_or_may_make_him_a_minor(law: LoadedLaw) -> None:
    def told(**said: Any) -> str:
        person = Person(id="s1", role="suspect", count=1, family_name="Jongeling", given_names="Bo", **said)
        one = RollPerson(person=person, youth=False, offences=(OCTOBER,), received_on=RECEIVED)
        return hearing_roll._suspect(1, one, law.law)

    assert told() == told(birth_date="1990-01-01") == "Bo Jongeling"
    assert {told(birth_date="2008"), told(birth_date="2010-02-02"), told(age=17)} == {"verdachte 1 (s1)"}


def test_the_roll_prints_no_counsel_whose_entry_names_a_minor_suspect_or_victim(law: LoadedLaw) -> None:
    def one(id: str, role: Any, given: str, family: str, **said: Any) -> RollPerson:
        person = Person(id=id, role=role, count=1, given_names=given, family_name=family, **said)
        return RollPerson(person=person, youth=False, offences=(OCTOBER,), received_on=RECEIVED)

    people = one("s1", "suspect", "An", "Volwassen", age=30), one("v1", "victim", "Kim", "Kleinveld", age=9)
    line = RollLine(
        starts_at=datetime(2026, 12, 7, 8, tzinfo=UTC),
        case_number="HAV-2026-000007",
        notice_number="AN.60 Kleinveld Kim",
        people=people,
        counsel=("Mr. Aa voor An Volwassen", "Mr. Bee voor KIM Kleinveld"),
    )
    [row] = hearing_roll.roll(CHAMBER, date(2026, 12, 7), (line,), 4, offices.AT, law.law).rows

    assert row.suspects == ("An Volwassen",)
    assert row.counsel == ("Mr. Aa voor An Volwassen", "staat in het dossier: de vermelding noemt slachtoffer 1 (v1), minderjarig")
    assert "Kleinveld" not in (row.notice_number or "")
