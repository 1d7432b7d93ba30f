"""A change of a fact in words: which field of which row, from what, to what."""

from collections.abc import Iterator, Mapping
from typing import Any

import msgspec

from docket.contract import Report
from docket.web import typed, words
from docket.web.fields import ALL_ROWS, FIELDS, Field, Rows
from docket.web.form import form_of


class ChangeView(msgspec.Struct, frozen=True, kw_only=True):
    where: str
    #: "niet gekend" where nothing stood.
    before: str
    after: str


def row_names(report: Report) -> dict[str, str]:
    """`persons/s1` -> "Persoon 1": the place of each row on the screen, by its id."""
    form = form_of(report)
    return {
        f"{rows}/{row['id']}": f"{ALL_ROWS[rows].singular} {index + 1}"
        for rows, listed in form.rows.items()
        for index, row in enumerate(listed)
        if row.get("id")
    }


def change_view(path: str, before: Any, after: Any, offences: words.Titles, names: Mapping[str, str] | None = None) -> ChangeView:
    """`path` names a row by its id: `/persons/s1/birthDate`."""
    name = path.removeprefix("/")
    rows = next((kind for kind in ALL_ROWS.values() if name == kind.name or name.startswith(f"{kind.name}/")), None)
    if rows is None:
        field = FIELDS.get(name)
        return _view(field.label if field else name, field, before, after, offences)
    row_id, _, rest = name.removeprefix(rows.name).removeprefix("/").partition("/")
    row = (names or {}).get(f"{rows.name}/{row_id}") or f"{rows.singular} {row_id}".rstrip()
    field = next((one for one in rows.fields if one.name == rest), None)
    if rest:
        label = f"{row}, {words.lowered(field.label)}" if field else f"{row}, {rest}"
        return _view(label, field, before, after, offences, rows)
    return _view(row, None, before, after, offences, rows)


def _view(where: str, field: Field | None, before: Any, after: Any, offences: words.Titles, rows: Rows | None = None) -> ChangeView:
    return ChangeView(where=where, before=_shown(field, before, offences, rows), after=_shown(field, after, offences, rows))


def _shown(field: Field | None, value: Any, offences: words.Titles, rows: Rows | None = None) -> str:
    if value is None or value == []:
        return "niet gekend" if not isinstance(value, list) else "geen"
    if isinstance(value, dict):
        return _row(value, rows, offences)
    if isinstance(value, list | tuple):
        return "; ".join(_row(one, rows, offences) for one in value) if value and isinstance(value[0], dict) else ", ".join(map(str, value))
    if field is not None and field.kind not in ("people", "place"):
        return words.title(offences if field.kind == "offence" else field.titles, typed.shown(field.kind, value))
    return typed.shown("yesNo", value) if isinstance(value, bool) else str(value)


def _row(row: dict[str, Any], rows: Rows | None, offences: words.Titles) -> str:
    """A whole row that came or went, in the words of the form."""
    fields = {field.name: field for field in rows.fields} if rows else {}
    parts = []
    for name, value in _flat(row):
        field = fields.get(name)
        parts.append(f"{words.lowered(field.label) if field else name}: {_shown(field, value, offences)}")
    return ", ".join(parts) or "lege rij"


def _flat(row: Mapping[str, Any], prefix: str = "") -> Iterator[tuple[str, Any]]:
    """`{"residence": {"country": "BE"}}` as `residence/country`; what is not known, and the id, is left out."""
    for name, value in row.items():
        if isinstance(value, dict):
            yield from _flat(value, f"{prefix}{name}/")
        elif value not in (None, [], "") and name != "id":
            yield prefix + name, value
