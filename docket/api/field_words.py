"""What the `#:` lines above the fields of a struct say, for the readers of the OpenAPI document."""

import re
from collections.abc import Iterable
from inspect import getsource
from typing import Any

import msgspec
from msgspec import inspect

_FIELD = re.compile(r"(\w+)\s*:(?!:)")


def described(kind: type[msgspec.Struct]) -> dict[str, str]:
    """Encoded name of a field to what is said of it; of base structs too."""
    said: dict[str, str] = {}
    for each in reversed(kind.__mro__[: kind.__mro__.index(msgspec.Struct)]):
        said |= _lines(getsource(each))
    info: Any = inspect.type_info(kind)
    return {field.encode_name: said[field.name] for field in info.fields if field.name in said}


def structs_of(kinds: Iterable[Any]) -> dict[str, type[msgspec.Struct]]:
    """Every struct within the types, by its name."""
    found: dict[str, type[msgspec.Struct]] = {}
    waiting: list[Any] = list(inspect.multi_type_info(kinds))
    while waiting:
        match waiting.pop():
            case inspect.StructType(cls=cls, fields=fields):
                if cls.__name__ not in found:
                    found[cls.__name__] = cls
                    waiting += [field.type for field in fields]
            case inspect.Metadata(type=inner):
                waiting.append(inner)
            case inspect.UnionType(types=types):
                waiting += types
            case inspect.VarTupleType(item_type=item) | inspect.ListType(item_type=item):
                waiting.append(item)
    return found


def _sentence(text: str) -> str:
    """As the readers of JSON say it."""
    text = re.sub(r"\bNone\b", "null", text)
    return text[:1].upper() + text[1:] + ("" if text.endswith(".") else ".")


def _lines(source: str) -> dict[str, str]:
    said: dict[str, str] = {}
    above: list[str] = []
    for line in map(str.strip, source.splitlines()):
        if line.startswith("#:"):
            above.append(line.removeprefix("#:").strip())
        else:
            if above and (field := _FIELD.match(line)):
                said[field[1]] = _sentence(" ".join(above))
            above = []
    return said
