"""A docket entry in words: what was done, by whom, and what it changed."""

from datetime import datetime
from typing import Any

import msgspec

from docket import entry_lines, titles
from docket.store.search import EntryLine
from docket.web import words
from docket.web.changes import ChangeView, change_view
from routing import Law


class EntryView(msgspec.Struct, frozen=True, kw_only=True):
    seq: int
    title: str
    entered_at: datetime
    #: A function code in words, never a name.
    entered_by: str
    reason: str
    #: What else the entry says, a line each.
    lines: tuple[str, ...]
    changes: tuple[ChangeView, ...]
    erased: bool
    hash: str


def entry_view(entry: EntryLine, law: Law, titles_of: words.LawTitles) -> EntryView:
    """`titles_of` are those of the law, made once for all entries."""
    content: dict[str, Any] = entry.content if isinstance(entry.content, dict) else {}
    return EntryView(
        seq=entry.seq,
        title=entry_lines.title_of(entry.kind),
        entered_at=entry.entered_at,
        entered_by=titles.who(entry.entered_by),
        reason=str(content.get("reason") or content.get("failure") or ""),
        lines=tuple(entry_lines.lines_of(entry.kind, content, law)),
        changes=tuple(
            change_view(one["path"], one.get("before"), one.get("after"), titles_of.offences) for one in content.get("changes") or ()
        ),
        erased=entry.erased_at is not None,
        hash=entry.hash,
    )
