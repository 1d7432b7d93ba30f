"""The docket as a chain of hashes: what an entry seals, how it is linked to the one before, how a signed head ties all chains."""

import hashlib
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import UTC, date, datetime
from typing import Any

import msgspec

#: What stands before the first entry of a case.
FIRST_LINK = bytes(32)
SALT_BYTES = 16
#: SHA-256 cut to 192 bits: parts are sealed by the whole hash over all of them, this one only says which part changed.
PART_BYTES = 24

#: Rows by table; a row is column -> value as PostgreSQL gives it back.
State = Mapping[str, Sequence[Mapping[str, Any]]]

#: The tables whose rows are the state of a case, with the columns that tell their rows apart.
STATE_TABLES: dict[str, tuple[str, ...]] = {
    "cases": (),
    "case_places": ("ordinal",),
    "case_offences": ("ordinal",),
    "case_persons": ("ordinal",),
    "case_seizures": ("ordinal",),
    "case_vessels": ("ordinal",),
    "case_relations": ("ordinal",),
    "submissions": ("id",),
    "referrals": ("decision_seq", "track_ordinal"),
    "transfer_offers": ("id",),
    "case_links": ("id",),
    "recusals": ("id",),
    "assignments": ("seq",),
    "conflicts": ("id",),
    "case_time_limits": ("id",),
    "acknowledgements": ("id",),
    "escalations": ("id",),
    "case_positions": ("person", "offence"),
    "documents": ("id",),
    "pdfs": ("id",),
    "document_acts": ("id",),
    "competence_confirmations": ("id",),
    "competence_challenges": ("id",),
    "competence_rulings": ("id",),
    "case_contacts": ("id",),
    "hearings": ("id",),
    "services": ("id",),
    "to_tell": ("id",),
    "requests": ("id",),
    "request_answers": ("id",),
    "request_reminders": ("id",),
    "judgments": ("id",),
    "judgment_parties": ("judgment_id", "role", "person"),
    "judgment_outcomes": ("judgment_id", "person", "offence"),
    "judgment_penalties": ("id",),
    "judgment_confiscations": ("id",),
    "port_bans": ("id",),
    "judgment_clocks": ("id",),
    "remedies": ("id",),
    "extracts": ("id",),
    "pieces": ("id",),
    "confidential_pieces": ("id",),
    "seized_item_acts": ("id",),
}
#: Held by the links themselves, rising with every entry, or derived from what is sealed (`docket verify` derives it anew).
_NOT_STATE = {"cases": frozenset({"id", "case_number", "serial", "entry_count", "to_confirm"})}
#: A word that was renamed is sealed as it was: the seals of files from before it would break otherwise. The schema refuses the old
#: word itself (migrations/0011_life_of_a_file.sql), so that nobody can put it back unseen.
_SEALED_AS = {("cases", "status"): {"trialCourt": "referred"}, ("case_links", "status_before"): {"trialCourt": "referred"}}
#: The case row in groups, so that a finding says more than "the case"; what is not listed belongs to the report.
CASE_GROUPS: dict[str, frozenset[str]] = {
    "register": frozenset({"year", "version", "status", "registered_by", "registered_at", "entered_on"}),
    "access": frozenset({"confidentiality", "holding_office", "offices", "courts", "named"}),
    "route": frozenset({"decision_seq", "outcome", "scope", "port_area", "open_track", "prosecutor", "territory", "elsewhere_ground"}),
}
REPORT_GROUP = "report"
_GROUP_OF = {column: group for group, columns in CASE_GROUPS.items() for column in columns}


class Line(msgspec.Struct, frozen=True, kw_only=True):
    """One entry as it is stored."""

    seq: int
    kind: str
    entered_at: datetime
    entered_by: str
    #: None once erased under a retention rule; the hashes stay.
    content: Any
    salt: bytes | None
    erased_at: datetime | None
    content_hash: bytes
    state_hash: bytes
    #: Hash of each part of the case after this entry, by `table/row`.
    state_parts: dict[str, str]
    #: Hash of each immutable row that the entry made, by `decision/<seq>`, `document/<id>`, `pdf/<id>` or `erasure/<seq>`.
    made: dict[str, str]
    previous_hash: bytes
    hash: bytes


def canonical(value: object) -> bytes:
    """The same bytes for the same content, before and after PostgreSQL: keys sorted, absent and null alike, 5.0 as 5."""
    return msgspec.json.encode(_plain(msgspec.to_builtins(value, builtin_types=(bytes, datetime, date))), order="sorted")


def _plain(value: Any) -> Any:
    match value:
        case dict():
            # Most values are text; a call for each would be most of the work of a seal.
            return {str(key): item if type(item) is str else _plain(item) for key, item in value.items() if item is not None}
        case list() | tuple():
            return [item if type(item) is str else _plain(item) for item in value]
        case float() if value.is_integer():
            return int(value)
        case bytes():
            return value.hex()
        case date():
            return _instant(value) if isinstance(value, datetime) else value.isoformat()
    return value


def _instant(value: datetime) -> str:
    return value.astimezone(UTC).isoformat(timespec="microseconds")


def content_hash(salt: bytes, content: object) -> bytes:
    """Salted, so that after erasure the hash tells nothing about a content that one could guess."""
    return hashlib.sha256(salt + canonical(content)).digest()


def state_parts(salt: bytes, state: State) -> dict[str, str]:
    """One salted hash for each row of the case, and for each group of columns of the case row itself."""
    parts: dict[str, str] = {}
    for table, key in STATE_TABLES.items():
        for row in state.get(table, ()):
            columns = {name: value for name, value in row.items() if name != "case_id" and name not in _NOT_STATE.get(table, ())}
            for (of, name), renamed in _SEALED_AS.items():
                if of == table and columns.get(name) in renamed:
                    columns[name] = renamed[columns[name]]
            for name, part in _groups(table, key, columns):
                parts[name] = hashlib.sha256(salt + canonical([name, part])).digest()[:PART_BYTES].hex()
    return parts


def _groups(table: str, key: tuple[str, ...], columns: Mapping[str, Any]) -> Iterator[tuple[str, dict[str, Any]]]:
    if table != "cases":
        yield "/".join((table, *(str(columns[name]) for name in key))), dict(columns)
        return
    groups: dict[str, dict[str, Any]] = {group: {} for group in (*CASE_GROUPS, REPORT_GROUP)}
    for name, value in columns.items():
        groups[group_of(name)][name] = value
    for group, part in groups.items():
        yield f"cases/{group}", part


def group_of(column: str) -> str:
    """The group of a column of the case row."""
    return _GROUP_OF.get(column, REPORT_GROUP)


def state_hash(parts: Mapping[str, str]) -> bytes:
    return hashlib.sha256(canonical(parts)).digest()


def decision_hash(decision: Mapping[str, Any], tracks: Iterable[Mapping[str, Any]]) -> bytes:
    """A decision row with its tracks; neither is ever updated. `compared` is generated by the database from `result`."""
    row = {name: value for name, value in decision.items() if name not in ("case_id", "row_hash", "compared")}
    rows = [{name: value for name, value in track.items() if name not in ("case_id", "decision_seq")} for track in tracks]
    return hashlib.sha256(canonical([row, sorted(rows, key=lambda track: track["ordinal"])])).digest()


def document_hash(document: Mapping[str, Any]) -> bytes:
    """A document once it is made; its bytes are held by their own sha256, its outdated mark by the state of the case."""
    row = {name: value for name, value in document.items() if name not in ("case_id", "bytes", "outdated_at", "state", "failure")}
    return hashlib.sha256(canonical(row)).digest()


def pdf_hash(pdf: Mapping[str, Any]) -> bytes:
    """A PDF once it is made; its bytes and its picture are held by their own sha256."""
    row = {name: value for name, value in pdf.items() if name not in ("case_id", "state", "failure")}
    return hashlib.sha256(canonical(row)).digest()


def enactment_hash(enactment: Mapping[str, Any], pack: Mapping[str, Any]) -> bytes:
    """An enactment with the hash of the one before it and the row of its pack, whose digest stands for the bytes of its files."""
    said = {name: value for name, value in enactment.items() if name != "hash"}
    return hashlib.sha256(canonical([said, dict(pack)])).digest()


def erasure_hash(erased_at: datetime) -> bytes:
    return hashlib.sha256(canonical(erased_at)).digest()


def body_hash(
    *, seq: int, kind: str, entered_at: datetime, entered_by: str, content_hash: bytes, state_hash: bytes, made: Mapping[str, str]
) -> bytes:
    """Everything that an entry says but for the number of its case, which is not drawn yet when the first one is written."""
    said = {
        "seq": seq,
        "kind": kind,
        "enteredAt": entered_at,
        "enteredBy": entered_by,
        "contentHash": content_hash,
        "stateHash": state_hash,
        "made": made,
    }
    return hashlib.sha256(canonical(said)).digest()


def link(previous_hash: bytes, body: bytes, case_number: str) -> bytes:
    """The hash of an entry; `enter_first` in store/entries.sql computes the same in the statement that draws the number."""
    return hashlib.sha256(previous_hash + body + case_number.encode()).digest()


def broken(case_number: str, lines: Iterable[Line]) -> Iterator[tuple[int, str, str]]:
    """What is wrong in a chain, as (seq, columns, what); reads its lines once."""
    previous, expected = FIRST_LINK, 1
    for line in lines:
        if line.seq != expected:
            yield line.seq, "seq", f"registerlijn {expected} ontbreekt of is van plaats veranderd"
        if line.previous_hash != previous:
            yield line.seq, "previous_hash", "sluit niet aan op de hash van de vorige registerlijn"
        yield from _broken_line(case_number, line)
        previous, expected = line.hash, line.seq + 1


def _broken_line(case_number: str, line: Line) -> Iterator[tuple[int, str, str]]:
    if line.erased_at is None:
        if line.content is None or line.salt is None:
            yield line.seq, "content, salt", "de inhoud is weg zonder dat hij als gewist is aangeduid"
        elif content_hash(line.salt, line.content) != line.content_hash:
            yield line.seq, "content, salt, content_hash", "de inhoud is niet meer wat er ingeschreven werd"
    elif line.content is not None or line.salt is not None:
        yield line.seq, "content, salt, erased_at", "aangeduid als gewist, maar er staat nog inhoud"
    if state_hash(line.state_parts) != line.state_hash:
        yield line.seq, "state_parts, state_hash", "de hashes van de delen van het dossier kloppen niet met hun geheel"
    body = body_hash(
        seq=line.seq,
        kind=line.kind,
        entered_at=line.entered_at,
        entered_by=line.entered_by,
        content_hash=line.content_hash,
        state_hash=line.state_hash,
        made=line.made,
    )
    if link(line.previous_hash, body, case_number) != line.hash:
        columns = "seq, kind, entered_at, entered_by, content_hash, state_hash, made, previous_hash, hash"
        yield line.seq, columns, "de hash van de registerlijn klopt niet met wat er staat, of het dossiernummer is veranderd"


def unaccounted(lines: Sequence[Line]) -> Iterator[tuple[int, str, str]]:
    """Tombstones that no later entry accounts for."""
    accounted = {name: digest for line in lines for name, digest in line.made.items()}
    for line in lines:
        if line.erased_at is not None and accounted.get(f"erasure/{line.seq}") != erasure_hash(line.erased_at).hex():
            yield line.seq, "erased_at", "gewist zonder een registerlijn die dat verantwoordt"


def changed_parts(line: Line, state: State) -> Iterator[tuple[str, str, tuple[str, ...], str]]:
    """What differs between a case and its last line, as (table, row, columns, what)."""
    if line.salt is None:
        yield "docket_entries", str(line.seq), ("salt",), "de laatste registerlijn is gewist, dus het dossier is niet meer te toetsen"
        return
    now = state_parts(line.salt, state)
    for part in sorted(now.keys() | line.state_parts.keys()):
        if now.get(part) == line.state_parts.get(part):
            continue
        table, _, row = part.partition("/")
        if part not in now:
            yield table, row, (), "rij is verdwenen sinds de laatste registerlijn van het dossier"
        elif part not in line.state_parts:
            yield table, row, (), "rij staat er zonder registerlijn in het dossier"
        elif table == "cases":
            columns = CASE_GROUPS.get(row) or {name for name in dict(state["cases"][0]) if group_of(name) == row}
            yield table, "", tuple(sorted(columns)), "veranderd sinds de laatste registerlijn van het dossier"
        else:
            yield table, row, (), "rij is veranderd sinds de laatste registerlijn van het dossier"


class Head(msgspec.Struct, frozen=True, kw_only=True, rename="camel"):
    """What is signed: the last hash and the count of every case that changed since the head before."""

    seq: int
    made_at: datetime
    #: Cases and entries in the register by this head, those of earlier heads included.
    case_count: int
    entry_count: int
    #: Over the head's cases, one after the other (`CasesDigest`).
    cases_digest: str
    #: Hex digest of the head before; 64 zeros for the first.
    previous_digest: str
    key_id: str
    #: Hash of the last seed of the draws that was committed by then; None before the first, and in heads of older versions.
    seeds_digest: str | None = None
    #: Of the last enactment of a law; null in heads from before laws were enacted here.
    enactments_digest: str | None = None
    #: Hash of the last change of a chamber by then; None before the first, and in heads of older versions.
    chambers_digest: str | None = None
    #: Hash of the last upload or choice of a template by then; None before the first, and in heads of older versions.
    templates_digest: str | None = None
    #: Hash of the last address of an office or a court by then; None before the first, and in heads of older versions.
    addresses_digest: str | None = None

    def digest(self) -> bytes:
        return hashlib.sha256(canonical(self)).digest()


class CasesDigest:
    """Digest over the cases of a head in the order of their numbers, without holding them."""

    def __init__(self) -> None:
        self._running = hashlib.sha256()

    def add(self, case_number: str, entry_count: int, last_hash: bytes) -> None:
        self._running.update(canonical([case_number, entry_count, last_hash]) + b"\n")

    def hexdigest(self) -> str:
        return self._running.hexdigest()
