"""What in a file touches the competence of an office to which no rule gives it: told beside a decision, never a part of it; pure."""

from collections.abc import Iterator, Mapping
from datetime import date
from typing import Any, Literal

import msgspec

from docket import report_words
from docket.contract import Report
from docket.transitions import Confidence
from documents import words
from routing import Decision, IndicationCode, Law

Office = Literal["federal", "europeanPublicProsecutor"]


class Indication(msgspec.Struct, frozen=True, kw_only=True):
    code: IndicationCode
    office: Office
    #: Codes of circuits, of countries or of offences.
    values: tuple[str, ...]
    citation: str
    source: str
    confidence: Confidence


def indications(report: Report, decision: Decision, law: Law, day: date) -> tuple[Indication, ...]:
    """By the rows of documents.toml that were in force on that day (art. 144bis-144quater Ger.W.; regulation (EU) 2017/1939)."""
    rows, found = law.documents.indicated(day), []
    for code, values in _seen(report, decision, law, rows):
        row, cited = rows[code]
        if len(values) >= (row.at_least or 1):
            found.append(
                Indication(
                    code=code,
                    office="europeanPublicProsecutor" if code == "unionDuties" else "federal",
                    values=tuple(sorted(values)),
                    citation=cited.citation,
                    source=cited.source,
                    confidence=cited.confidence,
                )
            )
    return tuple(found)


def beyond(report: Report, decision: Decision, law: Law, day: date) -> tuple[Indication, ...]:
    """Those that are told of a file unasked: of the federal office an organisation that works in several circuits or countries."""
    found = indications(report, decision, law, day)
    wide = {"severalCircuits", "severalCountries"} & {one.code for one in found}
    federal = wide and any(one.code == "listedOffence" for one in found)
    return tuple(one for one in found if federal or one.office != "federal")


def _seen(
    report: Report, decision: Decision, law: Law, rows: Mapping[IndicationCode, tuple[Any, Any]]
) -> Iterator[tuple[IndicationCode, set[str]]]:
    if "severalCircuits" in rows:
        courts = {ground.supports.court for ground in decision.grounds} - {None}
        yield (
            "severalCircuits",
            {one.circuit for one in law.divisions.values() if {one.correctional_court, one.youth_court} & courts},
        )
    if "severalCountries" in rows:
        row, _ = rows["severalCountries"]
        countries = {row.home if place.port in row.home_ports else place.country for place in report.places}
        countries |= {person.residence.country for person in report.persons if person.residence is not None}
        yield "severalCountries", {one for one in countries if one is not None}
    offences: set[str] = {row.offence for row in report.offences if row.offence is not None}
    for code in ("listedOffence", "unionDuties"):
        if code in rows:
            yield code, {one for one in offences if one in rows[code][0].offences}


def told(one: Indication, law: Law) -> str:
    """In a Dutch sentence."""
    match one.code:
        case "severalCircuits":
            names = words.listing(sorted(law.title(f"appeal{value}") or value for value in one.values))
            return f"De gronden van het dossier wijzen naar meer dan één rechtsgebied: {names}."
        case "severalCountries":
            names = words.listing(sorted(report_words.country(value) or value for value in one.values))
            return f"Plaatsen en woonplaatsen liggen in meer dan één land: {names}."
        case "listedOffence":
            return f"Onder de feiten is: {_offences(one, law)}."
        case "unionDuties":
            return (
                f"Onder de feiten is {_offences(one, law)}: waar rechten van de Europese Unie ontdoken zijn, "
                "is dat te melden aan het Europees Openbaar Ministerie, dat de zaak naar zich kan trekken."
            )


def _offences(one: Indication, law: Law) -> str:
    return words.listing([law.title(value) or value for value in one.values])
