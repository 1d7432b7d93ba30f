"""The request that the chamber in council sets a day to settle the procedure, with everybody who is told of it."""

from collections.abc import Iterator, Mapping
from typing import Any, cast

from docket import report_words, titles
from docket.clock import court_day
from docket.contacts import DETAINED
from docket.contract import Person
from docket.papers import charging, heads, legal, letters, naming, steps
from docket.papers.known import Known
from docket.papers.paper import Missing, Paper, Wanted
from docket.papers.steps import Step
from documents import legal as shapes
from documents import words
from documents.settling_request import SettlingRequest, SettlingRequestTyped, Told

_STEP = Step(event="communicateFile", paper="een verzoek tot regeling van de rechtspleging", follows=True)
_LIMIT, _LIMIT_DETAINED = "settlingFile", "settlingFileDetained"
#: F6: beside the accused, who came in as a party or declared himself injured; a victim who did neither is told of no day.
_TOLD = frozenset({"suspect", *letters.DECLARED})


def offered(known: Known) -> str | None:
    return steps.refusal(known, _STEP)


def choices(known: Known) -> Mapping[str, Mapping[str, str]]:
    return {"court": charging.courts(known)}


def proposed(known: Known, about: str | None) -> Mapping[str, Any]:
    """The day on which the judge communicated the file, where the register holds the paper of it."""
    told = [one.paper for one in steps.happened(known) if one.event == "communicateFile" and one.paper is not None]
    return charging.only_court(known) | ({"communicatedOn": told[-1].dated_on.isoformat()} if told else {})


def missing(known: Known, wanted: Wanted) -> tuple[Missing, ...]:
    return tuple(_missing(known, cast(SettlingRequestTyped, wanted.typed)))


def _missing(known: Known, typed: SettlingRequestTyped) -> Iterator[Missing]:
    today = court_day(known.at)
    yield from charging.said(typed.judge, "de onderzoeksrechter", "judge")
    yield from charging.court_asked(known, typed.court)
    if typed.communicated_on is None:
        yield Missing(what="de dag waarop de onderzoeksrechter het dossier meedeelde", link="#communicatedOn")
    elif typed.communicated_on > today:
        yield Missing(what="een dag van mededeling die niet na vandaag ligt", link="#communicatedOn")
    if typed.requisition_on is not None and typed.requisition_on > today:
        yield Missing(what="een dag van de eindvordering die niet na vandaag ligt", link="#requisitionOn")
    if not {_LIMIT, _LIMIT_DETAINED} <= known.law.time_limits.limits.keys():
        yield Missing(what="de termijn van inzage: het geldend recht van dit register kent haar nog niet")


def context(known: Known, wanted: Wanted) -> SettlingRequest:
    typed = cast(SettlingRequestTyped, wanted.typed)
    if typed.communicated_on is None:
        raise LookupError("communicatedOn")
    there = charging.persons_at(steps.there(known, _STEP))
    accused = charging.suspects(known, there)
    detained = any(row.custody in DETAINED for row in accused)
    limit = known.law.time_limits.limits[_LIMIT_DETAINED if detained else _LIMIT]
    version = next(one for one in limit.version if one.covers(court_day(known.at)))
    named = report_words.designations(known.case.report)
    return SettlingRequest(
        **heads.fields(known, wanted),
        law=legal.stated(known, "settling_request", shapes.InternalLaw),
        chamber=f"raadkamer van de {charging.courts(known)[typed.court or '']}",
        judge=typed.judge or "",
        communicated_on=typed.communicated_on,
        requisition_on=typed.requisition_on,
        accused=tuple(charging.suspect(known, row) for row in accused),
        told=tuple(
            _told(known, row, named[row.id or ""])
            for row in known.case.report.persons
            if row.role in _TOLD and (row.role != "suspect" or row.id in there)
        ),
        term=words.counted(version.length, "dag", "dagen"),
        term_article=version.citation,
        term_confidence=titles.CONFIDENCES[version.confidence],
        detained=detained,
    )


def _told(known: Known, row: Person, designation: str) -> Told:
    young = naming.young(row, known)
    return Told(designation=designation, name=None if young else report_words.full_name(row), withheld=young or None)


PAPER = Paper(
    kind="settling_request",
    action="makeDocument",
    offered=offered,
    choices=choices,
    per_file=frozenset({"court"}),
    proposed=proposed,
    missing=missing,
    context=context,
)
