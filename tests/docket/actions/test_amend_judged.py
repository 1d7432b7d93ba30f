"""Facts are corrected under a judgment, and the judgment stays true: nobody and nothing that it is about goes or becomes another."""

import re
from typing import Any

import msgspec
import pytest

from docket.actions.oversight.verify_register import verify_register
from docket.actions.registration.add_report import AddReport, add_report, preview_report
from docket.actions.registration.amend_case import AmendCase, amend_case, preview_amendment
from docket.contract import Offence, Person, Report
from docket.deps import Deps
from docket.errors import StateForbids
from docket.store import judgments as store
from tests.builders import a_clerk, an_empty_report
from tests.docket.actions.judgment_world import OFFENCES, PERSONS, before_court, convicting, decided, judge
from tests.docket.actions.reading import view_of

KNOWN = {"familyName": "Peeters", "givenNames": "Jan", "birthDate": "1990-03-02"}
NAMED = [PERSONS[0] | KNOWN, PERSONS[1] | {"familyName": "Maes", "birthDate": "1988-01-01"}, PERSONS[2]]
#: Of whom nobody was judged.
WAITING = [{"id": "s3", "role": "suspect", "kind": "natural"}, {"id": "v1", "role": "victim", "kind": "natural"}]


async def a_judged_file(deps: Deps) -> str:
    """Both suspects judged for the first offence; the third suspect and the third offence wait."""
    offences = [
        OFFENCES[0] | {"persons": ["s1", "s2"]},
        OFFENCES[1],
        {"id": "o3", "offence": "drugImport", "place": "p1", "persons": ["s3"]},
    ]
    number = await before_court(deps, persons=[*NAMED, *WAITING], offences=offences)
    await judge(deps, convicting(number, decided=decided(s1_o1="convicted", s1_o2="convicted", s2_o1="acquitted")))
    return number


def changed(report: Report, rows: str, id_: str, **fields: Any) -> Report:
    """`rows`: persons or offences."""
    return msgspec.structs.replace(
        report, **{rows: tuple(msgspec.structs.replace(row, **fields) if row.id == id_ else row for row in getattr(report, rows))}
    )


def without(report: Report, rows: str, id_: str) -> Report:
    return msgspec.structs.replace(report, **{rows: tuple(row for row in getattr(report, rows) if row.id != id_)})


def exchanged(report: Report) -> Report:
    """The two suspects under each other's id."""
    first, second, *others = report.persons
    return msgspec.structs.replace(
        report, persons=(msgspec.structs.replace(second, id="s1"), msgspec.structs.replace(first, id="s2"), *others)
    )


REFUSED: dict[str, tuple[Any, str]] = {
    "a suspect leaves an offence that he was judged for": (
        lambda report: changed(report, "offences", "o1", persons=("s2",)),
        "over verdachte 1 voor feit o1",
    ),
    "another suspect takes his place": (
        lambda report: changed(report, "offences", "o2", persons=("s2",)),
        "over verdachte 1 voor feit o2",
    ),
    "an offence goes": (lambda report: without(report, "offences", "o2"), "over verdachte 1 voor feit o2"),
    "an offence becomes another": (
        lambda report: changed(report, "offences", "o2", offence="drugPossession"),
        "over feit o2 van verdachte 1; dat feit wordt geen ander misdrijf",
    ),
    "a suspect goes": (
        lambda report: without(changed(report, "offences", "o1", persons=("s1",)), "persons", "s2"),
        "over verdachte 2 voor feit o1",
    ),
    "a suspect becomes a victim": (
        lambda report: changed(changed(report, "offences", "o1", persons=("s1",)), "persons", "s2", role="victim"),
        "over verdachte 2 voor feit o1",
    ),
    "two suspects are exchanged": (exchanged, "is verdachte 1 partij bij het vonnis van 24/11/2026"),
    "a suspect becomes a company": (
        lambda report: changed(report, "persons", "s1", kind="legal", family_name=None, given_names=None, birth_date=None),
        "is verdachte 1 partij bij",
    ),
    "a civil party goes": (lambda report: without(report, "persons", "c1"), "is burgerlijke partij 1 partij bij"),
    "a civil party becomes a victim": (
        lambda report: changed(report, "persons", "c1", role="victim"),
        "is burgerlijke partij 1 partij bij",
    ),
}
KEPT: dict[str, Any] = {
    "a name is written right": lambda report: changed(report, "persons", "s1", family_name="Peters"),
    "a first name and nothing else": lambda report: changed(report, "persons", "s1", given_names="Johan", nationality="BE"),
    "an identity is completed": lambda report: changed(report, "persons", "s2", given_names="Els", nationality="NL"),
    "the day of an offence": lambda report: changed(report, "offences", "o1", committed_from="2026-10-17"),
    "a suspect and an offence come to it": lambda report: msgspec.structs.replace(
        report,
        persons=(*report.persons, Person(id="s4", role="suspect")),
        offences=(*report.offences, Offence(id="o4", offence="portIntrusion", persons=("s1", "s4"))),
    ),
    "who was not judged goes": lambda report: without(without(report, "offences", "o3"), "persons", "s3"),
    "who was not judged is charged with something else": lambda report: changed(report, "offences", "o3", offence="portIntrusion"),
    "a victim goes": lambda report: without(report, "persons", "v1"),
}


@pytest.mark.parametrize("case", REFUSED)
async def test_a_correction_that_makes_a_judgment_untrue_is_refused_with_who_and_which_judgment(case: str, deps: Deps) -> None:
    change, told = REFUSED[case]
    number = await a_judged_file(deps)
    found = await view_of(deps, number)
    command = AmendCase(case_number=number, version=3, report=change(found.case.report), reason="verbetering")

    for attempt in (preview_amendment, amend_case):
        with pytest.raises(StateForbids) as refused:
            await attempt(command, a_clerk(), deps)
        assert f"In {number} " in str(refused.value)
        assert told in str(refused.value)
        assert "het vonnis van 24/11/2026, " in str(refused.value)
        assert re.search("voeg .*(nieuwe persoon|nieuw feit) toe", str(refused.value))

    after = await view_of(deps, number)
    assert (after.case.version, after.case.report) == (3, found.case.report)


@pytest.mark.parametrize("case", KEPT)
async def test_what_leaves_the_judgment_true_is_corrected_under_it(case: str, deps: Deps) -> None:
    number = await a_judged_file(deps)
    found = await view_of(deps, number)
    before = await store.of_case(deps.pool, found.case.id)

    await amend_case(AmendCase(case_number=number, version=3, report=KEPT[case](found.case.report), reason="verbetering"), a_clerk(), deps)

    assert await store.of_case(deps.pool, found.case.id) == before
    after = await view_of(deps, number)
    assert {after.stands.rows.get(pair, after.case.status) for pair in (("s1", "o1"), ("s1", "o2"), ("s2", "o1"))} == {"judged"}
    assert (await verify_register(deps))[0] == []


async def test_a_later_report_does_not_turn_a_judged_suspect_into_another(deps: Deps) -> None:
    number = await a_judged_file(deps)
    other = {"sameAs": "s1", "familyName": "Janssens", "givenNames": "Karel", "birthDate": "1979-12-31"}
    command = AddReport(
        case_number=number,
        version=None,
        report=an_empty_report(externalId="vervolg", persons=[other]),
        sender="police",
        idempotency_key=None,
    )

    for attempt in (preview_report, add_report):
        with pytest.raises(StateForbids, match="is verdachte 1 partij bij het vonnis van 24/11/2026"):
            await attempt(command, a_clerk(), deps)

    new = msgspec.structs.replace(
        command, report=an_empty_report(externalId="vervolg", persons=[other | {"sameAs": None, "role": "suspect"}])
    )
    assert (await add_report(new, a_clerk(), deps)).version == 4
