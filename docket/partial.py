"""The bytes of a stored file, whole or the part that is asked for: Range and If-Range of RFC 9110, chapters 13 and 14."""

import re
from collections.abc import AsyncIterator, Callable, Mapping
from typing import Any

from litestar import Request, Response
from litestar.response import Stream

from docket.errors import RangeNotSatisfiable

_ONE_RANGE = re.compile(r"bytes\s*=\s*(\d{0,18})\s*-\s*(\d{0,18})", re.ASCII | re.IGNORECASE)


def stored_file(request: Request[Any, Any, Any], content: bytes, *, tag: str, media_type: str, name: str) -> Response[bytes]:
    """200 or 206; `tag` without quotes. Raises RangeNotSatisfiable. A caller that has it already gets 304 (docket/exchange.py)."""
    headers = {"ETag": f'"{tag}"', "Content-Disposition": f'attachment; filename="{name}"', "Accept-Ranges": "bytes"}
    part = None
    if not _seen(request, tag):
        part = part_of(request.headers.get("range"), request.headers.get("if-range"), tag, len(content))
    if part is None:
        return Response(content, media_type=media_type, headers=headers)
    first, last = part
    headers["Content-Range"] = f"bytes {first}-{last}/{len(content)}"
    return Response(content[first : last + 1], status_code=206, media_type=media_type, headers=headers)


def stored_stream(
    request: Request[Any, Any, Any],
    read: Callable[[int, int], AsyncIterator[bytes]],
    *,
    size: int,
    tag: str,
    media_type: str,
    name: str,
    headers: Mapping[str, str] = {},
) -> Stream:
    """The same of a file that is never whole in memory; `read` gives it from a first to a last byte."""
    part = None
    if not _seen(request, tag):
        part = part_of(request.headers.get("range"), request.headers.get("if-range"), tag, size)
    first, last = part or (0, size - 1)
    said = {"ETag": f'"{tag}"', "Content-Disposition": f'attachment; filename="{name}"', "Accept-Ranges": "bytes"}
    said |= {"Content-Length": str(last - first + 1), **headers}
    if part is not None:
        said["Content-Range"] = f"bytes {first}-{last}/{size}"
    return Stream(read(first, last), status_code=200 if part is None else 206, media_type=media_type, headers=said)


def part_of(wanted: str | None, if_range: str | None, tag: str, size: int) -> tuple[int, int] | None:
    """First and last byte; None = the whole: no range, several, one that is not understood, or of another version."""
    found = _ONE_RANGE.fullmatch((wanted or "").strip())
    # A weak tag never holds for a range, and a day is no validator here: no file tells when it was changed.
    if found is None or (if_range is not None and if_range.strip() != f'"{tag}"'):
        return None
    first, last = found.groups()
    if not first and not last:
        return None
    if not first:
        count = min(int(last), size)
        if count == 0:
            raise RangeNotSatisfiable(size)
        return size - count, size - 1
    if last and int(last) < int(first):
        return None
    if int(first) >= size:
        raise RangeNotSatisfiable(size)
    return int(first), min(int(last), size - 1) if last else size - 1


def _seen(request: Request[Any, Any, Any], tag: str) -> bool:
    asked = request.headers.get("if-none-match", "")
    return asked.strip() == "*" or f'"{tag}"' in [each.strip().removeprefix("W/") for each in asked.split(",")]
