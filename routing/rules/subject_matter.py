"""Rules that follow the subject: social law, customs, murder, lead authorities, matters kept by one division (ratione materiae)."""

from __future__ import annotations

from routing.decision import Said
from routing.law import Division
from routing.reasoning import Charge, Located, Reasoning, used


def _only(run: Reasoning, code: str | None) -> bool:
    """Is this the only offence of an outside file, supporting offences that follow it aside?"""
    if run.scope != "outside":
        return False
    standing = [
        charge for charge in run.charges if charge.type is None or charge.type.list != "supporting" or charge.offence.port_link is not None
    ]
    return bool(standing) and all(charge.offence.offence == code for charge in standing)


def _division(run: Reasoning) -> Division | None:
    return run.place.division if run.place is not None else None


def social_law(run: Reasoning) -> None:
    rule = "social-law"
    if not _only(run, run.version(rule).offence):
        run.step(rule, "notMet", "notOnly")
        return
    if run.place is not None and run.place.abroad:
        run.step(rule, "notMet", "abroad")
        return
    division = _division(run)
    facts = tuple(charge.offence_fact for charge in run.charges)
    if division is None:
        run.take(rule, None, None)
        run.step(rule, "cannotTell", "circuitNotKnown", facts=facts)
        return
    run.take(rule, f"labourAuditor{division.circuit}", division.correctional_court)
    run.special.labour = True
    run.ground(rule, facts, office=run.office)
    run.step(rule, "met", "onlySocialLaw", facts=facts, office=run.office)


def customs_smuggling(run: Reasoning) -> None:
    rule = "customs-smuggling"
    if not _only(run, run.version(rule).offence):
        run.step(rule, "notMet", "notOnly")
        return
    if run.place is not None and run.place.abroad:
        run.step(rule, "notMet", "abroad")
        return
    division = _division(run)
    facts = tuple(charge.offence_fact for charge in run.charges)
    run.take(rule, run.version(rule).office, division.correctional_court if division else None)
    run.special.office = run.office
    run.ground(rule, facts, office=run.office)
    run.step(rule, "met", "onlyCustoms", facts=facts, office=run.office)


def murder_assize(run: Reasoning) -> None:
    rule = "murder-assize"
    murders = [
        charge for charge in run.charges if charge.offence.offence == run.version(rule).offence and charge.offence.attempt is not True
    ]
    counted = [charge for charge in murders if run.scope == "outside" or (run.scope != "unclear" and charge.standing == "along")]
    facts = tuple(
        used(f"{charge.path}/{name}", value)
        for charge in murders
        for name, value in (
            ("offence", charge.offence.offence),
            ("attempt", charge.offence.attempt),
            ("portLink", charge.offence.port_link),
        )
    )
    if not counted:
        run.step(rule, "notMet", "murderApart" if murders else "noMurder", facts=facts)
        return
    places = [_place_of_murder(run, charge) for charge in counted]
    divisions = [place.division if place is not None else None for place in places]
    courts = dict.fromkeys(division.assize_court if division is not None else None for division in divisions)
    court = next(iter(courts))
    run.special.murder, run.special.assize = True, divisions[0]
    if len(courts) > 1:
        run.special.rivals = [place for place in places if place is not None]
        run.warn(rule, "severalAssizeCourts", *(f"{charge.path}/place" for charge in counted))
    if run.scope == "outside":
        division = _division(run)
        abroad = run.place is not None and run.place.abroad
        run.take(rule, "foreign" if abroad else division.office if division else None, None if abroad else court)
    else:
        office = run.law.offices.get(run.office or "")
        run.take_court(rule, None if office is not None and office.no_court else court)
    if run.court is None or divisions[0] is None:
        run.warn(rule, "assizeProvinceMissing", *(f"{charge.path}/place" for charge in counted))
        run.step(rule, "cannotTell", "provinceNotKnown", facts=facts)
    else:
        run.ground(rule, facts, division=divisions[0], court=run.court)
        run.step(rule, "met", "murder", facts=facts, court=run.court)


def _place_of_murder(run: Reasoning, charge: Charge) -> Located | None:
    own = run.place_of.get(charge.offence.place or "")
    return own if own is not None and own.known else run.place


def lead_authority(run: Reasoning) -> None:
    rule = "lead-authority"
    lead = run.facts.lead_authority
    if lead is None:
        run.step(rule, "notMet", "noLead")
        return
    facts = (used("leadAuthority", lead),)
    division = _division(run)
    offices = [office for office in run.law.offices.values() if office.lead == lead]
    office = next((one for one in offices if one.circuit is None or (division is not None and one.circuit == division.circuit)), None)
    no_court = run.scope == "unclear" or (office is not None and office.no_court)
    run.take_office(rule, office.code if office else None)
    if no_court:
        run.take_court(rule, None)
    if office is None:
        run.warn(rule, "leadCircuitMissing", "leadAuthority", "places")
        run.step(rule, "cannotTell", "circuitNotKnown", facts=facts)
        return
    run.special.office, run.special.no_court = office.code, no_court
    run.ground(rule, facts, office=office.code)
    if office.every_track:
        run.all_tracks = office.code
    run.step(rule, "met", "lead", facts=facts, office=office.code)


def division_of_matters(run: Reasoning) -> None:
    """Show which division keeps a matter for its court; the answer keeps the division of the territory."""
    rule = "division-of-matters"
    own = run.law.arrondissements.get(run.court or "")
    reached = {own} | {ground.supports.arrondissement for ground in run.grounds if ground.kind_of_ground == "statute"}
    shown = False
    for allocation, cited in run.on.allocations if own is not None else ():
        charges = [charge for charge in run.charges if charge.offence.offence in allocation.offences]
        if allocation.arrondissement not in reached or not charges:
            continue
        shown = True
        facts = tuple(charge.offence_fact for charge in charges)
        keeps = run.law.divisions[allocation.division]
        run.ground(rule, facts, division=keeps, court=allocation.court, cited=cited, allocation=allocation.id)
        said: Said = {"allocation": allocation.id, "court": allocation.court}
        run.step(rule, "met", "keptByDivision", facts=facts, citations=(cited,), **said)  # ty: ignore[invalid-argument-type]
        if allocation.arrondissement == own:
            run.warn(rule, "divisionOfMatters", *(fact.path for fact in facts), **said)
    if not shown:
        run.step(rule, "notMet", "noAllocation")
