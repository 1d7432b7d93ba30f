import pytest

from docket.cases import numbered
from docket.errors import BadInput
from docket.later_report import merged
from tests.builders import a_report, an_empty_report

FILE = numbered(
    a_report(
        persons=[{"id": "s1", "role": "suspect", "count": None, "residence": {"country": "NL", "municipality": "Breda"}}],
        containers=["MSCU1234566"],
    )
)


def test_an_empty_later_report_changes_nothing():
    assert merged(FILE, an_empty_report(), number=2) == FILE


def test_ids_of_a_later_report_are_its_own():
    later = an_empty_report(
        places=[{"id": "p1", "role": "storage", "text": "loods"}],
        offences=[{"offence": "theft", "place": "p1", "persons": ["s1"]}],
        persons=[{"id": "s1", "role": "suspect", "age": 16, "foundAt": "p1"}],
    )

    file = merged(FILE, later, number=2)

    assert [place.id for place in file.places] == ["p1", "2-p1"]
    assert [person.id for person in file.persons] == ["s1", "2-s1"]
    assert (file.offences[1].place, file.offences[1].persons) == ("2-p1", ("2-s1",))
    assert file.persons[1].found_at == "2-p1"


def test_a_row_is_one_of_the_file_only_where_it_says_so():
    later = an_empty_report(persons=[{"id": "x", "sameAs": "s1", "age": 16, "familyName": "Janssens"}])

    [person] = merged(FILE, later, number=2).persons

    assert (person.id, person.age, person.family_name, person.role) == ("s1", 16, "Janssens", "suspect")
    assert person.residence == FILE.persons[0].residence


def test_a_new_municipality_does_not_keep_the_country_code_of_the_old_one():
    later = an_empty_report(persons=[{"sameAs": "s1", "residence": {"country": "BE", "nisCode": "11002"}}])

    [person] = merged(FILE, later, number=2).persons

    assert (person.residence.country, person.residence.municipality, person.residence.nis_code) == ("BE", None, "11002")


def test_the_file_keeps_its_notice_number_and_its_summary():
    later = an_empty_report(noticeNumber="AN.60.L1.000001/2026", summary="Vijf mannen zijn geïdentificeerd.", containers=["MSCU1234566"])

    file = merged(FILE, later, number=2)

    assert file.notice_number == FILE.notice_number
    assert file.further_notice_numbers == ("AN.60.L1.000001/2026",)
    assert file.summary == f"{FILE.summary}\n\nVijf mannen zijn geïdentificeerd."
    assert file.containers == FILE.containers


@pytest.mark.parametrize(
    ("persons", "paths"),
    [
        ([{"sameAs": "s9"}], ["/persons/0/sameAs"]),
        ([{"sameAs": "s1"}, {"sameAs": "s1"}], ["/persons/1/sameAs"]),
    ],
)
def test_a_row_that_the_file_does_not_have_is_refused(persons, paths):
    with pytest.raises(BadInput) as refused:
        merged(FILE, an_empty_report(persons=persons), number=2)

    assert [issue.name for issue in refused.value.issues] == paths


def test_what_no_longer_fits_together_is_refused():
    later = an_empty_report(offences=[{"sameAs": "o1", "committedUntil": "2020"}])

    with pytest.raises(BadInput) as refused:
        merged(FILE, later, number=2)

    assert [issue.name for issue in refused.value.issues] == ["/offences/0/committedUntil"]
