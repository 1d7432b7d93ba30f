"""The PDF of a document is made once, kept, and sealed by the docket; what cannot be made says why."""

import asyncio
import hashlib
from datetime import timedelta
from pathlib import Path

import asyncpg
import msgspec
import pypdfium2
import pytest

from docket.actions.oversight.verify_register import verify_register
from docket.actions.papers.ask_pdf import AskPdf, ask_pdf
from docket.actions.papers.make_document import MakeDocument, make_document
from docket.clock import FixedClock
from docket.conversion.converter import converter_of
from docket.conversion.finding import NoTools
from docket.deps import Deps
from docket.errors import NotFound, StateForbids
from docket.mail.sending import MemorySender
from docket.settings import Settings
from docket.store import pdfs
from docket.worker import make_pdf as worker
from docket.worker.make_pdf import LEASE, MAX_ATTEMPTS, make_pdf, tell_tools
from docket.worker.queue import drain
from docket.worker.render_document import render_document
from tests.builders import a_case, a_clerk
from tests.docket.actions.reading import view_of
from tests.docket.conversion.paper import PaperConverter
from tests.docket.tampering import tamper


async def a_document(deps: Deps, number: str) -> int:
    document = (await make_document(MakeDocument(case_number=number, kind="receipt"), a_clerk(), deps)).document_id
    await render_document(document, deps)
    return document


async def asked(deps: Deps) -> tuple[AskPdf, int]:
    number = (await a_case(deps)).case_number
    command = AskPdf(case_number=number, document_id=await a_document(deps, number))
    assert (await ask_pdf(command, a_clerk(), deps)).fresh
    return command, await deps.pool.fetchval("select id from pdfs where document_id = $1", command.document_id)


def later(deps: Deps, by: timedelta) -> Deps:
    return msgspec.structs.replace(deps, clock=FixedClock(deps.clock.now() + by))


class HeldConverter(PaperConverter):
    """Takes as long as a test wants."""

    def __init__(self) -> None:
        super().__init__()
        self.begun, self.go_on = asyncio.Event(), asyncio.Event()

    async def pdf(self, document: bytes) -> bytes:
        self.begun.set()
        await self.go_on.wait()
        return await super().pdf(document)


async def kinds_of(deps: Deps, number: str) -> list[str]:
    return [entry.kind for entry in (await view_of(deps, number)).entries if entry.kind.startswith("Pdf")]


async def test_a_pdf_is_made_once_and_kept_however_often_it_is_asked_for_or_its_job_runs(deps: Deps) -> None:
    command, pdf_id = await asked(deps)
    converter = PaperConverter()
    await make_pdf(pdf_id, deps, converter)
    kept = await deps.pool.fetchrow("select * from pdfs where id = $1", pdf_id)
    await make_pdf(pdf_id, deps, converter)
    again = await ask_pdf(command, a_clerk(), deps)

    assert not again.fresh
    assert converter.asked == 1
    assert await deps.pool.fetchrow("select * from pdfs where id = $1", pdf_id) == kept
    assert (kept["state"], kept["pages"], kept["alone"], kept["picture"][:4]) == ("made", 2, True, b"\x89PNG")
    assert await kinds_of(deps, command.case_number) == ["PdfAsked", "PdfMade"]


async def test_the_docket_entry_names_the_sha256_of_the_kept_bytes(deps: Deps) -> None:
    command, pdf_id = await asked(deps)
    await make_pdf(pdf_id, deps, PaperConverter())
    entry = (await view_of(deps, command.case_number)).entries[-1]
    content = await deps.pool.fetchval("select bytes from pdfs where id = $1", pdf_id)

    assert entry.content["sha256"] == hashlib.sha256(content).hexdigest()
    assert (entry.content["document"], entry.content["pages"]) == (command.document_id, 2)


@pytest.mark.parametrize(
    "change", ["bytes = bytes || '\\x00'", "bytes = bytes || '\\x00', sha256 = sha256(bytes || '\\x00')", "picture = '\\x00'", "pages = 3"]
)
async def test_verify_names_what_was_tampered_with(deps: Deps, change: str) -> None:
    _, pdf_id = await asked(deps)
    await make_pdf(pdf_id, deps, PaperConverter())
    assert (await verify_register(deps))[0] == []
    await tamper(deps, f"update pdfs set {change} where id = $1", pdf_id)

    assert {(each.table, each.row) for each in (await verify_register(deps))[0]} == {("pdfs", str(pdf_id))}


async def test_a_pdf_that_cannot_be_made_says_why_and_can_be_asked_again(deps: Deps) -> None:
    command, pdf_id = await asked(deps)
    await make_pdf(pdf_id, deps, PaperConverter("LibreOffice was na 60 seconden niet klaar."))
    failed = await pdfs.of_document(deps.pool, _everybody(), command.case_number, command.document_id)
    again = await ask_pdf(command, a_clerk(), deps)
    await make_pdf(pdf_id, deps, PaperConverter())
    made = await pdfs.of_document(deps.pool, _everybody(), command.case_number, command.document_id)

    assert (failed.state, failed.failure) == ("failed", "LibreOffice was na 60 seconden niet klaar.")
    assert again.fresh
    assert (made.state, made.failure) == ("made", None)
    assert await kinds_of(deps, command.case_number) == ["PdfAsked", "PdfFailed", "PdfAsked", "PdfMade"]


async def test_a_document_that_takes_the_worker_down_each_time_is_given_up(deps: Deps) -> None:
    command, pdf_id = await asked(deps)
    for killed in range(MAX_ATTEMPTS):
        now = deps.clock.now() + killed * LEASE
        assert (await pdfs.claim(deps.pool, pdf_id, MAX_ATTEMPTS, now=now, until=now + LEASE)).attempt == killed + 1
    converter = PaperConverter()
    await make_pdf(pdf_id, later(deps, MAX_ATTEMPTS * LEASE), converter)
    found = await pdfs.of_document(deps.pool, _everybody(), command.case_number, command.document_id)

    assert converter.asked == 0
    assert (found.state, found.failure[:22]) == ("failed", "Opgegeven na 3 poginge")


async def test_however_many_wait_for_a_pdf_it_is_converted_once_and_none_of_them_is_an_attempt(
    deps: Deps, monkeypatch: pytest.MonkeyPatch
) -> None:
    command, pdf_id = await asked(deps)
    monkeypatch.setattr(worker, "_LOOK_AGAIN_SECONDS", 0)
    converter = HeldConverter()
    jobs = [asyncio.create_task(make_pdf(pdf_id, deps, converter)) for _ in range(MAX_ATTEMPTS + 2)]
    await converter.begun.wait()
    for _ in range(20):
        assert (await pdfs.claim(deps.pool, pdf_id, MAX_ATTEMPTS, now=deps.clock.now(), until=deps.clock.now())).state == "inHand"
    converter.go_on.set()
    await asyncio.gather(*jobs)
    found = await pdfs.of_document(deps.pool, _everybody(), command.case_number, command.document_id)

    assert (found.state, converter.asked) == ("made", 1)
    assert await deps.pool.fetchval("select attempts from pdf_work where pdf_id = $1", pdf_id) == 1
    assert await kinds_of(deps, command.case_number) == ["PdfAsked", "PdfMade"]


async def test_a_pdf_whose_worker_died_is_taken_over_when_it_shows_no_sign_of_life(deps: Deps) -> None:
    command, pdf_id = await asked(deps)
    now = deps.clock.now()
    await pdfs.claim(deps.pool, pdf_id, MAX_ATTEMPTS, now=now, until=now + LEASE)
    await pdfs.renew(deps.pool, pdf_id, 1, now + 2 * LEASE)

    early = await pdfs.claim(deps.pool, pdf_id, MAX_ATTEMPTS, now=now + LEASE, until=now + 3 * LEASE)
    await make_pdf(pdf_id, later(deps, 2 * LEASE), PaperConverter())
    assert early.state == "inHand"
    assert await kinds_of(deps, command.case_number) == ["PdfAsked", "PdfMade"]


@pytest.mark.parametrize("change", ["bytes = 'x'", "picture = 'x'", "pages = 9", "state = 'failed'", "sealed_by = 'een ander'"])
async def test_no_statement_changes_a_pdf_that_is_made(deps: Deps, change: str) -> None:
    _, pdf_id = await asked(deps)
    await make_pdf(pdf_id, deps, PaperConverter())

    for statement in (f"update pdfs set {change} where id = $1", "delete from pdfs where id = $1"):
        with pytest.raises(asyncpg.RestrictViolationError):
            await deps.pool.execute(statement, pdf_id)


async def test_no_pdf_is_asked_of_a_register_that_has_nothing_to_make_it_with(deps: Deps, tmp_path: Path) -> None:
    number = (await a_case(deps)).case_number
    command = AskPdf(case_number=number, document_id=await a_document(deps, number))
    async with converter_of(Settings(soffice=tmp_path / "soffice")) as converter:
        assert isinstance(await converter.tools(), NoTools)
        await tell_tools(deps, converter)

    with pytest.raises(StateForbids, match="libreoffice-writer-nogui"):
        await ask_pdf(command, a_clerk(), deps)
    assert await kinds_of(deps, number) == []


async def test_a_worker_that_lost_its_converter_leaves_the_reason_with_the_document(deps: Deps, tmp_path: Path) -> None:
    command, pdf_id = await asked(deps)
    async with converter_of(Settings(soffice=tmp_path / "soffice")) as converter:
        await make_pdf(pdf_id, deps, converter)
    found = await pdfs.of_document(deps.pool, _everybody(), command.case_number, command.document_id)

    assert found.state == "failed"
    assert "libreoffice-writer-nogui" in found.failure


async def test_a_document_of_another_office_has_no_pdf_for_us(deps: Deps) -> None:
    command, _ = await asked(deps)

    with pytest.raises(NotFound):
        await ask_pdf(command, a_clerk(office="westFlandersBrugge"), deps)


async def test_a_document_of_another_file_is_not_reached_through_this_one(deps: Deps) -> None:
    command, _ = await asked(deps)
    other = (await a_case(deps)).case_number

    with pytest.raises(NotFound):
        await ask_pdf(msgspec.structs.replace(command, case_number=other), a_clerk(), deps)


async def test_a_document_that_is_not_made_yet_has_no_pdf(deps: Deps) -> None:
    number = (await a_case(deps)).case_number
    document = (await make_document(MakeDocument(case_number=number, kind="receipt"), a_clerk(), deps)).document_id

    with pytest.raises(StateForbids, match="nog geen Word-bestand"):
        await ask_pdf(AskPdf(case_number=number, document_id=document), a_clerk(), deps)


@pytest.mark.office
async def test_the_worker_makes_the_pdf_of_a_file_with_libreoffice(deps: Deps, sender: MemorySender) -> None:
    command, pdf_id = await asked(deps)
    await drain(deps, sender)
    kept = await deps.pool.fetchrow("select * from pdfs where id = $1", pdf_id)
    words = pypdfium2.PdfDocument(kept["bytes"])[0].get_textpage().get_text_bounded()

    assert command.case_number in words
    assert "Ontvangstbewijs" in words
    assert (kept["state"], kept["pages"], kept["sha256"]) == ("made", 1, hashlib.sha256(kept["bytes"]).digest())


def _everybody():
    from docket.access import visibility

    return visibility(a_clerk())
