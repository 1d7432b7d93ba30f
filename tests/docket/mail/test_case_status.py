"""The status mail holds only what may leave the office."""

import msgspec

from docket.mail import case_status
from docket.mail.case_status import EXAMPLE, deliveries
from docket.mail.rendering import render
from docket.settings import Settings

MESSAGE_IDS = tuple(f"<{number}@havendossier.example.org>" for number in range(9))


def settings(**changes):
    return msgspec.structs.replace(Settings(), mail_domains=("politie.example.org",), **changes)


def test_status_mail_has_no_field_for_what_may_not_leave_the_office():
    allowed = {"case_number", "notice_number", "status", "changed_on", "offices", "asked", "due_on", "phone"}

    assert set(case_status.CaseStatusMail.__struct_fields__) == allowed


def test_status_mail_names_case_notice_number_status_day_and_office():
    mail = render(case_status.MAIL, EXAMPLE)

    for part in (mail.text, mail.html):
        for shown in ("HAV-2026-000001", "DE.60.SP.001234/2023", "geregistreerd", "23/11/2026", "Parket Antwerpen, havenprocureurs"):
            assert shown in part
        assert "http" not in part


def test_text_of_a_mail_is_plain_and_its_html_is_escaped():
    mail = render(case_status.MAIL, msgspec.structs.replace(EXAMPLE, notice_number="A & B <x>"))

    assert "A & B <x>" in mail.text
    assert "A &amp; B &lt;x&gt;" in mail.html


def test_mail_to_a_domain_that_is_not_allowed_is_refused_and_says_which():
    made = deliveries(EXAMPLE, ("iemand@elders.example.com",), settings(), MESSAGE_IDS)

    assert [each.state for each in made] == ["refused"]
    assert "elders.example.com" in (made[0].server_reply or "")


def test_address_that_is_no_address_is_kept_as_refused():
    made = deliveries(EXAMPLE, ("geen adres", "a@b@politie.example.org"), settings(), MESSAGE_IDS)

    assert [each.state for each in made] == ["refused", "refused"]


def test_mail_is_held_without_a_mail_server_and_queued_with_one():
    address = ("rechercheur@politie.example.org",)

    held = deliveries(EXAMPLE, address, settings(), MESSAGE_IDS)
    queued = deliveries(EXAMPLE, address, settings(smtp_url="smtp://127.0.0.1:2525"), MESSAGE_IDS)

    assert [held[0].state, queued[0].state] == ["held", "queued"]


def test_one_address_named_twice_gets_one_mail():
    made = deliveries(EXAMPLE, ("a@politie.example.org", " a@politie.example.org"), settings(), MESSAGE_IDS)

    assert [each.recipient for each in made] == ["a@politie.example.org"]


def test_undecided_file_says_that_the_office_is_still_to_be_decided():
    mail = render(case_status.MAIL, msgspec.structs.replace(EXAMPLE, offices=(), asked=()))

    assert "nog te beslissen" in mail.text
    assert "Van u wordt nu niets gevraagd." in mail.text
