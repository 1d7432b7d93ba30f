"""The name of a mail, and the address to which servers return that one mail (VERP): a token that says nothing of the file."""

import re
import secrets

from docket.settings import Settings

_TOKEN_BYTES = 16
_TOKEN = re.compile(rf"[0-9a-f]{{{_TOKEN_BYTES * 2}}}")
#: Between the address and the token; the mail server of that address hands all of them to one mailbox.
_DELIMITER = "+"


def new_message_id(settings: Settings) -> str:
    """128 random bits: whoever did not get the mail cannot guess it."""
    return _message_id(secrets.token_hex(_TOKEN_BYTES), settings)


def envelope_sender(message_id: str, settings: Settings) -> str:
    """MAIL FROM of a mail: its own address for what comes back, or that of every mail where none is set."""
    token = message_id.strip("<>").partition("@")[0]
    if not settings.mail_bounce_address or not _TOKEN.fullmatch(token):
        return settings.mail_bounce_address or settings.mail_sender
    local, _, domain = settings.mail_bounce_address.rpartition("@")
    return f"{local}{_DELIMITER}{token}@{domain}"


def message_id_of(address: str, settings: Settings) -> str | None:
    """Of which mail this is the address for what comes back; servers may have changed its capitals."""
    if not settings.mail_bounce_address:
        return None
    local, _, domain = address.strip().lower().rpartition("@")
    own, _, own_domain = settings.mail_bounce_address.lower().rpartition("@")
    token = local.removeprefix(own + _DELIMITER)
    if domain != own_domain or token == local or not _TOKEN.fullmatch(token):
        return None
    return _message_id(token, settings)


def _message_id(token: str, settings: Settings) -> str:
    return f"<{token}@{settings.mail_sender.rpartition('@')[2]}>"
