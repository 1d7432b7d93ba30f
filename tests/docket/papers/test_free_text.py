"""No text names who is or may be a minor: whatever its writer typed or the report says is held against the names of the file."""

from typing import Any

import msgspec
import pytest

from docket import papers
from docket.contract import Person, Report
from docket.legislation import LoadedLaw
from docket.papers import Wanted, free_text
from tests.docket.papers import offices

VAN = Person(id="s2", role="suspect", count=1, given_names="Jean-René Élie", family_name="Van den Brœck", age=16)
FATHER = Person(id="v1", role="victim", count=1, given_names="Paul", family_name="Van den Brœck", age=50)


def whom(law: LoadedLaw, text: str, *people: Person) -> str | None:
    said = offices.report(persons=(offices.report().persons[0], *(people or (VAN, FATHER))))
    found = free_text.names(offices.known(law, said), Wanted()).whom(text)
    return found.id if found is not None else None


@pytest.mark.parametrize(
    "text",
    [
        "Jean-René Élie Van den Brœck",
        "VAN DEN BROECK Jean-Rene",
        "woning van jean rené vandenbroeck, Kallo",
        "De vader van Élie Van den Broeck tekende.",
        "J. Van den Broeck",
        "Van den Broeck, J.",
        "verdachte 2, Van den Broeck",
        "Van den Broeck (s2)",
        "de minderjarige Van den Broeck",
        "Paul Van den Broeck en zijn zoon Jean Van den Broeck",
        "jean.vandenbroeck@voorbeeld.be",
    ],
)
def test_a_minor_is_found_by_both_names_in_any_order_and_by_his_family_name_beside_what_points_at_him(law: LoadedLaw, text: str) -> None:
    assert whom(law, text) == "s2"


@pytest.mark.parametrize(
    "text",
    [
        "",
        "verdachte 2 (s2), minderjarig",
        "Paul Van den Broeck",
        "de familie Van den Broeck",
        "An Volwassen (s1) en Paul Van den Brœck (v1)",
        "René Janssens; Van der Elst",
        "broeck",
    ],
)
def test_his_father_and_a_family_name_alone_are_not_taken_for_him(law: LoadedLaw, text: str) -> None:
    assert whom(law, text) is None


def test_who_is_known_by_one_name_only_is_found_by_it(law: LoadedLaw) -> None:
    alone = Person(id="s2", role="suspect", count=1, family_name="Kleinveld", minor=True)
    other = Person(id="v1", role="victim", count=1, given_names="Jan", family_name="Kleinveld", minor=False)

    assert whom(law, "verhoor van KLEINVELD", alone) == "s2"
    assert whom(law, "verhoor van Jan Kleinveld", alone, other) is None, "that is another one, who may be named"


def test_an_adult_of_the_same_name_stands_where_the_paper_puts_him_and_in_no_free_text(law: LoadedLaw) -> None:
    son = Person(id="s2", role="suspect", count=1, given_names="Jan", family_name="Peeters", age=16)
    father = Person(id="s3", role="suspect", count=1, given_names="Jan", family_name="Peeters", age=50)

    assert whom(law, "Jan Peeters (s3)", son, father) is None
    assert whom(law, "verdachte 3, Jan Peeters", son, father) is None
    assert whom(law, "woning van Jan Peeters", son, father) == "s2"


def with_text(**changes: Any) -> Report:
    said = offices.report()
    rows = {name: tuple(msgspec.structs.replace(row, **change) for row in getattr(said, name)) for name, change in changes.items()}
    return offices.report(**rows)


#: In the report, in a judgment: where a text can name him, and where that is mended.
ROUTES: tuple[tuple[str, Report, str], ...] = (
    ("federal_offer", offices.report(summary="Kim Kleinveld nam de tas aan."), "verbeteren#f-summary"),
    ("federal_offer", with_text(places={"text": "woning van Kim Kleinveld"}), "verbeteren#f-places-0-text"),
    ("jurisdiction_note", offices.report(summary="Kleinveld Kim nam de tas aan."), "verbeteren#f-summary"),
    ("jurisdiction_note", with_text(offences={"note": "met K. Kleinveld"}), "verbeteren#f-offences-0-note"),
)


@pytest.mark.parametrize(("kind", "said", "link"), ROUTES, ids=[f"{kind} {link}" for kind, _, link in ROUTES])
def test_a_text_of_the_report_that_names_a_minor_stops_the_paper_and_is_linked(law: LoadedLaw, kind: str, said: Report, link: str) -> None:
    typed = {"reason": "Meer dan één rechtsgebied.", "summary": None if said.summary else "Kort."} if kind == "federal_offer" else {}
    found = offices.lacks(kind, offices.known(law, said), **typed)

    assert link in [one.link for one in found]
    assert all("zonder de naam van verdachte 2 (s2), minderjarig: noem hem bij zijn nummer" in one.what for one in found)
    assert not any("Kleinveld" in one.what for one in found), "what is written of a failure names him neither"
    with pytest.raises(Exception, match="zonder de naam van verdachte 2"):
        papers.context_of(kind, offices.known(law, said), offices.wanted(kind, **typed))


def test_what_a_maker_types_is_refused_by_the_title_of_its_field(law: LoadedLaw) -> None:
    of = offices.known(law)
    found = offices.lacks("federal_offer", of, reason="Kim Kleinveld woont in Nederland.", summary="Kort.", annexes=("PV kim kleinveld",))

    assert {one.link: one.what.split(" zonder ")[0] for one in found} == {
        "#reason": "“Waarom het federaal parket”",
        "#annexes": "“Bijlagen”",
    }


def test_the_note_tells_a_minor_by_his_number_without_birth_or_residence(law: LoadedLaw) -> None:
    born = {"birth_date": "2010-05-06", "age": None, "occupation": "leerling", "nationality": "NL", "ssin": "10050612345"}
    said = offices.words("jurisdiction_note", offices.known(law, offices.with_person("s2", **born)))

    assert "| s2 | verdachte 2, minderjarig: zonder naam | nationaliteit: Nederland |" in said
    assert "verdachte 2 (s2), geboortedatum: staat in het dossier" in said
    assert "| s1 | verdachte 1, An Volwassen |" in said
    for word in ("Kleinveld", "6 mei 2010", "2010-05-06", "10050612345", "leerling"):
        assert word not in said


def test_who_came_of_age_since_reads_his_own_name_in_a_letter_to_himself(law: LoadedLaw) -> None:
    of = offices.known(law, offices.with_person("b1", birth_date="2008-10-01"))
    said = offices.words("victim_notice", of, "b1", occasion="rights", address="Kaai 1", contact="het onthaal", counts=("o1",))

    assert "Bo Benadeeld" in said
