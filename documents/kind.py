"""What a kind of document is: its contents, and who answers for it; on what it rests is law data (documents.toml)."""

from typing import Generic, Literal, TypeVar

import msgspec

Context = TypeVar("Context", bound=msgspec.Struct)

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
    #: What only its maker can say; each field carries its Dutch title and hint in its Meta.
    typed: type[msgspec.Struct] = NothingTyped
    signed_by: Signer = "nobody"
    #: Of the register as it stands: a later one comes in the place of the one before it.
    one_of_a_file: bool = False
    #: Never signed off by the person who made it.
    four_eyes: bool = False

    @property
    def template(self) -> str:
        return f"{self.code}.docx"
