"""The direct summons of one suspect before the correctional court."""

from collections.abc import Iterator
from typing import cast

from docket.papers import charging, legal, summoning
from docket.papers.known import Known
from docket.papers.paper import Missing, Paper, Wanted
from documents import legal as shapes
from documents.direct_summons import DirectSummons, DirectSummonsTyped

#: Before the case is brought before the court and when it just was; who waits is opened by the summons.
_WHERE = ("registered", "transferred", "investigation", "trialCourt")
_ASSIZES = "een voltooide moord of doodslag komt voor het hof van assisen en wordt niet rechtstreeks gedagvaard"


def offered(known: Known) -> str | None:
    refused = charging.standing(known, _WHERE, "een rechtstreekse dagvaarding")
    if refused is not None:
        return refused
    if all(at.for_assizes for at in known.everybody if at.status in _WHERE):
        return f"{_ASSIZES}; vorder een gerechtelijk onderzoek."
    if charging.happened_to(known, "referralOrdered") == charging.everybody(known):
        return "een beschikking verwees iedereen al naar de rechtbank; maak een dagvaarding na verwijzing."
    return charging.all_unconfirmed(known, _WHERE)


def missing(known: Known, wanted: Wanted) -> tuple[Missing, ...]:
    return tuple(_missing(known, wanted, cast(DirectSummonsTyped, wanted.typed)))


def _missing(known: Known, wanted: Wanted, typed: DirectSummonsTyped) -> Iterator[Missing]:
    about = wanted.about or ""
    yield from charging.stands(known, about, _WHERE)
    if about in charging.happened_to(known, "referralOrdered"):
        yield Missing(
            what=f"een dagvaarding na verwijzing: een beschikking verwees {about} al", link="documenten/maken?soort=referral_summons"
        )
    if any(at.for_assizes and at.pair[0] == about for at in known.everybody):
        yield Missing(what=f"een ander feit of een gerechtelijk onderzoek: {_ASSIZES}", link="verbeteren#feiten")
    yield from summoning.missing(known, wanted, typed)
    yield from charging.mitigation(known, typed.mitigating, charging.crimes(typed, charging.charged(known, about)))


def context(known: Known, wanted: Wanted) -> DirectSummons:
    return DirectSummons(
        **summoning.fields(known, wanted, cast(DirectSummonsTyped, wanted.typed)),
        law=legal.stated(known, "direct_summons", shapes.SummonsLaw),
    )


PAPER = Paper(
    kind="direct_summons",
    action="makeDocument",
    about="suspect",
    offered=offered,
    choices=summoning.choices,
    per_file=summoning.PER_FILE,
    proposed=summoning.proposed,
    missing=missing,
    context=context,
)
