"""The papers by which a prosecution stops, on the real register: what the docket holds is not asked again, and every kind is made."""

from datetime import date, timedelta
from typing import Any

import pytest

from docket.access import visibility
from docket.actions.life.change_status import ChangeStatus, change_status
from docket.actions.life.strike_entry import StrikeEntry, strike_entry
from docket.actions.oversight.verify_register import verify_register
from docket.actions.papers.issue_document import IssueDocument, issue_document
from docket.actions.papers.make_document import MakeDocument, make_document
from docket.actions.papers.propose_document import ProposeDocument, propose_document
from docket.actions.papers.sign_off_document import SignOffDocument, sign_off_document
from docket.clock import FixedClock, court_day
from docket.deps import Deps
from docket.errors import BadInput, FactsMissing, MissingScope, StateForbids
from docket.mail.sending import MemorySender
from docket.store import search
from docket.transitions import Paper
from docket.worker.queue import drain
from tests.builders import a_case, a_clerk, a_prosecutor, an_actor
from tests.docket.actions.reading import view_of
from tests.docket.actions.test_document_life import a_magistrate
from tests.documents import reading

PEOPLE: list[dict[str, Any]] = [
    {"id": "s1", "role": "suspect", "kind": "natural", "count": 1, "givenNames": "An", "familyName": "Volwassen", "minor": False},
    {"id": "s2", "role": "suspect", "kind": "natural", "count": 1, "givenNames": "Kim", "familyName": "Kleinveld", "minor": True},
    {"id": "b1", "role": "injuredParty", "kind": "natural", "count": 1, "givenNames": "Bo", "familyName": "Benadeeld"},
]
FACTS: list[dict[str, Any]] = [{"id": "o1", "offence": "portIntrusion", "committedFrom": "2026-09-18", "place": "p1"}]
ALL = (("s1", "o1"), ("s2", "o1"))
LETTER = {"address": "Kaai 1, 2030 Antwerpen", "contact": "slachtofferonthaal"}
TO_PAY = {"payment": "overschrijving", "contact": "het secretariaat"}


async def a_file(deps: Deps) -> str:
    """Under investigation; its version is 2."""
    number = (await a_case(deps, persons=PEOPLE, offences=FACTS)).case_number
    return await moved(deps, number, 1, "openInvestigation")


async def moved(deps: Deps, number: str, version: int, event: str, **said: Any) -> str:
    command = ChangeStatus(case_number=number, version=version, event=event, reason="volgens het stuk", **said)
    await change_status(command, a_prosecutor(), deps)
    return number


async def made(deps: Deps, sender: MemorySender, number: str, kind: str, about: str | None = None, **typed: Any) -> tuple[int, str]:
    """Its id and what it says, once the worker made it."""
    asked = await make_document(MakeDocument(case_number=number, kind=kind, about=about, typed=typed), a_clerk(), deps)
    await drain(deps, sender)
    found = await search.document_bytes(deps.pool, visibility(a_clerk()), number, asked.document_id)
    assert found is not None and found.content is not None, found
    return asked.document_id, reading.words_of(found.content)


async def test_a_dismissal_is_made_of_the_motive_in_the_docket_and_told_to_the_injured(deps: Deps, sender: MemorySender) -> None:
    number = await moved(deps, await a_file(deps), 2, "dismiss", motive="02")

    _, decision = await made(deps, sender, number, "dismissal")
    _, letter = await made(deps, sender, number, "dismissal_notice", "b1", **LETTER)

    assert "## Motief 02: onvoldoende bewijzen" in decision
    assert "Verdachte 2 (s2), minderjarig" in decision
    assert "Reden → onvoldoende bewijzen (motief 02)" in letter
    assert not any(word in letter for word in ("Volwassen", "Kleinveld", "s1", "s2"))
    findings, _ = await verify_register(deps)
    assert findings == []


async def test_another_motive_than_that_of_the_docket_is_refused(deps: Deps) -> None:
    number = await moved(deps, await a_file(deps), 2, "dismiss", motive="02")

    with pytest.raises(FactsMissing) as refusal:
        await make_document(MakeDocument(case_number=number, kind="dismissal", typed={"motive": "12"}), a_clerk(), deps)
    assert [issue.name for issue in refusal.value.issues] == ["#motive"]


async def test_a_dismissal_that_was_struck_has_no_motive_any_more(deps: Deps) -> None:
    number = await moved(deps, await a_file(deps), 2, "dismiss", motive="02")
    lines = (await view_of(deps, number)).entries
    [line] = [entry for entry in lines if entry.kind == "StatusChanged" and entry.content["event"] == "dismiss"]
    await strike_entry(StrikeEntry(case_number=number, version=3, seq=line.seq, reason="vergissing"), a_prosecutor(), deps)

    with pytest.raises(FactsMissing) as refusal:
        await make_document(MakeDocument(case_number=number, kind="dismissal"), a_clerk(), deps)
    assert {issue.name for issue in refusal.value.issues} == {"stand"}


async def test_a_notice_goes_to_nobody_but_an_injured_person_of_the_file(deps: Deps) -> None:
    number = await moved(deps, await a_file(deps), 2, "dismiss", motive="02")

    for stranger in ("s1", "b9", None):
        with pytest.raises(BadInput):
            await make_document(MakeDocument(case_number=number, kind="dismissal_notice", about=stranger, typed=LETTER), a_clerk(), deps)


async def test_the_end_of_the_action_takes_its_cause_and_its_proof_from_the_docket(deps: Deps, sender: MemorySender) -> None:
    deed = Paper(kind="deathCertificate", number="12", dated_on=date(2026, 11, 3))
    number = await moved(deps, await a_file(deps), 2, "extinguished", cause="death", paper=deed, positions=(ALL[0],))

    _, said = await made(deps, sender, number, "extinction_finding", eventOn="2026-11-01")
    assert "vervallen door: overlijden van de verdachte" in said
    assert "Stuk → akte van overlijden nr. 12 van 3 november 2026" in said
    assert "Verdachte 1 (s1), An Volwassen" in said
    assert "# Wat niet vervalt" in said


async def test_a_settlement_is_found_met_once_its_offer_left_the_office(deps: Deps, sender: MemorySender) -> None:
    number = await moved(deps, await a_file(deps), 2, "offerSettlement", positions=(ALL[0],))
    today = court_day(deps.clock.now())
    due_on = str(today + timedelta(days=60))
    terms = {"amountEur": 5000, "dueOn": due_on, "damage": "paid", "noSeriousHarm": True, "sentenceWithinLimit": True} | TO_PAY
    paid = {"paidEur": 5000, "paidOn": str(today), "proof": "uittreksel 3", "damageDone": "kwijting"}
    offer, _ = await made(deps, sender, number, "settlement_offer", "s1", address="Kaai 1", **terms)

    with pytest.raises(FactsMissing) as refusal:
        await make_document(MakeDocument(case_number=number, kind="settlement_finding", about="s1", typed=paid), a_clerk(), deps)
    assert [issue.name for issue in refusal.value.issues] == ["documenten"]

    await propose_document(ProposeDocument(case_number=number, document_id=offer), a_clerk(), deps)
    await sign_off_document(SignOffDocument(case_number=number, document_id=offer), await a_magistrate(deps), deps)
    await issue_document(IssueDocument(case_number=number, document_id=offer), a_clerk(), deps)
    _, said = await made(deps, sender, number, "settlement_finding", "s1", **paid)
    assert "Som → 5.000 euro" in said
    assert "De strafvordering is voor deze feiten ten aanzien van deze verdachte vervallen." in said


async def test_an_offer_whose_last_day_to_pay_went_by_no_longer_leaves_the_office(
    deps: Deps, sender: MemorySender, clock: FixedClock
) -> None:
    number = await moved(deps, await a_file(deps), 2, "offerSettlement", positions=(ALL[0],))
    due_on = str(court_day(deps.clock.now()) + timedelta(days=60))
    terms = {"amountEur": 5000, "dueOn": due_on, "damage": "paid", "noSeriousHarm": True, "sentenceWithinLimit": True} | TO_PAY
    offer, _ = await made(deps, sender, number, "settlement_offer", "s1", address="Kaai 1", **terms)
    await propose_document(ProposeDocument(case_number=number, document_id=offer), a_clerk(), deps)
    await sign_off_document(SignOffDocument(case_number=number, document_id=offer), await a_magistrate(deps), deps)
    clock.instant += timedelta(days=61)

    with pytest.raises(FactsMissing, match="kan vandaag niet meer") as refusal:
        await issue_document(IssueDocument(case_number=number, document_id=offer), a_clerk(), deps)
    assert [issue.name for issue in refusal.value.issues] == ["#dueOn"]


async def test_the_other_two_letters_are_made(deps: Deps, sender: MemorySender) -> None:
    number, today = await a_file(deps), court_day(deps.clock.now())

    _, rights = await made(deps, sender, number, "victim_notice", "b1", occasion="rights", **LETTER)
    typed = {"act": "zoeking", "stage": "done", "place": "kaai 1742", "municipality": "Beveren", "actedOn": str(today), "contact": "dienst"}
    _, told = await made(deps, sender, number, "article_23_notice", **typed)

    assert "Bo Benadeeld" in rights
    assert "Aan → Parket Oost-Vlaanderen, afdeling Dendermonde" in told


async def test_a_registry_makes_none_of_them(deps: Deps) -> None:
    number = await a_file(deps)
    registry = an_actor("courtRegistrar", office=None, court="antwerpCorrectional")

    with pytest.raises(MissingScope):
        await make_document(MakeDocument(case_number=number, kind="dismissal"), registry, deps)


async def test_a_file_that_nobody_dismissed_has_no_notice_of_it(deps: Deps) -> None:
    asked = MakeDocument(case_number=await a_file(deps), kind="dismissal_notice", about="b1", typed=LETTER)

    with pytest.raises(StateForbids, match="geen seponering ingeschreven"):
        await make_document(asked, a_clerk(), deps)
