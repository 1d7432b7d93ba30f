"""What the mail server answers decides what becomes of a mail."""

from collections.abc import Iterator
from datetime import UTC, datetime

import msgspec
import pytest

from docket.mail.sending import NeverAccepted, OutgoingMail, SmtpSender, TryLater
from tests.smtp_sink import Sink, smtp_sink

MAIL = OutgoingMail(
    sender="griffie@havendossier.example.org",
    recipient="rechercheur@politie.example.org",
    subject="Dossier HAV-2026-000001: geregistreerd",
    text="Bevoegde dienst: Parket Antwerpen, havenprocureurs — één dienst\n",
    html="<p>één</p>",
    message_id="<1@havendossier.example.org>",
    written_at=datetime(2026, 11, 24, 9, 30, tzinfo=UTC),
)


@pytest.fixture
def sink() -> Iterator[Sink]:
    with smtp_sink() as made:
        yield made


async def test_mail_arrives_with_its_message_id_and_both_parts(sink):
    answer = await SmtpSender(sink.url).send(MAIL)

    assert answer.startswith("Message accepted")
    content = sink.received[0].decode()
    assert "Message-ID: <1@havendossier.example.org>" in content
    assert "Auto-Submitted: auto-generated" in content
    assert "text/plain" in content
    assert "text/html" in content


async def test_what_does_not_arrive_is_returned_to_an_address_that_the_recipient_does_not_answer(sink):
    await SmtpSender(sink.url).send(MAIL)
    await SmtpSender(sink.url).send(msgspec.structs.replace(MAIL, envelope_sender="retour+0123@havendossier.example.org"))

    assert sink.senders == ["griffie@havendossier.example.org", "retour+0123@havendossier.example.org"]
    assert all("retour" not in content.decode() for content in sink.received)


@pytest.mark.parametrize(("at_recipient", "at_data"), [("451 Try again", "250 OK"), ("250 OK", "452 Full")])
async def test_server_that_refuses_for_now_is_tried_later(sink, at_recipient, at_data):
    sink.at_recipient, sink.at_data = at_recipient, at_data

    with pytest.raises(TryLater, match="45"):
        await SmtpSender(sink.url).send(MAIL)


@pytest.mark.parametrize(("at_recipient", "at_data"), [("550 No such user", "250 OK"), ("250 OK", "554 Spam")])
async def test_server_that_refuses_for_good_is_never_tried_again(sink, at_recipient, at_data):
    sink.at_recipient, sink.at_data = at_recipient, at_data

    with pytest.raises(NeverAccepted, match="55"):
        await SmtpSender(sink.url).send(MAIL)


async def test_server_that_is_not_there_is_tried_later():
    with pytest.raises(TryLater, match="niet bereikbaar"):
        await SmtpSender("smtp://127.0.0.1:1").send(MAIL)
