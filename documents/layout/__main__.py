"""`python -m documents.layout` draws the Word templates of this checkout again."""

import sys
from collections.abc import Callable

from documents import templates
from documents.layout import jurisdiction_note, jurisdiction_note_defence, parliament_answer, receipt, transfer

#: By the code of the kind of document.
DRAWN: dict[str, Callable[[], bytes]] = {
    "jurisdiction_note": jurisdiction_note.draw,
    "jurisdiction_note_defence": jurisdiction_note_defence.draw,
    "parliament_answer": parliament_answer.draw,
    "receipt": receipt.draw,
    "transfer": transfer.draw,
}

if __name__ == "__main__":
    for code, draw in DRAWN.items():
        sys.stdout.write(f"{templates.write(code, draw())}\n")
