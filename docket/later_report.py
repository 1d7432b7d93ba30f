"""Adds a later report to the report of its file: what it says changes the file, what it leaves out changes nothing; pure."""

from collections.abc import Callable, Sequence
from typing import Any, TypeVar

import msgspec

from docket.contract import Offence, Person, Place, Report, Residence, Seizure, report_faults
from docket.errors import BadInput, Issue

Row = TypeVar("Row", Place, Offence, Person, Seizure)
Ids = dict[str, str]
T = TypeVar("T")


def merged(file: Report, later: Report, *, number: int) -> Report:
    """
    The report of the file with the later one in it; every row of `file` has an id.

    The ids of the later report are its own: a row is one of the file where `sameAs` says so, else it is new and gets the id
    `<number>-<its id>`. Its day of receipt, service and externalId are those of that report, and stay with it. Raises BadInput.
    """
    issues: list[Issue] = []
    places = _file_ids(file.places, later.places, "places", "p", number, issues)
    persons = _file_ids(file.persons, later.persons, "persons", "n", number, issues)
    offences = _file_ids(file.offences, later.offences, "offences", "o", number, issues)
    seizures = _file_ids(file.seizures, later.seizures, "seizures", "g", number, issues)
    if issues:
        raise BadInput(issues=tuple(issues))
    place_of, person_of = _translation(later.places, places), _translation(later.persons, persons)

    def offence(row: Offence) -> Offence:
        named = None if row.persons is None else tuple(person_of.get(id_, id_) for id_ in row.persons)
        return msgspec.structs.replace(row, place=place_of.get(row.place or "", row.place), persons=named)

    result = msgspec.structs.replace(
        file,
        **_said(later, ("seised_on", "lead_authority", "language")),
        origin=msgspec.structs.replace(
            file.origin, investigator_emails=_joined(file.origin.investigator_emails, later.origin.investigator_emails)
        ),
        notice_number=file.notice_number or later.notice_number,
        further_notice_numbers=_joined(file.further_notice_numbers, _further(file, later)),
        summary=_summary(file.summary, later.summary),
        places=_rows(file.places, later.places, places, lambda row: row),
        offences=_rows(file.offences, later.offences, offences, offence),
        persons=_rows(
            file.persons,
            later.persons,
            persons,
            lambda row: msgspec.structs.replace(row, found_at=place_of.get(row.found_at or "", row.found_at)),
        ),
        seizures=_rows(
            file.seizures,
            later.seizures,
            seizures,
            lambda row: msgspec.structs.replace(row, place=place_of.get(row.place or "", row.place)),
        ),
        vessels=_joined(file.vessels, later.vessels),
        containers=_joined(file.containers, later.containers),
        related_cases=_joined(file.related_cases, later.related_cases),
    )
    if faults := report_faults(msgspec.json.decode(msgspec.json.encode(result))):
        raise BadInput("Samen met het dossier klopt dit verslag niet; de paden zijn die van het dossier.", issues=tuple(faults))
    return result


def _file_ids(file: Sequence[Any], later: Sequence[Any], name: str, prefix: str, number: int, issues: list[Issue]) -> tuple[str, ...]:
    """The id in the file of each row of the later report."""
    known = {row.id for row in file}
    taken = set(known)
    ids: list[str] = []
    for index, row in enumerate(later):
        if row.same_as is None:
            id_ = _fresh(f"{number}-{row.id or f'{prefix}{index + 1}'}", taken)
        elif row.same_as not in known:
            detail = "Het dossier heeft geen rij met dit id; verbeter het of laat sameAs weg om een nieuwe rij toe te voegen."
            issues.append(Issue(type="referencedResourceNotFound", name=f"/{name}/{index}/sameAs", detail=detail, value=row.same_as))
            continue
        elif row.same_as in ids:
            detail = "Een andere rij van dit verslag noemt dezelfde rij van het dossier; voeg ze samen."
            issues.append(Issue(type="invalidInput", name=f"/{name}/{index}/sameAs", detail=detail, value=row.same_as))
            continue
        else:
            id_ = row.same_as
        ids.append(id_)
        taken.add(id_)
    return tuple(ids)


def _fresh(wanted: str, taken: set[str]) -> str:
    id_, turn = wanted, 2
    while id_ in taken:
        id_, turn = f"{wanted}-{turn}", turn + 1
    return id_


def _translation(later: Sequence[Any], ids: tuple[str, ...]) -> Ids:
    return {row.id: id_ for row, id_ in zip(later, ids, strict=True) if row.id is not None}


def _rows(file: tuple[Row, ...], later: tuple[Row, ...], ids: tuple[str, ...], translate: Callable[[Row], Row]) -> tuple[Row, ...]:
    rows = {row.id: row for row in file}
    for row, id_ in zip(later, ids, strict=True):
        said = msgspec.structs.replace(translate(row), id=id_, same_as=None)
        rows[id_] = _over(rows[id_], said) if id_ in rows else said
    return tuple(rows.values())


def _over(row: Row, said: Row) -> Row:
    values = _said(said, said.__struct_fields__)
    for name in ("residence", "registered_seat"):
        if values.get(name) is not None:
            values[name] = _residence(getattr(row, name), values[name])
    return msgspec.structs.replace(row, **values)


def _residence(known: Residence | None, said: Residence) -> Residence:
    """A new municipality or country does not keep what belongs to the old one."""
    if known is None:
        return said
    country = said.country or known.country
    moved_abroad = known.country is not None and country != known.country
    if said.municipality is not None or said.nis_code is not None or moved_abroad:
        return Residence(country=country, municipality=said.municipality, nis_code=said.nis_code)
    return msgspec.structs.replace(known, country=country)


def _said(part: msgspec.Struct, names: Sequence[str]) -> dict[str, Any]:
    return {name: value for name in names if (value := getattr(part, name)) is not None}


def _joined(known: tuple[T, ...], said: Sequence[T]) -> tuple[T, ...]:
    return (*known, *(item for item in dict.fromkeys(said) if item not in known))


def _further(file: Report, later: Report) -> tuple[str, ...]:
    """A follow-up has a notice number of its own; the file keeps the one it began with."""
    own = (later.notice_number,) if later.notice_number and file.notice_number not in (None, later.notice_number) else ()
    return (*own, *later.further_notice_numbers)


def _summary(known: str | None, said: str | None) -> str | None:
    """Both stay to be read, the later one below."""
    if not known or not said or said in known:
        return known or said
    return f"{known}\n\n{said}"
