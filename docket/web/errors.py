"""The page for every refusal and failure: what happened and what to do, in Dutch."""

from typing import Any, ClassVar

from litestar import Request, Response
from litestar.response import Redirect

from docket.errors import DocketError, Issue, NotFound, RangeNotSatisfiable
from docket.web.pages import Page, render
from docket.web.sign_in import SignInPage, ask_to_sign_in
from docket.web.visit import PasswordFirst, SignInFirst, visit_of

#: Status -> heading and what to do.
_ADVICE = {
    400: ("De gegevens kloppen niet", "Ga terug, verbeter wat hieronder staat en dien opnieuw in."),
    401: ("U bent niet aangemeld", "Meld u aan en probeer opnieuw."),
    403: ("U hebt dit recht niet", "Vraag de beheerder of uw korpschef om het recht als u het nodig hebt."),
    404: (
        "Niet gevonden",
        "Controleer het nummer of het adres, of zoek het dossier. Een dossier dat u niet mag zien, wordt ook als niet gevonden getoond.",
    ),
    405: ("Dit adres werkt anders", "Ga terug naar het dossier en gebruik de knop op het scherm."),
    409: ("De toestand van het dossier laat dit niet toe", "Bekijk het dossier: een collega deed intussen misschien hetzelfde."),
    412: (
        "Het dossier is intussen gewijzigd",
        "Bekijk wat er veranderde en doe uw wijziging opnieuw op de nieuwe stand. Er is niets overschreven.",
    ),
    413: ("De inzending is te groot", "Kort de teksten in of splits de inzending in een dossier en bijkomende verslagen."),
    416: ("Dit deel bestaat niet", "Download het bestand opnieuw van het begin af."),
    422: ("Deze inzending bestaat al met een andere inhoud", "Zoek het dossier op en verbeter het, of gebruik een ander eigen nummer."),
    428: ("De versie ontbreekt", "Open het dossier opnieuw en gebruik de knop op het scherm."),
    429: ("Te veel pogingen", "Wacht een kwartier en probeer dan opnieuw."),
    500: ("Er ging iets mis", "De fout is vastgelegd. Probeer het opnieuw; blijft het fout gaan, geef dan het uur door aan de beheerder."),
    503: ("Het register is even niet bereikbaar", "Wacht enkele seconden en herlaad de pagina. Wat als concept bewaard was, is er nog."),
}


#: Status -> what the page says where the words of the register are for a program.
_SAID = {
    403: "Uw functie heeft niet het recht dat dit scherm vraagt.",
    405: "Dit adres opent u niet rechtstreeks: het hoort bij een knop op een scherm.",
}
_NO_SUCH_PAGE = "Deze pagina bestaat niet; controleer het adres."


class ErrorPage(Page, frozen=True, kw_only=True):
    template: ClassVar[str] = "errors.html"

    status: int
    heading: str
    #: What the register says of this refusal.
    detail: str
    advice: str
    issues: tuple[Issue, ...] = ()
    #: Where to go on.
    case_number: str | None = None

    @property
    def title(self) -> str:
        return self.heading


EXAMPLES = tuple(
    ErrorPage(status=status, heading=heading, detail="Er is niets gevonden onder dit nummer; controleer het nummer.", advice=advice)
    for status, (heading, advice) in _ADVICE.items()
)


def error_page(request: Request[Any, Any, Any], fault: DocketError) -> Response[Any]:
    if isinstance(fault, SignInFirst):
        page = SignInPage(onward=fault.onward, kept=fault.kept, reason=fault.detail if fault.kept else "")
        return ask_to_sign_in(request, page, status=401)
    if isinstance(fault, PasswordFirst):
        return Redirect("/wachtwoord", status_code=303)
    heading, advice = _ADVICE.get(fault.status, _ADVICE[500])
    page = ErrorPage(
        status=fault.status,
        heading=heading,
        detail=_detail(request, fault),
        advice=advice,
        issues=fault.issues,
        case_number=_case_number(request, fault),
    )
    answer: Response[Any] = render(visit_of(request), page, fault.status)
    if isinstance(fault, RangeNotSatisfiable):
        answer.headers["content-range"] = f"bytes */{fault.size}"
    return answer


def _detail(request: Request[Any, Any, Any], fault: DocketError) -> str:
    # An address that names nothing of the register is no page at all.
    if fault.detail == NotFound().detail and not (request.path_params or request.query_params):
        return _NO_SUCH_PAGE
    # What a refusal says of its own case stays; only the sentence of its kind is put in other words.
    return _SAID.get(fault.status, fault.detail) if fault.detail == type(fault).__doc__ else fault.detail


def _case_number(request: Request[Any, Any, Any], fault: DocketError) -> str | None:
    """The file that the refusal is about, unless it is one that he may not see."""
    number = request.path_params.get("case_number")
    return number if isinstance(number, str) and fault.status in (400, 409, 412, 422, 428) else None
