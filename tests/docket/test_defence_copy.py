"""A copy for the defence holds one suspect's facts: nothing that belongs to another person stands in it, whatever the file."""

import re
from collections.abc import Iterator
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

import msgspec
import pytest

import documents
from docket import defence_copy, papers
from docket.cases import Case, facts_of, numbered
from docket.contract import Person, Report
from docket.legislation import LoadedLaw
from documents import templates
from routing import route
from tests.builders import a_report
from tests.docket.test_papers import Stored
from tests.documents import reading

ROWS = Path(__file__).parents[1] / "routing" / "rows"
ENTERED_ON = date(2026, 11, 24)
KIND = "jurisdiction_note_defence"


def marked(report: Report) -> Report:
    """Every suspect one person with words of his own in every field, and every free text with a word of nobody's."""
    persons = tuple(
        msgspec.structs.replace(
            row,
            count=1,
            family_name=f"Familienaam{at}q",
            given_names=f"Voornaam{at}q",
            ssin=f"8507{at:02}03328",
            nationality=("MA", "AL", "CO", "EC", "TR", "SR", "PE", "BR")[at % 8],
            occupation=f"beroep{at}q",
            note=f"persoonsnota{at}q met familienaam{at + 1}q",
        )
        for at, row in enumerate(report.persons)
    )
    offences = tuple(msgspec.structs.replace(row, note=f"feitnota{at}q") for at, row in enumerate(report.offences))
    seizures = tuple(msgspec.structs.replace(row, note=f"goednota{at}q") for at, row in enumerate(report.seizures))
    return msgspec.structs.replace(report, persons=persons, offences=offences, seizures=seizures, summary="samenvattingq")


def files() -> Iterator[tuple[str, Report]]:
    for name in ("incidents", "scenarios"):
        for line in (ROWS / f"{name}.jsonl").read_bytes().splitlines():
            row = msgspec.json.decode(line)
            report = numbered(msgspec.convert(row["intake"], Report))
            if sum(person.role == "suspect" for person in report.persons) > 1:
                yield row["id"], marked(report)


#: Free text of the report, which stands in no copy.
OF_NOBODY = {"samenvattingq", *(f"{what}{at}q" for what in ("persoonsnota", "feitnota", "goednota") for at in range(20))}


def a_case(report: Report) -> Case:
    return Case(
        id=1,
        case_number="HAV-2026-000001",
        version=1,
        status="registered",
        confidentiality="ordinary",
        holding_office="antwerpPort",
        registered_at=datetime(2026, 11, 24, 9, 30, tzinfo=UTC),
        entered_on=ENTERED_ON,
        report=report,
    )


def context(report: Report, person: str, law: LoadedLaw) -> msgspec.Struct:
    decision = route(facts_of(report, ENTERED_ON), law.law)
    case = a_case(report)
    known = papers.Known(at=case.registered_at, case=case, stored=Stored(decision=decision), law=law.law)
    return papers.context_of(KIND, known, papers.Wanted(about=person))


def strings(value: Any) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        for each in value.values():
            yield from strings(each)
    elif isinstance(value, list | tuple):
        for each in value:
            yield from strings(each)


def values_of(row: Person) -> set[str]:
    """What a report says of a person that tells him from others."""
    residences = [each for each in (row.residence, row.registered_seat) if each is not None]
    found = {row.id, row.family_name, row.given_names, row.ssin, row.enterprise_number, row.occupation, row.birth_date, row.arrested_at}
    found |= {value for each in residences for value in (each.municipality, each.nis_code)}
    return {value for value in found if value} | ({f"{row.age} jaar"} if row.age is not None else set())


def only_of_others(report: Report, person: str, made: Any, law: LoadedLaw) -> set[str]:
    """Words that stand in the file for another person, another's offence or another's place, and for nothing that is his or the law's."""
    decision = route(facts_of(report, ENTERED_ON), law.law)
    share = defence_copy.share_of(report, decision, person, law.law)
    assert share is not None
    his = {*values_of(share.person), *strings(msgspec.to_builtins((share.places, share.offences)))}
    answer = (made.office, made.policy, made.tracks, [(each.supports, each.article, each.source, each.title) for each in made.grounds])
    of_the_law = strings(msgspec.to_builtins((answer, [(each.question, each.citations) for each in made.rules])))
    allowed = " ".join((*his, *of_the_law)).lower()
    others = {value for row in report.persons if row.id != person for value in values_of(row)}
    others |= {row.id or "" for row in report.places if row not in share.places}
    others |= {row.case_number for row in report.related_cases if row.case_number}
    others |= {f"misdrijf {at}" for at in range(1, len(report.offences) + 1) if at not in {number for number, _ in share.offences}}
    kept = {value for value in others if value and not re.search(rf"(?<!\w){re.escape(value.lower())}(?!\w)", allowed)}
    return kept | OF_NOBODY


def test_nothing_of_another_person_stands_in_the_copy_of_any_incident_with_several_suspects(law: LoadedLaw) -> None:
    leaks, copies, fewest = [], 0, []
    for name, report in files():
        for person in (row.id or "" for row in report.persons if row.role == "suspect"):
            made = context(report, person, law)
            told = " ¶ ".join(strings(msgspec.to_builtins(made))).lower()
            copies += 1
            words = only_of_others(report, person, made, law)
            fewest.append(len(words - OF_NOBODY))
            leaks += [(name, person, word) for word in words if re.search(rf"(?<!\w){re.escape(word.lower())}(?!\w)", told)]

    assert leaks == []
    assert copies > 60
    # Each copy is searched for what the file says of the others, not only for the texts of nobody.
    assert min(fewest) >= 3, sorted(fewest)[:10]


TWO = {
    "places": [
        {"id": "p1", "role": "scene", "port": "antwerp", "quay": "1742"},
        {"id": "p2", "role": "arrest", "text": "woning Kerkstraat 12", "municipality": "Mechelen", "country": "BE"},
    ],
    "offences": [
        {"offence": "portIntrusion", "committedFrom": "2026-11-18", "place": "p1", "persons": ["s1"]},
        {"offence": "weapons", "committedFrom": "2026-11-19", "place": "p2", "persons": ["s2"], "portLink": "declared"},
    ],
    "persons": [
        {"id": "s1", "role": "suspect", "kind": "natural", "count": 1, "minor": False, "familyName": "Eerste", "foundAt": "p1"},
        {
            "id": "s2",
            "role": "suspect",
            "kind": "natural",
            "count": 1,
            "minor": False,
            "familyName": "Tweede",
            "foundAt": "p2",
            "residence": {"country": "BE", "municipality": "Antwerpen", "nisCode": "11002"},
        },
    ],
}


def test_a_ground_that_rests_on_another_is_left_out_and_the_trace_does_not_betray_it(law: LoadedLaw) -> None:
    report = numbered(a_report(**TWO))

    first, second = (context(report, person, law) for person in ("s1", "s2"))

    assert "residence" in {ground.code for ground in route(facts_of(report, ENTERED_ON), law.law).grounds}
    told = " ".join(strings(msgspec.to_builtins(first))).lower()
    assert "verblijfplaats" not in told
    assert "mechelen" not in told and "kerkstraat" not in told and "p2" not in told and "wapen" not in told
    assert "verblijfplaats van een verdachte" in " ".join(strings(msgspec.to_builtins(second)))


def test_a_minor_is_not_named_on_his_own_copy(law: LoadedLaw) -> None:
    minor = {"id": "s1", "role": "suspect", "kind": "natural", "count": 1, "minor": True, "familyName": "Jongeling"}
    report = numbered(a_report(persons=[minor]))

    made: Any = context(report, "s1", law)

    assert (made.minor, made.name) == (True, None)
    assert "Jongeling" not in " ".join(strings(msgspec.to_builtins(made)))


@pytest.mark.parametrize("person", ["s9", "s1", None])
def test_a_copy_is_made_for_one_suspect_who_is_one_person(law: LoadedLaw, person: str | None) -> None:
    """The suspect of the builder stands for five men."""
    with pytest.raises(documents.MissingFact):
        context(numbered(a_report()), person or "", law)


def test_the_copy_renders_and_says_that_parts_about_others_were_left_out(law: LoadedLaw) -> None:
    made = context(numbered(a_report(**TWO)), "s1", law)

    words = reading.words_of(documents.render(documents.kind_of(KIND), made, templates.read(KIND)))

    assert "over anderen zijn weggelaten" in words
    assert "Eerste" in words and "Tweede" not in words
