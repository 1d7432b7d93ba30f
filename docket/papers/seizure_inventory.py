"""The inventory of what was seized: each item as the report and its keeping tell it, ready to be deposited at the registry."""

from collections.abc import Iterable, Iterator, Mapping

from docket import report_words, titles
from docket.contract import Seizure
from docket.papers import heads, legal, naming, wording
from docket.papers.known import Known
from docket.papers.paper import Missing, Paper, Wanted
from docket.seized_items import CUSTODIANS_NL, DECISIONS_NL, DONE_NL, SeizedItem
from documents import legal as shapes
from documents import seizure_inventory as paper
from documents import words

DRUGS = "drugs"
#: Beside the number of an item: every other one.
_ALL = "alle"
#: Told by number, weight or sum; of a vehicle, a vessel and a container there is one.
_COUNTED = frozenset({"cash", "weapon", "goods"})
#: What lies in a bag, a box or a safe carries a seal; a vehicle, a vessel and a container have numbers of their own.
_SEALED = frozenset({"drugs", "cash", "weapon"})


def not_offered(known: Known) -> str | None:
    if not any(item.reported is not None for item in known.items):
        return "in het register is niets in beslag genomen; vul de inbeslagnemingen aan."
    return None


def missing(known: Known, wanted: Wanted) -> tuple[Missing, ...]:
    typed, found = _typed(wanted), []
    if _registry(typed, known) is None:
        found.append(Missing(what="de griffie van neerlegging: de beslissing wijst nog geen rechtbank aan", link="#registry"))
    ids = [item.id for item in known.items if item.reported is not None]
    for name, lines, what, of_all in (
        ("owners", typed.owners, "de eigenaar", ()),
        ("positions", typed.positions, "de ligging", ()),
        ("finders", typed.finders, "de vinder", (_ALL,)),
        ("reportNumbers", typed.report_numbers, "het proces-verbaal", (_ALL,)),
    ):
        for line in lines:
            number, said = _split(line)
            if number not in (*ids, *of_all) or not said:
                told = f"bij welk voorwerp {what} hoort: “{line}” begint niet met een nummer van het dossier en een dubbelpunt"
                found.append(Missing(what=told, link=f"#{name}"))
    return (*found, *_item_faults(typed, known))


def _item_faults(typed: paper.SeizureInventoryTyped, known: Known) -> Iterator[Missing]:
    """What law.md F13 names of an item and the paper is not made without; what went already is no longer weighed, sealed or placed."""
    rows = [(item, item.reported) for item in known.items if item.reported is not None]
    for item, row in rows:
        form = f"verbeteren#f-seizures-{item.ordinal}"
        if row.kind is None:
            yield Missing(what=f"de soort van {item.id}", link=f"{form}-kind")
        if not item.found_at:
            yield Missing(what=f"waar {item.id} gevonden is", link=f"{form}-place")
        if row.kind == DRUGS and _net(item, row) is None and (item.kept is None or item.kept.gross_kg is None):
            yield Missing(what=f"het gewicht van {item.id}", link=f"{form}-netWeightKg")
        if row.kind in _COUNTED and row.quantity is None and row.amount_eur is None and row.net_weight_kg is None:
            yield Missing(what=f"hoeveel {item.id} is", link=f"{form}-{'amountEur' if row.kind == 'cash' else 'quantity'}")
        if item.carried_out is None:
            if item.kept is None:
                yield Missing(what=f"de bestemming van {item.id}: waar het goed ligt", link="goederen")
            elif row.kind in _SEALED and not (item.kept.seal or "").strip():
                yield Missing(what=f"het zegel van {item.id}", link="goederen")
        if row.kind == DRUGS and item.decided is not None and item.decided.decision == "destroy" and not _sample(item):
            yield Missing(what=f"het staal van {item.id}, waarvan de vernietiging beslist is", link="goederen")
    unfound = [item.id for item, _ in rows if of_item(typed.finders, item.id) is None]
    if unfound:
        yield Missing(what=f"wie {words.listing(unfound)} vond", link="#finders")
    unreported = [item.id for item, _ in rows if _report_number(typed, known, item) is None]
    if unreported:
        several = "; het dossier heeft meer dan één notitienummer" if report_words.notice_numbers(known.case.report) else ""
        yield Missing(what=f"het proces-verbaal van inbeslagneming van {words.listing(unreported)}{several}", link="#reportNumbers")


def _sample(item: SeizedItem) -> str | None:
    return item.kept.sample if item.kept is not None else None


def _report_number(typed: paper.SeizureInventoryTyped, known: Known, item: SeizedItem) -> str | None:
    """As its maker says it of the item; else the notice number of the file, where there is one only."""
    numbers = report_words.notice_numbers(known.case.report)
    return of_item(typed.report_numbers, item.id) or (numbers[0] if len(numbers) == 1 else None)


def of_item(lines: Iterable[str], item_id: str) -> str | None:
    """What a line says of the item itself, else what one says of all."""
    said = by_item(lines)
    return said.get(item_id) or said.get(_ALL)


def context(known: Known, wanted: Wanted) -> paper.SeizureInventory:
    typed = _typed(wanted)
    owners, positions = by_item(typed.owners), by_item(typed.positions)
    rows = [(item, item.reported) for item in known.items if item.reported is not None]
    return paper.SeizureInventory(
        law=legal.stated(known, "seizure_inventory", shapes.InternalLaw),
        **heads.fields(known, wanted),
        registry=_registry(typed, known) or "",
        items=tuple(
            paper.Item(
                number=item.id,
                what=described(row),
                quantity=quantity(row),
                gross=_kg(item.kept.gross_kg) if item.kept is not None else None,
                net=_net(item, row),
                seal=item.kept.seal if item.kept is not None else None,
                place=item.found_at,
                container=row.container_number,
                position=positions.get(item.id),
                finder=of_item(typed.finders, item.id) or "",
                owner=owners.get(item.id),
                report_number=_report_number(typed, known, item) or "",
                destination=kept_at(item),
                status=standing(item),
            )
            for item, row in rows
        ),
        drugs=tuple(
            paper.Drugs(number=item.id, sample=_sample(item), destruction=_destruction(item)) for item, row in rows if row.kind == DRUGS
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
