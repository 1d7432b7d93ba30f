"""Words of a text as the rules compare them: accents, case and punctuation apart."""

from __future__ import annotations

import re
import unicodedata

WORD = re.compile(r"[^\W_]+")


def tokens(text: str) -> tuple[str, ...]:
    if not text.isascii():
        text = "".join(mark for mark in unicodedata.normalize("NFKD", text) if not unicodedata.combining(mark))
    return tuple(WORD.findall(text.casefold()))
