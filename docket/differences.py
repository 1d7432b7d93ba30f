"""What differs between two answers about one file, part by part, as codes and in Dutch words; pure."""

from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Any

import msgspec

import routing
from docket import journal, titles
from routing import Ground, Law, Warning

Answer = Mapping[str, Any]

#: Says of a part that it is there, but not what.
CHANGED = "*"
_LABELS = {
    "outcome": "Uitkomst",
    "scope": "Aard van het dossier",
    "portArea": "Havengebied",
    "policy": "Beleid",
    "receivedOn": "Dag van ontvangst",
    "receivedOnBasis": "Hoe de dag van ontvangst gekend is",
    "place": "Plaats van het dossier",
    "policyAlone": "Sporen die enkel op beleid rusten",
    "tracks": "Sporen",
    "track": "Soort van spoor",
    "persons": "Personen",
    "prosecutionOffice": "Parket",
    "court": "Rechtbank",
    "grounds": "Grond",
    "warnings": "Waarschuwing",
    "steps": "Regel",
    "candidates": "Mogelijke dienst",
}
_CODES = {**titles.SCOPES, **titles.TRACKS, "decided": "beslist", "undecided": "te beslissen", "chosen": "gekozen"}
#: The day that was asked for is no part of what the law answers.
_NOT_COMPARED = frozenset({"asOf"})


class Difference(msgspec.Struct, frozen=True, kw_only=True, rename="camel"):
    """One part of an answer that is not the same in the other."""

    #: `scope`, `tracks/0/court`, `grounds/residence`, `steps/policy-court`
    path: str
    #: As codes; None = it was not there; `*` = the same in short, other in what it says of facts, words or sources.
    before: str | None
    after: str | None


def differences(before: Answer, after: Answer, law: Law) -> tuple[Difference, ...]:
    """
    Between two answers as JSON; empty only when both are the same bytes but for the day that was asked for.

    `law` tells what warnings and grounds say.
    """
    found: list[Difference] = []
    for name in dict.fromkeys((*before, *after)):
        old, new = before.get(name), after.get(name)
        if name in _NOT_COMPARED or journal.canonical(old) == journal.canonical(new):
            continue
        found += _parts(name, old, new, law) or [Difference(path=name, before=CHANGED, after=CHANGED)]
    return tuple(found)


def _parts(name: str, old: Any, new: Any, law: Law) -> list[Difference]:
    match name:
        case "tracks":
            return list(_tracks(old or (), new or ()))
        case "grounds" | "warnings" | "steps" | "candidates":
            return list(_rows(name, old or (), new or (), law))
        case _:
            return [Difference(path=name, before=_text(old), after=_text(new))]


def _tracks(old: Sequence[Answer], new: Sequence[Answer]) -> Iterator[Difference]:
    for ordinal in range(max(len(old), len(new))):
        one = old[ordinal] if ordinal < len(old) else {}
        other = new[ordinal] if ordinal < len(new) else {}
        for field in dict.fromkeys((*one, *other)):
            if one.get(field) != other.get(field):
                yield Difference(path=f"tracks/{ordinal}/{field}", before=_text(one.get(field)), after=_text(other.get(field)))


def _ground(row: Answer, law: Law) -> str:
    supports = ", ".join(law.title(str(code)) or str(code) for code in (row.get("supports") or {}).values() if code is not None)
    try:
        title = routing.ground_title(msgspec.convert(row, Ground), law)
    except msgspec.ValidationError:
        title = row["code"]
    return f"{title}, {row.get('article')} ({supports})"


def _warning(row: Answer, law: Law) -> str:
    try:
        return routing.message(msgspec.convert(row, Warning), law)
    except msgspec.ValidationError:
        return row["code"]


#: How the rows of a list are told apart, and what is told of one.
_ROW: dict[str, tuple[Callable[[Answer], str], Callable[[Answer, Law], str]]] = {
    "grounds": (lambda row: f"grounds/{row['code']}", _ground),
    "warnings": (lambda row: f"warnings/{row['code']}", _warning),
    "steps": (
        lambda row: f"steps/{row['rule']}" + (f"/{row['about']}" if row.get("about") else ""),
        lambda row, law: f"{row['outcome']}: {row.get('reason', '')}",
    ),
    "candidates": (
        lambda row: f"candidates/{row['track']}/{row.get('prosecutionOffice') or '-'}/{row.get('court') or '-'}",
        lambda row, law: "chosen" if row.get("chosen") else f"{row.get('beatenBy')}: {row.get('why')}",
    ),
}


def _rows(name: str, old: Sequence[Answer], new: Sequence[Answer], law: Law) -> Iterator[Difference]:
    """Rows that came, went or changed; the same row twice is two rows."""
    path_of, told = _ROW[name]
    before, after = [_keyed(rows, path_of, lambda row: told(row, law)) for rows in (old, new)]
    for path in dict.fromkeys((*before, *after)):
        gone = list((before.get(path, Counter()) - after.get(path, Counter())).elements())
        came = list((after.get(path, Counter()) - before.get(path, Counter())).elements())
        for index in range(max(len(gone), len(came))):
            was = gone[index][0] if index < len(gone) else None
            now = came[index][0] if index < len(came) else None
            same = was == now
            yield Difference(path=path, before=CHANGED if same else was, after=CHANGED if same else now)


def _keyed(
    rows: Sequence[Answer], path_of: Callable[[Answer], str], told: Callable[[Answer], str]
) -> dict[str, Counter[tuple[str, bytes]]]:
    found: dict[str, Counter[tuple[str, bytes]]] = {}
    for row in rows:
        found.setdefault(path_of(row), Counter())[told(row), journal.canonical(row)] += 1
    return found


def _text(value: Any) -> str | None:
    if value is None or value == []:
        return None
    if isinstance(value, list):
        return ", ".join(str(each) for each in value)
    return str(value)


def said(difference: Difference, law: Law) -> str:
    """A difference as a Dutch sentence: what it was first, what it is now."""
    where = _where(difference.path, law)
    if difference.before == CHANGED:
        return f"{where}: zelfde uitkomst, andere feiten, woorden of vindplaatsen."
    before, after = (None if value is None else _told(difference.path, value, law) for value in (difference.before, difference.after))
    if before == after:
        return f"{where}: {before}, om een andere reden."
    if before is None:
        return f"{where}: nieuw, {after}."
    if after is None:
        return f"{where}: vervalt, was {before}."
    return f"{where}: eerst {before}, nu {after}."


def _where(path: str, law: Law) -> str:
    first, *rest = path.split("/")
    label = _LABELS.get(first, first)
    match first:
        case "tracks":
            return f"{_LABELS.get(rest[1], rest[1])} van spoor {int(rest[0]) + 1}"
        case "steps":
            about = f" ({_about(rest[1:])})" if rest[1:] else ""
            return f"{label} “{routing.question(rest[0], law)}”{about}"
        case "candidates":
            return f"{label} {', '.join(_title(part, law) for part in rest)}"
        case _:
            return label


_ROWS = {"places": "plaats", "offences": "misdrijf", "persons": "persoon"}


def _about(parts: Sequence[str]) -> str:
    """`places/p2` as `plaats p2`; offences are counted from one, as on screens."""
    named = _ROWS.get(parts[0])
    if named is None or len(parts) < 2:
        return "/".join(parts)
    row = str(int(parts[1]) + 1) if parts[0] == "offences" and parts[1].isdecimal() else parts[1]
    return f"{named} {row}"


def _told(path: str, value: str, law: Law) -> str:
    match path.partition("/")[0]:
        case "steps":
            outcome = value.partition(":")[0]
            return titles.STEP_OUTCOMES.get(outcome, outcome)
        case "candidates":
            rule, colon, _ = value.partition(":")
            return f"niet gekozen (regel “{routing.question(rule, law)}”)" if colon else _title(value, law)
        case "policyAlone":
            return ", ".join(f"spoor {int(ordinal) + 1}" for ordinal in value.split(", "))
        case _:
            return _title(value, law).rstrip(".")


def _title(code: str, law: Law) -> str:
    return law.title(code) or _CODES.get(code, code)
