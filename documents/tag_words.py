"""What Jinja says of a broken tag, in Dutch: a head of office who writes a template reads it."""

import re

_NO_FILTER = re.compile(r"No (?:filter|test) named '([^']+)'")
_UNKNOWN_TAG = re.compile(r"unknown tag '([^']+)'")
_EXPECTED = re.compile(r"expected(?: token)? '([^']+)'")
_UNEXPECTED = re.compile(r"unexpected (?:char )?(['\"])(.+?)\1")
#: What Jinja calls the ends of a tag.
_ENDS = {"end of print statement": "}}", "end of statement block": "%}"}


def in_dutch(message: str) -> str:
    """Our own refusals are in Dutch already; a sentence of Jinja that no template of an office brings about stays as it is."""
    if said := _NO_FILTER.search(message):
        return f"er is geen bewerking “{said[1]}”"
    if said := _UNKNOWN_TAG.search(message):
        return f"er is geen tag “{said[1]}”"
    if "Expected an expression" in message:
        return "er ontbreekt een gegeven"
    if said := _EXPECTED.search(message):
        return f"daar hoort “{_ENDS.get(said[1], said[1])}” te staan"
    if said := _UNEXPECTED.search(message):
        return f"“{said[2]}” staat daar verkeerd"
    return message or "niet te lezen"
