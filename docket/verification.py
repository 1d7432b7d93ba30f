"""Walks the whole register and tells what is no longer as it was entered, signed and numbered."""

from collections.abc import AsyncIterator, Iterator
from datetime import date
from itertools import islice
from pathlib import Path
from typing import Any

import msgspec
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey

import documents
from docket import (
    addresses,
    chamber_changes,
    competence,
    document_life,
    heads,
    journal,
    legislation,
    life,
    seeds,
    seized_items,
    template_changes,
)
from docket.chamber_changes import ChamberState, ChangeLink
from docket.document_life import DoneAct
from docket.store import addresses as address_rows
from docket.store import assignments, entries
from docket.store import chamber_changes as chamber_rows
from docket.store import competence as competence_rows
from docket.store import templates as template_rows
from docket.store import verification as store
from docket.store.assignments import SeedLine
from docket.store.heads import StoredHead
from docket.template_changes import TemplateLink
from routing import Decision

#: A case is at most a few MiB with all its parts, most are a few KiB.
CASES_AT_ONCE = 20
HEAD_CASES_AT_ONCE = 1000
#: Parts of an answer that tell how it was reached: migration 0021 leaves them out of `compared`.
TRACE = frozenset({"steps", "warnings", "candidates"})


class Finding(msgspec.Struct, frozen=True, kw_only=True, rename="camel"):
    """One thing that is not as it was entered."""

    #: None where it is the register itself.
    case_number: str | None = None
    table: str
    #: What tells the row apart in its table; empty for the row of the case itself.
    row: str = ""
    #: The columns among which the change is; empty = any of the row.
    columns: tuple[str, ...] = ()
    what: str

    def __str__(self) -> str:
        row = f" rij {self.row}" if self.row else ""
        columns = f" ({', '.join(self.columns)})" if self.columns else ""
        return f"{self.case_number or 'register'}: {self.table}{row}{columns}: {self.what}"


class Counts:
    """What the walk has seen so far."""

    def __init__(self) -> None:
        self.cases = 0
        self.entries = 0
        self.decisions = 0
        self.documents = 0
        self.heads = 0
        self.seeds = 0
        self.packs = 0
        self.enactments = 0
        self.findings = 0
        #: Keys that signed heads: whoever noted the fingerprint elsewhere can compare.
        self.keys: set[str] = set()

    def __str__(self) -> str:
        signed = f", sleutel {', '.join(sorted(self.keys))}" if self.keys else ""
        seen = (
            (self.cases, "dossier", "dossiers"),
            (self.entries, "registerlijn", "registerlijnen"),
            (self.decisions, "beslissing", "beslissingen"),
            (self.documents, "document", "documenten"),
            (self.heads, "zegel", "zegels"),
            (self.seeds, "zaad", "zaden"),
            (self.packs, "wetspakket", "wetspakketten"),
            (self.enactments, "inwerkingtreding", "inwerkingtredingen"),
        )
        counted = ", ".join(f"{count} {one if count == 1 else many}" for count, one, many in seen)
        found = f"{self.findings or 'geen'} {'bevinding' if self.findings == 1 else 'bevindingen'}"
        return f"Nagegaan: {counted}{signed}: {found}"


async def walk(connection: Any, counts: Counts, *, heads_folder: Path, head_key: Path) -> AsyncIterator[Finding]:
    """All findings, as the register stands at one moment; `connection` must be in a repeatable read transaction."""
    async for finding in _everything(connection, counts, heads_folder, heads.public_keys(heads_folder, head_key)):
        counts.findings += 1
        yield finding


async def _everything(connection: Any, counts: Counts, folder: Path, keys: dict[str, Ed25519PublicKey]) -> AsyncIterator[Finding]:
    async for finding in _numbers(connection):
        yield finding
    committed = await assignments.seeds(connection)
    counts.seeds = len(committed)
    for finding in _seeds(committed):
        yield finding
    async for finding in _cases(connection, counts, committed):
        yield finding
    async for finding in _work(connection):
        yield finding
    changed = await chamber_rows.chain(connection)
    for finding in _chambers(changed, await chamber_rows.present(connection)):
        yield finding
    enacted = await store.enactments(connection)
    async for finding in _law(connection, counts, enacted):
        yield finding
    kept = await template_rows.chain(connection)
    async for finding in _templates(connection, kept):
        yield finding
    seats = await address_rows.chain(connection)
    for row, what in addresses.broken(seats):
        yield Finding(table="addresses", row=row, what=what)
    chains = {row["hash"] for row, _ in enacted}, *({link.hash for link in links} for links in (changed, kept, seats))
    async for finding in _heads(connection, counts, folder, keys, committed, *chains):
        yield finding


async def _numbers(connection: Any) -> AsyncIterator[Finding]:
    async for number, what in store.missing_numbers(connection):
        match what:
            case "missing":
                yield Finding(
                    case_number=number,
                    table="cases",
                    what="dit nummer is uitgereikt, maar het dossier is er niet; of de teller is verhoogd",
                )
            case "uncounted":
                yield Finding(
                    case_number=number,
                    table="case_counters",
                    columns=("year", "last_serial"),
                    what="het volgnummer van het dossier is niet door de teller van zijn jaar uitgereikt",
                )
            case _:
                columns = ("case_number", "year", "serial")
                yield Finding(case_number=number, table="cases", columns=columns, what="het nummer past niet bij jaar en volgnummer")
    for table, case_id in await store.orphans(connection):
        yield Finding(table=table, row=f"case_id {case_id}", what="hoort bij een dossier dat er niet is")
    for row in await store.tracks_without_decision(connection):
        yield Finding(
            case_number=row["case_number"],
            table="decision_tracks",
            row=f"{row['decision_seq']}/{row['ordinal']}",
            what="hoort bij een beslissing die er niet is",
        )


async def _cases(connection: Any, counts: Counts, committed: tuple[SeedLine, ...]) -> AsyncIterator[Finding]:
    commitments = {line.seq: line.commitment.hex() for line in committed}
    first, last = -(2**63), await store.last_case_id(connection)
    while states := await entries.states(connection, first, last, CASES_AT_ONCE):
        first, end = states[0][0], states[-1][0]
        lines = await entries.lines_of_range(connection, first, end)
        decisions = await store.decisions_of(connection, first, end)
        other_bytes = await store.documents_with_other_bytes(connection, first, end)
        other_pdfs = await store.pdfs_with_other_bytes(connection, first, end)
        other_pieces = await store.pieces_with_other_bytes(connection, first, end)
        for case_id, state in states:
            counts.cases += 1
            counts.entries += len(lines.get(case_id, ()))
            counts.decisions += len(decisions.get(case_id, ()))
            counts.documents += len(state["documents"])
            number = state["cases"][0]["case_number"] or f"id {case_id}"
            for finding in _case(number, state, lines.get(case_id, []), decisions.get(case_id, []), other_bytes.get(case_id, [])):
                yield finding
            for table, piece_id in other_pieces.get(case_id, ()):
                what = "de bytes van het stuk zijn weg, zijn niet die van hun sha256, of hun rij zegt er iets anders van dan het stuk"
                columns = ("sha256", "media_type", "size", "faults")
                yield Finding(case_number=number, table=table, row=str(piece_id), columns=columns, what=what)
            for finding in _other_pdfs(number, other_pdfs.get(case_id, [])):
                yield finding
            for finding in _drawn(number, lines.get(case_id, []), commitments):
                yield finding
        first = end + 1


def _case(
    number: str, state: journal.State, lines: list[journal.Line], decisions: list[tuple[Any, list[Any]]], other_bytes: list[int]
) -> Iterator[Finding]:
    count = state["cases"][0]["entry_count"]
    if count != len(lines):
        what = f"het dossier telt {count} registerlijnen, er staan er {len(lines)}: verdwenen, toegevoegd of anders geteld"
        yield Finding(case_number=number, table="docket_entries", row=str(count), columns=("cases.entry_count",), what=what)
    for seq, columns, what in (*journal.broken(number, lines), *journal.unaccounted(lines)):
        yield Finding(case_number=number, table="docket_entries", row=str(seq), columns=tuple(columns.split(", ")), what=what)
    if lines:
        for table, row, columns, what in journal.changed_parts(lines[-1], state):
            yield Finding(case_number=number, table=table, row=row, columns=columns, what=what)
    yield from _made(number, state, lines, decisions)
    yield from _derived(number, state, decisions)
    yield from _life(number, state)
    yield from _items(number, state, lines)
    yield from _document_life(number, state)
    for document_id in other_bytes:
        what = "de bytes van het document zijn niet die van hun sha256, of passen niet bij zijn toestand"
        yield Finding(case_number=number, table="documents", row=str(document_id), columns=("bytes", "sha256", "state"), what=what)


def _other_pdfs(number: str, pdfs: list[int]) -> Iterator[Finding]:
    for pdf_id in pdfs:
        what = "de bytes van de PDF of van haar beeld zijn niet die van hun sha256, of passen niet bij haar toestand"
        columns = ("bytes", "sha256", "picture", "picture_sha256", "state")
        yield Finding(case_number=number, table="pdfs", row=str(pdf_id), columns=columns, what=what)


def _derived(number: str, state: journal.State, decisions: list[tuple[Any, list[Any]]]) -> Iterator[Finding]:
    """What the case row says only so that lists need not look further."""
    case = state["cases"][0]
    present = next((decision for decision, _ in decisions if decision["seq"] == case["decision_seq"]), None)
    confirmations = [competence_rows.confirmation_of(row) for row in state["competence_confirmations"]]
    challenges = competence_rows.challenges_of(state["competence_challenges"], state["competence_rulings"])
    waiting: tuple[int, ...] | None = ()
    if present is not None and (present["result"].get("policyAlone") or present["result"].get("warnings") or challenges):
        standing = [each for each in confirmations if each.decision_seq == present["seq"]]
        try:
            waiting = competence.waiting(msgspec.convert(present["result"], Decision), standing, challenges)
        except msgspec.ValidationError:
            # The decision is no longer what was decided, which has a finding of its own.
            waiting = None
    if waiting is not None and tuple(case["to_confirm"]) != waiting:
        what = "de te bevestigen sporen zijn niet die welke uit beslissing, bevestigingen en uitspraken volgen"
        yield Finding(case_number=number, table="cases", columns=("to_confirm",), what=what)


def _life(number: str, state: journal.State) -> Iterator[Finding]:
    """The invariants of the life of a file that its rows show by themselves."""
    case = state["cases"][0]
    suspects = [row["id"] for row in state["case_persons"] if row["role"] == "suspect"]
    pairs = life.paired(suspects, [(row["id"], row["persons"]) for row in state["case_offences"]])
    rows = {(row["person"], row["offence"]): row["status"] for row in state["case_positions"]}
    for what in life.faults(life.Stands(status=case["status"], rows=rows), pairs):
        yield Finding(case_number=number, table="cases, case_positions", columns=("status",), what=what)
    for offer in state["transfer_offers"]:
        if offer["state"] == "offered" and (fault := life.owner_fault(offer["to_office"], case["holding_office"])) is not None:
            yield Finding(case_number=number, table="transfer_offers", row=str(offer["id"]), columns=("to_office",), what=fault)


def _items(number: str, state: journal.State, lines: list[journal.Line]) -> Iterator[Finding]:
    """A closed file has no item on which nobody decided, but for those that a later line brought in or took the judgment away from."""
    if state["cases"][0]["status"] != "closed":
        return
    standing = {row["id"] for row in state["judgments"] if row["corrected_by"] is None}
    settled = {row["seizure"] for row in state["judgment_confiscations"] if row["judgment_id"] in standing}
    settled |= {row["seizure"] for row in state["seized_item_acts"] if row["act"] == "decided" and row["struck_at"] is None}
    left = sorted(row["id"] for row in state["case_seizures"] if row["id"] not in settled)
    if left and not seized_items.came_after_closing((line.kind, line.content or {}) for line in lines):
        what = f"het dossier is gesloten terwijl over {', '.join(left)} niets beslist is; laat een magistraat beslissen"
        yield Finding(case_number=number, table="cases, seized_item_acts", columns=("status",), what=what)


def _document_life(number: str, state: journal.State) -> Iterator[Finding]:
    """What was done with each document against the table of its life."""
    kinds = {row["id"]: row["kind"] for row in state["documents"]}
    done: dict[int, list[DoneAct]] = {}
    for row in state["document_acts"]:
        said = DoneAct(act=row["act"], stage=row["stage"], acted_at=row["acted_at"], acted_by=row["acted_by"])
        done.setdefault(row["document_id"], []).append(said)
    for document_id, acts in done.items():
        known = next((kind for kind in documents.KINDS if kind.code == kinds.get(document_id)), None)
        faults = document_life.faults(known, acts) if known is not None else ("het stuk zelf is er niet, of zijn soort is niet gekend",)
        for what in faults:
            yield Finding(case_number=number, table="document_acts", row=str(document_id), columns=("act", "stage"), what=what)


def _made(number: str, state: journal.State, lines: list[journal.Line], decisions: list[tuple[Any, list[Any]]]) -> Iterator[Finding]:
    """Rows that are never changed after the entry that made them."""
    entered = {name: (digest, line.seq) for line in lines for name, digest in line.made.items()}
    found = {f"decision/{decision['seq']}": journal.decision_hash(decision, tracks) for decision, tracks in decisions}
    for decision, tracks in decisions:
        if decision["row_hash"] != found[f"decision/{decision['seq']}"]:
            what = f"de beslissing of een van haar {len(tracks)} sporen is niet meer wat er beslist werd"
            columns = ("decisions", "decision_tracks", "row_hash")
            yield Finding(case_number=number, table="decisions, decision_tracks", row=str(decision["seq"]), columns=columns, what=what)
        if decision["compared"] != {name: value for name, value in decision["result"].items() if name not in TRACE}:
            what = "het deel dat bij een wijziging van de wet vergeleken wordt, is niet dat van het antwoord"
            yield Finding(case_number=number, table="decisions", row=str(decision["seq"]), columns=("compared",), what=what)
    made = [document for document in state["documents"] if document["state"] == "made"]
    found |= {f"document/{document['id']}": journal.document_hash(document) for document in made}
    found |= {f"pdf/{pdf['id']}": journal.pdf_hash(pdf) for pdf in state["pdfs"] if pdf["state"] == "made"}
    for name in sorted(found.keys() | {name for name in entered if not name.startswith("erasure/")}):
        kind, _, row = name.partition("/")
        table = {"decision": "decisions, decision_tracks", "document": "documents", "pdf": "pdfs"}.get(kind, kind)
        if name not in found:
            yield Finding(case_number=number, table=table, row=row, what=f"gemaakt door registerlijn {entered[name][1]}, maar verdwenen")
        elif name not in entered:
            yield Finding(case_number=number, table=table, row=row, what="door geen enkele registerlijn gemaakt")
        elif found[name].hex() != entered[name][0]:
            yield Finding(case_number=number, table=table, row=row, what=f"niet meer wat registerlijn {entered[name][1]} maakte")


async def _work(connection: Any) -> AsyncIterator[Finding]:
    """The work lists and their counts, which triggers keep, against what they are derived from."""
    async for row in store.work_that_differs(connection):
        where = f"{row['list']}/{row['seat']}/{row['level']}/{row['day']}/{row['sort']}/{row['item']}"
        if row["what"] == "missing":
            what = "volgt uit het dossier, maar staat niet op de werklijst"
        else:
            what = "staat op de werklijst, maar volgt niet uit het dossier"
        yield Finding(case_number=row["case_number"], table="work_items", row=where, what=what)
    async for row in store.counts_that_differ(connection):
        where = f"{row['list']}/{row['seat']}/{row['level']}/{row['day']}"
        what = f"de tellingen van deze werklijst geven samen {row['counted']}, er staan er {row['there']}"
        yield Finding(table="work_counts", row=where, columns=("change",), what=what)


async def _law(connection: Any, counts: Counts, enacted: list[tuple[Any, Any]]) -> AsyncIterator[Finding]:
    """The chain of enactments, the law in force against its last link, and the bytes of every pack against their digest."""
    counts.enactments = len(enacted)
    previous, previous_digest, expected = journal.FIRST_LINK, None, 1
    for row, pack in enacted:
        where = str(row["seq"])
        if row["seq"] != expected:
            yield Finding(table="enactments", row=where, columns=("seq",), what=f"inwerkingtreding {expected} ontbreekt")
        if (row["previous_hash"], row["previous_digest"]) != (previous, previous_digest):
            columns = ("previous_hash", "previous_digest")
            yield Finding(table="enactments", row=where, columns=columns, what="sluit niet aan op de vorige inwerkingtreding")
        if pack is None:
            what = "het wetspakket is verdwenen, of de inwerkingtreding noemt een ander dan ze in werking stelde"
            yield Finding(table="enactments, law_packs", row=where, what=what)
        elif journal.enactment_hash(row, pack) != row["hash"]:
            what = "de inwerkingtreding of de rij van haar wetspakket is niet meer wat ondertekend werd"
            yield Finding(table="enactments, law_packs", row=where, what=what)
        previous, previous_digest, expected = row["hash"], row["digest"], row["seq"] + 1
    if (last := (enacted[-1][0]["seq"], enacted[-1][0]["digest"]) if enacted else None) != await store.law_in_force(connection):
        what = f"is niet de laatste inwerkingtreding ({last[0] if last else 'er is er geen'})"
        yield Finding(table="law_in_force", columns=("seq", "digest"), what=what)
    async for digest, files in store.pack_files(connection):
        counts.packs += 1
        for file in files:
            if file.sha256 != file.now:
                what = "de bytes van dit wetsbestand zijn niet meer die welke bewaard werden"
                yield Finding(table="law_pack_files", row=f"{digest}/{file.name}", columns=("content", "sha256"), what=what)
        if legislation.digest_of_hashes({file.name: file.now.hex() for file in files}) != digest:
            what = "de bestanden zijn niet meer die van hun digest: er is er een veranderd, bijgekomen, hernoemd of verdwenen"
            yield Finding(table="law_packs, law_pack_files", row=digest, what=what)
    for digest in await store.digests_without_pack(connection):
        yield Finding(table="law_packs", row=digest, what="beslissingen van dit register rusten op dit wetspakket, en het is er niet")


def _chambers(changed: tuple[ChangeLink, ...], present: dict[tuple[int, date | None], ChamberState]) -> Iterator[Finding]:
    """The history of the chambers, and the chambers with their days against it."""
    for seq, columns, what in chamber_changes.broken(changed):
        yield Finding(table="chamber_changes", row=str(seq), columns=tuple(columns.split(", ")), what=what)
    for table, row, what in chamber_changes.strayed(changed, present):
        yield Finding(table=table, row=row, columns=("kind", "weekdays", "starts_at", "capacity", "closed_at"), what=what)


async def _templates(connection: Any, kept: tuple[TemplateLink, ...]) -> AsyncIterator[Finding]:
    """Who uploaded and chose which template of an office, and the templates that documents were made from."""
    for table, row, what in template_changes.broken(kept):
        yield Finding(table=table, row=row, what=what)
    # Of before there was a chain, the first link takes everything along.
    for entered in await template_rows.unlinked(connection) if kept else ():
        yield Finding(table=template_changes.TABLES[entered.act], row=str(entered.row), what="staat niet in de keten van de sjablonen")
    for version, count in await store.versions_without_template(connection):
        told = f"{count} {'document is' if count == 1 else 'documenten zijn'} met dit sjabloon gemaakt, en het wordt niet meer bewaard"
        yield Finding(table="template_versions", row=version, what=told)
    for version in await store.templates_with_other_bytes(connection):
        yield Finding(table="template_versions", row=version, columns=("content",), what="de bytes zijn niet meer die van deze versie")


def _seeds(committed: tuple[SeedLine, ...]) -> Iterator[Finding]:
    for seq, columns, what in seeds.broken(line.link for line in committed):
        yield Finding(table="draw_seeds", row=str(seq), columns=tuple(columns.split(", ")), what=what)


def _drawn(number: str, lines: list[journal.Line], commitments: dict[int, str]) -> Iterator[Finding]:
    """What entries say of the seeds that they drew with, against the seeds as they are."""
    for line in lines:
        if line.kind != "ProsecutorAssigned" or not isinstance(line.content, dict) or not line.content.get("seed"):
            continue
        seed = line.content["seed"]
        if commitments.get(seed) != line.content.get("commitment"):
            what = f"registerlijn {line.seq} van {number} lootte met een andere vastlegging dan er nu staat"
            yield Finding(table="draw_seeds", row=str(seed), columns=("commitment",), what=what)


async def _heads(
    connection: Any,
    counts: Counts,
    folder: Path,
    keys: dict[str, Ed25519PublicKey],
    committed: tuple[SeedLine, ...],
    enacted: set[bytes],
    changed: set[bytes],
    chosen: set[bytes],
    seats: set[bytes],
) -> AsyncIterator[Finding]:
    links = {line.hash for line in committed}
    files = heads.head_files(folder)
    # A signer that died between its commit and the naming of its file; the next one names it.
    files |= {seq: file for seq, _, file in heads.drafts(folder) if seq not in files}
    previous: StoredHead | None = None
    async for head in store.heads(connection):
        counts.heads += 1
        counts.keys.add(head.key_id)
        seqs_between = range((previous.seq if previous else 0) + 1, head.seq)
        for seq in seqs_between:
            if seq not in files:
                yield Finding(table="heads", row=str(seq), what="dit zegel ontbreekt, in de databank en in de map erbuiten")
        for finding in (*_head(head, previous, keys), *_tied(head, links, enacted, changed, chosen, seats)):
            yield finding
        async for finding in _cases_of_head(connection, head, files.get(head.seq)):
            yield finding
        if head.seq in files:
            for finding in _file(files.pop(head.seq), head):
                yield finding
        else:
            yield Finding(table="heads", row=str(head.seq), what=f"het bestand van dit zegel ontbreekt in de map {folder.name}")
        previous = head
    for seq in await store.heads_of_head_cases(connection):
        yield Finding(table="head_cases", row=str(seq), columns=("head_seq",), what="hoort bij een zegel dat er niet is")
    for seq, file in sorted(files.items()):
        what = f"ontbreekt in de databank, maar {file.name} ligt erbuiten: het zegel is verwijderd, of de databank is ouder dan het zegel"
        yield Finding(table="heads", row=str(seq), what=what)
        async for finding in _cases_of_file(connection, seq, file):
            yield finding


def _tied(
    head: StoredHead, seeds_there: set[bytes], enacted: set[bytes], changed: set[bytes], chosen: set[bytes], seats: set[bytes]
) -> Iterator[Finding]:
    """The chains beside those of the cases, each by its last link when the head was signed."""
    if head.seeds_digest is not None and head.seeds_digest not in seeds_there:
        what = "de zaden van de lotingen zijn niet meer die welke vastgelegd waren toen dit zegel ondertekend werd"
        yield Finding(table="draw_seeds", row="", columns=("hash",), what=f"{what} (zegel {head.seq})")
    if head.enactments_digest is not None and head.enactments_digest not in enacted:
        what = f"de inwerkingtredingen zijn niet meer die van zegel {head.seq}: hun keten is verkort of herschreven"
        yield Finding(table="enactments", columns=("hash",), what=what)
    if head.chambers_digest is not None and head.chambers_digest not in changed:
        what = f"de wijzigingen van de kamers zijn niet meer die van zegel {head.seq}: hun keten is verkort of herschreven"
        yield Finding(table="chamber_changes", columns=("hash",), what=what)
    if head.templates_digest is not None and head.templates_digest not in chosen:
        what = f"de sjablonen van de parketten zijn niet meer die van zegel {head.seq}: hun keten is verkort of herschreven"
        yield Finding(table="template_changes", columns=("hash",), what=what)
    if head.addresses_digest is not None and head.addresses_digest not in seats:
        what = f"de adressen van parketten en rechtbanken zijn niet meer die van zegel {head.seq}: hun keten is verkort of herschreven"
        yield Finding(table="addresses", columns=("hash",), what=what)


def _head(head: StoredHead, previous: StoredHead | None, keys: dict[str, Ed25519PublicKey]) -> Iterator[Finding]:
    row = str(head.seq)
    signed = journal.Head(
        seq=head.seq,
        made_at=head.made_at,
        case_count=head.case_count,
        entry_count=head.entry_count,
        cases_digest=head.cases_digest.hex(),
        previous_digest=head.previous_digest.hex(),
        key_id=head.key_id,
        seeds_digest=head.seeds_digest.hex() if head.seeds_digest else None,
        enactments_digest=head.enactments_digest.hex() if head.enactments_digest else None,
        chambers_digest=head.chambers_digest.hex() if head.chambers_digest else None,
        templates_digest=head.templates_digest.hex() if head.templates_digest else None,
        addresses_digest=head.addresses_digest.hex() if head.addresses_digest else None,
    )
    if signed.digest() != head.digest:
        columns = ("seq", "made_at", "case_count", "entry_count", "cases_digest", "previous_digest", "key_id", "digest")
        yield Finding(table="heads", row=row, columns=columns, what="niet meer wat er ondertekend werd")
    if head.previous_digest != (previous.digest if previous else bytes(32)):
        yield Finding(table="heads", row=row, columns=("previous_digest",), what="sluit niet aan op het vorige zegel")
    if head.key_id not in keys:
        what = "ondertekend met een sleutel die het register niet kent; leg het bestand key-….pem ervan terug in de map van de zegels"
        yield Finding(table="heads", row=row, columns=("key_id",), what=what)
    elif not heads.is_signed(keys[head.key_id], head.digest, head.signature):
        yield Finding(
            table="heads", row=row, columns=("digest", "signature"), what="de handtekening is niet die van de sleutel van het register"
        )


async def _cases_of_head(connection: Any, head: StoredHead, file: Path | None) -> AsyncIterator[Finding]:
    """The rows of a head against its digest, and the chains of its cases against those rows."""
    digest = journal.CasesDigest()
    async for batch in store.head_cases(connection, head.seq):
        for case in batch:
            digest.add(*case)
        for gone in await store.cases_that_left_their_head(connection, batch):
            yield _left(gone, head.seq)
    if digest.hexdigest() == head.cases_digest.hex():
        return
    yield Finding(table="head_cases", row=str(head.seq), what="de dossiers van dit zegel zijn niet meer die welke ondertekend werden")
    if file is not None:
        async for finding in _cases_of_file(connection, head.seq, file):
            yield finding


async def _cases_of_file(connection: Any, seq: int, file: Path) -> AsyncIterator[Finding]:
    try:
        rows = heads.head_cases(file)
        while batch := list(islice(rows, HEAD_CASES_AT_ONCE)):
            cases = [(row.case_number, row.entry_count, bytes.fromhex(row.last_hash)) for row in batch]
            for gone in await store.cases_that_left_their_head(connection, cases):
                yield _left(gone, seq)
    except (heads.UnreadableHead, ValueError):
        return


def _left(gone: Any, seq: int) -> Finding:
    if gone["is_gone"]:
        return Finding(case_number=gone["case_number"], table="cases", what=f"zegel {seq} noemt dit dossier, maar het is er niet")
    now = f"nu {gone['entries_now']} registerlijnen"
    what = f"registerlijn {gone['entry_count']} is niet die van zegel {seq}: de keten is verkort of herschreven ({now})"
    return Finding(case_number=gone["case_number"], table="docket_entries", row=str(gone["entry_count"]), columns=("hash",), what=what)


def _file(file: Path, head: StoredHead) -> Iterator[Finding]:
    try:
        signed, cases_digest = heads.read_head(file)
    except heads.UnreadableHead as error:
        yield Finding(table="heads", row=str(head.seq), what=f"het bestand van dit zegel is niet meer leesbaar: {error}")
        return
    if (bytes.fromhex(signed.digest), signed.head.digest(), bytes.fromhex(signed.signature)) != (head.digest, head.digest, head.signature):
        yield Finding(table="heads", row=str(head.seq), what=f"{file.name} buiten de databank zegt iets anders dan de databank")
    if cases_digest != signed.head.cases_digest:
        what = f"de dossiers in {file.name} zijn niet meer die welke ondertekend werden"
        yield Finding(table="heads", row=str(head.seq), what=what)
