"""The house style as the parts of a Word file: letterhead, styles, numbered headings, page x of y, language nl-BE."""

from xml.sax.saxutils import escape

from documents.docx import archive
from documents.layout.blocks import paragraph, run

_DECLARATION = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
_W = (
    'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" '
    'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"'
)
_OFFICE_RELATION = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_WORD_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml"
#: Carlito has the widths of Calibri, so that pages break alike where Calibri is absent.
_FONT, _FALLBACK_FONT = "Calibri", "Carlito"
_INK, _RULE, _SHADE = "1F3A5F", "8FA3BA", "EEF2F6"
_HEAVY = f'<w:b/><w:bCs/><w:color w:val="{_INK}"/>'
_PALE = '<w:color w:val="444444"/>'
_SIDES = ("top", "left", "bottom", "right", "insideH", "insideV")
#: Names that Word knows and shows in the language of its user.
_BUILT_IN = {"Normal", "Title", "Subtitle", "heading 1", "heading 2", "header", "footer", "List Bullet"}
_PARTS = {
    "styles.xml": "styles",
    "numbering.xml": "numbering",
    "settings.xml": "settings",
    "fontTable.xml": "fontTable",
    "header1.xml": "header",
    "header2.xml": "header",
    "footer1.xml": "footer",
    "footer2.xml": "footer",
}


def template(*, title: str, letterhead: str, running_head: str, foot: str, body: str) -> bytes:
    """The bytes of a template; `letterhead`, `running_head` and `foot` are text with tags, `body` is made of blocks."""
    parts = {
        "[Content_Types].xml": _content_types(),
        "_rels/.rels": _package_relations(),
        "docProps/core.xml": _core_properties(title),
        "word/_rels/document.xml.rels": _document_relations(),
        "word/document.xml": _document(body),
        "word/styles.xml": _styles(),
        "word/numbering.xml": _numbering(),
        "word/settings.xml": _settings(),
        "word/fontTable.xml": _font_table(),
        "word/header1.xml": _part("hdr", paragraph(letterhead, "Letterhead")),
        "word/header2.xml": _part("hdr", paragraph(running_head, "Header")),
        "word/footer1.xml": _part("ftr", _page_line(foot)),
        "word/footer2.xml": _part("ftr", _page_line(foot)),
    }
    return archive([(name, (_DECLARATION + content).encode()) for name, content in parts.items()])


def _content_types() -> str:
    overrides = "".join(f'<Override PartName="/word/{name}" ContentType="{_WORD_TYPE}.{kind}+xml"/>' for name, kind in _PARTS.items())
    return (
        '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
        '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        '<Default Extension="xml" ContentType="application/xml"/>'
        f'<Override PartName="/word/document.xml" ContentType="{_WORD_TYPE}.document.main+xml"/>{overrides}'
        '<Override PartName="/docProps/core.xml" ContentType="application/vnd.openxmlformats-package.core-properties+xml"/></Types>'
    )


def _package_relations() -> str:
    return (
        '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
        f'<Relationship Id="rId1" Type="{_OFFICE_RELATION}/officeDocument" Target="word/document.xml"/>'
        '<Relationship Id="rId2" Type="http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties" '
        'Target="docProps/core.xml"/></Relationships>'
    )


def _document_relations() -> str:
    relations = "".join(
        f'<Relationship Id="rId{number}" Type="{_OFFICE_RELATION}/{kind}" Target="{name}"/>'
        for number, (name, kind) in enumerate(_PARTS.items(), start=1)
    )
    return f'<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">{relations}</Relationships>'


def _core_properties(title: str) -> str:
    # No author and no times: they would be those of this template, not of the document.
    return (
        '<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" '
        'xmlns:dc="http://purl.org/dc/elements/1.1/">'
        f"<dc:title>{escape(title)}</dc:title><dc:language>nl-BE</dc:language></cp:coreProperties>"
    )


def _document(body: str) -> str:
    references = "".join(
        f'<w:{kind}Reference w:type="{page}" r:id="rId{list(_PARTS).index(name) + 1}"/>'
        for kind, page, name in (
            ("header", "first", "header1.xml"),
            ("header", "default", "header2.xml"),
            ("footer", "first", "footer1.xml"),
            ("footer", "default", "footer2.xml"),
        )
    )
    return (
        f"<w:document {_W}><w:body>{body}<w:sectPr>{references}"
        '<w:pgSz w:w="11906" w:h="16838"/>'
        '<w:pgMar w:top="1418" w:right="1304" w:bottom="1247" w:left="1304" w:header="680" w:footer="567" w:gutter="0"/>'
        "<w:titlePg/></w:sectPr></w:body></w:document>"
    )


def _part(root: str, content: str) -> str:
    return f"<w:{root} {_W}>{content}</w:{root}>"


def _page_line(foot: str) -> str:
    def field(name: str) -> str:
        return f'<w:fldSimple w:instr=" {name} "><w:r><w:t>1</w:t></w:r></w:fldSimple>'

    words = run(f"{foot}\tPagina ")
    return f'<w:p><w:pPr><w:pStyle w:val="Footer"/></w:pPr>{words}{field("PAGE")}{run(" van ")}{field("NUMPAGES")}</w:p>'


def _settings() -> str:
    return (
        f'<w:settings {_W}><w:zoom w:percent="100"/><w:defaultTabStop w:val="709"/>'
        '<w:compat><w:compatSetting w:name="compatibilityMode" w:uri="http://schemas.microsoft.com/office/word" w:val="15"/></w:compat>'
        '<w:themeFontLang w:val="nl-BE"/><w:decimalSymbol w:val=","/><w:listSeparator w:val=";"/></w:settings>'
    )


def _font_table() -> str:
    return (
        f'<w:fonts {_W}><w:font w:name="{_FONT}"><w:altName w:val="{_FALLBACK_FONT}"/><w:panose1 w:val="020F0502020204030204"/>'
        '<w:charset w:val="00"/><w:family w:val="swiss"/><w:pitch w:val="variable"/></w:font></w:fonts>'
    )


def _numbering() -> str:
    def level(number: int, form: str, text: str, style: str, indent: int) -> str:
        return (
            f'<w:lvl w:ilvl="{number}"><w:start w:val="1"/><w:numFmt w:val="{form}"/><w:pStyle w:val="{style}"/>'
            f'<w:lvlText w:val="{text}"/><w:lvlJc w:val="left"/>'
            f'<w:pPr><w:ind w:left="{indent}" w:hanging="{indent}"/></w:pPr></w:lvl>'
        )

    return (
        f"<w:numbering {_W}>"
        f'<w:abstractNum w:abstractNumId="0"><w:multiLevelType w:val="multilevel"/>{level(0, "decimal", "%1.", "Heading1", 567)}'
        f"{level(1, 'decimal', '%1.%2', 'Heading2', 567)}</w:abstractNum>"
        '<w:abstractNum w:abstractNumId="1"><w:multiLevelType w:val="singleLevel"/>'
        f"{level(0, 'bullet', '–', 'ListBullet', 340)}</w:abstractNum>"
        '<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num><w:num w:numId="2"><w:abstractNumId w:val="1"/></w:num></w:numbering>'
    )


def _styles() -> str:
    return (
        f"<w:styles {_W}><w:docDefaults><w:rPrDefault><w:rPr>"
        f'<w:rFonts w:ascii="{_FONT}" w:hAnsi="{_FONT}" w:eastAsia="{_FONT}" w:cs="Arial"/>{_size(21)}'
        '<w:lang w:val="nl-BE" w:eastAsia="nl-BE" w:bidi="ar-SA"/></w:rPr></w:rPrDefault><w:pPrDefault/></w:docDefaults>'
        f"{_heading_styles()}{_text_styles()}{_table_styles()}</w:styles>"
    )


def _heading_styles() -> str:
    numbered = '<w:keepNext/><w:keepLines/><w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="1"/></w:numPr>'
    rule = f'<w:pBdr><w:bottom w:val="single" w:sz="8" w:space="4" w:color="{_INK}"/></w:pBdr>'
    return (
        _style("Letterhead", "Letterhead", rule + _spacing(after=120), _HEAVY + _size(26))
        + _style("Title", "Title", "<w:keepNext/>" + _spacing(before=240, after=20), _HEAVY + _size(36))
        + _style("Subtitle", "Subtitle", "<w:keepNext/>" + _spacing(after=240), _PALE + _size(22))
        + _style(
            "Heading1",
            "heading 1",
            numbered.format(level=0) + _spacing(before=300, after=100) + '<w:outlineLvl w:val="0"/>',
            _HEAVY + _size(26),
        )
        + _style(
            "Heading2",
            "heading 2",
            numbered.format(level=1) + _spacing(before=180, after=80) + '<w:outlineLvl w:val="1"/>',
            _HEAVY + _size(22),
        )
    )


def _text_styles() -> str:
    bar = f'<w:pBdr><w:left w:val="single" w:sz="24" w:space="6" w:color="{_INK}"/></w:pBdr>'
    line = f'<w:pBdr><w:top w:val="single" w:sz="4" w:space="4" w:color="{_RULE}"/></w:pBdr>'
    return (
        _style("Normal", "Normal", '<w:spacing w:after="100" w:line="264" w:lineRule="auto"/>')
        + _style("LeadIn", "Lead In", "<w:keepNext/>" + _spacing(after=60))
        + _style("Header", "header", _spacing(after=0) + '<w:jc w:val="right"/>', _PALE + _size(18))
        + _style("Footer", "footer", f'{line}<w:tabs><w:tab w:val="right" w:pos="9298"/></w:tabs>{_spacing(after=0)}', _PALE + _size(17))
        + _style(
            "Particulars",
            "Particulars",
            f'<w:keepNext/><w:tabs><w:tab w:val="left" w:pos="3402"/></w:tabs>{_spacing(after=40)}<w:ind w:left="3402" w:hanging="3402"/>',
        )
        + _style("ListBullet", "List Bullet", '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="2"/></w:numPr>' + _spacing(after=60))
        + _style("Count", "Count", "<w:keepNext/>" + _spacing(before=200, after=60), f'<w:color w:val="{_INK}"/>{_size(23)}')
        + _style("Duty", "Duty", _spacing(after=80) + '<w:ind w:left="397" w:hanging="397"/>')
        + _style(
            "Notice",
            "Notice",
            f'<w:keepLines/>{bar}<w:shd w:val="clear" w:color="auto" w:fill="{_SHADE}"/>{_spacing(before=120, after=120)}'
            '<w:ind w:left="170" w:right="170"/>',
        )
        + _style(
            "ByHand",
            "By Hand",
            '<w:keepNext/><w:keepLines/><w:tabs><w:tab w:val="right" w:leader="dot" w:pos="9298"/></w:tabs>'
            + _spacing(before=160, after=60),
        )
        + '<w:style w:type="character" w:customStyle="1" w:styleId="Label"><w:name w:val="Label"/><w:qFormat/>'
        "<w:rPr><w:b/><w:bCs/></w:rPr></w:style>"
        '<w:style w:type="character" w:customStyle="1" w:styleId="Fine"><w:name w:val="Fine"/><w:qFormat/>'
        f"<w:rPr>{_size(14)}</w:rPr></w:style>"
    )


def _table_styles() -> str:
    lines = {side: "single" if side in ("top", "bottom", "insideH") else "nil" for side in _SIDES}
    borders = "".join(f'<w:{side} w:val="{line}" w:sz="4" w:space="0" w:color="{_RULE}"/>' for side, line in lines.items())
    margins = "".join(f'<w:{side} w:w="{width}" w:type="dxa"/>' for side, width in (("top", 0), ("left", 85), ("bottom", 0), ("right", 85)))
    return (
        _style("TableText", "Table Text", '<w:spacing w:before="30" w:after="30" w:line="247" w:lineRule="auto"/>', _size(19))
        + _style("TableHeading", "Table Heading", "<w:keepNext/>", _HEAVY, based_on="TableText")
        + _style("TableNote", "Table Note", "", _PALE + _size(17), based_on="TableText")
        + _style("AfterTable", "After Table", '<w:spacing w:after="0" w:line="120" w:lineRule="exact"/>', _size(8))
        + '<w:style w:type="table" w:default="1" w:styleId="TableNormal"><w:name w:val="Normal Table"/>'
        f'<w:tblPr><w:tblInd w:w="0" w:type="dxa"/><w:tblCellMar>{margins}</w:tblCellMar></w:tblPr></w:style>'
        '<w:style w:type="table" w:customStyle="1" w:styleId="HouseTable"><w:name w:val="House Table"/><w:basedOn w:val="TableNormal"/>'
        f'<w:tblPr><w:tblBorders>{borders}</w:tblBorders></w:tblPr><w:tblStylePr w:type="firstRow"><w:tcPr>'
        f'<w:shd w:val="clear" w:color="auto" w:fill="{_SHADE}"/></w:tcPr></w:tblStylePr></w:style>'
    )


def _style(style_id: str, name: str, paragraph_properties: str = "", run_properties: str = "", *, based_on: str = "Normal") -> str:
    default = ' w:default="1"' if style_id == "Normal" else ""
    custom = "" if name in _BUILT_IN else ' w:customStyle="1"'
    base = f'<w:basedOn w:val="{based_on}"/>' if style_id != "Normal" else ""
    following = '<w:next w:val="Normal"/>' if style_id.startswith(("Heading", "Title", "Subtitle")) else ""
    return (
        f'<w:style w:type="paragraph"{default}{custom} w:styleId="{style_id}"><w:name w:val="{name}"/>{base}{following}<w:qFormat/>'
        + (f"<w:pPr>{paragraph_properties}</w:pPr>" if paragraph_properties else "")
        + (f"<w:rPr>{run_properties}</w:rPr>" if run_properties else "")
        + "</w:style>"
    )


def _spacing(*, before: int = 0, after: int = 0) -> str:
    """In twentieths of a point."""
    return f'<w:spacing w:before="{before}" w:after="{after}"/>'


def _size(half_points: int) -> str:
    return f'<w:sz w:val="{half_points}"/><w:szCs w:val="{half_points}"/>'
