"""A telephone or SMS gateway is told a link, an urgency and a step, signed so that it can tell who asks; nothing else."""

import asyncio
import hashlib
import hmac
import json
from datetime import UTC, datetime

import msgspec
import pytest

from docket.mail.gateway import Call, HttpGateway, NotAccepted, gateway_of
from docket.settings import Settings

AT = datetime(2026, 11, 24, 9, 30, tzinfo=UTC)
CALL = Call(link="https://register.example.org/w/abc", urgency="detention", step="clerk")
KEY = b"a key of thirty-two bytes, shared"


class Server:
    """Answers every request with one status, and keeps what it was sent."""

    def __init__(self, status: str) -> None:
        self.status = status
        self.requests = []

    async def __aenter__(self):
        self.server = await asyncio.start_server(self.answer, "127.0.0.1", 0)
        self.url = f"http://127.0.0.1:{self.server.sockets[0].getsockname()[1]}/call"
        return self

    async def __aexit__(self, *_):
        self.server.close()

    async def answer(self, reader, writer):
        head = (await reader.readuntil(b"\r\n\r\n")).decode()
        headers = {name.lower(): value for name, _, value in (line.partition(": ") for line in head.split("\r\n")[1:])}
        self.requests.append((headers, await reader.readexactly(int(headers["content-length"]))))
        writer.write(f"HTTP/1.1 {self.status}\r\nContent-Length: 0\r\nLocation: /elsewhere\r\n\r\n".encode())
        await writer.drain()
        writer.close()


async def test_call_is_signed_over_its_time_and_body_and_says_nothing_else():
    async with Server("202 Accepted") as server:
        answer = await HttpGateway(server.url, KEY).call(CALL, key="abc@example.org", at=AT)

    [(headers, body)] = server.requests
    assert answer == "202 Accepted"
    assert json.loads(body) == {"link": CALL.link, "urgency": "detention", "step": "clerk"}
    stamp = str(int(AT.timestamp()))
    expected = hmac.new(KEY, f"{stamp}.".encode() + body, hashlib.sha256).hexdigest()
    assert (headers["docket-timestamp"], headers["docket-signature"]) == (stamp, f"sha256={expected}")
    assert headers["idempotency-key"] == "abc@example.org"


@pytest.mark.parametrize("status", ["500 Internal Server Error", "404 Not Found", "302 Found"])
async def test_gateway_that_does_not_say_that_it_takes_the_call_did_not_take_it(status):
    async with Server(status) as server:
        with pytest.raises(NotAccepted, match=status):
            await HttpGateway(server.url, KEY).call(CALL, key="k", at=AT)

    assert len(server.requests) == 1


async def test_gateway_that_is_not_there_is_told_without_its_address():
    async with Server("202 Accepted") as server:
        url = server.url
    with pytest.raises(NotAccepted) as refused:
        await HttpGateway(url + "?password=geheim", KEY).call(CALL, key="k", at=AT)

    assert "geheim" not in str(refused.value) and "127.0.0.1" not in str(refused.value)


def test_key_is_made_once_and_no_gateway_is_rung_unless_one_is_set(tmp_path):
    settings = Settings(data_dir=tmp_path)
    assert gateway_of(settings) is None
    settings = msgspec.structs.replace(settings, oncall_webhook_url="https://gateway.example.org")

    gateway_of(settings)
    first = (tmp_path / "oncall-webhook.key").read_bytes()
    gateway_of(settings)

    assert (tmp_path / "oncall-webhook.key").read_bytes() == first
    assert (tmp_path / "oncall-webhook.key").stat().st_mode & 0o777 == 0o600
