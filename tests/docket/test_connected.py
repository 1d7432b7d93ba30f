"""Which files look alike, how much, and what speaks for it; without a database."""

from datetime import date

import pytest

from docket import case_keys, connected
from docket.cases import numbered
from docket.connected import SHOWN_FROM
from tests.builders import an_empty_report

ENTERED = date(2026, 11, 24)


def keys(law, report):
    return case_keys.keys_of(numbered(report), ENTERED, law.law)


def likeness(law, one, other):
    """As the register finds it: the keys of one looked up among those of the other."""
    mine, theirs = keys(law, one), keys(law, other)
    hits = [
        connected.Hit(at=lookup.at, value=key.value, first_day=key.first_day, last_day=key.last_day, spread=1)
        for lookup in connected.lookups_of(mine)
        for key in theirs
        if (key.kind, key.key) == (lookup.kind, lookup.key)
        and lookup.starts <= key.first_day <= lookup.until
        and key.last_day >= lookup.ends
    ]
    return connected.score(mine, hits)


def with_person(**person):
    return an_empty_report(receivedOn="2026-11-20", persons=[{"role": "suspect", "kind": "natural", "count": 1, **person}])


def with_container(number, day="2026-11-20"):
    return an_empty_report(receivedOn=day, containers=[number])


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Van den Broeck", "Vandenbroek"),
        ("Janssens", "Jansens"),
        ("Mohammed", "Muhamad"),
        ("Youssef", "Joessef"),
        ("Hendrickx", "Hendriks"),
        ("De Smedt", "Desmet"),
        ("Rachid", "Rashid"),
        ("Çelik", "Celik"),
        ("Christiaens", "Kristiaens"),
    ],
)
def test_name_that_sounds_the_same_in_dutch_has_the_same_key(one, other):
    assert case_keys.sound(one) == case_keys.sound(other) != ""


def test_national_number_ties_two_files_by_itself(law):
    found = likeness(law, with_person(ssin="85.07.30-033.28"), with_person(ssin="85073003328"))

    assert found.reasons == ("zelfde rijksregisternummer 85073003328",)
    assert found.score >= connected.LIKELY_FROM


def test_name_in_another_spelling_with_the_same_birth_date_is_likely_the_same_person(law):
    one = with_person(familyName="El Khatib", givenNames="Mohammed", birthDate="1991-03-14")
    other = with_person(familyName="Elkhatib", givenNames="Mohamed Amine", birthDate="1991-03-14")

    found = likeness(law, one, other)

    assert found.reasons == ("naam klinkt gelijk en zelfde geboortedatum (Mohammed El Khatib – Mohamed Amine Elkhatib)",)
    assert found.score >= connected.LIKELY_FROM


def test_same_name_with_another_birth_date_is_another_person(law):
    one = with_person(familyName="Peeters", givenNames="Jan", birthDate="1991-03-14")
    other = with_person(familyName="Peeters", givenNames="Jan", birthDate="1974-08-02")

    assert likeness(law, one, other).score == 0


def test_two_national_numbers_that_hold_are_two_people_however_alike_their_names(law):
    one = with_person(familyName="Peeters", givenNames="Jan", birthDate="1985-07-30", ssin="85073003328")
    other = with_person(familyName="Peeters", givenNames="Jan", birthDate="1985-07-30", ssin="85073003427")

    assert likeness(law, one, other).score == 0


def test_exchanged_day_and_month_of_birth_still_finds_the_person(law):
    one = with_person(familyName="Peeters", givenNames="Jan", birthDate="1991-03-08")
    other = with_person(familyName="Peeters", givenNames="Jan", birthDate="1991-08-03")

    assert likeness(law, one, other).score >= SHOWN_FROM


def test_container_with_two_exchanged_digits_is_found_because_its_check_digit_fails(law):
    found = likeness(law, with_container("CSQU3054383"), with_container("CSQU3504383"))

    assert found.reasons == ("container CSQU3054383 lijkt op CSQU3504383, en een van beide klopt niet",)
    assert found.score >= SHOWN_FROM


def test_two_containers_that_both_hold_are_two_containers(law):
    one, other = with_container("MSCU1234566"), with_container("MSCU1234587")

    assert case_keys.holds("containerNumber", "MSCU1234566") and case_keys.holds("containerNumber", "MSCU1234587")
    assert likeness(law, one, other).score == 0


def test_same_container_on_another_voyage_says_less(law):
    same = likeness(law, with_container("CSQU3054383"), with_container("CSQU3054383", "2026-11-02"))
    later = likeness(law, with_container("CSQU3054383"), with_container("CSQU3054383", "2024-02-01"))

    assert same.score > connected.LIKELY_FROM > later.score


def test_same_ship_ties_only_on_the_same_call(law):
    def on(day):
        return an_empty_report(receivedOn=day, vessels=[{"name": "MV Zeester", "imoNumber": "9074729"}])

    assert likeness(law, on("2026-11-20"), on("2026-11-21")).score >= SHOWN_FROM
    assert likeness(law, on("2026-11-20"), on("2026-10-01")).score == 0


def test_same_terminal_in_the_same_week_is_not_enough(law):
    def at(text, offence, day):
        return an_empty_report(
            places=[{"id": "p1", "role": "scene", "text": text, "port": "antwerp"}],
            offences=[{"offence": offence, "committedFrom": day, "place": "p1"}],
        )

    assert likeness(law, at("MPET-terminal", "theft", "2026-11-20"), at("op MPET", "portIntrusion", "2026-11-22")).score < SHOWN_FROM


def test_same_quay_same_day_and_same_offence_is_worth_a_look(law):
    def reported(text):
        return an_empty_report(
            places=[{"id": "p1", "role": "scene", "text": text, "port": "antwerp"}],
            offences=[{"offence": "portIntrusion", "committedFrom": "2026-11-20", "place": "p1"}],
        )

    found = likeness(law, reported("kaai 1742"), reported("Deurganckdok, K1742"))

    assert "zelfde soort feit op dezelfde dag" in found.reasons
    assert found.score >= SHOWN_FROM


def test_independent_clues_raise_the_score_and_clues_about_one_thing_do_not(law):
    number = an_empty_report(receivedOn="2026-11-20", vessels=[{"imoNumber": "9074729"}])
    both = an_empty_report(receivedOn="2026-11-20", vessels=[{"name": "Zeester", "imoNumber": "9074729"}])
    more = an_empty_report(receivedOn="2026-11-20", vessels=[{"name": "Zeester", "imoNumber": "9074729"}], containers=["CSQU3054383"])

    assert likeness(law, number, number).score == likeness(law, both, both).score < likeness(law, more, more).score


def test_a_key_that_many_files_share_weighs_little(law):
    mine = keys(law, with_person(kind="legal", familyName="Terminal NV", enterpriseNumber="0403019261"))
    [at] = [lookup.at for lookup in connected.lookups_of(mine) if lookup.kind == "enterprise"]

    def shared_by(files):
        hit = connected.Hit(at=at, value="0403019261", first_day=ENTERED, last_day=ENTERED, spread=files)
        return connected.score(mine, [hit]).score

    assert shared_by(2) > shared_by(21) > shared_by(101)
    assert shared_by(21) < SHOWN_FROM


def test_empty_report_looks_like_nothing(law):
    assert connected.lookups_of(keys(law, an_empty_report())) == ()


def test_dismissed_candidate_shows_again_only_for_a_new_clue(law):
    before = likeness(law, with_container("CSQU3054383"), with_container("CSQU3054383"))
    person = {"role": "suspect", "kind": "natural", "count": 1, "ssin": "85073003328"}
    more = an_empty_report(receivedOn="2026-11-20", containers=["CSQU3054383"], persons=[person])

    assert not connected.news(before, before.clues)
    assert connected.news(likeness(law, more, more), before.clues)
