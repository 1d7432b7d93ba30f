"""The cover of a bundle (voorblad en inventaris): which documents of a file it holds, and on which page each begins."""

import msgspec


class BundledPaper(msgspec.Struct, frozen=True, kw_only=True):
    #: Its place in the bundle, from 1.
    number: int
    title: str
    #: Day and number of the document or piece in the register.
    reference: str
    pages: int
    #: Of the whole bundle, its cover included.
    first_page: int


class BundleCover(msgspec.Struct, frozen=True, kw_only=True):
    #: Title of the office that holds the file.
    office: str
    case_number: str
    notice_numbers: tuple[str, ...]
    #: Within the file, from 1.
    bundle: int
    #: `24 november 2026 om 10.30 uur`
    made_at: str
    papers: tuple[BundledPaper, ...]
    #: Of the whole bundle.
    pages: int


EXAMPLE = BundleCover(
    office="havenprocureurs bij het parket Antwerpen",
    case_number="HAV-2023-000253",
    notice_numbers=(),
    bundle=1,
    made_at="10 november 2023 om 14.20 uur",
    papers=(
        BundledPaper(number=1, title="Bevoegdheidsnota", reference="stuk 17 van 8 november 2023", pages=4, first_page=2),
        BundledPaper(number=2, title="Rechtstreekse dagvaarding", reference="stuk 21 van 9 november 2023", pages=3, first_page=6),
        BundledPaper(number=3, title="Proces-verbaal van 8 april 2023", reference="ingekomen stuk 2", pages=14, first_page=9),
    ),
    pages=22,
)
