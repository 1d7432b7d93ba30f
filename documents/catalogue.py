"""The only list of the documents that the register makes: those of a file, and those of no file."""

from documents import jurisdiction_note, jurisdiction_note_defence, parliament_answer, receipt, transfer
from documents.kind import DocumentKind

KINDS: tuple[DocumentKind, ...] = (
    DocumentKind(
        code="jurisdiction_note",
        title_nl="Bevoegdheidsnota",
        context=jurisdiction_note.JurisdictionNote,
        example=jurisdiction_note.EXAMPLE,
        legal_basis=None,
    ),
    DocumentKind(
        code="jurisdiction_note_defence",
        title_nl="Bevoegdheidsnota, afschrift voor de verdediging",
        context=jurisdiction_note_defence.JurisdictionNoteDefence,
        example=jurisdiction_note_defence.EXAMPLE,
        legal_basis=None,
    ),
    DocumentKind(
        code="receipt",
        title_nl="Ontvangstbewijs",
        context=receipt.Receipt,
        example=receipt.EXAMPLE,
        legal_basis=None,
    ),
    DocumentKind(
        code="transfer",
        title_nl="Overdracht",
        context=transfer.Transfer,
        example=transfer.EXAMPLE,
        legal_basis="art. 23 Sv.",
        signed_by="magistrate",
    ),
)

#: Documents of no file: about the register as a whole, made when they are asked for and not kept.
OF_NO_FILE: tuple[DocumentKind, ...] = (
    DocumentKind(
        code="parliament_answer",
        title_nl="Antwoord voor het parlement",
        context=parliament_answer.ParliamentAnswer,
        example=parliament_answer.EXAMPLE,
        legal_basis=None,
    ),
)


def kind_of(code: str) -> DocumentKind:
    """The kind with this code; LookupError names the codes that exist."""
    for kind in (*KINDS, *OF_NO_FILE):
        if kind.code == code:
            return kind
    raise LookupError(f"Er is geen document {code!r}; gekend zijn {', '.join(kind.code for kind in KINDS)}.")
