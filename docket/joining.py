"""Reports that become one and are parted again, and one report that becomes two: no row is lost, none is copied unasked; pure."""

from collections.abc import Collection, Iterable, Mapping
from typing import Any, Literal

import msgspec

from docket.contract import Offence, Person, Place, Report, Seizure, report_faults
from docket.errors import BadInput, Issue

#: Where a row goes when a file is split; a row that is not named stays.
Goes = Literal["leaves", "both"]
_LISTS = ("places", "offences", "persons", "seizures")


class Brought(msgspec.Struct, frozen=True, kw_only=True):
    """What a joined report brought into its lead, so that the joinder can be undone without guessing."""

    #: Ids in the lead -> ids in the joined report, list by list; only rows that the lead did not have.
    places: dict[str, str] = {}
    offences: dict[str, str] = {}
    persons: dict[str, str] = {}
    seizures: dict[str, str] = {}
    #: Rows of the lead that are the same as one of the joined report; they stay.
    same_places: dict[str, str] = {}
    same_persons: dict[str, str] = {}
    containers: tuple[str, ...] = ()
    further_notice_numbers: tuple[str, ...] = ()
    investigator_emails: tuple[str, ...] = ()
    vessels: tuple[Any, ...] = ()
    related_cases: tuple[Any, ...] = ()
    #: Offences of the lead that were about all suspects, and are now about those that it had.
    narrowed: dict[str, tuple[str, ...]] = {}
    #: Fields that the lead did not have.
    filled: tuple[str, ...] = ()
    summary: str | None = None


def joined(lead: Report, other: Report, *, into: str, number: str, turn: int, same_persons: Mapping[str, str]) -> tuple[Report, Brought]:
    """
    The lead's report with the other in it; every row of both has an id.

    `into` is the number of the lead, `number` that of the other file, `turn` opens the ids that its rows get. `same_persons`: id
    there -> id of the same person in the lead, whose own row holds and is filled where it was silent. An offence about all
    suspects stays about those of its own file.
    """
    _known(same_persons, other, lead)
    ids = _ids_in_lead(lead, other, turn, same_persons)
    own = {name: {id_ for row in getattr(lead, name) if (id_ := row.id)} for name in _LISTS}
    rows: dict[str, Any] = {
        name: (*getattr(lead, name), *(_moved(row, ids, other) for row in getattr(other, name) if ids[name][row.id] not in own[name]))
        for name in _LISTS
    }
    there = {id_: row for row in other.persons if (id_ := same_persons.get(row.id or ""))}
    rows["persons"] = tuple(_filled(row, there.get(row.id or "")) for row in rows["persons"])
    narrowed = _suspects(lead) if other.persons else ()
    rows["offences"] = tuple(
        msgspec.structs.replace(row, persons=narrowed) if other.persons and row.id in own["offences"] and row.persons is None else row
        for row in rows["offences"]
    )
    filled = {
        name: getattr(other, name)
        for name in ("seised_on", "lead_authority", "language", "notice_number")
        if getattr(lead, name) is None and getattr(other, name) is not None
    }
    notices = (*((other.notice_number,) if other.notice_number and "notice_number" not in filled else ()), *other.further_notice_numbers)
    summary = f"[{number}] {other.summary}" if other.summary else None
    brought = Brought(
        **{name: {ids[name][row.id]: row.id for row in getattr(other, name) if ids[name][row.id] not in own[name]} for name in _LISTS},
        same_places={ids["places"][row.id]: row.id for row in other.places if row.id and ids["places"][row.id] in own["places"]},
        same_persons={ids["persons"][row.id]: row.id for row in other.persons if row.id and ids["persons"][row.id] in own["persons"]},
        containers=_new(lead.containers, other.containers),
        further_notice_numbers=_new((*lead.further_notice_numbers, lead.notice_number), notices),
        investigator_emails=_new(lead.origin.investigator_emails, other.origin.investigator_emails),
        vessels=_new(lead.vessels, other.vessels),
        related_cases=_new(lead.related_cases, (row for row in other.related_cases if row.case_number != into)),
        narrowed={row.id: narrowed for row in lead.offences if row.id and row.persons is None and other.persons},
        filled=tuple(filled),
        summary=summary,
    )
    report = msgspec.structs.replace(
        lead,
        **rows,
        **filled,
        origin=_with_emails(lead, (*lead.origin.investigator_emails, *brought.investigator_emails)),
        containers=(*lead.containers, *brought.containers),
        further_notice_numbers=(*lead.further_notice_numbers, *brought.further_notice_numbers),
        vessels=(*lead.vessels, *brought.vessels),
        related_cases=(*lead.related_cases, *brought.related_cases),
        summary="\n\n".join(part for part in (lead.summary, summary) if part) or None,
    )
    return _whole(report), brought


def _ids_in_lead(lead: Report, other: Report, turn: int, same_persons: Mapping[str, str]) -> dict[str, dict[str, str]]:
    """List -> id there -> id in the lead: that of the same person or of a place written alike, else a new one."""
    ids: dict[str, dict[str, str]] = {}
    for name in _LISTS:
        known = {_plain(row): row.id for row in getattr(lead, name)} if name == "places" else {}
        taken = {row.id for row in getattr(lead, name)}
        ids[name] = {}
        for row in getattr(other, name):
            same = same_persons.get(row.id) if name == "persons" else known.get(_plain(row)) if name == "places" else None
            ids[name][row.id] = same or _fresh(f"{turn}-{row.id}", taken)
            taken.add(ids[name][row.id])
    return ids


def parted(lead: Report, own: Report, brought: Brought) -> tuple[Report, Report]:
    """
    The lead without what was brought, and the joined report with its rows as they stand in the lead now: corrections are kept.

    `own` is the joined report as it was; a row that the lead no longer has is taken from it. A place that rows of both name stays in both.
    """
    kept = _rows_without(lead, brought)
    used = _places_of(kept["offences"], kept["persons"], kept["seizures"])
    kept["places"] = tuple(row for row in lead.places if row.id not in brought.places or row.id in used)
    kept["offences"] = tuple(_widened(row, kept["persons"], brought) for row in kept["offences"])
    summary = lead.summary
    if summary and brought.summary:
        summary = "\n\n".join(part for part in summary.split(brought.summary) if part.strip()).strip() or None
    after = msgspec.structs.replace(
        lead,
        **kept,
        **{name: None for name in brought.filled if getattr(lead, name) == getattr(own, name)},
        origin=_with_emails(lead, _less(lead.origin.investigator_emails, brought.investigator_emails)),
        containers=_less(lead.containers, brought.containers),
        further_notice_numbers=_less(lead.further_notice_numbers, brought.further_notice_numbers),
        vessels=_less_rows(lead.vessels, brought.vessels),
        related_cases=_less_rows(lead.related_cases, brought.related_cases),
        summary=summary,
    )
    return _whole(after), _whole(_taken_back(lead, own, brought))


def split(
    report: Report, *, persons: Mapping[str, Goes], offences: Mapping[str, Goes], seizures: Mapping[str, Goes]
) -> tuple[Report, Report]:
    """
    What stays and what leaves. Raises BadInput where a suspect would stand without a fact, or a fact without its suspects.

    A place goes with the rows that name it; one that no row names, a ship, and a container that no seizure names are of both.
    """
    chosen: dict[str, Mapping[str, Goes]] = {"persons": persons, "offences": offences, "seizures": seizures}
    issues = [
        Issue(type="referencedResourceNotFound", name=f"/{name}/{id_}", detail="Het dossier heeft geen rij met dit id.", value=id_)
        for name, ids in chosen.items()
        for id_ in ids
        if id_ not in {row.id for row in getattr(report, name)}
    ]
    if not persons and not offences:
        issues.append(Issue(type="requiredInput", name="/persons", detail="Kies minstens een persoon of een feit dat het dossier verlaat."))
    if issues:
        raise BadInput(issues=tuple(issues))
    stays = _part(report, {name: [row for row in getattr(report, name) if ids.get(row.id) != "leaves"] for name, ids in chosen.items()})
    leaves = _part(report, {name: [row for row in getattr(report, name) if row.id in ids] for name, ids in chosen.items()})
    issues = [*_torn(report, stays, "blijft"), *_torn(report, leaves, "gaat mee")]
    if issues:
        raise BadInput(issues=tuple(issues))
    return _whole(stays), _whole(msgspec.structs.replace(leaves, external_id=None))


def _part(report: Report, rows: Mapping[str, list[Any]]) -> Report:
    there = {row.id for row in rows["persons"]}
    offences = tuple(
        row if row.persons is None else msgspec.structs.replace(row, persons=tuple(one for one in row.persons if one in there))
        for row in rows["offences"]
    )
    named = _places_of(report.offences, report.persons, report.seizures)
    used = _places_of(rows["offences"], rows["persons"], rows["seizures"])
    of_seizures = {row.container_number for row in report.seizures}
    held = {row.container_number for row in rows["seizures"]}
    return msgspec.structs.replace(
        report,
        offences=offences,
        persons=tuple(rows["persons"]),
        seizures=tuple(rows["seizures"]),
        places=tuple(row for row in report.places if row.id in used or row.id not in named),
        containers=tuple(number for number in report.containers if number in held or number not in of_seizures),
    )


def _torn(report: Report, part: Report, what: str) -> list[Issue]:
    issues = []
    if report.offences and not part.offences:
        issues.append(
            Issue(type="requiredInput", name="/offences", detail=f"Er {what} geen enkel feit; elk dossier heeft er minstens een.")
        )
        return issues
    before = {row.id: row for row in report.offences}
    for row in part.offences:
        if row.persons == () and before[row.id].persons:
            detail = f"Feit {row.id} {what}, maar geen van zijn verdachten; kies een van hen mee of zet het feit in beide dossiers."
            issues.append(Issue(type="invalidInput", name=f"/offences/{row.id}", detail=detail, value=row.id))
    for person in part.persons:
        if person.role == "suspect" and _charged(report, person.id) and not _charged(part, person.id):
            detail = f"Verdachte {person.id} {what} zonder een feit; zet zijn feit ook in dat dossier."
            issues.append(Issue(type="invalidInput", name=f"/persons/{person.id}", detail=detail, value=person.id))
    return issues


def _charged(report: Report, person: str | None) -> bool:
    return any(row.persons is None or person in row.persons for row in report.offences)


def _known(same_persons: Mapping[str, str], other: Report, lead: Report) -> None:
    there, here = {row.id for row in other.persons}, {row.id for row in lead.persons}
    issues = [
        Issue(type="referencedResourceNotFound", name="/samePersons", detail="Deze persoon staat niet in het dossier.", value=id_)
        for id_, known in (*((one, there) for one in same_persons), *((one, here) for one in same_persons.values()))
        if id_ not in known
    ]
    if len(set(same_persons.values())) < len(same_persons):
        detail = "Twee personen van het gevoegde dossier zouden dezelfde zijn; verbeter eerst dat dossier."
        issues.append(Issue(type="invalidInput", name="/samePersons", detail=detail))
    if issues:
        raise BadInput(issues=tuple(issues))


def _plain(row: Any) -> bytes:
    """A row but for its id: of two that are written alike one is enough."""
    return msgspec.json.encode(msgspec.structs.replace(row, id=None))


def _fresh(wanted: str, taken: Collection[str | None]) -> str:
    id_, turn = wanted, 2
    while id_ in taken:
        id_, turn = f"{wanted}-{turn}", turn + 1
    return id_


def _moved(row: Any, ids: Mapping[str, Mapping[str, str]], other: Report) -> Any:
    """A row of the other report as it stands in the lead."""
    match row:
        case Offence():
            persons = _suspects(other) if row.persons is None else row.persons
            named = tuple(ids["persons"].get(one, one) for one in persons)
            return msgspec.structs.replace(row, id=ids["offences"][row.id or ""], place=ids["places"].get(row.place or ""), persons=named)
        case Person():
            return msgspec.structs.replace(row, id=ids["persons"][row.id or ""], found_at=ids["places"].get(row.found_at or ""))
        case Seizure():
            return msgspec.structs.replace(row, id=ids["seizures"][row.id or ""], place=ids["places"].get(row.place or ""))
    return msgspec.structs.replace(row, id=ids["places"][row.id])


def _filled(row: Person, there: Person | None) -> Person:
    if there is None:
        return row
    silent = {
        name: getattr(there, name) for name in row.__struct_fields__ if getattr(row, name) is None and name not in ("found_at", "same_as")
    }
    return msgspec.structs.replace(row, **silent)


def _suspects(report: Report) -> tuple[str, ...]:
    return tuple(row.id for row in report.persons if row.role == "suspect" and row.id)


def _new(known: Iterable[Any], said: Iterable[Any]) -> tuple[Any, ...]:
    known = tuple(known)
    return tuple(item for item in dict.fromkeys(said) if item not in known)


def _less(rows: tuple[str, ...], gone: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(row for row in rows if row not in gone)


def _less_rows(rows: tuple[Any, ...], gone: tuple[Any, ...]) -> tuple[Any, ...]:
    """`gone` were kept as JSON."""
    plain = [msgspec.to_builtins(row) for row in gone]
    return tuple(row for row in rows if msgspec.to_builtins(row) not in plain)


def _with_emails(report: Report, emails: tuple[str, ...]) -> Any:
    return msgspec.structs.replace(report.origin, investigator_emails=emails)


def _rows_without(lead: Report, brought: Brought) -> dict[str, Any]:
    return {
        name: tuple(row for row in getattr(lead, name) if row.id not in getattr(brought, name))
        for name in ("offences", "persons", "seizures")
    }


def _widened(row: Offence, persons: Iterable[Person], brought: Brought) -> Offence:
    """An offence of the lead that was about all suspects is so again, unless it was corrected meanwhile."""
    if row.persons is None:
        return row
    if row.id in brought.narrowed and row.persons == tuple(brought.narrowed[row.id]):
        return msgspec.structs.replace(row, persons=None)
    there = {person.id for person in persons}
    return msgspec.structs.replace(row, persons=tuple(one for one in row.persons if one in there))


def _places_of(offences: Iterable[Offence], persons: Iterable[Person], seizures: Iterable[Seizure]) -> set[str | None]:
    return {row.place for row in (*offences, *seizures)} | {row.found_at for row in persons}


def _taken_back(lead: Report, own: Report, brought: Brought) -> Report:
    place_of, person_of = brought.places | brought.same_places, brought.persons | brought.same_persons
    here = {(name, row.id): row for name in _LISTS for row in getattr(lead, name)}
    extra: dict[str, Place] = {}

    def place(id_: str | None) -> str | None:
        if id_ is None or id_ in place_of:
            return place_of.get(id_ or "")
        # A place that was added while the file was joined.
        if row := here.get(("places", id_)):
            extra[id_] = msgspec.structs.replace(row, id=_fresh(id_, {one.id for one in own.places}))
            return extra[id_].id
        return None

    def back(name: str, row: Any) -> Any:
        held = next((id_ for id_, its in getattr(brought, name).items() if its == row.id), None)
        now = here.get((name, held))
        if now is None:
            return row
        match now:
            case Offence():
                named = tuple(person_of[one] for one in now.persons or () if one in person_of)
                everybody = row.persons is None and set(named) == set(_suspects(own))
                return msgspec.structs.replace(now, id=row.id, place=place(now.place), persons=None if everybody else named)
            case Person():
                return msgspec.structs.replace(now, id=row.id, found_at=place(now.found_at))
            case Seizure():
                return msgspec.structs.replace(now, id=row.id, place=place(now.place))
        return msgspec.structs.replace(now, id=row.id)

    rows = {name: tuple(back(name, row) for row in getattr(own, name)) for name in _LISTS}
    rows["places"] = (*rows["places"], *extra.values())
    return msgspec.structs.replace(own, **rows)


def _whole(report: Report) -> Report:
    if faults := report_faults(msgspec.json.decode(msgspec.json.encode(report))):
        raise BadInput(issues=tuple(faults))
    return report
