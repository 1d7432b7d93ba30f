"""Tells a telephone or SMS gateway that somebody has to be called: a short link, the urgency and the step, signed; nothing else."""

import hashlib
import hmac
from datetime import datetime
from pathlib import Path
from typing import Protocol

import httpx
import msgspec

from docket.settings import Settings, secret

#: A gateway that says nothing for this long has failed, and the next channel is tried.
TIMEOUT_SECONDS = 10
KEY_FILE = "oncall-webhook.key"


class Call(msgspec.Struct, frozen=True, kw_only=True):
    """The whole body of the request."""

    link: str
    urgency: str
    #: Who is to be called: clerk, prosecutor or head.
    step: str


class NotAccepted(Exception):
    """The gateway did not say that it takes the call; the message says why, without its address."""


class Gateway(Protocol):
    async def call(self, call: Call, *, key: str, at: datetime) -> str:
        """Returns the gateway's answer; raises NotAccepted. `key` is the same however often one call is tried."""
        ...


class HttpGateway:
    def __init__(self, url: str, secret_key: bytes) -> None:
        self._url = url
        self._key = secret_key

    async def call(self, call: Call, *, key: str, at: datetime) -> str:
        body, stamp = msgspec.json.encode(call), str(int(at.timestamp()))
        headers = {
            "Content-Type": "application/json",
            "Idempotency-Key": key,
            "Docket-Timestamp": stamp,
            "Docket-Signature": signature(self._key, stamp, body),
        }
        try:
            async with httpx.AsyncClient(timeout=TIMEOUT_SECONDS, follow_redirects=False) as client:
                answer = await client.post(self._url, content=body, headers=headers)
        except (httpx.HTTPError, httpx.InvalidURL, OSError) as error:
            raise NotAccepted(f"De oproepdienst is niet bereikbaar ({type(error).__name__}).") from None
        if not answer.is_success:
            raise NotAccepted(f"De oproepdienst weigerde: {answer.status_code} {answer.reason_phrase}".strip())
        return f"{answer.status_code} {answer.reason_phrase}".strip()


def signature(secret_key: bytes, stamp: str, body: bytes) -> str:
    """HMAC-SHA256 over the timestamp, a point and the body, in hexadecimal digits; the gateway refuses an old timestamp."""
    return "sha256=" + hmac.new(secret_key, stamp.encode() + b"." + body, hashlib.sha256).hexdigest()


def gateway_of(settings: Settings) -> Gateway | None:
    """None: no gateway is set. Makes the key at the first call."""
    if not settings.oncall_webhook_url:
        return None
    file = settings.oncall_webhook_key_file or settings.data_dir / KEY_FILE
    return HttpGateway(settings.oncall_webhook_url, secret(Path(file).parent, Path(file).name))
