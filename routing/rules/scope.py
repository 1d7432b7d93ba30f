"""What the file is: core offences, those on neither list, the scope and the place of the file."""

from __future__ import annotations

from collections.abc import Callable

from routing.decision import Scope, StepOutcome, UsedFact
from routing.reasoning import Charge, Reasoning, used

#: what a test of one offence says: outcome, reason, because, facts
Finding = tuple[StepOutcome, str, str, tuple[UsedFact, ...]]


def try_each(run: Reasoning, rule: str, charges: list[Charge], test: Callable[[Charge], Finding]) -> None:
    """Try a rule on each offence; where there is none to try it on, say so once."""
    if not charges:
        run.step(rule, "notMet", "nothingToTry", "Geen misdrijf waarover deze regel nog moet beslissen.")
    for charge in charges:
        outcome, reason, because, facts = test(charge)
        run.step(rule, outcome, reason, because, facts, charge.path)


def offence_and_tie(charge: Charge) -> tuple[UsedFact, ...]:
    return (used(f"{charge.path}/offence", charge.offence.offence), used(f"{charge.path}/portLink", charge.offence.port_link))


def _core(run: Reasoning) -> list[Charge]:
    return [c for c in run.charges if c.type is not None and c.type.list == "core" and c.standing is None and not c.as_supporting]


def core_without_tie(run: Reasoning) -> None:
    def test(charge: Charge) -> Finding:
        if charge.type is not None and charge.type.outside_without_tie and charge.offence.port_link == "none":
            charge.standing = "outside"
            return (
                "met",
                "noTie",
                "Het verslag zegt dat er geen band met havendrugs is: het misdrijf valt erbuiten.",
                offence_and_tie(charge),
            )
        return "notMet", "notThisCase", "Geen binnendringing of bezit zonder band.", offence_and_tie(charge)

    try_each(run, "core-without-tie", _core(run), test)


def core_handed_over(run: Reasoning) -> None:
    def test(charge: Charge) -> Finding:
        suspects = run.suspects_of(charge.offence)
        facts = tuple(used(f"persons/{suspect.id}/handedOverTo", suspect.handed_over_to) for suspect in suspects)
        if suspects and all(suspect.handed_over_to == "immigrationOffice" for suspect in suspects):
            charge.standing = "outside"
            return "met", "allHandedOver", "Alle verdachten werden aan de Dienst Vreemdelingenzaken overgedragen: het valt erbuiten.", facts
        return "notMet", "notAllHandedOver", "Niet alle verdachten werden aan de Dienst Vreemdelingenzaken overgedragen.", facts

    try_each(run, "core-handed-over", [charge for charge in _core(run) if charge.offence.offence == "portIntrusion"], test)


def core_in_port_area(run: Reasoning) -> None:
    def test(charge: Charge) -> Finding:
        facts = (used(f"{charge.path}/offence", charge.offence.offence),)
        if charge.area is not None and charge.area.listed:
            charge.standing = "portCrime"
            return "met", "portCrime", f"Kernmisdrijf in een havengebied ({charge.area.title_nl}): havencriminaliteit.", facts
        return "notMet", "noListedArea", "Het misdrijf ligt niet in een van de havengebieden.", facts

    try_each(run, "core-in-port-area", _core(run), test)


def core_declared_tie(run: Reasoning) -> None:
    def test(charge: Charge) -> Finding:
        if charge.offence.port_link == "declared":
            charge.as_supporting = True
            return "met", "declared", "Het verslag verklaart de band: het telt als ondersteunend misdrijf.", offence_and_tie(charge)
        return "notMet", "notDeclared", "Het verslag verklaart geen band.", offence_and_tie(charge)

    try_each(run, "core-declared-tie", _core(run), test)


def core_place_known(run: Reasoning) -> None:
    def test(charge: Charge) -> Finding:
        facts = (used(f"{charge.path}/place", charge.offence.place),)
        if charge.known_place is not None:
            charge.standing = "outside"
            return "met", "outside", "De plaats is gekend en ligt niet in een havengebied: het misdrijf valt erbuiten.", facts
        charge.standing = "unclear"
        message = f"Van het {run.of_offence(charge)} is geen plaats gekend: vul haven, kaai, gemeente of land in."
        run.warn("core-place-known", "placeMissing", message, f"{charge.path}/place")
        return "cannotTell", "noKnownPlace", "Geen plaats van het misdrijf is gekend: onduidelijk.", facts

    try_each(run, "core-place-known", _core(run), test)


def neither_list(run: Reasoning) -> None:
    def test(charge: Charge) -> Finding:
        if charge.type is None:
            charge.standing = "unclear"
            run.warn(
                "neither-list",
                "offenceMissing",
                f"Het {run.of_offence(charge)} is niet benoemd; kies het misdrijf.",
                f"{charge.path}/offence",
            )
            return "cannotTell", "offenceMissing", "Het verslag benoemt het misdrijf niet.", offence_and_tie(charge)
        if charge.type.list != "neither":
            return (
                "notMet",
                "onAList",
                "Het misdrijf staat op de lijst van ondersteunende misdrijven, of telt zo mee.",
                offence_and_tie(charge),
            )
        if charge.offence.port_link == "declared":
            charge.as_supporting = True
            return (
                "notMet",
                "declared",
                "Op geen lijst, maar de band is verklaard: het telt als ondersteunend misdrijf.",
                offence_and_tie(charge),
            )
        charge.standing = "outside"
        return "met", "onNoList", "Op geen van beide lijsten: het misdrijf valt erbuiten, waar het ook ligt.", offence_and_tie(charge)

    try_each(run, "neither-list", [charge for charge in run.charges if charge.standing is None], test)


def file_scope(run: Reasoning) -> None:
    standings = {charge.standing for charge in run.charges}
    ordered: tuple[tuple[str, Scope, str], ...] = (
        ("portCrime", "portCrime", "Eén misdrijf van havencriminaliteit volstaat voor het dossier."),
        ("along", "supporting", "Een misdrijf ondersteunt havencriminaliteit en gaat mee."),
        ("unclear", "unclear", "Voor een misdrijf is de band of de plaats niet duidelijk."),
    )
    facts = tuple(used(f"{charge.path}/offence", charge.offence.offence) for charge in run.charges)
    if not run.charges:
        run.scope = "unclear"
        run.warn("file-scope", "offencesMissing", "Het verslag noemt geen enkel misdrijf; vul de misdrijven in.", "offences")
        run.step("file-scope", "cannotTell", "noOffence", "Geen enkel misdrijf: het dossier is onduidelijk.")
        return
    for standing, scope, because in ordered:
        if standing in standings:
            run.scope = scope
            run.step("file-scope", "cannotTell" if scope == "unclear" else "met", scope, because, facts)
            return
    run.scope = "outside"
    run.step("file-scope", "met", "outside", "Alle misdrijven vallen buiten havencriminaliteit.", facts)


def file_place(run: Reasoning) -> None:
    rule = "file-place"
    charges = run.charges
    for found in (
        (charge for charge in charges if charge.standing == "portCrime"),
        (charge for charge in charges if charge.type is not None and charge.type.list == "core" and charge.area is not None),
        (charge for charge in charges if charge.area is not None),
    ):
        charge = next(found, None)
        if charge is not None and charge.area is not None and charge.area_place is not None:
            run.area, run.place = charge.area.code, charge.area_place
            facts = (used(f"{charge.path}/offence", charge.offence.offence), used(f"{charge.path}/place", charge.offence.place))
            area, place = charge.area.title_nl, run.place.place.id
            because = f"Havengebied ({area}) en plaats van het dossier ({place}) volgen uit {run.of_offence(charge)}."
            run.step(rule, "met", "area", because, facts)
            _warn_of_open_bank(run)
            return
    owns = (run.place_of.get(charge.offence.place or "") for charge in charges)
    own = next((located for located in owns if located is not None and located.known), None)
    run.place = own or next((charge.known_place for charge in charges if charge.known_place is not None), None)
    if run.place is None:
        run.step(rule, "cannotTell", "noKnownPlace", "Geen plaats van een misdrijf is gekend.")
        if charges:
            message = "Geen plaats van een misdrijf is gekend: vul haven, kaai, dok, gemeente of land in."
            run.warn(rule, "filePlaceMissing", message, *(f"{charge.path}/place" for charge in charges))
        return
    run.area = "none"
    run.step(
        rule,
        "met",
        "noPortArea",
        f"Geen havengebied; de plaats van het dossier is {run.place.place.id}.",
        (used("places", run.place.place.id),),
    )


def _warn_of_open_bank(run: Reasoning) -> None:
    area = run.law.areas.get(run.area or "")
    if area is not None and area.whole_port and area.antwerp_bank and run.place is not None:
        path = run.place.path
        message = "De oever van de haven van Antwerpen is niet gekend: vul kaai, dok, terminal of gemeente in."
        run.warn("file-place", "bankUnknown", message, *(f"{path}/{field}" for field in ("quay", "dock", "terminal", "municipality")))
