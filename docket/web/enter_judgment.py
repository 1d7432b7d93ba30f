"""Vonnis inschrijven: per suspect how he was judged, per offence what was decided, and what was imposed; also to correct one."""

import re
from collections.abc import Iterator, Sequence
from typing import Any, ClassVar, cast

import msgspec
from litestar import Request, Response, get, post
from litestar.params import FromPath

from docket import opened_life
from docket.access import Actor
from docket.actions.judgments.enter_judgment import Decided, EnterJudgment, enter_judgment
from docket.errors import NotFound
from docket.judgments import (
    COURT_OF_CASSATION,
    DEFERRED_NL,
    MANNERS_NL,
    Ban,
    Confiscation,
    Judgment,
    Penalty,
    court_title,
    levels_for,
    stage_for,
)
from docket.seized_items import items_of
from docket.store import judgments as store
from docket.store.search import CaseView
from docket.transitions import Pair
from docket.web import acting, words
from docket.web.acting import Refused
from docket.web.case import open_case
from docket.web.contacts import day_of
from docket.web.handed import Deps
from docket.web.pages import AskingPage, go, render
from docket.web.submission import Fault
from docket.web.time_limit_words import person_label
from docket.web.visit import NEEDS, Posted, actor_of, posted_of, visit_of
from documents import words as spelled
from routing import Law, Manner

TO_JUDGE = {NEEDS: "enterJudgment"}
#: Rows for penalties and confiscations of one suspect.
PENALTY_ROWS, CONFISCATION_ROWS = 4, 2
#: A file with more seized items than this has a judgment that names some of them together.
MOST_CONFISCATION_ROWS = 10
_UNITS = {
    "uur": "hour",
    "uren": "hour",
    "dag": "day",
    "dagen": "day",
    "maand": "month",
    "maanden": "month",
    "jaar": "year",
    "jaren": "year",
    "euro": "euro",
    "eur": "euro",
    "€": "euro",
}
_AMOUNT = re.compile(r"(€)?\s*([\d. ]*\d)(?:,(\d{1,2}))?\s*([a-z€]*)", re.IGNORECASE)
_LENGTH = "Schrijf de duur of het bedrag als 30 maanden, 5 jaar, 100 uur of 8.000 euro."


class OffenceRow(msgspec.Struct, frozen=True, kw_only=True):
    """What one suspect may be judged for here."""

    name: str
    pair: Pair
    title: str
    #: What this court may decide on it.
    outcomes: words.Titles
    value: str = ""


class PenaltyRow(msgspec.Struct, frozen=True, kw_only=True):
    kind: str = ""
    much: str = ""
    #: Empty = the form does not say.
    deferred: str = ""
    note: str = ""


class ConfiscationRow(msgspec.Struct, frozen=True, kw_only=True):
    what: str = ""
    euro: str = ""
    #: Id of the seized item that it takes; empty = none of them.
    item: str = ""


class PersonRow(msgspec.Struct, frozen=True, kw_only=True):
    """A suspect with his offences, or a civil party with none."""

    number: int
    id: str
    title: str
    manner: str = ""
    offences: tuple[OffenceRow, ...] = ()
    penalties: tuple[PenaltyRow, ...] = ()
    confiscations: tuple[ConfiscationRow, ...] = ()
    ban: str = ""
    ports: str = ""
    motivated: bool = False

    @property
    def filled(self) -> bool:
        """Does something stand in what is folded away?"""
        return bool(
            self.ban
            or self.ports
            or any(one.kind or one.much for one in self.penalties)
            or any(one.what or one.item for one in self.confiscations)
        )


class EnterJudgmentPage(AskingPage, frozen=True, kw_only=True):
    template: ClassVar[str] = "enter_judgment.html"
    path: ClassVar[str] = "/dossiers"

    case_number: str
    version: int
    courts: words.Titles
    court: str
    day: str
    ecli: str
    number: str
    remark: str
    suspects: tuple[PersonRow, ...]
    civil_parties: tuple[PersonRow, ...]
    penalties: words.Titles
    #: Seized items of the file -> in a few words.
    items: words.Titles = msgspec.field(default_factory=dict)
    #: Penalties of which one has to say whether they are deferred.
    deferrable: frozenset[str] = frozenset()
    #: Number of the judgment that is corrected; 0 = a new one.
    corrects: int = 0
    reason: str = ""
    manners: ClassVar[words.Titles] = {code: f"{title[:1].upper()}{title[1:]}" for code, title in MANNERS_NL.items()}
    deferrals: ClassVar[words.Titles] = {code: f"{title[:1].upper()}{title[1:]}" for code, title in DEFERRED_NL.items()}

    @property
    def title(self) -> str:
        return f"Vonnis in {self.case_number} {'verbeteren' if self.corrects else 'inschrijven'}"


@get("/dossiers/{case_number:str}/vonnis", opt=TO_JUDGE)
async def show_entering(request: Request[Any, Any, Any], deps: Deps, case_number: FromPath[str]) -> Response[Any]:
    found, judgments, corrected = await _found(case_number, request.query_params.get("verbeter", ""), actor_of(request), deps)
    return render(visit_of(request), page_of(found, judgments, corrected, deps.law.law))


@post("/dossiers/{case_number:str}/vonnis", opt=TO_JUDGE)
async def enter(request: Request[Any, Any, Any], deps: Deps, case_number: FromPath[str]) -> Response[Any]:
    posted, actor = posted_of(request), actor_of(request)
    found, judgments, corrected = await _found(case_number, posted.text("_verbeter"), actor, deps)
    page = _typed(page_of(found, judgments, corrected, deps.law.law), posted)
    command, faults = _command(page, found, posted)
    refused = Refused(status=400, faults=faults) if command is None else None
    if command is not None:
        done = await acting.attempt(enter_judgment(command, actor, deps), _places(page, command))
        if not isinstance(done, Refused):
            return go(f"/dossiers/{case_number}/vonnissen?gedaan={'vonnis-vergeten' if done.forgotten else 'vonnis'}")
        refused = done
    page = msgspec.structs.replace(page, faults=refused.faults if refused else (), stale=refused.stale if refused else "")
    return render(visit_of(request), page, refused.status if refused else 200)


async def _found(case_number: str, corrects: str, actor: Actor, deps: Any) -> tuple[CaseView, tuple[Judgment, ...], Judgment | None]:
    found = await open_case(case_number, actor, deps)
    judgments = await store.of_case(deps.pool, found.case.id)
    if not corrects or corrects == "0":
        return found, judgments, None
    corrected = next((one for one in judgments if str(one.id) == corrects and one.stands), None)
    if corrected is None:
        raise NotFound
    return found, judgments, corrected


def page_of(found: CaseView, judgments: Sequence[Judgment], corrected: Judgment | None, law: Law) -> EnterJudgmentPage:
    """Filled with what the register knows: the court where the file stands; of a correction what was entered."""
    report, ats = found.case.report, opened_life.everybody(found, law, judgments)
    before = {one.pair: one for one in corrected.outcomes} if corrected is not None else {}
    stages = {at.pair: before[at.pair].stage if at.pair in before else stage_for(at, law.judgments) for at in ats}
    open_levels = {
        level
        for pair, stage in stages.items()
        if stage is not None
        for level in levels_for(stage, pair, () if pair in before else judgments, law)
    }
    own = {track.court for track in found.current.decision.tracks if track.court}
    first = {"correctional", "youth"}
    courts = {
        code: words.of_law(law).seat(code)
        for code, court in law.courts.items()
        if court.level in open_levels and (code in own or court.level not in first or not own)
    }
    if "cassation" in open_levels:
        courts[COURT_OF_CASSATION] = court_title(COURT_OF_CASSATION, law)
    offences = {row.id: (number + 1, row) for number, row in enumerate(report.offences)}
    rows: dict[str, list[OffenceRow]] = {}
    for at in ats:
        person, offence = at.pair
        stage = stages[at.pair]
        if stage is None or not person or not offence or (corrected is not None and at.pair not in before and at.status == "judged"):
            continue
        number, row = offences[offence]
        options = {one.id: _capital(one.title_nl) for one in law.judgments.outcome if stage in one.stages and one.levels & open_levels}
        own_rows = rows.setdefault(person, [])
        own_rows.append(
            OffenceRow(
                name=f"_b{list(rows).index(person)}_{len(own_rows)}",
                pair=at.pair,
                title=f"Feit {number}, {law.title(row.offence) or 'niet gekwalificeerd'}",
                outcomes=options,
                value=before[at.pair].outcome if at.pair in before else "",
            )
        )
    manners = {(one.role, one.person): one.manner for one in corrected.parties} if corrected is not None else {}
    persons = {row.id or "": row for row in report.persons}
    return EnterJudgmentPage(
        case_number=found.case.case_number,
        version=found.case.version,
        courts=courts,
        court=corrected.court if corrected is not None else next(iter(courts)) if len(courts) == 1 else "",
        day=f"{corrected.pronounced_on:%d/%m/%Y}" if corrected is not None else "",
        ecli=(corrected.ecli or "") if corrected is not None else "",
        number=(corrected.number or "") if corrected is not None else "",
        remark=(corrected.remark or "") if corrected is not None else "",
        suspects=tuple(
            _person(number, persons[person], report, law, corrected, manners.get(("suspect", person), ""), tuple(listed))
            for number, (person, listed) in enumerate(rows.items())
        ),
        civil_parties=tuple(
            PersonRow(
                number=number + len(rows),
                id=row.id or "",
                title=_capital(person_label(row, report)),
                manner=manners.get(("civilParty", row.id or ""), ""),
            )
            for number, row in enumerate(row for row in report.persons if row.role == "civilParty")
        ),
        penalties={row.id: _capital(row.title_nl) for row in law.judgments.penalty},
        items={item.id: _capital(item.words) for item in items_of(report, ())},
        deferrable=frozenset(row.id for row in law.judgments.penalty if row.may_be_deferred),
        corrects=corrected.id if corrected is not None else 0,
    )


def _person(
    number: int, person: Any, report: Any, law: Law, corrected: Judgment | None, manner: str, offences: tuple[OffenceRow, ...]
) -> PersonRow:
    known = person.id or ""
    penalties = [one for one in corrected.penalties if one.person == known] if corrected is not None else []
    confiscations = [one for one in corrected.confiscations if one.person == known] if corrected is not None else []
    ban = next((one for one in corrected.bans if one.person == known), None) if corrected is not None else None
    return PersonRow(
        number=number,
        id=known,
        title=_capital(person_label(person, report)),
        manner=manner,
        offences=offences,
        penalties=_padded(
            [PenaltyRow(kind=one.kind, much=_much(one), deferred=one.deferred, note=one.note or "") for one in penalties],
            PenaltyRow(),
            PENALTY_ROWS,
        ),
        confiscations=_padded(
            [
                ConfiscationRow(what=one.what, euro=spelled.cents(one.euro_cents) if one.euro_cents else "", item=one.seizure or "")
                for one in confiscations
            ],
            ConfiscationRow(),
            max(CONFISCATION_ROWS, min(len(report.seizures), MOST_CONFISCATION_ROWS)),
        ),
        ban=f"{ban.length} {'jaar' if ban.unit == 'year' else 'maanden'}" if ban is not None else "",
        ports=ban.ports if ban is not None else "",
        motivated=ban.motivated if ban is not None else False,
    )


def _padded(rows: list[Any], empty: Any, count: int) -> tuple[Any, ...]:
    return (*rows, *[empty] * max(count - len(rows), 0))


def _much(one: Penalty) -> str:
    names = {"hour": "uur", "day": "dagen", "month": "maanden", "year": "jaar"}
    return spelled.cents(one.euro_cents) if one.euro_cents is not None else f"{one.length} {names[one.unit]}"


def _typed(page: EnterJudgmentPage, posted: Posted) -> EnterJudgmentPage:
    """The same page with what was typed."""
    return msgspec.structs.replace(
        page,
        version=posted.number("_version") or 0,
        court=posted.text("_rechtbank"),
        day=posted.text("_dag"),
        ecli=posted.text("_ecli"),
        number=posted.text("_nummer"),
        remark=posted.text("_opmerking"),
        reason=posted.text("_reden"),
        suspects=tuple(_typed_person(one, posted) for one in page.suspects),
        civil_parties=tuple(msgspec.structs.replace(one, manner=posted.text(f"_w{one.number}")) for one in page.civil_parties),
    )


def _typed_person(one: PersonRow, posted: Posted) -> PersonRow:
    at = one.number
    return msgspec.structs.replace(
        one,
        manner=posted.text(f"_w{at}"),
        offences=tuple(msgspec.structs.replace(row, value=posted.text(row.name)) for row in one.offences),
        penalties=tuple(
            PenaltyRow(
                kind=posted.text(f"_s{at}_{row}"),
                much=posted.text(f"_h{at}_{row}"),
                deferred=posted.text(f"_u{at}_{row}"),
                note=posted.text(f"_n{at}_{row}"),
            )
            for row in range(len(one.penalties))
        ),
        confiscations=tuple(
            ConfiscationRow(what=posted.text(f"_v{at}_{row}"), euro=posted.text(f"_e{at}_{row}"), item=posted.text(f"_g{at}_{row}"))
            for row in range(len(one.confiscations))
        ),
        ban=posted.text(f"_hv{at}"),
        ports=posted.text(f"_hp{at}"),
        motivated=bool(posted.text(f"_hm{at}")),
    )


def _command(page: EnterJudgmentPage, found: CaseView, posted: Posted) -> tuple[EnterJudgment | None, tuple[Fault, ...]]:
    """What was typed, or everything in it that cannot be read, at once."""
    wanted = {"_rechtbank": ("Rechtbank", "Kies de rechtbank die oordeelde.")}
    if page.corrects:
        wanted["_reden"] = ("Reden van de verbetering", "Zeg wat er verkeerd stond; het komt in het register te staan.")
    faults = list(acting.unfilled(posted, wanted))
    day = day_of(page.day)
    if day is None:
        faults.append(Fault(name="_dag", where="Dag van de uitspraak", detail="Schrijf de dag als 26/11/2026."))
    judged = [one for one in page.suspects if any(row.value for row in one.offences)]
    if not judged:
        name = page.suspects[0].offences[0].name if page.suspects else ""
        faults.append(Fault(name=name, where="Beslissing", detail="Zeg voor minstens een verdachte en een feit wat beslist is."))
    for one in (*judged, *page.civil_parties):
        if not one.manner:
            faults.append(Fault(name=f"_w{one.number}", where=one.title, detail="Zeg of het op tegenspraak of bij verstek is."))
    penalties, confiscations, bans = [], [], []
    for one in page.suspects:
        penalties += _penalties(one, page.deferrable, faults)
        confiscations += _confiscations(one, page.items, faults)
        bans += _bans(one, faults)
    if faults or day is None:
        return None, tuple(faults)
    command = EnterJudgment(
        case_number=page.case_number,
        version=page.version,
        court=page.court,
        pronounced_on=day,
        decided=tuple(
            Decided(person=row.pair[0], offence=row.pair[1], outcome=row.value)
            for one in page.suspects
            for row in one.offences
            if row.value
        ),
        manners={one.id: cast("Manner", one.manner) for one in (*judged, *page.civil_parties)},
        penalties=tuple(penalties),
        confiscations=tuple(confiscations),
        bans=tuple(bans),
        ecli=page.ecli or None,
        number=page.number or None,
        remark=page.remark or None,
        corrects=page.corrects or None,
        reason=page.reason or None,
    )
    return command, ()


def _penalties(one: PersonRow, deferrable: frozenset[str], faults: list[Fault]) -> Iterator[Penalty]:
    for number, row in enumerate(one.penalties):
        if not row.kind and not row.much.strip():
            continue
        read = amount(row.much)
        if not row.kind:
            faults.append(Fault(name=f"_s{one.number}_{number}", where=f"Straf, {one.title}", detail="Kies welke straf dit is."))
        elif read is None:
            faults.append(Fault(name=f"_h{one.number}_{number}", where=f"Duur of bedrag, {one.title}", detail=_LENGTH))
        elif row.kind in deferrable and not row.deferred:
            faults.append(Fault(name=f"_u{one.number}_{number}", where=f"Uitstel, {one.title}", detail="Zeg of de straf met uitstel is."))
        else:
            count, unit = read
            much: dict[str, Any] = {"euro_cents": count} if unit == "euro" else {"length": count}
            yield Penalty(
                person=one.id, kind=row.kind, unit=unit, deferred=cast("Any", row.deferred or "no"), note=row.note.strip() or None, **much
            )


def _confiscations(one: PersonRow, items: words.Titles, faults: list[Fault]) -> Iterator[Confiscation]:
    for number, row in enumerate(one.confiscations):
        if not row.what.strip() and not row.euro.strip() and not row.item:
            continue
        read = amount(row.euro if not row.euro.strip()[-1:].isdigit() else f"{row.euro} euro") if row.euro.strip() else None
        if row.euro.strip() and (read is None or read[1] != "euro"):
            faults.append(Fault(name=f"_e{one.number}_{number}", where=f"Bedrag, {one.title}", detail="Schrijf het bedrag als 8.000 euro."))
        else:
            what = row.what.strip() or items.get(row.item, "")
            cents = read[0] if read is not None else None
            yield Confiscation(person=one.id, what=what, euro_cents=cents, seizure=row.item or None)


def _bans(one: PersonRow, faults: list[Fault]) -> Iterator[Ban]:
    if not one.ban.strip() and not one.ports.strip():
        return
    read = amount(one.ban)
    if read is None or read[1] not in ("month", "year"):
        faults.append(Fault(name=f"_hv{one.number}", where=f"Havenverbod, {one.title}", detail="Schrijf de duur als 5 jaar of 18 maanden."))
    else:
        yield Ban(person=one.id, length=read[0], unit=cast("Any", read[1]), ports=one.ports, motivated=one.motivated)


def amount(text: str) -> tuple[int, str] | None:
    """`30 maanden` as (30, month), `8.000,50 euro` as (800050, euro); None = it cannot be read."""
    found = _AMOUNT.fullmatch(text.strip())
    if found is None:
        return None
    sign, whole, cents, word = found.groups()
    unit = "euro" if sign else _UNITS.get(word.lower())
    digits = whole.replace(".", "").replace(" ", "")
    if unit is None or (cents and unit != "euro") or (sign and word) or len(digits) > 9:
        return None
    return (int(digits) * 100 + int((cents or "0").ljust(2, "0")), unit) if unit == "euro" else (int(digits), unit)


def _places(page: EnterJudgmentPage, command: EnterJudgment) -> acting.Places:
    """Where the fields of the action stand in the form."""
    places: dict[str, tuple[str, str]] = {
        "/court": ("_rechtbank", "Rechtbank"),
        "/pronouncedOn": ("_dag", "Dag van de uitspraak"),
        "/ecli": ("_ecli", "ECLI"),
        "/reason": ("_reden", "Reden van de verbetering"),
    }
    by_id = {one.id: one for one in page.suspects}
    for one in page.suspects:
        places[f"/manners/{one.id}"] = (f"_w{one.number}", one.title)
        places |= {f"/decided/{row.pair[0]}/{row.pair[1]}": (row.name, f"{row.title}, {one.title}") for row in one.offences}
    places |= {f"/manners/{one.id}": (f"_w{one.number}", one.title) for one in page.civil_parties}
    for kind, rows, names in (("penalties", command.penalties, "_s"), ("confiscations", command.confiscations, "_v")):
        for number, row in enumerate(rows):
            person = by_id[row.person]
            at = [each.person for each in rows[:number]].count(row.person)
            places[f"/{kind}/{number}"] = (
                f"{names}{person.number}_{at}",
                f"{'Straf' if kind == 'penalties' else 'Verbeurdverklaring'}, {person.title}",
            )
    for number, ban in enumerate(command.bans):
        person = by_id[ban.person]
        places[f"/bans/{number}/ports"] = (f"_hp{person.number}", f"Havens, {person.title}")
        places[f"/bans/{number}"] = (f"_hv{person.number}", f"Havenverbod, {person.title}")
    return places


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]


def _example(*, corrects: int, faults: tuple[Fault, ...]) -> EnterJudgmentPage:
    outcomes = {"convicted": "Veroordeeld", "acquitted": "Vrijgesproken"}
    return EnterJudgmentPage(
        case_number="HAV-2026-000001",
        version=3,
        courts={"antwerpCorrectional": "Correctionele rechtbank Antwerpen, afdeling Antwerpen"},
        court="antwerpCorrectional",
        day="24/11/2026",
        ecli="",
        number="2026/1234",
        remark="",
        suspects=tuple(
            PersonRow(
                number=at,
                id=f"s{at}",
                title=f"Verdachte {at + 1} (Jan Peeters)",
                offences=tuple(
                    OffenceRow(
                        name=f"_b{at}_{offence}",
                        pair=(f"s{at}", f"o{offence}"),
                        title=f"Feit {offence + 1}, binnendringen in een haven",
                        outcomes=outcomes,
                        value="convicted" if at == 0 else "",
                    )
                    for offence in range(4)
                ),
                penalties=(PenaltyRow(kind="imprisonment", much="30 maanden", deferred="part"), *[PenaltyRow()] * 3)
                if at == 0
                else (PenaltyRow(),) * 4,
                confiscations=(ConfiscationRow(),) * 2,
            )
            for at in range(5)
        ),
        civil_parties=(PersonRow(number=5, id="c1", title="Burgerlijke partij 1"),),
        penalties={"imprisonment": "Gevangenisstraf", "fine": "Geldboete"},
        corrects=corrects,
        faults=faults,
    )


EXAMPLES = (
    _example(corrects=0, faults=()),
    _example(corrects=4, faults=(Fault(name="_w0", where="Verdachte 1", detail="Zeg of het op tegenspraak of bij verstek is."),)),
)
