"""A sealed PDF tells of every byte that changed since."""

import io
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import rsa
from cryptography.hazmat.primitives.serialization import pkcs12
from cryptography.x509.oid import NameOID
from pyhanko.pdf_utils.reader import PdfFileReader
from pyhanko.sign.validation import async_validate_pdf_signature
from pyhanko_certvalidator import ValidationContext

from docket.conversion.sealing import FIELD, NoSeal, sealed
from docket.settings import Settings
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


async def test_a_seal_that_pyhanko_cannot_give_is_refused_with_words_and_nothing_is_kept_unsealed(certificate: Path) -> None:
    for torn in (b"no PDF", pdf()[:200], pdf(password="geheim")):
        with pytest.raises(NoSeal, match="kon niet gegeven worden"):
            await sealed(torn, settings(certificate))


async def test_a_seal_that_is_set_and_cannot_be_given_is_refused_with_words(certificate: Path, tmp_path: Path) -> None:
    with pytest.raises(NoSeal, match=r"niet te lezen|geen PKCS#12"):
        await sealed(pdf(), Settings(seal_certificate_file=tmp_path / "none.p12"))
    with pytest.raises(NoSeal, match="wachtwoord klopt niet"):
        await sealed(pdf(), Settings(seal_certificate_file=certificate))
