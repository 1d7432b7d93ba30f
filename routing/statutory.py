"""What stands by statute: the grounds behind a court, and what is left of a decision without policy."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from routing.decision import Ground, Track
from routing.law import Division, Law


def speaks_for(ground: Ground, court: str, law: Law) -> bool:
    """Is the ground statutory, and does it name that court, or one of the same level in the same arrondissement?

    A wrong division inside one court is an incident of division (art. 88, § 2 Ger.W.), not incompetence.
    """
    named = ground.supports
    if ground.kind_of_ground != "statute":
        return False
    if named.court == court:
        return True
    own = division_of(court, law)
    if own is None or named.arrondissement != own.arrondissement:
        return False
    return named.court is None or _level(named.court, law) == _level(court, law)


def policy_alone(tracks: Sequence[Track], grounds: Iterable[Ground], law: Law) -> tuple[int, ...]:
    """Ordinals of the tracks whose court has no statutory ground among these; a track without a court is not among them."""
    known = tuple(grounds)
    return tuple(
        at
        for at, track in enumerate(tracks)
        if track.court is not None and not any(speaks_for(ground, track.court, law) for ground in known)
    )


def division_of(court: str, law: Law) -> Division | None:
    """The division of a correctional or youth court; None for courts of appeal and of assize."""
    return next((one for one in law.divisions.values() if court in (one.correctional_court, one.youth_court)), None)


def _level(court: str, law: Law) -> str | None:
    known = law.courts.get(court)
    return known.level if known is not None else None
