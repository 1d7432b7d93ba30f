"""The offer of a file to the federal prosecution office, with what in the register touches its competence."""

from docket import indications, life, report_words
from docket.clock import court_day
from docket.papers import heads, legal, naming, wording
from docket.papers.known import Known
from docket.papers.paper import Missing, Paper, Wanted
from documents import federal_offer as paper
from documents import legal as shapes

_FEDERAL = "federal"
#: While an office exercises the action; before a court it is no longer offered elsewhere.
_OFFERED_AT = frozenset({"registered", "investigation", "miniInstruction", "judicialInquiry", "settlementOfProcedure", "transferred"})


def not_offered(known: Known) -> str | None:
    case = known.case
    if case.holding_office == _FEDERAL:
        return "het federaal parket houdt dit dossier al."
    waiting = known.handing.open_offer
    if waiting is not None:
        return f"het dossier is aangeboden aan {wording.name(known.law, waiting.to_office)}; wacht op het antwoord of trek het aanbod in."
    if case.status not in _OFFERED_AT:
        return f"het dossier staat op “{life.TITLES[case.status]}”; wat aanhangig of geëindigd is, wordt niet meer aangeboden."
    return None


def missing(known: Known, wanted: Wanted) -> tuple[Missing, ...]:
    typed, found = _typed(wanted), []
    if not _summary(typed, known):
        found.append(Missing(what="een samenvatting van de zaak", link="#summary"))
    if not (typed.reason or "").strip():
        found.append(Missing(what="de reden van het aanbod", link="#reason"))
    return tuple(found)


def context(known: Known, wanted: Wanted) -> paper.FederalOffer:
    typed, case, law = _typed(wanted), known.case, known.law
    always = (f"Bevoegdheidsnota van dit register, {case.case_number}",)
    return paper.FederalOffer(
        law=legal.stated(known, "federal_offer", shapes.SecretLaw),
        **heads.fields(known, wanted, always=always),
        standing=life.status_title(case.status, known.stored.decision.tracks, law),
        summary=_summary(typed, known),
        indications=tuple(
            indications.told(one, law)
            for one in indications.indications(case.report, known.stored.decision, law, court_day(known.at))
            if one.office == _FEDERAL
        ),
        reason=(typed.reason or "").strip(),
        charges=tuple(
            paper.Charge(number=one.number, title=one.title, period=one.period, place=one.place, articles=one.articles)
            for one in naming.charges(known)
        ),
        suspects=tuple(
            paper.Suspect(
                who=naming.who(row.id or "", known), residence=report_words.residence(row.residence), custody=report_words.custody(row)
            )
            for row in case.report.persons
            if row.role == "suspect"
        ),
        related_cases=report_words.related_cases(case.report),
        limits_at=naming.moment(known),
        time_limits=known.limits.lines if known.limits is not None else (),
    )


def _typed(wanted: Wanted) -> paper.FederalOfferTyped:
    return naming.said(wanted, paper.FederalOfferTyped)


def _summary(typed: paper.FederalOfferTyped, known: Known) -> str:
    return (typed.summary or "").strip() or (known.case.report.summary or "").strip()


PAPER = Paper(kind="federal_offer", action="makeDocument", offered=not_offered, missing=missing, context=context)
