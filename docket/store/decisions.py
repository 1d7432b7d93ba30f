"""Decisions with their tracks: written once, never updated."""

from collections.abc import AsyncIterator, Sequence
from datetime import datetime
from typing import Any, Literal

import msgspec

from docket import journal, tracks
from docket.store.documents import AskedDocument
from docket.store.pool import load_queries
from routing import CaseFacts, Decision

_queries: Any = load_queries(__file__)
_ARRAYS = ("offices", "open_tracks", "referred_tracks")
#: Beyond every id.
LAST_CASE = 2**63 - 1


class NewDecision(msgspec.Struct, frozen=True, kw_only=True):
    seq: int
    kind: Literal["routed", "settled", "overridden"]
    decision: Decision
    facts: CaseFacts
    law_digest: str
    engine_version: str
    decided_at: datetime
    decided_by: str
    reason: str | None = None
    #: Places of the tracks that still wait for a person.
    open_tracks: tuple[int, ...]

    def row(self) -> dict[str, Any]:
        """Columns of `decisions`, but for the case and the hash."""
        return {
            "seq": self.seq,
            "kind": self.kind,
            "policy": self.decision.policy,
            "outcome": tracks.outcome(self.decision),
            "scope": self.decision.scope,
            "port_area": self.decision.port_area,
            "facts": self.facts,
            "result": self.decision,
            "law_digest": self.law_digest,
            "engine_version": self.engine_version,
            "decided_at": self.decided_at,
            "decided_by": self.decided_by,
            "reason": self.reason,
        }

    def track_rows(self) -> list[dict[str, Any]]:
        return [
            {
                "decision_seq": self.seq,
                "ordinal": ordinal,
                "track": track.track,
                "persons": track.persons,
                "prosecution_office": track.prosecution_office,
                "court": track.court,
                "open": ordinal in self.open_tracks,
            }
            for ordinal, track in enumerate(self.decision.tracks)
        ]

    def summary(self, holding_office: str) -> dict[str, Any]:
        """Columns of the case row that say what its present decision is."""
        territory, beaten_by = tracks.territory(self.decision)
        return {
            "decision_seq": self.seq,
            "offices": tracks.offices_of(self.decision, holding_office),
            "outcome": tracks.outcome(self.decision),
            "scope": self.decision.scope,
            "port_area": self.decision.port_area,
            "open_track": tracks.is_open(self.decision, self.open_tracks),
            "territory": territory,
            # A person's choice is why it went elsewhere, whatever the rules said.
            "elsewhere_ground": beaten_by if self.kind == "routed" or not territory else self.kind,
        }


class PresentDecision(msgspec.Struct, frozen=True, kw_only=True):
    """The decision that holds for a case, as it is stored; facts and answers are JSON text, decoded by whoever needs them."""

    case_id: int
    case_number: str
    version: int
    status: str
    confidentiality: str
    holding_office: str
    offices: tuple[str, ...]
    #: Brought before a court before it came in.
    seised: bool
    decision_seq: int
    kind: Literal["routed", "settled", "overridden"]
    #: `routing.CaseFacts`
    facts: str
    #: `routing.Decision`
    result: str
    #: The last answer of the rules, where a person chose otherwise; None = `result` is that answer.
    routed: str | None
    law_digest: str
    engine_version: str
    open_tracks: tuple[int, ...]
    referred_tracks: tuple[int, ...]

    @property
    def all_referred(self) -> bool:
        """Every track is before its court."""
        return bool(self.referred_tracks) and len(self.referred_tracks) == len(msgspec.json.decode(self.result, type=_Tracks).tracks)


class StoredDecision(msgspec.Struct, frozen=True, kw_only=True):
    """One decision with what it was made from; facts and answer are JSON text."""

    case_number: str
    seq: int
    kind: Literal["routed", "settled", "overridden"]
    #: `routing.CaseFacts`
    facts: str
    #: `routing.Decision`
    result: str
    law_digest: str
    engine_version: str


class _Tracks(msgspec.Struct, frozen=True):
    tracks: tuple[msgspec.Raw, ...]


class Sealed(msgspec.Struct, frozen=True, kw_only=True):
    """Decisions as rows, each with its hash."""

    rows: list[dict[str, Any]]
    tracks: list[dict[str, Any]]
    #: What the entry that makes them says of them.
    made: dict[str, bytes]


class Promised(msgspec.Struct, frozen=True, kw_only=True):
    """Ids of what the worker has to do; the mails are written with the last statement."""

    document_ids: tuple[int, ...]
    delivery_ids: tuple[int, ...]


def seal(decisions: Sequence[NewDecision]) -> Sealed:
    rows, track_rows, made = [], [], {}
    for new in decisions:
        row, its_tracks = new.row(), new.track_rows()
        digest = journal.decision_hash(row, its_tracks)
        rows.append(row | {"row_hash": f"\\x{digest.hex()}"})
        track_rows += its_tracks
        made[f"decision/{new.seq}"] = digest
    return Sealed(rows=rows, tracks=track_rows, made=made)


def _present(row: Any) -> PresentDecision:
    columns: dict[str, Any] = dict(row) | {name: tuple(row[name]) for name in _ARRAYS}
    return PresentDecision(**columns)


async def each_routed(tx: Any, *, after: int = 0, until: int = LAST_CASE, batch: int = 500) -> AsyncIterator[list[PresentDecision]]:
    """
    The present decision of every case of a range of ids, in batches, past the condition of access.

    Through a cursor of the server: `tx` must be in a transaction, whose snapshot holds for all batches; memory is that of one batch.
    """
    cursor = await tx.cursor(_queries.each_routed.sql, after, until)
    while rows := await cursor.fetch(batch):
        yield [_present(row) for row in rows]


async def each_stored(tx: Any, case_number: str | None = None, *, batch: int = 200) -> AsyncIterator[list[StoredDecision]]:
    """All decisions of one case or of the register, in batches, past the condition of access; `tx` must be in a transaction."""
    cursor = await tx.cursor(_queries.each_stored.sql, case_number)
    while rows := await cursor.fetch(batch):
        yield [StoredDecision(**dict(row)) for row in rows]


async def insert(tx: Any, case_id: int, decisions: Sealed, documents: Sequence[AskedDocument], deliveries: int) -> Promised:
    row = await _queries.insert(
        tx,
        case_id=case_id,
        decisions=decisions.rows,
        tracks=decisions.tracks,
        documents=[msgspec.structs.asdict(document) for document in documents],
        deliveries=deliveries,
    )
    return Promised(document_ids=tuple(row["document_ids"]), delivery_ids=tuple(row["delivery_ids"]))
