"""Where a file and its suspects stand, and what may happen next, in words for its reader."""

from collections.abc import Sequence
from datetime import date
from urllib.parse import urlencode

import msgspec

from docket import life, opened_life, report_words
from docket.access import Actor
from docket.cases import CaseStatus
from docket.contract import Report
from docket.judgments import Judgment
from docket.seized_items import SeizedItem
from docket.store.search import CaseView
from docket.transitions import ACTS_OF_THEIR_OWN, At, Pair
from docket.web import words
from routing import Law, Track


class PositionView(msgspec.Struct, frozen=True, kw_only=True):
    #: `s1/o1`
    key: str
    who: str
    what: str
    status: str


class NextView(msgspec.Struct, frozen=True, kw_only=True):
    """An event that leads on from here."""

    event: str
    title: str
    #: Where it leads.
    ends: str
    #: Where it is entered; empty = it may not be now, or not by the reader.
    href: str
    #: The act by which it comes, where it is not entered as an event; empty = it is.
    act: str
    #: Why not, a sentence each.
    why_not: tuple[str, ...]
    document: str
    article: str
    confidence: str
    asks: tuple[str, ...]
    #: Keys of the positions that it starts from.
    keys: tuple[str, ...]


class LifeView(msgspec.Struct, frozen=True, kw_only=True):
    status: str
    positions: tuple[PositionView, ...]
    #: They do not all stand where the file does.
    differ: bool
    #: What may be entered now, and what may not.
    open: tuple[NextView, ...]
    shut: tuple[NextView, ...]
    warnings: tuple[str, ...]


_MAGISTRATE = "Dit is een beslissing van een magistraat."


def key_of(pair: Pair) -> str:
    return "/".join(pair)


def at_court(status: CaseStatus, tracks: Sequence[Track], law: Law) -> str:
    """A status with the kind of its court: a minor is not before a correctional one."""
    told = life.status_title(status, tracks, law)
    return f"{told[:1].upper()}{told[1:]}"


def life_view(found: CaseView, judgments: Sequence[Judgment], items: Sequence[SeizedItem], actor: Actor, law: Law, today: date) -> LifeView:
    known, ats = opened_life.known(found, law, today, items), opened_life.everybody(found, law, judgments)
    tracks = found.current.decision.tracks
    nexts = tuple(
        _next(found, one, actor, referred=all(at.referred for at in ats if at.pair in one.pairs))
        for one in life.following(ats, known)
        if one.verb != "joinCases"
    )
    return LifeView(
        status=at_court(found.case.status, tracks, law),
        positions=tuple(_position(at, found.case.report, tracks, law) for at in ats),
        differ=bool(found.stands.rows) and found.case.status != "joined",
        open=tuple(one for one in nexts if one.href),
        shut=tuple(one for one in nexts if not one.href),
        warnings=life.warnings(known),
    )


def _position(at: At, report: Report, tracks: Sequence[Track], law: Law) -> PositionView:
    person, offence = at.pair
    named = report_words.designations(report)
    rows = {row.id: row for row in report.persons}
    full = report_words.full_name(rows[person]) if person in rows else None
    ordinals = {row.id: (ordinal + 1, row) for ordinal, row in enumerate(report.offences)}
    number, row = ordinals.get(offence, (0, None))
    who = named.get(person, person) if person else "geen verdachte gekend"
    return PositionView(
        key=key_of(at.pair),
        who=f"{who[:1].upper()}{who[1:]}" + (f" ({full})" if full else ""),
        what=f"feit {number}, {law.title(row.offence) or 'niet gekwalificeerd'}" if row else "geen feit",
        status=at_court(at.status, life.own_tracks(at.pair, tracks), law),
    )


def _next(found: CaseView, one: life.Next, actor: Actor, *, referred: bool) -> NextView:
    base = f"/dossiers/{found.case.case_number}"
    apart = one.apart or (one.verb == "referCase" and not referred)
    act = ACTS_OF_THEIR_OWN[one.verb] if apart else None
    why_not = list(one.refusals)
    if one.who == "prosecutor" and not actor.may("decideStatus"):
        why_not.append(_MAGISTRATE)
    if not actor.may(one.verb if apart else "changeStatus"):
        why_not.append("Uw functie schrijft dit niet in." if act else "Uw functie schrijft geen stand in.")
    href = f"{base}/{act.page}" if act else f"{base}/stand?{urlencode({'gebeurtenis': one.event})}"
    return NextView(
        event=one.event,
        title=words.title(words.EVENTS, one.event),
        ends=" of ".join(words.title(words.STATUSES, end).lower() for end in one.ends),
        href="" if why_not else href,
        act=act.title_nl if act else "",
        why_not=tuple(dict.fromkeys(why_not)),
        document=one.document,
        article=one.article,
        confidence=words.CONFIDENCES[one.confidence],
        asks=one.asks,
        keys=tuple(key_of(pair) for pair in one.pairs),
    )
