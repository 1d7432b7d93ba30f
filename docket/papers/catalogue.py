"""How each document of a file is made from what the register knows: one Paper for each of documents.KINDS."""

import msgspec

import documents
from docket.cases import Case
from docket.papers import (
    appeal_petition,
    article_23_notice,
    coiv_notice,
    direct_summons,
    dismissal,
    dismissal_notice,
    extinction_finding,
    federal_offer,
    file_inventory,
    final_requisition,
    free_text,
    judgment_extract,
    judicial_inquiry_request,
    jurisdiction_note,
    jurisdiction_note_defence,
    jurisdiction_settlement_request,
    mini_inquiry_request,
    police_instruction,
    port_ban_notice,
    receipt,
    referral_summons,
    seizure_inventory,
    settlement_finding,
    settlement_offer,
    settling_request,
    transfer,
    victim_notice,
)
from docket.papers.known import Known
from docket.papers.paper import Missing, Paper, Wanted, refusal
from routing import Decision

PAPERS: tuple[Paper, ...] = (
    jurisdiction_note.PAPER,
    jurisdiction_note_defence.PAPER,
    receipt.PAPER,
    transfer.PAPER,
    appeal_petition.PAPER,
    jurisdiction_settlement_request.PAPER,
    federal_offer.PAPER,
    port_ban_notice.PAPER,
    judgment_extract.PAPER,
    dismissal.PAPER,
    dismissal_notice.PAPER,
    article_23_notice.PAPER,
    victim_notice.PAPER,
    settlement_offer.PAPER,
    settlement_finding.PAPER,
    extinction_finding.PAPER,
    direct_summons.PAPER,
    referral_summons.PAPER,
    judicial_inquiry_request.PAPER,
    mini_inquiry_request.PAPER,
    police_instruction.PAPER,
    final_requisition.PAPER,
    settling_request.PAPER,
    seizure_inventory.PAPER,
    coiv_notice.PAPER,
    file_inventory.PAPER,
)
_BY_KIND = {paper.kind: paper for paper in PAPERS}


def paper_of(kind: str) -> Paper:
    """Raises LookupError naming the kinds that there are."""
    if kind not in _BY_KIND:
        raise LookupError(f"Er is geen document {kind!r}; gekend zijn {', '.join(_BY_KIND)}.")
    return _BY_KIND[kind]


def asked_by_a_decision(case: Case, decision: Decision) -> tuple[str, ...]:
    """What every decision brings by itself: a receipt and a jurisdiction note for each file, a transfer where it lies outside."""
    always = ("receipt", "jurisdiction_note")
    return (*always, "transfer") if decision.scope == "outside" and transfer.receiving(case, decision) else always


def context_of(kind: str, known: Known, wanted: Wanted) -> msgspec.Struct:
    """Raises documents.MissingFact: it does not exist in law where the file stands now, or something must be known first."""
    paper, title = paper_of(kind), documents.kind_of(kind).title_nl
    refused = refusal(paper, known)
    if refused is not None:
        raise documents.MissingFact(f"{title}: {refused}")
    missing, context = _composed(paper, known, wanted)
    if missing or context is None:
        raise documents.MissingFact(f"{title}: ontbreekt: {'; '.join(one.what for one in missing)}")
    return context


def missing_of(paper: Paper, known: Known, wanted: Wanted) -> tuple[Missing, ...]:
    """Everything that the paper needs and does not have, a text that names no minor included; empty = it can be made."""
    return _composed(paper, known, wanted)[0]


def _composed(paper: Paper, known: Known, wanted: Wanted) -> tuple[tuple[Missing, ...], msgspec.Struct | None]:
    """What a paper would print is looked at before it is asked for and again when it is made, by all doors alike."""
    missing = (*paper.missing(known, wanted), *free_text.typed(known, wanted))
    if missing:
        return missing, None
    try:
        context = paper.context(known, wanted)
    except documents.MissingFact as fault:
        return (Missing(what=str(fault)),), None
    return free_text.printed(known, wanted, context), context
