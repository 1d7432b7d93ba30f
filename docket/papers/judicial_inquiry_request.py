"""The requisition by which an investigating judge gets the facts of a file."""

from collections.abc import Iterator, Mapping
from typing import Any, cast

import routing
from docket import competence, report_words, titles
from docket.papers import charging, heads, legal, steps
from docket.papers.known import Known
from docket.papers.paper import Missing, Paper, Wanted
from docket.papers.steps import Step
from documents import legal as shapes
from documents.judicial_inquiry_request import Ground, JudicialInquiryRequest, JudicialInquiryRequestTyped

_STEP = Step(event="requireInquiry", paper="een vordering tot gerechtelijk onderzoek", asks=True)


def offered(known: Known) -> str | None:
    return steps.refusal(known, _STEP)


def choices(known: Known) -> Mapping[str, Mapping[str, str]]:
    return charging.choices(charging.charged_at(known, steps.there(known, _STEP))) | {"court": charging.courts(known)}


def proposed(known: Known, about: str | None) -> Mapping[str, Any]:
    reports = [f"proces-verbaal {number}" for number in report_words.notice_numbers(known.case.report)]
    return charging.only_court(known) | ({"annexes": reports} if reports else {})


def missing(known: Known, wanted: Wanted) -> tuple[Missing, ...]:
    return tuple(_missing(known, cast(JudicialInquiryRequestTyped, wanted.typed)))


def _missing(known: Known, typed: JudicialInquiryRequestTyped) -> Iterator[Missing]:
    yield from heads.addressed(known)
    yield from charging.said(typed.judge, "de onderzoeksrechter", "judge")
    yield from charging.court_asked(known, typed.court)
    yield from charging.missing(known, typed, charging.charged_at(known, steps.there(known, _STEP)))
    if not typed.annexes:
        yield Missing(what="de processen-verbaal die erbij gaan", link="#annexes")


def context(known: Known, wanted: Wanted) -> JudicialInquiryRequest:
    typed = cast(JudicialInquiryRequestTyped, wanted.typed)
    court = typed.court or ""
    grounds, ats = _grounds(known, court), steps.there(known, _STEP)
    return JudicialInquiryRequest(
        **heads.fields(known, wanted),
        law=legal.stated(known, "judicial_inquiry_request", shapes.InternalLaw),
        judge=typed.judge or "",
        court=charging.courts(known)[court],
        suspects=tuple(charging.suspect(known, row) for row in charging.suspects(known, charging.persons_at(ats))),
        counts=charging.counts_at(known, ats, typed),
        acts=typed.acts,
        grounds=grounds,
        risk=None if grounds else _risk(known, court),
    )


def _grounds(known: Known, court: str) -> tuple[Ground, ...]:
    """Those of the decision that speak for the court, then those that a magistrate recorded."""
    decision = known.stored.decision
    recorded = [
        ground for each in known.confirmations if (ground := competence.recorded_ground(each, known.law, decision.received_on)) is not None
    ]
    return tuple(
        Ground(
            title=routing.ground_title(ground, known.law) or ground.code,
            article=ground.article,
            confidence=titles.CONFIDENCES[ground.confidence],
        )
        for ground in (*decision.grounds, *recorded)
        if routing.speaks_for(ground, court, known.law)
    )


def _risk(known: Known, court: str) -> str:
    taken = next((each for each in reversed(known.confirmations) if each.court == court and each.reason), None)
    bare = "Voor deze rechtbank is geen wettelijke grond opgetekend: de bevoegdheid steunt op beleid alleen."
    return f"{bare} Een magistraat nam dat risico op naam: {taken.reason}" if taken else f"{bare} Niemand bevestigde haar nog."


PAPER = Paper(
    kind="judicial_inquiry_request",
    action="makeDocument",
    offered=offered,
    choices=choices,
    per_file=frozenset({"provisions", "court"}),
    proposed=proposed,
    missing=missing,
    context=context,
)
