"""A report as rows of the tables of a case, and back, without loss: None stays None, texts stay as they were written."""

from collections.abc import Mapping, Sequence
from typing import Any

import msgspec

from docket import contract
from docket.cases import Case
from docket.contract import Report

#: Columns of `cases` that are fields of the report itself.
REPORT_COLUMNS = (
    "external_id",
    "received_on",
    "seised_on",
    "lead_authority",
    "notice_number",
    "further_notice_numbers",
    "language",
    "summary",
    "containers",
)
_FLOATS = ("latitude", "longitude", "net_weight_kg", "quantity", "amount_eur")
_LISTS = ("further_notice_numbers", "containers")
_RESIDENCES = {"residence": "residence", "registered_seat": "seat"}


def columns_of(report: Report) -> dict[str, Any]:
    """Columns of the case row."""
    return {name: getattr(report, name) for name in REPORT_COLUMNS} | {
        "origin_service": report.origin.service,
        "origin_unit": report.origin.unit,
        "investigator_emails": report.origin.investigator_emails,
    }


def rows_of(report: Report) -> dict[str, list[dict[str, Any]]]:
    """Rows of each table of parts, in the order of the report; relations still lack `related_id`."""
    return {
        "places": _rows(report.places),
        "offences": _rows(report.offences),
        "persons": [_person_row(row) for row in _rows(report.persons)],
        "seizures": _rows(report.seizures),
        "vessels": _rows(report.vessels),
        "relations": _rows(report.related_cases),
    }


def report_of(case: Mapping[str, Any], parts: Mapping[str, Sequence[dict[str, Any]]]) -> Report:
    """The report as it stands in the file; `parts` are rows in their order."""
    columns: dict[str, Any] = {name: tuple(case[name]) if name in _LISTS else case[name] for name in REPORT_COLUMNS}
    return Report(
        origin=contract.Origin(
            service=case["origin_service"], unit=case["origin_unit"], investigator_emails=tuple(case["investigator_emails"])
        ),
        **columns,
        places=_structs(contract.Place, parts["places"]),
        offences=_structs(contract.Offence, parts["offences"]),
        persons=tuple(_person(row) for row in parts["persons"]),
        seizures=_structs(contract.Seizure, parts["seizures"]),
        vessels=_structs(contract.Vessel, parts["vessels"]),
        related_cases=_structs(contract.RelatedCase, parts["relations"]),
    )


def case_of(row: Any) -> Case:
    """From a row with the columns of `cases` and of the view `case_parts`."""
    return Case(
        id=row["id"],
        case_number=row["case_number"],
        version=row["version"],
        status=row["status"],
        confidentiality=row["confidentiality"],
        holding_office=row["holding_office"],
        registered_at=row["registered_at"],
        entered_on=row["entered_on"],
        report=report_of(row, row),
    )


def _rows(parts: Sequence[msgspec.Struct]) -> list[dict[str, Any]]:
    return [{"ordinal": ordinal, **msgspec.structs.asdict(part)} for ordinal, part in enumerate(parts)]


def _person_row(row: dict[str, Any]) -> dict[str, Any]:
    for field, prefix in _RESIDENCES.items():
        residence: contract.Residence | None = row.pop(field)
        row[f"has_{prefix}"] = residence is not None
        for name in contract.Residence.__struct_fields__:
            row[f"{prefix}_{name}"] = getattr(residence, name, None)
    return row


def _person(row: dict[str, Any]) -> contract.Person:
    kept = {name: row[name] for name in contract.Person.__struct_fields__ if name in row}
    for field, prefix in _RESIDENCES.items():
        if row[f"has_{prefix}"]:
            kept[field] = contract.Residence(**{name: row[f"{prefix}_{name}"] for name in contract.Residence.__struct_fields__})
    return contract.Person(**kept)


def _structs(kind: Any, rows: Sequence[dict[str, Any]]) -> tuple[Any, ...]:
    return tuple(kind(**{name: _value(name, row[name]) for name in kind.__struct_fields__ if name in row}) for row in rows)


def _value(name: str, value: Any) -> Any:
    if isinstance(value, list):
        return tuple(value)
    # jsonb writes 51.0 as 51.
    return float(value) if name in _FLOATS and value is not None else value
