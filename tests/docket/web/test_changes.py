"""What changed is told in the words of the form, never in the names of the contract."""

from docket.titles import who
from docket.web.changes import change_view


def test_a_new_row_is_told_in_the_words_of_the_form() -> None:
    person = {
        "id": "s5",
        "role": "suspect",
        "count": 1,
        "familyName": "Evers",
        "minor": True,
        "residence": {"country": "BE", "nisCode": None},
    }

    change = change_view("/persons/s5", None, person, {}, {"persons/s5": "Persoon 5"})

    assert change.where == "Persoon 5"
    assert change.before == "niet gekend"
    assert change.after == (
        "hoedanigheid in het dossier: Verdachte, aantal personen: 1, familienaam: Evers, minderjarig bij de feiten: ja, "
        "woonplaats: land: BE"
    )


def test_rows_without_an_id_are_told_apart() -> None:
    change = change_view("/vessels", [], [{"name": "MSC X", "imoNumber": None}, {"name": "MSC Y"}], {})

    assert (change.before, change.after) == ("geen", "naam: MSC X; naam: MSC Y")


def test_who_made_an_entry_is_told_in_dutch_without_a_name() -> None:
    codes = ["user:7", "client:3", "import:douane", "system", "elsewhere"]
    assert [who(code) for code in codes] == ["gebruiker 7", "API-sleutel 3", "invoer douane", "het register zelf", "elsewhere"]
