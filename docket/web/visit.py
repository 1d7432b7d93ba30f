"""Who looks at a page: the session behind the cookie, what he may do, and the token that his forms carry."""

import hmac
import secrets
from datetime import timedelta
from typing import Any
from urllib.parse import quote, urlsplit

import msgspec
from litestar import Request
from litestar.connection import ASGIConnection
from litestar.datastructures import Cookie, UploadFile
from litestar.handlers import BaseRouteHandler

from docket.access import Action, Actor, visibility
from docket.clock import court_day
from docket.deps import Deps
from docket.errors import MissingScope, NotSignedIn
from docket.settings import Settings
from docket.store import accounts, duty, proposals, work_lists
from docket.store.duty import Mine
from docket.store.pool import read
from docket.store.proposals import Announcement
from docket.tracks import PORT_OFFICE
from docket.web import words
from docket.web.form import posted_pairs
from docket.work_lists import ListCode

SESSION_COOKIE = "docket_session"
#: Before there is a session: what the sign-in form must bring back, so that no other site can sign anybody in.
ENTRY_COOKIE = "docket_entry"
#: Key in the `opt` of a route handler: whom it lets in.
NEEDS = "needs"
#: Key in the `opt` of a route handler: what it is handed is read as it comes, not held in memory first.
STREAMS = "streams"
ANYBODY = "anybody"
SIGNED_IN = "signedIn"
#: Also for who still has to change his first password.
NEWCOMER = "newcomer"
OPEN_TO_ALL = {NEEDS: ANYBODY}
FOR_SIGNED_IN = {NEEDS: SIGNED_IN}
FOR_NEWCOMERS = {NEEDS: NEWCOMER}

#: An enactment is announced on every page for so long.
ANNOUNCED_FOR = timedelta(days=14)

#: As many links fit beside each other on a screen of 1280 pixels.
_SHORT_MENU = 8
#: Links that are not used every day.
_RARE = frozenset(
    {
        "/niet-opgenomen",
        "/wacht",
        "/elders",
        "/te-verwittigen",
        "/vragen",
        "/betekeningen",
        "/zittingen",
        "/zittingsrol",
        "/uittreksels",
        "/goederen/vergeten",
        "/goederen/vernietigen",
        "/goederen/containers",
        "/kamers",
        "/concepten",
        "/mails",
        "/cijfers/gronden",
        "/recht/simulatie",
        "/toezicht/registerlijnen",
        "/toezicht/raadplegingen",
        "/toezicht/lotingen",
        "/beheer/accounts",
        "/sjablonen",
        "/adressen",
    }
)

_COUNTED = {"/ter-ondertekening": ("stuk", "stukken")}

#: What a page says after a redirect, by the code in its address.
NOTICES = {
    "geregistreerd": "Het dossier is geregistreerd.",
    "bestond": "Deze inzending was al geregistreerd; dit is het dossier.",
    "verbeterd": "De verbetering is opgenomen in het dossier.",
    "aangevuld": "Het bijkomende verslag is aan het dossier toegevoegd.",
    "bestond-verslag": "Dit verslag was al toegevoegd; er is niets gewijzigd.",
    "beslist": "De beslissing is opgenomen in het dossier.",
    "vertrouwelijkheid": "De vertrouwelijkheid is gewijzigd.",
    "bevestigd": "De bevestiging staat in het register; wat op dit spoor vertrekt, mag vertrekken.",
    "niets-te-bevestigen": "In dit dossier is er niets te bevestigen.",
    "betwist": "De betwisting staat in het register; het dossier blijft waar het is.",
    "uitspraak": "De uitspraak staat in het register.",
    "verwezen": "De sporen zijn verwezen; de griffie leest het dossier vanaf nu.",
    "aangeboden": "De overdracht is aangeboden; uw parket houdt het dossier tot het andere parket aanvaardt.",
    "overgenomen-dossier": "U hebt dit dossier overgenomen; vanaf nu antwoordt u ervoor.",
    "stand": "De stand van het dossier is ingeschreven.",
    "doorgehaald": "De registerlijn is doorgehaald; ze blijft leesbaar staan.",
    "overgenomen": "Uw parket houdt nu dit dossier.",
    "ingetrokken": "Het aanbod is ingetrokken; uw parket houdt het dossier.",
    "geschil": "Het bevoegdheidsgeschil is opgeworpen; het dossier blijft bij zijn houder.",
    "geschil-weg": "Het bevoegdheidsgeschil is ingetrokken.",
    "beslecht": "De uitkomst van het geschil is vastgelegd.",
    "verjaring-stuiten": "De stuitende daad staat in het register; de verjaring is opnieuw berekend.",
    "verjaring-schorsen": "De schorsing staat in het register; de verjaring is opnieuw berekend.",
    "verjaring-hervatten": "De verjaring loopt weer vanaf die dag.",
    "termijn-begonnen": "De termijn loopt en staat in het register.",
    "termijn-naleven": "Genoteerd: de termijn is nageleefd.",
    "termijn-verlengen": "De termijn is verlengd.",
    "termijn-schorsen": "De termijn staat stil tot u hem hervat.",
    "termijn-hervatten": "De termijn loopt weer en eindigt later.",
    "termijn-schrappen": "De termijn is geschrapt; hij blijft met zijn reden in het register staan.",
    "geweigerd": "De overdracht is geweigerd; het parket dat ze aanbood houdt het dossier.",
    "leggen": "Het verband staat in het register en beide dossiers zijn opnieuw beslist.",
    "losmaken": "Het verband is ongedaan gemaakt.",
    "afwijzen": "Genoteerd: het andere dossier wordt niet meer voorgesteld tot er iets nieuws voor spreekt.",
    "ontvoegen": "De voeging is ongedaan gemaakt; beide dossiers gaan weer alleen voort.",
    "gevoegd": "Het dossier is gevoegd; het werk gaat hier voort.",
    "gesplitst": "Het dossier is gesplitst; dit is het nieuwe dossier.",
    "agenda-weg": "Het adres is ingetrokken; een agenda die het gebruikte, leest niets meer.",
    "kamer": "De kamer is bewaard.",
    "zitting-set": "De zitting is bepaald. Hieronder staat wie te verwittigen is.",
    "zitting-move": "De zitting is verplaatst. Hieronder staat wie te verwittigen is.",
    "zitting-cancel": "De zitting is afgelast. Hieronder staat wie te verwittigen is.",
    "betekening-ask": "De betekening is gevraagd; ze wacht op antwoord.",
    "betekening-done": "De betekening staat als gedaan in het register; wat ervan loopt, is begonnen.",
    "betekening-fail": "De betekening staat als mislukt in het register.",
    "betekening-withdraw": "De betekening is ingetrokken; ze blijft met haar reden in het register staan.",
    "vonnis": "Het vonnis staat in het register; wat vanaf de uitspraak loopt, is begonnen, en iedereen is te verwittigen.",
    "vonnis-vergeten": "Het vonnis staat in het register. Let op: het vergeet in beslag genomen goederen; ze staan hieronder.",
    "rechtsmiddel": "Het rechtsmiddel staat in het register.",
    "afstand": "De afstand staat in het register; deze termijn houdt niets meer open.",
    "ingetrokken-rechtsmiddel": "De intrekking staat in het register.",
    "definitief": "Vastgesteld: in kracht van gewijsde. De uittreksels hieronder zijn nu te verzenden.",
    "uittreksel": "Het uittreksel is afgehandeld.",
    "havenverbod": "Genoteerd; de termijn van het havenverbod is berekend.",
    "verwittigd": "De verwittiging is genoteerd.",
    "contact": "De betrokkenen van het dossier zijn bijgewerkt.",
    "document": "Het document wordt gemaakt. Ververs de pagina over enkele seconden.",
    "sjabloon": "Het sjabloon is nagekeken en bewaard. Het wordt gebruikt zodra u het hieronder kiest.",
    "adres": "Het adres is ingeschreven; documenten noemen het vanaf die dag.",
    "sjabloon-gekozen": "Genoteerd: vanaf die dag wordt dit sjabloon gebruikt.",
    "stuk-propose": "Het stuk wacht op een magistraat.",
    "stuk-sendBack": "Het stuk is teruggestuurd; het is weer een concept.",
    "stuk-signOff": "U keurde het stuk goed; het kan uitgegeven worden.",
    "stuk-issue": "Het stuk is uitgegeven.",
    "stuk-withdraw": "Het stuk is ingetrokken; het blijft met zijn reden staan.",
    "stuk-opnieuw": "Het stuk wordt opnieuw gemaakt. Ververs de pagina over enkele seconden.",
    "mailtaak": "De taak is afgehandeld.",
    "mail": "De mail staat opnieuw in de wachtrij.",
    "mail-bewaard": "De mail blijft bewaard: er is geen mailserver ingesteld.",
    "bewaard": "Het concept is bewaard.",
    "weg": "Het concept is verwijderd.",
    "kopie": "Dit concept was intussen elders gewijzigd. Wat u hier typte, staat in dit tweede concept; het eerste is ongewijzigd.",
    "hersteld": "Uw sessie was afgelopen. Wat u getypt had, is bewaard in dit concept.",
    "wachtwoord": "Uw wachtwoord is gewijzigd.",
    "filter": "De filter is bewaard.",
    "filter-weg": "De filter is verwijderd.",
    "sneltoetsen": "Uw keuze voor de sneltoetsen is bewaard.",
    "rooster": "Het rooster is bijgewerkt.",
    "afwezigheid": "De afwezigheid is gemeld.",
    "afwezigheid-weg": "De afwezigheid is ingetrokken.",
    "zaad": "Een nieuw zaad is vastgelegd; dossiers die vanaf nu ingeschreven worden, worden ermee geloot.",
    "zaad-onthuld": "Het zaad is onthuld; iedereen kan de lotingen ermee overdoen.",
    "toewijzing-kiezen": "Het dossier is toegewezen.",
    "toewijzing-verschonen": "De verschoning is opgenomen. Had hij het dossier, dan krijgt het een opvolger; ververs over enkele seconden.",
    "toewijzing-vragen": "Het dossier wordt opnieuw toegewezen. Ververs de pagina over enkele seconden.",
    "teruggezet": "Iedereen staat weer waar hij stond voor die registerlijn. Kijk na welke termijnen lopen.",
    "binnen": "Het stuk zit in het dossier.",
    "binnen-quarantaine": "Het stuk zit in het dossier; zijn bestand is in quarantaine en wordt aan niemand gegeven.",
    "binnen-vertrouwelijk": "Het stuk zit in het vertrouwelijk dossier.",
    "binnen-move": "Het stuk is verplaatst; beide dossiers zeggen het.",
    "binnen-withdraw": "Het stuk is ingetrokken; het blijft met zijn reden staan.",
    "goed-keep": "De bewaring van het goed is genoteerd.",
    "goed-decide": "De beslissing over het goed staat in het register.",
    "goed-done": "De uitvoering staat in het register.",
    "goed-strike": "De regel is doorgehaald; hij blijft leesbaar.",
    "opgenomen": "U hebt het dossier in behandeling genomen; niemand anders wordt er nog voor verwittigd.",
    "links-weg": "De korte links naar dit dossier openen niets meer.",
    "wacht": "Het wachtrooster is bijgewerkt.",
    "wacht-adres": "Het adres voor de wacht is bewaard.",
    "gevraagd": "De vraag staat in het register. Als er een mailadres is, vertrekt er een mail met een persoonlijke link.",
    "vraag-dag": "De dag voor het antwoord is verplaatst; er wordt opnieuw aan herinnerd.",
    "vraag-weg": "De vraag is ingetrokken; er wordt niet meer aan herinnerd.",
    "vraag-links": "De persoonlijke links van deze vraag openen niets meer.",
    "antwoord": "Het antwoord is ingeschreven. Het verandert niets aan het dossier tot u het hieronder aanvaardt.",
    "antwoord-aanvaard": "Het antwoord is aanvaard en de vraag is beantwoord.",
    "antwoord-geweigerd": "Het antwoord is geweigerd; de vraag blijft open.",
    "wet-voorgesteld": "Het voorstel wacht op de bevestiging van een andere magistraat.",
    "wet-bevestigd": "Het voorstel is bevestigd en wordt nu uitgevoerd.",
    "wet-ingetrokken": "Het voorstel is ingetrokken.",
    "account-weg": "Het account is gesloten.",
}


class SignInFirst(NotSignedIn):
    """Uw sessie is afgelopen of u bent nog niet aangemeld. Meld u aan om verder te gaan."""

    def __init__(self, onward: str, kept: str = "") -> None:
        super().__init__()
        #: Where he wanted to go.
        self.onward = onward
        #: The form that he posted, to be kept as a draft once he is signed in.
        self.kept = kept


class PasswordFirst(NotSignedIn):
    """Kies eerst een eigen wachtwoord."""


class ForgedForm(MissingScope):
    """Dit formulier hoort niet bij uw sessie, of staat te lang open. Ga terug, herlaad de pagina en dien opnieuw in."""


class MenuLink(msgspec.Struct, frozen=True, kw_only=True):
    href: str
    title: str
    primary: bool = False
    #: Stands below "Meer" where the menu is long.
    rare: bool = False
    #: How many files wait there; empty = none, or it is no list of what waits.
    count: str = ""
    #: What is counted: one, several.
    of: tuple[str, str] = ("dossier", "dossiers")

    def here(self, path: str) -> bool:
        return path == self.href


class Visit(msgspec.Struct, frozen=True, kw_only=True):
    actor: Actor | None = None
    display_name: str = ""
    csrf_token: str = ""
    shortcuts: bool = False
    must_change_password: bool = False
    notice: str = ""
    #: How many items each of his work lists has.
    counts: dict[ListCode, int] = msgspec.field(default_factory=dict)
    #: Files that nobody took and for which he is the one to act, or that are urgent.
    to_take: Mine = Mine(files=0, urgent=0, since=None, turn=False)
    #: The last enactment, until he puts it away or it is no news any more.
    announcement: Announcement | None = None
    #: Where he is, to come back to.
    address: str = "/"
    #: Titles of the law in force.
    law: words.LawTitles = words.LawTitles()

    @property
    def to_take_words(self) -> str:
        """What the banner says; the count is of files that he may read."""
        files, urgent = self.to_take.files, self.to_take.urgent
        what = "1 dossier wacht" if files == 1 else f"{'minstens ' if self.to_take.more else ''}{files} dossiers wachten"
        if urgent == files:
            pressing = "; het is dringend" if files == 1 else "; alle dringend"
        else:
            pressing = f"; {urgent} dringend" if urgent else ""
        return f"{what} tot iemand het in behandeling neemt{pressing}"

    @property
    def signed_in(self) -> bool:
        return self.actor is not None

    def may(self, action: Action) -> bool:
        return self.actor is not None and self.actor.may(action)

    @property
    def menu(self) -> tuple[MenuLink, ...]:
        links = (
            ("registerCase", "/nieuw", "Nieuw dossier"),
            ("readCase", "/vandaag", "Vandaag"),
            ("readCase", "/dossiers", "Dossiers"),
            ("registerCase", "/te-beslissen", "Te beslissen"),
            ("registerCase", "/te-bevestigen", "Te bevestigen"),
            ("signDocument", "/ter-ondertekening", "Ter ondertekening"),
            ("readCase", "/termijnen", "Termijnen"),
            ("readDuty", "/niet-opgenomen", "Niet opgenomen"),
            ("readDuty", "/wacht", "Wacht"),
            ("readRoster", "/toewijzing", "Toewijzing"),
            ("readCase", "/overdrachten", "Overdrachten"),
            ("readCase", "/te-verwittigen", "Te verwittigen"),
            ("keepRequests", "/vragen", "Vragen"),
            ("readCase", "/betekeningen", "Betekeningen"),
            ("readCase", "/zittingen", "Zittingen"),
            ("readCase", "/zittingsrol", "Zittingsrol"),
            ("readCase", "/uittreksels", "Uittreksels"),
            ("keepItems", "/goederen/vergeten", "Vergeten goederen"),
            ("keepItems", "/goederen/vernietigen", "Te vernietigen"),
            ("keepItems", "/goederen/containers", "Vrij te geven containers"),
            ("keepChambers", "/kamers", "Kamers"),
            ("readElsewhere", "/elders", "Elders"),
            ("registerCase", "/concepten", "Concepten"),
            ("registerCase", "/mails", "Mails"),
            ("registerCase", "/cijfers/gronden", "Cijfers"),
            ("simulateLaw", "/recht/simulatie", "Recht simuleren"),
            ("readAccessLog", "/toezicht/registerlijnen", "Registerlijnen"),
            ("readAccessLog", "/toezicht/raadplegingen", "Raadplegingen"),
            ("readDraws", "/toezicht/lotingen", "Lotingen"),
            ("keepTemplates", "/sjablonen", "Sjablonen"),
            ("readAddresses", "/adressen", "Adressen"),
            ("manageAccounts", "/beheer/accounts", "Accounts"),
        )
        waiting = {
            "/te-beslissen": self.counts.get("openTracks"),
            "/te-bevestigen": self.counts.get("toConfirm"),
            "/goederen/vergeten": self.counts.get("itemsForgotten"),
            "/goederen/vernietigen": self.counts.get("itemsToDestroy"),
            "/goederen/containers": self.counts.get("containersToRelease"),
            "/ter-ondertekening": self.counts.get("toSign"),
        }
        # The roster is kept and read in one office only.
        closed = "" if self.actor is not None and self.actor.office == PORT_OFFICE else "/toewijzing"
        return tuple(
            MenuLink(
                href=href,
                title=title,
                primary=href == "/nieuw",
                rare=href in _RARE,
                count=str(waiting.get(href) or ""),
                of=_COUNTED.get(href, ("dossier", "dossiers")),
            )
            for action, href, title in links
            if self.may(action) and href != closed  # type: ignore[arg-type]
        )

    @property
    def menus(self) -> tuple[tuple[MenuLink, ...], tuple[MenuLink, ...]]:
        """All of a short menu; of a long one what is used all day, and what stands below "Meer"."""
        menu = self.menu
        if len(menu) <= _SHORT_MENU:
            return menu, ()
        return tuple(link for link in menu if not link.rare), tuple(link for link in menu if link.rare)


class Uploaded(msgspec.Struct, frozen=True, kw_only=True):
    #: As the browser gives it, without any folder.
    name: str
    content: bytes = b""
    #: What did not fit in a megabyte lies on disk; of a handler that STREAMS, for which `content` is empty.
    spool: UploadFile | None = None


class Posted(msgspec.Struct, frozen=True, kw_only=True):
    """A posted form: names may repeat, and `_` opens those that are no part of a report."""

    pairs: tuple[tuple[str, str], ...]
    files: tuple[Uploaded, ...] = ()

    def text(self, name: str) -> str:
        return next((value for given, value in self.pairs if given == name), "")

    def texts(self, name: str) -> tuple[str, ...]:
        return tuple(value for given, value in self.pairs if given == name)

    def number(self, name: str) -> int | None:
        text = self.text(name)
        return int(text) if text.isascii() and text.isdecimal() and len(text) < 10 else None


async def admit(connection: ASGIConnection[Any, Any, Any, Any], handler: BaseRouteHandler) -> None:
    """The guard of every page: finds the session, checks the form's token, and whether his functions open this page."""
    needs = handler.opt[NEEDS]
    request = Request(connection.scope, connection.receive)
    visit = await _visit(request, connection.app.state.deps)
    connection.scope["state"]["visit"] = visit
    streams = bool(handler.opt.get(STREAMS))
    body = await request.body() if request.method == "POST" and not streams else b""
    if needs == ANYBODY and request.method != "POST":
        return
    if visit.actor is None and needs != ANYBODY:
        raise SignInFirst(_onward(request), body.decode("utf-8", "replace"))
    if request.method == "POST":
        posted = await _posted(request, body, streams=streams)
        connection.scope["state"]["posted"] = posted
        expected = visit.csrf_token or request.cookies.get(ENTRY_COOKIE, "")
        if not expected or not hmac.compare_digest(posted.text("_csrf").encode(), expected.encode()):
            raise ForgedForm
    if visit.must_change_password and needs not in (NEWCOMER, ANYBODY):
        raise PasswordFirst
    if visit.actor is not None and needs not in (NEWCOMER, ANYBODY, SIGNED_IN):
        visit.actor.require(needs)


def visit_of(request: Request[Any, Any, Any]) -> Visit:
    return request.scope["state"].get("visit") or Visit()


def posted_of(request: Request[Any, Any, Any]) -> Posted:
    return request.scope["state"]["posted"]


def actor_of(request: Request[Any, Any, Any]) -> Actor:
    """On pages that are open to signed-in people only."""
    actor = visit_of(request).actor
    if actor is None:
        raise NotSignedIn
    return actor


def session_cookie(value: str, *, https: bool) -> Cookie:
    return Cookie(key=SESSION_COOKIE, value=value, path="/", httponly=True, samesite="lax", secure=https)


def entry_cookie(*, https: bool, path: str = "/aanmelden") -> Cookie:
    return Cookie(key=ENTRY_COOKIE, value=secrets.token_urlsafe(24), path=path, httponly=True, samesite="strict", secure=https)


def address_of(request: Request[Any, Any, Any], settings: Settings) -> str:
    """Where a request comes from, for limits on tries: behind the proxy that speaks https for us, what it adds last; whatever stands
    before that, a client can have written."""
    forwarded = request.headers.get("x-forwarded-for", "") if settings.https else ""
    return forwarded.rpartition(",")[2].strip() or (request.client.host if request.client else "")


def inside(address: str) -> str:
    """An address of ours to go on to; anything else is the first page."""
    parts = urlsplit(address)
    safe = address.startswith("/") and not parts.scheme and not parts.netloc and not address.startswith(("//", "/\\"))
    return address if safe and address.isprintable() else "/"


async def _visit(request: Request[Any, Any, Any], deps: Deps) -> Visit:
    law = words.of_law((await deps.present()).law.law)
    cookie = request.cookies.get(SESSION_COOKIE)
    if not cookie:
        return Visit(law=law)
    notice = NOTICES.get(request.query_params.get("gedaan", ""), "")
    now, shows = deps.clock.now(), request.method == "GET"

    async def look(connection: Any) -> Visit:
        """What every page asks, on one connection: taking one costs as much as asking."""
        session = await accounts.actor_of_session(connection, cookie, now=now, idle=deps.settings.session_idle)
        if session is None:
            return Visit(law=law)
        actor, counts, to_take = session.actor, {}, Mine(files=0, urgent=0, since=None, turn=False)
        if shows and actor.may("readCase") and not session.must_change_password:
            counts = await work_lists.counts(connection, actor, court_day(now))
        if actor.may("takeInCharge") and not session.must_change_password:
            seen, heads = visibility(actor, "takeInCharge"), "headOfOffice" in actor.roles
            to_take = await duty.mine(connection, seen, heads=heads, at=now)
        announcement = None
        if shows:
            announcement = await proposals.announcement(connection, actor.account_id or 0, since=now - ANNOUNCED_FOR)
        return Visit(
            counts=counts,
            actor=actor,
            display_name=session.display_name,
            csrf_token=session.csrf_token,
            shortcuts=session.shortcuts,
            must_change_password=session.must_change_password,
            notice=notice,
            to_take=to_take,
            announcement=announcement,
            address=_onward(request),
            law=law,
        )

    visit = await read(deps.pool, look)
    if visit.actor is not None:
        request.scope["state"]["account"] = visit.actor.code
    return visit


async def _posted(request: Request[Any, Any, Any], body: bytes, *, streams: bool) -> Posted:
    if not request.headers.get("content-type", "").startswith("multipart/form-data"):
        return Posted(pairs=tuple(posted_pairs(await request.body() if streams else body)))
    pairs, files = [], []
    for name, value in (await request.form()).multi_items():
        if not isinstance(value, UploadFile):
            pairs.append((name, str(value)))
        elif value.filename:
            bare = value.filename.replace("\\", "/").rpartition("/")[2]
            files.append(Uploaded(name=bare, spool=value) if streams else Uploaded(name=bare, content=await value.read()))
    return Posted(pairs=tuple(pairs), files=tuple(files))


def _onward(request: Request[Any, Any, Any]) -> str:
    path = quote(request.scope["path"])
    query = request.scope.get("query_string", b"").decode("latin-1")
    return f"{path}?{query}" if query and request.method == "GET" else path
