"""Every template asks for exactly what its document has, and a wrong template is refused with the place of the fault."""

import io
import re
import zipfile
from pathlib import Path

import pytest
from lxml import etree  # ty: ignore[missing-module-member] - a C module without stubs

import documents
from documents import checking, templates
from documents.docx import archive, read_parts
from documents.layout.__main__ import DRAWN
from documents.layout.blocks import bullets, each, paragraph
from documents.layout.house_style import template

FOLDER = Path(__file__).resolve().parents[2] / "templates" / "documents"
RECEIPT = documents.kind_of("receipt")
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
WORD = b"http://schemas.openxmlformats.org/wordprocessingml/2006/main"
PACKAGE = "http://schemas.openxmlformats.org/package/2006/relationships"


def receipt_template(*blocks: str, foot: str = "voet") -> bytes:
    return template(title="t", letterhead="{{ office }}", running_head="{{ case_number }}", foot=foot, body="".join(blocks))


def with_part(name: str, content: bytes) -> bytes:
    return with_parts({name: content})


def with_parts(changed: dict[str, bytes]) -> bytes:
    return archive([*(dict(read_parts(templates.read("receipt"))) | changed).items()])


def with_xml(name: str, before: str, after: str) -> bytes:
    """The receipt with one piece of the XML of one part replaced."""
    content = dict(read_parts(templates.read("receipt")))[name].decode()
    assert before in content
    return with_part(name, content.replace(before, after, 1).encode())


def in_body(xml: str) -> bytes:
    """The receipt with a paragraph put before its first one."""
    return with_xml("word/document.xml", "<w:body>", f"<w:body><w:p>{xml}</w:p>")


def with_relation(kind: str, target: str, *, external: bool, of: str = "document") -> dict[str, bytes]:
    mode = ' TargetMode="External"' if external else ""
    relation = f'<Relationship Id="vreemd" Type="{OFFICE}/{kind}" Target="{target}"{mode}/>'
    name = f"word/_rels/{of}.xml.rels"
    there = dict(read_parts(templates.read("receipt"))).get(name, f'<Relationships xmlns="{PACKAGE}"></Relationships>'.encode()).decode()
    return {name: there.replace("</Relationships>", f"{relation}</Relationships>").encode()}


def faults_of(content: bytes) -> list[str]:
    """But for the fields that a piece of a template does not name."""
    return [fault for fault in checking.faults(RECEIPT, content) if "staat nergens in het sjabloon" not in fault]


@pytest.mark.parametrize("kind", (*documents.KINDS, *documents.OF_NO_FILE), ids=lambda kind: kind.code)
def test_the_tags_of_a_template_are_the_fields_of_its_document(kind):
    assert checking.faults(kind, templates.read(kind.code)) == ()


def test_there_is_one_template_for_each_kind_and_no_other():
    assert {path.name for path in FOLDER.glob("*.docx")} == {kind.template for kind in (*documents.KINDS, *documents.OF_NO_FILE)}
    assert set(DRAWN) == {kind.code for kind in (*documents.KINDS, *documents.OF_NO_FILE)}


@pytest.mark.parametrize("kind", (*documents.KINDS, *documents.OF_NO_FILE), ids=lambda kind: kind.code)
def test_the_template_is_what_its_layout_draws(kind):
    drawn, kept = (dict(read_parts(content)) for content in (DRAWN[kind.code](), templates.read(kind.code)))

    assert drawn == kept, "run `python -m documents.layout`, or bring the change into documents/layout"


@pytest.mark.parametrize(
    ("tag", "fault"),
    [
        ("{{ case_nummer }}", "het gegeven 'case_nummer' bestaat niet"),
        ("{{ notice_numbers }}", "dit gegeven is een lijst"),
        ("{{ office.naam }}", "het gegeven 'naam' bestaat niet"),
        ("{{ ''.__class__() }}", "kan geen functie oproepen"),
        ("{% set x = 1 %}", "een sjabloon kent alleen if, for"),
        ("{% include 'x' %}", "een sjabloon kent alleen if, for"),
        ("{% if office %}zonder einde", "fout in een tag"),
        ("{{ office", "fout in een tag"),
        ("{{ office | geheim }}", "fout in een tag"),
        ("{% if 9**9**9 %}x{% endif %}", "kan niet rekenen"),
        ("{{ 'x' * 1000000000 }}", "kan niet rekenen"),
        ("{{ office ~ case_number }}", "kan niet rekenen"),
    ],
)
def test_a_fault_in_a_tag_is_told_with_its_paragraph(tag, fault):
    found = faults_of(receipt_template(paragraph("Eerste"), paragraph(f"Tweede {tag}")))

    assert len(found) == 1
    assert fault in found[0]
    assert "(alinea 2: “Tweede" in found[0]


def test_a_loop_over_text_is_a_fault():
    assert "geen lijst is" in faults_of(receipt_template(bullets("letter", "office", "{{ letter }}")))[0]


def test_loops_that_would_multiply_without_end_are_a_fault():
    block = paragraph("{{ office }}")
    for depth in range(4):
        block = each(f"x{depth}", "notice_numbers", block)

    assert any("meer dan 3 lussen" in fault for fault in faults_of(receipt_template(block)))


def test_a_printed_tag_outside_text_is_a_fault():
    body = '<w:p><w:pPr><w:pStyle w:val="{{ office }}"/></w:pPr><w:r><w:t>x</w:t></w:r></w:p>'

    assert "staat niet in gewone tekst" in faults_of(receipt_template(body))[0]


@pytest.mark.parametrize(
    ("content", "place"),
    [
        (in_body('<w:r><w:rPr><w:rStyle w:val="{% if office %}Label{% endif %}"/></w:rPr><w:t>Kop</w:t></w:r>'), "alinea 1: “Kop”"),
        (in_body('<w:r><w:t>Kop</w:t></w:r><w:fldSimple w:instr=" TITLE {{ office }} "/>'), "alinea 1: “Kop”"),
        (with_xml("docProps/core.xml", "Ontvangstbewijs", "{{ office }}"), "deel docProps/core.xml"),
    ],
)
def test_a_tag_where_none_is_filled_is_a_fault_with_its_place(content, place):
    [fault] = [fault for fault in faults_of(content) if "een tag staat niet in gewone tekst: “" in fault]

    assert place in fault


def test_a_field_that_a_template_no_longer_prints_is_named():
    gone = with_xml("word/document.xml", "{{ registered_on }} om {{ registered_at }}", "{{ registered_on }}")

    [fault] = checking.faults(RECEIPT, gone)
    assert fault.startswith("het gegeven 'registered_at' van Receipt staat nergens in het sjabloon; zet het terug, zoals in het sjabloon ")
    assert re.search(r"van het register \(alinea \d+: “[^”]*\{\{ registered_on \}\} om \{\{ registered_at \}\}", fault)


def test_a_field_that_is_only_asked_for_is_not_told():
    asked = with_xml("word/document.xml", "{{ reported_by }}", "{% if reported_by %}gekend{% endif %}")

    [fault] = checking.faults(RECEIPT, asked)
    assert fault.startswith("het sjabloon vraagt wel of het gegeven 'reported_by' van Receipt er is, maar drukt het nergens af (alinea ")
    assert "{% if reported_by %}gekend{% endif %}" in fault


ALWAYS = "het gegeven 'case_number' van Receipt staat alleen onder een voorwaarde; het hoort er altijd te staan"


@pytest.mark.parametrize(
    "condition",
    ["false", "not true", "office and false", "false or 1 == 2", "office != office", "office or true"],
)
def test_what_must_be_told_is_not_hidden_under_a_condition_that_never_holds(condition):
    hidden = with_xml("word/document.xml", "{{ case_number }}", f"{{% if {condition} %}}{{{{ case_number }}}}{{% endif %}}")

    [fault, *rest] = [fault for fault in checking.faults(RECEIPT, hidden) if "voorwaarde die altijd of nooit geldt" in fault]
    assert "alinea" in fault and condition in fault
    assert rest == []


def test_what_the_release_always_tells_a_template_does_not_make_hang_on_something_else():
    body = dict(read_parts(templates.read("receipt")))
    other = "{% if reported_by == 'niemand' %}{{ case_number }}{% endif %}"
    parts = {name: content.replace(b"{{ case_number }}", other.encode()) for name, content in body.items() if name.endswith(".xml")}

    [fault] = checking.faults(RECEIPT, with_parts(parts))
    assert fault.startswith(f"{ALWAYS} (alinea ")
    assert other in fault


def test_a_value_may_hang_on_its_own_being_known():
    parts = dict(read_parts(templates.read("receipt")))
    own = {
        name: content.replace(b"{{ case_number }}", b"{% if case_number %}{{ case_number }}{% endif %}")
        for name, content in parts.items()
        if name.endswith(".xml")
    }

    assert checking.faults(RECEIPT, with_parts(own)) == ()


def test_a_loop_that_leaves_rows_out_is_a_fault():
    left_out = receipt_template(paragraph("Eerste {% for x in notice_numbers if false %}{{ x }}{% endfor %}"))

    assert any("laat rijen weg" in fault and "(alinea 1: “Eerste" in fault for fault in faults_of(left_out))


def test_every_broken_tag_is_told_at_once_with_its_paragraph_and_its_words():
    broken = receipt_template(
        paragraph("Eerste {{ office"),
        paragraph("Tweede {% if office %}"),
        paragraph("Derde {{ case_number | geheim }}"),
        paragraph("Vierde {% endfor %}"),
        paragraph("Vijfde {{ office office }} en {{ 1 + 1 }}"),
        paragraph("Zesde {% for x notice_numbers %}{% endfor %}"),
        foot="Voet {{ office",
    )

    told = [fault for fault in checking.faults(RECEIPT, broken) if "fout in een tag" in fault]
    places = [fault[fault.rindex("(alinea") :] for fault in told]
    assert [place.partition("“")[2].split()[0] for place in places].count("Vijfde") == 2
    assert {place.partition("“")[2].split()[0] for place in places} == {"Eerste", "Tweede", "Derde", "Vierde", "Vijfde", "Zesde", "Voet"}
    assert any("“{% if office %}” zonder “{% endif %}”" in fault for fault in told)
    assert any("“{% endfor %}” zonder “{% for … %}”" in fault for fault in told)
    assert any("van footer" in place for place in places)


@pytest.mark.parametrize(
    ("tag", "told"),
    [
        ("{% if %}{% endif %}", "er ontbreekt een gegeven"),
        ("{{ }}", "er ontbreekt een gegeven"),
        ("{{ office | geheim }}", "er is geen bewerking “geheim”"),
        ("{% office %}", "er is geen tag “office”"),
        ("{{ office office }}", "daar hoort “}}” te staan"),
        ("{% for x notice_numbers %}{% endfor %}", "daar hoort “in” te staan"),
        ("{{ office ? }}", "“?” staat daar verkeerd"),
    ],
)
def test_a_broken_tag_is_told_in_the_language_of_who_writes_it(tag, told):
    [fault] = [fault for fault in checking.faults(RECEIPT, receipt_template(paragraph(tag))) if "fout in een tag" in fault]

    assert fault.startswith(f"het sjabloon heeft een fout in een tag: {told} (")


def test_a_good_part_is_still_read_where_another_one_is_broken():
    both = receipt_template(paragraph("Eerste {{ onbekend }}"), foot="Voet {{ office")

    found = checking.faults(RECEIPT, both)
    assert {("onbekend" in fault, "fout in een tag" in fault) for fault in found} == {(False, True), (True, False)}


SIGNED = [kind for kind in (*documents.KINDS, *documents.OF_NO_FILE) if kind.signed_by != "nobody"]
SUMMONS = documents.kind_of("direct_summons")
EMPTY = '<w:t xml:space="preserve"></w:t>'
SIGNS = f'<w:p><w:pPr><w:pStyle w:val="ByHand"/></w:pPr><w:r><w:t xml:space="preserve">Handtekening</w:t><w:tab/>{EMPTY}</w:r></w:p>'
DRAWN_NAME = '<w:p><w:r><w:drawing><a:blip xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"/></w:drawing></w:r></w:p>'


@pytest.mark.parametrize("kind", SIGNED, ids=lambda kind: kind.code)
def test_whoever_signs_finds_empty_lines_and_nothing_of_a_signature_in_the_template(kind):
    content = dict(read_parts(templates.read(kind.code)))
    by_hand = [
        "".join(node.text or ("\t" if node.tag.endswith("}tab") else "") for node in line.iter() if node.tag in (f"{W}t", f"{W}tab"))
        for line in etree.fromstring(content["word/document.xml"]).iter(f"{W}p")
        if (style := line.find(f"{W}pPr/{W}pStyle")) is not None and style.get(f"{W}val") == "ByHand"
    ]

    assert any("handtekening" in line.lower() for line in by_hand)
    assert all(line.endswith("\t") and line.count("\t") == 1 and "{" not in line for line in by_hand)
    assert b"<w:drawing" not in content["word/document.xml"] and b"<w:pict" not in content["word/document.xml"]
    assert not [name for name in content if name.startswith("word/media/")]


def summons_with(before: str, after: str) -> bytes:
    parts = dict(read_parts(templates.read("direct_summons")))
    body = parts["word/document.xml"].decode()
    assert before in body
    return archive([*(parts | {"word/document.xml": body.replace(before, after, 1).encode()}).items()])


@pytest.mark.parametrize(
    ("after", "fault"),
    [
        ("", "de regel “Handtekening”, die met de hand wordt ingevuld, staat niet in het sjabloon"),
        (SIGNS.replace(EMPTY, "<w:t>A. Procureur</w:t>"), "blijft leeg"),
        (SIGNS.replace(EMPTY, "<w:t>{{ office }}</w:t>"), "blijft leeg"),
        (SIGNS.replace("ByHand", "Normal").replace("<w:tab/>", "<w:t>: A. Procureur</w:t>"), "blijft leeg"),
        (SIGNS + "<w:p><w:r><w:t>A. Procureur</w:t></w:r></w:p>", "deze woorden staan bij de ondertekening"),
        ("<w:p><w:r><w:t>A. Procureur</w:t></w:r></w:p>" + SIGNS, "deze woorden staan bij de ondertekening"),
        (SIGNS + SIGNS.replace("Handtekening", "A. Procureur"), "houdt de woorden van het register"),
        (SIGNS + DRAWN_NAME, "een beeld in de tekst"),
        (SIGNS.replace("<w:tab/>", "<w:tab/><w:drawing/>"), "een beeld in de tekst"),
    ],
)
def test_a_signature_that_is_filled_in_beforehand_is_refused(after, fault):
    found = checking.faults(SUMMONS, summons_with(SIGNS, after))

    assert any(fault in each for each in found), found


DRAWING = "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"


def a_picture(place: str = "inline", height: int = 900_000) -> str:
    drawn = f'<wp:{place} xmlns:wp="{DRAWING}"><wp:extent cx="900000" cy="{height}"/></wp:{place}>'
    return f"<w:p><w:r><w:drawing>{drawn}</w:drawing></w:r></w:p>"


def summons_around(part: str, added: str) -> bytes:
    """With a paragraph more in its head or foot."""
    parts = dict(read_parts(templates.read("direct_summons")))
    content = parts[part].decode()
    end = next(tag for tag in ("</w:hdr>", "</w:ftr>", "</w:numbering>") if tag in content)
    return archive([*(parts | {part: content.replace(end, added + end).encode()}).items()])


def words(told: str) -> str:
    return f"<w:p><w:r><w:t>{told}</w:t></w:r></w:p>"


@pytest.mark.parametrize(
    ("part", "added", "fault"),
    [
        ("word/footer1.xml", a_picture(), "een beeld in de voettekst"),
        ("word/header1.xml", a_picture("anchor"), "een zwevend beeld"),
        ("word/header1.xml", "<w:p><w:r><w:pict/></w:r></w:p>", "een zwevend beeld"),
        ("word/header1.xml", a_picture(height=9_000_000), "hoger dan een logo"),
        ("word/header1.xml", '<w:p><w:pPr><w:framePr w:y="9000"/></w:pPr></w:p>', "tekstvak of kader"),
        ("word/footer1.xml", words("Handtekening: A. Procureur"), "woorden van een ondertekening"),
        ("word/footer1.xml", words("(get.) A. Procureur"), "woorden van een ondertekening"),
        ("word/header1.xml", words("w.g. A. Procureur"), "woorden van een ondertekening"),
        ("word/numbering.xml", '<w:numPicBullet w:numPicBulletId="0"/>', "opsommingsteken"),
    ],
)
def test_no_signature_lies_in_a_head_a_foot_or_a_bullet(part, added, fault):
    found = checking.faults(SUMMONS, summons_around(part, added))

    assert any(fault in each for each in found), found


def test_a_logo_on_its_line_and_an_address_may_stand_in_the_head_and_foot():
    address = words("Bolivarplaats 20, 2000 Antwerpen")

    assert checking.faults(SUMMONS, summons_around("word/header1.xml", a_picture() + address)) == ()
    assert checking.faults(SUMMONS, summons_around("word/footer1.xml", address)) == ()


def test_a_line_that_is_filled_in_by_hand_may_look_otherwise():
    dotted = SIGNS.replace("ByHand", "Normal").replace("<w:tab/>", "<w:t>: ..............</w:t>")

    assert checking.faults(SUMMONS, summons_with(SIGNS, dotted)) == ()


def test_a_template_that_cannot_be_filled_with_the_example_is_refused():
    unguarded = with_xml("word/document.xml", "{{ registered_on }}", "{{ registered_on }} {{ notice_numbers[7] }}")

    [fault] = checking.faults(RECEIPT, unguarded)
    assert "om {{ registered_at }}" in fault


@pytest.mark.parametrize(
    ("content", "fault"),
    [
        (
            with_parts(with_relation("attachedTemplate", "https://x.example/a.dotm", external=True, of="settings")),
            "een ander sjabloon dat Word",
        ),
        (with_parts(with_relation("oleObject", "embeddings/a.bin", external=False)), "een ingesloten OLE-object"),
        (with_parts(with_relation("control", "activeX/activeX1.xml", external=False)), "een ActiveX-besturingselement"),
        (with_parts(with_relation("aFChunk", "a.html", external=False)), "een ingevoegd bestand dat Word"),
        (
            with_parts(with_relation("image", "file:///c:/geheim.png", external=False)),
            "naar iets buiten het bestand, “file:///c:/geheim.png”",
        ),
        (with_parts(with_relation("image", "\\\\server\\a.png", external=False)), "naar iets buiten het bestand"),
        (with_xml("[Content_Types].xml", "document.main+xml", "document.macroEnabled.main+xml"), "zonder macro's"),
        (with_part("word/iets.html", b"<html/>"), "deel word/iets.html: macro's, besturingselementen"),
        (with_part("word/iets.xml", b"<html/>"), "deel word/iets.xml: macro's, besturingselementen"),
        (with_part("../weg.xml", b"<html/>"), "deel ../weg.xml: deze naam wijst buiten het bestand"),
    ],
)
def test_what_could_run_or_reach_outside_is_refused(content, fault):
    assert fault in " ".join(checking.faults(RECEIPT, content))


def field(*instruction: str, inner: str = "") -> str:
    pieces = "".join(f"<w:r><w:instrText>{piece}</w:instrText></w:r>" for piece in instruction)
    return (
        f'<w:r><w:t>Zie </w:t><w:fldChar w:fldCharType="begin"/></w:r>{pieces}{inner}<w:r><w:fldChar w:fldCharType="separate"/></w:r>'
        '<w:r><w:t>x</w:t></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r>'
    )


@pytest.mark.parametrize(
    ("xml", "named"),
    [
        (field(" DDEAUTO cmd /k calc "), "het veld DDEAUTO"),
        (field(" DD", "E cmd ", " /k calc"), "het veld DDE"),
        (field(' "DDEAUTO" cmd '), 'het veld "DDEAUTO"'),
        (field(" \\DDEAUTO cmd "), "het veld \\DDEAUTO"),
        (field(" PAGE ", inner=field(" REF blad ")), "het veld VELD-IN-VELD"),
        (field(" INCLUDEPICTURE http://x.example/a.png "), "het veld INCLUDEPICTURE"),
        ('<w:r><w:t>Zie </w:t></w:r><w:fldSimple w:instr=" MACROBUTTON x "/>', "het veld MACROBUTTON"),
        ("<w:r><w:t>Zie </w:t><w:instrText> DDE cmd </w:instrText></w:r>", "het veld DDE"),
    ],
)
def test_a_field_that_fetches_or_starts_something_is_refused_with_its_paragraph(xml, named):
    [fault] = [fault for fault in checking.faults(RECEIPT, in_body(xml)) if named in fault]

    assert "(alinea 1: “Zie" in fault


def test_a_field_that_word_split_over_runs_is_read_whole():
    assert checking.faults(RECEIPT, in_body(field(" PA", "GE "))) == ()


def test_a_link_is_located_by_the_paragraph_that_uses_it():
    body = with_xml(
        "word/document.xml", "<w:body>", '<w:body><w:p><w:hyperlink r:id="vreemd"><w:r><w:t>Klik hier</w:t></w:r></w:hyperlink></w:p>'
    )
    parts = dict(read_parts(body)) | with_relation("hyperlink", "https://x.example/", external=True)

    assert checking.faults(RECEIPT, archive([*parts.items()])) == (
        "het sjabloon verwijst naar iets buiten het bestand, “https://x.example/”; verwijder de koppeling (alinea 1: “Klik hier”)",
    )


@pytest.mark.parametrize("tag", ["object", "control", "altChunk", "subDoc", "ins", "del"])
def test_an_embedded_thing_and_a_tracked_change_are_located(tag):
    [fault] = checking.faults(RECEIPT, in_body(f"<w:r><w:t>Zie</w:t></w:r><w:{tag}/>"))

    assert fault.startswith("niet toegelaten: ")
    assert "(alinea 1: “Zie”)" in fault


ENTITY = b'<!DOCTYPE d [<!ENTITY x SYSTEM "file:///etc/hostname">]>'


@pytest.mark.parametrize("name", ["word/document.xml", "word/styles.xml", "word/_rels/document.xml.rels", "[Content_Types].xml"])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-16"])
def test_a_part_that_declares_entities_is_refused_before_they_are_read(name, encoding):
    content = dict(read_parts(templates.read("receipt")))[name].decode()
    declaration, _, root = content.partition("?>")
    hostile = declaration.replace("UTF-8", encoding) + "?>" + ENTITY.decode() + root

    assert checking.faults(RECEIPT, with_part(name, hostile.encode(encoding))) == (
        f"deel {name} van het sjabloon heeft een DOCTYPE, die naar iets buiten het bestand kan verwijzen",
    )


@pytest.mark.filterwarnings("ignore:Duplicate name")
def test_two_parts_of_one_name_are_refused():
    parts = read_parts(templates.read("receipt"))

    assert checking.faults(RECEIPT, archive([*parts, ("word/document.xml", b"<x/>")])) == (
        "deel word/document.xml staat meer dan eens in het bestand; bewaar het opnieuw in Word",
    )


def test_an_archive_that_lies_about_its_sizes_is_refused():
    honest = templates.read("receipt")
    size = len(dict(read_parts(honest))["word/document.xml"])

    assert "beschadigd" in checking.faults(RECEIPT, honest.replace(size.to_bytes(4, "little"), (17).to_bytes(4, "little")))[0]


@pytest.mark.parametrize(
    ("name", "content", "fault"),
    [
        ("word/vbaProject.bin", b"\xd0\xcf", "macro's"),
        ("word/embeddings/sheet.xlsx", b"PK", "macro's"),
        (
            "word/_rels/settings.xml.rels",
            b'<Relationships><Relationship Id="r" TargetMode="External" Target="http://x"/></Relationships>',
            "buiten het bestand",
        ),
        (
            "word/comments.xml",
            b'<x xmlns:w="' + WORD + b'"><w:fldSimple w:instr=" INCLUDETEXT file"/></x>',
            "het veld INCLUDETEXT is niet toegelaten",
        ),
        ("word/document.xml", b"<w:document", "geen geldige XML"),
    ],
)
def test_a_template_with_active_or_outside_content_is_refused(name, content, fault):
    assert fault in " ".join(checking.faults(RECEIPT, with_part(name, content)))


def test_what_is_not_a_word_file_is_refused():
    assert checking.faults(RECEIPT, b"%PDF-1.7") == ("het sjabloon is geen Word-bestand (.docx), is versleuteld of is beschadigd",)


def test_a_zip_that_grows_past_all_measure_is_refused():
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as bomb:
        bomb.writestr("word/document.xml", b" " * 11 * 1024 * 1024)

    assert "te groot" in checking.faults(RECEIPT, buffer.getvalue())[0]


@pytest.mark.parametrize("tag", ["{{ office.__class__ }}", "{{ onbekend }}", "{{ notice_numbers }}", "{{ office + 1 }}"])
def test_a_wrong_tag_stops_the_document_too(tag):
    with pytest.raises(documents.TemplateFault, match=r"Ontvangstbewijs: .*alinea 1: “Tag"):
        documents.render(RECEIPT, RECEIPT.example, receipt_template(paragraph(f"Tag {tag}")))


def test_tags_that_word_split_over_runs_are_read_as_one():
    split = '<w:p><w:r><w:t>{{ off</w:t></w:r><w:proofErr w:type="spellStart"/><w:r><w:rPr><w:b/></w:rPr><w:t>ice }}</w:t></w:r></w:p>'

    assert faults_of(receipt_template(split)) == []


def test_a_missing_template_says_which_file_to_put_back():
    with pytest.raises(documents.TemplateFault, match=r"summons\.docx ontbreekt"):
        templates.read("summons")
