"""A sealed PDF tells of every byte that changed since."""

import io
from datetime import UTC, datetime, timedelta
from pathlib import Path
from xml.etree import ElementTree

import pypdf
import pypdfium2
import pytest
from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import rsa
from cryptography.hazmat.primitives.serialization import pkcs12
from cryptography.x509.oid import NameOID
from pyhanko.pdf_utils.reader import PdfFileReader
from pyhanko.sign.validation import async_validate_pdf_signature
from pyhanko_certvalidator import ValidationContext
from pypdf.generic import ArrayObject, DictionaryObject, NameObject, NumberObject, StreamObject, TextStringObject

import documents
from docket.conversion import bundling
from docket.conversion.converter import converter_of
from docket.conversion.sealing import FIELD, NoSeal, sealed
from docket.settings import Settings
from documents import templates
from tests.docket.conversion.test_picture import pdf

OFFICE = "Parket van de proef"


@pytest.fixture(scope="module")
def certificate(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Made for these tests, trusted by nobody else."""
    key, name = rsa.generate_private_key(65537, 2048), x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, OFFICE)])
    now = datetime.now(UTC)
    usage = x509.KeyUsage(True, True, False, False, False, False, False, False, False)
    made = (
        x509.CertificateBuilder()
        .subject_name(name)
        .issuer_name(name)
        .public_key(key.public_key())
        .serial_number(1)
        .not_valid_before(now - timedelta(days=1))
        .not_valid_after(now + timedelta(days=1))
        .add_extension(usage, critical=True)
        .sign(key, hashes.SHA256())
    )
    file = tmp_path_factory.mktemp("seal") / "office.p12"
    file.write_bytes(pkcs12.serialize_key_and_certificates(b"seal", key, made, None, serialization.BestAvailableEncryption(b"geheim")))
    file.with_name("password").write_text("geheim\n")
    file.with_name("office.pem").write_bytes(made.public_bytes(serialization.Encoding.DER))
    return file


def settings(certificate: Path) -> Settings:
    return Settings(seal_certificate_file=certificate, seal_password_file=certificate.with_name("password"))


async def holds(content: bytes, certificate: Path) -> bool:
    from asn1crypto.x509 import Certificate

    root = Certificate.load(certificate.with_name("office.pem").read_bytes())
    [signature] = PdfFileReader(io.BytesIO(content)).embedded_signatures
    assert signature.field_name == FIELD
    status = await async_validate_pdf_signature(signature, ValidationContext(trust_roots=[root]))
    return status.bottom_line


async def test_a_seal_holds_and_one_changed_byte_breaks_it(certificate: Path) -> None:
    plain = pdf(pages=2)
    made = await sealed(plain, settings(certificate))
    at = made.content.index(b"/MediaBox")
    tampered = made.content[:at] + b"/mediaBox" + made.content[at + 9 :]

    assert made.by == OFFICE
    assert made.content.startswith(plain)
    assert await holds(made.content, certificate)
    assert not await holds(tampered, certificate)


async def test_without_a_certificate_a_pdf_stays_as_it_is() -> None:
    made = await sealed(b"%PDF", Settings())

    assert (made.content, made.by) == (b"%PDF", None)


@pytest.mark.office
async def test_a_sealed_document_still_declares_pdf_a_2b(certificate: Path) -> None:
    kind = documents.kind_of("receipt")
    async with converter_of(Settings()) as converter:
        plain = await converter.pdf(documents.render(kind, kind.example, templates.read(kind.code)))
    made = (await sealed(plain, settings(certificate))).content
    metadata = pypdf.PdfReader(io.BytesIO(made)).trailer["/Root"]["/Metadata"].get_object().get_data()
    # pyhanko writes the same RDF with attributes where LibreOffice wrote elements.
    told = {name: value for each in ElementTree.fromstring(metadata).iter() for name, value in each.attrib.items()}

    assert (told["{http://www.aiim.org/pdfa/ns/id/}part"], told["{http://www.aiim.org/pdfa/ns/id/}conformance"]) == ("2", "B")
    assert await holds(made, certificate)


async def test_a_bundle_of_sealed_parts_has_one_seal_its_own_and_no_field_of_theirs(certificate: Path) -> None:
    parts = [(await sealed(pdf(pages=pages), settings(certificate))).content for pages in (1, 2)]
    whole = await bundling.joined(parts, ["een", "twee"], pdf(pages=3))
    assert [page.get("/Annots", []) for page in pypdf.PdfReader(io.BytesIO(whole)).pages] == [[], [], []]
    assert PdfFileReader(io.BytesIO(whole)).embedded_signatures == []
    assert b"/ByteRange" not in whole
    made = (await sealed(whole, settings(certificate))).content

    assert await holds(made, certificate)
    fields = [one for page in pypdf.PdfReader(io.BytesIO(made)).pages for one in page.get("/Annots", [])]
    assert [one.get_object()["/T"] for one in fields] == [FIELD]


async def test_what_a_signature_in_an_incoming_piece_showed_stays_to_be_seen_in_a_bundle() -> None:
    writer = pypdf.PdfWriter(clone_from=io.BytesIO(pdf()))
    shown = StreamObject()
    shown.set_data(b"0 0 1 rg 0 0 100 50 re f")
    shown.update({NameObject("/Type"): NameObject("/XObject"), NameObject("/Subtype"): NameObject("/Form")})
    shown[NameObject("/BBox")] = ArrayObject(map(NumberObject, (0, 0, 100, 50)))
    widget = DictionaryObject(
        {
            NameObject("/Type"): NameObject("/Annot"),
            NameObject("/Subtype"): NameObject("/Widget"),
            NameObject("/FT"): NameObject("/Sig"),
            NameObject("/T"): TextStringObject("Handtekening"),
            NameObject("/F"): NumberObject(4),
            NameObject("/Rect"): ArrayObject(map(NumberObject, (100, 100, 200, 150))),
            NameObject("/AP"): DictionaryObject({NameObject("/N"): writer._add_object(shown)}),
        }
    )
    writer.pages[0][NameObject("/Annots")] = ArrayObject([writer._add_object(widget)])
    signed = io.BytesIO()
    writer.write(signed)
    whole = await bundling.joined([signed.getvalue()], ["pv"], pdf())

    [stays] = [one.get_object() for one in pypdf.PdfReader(io.BytesIO(whole)).pages[0]["/Annots"]]
    assert (stays["/Subtype"], "/FT" in stays, "/T" in stays) == ("/Stamp", False, False)
    bitmap = pypdfium2.PdfDocument(whole)[0].render(scale=1, may_draw_forms=False)
    at = (842 - 125) * bitmap.stride + 150 * bitmap.n_channels
    assert bytes(bitmap.buffer)[at : at + 3] == b"\xff\x00\x00", "blue, as the signature drew it"


async def test_a_seal_that_pyhanko_cannot_give_is_refused_with_words_and_nothing_is_kept_unsealed(certificate: Path) -> None:
    for torn in (b"no PDF", pdf()[:200], pdf(password="geheim")):
        with pytest.raises(NoSeal, match="kon niet gegeven worden"):
            await sealed(torn, settings(certificate))


async def test_a_seal_that_is_set_and_cannot_be_given_is_refused_with_words(certificate: Path, tmp_path: Path) -> None:
    with pytest.raises(NoSeal, match=r"niet te lezen|geen PKCS#12"):
        await sealed(pdf(), Settings(seal_certificate_file=tmp_path / "none.p12"))
    with pytest.raises(NoSeal, match="wachtwoord klopt niet"):
        await sealed(pdf(), Settings(seal_certificate_file=certificate))
