"""Make a document of a file: choose a kind, say what only its maker can say, see what is missing; download it once it is made."""

from typing import Any, ClassVar

import msgspec
from litestar import Request, Response, get, post
from litestar.params import FromPath

import documents
from docket import access, papers
from docket.access import Actor
from docket.actions.papers import knowing, living
from docket.actions.papers.make_document import MakeDocument, make_document
from docket.deps import Deps as Bundle
from docket.errors import BadInput, DocketError, FactsMissing, NotFound, StateForbids
from docket.papers import Known, Paper, Wanted, legal
from docket.partial import stored_file
from docket.store import access_log, search
from docket.web import typed_fields, words
from docket.web.case import open_case
from docket.web.handed import Deps
from docket.web.pages import AskingPage, go, render
from docket.web.submission import Fault
from docket.web.typed_fields import TypedField
from docket.web.visit import NEEDS, actor_of, posted_of, visit_of

WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
#: The kinds differ in who may make them; each is asked for its own right.
TO_MAKE = {NEEDS: "readDocument"}


class KindLine(msgspec.Struct, frozen=True, kw_only=True):
    code: str
    title: str
    legal_basis: str | None
    #: Why it does not exist in law where the file stands; empty = it does.
    refused: str = ""
    #: What to know before it is made, such as the last day of a clock.
    remark: str = ""


class MissingLine(msgspec.Struct, frozen=True, kw_only=True):
    what: str
    #: Address where it can be filled in; empty = nowhere in particular.
    address: str


class Chosen(msgspec.Struct, frozen=True, kw_only=True):
    """The kind that was chosen, as its form shows it."""

    code: str
    title: str
    legal_basis: str | None
    #: Id -> designation of each person whom it can be about; empty = it is about the file.
    people: dict[str, str]
    about: str
    #: What to know before it is made; empty = nothing.
    remark: str
    fields: tuple[TypedField, ...]
    missing: tuple[MissingLine, ...]
    #: The document in whose place it comes; 0 = none.
    remakes: int = 0
    #: Everything that it has to say is in the register; its fields may stay empty.
    nothing_asked: bool = False


class MakeDocumentPage(AskingPage, frozen=True, kw_only=True):
    template: ClassVar[str] = "make_document.html"
    path: ClassVar[str] = "/dossiers"

    case_number: str
    kinds: tuple[KindLine, ...] = ()
    chosen: Chosen | None = None

    @property
    def title(self) -> str:
        return f"{self.chosen.title if self.chosen else 'Document'} maken"


EXAMPLES = (
    MakeDocumentPage(
        case_number="HAV-2026-000001",
        kinds=(
            KindLine(code="receipt", title="Ontvangstbewijs", legal_basis=None),
            KindLine(code="appeal_petition", title="Verzoekschrift", legal_basis=None, remark="Ten laatste op 24 december 2026."),
            KindLine(code="transfer", title="Overdracht", legal_basis="Art. 23 Sv. (waarschijnlijk)", refused="niets over te dragen."),
        ),
    ),
    MakeDocumentPage(
        case_number="HAV-2026-000001",
        chosen=Chosen(
            code="jurisdiction_note_defence",
            title="Bevoegdheidsnota, afschrift voor de verdediging",
            legal_basis=None,
            people={"s1": "Verdachte 1 (s1)"},
            about="s1",
            remark="Ten laatste op 24 december 2026.",
            fields=(
                TypedField(
                    name="_veld_reason", label="Reden", hint="In een zin.", kind="text", long=True, choices={}, value="", fault="Vul in."
                ),
                TypedField(name="_veld_day", label="Dag", hint="", kind="day", long=False, choices={}, value="", fault=""),
                TypedField(
                    name="_veld_hearing",
                    label="Zitting",
                    hint="",
                    kind="code",
                    long=False,
                    choices={"1": "3 december 2026 om 9 uur"},
                    value="1",
                    fault="",
                ),
                TypedField(
                    name="_veld_acts", label="Taken", hint="", kind="codes", long=False, choices={"a": "Verhoor"}, value="a", fault=""
                ),
                TypedField(name="_veld_paid", label="Betaald", hint="", kind="yesNo", long=False, choices={}, value="ja", fault=""),
            ),
            missing=(MissingLine(what="het uur van de vrijheidsberoving van s1", address="/dossiers/HAV-2026-000001/verbeteren"),),
        ),
        faults=(Fault(name="_veld_reason", where="Reden", detail="Vul in."),),
    ),
)


@get("/dossiers/{case_number:str}/documenten/maken", opt=TO_MAKE)
async def show_making(request: Request[Any, Any, Any], deps: Deps, case_number: FromPath[str]) -> Response[Any]:
    actor, kind = actor_of(request), request.query_params.get("soort", "")
    paper = _paper(kind, actor)
    if paper is None:
        await open_case(case_number, actor, deps)
        return render(visit_of(request), await _kinds(case_number, actor, deps))
    about = request.query_params.get("over") or None
    known = await knowing.known(case_number, paper.action, actor, deps)
    refused = papers.refusal(paper, known)
    if refused is not None:
        raise StateForbids(f"{documents.kind_of(kind).title_nl}: {refused}")
    values = typed_fields.written(paper.proposed(known, about))
    remakes = int(given) if (given := request.query_params.get("van", "")).isascii() and given.isdecimal() and len(given) < 10 else 0
    if remakes:
        before = await living.find(case_number, remakes, actor, deps)
        values |= typed_fields.written(msgspec.json.decode(before.typed) if before.typed else {})
    return render(visit_of(request), _form(known, paper, about, values, (), remakes))


@post("/dossiers/{case_number:str}/documenten", opt=TO_MAKE)
async def ask_document(request: Request[Any, Any, Any], deps: Deps, case_number: FromPath[str]) -> Response[Any]:
    posted, actor = posted_of(request), actor_of(request)
    paper = _paper(posted.text("_soort"), actor)
    if paper is None:
        raise StateForbids("Kies een document uit de lijst van dit dossier.")
    typed = documents.kind_of(paper.kind).typed
    about, remakes = posted.text("_verdachte") or None, posted.number("_van") or 0
    command = MakeDocument(
        case_number=case_number, kind=paper.kind, about=about, typed=typed_fields.read(posted, typed), remakes=remakes or None
    )
    try:
        await make_document(command, actor, deps)
    except (BadInput, FactsMissing) as refusal:
        known = await knowing.known(case_number, paper.action, actor, deps)
        page = _form(known, paper, about, typed_fields.typed_text(posted, typed), _faults(refusal, paper), remakes)
        return render(visit_of(request), page, refusal.status)
    return go(f"/dossiers/{case_number}/documenten?gedaan=document")


@get("/dossiers/{case_number:str}/documenten/{document_id:int}", opt={NEEDS: "readDocument"})
async def download(request: Request[Any, Any, Any], deps: Deps, case_number: FromPath[str], document_id: FromPath[int]) -> Response[bytes]:
    actor = actor_of(request)
    found = await search.document_bytes(deps.pool, access.visibility(actor, "readDocument"), case_number, document_id)
    if found is None:
        raise NotFound
    if found.content is None:
        raise StateForbids(found.failure or "Dit document wordt nog gemaakt; probeer het over enkele seconden opnieuw.")
    await access_log.log_opened(deps.pool, actor.code, case_number, deps.clock.now())
    title = words.title(words.DOCUMENT_KINDS, found.kind).lower().replace(", ", "-").replace(" ", "-")
    name = f"{case_number}-{title}-{document_id}.docx"
    return stored_file(request, found.content, tag=found.sha256 or "", media_type=WORD, name=name)


@get("/dossiers/{case_number:str}/documenten/stand", opt={NEEDS: "readDocument"})
async def document_states(request: Request[Any, Any, Any], deps: Deps, case_number: FromPath[str]) -> Response[Any]:
    """How many documents are still being made: what the script waits for; nothing of the file is shown, so nothing is logged."""
    found = await search.case_view(deps.pool, access.visibility(actor_of(request), "readDocument"), case_number)
    if found is None:
        raise NotFound
    return Response({"pending": sum(1 for document in found.documents if document.state == "asked")})


def _paper(kind: str, actor: Actor) -> Paper | None:
    return next((paper for paper in papers.PAPERS if paper.kind == kind and actor.may(paper.action)), None)


async def _kinds(case_number: str, actor: Actor, deps: Bundle) -> MakeDocumentPage:
    """Those that exist in law where the file stands first; the others with the reason."""
    lines = []
    for one in await knowing.makeable(case_number, actor, deps):
        kind, remark = documents.kind_of(one.paper.kind), one.paper.remark(one.known) if one.refused is None else None
        rests = legal.rests_on(one.known.law, kind.code, one.known.at)
        told = legal.told(rests) if rests is not None else None
        lines.append(KindLine(code=kind.code, title=kind.title_nl, legal_basis=told, refused=one.refused or "", remark=remark or ""))
    return MakeDocumentPage(case_number=case_number, kinds=tuple(sorted(lines, key=lambda line: (bool(line.refused), line.title))))


def _form(
    known: Known, paper: Paper, about: str | None, values: dict[str, str], faults: tuple[Fault, ...], remakes: int = 0
) -> MakeDocumentPage:
    kind, case_number = documents.kind_of(paper.kind), known.case.case_number
    rests = legal.rests_on(known.law, kind.code, known.at)
    people = papers.persons_of(paper, known.case)
    one = about or (next(iter(people)) if len(people) == 1 else None)
    ready = paper.about == "file" or one in people
    missing = papers.missing_of(paper, known, Wanted(about=one, typed=kind.typed())) if ready else ()
    asked = {row.link.removeprefix("#") for row in missing if row.link.startswith("#")}
    chosen = Chosen(
        code=kind.code,
        title=kind.title_nl,
        legal_basis=legal.told(rests) if rests is not None else None,
        people=people,
        about=one or "",
        remark=paper.remark(known) or "",
        fields=typed_fields.fields_of(kind.typed, paper.choices(known), values, faults, asked),
        missing=tuple(
            MissingLine(what=row.what, address=papers.page_of(row.link, case_number) if row.link else "")
            for row in missing
            if not row.link.startswith("#")
        ),
        remakes=remakes,
        nothing_asked=ready and not missing,
    )
    return MakeDocumentPage(case_number=case_number, chosen=chosen, faults=faults)


def _faults(refusal: DocketError, paper: Paper) -> tuple[Fault, ...]:
    """Those of a field beside it; what is missing in the file stands in the list above the form."""
    labels = {field.name: field.label for field in typed_fields.fields_of(documents.kind_of(paper.kind).typed, {}, {})}
    found = []
    for issue in refusal.issues:
        name = typed_fields.name_of(issue.name.removeprefix("/typed/").removeprefix("#").split("/")[0])
        if issue.name == "/about":
            found.append(Fault(name="_verdachte", where="Over wie", detail=issue.detail))
        elif name in labels:
            found.append(Fault(name=name, where=labels[name], detail=issue.detail))
        else:
            found.append(Fault(name="", where="", detail=issue.detail))
    return tuple(found) or (Fault(name="", where="", detail=refusal.detail),)
