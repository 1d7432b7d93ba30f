"""Ask for a document of a file, and download it once it is made."""

from typing import Any

from litestar import Request, Response, get, post
from litestar.params import FromPath

from docket import access
from docket.actions.papers.make_document import MakeDocument, make_document
from docket.errors import NotFound, StateForbids
from docket.store import access_log, search
from docket.web import words
from docket.web.handed import Deps
from docket.web.pages import go
from docket.web.visit import NEEDS, actor_of, posted_of

WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"


@post("/dossiers/{case_number:str}/documenten", opt={NEEDS: "makeDocument"})
async def ask_document(request: Request[Any, Any, Any], deps: Deps, case_number: FromPath[str]) -> Response[Any]:
    posted = posted_of(request)
    command = MakeDocument(case_number=case_number, kind=posted.text("_soort"), about=posted.text("_verdachte") or None)
    await make_document(command, actor_of(request), deps)
    return go(f"/dossiers/{case_number}?gedaan=document")


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
    return Response(found.content, media_type=WORD, headers={"content-disposition": f'attachment; filename="{name}"'})


@get("/dossiers/{case_number:str}/documenten/stand", opt={NEEDS: "readDocument"})
async def document_states(request: Request[Any, Any, Any], deps: Deps, case_number: FromPath[str]) -> Response[Any]:
    """How many documents are still being made: what the script waits for; nothing of the file is shown, so nothing is logged."""
    found = await search.case_view(deps.pool, access.visibility(actor_of(request), "readDocument"), case_number)
    if found is None:
        raise NotFound
    return Response({"pending": sum(1 for document in found.documents if document.state == "asked")})
