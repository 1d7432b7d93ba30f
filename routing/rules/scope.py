"""What the file is: core offences, those on neither list, the scope and the place of the file."""

from __future__ import annotations

from collections.abc import Callable

from routing.decision import Said, Scope, StepOutcome, UsedFact
from routing.reasoning import Charge, Reasoning, numbered, used

#: what a test of one offence says: outcome, reason, facts, slots of its sentence
Finding = tuple[StepOutcome, str, tuple[UsedFact, ...], Said]
#: a sentence without slots
PLAIN: Said = {}


def try_each(run: Reasoning, rule: str, charges: list[Charge], test: Callable[[Charge], Finding]) -> None:
    """Try a rule on each offence; where there is none to try it on, say so once."""
    if not charges:
        run.step(rule, "notMet", "nothingToTry")
    for charge in charges:
        outcome, reason, facts, said = test(charge)
        run.try_on(charge, rule, outcome, reason, facts, said)


def _core(run: Reasoning) -> list[Charge]:
    return [c for c in run.charges if c.type is not None and c.type.list == "core" and c.standing is None and not c.as_supporting]


def core_without_tie(run: Reasoning) -> None:
    def test(charge: Charge) -> Finding:
        if charge.type is not None and charge.type.outside_without_tie and charge.offence.port_link == "none":
            charge.standing = "outside"
            return "met", "noTie", charge.told, PLAIN
        return "notMet", "notThisCase", charge.told, PLAIN

    try_each(run, "core-without-tie", _core(run), test)


def core_handed_over(run: Reasoning) -> None:
    def test(charge: Charge) -> Finding:
        suspects = run.suspects_of(charge.offence)
        facts = tuple(used(f"persons/{suspect.id}/handedOverTo", suspect.handed_over_to) for suspect in suspects)
        if suspects and all(suspect.handed_over_to == "immigrationOffice" for suspect in suspects):
            charge.standing = "outside"
            return "met", "allHandedOver", facts, PLAIN
        return "notMet", "notAllHandedOver", facts, PLAIN

    try_each(run, "core-handed-over", [charge for charge in _core(run) if charge.offence.offence == "portIntrusion"], test)


def core_in_port_area(run: Reasoning) -> None:
    def test(charge: Charge) -> Finding:
        facts = (charge.offence_fact,)
        if charge.area is not None and charge.area.listed:
            charge.standing = "portCrime"
            return "met", "portCrime", facts, {"area": charge.area.code}
        return "notMet", "noListedArea", facts, PLAIN

    try_each(run, "core-in-port-area", _core(run), test)


def core_declared_tie(run: Reasoning) -> None:
    def test(charge: Charge) -> Finding:
        if charge.offence.port_link == "declared":
            charge.as_supporting = True
            return "met", "declared", charge.told, PLAIN
        return "notMet", "notDeclared", charge.told, PLAIN

    try_each(run, "core-declared-tie", _core(run), test)


def core_place_known(run: Reasoning) -> None:
    def test(charge: Charge) -> Finding:
        facts = (used(f"{charge.path}/place", charge.offence.place),)
        if charge.known_place is not None:
            charge.standing = "outside"
            return "met", "outside", facts, PLAIN
        charge.standing = "unclear"
        run.warn("core-place-known", "placeMissing", f"{charge.path}/place", number=numbered(charge), offence=charge.offence.offence)
        return "cannotTell", "noKnownPlace", facts, PLAIN

    try_each(run, "core-place-known", _core(run), test)


def neither_list(run: Reasoning) -> None:
    def test(charge: Charge) -> Finding:
        if charge.type is None:
            charge.standing = "unclear"
            run.warn("neither-list", "offenceMissing", f"{charge.path}/offence", number=numbered(charge))
            return "cannotTell", "offenceMissing", charge.told, PLAIN
        if charge.type.list != "neither":
            return "notMet", "onAList", charge.told, PLAIN
        if charge.offence.port_link == "declared":
            charge.as_supporting = True
            return "notMet", "declared", charge.told, PLAIN
        charge.standing = "outside"
        return "met", "onNoList", charge.told, PLAIN

    try_each(run, "neither-list", [charge for charge in run.charges if charge.standing is None], test)


def file_scope(run: Reasoning) -> None:
    standings = {charge.standing for charge in run.charges}
    ordered: tuple[tuple[str, Scope], ...] = (("portCrime", "portCrime"), ("along", "supporting"), ("unclear", "unclear"))
    facts = tuple(charge.offence_fact for charge in run.charges)
    if not run.charges:
        run.scope = "unclear"
        run.warn("file-scope", "offencesMissing", "offences")
        run.step("file-scope", "cannotTell", "noOffence")
        return
    for standing, scope in ordered:
        if standing in standings:
            run.scope = scope
            run.step("file-scope", "cannotTell" if scope == "unclear" else "met", scope, facts=facts)
            return
    run.scope = "outside"
    run.step("file-scope", "met", "outside", facts=facts)


def file_place(run: Reasoning) -> None:
    rule = "file-place"
    charges = run.charges
    for found in (
        [charge for charge in charges if charge.standing == "portCrime"],
        [charge for charge in charges if charge.type is not None and charge.type.list == "core" and charge.area is not None],
        [charge for charge in charges if charge.area is not None],
    ):
        charge = next(iter(found), None)
        if charge is not None and charge.area is not None and charge.area_place is not None:
            run.area, run.place = charge.area.code, charge.area_place
            run.place_rivals = [other.area_place for other in found[1:] if other.area_place is not None]
            facts = (charge.offence_fact, used(f"{charge.path}/place", charge.offence.place))
            run.step(
                rule,
                "met",
                "area",
                facts=facts,
                area=run.area,
                place=run.place.place.id,
                number=numbered(charge),
                offence=charge.offence.offence,
            )
            _warn_of_open_bank(run)
            return
    owns = [run.place_of.get(charge.offence.place or "") for charge in charges]
    known = [located for located in owns if located is not None and located.known]
    known = known or [located for charge in charges for located in charge.places if located.known]
    run.place, run.place_rivals = next(iter(known), None), known[1:]
    if run.place is None:
        run.step(rule, "cannotTell", "noKnownPlace")
        if charges:
            run.warn(rule, "filePlaceMissing", *(f"{charge.path}/place" for charge in charges))
        return
    run.area = "none"
    run.step(rule, "met", "noPortArea", facts=(used("places", run.place.place.id),), place=run.place.place.id)


def _warn_of_open_bank(run: Reasoning) -> None:
    area = run.law.areas.get(run.area or "")
    if area is not None and area.whole_port and area.antwerp_bank and run.place is not None:
        path = run.place.path
        run.warn("file-place", "bankUnknown", *(f"{path}/{field}" for field in ("quay", "dock", "terminal", "municipality")))
