"""Decides stored decisions again from what they hold: under the same law and the same rules the same bytes come out."""

from collections.abc import AsyncIterator
from datetime import date
from typing import Any, Literal

import msgspec

from docket import competence, journal
from docket.differences import Difference, differences
from docket.law_in_force import Laws, PackMissing
from docket.legislation import LoadedLaw
from docket.store import law_packs
from docket.store.decisions import StoredDecision, each_stored
from routing import ENGINE_VERSION, CaseFacts, Decision, Track, route

#: same: byte for byte. otherBytes: the same law and rules no longer give this answer, so one of them, the facts or the answer was changed.
#: otherEngine: other rules give another answer; the stored one stays. packMissing: its law was never kept here.
Outcome = Literal["same", "otherBytes", "otherEngine", "packMissing"]


class Replayed(msgspec.Struct, frozen=True, kw_only=True, rename="camel"):
    """One stored decision against what its law and the present rules make of its facts."""

    case_number: str
    seq: int
    kind: Literal["routed", "settled", "overridden"]
    law_digest: str
    #: Of the stored decision, and of the rules that decided it again.
    stored_engine: str
    present_engine: str
    outcome: Outcome
    #: The stored answer first.
    differences: tuple[Difference, ...]


class AsOf(msgspec.Struct, frozen=True, kw_only=True, rename="camel"):
    """A file decided again as the law stood on a day; nothing of it is stored."""

    day: date
    law_digest: str
    #: inForce: enacted by that day; firstPack: the day lies before the first enactment; asked: the reader chose the pack.
    pack: Literal["inForce", "firstPack", "asked"]
    engine_version: str
    decision: Decision
    #: From the last answer of the rules that is stored to this one.
    differences: tuple[Difference, ...]


class _Chosen(msgspec.Struct, frozen=True):
    """The part of a stored answer that a person may have chosen."""

    tracks: tuple[Track, ...]


async def each_replayed(tx: Any, laws: Laws, case_number: str | None = None) -> AsyncIterator[Replayed]:
    """Every decision of one file or of the register, in the order of the files; `tx` must be in a transaction."""
    async for batch in each_stored(tx, case_number):
        for stored in batch:
            yield await replayed(tx, laws, stored)


async def replayed(source: Any, laws: Laws, stored: StoredDecision) -> Replayed:
    """Of a decision that a person made, the part of the rules is decided again and his tracks are put back."""
    outcome: Outcome = "packMissing"
    found: tuple[Difference, ...] = ()
    try:
        loaded = await laws.pack(source, stored.law_digest)
    except PackMissing:
        pass
    else:
        outcome, found = _compared(stored, loaded)
    return Replayed(
        case_number=stored.case_number,
        seq=stored.seq,
        kind=stored.kind,
        law_digest=stored.law_digest,
        stored_engine=stored.engine_version,
        present_engine=ENGINE_VERSION,
        outcome=outcome,
        differences=found,
    )


def _compared(stored: StoredDecision, loaded: LoadedLaw) -> tuple[Outcome, tuple[Difference, ...]]:
    answer = msgspec.json.decode(stored.result)
    decided = route(facts_of(stored), loaded.law)
    if stored.kind != "routed":
        decided = competence.chosen(decided, msgspec.json.decode(stored.result, type=_Chosen).tracks, loaded.law)
    again = _as_json(decided)
    if journal.canonical(answer) == journal.canonical(again):
        return "same", ()
    return "otherBytes" if stored.engine_version == ENGINE_VERSION else "otherEngine", differences(answer, again, loaded.law)


async def as_of(source: Any, laws: Laws, facts: CaseFacts, routed: Decision, day: date, digest: str | None = None) -> AsOf:
    """
    The facts decided as the law stood on a day, by the pack that was in force then or by the one asked for.

    Before the first enactment the first pack speaks for itself: its provisions are dated. Raises PackMissing for an unknown digest.
    """
    pack: Literal["inForce", "firstPack", "asked"] = "asked"
    if digest is None:
        enacted = await law_packs.in_force_on(source, day)
        if enacted is None:
            raise PackMissing("no law is in force yet")
        digest, pack = enacted.digest, "inForce" if enacted.in_force_from <= day else "firstPack"
    loaded = await laws.pack(source, digest)
    decision = route(facts, loaded.law, as_of=day)
    return AsOf(
        day=day,
        law_digest=digest,
        pack=pack,
        engine_version=ENGINE_VERSION,
        decision=decision,
        differences=differences(_as_json(routed), _as_json(decision), loaded.law),
    )


def facts_of(stored: StoredDecision) -> CaseFacts:
    return msgspec.json.decode(stored.facts, type=CaseFacts)


def answer_of(stored: StoredDecision) -> Decision:
    return msgspec.json.decode(stored.result, type=Decision)


def _as_json(decision: Decision) -> dict[str, Any]:
    return msgspec.json.decode(msgspec.json.encode(decision))
