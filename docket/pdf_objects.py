"""Every object of a PDF, also one that nothing leads to, that an object stream packs or that a later revision replaced; pure."""

import io
import re
from collections.abc import Iterator
from typing import IO, Any

import pypdf
from pypdf.generic import DictionaryObject, IndirectObject, StreamObject, read_object

#: Where an object begins, whatever the table of the file says of it.
_BEGINS = re.compile(rb"(?<![0-9])[0-9]{1,10}[\0\t\n\f\r ]+[0-9]{1,5}[\0\t\n\f\r ]+obj(?![A-Za-z])")
_PIECE = 1024 * 1024
#: Longer than any head of an object.
_OVERLAP = 64
_INDEX = re.compile(rb"[0-9]+")


def listed(reader: pypdf.PdfReader) -> Iterator[IndirectObject]:
    """What the tables of the file name."""
    for generation, places in reader.xref.items():
        yield from (IndirectObject(number, generation, reader) for number in places)
    yield from (IndirectObject(number, 0, reader) for number in reader.xref_objStm)


def standing(reader: pypdf.PdfReader, content: IO[bytes]) -> Iterator[Any]:
    """
    In their order in the bytes; what a stream of objects packs comes behind it.

    Raises what pypdf raises for an object that it cannot read.
    """
    for at in _beginnings(content):
        content.seek(at)
        reader.read_object_header(content)
        found = read_object(content, reader)
        yield found
        if isinstance(found, StreamObject) and found.get("/Type") == "/ObjStm":
            yield from _packed(found, reader)


def _beginnings(content: IO[bytes]) -> list[int]:
    """Places in the file."""
    content.seek(0)
    at, held, found = 0, b"", dict[int, None]()
    while piece := content.read(_PIECE):
        joined = held + piece
        found |= dict.fromkeys(at - len(held) + one.start() for one in _BEGINS.finditer(joined))
        at += len(piece)
        held = joined[-_OVERLAP:]
    return list(found)


def _packed(stream: StreamObject, reader: pypdf.PdfReader) -> Iterator[Any]:
    """Raises ValueError where the index of the stream points outside it."""
    data, first = stream.get_data(), int(_number(stream, "/First"))
    index = [int(one) for one in _INDEX.findall(data[:first])]
    packed = io.BytesIO(data)
    for offset in index[1::2]:
        if first + offset >= len(data):
            raise ValueError("an object outside its stream")
        packed.seek(first + offset)
        yield read_object(packed, reader)


def _number(here: DictionaryObject, key: str) -> Any:
    return here[key].get_object()
