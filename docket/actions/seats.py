"""Of which offices and courts somebody keeps what belongs to no file: chambers, addresses."""

from docket.access import Actor
from routing import Law


def courts_of(by: Actor, law: Law) -> frozenset[str]:
    """The court of a registry; the courts of the division of an office, and the courts of appeal and of assize above it."""
    if by.registry_of is not None:
        return frozenset({by.registry_of})
    office = law.offices.get(by.office or "")
    division = law.divisions.get(office.division or "") if office is not None else None
    if division is None:
        return frozenset()
    above = {f"appeal{division.circuit}", division.assize_court}
    return frozenset({division.correctional_court, division.youth_court, *above}) & frozenset(law.courts)


def seats_of(by: Actor, law: Law) -> frozenset[str]:
    """The own office with its courts, or the own court; of who belongs to neither, all that the law knows."""
    if by.office is None and by.registry_of is None:
        return frozenset({*law.offices, *law.courts})
    own = {by.office} if by.office in law.offices else set()
    return frozenset({*own, *courts_of(by, law)})
