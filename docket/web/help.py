"""Help: the shortcuts and how to do the main things."""

from typing import Any, ClassVar

from litestar import Request, Response, get

from docket.web.pages import Page, render
from docket.web.visit import FOR_SIGNED_IN, visit_of


class HelpPage(Page, frozen=True, kw_only=True):
    template: ClassVar[str] = "help.html"

    shortcuts: bool

    @property
    def title(self) -> str:
        return "Hulp en sneltoetsen"


EXAMPLES = (HelpPage(shortcuts=True),)


@get("/hulp", opt=FOR_SIGNED_IN)
async def show_help(request: Request[Any, Any, Any]) -> Response[Any]:
    visit = visit_of(request)
    return render(visit, HelpPage(shortcuts=visit.shortcuts))
