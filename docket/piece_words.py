"""
The first words of a Word file that came in, for its preview.

Run by `docket.conversion.apart` as a program of its own, with little memory and little time: what comes in may be made to break its reader.
"""

import os
import resource
import sys
import zipfile
from typing import IO

from docket.piece_files import MOST_MEMORY, MOST_PROCESSOR_SECONDS
from documents import difference

_TEXT = "word/document.xml"
#: Bytes of the text with its marks; a longer one has no preview.
_MOST_TEXT = 50 * 1024 * 1024
#: Characters of it: more than a preview shows.
_SHOWN = 10_000


def first_words(content: IO[bytes]) -> str:
    """The first paragraphs, each on a line. Raises what a ZIP or an XML that is broken raises: whoever asks gets nothing."""
    with zipfile.ZipFile(content) as parts:
        if parts.getinfo(_TEXT).file_size > _MOST_TEXT:
            raise ValueError("is too long")
        text = parts.read(_TEXT)
    return "\n".join(difference.body_words(text))[:_SHOWN]


if __name__ == "__main__":
    resource.setrlimit(resource.RLIMIT_AS, (MOST_MEMORY, MOST_MEMORY))
    resource.setrlimit(resource.RLIMIT_CPU, (MOST_PROCESSOR_SECONDS, MOST_PROCESSOR_SECONDS))
    # Whoever waits for a page goes first.
    os.nice(10)
    with os.fdopen(0, "rb") as given:
        sys.stdout.buffer.write(first_words(given).encode())
