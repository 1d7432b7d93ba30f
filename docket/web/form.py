"""What a clerk typed, exactly as typed: read from a posted form, kept as a draft, filled from a file, rows added and removed."""

import re
from collections.abc import Iterable, Mapping
from typing import Any
from urllib.parse import parse_qsl

import msgspec

from docket.contract import Report
from docket.decoding import MAX_ROWS
from docket.errors import BadInput, Issue, PayloadTooLarge
from docket.web.fields import ALL_ROWS, FIELDS, Field, Rows
from docket.web.typed import shown

#: Names that steer the form and are no part of the report.
CONTROL = "_"
#: Marks a part of a row that the file holds, even when nothing in it is filled in.
KNOWN = "known"
MAX_FORM_FIELDS = 60_000
_ROW_NAME = re.compile(rf"^({'|'.join(map(re.escape, ALL_ROWS))})/(\d{{1,4}})(?:/(.+))?$")

#: More people than this get their rows by import.
MOST_SPLIT = 50

Row = dict[str, str]


class Form(msgspec.Struct, frozen=True, kw_only=True):
    """Fields by their name in the contract; rows by the name of their list, a plain row under the empty name."""

    values: dict[str, str] = {}
    rows: dict[str, list[Row]] = {}

    def row(self, rows: str, index: int) -> Row:
        return self.rows[rows][index]


def new_form() -> Form:
    """What an empty screen starts with: one place and one offence, both dropped when they stay empty."""
    return add_row(add_row(Form(), "places"), "offences")


def posted_pairs(body: bytes) -> list[tuple[str, str]]:
    """Names and values of a urlencoded form, with the line ends of the register; raises PayloadTooLarge or BadInput."""
    try:
        pairs = parse_qsl(body.decode("ascii"), keep_blank_values=True, max_num_fields=MAX_FORM_FIELDS, errors="strict")
    except UnicodeError:
        raise BadInput(issues=(Issue(type="invalidStructure", detail="Dit formulier is geen tekst in UTF-8; zend het opnieuw."),)) from None
    except ValueError:
        raise PayloadTooLarge(f"Het formulier telt meer dan {MAX_FORM_FIELDS} velden; splits de inzending.") from None
    return [(name, value.replace("\r\n", "\n").replace("\r", "\n")) for name, value in pairs]


def read_form(pairs: Iterable[tuple[str, str]]) -> Form:
    """The report part of a posted form; names that the contract does not know stay in it, to be refused by name."""
    values: dict[str, str] = {}
    numbered: dict[str, dict[int, Row]] = {}
    for name, value in pairs:
        if name.startswith(CONTROL):
            continue
        match = _ROW_NAME.match(name)
        if match is None:
            values[name] = value
            continue
        rows, index, field = match[1], int(match[2]), match[3] or ""
        if index > 2 * MAX_ROWS:
            raise PayloadTooLarge(f"De lijst {rows} telt meer dan {MAX_ROWS} rijen; splits de inzending.")
        numbered.setdefault(rows, {}).setdefault(index, {})[field] = value
    return Form(values=values, rows={rows: [found[index] for index in sorted(found)] for rows, found in numbered.items()})


def add_row(form: Form, rows: str) -> Form:
    """One more row at the end of a list, with a free id and what a row made by hand starts with."""
    return with_row(form, rows, {field.name: field.initial for field in ALL_ROWS[rows].fields if field.initial})


def with_row(form: Form, rows: str, values: Mapping[str, str] | None = None) -> Form:
    kind = ALL_ROWS[rows]
    row: Row = {"": ""} if kind.plain else {"id": _free_id(form, kind)} if kind.id_letter else {}
    return _with_rows(form, rows, [*form.rows.get(rows, []), row | dict(values or {})])


def plain_row(form: Form, rows: str, text: str) -> Form:
    """A list of plain texts with one more text, in the first empty row."""
    listed = form.rows.get(rows, [])
    empty = next((index for index, row in enumerate(listed) if blank(row)), None)
    return with_row(form, rows, {"": text}) if empty is None else set_in_row(form, rows, empty, {"": text})


def remove_row(form: Form, rows: str, index: int) -> Form:
    """A reference to the removed row stays in the form and is told as a fault: only the clerk knows what it should become."""
    return _with_rows(form, rows, [row for number, row in enumerate(form.rows.get(rows, [])) if number != index])


def split_person(form: Form, index: int) -> Form:
    """One row for each of the people that a row stands for: the first keeps its id, each keeps what was known of all."""
    row = form.rows.get("persons", [])[index]
    several = splittable(row)
    if not several:
        return form
    known = {name: value for name, value in row.items() if name not in ("id", "sameAs", "count")}
    form = set_in_row(form, "persons", index, {"count": "1"})
    old = row.get("id", "")
    for _ in range(several - 1):
        form = with_row(form, "persons", {**known, "count": "1"})
        form = _named_beside(form, old, form.rows["persons"][-1]["id"])
    return form


def splittable(row: Row) -> int:
    """How many rows a row of persons can become; 0 = it stands for one, or for nobody knows how many."""
    text = row.get("count", "").strip()
    count = int(text) if text.isascii() and text.isdecimal() and len(text) < 5 else 0
    return count if 2 <= count <= MOST_SPLIT else 0


def with_values(form: Form, values: Mapping[str, str]) -> Form:
    return msgspec.structs.replace(form, values=form.values | dict(values))


def set_in_row(form: Form, rows: str, index: int, values: Mapping[str, str]) -> Form:
    return _with_rows(form, rows, [{**row, **values} if number == index else row for number, row in enumerate(form.rows[rows])])


def blank(row: Row) -> bool:
    return all(not value.strip() for name, value in row.items() if name not in ("id", "sameAs") and not name.endswith(f"/{KNOWN}"))


def form_of(report: Report) -> Form:
    """A file's report as the form shows it."""
    value = msgspec.to_builtins(report)
    values = {name: shown(field.kind, found) for name, field in FIELDS.items() if (found := _at(value, name)) is not None}
    rows = {name: [_row_of(kind, item) for item in _at(value, name) or ()] for name, kind in ALL_ROWS.items()}
    return Form(values=values, rows={name: listed for name, listed in rows.items() if listed})


def pairs_of(form: Form) -> list[tuple[str, str]]:
    """The form as a browser posts it."""
    pairs = list(form.values.items())
    for rows, listed in form.rows.items():
        for index, row in enumerate(listed):
            pairs += [(field_name(rows, index, name), value) for name, value in row.items()]
    return pairs


def field_name(rows: str, index: int, name: str) -> str:
    return f"{rows}/{index}/{name}" if name else f"{rows}/{index}"


def _row_of(kind: Rows, item: Any) -> Row:
    if kind.plain:
        return {"": item}
    row = {name: item[name] for name in ("id", "sameAs") if item.get(name)}
    row |= {f"{name}/{KNOWN}": "1" for name in ("residence", "registeredSeat") if item.get(name) is not None}
    for field in kind.fields:
        found = _at(item, field.name)
        if field.kind == "people":
            row |= _people(field, found)
        elif found is not None:
            row[field.name] = shown(field.kind, found)
    return row


def _people(field: Field, ids: list[str] | None) -> Row:
    if ids is None:
        return {}
    return {f"{field.name}/mode": "some"} | {f"{field.name}/has/{one}": one for one in ids}


def _at(value: Any, name: str) -> Any:
    for part in name.split("/"):
        value = value.get(part) if isinstance(value, dict) else None
    return value


def _free_id(form: Form, kind: Rows) -> str:
    taken = {row.get("id") for row in form.rows.get(kind.name, [])}
    return next(free for number in range(1, len(taken) + 2) if (free := f"{kind.id_letter}{number}") not in taken)


def _named_beside(form: Form, old: str, new: str) -> Form:
    """An offence that names one person names the other too."""
    marked = [row | {f"persons/has/{new}": "1"} if f"persons/has/{old}" in row else row for row in form.rows.get("offences", [])]
    return _with_rows(form, "offences", marked) if marked else form


def _with_rows(form: Form, rows: str, listed: list[Row]) -> Form:
    return msgspec.structs.replace(form, rows=form.rows | {rows: listed})
