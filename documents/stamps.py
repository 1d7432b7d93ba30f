"""A Word file with nothing but a stamp on each page, to lay over the pages of a bundle: its fonts are embedded like those of the rest."""

from documents.docx import archive
from documents.filling import placed

_W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
_R = 'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"'
_RELATIONS = "http://schemas.openxmlformats.org/package/2006/relationships"
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml"
_RUN = '<w:rPr><w:rFonts w:ascii="Carlito" w:hAnsi="Carlito"/><w:b/><w:sz w:val="16"/><w:lang w:val="nl-BE"/></w:rPr>'
#: Of its own accord a page begins anew before each paragraph.
_PAGE = "<w:p><w:pPr><w:pageBreakBefore/></w:pPr></w:p>"


def sheet(label: str, pages: int) -> bytes:
    """`pages` empty A4 pages, each with `label, blz. x van y` in its upper right corner."""
    fields = "".join(_words(text) if not text.isupper() else _field(text) for text in (f"{label}, blz. ", "PAGE", " van ", "NUMPAGES"))
    body = (
        "<w:p/>" + _PAGE * (pages - 1) + '<w:sectPr><w:headerReference w:type="default" r:id="rId1"/><w:pgSz w:w="11906" w:h="16838"/>'
        '<w:pgMar w:top="720" w:right="480" w:bottom="720" w:left="480" w:header="280" w:footer="280" w:gutter="0"/></w:sectPr>'
    )
    parts = {
        "[Content_Types].xml": '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
        '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        f'<Override PartName="/word/document.xml" ContentType="{_TYPE}.document.main+xml"/>'
        f'<Override PartName="/word/header1.xml" ContentType="{_TYPE}.header+xml"/></Types>',
        "_rels/.rels": f'<Relationships xmlns="{_RELATIONS}"><Relationship Id="rId1" Type="{_OFFICE}/officeDocument" '
        'Target="word/document.xml"/></Relationships>',
        "word/_rels/document.xml.rels": f'<Relationships xmlns="{_RELATIONS}"><Relationship Id="rId1" Type="{_OFFICE}/header" '
        'Target="header1.xml"/></Relationships>',
        "word/document.xml": f"<w:document {_W} {_R}><w:body>{body}</w:body></w:document>",
        "word/header1.xml": f'<w:hdr {_W}><w:p><w:pPr><w:jc w:val="right"/></w:pPr>{fields}</w:p></w:hdr>',
    }
    declaration = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
    return archive([(name, (declaration + content).encode()) for name, content in parts.items()])


def _words(text: str) -> str:
    return f'<w:r>{_RUN}<w:t xml:space="preserve">{placed(text, "stempel")}</w:t></w:r>'


def _field(name: str) -> str:
    return f'<w:fldSimple w:instr=" {name} "><w:r>{_RUN}<w:t>1</w:t></w:r></w:fldSimple>'
