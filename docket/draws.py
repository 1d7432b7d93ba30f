"""Assignments as whoever checks them reads them, and the same assignment made again from what was kept; pure."""

import csv
import hashlib
import io
from collections.abc import Iterable, Iterator
from datetime import datetime
from typing import Literal

import msgspec

from routing import Assignment, RosterSnapshot, assign

AssignmentKind = Literal["draw", "connexity", "standIn", "override", "none"]
#: same: made again with the same answer; secret: all but the number drawn, its seed is not revealed yet;
#: byHead: chosen by a person, nothing to make again; wrong: not what the rules give.
Verdict = Literal["same", "secret", "byHead", "wrong"]

COLUMNS = (
    "caseNumber",
    "registeredAt",
    "assignment",
    "assignedAt",
    "assignedBy",
    "kind",
    "prosecutor",
    "standsInFor",
    "reason",
    "seed",
    "commitment",
    "committedAt",
    "revealedAt",
    "revealedSeed",
    "drawNumber",
    "total",
    "number",
    "places",
    "out",
    "ties",
    "seedDraws",
)


def code_of(account_id: int) -> str:
    """The function code of a user, as entries have it."""
    return f"user:{account_id}"


def account_of(code: str) -> int:
    return int(code.removeprefix("user:"))


class DrawRecord(msgspec.Struct, frozen=True, kw_only=True, rename="camel"):
    """One assignment with all that it rests on; function codes, never a name."""

    case_number: str
    registered_at: datetime
    #: Its place among the assignments of the file, from 1.
    seq: int
    kind: AssignmentKind
    #: None where nobody could be assigned.
    prosecutor: str | None
    #: None for an override.
    snapshot: RosterSnapshot | None
    result: Assignment | None
    seed_seq: int | None
    draw_number: int | None
    assigned_at: datetime
    assigned_by: str
    #: sha256 of the seed, in hexadecimal digits, as all hashes here.
    commitment: str | None
    committed_at: datetime | None
    #: None while it is secret.
    seed: str | None
    revealed_at: datetime | None
    #: How many draws its seed has, as the register counts them: a list without the last one falls short of it.
    seed_draws: int | None


class Checked(msgspec.Struct, frozen=True, kw_only=True, rename="camel"):
    case_number: str
    seq: int
    verdict: Verdict
    #: What is wrong, in Dutch; empty for every other verdict.
    findings: tuple[str, ...] = ()

    def __str__(self) -> str:
        said = {"same": "klopt", "secret": "klopt voor zover het zaad nog geheim is", "byHead": "gekozen door het hoofd", "wrong": "FOUT"}
        found = f": {'; '.join(self.findings)}" if self.findings else ""
        return f"{self.case_number} toewijzing {self.seq}: {said[self.verdict]}{found}"


def checked(record: DrawRecord) -> Checked:
    """One assignment by itself."""
    findings = tuple(_findings(record))
    verdict: Verdict = "same"
    if findings:
        verdict = "wrong"
    elif record.kind == "override":
        verdict = "byHead"
    elif record.draw_number is not None and record.seed is None:
        verdict = "secret"
    return Checked(case_number=record.case_number, seq=record.seq, verdict=verdict, findings=findings)


def _findings(record: DrawRecord) -> Iterator[str]:
    if record.kind == "override":
        return
    if record.snapshot is None or record.result is None:
        yield "het rooster of de uitkomst ontbreekt"
        return
    result = record.result
    if (result.kind, result.prosecutor) != (record.kind, record.prosecutor):
        yield f"de rij noemt {record.prosecutor or 'niemand'} ({record.kind}), de uitkomst {result.prosecutor or 'niemand'} ({result.kind})"
    if (result.drawn is None) != (record.draw_number is None) or (record.draw_number is None) != (record.seed_seq is None):
        yield "trekking en zaad passen niet bij elkaar"
        return
    if record.draw_number is not None:
        yield from _seed_findings(record)
    yield from _replayed(record, record.snapshot, result)


def _seed_findings(record: DrawRecord) -> Iterator[str]:
    if record.commitment is None or record.committed_at is None:
        yield f"zaad {record.seed_seq} is er niet"
        return
    if record.committed_at >= record.registered_at:
        yield f"zaad {record.seed_seq} werd niet vastgelegd voor het dossier ingeschreven was"
    if record.revealed_at is not None and record.revealed_at <= record.assigned_at:
        yield f"zaad {record.seed_seq} was al onthuld toen er geloot werd"
    if record.seed is not None and hashlib.sha256(bytes.fromhex(record.seed)).hexdigest() != record.commitment:
        yield f"het onthulde zaad {record.seed_seq} is niet dat wat vastgelegd werd"


def _replayed(record: DrawRecord, snapshot: RosterSnapshot, result: Assignment) -> Iterator[str]:
    drawn = result.drawn
    if drawn is None:
        if assign(record.case_number, None, 0, snapshot) != result:
            yield "uit het bewaarde rooster volgt een andere toewijzing"
        return
    if record.seed is not None:
        again = assign(record.case_number, bytes.fromhex(record.seed), record.draw_number or 0, snapshot)
        if again != result:
            yield f"uit het bewaarde rooster en het zaad volgt {again.prosecutor or 'niemand'}, niet {result.prosecutor or 'niemand'}"
        return
    without_seed = assign(record.case_number, None, 0, snapshot)
    if (without_seed.out, without_seed.ties, without_seed.places) != (result.out, result.ties, result.places):
        yield "uit het bewaarde rooster volgen andere plaatsen"
    message = f"{record.draw_number}/{record.case_number}"
    if drawn.message.split("/")[:2] != message.split("/") or drawn.draw_number != record.draw_number:
        yield "er werd om iets anders geloot dan dit dossier en dit trekkingsnummer"
    total = without_seed.places[-1].until if without_seed.places else 0
    if not total or drawn.total != total or int(drawn.value, 16) % total != drawn.number:
        yield "het getrokken getal volgt niet uit de waarde en het totaal"
    elif next(place.code for place in without_seed.places if place.first <= drawn.number < place.until) != result.prosecutor:
        yield "het getrokken getal valt bij iemand anders"


class KnownSeed(msgspec.Struct, frozen=True, kw_only=True):
    seq: int
    committed_at: datetime
    revealed_at: datetime | None
    #: Number of its last draw, as the register has it.
    draws: int


def other_seed(record: DrawRecord, seeds: Iterable[KnownSeed]) -> str:
    """Says so when the file was drawn with another seed than the rules give, or with none though there was one."""
    no_seed = record.result is not None and record.result.reason == "noSeed"
    if record.draw_number is None and not no_seed:
        return ""
    due = [
        seed.seq
        for seed in seeds
        if seed.committed_at < record.registered_at and (seed.revealed_at is None or seed.revealed_at > record.assigned_at)
    ]
    expected = max(due, default=None)
    if record.seed_seq == expected:
        return ""
    return f"geloot met zaad {record.seed_seq or 'geen'}, terwijl zaad {expected or 'geen'} aan de beurt was"


class Sequences:
    """Whether each seed has all its draws: one that is left out could be a draw that did not please."""

    def __init__(self) -> None:
        self._seen: dict[int, set[int]] = {}

    def add(self, record: DrawRecord) -> None:
        if record.seed_seq is not None and record.draw_number is not None:
            self._seen.setdefault(record.seed_seq, set()).add(record.draw_number)

    def findings(self, counted: dict[int, int]) -> Iterator[str]:
        """`counted`: number of the last draw of each seed, as the register has it."""
        for seed in sorted(counted.keys() | self._seen.keys()):
            seen, last = self._seen.get(seed, set()), counted.get(seed, 0)
            for missing in sorted(set(range(1, max(last, *seen, 0) + 1)) - seen):
                yield f"zaad {seed}: trekking {missing} ontbreekt"
            if seen and max(seen) > last:
                yield f"zaad {seed}: telt {last} trekkingen, er staan er tot {max(seen)}"


def row(record: DrawRecord) -> str:
    """A line of the list to download; `docs/draws.md` says how to make every draw again from it alone."""
    return _line(_cells(record))


def _cells(record: DrawRecord) -> tuple[object, ...]:
    result = record.result
    drawn = result.drawn if result else None
    return (
        record.case_number,
        record.registered_at.isoformat(),
        record.seq,
        record.assigned_at.isoformat(),
        record.assigned_by,
        record.kind,
        record.prosecutor,
        result and result.stands_in_for,
        result and result.reason,
        record.seed_seq,
        record.commitment,
        record.committed_at and record.committed_at.isoformat(),
        record.revealed_at and record.revealed_at.isoformat(),
        record.seed,
        record.draw_number,
        drawn and drawn.total,
        None if drawn is None else drawn.number,
        " ".join(f"{place.code}={place.load}" for place in result.places) if result else "",
        " ".join(f"{out.code}={out.reason}" for out in result.out) if result else "",
        " ".join(f"{tie.case_number}={tie.prosecutor}" for tie in result.ties) if result else "",
        record.seed_draws,
    )


def _line(cells: Iterable[object]) -> str:
    written = io.StringIO()
    csv.writer(written, lineterminator="\n").writerow("" if cell is None else cell for cell in cells)
    return written.getvalue()


HEADING = _line(COLUMNS)
