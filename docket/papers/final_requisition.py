"""The final requisition: for each accused and each count what the prosecutor asks of the chamber in council."""

from collections.abc import Iterator, Mapping
from typing import Any, cast

from docket import report_words
from docket.papers import charging, legal, wording
from docket.papers.charging import Charged
from docket.papers.known import Known
from docket.papers.paper import Missing, Paper, Wanted
from docket.transitions import Pair
from documents import legal as shapes
from documents.final_requisition import OUTCOMES, FinalRequisition, FinalRequisitionTyped, Requested

_WHERE = ("judicialInquiry", "settlementOfProcedure")
#: Fields of the form by what they ask for.
_EXCEPTIONS = {
    "referral": ("referralFor", "referral_for"),
    "nonProsecution": ("nonProsecutionFor", "non_prosecution_for"),
    "internment": ("internmentFor", "internment_for"),
    "suspension": ("suspensionFor", "suspension_for"),
}
#: Above this the form asks for lines instead of boxes to tick.
_MOST_BOXES = 60


def offered(known: Known) -> str | None:
    return charging.standing(known, _WHERE, "een eindvordering")


def choices(known: Known) -> Mapping[str, Mapping[str, str]]:
    found: dict[str, Mapping[str, str]] = charging.choices(known) | {"court": charging.courts(known), "outcome": OUTCOMES}
    pairs = {f"{person}/{one.number}": f"{person}, feit {one.number}: {_title(known, one)}" for person, one in _pairs(known)}
    return found | ({name: pairs for name, _ in _EXCEPTIONS.values()} if len(pairs) <= _MOST_BOXES else {})


def proposed(known: Known, about: str | None) -> Mapping[str, Any]:
    related = report_words.related_cases(known.case.report)
    told = f"samenhang met {', '.join(related)}" if related else None
    return charging.only_court(known) | ({"connexity": told} if told else {})


def _pairs(known: Known) -> tuple[tuple[str, Charged], ...]:
    """Every suspect who stands before the chamber, with each offence that he stands there for."""
    by_id = {one.id: one for one in charging.charged(known)}
    there: list[Pair] = [at.pair for at in known.everybody if at.status in _WHERE]
    return tuple((person, by_id[offence]) for person, offence in there if person and offence in by_id)


def _title(known: Known, one: Charged) -> str:
    return wording.title(known.law, one.row.offence) or "misdrijf niet gekend"


def missing(known: Known, wanted: Wanted) -> tuple[Missing, ...]:
    return tuple(_missing(known, cast(FinalRequisitionTyped, wanted.typed)))


def _missing(known: Known, typed: FinalRequisitionTyped) -> Iterator[Missing]:
    yield from charging.said(typed.judge, "de onderzoeksrechter", "judge")
    yield from charging.court_asked(known, typed.court)
    found = charging.charged(known)
    yield from charging.missing(known, typed, found)
    yield from charging.circumstances(typed, found, typed.circumstances)
    if typed.outcome is None:
        yield Missing(what="wat gevorderd wordt", link="#outcome")
    yield from _exceptions(known, typed)
    asked = _asked(known, typed)
    referred = {one.number for _, one, outcome in asked if outcome == "referral"}
    crimes = [number for number in charging.crimes(typed, found) if number in referred]
    yield from charging.mitigation(known, typed.mitigating, crimes)
    for person in dict.fromkeys(person for person, _, outcome in asked if outcome == "referral"):
        if (unconfirmed := charging.unconfirmed(known, person, typed.court)) is not None:
            yield Missing(what=f"de bevestiging van de bevoegdheid. {unconfirmed}", link="bevestigen")
            return


def _exceptions(known: Known, typed: FinalRequisitionTyped) -> Iterator[Missing]:
    """Each of them is a suspect with an offence of his, and is named for one outcome only."""
    possible = {f"{person}/{one.number}" for person, one in _pairs(known)}
    seen: set[str] = set()
    for field, attribute in _EXCEPTIONS.values():
        for code in getattr(typed, attribute):
            if code not in possible:
                yield Missing(what=f"een verdachte met een feit van dit dossier in plaats van “{code}”", link=f"#{field}")
            elif code in seen:
                yield Missing(what=f"één vordering voor “{code}”: het staat bij meer dan een", link=f"#{field}")
            seen.add(code)


def _asked(known: Known, typed: FinalRequisitionTyped) -> tuple[tuple[str, Charged, str], ...]:
    apart = {code: outcome for outcome, (_, attribute) in _EXCEPTIONS.items() for code in getattr(typed, attribute)}
    return tuple((person, one, apart.get(f"{person}/{one.number}", typed.outcome or "")) for person, one in _pairs(known))


def context(known: Known, wanted: Wanted) -> FinalRequisition:
    typed = cast(FinalRequisitionTyped, wanted.typed)
    court = charging.courts(known)[typed.court or ""]
    asked = _asked(known, typed)
    designations = report_words.designations(known.case.report)
    there = {person for person, _, _ in asked}
    return FinalRequisition(
        **charging.head(known, typed),
        law=legal.stated(known, "final_requisition", shapes.ChargingLaw),
        chamber=f"raadkamer bij de {court}",
        judge=typed.judge or "",
        court=court if any(outcome == "referral" for _, _, outcome in asked) else None,
        accused=tuple(charging.person(known, row) for row in charging.suspects(known, there)),
        counts=tuple(charging.count(known, one, typed) for one in charging.charged(known)),
        requested=tuple(
            Requested(
                person=person, designation=designations[person], count=one.number, title=_title(known, one), outcome=OUTCOMES[outcome]
            )
            for person, one, outcome in asked
        ),
        circumstances=typed.circumstances,
        mitigating=typed.mitigating,
        mitigating_article=known.law.catalogue.file.correctionalisation.citation if typed.mitigating else None,
        confiscations=typed.confiscations,
        connexity=typed.connexity,
    )


PAPER = Paper(
    kind="final_requisition",
    action="makeDocument",
    offered=offered,
    choices=choices,
    per_file=frozenset({"provisions", "court", "referralFor", "nonProsecutionFor", "internmentFor", "suspensionFor"}),
    proposed=proposed,
    missing=missing,
    context=context,
)
