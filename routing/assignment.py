"""The named prosecutor of a file: who is out, connexity first, then a draw weighted by open load that anybody can do again."""

import hashlib
import hmac
from typing import Literal

import msgspec

#: Why a prosecutor of the roster is out for this file.
OutReason = Literal["absent", "recused", "notNamed"]
AssignmentKind = Literal["connexity", "standIn", "draw", "none"]
#: Why nobody is assigned; a head then does it, with a reason.
NoneReason = Literal["emptyRoster", "nobodyAvailable", "noSeed"]

_VALUES = 2 ** (8 * hashlib.sha256().digest_size)


class RosterMember(msgspec.Struct, frozen=True, kw_only=True, rename="camel"):
    """A prosecutor of the roster of that day, or the stand-in of one."""

    #: A function code such as `user:23`, never a name.
    code: str
    #: Files in his hands at that moment.
    load: int
    #: False: not of the roster himself, here only because he stands in.
    on_roster: bool = True
    absent: bool = False
    #: Who takes his place while he is absent: a code of this same roster.
    stand_in: str | None = None
    #: Ground of his recusal for this file; None = not recused.
    recused: str | None = None
    #: Of a sealed file only who is named on it may be its prosecutor.
    named: bool = True


class TyingFile(msgspec.Struct, frozen=True, kw_only=True, rename="camel"):
    """A related file that ties this one, with its prosecutor."""

    case_number: str
    prosecutor: str


class RosterSnapshot(msgspec.Struct, frozen=True, kw_only=True, rename="camel"):
    """All that an assignment looks at; kept with its result, so that it can be done again."""

    members: tuple[RosterMember, ...]
    related: tuple[TyingFile, ...] = ()


class Out(msgspec.Struct, frozen=True, kw_only=True, rename="camel"):
    code: str
    reason: OutReason
    #: Ground of the recusal.
    ground: str | None = None
    #: Takes the place.
    stand_in: str | None = None


class DrawPlace(msgspec.Struct, frozen=True, kw_only=True, rename="camel"):
    """Numbers of the draw that fall to one prosecutor: from `first` up to but not including `until`."""

    code: str
    load: int
    #: Most open files of anybody with a place, less his own, plus one.
    weight: int
    first: int
    until: int
    #: Codes of the absent whose place he takes and who has none of his own on the roster.
    stands_in_for: tuple[str, ...] = ()


class Tie(msgspec.Struct, frozen=True, kw_only=True, rename="camel"):
    """A related file that was looked at, and whether its prosecutor (or who stands in for him) takes this one."""

    case_number: str
    prosecutor: str
    #: None = he is out, and nobody stands in for him.
    taken_by: str | None


class Drawn(msgspec.Struct, frozen=True, kw_only=True, rename="camel"):
    draw_number: int
    #: What was hashed with the seed.
    message: str
    #: HMAC-SHA256 of it, in hexadecimal digits.
    value: str
    #: Sum of the weights.
    total: int
    #: The value modulo the total: the number drawn.
    number: int


class Assignment(msgspec.Struct, frozen=True, kw_only=True, rename="camel"):
    kind: AssignmentKind
    #: None where nobody could be assigned.
    prosecutor: str | None
    #: The absent one whose place he takes.
    stands_in_for: str | None = None
    reason: NoneReason | None = None
    out: tuple[Out, ...] = ()
    ties: tuple[Tie, ...] = ()
    places: tuple[DrawPlace, ...] = ()
    drawn: Drawn | None = None


def assign(case_number: str, seed: bytes | None, draw_number: int, roster: RosterSnapshot) -> Assignment:
    """
    The same arguments give the same answer, whatever the order in which the roster lists its members.

    `seed` None = there is none that was committed before the file was registered: connexity still assigns, nothing is drawn.
    """
    members = {member.code: member for member in sorted(roster.members, key=lambda member: member.code)}
    out = tuple(found for member in members.values() if member.on_roster and (found := _out(member, members)) is not None)
    if not any(member.on_roster for member in members.values()):
        return Assignment(kind="none", prosecutor=None, reason="emptyRoster")
    ties: list[Tie] = []
    for related in sorted(roster.related, key=lambda each: each.case_number):
        taker = _taker(related.prosecutor, members)
        ties.append(Tie(case_number=related.case_number, prosecutor=related.prosecutor, taken_by=taker))
        if taker is not None:
            absent = related.prosecutor if taker != related.prosecutor else None
            kind: AssignmentKind = "standIn" if absent else "connexity"
            return Assignment(kind=kind, prosecutor=taker, stands_in_for=absent, out=out, ties=tuple(ties))
    places = places_of(roster)
    if not places:
        return Assignment(kind="none", prosecutor=None, reason="nobodyAvailable", out=out, ties=tuple(ties))
    if seed is None:
        return Assignment(kind="none", prosecutor=None, reason="noSeed", out=out, ties=tuple(ties), places=places)
    drawn = draw(seed, draw_number, case_number, places[-1].until)
    place = next(place for place in places if place.first <= drawn.number < place.until)
    absent = place.stands_in_for[0] if place.stands_in_for else None
    return Assignment(
        kind="standIn" if absent else "draw",
        prosecutor=place.code,
        stands_in_for=absent,
        out=out,
        ties=tuple(ties),
        places=places,
        drawn=drawn,
    )


def places_of(roster: RosterSnapshot) -> tuple[DrawPlace, ...]:
    """Who takes part in the draw, in the order of the codes, each with the numbers that fall to him."""
    members = {member.code: member for member in sorted(roster.members, key=lambda member: member.code)}
    stands_in_for: dict[str, list[str]] = {}
    for member in members.values():
        if not member.on_roster or (taker := _taker(member.code, members)) is None:
            continue
        absent = stands_in_for.setdefault(taker, [])
        if taker != member.code and not members[taker].on_roster:
            absent.append(member.code)
    taking = [members[code] for code in sorted(stands_in_for)]
    highest = max((member.load for member in taking), default=0)
    places, first = [], 0
    for member in taking:
        weight = highest - member.load + 1
        places.append(
            DrawPlace(
                code=member.code,
                load=member.load,
                weight=weight,
                first=first,
                until=first + weight,
                stands_in_for=tuple(stands_in_for[member.code]),
            )
        )
        first += weight
    return tuple(places)


def draw(seed: bytes, draw_number: int, case_number: str, total: int) -> Drawn:
    """
    A number from 0 to `total` - 1: HMAC-SHA256(seed, "<draw number>/<case number>") as a whole number, modulo the total.

    A value above the last whole multiple of the total would favour the first places: it is left, and "/2", "/3" ... is
    added until one falls below. With 256 bits nobody will live to see that, but a proof should not need luck.
    """
    limit = _VALUES - _VALUES % total
    attempt = 1
    while True:
        message = f"{draw_number}/{case_number}" + (f"/{attempt}" if attempt > 1 else "")
        digest = hmac.new(seed, message.encode(), hashlib.sha256).digest()
        value = int.from_bytes(digest, "big")
        if value < limit:
            return Drawn(draw_number=draw_number, message=message, value=digest.hex(), total=total, number=value % total)
        attempt += 1


def commitment_of(seed: bytes) -> bytes:
    """What is published of a seed before it is used."""
    return hashlib.sha256(seed).digest()


def _out(member: RosterMember, members: dict[str, RosterMember]) -> Out | None:
    if member.recused is not None:
        return Out(code=member.code, reason="recused", ground=member.recused)
    if not member.named:
        return Out(code=member.code, reason="notNamed")
    if member.absent:
        taker = _taker(member.code, members)
        return Out(code=member.code, reason="absent", stand_in=taker)
    return None


def _taker(code: str, members: dict[str, RosterMember]) -> str | None:
    """The prosecutor himself when he can take the file, else his stand-in when that one can; a stand-in's own is not followed."""
    member = members.get(code)
    if member is None or not member.on_roster or member.recused is not None or not member.named:
        return None
    if not member.absent:
        return code
    stand_in = members.get(member.stand_in or "")
    if stand_in is None or stand_in.absent or stand_in.recused is not None or not stand_in.named:
        return None
    return stand_in.code
