"""The seal of the office on a PDF (PAdES B-B, no time stamp): with the certificate that is set, by the optional pyhanko."""

import asyncio
import io
from pathlib import Path
from typing import Any

import msgspec

from docket.settings import Settings

FIELD = "Zegel"


class NoSeal(Exception):
    """A seal is set and cannot be given; the message says why, in Dutch. Nothing is kept unsealed then."""


class Sealed(msgspec.Struct, frozen=True, kw_only=True):
    content: bytes
    #: The subject of the certificate; None = no seal is set.
    by: str | None


async def sealed(pdf: bytes, settings: Settings) -> Sealed:
    """As it came where no certificate is set. Raises NoSeal."""
    if settings.seal_certificate_file is None:
        return Sealed(content=pdf, by=None)
    # Off the event loop, and with a loop of its own.
    return await asyncio.to_thread(_sealed, pdf, settings.seal_certificate_file, settings.seal_password_file)


def _sealed(pdf: bytes, certificate: Path, password: Path | None) -> Sealed:
    try:
        from pyhanko.sign import signers  # noqa: PLC0415 - an extra
    except ImportError:
        raise NoSeal(
            "Er is een certificaat voor het zegel ingesteld, maar pyhanko ontbreekt; de beheerder installeert docket[seal]."
        ) from None
    try:
        passphrase = password.read_bytes().strip() if password is not None else None
        signer = signers.SimpleSigner.load_pkcs12(str(certificate), passphrase=passphrase)
    except OSError as error:
        raise NoSeal(f"Het certificaat voor het zegel is niet te lezen: {error.strerror}.") from None
    if signer is None or signer.signing_cert is None:
        raise NoSeal("Het certificaat voor het zegel is geen PKCS#12, of het wachtwoord klopt niet.")
    try:
        return _signed(pdf, signer)
    # pyhanko raises whatever a certificate or a PDF leads it into; nothing is kept unsealed then.
    except Exception as error:
        raise NoSeal(f"Het zegel kon niet gegeven worden ({type(error).__name__}); verwittig de beheerder.") from error


def _signed(pdf: bytes, signer: Any) -> Sealed:
    from pyhanko.pdf_utils.incremental_writer import IncrementalPdfFileWriter  # noqa: PLC0415
    from pyhanko.sign import fields, signers  # noqa: PLC0415

    meta = signers.PdfSignatureMetadata(field_name=FIELD, md_algorithm="sha256", subfilter=fields.SigSeedSubFilter.PADES)
    target = signers.sign_pdf(IncrementalPdfFileWriter(io.BytesIO(pdf)), meta, signer=signer)
    return Sealed(content=target.getvalue(), by=signer.signing_cert.subject.native.get("common_name", "onbekend"))
