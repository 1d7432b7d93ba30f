"""Ask for a bundle: chosen documents and incoming pieces of a file as one PDF, with a cover, bookmarks and stamped pages."""

import msgspec

from docket import document_life, entries
from docket.access import Actor
from docket.actions import redeciding
from docket.deps import Deps
from docket.document_life import Stage
from docket.errors import BadInput, Issue, StateForbids
from docket.messages import MakePdf
from docket.store import jobs, pdfs, pieces

_MOST_PARTS = 500


class AskBundle(msgspec.Struct, frozen=True, kw_only=True):
    case_number: str
    #: In the order of the bundle, as document/<id> or piece/<id>.
    parts: tuple[str, ...]


class AskedBundle(msgspec.Struct, frozen=True, kw_only=True):
    case_number: str
    bundle: int


async def ask_bundle(command: AskBundle, by: Actor, deps: Deps) -> AskedBundle:
    """
    The documents that have no PDF yet get one, which is kept.

    Raises BadInput naming each part that cannot be in it: not made, withdrawn or replaced, of another file, no PDF, or not in the file.
    """
    found = await redeciding.find(command.case_number, "makeDocument", by, deps)
    documents = await pdfs.of_parts(deps.pool, found.case.id, ids_of(command.parts, "document"))
    incoming = {one.id for one in await pieces.of_case(deps.pool, found.case.id) if is_bundled(one)}
    made = {f"document/{one.id}" for one in documents.values() if one.document_state == "made" and stands(one.stage)}
    possible = made | {f"piece/{each}" for each in incoming}
    wrong = [part for part in command.parts if part not in possible]
    if wrong or not command.parts or len(command.parts) > _MOST_PARTS or len(set(command.parts)) < len(command.parts):
        detail = (
            "Kies minstens een gemaakt document dat niet ingetrokken of vervangen is, of een ingekomen PDF van dit dossier, "
            "elk hoogstens een keer."
        )
        raise BadInput(issues=tuple(Issue(type="invalidInput", name="/parts", detail=detail, value=part) for part in wrong or ("",)))
    converter = await pdfs.converter(deps.pool)
    if converter is not None and converter.absent is not None:
        raise StateForbids(converter.absent)
    at = deps.clock.now()
    async with deps.transaction() as tx:
        await pdfs.lock(tx, found.case.id)
        wanted = []
        for one in documents.values():
            if one.state in (None, "failed") and (asked := await pdfs.ask(tx, one.id, found.case.id, at=at, by=by.code)) is not None:
                wanted.append(asked)
                await redeciding.enter(tx, found, entries.PdfAsked(document=one.id, document_kind=one.kind), by, at)
        pdf_id, bundle = await pdfs.ask_bundle(tx, found.case.id, command.parts, at=at, by=by.code)
        # Each has a job of its own: a bundle stops at the first part that cannot be made, and the others are asked for all the same.
        await jobs.enqueue(tx, [MakePdf(pdf_id=each) for each in (*wanted, pdf_id)])
        await redeciding.enter(tx, found, entries.BundleAsked(bundle=bundle, parts=command.parts), by, at)
    return AskedBundle(case_number=command.case_number, bundle=bundle)


def ids_of(parts: tuple[str, ...], kind: str) -> tuple[int, ...]:
    """Of those that are well formed."""
    found = (part.removeprefix(f"{kind}/") for part in parts if part.startswith(f"{kind}/"))
    return tuple(int(each) for each in found if each.isascii() and each.isdecimal() and len(each) < len("1000000000000000000"))


def stands(stage: Stage) -> bool:
    """Does the office still say what it says, or may it?"""
    return stage not in ("replaced", "withdrawn")


def marked(stage: Stage, outdated: bool) -> str:
    """What a reader of a bundle has to know of a document in it."""
    return f"{document_life.STAGES[stage]}, steunt op feiten die verbeterd zijn" if outdated else document_life.STAGES[stage]


def is_bundled(piece: pieces.Piece) -> bool:
    """Its bytes are here, and are a PDF."""
    return piece.state == "attached" and piece.sha256 is not None and piece.media_type == "application/pdf"
