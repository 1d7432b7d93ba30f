"""Who settles a conflict of jurisdiction: the two seats choose it, by dated law (law of art. 525-540 Sv. and art. 143bis Ger.W.)."""

from __future__ import annotations

from datetime import date
from typing import Literal

import msgspec

from routing.decision import Citation
from routing.law import Law, Seats, Settlement, citation

Within = Literal["oneCourt", "oneCircuit", "severalCircuits"]


class Settled(msgspec.Struct, frozen=True, kw_only=True, rename="camel"):
    """Where two seats have to go."""

    row: Settlement
    within: Within
    citation: Citation
    #: Offices or courts that settle it, as far as the register has a code for them: the prosecutors-general, the court of appeal.
    settlers: tuple[str, ...]


class Seat(msgspec.Struct, frozen=True, kw_only=True):
    #: Of a prosecution office or a court of first instance; None = an office or court that serves a whole circuit.
    arrondissement: str | None
    circuit: str


def settlement(between: Seats, one: str, other: str, law: Law, day: date) -> Settled | None:
    """Two codes of offices (`between` = offices) or of courts (judges); None = the law data do not place one of them."""
    first, second = seat(between, one, law), seat(between, other, law)
    if first is None or second is None:
        return None
    within = _within(first, second)
    row = law.settlements.get((between, within))
    if row is None:
        return None
    version = next(version for version in row.version if version.covers(day))
    return Settled(
        row=row,
        within=within,
        citation=citation(f"settlement/{row.id}", version, "statute"),
        settlers=_settlers(row, first, second),
    )


def seat(between: Seats, code: str, law: Law) -> Seat | None:
    """The court and the circuit that an office or a court belongs to."""
    if between == "offices":
        office = law.offices.get(code)
        division = law.divisions.get((office.division if office else None) or "")
        if division is not None:
            return Seat(arrondissement=division.arrondissement, circuit=division.circuit)
        return Seat(arrondissement=None, circuit=office.circuit) if office is not None and office.circuit is not None else None
    of_first_instance = [each for each in law.divisions.values() if code in (each.correctional_court, each.youth_court)]
    if of_first_instance:
        return Seat(arrondissement=of_first_instance[0].arrondissement, circuit=of_first_instance[0].circuit)
    circuit = next((each for each in law.circuits if code == f"appeal{each}"), None)
    if circuit is None:
        circuit = next((each.circuit for each in law.divisions.values() if code == each.assize_court), None)
    return Seat(arrondissement=None, circuit=circuit) if circuit is not None else None


def court_of_appeal(court: str, law: Law) -> str | None:
    """Of a court of first instance or of assize; None = the law data place it in no circuit, or it is a court of appeal itself."""
    place = seat("judges", court, law)
    above = f"appeal{place.circuit}" if place is not None else None
    return above if above in law.courts and above != court else None


def _within(one: Seat, other: Seat) -> Within:
    if one.circuit != other.circuit:
        return "severalCircuits"
    return "oneCourt" if one.arrondissement is not None and one.arrondissement == other.arrondissement else "oneCircuit"


def _settlers(row: Settlement, one: Seat, other: Seat) -> tuple[str, ...]:
    circuits = tuple(dict.fromkeys((one.circuit, other.circuit)))
    if row.settled_by == "prosecutorsGeneral":
        return tuple(f"prosecutorGeneral{circuit}" for circuit in circuits)
    return (f"appeal{one.circuit}",) if row.settled_by == "courtOfAppeal" else ()
