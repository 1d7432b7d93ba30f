"""The final requisition: for each accused and each count what the prosecutor asks of the chamber in council."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any, cast

from docket import report_words
from docket.papers import charging, heads, legal, naming, steps, wording
from docket.papers.charging import Charged
from docket.papers.known import Known
from docket.papers.paper import Missing, Paper, Wanted
from docket.papers.steps import Step
from docket.transitions import At, Pair
from documents import legal as shapes
from documents.final_requisition import OUTCOMES, FinalRequisition, FinalRequisitionTyped, Requested

#: The judge communicates the file, and the prosecutor requires.
_STEP = Step(event="communicateFile", paper="een eindvordering", follows=True)
_REFERRAL, _NON_PROSECUTION, _ASSIZES = "referral", "nonProsecution", "assizes"
#: Fields of the form by what they ask for.
_EXCEPTIONS = {
    "referral": ("referralFor", "referral_for"),
    "nonProsecution": ("nonProsecutionFor", "non_prosecution_for"),
    "internment": ("internmentFor", "internment_for"),
    "suspension": ("suspensionFor", "suspension_for"),
    "assizes": ("assizesFor", "assizes_for"),
}
#: Above this the form asks for lines instead of boxes to tick.
_MOST_BOXES = 60


def offered(known: Known) -> str | None:
    return steps.refusal(known, _STEP)


def choices(known: Known) -> Mapping[str, Mapping[str, str]]:
    provisions = charging.choices(charging.charged_at(known, _there(known)))
    found: dict[str, Mapping[str, str]] = provisions | {"court": charging.courts(known), "outcome": OUTCOMES}
    pairs = {_code(person, one): f"{person or charging.UNKNOWN}, feit {one.number}: {_title(known, one)}" for person, one in _pairs(known)}
    return found | ({name: pairs for name, _ in _EXCEPTIONS.values()} if len(pairs) <= _MOST_BOXES else {})


def proposed(known: Known, about: str | None) -> Mapping[str, Any]:
    related = report_words.related_cases(known.case.report)
    told = f"samenhang met {', '.join(related)}" if related else None
    return charging.only_court(known) | ({"connexity": told} if told else {})


def _pairs(known: Known) -> tuple[tuple[str, Charged], ...]:
    """Every suspect who stands before the chamber, with each offence that he stands there for; "" = nobody is known for it."""
    by_id = {one.id: one for one in charging.charged(known)}
    there: list[Pair] = [at.pair for at in _there(known)]
    return tuple((person, by_id[offence]) for person, offence in there if offence in by_id)


def _there(known: Known) -> tuple[At, ...]:
    return charging.chargeable(known, steps.there(known, _STEP))


def remark(known: Known) -> str | None:
    return charging.left_out(known, steps.there(known, _STEP))


def _code(person: str, one: Charged) -> str:
    """On the form and in the API."""
    return f"{person or charging.UNKNOWN}/{one.number}"


def _title(known: Known, one: Charged) -> str:
    return wording.title(known.law, one.row.offence) or "misdrijf niet gekend"


def missing(known: Known, wanted: Wanted) -> tuple[Missing, ...]:
    return tuple(_missing(known, cast(FinalRequisitionTyped, wanted.typed)))


def _missing(known: Known, typed: FinalRequisitionTyped) -> Iterator[Missing]:
    yield from charging.said(typed.judge, "de onderzoeksrechter", "judge")
    yield from charging.court_asked(known, typed.court)
    found = charging.charged_at(known, _there(known))
    yield from charging.missing(known, typed, found)
    yield from charging.circumstances(typed, found, typed.circumstances)
    if typed.outcome is None:
        yield Missing(what="wat gevorderd wordt", link="#outcome")
    yield from _exceptions(known, typed)
    asked = _asked(known, typed)
    assizes = _for_assizes(known)
    referred = {one.number for person, one, outcome in asked if outcome == _REFERRAL and (person, one.id) not in assizes}
    crimes, possible = charging.crimes(typed, found), charging.maybe_crimes(typed, found)
    going = [[number for number in some if number in referred] for some in (crimes, possible)]
    yield from charging.mitigation(known, typed.mitigating, *going)
    yield from _against_nobody(asked)
    yield from _at_assizes(known, typed, asked)
    yield from _referred(known, typed, asked)


def _against_nobody(asked: Sequence[tuple[str, Charged, str]]) -> Iterator[Missing]:
    """Only a person is referred, interned or given a suspension."""
    for person, one, outcome in asked:
        if not person and outcome not in ("", _NON_PROSECUTION):
            told = f"van de daders van feit {one.number} is niemand gekend, en {OUTCOMES[outcome]} is alleen voor iemand te vorderen"
            yield Missing(what=f"{OUTCOMES[_NON_PROSECUTION]} voor “{_code(person, one)}”: {told}", link="#nonProsecutionFor")


def _for_assizes(known: Known) -> frozenset[Pair]:
    return frozenset(at.pair for at in _there(known) if at.for_assizes)


def _at_assizes(known: Known, typed: FinalRequisitionTyped, asked: Sequence[tuple[str, Charged, str]]) -> Iterator[Missing]:
    """What the law sends to the assizes goes by the indictment chamber, and nothing else does but what is connected with it."""
    crimes = _for_assizes(known)
    there = any((person, one.id) in crimes and outcome == _ASSIZES for person, one, outcome in asked)
    for person, one, outcome in asked:
        code = _code(person, one)
        if (person, one.id) in crimes and outcome == _REFERRAL:
            told = "een voltooide moord of doodslag wordt niet naar de correctionele rechtbank verwezen"
            yield Missing(what=f"de overzending naar de kamer van inbeschuldigingstelling voor “{code}”: {told}", link="#assizesFor")
        elif (person, one.id) not in crimes and outcome == _ASSIZES:
            if not there:
                told = "geen feit van deze vordering komt voor het hof van assisen"
                yield Missing(what=f"een andere vordering voor “{code}”: {told}", link="#referralFor")
            elif not (typed.connexity or "").strip():
                told = f"“{code}” komt alleen door samenhang voor het hof van assisen"
                yield Missing(what=f"wat de feiten verbindt: {told}", link="#connexity")
    for person in dict.fromkeys(person for person, _, outcome in asked if person and outcome == _ASSIZES):
        if charging.assize_court(known, person) is None:
            yield Missing(what=f"het hof van assisen van {person}: de beslissing wijst er geen aan", link="beslissen")


def _referred(known: Known, typed: FinalRequisitionTyped, asked: Sequence[tuple[str, Charged, str]]) -> Iterator[Missing]:
    """Whoever goes before a court is of age, his own track leads there, and somebody answers for every track of his."""
    by_id = {row.id: row for row in charging.suspects(known)}
    title = wording.name(known.law, typed.court or "") if typed.court in charging.courts(known) else None
    going = [(person, outcome) for person, _, outcome in asked if person and outcome in (_REFERRAL, _ASSIZES)]
    persons = dict.fromkeys(person for person, _ in going)
    for person in persons:
        row = by_id.get(person)
        young = naming.minority(row, known) if row is not None and not naming.both_sides(row, known) else "no"
        if row is not None and young == "maybe":
            yield from naming.age_asked(row, known, "")
        elif young == "minor":
            minor = "wie minderjarig is, wordt niet naar de correctionele rechtbank of het hof van assisen verwezen"
            yield Missing(what=f"een andere vordering voor {person}: {minor}", link="#nonProsecutionFor")
        elif (person, _REFERRAL) in going and title is not None and not charging.before(known, person, typed.court):
            yield Missing(what=f"de rechtbank van zijn spoor: {person} hoort niet voor de {title}", link="#court")
    for told in dict.fromkeys(charging.unconfirmed(known, person) for person in persons):
        if told is not None:
            yield Missing(what=f"de bevestiging van de bevoegdheid. {told}", link="bevestigen")


def _exceptions(known: Known, typed: FinalRequisitionTyped) -> Iterator[Missing]:
    """Each of them is a suspect with an offence of his, and is named for one outcome only."""
    possible = {_code(person, one) for person, one in _pairs(known)}
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
    return tuple((person, one, apart.get(_code(person, one), typed.outcome or "")) for person, one in _pairs(known))


def _outcome(known: Known, person: str, outcome: str) -> str:
    """With the court of assize of his track and the article that sends the crime there."""
    court, row = charging.assize_court(known, person), charging.assize_rule(known)
    if outcome != _ASSIZES or court is None or row is None:
        return OUTCOMES[outcome]
    return f"{OUTCOMES[_ASSIZES]}: {wording.name(known.law, court)} ({row})"


def context(known: Known, wanted: Wanted) -> FinalRequisition:
    typed = cast(FinalRequisitionTyped, wanted.typed)
    court = wording.name(known.law, typed.court or "")
    asked = _asked(known, typed)
    designations = report_words.designations(known.case.report)
    ats = _there(known)
    return FinalRequisition(
        **heads.fields(known, wanted),
        law=legal.stated(known, "final_requisition", shapes.ChargingLaw),
        chamber=f"raadkamer van de {charging.courts(known)[typed.court or '']}",
        judge=typed.judge or "",
        court=court if any(outcome == _REFERRAL for _, _, outcome in asked) else None,
        accused=tuple(charging.accused(known, row) for row in charging.suspects(known, charging.persons_at(ats))),
        counts=charging.counts_at(known, ats, typed, typed.circumstances),
        requested=tuple(
            Requested(
                person=person or charging.UNKNOWN,
                designation=designations[person] if person else None,
                count=one.number,
                title=_title(known, one),
                outcome=_outcome(known, person, outcome),
            )
            for person, one, outcome in asked
        ),
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
    per_file=frozenset({"provisions", "court", "referralFor", "nonProsecutionFor", "internmentFor", "suspensionFor", "assizesFor"}),
    proposed=proposed,
    remark=remark,
    missing=missing,
    context=context,
)
