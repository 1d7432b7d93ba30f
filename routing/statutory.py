"""What stands by statute: the grounds behind a court, and what is left of a decision without policy."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from routing.decision import Candidate, Decision, Ground, Part, Supports, Track
from routing.law import Law


def speaks_for(ground: Ground, court: str, law: Law) -> bool:
    """Is the ground statutory, and does it name that court, or one of the same level in the same arrondissement?

    A wrong division inside one court is an incident of division (art. 88, § 2 Ger.W.), not incompetence.
    """
    return ground.kind_of_ground == "statute" and names(ground.supports, court, law)


def names(supports: Supports, court: str, law: Law) -> bool:
    """Does it name the court, or one of its level in its arrondissement; without a court any of the arrondissement?"""
    if supports.court == court:
        return True
    if supports.arrondissement is None or supports.arrondissement != law.arrondissements.get(court):
        return False
    return supports.court is None or _level(supports.court, law) == _level(court, law)


def policy_alone(tracks: Sequence[Track], grounds: Iterable[Ground], law: Law) -> tuple[int, ...]:
    """Ordinals of the tracks whose court has no statutory ground among these; a track without a court is not among them."""
    known = tuple(grounds)
    return tuple(
        at
        for at, track in enumerate(tracks)
        if track.court is not None and not any(speaks_for(ground, track.court, law) for ground in known)
    )


class StatuteOnly(Part, frozen=True, kw_only=True):
    """A decision without its policy."""

    #: what stands by statute alone; those of the ordinary track are equally competent: art. 23 Sv. ranks none
    candidates: tuple[Candidate, ...]
    #: ordinal among these of the court of the place of the file; None = it is not among them
    of_the_place: int | None


def statute_only(decision: Decision) -> StatuteOnly:
    """What is left of a decision without policy."""
    left = tuple(candidate for candidate in decision.candidates if candidate.by_statute)
    place = next((at for at, candidate in enumerate(left) if candidate.track == "ordinary" and candidate.of_the_place), None)
    return StatuteOnly(candidates=left, of_the_place=place)


def _level(court: str, law: Law) -> str | None:
    known = law.courts.get(court)
    return known.level if known is not None else None
