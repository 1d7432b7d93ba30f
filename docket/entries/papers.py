"""What happened to a document, a PDF or a bundle."""

from docket.entries.entry import Entry


class DocumentAsked(Entry, frozen=True, kw_only=True):
    document: int
    document_kind: str
    #: Id of the suspect whose copy it is.
    about: str | None = None
    #: The document in whose place it is made.
    remakes: int | None = None


class DocumentProposed(Entry, frozen=True, kw_only=True):
    document: int
    document_kind: str
    #: Of its bytes, in hexadecimal digits; so is that of the entries below.
    sha256: str


class DocumentSentBack(Entry, frozen=True, kw_only=True):
    document: int
    document_kind: str
    sha256: str
    reason: str


class DocumentSignedOff(Entry, frozen=True, kw_only=True):
    """Who signed off is who made the entry."""

    document: int
    document_kind: str
    sha256: str


class DocumentIssued(Entry, frozen=True, kw_only=True):
    document: int
    document_kind: str
    sha256: str
    #: Documents in whose place it comes.
    replaced: tuple[int, ...] = ()


class DocumentWithdrawn(Entry, frozen=True, kw_only=True):
    document: int
    document_kind: str
    sha256: str
    reason: str


class DocumentMade(Entry, frozen=True, kw_only=True):
    document: int
    document_kind: str
    #: In hexadecimal digits.
    sha256: str
    template_version: str


class DocumentFailed(Entry, frozen=True, kw_only=True):
    document: int
    document_kind: str
    failure: str


class PdfAsked(Entry, frozen=True, kw_only=True):
    document: int
    document_kind: str


class BundleAsked(Entry, frozen=True, kw_only=True):
    #: Within the file, from 1.
    bundle: int
    #: In their order, as document/<id> or piece/<id>.
    parts: tuple[str, ...]


class PdfMade(Entry, frozen=True, kw_only=True):
    #: One of the two: of a document, or a bundle by its number in the file.
    document: int | None
    bundle: int | None
    #: In hexadecimal digits.
    sha256: str
    pages: int
    #: Whose certificate sealed it.
    sealed_by: str | None


class PdfFailed(Entry, frozen=True, kw_only=True):
    document: int | None
    bundle: int | None
    failure: str
