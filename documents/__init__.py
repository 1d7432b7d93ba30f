"""What the paper says: documents.render(kind, context, template) -> the bytes of a Word file, and the catalogue of kinds."""

from documents import templates
from documents.catalogue import KINDS, OF_NO_FILE, kind_of
from documents.docx import render
from documents.errors import DocumentError, ForbiddenCharacter, MissingFact, TemplateFault
from documents.kind import DocumentKind, NothingTyped

__all__ = [
    "KINDS",
    "OF_NO_FILE",
    "DocumentError",
    "DocumentKind",
    "ForbiddenCharacter",
    "MissingFact",
    "NothingTyped",
    "TemplateFault",
    "kind_of",
    "render",
    "templates",
]
