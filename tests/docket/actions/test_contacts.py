"""Who is involved in a file: dated contacts, predecessors kept, corrections by a new act, and no name in the docket."""

from datetime import date, timedelta
from typing import Any

import msgspec
import pytest

from docket.actions.contacts.add_contact import AddContact, add_contact
from docket.actions.contacts.correct_contact import CorrectContact, correct_contact
from docket.actions.contacts.end_contact import EndContact, end_contact
from docket.contacts import Contact, ContactSaid
from docket.deps import Deps
from docket.errors import BadInput, MissingScope, NotFound, Stale
from docket.store import contacts
from tests.builders import a_case, a_clerk, an_actor
from tests.docket.actions.reading import view_of

TODAY = date(2026, 11, 24)
PEOPLE = [
    {"id": "s1", "role": "suspect", "kind": "natural", "custody": "remanded"},
    {"id": "s2", "role": "suspect", "kind": "natural"},
    {"id": "v1", "role": "victim", "kind": "natural"},
    {"id": "w1", "role": "witness", "kind": "natural"},
]


def said(kind: str = "counsel", person: str | None = "s1", name: str = "Mr. Aa", **fields: Any) -> ContactSaid:
    return msgspec.convert({"kind": kind, "person": person, "name": name, "from_on": TODAY} | fields, ContactSaid)


async def added(deps: Deps, number: str, version: int, contact: ContactSaid, replaces: int | None = None) -> int:
    command = AddContact(case_number=number, version=version, said=contact, replaces=replaces)
    return (await add_contact(command, a_clerk(), deps)).contact_id


async def of(deps: Deps, number: str) -> tuple[Contact, ...]:
    return await contacts.of_case(deps.pool, (await view_of(deps, number)).case.id)


async def test_counsel_stands_for_a_suspect_and_for_a_victim_beside_interpreter_prison_and_expert(deps: Deps) -> None:
    number = (await a_case(deps, persons=PEOPLE)).case_number
    everyone = (
        said(firm="Kantoor A", email="aa@balie.example.org", phone="03 000 00 00"),
        said(person="v1", name="Mr. Bb"),
        said("interpreter", "s1", "Tolk C", language="ar"),
        said("prison", "s1", "Gevangenis D"),
        said("expert", None, "Deskundige E"),
    )

    for version, one in enumerate(everyone, start=1):
        await added(deps, number, version, one)

    kept = await of(deps, number)
    assert [(one.kind, one.person, one.name, one.language) for one in kept] == [
        (one.kind, one.person, one.name, one.language) for one in everyone
    ]
    assert (kept[0].firm, kept[0].email, kept[0].phone) == ("Kantoor A", "aa@balie.example.org", "03 000 00 00")


async def test_a_successor_ends_his_predecessor_who_stays_readable(deps: Deps) -> None:
    number = (await a_case(deps, persons=PEOPLE)).case_number
    first = await added(deps, number, 1, said(from_on=TODAY - timedelta(days=30)))

    second = await added(deps, number, 2, said(name="Mr. Bb"), replaces=first)

    before, after = await of(deps, number)
    assert (before.id, before.name, before.until_on, before.holds(TODAY)) == (first, "Mr. Aa", TODAY, False)
    assert before.holds(TODAY - timedelta(days=1))
    assert (after.id, after.until_on, after.holds(TODAY)) == (second, None, True)


async def test_a_contact_is_ended_from_a_day_with_a_reason(deps: Deps) -> None:
    number = (await a_case(deps, persons=PEOPLE)).case_number
    contact = await added(deps, number, 1, said())
    with pytest.raises(BadInput):
        await end_contact(EndContact(case_number=number, version=2, contact_id=contact, until_on=TODAY, reason=" "), a_clerk(), deps)
    with pytest.raises(BadInput):
        early = EndContact(case_number=number, version=2, contact_id=contact, until_on=TODAY - timedelta(days=1), reason="r")
        await end_contact(early, a_clerk(), deps)

    last = EndContact(case_number=number, version=2, contact_id=contact, until_on=TODAY + timedelta(days=3), reason="legt neer")
    await end_contact(last, a_clerk(), deps)

    [kept] = await of(deps, number)
    assert (kept.holds(TODAY + timedelta(days=2)), kept.holds(TODAY + timedelta(days=3)), kept.end_reason) == (True, False, "legt neer")
    with pytest.raises(BadInput):
        await end_contact(msgspec.structs.replace(last, version=3), a_clerk(), deps)


async def test_a_wrong_contact_is_corrected_by_a_new_one_and_stays_readable(deps: Deps) -> None:
    number = (await a_case(deps, persons=PEOPLE)).case_number
    wrong = await added(deps, number, 1, said(name="Mr. Aaa"))

    command = CorrectContact(case_number=number, version=2, contact_id=wrong, said=said(name="Mr. Aa"), reason="schrijffout")
    right = (await correct_contact(command, a_clerk(), deps)).contact_id

    before, after = await of(deps, number)
    assert (before.name, before.corrected_by, before.holds(TODAY)) == ("Mr. Aaa", right, False)
    assert (after.name, after.holds(TODAY)) == ("Mr. Aa", True)


async def test_no_name_address_or_number_of_a_contact_stands_in_the_docket(deps: Deps) -> None:
    number = (await a_case(deps, persons=PEOPLE)).case_number
    told = said(name="Geheimnaam", firm="Geheimkantoor", email="geheim@balie.example.org", phone="0499 99 99 99")
    contact = await added(deps, number, 1, told)
    await correct_contact(CorrectContact(case_number=number, version=2, contact_id=contact, said=told, reason="r"), a_clerk(), deps)

    found = (await view_of(deps, number)).entries

    assert [entry.kind for entry in found][1:] == ["ContactAdded", "ContactCorrected"]
    words = str([entry.content for entry in found]).lower()
    assert "geheim" not in words and "0499" not in words
    assert found[1].content["aboutPerson"] == "s1"


@pytest.mark.parametrize(
    ("wrong", "names"),
    [
        (said(person=None), ["/person"]),
        (said(person="w1"), ["/person"]),
        (said(person="s9"), ["/person"]),
        (said("prison", "s2", "Gevangenis"), ["/person"]),
        (said("interpreter", "s1", "Tolk"), ["/language"]),
        (said("expert", "s1", "Deskundige"), ["/person"]),
        (said(language="ar"), ["/language"]),
        (said(name=" "), ["/name"]),
        (said(email="geen adres"), ["/email"]),
        (said(until_on=TODAY - timedelta(days=1)), ["/untilOn"]),
    ],
)
async def test_a_contact_that_cannot_be_is_refused_by_its_field(wrong: ContactSaid, names: list[str], deps: Deps) -> None:
    number = (await a_case(deps, persons=PEOPLE)).case_number

    with pytest.raises(BadInput) as refused:
        await added(deps, number, 1, wrong)

    assert [issue.name for issue in refused.value.issues] == names
    assert await of(deps, number) == ()


async def test_a_successor_follows_somebody_of_the_same_person_and_kind(deps: Deps) -> None:
    number = (await a_case(deps, persons=PEOPLE)).case_number
    contact = await added(deps, number, 1, said())

    for other in (said(person="s2", name="Mr. Bb"), said("interpreter", "s1", "Tolk", language="ar")):
        with pytest.raises(BadInput):
            await added(deps, number, 2, other, replaces=contact)
    with pytest.raises(BadInput):
        await added(deps, number, 2, said(name="Mr. Bb"), replaces=contact + 1)


async def test_contacts_are_kept_by_who_writes_in_the_file_on_the_version_that_he_saw(deps: Deps) -> None:
    number = (await a_case(deps, persons=PEOPLE)).case_number
    command = AddContact(case_number=number, version=1, said=said())

    with pytest.raises(MissingScope):
        await add_contact(command, an_actor("courtRegistrar", office=None, court="antwerpCorrectional"), deps)
    with pytest.raises(NotFound):
        await add_contact(command, a_clerk("brussels"), deps)
    with pytest.raises(Stale):
        await add_contact(msgspec.structs.replace(command, version=9), a_clerk(), deps)
    assert await of(deps, number) == ()
