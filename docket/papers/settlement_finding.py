"""The finding that a settlement was met: its terms are those of the offer that this register made, and are never typed again."""

from datetime import date

import msgspec

from docket import titles
from docket.clock import court_day
from docket.contract import Person
from docket.papers import charging, heads, legal, prosecuting, settlement_offer
from docket.papers.known import Known
from docket.papers.paper import Missing, Paper, Wanted
from docket.store.documents import MadePaper
from docket.transitions import At
from documents import legal as shapes
from documents import settlement_finding, words
from documents.settlement_offer import DAMAGE_NL, SettlementOfferTyped

_PAID = "settlementPaid"
#: How far an offer is that binds, and that does no more.
_LEFT, _OVER = "issued", frozenset({"replaced", "withdrawn"})


class Offered(msgspec.Struct, frozen=True, kw_only=True):
    """The last offer to a suspect, as its maker typed it."""

    on: date
    terms: SettlementOfferTyped


def not_offered(known: Known) -> str | None:
    if known.case.status == "joined":
        return prosecuting.JOINED
    if not any(made.kind == settlement_offer.PAPER.kind for made in known.made):
        return "er is in dit register nog geen voorstel tot minnelijke schikking gemaakt."
    if not any(_may_end(known, at) for at in known.everybody):
        return f"er staat niemand meer voor wie een schikking kan worden vastgesteld; dit dossier staat bij: {prosecuting.standing(known)}."
    return None


def missing(known: Known, wanted: Wanted) -> tuple[Missing, ...]:
    typed, person = prosecuting.said(wanted, settlement_finding.SettlementFindingTyped), prosecuting.person_of(known, wanted.about or "")
    if person is None:
        return (Missing(what="een verdachte van dit dossier"),)
    offer = offer_to(known, person)
    if offer is None:
        return (_no_offer(known, person),)
    asked: list[tuple[object, str, str]] = [
        (typed.paid_eur, "de betaalde som", "paidEur"),
        (typed.paid_on, "de dag van betaling", "paidOn"),
        (typed.proof, "het bewijs van betaling", "proof"),
    ]
    if offer.terms.renounced:
        asked.append((typed.renounced_done or None, "de afstand of verbeurdverklaring die het voorstel vroeg", "renouncedDone"))
    if offer.terms.damage != "none":
        asked.append((typed.damage_done, "hoe de schade geregeld is", "damageDone"))
    his = targets(known, offer, person)
    terms = settlement_offer.terms_of(known, his)
    if terms is not None and terms.homologation:
        asked.append((typed.homologated_by, "de rechter die de schikking homologeerde", "homologatedBy"))
        asked.append((typed.homologated_on, "de dag van de homologatie", "homologatedOn"))
    counts = charging.unplaced(known, charging.charged_at(known, his))
    return (*_count_faults(known, person, his), *counts, *prosecuting.unasked(asked), *_payment_faults(known, typed, offer))


def context(known: Known, wanted: Wanted) -> settlement_finding.SettlementFinding:
    typed, person = (
        prosecuting.said(wanted, settlement_finding.SettlementFindingTyped),
        prosecuting.foreseen(prosecuting.person_of(known, wanted.about or "")),
    )
    offer = prosecuting.foreseen(offer_to(known, person))
    his = targets(known, offer, person)
    terms = prosecuting.foreseen(settlement_offer.terms_of(known, his))
    said, paid_on = offer.terms, prosecuting.foreseen(typed.paid_on)
    due_on = prosecuting.foreseen(said.due_on)
    return settlement_finding.SettlementFinding(
        **heads.fields(known, wanted),
        law=legal.stated(known, "settlement_finding", shapes.SecretLaw),
        suspect=prosecuting.who(known, person.id or ""),
        article=terms.citation,
        confidence=titles.CONFIDENCES[terms.confidence],
        counts=charging.counts_of(known, {at.pair[1] for at in his}),
        articles=settlement_offer.named(said.articles),
        offered_on=offer.on,
        amount=words.euro(said.amount_eur or 0),
        due_on=due_on,
        renounced=said.renounced,
        damage=DAMAGE_NL[said.damage or ""],
        paid=words.euro(typed.paid_eur or 0),
        paid_on=paid_on,
        proof=typed.proof or "",
        late=paid_on > due_on,
        damage_done=typed.damage_done if said.damage != "none" else None,
        homologated_by=typed.homologated_by if terms.homologation else None,
        homologated_on=typed.homologated_on if terms.homologation else None,
    )


def offer_to(known: Known, person: Person) -> Offered | None:
    """The last one that left the office; a draft offers nothing yet, and one that was replaced or withdrawn no more."""
    offers = [one for one in _made_for(known, person) if one.stage == _LEFT]
    made = offers[-1] if offers else None
    if made is None or made.typed is None:
        return None
    return Offered(on=court_day(made.made_at), terms=msgspec.json.decode(made.typed, type=SettlementOfferTyped))


def _made_for(known: Known, person: Person) -> list[MadePaper]:
    return [one for one in known.made if one.kind == settlement_offer.PAPER.kind and one.about == person.id]


def _no_offer(known: Known, person: Person) -> Missing:
    whom = prosecuting.designation(known, person)
    if any(one.stage not in _OVER for one in _made_for(known, person)):
        return Missing(what=f"een uitgegeven voorstel aan {whom}: dat wat er is, is nog niet ondertekend en uitgegeven", link="documenten")
    what = f"een voorstel aan {whom}: in dit register is er geen dat geldt"
    return Missing(what=what, link="documenten/maken?soort=settlement_offer")


def targets(known: Known, offer: Offered, person: Person) -> tuple[At, ...]:
    """The counts of the offer for which the action has not ended otherwise."""
    his = (at for at in known.everybody if at.pair[0] == person.id and at.pair[1] and _may_end(known, at))
    return tuple(at for at in his if not offer.terms.counts or at.pair[1] in offer.terms.counts)


def _may_end(known: Known, at: At) -> bool:
    """Was a settlement offered for it, has a court the case, or was its end entered as paid?"""
    said = prosecuting.entered(known, "extinguished").get(at.pair)
    paid = at.status == "closed" and said is not None and said.cause == _PAID
    return paid or at.status == "settlement" or at.status in settlement_offer.AFTER


def _count_faults(known: Known, person: Person, his: tuple[At, ...]) -> tuple[Missing, ...]:
    if his:
        return ()
    what = f"een feit van {prosecuting.designation(known, person)} waarvoor de schikking aangeboden is: schrijf het voorstel eerst in"
    return (Missing(what=what, link=prosecuting.STATUS),)


def _payment_faults(known: Known, typed: settlement_finding.SettlementFindingTyped, offer: Offered) -> tuple[Missing, ...]:
    found, said = [], offer.terms
    if typed.paid_eur is not None and said.amount_eur is not None and typed.paid_eur < said.amount_eur:
        what = f"de volledige som: gevraagd is {words.euro(said.amount_eur)}, betaald {words.euro(typed.paid_eur)}"
        found.append(Missing(what=what, link="#paidEur"))
    for day, what, field in (
        (typed.paid_on, "een dag van betaling die niet na vandaag ligt", "paidOn"),
        (typed.homologated_on, "een dag van homologatie die niet na vandaag ligt", "homologatedOn"),
    ):
        if day is not None and day > court_day(known.at):
            found.append(Missing(what=what, link=f"#{field}"))
    late = typed.paid_on is not None and said.due_on is not None and typed.paid_on > said.due_on
    if late and typed.late_accepted is not True:
        what = f"dat de magistraat de late betaling aanvaardt: de termijn liep tot {said.due_on:%d/%m/%Y}"
        found.append(Missing(what=what, link="#lateAccepted"))
    return tuple(found)


PAPER = Paper(kind="settlement_finding", action="makeDocument", about="suspect", offered=not_offered, missing=missing, context=context)
