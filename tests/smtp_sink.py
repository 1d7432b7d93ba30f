"""A mail server on this machine that keeps what it takes, or answers what a test sets."""

import socket
from collections.abc import Iterator
from contextlib import contextmanager

from aiosmtpd.controller import Controller


class Sink:
    def __init__(self, port: int) -> None:
        self.url = f"smtp://127.0.0.1:{port}"
        self.received: list[bytes] = []
        #: MAIL FROM of each of them.
        self.senders: list[str] = []
        self.at_recipient = "250 OK"
        self.at_data = "250 Message accepted"

    async def handle_RCPT(self, server, session, envelope, address, options):
        if self.at_recipient.startswith("250"):
            envelope.rcpt_tos.append(address)
        return self.at_recipient

    async def handle_DATA(self, server, session, envelope):
        self.received.append(envelope.content)
        self.senders.append(envelope.mail_from)
        return self.at_data


@contextmanager
def smtp_sink() -> Iterator[Sink]:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    sink = Sink(port)
    controller = Controller(sink, hostname="127.0.0.1", port=port)
    controller.start()
    try:
        yield sink
    finally:
        controller.stop()
