"""The notice to the office for seized assets of a decision under art. 28octies Sv., with the last day of recourse of everybody told."""

from collections.abc import Iterator, Mapping
from datetime import date
from decimal import Decimal
from typing import Any

from docket import hearings
from docket.clock import court_day
from docket.papers import heads, legal, naming, seizure_inventory
from docket.papers.known import Known
from docket.papers.paper import Missing, Paper, Wanted
from docket.seized_items import SeizedItem
from docket.working_days import calendar_of
from documents import coiv_notice as paper
from documents import legal as shapes
from documents import words
from routing import due

#: Nothing of these kinds has a value that is realised.
_NO_ASSETS = frozenset({"drugs", "weapon"})
_RECOURSE = "saleRecourse"
_NOTICE = "notice"
#: A decision of the register that is one of this article.
_DECIDED = {"sell": "alienation", "return": "restitution", "keep": "conservation"}


def assets(known: Known) -> tuple[SeizedItem, ...]:
    return tuple(item for item in known.items if item.reported is not None and item.reported.kind not in _NO_ASSETS)


def not_offered(known: Known) -> str | None:
    if not assets(known):
        return "in het register staat geen in beslag genomen vermogensbestanddeel (geld, voertuig, vaartuig, goederen)."
    if known.law.time_limits.limits.get(_RECOURSE) is None:
        return "het geldend recht van dit register kent de termijn van beroep niet."
    return None


def choices(known: Known) -> Mapping[str, Mapping[str, str]]:
    return {
        "items": {item.id: item.words for item in assets(known)},
        "decision": legal.choices(known, "assetDecision"),
        "persons": {row.id or "": naming.who(row.id or "", known) for row in known.case.report.persons},
    }


def proposed(known: Known, about: str | None) -> Mapping[str, Any]:
    """The first decision of this article that the register holds, with every item on which it was taken."""
    taken = [(item.id, one) for item in assets(known) if (one := item.decided) is not None and one.decision in _DECIDED]
    if not taken:
        return {}
    _, first = taken[0]
    same = [item for item, one in taken if (one.decision, one.on, one.reason) == (first.decision, first.on, first.reason)]
    return {
        "items": same,
        "decision": _DECIDED[first.decision or ""],
        "decidedOn": first.on.isoformat() if first.on else None,
        "reason": first.reason,
    }


def missing(known: Known, wanted: Wanted) -> tuple[Missing, ...]:
    typed, found, today = _typed(wanted), [], court_day(known.at)
    strangers = naming.not_in_file(typed.items, (item.id for item in assets(known)))
    found += [Missing(what=f"een vermogensbestanddeel van het dossier; {one} is er geen", link="#items") for one in strangers]
    found += _undecided(typed, known)
    if _value(typed, known) is None:
        found.append(Missing(what="de waarde van de vermogensbestanddelen, in euro", link="#valueEur"))
    if typed.value_eur is not None and not (typed.value_basis or "").strip():
        found.append(Missing(what="waarop die waarde steunt", link="#valueBasis"))
    for name, value, what in (
        ("items", typed.items, "over welke voorwerpen de beslissing gaat"),
        ("decision", typed.decision, "welke beslissing genomen is"),
        ("decidedBy", typed.decided_by, "wie besliste"),
        ("decidedOn", typed.decided_on, "de dag van de beslissing"),
        ("reason", typed.reason, "de reden van de beslissing"),
        ("persons", typed.persons, "wie in kennis is gesteld"),
        ("notifiedOn", typed.notified_on, "de dag van de kennisgeving"),
        ("articleText", typed.article_text, "de tekst van het artikel, die de kennisgeving bevat"),
    ):
        if not value or (isinstance(value, str) and not value.strip()):
            found.append(Missing(what=what, link=f"#{name}"))
    if typed.decision is not None and typed.decision not in legal.choices(known, "assetDecision"):
        found.append(Missing(what="een soort beslissing die het recht van vandaag kent", link="#decision"))
    if typed.decided_on is not None and typed.decided_on > today:
        found.append(Missing(what="een dag van de beslissing die niet in de toekomst ligt", link="#decidedOn"))
    if typed.notified_on is not None and typed.notified_on > today:
        found.append(Missing(what="een dag van de kennisgeving die niet in de toekomst ligt", link="#notifiedOn"))
    if typed.notified_on is not None and _length(known, typed.notified_on) is None:
        found.append(Missing(what=f"de termijn van beroep op {words.day(typed.notified_on)}: dit register kent die van dan niet"))
    if typed.article_text and _article_number(known) not in typed.article_text:
        told = f"de tekst van het artikel: wat er staat, noemt artikel {_article_number(known)} niet"
        found.append(Missing(what=told, link="#articleText"))
    if typed.notified_on is not None and typed.decided_on is not None and typed.notified_on < typed.decided_on:
        found.append(Missing(what="een dag van de kennisgeving die niet voor de beslissing ligt", link="#notifiedOn"))
    unknown = naming.not_in_file(typed.persons, (row.id or "" for row in known.case.report.persons))
    found += [Missing(what=f"een persoon van het dossier; {one} is er geen", link="#persons") for one in unknown]
    return tuple(found)


def context(known: Known, wanted: Wanted) -> paper.CoivNotice:
    typed = _typed(wanted)
    if typed.decision is None or typed.decided_on is None or typed.notified_on is None:
        raise LookupError("no decision or no day, which `missing` names")
    return paper.CoivNotice(
        law=legal.stated(known, "coiv_notice", shapes.InternalLaw),
        **heads.fields(known, wanted),
        assets=tuple(
            paper.Asset(
                number=item.id,
                what=_described(item),
                value=words.euro(item.reported.amount_eur) if item.reported is not None and item.reported.amount_eur is not None else None,
                kept_at=seizure_inventory.kept_at(item),
            )
            for item in _chosen(typed, known)
        ),
        value=_value(typed, known) or "",
        decision=legal.choices(known, "assetDecision")[typed.decision],
        decided_by=(typed.decided_by or "").strip(),
        decided_on=typed.decided_on,
        reason=(typed.reason or "").strip(),
        notified_on=typed.notified_on,
        notified=tuple(_notified(person, typed, known) for person in typed.persons),
        article_text=(typed.article_text or "").strip(),
    )


def _typed(wanted: Wanted) -> paper.CoivNoticeTyped:
    return naming.said(wanted, paper.CoivNoticeTyped)


def _chosen(typed: paper.CoivNoticeTyped, known: Known) -> tuple[SeizedItem, ...]:
    return tuple(item for item in assets(known) if item.id in typed.items)


def _undecided(typed: paper.CoivNoticeTyped, known: Known) -> Iterator[Missing]:
    """The register says of each item what was decided, and when; a notice says nothing else."""
    for item in _chosen(typed, known) if typed.decision is not None else ():
        decided = item.decided
        if decided is None or _DECIDED.get(decided.decision or "") != typed.decision:
            yield Missing(what=f"deze beslissing over {item.words}: het register houdt ze niet", link="goederen")
        elif decided.on is not None and typed.decided_on not in (None, decided.on):
            yield Missing(
                what=f"de dag van de beslissing over {item.words}: volgens het register {words.day(decided.on)}", link="#decidedOn"
            )


def _article_number(known: Known) -> str:
    """`28octies`, by which the text of the article begins wherever it is taken from."""
    row = legal.rests_on(known.law, "coiv_notice", known.at)
    return next((word for word in row.citation.split() if word[:1].isdigit()), "") if row is not None else ""


def _length(known: Known, day: date) -> int | None:
    """Of the recourse of somebody who is told on that day."""
    return next((one.length for one in known.law.time_limits.limits[_RECOURSE].version if one.covers(day)), None)


def _value(typed: paper.CoivNoticeTyped, known: Known) -> str | None:
    """As its maker says it; else the sum of amounts where the register holds each of them."""
    if typed.value_eur is not None:
        basis = (typed.value_basis or "").strip()
        return f"{words.euro(typed.value_eur)}{f' ({basis})' if basis else ''}"
    amounts = [item.reported.amount_eur for item in _chosen(typed, known) if item.reported is not None]
    known_ones = [Decimal(str(amount)) for amount in amounts if amount is not None]
    return f"{words.euro(sum(known_ones, Decimal()))} (volgens het verslag)" if amounts and len(known_ones) == len(amounts) else None


def _described(item: SeizedItem) -> str:
    row = item.reported
    if row is None:
        return item.words
    much = seizure_inventory.quantity(row)
    return f"{seizure_inventory.described(row)}{f', {much}' if much else ''}"


def _notified(person: str, typed: paper.CoivNoticeTyped, known: Known) -> paper.Notified:
    limit = known.law.time_limits.limits[_RECOURSE]
    row = next((one for one in known.case.report.persons if one.id == person), None)
    start = hearings.start_of(_NOTICE, typed.notified_on or court_day(known.at), known.law, row)
    length = _length(known, typed.notified_on or court_day(known.at))
    if length is None:
        raise LookupError("no term of that day, which `missing` names")
    abroad = f", en {limit.abroad_days} dagen meer omdat hij in het buitenland woont" if start.residence is not None else ""
    return paper.Notified(
        who=naming.who(person, known),
        last_day=due(limit, start, calendar_of(known.law), known.law).due_on,
        term=f"{length} dagen{abroad}",
    )


PAPER = Paper(
    kind="coiv_notice",
    action="makeDocument",
    offered=not_offered,
    choices=choices,
    per_file=frozenset({"items", "persons"}),
    proposed=proposed,
    missing=missing,
    context=context,
)
