"""The law in force: which pack, since when, by whom and why; what was in force before it, and whether a draft of the next is there."""

from datetime import date
from typing import Any, ClassVar

import msgspec
from litestar import Request, Response, get

from docket import titles
from docket.deps import Deps as AllDeps
from docket.store import law_packs
from docket.store.law_packs import Enactment
from docket.web.handed import Deps
from docket.web.pages import Page, render
from docket.web.visit import FOR_SIGNED_IN, visit_of


class EnactedView(msgspec.Struct, frozen=True, kw_only=True):
    seq: int
    digest: str
    in_force_from: date
    #: Function codes in words, never a name.
    by: str
    reason: str


class LawInForcePage(Page, frozen=True, kw_only=True):
    template: ClassVar[str] = "law_in_force.html"
    path: ClassVar[str] = "/recht"

    #: The newest first; that one is in force. None before the first start.
    enacted: tuple[EnactedView, ...]
    #: Digest of the legislation folder where it differs from the law in force.
    draft: str | None

    @property
    def title(self) -> str:
        return "Geldend recht"


EXAMPLES = (
    LawInForcePage(
        enacted=(
            EnactedView(
                seq=2,
                digest="b3" * 32,
                in_force_from=date(2026, 9, 1),
                by="gebruiker 23 en gebruiker 31",
                reason="Inwerkingtreding van het nieuwe Strafwetboek.",
            ),
            EnactedView(seq=1, digest="38" * 32, in_force_from=date(2026, 1, 5), by="het register zelf", reason="Eerste start."),
        ),
        draft="c4" * 32,
    ),
    LawInForcePage(enacted=(), draft=None),
)


@get("/recht/geldend", opt=FOR_SIGNED_IN)
async def show_law_in_force(request: Request[Any, Any, Any], deps: Deps) -> Response[Any]:
    return render(visit_of(request), await page_of(deps))


async def page_of(deps: AllDeps) -> LawInForcePage:
    enacted = tuple(_view(each) for each in await law_packs.history(deps.pool))
    differs = deps.draft is not None and bool(enacted) and deps.draft.digest != enacted[0].digest
    return LawInForcePage(enacted=enacted, draft=deps.draft.digest if deps.draft is not None and differs else None)


def _view(enacted: Enactment) -> EnactedView:
    magistrates = (enacted.first_magistrate, enacted.second_magistrate)
    by = " en ".join(titles.who(code) for code in magistrates if code) or titles.who(enacted.enacted_by)
    return EnactedView(seq=enacted.seq, digest=enacted.digest, in_force_from=enacted.in_force_from, by=by, reason=enacted.reason)
