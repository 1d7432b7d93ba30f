"""The state of the law data for everybody who works with its answers: files, policies, what was not verified, what was compared lately."""

from datetime import date
from typing import Any, ClassVar
from urllib.parse import quote

from litestar import Request, Response, get
from litestar.params import FromPath, FromQuery

from docket.clock import court_day
from docket.errors import NotFound
from docket.web.handed import Deps
from docket.web.pages import Page, render
from docket.web.visit import FOR_SIGNED_IN, visit_of
from routing import LawRow, LawState, is_fresh, law_state

PAGE_ROWS = 200
#: What the files hold, in the words of the screens.
FILES = {
    "areas.geojson": "Omtrekken van de havengebieden",
    "areas.toml": "Kaainummers en de Schelde",
    "catalogue.toml": "Misdrijvencatalogus",
    "competence.toml": "Regels over bevoegdheid",
    "courts.toml": "Zaakverdeling en rechtsgebieden",
    "dismissal_grounds.toml": "Motieven van een seponering",
    "documents.toml": "Waarop elk document rust, en wat de wet het laat zeggen",
    "districts.csv": "Gemeenten en hun afdeling",
    "extinction.toml": "Verval van de strafvordering, en de minnelijke schikking",
    "divisions.csv": "Afdelingen met hun parket en rechtbanken",
    "parts.csv": "Deelgemeenten",
    "places.csv": "Dokken, terminals, kaaien en straten",
    "policies.toml": "Beleid",
    "settlement.toml": "Wie een bevoegdheidsgeschil beslecht",
    "time_limits.toml": "Termijnen, met hun duur en hun tweede lezing",
    "evidence.toml": "Stukken, bewaarders en beslissingen over in beslag genomen goederen",
    "judgments.toml": "Na het vonnis: rechtsmiddelen, havenverbod, uittreksels",
    "limitation.toml": "Verjaring van de strafvordering",
    "offences.toml": "Misdrijven per lijst, en wat de regels ervan lezen",
    "prosecution_offices.toml": "Parketten die geen afdeling hebben",
    "requisitions.toml": "Wat een vordering niet mag vragen, en de artikelen bij een tenlastelegging",
}


class LawPage(Page, frozen=True, kw_only=True):
    template: ClassVar[str] = "law.html"
    path: ClassVar[str] = "/recht"

    state: LawState
    digest: str
    #: The first day of the new Penal Code.
    switch_day: date
    files: ClassVar[dict[str, str]] = FILES

    @property
    def title(self) -> str:
        return "Het recht"

    @property
    def rows(self) -> int:
        return sum(file.rows for file in self.state.files)


class LawFilePage(Page, frozen=True, kw_only=True):
    template: ClassVar[str] = "law_file.html"
    path: ClassVar[str] = "/recht"

    file: str
    rows: tuple[LawRow, ...]
    total: int
    start: int
    next_href: str = ""
    #: Of the whole file: rows that nobody compared with the official text in the last year.
    to_check: int = 0
    #: Only those are shown.
    only_to_check: bool = False

    @property
    def title(self) -> str:
        return FILES.get(self.file, self.file)


@get("/recht", opt=FOR_SIGNED_IN)
async def show_law(request: Request[Any, Any, Any], deps: Deps) -> Response[Any]:
    law = deps.law
    state = law_state(law.law, court_day(deps.clock.now()))
    return render(visit_of(request), LawPage(state=state, digest=law.digest, switch_day=law.law.catalogue.switch_day))


@get("/recht/bestanden/{name:str}", opt=FOR_SIGNED_IN)
async def show_law_file(request: Request[Any, Any, Any], deps: Deps, name: FromPath[str], vanaf: FromQuery[str] = "") -> Response[Any]:
    of_file = [row for row in deps.law.law.rows if row.file == name]
    if not of_file:
        raise NotFound
    today = court_day(deps.clock.now())
    to_check = [row for row in of_file if not is_fresh(row, today)]
    only = request.query_params.get("na-te-gaan", "") == "ja"
    found = to_check if only else of_file
    start = int(vanaf) if vanaf.isascii() and vanaf.isdecimal() and len(vanaf) < len(str(PAGE_ROWS)) * 3 else 0
    shown = tuple(found[start : start + PAGE_ROWS])
    following = start + PAGE_ROWS
    onward = f"/recht/bestanden/{quote(name)}?{'na-te-gaan=ja&' if only else ''}vanaf={following}" if following < len(found) else ""
    page = LawFilePage(file=name, rows=shown, total=len(found), start=start, next_href=onward, to_check=len(to_check), only_to_check=only)
    return render(visit_of(request), page)


_ROW = LawRow(
    file="competence.toml",
    row="magistrate",
    citation="Art. 479-503bis Sv.",
    source="https://www.ejustice.just.fgov.be/eli/loi/1808/12/10/1808121050/justel",
    confidence="likely",
    checked_on=date(2025, 3, 1),
)
EXAMPLES = (
    LawPage(
        state=LawState(
            day=date(2026, 11, 24),
            files=(),
            policies=(),
            unverified=(_ROW,),
            to_check=(_ROW,),
            tap_differences=("HAV1: art. 419 is not on the tap list",),
            absent=("shooting",),
            correctional_not_checked=("DRUG2 (art. 2bis, § 2)",),
        ),
        digest="5d41402abc4b2a76",
        switch_day=date(2026, 9, 1),
    ),
    LawFilePage(file="competence.toml", rows=(_ROW,), total=1, start=0, to_check=1),
    LawFilePage(file="competence.toml", rows=(), total=0, start=0, only_to_check=True),
)
