"""Which supporting offence goes along with port crime, by which tie."""

from __future__ import annotations

from routing.reasoning import Charge, Reasoning, used
from routing.rules.scope import Finding, offence_and_tie, try_each


def _open(run: Reasoning) -> list[Charge]:
    """Supporting offences, and those counted as such, that no rule has settled yet."""
    return [
        charge
        for charge in run.charges
        if charge.standing is None and (charge.as_supporting or (charge.type is not None and charge.type.list == "supporting"))
    ]


def without_tie(run: Reasoning) -> None:
    def test(charge: Charge) -> Finding:
        if charge.offence.port_link == "none":
            charge.standing = "outside"
            return "met", "noTie", "Het verslag zegt dat er geen band is: het misdrijf valt erbuiten.", offence_and_tie(charge)
        return "notMet", "tiePossible", "Het verslag sluit een band niet uit.", offence_and_tie(charge)

    try_each(run, "supporting-without-tie", _open(run), test)


def declared(run: Reasoning) -> None:
    def test(charge: Charge) -> Finding:
        if charge.offence.port_link == "declared":
            charge.standing = "along"
            return "met", "declared", "Het verslag verklaart de band: het misdrijf gaat mee.", offence_and_tie(charge)
        return "notMet", "notDeclared", "Het verslag verklaart geen band.", offence_and_tie(charge)

    try_each(run, "supporting-declared", _open(run), test)


def beside_port_crime(run: Reasoning) -> None:
    anchor = next((charge for charge in run.charges if charge.standing == "portCrime"), None)

    def test(charge: Charge) -> Finding:
        if anchor is None:
            return "notMet", "noPortCrime", "Er is geen havencriminaliteit in dit dossier.", ()
        charge.standing = "along"
        facts = (used(f"{anchor.path}/offence", anchor.offence.offence),)
        return "met", "besidePortCrime", f"In één dossier met het {run.of_offence(anchor)}: het gaat mee.", facts

    try_each(run, "supporting-beside-port-crime", _open(run), test)


def related_file(run: Reasoning) -> None:
    rule = "supporting-related-file"
    tied = [related for related in run.facts.related if related.port_crime]
    for at, related in enumerate(run.facts.related):
        if related.port_crime is None:
            message = f"Het verwante dossier {related.number} is hier niet gekend en bindt niet; ga het nummer na."
            run.warn(rule, "relatedCaseUnknown", message, f"relatedCases/{at}/caseNumber")

    def test(charge: Charge) -> Finding:
        if not tied:
            return "notMet", "noRelatedPortCrime", "Het dossier is met geen gekend dossier van havencriminaliteit verwant.", ()
        charge.standing = "along"
        facts = tuple(used(f"relatedCases/{related.number}/ground", related.ground) for related in tied)
        return "met", "related", f"Verwant met {tied[0].number}, een dossier van havencriminaliteit: het gaat mee.", facts

    try_each(run, rule, _open(run), test)


def follows_outside(run: Reasoning) -> None:
    leader = next(
        (
            charge
            for charge in run.charges
            if charge.standing == "outside" and charge.type is not None and charge.type.list != "supporting" and charge.type.silent_follows
        ),
        None,
    )

    def test(charge: Charge) -> Finding:
        if charge.offence.port_link is not None:
            return "notMet", "tieMentioned", "Het verslag vermeldt een band: het misdrijf volgt niet zonder meer.", offence_and_tie(charge)
        if leader is None:
            return "notMet", "nothingToFollow", "Er is geen ander misdrijf dat erbuiten valt en dat het kan volgen.", ()
        charge.standing = "outside"
        facts = (*offence_and_tie(charge), used(f"{leader.path}/offence", leader.offence.offence))
        return "met", "followsOutside", f"Niets over een band: het volgt het {run.of_offence(leader)}, dat erbuiten valt.", facts

    try_each(run, "supporting-follows-outside", _open(run), test)


def supposed_tie(run: Reasoning) -> None:
    rule = "supporting-supposed-tie"
    listed = [located for located in run.places if located.area is not None and located.area.listed]
    silent = [located for located in listed if located.place.role != "destination"]

    def test(charge: Charge) -> Finding:
        supposed = charge.offence.port_link == "suspected"
        places = listed if supposed else silent
        if places and places[0].area is not None:
            charge.standing = "along"
            what = "is vermoed" if supposed else "is niet vermeld"
            message = f"De band van het {run.of_offence(charge)} met havendrugs {what}: bevestig of ontken de band."
            run.warn(rule, "tieNotDeclared", message, f"{charge.path}/portLink")
            facts = (*offence_and_tie(charge), used(f"{places[0].path}/role", places[0].place.role))
            because = f"De band {what}, maar plaats {places[0].place.id} ligt in een havengebied ({places[0].area.title_nl}): het gaat mee."
            return "met", "supposed" if supposed else "silent", because, facts
        charge.standing = "unclear"
        message = f"Het verslag zegt niet of het {run.of_offence(charge)} een band met havendrugs heeft: vul de band of een havenplaats in."
        run.warn(rule, "tieMissing", message, f"{charge.path}/portLink", "places")
        return "cannotTell", "noTieKnown", "Geen verklaarde band en geen plaats in een havengebied: onduidelijk.", offence_and_tie(charge)

    try_each(run, rule, _open(run), test)
