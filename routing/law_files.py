"""Parse the law files into the law, and refuse what is missing, double, unknown, open or overlapping."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Mapping
from datetime import date, timedelta
from typing import Any, Literal, TypeVar

import msgspec

from routing import law as laws
from routing.decision import Citation
from routing.dismissal_rows import DismissalFile
from routing.districts import District, index_districts
from routing.document_rows import DocumentsFile
from routing.evidence_rows import EvidenceFile
from routing.extinction_rows import ExtinctionFile
from routing.gazetteer import Fairway, Gazetteer, Name, Outline, QuayRange, QuayRow, QuayWords, index_names
from routing.judgment_rows import JudgmentsFile
from routing.law_checks import check
from routing.law_issues import Issues, LawError
from routing.law_rows import law_rows
from routing.limitation_rows import LimitationFile
from routing.provisions import CatalogueFile, catalogue_of
from routing.requisition_rows import RequisitionsFile
from routing.time_limit_rows import TimeLimitsFile, time_limits_of
from routing.words import tokens

__all__ = ["LawError", "parse_law"]

T = TypeVar("T", bound=laws.Row)

TOML = (
    "areas.toml",
    "catalogue.toml",
    "competence.toml",
    "courts.toml",
    "dismissal_grounds.toml",
    "documents.toml",
    "extinction.toml",
    "evidence.toml",
    "judgments.toml",
    "limitation.toml",
    "offences.toml",
    "policies.toml",
    "prosecution_offices.toml",
    "requisitions.toml",
    "settlement.toml",
    "time_limits.toml",
)
CSV = ("districts.csv", "divisions.csv", "parts.csv", "places.csv")
GEOJSON = ("areas.geojson",)
#: stands in where a stored pack has no such file yet
STANDS_IN = {
    "areas.geojson": b'{"type": "FeatureCollection", "features": []}',
    "dismissal_grounds.toml": b"",
    "documents.toml": b"",
    "extinction.toml": b"",
    "evidence.toml": b"",
    "judgments.toml": b"",
    "requisitions.toml": b"",
    "settlement.toml": b"row = []",
    "time_limits.toml": b"",
    "limitation.toml": b"",
}
LIST_SEPARATOR = " | "


class Quays(laws.Row, frozen=True, kw_only=True):
    port: str
    words: frozenset[str]
    between: frozenset[str]
    letter: str
    letter_digits: int
    citation: str
    citation_fr: str = ""
    citation_en: str = ""
    source: str
    confidence: laws.Confidence


class FairwayRow(laws.Titled, frozen=True, kw_only=True):
    id: str
    names: tuple[str, ...]
    between: tuple[str, ...]
    citation: str
    citation_fr: str = ""
    citation_en: str = ""
    source: str
    confidence: laws.Confidence
    beyond: str | None = None


class OutlineProperties(laws.Row, frozen=True, kw_only=True):
    area: str
    uncertainty_m: int
    citation: str
    citation_fr: str = ""
    citation_en: str = ""
    source: str
    confidence: laws.Confidence


class Polygon(laws.Row, frozen=True, kw_only=True):
    type: Literal["Polygon"]
    #: one ring of longitude and latitude, closed by its first point
    coordinates: tuple[tuple[tuple[float, float], ...]]


class OutlineFeature(laws.Row, frozen=True, kw_only=True):
    type: Literal["Feature"]
    properties: OutlineProperties
    geometry: Polygon


class OutlinesFile(laws.Row, frozen=True, kw_only=True):
    """GeoJSON: our own outlines of the port areas."""

    type: Literal["FeatureCollection"]
    features: tuple[OutlineFeature, ...]


class FormerOutline(laws.Row, frozen=True, kw_only=True):
    """An outline as areas.toml held it in packs of engine 1; areas.geojson holds them now."""

    area: str
    uncertainty_m: int
    points: tuple[tuple[float, float], ...]
    source: str
    confidence: laws.Confidence


class AreasFile(laws.Row, frozen=True, kw_only=True):
    area: tuple[laws.Area, ...]
    quays: Quays
    fairway: tuple[FairwayRow, ...] = ()
    outline: tuple[FormerOutline, ...] = ()


class CompetenceFile(laws.Row, frozen=True, kw_only=True):
    row: tuple[laws.Competence, ...]


class CourtsFile(laws.Row, frozen=True, kw_only=True):
    circuit: tuple[laws.Circuit, ...]
    court: tuple[laws.Court, ...]
    allocation: tuple[laws.Allocation, ...]
    #: empty in a pack that was enacted before they had titles
    arrondissement: tuple[laws.Arrondissement, ...] = ()


class OffencesFile(laws.Row, frozen=True, kw_only=True):
    offence: tuple[laws.OffenceType, ...]
    #: empty in a pack that was enacted before the flags said what they rest on
    basis: tuple[laws.OffenceBasis, ...] = ()


class PoliciesFile(laws.Row, frozen=True, kw_only=True):
    policy: tuple[laws.Policy, ...]


class OfficesFile(laws.Row, frozen=True, kw_only=True):
    office: tuple[laws.Office, ...]
    #: empty in a pack that was enacted before
    basis: tuple[laws.OfficeBasis, ...] = ()


class SettlementFile(laws.Row, frozen=True, kw_only=True):
    row: tuple[laws.Settlement, ...]


class DistrictRow(laws.Dated, frozen=True, kw_only=True):
    nis_code: str
    name_nl: str
    name_fr: str
    province: str | None
    judicial_arrondissement: str
    division: str
    canton: str | None
    successor_nis: str | None
    source: str
    confidence: laws.Confidence


class DivisionRow(laws.Dated, frozen=True, kw_only=True):
    code: str
    name_nl: str
    name_fr: str
    judicial_arrondissement: str
    court_of_appeal: str
    seat_city: str
    prosecution_office_code: str
    youth_court_code: str
    correctional_court_code: str
    assize_code: str
    source: str
    confidence: laws.Confidence


class PartRow(laws.Row, frozen=True, kw_only=True):
    name: str
    other_names: tuple[str, ...]
    nis_code: str
    source: str
    confidence: laws.Confidence


class Files(msgspec.Struct, frozen=True, kw_only=True):
    """Every file in its rows, before they are held against each other."""

    areas: AreasFile
    outlines: OutlinesFile
    catalogue: CatalogueFile
    competence: CompetenceFile
    courts: CourtsFile
    offences: OffencesFile
    policies: PoliciesFile
    offices: OfficesFile
    settlement: SettlementFile
    time_limits: TimeLimitsFile
    limitation: LimitationFile
    dismissal: DismissalFile
    documents: DocumentsFile
    extinction: ExtinctionFile
    judgments: JudgmentsFile
    requisitions: RequisitionsFile
    evidence: EvidenceFile
    districts: tuple[DistrictRow, ...]
    divisions: tuple[DivisionRow, ...]
    parts: tuple[PartRow, ...]
    places: tuple[laws.PlaceRow, ...]


def parse_law(files: Mapping[str, bytes], *, stored: bool = False) -> laws.Law:
    """
    Read the law files (name -> content); raises LawError with every fault, its file, its row and its mend.

    A stored pack was checked when it was enacted, by the rules of that version: it may lack rows that this version asks of a draft.
    """
    issues = Issues()
    rows = _decode({**STANDS_IN, **files} if stored else files, issues)
    issues.raise_if_any()
    if rows is None:
        raise LawError(())
    if not stored:
        check(rows, issues)
        issues.raise_if_any()
    return _build(rows)


def _decode(files: Mapping[str, bytes], issues: Issues) -> Files | None:
    for name in (*TOML, *CSV, *GEOJSON):
        if name not in files:
            issues.add(name, "file", "is missing", "put it back; every law file is needed")
    if issues.found:
        return None

    def read(name: str, shape: type[T]) -> T | None:
        decode = msgspec.json.decode if name in GEOJSON else msgspec.toml.decode
        try:
            return decode(files[name], type=shape)
        except (msgspec.MsgspecError, UnicodeDecodeError) as error:
            issues.add(name, "file", f"cannot be read: {error}", "mend the key or the value that is named")
            return None

    def table(name: str, shape: type[T]) -> tuple[T, ...] | None:
        return _table(name, files[name], shape, issues)

    parts = {
        "areas": read("areas.toml", AreasFile),
        "outlines": read("areas.geojson", OutlinesFile),
        "catalogue": read("catalogue.toml", CatalogueFile),
        "competence": read("competence.toml", CompetenceFile),
        "courts": read("courts.toml", CourtsFile),
        "offences": read("offences.toml", OffencesFile),
        "policies": read("policies.toml", PoliciesFile),
        "offices": read("prosecution_offices.toml", OfficesFile),
        "settlement": read("settlement.toml", SettlementFile),
        "time_limits": read("time_limits.toml", TimeLimitsFile),
        "limitation": read("limitation.toml", LimitationFile),
        "dismissal": read("dismissal_grounds.toml", DismissalFile),
        "documents": read("documents.toml", DocumentsFile),
        "extinction": read("extinction.toml", ExtinctionFile),
        "judgments": read("judgments.toml", JudgmentsFile),
        "requisitions": read("requisitions.toml", RequisitionsFile),
        "evidence": read("evidence.toml", EvidenceFile),
        "districts": table("districts.csv", DistrictRow),
        "divisions": table("divisions.csv", DivisionRow),
        "parts": table("parts.csv", PartRow),
        "places": table("places.csv", laws.PlaceRow),
    }
    return None if issues.found else Files(**parts)  # ty: ignore[invalid-argument-type]


def _table(name: str, content: bytes, shape: type[T], issues: Issues) -> tuple[T, ...] | None:
    try:
        text = content.decode("utf-8")
    except UnicodeDecodeError as error:
        issues.add(name, "file", f"is not UTF-8: {error}", "save it as UTF-8")
        return None
    lists = {field.name for field in msgspec.structs.fields(shape) if field.name in ("other_names", "not_after")}
    rows = []
    for number, record in enumerate(csv.DictReader(io.StringIO(text)), start=2):
        cells: dict[str, Any] = {
            key: [part for part in (value or "").split(LIST_SEPARATOR) if part] if key in lists else value or None
            for key, value in record.items()
            if key is not None
        }
        if None in record or None in record.values():
            issues.add(name, f"line {number}", "has more or fewer cells than the header", "put text with a comma between quotes")
            continue
        try:
            rows.append(msgspec.convert(cells, shape, strict=False))
        except msgspec.ValidationError as error:
            issues.add(name, f"line {number}", str(error), "mend the cell that is named")
    return tuple(rows)


def _build(rows: Files) -> laws.Law:
    circuits = {circuit.name_in_divisions: circuit.code for circuit in rows.courts.circuit}
    divisions = _divisions(rows, circuits)
    starts, eras = _eras(rows)
    return laws.Law(
        competence={row.id: row for row in rows.competence.row},
        policies={row.id: row for row in rows.policies.policy},
        offices={row.code: row for row in rows.offices.office},
        courts={row.code: row for row in rows.courts.court},
        circuits={row.code: row for row in rows.courts.circuit},
        offences={row.code: row for row in rows.offences.offence},
        areas={row.code: row for row in rows.areas.area},
        divisions=divisions,
        arrondissements={court: row.arrondissement for row in divisions.values() for court in (row.correctional_court, row.youth_court)},
        first_instance=_first_instance(rows),
        settlements={(row.between, row.within): row for row in rows.settlement.row},
        districts=index_districts(
            (_district(row) for row in rows.districts),
            ((name, part.nis_code) for part in rows.parts for name in (part.name, *part.other_names)),
        ),
        places=rows.places,
        rows=law_rows(rows),
        catalogue=catalogue_of(rows.catalogue, rows.limitation.present),
        time_limits=time_limits_of(rows.time_limits),
        limitation=rows.limitation,
        dismissal=rows.dismissal,
        documents=rows.documents,
        extinction=rows.extinction,
        judgments=rows.judgments,
        requisitions=rows.requisitions,
        evidence=rows.evidence,
        titles=_titles(rows),
        cited=_cited(rows),
        era_starts=starts,
        eras=eras,
    )


def _titles(rows: Files) -> dict[laws.Language, dict[str, str]]:
    titled: dict[str, laws.Titled | laws.TitledSource] = {
        row.code: row for row in (*rows.offices.office, *rows.courts.court, *rows.areas.area)
    }
    titled |= {row.code: row for row in rows.offences.offence}
    titled |= {row.id: row for row in (*rows.policies.policy, *rows.courts.allocation, *rows.areas.fairway)}
    limits = rows.time_limits
    titled |= {f"limit/{row.id}": row for row in limits.limit} | {f"event/{row.id}": row for row in limits.anchor}
    titled |= {f"limitGround/{row.id}": row for row in (*limits.notice, *limits.suspension, *limits.extension, *limits.stay)}
    after = rows.judgments
    for kind, listed in (("stage", after.stage), ("outcome", after.outcome), ("penalty", after.penalty), ("extract", after.extract)):
        titled |= {f"{kind}/{row.id}": row for row in listed}
    goods = rows.evidence
    for kind, listed in (("piece", goods.piece), ("custodian", goods.custodian), ("itemDecision", goods.decision)):
        titled |= {f"{kind}/{row.id}": row for row in listed}
    titled |= {f"arrondissement/{row.name}": row for row in rows.courts.arrondissement}
    titled |= {_wording_code(policy, version): version for policy in rows.policies.policy for version in policy.version}
    return {
        "nl": {code: row.title_nl for code, row in titled.items()},
        # A pack that was enacted before there were others has Dutch titles only.
        "fr": {code: row.title_fr or row.title_nl for code, row in titled.items()},
        "en": {code: row.title_en or row.title_nl for code, row in titled.items()},
    }


def _cited(rows: Files) -> dict[laws.Language, dict[str, str]]:
    versions = [version for row in rows.competence.row for version in row.version]
    wordings = [version for policy in rows.policies.policy for version in policy.version]
    outlines = [feature.properties for feature in rows.outlines.features]
    told = [*versions, *wordings, *rows.courts.allocation, rows.areas.quays, *rows.areas.fairway, *outlines]
    return {
        "nl": {},
        "fr": {row.citation: row.citation_fr for row in told if row.citation_fr},
        "en": {row.citation: row.citation_en for row in told if row.citation_en},
    }


def _wording_code(policy: laws.Policy, version: laws.PolicyVersion) -> str:
    return f"{policy.id}/{version.in_force_from or 'open'}"


#: In a name of divisions.csv, before that of the division.
_DIVISION = ", afdeling"


def _divisions(rows: Files, circuits: Mapping[str, str]) -> dict[str, laws.Division]:
    """One row for each code that districts.csv uses: a division, or an office with several divisions."""
    divisions: dict[str, laws.Division] = {}
    for row in rows.divisions:
        office = row.prosecution_office_code
        several = row.code != office
        divisions[office] = laws.Division(
            code=office,
            arrondissement=row.judicial_arrondissement,
            circuit=circuits[row.court_of_appeal],
            office=office,
            correctional_court=f"{office if several else row.correctional_court_code}Correctional",
            youth_court=_prefixed("youth", office if several else row.youth_court_code),
            assize_court=_prefixed("assize", row.assize_code),
        )
    return divisions


def _first_instance(rows: Files) -> dict[str, tuple[laws.FirstInstance, ...]]:
    """An office of several divisions has the name of their whole court; an office without a court of its own has none here."""
    found: dict[str, list[laws.FirstInstance]] = {}
    for row in rows.divisions:
        if row.code != row.correctional_court_code:
            continue
        several = row.code != row.prosecution_office_code
        code = f"{row.prosecution_office_code if several else row.code}Correctional"
        title = row.name_nl.partition(_DIVISION)[0] if several else row.name_nl
        named = laws.FirstInstance(
            title_nl=title.replace("Rechtbank", "rechtbank"), in_force_from=row.in_force_from, in_force_until=row.in_force_until
        )
        if named not in found.setdefault(code, []):
            found[code].append(named)
    return {code: tuple(names) for code, names in found.items()}


def _prefixed(level: str, code: str) -> str:
    return f"{level}{code[0].upper()}{code[1:]}"


def _district(row: DistrictRow) -> District:
    return District(
        nis_code=row.nis_code,
        name_nl=row.name_nl,
        name_fr=row.name_fr,
        province=row.province,
        arrondissement=row.judicial_arrondissement,
        division=row.division,
        in_force_from=row.in_force_from or date.min,
        in_force_until=row.in_force_until,
        successor=row.successor_nis,
        citation=Citation(
            item=f"districts/{row.nis_code}",
            citation=f"{row.name_nl}: arrondissement {row.judicial_arrondissement}" + (f", kanton {row.canton}" if row.canton else ""),
            source=row.source,
            in_force_from=row.in_force_from,
            in_force_until=row.in_force_until,
            kind_of_ground="statute",
            confidence=row.confidence,
        ),
    )


def _eras(rows: Files) -> tuple[tuple[date, ...], tuple[laws.LawOn, ...]]:
    dated: list[laws.Dated] = [version for row in rows.competence.row for version in row.version]
    dated += [version for policy in rows.policies.policy for version in policy.version]
    dated += [*rows.courts.allocation, *rows.places]
    starts = tuple(sorted({day for row in dated for day in (row.in_force_from, row.in_force_until) if day is not None}))
    days = (starts[0] - timedelta(days=1), *starts) if starts else (date.min,)
    return starts, tuple(_law_on(rows, day) for day in days)


def _law_on(rows: Files, day: date) -> laws.LawOn:
    rules = {}
    for row in rows.competence.row:
        version = next(version for version in row.version if version.covers(day))
        cited = (laws.citation(row.id, version, row.kind_of_ground),)
        rules[row.id] = laws.RuleText(id=row.id, version=version, citations=cited)
    policies = {}
    for policy in rows.policies.policy:
        wording = next(version for version in policy.version if version.covers(day))
        cited = (laws.citation(f"policies/{policy.id}", wording, wording.kind_of_ground),)
        policies[policy.id] = laws.PolicyText(code=_wording_code(policy, wording), version=wording, citations=cited)
    return laws.LawOn(
        rules=rules,
        policies=policies,
        gazetteer=_gazetteer(rows, [place for place in rows.places if place.covers(day)]),
        allocations=tuple(
            (row, laws.citation(f"courts/{row.id}", row, row.kind_of_ground)) for row in rows.courts.allocation if row.covers(day)
        ),
    )


def _gazetteer(rows: Files, places: Iterable[laws.PlaceRow]) -> Gazetteer:
    named, quays = [], []
    for place in places:
        cited = Citation(
            item=f"places/{place.id}",
            citation=f"Plaatsenlijst: {place.name}",
            source=place.source,
            in_force_from=place.in_force_from,
            in_force_until=place.in_force_until,
            kind_of_ground="policy",
            confidence=place.confidence,
        )
        if place.quay_from is not None and place.quay_to is not None:
            dock = place.dock or (place.name if place.kind == "dock" else None)
            quays.append(
                QuayRow(
                    first=place.quay_from,
                    last=place.quay_to,
                    title=place.name,
                    dock=dock,
                    confidence=place.quay_confidence or place.confidence,
                    citation=cited,
                )
            )
        if place.kind != "quay":
            name = Name(
                id=place.id,
                title=place.name,
                kind=place.kind,
                port=place.port,
                area=place.area,
                not_after=frozenset(place.not_after),
                citation=cited,
            )
            named.append(((place.name, *place.other_names), name))
    quay_rules = rows.areas.quays
    return Gazetteer(
        names=index_names(named),
        quays=tuple(quays),
        ranges=tuple(
            QuayRange(area=area.code, start=area.quay_from, end=area.quay_until) for area in rows.areas.area if area.quay_from is not None
        ),
        outlines=tuple(_outline(feature) for feature in (*rows.outlines.features, *map(_feature, rows.areas.outline))),
        fairways=tuple(_fairway(row) for row in rows.areas.fairway),
        quay_words=QuayWords(
            port=quay_rules.port,
            words=quay_rules.words,
            between=quay_rules.between,
            letter=quay_rules.letter,
            letter_digits=quay_rules.letter_digits,
            citation=Citation(
                item="areas/quays",
                citation=quay_rules.citation,
                source=quay_rules.source,
                in_force_from=None,
                in_force_until=None,
                kind_of_ground="policy",
                confidence=quay_rules.confidence,
            ),
        ),
    )


def _outline(feature: OutlineFeature) -> Outline:
    row = feature.properties
    return Outline(
        area=row.area,
        uncertainty_m=row.uncertainty_m,
        points=feature.geometry.coordinates[0][:-1],
        citation=_own(f"areas/outline/{row.area}", row),
    )


def _feature(row: FormerOutline) -> OutlineFeature:
    cited = f"Omtrek van het register: {row.area}"
    return OutlineFeature(
        type="Feature",
        properties=OutlineProperties(
            area=row.area, uncertainty_m=row.uncertainty_m, citation=cited, source=row.source, confidence=row.confidence
        ),
        geometry=Polygon(type="Polygon", coordinates=((*row.points, row.points[0]),)),
    )


def _fairway(row: FairwayRow) -> Fairway:
    return Fairway(
        id=row.id,
        names=tuple(tokens(name) for name in row.names),
        between=row.between,
        beyond=row.beyond,
        citation=_own(f"areas/fairway/{row.id}", row),
    )


def _own(item: str, row: FairwayRow | OutlineProperties) -> Citation:
    """Knowledge of the register's own about where things lie, on every day."""
    return Citation(
        item=item,
        citation=row.citation,
        source=row.source,
        in_force_from=None,
        in_force_until=None,
        kind_of_ground="policy",
        confidence=row.confidence,
    )
