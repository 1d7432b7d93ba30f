"""Every mail has its folder of templates, its struct and its example, and no field for what may not leave the office."""

import importlib
from pathlib import Path

import msgspec
import pytest

from docket.mail.rendering import render

ROOT = Path(__file__).resolve().parents[2]
MAILS = sorted(folder.name for folder in (ROOT / "templates" / "mail").iterdir())
#: What a mail may say of a file; a new field is a decision of its own (DECISIONS.md, 7).
MAY_LEAVE = {"case_number", "notice_number", "status", "changed_on", "offices", "asked", "due_on", "phone", "link", "further"}
#: Of the list of a day: its lines, which hold the same, and the hour at which a mail was sent.
MAY_LEAVE |= {"sent", "changed", "sent_at"}
#: Lists of more than one file.
LISTS = {"daily"}


@pytest.mark.parametrize("name", MAILS)
def test_every_mail_renders_its_example_whole(name: str) -> None:
    module = importlib.import_module(f"docket.mail.{name}")
    mail = render(module.MAIL, module.EXAMPLE)

    assert name == module.MAIL
    for part in (mail.subject, mail.text, mail.html):
        assert name in LISTS or module.EXAMPLE.case_number in part
        assert "None" not in part
    # One link at most, to a page that opens after signing in.
    link = getattr(module.EXAMPLE, "link", "")
    assert "http" not in (mail.text + mail.html).replace(link or "no link", "")


@pytest.mark.parametrize("name", MAILS)
def test_no_mail_has_a_field_for_what_may_not_leave_the_office(name: str) -> None:
    example: msgspec.Struct = importlib.import_module(f"docket.mail.{name}").EXAMPLE

    parts = [example]
    for part in parts:
        assert set(part.__struct_fields__) <= MAY_LEAVE
        values = [getattr(part, field) for field in part.__struct_fields__]
        parts += [line for value in values if isinstance(value, tuple) for line in value if isinstance(line, msgspec.Struct)]
