"""What comes back by mail is told apart: a report of a server, an automatic answer, a person; and of which mail it speaks."""

import pytest

from docket.mail import bounces
from docket.mail.incoming import Incoming, read
from docket.settings import Settings

OURS = "<0123456789abcdef@havendossier.example.org>"
#: As Postfix writes it (RFC 3464), with the headers of our mail behind it.
DSN = f"""From: MAILER-DAEMON@mx.politie.example.org (Mail Delivery System)
To: griffie@havendossier.example.org
Subject: Undelivered Mail Returned to Sender
Message-ID: <20261126090500.AAA@mx.politie.example.org>
Auto-Submitted: auto-replied
MIME-Version: 1.0
Content-Type: multipart/report; report-type=delivery-status; boundary="B"

--B
Content-Type: text/plain; charset=us-ascii

This is the mail system. Your message could not be delivered.

--B
Content-Type: message/delivery-status

Reporting-MTA: dns; mx.politie.example.org
Arrival-Date: Thu, 26 Nov 2026 09:05:00 +0100

Final-Recipient: rfc822; rechercheur@politie.example.org
Action: failed
Status: 5.1.1
Diagnostic-Code: smtp; 550 5.1.1 <rechercheur@politie.example.org>: Recipient address rejected

--B
Content-Type: {{kind}}

From: griffie@havendossier.example.org
Message-ID: {OURS}
Subject: Dossier HAV-2026-000001: geregistreerd

--B--
"""


SETTINGS = Settings(mail_sender="griffie@havendossier.example.org", mail_bounce_address="retour@havendossier.example.org")


def came(text: str, settings: Settings = SETTINGS) -> Incoming:
    return read(text.replace("\n", "\r\n").encode(), settings)


@pytest.mark.parametrize("kind", ["text/rfc822-headers", "message/rfc822"])
def test_a_report_of_non_delivery_names_our_mail_and_why(kind: str) -> None:
    found = came(DSN.format(kind=kind))

    assert found == Incoming(
        incoming_id="<20261126090500.AAA@mx.politie.example.org>",
        kind="bounce",
        about=(OURS,),
        from_domain="mx.politie.example.org",
        status="5.1.1",
        diagnostic="550 5.1.1 (adres) Recipient address rejected",
    )


@pytest.mark.parametrize(("action", "kind"), [("delayed", "delayed"), ("delivered", "arrived"), ("relayed", "arrived"), ("odd", "bounce")])
def test_a_report_that_the_mail_is_late_or_arrived_is_no_bounce(action: str, kind: str) -> None:
    assert came(DSN.format(kind="message/rfc822").replace("Action: failed", f"Action: {action}")).kind == kind


@pytest.mark.parametrize(
    ("headers", "kind"),
    [
        ("Auto-Submitted: auto-replied", "autoReply"),
        ("Auto-Submitted: auto-generated; owner-email=a@b", "autoReply"),
        ("X-Autoreply: yes", "autoReply"),
        ("Precedence: auto_reply", "autoReply"),
        ("Auto-Submitted: no", "answer"),
        ("X-Nothing: said", "answer"),
    ],
)
def test_an_automatic_answer_is_told_from_that_of_a_person(headers: str, kind: str) -> None:
    found = came(f"From: Een Naam <iemand@Elders.Example.NET>\nMessage-ID: <1@x>\nIn-Reply-To: {OURS}\n{headers}\n\nafwezig tot maandag\n")

    assert (found.kind, found.about, found.from_domain, found.diagnostic) == (kind, (OURS,), "elders.example.net", None)


def test_a_server_that_writes_no_report_is_read_by_its_sender_and_the_mail_it_quotes() -> None:
    found = came(f"From: mailer-daemon@old.example.org\nSubject: failure notice\n\n550 5.2.2 over quota\n\nMessage-ID: {OURS}\n")

    assert (found.kind, found.about, found.status) == ("bounce", (OURS,), "5.2.2")


def test_the_references_of_an_answer_are_tried_from_the_last_to_the_first() -> None:
    assert came("From: a@b.c\nReferences: <1@x> <2@x>\nIn-Reply-To: <3@x>\n\n").about == ("<3@x>", "<2@x>", "<1@x>")


@pytest.mark.parametrize(
    "raw", [b"", b"\x00\xff\xfe", b"From: \xff\xff <\nContent-Type: multipart/report\n\n--", b"Content-Type: message/delivery-status\n\nx"]
)
def test_what_is_no_mail_is_read_as_an_answer_about_nothing_and_known_again(raw: bytes) -> None:
    found = read(raw, SETTINGS)

    assert (found.kind, found.about) == ("answer", ())
    assert found.incoming_id == read(raw, SETTINGS).incoming_id
    assert found.incoming_id != read(raw + b"\nmore", SETTINGS).incoming_id


BARE = """From: postmaster@old.example.org
Subject: failure
{header}

550 5.1.1 no such user
"""


def test_the_address_for_what_comes_back_bears_the_token_of_its_mail_and_nothing_else() -> None:
    message_id = bounces.new_message_id(SETTINGS)
    token = message_id[1:33]

    assert bounces.envelope_sender(message_id, SETTINGS) == f"retour+{token}@havendossier.example.org"
    assert bounces.message_id_of(f"RETOUR+{token.upper()}@Havendossier.example.org", SETTINGS) == message_id
    assert message_id != bounces.new_message_id(SETTINGS)


def test_without_the_setting_every_mail_is_returned_to_its_sender() -> None:
    without = Settings(mail_sender="griffie@havendossier.example.org")

    assert bounces.envelope_sender(bounces.new_message_id(without), without) == "griffie@havendossier.example.org"
    assert bounces.message_id_of(f"griffie+{'0' * 32}@havendossier.example.org", without) is None


@pytest.mark.parametrize("name", ["X-Original-To", "Delivered-To", "Envelope-To", "To"])
def test_a_bounce_that_quotes_nothing_of_the_mail_is_known_by_the_address_it_came_to(name: str) -> None:
    message_id = bounces.new_message_id(SETTINGS)
    address = bounces.envelope_sender(message_id, SETTINGS)

    found = came(BARE.format(header=f"{name}: Terug <{address}>"))
    assert (found.kind, found.about, found.status) == ("bounce", (message_id,), "5.1.1")


def test_the_address_it_came_to_is_surer_than_what_it_quotes() -> None:
    message_id = bounces.new_message_id(SETTINGS)
    delivered_to = f"Delivered-To: {bounces.envelope_sender(message_id, SETTINGS)}"
    quoting = DSN.format(kind="message/rfc822").replace("To: griffie@", f"{delivered_to}\nTo: griffie@", 1)

    assert came(quoting).about == (message_id, OURS)


@pytest.mark.parametrize(
    "address",
    [
        "retour@havendossier.example.org",
        "retour+HAV-2026-000001@havendossier.example.org",
        f"retour+{'0' * 31}@havendossier.example.org",
        f"retour+{'g' * 32}@havendossier.example.org",
        f"retour+{'0' * 32}@elders.example.net",
        f"iemand+{'0' * 32}@havendossier.example.org",
    ],
)
def test_another_address_is_that_of_no_mail(address: str) -> None:
    assert came(BARE.format(header=f"To: {address}")).about == ()
