"""Ask for one kind of document for every file of a sitting; the worker makes them one by one, each in its own transaction."""

from collections.abc import Mapping
from datetime import date
from typing import Any

import msgspec

import documents
from docket import papers
from docket.access import Actor, visibility
from docket.actions.papers.make_document import chosen, wanted_of
from docket.deps import Deps
from docket.errors import BadInput, Issue, MissingScope, StateForbids
from docket.messages import MakeBulkLine
from docket.papers import Paper
from docket.store import bulk, jobs


class MakeInBulk(msgspec.Struct, frozen=True, kw_only=True):
    #: A code of documents.catalogue.KINDS, of a document about a file or about a suspect.
    kind: str
    chamber_id: int
    day: date
    #: What its maker says for all of them, by the fields of the struct `typed` of its kind.
    typed: Mapping[str, Any] = {}


class StartedBulk(msgspec.Struct, frozen=True, kw_only=True):
    run_id: int
    lines: int


async def make_in_bulk(command: MakeInBulk, by: Actor, deps: Deps) -> StartedBulk:
    """Raises StateForbids where the sitting has no file that he reads, BadInput on what was typed."""
    by.require("readDocument")
    paper = chosen(command.kind)
    by.require(paper.action)
    if paper.about == "injured":
        raise StateForbids("Dit document wordt per benadeelde gemaakt, in zijn dossier.")
    if by.account_id is None:
        raise MissingScope
    wanted_of(paper, None, command.typed)
    _refuse_what_differs(paper, command.typed)
    typed = msgspec.json.encode(dict(command.typed), order="sorted").decode()
    at = deps.clock.now()
    async with deps.transaction() as tx:
        run_id = await bulk.start(
            tx,
            account_id=by.account_id,
            kind=command.kind,
            chamber_id=command.chamber_id,
            day=command.day,
            typed=typed,
            at=at,
            by=by.code,
        )
        seen, per_suspect = visibility(by, paper.action), paper.about == "suspect"
        count = 0
        if run_id is not None:
            count = await bulk.add_lines(tx, run_id, seen, per_suspect=per_suspect, chamber_id=command.chamber_id, day=command.day)
        # A chamber that is not there is a sitting without files: who asks learns of no chamber.
        if run_id is None or not count:
            title = documents.kind_of(command.kind).title_nl
            raise StateForbids(f"{title}: op deze zitting staat geen dossier dat u mag behandelen.")
        await jobs.enqueue(tx, [MakeBulkLine(run_id=run_id, ordinal=ordinal) for ordinal in range(1, count + 1)])
    return StartedBulk(run_id=run_id, lines=count)


def _refuse_what_differs(paper: Paper, typed: Mapping[str, Any]) -> None:
    """Codes of one file say nothing of another."""
    said = sorted(papers.of_one_file(paper) & set(typed))
    detail = "Dit verschilt van dossier tot dossier, dus zeg het niet voor alle samen: elk dossier krijgt wat het register voorstelt."
    if said:
        raise BadInput(issues=tuple(Issue(type="invalidInput", name=f"/typed/{name}", detail=detail, value=typed[name]) for name in said))
