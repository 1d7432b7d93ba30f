"""The notice of a dismissal goes to one declared injured person, and tells him of the counts that are about him and of nobody."""

from docket.papers import paper_of
from tests.docket.papers import offices

S1, S1_HURT, S2 = ("s1", "o1"), ("s1", "o2"), ("s2", "o1")
FILLED = {"address": "Kaai 1, 2030 Antwerpen", "contact": "slachtofferonthaal, 03 000 00 00"}


def dismissed(law, *pairs, **more):
    line = offices.entered(4, "dismiss", pairs, before="investigation", after="dismissed", motive="02", reason="Zie PV van verdachte An")
    return offices.known(law, stands=dict.fromkeys(pairs, "dismissed"), lines=(line,), **more)


def test_the_letter_names_its_addressee_the_fact_and_the_motive(law):
    said = offices.words("dismissal_notice", dismissed(law, S1_HURT), "b1", **FILLED)

    assert "Aan → Bo Benadeeld" in said
    assert "## Slagen en verwondingen" in said
    assert "Reden → onvoldoende bewijzen (motief 02)" in said
    assert "Dit is een technisch motief" in said
    assert "herroepbaar" in said


def test_it_never_names_a_suspect_another_count_or_where_somebody_lives(law):
    said = offices.words("dismissal_notice", dismissed(law, S1, S1_HURT, S2), "b1", counts=("o2",), **FILLED)

    for word in ("Volwassen", "Kleinveld", "verdachte", "s1", "s2", "Getroffen", "woning van An", "invoer", "Zie PV"):
        assert word not in said
    assert "Waar → kaai 1742; haven van Antwerpen; gemeente Beveren" in said


def test_which_counts_are_about_him_is_chosen_where_there_is_more_than_one(law):
    file = dismissed(law, S1, S1_HURT)

    assert offices.fields(offices.lacks("dismissal_notice", file, "b1", **FILLED)) == ["#counts"]
    assert offices.fields(offices.lacks("dismissal_notice", file, "b1", counts=("o9",), **FILLED)) == ["#counts"]


def test_it_says_whether_the_count_is_dismissed_for_everybody(law):
    part = offices.words("dismissal_notice", dismissed(law, S1), "b1", **FILLED)
    whole = offices.words("dismissal_notice", dismissed(law, S1, S2), "b1", **FILLED)

    assert "De beslissing geldt niet voor iedereen" in part
    assert "De beslissing geldt voor iedereen" in whole


def test_two_motives_for_one_count_never_say_twice_that_the_decision_is_for_everybody(law):
    first = offices.entered(4, "dismiss", [S1], before="investigation", after="dismissed", motive="02")
    second = offices.entered(5, "dismiss", [S2], before="investigation", after="dismissed", motive="18")
    file = offices.known(law, stands=dict.fromkeys((S1, S2), "dismissed"), lines=(first, second))
    said = offices.words("dismissal_notice", file, "b1", **FILLED)

    assert said.count("Deze beslissing geldt niet voor iedereen: voor anderen is dit feit geseponeerd om een andere reden") == 2
    assert "geldt voor iedereen" not in said
    assert "voor anderen gaat het dossier voort" not in said


def test_all_that_is_missing_is_named_at_once_with_where_to_fill_it_in(law):
    file = dismissed(law, S1, S1_HURT, said=offices.with_person("b1", given_names=None, family_name=None))

    found = offices.lacks("dismissal_notice", file, "b1")
    assert offices.fields(found) == ["verbeteren#personen", "#address", "#contact", "#counts"]
    assert found[0].what == "de naam van benadeelde persoon 1 (b1)"


def test_a_victim_who_declared_nothing_gets_no_notice_of_a_dismissal(law):
    found = offices.lacks("dismissal_notice", dismissed(law, S1_HURT), "v1", **FILLED)

    assert offices.fields(found) == ["verbeteren#personen"]
    assert "de verklaring van benadeelde persoon van slachtoffer 1 (v1) (art. 5bis V.T.Sv.)" in found[0].what


def test_the_letter_of_a_minor_goes_to_who_stands_for_him_and_does_not_name_him(law):
    file = dismissed(law, S1_HURT, said=offices.with_person("b1", minor=True))

    assert offices.fields(offices.lacks("dismissal_notice", file, "b1", **FILLED)) == ["#representative"]
    said = offices.words("dismissal_notice", file, "b1", representative="de voogd", **FILLED)
    assert "Benadeeld " not in said
    assert "Bo Benadeeld" not in said
    assert "Aan → de voogd" in said
    assert "Voor → benadeelde persoon 1 (b1), minderjarig" in said


def test_a_birth_date_alone_makes_a_minor(law):
    file = dismissed(law, S1_HURT, said=offices.with_person("b1", birth_date="2009"))

    assert offices.fields(offices.lacks("dismissal_notice", file, "b1", **FILLED)) == ["#representative"]


def test_without_a_dismissal_in_the_register_there_is_nothing_to_tell(law):
    assert "er is geen seponering ingeschreven" in (offices.refused("dismissal_notice", offices.known(law)) or "")


def test_without_anybody_who_declared_himself_there_is_nobody_to_tell(law):
    people = tuple(row for row in offices.report().persons if row.id != "b1")
    file = dismissed(law, S1, said=offices.report(persons=people))

    assert "geen benadeelde persoon en geen burgerlijke partij" in (offices.refused("dismissal_notice", file) or "")


def test_a_dismissal_whose_motive_no_entry_holds_is_not_told(law):
    file = offices.known(law, stands={S1: "dismissed"})

    assert "stand" in offices.fields(offices.lacks("dismissal_notice", file, "b1", **FILLED))


def test_the_form_offers_only_the_counts_that_were_dismissed(law):
    assert set(paper_of("dismissal_notice").choices(dismissed(law, S1_HURT))["counts"]) == {"o2"}
