"""What comes back by mail is told apart: a report of a server, an automatic answer, a person; and of which mail it speaks."""

import pytest

from docket.mail.incoming import Incoming, read

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


def came(text: str) -> Incoming:
    return read(text.replace("\n", "\r\n").encode())


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
    found = read(raw)

    assert (found.kind, found.about) == ("answer", ())
    assert found.incoming_id == read(raw).incoming_id
    assert found.incoming_id != read(raw + b"\nmore").incoming_id
