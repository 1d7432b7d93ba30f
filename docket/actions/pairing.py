"""What the acts on connected files share: files written in one transaction, what one may learn of another, judgments left whole."""

from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from datetime import datetime
from typing import Any

import msgspec

from docket import entries, identities, life
from docket.access import Actor, visibility
from docket.actions import redeciding, standing, telling
from docket.cases import CaseStatus
from docket.changes import Change, compare
from docket.contract import Report
from docket.deps import Deps
from docket.errors import NotFound, StateForbids
from docket.judgments import Judgment, court_title, decided_on, party_nl, to_judge
from docket.store import cases as store
from docket.store import conflicts, connected
from docket.store import judgments as judgment_store
from docket.store.cases import Snapshot
from docket.store.connected import Link, NewLink
from docket.transitions import Pair
from routing import Limb

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
    laid: Mapping[str, Limb | None] = {},
    stands: life.Stands | None = None,
    items_decided: Collection[str] = (),
) -> Rewritten:
    """
    `stands` None = where the change of facts alone leaves its suspects; `items_decided` = seized items on which the other file decided.

    Raises StateForbids where the file would close over an undecided item.
    """
    stands = stands or life.after_facts(found.stands, found.case.report, report)
    await standing.require_items_decided(found, report, stands.status, deps, decided=items_decided)
    rewrite = await redeciding.rewrite(found, report, by, deps, at, uncommitted=uncommitted, laid=laid)
    follows = redeciding.following(found, report, rewrite.present, by, deps, at, status)
    return Rewritten(
        found=found,
        rewrite=rewrite,
        follows=follows,
        changes=compare(found.case.report, report),
        stands=stands,
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


async def require_unjudged(others: Sequence[Snapshot], lead: Snapshot, deps: Deps) -> None:
    """Files are joined to be tried together (art. 227 Sv.): who was judged is not brought, and in the lead somebody still has to be."""
    for found in others:
        judgments = await judgment_store.of_case(deps.pool, found.case.id)
        if judged := decided_on(positions_of(found), judgments):
            raise StateForbids(
                f"In {found.case.case_number} is {judged_nl(judged, found, deps)}; wat al berecht is, wordt niet meer samen berecht "
                "(art. 226-227 Sv.). Voeg het andere dossier bij dit als daar nog niemand berecht is, of leg een verband en schrijf wat "
                "volgt in elk dossier in."
            )
    judgments, there = await judgment_store.of_case(deps.pool, lead.case.id), positions_of(lead)
    judged = decided_on(there, judgments)
    if judged and not to_judge(there, judgments):
        raise StateForbids(
            f"In {lead.case.case_number} is {judged_nl(judged, lead, deps)}, en niemand wacht er nog op een vonnis in eerste aanleg; "
            "er valt niets meer samen te berechten (art. 226-227 Sv.). Leg een verband en schrijf wat volgt in elk dossier in."
        )


async def require_judgments_stay(
    found: Snapshot, leaving: Iterable[Pair], gone_persons: Collection[str], gone_offences: Collection[str], deps: Deps
) -> None:
    """No judgment is torn: whoever it is about or was a party to it stays in its file, with the offence that it is about."""
    judgments = await judgment_store.of_case(deps.pool, found.case.id)
    judged = decided_on(positions_of(found), judgments)
    torn = {
        pair: judgment for pair, judgment in judged.items() if pair in set(leaving) or pair[0] in gone_persons or pair[1] in gone_offences
    }
    number = found.case.case_number
    if torn:
        raise StateForbids(
            f"In {number} is {judged_nl(torn, found, deps)}; een vonnis blijft met zijn termijnen, rechtsmiddelen en uittreksels in het "
            f"dossier waarin het gewezen is. Laat hem voor dat feit in {number}, en kies alleen wie nog te berechten is."
        )
    for judgment in judgments:
        parties = [one for one in judgment.parties if one.person in gone_persons and judgment.stands]
        if parties:
            who = " en ".join(party_nl(one.role, one.person, found.case.report) for one in parties)
            raise StateForbids(
                f"In {number} is {who} partij bij {judgment_nl(judgment, deps)}; laat die partij in {number}, of in beide dossiers: "
                "haar termijnen en rechtsmiddelen lopen daar."
            )


async def require_judgments_true(found: Snapshot, report: Report, deps: Deps) -> None:
    """
    Facts are corrected under a judgment, but whoever and whatever it is about stays: each suspect with his offence, each party in its role,
    the same person, the same charge. Raises StateForbids with who, which judgment and what to do.
    """
    for judgment in await judgment_store.of_case(deps.pool, found.case.id):
        why = _untrue(judgment, found.case.report, report) if judgment.stands else None
        if why is not None:
            raise StateForbids(f"In {found.case.case_number} {why[0]} {judgment_nl(judgment, deps)} {why[1]}")


def _untrue(judgment: Judgment, before: Report, after: Report) -> tuple[str, str] | None:
    """What comes before and after the name of a judgment that the corrected facts would make untrue."""
    pairs, others = set(life.pairs_of(after)), identities.others(before, after)
    roles = {person.id: person.role for person in after.persons}
    for one in judgment.outcomes:
        who = party_nl("suspect", one.person, before)
        if one.pair not in pairs:
            return "gaat", (
                f"over {who} voor feit {one.offence}; zij blijven in het dossier zoals ze berecht zijn. "
                "Zet die verdachte bij dat feit terug, en voeg wat erbij hoort als nieuwe persoon of nieuw feit toe."
            )
        if one.offence in others.offences:
            return "gaat", (
                f"over feit {one.offence} van {who}; dat feit wordt geen ander misdrijf. Laat het staan en voeg het andere als nieuw "
                "feit toe; gaf de rechtbank een andere kwalificatie, noteer die bij het vonnis."
            )
    for party in judgment.parties:
        who = party_nl(party.role, party.person, before)
        if party.role != "prosecution" and roles.get(party.person) != party.role:
            return f"is {who} partij bij", (
                "en daaraan hangen termijnen. Laat die persoon in die rol in het dossier, en voeg een ander als nieuwe persoon toe."
            )
        if party.person in others.persons:
            return f"is {who} partij bij", (
                "en alles waaraan die persoon te herkennen is, wordt hier dat van een ander. Verbeter alleen wat fout is, en voeg "
                "iemand anders als nieuwe persoon toe; bleek de identiteit vals, schrijf de ware dan in de opmerking bij die persoon."
            )
    return None


def positions_of(found: Snapshot) -> dict[Pair, CaseStatus]:
    return life.positions(found.stands, life.pairs_of(found.case.report))


def judged_nl(judged: Mapping[Pair, Judgment | None], found: Snapshot, deps: Deps) -> str:
    """`verdachte 1 al berecht (vonnis van 24/11/2026, ...)`: each suspect once, with each judgment on him."""
    of: dict[str, list[str]] = {}
    for (person, _), judgment in judged.items():
        who = party_nl("suspect", person, found.case.report) if person else "een feit zonder gekende verdachte"
        told = judgment_nl(judgment, deps) if judgment is not None else "alleen als stand ingeschreven"
        if told not in of.setdefault(who, []):
            of[who].append(told)
    return " en ".join(f"{who} al berecht ({'; '.join(told)})" for who, told in of.items())


def judgment_nl(judgment: Judgment, deps: Deps) -> str:
    named = [court_title(judgment.court, deps.law.law), judgment.ecli or (f"nr. {judgment.number}" if judgment.number else "")]
    return ", ".join([f"het vonnis van {judgment.pronounced_on:%d/%m/%Y}", *(one for one in named if one)])


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
