"""Which other files look like a file, how much, and why in words; pure.

A candidate is a hint for a person, never a tie: nothing is joined by a score.
"""

import math
from collections.abc import Sequence
from datetime import date, timedelta
from typing import Literal

import msgspec
from rapidfuzz.distance import OSA

from docket import case_keys
from docket.case_keys import NEAR, NEAR_WRONG, Key
from docket.decoding import first_day
from docket.identifiers import Kind

#: A container is emptied and hired out again; its number ties files only while it can be the same voyage.
SAME_VOYAGE = timedelta(days=45)
#: A ship lies a few days in port, and reports on one call come within days; feeders are back after a week.
SAME_CALL = timedelta(days=3)
SAME_PLACE = timedelta(days=3)
#: A shipment is weighed anew by whoever takes it over.
SAME_WEIGHING = timedelta(days=5)

#: Lower scores are shown to nobody: on made pairs (`bench/connected.py`) most of them are chance.
SHOWN_FROM = 30
#: From here on the score says "likely"; below it "possible".
LIKELY_FROM = 60
MAX_SHOWN = 20

#: How often two files that share this are about the same facts or people, as a chance of 0 to 1. Set by judgement in this order and
#: checked by bench/connected.py, whose near misses (same quay other facts, same ship other call, same name other birth date) must stay
#: below SHOWN_FROM and whose true pairs must reach it.
WEIGHTS: dict[str, float] = {
    "notice": 0.95,  # one report, one number
    "ssin": 0.9,  # the same person, perhaps in another matter
    "container": 0.85,
    "bornAndName": 0.8,
    "bornAndSound": 0.75,
    "bornAndNear": 0.6,
    "ssinNear": 0.6,
    "containerNear": 0.6,
    "nameAndNearBirth": 0.55,
    "nameAndYear": 0.5,
    "imo": 0.45,  # one call brings thousands of containers
    "enterprise": 0.45,  # the same terminal is the injured party of many files
    "weight": 0.45,
    "imoNear": 0.35,
    "vesselName": 0.4,
    "enterpriseNear": 0.35,
    "containerLater": 0.35,  # the number alone, on another voyage
    "name": 0.35,
    "companyName": 0.3,
    "soundOnly": 0.3,
    "quay": 0.25,
    "townText": 0.2,
    "sameOffence": 0.15,  # only beside a place: the same quay, days and offence
    "terminal": 0.12,  # thousands of containers a day
    "dock": 0.1,
}
#: Beyond so many files that share one key it tells less: half, then a quarter.
COMMON, VERY_COMMON = 20, 100
#: So near a name must be to be a misspelling: one letter, from nine letters on two.
_LETTERS_FOR_TWO = 9

Strength = Literal["likely", "possible"]


class Lookup(msgspec.Struct, frozen=True, kw_only=True):
    """One key to look for, with the days on which the other file may lie."""

    #: Place in the list of lookups, from 0; what a hit names.
    at: int
    kind: str
    key: str
    #: Ranks files before they are scored.
    weight: float
    #: The first day of the other file lies in [starts, until], its last day is `ends` or later.
    starts: date
    until: date
    ends: date


class Hit(msgspec.Struct, frozen=True, kw_only=True, rename="camel"):
    at: int
    value: str
    first_day: date
    last_day: date
    #: Files that the reader may see and that share this key.
    spread: int


class Score(msgspec.Struct, frozen=True, kw_only=True):
    #: 0 to 100.
    score: int
    #: In Dutch, the strongest first.
    reasons: tuple[str, ...]
    #: The same without what may be corrected later, to know again what was dismissed.
    clues: tuple[str, ...]

    @property
    def strength(self) -> Strength:
        return "likely" if self.score >= LIKELY_FROM else "possible"


class _Clue(msgspec.Struct, frozen=True, kw_only=True):
    name: str
    weight: float
    reason: str
    subject: str
    #: The clue without the words, to know it again.
    code: str


_WINDOWS = {
    "imo": SAME_CALL,
    f"imo{NEAR}": SAME_CALL,
    f"imo{NEAR_WRONG}": SAME_CALL,
    "vesselName": SAME_CALL,
    "quay": SAME_PLACE,
    "dock": SAME_PLACE,
    "terminal": SAME_PLACE,
    "townText": SAME_PLACE,
    "weight": SAME_WEIGHING,
    f"container{NEAR}": SAME_VOYAGE,
    f"container{NEAR_WRONG}": SAME_VOYAGE,
}
_RANKS = {"personName": 0.35, "personBorn": 0.5}
_NUMBERS: dict[str, tuple[Kind, str]] = {
    "container": ("containerNumber", "container"),
    "imo": ("imoNumber", "IMO-nummer"),
    "ssin": ("ssin", "rijksregisternummer"),
    "enterprise": ("enterpriseNumber", "ondernemingsnummer"),
}


def lookups_of(keys: Sequence[Key]) -> tuple[Lookup, ...]:
    """What to look for on behalf of a file with these keys; the place of a lookup names its key in `sought`."""
    found = []
    for at, (kind, key) in enumerate(sought(keys)):
        window = _WINDOWS.get(kind)
        if window is None:
            starts, until, ends = date.min, date.max, date.min
        else:
            starts, until, ends = key.first_day - window - case_keys.LONGEST_SPAN, key.last_day + window, key.first_day - window
        rank = _RANKS.get(kind) or WEIGHTS.get(kind) or 0.3
        found.append(Lookup(at=at, kind=kind, key=key.key, weight=rank, starts=starts, until=until, ends=ends))
    return tuple(found)


def sought(keys: Sequence[Key]) -> tuple[tuple[str, Key], ...]:
    """Each kind to look in, with the key: the parts of a number that holds can only be near one that does not."""
    pairs = []
    for key in keys:
        if key.kind.endswith(NEAR_WRONG):
            pairs += [(key.kind.removesuffix(NEAR_WRONG) + NEAR, key), (key.kind, key)]
        elif key.kind.endswith(NEAR):
            pairs.append((key.kind.removesuffix(NEAR) + NEAR_WRONG, key))
        elif key.kind != case_keys.VERSION_KIND:
            pairs.append((key.kind, key))
    return tuple(pairs)


def score(keys: Sequence[Key], hits: Sequence[Hit]) -> Score:
    """How much another file looks like the one with these keys: independent clues add up, clues about one thing do not."""
    asked = sought(keys)
    clues = [clue for hit in hits if (clue := _clue(asked[hit.at][1], hit)) is not None]
    best: dict[str, _Clue] = {}
    for clue in clues:
        if clue.subject not in best or clue.weight > best[clue.subject].weight:
            best[clue.subject] = clue
    if support := _same_offence(asked, hits):
        best["offences"] = support
    ordered = sorted(best.values(), key=lambda clue: (-clue.weight, clue.reason))
    ordered = list({clue.reason: clue for clue in ordered}.values())
    chance = 1 - math.prod(1 - clue.weight for clue in ordered)
    return Score(
        score=min(99, round(100 * chance)),
        reasons=tuple(clue.reason for clue in ordered),
        clues=tuple(sorted({clue.code for clue in ordered})),
    )


def news(found: Score, dismissed: Sequence[str] | None) -> bool:
    """Does a candidate that was dismissed for these clues show again? Only when something speaks for it that was not there then."""
    return dismissed is None or not set(found.clues) <= set(dismissed)


def _clue(key: Key, hit: Hit) -> _Clue | None:
    kind = key.kind.removesuffix(NEAR_WRONG).removesuffix(NEAR)
    if kind in ("personName", "personBorn"):
        judged = _person(key.value, hit.value)
    elif kind in _NUMBERS:
        judged = _number(kind, key, hit)
    else:
        judged = _plain(kind, key, hit)
    if judged is None:
        return None
    name, reason = judged
    subject = "places" if kind in ("quay", "dock", "terminal", "townText") else key.subject
    return _Clue(name=name, weight=WEIGHTS[name] * _rarity(hit.spread), reason=reason, subject=subject, code=f"{name}:{key.key}")


def _rarity(spread: int) -> float:
    return 0.25 if spread > VERY_COMMON else 0.5 if spread > COMMON else 1.0


def _number(kind: str, key: Key, hit: Hit) -> tuple[str, str] | None:
    of, said = _NUMBERS[kind]
    if key.value == hit.value:
        if kind == "container" and _gap(key, hit) > SAME_VOYAGE:
            return "containerLater", f"zelfde container {key.value}, op een ander moment"
        return kind, f"zelfde {said} {key.value}" + (" binnen enkele dagen" if kind == "imo" else "")
    if not one_mistake(key.value, hit.value) or (case_keys.holds(of, key.value) and case_keys.holds(of, hit.value)):
        return None
    return f"{kind}Near", f"{said} {key.value} lijkt op {hit.value}, en een van beide klopt niet"


def _plain(kind: str, key: Key, hit: Hit) -> tuple[str, str] | None:
    here = key.value.partition("|")[0]
    reason = _SHARED.get(kind)
    return (kind, reason.format(here)) if reason else None


_SHARED = {
    "notice": "zelfde notitienummer {}",
    "vesselName": "zelfde schip {} binnen enkele dagen",
    "companyName": "zelfde firma {}",
    "weight": "zelfde gewicht binnen enkele dagen: {}",
    "quay": "{} binnen enkele dagen",
    "dock": "{} binnen enkele dagen",
    "terminal": "{} binnen enkele dagen",
    "townText": "zelfde plaats binnen enkele dagen: {}",
}


def _same_offence(asked: Sequence[tuple[str, Key]], hits: Sequence[Hit]) -> _Clue | None:
    """The same offence on the same days at a place that both files name; one alone is no clue."""
    shared: set[str] = set()
    for hit in hits:
        key = asked[hit.at][1]
        if key.kind in ("quay", "dock", "terminal", "townText") and key.first_day <= hit.last_day and hit.first_day <= key.last_day:
            shared |= set(key.value.partition("|")[2].split(",")) & set(hit.value.partition("|")[2].split(",")) - {""}
    if not shared:
        return None
    codes = ",".join(sorted(shared))
    return _Clue(
        name="sameOffence",
        weight=WEIGHTS["sameOffence"],
        reason="zelfde soort feit op dezelfde dag",
        subject="offences",
        code=f"sameOffence:{codes}",
    )


def _gap(key: Key, hit: Hit) -> timedelta:
    return max(key.first_day - hit.last_day, hit.first_day - key.last_day, timedelta(0))


def _person(here: str, there: str) -> tuple[str, str] | None:
    mine, other = here.split("|"), there.split("|")
    # Dates and numbers first: comparing letters is most of the work, and most who share a name share nothing else.
    born = same_birth(mine[2], other[2])
    apart = born == "other" or _two_persons(mine[3], other[3])
    names = None if apart else same_name(mine[0], mine[1], other[0], other[1])
    if names is None:
        return None
    who = _both(mine, other)
    heard = {"same": "zelfde naam", "sounds": "naam klinkt gelijk", "near": "naam lijkt erop"}[names]
    match born:
        case "same":
            name = {"same": "bornAndName", "sounds": "bornAndSound", "near": "bornAndNear"}[names]
            return name, f"{heard} en zelfde geboortedatum ({who})"
        case "near" if names != "near":
            return "nameAndNearBirth", f"{heard}, geboortedatum verschilt in een cijfer, een dag of de volgorde ({who})"
        case "compatible" if names != "near":
            return "nameAndYear", f"{heard} en zelfde geboortejaar ({who})"
        case "unknown" if names != "near":
            return "name" if names == "same" else "soundOnly", f"{heard}, geboortedatum niet in beide gekend ({who})"
    return None


def _two_persons(mine: str, other: str) -> bool:
    """Two national numbers that both hold and differ are two people, however alike their names."""
    return bool(mine and other and mine != other and case_keys.holds("ssin", mine) and case_keys.holds("ssin", other))


def _both(mine: Sequence[str], other: Sequence[str]) -> str:
    one, two = (" ".join(part for part in (each[1], each[0]) if part) for each in (mine, other))
    return one if one == two else f"{one} – {two}"


def same_name(family: str, given: str, other_family: str, other_given: str) -> Literal["same", "sounds", "near"] | None:
    """Family and first given name, in either order; None = two names."""
    one, two = (
        (_letters(family), _letters(case_keys.first_name(given))),
        (_letters(other_family), _letters(case_keys.first_name(other_given))),
    )
    swapped = (_letters(given), _letters(family)), (_letters(other_given), _letters(other_family))
    best: Literal["same", "sounds", "near"] | None = None
    for mine, other in ((one, two), (one, swapped[1]), (swapped[0], two)):
        judged = [_same_part(*pair) for pair in zip(mine, other, strict=True)]
        if None in judged or not any(all(pair) for pair in zip(mine, other, strict=True)):
            continue
        worst = max((part for part in judged if part), key=_ORDER.index)
        if best is None or _ORDER.index(worst) < _ORDER.index(best):
            best = worst
    return best


_ORDER: tuple[Literal["same", "sounds", "near"], ...] = ("same", "sounds", "near")


def _same_part(one: str, other: str) -> Literal["same", "sounds", "near"] | None:
    if not one or not other:
        # A name that only one of both gives says nothing against.
        return "near"
    if one == other:
        return "same"
    wrong = mistakes(one, other)
    if case_keys.sound(one) == case_keys.sound(other) and wrong <= max(2, len(one) // 2 - 1):
        return "sounds"
    return "near" if wrong <= (2 if min(len(one), len(other)) >= _LETTERS_FOR_TWO else 1) and min(len(one), len(other)) > 3 else None


def _letters(text: str) -> str:
    return "".join(case_keys.words_of(text))


def same_birth(one: str, other: str) -> Literal["same", "near", "compatible", "unknown", "other"]:
    if not one or not other:
        return "unknown"
    if len(one) < 10 or len(other) < 10:
        return "compatible" if one.startswith(other) or other.startswith(one) else "other"
    if one == other:
        return "same"
    year, month, day = one.split("-")
    next_to_it = abs(first_day(one) - first_day(other)) == timedelta(days=1)
    if next_to_it or f"{year}-{day}-{month}" == other or one_mistake(one.replace("-", ""), other.replace("-", "")):
        return "near"
    return "other"


def one_mistake(one: str, other: str) -> bool:
    """At most one character wrong, too many or too few, or two neighbours exchanged."""
    return abs(len(one) - len(other)) <= 1 and mistakes(one, other) <= 1


def mistakes(one: str, other: str) -> int:
    """Fewest wrong, missing, added or exchanged neighbouring characters between two texts."""
    return OSA.distance(one, other)
