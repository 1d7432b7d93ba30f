"""What the template of the registration form needs: each field with its value, its faults and its notes."""

from collections.abc import Mapping

import msgspec

from docket.web import words
from docket.web.fields import ALL_ROWS, PERSONS, PLACES, SECTIONS, Field, Rows, Section
from docket.web.form import Form, Row, field_name, splittable
from docket.web.submission import Fault, notes_of

_YES_NO = {"ja": "Ja", "nee": "Nee"}
#: With more rows to choose from, a choice in every row would make a page of many megabytes.
MOST_CHOICES = 100
#: A text of this many characters gets more than one line.
_LONG_TEXT = 120
_ROW_SUMMARY = {
    "places": ("role", "port", "quay", "dock", "terminal", "municipality", "text"),
    "offences": ("offence", "committedFrom"),
    "persons": ("role", "count", "familyName", "givenNames", "age"),
    "seizures": ("kind", "substance", "netWeightKg"),
    "vessels": ("name",),
    "relatedCases": ("caseNumber",),
}
#: The field that ties a row of a later report to a row of the file.
SAME_AS = "sameAs"


class PersonChoice(msgspec.Struct, frozen=True, kw_only=True):
    id: str
    label: str
    chosen: bool


class FieldView(msgspec.Struct, frozen=True, kw_only=True):
    field: Field
    name: str
    value: str
    #: Choices of a select.
    titles: Mapping[str, str]
    #: The choice that says nothing.
    empty: str
    fault: str = ""
    note: str = ""
    autofocus: bool = False
    people: tuple[PersonChoice, ...] = ()
    some: bool = False

    @property
    def id(self) -> str:
        return field_id(self.name)

    @property
    def multiline(self) -> bool:
        """A one-line box would swallow line ends."""
        return self.field.kind == "lines" or "\n" in self.value or (self.field.kind == "text" and len(self.value) > _LONG_TEXT)

    @property
    def height(self) -> int:
        return min(12, max(3, self.value.count("\n") + len(self.value) // 90 + 1))


class RowView(msgspec.Struct, frozen=True, kw_only=True):
    name: str
    title: str
    #: With the id that the reasons of a decision name it by.
    summary: str
    #: Its code; the page has the title.
    offence: str = ""
    fields: tuple[FieldView, ...]
    rare: tuple[FieldView, ...] = ()
    rare_open: bool = False
    #: Hidden: the id of the row and which parts of it the file knows.
    carried: tuple[tuple[str, str], ...] = ()
    fault: str = ""
    #: Into how many persons this row can be split; 0 = it cannot.
    split: int = 0


class ListView(msgspec.Struct, frozen=True, kw_only=True):
    name: str
    heading: str
    hint: str
    add: str
    plain: bool
    rows: tuple[RowView, ...]
    fault: str = ""


class SectionView(msgspec.Struct, frozen=True, kw_only=True):
    code: str
    title: str
    hint: str
    fields: tuple[FieldView, ...]
    lists: tuple[ListView, ...]
    count: int
    faults: int


class FormView(msgspec.Struct, frozen=True, kw_only=True):
    action: str
    #: Where the script saves the draft; empty = it does not.
    autosave: str
    #: Version of the draft, and of the file when one is corrected.
    draft_version: int
    case_version: int | None
    preview_label: str
    #: When the draft was last saved, in words.
    saved: str
    paste: bool
    sections: tuple[SectionView, ...]
    #: Fields that no control of this form shows, posted back unchanged.
    carried: tuple[tuple[str, str], ...] = ()


class Around(msgspec.Struct, frozen=True, kw_only=True):
    """What stands around the fields: what they may refer to and what was found about them."""

    form: Form
    faults: Mapping[str, str]
    notes: Mapping[str, str]
    #: Row whose first field takes the focus: `places/1`.
    focus: str
    #: Rows of the file that a later report's row may be, per list; empty = not a later report.
    file_rows: Mapping[str, Mapping[str, str]]
    #: Rows that another row may refer to, by their id.
    places: dict[str, str]
    persons: dict[str, str]


def field_id(name: str) -> str:
    return "f-" + name.replace("/", "-")


def sections_of(
    form: Form, faults: tuple[Fault, ...] = (), focus: str = "", file_rows: Mapping[str, Mapping[str, str]] | None = None
) -> tuple[SectionView, ...]:
    told: dict[str, str] = {}
    for fault in faults:
        told[fault.name] = f"{told[fault.name]} {fault.detail}" if fault.name in told else fault.detail
    around = Around(
        form=form,
        faults=told,
        notes=notes_of(form),
        focus=focus,
        file_rows=file_rows or {},
        places=choices_of(form, PLACES),
        persons=choices_of(form, PERSONS),
    )
    return tuple(_section(section, around) for section in SECTIONS)


def ordered(faults: tuple[Fault, ...]) -> tuple[Fault, ...]:
    """In the order of the screen."""
    places = [name for section in SECTIONS for name in (*(f.name for f in section.fields), *(r.name for r in section.rows))]

    def position(fault: Fault) -> int:
        return next((index for index, name in enumerate(places) if fault.name == name or fault.name.startswith(f"{name}/")), -1)

    return tuple(sorted(faults, key=position))


def row_label(rows: str, index: int, row: Row, offences: Mapping[str, str]) -> str:
    """A row in a few words, with the id that the reasons of a decision name it by: "Plaats 2 (p2): kaai 1742, Deurganckdok"."""
    summary = row_summary(rows, row, offences)
    known = f" ({row['id']})" if row.get("id") else ""
    return f"{ALL_ROWS[rows].singular} {index + 1}{known}{': ' if summary else ''}{summary}"


def row_summary(rows: str, row: Row, offences: Mapping[str, str]) -> str:
    kind = ALL_ROWS[rows]
    fields = {field.name: field for field in kind.fields}
    parts = []
    for name in _ROW_SUMMARY.get(rows, ()):
        text = row.get(name, "").strip()
        if not text or (name == "count" and text == "1") or (name == "text" and parts[1:]):
            continue
        text = words.title(offences if name == "offence" else fields[name].titles, text)
        parts.append({"quay": "kaai "}.get(name, "") + (text if len(text) < 60 else f"{text[:57]}..."))
        parts[-1] += {"netWeightKg": " kg", "count": " personen", "age": " jaar"}.get(name, "")
    return ", ".join(parts)


def _section(section: Section, around: Around) -> SectionView:
    names = (*(field.name for field in section.fields), *(rows.name for rows in section.rows))
    return SectionView(
        code=section.code,
        title=section.title,
        hint=section.hint,
        fields=tuple(_field(field, field.name, around.form.values.get(field.name, ""), around) for field in section.fields),
        lists=tuple(_list(rows, around, alone=len(section.rows) == 1 and not section.fields) for rows in section.rows),
        count=sum(len(around.form.rows.get(rows.name, ())) for rows in section.rows),
        faults=sum(1 for name in around.faults if any(name == one or name.startswith(f"{one}/") for one in names)),
    )


def _list(rows: Rows, around: Around, *, alone: bool) -> ListView:
    return ListView(
        name=rows.name,
        heading="" if alone else _HEADINGS[rows.name],
        hint=rows.hint,
        add=rows.add,
        plain=rows.plain,
        rows=tuple(_row(rows, index, row, around) for index, row in enumerate(around.form.rows.get(rows.name, ()))),
        fault=around.faults.get(rows.name, ""),
    )


_HEADINGS = {
    "places": "Plaatsen",
    "offences": "Feiten",
    "persons": "Personen",
    "seizures": "Inbeslagnemingen",
    "vessels": "Vaartuigen",
    "containers": "Containers",
    "relatedCases": "Verwante dossiers",
    "furtherNoticeNumbers": "Verdere notitienummers",
    "origin/investigatorEmails": "Mailadressen van de onderzoekers",
}


def _row(rows: Rows, index: int, row: Row, around: Around) -> RowView:
    name = f"{rows.name}/{index}"
    fields = rows.fields
    if rows.name in around.file_rows and rows.id_letter:
        fields = (Field(name=SAME_AS, label="Staat al in het dossier als", kind="row", titles=around.file_rows[rows.name]), *fields)
    shown = [_field(field, field_name(rows.name, index, field.name), row.get(field.name, ""), around, row) for field in fields]
    common = [view for view in shown if not view.field.rare]
    rare = [view for view in shown if view.field.rare]
    if around.focus == name:
        common[0] = msgspec.structs.replace(common[0], autofocus=True)
    known = {field.name for field in fields}
    people = tuple(field.name for field in fields if field.kind == "people")
    return RowView(
        name=name,
        title=f"{rows.singular} {index + 1}",
        summary=" ".join(filter(None, (f"({row['id']})" if row.get("id") else "", row_summary(rows.name, {**row, "offence": ""}, {})))),
        offence=row.get("offence", ""),
        fields=tuple(common),
        rare=tuple(rare),
        rare_open=any(view.value or view.fault for view in rare),
        carried=tuple(
            (f"{name}/{part}", value)
            for part, value in row.items()
            if part not in known and not any(part.startswith(f"{one}/") for one in people)
        ),
        fault=around.faults.get(name, "") if not rows.plain else "",
        split=splittable(row) if rows.name == PERSONS.name else 0,
    )


def _field(field: Field, name: str, value: str, around: Around, row: Row | None = None) -> FieldView:
    titles: Mapping[str, str] = field.titles
    empty = "Niet vermeld"
    if field.kind == "yesNo":
        titles = _YES_NO
    elif field.kind == "place":
        titles = around.places
        if len(titles) > MOST_CHOICES:
            field = msgspec.structs.replace(field, kind="text", hint="Het kenmerk van de plaats, bv. p12")
    elif field.kind == "row":
        empty = "Nieuw: staat nog niet in het dossier"
    people: tuple[PersonChoice, ...] = ()
    if field.kind == "people" and row is not None:
        chosen = {part.removeprefix(f"{field.name}/has/") for part in row if part.startswith(f"{field.name}/has/")}
        known = around.persons
        if len(known) > MOST_CHOICES:
            known = {one: label for one, label in known.items() if one in chosen}
        gone = {one: f"{one} (bestaat niet)" for one in sorted(chosen - set(known))}
        people = tuple(PersonChoice(id=one, label=label, chosen=one in chosen) for one, label in {**known, **gone}.items())
    return FieldView(
        field=field,
        name=name,
        value=value,
        titles=titles,
        empty=empty,
        fault=around.faults.get(name, ""),
        note=around.notes.get(name, ""),
        autofocus=around.focus == name,
        people=people,
        some=row is not None and row.get(f"{field.name}/mode") == "some",
    )


def choices_of(form: Form, rows: Rows) -> dict[str, str]:
    """Rows that another row may refer to, by their id."""
    return {row["id"]: row_label(rows.name, index, row, {}) for index, row in enumerate(form.rows.get(rows.name, ())) if row.get("id")}
