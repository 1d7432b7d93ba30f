"""The offer of a settlement to one suspect: what the law asks, confirmed by the magistrate; a court that has the case homologates."""

from collections.abc import Iterable, Mapping

from docket import report_words, titles
from docket.clock import court_day
from docket.contract import Person
from docket.papers import charging, heads, legal, letters, naming, prosecuting
from docket.papers.known import Known
from docket.papers.paper import Missing, Paper, Wanted
from docket.transitions import TITLES, At
from documents import legal as shapes
from documents import settlement_offer, words
from documents.references import Addressee
from routing import SettlementId, Terms, terms_on

#: The prosecutor has the case still; the second: he offered one already.
_BEFORE = frozenset({"investigation", "settlement"})
#: An investigating judge or a court has it, and none gave a last word: art. 216bis, § 2 Sv.
AFTER = frozenset({"judicialInquiry", "settlementOfProcedure", "trialCourt", "opposition", "appeal"})


def not_offered(known: Known) -> str | None:
    if known.case.status == "joined":
        return prosecuting.JOINED
    if any(at.status in _BEFORE for at in known.everybody):
        return prosecuting.disputed(known)
    if any(at.status in AFTER for at in known.everybody):
        return None
    possible = ", ".join(f"“{title}”" for status, title in TITLES.items() if status in _BEFORE | AFTER)
    return f"een minnelijke schikking wordt aangeboden vanuit {possible}; dit dossier staat bij: {prosecuting.standing(known)}."


def choices(known: Known) -> Mapping[str, Mapping[str, str]]:
    counts = letters.titles_of(known, tuple(enumerate(known.case.report.offences, start=1)))
    return {"counts": counts, **settlement_offer.LITERALS_NL}


def remark(known: Known) -> str | None:
    """Under what the law of today lets one be offered, and how sure the register is of that."""
    stages: tuple[tuple[SettlementId, str], ...] = (
        ("beforeSeisin", "zolang het parket de zaak heeft"),
        ("afterSeisin", "eens een rechter ze heeft, die dan homologeert"),
    )
    lines = []
    for which, when in stages:
        terms = terms_on(known.law.extinction, which, court_day(known.at))
        if terms is not None:
            certain = titles.CONFIDENCES[terms.confidence]
            lines.append(f"{when}: {terms.citation} ({certain}), geen zwaardere straf te verwachten dan {terms.max_expected_years} jaar")
    return f"{words.capital('; '.join(lines))}." if lines else None


def missing(known: Known, wanted: Wanted) -> tuple[Missing, ...]:
    typed, person = prosecuting.said(wanted, settlement_offer.SettlementOfferTyped), prosecuting.person_of(known, wanted.about or "")
    if person is None:
        return (Missing(what="een verdachte van dit dossier"),)
    asked = (
        (typed.address, "het adres waar het voorstel naartoe gaat", "address"),
        (typed.amount_eur, "de som", "amountEur"),
        (typed.due_on, "de dag waarop ten laatste betaald wordt", "dueOn"),
        (typed.payment, "hoe te betalen is", "payment"),
        (typed.damage, "wat er met de schade is", "damage"),
        (typed.contact, "wie bij het parket vragen beantwoordt", "contact"),
    )
    return (
        *_person_faults(known, person),
        *_count_faults(known, typed, person),
        *prosecuting.unasked(asked),
        *_term_faults(known, typed),
        *_statements(known, typed, person),
    )


def context(known: Known, wanted: Wanted) -> settlement_offer.SettlementOffer:
    typed, person = (
        prosecuting.said(wanted, settlement_offer.SettlementOfferTyped),
        prosecuting.foreseen(prosecuting.person_of(known, wanted.about or "")),
    )
    his = targets(known, typed, person)
    terms = prosecuting.foreseen(terms_of(known, his))
    return settlement_offer.SettlementOffer(
        **heads.fields(known, wanted),
        law=legal.stated(known, "settlement_offer", shapes.SayingLaw),
        to=Addressee(
            name=report_words.full_name(person) or "", designation=prosecuting.designation(known, person), address=typed.address or ""
        ),
        article=terms.citation,
        counts=charging.counts_of(known, {at.pair[1] for at in his}, internal=False),
        articles=named(typed.articles),
        amount=words.euro(typed.amount_eur or 0),
        due_on=prosecuting.foreseen(typed.due_on),
        payment=typed.payment or "",
        renounced=typed.renounced,
        damage=settlement_offer.DAMAGE_NL[typed.damage or ""],
        damage_words=typed.damage_words,
        expected_years=terms.max_expected_years,
        homologation=terms.homologation,
        contact=typed.contact or "",
    )


def targets(known: Known, typed: settlement_offer.SettlementOfferTyped, person: Person) -> tuple[At, ...]:
    """His counts that are still to be settled: those that were chosen, or all."""
    his = (at for at in known.everybody if at.pair[0] == person.id and at.pair[1] and at.status in _BEFORE | AFTER)
    return tuple(at for at in his if not typed.counts or at.pair[1] in typed.counts)


def named(articles: Iterable[str]) -> tuple[str, ...]:
    """`feit 3: art. ...`; of an offer of before they had a number as it was typed."""
    return tuple(f"feit {number}: {told}" if number is not None else told for number, told in map(charging.split, articles))


def terms_of(known: Known, his: tuple[At, ...]) -> Terms | None:
    """Of § 2 as soon as a judge or a court has one of the counts."""
    which = "afterSeisin" if any(at.status in AFTER for at in his) else "beforeSeisin"
    return terms_on(known.law.extinction, which, court_day(known.at))


def _person_faults(known: Known, person: Person) -> tuple[Missing, ...]:
    whom = prosecuting.designation(known, person)
    if asked := naming.age_asked(person, known, f"een meerderjarige verdachte: {whom} is minderjarig en staat voor de jeugdrechter"):
        return asked
    return () if report_words.full_name(person) else (Missing(what=f"de naam van {whom}", link=prosecuting.PERSONS),)


def _count_faults(known: Known, typed: settlement_offer.SettlementOfferTyped, person: Person) -> tuple[Missing, ...]:
    his = targets(known, typed, person)
    strange = [code for code in typed.counts if code not in {at.pair[1] for at in his}]
    if strange:
        what = f"een feit van deze verdachte dat nog te schikken is: {', '.join(strange)} is dat niet"
        return (Missing(what=what, link="#counts"),)
    if not his:
        stands = {at.pair[0]: TITLES[at.status] for at in known.everybody}.get(person.id or "", "nergens")
        return (Missing(what=f"een feit van deze verdachte dat nog te schikken is: hij staat bij “{stands}”", link=prosecuting.STATUS),)
    found = []
    if len({at.status in AFTER for at in his}) > 1:
        what = "feiten die alle nog bij het parket zijn, of alle bij een rechter: voor elke groep is er een eigen voorstel"
        found.append(Missing(what=what, link="#counts"))
    if terms_of(known, his) is None:
        found.append(Missing(what=f"een wet die op {court_day(known.at):%d/%m/%Y} een minnelijke schikking regelt"))
    counts = charging.charged_at(known, his)
    return (*found, *charging.unplaced(known, counts), *charging.unlisted(counts, typed.articles))


def _term_faults(known: Known, typed: settlement_offer.SettlementOfferTyped) -> tuple[Missing, ...]:
    if typed.due_on is not None and typed.due_on <= court_day(known.at):
        return (Missing(what="een laatste dag van betaling die nog komt", link="#dueOn"),)
    return ()


def _statements(known: Known, typed: settlement_offer.SettlementOfferTyped, person: Person) -> tuple[Missing, ...]:
    """What the register never derives: the magistrate says it, or there is no offer."""
    terms = terms_of(known, targets(known, typed, person))
    years = f" dan {terms.max_expected_years} jaar" if terms is not None else ""
    found = []
    if typed.no_serious_harm is not True:
        what = "de bevestiging dat het feit geen zware schending van de lichamelijke integriteit inhoudt; anders is er geen schikking"
        found.append(Missing(what=what, link="#noSeriousHarm"))
    if typed.sentence_within_limit is not True:
        what = f"de bevestiging dat geen zwaardere straf{years} te verwachten is; anders is er geen schikking"
        found.append(Missing(what=what, link="#sentenceWithinLimit"))
    if typed.damage == "none" and (hurt := [row for row in known.case.report.persons if row.role in ("injuredParty", "civilParty")]):
        whom = ", ".join(prosecuting.designation(known, row) for row in hurt)
        what = f"hoe de schade vergoed of erkend is: in het dossier staat {whom}"
        found.append(Missing(what=what, link="#damage"))
    return tuple(found)


PAPER = Paper(
    kind="settlement_offer",
    action="makeDocument",
    about="suspect",
    offered=not_offered,
    choices=choices,
    per_file=frozenset(
        {"counts", "articles", "address", "amountEur", "renounced", "damage", "damageWords", "noSeriousHarm", "sentenceWithinLimit"}
    ),
    remark=remark,
    missing=missing,
    context=context,
)
