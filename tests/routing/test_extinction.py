"""By what the criminal action ends, and under what a settlement is offered, on a day."""

from datetime import date

from routing import Law, causes_on, terms_on

#: The law of 9 April 2024 was in force from this day on.
SINCE = date(2024, 4, 28)
BEFORE = date(2024, 4, 27)


def test_a_breach_of_the_reasonable_time_ends_the_action_only_since_28_april_2024(law: Law) -> None:
    assert "reasonableTime" in causes_on(law.extinction, SINCE)
    assert set(causes_on(law.extinction, SINCE)) - set(causes_on(law.extinction, BEFORE)) == {"reasonableTime"}


def test_only_a_natural_person_dies_and_only_a_legal_one_is_dissolved(law: Law) -> None:
    causes = causes_on(law.extinction, SINCE)

    assert {code: cause.of for code, cause in causes.items() if cause.of} == {"death": "natural", "dissolution": "legal"}


def test_what_was_not_read_says_so(law: Law) -> None:
    causes = causes_on(law.extinction, SINCE)

    assert (causes["death"].citation, causes["death"].confidence) == ("Art. 20 V.T.Sv.", "sure")
    assert causes["amnesty"].confidence == "unverified"
    assert causes["settlementPaid"].confidence == "likely"


def test_only_a_settlement_after_the_court_was_seised_is_homologated(law: Law) -> None:
    before, after = (terms_on(law.extinction, which, SINCE) for which in ("beforeSeisin", "afterSeisin"))

    assert before is not None and after is not None
    assert (before.homologation, after.homologation) == (False, True)
    assert (before.max_expected_years, before.confidence) == (2, "likely")
