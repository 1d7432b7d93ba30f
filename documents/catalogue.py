"""The only list of the documents that the register makes: those of a file, and those of no file."""

from documents import (
    appeal_petition,
    federal_offer,
    hearing_roll,
    judgment_extract,
    jurisdiction_note,
    jurisdiction_note_defence,
    jurisdiction_settlement_request,
    parliament_answer,
    port_ban_notice,
    receipt,
    transfer,
)
from documents.kind import DocumentKind

KINDS: tuple[DocumentKind, ...] = (
    DocumentKind(
        code="jurisdiction_note",
        title_nl="Bevoegdheidsnota",
        context=jurisdiction_note.JurisdictionNote,
        example=jurisdiction_note.EXAMPLE,
        legal_basis=None,
    ),
    DocumentKind(
        code="jurisdiction_note_defence",
        title_nl="Bevoegdheidsnota, afschrift voor de verdediging",
        context=jurisdiction_note_defence.JurisdictionNoteDefence,
        example=jurisdiction_note_defence.EXAMPLE,
        legal_basis=None,
    ),
    DocumentKind(
        code="receipt",
        title_nl="Ontvangstbewijs",
        context=receipt.Receipt,
        example=receipt.EXAMPLE,
        legal_basis=None,
    ),
    DocumentKind(
        code="transfer",
        title_nl="Overdracht",
        context=transfer.Transfer,
        example=transfer.EXAMPLE,
        legal_basis="art. 23 Sv.",
        signed_by="magistrate",
    ),
    DocumentKind(
        code="appeal_petition",
        title_nl="Verzoekschrift hoger beroep van het openbaar ministerie",
        context=appeal_petition.AppealPetition,
        example=appeal_petition.EXAMPLE,
        legal_basis="art. 203 en 204 Sv.",
        typed=appeal_petition.AppealPetitionTyped,
        confidence="sure",
        signed_by="magistrate",
    ),
    DocumentKind(
        code="jurisdiction_settlement_request",
        title_nl="Verzoek tot regeling van rechtsgebied",
        context=jurisdiction_settlement_request.JurisdictionSettlementRequest,
        example=jurisdiction_settlement_request.EXAMPLE,
        legal_basis="art. 525 tot 527bis en 540 Sv.",
        typed=jurisdiction_settlement_request.JurisdictionSettlementRequestTyped,
        confidence="sure",
        signed_by="magistrate",
    ),
    DocumentKind(
        code="federal_offer",
        title_nl="Aanbod aan het federaal parket",
        context=federal_offer.FederalOffer,
        example=federal_offer.EXAMPLE,
        legal_basis="art. 144bis tot 144quater Ger.W.",
        typed=federal_offer.FederalOfferTyped,
        confidence="likely",
        signed_by="magistrate",
    ),
    DocumentKind(
        code="port_ban_notice",
        title_nl="Mededeling van een havenverbod",
        context=port_ban_notice.PortBanNotice,
        example=port_ban_notice.EXAMPLE,
        legal_basis="art. 4, § 3bis Drugswet",
        typed=port_ban_notice.PortBanNoticeTyped,
        confidence="unverified",
        signed_by="magistrate",
    ),
    DocumentKind(
        code="judgment_extract",
        title_nl="Uittreksel van een vonnis",
        context=judgment_extract.JudgmentExtract,
        example=judgment_extract.EXAMPLE,
        legal_basis="art. 196/1 en 198 Sv.",
        typed=judgment_extract.JudgmentExtractTyped,
        confidence="sure",
        signed_by="registrar",
    ),
)

#: Documents of no file: about the register as a whole, made when they are asked for and not kept.
OF_NO_FILE: tuple[DocumentKind, ...] = (
    DocumentKind(
        code="parliament_answer",
        title_nl="Antwoord voor het parlement",
        context=parliament_answer.ParliamentAnswer,
        example=parliament_answer.EXAMPLE,
        legal_basis=None,
    ),
    DocumentKind(
        code="hearing_roll",
        title_nl="Zittingsrol",
        context=hearing_roll.HearingRoll,
        example=hearing_roll.EXAMPLE,
        legal_basis=None,
        confidence="likely",
        signed_by="nobody",
    ),
)


def kind_of(code: str) -> DocumentKind:
    """The kind with this code; LookupError names the codes that exist."""
    for kind in (*KINDS, *OF_NO_FILE):
        if kind.code == code:
            return kind
    raise LookupError(f"Er is geen document {code!r}; gekend zijn {', '.join(kind.code for kind in KINDS)}.")
