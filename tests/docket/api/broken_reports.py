"""Hypothesis strategies: whole reports of the contract, and the same with one thing broken at a known place."""

import copy
from typing import Any, NamedTuple

from hypothesis import strategies as st
from msgspec import inspect

from docket.contract import Report
from docket.decoding import MAX_ROWS, MAX_TEXT_BYTES

#: Everything but what the contract refuses: control characters other than newline and tab, and lone surrogates.
TEXT = st.text(st.characters(exclude_categories=("Cc", "Cs"), include_characters="\n\t"), max_size=40)
DATES = st.sampled_from(["2023-05-26", "2024-02-29", "2023-05", "2023", "1999-12-31"])
INSTANTS = DATES | st.sampled_from(["2023-05-27T02:15:00+02:00", "2023-05-27T02:15:00.5Z"])
_DATED = {"birthDate": DATES, "arrestedAt": INSTANTS, "receivedOn": DATES, "seisedOn": DATES}
#: Filled in by `reports` itself: what refers to another row, and what a first report cannot have.
_TIED = frozenset({"id", "place", "foundAt", "persons", "sameAs", "externalId", "relatedCases", "committedFrom", "committedUntil"})


class Broken(NamedTuple):
    report: dict[str, Any]
    #: JSON pointer of what is wrong.
    path: str


@st.composite
def reports(draw: st.DrawFn) -> dict[str, Any]:
    """A submission that the register takes, with any of its fields."""
    places = draw(_rows("places", "p"))
    persons = draw(_rows("persons", "s"))
    offences = draw(_rows("offences", "o"))
    seizures = draw(_rows("seizures", "g"))
    place_ids = st.sampled_from([row["id"] for row in places] or [None])
    person_ids = [row["id"] for row in persons]
    for row in persons:
        row["foundAt"] = draw(place_ids)
    for row in seizures:
        row["place"] = draw(place_ids)
    for row in offences:
        row |= {"place": draw(place_ids), "committedFrom": draw(DATES), "persons": draw(st.none() | st.just(person_ids))}
    report = draw(_fields(inspect.type_info(Report), skipped={"places", "persons", "offences", "seizures"}))
    return report | {"places": places, "persons": persons, "offences": offences, "seizures": seizures}


@st.composite
def broken(draw: st.DrawFn, report: dict[str, Any]) -> Broken:
    """The report with one thing wrong; `path` is where."""
    path, info = draw(st.sampled_from(list(_nodes(report, inspect.type_info(Report), ""))))
    wrong, below = draw(st.sampled_from(list(_breakages(info, _at(report, path)))))
    return Broken(_with(report, path, wrong), path + below or "/")


def _rows(name: str, prefix: str) -> st.SearchStrategy[list[dict[str, Any]]]:
    info = next(field.type for field in inspect.type_info(Report).fields if field.encode_name == name)
    rows = st.lists(_fields(info.item_type, skipped=frozenset()), max_size=3)
    return rows.map(lambda made: [{"id": f"{prefix}{number}"} | row for number, row in enumerate(made, 1)])


@st.composite
def _fields(draw: st.DrawFn, info: Any, skipped: Any) -> dict[str, Any]:
    """Every field once in two times, and every required one."""
    made = {}
    for field in info.fields:
        if field.encode_name in _TIED | set(skipped):
            continue
        if field.required or draw(st.booleans()):
            made[field.encode_name] = draw(_DATED[field.encode_name] if field.encode_name in _DATED else _value(field.type))
    return made


def _value(info: Any) -> st.SearchStrategy[Any]:
    match _bare(info):
        case inspect.StructType() as struct:
            return _fields(struct, skipped=frozenset())
        case inspect.VarTupleType(item_type=item):
            return st.lists(_value(item), max_size=3)
        case inspect.LiteralType(values=values):
            return st.sampled_from(values)
        case inspect.StrType(pattern="^[A-Z]{2}$"):
            return st.sampled_from(["BE", "NL", "CO"])
        case inspect.StrType(pattern="^[a-z]{2}$"):
            return st.sampled_from(["nl", "fr"])
        case inspect.StrType():
            return TEXT
        case inspect.BoolType():
            return st.booleans()
        case inspect.IntType() as number:
            return st.integers(number.ge, number.le)
        case inspect.FloatType() as number:
            return st.floats(number.ge, number.le, allow_nan=False)
    raise TypeError(info)


def _bare(info: Any) -> Any:
    if isinstance(info, inspect.Metadata):
        return _bare(info.type)
    if isinstance(info, inspect.UnionType):
        inner = [item for item in info.types if not isinstance(item, inspect.NoneType)]
        if len(inner) > 1:
            return inspect.LiteralType(values=tuple(value for item in inner for value in _bare(item).values))
        return _bare(inner[0])
    return info


def _kind(info: Any) -> str | None:
    """partialDate or partialInstant, where the contract marks the field so."""
    if isinstance(info, inspect.Metadata):
        return (info.extra or {}).get("kind") or _kind(info.type)
    if isinstance(info, inspect.UnionType):
        return next((kind for item in info.types if (kind := _kind(item))), None)
    return None


def _nodes(value: Any, info: Any, path: str) -> Any:
    """Every place that is there, with its type."""
    if value is None:
        return
    yield path, info
    match _bare(info):
        case inspect.StructType(fields=fields):
            for field in fields:
                if field.encode_name in value:
                    yield from _nodes(value[field.encode_name], field.type, f"{path}/{field.encode_name}")
        case inspect.VarTupleType(item_type=item):
            for index, row in enumerate(value):
                yield from _nodes(row, item, f"{path}/{index}")


def _breakages(info: Any, value: Any) -> Any:
    """What may stand there instead, and where below it the fault lies."""
    match _bare(info):
        case inspect.StructType(fields=fields):
            yield "tekst", ""
            yield [], ""
            yield value | {"unknownField": 1}, "/unknownField"
            yield value | {"a/b~c": None}, "/a~1b~0c"
            for field in fields:
                if field.required:
                    yield {key: each for key, each in value.items() if key != field.encode_name}, f"/{field.encode_name}"
                    yield value | {field.encode_name: None}, f"/{field.encode_name}"
        case inspect.VarTupleType():
            yield {}, ""
            yield "tekst", ""
            yield [None] * (MAX_ROWS + 1), ""
        case inspect.LiteralType():
            yield from (("nonsense", ""), (1, ""), (True, ""))
        case inspect.StrType() as text:
            yield from ((7, ""), ([], ""), ("a\x00b", ""), ("a\x85b", ""), ("\x1b", ""), ("é" * (MAX_TEXT_BYTES // 2) + "a", ""))
            if _kind(info):
                yield from ((wrong, "") for wrong in ("2023-02-30", "2023-13", "23-01-01", "gisteren", "2023-05-26T25:00:00Z", ""))
            elif text.pattern:
                yield from (("BEL", ""), ("B\n", ""), ("", ""))
        case inspect.BoolType():
            yield from (("ja", ""), (1, ""))
        case inspect.IntType() as number:
            yield from (("1", ""), (1.5, ""), (True, ""), (number.ge - 1, ""), (number.le + 1, ""), (10**30, ""))
        case inspect.FloatType() as number:
            yield from (("1", ""), (False, ""), (number.ge - 1, ""), (number.le * 2 + 1, ""))


def _at(value: Any, path: str) -> Any:
    for part in path.split("/")[1:]:
        value = value[int(part)] if isinstance(value, list) else value[part]
    return value


def _with(report: dict[str, Any], path: str, wrong: Any) -> Any:
    if not path:
        return wrong
    changed = copy.deepcopy(report)
    parent, _, last = path.rpartition("/")
    holder = _at(changed, parent)
    holder[int(last) if isinstance(holder, list) else last] = wrong
    return changed
