"""Where the order of the report decided: the first of several places or offences was taken."""

from __future__ import annotations

from routing.reasoning import Located, Reasoning, used


def order_of_the_report(run: Reasoning) -> None:
    rule = "order-of-the-report"
    told = False
    for charge in run.charges:
        if charge.area is None or charge.area_place is None:
            continue
        rank = charge.area.rank
        equal = [located for located in charge.places if located.area is not None and located.area.rank == rank]
        if _differ(charge.area_place, equal):
            told = True
            facts = tuple(used("places", located.place.id) for located in equal)
            run.step(rule, "met", "placesOfTheOffence", facts=facts, about=charge.path, place=charge.area_place.place.id)
    if run.place is not None and _differ(run.place, run.place_rivals):
        told = True
        facts = tuple(used("places", located.place.id) for located in (run.place, *run.place_rivals))
        run.step(rule, "met", "placeOfTheFile", facts=facts, place=run.place.place.id)
    if run.special.rivals:
        told = True
        facts = tuple(used("places", located.place.id) for located in run.special.rivals)
        first = run.special.assize
        run.step(rule, "met", "placeOfTheMurder", facts=facts, court=first.assize_court if first is not None else None)
    if not told:
        run.step(rule, "notMet", "noOrder")


def _differ(first: Located, others: list[Located]) -> bool:
    """Would another of them, taken first, have led to another area, territory or country?"""
    own = _leads_to(first)
    return any(located is not first and _leads_to(located) != own for located in others)


def _leads_to(located: Located) -> tuple[object, object, bool]:
    area = located.area.code if located.area is not None else None
    division = located.division.code if located.division is not None else None
    return area, division, located.abroad
