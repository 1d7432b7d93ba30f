"""What every entry of the docket shares."""

from typing import Any

import msgspec


class Entry(msgspec.Struct, frozen=True, kw_only=True, rename="camel"):
    """The shared shape; the kind of an entry is the name of its struct."""


def kind_of(entry: Entry) -> str:
    return type(entry).__name__


def content_of(entry: Entry) -> dict[str, Any]:
    """As the docket keeps it."""
    return msgspec.to_builtins(entry)
