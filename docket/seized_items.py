"""Life of a seized item: where it lies, what was decided on it and by whom, when that was done, and what is still undecided; pure."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date, datetime
from decimal import Decimal
from typing import Any, Literal

import msgspec

from docket import report_words
from docket.cases import CaseStatus
from docket.contract import Report, Seizure
from docket.errors import Issue
from docket.judgments import Judgment
from docket.time_limits import Clock
from docket.titles import SEIZURE_KINDS
from documents import words
from routing import Law

Custodian = Literal["registry", "seizedAssets", "drugLab", "other"]
#: Ids of the [[decision]] rows of the law data.
ItemDecision = Literal["keep", "destroy", "return", "sell"]
#: kept = where it lies and what it weighs; decided = by a magistrate; carriedOut = what was decided is done.
ActKind = Literal["kept", "decided", "carriedOut"]
CUSTODIANS_NL: Mapping[str, str] = {
    "registry": "griffie",
    "seizedAssets": "COIV",
    "drugLab": "COD-laboratorium",
    "other": "andere bewaarder",
}
DECISIONS_NL: Mapping[str, str] = {
    "keep": "bewaren",
    "destroy": "vernietigen",
    "return": "teruggeven",
    "sell": "vervreemden door het COIV",
}
DONE_NL: Mapping[str, str] = {"keep": "bewaard", "destroy": "vernietigd", "return": "teruggegeven", "sell": "vervreemd"}
LONGEST_TEXT = 200
MOST_KG = Decimal(10_000_000)
MOST_CENTS = 100_000_000_00


class KeptSaid(msgspec.Struct, frozen=True, kw_only=True):
    """Where an item lies and what is known of it since the report; a later one replaces an earlier one whole."""

    #: In words: griffie Antwerpen, kluis 4; terminal, kaai 730.
    place: str
    custodian: Custodian
    #: Who, where the custodian is another one.
    custodian_name: str | None = None
    seal: str | None = None
    #: Registry number of the deposit (OS-nummer), COIV number.
    reference: str | None = None
    gross_kg: Decimal | None = None
    #: Net, as the laboratory weighed it.
    laboratory_kg: Decimal | None = None
    #: What of it was set apart before a destruction.
    sample: str | None = None
    daily_cost_cents: int | None = None
    #: Since which day it lies there: daily costs count from it.
    kept_from: date


class Act(msgspec.Struct, frozen=True, kw_only=True):
    """One line of the history of an item; struck through it stays, and says nothing any more."""

    id: int
    #: Id of the reported seizure.
    seizure: str
    act: ActKind
    kept: KeptSaid | None = None
    decision: ItemDecision | None = None
    reason: str | None = None
    #: Account of the magistrate who decided, and his name as the account bears it.
    magistrate: int | None = None
    magistrate_name: str | None = None
    #: Day of the decision, or on which it was carried out.
    on: date | None = None
    #: Of the paper that proves that it was carried out.
    proof: str | None = None
    entered_at: datetime
    entered_by: str
    struck_at: datetime | None = None
    struck_by: str | None = None
    struck_reason: str | None = None

    @property
    def stands(self) -> bool:
        return self.struck_at is None


class SeizedItem(msgspec.Struct, frozen=True, kw_only=True):
    """A reported seizure with what was done to it since."""

    #: Id of the seizure, and its place in the report.
    id: str
    ordinal: int
    #: None = the report does not name it any more; its history stays.
    reported: Seizure | None
    #: Where it was found, in words.
    found_at: str = ""
    acts: tuple[Act, ...] = ()
    #: A judgment that stands confiscates it, by its number in the register.
    confiscated_by: int | None = None

    def last(self, act: ActKind) -> Act | None:
        return max((one for one in self.acts if one.act == act and one.stands), key=lambda one: one.id, default=None)

    @property
    def kept(self) -> KeptSaid | None:
        found = self.last("kept")
        return found.kept if found is not None else None

    @property
    def decided(self) -> Act | None:
        return self.last("decided")

    @property
    def carried_out(self) -> Act | None:
        """What was done after the decision that stands; an earlier decision that was carried out is no answer to a later one."""
        done, decided = self.last("carriedOut"), self.decided
        return done if done is not None and decided is not None and done.id > decided.id else None

    @property
    def undecided(self) -> bool:
        """Nobody decided what becomes of it; the register never guesses that."""
        return self.reported is not None and self.decided is None and self.confiscated_by is None

    @property
    def words(self) -> str:
        return item_words(self)

    def cost_cents(self, today: date) -> int | None:
        """What keeping it costs since it lies there, until it went; None = no daily cost is known."""
        kept = self.kept
        if kept is None or kept.daily_cost_cents is None:
            return None
        done = self.carried_out
        until = done.on if done is not None and done.on is not None and done.decision != "keep" else today
        return kept.daily_cost_cents * max((until - kept.kept_from).days, 0)


def items_of(report: Report, acts: Iterable[Act], judgments: Sequence[Judgment] = ()) -> tuple[SeizedItem, ...]:
    """Every reported seizure in its order, then those that the report does not name any more but that have a history."""
    by_item: dict[str, list[Act]] = {}
    for act in sorted(acts, key=lambda one: one.id):
        by_item.setdefault(act.seizure, []).append(act)
    taken = {
        one.seizure: judgment.id for judgment in judgments if judgment.stands for one in judgment.confiscations if one.seizure is not None
    }
    places = {place.id: place for place in report.places}
    found = [
        SeizedItem(
            id=row.id or "",
            ordinal=number,
            reported=row,
            found_at=(report_words.place(places[row.place]) or "") if row.place in places else "",
            acts=tuple(by_item.pop(row.id or "", ())),
            confiscated_by=taken.get(row.id or ""),
        )
        for number, row in enumerate(report.seizures)
    ]
    gone = enumerate(by_item.items(), len(found))
    return (*found, *(SeizedItem(id=id_, ordinal=number, reported=None, acts=tuple(rows)) for number, (id_, rows) in gone))


#: The anchor of a limit that begins on the day of a decision, so that nothing else has to be known for it to run.
BY_DECISION = "decision"


def limits_begun(clocks: Iterable[Clock]) -> frozenset[tuple[str, date]]:
    """Limits that a decision on an item began, each with its day; one that was struck is no longer there."""
    return frozenset(
        (one.answer.limit, one.answer.start.on) for one in clocks if one.answer.start.event == BY_DECISION and one.state != "struck"
    )


def limits_by_law(decision: str, law: Law) -> tuple[str, ...]:
    """Of the limits that such a decision sets going: those of the file that run from its day; the others wait for a notice to somebody."""
    named = next((row.limits for row in law.evidence.decision if row.id == decision), ())
    limits = law.time_limits.limits
    return tuple(one for one in named if one in limits and limits[one].anchors == (BY_DECISION,) and limits[one].per == "case")


def undecided(items: Iterable[SeizedItem]) -> tuple[SeizedItem, ...]:
    return tuple(item for item in items if item.undecided)


#: Where nothing brings the question up again by itself. The goods of a duplicate are those of the file that goes on.
ENDED_OVER_ITEMS: frozenset[CaseStatus] = frozenset({"dismissed", "nonProsecution", "final", "closed"})


def forgotten(items: Iterable[SeizedItem], judgments: Sequence[Judgment], status: CaseStatus) -> tuple[SeizedItem, ...]:
    """Once a judgment stands or the file ended: items of which no such judgment says anything and on which no magistrate decided."""
    return undecided(items) if status in ENDED_OVER_ITEMS or any(one.stands for one in judgments) else ()


def came_after_closing(lines: Iterable[tuple[str, Mapping[str, Any]]]) -> bool:
    """
    Did a line after the one that closed the file bring an item in, or take away the judgment that disposed of one?

    `lines` = kind and content of the whole docket, in its order. What is found later is registered all the same, and stands on the list of
    forgotten items.
    """
    later = False
    for kind, content in lines:
        if content.get("status") == "closed" != content.get("statusBefore"):
            later = False
        elif kind in ("FactsAmended", "ReportAdded"):
            later = later or any(change["path"].startswith("/seizures") for change in content.get("changes", ()))
        elif kind == "JudgmentEntered":
            later = later or content.get("correctsJudgment") is not None
    return later


def item_words(item: SeizedItem) -> str:
    """An item in a few words: cocaïne, 51 kg (g1); no name, no seal, no place."""
    row = item.reported
    if row is None:
        return f"goed {item.id}, niet meer in het verslag"
    what = row.substance or SEIZURE_KINDS.get(row.kind or "", "") or "goed van een niet gekende soort"
    if row.kind == "container" and row.container_number:
        what = f"container {row.container_number}"
    sizes = [f"{words.number(row.net_weight_kg)} kg"] if row.net_weight_kg is not None else []
    if row.quantity is not None:
        sizes.append(f"{words.number(row.quantity)} {row.unit or 'stuks'}")
    if row.amount_eur is not None:
        sizes.append(words.euro(row.amount_eur))
    return f"{what}{', ' if sizes else ''}{', '.join(sizes)} ({item.id})"


def kept_issues(said: KeptSaid, today: date) -> Iterator[Issue]:
    if not said.place.strip():
        yield Issue(type="requiredInput", name="/place", detail="Zeg waar het goed ligt, bv. griffie Antwerpen, kluis 4.")
    if said.custodian == "other" and not (said.custodian_name or "").strip():
        yield Issue(type="requiredInput", name="/custodianName", detail="Zeg wie het goed bewaart, bv. een terminal of een garage.")
    texts = (
        ("place", said.place),
        ("custodianName", said.custodian_name),
        ("seal", said.seal),
        ("reference", said.reference),
        ("sample", said.sample),
    )
    for name, text in texts:
        if text is not None and len(text) > LONGEST_TEXT:
            yield Issue(type="outOfRange", name=f"/{name}", detail=f"Hoogstens {LONGEST_TEXT} tekens; kort het in.", value=text[:50])
    for name, weight in (("grossKg", said.gross_kg), ("laboratoryKg", said.laboratory_kg)):
        if weight is not None and not 0 <= weight <= MOST_KG:
            yield Issue(type="outOfRange", name=f"/{name}", detail="Geef het gewicht in kilogram, of laat het leeg.", value=str(weight))
    if said.gross_kg is not None and said.laboratory_kg is not None and said.laboratory_kg > said.gross_kg:
        detail = "Het gewicht van het laboratorium is netto en kan niet meer zijn dan het brutogewicht; ga beide na."
        yield Issue(type="outOfRange", name="/laboratoryKg", detail=detail, value=str(said.laboratory_kg))
    if said.daily_cost_cents is not None and not 0 <= said.daily_cost_cents <= MOST_CENTS:
        yield Issue(
            type="outOfRange", name="/dailyCostCents", detail="Geef de kost per dag in euro, of laat ze leeg.", value=said.daily_cost_cents
        )
    if said.kept_from > today:
        detail = "Deze dag ligt in de toekomst; vul in sinds wanneer het goed daar ligt."
        yield Issue(type="outOfRange", name="/keptFrom", detail=detail, value=str(said.kept_from))


def decision_issues(decision: str, reason: str, decided_on: date, today: date) -> Iterator[Issue]:
    if decision not in DECISIONS_NL:
        yield Issue(type="invalidInput", name="/decision", detail=f"Kies een van {', '.join(DECISIONS_NL)}.", value=decision)
    if not reason.strip():
        yield Issue(type="requiredInput", name="/reason", detail="Geef de reden van de beslissing; ze komt in het register te staan.")
    if decided_on > today:
        yield Issue(
            type="outOfRange",
            name="/decidedOn",
            detail="Deze dag ligt in de toekomst; vul de dag van de beslissing in.",
            value=str(decided_on),
        )
