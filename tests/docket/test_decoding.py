"""A body that is too short or too long is refused field by field, never a failure of the service."""

from typing import Annotated

import msgspec
import pytest
from msgspec import Meta

from docket.api import examples
from docket.api.connected import Joinder
from docket.decoding import decode_value
from docket.errors import BadInput


class Sized(msgspec.Struct, frozen=True, kw_only=True):
    name: Annotated[str, Meta(min_length=1, max_length=3)]
    codes: Annotated[tuple[str, ...], Meta(min_length=1, max_length=2)]
    note: Annotated[str, Meta(max_length=3)] | None = None


@pytest.mark.parametrize(
    ("body", "where"),
    [
        ({"name": "", "codes": ["a"]}, "/name"),
        ({"name": "abcd", "codes": ["a"]}, "/name"),
        ({"name": "a", "codes": []}, "/codes"),
        ({"name": "a", "codes": ["a", "b", "c"]}, "/codes"),
        ({"name": "a", "codes": ["a"], "note": "abcd"}, "/note"),
    ],
)
def test_length_outside_its_limits_is_named(body, where):
    with pytest.raises(BadInput) as refused:
        decode_value(body, Sized)

    assert [(issue.type, issue.name) for issue in refused.value.issues] == [("outOfRange", where)]


def test_length_within_its_limits_is_taken():
    assert decode_value({"name": "abc", "codes": ["a", "b"], "note": "abc"}, Sized) == Sized(name="abc", codes=("a", "b"), note="abc")


@pytest.mark.parametrize(
    ("files", "where"),
    [
        ([], "/files"),
        (examples.JOINDER["files"] * 21, "/files"),
        ([{"caseNumber": "HAV-2026-000003", "samePersons": [{"there": "s1", "here": ""}]}], "/files/0/samePersons/0/here"),
    ],
)
def test_joinder_of_no_file_of_too_many_or_of_nobody_is_refused(files, where):
    with pytest.raises(BadInput) as refused:
        decode_value(examples.JOINDER | {"files": files}, Joinder)

    assert [issue.name for issue in refused.value.issues] == [where]
