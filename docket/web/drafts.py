"""One's own drafts: forms that are not registered yet."""

from datetime import datetime
from typing import Any, ClassVar

import msgspec
from litestar import Request, Response, get, post
from litestar.params import FromPath

from docket.access import visibility
from docket.errors import NotFound
from docket.store import drafts as store
from docket.store.drafts import Draft
from docket.web import drafting
from docket.web.handed import Deps
from docket.web.pages import Page, go, render
from docket.web.visit import NEEDS, actor_of, visit_of

_PURPOSES = {"register": "Nieuw dossier", "amend": "Verbetering", "report": "Bijkomend verslag"}
_LONGEST_WORDS = 120


class DraftLine(msgspec.Struct, frozen=True, kw_only=True):
    id: str
    address: str
    purpose: str
    case_number: str | None
    #: By what one recognises it: notice number and the first words of the summary.
    words: str
    saved_at: datetime


class DraftsPage(Page, frozen=True, kw_only=True):
    template: ClassVar[str] = "drafts.html"
    path: ClassVar[str] = "/concepten"

    lines: tuple[DraftLine, ...]

    @property
    def title(self) -> str:
        return "Concepten"


@get("/concepten", opt={NEEDS: "registerCase"})
async def list_drafts(request: Request[Any, Any, Any], deps: Deps) -> Response[Any]:
    found = await store.all_of(deps.pool, visibility(actor_of(request)))
    return render(visit_of(request), DraftsPage(lines=tuple(_line(draft) for draft in found)))


@post("/concepten/{draft_id:str}/verwijderen", opt={NEEDS: "registerCase"})
async def delete_draft(request: Request[Any, Any, Any], deps: Deps, draft_id: FromPath[str]) -> Response[Any]:
    if not drafting.DRAFT_ID.fullmatch(draft_id):
        raise NotFound
    async with deps.transaction() as tx:
        await store.delete(tx, draft_id, actor_of(request).account_id or 0)
    return go("/concepten?gedaan=weg")


def _line(draft: Draft) -> DraftLine:
    form = drafting.form_in(draft)
    words = " ".join(filter(None, (form.values.get("noticeNumber", "").strip(), form.values.get("summary", "").strip())))
    return DraftLine(
        id=draft.id,
        address=drafting.editing_of(draft).address,
        purpose=_PURPOSES[draft.purpose],
        case_number=draft.case_number,
        words=words if len(words) <= _LONGEST_WORDS else f"{words[:_LONGEST_WORDS]}...",
        saved_at=draft.saved_at,
    )
