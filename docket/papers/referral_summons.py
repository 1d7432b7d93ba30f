"""The summons of one suspect whom a chamber referred to the correctional court."""

from collections.abc import Iterator, Mapping
from typing import Any, cast

from docket.clock import court_day
from docket.papers import charging, legal, summoning
from docket.papers.known import Known
from docket.papers.paper import Missing, Paper, Wanted
from documents import legal as shapes
from documents.referral_summons import ReferralSummons, ReferralSummonsTyped

_WHERE = ("settlementOfProcedure", "trialCourt")


def offered(known: Known) -> str | None:
    refused = charging.standing(known, _WHERE, "een dagvaarding na verwijzing")
    if refused is None and charging.happened_to(known, "summonDirectly") == charging.everybody(known):
        return "iedereen is rechtstreeks gedagvaard; er is geen beschikking tot verwijzing."
    return refused or charging.all_unconfirmed(known, _WHERE)


def proposed(known: Known, about: str | None) -> Mapping[str, Any]:
    """The order that the register holds, where it does."""
    orders = [one for one in charging.happened(known) if one.event == "referralOrdered" and one.paper is not None and about in one.persons]
    paper = orders[-1].paper if orders else None
    order: dict[str, Any] = {"orderOn": paper.dated_on.isoformat(), "orderNumber": paper.number} if paper else {}
    return {**summoning.proposed(known, about), **{name: value for name, value in order.items() if value}}


def missing(known: Known, wanted: Wanted) -> tuple[Missing, ...]:
    return tuple(_missing(known, wanted, cast(ReferralSummonsTyped, wanted.typed)))


def _missing(known: Known, wanted: Wanted, typed: ReferralSummonsTyped) -> Iterator[Missing]:
    about = wanted.about or ""
    yield from charging.stands(known, about, _WHERE)
    if about in charging.happened_to(known, "summonDirectly"):
        yield Missing(what=f"een rechtstreekse dagvaarding: {about} is niet verwezen", link="documenten/maken?soort=direct_summons")
    yield from charging.said(typed.order_by, "de kamer die verwees", "orderBy")
    if typed.order_on is None:
        yield Missing(what="de datum van de beschikking tot verwijzing", link="#orderOn")
    elif typed.order_on > court_day(known.at):
        yield Missing(what="een datum van de beschikking die niet na vandaag ligt", link="#orderOn")
    yield from summoning.missing(known, wanted, typed)
    yield from charging.mitigation(known, typed.mitigating, ())


def context(known: Known, wanted: Wanted) -> ReferralSummons:
    typed = cast(ReferralSummonsTyped, wanted.typed)
    if typed.order_on is None:
        raise LookupError("orderOn")
    return ReferralSummons(
        **summoning.fields(known, wanted, typed),
        law=legal.stated(known, "referral_summons", shapes.SummonsLaw),
        order_by=typed.order_by or "",
        order_on=typed.order_on,
        order_number=typed.order_number,
    )


PAPER = Paper(
    kind="referral_summons",
    action="makeDocument",
    about="suspect",
    offered=offered,
    choices=summoning.choices,
    per_file=summoning.PER_FILE,
    proposed=proposed,
    missing=missing,
    context=context,
)
