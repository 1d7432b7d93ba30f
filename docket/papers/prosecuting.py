"""What several papers of an office are made of: who, for which count, the law at the facts, and what was entered; pure."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from typing import Any, TypeVar

import msgspec

from docket import report_words
from docket.clock import court_day
from docket.contract import Offence, Person
from docket.papers import naming, wording
from docket.papers.known import Known
from docket.papers.paper import Missing, Wanted
from docket.transitions import EVENTS, PAPERS, TITLES, TRANSITIONS, At, Pair
from documents import MissingFact, words

T = TypeVar("T")

#: The code of an offence that none of the others names.
_UNNAMED = "other"
#: Below the page of the file.
PERSONS, OFFENCES, STATUS = "verbeteren#personen", "verbeteren#feiten", "stand"
JOINED = "dit dossier is gevoegd bij een ander; maak het document daar."


class Entered(msgspec.Struct, frozen=True, kw_only=True):
    """What the docket says of an event for one suspect and one count."""

    on: date
    motive: str | None
    cause: str | None
    reason: str | None
    #: What proved it, in words.
    paper: str | None


def entered(known: Known, event: str) -> dict[Pair, Entered]:
    """By the last entry of that event for each; one that was struck tells nothing."""
    struck = {line.content["struck"] for line in known.lines if line.kind == "EntryStruck" and line.content}
    found: dict[Pair, Entered] = {}
    for line in known.lines:
        said = line.content
        if line.kind != "StatusChanged" or line.seq in struck or not said or said["event"] != event:
            continue
        one = Entered(
            on=court_day(line.entered_at),
            motive=said.get("motive"),
            cause=said.get("cause"),
            reason=said.get("reason"),
            paper=paper_words(said.get("paper")),
        )
        for move in said["moves"]:
            if move["event"] == event:
                found[(move["person"], move["offence"])] = one
    return found


def paper_words(said: Mapping[str, Any] | None) -> str | None:
    """`akte van overlijden nr. 12 van 3 mei 2024`"""
    if not said:
        return None
    number = f" nr. {said['number']}" if said.get("number") else ""
    return f"{PAPERS.get(said['kind'], said['kind'])}{number} van {words.day(date.fromisoformat(said['datedOn']))}"


def starts_of(event: str) -> frozenset[str]:
    """The statuses from which an event leads on."""
    return frozenset(row.start for row in TRANSITIONS if row.event == event)


def standing(known: Known) -> str:
    """Where the file and its suspects stand, in words."""
    return words.listing(dict.fromkeys(TITLES[at.status] for at in known.everybody))


def not_from(known: Known, event: str) -> str:
    """Why an event leads on from nowhere in the file."""
    possible = " of ".join(f"“{TITLES[status]}”" for status in TITLES if status in starts_of(event))
    return f"“{EVENTS[event]}” kan alleen vanuit {possible}; dit dossier staat bij: {standing(known)}."


def disputed(known: Known) -> str | None:
    """An offer or a conflict that waits, by which nothing may be decided of the prosecution."""
    if (offer := known.handing.open_offer) is not None:
        return f"het dossier is aangeboden aan {wording.name(known.law, offer.to_office)}; wacht op het antwoord of trek het aanbod in."
    if known.handing.open_conflict is not None:
        return "over het dossier loopt een bevoegdheidsgeschil; wacht op de uitkomst of trek het geschil in."
    return None


def person_of(known: Known, person: str) -> Person | None:
    return next((row for row in known.case.report.persons if row.id == person), None)


def designation(known: Known, person: Person) -> str:
    """`verdachte 1 (s1)`"""
    return f"{report_words.designations(known.case.report)[person.id or '']} ({person.id})"


def who(known: Known, person: str) -> str:
    """With his name where it may stand in a paper for others, and never that of who is or may be a minor."""
    row = person_of(known, person)
    if row is None:
        return "onbekende verdachte"
    several = f", {report_words.how_many(row)}" if row.count != 1 else ""
    if young := naming.young(row, known):
        return f"{designation(known, row)}{several}, {young}"
    return f"{designation(known, row)}{several}, {report_words.full_name(row) or 'identiteit niet gekend'}"


def offence_of(known: Known, offence: str) -> tuple[int, Offence] | None:
    """With its number in the file."""
    return next(((number, row) for number, row in enumerate(known.case.report.offences, start=1) if row.id == offence), None)


def number_of(known: Known, offence: str) -> int | None:
    found = offence_of(known, offence)
    return found[0] if found is not None else None


def offence_title(known: Known, offence: str) -> str | None:
    found = offence_of(known, offence)
    if found is None:
        return None
    _, row = found
    title = wording.title(known.law, row.offence)
    return f"{title} (poging)" if title and row.attempt else title


def count_title(known: Known, row: Offence) -> str | None:
    """What no code names is told in the words of the report."""
    title = offence_title(known, row.id or "")
    return f"{title}: {row.note}" if title and row.offence == _UNNAMED and (row.note or "").strip() else title


def position_words(known: Known, pair: Pair) -> str:
    """One suspect for one count, as a choice on a form or a line of a list."""
    found = offence_of(known, pair[1])
    count = f"misdrijf {found[0]} ({offence_title(known, pair[1]) or 'niet gekend welk'})" if found else "zonder misdrijf"
    return f"{who(known, pair[0])}, {count}"


def key_of(pair: Pair) -> str:
    """Of a position on a form and in the API."""
    return "/".join(part or "-" for part in pair)


def keyed(ats: Iterable[At]) -> dict[str, At]:
    return {key_of(at.pair): at for at in ats}


def remaining(known: Known, told: Iterable[Pair]) -> tuple[str, ...]:
    """Everybody else, with where he stands."""
    about = set(told)
    return tuple(f"{position_words(known, at.pair)}: {TITLES[at.status]}" for at in known.everybody if at.pair not in about)


def place_of(known: Known, offence: Offence, *, bare: bool = False) -> str | None:
    """`bare`: without what the report wrote of it, which may be the home of somebody."""
    row = next((place for place in known.case.report.places if place.id == offence.place), None)
    if row is None:
        return None
    return report_words.place(msgspec.structs.replace(row, text=None, latitude=None, longitude=None) if bare else row)


def said(wanted: Wanted, kind: type[T]) -> T:
    """What the maker typed, or an empty form."""
    return wanted.typed if isinstance(wanted.typed, kind) else kind()


def foreseen(value: T | None) -> T:
    """What `missing` asked for before."""
    if value is None:
        raise MissingFact("een gegeven dat er was toen het document gevraagd werd, staat er niet meer")
    return value


def unasked(fields: Sequence[tuple[object, str, str]]) -> tuple[Missing, ...]:
    """What stands empty on the form: value, what it is, its field."""
    return tuple(Missing(what=what, link=f"#{field}") for value, what, field in fields if value is None or value == "")
