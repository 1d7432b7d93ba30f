"""Confidentiality, referral, papers and mails of a file that is there."""

import pytest

from docket.access import SYSTEM
from docket.actions.jurisdiction.refer_case import ReferCase, refer_case
from docket.actions.papers.finish_document import FailedDocument, MadeDocument, finish_document
from docket.actions.papers.make_document import MakeDocument, make_document
from docket.actions.papers.resend_delivery import ResendDelivery, resend_delivery
from docket.actions.registration.set_confidentiality import SetConfidentiality, set_confidentiality
from docket.deps import Deps
from docket.errors import BadInput, NotFound, StateForbids
from docket.store import search
from tests.builders import a_case, a_clerk, a_prosecutor, an_actor, an_empty_report
from tests.docket.actions.reading import sees, view_of


async def an_account(deps: Deps, name: str) -> int:
    return await deps.pool.fetchval(
        "insert into accounts (kind, name, display_name, roles, office, created_at) "
        "values ('user', $1, $1, '{clerk}', 'antwerpPort', $2) returning id",
        name,
        deps.clock.now(),
    )


async def test_a_restricted_file_is_open_to_prosecutors_and_named_clerks(deps: Deps) -> None:
    number = (await a_case(deps)).case_number
    named = await an_account(deps, "an")
    command = SetConfidentiality(case_number=number, version=1, confidentiality="restricted", reason="gevoelig", named=(named,))

    changed = await set_confidentiality(command, a_prosecutor(), deps)

    assert changed.version == 2
    assert await sees(deps, number, a_clerk(account_id=named))
    assert not await sees(deps, number, a_clerk(account_id=named + 1))
    assert await sees(deps, number, a_prosecutor())
    assert [account.id for account in (await view_of(deps, number, a_prosecutor())).named] == [named]


async def test_a_sealed_file_is_closed_to_the_head_who_is_not_named(deps: Deps) -> None:
    number = (await a_case(deps)).case_number
    named = await an_account(deps, "an")
    seal = SetConfidentiality(case_number=number, version=1, confidentiality="sealed", reason="x")

    with pytest.raises(BadInput):
        await set_confidentiality(seal, a_prosecutor(), deps)
    with pytest.raises(BadInput):
        await set_confidentiality(SetConfidentiality(**_fields(seal) | {"named": (999,)}), a_prosecutor(), deps)
    await set_confidentiality(SetConfidentiality(**_fields(seal) | {"named": (named,)}), a_prosecutor(), deps)

    assert not await sees(deps, number, an_actor("headOfOffice"))
    assert await sees(deps, number, a_clerk(account_id=named))


def _fields(command: SetConfidentiality) -> dict:
    return {name: getattr(command, name) for name in command.__struct_fields__}


async def test_a_court_reads_a_file_from_its_referral_on(deps: Deps) -> None:
    number = (await a_case(deps, places=[{"id": "p1", "role": "scene", "port": "antwerp", "quay": "730"}])).case_number
    registrar = an_actor("courtRegistrar", office=None, court="antwerpCorrectional", account_id=50)
    assert not await sees(deps, number, registrar)

    await refer_case(ReferCase(case_number=number, version=1, tracks=(0,)), a_prosecutor(), deps)

    assert await sees(deps, number, registrar)
    found = await view_of(deps, number)
    assert (found.case.status, found.current.referred_tracks) == ("trialCourt", (0,))
    assert "verwezen" in found.deliveries[-1].body_text
    with pytest.raises(StateForbids):
        await refer_case(ReferCase(case_number=number, version=2, tracks=(0,)), a_prosecutor(), deps)
    with pytest.raises(BadInput):
        await refer_case(ReferCase(case_number=number, version=2, tracks=(7,)), a_prosecutor(), deps)


async def test_a_track_without_a_court_is_not_referred(deps: Deps) -> None:
    number = (await a_case(deps, an_empty_report(leadAuthority="federalProsecutor"))).case_number

    with pytest.raises(StateForbids):
        await refer_case(ReferCase(case_number=number, version=1, tracks=(0,)), a_prosecutor(), deps)


async def test_a_document_is_made_once_and_its_entry_holds_its_hash(deps: Deps) -> None:
    number = (await a_case(deps)).case_number
    asked = await make_document(MakeDocument(case_number=number, kind="receipt"), a_clerk(), deps)
    made = MadeDocument(document_id=asked.document_id, template=b"W", content=b"PK", made_at=deps.clock.now())

    assert await finish_document(made, SYSTEM, deps)
    assert not await finish_document(made, SYSTEM, deps)

    found = await view_of(deps, number)
    assert [entry.kind for entry in found.entries] == ["CaseRegistered", "DocumentAsked", "DocumentMade"]
    [line] = [document for document in found.documents if document.id == asked.document_id]
    assert (line.state, line.size) == ("made", 2)
    kept = await search.document_bytes(deps.pool, _visible(), number, asked.document_id)
    assert kept is not None and kept.content == b"PK"


async def test_a_document_that_cannot_be_made_says_why(deps: Deps) -> None:
    number = (await a_case(deps)).case_number
    document = (await view_of(deps, number)).documents[0]

    await finish_document(FailedDocument(document_id=document.id, failure="De plaats ontbreekt."), SYSTEM, deps)

    assert (await view_of(deps, number)).documents[0].failure == "De plaats ontbreekt."


async def test_a_transfer_paper_exists_only_for_a_file_that_belongs_elsewhere(deps: Deps) -> None:
    number = (await a_case(deps)).case_number

    with pytest.raises(StateForbids):
        await make_document(MakeDocument(case_number=number, kind="transfer"), a_clerk(), deps)


async def test_a_held_mail_may_be_sent_again_and_a_refused_one_not(deps: Deps) -> None:
    emails = ["a@politie.example.org", "b@elders.example.com"]
    number = (await a_case(deps, origin={"service": "police", "investigatorEmails": emails})).case_number
    held, refused = (await view_of(deps, number)).deliveries
    assert (held.state, refused.state) == ("held", "refused")

    again = await resend_delivery(ResendDelivery(delivery_id=held.id), a_clerk(), deps)

    assert again.case_number == number
    with pytest.raises(StateForbids):
        await resend_delivery(ResendDelivery(delivery_id=refused.id), a_clerk(), deps)
    with pytest.raises(NotFound):
        await resend_delivery(ResendDelivery(delivery_id=held.id), a_clerk("brussels"), deps)


def _visible():
    from docket.access import visibility

    return visibility(a_clerk())
