"""The requisition for one act of an investigating judge: never an excluded one, and always to the judge of the one before it."""

from collections.abc import Iterable, Iterator, Mapping
from typing import Any, cast

import msgspec

from docket.clock import court_day
from docket.papers import charging, heads, legal, steps, wording
from docket.papers.known import Known
from docket.papers.paper import Missing, Paper, Wanted
from docket.papers.steps import Step
from docket.store.documents import MadePaper
from docket.transitions import ACTS, excluded_act
from documents import legal as shapes
from documents import words
from documents.mini_inquiry_request import MiniInquiryRequest, MiniInquiryRequestTyped
from routing import ExcludedVersion, excluded_acts, says

_KIND = "mini_inquiry_request"
_STEP = Step(event="requestAct", paper="een vordering mini-instructie", asks=True)
_OTHER = "other"
#: What somebody is, and not who: with a court and its town these are no name.
_FUNCTIONS = frozenset(
    {"onderzoeksrechter", "onderzoeksrechters", "rechter", "rechters", "deken", "ondervoorzitter", "voorzitter", "kabinet"}
)
_ON_DUTY = frozenset({"dienst", "dienstdoend", "dienstdoende", "wacht", "wachtdienst"})
_SMALL = frozenset({"de", "het", "een", "en", "van", "der", "den", "in", "te", "bij", "voor", "met", "heer", "mevrouw", "meneer", "mr"})


def offered(known: Known) -> str | None:
    return steps.refusal(known, _STEP)


def choices(known: Known) -> Mapping[str, Mapping[str, str]]:
    return charging.choices(charging.charged_at(known, steps.there(known, _STEP))) | {
        "court": charging.courts(known),
        "kindOfAct": _acts(known),
    }


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
    elif typed.kind_of_act == _OTHER:
        yield from _resembles(typed, excluded)
    yield from charging.said(typed.act, "de ene gevraagde handeling", "act")
    yield from charging.said(typed.reason, "waarom de handeling nodig is", "reason")
    yield from charging.missing(known, typed, charging.charged_at(known, steps.there(known, _STEP)), exact=False)


def _resembles(typed: MiniInquiryRequestTyped, excluded: Mapping[str, ExcludedVersion]) -> Iterator[Missing]:
    """An excluded act is not asked by another name: by its own it is refused, and where the words only hint at it the maker answers."""
    named = [row for row in excluded.values() if says(typed.act, row.names_nl)]
    if named:
        told = " ".join(excluded_act(row.title_nl, row.citation) for row in named)
        yield Missing(what=f"een andere handeling, of dezelfde zonder de naam van een die uitgesloten is. {told}", link="#act")
        return
    hinted = [row.title_nl for row in excluded.values() if says(typed.act, row.words_nl) or says(typed.reason, row.names_nl)]
    if hinted and not (typed.not_excluded or "").strip():
        which = words.listing(f"“{title}”" for title in hinted)
        yield Missing(
            what=f"de handeling bij haar naam, of waarom het geen uitgesloten handeling is: wat u schreef, lijkt op {which}",
            link="#notExcluded",
        )


def _same_judge(known: Known, typed: MiniInquiryRequestTyped) -> Iterator[Missing]:
    """By name and by court: a function is held by another one the next week, and two courts may have a judge of one name."""
    earlier = _earlier(known)
    if earlier is None or not (typed.judge or "").strip():
        return
    made, before = earlier
    where, article = charging.courts(known), legal.article(known, "sameJudge")
    seats = (*where.values(), *(wording.name(known.law, code) for code in where))
    went = f"de vordering van {words.day(court_day(made.made_at))} in dit dossier ging naar {before.judge}"
    if before.court != typed.court:
        court = where.get(before.court or "", before.court)
        yield Missing(
            what=f"dezelfde rechtbank: {went} bij de {court}, en een tweede gaat naar dezelfde rechter ({article})", link="#court"
        )
    if _is_function(typed.judge, seats):
        yield Missing(
            what=f"de naam van de onderzoeksrechter: {went}, en aan “{typed.judge}” is niet te zien of hij dezelfde is",
            link="#judge",
        )
    elif not _is_function(before.judge, seats) and _plain(typed.judge) != _plain(before.judge):
        yield Missing(what=f"dezelfde onderzoeksrechter: {went}, en een tweede gaat naar dezelfde ({article})", link="#judge")


def _is_function(judge: str | None, courts: Iterable[str]) -> bool:
    """Nothing but words for what he is and where he sits."""
    placed = {word for court in courts for word in _words(court)}
    return not set(_words(judge)) - _FUNCTIONS - _ON_DUTY - _SMALL - placed


def _words(text: str | None) -> list[str]:
    return "".join(letter if letter.isalnum() else " " for letter in _plain(text)).split()


def _plain(text: str | None) -> str:
    return " ".join((text or "").casefold().split())


def context(known: Known, wanted: Wanted) -> MiniInquiryRequest:
    typed, file = cast(MiniInquiryRequestTyped, wanted.typed), known.law.requisitions
    earlier, ats = _earlier(known), steps.there(known, _STEP)
    return MiniInquiryRequest(
        **heads.fields(known, wanted),
        law=legal.stated(known, "mini_inquiry_request", shapes.InternalSayingLaw),
        judge=typed.judge or "",
        court=charging.courts(known)[typed.court or ""],
        act=typed.act or "",
        not_excluded=typed.not_excluded,
        reason=typed.reason or "",
        excluded=tuple(row.title_nl for row in excluded_acts(file, court_day(known.at)).values()),
        earlier=f"op {words.day(court_day(earlier[0].made_at))}, naar {earlier[1].judge}" if earlier else None,
        suspects=tuple(charging.suspect(known, row) for row in charging.suspects(known, charging.persons_at(ats))),
        counts=charging.counts_at(known, ats, typed),
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
