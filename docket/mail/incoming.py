"""Reads what came back to the sender of the mails: a report of a mail server, an automatic answer, or a person; keeps no content."""

import email
import hashlib
import re
from collections.abc import Iterator
from email.message import Message
from email.policy import default
from email.utils import getaddresses, parseaddr
from typing import Literal

import msgspec

from docket.mail import bounces
from docket.settings import Settings

#: bounce = a server says that it will not arrive; delayed = not yet; arrived = it did; autoReply = a machine; answer = a person.
IncomingKind = Literal["bounce", "delayed", "arrived", "autoReply", "answer"]
#: More than any report or answer needs.
LARGEST_BYTES = 1024 * 1024
_LONGEST_DIAGNOSTIC = 300
_MESSAGE_ID = re.compile(r"<[^<>\s]{1,998}>")
_ADDRESS = re.compile(r"<?[^\s<>;,:]+@[^\s<>;,:]+>?:?")
_STATUS = re.compile(r"\b[245]\.\d{1,3}\.\d{1,3}\b")
_KINDS: dict[str, IncomingKind] = {
    "failed": "bounce",
    "delayed": "delayed",
    "delivered": "arrived",
    "relayed": "arrived",
    "expanded": "arrived",
}
#: What comes first wins where a report names several recipients: ours names one.
_GRAVEST: tuple[IncomingKind, ...] = ("bounce", "delayed", "arrived")
#: Where the server of the mailbox says to which address something came, the surest first.
_DELIVERED_TO = ("X-Original-To", "Delivered-To", "Envelope-To", "To")
_SERVERS = frozenset({"mailer-daemon", "postmaster"})


class Incoming(msgspec.Struct, frozen=True, kw_only=True):
    #: Its Message-ID, or a hash of it where it has none.
    incoming_id: str
    kind: IncomingKind
    #: Message-IDs that it is about, the surest first.
    about: tuple[str, ...]
    #: Lower case; empty where it names no sender.
    from_domain: str
    #: Of RFC 3463.
    status: str | None = None
    #: In the words of the server, without addresses.
    diagnostic: str | None = None


def read(raw: bytes, settings: Settings) -> Incoming:
    """Never fails: what is no mail at all is an answer of nobody about nothing."""
    message = email.message_from_bytes(raw[:LARGEST_BYTES], policy=default)
    # The address that only the mail itself bore is surer than what a server quotes.
    came_to = tuple(_returned_to(message, settings))
    sender = parseaddr(_header(message, "From"))[1].lower()
    local, _, domain = sender.rpartition("@")
    named = _MESSAGE_ID.search(_header(message, "Message-ID"))
    incoming_id = named[0] if named else f"sha256:{hashlib.sha256(raw).hexdigest()}"
    fields = tuple(_recipient_fields(message))
    if fields:
        kinds = {_KINDS.get(_header(one, "Action").strip().lower(), "bounce") for one in fields}
        kind = next(one for one in _GRAVEST if one in kinds)
        worst = next(one for one in fields if _KINDS.get(_header(one, "Action").strip().lower(), "bounce") == kind)
        status = _STATUS.search(_header(worst, "Status"))
        diagnostic = _cleaned(_header(worst, "Diagnostic-Code").partition(";")[2] or _header(worst, "Diagnostic-Code"))
        about = (*came_to, *_returned(message), *_referred(message))
        return Incoming(
            incoming_id=incoming_id,
            kind=kind,
            about=tuple(dict.fromkeys(about)),
            from_domain=domain,
            status=status[0] if status else None,
            diagnostic=diagnostic or None,
        )
    if local in _SERVERS or _header(message, "X-Failed-Recipients"):
        # A server that speaks no RFC 3464: its words are a text with our mail behind it.
        text = _text(message)
        status = _STATUS.search(text)
        about = tuple(dict.fromkeys((*came_to, *_returned(message), *_referred(message), *_MESSAGE_ID.findall(text))))
        return Incoming(incoming_id=incoming_id, kind="bounce", about=about, from_domain=domain, status=status[0] if status else None)
    return Incoming(
        incoming_id=incoming_id,
        kind="autoReply" if _automatic(message) else "answer",
        about=tuple(dict.fromkeys((*came_to, *_referred(message)))),
        from_domain=domain,
    )


def _automatic(message: Message) -> bool:
    """RFC 3834, and what machines said before it."""
    submitted = _header(message, "Auto-Submitted").partition(";")[0].strip().lower()
    precedence = _header(message, "Precedence").strip().lower()
    return submitted not in ("", "no") or precedence == "auto_reply" or bool(_header(message, "X-Autoreply"))


def _recipient_fields(message: Message) -> Iterator[Message]:
    """The fields of each recipient of a delivery status (RFC 3464), without those of the report itself."""
    for part in message.walk():
        payload = part.get_payload()
        if part.get_content_type() == "message/delivery-status" and isinstance(payload, list):
            yield from (one for one in payload if isinstance(one, Message) and one.get("Action"))


def _returned(message: Message) -> Iterator[str]:
    """Message-ID of the mail that a report gives back, whole or its headers only."""
    for part in message.walk():
        payload = part.get_payload()
        if part.get_content_type() == "message/rfc822" and isinstance(payload, list):
            yield from (found for one in payload if isinstance(one, Message) for found in _MESSAGE_ID.findall(_header(one, "Message-ID")))
        elif part.get_content_type() == "text/rfc822-headers" and isinstance(payload, str):
            yield from _MESSAGE_ID.findall(_header(email.message_from_string(payload, policy=default), "Message-ID"))


def _returned_to(message: Message, settings: Settings) -> Iterator[str]:
    """Message-IDs of the mails whose own address this came to (VERP)."""
    for name in _DELIVERED_TO:
        try:
            addresses = getaddresses([str(text) for text in message.get_all(name, ())])
        except (ValueError, IndexError, AttributeError, TypeError):
            continue
        yield from (found for _, address in addresses if (found := bounces.message_id_of(address, settings)) is not None)


def _referred(message: Message) -> Iterator[str]:
    yield from _MESSAGE_ID.findall(_header(message, "In-Reply-To"))
    yield from reversed(_MESSAGE_ID.findall(_header(message, "References")))


def _text(message: Message) -> str:
    texts = []
    for part in message.walk():
        payload = part.get_payload(decode=True)
        if part.get_content_maintype() == "text" and isinstance(payload, bytes):
            texts.append(payload.decode(errors="replace"))
    return "\n".join(texts)


def _header(message: Message, name: str) -> str:
    """A header that cannot be read is none."""
    try:
        return str(message.get(name, ""))
    except (ValueError, IndexError, AttributeError, TypeError):
        return ""


def _cleaned(text: str) -> str:
    return _ADDRESS.sub("(adres)", " ".join(text.split()))[:_LONGEST_DIAGNOSTIC]
