"""Floors for how well connected files are found on made pairs; bench/connected.py prints the same at full size."""

import pytest

from bench import connected as bench


@pytest.fixture(scope="module")
def outcome():
    return bench.measured(background=300, of_a_kind=12, seed=7)


@pytest.mark.parametrize("kind", [kind for kind in bench.TRUE if not kind.startswith("beyond")])
def test_pair_about_the_same_facts_or_people_is_found(outcome, kind):
    found, made = outcome.recall[kind]

    assert found / made >= 0.9


@pytest.mark.parametrize("kind", bench.NEAR_MISSES)
def test_pair_that_only_looks_like_it_is_not_shown(outcome, kind):
    shown, made = outcome.mistaken[kind]

    assert shown / made <= 0.1


def test_what_is_called_likely_nearly_always_is(outcome):
    right, called = outcome.precise_likely

    assert called > 50
    assert right / called >= 0.97


def test_few_files_look_like_another_by_chance(outcome):
    by_chance, files = outcome.by_chance

    assert by_chance / files <= 0.1
