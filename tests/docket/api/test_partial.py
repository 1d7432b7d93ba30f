"""A part of a stored file is what it says that it is: an interrupted fetch goes on where it stopped, and never mixes two versions."""

import httpx
import pytest

from docket.deps import Deps
from docket.errors import RangeNotSatisfiable
from docket.mail.sending import MemorySender
from docket.partial import part_of
from docket.worker.queue import drain
from tests.docket.api.registering import registered


@pytest.mark.parametrize(
    ("wanted", "part"),
    [
        (None, None),
        ("bytes=0-9", (0, 9)),
        ("bytes=90-", (90, 99)),
        ("bytes=-10", (90, 99)),
        ("bytes=0-1000", (0, 99)),
        ("bytes=-1000", (0, 99)),
        ("bytes=99-99", (99, 99)),
        ("BYTES = 5 - 6", (5, 6)),
        ("bytes=9-3", None),
        ("bytes=-", None),
        ("bytes=0-1,5-6", None),
        ("lines=0-1", None),
        ("bytes=a-b", None),
        ("bytes=٣-٤", None),
    ],
)
def test_a_range_names_its_bytes_and_what_is_no_range_gives_the_whole(wanted, part):
    assert part_of(wanted, None, "x", 100) == part


@pytest.mark.parametrize("wanted", ["bytes=100-", "bytes=100-200", "bytes=-0"])
def test_a_range_past_the_end_is_refused(wanted):
    with pytest.raises(RangeNotSatisfiable):
        part_of(wanted, None, "x", 100)


@pytest.mark.parametrize(("if_range", "part"), [('"x"', (0, 9)), ('W/"x"', None), ('"y"', None), ("Thu, 26 Nov 2026 09:00:00 GMT", None)])
def test_a_part_is_given_of_the_same_version_only(if_range, part):
    assert part_of("bytes=0-9", if_range, "x", 100) == part


async def test_a_document_comes_in_parts_that_make_the_whole(clerk: httpx.AsyncClient, deps: Deps, sender: MemorySender) -> None:
    number = await registered(clerk)
    address = (await clerk.post(f"/cases/{number}/documents", json={"kind": "receipt"})).headers["Location"].removeprefix("/api/v1")
    await drain(deps, sender)

    whole = await clerk.get(f"{address}/content")
    head = await clerk.get(f"{address}/content", headers={"Range": "bytes=0-999"})
    tail = await clerk.get(f"{address}/content", headers={"Range": "bytes=1000-", "If-Range": head.headers["ETag"]})
    stale = await clerk.get(f"{address}/content", headers={"Range": "bytes=1000-", "If-Range": '"another"'})
    past = await clerk.get(f"{address}/content", headers={"Range": f"bytes={len(whole.content)}-"})
    seen = await clerk.get(f"{address}/content", headers={"Range": "bytes=0-9", "If-None-Match": head.headers["ETag"]})

    size = len(whole.content)
    assert (whole.status_code, whole.headers["Accept-Ranges"]) == (200, "bytes")
    assert (head.status_code, head.headers["Content-Range"]) == (206, f"bytes 0-999/{size}")
    assert (tail.status_code, head.content + tail.content) == (206, whole.content)
    assert (stale.status_code, stale.content) == (200, whole.content)
    assert (past.status_code, past.headers["Content-Range"], past.json()["type"][-19:]) == (416, f"bytes */{size}", "rangeNotSatisfiable")
    assert (seen.status_code, seen.content) == (304, b"")
