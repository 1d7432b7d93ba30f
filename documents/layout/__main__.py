"""`python -m documents.layout` draws the Word templates of this checkout again."""

import sys
from collections.abc import Callable

from documents import templates
from documents.layout import (
    appeal_petition,
    article_23_notice,
    bundle_cover,
    coiv_notice,
    direct_summons,
    dismissal,
    dismissal_notice,
    extinction_finding,
    federal_offer,
    file_inventory,
    final_requisition,
    hearing_roll,
    judgment_extract,
    judicial_inquiry_request,
    jurisdiction_note,
    jurisdiction_note_defence,
    jurisdiction_settlement_request,
    mini_inquiry_request,
    parliament_answer,
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

#: By the code of the kind of document.
DRAWN: dict[str, Callable[[], bytes]] = {
    "jurisdiction_note": jurisdiction_note.draw,
    "jurisdiction_note_defence": jurisdiction_note_defence.draw,
    "parliament_answer": parliament_answer.draw,
    "receipt": receipt.draw,
    "transfer": transfer.draw,
    "appeal_petition": appeal_petition.draw,
    "jurisdiction_settlement_request": jurisdiction_settlement_request.draw,
    "federal_offer": federal_offer.draw,
    "port_ban_notice": port_ban_notice.draw,
    "judgment_extract": judgment_extract.draw,
    "hearing_roll": hearing_roll.draw,
    "dismissal": dismissal.draw,
    "dismissal_notice": dismissal_notice.draw,
    "article_23_notice": article_23_notice.draw,
    "victim_notice": victim_notice.draw,
    "settlement_offer": settlement_offer.draw,
    "settlement_finding": settlement_finding.draw,
    "extinction_finding": extinction_finding.draw,
    "direct_summons": direct_summons.draw,
    "referral_summons": referral_summons.draw,
    "judicial_inquiry_request": judicial_inquiry_request.draw,
    "mini_inquiry_request": mini_inquiry_request.draw,
    "police_instruction": police_instruction.draw,
    "final_requisition": final_requisition.draw,
    "settling_request": settling_request.draw,
    "seizure_inventory": seizure_inventory.draw,
    "bundle_cover": bundle_cover.draw,
    "coiv_notice": coiv_notice.draw,
    "file_inventory": file_inventory.draw,
}

if __name__ == "__main__":
    for code, draw in DRAWN.items():
        sys.stdout.write(f"{templates.write(code, draw())}\n")
