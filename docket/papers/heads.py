"""The head that papers have in common, from the file and from what its maker typed; pure."""

from collections.abc import Sequence
from typing import Any

from docket import report_words
from docket.clock import court_day
from docket.papers import wording
from docket.papers.known import Known
from docket.papers.paper import Wanted
from documents.references import ReferencesTyped


def fields(
    known: Known,
    wanted: Wanted,
    *,
    always: Sequence[str] = (),
    registry: str | None = None,
    notice_numbers: Sequence[str] | None = None,
) -> dict[str, Any]:
    """
    The fields of references.References.

    `always`: the annexes that go with every paper of its kind; `registry`: the title of the registry that makes it, where that is
    not the office; `notice_numbers`: those of the file where the paper does not hold back some of them.
    """
    typed = wanted.typed if isinstance(wanted.typed, ReferencesTyped) else ReferencesTyped()
    return {
        "office": registry or wording.name(known.law, known.case.holding_office),
        "office_address": _said(typed.office_address),
        "case_number": known.case.case_number,
        "notice_numbers": tuple(report_words.notice_numbers(known.case.report) if notice_numbers is None else notice_numbers),
        "system_number": _said(typed.system_number),
        "judge_number": _said(typed.judge_number),
        "made_on": court_day(known.at),
        "annexes": (*always, *(one.strip() for one in typed.annexes if one.strip())),
    }


def _said(text: str | None) -> str | None:
    return (text or "").strip() or None
