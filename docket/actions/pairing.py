"""What the acts on connected files share: several files written in one transaction, and what a file may learn of another."""

from collections.abc import Callable, Sequence
from datetime import datetime
from typing import Any

import msgspec

from docket import entries, life
from docket.access import Actor, visibility
from docket.actions import redeciding, telling
from docket.changes import Change, compare
from docket.contract import Report
from docket.deps import Deps
from docket.errors import NotFound, StateForbids
from docket.store import cases as store
from docket.store import conflicts, connected
from docket.store.cases import Snapshot
from docket.store.connected import Link, NewLink

_LEVELS = ("ordinary", "restricted", "sealed")


class Changed(msgspec.Struct, frozen=True, kw_only=True):
    """What an act on connected files left behind in one of them."""

    case_number: str
    version: int


class Rewritten(msgspec.Struct, frozen=True, kw_only=True):
    """One file as it will stand, decided anew."""

    found: Snapshot
    rewrite: redeciding.Rewrite
    follows: redeciding.Following
    changes: tuple[Change, ...]
    #: Where its suspects stand by then.
    stands: life.Stands

    @property
    def said(self) -> dict[str, Any]:
        """What each entry about a new decision says."""
        return {
            "version": self.found.case.version + 1,
            "decision": self.rewrite.present.seq,
            "lapsed": self.rewrite.lapses,
            "documents": tuple(paper.kind for paper in self.follows.papers),
            "mails": len(self.follows.mails),
            "status": self.stands.status if self.stands.status != self.found.case.status else None,
        }


async def rewritten(
    found: Snapshot,
    report: Report,
    by: Actor,
    deps: Deps,
    at: datetime,
    status: str,
    uncommitted: tuple[store.RelatedCase, ...] = (),
    stands: life.Stands | None = None,
) -> Rewritten:
    """`stands` None = where the change of facts alone leaves its suspects."""
    rewrite = await redeciding.rewrite(found, report, by, deps, at, uncommitted=uncommitted)
    follows = redeciding.following(found, report, rewrite.present, by, deps, at, status)
    return Rewritten(
        found=found,
        rewrite=rewrite,
        follows=follows,
        changes=compare(found.case.report, report),
        stands=stands or life.after_facts(found.stands, found.case.report, report),
    )


async def correct(tx: Any, one: Rewritten) -> None:
    """The first statement about a file of the act: compares the version."""
    if not await store.correct(tx, one.found, one.rewrite.report, one.rewrite.related, one.rewrite.keys, one.stands):
        raise await redeciding.stale(one.found.case.case_number, one.found.case.version, tx)


async def decide(tx: Any, one: Rewritten, entry: entries.Entry, by: Actor, at: datetime) -> None:
    """The last statements about it; links are written before."""
    await telling.drop_gone(tx, one.found.case.id, one.rewrite.report, at=at, by=by.code)
    await telling.complete(tx, one.found.case.id, one.rewrite.report, at=at)
    await redeciding.write_decisions(tx, one.found, one.rewrite.decisions, one.follows, entry, by, at)


async def link(tx: Any, found: Snapshot, new: NewLink, by: Actor, at: datetime) -> None:
    await connected.insert_link(tx, found.case.id, new, at=at, by=by.code)


def in_order(files: Sequence[Snapshot]) -> list[Snapshot]:
    """Rows are locked in the order of their ids, so that two acts on the same files wait for each other instead of failing."""
    return sorted(files, key=lambda found: found.case.id)


async def ties(found: Snapshot, by: Actor, deps: Deps, wanted: Callable[[Link], bool]) -> tuple[Link, ...]:
    """The ties that hold, of those that the actor may see."""
    return tuple(tie for tie in await connected.links(deps.pool, found.case.id, visibility(by)) if tie.holds and wanted(tie))


async def the_other(case_number: str, own: Snapshot, action: Any, by: Actor, deps: Deps) -> Snapshot:
    """The second file of an act; one that the actor may not see is told as a number that does not exist."""
    if case_number == own.case.case_number:
        raise StateForbids("Dat is dit dossier zelf; geef het nummer van het andere dossier.")
    try:
        return await redeciding.find(case_number, action, by, deps)
    except NotFound:
        raise NotFound(f"Er is geen dossier {case_number}, of u mag het niet zien.") from None


async def require_undisputed(files: Sequence[Snapshot], verb: str, deps: Deps) -> None:
    """Another seat still has to answer for a file as it stands: until then nothing is put into it, and nothing leaves it."""
    for found in files:
        number = found.case.case_number
        if found.offered_to is not None:
            raise StateForbids(f"{number} is aangeboden aan een ander parket; wacht op het antwoord voor u {verb}.")
        conflict = (await conflicts.of_case(deps.pool, found.case.id)).open_conflict
        if conflict is not None:
            seats = " en ".join(deps.law.law.title(seat) or seat for seat in conflict.seats)
            raise StateForbids(
                f"Over {number} loopt een bevoegdheidsgeschil tussen {seats}; wacht op de uitkomst, "
                f"of trek het geschil in (/dossiers/{number}/geschil), voor u {verb}."
            )


def may_learn(reader: Snapshot, of: Snapshot) -> bool:
    """May whoever reads one file learn the number of the other? A less protected file never names a more protected one."""
    if _LEVELS.index(of.case.confidentiality) > _LEVELS.index(reader.case.confidentiality):
        return False
    return of.case.confidentiality == "ordinary" or set(reader.named) <= set(of.named)


def require_equal_protection(one: Snapshot, other: Snapshot) -> None:
    if not (may_learn(one, other) and may_learn(other, one)):
        raise StateForbids(
            f"{one.case.case_number} en {other.case.case_number} zijn niet even vertrouwelijk, of niet voor dezelfde personen. "
            "Geef ze eerst dezelfde vertrouwelijkheid: anders leest iemand iets uit een dossier dat hij niet mag zien."
        )
