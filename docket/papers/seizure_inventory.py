"""The inventory of what was seized: each item as the report and its keeping tell it, ready to be deposited at the registry."""

from collections.abc import Iterable, Mapping

from docket import report_words, titles
from docket.clock import court_day
from docket.contract import Seizure
from docket.papers import legal, naming, wording
from docket.papers.known import Known
from docket.papers.paper import Missing, Paper, Wanted
from docket.seized_items import CUSTODIANS_NL, DECISIONS_NL, DONE_NL, SeizedItem
from documents import legal as shapes
from documents import seizure_inventory as paper
from documents import words

DRUGS = "drugs"


def not_offered(known: Known) -> str | None:
    if not any(item.reported is not None for item in known.items):
        return "in het register is niets in beslag genomen; vul de inbeslagnemingen aan."
    return None


def missing(known: Known, wanted: Wanted) -> tuple[Missing, ...]:
    typed, found = _typed(wanted), []
    if _registry(typed, known) is None:
        found.append(Missing(what="de griffie van neerlegging: de beslissing wijst nog geen rechtbank aan", link="#registry"))
    ids = [item.id for item in known.items if item.reported is not None]
    for name, lines, what in (("owners", typed.owners, "de eigenaar"), ("positions", typed.positions, "de ligging")):
        for line in lines:
            if _split(line)[0] not in ids:
                told = f"bij welk voorwerp {what} hoort: “{line}” begint niet met een nummer van het dossier en een dubbelpunt"
                found.append(Missing(what=told, link=f"#{name}"))
    return tuple(found)


def context(known: Known, wanted: Wanted) -> paper.SeizureInventory:
    typed = _typed(wanted)
    owners, positions = by_item(typed.owners), by_item(typed.positions)
    numbers = report_words.notice_numbers(known.case.report)
    rows = [(item, item.reported) for item in known.items if item.reported is not None]
    return paper.SeizureInventory(
        law=legal.stated(known, "seizure_inventory", shapes.InternalLaw),
        office=wording.name(known.law, known.case.holding_office),
        registry=_registry(typed, known) or "",
        case_number=known.case.case_number,
        notice_numbers=numbers,
        made_on=court_day(known.at),
        items=tuple(
            paper.Item(
                number=item.id,
                what=described(row),
                quantity=quantity(row),
                gross=_kg(item.kept.gross_kg) if item.kept is not None else None,
                net=_net(item, row),
                seal=item.kept.seal if item.kept is not None else None,
                place=item.found_at or None,
                container=row.container_number,
                position=positions.get(item.id),
                finder=typed.finder,
                owner=owners.get(item.id),
                report_number=typed.report_number or next(iter(numbers), None),
                destination=kept_at(item),
                status=standing(item),
            )
            for item, row in rows
        ),
        drugs=tuple(
            paper.Drugs(number=item.id, sample=item.kept.sample if item.kept is not None else None, destruction=_destruction(item))
            for item, row in rows
            if row.kind == DRUGS
        ),
        remark=typed.remark,
    )


def by_item(lines: Iterable[str]) -> Mapping[str, str]:
    """`g2: een rederij` -> {"g2": "een rederij"}"""
    return dict(_split(line) for line in lines)


def described(row: Seizure) -> str:
    """Kind, substance and the words of the report."""
    kind = titles.SEIZURE_KINDS.get(row.kind or "", "soort niet gemeld")
    parts = [titles.SUBSTANCES.get(row.substance or "", row.substance), row.note]
    told = ", ".join(part for part in parts if part and part.strip())
    return f"{kind}: {told}" if told else kind


def quantity(row: Seizure) -> str | None:
    about = "ongeveer " if row.approximate else ""
    parts = [
        f"{about}{words.number(row.quantity)} {row.unit or 'stuks'}" if row.quantity is not None else None,
        f"{about}{words.number(row.amount_eur)} euro" if row.amount_eur is not None else None,
    ]
    return ", ".join(part for part in parts if part) or None


def kept_at(item: SeizedItem) -> str | None:
    kept = item.kept
    if kept is None:
        return None
    keeper = kept.custodian_name or CUSTODIANS_NL[kept.custodian]
    reference = f", nummer {kept.reference}" if kept.reference else ""
    return f"{keeper}, {kept.place}{reference}"


def standing(item: SeizedItem) -> str:
    done, decided = item.carried_out, item.decided
    if done is not None and done.decision is not None:
        return f"{DONE_NL[done.decision]}{f' op {words.day(done.on)}' if done.on else ''}"
    if decided is not None and decided.decision is not None:
        return f"in beslag; beslist: {DECISIONS_NL[decided.decision]}"
    return "verbeurdverklaard" if item.confiscated_by is not None else "in beslag, nog niets beslist"


def _typed(wanted: Wanted) -> paper.SeizureInventoryTyped:
    return naming.said(wanted, paper.SeizureInventoryTyped)


def _split(line: str) -> tuple[str, str]:
    number, _, rest = line.partition(":")
    return number.strip(), rest.strip()


def _registry(typed: paper.SeizureInventoryTyped, known: Known) -> str | None:
    """As its maker says it; else that of the court of the ordinary track, or of the only one."""
    if (typed.registry or "").strip():
        return (typed.registry or "").strip()
    tracks = known.stored.decision.tracks
    ordinary = [one for one in tracks if one.track == "ordinary"] or list(tracks)
    court = next((one.court for one in ordinary if one.court), None)
    return f"de griffie van de {wording.name(known.law, court)}" if court is not None else None


def _kg(weight) -> str | None:
    return f"{words.number(weight)} kg" if weight is not None else None


def _net(item: SeizedItem, row: Seizure) -> str | None:
    if item.kept is not None and item.kept.laboratory_kg is not None:
        return f"{_kg(item.kept.laboratory_kg)} (laboratorium)"
    about = "ongeveer " if row.approximate else ""
    return f"{about}{_kg(row.net_weight_kg)} (volgens het verslag)" if row.net_weight_kg is not None else None


def _destruction(item: SeizedItem) -> str | None:
    decided = item.decided
    if decided is None or decided.decision is None or decided.on is None:
        return None
    by = f" door {decided.magistrate_name}" if decided.magistrate_name else ""
    done = item.carried_out
    carried = f"; {DONE_NL[done.decision]} op {words.day(done.on)}" if done is not None and done.decision is not None and done.on else ""
    return f"{DECISIONS_NL[decided.decision]}, beslist op {words.day(decided.on)}{by}{carried}"


PAPER = Paper(kind="seizure_inventory", action="makeInventory", offered=not_offered, missing=missing, context=context)
