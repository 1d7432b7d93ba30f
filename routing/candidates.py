"""Every office and court within reach of a file, what speaks for each, and which rule beat those that lost."""

from __future__ import annotations

from collections.abc import Sequence

import msgspec

from routing.decision import Candidate, Decision, Ground, Track
from routing.law import Law
from routing.reasoning import Reasoning, Seat
from routing.statutory import names

#: why a seat lost to a rule, as a code of routing/wording/
WHY = {
    "territory-of-the-place": "placeOfFile",
    "policy-port-office": "officeByPolicy",
    "policy-court": "courtByPolicy",
    "social-law": "socialLaw",
    "customs-smuggling": "customs",
    "murder-assize": "murder",
    "lead-authority": "lead",
    "magistrate": "magistrate",
    "division-of-matters": "keepsTerritory",
    "youth-court-of-residence": "youthResidence",
}
#: why an ordinary seat lost a minor
MINOR = "minor"
UNSEATED: Seat = (None, None)
#: stands for the rule where a person chose otherwise
PERSON = "person"


def candidates_of(run: Reasoning, tracks: Sequence[Track]) -> tuple[Candidate, ...]:
    """The chosen seats in the order of the tracks, then the others: those that a rule proposed, then those with a ground."""
    told: list[Candidate] = []
    statute = dict.fromkeys(_by_statute(run)) if tracks else {}
    place = run.place.division.correctional_court if run.place is not None and run.place.division is not None else None

    def add(track: str, seat: Seat, lost: tuple[str, str] | None) -> None:
        office, court = seat
        told.append(
            Candidate(
                track="youth" if track == "youth" else "ordinary",
                prosecution_office=office,
                court=court,
                grounds=tuple(at for at, ground in enumerate(run.grounds) if _speaks(ground, office, court, run.law)),
                chosen=lost is None,
                by_statute=seat in statute if track == "ordinary" else lost is None and run.all_tracks in (None, office),
                of_the_place=court is not None and court == place,
                beaten_by=lost[0] if lost else None,
                why=lost[1] if lost else None,
            )
        )

    ordinary = next((track for track in tracks if track.track == "ordinary"), None)
    chosen = (ordinary.prosecution_office, ordinary.court) if ordinary is not None else UNSEATED
    for track in tracks:
        if track.prosecution_office is not None or track.court is not None:
            add(track.track, (track.prosecution_office, track.court), None)
    if ordinary is not None:
        for seat, lost in _losers(run, chosen, statute).items():
            add("ordinary", seat, lost)
    if run.youth:
        for seat, lost in _lost_to_youth(run, beside=ordinary is not None).items():
            add("youth", seat, lost)
    return tuple(told)


def rechosen(decision: Decision, tracks: Sequence[Track], law: Law) -> tuple[Candidate, ...]:
    """The candidates after a person chose other tracks: what he left out lost to him."""
    seats = dict.fromkeys((track.track, track.prosecution_office, track.court) for track in tracks)
    known = {(one.track, one.prosecution_office, one.court): one for one in decision.candidates}
    won = [
        msgspec.structs.replace(known[seat], chosen=True, beaten_by=None, why=None)
        if seat in known
        else Candidate(
            track=seat[0],
            prosecution_office=seat[1],
            court=seat[2],
            grounds=tuple(at for at, ground in enumerate(decision.grounds) if _speaks(ground, seat[1], seat[2], law)),
            chosen=True,
            by_statute=False,
            of_the_place=False,
            beaten_by=None,
            why=None,
        )
        for seat in seats
        if seat[1:] != UNSEATED
    ]
    lost = [
        msgspec.structs.replace(one, chosen=False, beaten_by=PERSON, why=PERSON) if one.chosen else one
        for seat, one in known.items()
        if seat not in seats
    ]
    return (*won, *lost)


def _losers(run: Reasoning, chosen: Seat, statute: dict[Seat, None]) -> dict[Seat, tuple[str, str]]:
    """Each seat that lost, with the rule that beat it and why."""
    lost: dict[Seat, tuple[str, str]] = {}
    for at, (_, seat) in enumerate(run.proposals):
        if seat in (chosen, UNSEATED) or seat in lost:
            continue
        later = next((rule for rule, after in run.proposals[at + 1 :] if after != seat), None)
        if later is not None:
            lost[seat] = (later, WHY[later])
    for seat in statute:
        if seat != chosen:
            lost.setdefault(seat, _beaten(run, seat, chosen))
    for ground in run.grounds:
        seat = (ground.supports.prosecution_office, ground.supports.court)
        if seat == chosen or seat in lost or ground.supports.court is None or _is_of_youth(ground, run.law):
            continue
        kept = ground.kind_of_ground == "regulation"
        lost[seat] = ("division-of-matters", WHY["division-of-matters"]) if kept else _beaten(run, seat, chosen)
    return lost


def _lost_to_youth(run: Reasoning, *, beside: bool) -> dict[Seat, tuple[str, str]]:
    """
    What a minor does not come before: the youth court of the place, and the seats that policy and place give to adults.

    `beside` an ordinary track, the other seats with a ground are told there.
    """
    rule = "youth-court-of-residence" if run.all_tracks is None else "lead-authority"
    lost = dict.fromkeys(run.youth_replaced, (rule, WHY[rule]))
    adults: list[Seat] = [(run.office, run.court)]
    if run.place is not None and run.place.division is not None:
        division = run.place.division
        adults.append((division.office, division.correctional_court))
        lost.setdefault((division.office, division.youth_court), (rule, WHY[rule]))
    if not beside:
        grounds = [ground for ground in run.grounds if ground.supports.court is not None and not _is_of_youth(ground, run.law)]
        adults += [(ground.supports.prosecution_office, ground.supports.court) for ground in grounds]
    for seat in adults:
        lost.setdefault(seat, (rule, MINOR if run.all_tracks is None else WHY[rule]))
    chosen = {(track.prosecution_office, track.court) for track in run.youth}
    return {seat: why for seat, why in lost.items() if seat not in chosen and seat != UNSEATED}


def _beaten(run: Reasoning, seat: Seat, chosen: Seat) -> tuple[str, str]:
    """The rule behind the court that was chosen instead, or behind the office where the court is the same."""
    rule = run.office_by if seat[1] == chosen[1] else run.court_by
    rule = rule or "territory-of-the-place"
    if rule == "territory-of-the-place" and chosen == UNSEATED:
        return rule, "placeNotKnown"
    return rule, WHY[rule]


def _by_statute(run: Reasoning) -> list[Seat]:
    """The seats of the ordinary track that stand without policy, the place of the file first."""
    special = run.special
    if special.privilege is not None:
        return [special.privilege]
    if special.office is not None and special.no_court:
        return [(special.office, None)]
    if special.murder:
        if special.assize is None:
            return []
        return [(special.office or special.assize.office, special.assize.assize_court)]
    seats: list[Seat] = []
    for ground in run.grounds:
        office, court = ground.supports.prosecution_office, ground.supports.court
        if ground.kind_of_ground != "statute" or office not in run.law.divisions or court is None or _is_of_youth(ground, run.law):
            continue
        division = run.law.divisions[office]
        by_matter = f"labourAuditor{division.circuit}" if special.labour else office
        seats.append((special.office or by_matter, court))
    own = run.place.division.correctional_court if run.place is not None and run.place.division is not None else None
    seats.sort(key=lambda seat: seat[1] != own)
    return [*seats, ("foreign", None)] if run.place is not None and run.place.abroad else seats


def _speaks(ground: Ground, office: str | None, court: str | None, law: Law) -> bool:
    named = ground.supports
    if named.court is None and named.arrondissement is None:
        return named.prosecution_office is not None and named.prosecution_office == office
    return court is not None and (names(named, court, law) if ground.kind_of_ground == "statute" else named.court == court)


def _is_of_youth(ground: Ground, law: Law) -> bool:
    court = law.courts.get(ground.supports.court or "")
    return court is not None and court.level == "youth"
