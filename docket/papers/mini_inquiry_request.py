"""The requisition for one act of an investigating judge: never an excluded one, and always to the judge of the one before it."""

from collections.abc import Iterator, Mapping
from typing import Any, cast

import msgspec

from docket.clock import court_day
from docket.papers import charging, legal
from docket.papers.known import Known
from docket.papers.paper import Missing, Paper, Wanted
from docket.store.documents import MadePaper
from docket.transitions import ACTS, excluded_act
from documents import legal as shapes
from documents import words
from documents.mini_inquiry_request import MiniInquiryRequest, MiniInquiryRequestTyped
from routing import excluded_acts

_KIND = "mini_inquiry_request"
_WHERE = ("registered", "transferred", "investigation", "miniInstruction")


def offered(known: Known) -> str | None:
    return charging.standing(known, _WHERE, "een vordering mini-instructie")


def choices(known: Known) -> Mapping[str, Mapping[str, str]]:
    return charging.choices(known) | {"court": charging.courts(known), "kindOfAct": _acts(known)}


def _acts(known: Known) -> dict[str, str]:
    """Excluded ones too, said so: whoever looks for one must find why not."""
    excluded = excluded_acts(known.law.requisitions, court_day(known.at))
    titled = {code: f"{row.title_nl} (kan niet)" for code, row in excluded.items()}
    return {code: title for code, title in ACTS.items() if code not in excluded} | titled


def proposed(known: Known, about: str | None) -> Mapping[str, Any]:
    earlier = _earlier(known)
    return charging.only_court(known) | ({"judge": earlier[1].judge, "court": earlier[1].court} if earlier else {})


def _earlier(known: Known) -> tuple[MadePaper, MiniInquiryRequestTyped] | None:
    """The last such requisition of the file that was not withdrawn, a draft too, with what was typed for it."""
    made = [one for one in known.made if one.kind == _KIND and one.typed and one.stage != "withdrawn"]
    if not made:
        return None
    return made[-1], msgspec.json.decode(made[-1].typed or "", type=MiniInquiryRequestTyped)


def missing(known: Known, wanted: Wanted) -> tuple[Missing, ...]:
    return tuple(_missing(known, cast(MiniInquiryRequestTyped, wanted.typed)))


def _missing(known: Known, typed: MiniInquiryRequestTyped) -> Iterator[Missing]:
    yield from charging.said(typed.judge, "de onderzoeksrechter", "judge")
    yield from charging.court_asked(known, typed.court)
    yield from _same_judge(known, typed)
    excluded = excluded_acts(known.law.requisitions, court_day(known.at))
    if typed.kind_of_act in excluded:
        row = excluded[typed.kind_of_act]
        yield Missing(what=f"een andere handeling. {excluded_act(row.title_nl, row.citation)}", link="#kindOfAct")
    elif typed.kind_of_act not in ACTS:
        yield Missing(what="de soort handeling", link="#kindOfAct")
    yield from charging.said(typed.act, "de ene gevraagde handeling", "act")
    yield from charging.said(typed.reason, "waarom de handeling nodig is", "reason")
    yield from charging.missing(known, typed, charging.charged(known), exact=False)


def _same_judge(known: Known, typed: MiniInquiryRequestTyped) -> Iterator[Missing]:
    earlier = _earlier(known)
    if earlier is None or not (typed.judge or "").strip():
        return
    made, before = earlier
    if _plain(typed.judge) != _plain(before.judge):
        yield Missing(
            what=(
                f"dezelfde onderzoeksrechter: de vordering van {words.day(court_day(made.made_at))} in dit dossier ging naar "
                f"{before.judge}, en een tweede gaat naar dezelfde ({legal.article(known, 'sameJudge')})"
            ),
            link="#judge",
        )


def _plain(name: str | None) -> str:
    return " ".join((name or "").casefold().split())


def context(known: Known, wanted: Wanted) -> MiniInquiryRequest:
    typed, file = cast(MiniInquiryRequestTyped, wanted.typed), known.law.requisitions
    earlier = _earlier(known)
    return MiniInquiryRequest(
        **charging.head(known, typed),
        law=legal.stated(known, "mini_inquiry_request", shapes.InternalSayingLaw),
        judge=typed.judge or "",
        court=charging.courts(known)[typed.court or ""],
        act=typed.act or "",
        reason=typed.reason or "",
        excluded=tuple(row.title_nl for row in excluded_acts(file, court_day(known.at)).values()),
        earlier=f"op {words.day(court_day(earlier[0].made_at))}, naar {earlier[1].judge}" if earlier else None,
        suspects=tuple(charging.person(known, row) for row in charging.suspects(known)),
        counts=tuple(charging.count(known, one, typed) for one in charging.charged(known)),
    )


PAPER = Paper(
    kind=_KIND,
    action="makeDocument",
    offered=offered,
    choices=choices,
    per_file=frozenset({"provisions", "court"}),
    proposed=proposed,
    missing=missing,
    context=context,
)
