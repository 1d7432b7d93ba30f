"""Writes docs/mails.md from docket/mailing.py: `python -m docket.mail_page`."""

import sys
from pathlib import Path

from docket import mailing

FILE = Path(__file__).resolve().parent.parent / "docs" / "mails.md"


def main() -> int:
    FILE.write_text(mailing.page())
    return 0


if __name__ == "__main__":
    sys.exit(main())
