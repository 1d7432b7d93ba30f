"""The instruction to a service that goes with a request which stands in the file."""

from collections.abc import Iterator, Mapping
from typing import Any, cast

from docket import report_words
from docket.clock import court_day
from docket.papers import charging, heads, legal, steps, wording
from docket.papers.known import Known
from docket.papers.paper import Missing, Paper, Wanted
from docket.requests import Request
from docket.transitions import At
from documents import legal as shapes
from documents import words
from documents.police_instruction import PoliceInstruction, PoliceInstructionTyped

#: While the prosecutor leads: in a judicial inquiry the judge does.
_WHERE = ("registered", "transferred", "investigation", "miniInstruction", "settlement", "guiltyPlea")


def offered(known: Known) -> str | None:
    return None if _there(known) else steps.not_there(known, _WHERE, "een kantschrift")


def _there(known: Known) -> tuple[At, ...]:
    return tuple(at for at in known.everybody if at.status in _WHERE)


def choices(known: Known) -> Mapping[str, Mapping[str, str]]:
    found = {str(one.id): f"nr. {one.id}: {one.addressee}, terug op {words.day(one.due_on)}" for one in _open(known)}
    return {"request": found} if found else {}


def proposed(known: Known, about: str | None) -> Mapping[str, Any]:
    found = _open(known)
    return {"request": found[0].id} if len(found) == 1 else {}


def _open(known: Known) -> tuple[Request, ...]:
    return tuple(one for one in known.requests if one.kind == "apostil" and one.state == "asked")


def _chosen(known: Known, typed: PoliceInstructionTyped) -> Request | None:
    return next((one for one in _open(known) if one.id == typed.request), None)


def missing(known: Known, wanted: Wanted) -> tuple[Missing, ...]:
    return tuple(_missing(known, cast(PoliceInstructionTyped, wanted.typed)))


def _missing(known: Known, typed: PoliceInstructionTyped) -> Iterator[Missing]:
    request = _chosen(known, typed)
    if not _open(known):
        yield Missing(
            what="een open kantschrift bij de vragen van dit dossier, met zijn dienst en zijn dag: schrijf het eerst in", link="vragen"
        )
    elif request is None:
        yield Missing(what="de ingeschreven vraag waarvan dit het kantschrift is", link="#request")
    elif request.due_on < court_day(known.at):
        yield Missing(
            what=f"een dag die nog komt: vraag {request.id} moest op {words.day(request.due_on)} terug zijn", link=f"vragen/{request.id}"
        )
    if not typed.duties:
        yield Missing(what="de opdrachten, een per regel", link="#duties")


def context(known: Known, wanted: Wanted) -> PoliceInstruction:
    typed = cast(PoliceInstructionTyped, wanted.typed)
    request = _chosen(known, typed)
    if request is None:
        raise LookupError(typed.request)
    return PoliceInstruction(
        **heads.fields(known, wanted),
        law=legal.stated(known, "police_instruction", shapes.InternalSayingLaw),
        addressee=request.addressee,
        request_number=str(request.id),
        asked_on=request.asked_on,
        question=request.question,
        duties=typed.duties,
        due_on=request.due_on,
        offences=tuple(_offence(known, one) for one in charging.charged_at(known, _there(known))),
    )


def _offence(known: Known, one: charging.Charged) -> str:
    places = {place.id: report_words.place(place) for place in known.case.report.places}
    parts = (
        f"{wording.title(known.law, one.row.offence) or 'misdrijf niet gekend'}{' (poging)' if one.row.attempt else ''}",
        words.period(one.row.committed_from, one.row.committed_until),
        places.get(one.row.place),
    )
    return ", ".join(part for part in parts if part)


PAPER = Paper(
    kind="police_instruction",
    action="makeDocument",
    offered=offered,
    choices=choices,
    per_file=frozenset({"request"}),
    proposed=proposed,
    missing=missing,
    context=context,
)
