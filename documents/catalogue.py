"""The only list of the documents that the register makes."""

from typing import Generic, TypeVar

import msgspec

from documents import jurisdiction_note, receipt, transfer

Context = TypeVar("Context", bound=msgspec.Struct)


class DocumentKind(msgspec.Struct, Generic[Context], frozen=True, kw_only=True):
    #: Also the name of its template and of its module.
    code: str
    title_nl: str
    context: type[Context]
    #: Made from a real incident, without names of people.
    example: Context
    #: In the form a lawyer would type; None where the document rests on practice alone.
    legal_basis: str | None

    @property
    def template(self) -> str:
        return f"{self.code}.docx"


KINDS: tuple[DocumentKind, ...] = (
    DocumentKind(
        code="jurisdiction_note",
        title_nl="Bevoegdheidsnota",
        context=jurisdiction_note.JurisdictionNote,
        example=jurisdiction_note.EXAMPLE,
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
    ),
)


def kind_of(code: str) -> DocumentKind:
    """The kind with this code; LookupError names the codes that exist."""
    for kind in KINDS:
        if kind.code == code:
            return kind
    raise LookupError(f"Er is geen document {code!r}; gekend zijn {', '.join(kind.code for kind in KINDS)}.")
