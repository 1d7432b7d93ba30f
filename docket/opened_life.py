"""Where a file that somebody opened stands in its life, for its page and for the API; pure."""

from collections.abc import Sequence
from datetime import date

from docket import life
from docket.judgments import Judgment, with_judgments
from docket.seized_items import SeizedItem, undecided
from docket.store.search import CaseView
from docket.transitions import At, Known
from routing import Law, excluded_acts, motives_on


def known(found: CaseView, law: Law, today: date, items: Sequence[SeizedItem] = ()) -> Known:
    """What guards may look at; the office that an offer goes to by its title. `items` = the seized items of the file."""
    return Known(
        decision_seq=found.current.seq,
        today=today,
        offered_to=(law.title(found.offer.to_office) or found.offer.to_office) if found.offer else None,
        in_conflict=found.in_conflict,
        notice_number=found.case.report.notice_number,
        municipality=life.municipality_known(found.case.report),
        motives=frozenset(motives_on(law.dismissal, today)),
        excluded_acts={code: row.citation for code, row in excluded_acts(law.requisitions, today).items()},
        undecided_items=tuple(item.words for item in undecided(items)),
        items_page=f"/dossiers/{found.case.case_number}/goederen",
    )


def everybody(found: CaseView, law: Law, judgments: Sequence[Judgment] | None = None) -> tuple[At, ...]:
    """`judgments` of the file tell what may be entered without one, and what an opposition is against; None = nobody asks that."""
    current = found.current
    ats = life.everybody(
        found.stands,
        found.case.report,
        current.decision.tracks,
        referred=current.referred_tracks,
        to_confirm=found.to_confirm,
        for_assizes=life.assize_offences(law, current.decision.received_on),
    )
    return ats if judgments is None else with_judgments(ats, judgments)
