"""Papers that come in keep their bytes, what could act is served to nobody, and each act is told in every file it touches."""

import asyncio
import hashlib
import io
import tempfile
from datetime import UTC, datetime, timedelta
from typing import Any

import asyncpg
import msgspec
import pytest
from pypdf import PdfReader

from docket.access import Actor, visibility
from docket.actions import redeciding
from docket.actions.connected.join_cases import JoinCases, JoinedFile, join_cases
from docket.actions.life.strike_entry import StrikeEntry, strike_entry
from docket.actions.oversight.verify_register import verify_register
from docket.actions.papers.ask_pdf import AskPdf, ask_pdf
from docket.actions.papers.issue_document import IssueDocument, issue_document
from docket.actions.papers.make_document import MakeDocument, make_document
from docket.actions.pieces.attach_piece import AttachPiece, attach_piece
from docket.actions.pieces.giving import Given, given
from docket.actions.pieces.inventorying import inventory_of
from docket.actions.pieces.move_piece import MovePiece, move_piece
from docket.actions.pieces.upload_piece import UploadPiece, looked_into, upload_piece
from docket.actions.pieces.withdraw_piece import WithdrawPiece, withdraw_piece
from docket.actions.registration.set_confidentiality import SetConfidentiality, set_confidentiality
from docket.deps import Deps
from docket.entry_lines import sentence
from docket.errors import BadInput, MissingScope, NotFound, PayloadTooLarge, Stale, StateForbids
from docket.piece_files import PDF, WORD
from docket.pieces import Issued, inventory
from docket.store import entries as docket_entries
from docket.store import pieces as store
from docket.worker.make_pdf import make_pdf
from docket.worker.render_document import render_document
from tests.builders import a_case, a_clerk, a_prosecutor, an_actor
from tests.docket.actions.hearing_world import a_registry, replaced
from tests.docket.actions.piece_world import LETTER, attached, digest, pieces_of, said, stream, uploaded
from tests.docket.actions.reading import view_of
from tests.docket.actions.test_confirm_competence import a_magistrate
from tests.docket.conversion.paper import PaperConverter
from tests.docket.tampering import tamper
from tests.docket.test_piece_files import a_docx, a_pdf, javascript


async def a_file(deps: Deps, sender: str = "test", **fields: Any) -> str:
    return (await a_case(deps, sender=sender, externalId=sender, **fields)).case_number


async def content_of(deps: Deps, number: str, sha256: str, *, bom: bool = False) -> bytes:
    file = await store.file(deps.pool, (await view_of(deps, number)).case.id, sha256, bom=bom)
    assert file is not None
    return b"".join([piece async for piece in store.content(deps.pool, file.id)])


async def bytes_of(deps: Deps, number: str, by: Actor) -> Given:
    """What is given of the only piece of a file."""
    case = (await view_of(deps, number)).case
    [piece] = await pieces_of(deps, number)
    return await given(number, case.id, piece, by, deps)


async def last_entry(deps: Deps, number: str) -> Any:
    return (await view_of(deps, number)).entries[-1]


async def test_a_piece_keeps_its_bytes_and_the_docket_names_their_hash(deps: Deps) -> None:
    number = await a_file(deps)
    done = await attached(deps, number)

    [piece] = await pieces_of(deps, number)
    assert (piece.id, piece.state, piece.sha256, piece.size, piece.media_type) == (
        done.piece,
        "attached",
        digest(LETTER),
        len(LETTER),
        "text/plain",
    )
    assert await content_of(deps, number, digest(LETTER)) == LETTER
    entry = await last_entry(deps, number)
    assert (entry.kind, entry.content["sha256"], entry.content["pieceAuthor"]) == ("PieceAttached", digest(LETTER), "SPN Antwerpen")
    assert done.version == 2


async def test_bytes_of_many_megabytes_come_back_as_they_went_in(deps: Deps) -> None:
    number = await a_file(deps)
    large = b"regel\n" * 600_000
    await attached(deps, number, large)

    assert hashlib.sha256(await content_of(deps, number, digest(large))).hexdigest() == digest(large)
    assert await deps.pool.fetchval("select count(*) from piece_chunks") == 4


async def test_a_piece_on_paper_only_has_no_bytes_and_is_in_the_file_all_the_same(deps: Deps) -> None:
    number = await a_file(deps)
    await attached(deps, number, None, kind="warrant", author="onderzoeksrechter te Antwerpen", pages=None)

    [piece] = await pieces_of(deps, number)
    assert (piece.medium, piece.sha256, piece.listed) == ("paper", None, True)


@pytest.mark.parametrize(
    ("fields", "content", "name"),
    [
        ({"kind": "potje"}, LETTER, "/kind"),
        ({"author": "  "}, LETTER, "/author"),
        ({"pages": 0}, LETTER, "/pages"),
        ({"dated_on": datetime(2027, 1, 1, tzinfo=UTC).date()}, LETTER, "/datedOn"),
        ({"medium": "paper"}, LETTER, "/medium"),
        ({"medium": "scan"}, None, "/sha256"),
        ({"number": "x" * 121}, LETTER, "/number"),
    ],
)
async def test_what_is_wrong_of_a_piece_is_told_at_its_field_and_nothing_is_written(
    deps: Deps, fields: dict[str, Any], content: bytes | None, name: str
) -> None:
    number = await a_file(deps)
    with pytest.raises(BadInput) as refused:
        await attached(deps, number, content, **fields)

    assert name in [issue.name for issue in refused.value.issues]
    assert await pieces_of(deps, number) == ()
    assert (await view_of(deps, number)).case.version == 1


async def test_everything_that_is_wrong_is_told_at_once(deps: Deps) -> None:
    number = await a_file(deps)
    with pytest.raises(BadInput) as refused:
        await attached(deps, number, kind="x", author="", pages=0)

    assert {issue.name for issue in refused.value.issues} == {"/kind", "/author", "/pages"}


async def test_a_pdf_with_javascript_goes_into_quarantine_with_the_reason_and_no_bytes_of_it_may_be_read(deps: Deps) -> None:
    number = await a_file(deps)
    done = await attached(deps, number, a_pdf(change=javascript))

    [piece] = await pieces_of(deps, number)
    assert (done.state, piece.state, piece.readable) == ("quarantined", "quarantined", False)
    assert piece.faults == ("JavaScript",)
    assert "In quarantaine: JavaScript" in sentence("PieceAttached", (await last_entry(deps, number)).content, deps.law.law)


@pytest.mark.parametrize(("content", "media_type"), [(a_pdf(), PDF), (a_docx(), WORD)], ids=["pdf", "word"])
async def test_a_file_whose_reader_is_stopped_is_kept_apart_and_never_called_clean(content: bytes, media_type: str) -> None:
    with tempfile.SpooledTemporaryFile() as spool:
        spool.write(content)
        stopped, read = await looked_into(spool, seconds=0), await looked_into(spool)

    assert (stopped.media_type, stopped.verdict) == (media_type, "active")
    assert "is niet tot het einde nagekeken" in stopped.faults[0]
    assert (read.media_type, read.verdict) == (media_type, "clean")


async def test_pages_that_nobody_counted_are_those_of_the_pdf(deps: Deps) -> None:
    number = await a_file(deps)
    await attached(deps, number, a_pdf(pages=4), pages=None)

    assert [piece.pages for piece in await pieces_of(deps, number)] == [4]


async def test_a_program_is_refused_with_the_reason_and_not_kept(deps: Deps) -> None:
    number = await a_file(deps)
    with pytest.raises(BadInput) as refused:
        await uploaded(deps, number, b"MZ\x90\0", name="proces-verbaal.pdf")

    assert "een programma voor Windows" in refused.value.issues[0].detail
    assert await deps.pool.fetchval("select count(*) from piece_files") == 0


async def test_an_upload_above_the_limit_is_stopped_before_the_rest_is_read(deps: Deps) -> None:
    small = replaced(deps, settings=replaced(deps.settings, piece_max_bytes=1024 * 1024))
    number, sent = await a_file(deps), 0

    async def endless() -> Any:
        nonlocal sent
        while True:
            sent += 1
            yield b"x" * 65536

    with pytest.raises(PayloadTooLarge, match="groter dan 1 MiB"):
        await upload_piece(UploadPiece(case_number=number), endless(), a_clerk(), small)
    assert sent == 17


async def test_bytes_that_were_spoiled_on_the_way_are_refused(deps: Deps) -> None:
    number = await a_file(deps)
    command = UploadPiece(case_number=number, sha256=digest(b"iets anders"))
    with pytest.raises(BadInput, match="fouten"):
        await upload_piece(command, stream(LETTER), a_clerk(), deps)


async def test_what_is_uploaded_and_never_attached_is_thrown_away_and_what_is_attached_never(deps: Deps, clock: Any) -> None:
    number = await a_file(deps)
    await attached(deps, number)
    await uploaded(deps, number, b"vergeten\n")
    clock.instant = clock.instant.replace(day=26)
    await uploaded(deps, number, b"van vandaag\n")

    left = {row["sha256"] for row in await deps.pool.fetch("select encode(sha256, 'hex') as sha256 from piece_files")}
    assert left == {digest(LETTER), digest(b"van vandaag\n")}


async def test_the_same_bytes_in_the_same_file_are_refused_with_their_place_until_that_is_confirmed(deps: Deps) -> None:
    number = await a_file(deps)
    first = await attached(deps, number)
    with pytest.raises(StateForbids, match=rf"stuk {first.piece} \(/dossiers/{number}/stukken#stuk-{first.piece}\)"):
        await attached(deps, number)
    await attached(deps, number, again=True)

    assert len(await pieces_of(deps, number)) == 2
    assert (await last_entry(deps, number)).content["sameBytesConfirmed"] is True


async def test_the_same_bytes_in_another_file_are_told_only_to_whoever_reads_that_file(deps: Deps) -> None:
    one, other = await a_file(deps, "a"), await a_file(deps, "b")
    await attached(deps, one)
    told = await attached(deps, other)
    assert told.also_in == (one,)

    sealed = SetConfidentiality(case_number=one, version=2, confidentiality="sealed", named=(23,), reason="gevoelig")
    await deps.pool.execute(
        "insert into accounts (id, kind, name, display_name, roles, office, created_at) overriding system value "
        "values (23, 'user', 'p', 'P', '{prosecutor}', 'antwerpPort', now())"
    )
    await set_confidentiality(sealed, a_prosecutor(), deps)
    third = await a_file(deps, "c")
    assert (await attached(deps, third)).also_in == (other,)


async def test_a_piece_from_a_wrong_file_moves_with_its_bytes_and_both_files_say_so(deps: Deps) -> None:
    wrong, right = await a_file(deps, "a"), await a_file(deps, "b")
    piece = (await attached(deps, wrong)).piece
    moved = await move_piece(
        MovePiece(case_number=wrong, version=2, piece_id=piece, to=right, reason="verkeerd dossier gekozen"), a_clerk(), deps
    )

    [left], [came] = await pieces_of(deps, wrong), await pieces_of(deps, right)
    assert (left.state, left.moved_to, left.reason, left.listed) == ("moved", right, "verkeerd dossier gekozen", False)
    assert (came.id, came.state, came.moved_from, came.number) == (moved.piece, "attached", wrong, left.number)
    assert await content_of(deps, right, digest(LETTER)) == LETTER
    gone, arrived = await last_entry(deps, wrong), await last_entry(deps, right)
    assert (gone.kind, gone.content["movedTo"], gone.content["reason"]) == ("PieceMoved", right, "verkeerd dossier gekozen")
    assert (arrived.kind, arrived.content["movedFrom"]) == ("PieceAttached", wrong)


async def test_the_bytes_of_a_moved_piece_are_given_in_its_own_file_only_which_is_named_to_whoever_reads_that(deps: Deps) -> None:
    wrong, right = await a_file(deps, "a"), await a_file(deps, "b")
    piece = (await attached(deps, wrong)).piece
    await move_piece(MovePiece(case_number=wrong, version=2, piece_id=piece, to=right, reason="verkeerd dossier"), a_clerk(), deps)
    with pytest.raises(StateForbids, match=f"haal het daar: {right}"):
        await bytes_of(deps, wrong, a_clerk())
    assert (await bytes_of(deps, right, a_clerk())).sha256 == digest(LETTER)

    restricted = SetConfidentiality(case_number=right, version=2, confidentiality="restricted", named=(), reason="gevoelig")
    await set_confidentiality(restricted, a_prosecutor(), deps)
    with pytest.raises(StateForbids) as refused:
        await bytes_of(deps, wrong, an_actor("clerk", office="eastFlanders"))
    assert right not in refused.value.detail and "verplaatst" in refused.value.detail


async def test_a_moved_piece_of_which_the_bytes_lie_in_the_right_file_already_waits_for_a_word(deps: Deps) -> None:
    wrong, right = await a_file(deps, "a"), await a_file(deps, "b")
    piece = (await attached(deps, wrong)).piece
    there = (await attached(deps, right)).piece
    move = MovePiece(case_number=wrong, version=2, piece_id=piece, to=right, reason="verkeerd dossier")
    with pytest.raises(StateForbids, match=rf"al in {right} als stuk {there} \(/dossiers/{right}/stukken#stuk-{there}\)"):
        await move_piece(move, a_clerk(), deps)
    await move_piece(msgspec.structs.replace(move, same_bytes_confirmed=True), a_clerk(), deps)

    assert [one.state for one in await pieces_of(deps, right)] == ["attached", "attached"]
    assert (await last_entry(deps, right)).content["sameBytesConfirmed"] is True


async def test_what_was_handed_in_long_ago_is_not_thrown_away_while_somebody_attaches_it(
    deps: Deps, clock: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The piece is entered and not committed yet: nobody else sees it, and its bytes stay all the same."""
    number = await a_file(deps)
    file = await uploaded(deps, number)
    clock.instant = clock.instant.replace(day=28)
    entered, dropped = redeciding.enter, []

    async def meanwhile(*given: Any) -> int:
        async with deps.pool.acquire() as other, other.transaction():
            await store.drop_old_uploads(other, clock.instant)
            dropped.append(await other.fetchval("select count(*) from piece_files"))
        return await entered(*given)

    monkeypatch.setattr(redeciding, "enter", meanwhile)
    await attach_piece(AttachPiece(case_number=number, version=1, said=said(), sha256=file.sha256), a_clerk(), deps)

    assert dropped == [1]
    assert await content_of(deps, number, digest(LETTER)) == LETTER


async def test_bytes_that_are_thrown_away_just_before_they_are_attached_are_asked_again_and_no_piece_is_left_without(
    deps: Deps, clock: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    number = await a_file(deps)
    file = await uploaded(deps, number)
    clock.instant = clock.instant.replace(day=28)
    rise = redeciding.rise

    async def meanwhile(*given: Any) -> None:
        async with deps.pool.acquire() as other, other.transaction():
            await store.drop_old_uploads(other, clock.instant)
        await rise(*given)

    monkeypatch.setattr(redeciding, "rise", meanwhile)
    with pytest.raises(BadInput) as refused:
        await attach_piece(AttachPiece(case_number=number, version=1, said=said(), sha256=file.sha256), a_clerk(), deps)

    assert "laad het bestand opnieuw op" in refused.value.issues[0].detail
    assert await pieces_of(deps, number) == ()


async def test_who_attaches_waits_for_who_throws_away_and_is_told_that_the_bytes_are_gone(deps: Deps, clock: Any) -> None:
    number = await a_file(deps)
    file = await uploaded(deps, number)
    clock.instant = clock.instant.replace(day=28)
    command = AttachPiece(case_number=number, version=1, said=said(), sha256=file.sha256)
    waits = (
        "select count(*) from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock' and query like '%key share%'"
    )
    async with deps.pool.acquire() as other:
        dropping = other.transaction()
        await dropping.start()
        await store.drop_old_uploads(other, clock.instant)
        attaching = asyncio.create_task(attach_piece(command, a_clerk(), deps))
        while not attaching.done() and not await deps.pool.fetchval(waits):
            pass
        await dropping.commit()
    with pytest.raises(BadInput):
        await attaching
    assert await pieces_of(deps, number) == ()


async def test_bytes_that_are_handed_in_again_have_a_day_again(deps: Deps, clock: Any) -> None:
    number = await a_file(deps)
    await uploaded(deps, number)
    clock.instant = clock.instant + timedelta(hours=20)
    await uploaded(deps, number)
    clock.instant = clock.instant + timedelta(hours=20)
    await uploaded(deps, number, b"iets anders\n")

    assert await content_of(deps, number, digest(LETTER)) == LETTER


async def test_a_piece_in_quarantine_stays_there_when_it_moves(deps: Deps) -> None:
    wrong, right = await a_file(deps, "a"), await a_file(deps, "b")
    piece = (await attached(deps, wrong, a_pdf(change=javascript))).piece
    await move_piece(MovePiece(case_number=wrong, version=2, piece_id=piece, to=right, reason="x"), a_clerk(), deps)

    assert [(one.state, one.faults) for one in await pieces_of(deps, right)] == [("quarantined", ("JavaScript",))]


async def test_a_piece_never_moves_to_a_file_that_its_own_may_not_name_or_that_nobody_sees(deps: Deps) -> None:
    wrong = await a_file(deps)
    piece = (await attached(deps, wrong)).piece
    with pytest.raises(NotFound):
        await move_piece(MovePiece(case_number=wrong, version=2, piece_id=piece, to="HAV-2026-000999", reason="x"), a_clerk(), deps)
    right = await a_file(deps, "b")
    restricted = SetConfidentiality(case_number=right, version=1, confidentiality="restricted", named=(), reason="gevoelig")
    await set_confidentiality(restricted, a_prosecutor(), deps)
    with pytest.raises(StateForbids, match="niet voor dezelfde mensen bestemd"):
        await move_piece(MovePiece(case_number=wrong, version=2, piece_id=piece, to=right, reason="x"), a_prosecutor(), deps)


async def test_a_withdrawn_piece_stays_with_its_reason_is_listed_no_more_and_its_bytes_are_given_no_more(deps: Deps) -> None:
    number = await a_file(deps)
    piece = (await attached(deps, number)).piece
    await withdraw_piece(WithdrawPiece(case_number=number, version=2, piece_id=piece, reason="dubbel"), a_clerk(), deps)

    [left] = await pieces_of(deps, number)
    assert (left.state, left.reason, left.listed) == ("withdrawn", "dubbel", False)
    assert await content_of(deps, number, digest(LETTER)) == LETTER
    with pytest.raises(StateForbids, match="ingetrokken en wordt niet meer gegeven: dubbel"):
        await bytes_of(deps, number, a_clerk())
    with pytest.raises(StateForbids, match="ingetrokken"):
        await withdraw_piece(WithdrawPiece(case_number=number, version=3, piece_id=piece, reason="x"), a_clerk(), deps)


async def test_a_piece_that_was_withdrawn_may_come_in_again(deps: Deps) -> None:
    number = await a_file(deps)
    piece = (await attached(deps, number)).piece
    await withdraw_piece(WithdrawPiece(case_number=number, version=2, piece_id=piece, reason="vergissing"), a_clerk(), deps)

    assert (await attached(deps, number)).state == "attached"


async def test_nobody_attaches_to_a_file_that_he_does_not_see_or_that_changed_meanwhile(deps: Deps) -> None:
    number = await a_file(deps)
    with pytest.raises(NotFound):
        await attached(deps, number, None, by=a_clerk(office="halleVilvoorde"), version=1)
    with pytest.raises(MissingScope):
        await attach_piece(AttachPiece(case_number=number, version=1, said=said(medium="paper")), a_registry(), deps)
    await attached(deps, number)
    with pytest.raises(Stale):
        await attached(deps, number, None, version=1)


async def test_bytes_of_another_file_are_not_there_for_this_one(deps: Deps) -> None:
    one, other = await a_file(deps, "a"), await a_file(deps, "b")
    file = await uploaded(deps, one)
    with pytest.raises(BadInput):
        await attach_piece(AttachPiece(case_number=other, version=1, said=said(), sha256=file.sha256), a_clerk(), deps)


async def test_the_confidential_file_is_kept_by_a_magistrate_and_nothing_of_it_stands_where_others_read(deps: Deps) -> None:
    number, secret = await a_file(deps), b"machtiging tot observatie, nr. 7\n"
    magistrate = a_prosecutor()
    done = await attached(deps, number, secret, by=magistrate, bom=True, kind="order", number="BOM-7/2026")

    seen = visibility(magistrate, "readConfidentialPart")
    [kept] = await store.confidential_of_case(deps.pool, number, seen)
    assert (kept.id, kept.number) == (done.piece, "BOM-7/2026")
    assert await pieces_of(deps, number) == ()
    entry = await last_entry(deps, number)
    assert (entry.kind, entry.content) == ("ConfidentialPartChanged", {"version": 2})
    for by in (a_clerk(), a_registry(), an_actor("officeClient"), a_prosecutor(office="halleVilvoorde")):
        assert await store.confidential_of_case(deps.pool, number, visibility(by, "readConfidentialPart")) == ()
    assert await store.same_bytes(deps.pool, 0, digest(secret), visibility(magistrate, "readPiece")) == ()
    with pytest.raises(MissingScope):
        await attached(deps, number, secret, bom=True)


async def test_that_there_is_a_confidential_file_is_told_to_nobody_who_may_not_read_it(deps: Deps) -> None:
    """Neither by the refusal of a version that is too old, nor by that of a strike, nor to supervision."""
    number = await a_file(deps)
    await attached(deps, number, by=a_prosecutor(), bom=True)
    lines = await docket_entries.kinds_of(deps.pool, (await view_of(deps, number)).case.id)
    [seq] = [seq for seq, (kind, _) in lines.items() if kind == "ConfidentialPartChanged"]

    with pytest.raises(Stale) as stale:
        await attached(deps, number, version=1)
    assert "vertrouwelijk" not in stale.value.detail
    told = []
    for line in (seq, 999):
        with pytest.raises(BadInput) as refused:
            await strike_entry(StrikeEntry(case_number=number, version=2, seq=line, reason="x"), a_clerk(), deps)
        told.append(refused.value.issues[0].detail.replace(str(line), "N"))
    assert told[0] == told[1]
    with pytest.raises(StateForbids, match="vertrouwelijk dossier bijgewerkt"):
        await strike_entry(StrikeEntry(case_number=number, version=2, seq=seq, reason="x"), a_prosecutor(), deps)
    assert "ConfidentialPartChanged" not in {line.kind for line in (await docket_entries.without_content(deps.pool))[0]}


async def test_the_inventory_of_the_lead_names_what_lies_in_the_files_that_were_joined_to_it(deps: Deps, clock: Any) -> None:
    magistrate = await a_magistrate(deps)
    lead, joined, last = await a_file(deps, "a"), await a_file(deps, "b"), await a_file(deps, "c")
    await attached(deps, joined, None, kind="warrant", author="onderzoeksrechter")
    await attached(deps, lead)
    gone = await attached(deps, joined, b"weg\n")
    await withdraw_piece(WithdrawPiece(case_number=joined, version=gone.version, piece_id=gone.piece, reason="x"), a_clerk(), deps)
    await attached(deps, last, b"brief\n", kind="letter", author="FGP Antwerpen")
    tie = {"ground": "samePerpetrators", "limb": "2a", "reason": "samen"}
    for into, other in ((joined, last), (lead, joined)):
        version = (await view_of(deps, into)).case.version
        clock.instant += timedelta(minutes=5)
        await join_cases(JoinCases(case_number=into, version=version, files=(JoinedFile(case_number=other),), **tie), magistrate, deps)
    clock.instant += timedelta(minutes=5)
    await attached(deps, lead, b"later\n", author="FGP Gent")

    lines = await inventory_of((await view_of(deps, lead)).case, deps)
    assert [(line.running, line.case_number, line.author) for line in lines] == [
        (1, None, "SPN Antwerpen"),
        (2, joined, "onderzoeksrechter"),
        (3, last, "FGP Antwerpen"),
        (4, None, "FGP Gent"),
    ]


async def test_a_document_that_the_office_issued_is_in_the_inventory_with_the_pages_of_its_pdf(deps: Deps) -> None:
    number = await a_file(deps)
    document = (await make_document(MakeDocument(case_number=number, kind="receipt"), a_clerk(), deps)).document_id
    await render_document(document, deps)
    await issue_document(IssueDocument(case_number=number, document_id=document), a_clerk(), deps)
    [line] = await inventory_of((await view_of(deps, number)).case, deps)
    assert (line.document, line.pages) == (document, None)

    await ask_pdf(AskPdf(case_number=number, document_id=document), a_clerk(), deps)
    pdf = await deps.pool.fetchval("select id from pdfs where document_id = $1", document)
    await make_pdf(pdf, deps, PaperConverter())
    [line] = await inventory_of((await view_of(deps, number)).case, deps)
    content = await deps.pool.fetchval("select bytes from pdfs where id = $1", pdf)
    assert line.pages == len(PdfReader(io.BytesIO(content)).pages)


async def test_a_piece_of_the_confidential_file_is_withdrawn_without_a_word_in_the_docket(deps: Deps) -> None:
    number, magistrate = await a_file(deps), a_prosecutor()
    piece = (await attached(deps, number, by=magistrate, bom=True)).piece
    command = WithdrawPiece(case_number=number, version=2, piece_id=piece, reason="geheime reden", bom=True)
    with pytest.raises(MissingScope):
        await withdraw_piece(command, a_clerk(), deps)
    await withdraw_piece(command, magistrate, deps)

    entry = await last_entry(deps, number)
    assert (entry.kind, entry.content) == ("ConfidentialPartChanged", {"version": 3})


async def test_the_inventory_has_what_lies_in_the_file_and_never_what_lies_in_the_confidential_one(deps: Deps) -> None:
    number, magistrate = await a_file(deps), a_prosecutor()
    await attached(deps, number, mark="confidential")
    await attached(deps, number, None, kind="warrant", author="onderzoeksrechter", folder="kaft 2")
    await attached(deps, number, a_pdf(change=javascript), pages=None)
    gone = await attached(deps, number, b"weg\n")
    await withdraw_piece(WithdrawPiece(case_number=number, version=gone.version, piece_id=gone.piece, reason="x"), a_clerk(), deps)
    await attached(deps, number, b"BOM\n", by=magistrate, bom=True)
    made = Issued(
        id=9,
        title_nl="kantschrift",
        issued_at=datetime(2026, 12, 1, tzinfo=UTC),
        made_on=datetime(2026, 12, 1, tzinfo=UTC).date(),
        sha256="ab",
    )

    lines = inventory(await pieces_of(deps, number), [made], deps.law.law, "Parket Antwerpen")
    assert [line.running for line in lines] == [1, 2, 3, 4]
    assert [line.kind for line in lines] == ["aanvankelijk proces-verbaal", "bevel", "aanvankelijk proces-verbaal", "kantschrift"]
    assert [line.mark for line in lines] == ["confidential", "none", "none", "none"]
    assert (lines[0].author, lines[0].notice_number, lines[0].pages, lines[0].folder, lines[0].digital_id) == (
        "SPN Antwerpen",
        "AN.60.SP.001234/2026",
        3,
        "kaft 1",
        digest(LETTER),
    )
    assert (lines[1].digital_id, lines[2].pages, lines[3].author, lines[3].document) == (None, 1, "Parket Antwerpen", 9)


async def test_no_statement_changes_a_piece_but_its_closing_once_nor_the_bytes_that_it_names(deps: Deps) -> None:
    number, magistrate = await a_file(deps), a_prosecutor()
    await attached(deps, number)
    await attached(deps, number, b"BOM\n", by=magistrate, bom=True)
    closing = "state = 'withdrawn', reason = 'dubbel', closed_at = now(), closed_by = 'x'"
    for table in ("pieces", "confidential_pieces"):
        for change in (f"update {table} set author = 'x'", f"update {table} set sha256 = '\\x00', {closing}", f"delete from {table}"):
            with pytest.raises(asyncpg.RestrictViolationError):
                await deps.pool.execute(change)
    for change in (
        "update piece_chunks set content = 'x'",
        "delete from piece_chunks",
        "update piece_files set sha256 = sha256('x')",
        "delete from piece_files",
    ):
        with pytest.raises(asyncpg.RestrictViolationError):
            await deps.pool.execute(change)
    async with deps.pool.acquire() as connection:
        undone = connection.transaction()
        await undone.start()
        await connection.execute(f"update pieces set {closing}")
        with pytest.raises(asyncpg.RestrictViolationError):
            await connection.execute("update pieces set reason = 'anders'")
        await undone.rollback()


@pytest.mark.parametrize(
    ("tampering", "table"),
    [
        ("update pieces set author = 'een ander'", "pieces"),
        ("delete from pieces", "pieces"),
        ("update piece_chunks set content = content || 'x'::bytea", "pieces"),
        ("delete from piece_chunks", "pieces"),
        ("update piece_files set media_type = 'application/pdf'", "pieces"),
        ("update piece_files set media_type = 'application/pdf'", "confidential_pieces"),
        ("update piece_files set size = size + 1", "pieces"),
        ("update piece_files set verdict = 'active', faults = '{JavaScript}'", "pieces"),
        ("update confidential_pieces set number = 'x'", "confidential_pieces"),
    ],
)
async def test_verify_names_what_was_tampered_with(deps: Deps, tampering: str, table: str) -> None:
    number, magistrate = await a_file(deps), a_prosecutor()
    await attached(deps, number)
    await attached(deps, number, b"BOM\n", by=magistrate, bom=True)
    assert (await verify_register(deps))[0] == []
    await tamper(deps, tampering)

    findings = (await verify_register(deps))[0]
    assert table in {finding.table for finding in findings}
