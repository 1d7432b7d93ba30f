"""The receipt of a file."""

from docket import report_words
from docket.clock import court_day
from docket.papers import legal, wording
from docket.papers.known import Known
from docket.papers.paper import Paper, Wanted
from docket.tracks import responsible
from documents import legal as shapes
from documents import receipt, words


def context(known: Known, wanted: Wanted) -> receipt.Receipt:
    case, stored, law = known.case, known.stored, known.law
    return receipt.Receipt(
        law=legal.stated(known, "receipt", shapes.SayingLaw),
        office=wording.name(law, case.holding_office),
        case_number=case.case_number,
        notice_numbers=report_words.notice_numbers(case.report),
        reported_by=words.capital(report_words.reported_by(case.report)),
        received_on=wording.received_on(case),
        registered_on=court_day(case.registered_at),
        registered_at=report_words.hour(case.registered_at),
        responsible_offices=tuple(wording.name(law, code) for code in responsible(stored.decision)),
    )


PAPER = Paper(kind="receipt", action="makeDocument", context=context)
