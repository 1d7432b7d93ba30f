"""The head that papers have in common, from the file and from what its maker typed; pure."""

from collections.abc import Iterator, Sequence
from typing import Any

from docket import addresses, report_words
from docket.clock import court_day
from docket.papers import wording
from docket.papers.known import Known
from docket.papers.paper import Missing, Wanted
from documents.references import ReferencesTyped

#: The page on which they are kept.
ADDRESSES = "/adressen"


def fields(
    known: Known,
    wanted: Wanted,
    *,
    always: Sequence[str] = (),
    registry: tuple[str, str] | None = None,
    notice_numbers: Sequence[str] | None = None,
) -> dict[str, Any]:
    """
    The fields of references.References.

    `always`: the annexes that go with every paper of its kind; `registry`: court and title of the registry that makes it,
    where that is not the office; `notice_numbers`: those of the file where the paper does not hold back some of them.
    """
    typed = wanted.typed if isinstance(wanted.typed, ReferencesTyped) else ReferencesTyped()
    seat, title = registry or (known.case.holding_office, wording.name(known.law, known.case.holding_office))
    return {
        "office": title,
        "office_address": address(known, seat),
        "case_number": known.case.case_number,
        "notice_numbers": tuple(report_words.notice_numbers(known.case.report) if notice_numbers is None else notice_numbers),
        "system_number": _said(typed.system_number),
        "judge_number": _said(typed.judge_number),
        "made_on": court_day(known.at),
        "annexes": (*always, *(one.strip() for one in typed.annexes if one.strip())),
    }


def address(known: Known, seat: str) -> str | None:
    """Of an office or a court on the day of making; None = nobody entered one."""
    return addresses.on_day(known.addresses, seat, court_day(known.at))


def addressed(known: Known) -> Iterator[Missing]:
    """Of a paper by which somebody is called or a judge is seised: who gets it has to know where to go."""
    office = known.case.holding_office
    if address(known, office) is None:
        yield Missing(what=f"het adres van {wording.name(known.law, office)} (Adressen)", link=ADDRESSES)


def _said(text: str | None) -> str | None:
    return (text or "").strip() or None
