"""A draft of the law against the present one: what it moves in one file, what stays and why, and the totals of a docket; pure."""

from collections.abc import Sequence
from typing import Any, Literal

import msgspec

from docket import tracks
from routing import Decision, Ground, PortArea, Scope, Track

What = Literal["outcome", "scope", "area", "office", "court", "tracks", "choice"]
#: groundsOnly: the answer is the same and rests on other grounds; it gets no new decision, the others stay as they stand.
Stays = Literal["referred", "seised", "groundsOnly"]
#: Stands in a count for what has no office, no court or no area.
NONE = "-"


class Answer(msgspec.Struct, frozen=True, kw_only=True, rename="camel"):
    """The part of an answer that is compared; what a stored answer holds besides is not read."""

    outcome: Literal["decided", "undecided"]
    scope: Scope
    port_area: PortArea | None
    tracks: tuple[Track, ...]
    grounds: tuple[Ground, ...] = ()
    policy_alone: tuple[int, ...] = ()

    def routes(self) -> tuple[object, ...]:
        """The same as `tracks.routes` of the whole decision."""
        return self.scope, self.port_area, self.tracks


class Held(msgspec.Struct, frozen=True, kw_only=True):
    """A file as the register holds it."""

    case_id: int
    #: Of receipt: the law of that year governs.
    year: int
    #: What holds now, whoever decided it.
    standing: Answer
    #: The last answer of the rules; the same object where nobody decided otherwise.
    routed: Answer
    #: A person settled or overrode it.
    chosen: bool
    #: Waits for a person: to be settled, or to be confirmed.
    open: bool
    to_confirm: bool
    #: Places of the tracks that were brought before their court.
    referred: tuple[int, ...]
    #: The report says on which day a court was seised.
    seised: bool


class Spot(msgspec.Struct, frozen=True, kw_only=True, rename="camel"):
    """Where one track lies."""

    track: str
    prosecution_office: str | None
    court: str | None


class Route(msgspec.Struct, frozen=True, kw_only=True, rename="camel"):
    outcome: str
    scope: str
    port_area: str | None
    tracks: tuple[Spot, ...]

    @property
    def offices(self) -> tuple[str, ...]:
        return _offices(self.tracks)

    @property
    def courts(self) -> tuple[str, ...]:
        return _courts(self.tracks)


class Compared(msgspec.Struct, frozen=True, kw_only=True, rename="camel"):
    """A file that the draft moves, or that would move or rests on other grounds and stays."""

    case_id: int
    year: int
    #: None = it moves: an enactment gives it a new decision.
    stays: Stays | None
    what: tuple[What, ...]
    #: What a person chose ends.
    lapses: bool
    before: Route
    #: Under the draft; for a file that stays, where it would have gone.
    after: Route


class Load(msgspec.Struct, kw_only=True, rename="camel"):
    """How many files there are of a kind, now and after the draft; a file with two tracks at two offices counts for both."""

    before: int = 0
    after: int = 0


class Totals(msgspec.Struct, kw_only=True, rename="camel"):
    """What a draft does to a docket; built up file by file and put together from parts."""

    files: int = 0
    moved: int = 0
    #: Of those that do not move, by reason; the rest is unchanged.
    stays: dict[str, int] = {}
    what: dict[str, int] = {}
    #: Choices of people that end, and that stay.
    lapsed: int = 0
    kept: int = 0
    offices: dict[str, Load] = {}
    courts: dict[str, Load] = {}
    #: Moved files by their offices, courts and area, as `from>to` with codes joined by commas.
    by_office: dict[str, int] = {}
    by_court: dict[str, int] = {}
    by_area: dict[str, int] = {}
    #: Moved files by year of receipt.
    by_year: dict[str, int] = {}
    open_tracks: Load = msgspec.field(default_factory=Load)
    #: Files with a track whose court rests on policy alone, and that no magistrate has confirmed.
    to_confirm: Load = msgspec.field(default_factory=Load)

    @property
    def unchanged(self) -> int:
        return self.files - self.moved - sum(self.stays.values())

    def count(self, held: Held, draft: Answer, compared: Compared | None, *, open_after: bool) -> None:
        """`open_after` is read of a file that moves only."""
        moves = compared is not None and compared.stays is None
        self.files += 1
        _load(self.offices, _offices(held.standing.tracks), _offices(draft.tracks) if moves else None)
        _load(self.courts, _courts(held.standing.tracks), _courts(draft.tracks) if moves else None)
        self.open_tracks.before += held.open
        self.open_tracks.after += open_after if moves else held.open
        self.to_confirm.before += held.to_confirm
        self.to_confirm.after += bool(draft.policy_alone) if moves else held.to_confirm
        if compared is None or not moves:
            self.kept += held.chosen
            if compared is not None and compared.stays is not None:
                self.stays[compared.stays] = self.stays.get(compared.stays, 0) + 1
            return
        before, after = compared.before, compared.after
        self.moved += 1
        self.lapsed += compared.lapses
        for what in compared.what:
            self.what[what] = self.what.get(what, 0) + 1
        for counts, old, new in (
            (self.by_office, before.offices, after.offices),
            (self.by_court, before.courts, after.courts),
            (self.by_area, (before.port_area or NONE,), (after.port_area or NONE,)),
        ):
            key = f"{','.join(old)}>{','.join(new)}"
            counts[key] = counts.get(key, 0) + 1
        self.by_year[str(held.year)] = self.by_year.get(str(held.year), 0) + 1

    def add(self, other: "Totals") -> None:
        """Takes in what another part of the docket counted."""
        self._add(other, 1)

    def take(self, other: "Totals") -> None:
        """Takes out again what a part counted that was in it."""
        self._add(other, -1)

    def _add(self, other: "Totals", sign: Literal[1, -1]) -> None:
        for name in ("files", "moved", "lapsed", "kept"):
            setattr(self, name, getattr(self, name) + sign * getattr(other, name))
        for name in ("stays", "what", "by_office", "by_court", "by_area", "by_year"):
            mine = getattr(self, name)
            for key, count in getattr(other, name).items():
                mine[key] = mine.get(key, 0) + sign * count
                if not mine[key]:
                    del mine[key]
        for name in ("offices", "courts"):
            mine = getattr(self, name)
            for key, load in getattr(other, name).items():
                _sum(mine.setdefault(key, Load()), load, sign)
                if mine[key] == Load():
                    del mine[key]
        _sum(self.open_tracks, other.open_tracks, sign)
        _sum(self.to_confirm, other.to_confirm, sign)


def answer_of(decision: Decision) -> Answer:
    return Answer(
        outcome="decided" if tracks.outcome(decision) == "decided" else "undecided",
        scope=decision.scope,
        port_area=decision.port_area,
        tracks=decision.tracks,
        grounds=decision.grounds,
        policy_alone=decision.policy_alone,
    )


def compare(held: Held, present: Answer, draft: Answer) -> Compared | None:
    """
    What the draft does to one file; None = it is decided as before, on the same grounds.

    It moves a file that it decides otherwise than the present law does, and otherwise than the rules did when they last decided it,
    unless a track that would change lies before a court already.
    """
    if draft.routes() == present.routes():
        if draft.grounds == present.grounds or _rests_on(draft) == _rests_on(present):
            return None
        return _compared(held, draft, "groundsOnly")
    if draft.routes() == held.routed.routes():
        return None
    return _compared(held, draft, before_a_court(held, draft))


def before_a_court(held: Held, draft: Answer) -> Stays | None:
    """Why no change of law takes this file from its court: it was seised, or a referred track would not stay as it is."""
    if held.seised:
        return "seised"
    stays = all(held.standing.tracks[ordinal] in draft.tracks for ordinal in held.referred if ordinal < len(held.standing.tracks))
    return None if stays else "referred"


def _compared(held: Held, draft: Answer, stays: Stays | None) -> Compared:
    lapses = held.chosen and stays is None
    before, after = route_of(held.standing), route_of(draft)
    return Compared(
        case_id=held.case_id,
        year=held.year,
        stays=stays,
        what=what_moved(held.standing, draft) + (("choice",) if lapses else ()),
        lapses=lapses,
        before=before,
        after=after,
    )


def what_moved(before: Answer, after: Answer) -> tuple[What, ...]:
    """In the order of the words; tracks = other tracks, or other people on them."""
    old, new = route_of(before), route_of(after)
    found: list[What] = []
    if old.outcome != new.outcome:
        found.append("outcome")
    if old.scope != new.scope:
        found.append("scope")
    if old.port_area != new.port_area:
        found.append("area")
    if old.offices != new.offices:
        found.append("office")
    if old.courts != new.courts:
        found.append("court")
    if _people(before.tracks) != _people(after.tracks):
        found.append("tracks")
    return tuple(found)


def route_of(answer: Answer) -> Route:
    spots = tuple(Spot(track=each.track, prosecution_office=each.prosecution_office, court=each.court) for each in answer.tracks)
    return Route(outcome=answer.outcome, scope=answer.scope, port_area=answer.port_area, tracks=spots)


def _rests_on(answer: Answer) -> frozenset[tuple[Any, ...]]:
    """Grounds without the facts they use, which are the same on both sides, and without where they are read."""
    return frozenset((ground.code, ground.article, ground.kind_of_ground, ground.confidence, ground.supports) for ground in answer.grounds)


def _people(listed: Sequence[Track]) -> tuple[tuple[str, tuple[str, ...]], ...]:
    return tuple((track.track, track.persons) for track in listed)


def _offices(listed: Sequence[Track | Spot]) -> tuple[str, ...]:
    return _codes([track.prosecution_office or NONE for track in listed])


def _courts(listed: Sequence[Track | Spot]) -> tuple[str, ...]:
    return _codes([track.court or NONE for track in listed])


def _codes(listed: Sequence[str]) -> tuple[str, ...]:
    # Nearly every file has one track, and every file is counted.
    if len(listed) == 1:
        return (listed[0],)
    return tuple(sorted(set(listed))) or (NONE,)


def _load(loads: dict[str, Load], before: tuple[str, ...], after: tuple[str, ...] | None) -> None:
    """`after` None: as before."""
    for code in before:
        load = loads.get(code) or loads.setdefault(code, Load())
        load.before += 1
        load.after += after is None
    for code in after or ():
        loads.setdefault(code, Load()).after += 1


def _sum(mine: Load, other: Load, sign: Literal[1, -1]) -> None:
    mine.before += sign * other.before
    mine.after += sign * other.after
