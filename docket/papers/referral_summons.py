"""The summons of one suspect whom a chamber referred to the correctional court, by the order that stands in the register."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any, cast

from docket.clock import court_day
from docket.papers import charging, legal, steps, summoning
from docket.papers.known import Known
from docket.papers.paper import Missing, Paper, Wanted
from docket.papers.summoning import DIRECT, REFERRED
from docket.transitions import At
from docket.transitions import Paper as Order
from documents import legal as shapes
from documents import words
from documents.referral_summons import ReferralSummons, ReferralSummonsTyped

#: The orders that referred somebody, each with his positions; None = the register holds the referral without its paper.
Orders = Mapping[Order | None, Sequence[At]]


def offered(known: Known) -> str | None:
    if not steps.there(known, REFERRED) and any(at.status in steps.statuses(REFERRED) for at in known.everybody):
        if steps.there(known, DIRECT):
            return "iedereen is rechtstreeks gedagvaard; er is geen beschikking tot verwijzing."
        return "er staat geen verwijzing in het register van dit dossier; schrijf ze eerst in."
    return steps.refusal(known, REFERRED)


def choices(known: Known) -> Mapping[str, Mapping[str, str]]:
    return summoning.choices(known, REFERRED)


def proposed(known: Known, about: str | None) -> Mapping[str, Any]:
    """The order that the register holds, where it does."""
    orders = [order for order in _orders(known, about or "") if order is not None]
    found: dict[str, Any] = {"orderOn": orders[0].dated_on.isoformat(), "orderNumber": orders[0].number} if len(orders) == 1 else {}
    return {**summoning.proposed(known, about), **{name: value for name, value in found.items() if value}}


def _orders(known: Known, about: str) -> Orders:
    by_pair = {pair: one.paper for one in steps.happened(known) if one.event == REFERRED.event for pair in one.pairs}
    found: dict[Order | None, list[At]] = {}
    for at in steps.his(known, REFERRED, about):
        found.setdefault(by_pair.get(at.pair), []).append(at)
    return found


def _chosen(orders: Orders, typed: ReferralSummonsTyped) -> tuple[Order | None, Sequence[At]]:
    """The only order, else the one of the typed day; a summons is about one order, so about the counts that it referred."""
    fits = [order for order in orders if order is not None and _against(order, typed) is None and typed.order_on is not None]
    order = next(iter(orders), None) if len(orders) == 1 else fits[0] if len(fits) == 1 else None
    return order, orders.get(order, ())


def _against(order: Order, typed: ReferralSummonsTyped) -> str | None:
    """The field that says otherwise than the register."""
    if typed.order_on not in (None, order.dated_on):
        return "orderOn"
    if order.number and (typed.order_number or "").strip() not in ("", order.number):
        return "orderNumber"
    return None


def _words(order: Order) -> str:
    return f"{words.day(order.dated_on)}{f', nr. {order.number}' if order.number else ''}"


def remark(known: Known) -> str | None:
    return charging.left_out(known, steps.there(known, REFERRED))


def missing(known: Known, wanted: Wanted) -> tuple[Missing, ...]:
    return tuple(_missing(known, wanted, cast(ReferralSummonsTyped, wanted.typed)))


def _missing(known: Known, wanted: Wanted, typed: ReferralSummonsTyped) -> Iterator[Missing]:
    about = wanted.about or ""
    orders = _orders(known, about)
    if not orders and steps.his(known, DIRECT, about):
        yield Missing(what=f"een rechtstreekse dagvaarding: {about} is niet verwezen", link="documenten/maken?soort=direct_summons")
    else:
        yield from steps.stands(known, REFERRED, about)
    yield from charging.said(typed.order_by, "de kamer die verwees", "orderBy")
    order, his = _chosen(orders, typed)
    yield from _order_faults(known, orders, order, typed)
    everything = [at for ats in orders.values() for at in ats]
    yield from summoning.missing(known, wanted, typed, his or everything)
    yield from charging.mitigation(known, typed.mitigating, ())


def _order_faults(known: Known, orders: Orders, order: Order | None, typed: ReferralSummonsTyped) -> Iterator[Missing]:
    held = [one for one in orders if one is not None]
    if order is not None:
        if (field := _against(order, typed)) is not None:
            told = f"de beschikking zoals ze ingeschreven is, die van {_words(order)}"
            yield Missing(what=f"{told}: laat dit leeg, of verbeter de inschrijving van de verwijzing", link=f"#{field}")
    elif held and (typed.order_on is None or None not in orders):
        which = words.listing(f"die van {_words(one)}" for one in held)
        told = f"de feiten van deze verdachte zijn verwezen door {which}; noem de datum van een ervan"
        yield Missing(what=f"één beschikking: {told}", link="#orderOn")
    elif typed.order_on is None:
        yield Missing(what="de datum van de beschikking tot verwijzing", link="#orderOn")
    elif typed.order_on > court_day(known.at):
        yield Missing(what="een datum van de beschikking die niet na vandaag ligt", link="#orderOn")


def context(known: Known, wanted: Wanted) -> ReferralSummons:
    typed = cast(ReferralSummonsTyped, wanted.typed)
    order, his = _chosen(_orders(known, wanted.about or ""), typed)
    order_on = order.dated_on if order is not None else typed.order_on
    if order_on is None:
        raise LookupError("orderOn")
    return ReferralSummons(
        **summoning.fields(known, wanted, typed, his),
        law=legal.stated(known, "referral_summons", shapes.SummonsLaw),
        order_by=typed.order_by or "",
        order_on=order_on,
        order_number=(order.number if order is not None else None) or typed.order_number,
    )


PAPER = Paper(
    kind="referral_summons",
    action="makeDocument",
    about="suspect",
    offered=offered,
    choices=choices,
    per_file=summoning.PER_FILE | {"orderOn", "orderNumber"},
    proposed=proposed,
    remark=remark,
    missing=missing,
    context=context,
)
