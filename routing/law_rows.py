"""Every row of the law data that says something about the law, with what it rests on: for reports, not for deciding."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date
from typing import TYPE_CHECKING

import msgspec

from routing.decision import Confidence

if TYPE_CHECKING:
    from routing.dated import Source
    from routing.law_files import Files


class LawRow(msgspec.Struct, frozen=True, kw_only=True):
    file: str
    #: id of the row, or of the item that it is a wording of
    row: str
    citation: str
    source: str
    confidence: Confidence
    #: None = no person compared it with the official text
    checked_on: date | None = None
    #: None = open on that side
    in_force_from: date | None = None
    in_force_until: date | None = None

    @property
    def period(self) -> str:
        return f"[{self.in_force_from or 'open'}, {self.in_force_until or 'open'})"


def law_rows(rows: Files) -> tuple[LawRow, ...]:
    return tuple(_all(rows))


def _all(rows: Files) -> Iterator[LawRow]:
    yield from _areas(rows)
    yield from _catalogue(rows)
    yield from (_sourced("competence.toml", row.id, version) for row in rows.competence.row for version in row.version)
    yield from (_sourced("courts.toml", row.id, row) for row in rows.courts.allocation)
    for circuit in rows.courts.circuit:
        yield LawRow(file="courts.toml", row=circuit.code, citation=circuit.title_nl, source=circuit.source, confidence=circuit.confidence)
    yield from (_sourced("offences.toml", f"{code} {basis.says}", basis) for basis in rows.offences.basis for code in basis.offences)
    yield from (_sourced("prosecution_offices.toml", code, basis) for basis in rows.offices.basis for code in basis.offices)
    yield from (_sourced("policies.toml", policy.id, version) for policy in rows.policies.policy for version in policy.version)
    yield from (_sourced("settlement.toml", row.id, version) for row in rows.settlement.row for version in row.version)
    yield from _time_limits(rows)
    yield from _limitation(rows)
    yield from _judgments(rows)
    if rows.dismissal.duty is not None:
        yield _sourced("dismissal_grounds.toml", "duty", rows.dismissal.duty)
    yield from (_sourced("dismissal_grounds.toml", row.code, version) for row in rows.dismissal.ground for version in row.version)
    yield from _documents(rows)
    yield from (_sourced("extinction.toml", row.code, version) for row in rows.extinction.cause for version in row.version)
    yield from (_sourced("extinction.toml", row.id, version) for row in rows.extinction.settlement for version in row.version)
    if rows.requisitions.mini_instruction is not None:
        yield _sourced("requisitions.toml", "mini_instruction", rows.requisitions.mini_instruction)
    yield from (_sourced("requisitions.toml", row.code, version) for row in rows.requisitions.excluded_act for version in row.version)
    for article in rows.requisitions.article:
        cited = f"{article.before}; {article.after}"
        yield LawRow(file="requisitions.toml", row=article.code, citation=cited, source=article.source, confidence=article.confidence)
    yield from _evidence(rows)
    for district in rows.districts:
        yield _dated("districts.csv", f"{district.nis_code} {district.name_nl}", f"afdeling {district.division}", district)
    for division in rows.divisions:
        yield _dated("divisions.csv", division.code, division.name_nl, division)
    for part in rows.parts:
        yield LawRow(file="parts.csv", row=part.name, citation=f"deel van {part.nis_code}", source=part.source, confidence=part.confidence)
    for place in rows.places:
        yield _dated("places.csv", place.id, place.name, place)


def _areas(rows: Files) -> Iterator[LawRow]:
    quays = rows.areas.quays
    yield LawRow(file="areas.toml", row="quays", citation=quays.citation, source=quays.source, confidence=quays.confidence)
    for fairway in rows.areas.fairway:
        yield LawRow(file="areas.toml", row=fairway.id, citation=fairway.citation, source=fairway.source, confidence=fairway.confidence)
    for feature in rows.outlines.features:
        row = feature.properties
        yield LawRow(file="areas.geojson", row=row.area, citation=row.citation, source=row.source, confidence=row.confidence)


def _catalogue(rows: Files) -> Iterator[LawRow]:
    file = rows.catalogue
    statutes = {row.id: row for row in file.statute}
    named = {"switch": file.switch, "correctionalisation": file.correctionalisation, "tap_list": file.tap_list}
    for name, row in named.items():
        yield LawRow(file="catalogue.toml", row=name, citation=row.citation, source=row.source, confidence=row.confidence)
    milder = file.milder_law
    yield LawRow(
        file="catalogue.toml",
        row="milder_law",
        citation=f"{milder.before}; {milder.after}",
        source=milder.source,
        confidence=milder.confidence,
    )
    if file.limitation is not None:
        yield _sourced("catalogue.toml", "limitation", file.limitation)
    for provision in file.provision:
        for version in provision.version:
            statute = statutes.get(version.statute)
            yield LawRow(
                file="catalogue.toml",
                row=provision.id,
                citation=f"art. {version.article} {statute.short_nl if statute else version.statute}",
                source=statute.source if statute else "",
                confidence=version.confidence,
                checked_on=version.checked_on,
                in_force_from=version.in_force_from,
                in_force_until=version.in_force_until,
            )


def _time_limits(rows: Files) -> Iterator[LawRow]:
    name, file = "time_limits.toml", rows.time_limits
    yield from (_sourced(name, limit.id, version) for limit in file.limit for version in limit.version)
    for part, row in (("calendar", file.calendar), ("distance", file.distance)):
        if row is not None:
            yield LawRow(file=name, row=part, citation=row.citation, source=row.source, confidence=row.confidence)
    for row in (*file.notice, *file.suspension, *file.stay, *file.extension):
        yield LawRow(file=name, row=row.id, citation=row.citation, source=row.source, confidence=row.confidence)
    yield from (_sourced(name, "service hours", row) for row in file.service_hours)
    yield from (_sourced(name, f"begin {row.limit} by {row.event}", row) for row in file.begin)
    for reading in file.reading:
        told = f"{reading.citation}: {reading.used_nl}"
        yield LawRow(
            file=name, row=f"reading {reading.number} {reading.id}", citation=told, source=reading.source, confidence=reading.confidence
        )


def _limitation(rows: Files) -> Iterator[LawRow]:
    name, file = "limitation.toml", rows.limitation
    if file.present is not None:
        yield _sourced(name, "present", file.present)
    yield from (_sourced(name, f"former from {row.in_force_from}", row) for row in file.former)
    yield from (_sourced(name, "contravention", row) for row in file.contravention)
    yield from (_sourced(name, f"suspension {row.id}", row) for row in file.suspension)
    rests = {"transition": file.transition, "seisin": file.seisin, "imprescriptible": file.imprescriptible, "continued": file.continued}
    for part, row in (*rests.items(), ("reasonable_time", file.reasonable_time)):
        if row is not None:
            yield _sourced(name, part, row)


def _judgments(rows: Files) -> Iterator[LawRow]:
    name, file = "judgments.toml", rows.judgments
    yield from (_sourced(name, row.id, row) for row in (*file.remedy, *file.extract))
    if file.final is not None:
        yield _sourced(name, "final", file.final)
    if file.late_opposition is not None:
        yield _sourced(name, "late_opposition", file.late_opposition)
        yield _sourced(name, "late_opposition meanwhile", file.late_opposition.meanwhile)
    if file.port_ban is not None:
        yield from (_sourced(name, "port_ban", version) for version in file.port_ban.version)
        yield _sourced(name, "port_ban start", file.port_ban.start)
        yield _sourced(name, "port_ban count", file.port_ban.count)


def _documents(rows: Files) -> Iterator[LawRow]:
    name, file = "documents.toml", rows.documents
    yield from (_sourced(name, row.kind, version) for row in file.document for version in row.version)
    yield from (_sourced(name, row.id, version) for row in file.article for version in row.version)
    yield from (_sourced(name, f"{row.of} {row.code}", version) for row in file.choice for version in row.version)
    yield from (_sourced(name, row.code, version) for row in file.indication for version in row.version)


def _evidence(rows: Files) -> Iterator[LawRow]:
    name, file = "evidence.toml", rows.evidence
    for part, row in (("inventory", file.inventory), ("confidential", file.confidential)):
        if row is not None:
            yield _sourced(name, part, row)
    yield from (_sourced(name, row.id, row) for row in file.piece)
    for decision in file.decision:
        yield from (_sourced(name, f"{decision.id} {' '.join(one.kinds)}".strip(), one) for one in decision.basis)


def _sourced(file: str, row: str, version: Source) -> LawRow:
    return LawRow(
        file=file,
        row=row,
        citation=version.citation,
        source=version.source,
        confidence=version.confidence,
        checked_on=version.checked_on,
        in_force_from=version.in_force_from,
        in_force_until=version.in_force_until,
    )


def _dated(file: str, name: str, citation: str, row: msgspec.Struct) -> LawRow:
    """A row of a table, whose columns have the same names in each."""
    told = msgspec.structs.asdict(row)
    kept = {field: told[field] for field in ("source", "confidence", "in_force_from", "in_force_until")}
    return LawRow(file=file, row=name, citation=citation, **kept)


def files_of(rows: Iterable[LawRow]) -> dict[str, list[LawRow]]:
    """The rows by their file, files in the order of their names."""
    found: dict[str, list[LawRow]] = {}
    for row in rows:
        found.setdefault(row.file, []).append(row)
    return dict(sorted(found.items()))
