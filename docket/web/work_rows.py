"""The rows of the work lists: each is a file as the list of files shows it, with what waits in it and what to do."""

from collections.abc import Callable
from datetime import datetime
from typing import Any

import msgspec

import documents
from docket import document_life as life
from docket import titles
from docket.access import Actor
from docket.clock import court_day
from docket.contract import Seizure
from docket.requests import QUESTIONS, pattern_of
from docket.seized_items import CUSTODIANS_NL, DECISIONS_NL, SeizedItem
from docket.settings import Settings
from docket.store import document_life
from docket.store import work_lists as store
from docket.store.search import CaseLine
from docket.store.work_lists import (
    ClockItem,
    FileItem,
    HearingItem,
    OfferItem,
    OwnItem,
    PaperItem,
    RequestItem,
    SeizedListItem,
    ServiceItem,
    TracksItem,
    UntoldItem,
    WaitingItem,
    WaitingTrack,
    WatchedHearingItem,
    WatchItem,
    WorkPage,
)
from docket.web import words
from docket.web.duty_words import waiting_view
from docket.web.pages import day, moment
from docket.web.time_limit_words import WHY_OPEN, clock_view
from docket.work_lists import ListCode
from documents import words as spelled
from routing import Law, reasonable_time


class Seen(msgspec.Struct, frozen=True, kw_only=True):
    """Who looks, when, and under which law: what a row is told by."""

    law: Law
    titles: words.LawTitles
    settings: Settings
    now: datetime
    #: Function code of the reader.
    reader: str = ""
    #: May a magistrate's act be done by the reader himself?
    may_settle: bool = False
    may_confirm: bool = False
    may_answer: bool = False


class WorkRow(msgspec.Struct, frozen=True, kw_only=True):
    case_number: str
    #: None = the file of another office.
    case: CaseLine | None
    #: Where it is worked on.
    href: str
    #: What waits, in a few words.
    what: str
    lines: tuple[str, ...] = ()
    #: Kind and words of its mark.
    mark: tuple[str, str] | None = None
    #: What the link to `href` says.
    act: str = "Openen"


class ListWords(msgspec.Struct, frozen=True, kw_only=True):
    title: str
    #: Where it is read in full.
    address: str
    #: What it says when nothing is on it.
    empty: str
    intro: str = ""


WORDS: dict[ListCode, ListWords] = {
    "expiring": ListWords(
        title="Loopt af",
        address="/termijnen?tot=vandaag",
        empty="Vandaag loopt er geen termijn af.",
        intro="Termijnen die vandaag aflopen of verstreken zijn, volgens de veilige dag.",
    ),
    "forMe": ListWords(
        title="Wacht op mij",
        address="/wacht-op-mij",
        empty="In uw eigen dossiers wacht er niets op u.",
        intro="Wat openstaat in de dossiers die aan u toegewezen zijn of die u in behandeling nam.",
    ),
    "notTaken": ListWords(title="Niet opgenomen", address="/niet-opgenomen", empty="Elk dossier van uw parket is door iemand opgenomen."),
    "hearings": ListWords(
        title="Zittingen deze week",
        address="/zittingen",
        empty="Vandaag en de zes volgende dagen is er geen zitting.",
        intro="Vandaag en de zes volgende dagen, in de dossiers die u leest.",
    ),
    "servicesFailed": ListWords(
        title="Mislukte betekeningen",
        address="/betekeningen/mislukt",
        empty="Voor geen komende zitting is een betekening mislukt.",
        intro="Komende zittingen waarvoor een betekening mislukte en nog niet opnieuw gevraagd is. Tot wanneer een nieuwe nog tijdig is, "
        "en welke zittingen verder geen geldige betekening hebben, staat bij de zittingen zonder geldige betekening.",
    ),
    "servicesMissed": ListWords(
        title="Zittingen zonder tijdige betekening",
        address="/betekeningen/ontbreekt",
        empty="Voor elke komende zitting is er betekend, of is er nog tijd.",
        intro="Komende zittingen waarvoor iemand te laat of nog niet opgeroepen is, terwijl de laatste dag om te betekenen nadert of "
        "voorbij is.",
    ),
    "hearingsPast": ListWords(
        title="Zittingen zonder uitkomst",
        address="/zittingen/zonder-uitkomst",
        empty="Van elke voorbije zitting staat de uitkomst in het register.",
        intro="Voorbije zittingen waarna niets ingeschreven werd: geen vonnis, geen nieuwe stand en geen nieuwe zitting van dezelfde "
        "rechtbank, en voor de raadkamer ook geen gehaalde of begonnen termijn. Is de zaak uitgesteld, bepaal dan de nieuwe zitting.",
    ),
    "unheld": ListWords(
        title="Aangehouden zonder titel",
        address="/zonder-titel",
        empty="Voor elke aangehouden verdachte loopt een termijn of staat een titel in het register.",
        intro="Verdachten die volgens het dossier aangehouden zijn en voor wie geen termijn loopt en geen titel ingeschreven is.",
    ),
    "limitation": ListWords(
        title="Verjaring nadert",
        address="/verjaring",
        empty="Van geen feit nadert de verjaring.",
        intro="Feiten waarvan de vroegste laatste dag nadert of voorbij is en die nog niet bij een rechtbank aanhangig zijn. "
        "Een dossier met een feit waarvan geen enkele laatste dag te zeggen is, staat in het tweede deel, met de reden.",
    ),
    "actUnserved": ListWords(
        title="Vonnis of akte niet betekend",
        address="/betekeningen/vonnissen",
        empty="Van geen vonnis, beschikking of andere akte is de laatste betekening mislukt.",
        intro="Vonnissen, beschikkingen en andere akten die niet voor een zitting oproepen en waarvan de laatste betekening aan iemand "
        "mislukte: zijn termijnen beginnen niet, en het dossier raakt niet in kracht van gewijsde. Vraag een nieuwe betekening.",
    ),
    "settlementOverdue": ListWords(
        title="Schikking niet betaald",
        address="/schikkingen/verstreken",
        empty="Van geen uitgereikt voorstel tot minnelijke schikking is de dag van betaling voorbij.",
        intro="Uitgereikte voorstellen tot minnelijke schikking waarvan de laatste dag om te betalen voorbij is "
        "en waarvan niet ingeschreven is wat ervan kwam. "
        "Is betaald, stel dan het verval vast; zo niet, schrijf in dat de schikking niet doorging.",
    ),
    "limitationUntold": ListWords(
        title="Verjaring niet te zeggen",
        address="/verjaring/niet-te-zeggen",
        empty="Van elk lopend feit is een laatste dag van de verjaring te zeggen.",
        intro="Lopende dossiers met een feit dat bij geen rechtbank aanhangig is en waarvan het register geen laatste dag kan zeggen: "
        "daar bewaakt niets de verjaring, ook geen herinnering. Wat u nagaat of aanvult, haalt het dossier hier weg.",
    ),
    "reasonableTime": ListWords(
        title="Redelijke termijn",
        address="/redelijke-termijn",
        empty="In geen lopend dossier is een verdachte zo lang in beschuldiging dat de redelijke termijn waarschuwt.",
        intro="Lopende dossiers waarin een verdachte zo lang in beschuldiging is dat de redelijke termijn waarschuwt (art. 21ter V.T.Sv.).",
    ),
    "requestsLate": ListWords(title="Vragen te laat", address="/vragen?lijst=laat", empty="Geen antwoord is te laat."),
    "requestsAnswered": ListWords(
        title="Antwoorden te beoordelen", address="/vragen?lijst=antwoord", empty="Geen antwoord wacht op uw oordeel."
    ),
    "toSign": ListWords(
        title="Ter ondertekening",
        address="/ter-ondertekening",
        empty="Geen stuk wacht op een magistraat.",
        intro="Stukken die een medewerker of collega voorstelde. Lees ze, en keur ze goed of stuur ze met een reden terug; wie een stuk "
        "maakte, keurt het niet zelf goed waar vier ogen vereist zijn.",
    ),
    "openTracks": ListWords(
        title="Te beslissen",
        address="/te-beslissen",
        empty="Er is niets te beslissen: elk dossier heeft zijn parket en rechtbank.",
        intro="Deze dossiers of sporen hebben nog geen parket of rechtbank.",
    ),
    "toConfirm": ListWords(
        title="Te bevestigen",
        address="/te-bevestigen",
        empty="Er is niets te bevestigen: elke rechtbank heeft een wettelijke grond of een magistraat die ervoor instaat.",
        intro="Voor de rechtbank van deze sporen is geen wettelijke grond opgetekend, of een rechter verwierp hem. Er vertrekt geen "
        "dagvaarding en geen verwijzing voor een magistraat bevestigt.",
    ),
    "offered": ListWords(
        title="Aan uw parket aangeboden", address="/overdrachten", empty="Geen ander parket biedt het uwe een dossier aan."
    ),
    "itemsForgotten": ListWords(
        title="Vergeten goederen",
        address="/goederen/vergeten",
        empty="Over elk in beslag genomen goed van een berecht of beëindigd dossier is iets beslist.",
        intro="Van een dossier dat berecht, geseponeerd of anders beëindigd is: waarover geen vonnis iets zegt en geen magistraat "
        "besliste. Een dossier sluit niet zolang er zo een goed is; wat er na het sluiten bijkwam of openviel, staat hier ook.",
    ),
    "itemsToDestroy": ListWords(
        title="Te vernietigen",
        address="/goederen/vernietigen",
        empty="Geen goed wacht op vernietiging.",
        intro="Waarvan een magistraat de vernietiging besliste en die nog niet uitgevoerd is, de oudste beslissing eerst.",
    ),
    "containersToRelease": ListWords(
        title="Vrij te geven containers",
        address="/goederen/containers",
        empty="Geen container wacht op vrijgave.",
        intro="Containers waarover nog niets beslist is, en die terug mogen en nog niet teruggegeven zijn.",
    ),
    "untold": ListWords(
        title="Te verwittigen",
        address="/te-verwittigen",
        empty="Iedereen is verwittigd.",
        intro="Wie van een zitting of een overdracht nog niet verwittigd is, of niet bereikt werd, in de dossiers die u leest.",
    ),
    "timeLimits": ListWords(
        title="Termijnen",
        address="/termijnen",
        empty="Er loopt geen termijn in een dossier dat u leest.",
        intro="Wat eerst afloopt, in alle dossiers die u leest. De volgorde is die van de veilige dag: de vroegste waarop een termijn kan "
        "eindigen, welke lezing ook geldt.",
    ),
    "mine": ListWords(title="Mijn dossiers", address="/dossiers?van=mij", empty="Geen dossier is aan u toegewezen of door u opgenomen."),
    "files": ListWords(title="Dossiers van mijn dienst", address="/dossiers", empty="Er zijn nog geen dossiers die u mag zien."),
}


def row_of(item: Any, seen: Seen) -> WorkRow:
    return _ROWS[type(item)](item, seen)


def _file(item: FileItem, seen: Seen) -> WorkRow:
    line = item.case
    return WorkRow(case_number=line.case_number, case=line, href=f"/dossiers/{line.case_number}", what="")


def _tracks(item: TracksItem, seen: Seen) -> WorkRow:
    line, number = item.case, item.case.case_number
    settles = (line.open_track and any(track.court is None or track.prosecution_office is None for track in item.tracks)) or not item.tracks
    told = tuple(_track(track) for track in item.tracks)
    may = seen.may_settle if settles else seen.may_confirm
    act, href = ("Beslissen", "beslissen") if settles else ("Bevestigen", "bevestigen")
    return WorkRow(
        case_number=number,
        case=line,
        href=f"/dossiers/{number}/{href if may else 'verbeteren'}",
        what=told[0] if told else "Geen spoor",
        lines=told[1:],
        act=act if may else "Aanvullen",
    )


def _track(track: WaitingTrack) -> str:
    missing = [
        *(("nog geen parket",) if track.prosecution_office is None else ()),
        *(("nog geen rechtbank",) if track.court is None else ()),
    ]
    return f"{words.title(words.TRACKS, track.track)}{': ' if missing else ''}{' en '.join(missing)}"


def _own(item: OwnItem, seen: Seen) -> WorkRow:
    line = item.case
    waits = ["Te beslissen"] if line.open_track else []
    waits += ["Te bevestigen"] if line.to_confirm else []
    waits += [f"Termijn: {seen.law.title(f'limit/{limit}') or limit}" for limit in item.limits]
    waits += [WORDS[kind].title for kind in item.watched]
    if item.answered:
        waits.append("1 antwoord te beoordelen" if item.answered == 1 else f"{item.answered} antwoorden te beoordelen")
    if item.late:
        waits.append("1 vraag te laat" if item.late == 1 else f"{item.late} vragen te laat")
    if item.untold:
        waits.append("1 te verwittigen" if item.untold == 1 else f"{item.untold} te verwittigen")
    return WorkRow(
        case_number=line.case_number,
        case=line,
        href=f"/dossiers/{line.case_number}",
        what=waits[0] if waits else "Nakijken",
        lines=tuple(waits[1:]),
    )


def _clock(item: ClockItem, seen: Seen) -> WorkRow:
    """Names nobody: the list is looked at over a shoulder, and the file says whom it is about."""
    number = item.case.case_number
    clock = clock_view(item.clock, None, seen.law, seen.now, number)
    lines = (f"{clock.ends}, {clock.left}", *((f"Veilig: {clock.alarm}",) if clock.alarm else ()), f"Zekerheid: {clock.confidence.lower()}")
    return WorkRow(
        case_number=number,
        case=item.case,
        href=f"/dossiers/{number}/termijnen/{clock.id}",
        what=f"{clock.title} {clock.ref}".strip(),
        lines=lines,
        mark=clock.mark,
    )


def _hearing(item: HearingItem, seen: Seen) -> WorkRow:
    return WorkRow(
        case_number=item.case.case_number,
        case=item.case,
        href=f"/dossiers/{item.case.case_number}/zitting",
        what=moment(item.starts_at),
        lines=(f"{seen.titles.seat(item.court)}, kamer {item.chamber}", words.title(words.HEARING_KINDS, item.kind)),
    )


def _watched_hearing(item: WatchedHearingItem, seen: Seen) -> WorkRow:
    number, past = item.case.case_number, item.starts_at <= seen.now
    seat = (f"{seen.titles.seat(item.court)}, kamer {item.chamber}", words.title(words.HEARING_KINDS, item.kind))
    if past:
        href, mark, lines = "zitting", ("wait", "Zonder uitkomst"), seat
    elif item.on_day is None:
        href, mark, lines = "betekeningen", ("bad", "Te laat betekend"), seat
    else:
        late = item.on_day < court_day(seen.now)
        href, mark = "betekeningen", ("bad", "Niet betekend") if late else ("wait", "Te betekenen")
        lines = (*seat, f"betekenen {'kon' if late else 'kan'} tot en met {day(item.on_day)}")
    return WorkRow(
        case_number=number, case=item.case, href=f"/dossiers/{number}/{href}", what=moment(item.starts_at), lines=lines, mark=mark
    )


def _watch(item: WatchItem, seen: Seen) -> WorkRow:
    """Names nobody: the list is looked at over a shoulder, and the file says whom it is about."""
    number, today = item.case.case_number, court_day(seen.now)
    what, lines, mark, page = WORDS[item.kind].title, (), ("bad", "Geen titel"), "termijnen"
    if item.kind == "limitation" and item.on_day is not None:
        past = item.on_day < today
        mark = ("bad", "Voorbij") if past else ("wait", "Nadert")
        what = f"Laatste dag: {day(item.on_day)}"
        lines = (f"feit {item.offence}", "volgens de vroegste lezing")
    elif item.kind == "actUnserved":
        mark, page, lines = ("bad", "Mislukt"), "betekeningen", (f"persoon {item.person}",)
    elif item.kind == "settlementOverdue" and item.on_day is not None:
        what, mark, page = f"Te betalen tot en met {day(item.on_day)}", ("bad", "Termijn voorbij"), "stand"
        lines = (f"verdachte {item.person}",)
    elif item.kind == "limitationUntold":
        what, mark = "Geen laatste dag te zeggen", ("open", "Niet te zeggen")
        lines = tuple(WHY_OPEN[why] for why in item.why)
    elif item.kind == "reasonableTime" and item.on_day is not None:
        age = reasonable_time(item.on_day, today, seen.settings.warning_years, seen.law)
        what, mark = f"{age.years} jaar in beschuldiging", ("wait", f"Meer dan {age.warned_years} jaar")
        lines = (f"sinds {day(item.on_day)}",)
    else:
        lines = (f"verdachte {item.person}",)
    return WorkRow(case_number=number, case=item.case, href=f"/dossiers/{number}/{page}", what=what, lines=lines, mark=mark)


def _request(item: RequestItem, seen: Seen) -> WorkRow:
    """Says what is asked without the words of whoever asked it: the list is looked at over a shoulder."""
    late = item.due_on < court_day(seen.now)
    return WorkRow(
        case_number=item.case.case_number,
        case=item.case,
        href=f"/dossiers/{item.case.case_number}/vragen",
        what=QUESTIONS[pattern_of(item.fact)] if item.fact else words.title(words.REQUEST_KINDS, item.kind),
        lines=(f"aan {item.addressee}", f"gevraagd op {day(item.asked_on)}, antwoord tegen {day(item.due_on)}"),
        mark=("bad", "Te laat") if late else None,
    )


def _service(item: ServiceItem, seen: Seen) -> WorkRow:
    return WorkRow(
        case_number=item.case.case_number,
        case=item.case,
        href=f"/dossiers/{item.case.case_number}/betekeningen",
        what="1 betekening mislukt" if item.failed == 1 else f"{item.failed} betekeningen mislukt",
        lines=(f"zitting van {moment(item.starts_at)}", f"{seen.titles.seat(item.court)}, kamer {item.chamber}"),
        mark=("bad", "Mislukt"),
    )


def _seized(item: SeizedListItem, seen: Seen) -> WorkRow:
    """Says what it is and what was decided; neither seal nor the place in a vault stands on a list."""
    reported = Seizure(
        id=item.seizure,
        kind=item.seizure_kind,
        substance=item.substance,
        net_weight_kg=item.net_weight_kg,
        quantity=item.quantity,
        unit=item.unit,
        amount_eur=item.amount_eur,
        container_number=item.container_number,
    )
    what = SeizedItem(id=item.seizure, ordinal=0, reported=reported).words
    lines = []
    if item.decision and item.decided_on:
        lines.append(f"{DECISIONS_NL[item.decision]}, beslist op {day(item.decided_on)}".capitalize())
    if item.custodian:
        lines.append(f"Bewaard door: {item.custodian_name or CUSTODIANS_NL[item.custodian]}")
    if item.daily_cost_cents and item.kept_from:
        days = max((court_day(seen.now) - item.kept_from).days, 0)
        total = spelled.cents(item.daily_cost_cents * days)
        lines.append(f"{spelled.cents(item.daily_cost_cents)} per dag, {total} sinds {day(item.kept_from)}")
    return WorkRow(
        case_number=item.case.case_number,
        case=item.case,
        href=f"/dossiers/{item.case.case_number}/goederen#goed-{item.seizure}",
        what=what,
        lines=tuple(lines),
        mark=None if item.decision else ("bad", "Niets beslist"),
        act="Uitvoeren" if item.decision else "Beslissen",
    )


class MadeItem(PaperItem, frozen=True, kw_only=True):
    #: Function codes of who made it and the documents that it was made from.
    makers: tuple[str, ...]


async def _to_sign(pool: Any, actor: Actor, *given: Any) -> WorkPage[MadeItem]:
    page = await store.to_sign(pool, actor, *given)
    makers = await document_life.makers(pool, [item.document for item in page.items]) if page.items else {}
    items = tuple(MadeItem(**msgspec.structs.asdict(one), makers=makers[one.document]) for one in page.items)
    return WorkPage(items=items, next=page.next)


def _is_own(item: MadeItem, seen: Seen) -> bool:
    kind = documents.kind_of(item.kind)
    row = life.row_for(kind, "proposed", "signOff")
    return row is not None and life.is_own(kind, row, item.makers, seen.reader)


def _paper(item: MadeItem, seen: Seen) -> WorkRow:
    """By its kind; the file says whom it is about. One's own is no work of the reader where four eyes look at it."""
    number, own = item.case.case_number, _is_own(item, seen)
    return WorkRow(
        case_number=number,
        case=item.case,
        href=f"/dossiers/{number}/documenten#stuk-{item.document}",
        what=words.title(words.DOCUMENT_KINDS, item.kind),
        lines=(
            f"voorgesteld op {moment(item.proposed_at)} door {titles.who(item.proposed_by)}",
            *((f"gemaakt door {titles.who(item.made_by)}",) if item.made_by != item.proposed_by else ()),
            *(("u maakte dit stuk of een versie ervan: een andere magistraat keurt het goed",) if own else ()),
        ),
        mark=("bad", "Opnieuw te maken") if item.outdated else ("plain", "Van uzelf") if own else None,
        act="Lezen" if own else "Lezen en goedkeuren",
    )


def _waiting(item: WaitingItem, seen: Seen) -> WorkRow:
    view = waiting_view(item, seen.settings, seen.now)
    return WorkRow(
        case_number=view.case_number,
        case=item.case,
        href=f"/dossiers/{view.case_number}",
        what=view.urgency,
        lines=(view.cause, f"sinds {moment(view.since)} ({view.waited})"),
        mark=("bad", "Niemand bereikt") if view.failed else ("bad", "Dringend") if view.urgent else None,
        act="Opnemen",
    )


def _untold(item: UntoldItem, seen: Seen) -> WorkRow:
    who = words.title(words.TOLD_ROLES, item.role) + (f" {item.contact_name}" if item.contact_name else "")
    about = words.title(words.TOLD_ACTS, item.act)
    if item.starts_at:
        about += f", zitting van {moment(item.starts_at)}"
    if item.mail_state:
        mark = ("bad", words.title(words.DELIVERY_STATES, item.mail_state))
    else:
        mark = ("bad" if item.state == "failed" else "wait", words.title(words.TOLD_STATES, item.state))
    person = f"voor {item.person}" if item.person and item.contact_name else item.person or ""
    reach = f"Bereikbaar: {item.phone or item.email or 'niet ingevuld'}"
    return WorkRow(
        case_number=item.case.case_number,
        case=item.case,
        href=f"/dossiers/{item.case.case_number}/verwittigen",
        what=who,
        lines=tuple(part for part in (person, about, reach, item.reason or "") if part),
        mark=mark,
        act="Verwittigen",
    )


def _offer(item: OfferItem, seen: Seen) -> WorkRow:
    ground = words.title(words.TRANSFER_GROUNDS, item.ground)
    due = f"Antwoord tegen {item.answer_due_on:%d/%m/%Y}" if item.answer_due_on else "Zonder termijn"
    return WorkRow(
        case_number=item.case_number,
        case=None,
        href=f"/dossiers/{item.case_number}/overdracht-beantwoorden" if seen.may_answer else "/overdrachten",
        what=f"Van {seen.titles.seat(item.from_office)}",
        lines=(f"{ground}: {item.reason}" if ground else item.reason, due),
        act="Beantwoorden" if seen.may_answer else "Bekijken",
    )


_ROWS: dict[type, Callable[[Any, Seen], WorkRow]] = {
    FileItem: _file,
    TracksItem: _tracks,
    OwnItem: _own,
    ClockItem: _clock,
    HearingItem: _hearing,
    WatchedHearingItem: _watched_hearing,
    WatchItem: _watch,
    RequestItem: _request,
    ServiceItem: _service,
    SeizedListItem: _seized,
    MadeItem: _paper,
    WaitingItem: _waiting,
    UntoldItem: _untold,
    OfferItem: _offer,
}

#: How a page of each list is read: pool, reader, day, where it begins, rows.
READ: dict[ListCode, Callable[..., Any]] = {
    "expiring": lambda pool, actor, *given: store.time_limits(pool, actor, "expiring", *given),
    "forMe": store.for_me,
    "notTaken": store.not_taken,
    "hearings": store.hearings,
    "servicesFailed": store.services_failed,
    "servicesMissed": lambda pool, actor, *given: store.watched_hearings(pool, actor, "servicesMissed", *given),
    "hearingsPast": lambda pool, actor, *given: store.watched_hearings(pool, actor, "hearingsPast", *given),
    "unheld": lambda pool, actor, *given: store.watches(pool, actor, "unheld", *given),
    "limitation": lambda pool, actor, *given: store.watches(pool, actor, "limitation", *given),
    "actUnserved": lambda pool, actor, *given: store.watches(pool, actor, "actUnserved", *given),
    "settlementOverdue": lambda pool, actor, *given: store.watches(pool, actor, "settlementOverdue", *given),
    "limitationUntold": lambda pool, actor, *given: store.watches(pool, actor, "limitationUntold", *given),
    "reasonableTime": lambda pool, actor, *given: store.watches(pool, actor, "reasonableTime", *given),
    "requestsLate": lambda pool, actor, *given: store.requests(pool, actor, "requestsLate", *given),
    "requestsAnswered": lambda pool, actor, *given: store.requests(pool, actor, "requestsAnswered", *given),
    "toSign": _to_sign,
    "openTracks": store.open_tracks,
    "toConfirm": store.to_confirm,
    "offered": store.offered,
    "itemsForgotten": lambda pool, actor, *given: store.items(pool, actor, "itemsForgotten", *given),
    "itemsToDestroy": lambda pool, actor, *given: store.items(pool, actor, "itemsToDestroy", *given),
    "containersToRelease": lambda pool, actor, *given: store.items(pool, actor, "containersToRelease", *given),
    "untold": store.untold,
    "timeLimits": lambda pool, actor, *given: store.time_limits(pool, actor, "timeLimits", *given),
    "mine": lambda pool, actor, *given: store.files(pool, actor, "mine", *given),
    "files": lambda pool, actor, *given: store.files(pool, actor, "files", *given),
}
