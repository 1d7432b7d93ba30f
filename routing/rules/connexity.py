"""Which supporting offence goes along with port crime, by which tie."""

from __future__ import annotations

from routing.reasoning import Charge, Reasoning, numbered, used
from routing.rules.scope import PLAIN, Finding, try_each


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
            return "met", "noTie", charge.told, PLAIN
        return "notMet", "tiePossible", charge.told, PLAIN

    try_each(run, "supporting-without-tie", _open(run), test)


def declared(run: Reasoning) -> None:
    def test(charge: Charge) -> Finding:
        if charge.offence.port_link == "declared":
            charge.standing = "along"
            return "met", "declared", charge.told, PLAIN
        return "notMet", "notDeclared", charge.told, PLAIN

    try_each(run, "supporting-declared", _open(run), test)


def beside_port_crime(run: Reasoning) -> None:
    anchor = next((charge for charge in run.charges if charge.standing == "portCrime"), None)

    def test(charge: Charge) -> Finding:
        if anchor is None:
            return "notMet", "noPortCrime", (), PLAIN
        charge.standing = "along"
        facts = (anchor.offence_fact,)
        return "met", "besidePortCrime", facts, {"number": numbered(anchor), "offence": anchor.offence.offence}

    try_each(run, "supporting-beside-port-crime", _open(run), test)


def related_file(run: Reasoning) -> None:
    rule = "supporting-related-file"
    named = sorted(run.facts.related, key=lambda related: related.number)
    tied = [related for related in named if related.port_crime]
    for number in dict.fromkeys(related.number for related in named if related.port_crime is None):
        run.warn(rule, "relatedCaseUnknown", f"relatedCases/{number}/caseNumber", file=number)

    def test(charge: Charge) -> Finding:
        if not tied:
            return "notMet", "noRelatedPortCrime", (), PLAIN
        charge.standing = "along"
        facts = tuple(used(f"relatedCases/{related.number}/ground", related.ground) for related in tied)
        return "met", "related", facts, {"file": tied[0].number}

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
            return "notMet", "tieMentioned", charge.told, PLAIN
        if leader is None:
            return "notMet", "nothingToFollow", (), PLAIN
        charge.standing = "outside"
        facts = (*charge.told, leader.offence_fact)
        return "met", "followsOutside", facts, {"number": numbered(leader), "offence": leader.offence.offence}

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
            reason = "supposed" if supposed else "silent"
            number, offence = numbered(charge), charge.offence.offence
            run.warn(rule, "tieNotDeclared", f"{charge.path}/portLink", number=number, offence=offence, tie=reason)
            facts = (*charge.told, used(f"{places[0].path}/role", places[0].place.role))
            return "met", reason, facts, {"place": places[0].place.id, "area": places[0].area.code}
        charge.standing = "unclear"
        run.warn(rule, "tieMissing", f"{charge.path}/portLink", "places", number=numbered(charge), offence=charge.offence.offence)
        return "cannotTell", "noTieKnown", charge.told, PLAIN

    try_each(run, rule, _open(run), test)
