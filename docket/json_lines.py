"""Reads a JSON Lines file in bounded memory: one object a line, never more than one line at a time."""

from collections.abc import Iterator
from typing import IO

import msgspec

from docket.decoding import MAX_SUBMISSION_BYTES
from docket.errors import PayloadTooLarge

_BYTE_ORDER_MARK = b"\xef\xbb\xbf"


class Line(msgspec.Struct, frozen=True, kw_only=True):
    number: int
    #: Without white space around it; empty for a line over the limit, which is never kept.
    raw: bytes
    #: How far the file was read, in bytes.
    read_until: int
    too_large: bool = False

    def content(self) -> bytes:
        """Raises PayloadTooLarge."""
        if self.too_large:
            raise PayloadTooLarge("Deze lijn is groter dan 2 MiB; splits ze of kort ze in.")
        return self.raw


def lines_of(file: IO[bytes]) -> Iterator[Line]:
    """The lines that hold something; a byte order mark that some editors put at the begin is skipped."""
    number = read_until = 0
    while piece := file.readline(MAX_SUBMISSION_BYTES + 2):
        number += 1
        read_until += len(piece)
        raw = piece.removeprefix(_BYTE_ORDER_MARK).strip() if number == 1 else piece.strip()
        too_large = len(raw) > MAX_SUBMISSION_BYTES
        while not piece.endswith(b"\n") and (piece := file.readline(MAX_SUBMISSION_BYTES)):
            too_large = True
            read_until += len(piece)
        if raw or too_large:
            yield Line(number=number, raw=b"" if too_large else raw, read_until=read_until, too_large=too_large)
