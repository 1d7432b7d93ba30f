"""What a kind of document is: its contents, who answers for it, and on what it rests."""

from typing import Generic, Literal, TypeVar

import msgspec

Context = TypeVar("Context", bound=msgspec.Struct)

#: Of what the law says about the contents of a document.
Confidence = Literal["sure", "likely", "unverified"]
#: nobody = the office as such: it carries no signature.
Signer = Literal["nobody", "clerk", "magistrate", "registrar"]


class NothingTyped(msgspec.Struct, frozen=True, kw_only=True):
    """Of a document that is made from the register alone."""


class DocumentKind(msgspec.Struct, Generic[Context], frozen=True, kw_only=True):
    #: Also the name of its template and of its module.
    code: str
    title_nl: str
    context: type[Context]
    #: Made from a real incident, without names of people.
    example: Context
    #: In the form a lawyer would type; None where the document rests on practice alone.
    legal_basis: str | None
    #: What only its maker can say; each field carries its Dutch title and hint in its Meta.
    typed: type[msgspec.Struct] = NothingTyped
    confidence: Confidence = "likely"
    signed_by: Signer = "nobody"
    #: Never signed off by the person who made it.
    four_eyes: bool = False

    @property
    def template(self) -> str:
        return f"{self.code}.docx"
