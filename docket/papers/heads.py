"""The head that papers have in common, from the file and from what its maker typed; pure."""

from typing import Any

from docket import report_words
from docket.clock import court_day
from docket.papers import wording
from docket.papers.known import Known
from docket.papers.paper import Wanted
from documents.references import ReferencesTyped


def fields(known: Known, wanted: Wanted) -> dict[str, Any]:
    """The fields of references.References; of a paper for which nobody typed a number it is not known."""
    typed = wanted.typed if isinstance(wanted.typed, ReferencesTyped) else ReferencesTyped()
    return {
        "office": wording.name(known.law, known.case.holding_office),
        "case_number": known.case.case_number,
        "notice_numbers": report_words.notice_numbers(known.case.report),
        "system_number": _said(typed.system_number),
        "judge_number": _said(typed.inquiry_number),
        "made_on": court_day(known.at),
        "annexes": tuple(one.strip() for one in typed.annexes if one.strip()),
    }


def _said(text: str | None) -> str | None:
    return (text or "").strip() or None
