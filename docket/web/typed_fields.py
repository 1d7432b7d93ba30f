"""The form of what only the maker of a document can say, drawn from the struct `typed` of its kind."""

from collections.abc import Collection, Mapping
from typing import Any, Literal

import msgspec
from msgspec import inspect

from docket.decoding import shape_of
from docket.web.submission import Fault
from docket.web.time_limits import day_typed
from docket.web.visit import Posted

FieldKind = Literal["text", "lines", "day", "number", "yesNo", "code", "codes"]
#: A text that may be longer gets several lines.
_ONE_LINE = 200
_PREFIX = "_veld_"


class TypedField(msgspec.Struct, frozen=True, kw_only=True):
    #: As the form posts it.
    name: str
    label: str
    hint: str
    kind: FieldKind
    long: bool
    #: Code -> words, of a field that holds codes.
    choices: Mapping[str, str]
    #: As it stands in the form; of `codes` one line each.
    value: str
    fault: str
    #: The document is not made while it stands empty.
    asked: bool = False

    @property
    def values(self) -> tuple[str, ...]:
        return tuple(self.value.splitlines())


def name_of(field: str) -> str:
    """Of a field of the form, by its JSON name."""
    return f"{_PREFIX}{field}"


def fields_of(
    typed: type[msgspec.Struct],
    choices: Mapping[str, Mapping[str, str]],
    values: Mapping[str, str],
    faults: tuple[Fault, ...] = (),
    asked: Collection[str] = (),
) -> tuple[TypedField, ...]:
    """
    The fields of the kind itself first, then those that it shares with others.

    `values`: text by JSON name, as `read` or `written` gives it; `asked`: JSON names of what may not stay empty.
    """
    found = []
    for field in sorted(shape_of(typed).fields, key=lambda one: one.name not in typed.__annotations__):
        words, info = _unwrapped(field.type)
        name = name_of(field.encode_name)
        found.append(
            TypedField(
                name=name,
                label=words.get("title", field.encode_name),
                hint=words.get("description", ""),
                kind=_kind(info, field.encode_name in choices),
                long=isinstance(info, inspect.StrType) and (info.max_length or _ONE_LINE + 1) > _ONE_LINE,
                choices=choices.get(field.encode_name, {}),
                value=values.get(field.encode_name, ""),
                fault=" ".join(fault.detail for fault in faults if fault.name == name),
                asked=field.encode_name in asked,
            )
        )
    return tuple(found)


def written(values: Mapping[str, Any]) -> dict[str, str]:
    """JSON values as they stand in the fields of the form."""
    return {name: _text(value) for name, value in values.items() if value is not None}


def typed_text(posted: Posted, typed: type[msgspec.Struct]) -> dict[str, str]:
    """What stands in each field, to show it again."""
    return {field.encode_name: "\n".join(posted.texts(name_of(field.encode_name))) for field in shape_of(typed).fields}


def read(posted: Posted, typed: type[msgspec.Struct]) -> dict[str, Any]:
    """JSON values by name; what is left empty is absent, and what cannot be read stays text for the decoder to name."""
    found: dict[str, Any] = {}
    for field in shape_of(typed).fields:
        _, info = _unwrapped(field.type)
        texts = [text.strip() for text in posted.texts(name_of(field.encode_name))]
        value = _value(info, [text for text in texts if text])
        if value is not None:
            found[field.encode_name] = value
    return found


def _value(info: inspect.Type, texts: list[str]) -> Any:
    if not texts:
        return None
    text = texts[0]
    match info:
        case inspect.VarTupleType():
            return [line.strip() for each in texts for line in each.splitlines() if line.strip()]
        case inspect.DateType():
            day = day_typed(text)
            return day.isoformat() if day else text
        case inspect.IntType():
            return int(text) if text.isascii() and text.isdecimal() and len(text) < len("1000000000000") else text
        case inspect.BoolType():
            return {"ja": True, "nee": False}.get(text, text)
    return text


def _text(value: Any) -> str:
    match value:
        case bool():
            return "ja" if value else "nee"
        case list() | tuple():
            return "\n".join(map(str, value))
    return str(value)


def _kind(info: inspect.Type, coded: bool) -> FieldKind:
    match info:
        case inspect.VarTupleType():
            return "codes" if coded else "lines"
        case inspect.DateType():
            return "day"
        case inspect.BoolType():
            return "yesNo"
    if coded:
        return "code"
    return "number" if isinstance(info, inspect.IntType) else "text"


def _unwrapped(info: inspect.Type) -> tuple[dict[str, str], inspect.Type]:
    """The Dutch title and hint of a field, and its type without None."""
    words: dict[str, str] = {}
    while isinstance(info, (inspect.Metadata, inspect.UnionType)):
        if isinstance(info, inspect.Metadata):
            words = {**words, **(info.extra_json_schema or {})}
            info = info.type
        else:
            info = next(each for each in info.types if not isinstance(each, inspect.NoneType))
    return words, info
