"""The direct summons of one suspect before the correctional court."""

from collections.abc import Iterator, Mapping
from typing import cast

from docket.papers import charging, legal, steps, summoning
from docket.papers.known import Known
from docket.papers.paper import Missing, Paper, Wanted
from docket.papers.summoning import DIRECT, REFERRED
from documents import legal as shapes
from documents.direct_summons import DirectSummons, DirectSummonsTyped


def offered(known: Known) -> str | None:
    """Before the case is brought before the court and when it just was; who waits is opened by the summons."""
    if not steps.there(known, DIRECT) and steps.there(known, REFERRED):
        return "een beschikking verwees iedereen al naar de rechtbank; maak een dagvaarding na verwijzing."
    return steps.refusal(known, DIRECT)


def choices(known: Known) -> Mapping[str, Mapping[str, str]]:
    return summoning.choices(known, DIRECT)


def remark(known: Known) -> str | None:
    return charging.left_out(known, steps.there(known, DIRECT))


def missing(known: Known, wanted: Wanted) -> tuple[Missing, ...]:
    return tuple(_missing(known, wanted, cast(DirectSummonsTyped, wanted.typed)))


def _missing(known: Known, wanted: Wanted, typed: DirectSummonsTyped) -> Iterator[Missing]:
    about = wanted.about or ""
    his = steps.his(known, DIRECT, about)
    if not his and steps.his(known, REFERRED, about):
        yield Missing(
            what=f"een dagvaarding na verwijzing: een beschikking verwees {about} al", link="documenten/maken?soort=referral_summons"
        )
    else:
        yield from steps.stands(known, DIRECT, about)
    yield from summoning.missing(known, wanted, typed, his)
    found = charging.charged_at(known, charging.chargeable(known, his))
    yield from charging.mitigation(known, typed.mitigating, charging.crimes(typed, found), charging.maybe_crimes(typed, found))


def context(known: Known, wanted: Wanted) -> DirectSummons:
    typed = cast(DirectSummonsTyped, wanted.typed)
    return DirectSummons(
        **summoning.fields(known, wanted, typed, steps.his(known, DIRECT, wanted.about or "")),
        law=legal.stated(known, "direct_summons", shapes.SummonsLaw),
    )


PAPER = Paper(
    kind="direct_summons",
    action="makeDocument",
    about="suspect",
    offered=offered,
    choices=choices,
    per_file=summoning.PER_FILE,
    proposed=summoning.proposed,
    remark=remark,
    missing=missing,
    context=context,
)
