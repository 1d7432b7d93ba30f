"""The notice of a port ban: once it has effect, of an adult by name, within the longest term, and only by a right that its maker names."""

from datetime import UTC, date, datetime

import msgspec

from docket import papers
from docket.judgments import Ban, Penalty
from tests.docket.actions.judgment_world import PERSONS, before_court, convicting, judge, on
from tests.docket.papers.paper_world import known, lacking, printed, refusal

KIND = "port_ban_notice"
FINE = Penalty(person="s1", kind="fine", unit="euro", euro_cents=100_000)
PRISON = Penalty(person="s1", kind="imprisonment", length=30, unit="month")
BAN = Ban(person="s1", length=5, unit="year", ports="haven van Antwerpen", motivated=True)
NAMED = [PERSONS[0] | {"familyName": "Volwassen", "givenNames": "An", "count": 1, "birthDate": "1990-03-02"}, *PERSONS[1:]]
SAID = {"recipient": "de terminal", "channel": "brief", "legalBase": "art. 1 van een wet"}


async def banned(deps, *penalties):
    number = await before_court(deps, persons=NAMED)
    await judge(deps, convicting(number, penalties=penalties, bans=(BAN,)))
    return number


async def test_there_is_none_without_a_ban_and_none_before_it_has_effect(deps, clock):
    without = await before_court(deps)
    await judge(deps, convicting(without))
    number = await before_court(deps, "other", persons=NAMED)
    await judge(deps, convicting(number, penalties=(FINE,), bans=(BAN,)))

    assert "geen vonnis in het register legt een havenverbod op" in refusal(await known(deps, without, KIND), KIND)
    assert "nog geen uitwerking" in refusal(await known(deps, number, KIND), KIND)
    on(clock, date(2026, 12, 26))
    assert refusal(await known(deps, number, KIND), KIND) == ""


async def test_without_addressee_channel_and_right_to_tell_it_is_not_made(deps, clock):
    number = await banned(deps, FINE)
    on(clock, date(2026, 12, 26))
    of = await known(deps, number, KIND)

    assert set(lacking(of, KIND, "s1")) == {"#recipient", "#channel", "#legalBase"}
    assert lacking(of, KIND, "s1", **SAID) == {}
    assert "een havenverbod van deze persoon" in lacking(of, KIND, "s2", **SAID)["vonnissen"]


async def test_beside_a_fine_it_names_first_and_last_day_and_says_the_right_was_not_checked(deps, clock):
    number = await banned(deps, FINE)
    on(clock, date(2026, 12, 28))
    words = printed(await known(deps, number, KIND), KIND, "s1", **SAID)

    assert "Naam → An Volwassen\nGeboren → 2 maart 1990" in words
    assert "Duur → 5 jaar (de wet laat ten hoogste 20 jaar toe)" in words
    assert "Uitwerking vanaf → 25 december 2026\nTermijn begint op → 25 december 2026\nLaatste dag → 24 december 2031" in words
    assert "Van de mededeling → art. 1 van een wet" in words
    assert "niet geverifieerd" in words
    assert "wet van 13 oktober 2022: zeker" in words


async def test_beside_imprisonment_it_holds_already_while_its_term_waits(deps, clock):
    number = await banned(deps, PRISON)
    on(clock, date(2026, 12, 28))
    words = printed(await known(deps, number, KIND), KIND, "s1", **SAID)

    assert "Het verbod geldt nu al" in words
    assert "Termijn begint op → nog niet gekend" in words


async def test_nobody_who_may_be_a_minor_is_named_to_a_port_and_no_term_beyond_the_law_is_told(deps, clock):
    number = await banned(deps, FINE)
    on(clock, date(2026, 12, 28))
    of = await known(deps, number, KIND)
    young = tuple(msgspec.structs.replace(row, minor=True) if row.id == "s1" else row for row in of.case.report.persons)
    report = msgspec.structs.replace(of.case.report, persons=young)
    minor = msgspec.structs.replace(of, case=msgspec.structs.replace(of.case, report=report))
    [judgment] = of.judgments
    long = msgspec.structs.replace(judgment, bans=tuple(msgspec.structs.replace(one, length=21) for one in judgment.bans))

    assert "gaat geen naam naar anderen" in lacking(minor, KIND, "s1", **SAID)["verbeteren#f-persons-0-birthDate"]
    assert "ten hoogste 20 jaar" in lacking(msgspec.structs.replace(of, judgments=(long,)), KIND, "s1", **SAID)["vonnissen"]


async def test_of_two_bans_its_maker_says_which_and_one_that_ended_is_told_to_nobody(deps, clock):
    number = await banned(deps, FINE)
    on(clock, date(2026, 12, 28))
    of = await known(deps, number, KIND)
    [judgment] = of.judgments
    short = msgspec.structs.replace(judgment.bans[0], length=1, ports="haven van Gent")
    two = msgspec.structs.replace(of, judgments=(msgspec.structs.replace(judgment, bans=(*judgment.bans, short)),))
    codes = papers.paper_of(KIND).choices(two)["ban"]
    gent = next(code for code, words in codes.items() if "haven van Gent" in words)
    later = msgspec.structs.replace(two, at=datetime(2028, 1, 3, 9, tzinfo=UTC))
    ended = msgspec.structs.replace(of, at=datetime(2031, 12, 25, 9, tzinfo=UTC))
    last = msgspec.structs.replace(of, at=datetime(2031, 12, 24, 9, tzinfo=UTC))

    assert len(codes) == len(("Antwerpen", "Gent"))
    assert set(lacking(two, KIND, "s1", **SAID)) == {"#ban"}
    assert "Laatste dag → 24 december 2027" in printed(two, KIND, "s1", **SAID, ban=gent)
    assert lacking(later, KIND, "s1", **SAID) == {}, "of the two one is left"
    assert set(lacking(later, KIND, "s1", **SAID, ban=gent)) == {"#ban"}
    assert refusal(last, KIND) == ""
    assert "liep tot en met 24 december 2031" in refusal(ended, KIND)
