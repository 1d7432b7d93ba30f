"""Plak het PV: pasted text gives proposals, each with its words marked; only what a person takes over reaches the draft."""

from collections.abc import Iterable
from typing import Any, ClassVar

import msgspec
from litestar import Request, Response, get, post
from litestar.params import FromPath

from docket.access import Actor
from docket.clock import court_day
from docket.decoding import MAX_TEXT_BYTES
from docket.paste import Proposal, place_names, proposals
from docket.web import drafting, words
from docket.web.case import open_case
from docket.web.drafting import Editing
from docket.web.fields import ALL_ROWS, FIELDS, Field
from docket.web.form import Form, Row, blank, new_form, plain_row, set_in_row, with_row, with_values
from docket.web.handed import Deps
from docket.web.pages import AskingPage, go, render
from docket.web.submission import Fault
from docket.web.typed import shown
from docket.web.visit import NEEDS, Posted, Visit, actor_of, posted_of, visit_of

_TEXT = "_tekst"
#: Which proposals were taken over, and into which row of the form each of their rows went.
_TAKEN, _ROWS = "_overgenomen", "_rij"


class ProposalView(msgspec.Struct, frozen=True, kw_only=True):
    number: int
    label: str
    value: str
    words: str
    why: str
    doubtful: bool
    taken: bool
    #: What the form holds now, when that is something else.
    present: str = ""


class Segment(msgspec.Struct, frozen=True, kw_only=True):
    """A stretch of the pasted text; with numbers when proposals came from it."""

    text: str
    numbers: tuple[int, ...] = ()
    #: Of these it is the first mention, where the list of proposals leads to.
    first_of: tuple[int, ...] = ()
    taken: bool = False


class PasteReportPage(AskingPage, frozen=True, kw_only=True):
    template: ClassVar[str] = "paste_report.html"
    path: ClassVar[str] = "/nieuw"

    address: str
    text: str = ""
    read: bool = False
    found: tuple[ProposalView, ...] = ()
    segments: tuple[Segment, ...] = ()
    #: Carried to the next post: rows that were made from proposals.
    rows: tuple[str, ...] = ()

    @property
    def title(self) -> str:
        return "Plak het PV"

    @property
    def taken(self) -> tuple[int, ...]:
        return tuple(one.number for one in self.found if one.taken)

    @property
    def sure(self) -> int:
        return sum(1 for one in self.found if not one.doubtful and not one.taken)


@get("/concepten/{draft_id:str}/plak", opt={NEEDS: "registerCase"})
async def show_paste(request: Request[Any, Any, Any], deps: Deps, draft_id: FromPath[str]) -> Response[Any]:
    editing, _ = await _open(Editing(draft_id=draft_id, purpose="register"), actor_of(request), deps)
    return render(visit_of(request), PasteReportPage(address=editing.address))


@post("/concepten/{draft_id:str}/plak", opt={NEEDS: "registerCase"})
async def take_paste(request: Request[Any, Any, Any], deps: Deps, draft_id: FromPath[str]) -> Response[Any]:
    return await _paste(Editing(draft_id=draft_id, purpose="register"), request, deps)


@get("/dossiers/{case_number:str}/bijkomend-verslag/{draft_id:str}/plak", opt={NEEDS: "addReport"})
async def show_report_paste(
    request: Request[Any, Any, Any], deps: Deps, case_number: FromPath[str], draft_id: FromPath[str]
) -> Response[Any]:
    editing, _ = await _open(Editing(draft_id=draft_id, purpose="report", case_number=case_number), actor_of(request), deps)
    return render(visit_of(request), PasteReportPage(address=editing.address))


@post("/dossiers/{case_number:str}/bijkomend-verslag/{draft_id:str}/plak", opt={NEEDS: "addReport"})
async def take_report_paste(
    request: Request[Any, Any, Any], deps: Deps, case_number: FromPath[str], draft_id: FromPath[str]
) -> Response[Any]:
    return await _paste(Editing(draft_id=draft_id, purpose="report", case_number=case_number), request, deps)


async def _open(fresh: Editing, actor: Actor, deps: Deps) -> tuple[Editing, Form]:
    if fresh.case_number is not None:
        await open_case(fresh.case_number, actor, deps)
    draft = await drafting.draft_of(fresh.draft_id, actor, deps, fresh.purpose, fresh.case_number)
    if draft is None or draft.registered:
        return fresh, new_form() if fresh.purpose == "register" else Form()
    return drafting.editing_of(draft), drafting.form_in(draft)


async def _paste(fresh: Editing, request: Request[Any, Any, Any], deps: Deps) -> Response[Any]:
    posted, actor, visit = posted_of(request), actor_of(request), visit_of(request)
    editing, form = await _open(fresh, actor, deps)
    text = posted.text(_TEXT)
    size = len(text.encode("utf-8", "replace"))
    if not text.strip() or size > MAX_TEXT_BYTES:
        detail = (
            "Plak eerst de tekst van het PV of de mail."
            if not text.strip()
            else f"De tekst telt {size} bytes; de grens is {MAX_TEXT_BYTES} bytes (64 KiB)."
        )
        page = PasteReportPage(address=editing.address, text=text, faults=(Fault(name=_TEXT, where="Tekst", detail=detail),))
        return render(visit, page, 400)
    found = proposals(text, place_names(deps.law.law.places), received_on=court_day(deps.clock.now()))
    rows = dict(one.split("=", 1) for one in posted.texts(_ROWS) if "=" in one)
    taken = {int(one) for one in posted.texts(_TAKEN) if one.isascii() and one.isdecimal() and len(one) < 6}
    wanted = _wanted(posted, found) - taken
    if wanted:
        form, rows = take_over(form, found, wanted, rows)
        saved = await drafting.save(form, editing, actor.account_id or 0, deps)
        editing, taken = saved.editing, taken | wanted
    if posted.text("_do") in ("all", "checked") and wanted:
        return go(editing.address)
    return _answer(visit, editing, form, text, found, taken, rows)


def _answer(
    visit: Visit, editing: Editing, form: Form, text: str, found: tuple[Proposal, ...], taken: set[int], rows: dict[str, str]
) -> Response[Any]:
    page = PasteReportPage(
        address=editing.address,
        text=text,
        read=True,
        found=tuple(_view(number, one, form, number in taken, visit.law.offences) for number, one in enumerate(found, start=1)),
        segments=segments_of(text, found, taken),
        rows=tuple(f"{name}={row}" for name, row in rows.items()),
    )
    return render(visit, page)


def _wanted(posted: Posted, found: tuple[Proposal, ...]) -> set[int]:
    """Numbers of the proposals that this post takes over."""
    do = posted.text("_do")
    numbers = range(1, len(found) + 1)
    if do == "all":
        return {number for number in numbers if not found[number - 1].doubtful}
    if do == "checked":
        return {number for number in numbers if str(number) in posted.texts("_neem")}
    return {number for number in numbers if do == f"take:{number}"}


def take_over(form: Form, found: tuple[Proposal, ...], wanted: Iterable[int], rows: dict[str, str]) -> tuple[Form, dict[str, str]]:
    """The form with the wanted proposals in it; those of one row go into one row, an empty row is used first."""
    rows = dict(rows)
    for number in sorted(wanted):
        proposal = found[number - 1]
        name, plain, _ = proposal.field.partition("[]")
        if not plain:
            form = with_values(form, {name: shown(FIELDS[name].kind, proposal.value)})
        elif ALL_ROWS[name].plain:
            form = plain_row(form, name, str(proposal.value))
        else:
            field = _field(proposal)
            values = {field.name: shown(field.kind, proposal.value)} if field else {}
            index = _row_index(form, name, rows.get(proposal.row or ""))
            if index is None:
                form, index = _new_row(form, name)
            form = set_in_row(form, name, index, values)
            if proposal.row:
                rows[proposal.row] = form.rows[name][index].get("id") or str(index)
    return form, rows


def segments_of(text: str, found: tuple[Proposal, ...], taken: set[int]) -> tuple[Segment, ...]:
    """Together the segments are the text again; proposals from the same words share one."""
    spans: dict[tuple[int, int], list[int]] = {}
    for number, proposal in enumerate(found, start=1):
        for span in ((proposal.start, proposal.end), *proposal.repeats):
            spans.setdefault(span, []).append(number)
    segments: list[Segment] = []
    told: set[int] = set()
    position = 0
    for (start, end), numbers in sorted(spans.items()):
        if start < position:
            continue
        segments.append(Segment(text=text[position:start]))
        first = tuple(number for number in numbers if number not in told)
        told.update(first)
        segments.append(Segment(text=text[start:end], numbers=tuple(numbers), first_of=first, taken=taken.issuperset(numbers)))
        position = end
    segments.append(Segment(text=text[position:]))
    return tuple(segment for segment in segments if segment.text)


def _new_row(form: Form, name: str) -> tuple[Form, int]:
    """Without what a row made by hand starts with: only what the text says."""
    empty = next((index for index, row in enumerate(form.rows.get(name, ())) if blank(row)), None)
    if empty is not None:
        return form, empty
    return with_row(form, name), len(form.rows.get(name, ()))


def _row_index(form: Form, name: str, known: str | None) -> int | None:
    listed: list[Row] = form.rows.get(name, [])
    for index, row in enumerate(listed):
        if known is not None and (row.get("id") or str(index)) == known:
            return index
    return None


def _field(proposal: Proposal) -> Field | None:
    rows, _, name = proposal.field.partition("[].")
    return next((field for field in ALL_ROWS[rows].fields if field.name == name.replace(".", "/")), None)


def _view(number: int, proposal: Proposal, form: Form, taken: bool, offences: words.Titles) -> ProposalView:
    name, plain, _ = proposal.field.partition("[]")
    field = _field(proposal) if plain and not ALL_ROWS[name].plain else FIELDS.get(name)
    row = f"{ALL_ROWS[name].singular}, " if plain and not ALL_ROWS[name].plain else ""
    label = ALL_ROWS[name].fields[0].label if plain and ALL_ROWS[name].plain else field.label if field else proposal.field
    value = str(proposal.value)
    if field:
        value = words.title(offences if field.kind == "offence" else field.titles, shown(field.kind, proposal.value))
    present = form.values.get(name, "") if not plain else ""
    return ProposalView(
        number=number,
        label=f"{row}{words.lowered(label)}" if row else label,
        value=value,
        words=proposal.words,
        why=proposal.why,
        doubtful=proposal.doubtful,
        taken=taken,
        present="" if taken or present == value else present,
    )


def _example() -> PasteReportPage:
    text = "Op 26 mei 2023 werden op kaai 1742 zes personen aangetroffen in container MSCU1234566. Ons kenmerk DE60.SP.001234/2023."
    found = proposals(text)
    return PasteReportPage(
        address=f"/concepten/{'0' * 32}",
        text=text,
        read=True,
        found=tuple(_view(number, one, new_form(), number == 1, {}) for number, one in enumerate(found, start=1)),
        segments=segments_of(text, found, {1}),
    )


EXAMPLES = (
    PasteReportPage(address=f"/concepten/{'0' * 32}"),
    _example(),
    PasteReportPage(
        address=f"/concepten/{'0' * 32}", faults=(Fault(name=_TEXT, where="Tekst", detail="Plak eerst de tekst van het PV of de mail."),)
    ),
)
