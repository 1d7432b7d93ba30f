"""The building blocks of a template's body: each is a piece of WordprocessingML with Jinja tags in its text."""

from typing import NamedTuple
from xml.sax.saxutils import escape, quoteattr

#: Width of the text on an A4 page, in twentieths of a point.
TEXT_WIDTH = 9298


class Column(NamedTuple):
    heading: str
    #: Parts of the table's width.
    share: int
    #: A paragraph for each; a paragraph that starts with `{%p` stands alone.
    cell: tuple[str, ...]


def run(text: str, style: str | None = None) -> str:
    properties = f'<w:rPr><w:rStyle w:val="{style}"/></w:rPr>' if style else ""
    pieces = escape(text).split("\t")
    words = "<w:tab/>".join(f'<w:t xml:space="preserve">{piece}</w:t>' for piece in pieces)
    return f"<w:r>{properties}{words}</w:r>"


def paragraph(text: str, style: str = "Normal") -> str:
    """`**label**` at the start is set in bold."""
    label, rest = "", text
    if text.startswith("**"):
        label, _, rest = text[2:].partition("**")
    runs = (run(label, "Label") if label else "") + (run(rest) if rest else "")
    return f'<w:p><w:pPr><w:pStyle w:val="{style}"/></w:pPr>{runs}</w:p>'


def heading(text: str, level: int = 1, *, new_page: bool = False) -> str:
    style = f"Heading{level}"
    start = f'<w:pStyle w:val="{style}"/>'
    whole = paragraph(text, style)
    return whole.replace(start, f"{start}<w:pageBreakBefore/>", 1) if new_page else whole


def fact(label: str, value: str, *, fine: bool = False) -> str:
    """One line of the list of particulars: label, tab, value; `fine` for a digest, which must stay on one line."""
    line = paragraph(f"**{label}**\t{'' if fine else value}", "Particulars")
    return line.replace("</w:p>", f"{run(value, 'Fine')}</w:p>") if fine else line


def known(expression: str, otherwise: str, wording: str = "") -> str:
    """The value, or the words that say that it is not known."""
    printed = f"{expression} | {wording}" if wording else expression
    return f"{{% if {expression} %}}{{{{ {printed} }}}}{{% else %}}{otherwise}{{% endif %}}"


def known_list(expression: str, otherwise: str, wording: str = "opsomming") -> str:
    """The values as a, b en c, or the words that say that there is none."""
    return known(expression, otherwise, wording)


def known_ids(expression: str, otherwise: str) -> str:
    """The same for ids, with s1 tot en met s300 for those that follow each other."""
    return known_list(expression, otherwise, "nummers")


def when(condition: str, *blocks: str, otherwise: tuple[str, ...] = ()) -> str:
    alternative = _tag("{%p else %}") + "".join(otherwise) if otherwise else ""
    return _tag(f"{{%p if {condition} %}}") + "".join(blocks) + alternative + _tag("{%p endif %}")


def each(item: str, items: str, *blocks: str) -> str:
    return _tag(f"{{%p for {item} in {items} %}}") + "".join(blocks) + _tag("{%p endfor %}")


def bullets(item: str, items: str, text: str) -> str:
    return each(item, items, paragraph(text, "ListBullet"))


def table(title: str, description: str, item: str, items: str, columns: tuple[Column, ...]) -> str:
    """One row for each item under a header row that is repeated on every page; title and description are read aloud."""
    widths = [TEXT_WIDTH * column.share // sum(column.share for column in columns) for column in columns]
    grid = "".join(f'<w:gridCol w:w="{width}"/>' for width in widths)
    header = "".join(_cell(width, paragraph(column.heading, "TableHeading")) for width, column in zip(widths, columns, strict=True))
    cells = "".join(
        _cell(width, "".join(_cell_paragraph(text) for text in column.cell)) for width, column in zip(widths, columns, strict=True)
    )
    return (
        '<w:tbl><w:tblPr><w:tblStyle w:val="HouseTable"/>'
        f'<w:tblW w:w="{sum(widths)}" w:type="dxa"/><w:tblLayout w:type="fixed"/>'
        '<w:tblLook w:val="0020" w:firstRow="1" w:lastRow="0" w:firstColumn="0" w:lastColumn="0" w:noHBand="1" w:noVBand="1"/>'
        f"<w:tblCaption w:val={quoteattr(title)}/><w:tblDescription w:val={quoteattr(description)}/></w:tblPr>"
        f"<w:tblGrid>{grid}</w:tblGrid>"
        f"<w:tr><w:trPr><w:cantSplit/><w:tblHeader/></w:trPr>{header}</w:tr>"
        f"{_row_tag(widths, f'{{%tr for {item} in {items} %}}')}"
        f"<w:tr><w:trPr><w:cantSplit/></w:trPr>{cells}</w:tr>"
        f"{_row_tag(widths, '{%tr endfor %}')}"
        "</w:tbl>" + paragraph("", "AfterTable")
    )


def open_ended_table(title: str, description: str, item: str, items: str, columns: tuple[Column, ...], empty: str) -> str:
    """A table, or the sentence that says that there is nothing in it."""
    return when(items, table(title, description, item, items, columns), otherwise=(paragraph(empty),))


def by_hand(label: str) -> str:
    """A line that a person fills in by hand, never this program."""
    return paragraph(f"{label}\t", "ByHand")


def signature(who: str = "Naam en hoedanigheid van de magistraat") -> str:
    """Always by hand; it says what is signed, because it may stand alone on the last page."""
    signed = paragraph("Voor het stuk dat op {{ made_on }} in dossier {{ case_number }} is opgemaakt:", "LeadIn")
    return "".join((heading("Ondertekening"), signed, by_hand(who), by_hand("Plaats en datum"), by_hand("Handtekening")))


def _cell(width: int, content: str) -> str:
    return f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/></w:tcPr>{content}</w:tc>'


def _cell_paragraph(text: str) -> str:
    if text.startswith("- "):
        return paragraph(text[2:], "TableNote")
    return paragraph(text, "TableText")


def _row_tag(widths: list[int], tag: str) -> str:
    cells = [_cell(width, paragraph(tag if index == 0 else "", "TableText")) for index, width in enumerate(widths)]
    return f"<w:tr>{''.join(cells)}</w:tr>"


def _tag(tag: str) -> str:
    return f"<w:p>{run(tag)}</w:p>"
