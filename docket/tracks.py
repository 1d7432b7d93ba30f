"""What the register derives from the tracks of a decision: who reads the file, and what a person still has to settle; pure."""

from typing import Any

import msgspec

from routing import CaseFacts, Decided, Decision, Law, Track, Undecided, policy_alone, rechosen

#: Holds what nobody else holds, and what an import brings in.
PORT_OFFICE = "antwerpPort"
#: A lead of these offices leaves the court to be named later, elsewhere.
_OFFICES_WITHOUT_COURT = ("eppo", "foreign")


def open_ordinals(decision: Decision, facts: CaseFacts) -> tuple[int, ...]:
    """Places of the tracks without office, or without a court where one is due; a decision without tracks is open as a whole."""
    court_is_due = not _abroad(decision, facts) and not (decision.scope == "unclear" and facts.lead_authority is not None)
    return tuple(ordinal for ordinal, track in enumerate(decision.tracks) if _is_open(track, court_is_due))


def is_open(decision: Decision, open_tracks: tuple[int, ...]) -> bool:
    return not decision.tracks or bool(open_tracks)


def offices_of(decision: Decision, holding_office: str) -> list[str]:
    """The offices whose people may work on the file."""
    named = {track.prosecution_office for track in decision.tracks if track.prosecution_office is not None}
    return sorted((named or {PORT_OFFICE}) | {holding_office})


def answering(decision: Decision, holding_office: str) -> tuple[str, ...]:
    """The offices that have to take a new file in charge; the holder where no track names one of ours (`responsible_offices` in SQL)."""
    named = sorted(set(responsible(decision)) - set(_OFFICES_WITHOUT_COURT))
    return tuple(named) or (holding_office,)


def responsible(decision: Decision) -> tuple[str, ...]:
    """The offices that the tracks name, in their order."""
    return tuple(dict.fromkeys(track.prosecution_office for track in decision.tracks if track.prosecution_office is not None))


def goes_to_port(decision: Decision) -> bool:
    """Does the ordinary track go to the port prosecutors? Then one of them gets the file."""
    return any(track.track == "ordinary" and track.prosecution_office == PORT_OFFICE for track in decision.tracks)


#: What the law data call the ground that an office or court has by a place of an offence.
_PLACE_OF_OFFENCE = "place-of-offence"


def territory(decision: Decision) -> tuple[list[str], str | None]:
    """Offices and courts in whose territory a place of an offence lies, and the rule by which one of them lost the file."""
    local = [
        candidate
        for candidate in decision.candidates
        if candidate.track == "ordinary" and any(decision.grounds[at].code == _PLACE_OF_OFFENCE for at in candidate.grounds)
    ]
    seats = {seat for candidate in local for seat in (candidate.prosecution_office, candidate.court) if seat is not None}
    return sorted(seats), next((candidate.beaten_by for candidate in local if candidate.beaten_by is not None), None)


def outcome(decision: Decision) -> str:
    return "decided" if isinstance(decision, Decided) else "undecided"


def with_tracks(decision: Decision, chosen: tuple[Track, ...], law: Law) -> Decision:
    """The same answer with the tracks that a person chose, and which of those have no statutory ground."""
    kind = Decided if any(track.prosecution_office for track in chosen) else Undecided
    columns: dict[str, Any] = msgspec.structs.asdict(decision) | {
        "tracks": chosen,
        "candidates": rechosen(decision, chosen, law),
        "policy_alone": policy_alone(chosen, decision.grounds, law),
    }
    return kind(**columns)


def statutory_court(decision: Decision) -> str | None:
    """The court of the ordinary track where a statutory ground for it is recorded."""
    return next(
        (track.court for at, track in enumerate(decision.tracks) if track.track == "ordinary" and at not in decision.policy_alone), None
    )


def routes(decision: Decision) -> tuple[object, ...]:
    """What must be equal for a person's earlier choice to stand after the facts changed."""
    return decision.scope, decision.port_area, decision.tracks


def _is_open(track: Track, court_is_due: bool) -> bool:
    if track.prosecution_office is None:
        return True
    return track.court is None and court_is_due and track.prosecution_office not in _OFFICES_WITHOUT_COURT


def _abroad(decision: Decision, facts: CaseFacts) -> bool:
    """Does the place that would name the court lie abroad: that of the file, or a murder's own?"""
    places = {place.id: place for place in facts.places}
    deciding = {decision.place} | {
        offence.place for offence in facts.offences if offence.offence == "murder" and offence.attempt is not True
    }
    return any(places[place].country not in (None, "BE") for place in deciding if place in places)
