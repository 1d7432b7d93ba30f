"""The facts of a file to read: what is known, in the order of the form, with a note beside a number that does not hold."""

import msgspec

from docket.web import words
from docket.web.case_form import choices_of, row_label
from docket.web.fields import PERSONS, PLACES, SECTIONS, Field, Rows
from docket.web.form import Form, Row, field_name
from docket.web.submission import identifier_notes

#: What the title of a row says already.
_IN_TITLE = frozenset({"role", "offence"})


class Fact(msgspec.Struct, frozen=True, kw_only=True):
    label: str
    text: str
    #: Why a number does not hold.
    note: str = ""


class FactRow(msgspec.Struct, frozen=True, kw_only=True):
    title: str
    facts: tuple[Fact, ...]


class FactSection(msgspec.Struct, frozen=True, kw_only=True):
    code: str
    title: str
    facts: tuple[Fact, ...]
    rows: tuple[FactRow, ...]


class Known(msgspec.Struct, frozen=True, kw_only=True):
    """What the rows of a file refer to, by id, and what is noted beside a field, by its name."""

    notes: dict[str, str]
    places: dict[str, str]
    persons: dict[str, str]


def facts_of_form(form: Form, offences: words.Titles) -> tuple[FactSection, ...]:
    """Sections that hold nothing are left out."""
    known = Known(notes=identifier_notes(form), places=choices_of(form, PLACES), persons=choices_of(form, PERSONS))
    notes = known.notes
    sections = []
    for section in SECTIONS:
        facts = [
            Fact(label=field.label, text=_text(field, form.values[field.name], known), note=notes.get(field.name, ""))
            for field in section.fields
            if form.values.get(field.name)
        ]
        rows: list[FactRow] = []
        for kind in section.rows:
            listed = form.rows.get(kind.name, [])
            if kind.plain:
                facts += [
                    Fact(label=kind.fields[0].label, text=row[""], note=notes.get(f"{kind.name}/{index}", ""))
                    for index, row in enumerate(listed)
                ]
            else:
                rows += [_row(kind, index, row, known, offences) for index, row in enumerate(listed)]
        if facts or rows:
            sections.append(FactSection(code=section.code, title=section.title, facts=tuple(facts), rows=tuple(rows)))
    return tuple(sections)


def _row(kind: Rows, index: int, row: Row, known: Known, offences: words.Titles) -> FactRow:
    facts = []
    for field in kind.fields:
        if field.name in _IN_TITLE:
            continue
        text = _people(field, row, known) if field.kind == "people" else _text(field, row.get(field.name, ""), known)
        if text:
            facts.append(Fact(label=field.label, text=text, note=known.notes.get(field_name(kind.name, index, field.name), "")))
    return FactRow(title=row_label(kind.name, index, row, offences), facts=tuple(facts))


def _text(field: Field, value: str, known: Known) -> str:
    if field.kind == "place":
        return known.places.get(value, value)
    return {"ja": "Ja", "nee": "Nee"}.get(value, value) if field.kind == "yesNo" else words.title(field.titles, value)


def _people(field: Field, row: Row, known: Known) -> str:
    if row.get(f"{field.name}/mode") != "some":
        return ""
    prefix = f"{field.name}/has/"
    return (
        "; ".join(known.persons.get(one, one) for name in row if name.startswith(prefix) and (one := name.removeprefix(prefix)))
        or "niemand"
    )
