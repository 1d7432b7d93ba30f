"""The words by which a file is found: accents, case and the punctuation of numbers apart; pure."""

import re
import unicodedata
from collections.abc import Iterator

from docket import identifiers
from docket.contract import Report

#: More words than this do not narrow a search further.
MAX_WORDS = 12
#: Long texts are found by their first part.
_MAX_TEXT = 100_000
_NUMBER = re.compile(r"[\d\s./-]{7,}")


def text_of(report: Report) -> str:
    """What case_search holds for a file."""
    numbers = (_compact(identifiers.canonical(kind, text)) for _, kind, text in identifiers.identifiers_of(report))
    words = dict.fromkeys(word for text in _texts(report) for word in _words(text))
    return " ".join(dict.fromkeys((*numbers, *words)))[:_MAX_TEXT]


def patterns_of(query: str) -> tuple[str, ...]:
    """LIKE patterns that must all match, the longest first; empty when the query holds no word."""
    if number := _number(query):
        return (f"%{number}%",)
    words = sorted(dict.fromkeys(_words(query)), key=len, reverse=True)
    return tuple(f"%{word}%" for word in words[:MAX_WORDS])


def _number(query: str) -> str | None:
    """A number that was typed as a whole, however it is punctuated."""
    text = query.strip()
    if identifiers.parse_notice_number(text):
        return _compact(identifiers.canonical("noticeNumber", text))
    compact = _compact(text)
    if re.fullmatch(r"[a-z]{3}[ujzr]\d{7}", compact) or (_NUMBER.fullmatch(text) and len(compact) >= 7):
        return compact
    return None


def _texts(report: Report) -> Iterator[str]:
    yield from (text for text in (report.external_id, report.origin.unit, report.summary) if text)
    for row in (*report.places, *report.offences, *report.persons, *report.seizures, *report.vessels):
        for name in ("text", "quay", "dock", "terminal", "municipality", "sub_municipality", "family_name", "given_names",
                     "occupation", "name", "substance", "note"):  # fmt: skip
            if value := getattr(row, name, None):
                yield value


def _words(text: str) -> list[str]:
    return re.findall(r"[^\W_]+", _plain(text))


def _compact(text: str) -> str:
    return "".join(_words(text))


def _plain(text: str) -> str:
    decomposed = unicodedata.normalize("NFKD", text.casefold())
    return "".join(character for character in decomposed if not unicodedata.combining(character))
