"""The request to settle a conflict of jurisdiction between judges, by the court that the two seats lead to."""

from datetime import date

import msgspec

import routing
from docket import judgments, report_words, titles
from docket.clock import court_day
from docket.papers import heads, legal, naming
from docket.papers.known import Known
from docket.papers.paper import Missing, Paper, Wanted
from docket.store.conflicts import Conflict
from documents import jurisdiction_settlement_request as paper
from documents import legal as shapes
from documents import words

_KINDS = {
    "positive": "positief: beide zijden eisen de zaak op",
    "negative": "negatief: beide zijden wijzen de zaak af",
}
_SIDES = ("zijde van dit dossier", "andere zijde")
#: Courts that settle it; a conflict between offices goes to no judge.
_COURTS = {"courtOfCassation": "het Hof van Cassatie", "courtOfAppeal": "het hof van beroep"}


class Decision(msgspec.Struct, frozen=True, kw_only=True):
    """What one side decided; None = neither the register nor the maker said it."""

    what: str | None
    on: date | None
    ecli: str | None = None


def not_offered(known: Known) -> str | None:
    conflict = known.handing.open_conflict
    if conflict is None:
        return "er loopt geen bevoegdheidsgeschil over dit dossier; werp het eerst op (bij “Bevoegdheidsgeschil”)."
    if conflict.between == "offices":
        return (
            "het geschil loopt tussen twee parketten, en dat beslecht geen rechter: zij komen overeen, of hun procureurs-generaal "
            f"beslissen ({legal.article(known, 'officesAgree')})."
        )
    if conflict.settled_by not in _COURTS:
        return f"dit geschil gaat niet naar een hof: {titles.SETTLED_BY[conflict.settled_by]} ({conflict.article})."
    return None


def missing(known: Known, wanted: Wanted) -> tuple[Missing, ...]:
    typed, conflict = _typed(wanted), known.handing.open_conflict
    found = []
    if conflict is not None:
        for seat, side, names, decision in zip(
            conflict.seats,
            _SIDES,
            (("ownDecision", "ownDecidedOn"), ("otherDecision", "otherDecidedOn")),
            _decisions(conflict, typed, known),
            strict=True,
        ):
            court = judgments.court_title(seat, known.law)
            if decision.what is None:
                found.append(Missing(what=f"welke beslissing de {court} nam ({side})", link=f"#{names[0]}"))
            if decision.on is None:
                found.append(Missing(what=f"de dag van de beslissing van de {court} ({side})", link=f"#{names[1]}"))
            elif decision.on > court_day(known.at):
                found.append(Missing(what=f"een dag van de beslissing van de {court} die niet in de toekomst ligt", link=f"#{names[1]}"))
    if not (typed.reasons or "").strip():
        found.append(Missing(what="de middelen: het verzoek is met redenen omkleed", link="#reasons"))
    if not known.case.report.offences:
        found.append(Missing(what="de feiten: het dossier noemt er geen", link="verbeteren#feiten"))
    return tuple(found)


def context(known: Known, wanted: Wanted) -> paper.JurisdictionSettlementRequest:
    typed, conflict, law, case = _typed(wanted), known.handing.open_conflict, known.law, known.case
    if conflict is None:
        raise LookupError("there is no open conflict, which `offered` says")
    decisions = _decisions(conflict, typed, known)
    limits = known.limits
    return paper.JurisdictionSettlementRequest(
        law=legal.stated(known, "jurisdiction_settlement_request", shapes.InternalSayingLaw),
        **heads.fields(known, wanted, always=_annexes(conflict, decisions, known)),
        settled_by=_settled_by(conflict, known),
        article=conflict.article,
        confidence=titles.CONFIDENCES[conflict.confidence] if conflict.confidence != "sure" else None,
        kind=_KINDS[conflict.kind],
        raised_on=court_day(conflict.raised_at),
        ground=titles.TRANSFER_GROUNDS.get(conflict.ground or "", "niet genoemd"),
        raised_because=conflict.reason,
        seats=tuple(
            paper.Seat(
                side=side,
                court=judgments.court_title(seat, law),
                decision=decision.what or "",
                decided_on=decision.on or court_day(known.at),
                ecli=decision.ecli,
                grounds=_grounds(seat, known),
            )
            for seat, side, decision in zip(conflict.seats, _SIDES, decisions, strict=True)
        ),
        charges=tuple(
            paper.Charge(number=one.number, title=one.title, period=one.period, place=one.place, articles=one.articles)
            for one in naming.charges(known)
        ),
        suspects=tuple(
            paper.Suspect(who=naming.who(row.id or "", known), custody=report_words.custody(row))
            for row in case.report.persons
            if row.role == "suspect"
        ),
        reasons=(typed.reasons or "").strip(),
        designate=typed.designate,
        limits_at=naming.moment(known),
        time_limits=limits.lines if limits is not None else (),
    )


def _typed(wanted: Wanted) -> paper.JurisdictionSettlementRequestTyped:
    return naming.said(wanted, paper.JurisdictionSettlementRequestTyped)


def _decisions(conflict: Conflict, typed: paper.JurisdictionSettlementRequestTyped, known: Known) -> tuple[Decision, Decision]:
    own, other = conflict.seats
    return (
        _decision(own, typed.own_decision, typed.own_decided_on, known),
        _decision(other, typed.other_decision, typed.other_decided_on, known),
    )


def _decision(seat: str, what: str | None, on: date | None, known: Known) -> Decision:
    """As its maker says it; else the last ruling of that court on its competence that the register holds."""
    if (what or "").strip() or on is not None:
        return Decision(what=(what or "").strip() or None, on=on)
    rulings = [ruling for challenge in known.challenges for ruling in challenge.rulings if ruling.court == seat]
    last = max(rulings, key=lambda one: (one.ruled_on, one.id), default=None)
    if last is None:
        return Decision(what=None, on=None)
    return Decision(what=f"uitspraak over de bevoegdheid: {titles.RULINGS[last.ruling]}", on=last.ruled_on, ecli=last.ecli)


def _settled_by(conflict: Conflict, known: Known) -> str:
    court = known.law.title(conflict.settlers[0]) if conflict.settlers else None
    return f"het {court}" if court is not None else _COURTS[conflict.settled_by]


def _grounds(seat: str, known: Known) -> tuple[str, ...]:
    found = (routing.ground_title(one, known.law) for one in known.stored.decision.grounds if one.supports.court == seat)
    return tuple(dict.fromkeys(found))


def _annexes(conflict: Conflict, decisions: tuple[Decision, Decision], known: Known) -> tuple[str, ...]:
    """Those that always go with it."""
    both = [
        f"{words.capital(decision.what or '')}, {words.day(decision.on) if decision.on else ''}, {judgments.court_title(seat, known.law)}"
        for seat, decision in zip(conflict.seats, decisions, strict=True)
    ]
    return (*both, f"Bevoegdheidsnota van dit register, {known.case.case_number}")


PAPER = Paper(
    kind="jurisdiction_settlement_request",
    action="raiseConflict",
    offered=not_offered,
    missing=missing,
    context=context,
)
