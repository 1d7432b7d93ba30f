"""Where the life of a file lets a requisition or a summons be: the statuses and guards are those of the table of transitions; pure."""

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

import msgspec

from docket import competence, seisin
from docket.cases import CaseStatus
from docket.clock import court_day
from docket.life import BY_START, IMPLIED, NOBODY
from docket.papers import wording
from docket.papers.known import Known
from docket.papers.paper import Missing
from docket.transitions import GUARDS, STATUSES, TITLES, TRANSITIONS, Asked, At, Pair, Paper, Transition, lower
from docket.transitions import Known as Guarded
from documents import words

#: Whoever brings a track before its court does what this guard waits for.
_BY_THE_ACT = "trackReferred"
#: A ruling may ask for this one again after the act.
_LASTING = "competenceConfirmed"
#: What is asked for by a guard, and where it is answered below the page of the file.
_ANSWERS = {
    "undisputed": ("de uitkomst van het aanbod of het geschil", "overdragen"),
    _LASTING: ("de bevestiging van de bevoegdheid", "bevestigen"),
    "notForAssizes": ("een ander feit of een gerechtelijk onderzoek", "verbeteren#feiten"),
}


class Step(msgspec.Struct, frozen=True, kw_only=True):
    """What a paper has to do with an event of the table: it asks for it, it follows from it, or both."""

    #: A code of EVENTS.
    event: str
    #: As a refusal begins: een eindvordering
    paper: str
    asks: bool = False
    follows: bool = False


class Happened(msgspec.Struct, frozen=True, kw_only=True):
    """An event of the life of the file that stands in its docket and was not struck."""

    #: A code of EVENTS.
    event: str
    #: Whom it moved, for which offence; "" = none is known.
    pairs: frozenset[Pair]
    #: The entry's own, where it holds one.
    paper: Paper | None


def happened(known: Known) -> tuple[Happened, ...]:
    """Oldest first."""
    found = []
    for content in _contents(known):
        by_event, paper = dict[str, set[Pair]](), content.get("paper")
        for move in content.get("moves") or ():
            by_event.setdefault(move["event"], set()).add((move["person"], move["offence"]))
        found += [
            Happened(event=event, pairs=frozenset(pairs), paper=msgspec.convert(paper, Paper) if paper else None)
            for event, pairs in by_event.items()
        ]
    return tuple(found)


def _contents(known: Known) -> Iterator[Mapping[str, Any]]:
    struck = {line.content["struck"] for line in known.lines if line.kind == "EntryStruck" and line.content}
    for line in known.lines:
        if line.kind != "EntryStruck" and line.seq not in struck and line.content:
            yield line.content


def there(known: Known, step: Step) -> tuple[At, ...]:
    """Those for whom the paper exists, by the position of each suspect for each offence and never by that of the file."""
    came = {(move["person"], move["offence"]): move["event"] for content in _contents(known) for move in content.get("moves") or ()}
    carried = any(line.kind in seisin.CARRIED for line in known.lines)
    return tuple(at for at in known.everybody if _row(at, step) is not None or _followed(at, step, came, carried=carried))


def _row(at: At, step: Step) -> Transition | None:
    """The transition that the paper asks for; an act of another verb opens what waits."""
    if not step.asks:
        return None
    row = BY_START.get((at.status, step.event))
    first = BY_START.get((at.status, IMPLIED.get(at.status, "")))
    if row is not None or first is None:
        return row
    opened = BY_START.get((first.end or "", step.event))
    return opened if opened is not None and opened.verb != "changeStatus" else None


def _followed(at: At, step: Step, came: Mapping[Pair, str], *, carried: bool) -> bool:
    """
    Did the event bring him where he stands?

    By his last move in the docket; where only this event leads there, by his status; of who came from another file, whose docket
    holds it, nothing says that it did not.
    """
    if not step.follows or at.status not in _ends(step.event):
        return False
    ways = {row.event for row in TRANSITIONS if row.end == at.status}
    return ways == {step.event} or came.get(at.pair) == step.event or (carried and at.pair not in came)


def _ends(event: str) -> frozenset[str]:
    return frozenset(row.end for row in TRANSITIONS if row.event == event and row.end is not None)


def statuses(step: Step) -> tuple[CaseStatus, ...]:
    """Where the paper exists, in the order of the table."""
    ends = _ends(step.event) if step.follows else frozenset()
    codes = [row.code for row in STATUSES]
    return tuple(code for code in codes if code in ends or _row(At(pair=NOBODY, status=code), step) is not None)


def refusal(known: Known, step: Step) -> str | None:
    """Why the paper does not exist where the file stands; None = somebody stands where it does, and no guard holds him there."""
    ats = there(known, step)
    if not ats:
        return not_there(known, statuses(step), step.paper)
    held = [next(_held(known, step, at), None) for at in ats]
    if held[0] is None or not all(held):
        return None
    name, told = held[0]
    return f"{lower(told)} {competence.address(known.case.case_number)}" if name == _LASTING else lower(told)


def not_there(known: Known, where: Iterable[str], paper: str) -> str:
    """`paper`: as the sentence begins."""
    stands = listed(at.status for at in known.everybody) or "geen stand"
    return f"{paper} is er alleen in de stand {listed(where)}; dit dossier staat op {stands}."


def _held(known: Known, step: Step, at: At) -> Iterator[tuple[str, str]]:
    """The guards that refuse him by what the register knows, each with its sentence."""
    row = _row(at, step)
    guards = row.guards if row is not None else [name for name in _guards(step.event) if name == _LASTING]
    for name in guards:
        guard = GUARDS[name]
        if guard.asks is None and name != _BY_THE_ACT and (told := guard.test(_guarded(known), at, Asked())) is not None:
            yield name, told


def _guards(event: str) -> frozenset[str]:
    return frozenset(name for row in TRANSITIONS if row.event == event for name in row.guards)


def _guarded(known: Known) -> Guarded:
    """Registration writes the first decision, so that there is one."""
    offer = known.handing.open_offer
    return Guarded(
        decision_seq=1,
        today=court_day(known.at),
        offered_to=wording.name(known.law, offer.to_office) if offer is not None else None,
        in_conflict=known.handing.open_conflict is not None,
    )


def his(known: Known, step: Step, person: str) -> tuple[At, ...]:
    return tuple(at for at in there(known, step) if at.pair[0] == person)


def stands(known: Known, step: Step, person: str) -> Iterator[Missing]:
    """Where this suspect should stand for a paper about him, and what holds him there."""
    found = his(known, step, person)
    if not found:
        where = listed(at.status for at in known.everybody if at.pair[0] == person) or "geen stand"
        yield Missing(what=f"een verdachte in de stand {listed(statuses(step))}: {person} staat op {where}", link="stand")
    for name, told in dict.fromkeys(one for at in found for one in _held(known, step, at)):
        what, link = _ANSWERS.get(name, ("wat de stand vraagt", "stand"))
        link = "geschil" if name == "undisputed" and known.handing.open_offer is None else link
        yield Missing(what=f"{what}. {told}", link=link)


def listed(codes: Iterable[str]) -> str:
    """Statuses in the order of the life of a file: “gerechtelijk onderzoek” en “bij de rechtbank”."""
    wanted = set(codes)
    return words.listing(f"“{TITLES[status]}”" for status in TITLES if status in wanted)
