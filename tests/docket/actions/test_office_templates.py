"""An office uses its own Word file from a day on: checked before it is kept, and every document keeps the version it was made with."""

from datetime import date, timedelta
from hashlib import sha256
from typing import Any

import asyncpg
import pytest

import documents
from docket.access import Actor
from docket.actions.papers.choose_template import ChooseTemplate, choose_template
from docket.actions.papers.issue_document import IssueDocument, issue_document
from docket.actions.papers.make_document import MakeDocument, make_document
from docket.actions.papers.upload_template import UploadTemplate, upload_template
from docket.clock import FixedClock
from docket.deps import Deps
from docket.errors import BadInput, MissingScope, NotFound
from docket.mail.sending import MemorySender
from docket.worker.queue import drain
from documents import templates
from documents.docx import archive, read_parts
from tests.builders import a_case, a_clerk, a_prosecutor, an_actor
from tests.documents import reading

TODAY = date(2026, 11, 24)
HEAD = an_actor("headOfOffice", account_id=90)


def reworded(before: str = "Uw melding is ontvangen", after: str = "Wij kregen uw melding", kind: str = "receipt") -> bytes:
    """The template of the release with other words."""
    parts = dict(read_parts(templates.read(kind)))
    words = parts["word/document.xml"].decode()
    assert before in words
    return archive([*(parts | {"word/document.xml": words.replace(before, after).encode()}).items()])


async def uploaded(deps: Deps, content: bytes | None = None, by: Actor = HEAD, office: str = "antwerpPort", **fields: Any) -> int:
    said = {"office": office, "kind": "receipt", "content": content or reworded(), "remark": "andere aanhef"}
    return await upload_template(UploadTemplate(**said | fields), by, deps)


async def chosen(deps: Deps, template_id: int | None, from_day: date = TODAY, by: Actor = HEAD, office: str = "antwerpPort") -> None:
    command = ChooseTemplate(office=office, kind="receipt", template_id=template_id, from_day=from_day, reason="nieuwe huisstijl")
    await choose_template(command, by, deps)


async def made(deps: Deps, sender: MemorySender, number: str | None = None, by: Actor | None = None) -> tuple[str, int, str]:
    """Number of the file and of the receipt, and what it says."""
    by = by or a_clerk()
    number = number or (await a_case(deps, by=by)).case_number
    asked = await make_document(MakeDocument(case_number=number, kind="receipt"), by, deps)
    await drain(deps, sender)
    return number, asked.document_id, reading.words_of(await _bytes(deps, asked.document_id))


async def _bytes(deps: Deps, document_id: int) -> bytes:
    content = await deps.pool.fetchval("select bytes from documents where id = $1", document_id)
    assert content is not None
    return content


async def test_a_version_is_used_from_its_day_on_and_not_before(deps: Deps, sender: MemorySender, clock: FixedClock) -> None:
    version = await uploaded(deps)
    _, _, only_uploaded = await made(deps, sender)
    await chosen(deps, version, TODAY + timedelta(days=2))
    _, _, the_day_before = await made(deps, sender)
    clock.instant += timedelta(days=2)
    _, document, on_the_day = await made(deps, sender)

    assert ["Wij kregen uw melding" in words for words in (only_uploaded, the_day_before, on_the_day)] == [False, False, True]
    kept = await deps.pool.fetchval("select template_version from documents where id = $1", document)
    assert kept == sha256(reworded()).hexdigest()


async def test_the_way_back_is_a_choice_and_what_was_made_keeps_its_version(deps: Deps, sender: MemorySender, clock: FixedClock) -> None:
    await chosen(deps, await uploaded(deps))
    number, document, before = await made(deps, sender)
    await chosen(deps, None)
    _, _, after = await made(deps, sender)

    assert ("Wij kregen uw melding" in before, "Wij kregen uw melding" in after) == (True, False)
    # It is compared with the register by the template that it was made by, so it can still be issued.
    done = await issue_document(IssueDocument(case_number=number, document_id=document), a_clerk(), deps)
    assert done.stage == "issued"
    assert "Wij kregen uw melding" in reading.words_of(await _bytes(deps, document))


async def test_of_two_choices_for_one_day_the_last_one_holds(deps: Deps, sender: MemorySender) -> None:
    first, second = await uploaded(deps), await uploaded(deps, reworded(after="Goed ontvangen"))
    for version in (second, first, second):
        await chosen(deps, version)

    assert "Goed ontvangen" in (await made(deps, sender))[2]


async def test_only_the_files_that_the_office_holds_are_made_by_it(deps: Deps, sender: MemorySender) -> None:
    await chosen(deps, await uploaded(deps))
    there = a_clerk("eastFlandersGhent")
    number = (await a_case(deps, by=there, sender="gent")).case_number

    _, _, words = await made(deps, sender, number, there)
    assert "Wij kregen uw melding" not in words


async def test_a_template_with_a_fault_is_refused_whole_with_every_place(deps: Deps) -> None:
    faulty = reworded(after="Melding {{ onbekend }} en {{ office")
    unknown = reworded(after="Melding {{ onbekend }} van {{ geheim }}")

    with pytest.raises(BadInput) as refused:
        await uploaded(deps, faulty, remark=" ")
    assert [issue.name for issue in refused.value.issues] == ["/remark", "/content"]
    with pytest.raises(BadInput) as refused:
        await uploaded(deps, unknown)
    assert [("alinea 14" in issue.detail, issue.name) for issue in refused.value.issues] == [(True, "/content")] * 2
    with pytest.raises(BadInput, match="fouten"):
        await uploaded(deps, reworded("{{ registered_at }}", "een uur"))
    assert await deps.pool.fetchval("select count(*) from office_templates") == 0
    assert await deps.pool.fetchval("select count(*) from template_versions") == 0


async def test_the_same_bytes_are_taken_once(deps: Deps) -> None:
    await uploaded(deps)

    with pytest.raises(BadInput) as refused:
        await uploaded(deps)
    assert "heeft dit sjabloon al" in refused.value.issues[0].detail


async def test_no_choice_is_made_for_a_day_that_has_passed_or_without_a_reason(deps: Deps) -> None:
    version = await uploaded(deps)

    with pytest.raises(BadInput):
        await chosen(deps, version, TODAY - timedelta(days=1))
    with pytest.raises(BadInput):
        await choose_template(
            ChooseTemplate(office="antwerpPort", kind="receipt", template_id=version, from_day=TODAY, reason=" "), HEAD, deps
        )


async def test_a_head_keeps_those_of_his_own_office_and_an_administrator_those_of_all(deps: Deps) -> None:
    administrator = an_actor("administrator", office=None, account_id=1)
    version = await uploaded(deps, by=administrator, office="brussels")

    for stranger in (a_clerk(), a_prosecutor()):
        with pytest.raises(MissingScope):
            await uploaded(deps, by=stranger)
    with pytest.raises(NotFound):
        await uploaded(deps, office="brussels")
    with pytest.raises(NotFound):
        await chosen(deps, version)
    with pytest.raises(NotFound):
        await uploaded(deps, by=administrator, office="nowhere")
    await chosen(deps, version, by=administrator, office="brussels")


async def test_a_template_that_a_release_outgrew_stops_the_document_and_names_what_it_lacks(
    deps: Deps, sender: MemorySender, monkeypatch: pytest.MonkeyPatch
) -> None:
    await chosen(deps, await uploaded(deps))
    monkeypatch.setattr("docket.actions.papers.composing._faults", lambda kind, template: ("het gegeven 'nieuw' staat nergens",))
    number = (await a_case(deps)).case_number
    asked = await make_document(MakeDocument(case_number=number, kind="receipt"), a_clerk(), deps)
    await drain(deps, sender)

    failure = await deps.pool.fetchval("select failure from documents where id = $1", asked.document_id)
    assert "past niet meer bij deze uitgave" in failure
    assert "het gegeven 'nieuw' staat nergens" in failure


async def test_no_statement_changes_an_upload_or_a_choice(deps: Deps) -> None:
    await chosen(deps, await uploaded(deps))

    for statement in (
        "update office_templates set remark = 'x'",
        "delete from template_choices",
        "update template_choices set office = 'x'",
    ):
        with pytest.raises(asyncpg.RestrictViolationError):
            await deps.pool.execute(statement)


@pytest.mark.parametrize("kind", documents.KINDS, ids=lambda kind: kind.code)
async def test_every_kind_takes_back_the_template_of_the_release(deps: Deps, kind: documents.DocumentKind) -> None:
    assert await uploaded(deps, templates.read(kind.code), kind=kind.code) > 0
