"""What the paper says: documents.render(kind, context, template) -> the bytes of a Word file, and the catalogue of kinds."""

from documents import templates
from documents.catalogue import KINDS, DocumentKind, kind_of
from documents.docx import render
from documents.errors import DocumentError, ForbiddenCharacter, MissingFact, TemplateFault

__all__ = [
    "KINDS",
    "DocumentError",
    "DocumentKind",
    "ForbiddenCharacter",
    "MissingFact",
    "TemplateFault",
    "kind_of",
    "render",
    "templates",
]
