"""A typed form as the registration contract: the same decoding as every door, its faults brought back to the fields."""

from typing import Any

import msgspec

from docket.contract import Report, report_faults
from docket.decoding import MAX_SUBMISSION_BYTES, decode_value
from docket.errors import BadInput, Issue, PayloadTooLarge
from docket.identifiers import check
from docket.web import typed, words
from docket.web.fields import ALL_ROWS, FIELDS, Field, Rows
from docket.web.form import KNOWN, Form, Row, blank, field_name

#: Fields of forms that ask by the address of their page.
_IN_ADDRESS = ("dag", "wet")


class Fault(msgspec.Struct, frozen=True, kw_only=True):
    """One fault beside its field and in the summary."""

    #: Name of the form's field, or of the row or list when no field of the form holds it.
    name: str
    #: Where, in words: "Plaats 2, kaainummer".
    where: str
    detail: str

    @property
    def anchored(self) -> bool:
        """Whether the page has an element of this name; what the contract does not know has none."""
        return (
            self.name.startswith("_")
            or self.name in _IN_ADDRESS
            or self.name in FIELDS
            or any(self.name == one or self.name.startswith(f"{one}/") for one in ALL_ROWS)
        )


class Submission(msgspec.Struct, frozen=True, kw_only=True):
    """The form as a report, or its faults."""

    report: Report | None
    faults: tuple[Fault, ...] = ()


def decode_form(form: Form, *, keep_blank_rows: bool = False) -> Submission:
    """Blank rows of a new report are dropped; those of a file's own report stay, they may hold a known row."""
    value, positions = contract_of(form, keep_blank_rows)
    try:
        size = len(msgspec.json.encode(value))
    except UnicodeEncodeError:
        size = 0
    if size > MAX_SUBMISSION_BYTES:
        raise PayloadTooLarge(f"De inzending telt {size} bytes; de grens is {MAX_SUBMISSION_BYTES} bytes (2 MiB).")
    try:
        return Submission(report=decode_value(value, Report, report_faults))
    except BadInput as refusal:
        return Submission(report=None, faults=tuple(_fault(issue, positions) for issue in refusal.issues))


def contract_of(form: Form, keep_blank_rows: bool) -> tuple[dict[str, Any], dict[str, str]]:
    """The contract's JSON value, and where each of its rows stands in the form."""
    value: dict[str, Any] = {"origin": {}}
    positions: dict[str, str] = {}
    for name, text in form.values.items():
        _put(value, name, typed.read(FIELDS[name].kind if name in FIELDS else "text", text))
    for rows, listed in form.rows.items():
        kept = []
        for index, row in enumerate(listed):
            if blank(row) and (kind := ALL_ROWS[rows]) and (kind.plain or not keep_blank_rows):
                continue
            positions[f"{rows}/{len(kept)}"] = f"{rows}/{index}"
            kept.append(_row_value(ALL_ROWS[rows], row))
        _put(value, rows, kept)
    return value, positions


def identifier_notes(form: Form) -> dict[str, str]:
    """Name of a field -> why the number in it does not hold; it is kept all the same."""
    notes = {}
    for name, field in FIELDS.items():
        if field.identifier and (text := form.values.get(name, "").strip()):
            notes[name] = check(field.identifier, text).message
    for rows, listed in form.rows.items():
        for field in ALL_ROWS[rows].fields:
            for index, row in enumerate(listed):
                if field.identifier and (text := row.get(field.name, "").strip()):
                    notes[field_name(rows, index, field.name)] = check(field.identifier, text).message
    return {name: note for name, note in notes.items() if note}


def notes_of(form: Form) -> dict[str, str]:
    """Name of a field -> what to look at beside it; none of it stops a registration."""
    notes = identifier_notes(form)
    for index, row in enumerate(form.rows.get("persons", ())):
        if not blank(row) and not row.get("role", "").strip():
            notes[f"persons/{index}/role"] = "zonder hoedanigheid telt deze persoon niet als verdachte."
    return notes


def where(name: str) -> str:
    """A field's place on the screen in words."""
    if name in FIELDS:
        return FIELDS[name].label
    for rows, kind in ALL_ROWS.items():
        if name == rows or name.startswith(f"{rows}/"):
            number, _, rest = name.removeprefix(rows).removeprefix("/").partition("/")
            if not number:
                return kind.singular
            field = _field_of(kind, rest)
            row = f"{kind.singular} {int(number) + 1}"
            return row if kind.plain or field is None else f"{row}, {words.lowered(field.label)}"
    return name


def _row_value(kind: Rows, row: Row) -> Any:
    if kind.plain:
        return row.get("", "").strip()
    fields = {field.name: field for field in kind.fields}
    value: dict[str, Any] = {}
    for name, text in row.items():
        people, _, part = name.partition("/")
        if part == KNOWN:
            value.setdefault(people, {})
            continue
        if people in fields and fields[people].kind == "people":
            continue
        _put(value, name, typed.read(fields[name].kind if name in fields else "text", text))
    for field in kind.fields:
        if field.kind == "people" and row.get(f"{field.name}/mode") == "some":
            prefix = f"{field.name}/has/"
            value[field.name] = [name.removeprefix(prefix) for name in row if name.startswith(prefix)]
    return value


def _put(value: dict[str, Any], name: str, item: Any) -> None:
    if item is None:
        return
    *parents, last = name.split("/")
    for parent in parents:
        inner = value.setdefault(parent, {})
        if not isinstance(inner, dict):
            return
        value = inner
    value[last] = item


def _fault(issue: Issue, positions: dict[str, str]) -> Fault:
    name = issue.name.removeprefix("/")
    row = next((row for row in sorted(positions, key=len, reverse=True) if name == row or name.startswith(f"{row}/")), None)
    if row is not None:
        name = positions[row] + name.removeprefix(row)
    rows = next((kind for kind in ALL_ROWS.values() if name.startswith(f"{kind.name}/")), None)
    field = FIELDS.get(name)
    if rows is not None:
        number, _, rest = name.removeprefix(f"{rows.name}/").partition("/")
        field = _field_of(rows, rest)
        # What has no field of its own is told at the row.
        name = field_name(rows.name, int(number), field.name if field else "")
    return Fault(name=name, where=where(name), detail=_advice(issue, field))


def _field_of(kind: Rows, name: str) -> Field | None:
    """The field of a row that a pointer below it is about: `persons/1` is about `persons`."""
    return next((field for field in kind.fields if name == field.name or (field.name and name.startswith(f"{field.name}/"))), None)


def _advice(issue: Issue, field: Field | None) -> str:
    """The contract's own message, with the form's notation in place of the JSON one."""
    if field is not None and field.kind in typed.ADVICE and issue.type == "schemaViolation":
        return typed.ADVICE[field.kind]
    if field is not None and field.titles and field.kind != "text" and issue.type == "schemaViolation":
        return f"Deze waarde bestaat niet; kies uit: {', '.join(field.titles.values())}."
    detail = issue.detail
    for written, asked in (
        ("JJJJ-MM-DD, JJJJ-MM of JJJJ", "dd/mm/jjjj, mm/jjjj of jjjj"),
        (" (committedFrom)", ""),
        ("met dit id ", ""),
        ("true of false", "ja of nee"),
    ):
        detail = detail.replace(written, asked)
    return detail


def title_of(field: Field, text: str) -> str:
    """What a read-only page shows for a typed value."""
    return words.title(field.titles, text) if field.titles else text
