"""Hands a mail to the mail server, and sorts its answers: sent, try again, or never."""

from datetime import datetime
from email.message import EmailMessage
from email.utils import format_datetime
from typing import Any, Protocol
from urllib.parse import unquote, urlsplit

import aiosmtplib
import msgspec

#: A server that says nothing for this long is tried again later.
TIMEOUT_SECONDS = 30
_STARTTLS_PORT = 587


class OutgoingMail(msgspec.Struct, frozen=True, kw_only=True):
    sender: str
    #: MAIL FROM: where servers return what does not arrive; None = the sender.
    envelope_sender: str | None = None
    recipient: str
    subject: str
    text: str
    html: str
    message_id: str
    written_at: datetime


class TryLater(Exception):
    """The server refused for now (4xx) or could not be reached."""


class NeverAccepted(Exception):
    """The server refused for good (5xx)."""


class Sender(Protocol):
    async def send(self, mail: OutgoingMail) -> str:
        """Returns the server's answer; raises TryLater or NeverAccepted with its words."""
        ...


class MemorySender:
    """Keeps what it is given; for tests and for looking."""

    def __init__(self) -> None:
        self.sent: list[OutgoingMail] = []

    async def send(self, mail: OutgoingMail) -> str:
        self.sent.append(mail)
        return "250 kept in memory"


class SmtpSender:
    """One connection per mail: a status mail is rare, and a connection kept open outlives its server."""

    def __init__(self, url: str) -> None:
        parts = urlsplit(url)
        self._options: dict[str, Any] = {
            "hostname": parts.hostname or "localhost",
            "port": parts.port or (465 if parts.scheme == "smtps" else 25),
            "username": unquote(parts.username) if parts.username else None,
            "password": unquote(parts.password) if parts.password else None,
            "use_tls": parts.scheme == "smtps",
            # A submission port must be encrypted; elsewhere TLS is taken when the server offers it.
            "start_tls": True if parts.scheme == "smtp" and parts.port == _STARTTLS_PORT else None,
            "timeout": TIMEOUT_SECONDS,
        }
        if parts.scheme == "smtps":
            self._options["start_tls"] = False

    async def send(self, mail: OutgoingMail) -> str:
        try:
            refused, answer = await aiosmtplib.send(
                message_of(mail), sender=mail.envelope_sender or mail.sender, recipients=[mail.recipient], **self._options
            )
        except aiosmtplib.SMTPRecipientsRefused as error:
            raise _sorted(error.recipients[0].code, error.recipients[0].message) from None
        except aiosmtplib.SMTPResponseException as error:
            raise _sorted(error.code, error.message) from None
        except (aiosmtplib.SMTPException, OSError) as error:
            raise TryLater(f"De mailserver is niet bereikbaar: {error}") from None
        if mail.recipient in refused:
            raise _sorted(refused[mail.recipient].code, refused[mail.recipient].message)
        return answer


def message_of(mail: OutgoingMail) -> EmailMessage:
    message = EmailMessage()
    message["From"] = mail.sender
    message["To"] = mail.recipient
    message["Subject"] = mail.subject
    message["Date"] = format_datetime(mail.written_at)
    message["Message-ID"] = mail.message_id
    message["Content-Language"] = "nl"
    # Keeps answering machines from answering (RFC 3834).
    message["Auto-Submitted"] = "auto-generated"
    message.set_content(mail.text)
    message.add_alternative(mail.html, subtype="html")
    return message


def _sorted(code: int, words: str) -> Exception:
    said = f"{code} {words}"
    return TryLater(said) if 400 <= code < 500 else NeverAccepted(said)
