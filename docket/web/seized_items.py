"""Goederen: the seized items of a file with where each lies, what was decided on it, its history, and forms for each step."""

import re
from collections.abc import Mapping, Set
from datetime import date, datetime
from decimal import Decimal
from typing import Any, ClassVar, cast

import msgspec
from litestar import Request, Response, get, post
from litestar.params import FromPath

from docket.access import Actor
from docket.actions.seized_items.carry_out_item import CarryOutItem, carry_out_item
from docket.actions.seized_items.decide_item import DecideItem, decide_item
from docket.actions.seized_items.keep_item import KeepItem, keep_item
from docket.actions.seized_items.strike_item_act import StrikeItemAct, strike_item_act
from docket.clock import COURT_ZONE, court_day
from docket.contract import Seizure
from docket.seized_items import (
    CUSTODIANS_NL,
    DECISIONS_NL,
    DONE_NL,
    Act,
    Custodian,
    ItemDecision,
    KeptSaid,
    SeizedItem,
    forgotten,
    items_of,
    limits_begun,
    limits_by_law,
)
from docket.store import judgments, time_limits
from docket.store import seized_items as store
from docket.web import acting, words
from docket.web.acting import Refused
from docket.web.case import TO_READ, open_case
from docket.web.contacts import day_of
from docket.web.handed import Deps
from docket.web.pages import AskingPage, day, go, render
from docket.web.submission import Fault
from docket.web.visit import NEEDS, Posted, actor_of, posted_of, visit_of
from documents import words as spelled
from routing import Law

TO_KEEP = {NEEDS: "keepItems"}
_DAY = "Schrijf de dag als 26/11/2026."
_NUMBER = "Schrijf een getal als 53,25 of 1250, zonder punt voor de duizendtallen, of laat het leeg."
_DUTCH = re.compile(r"\d{1,12}(,\d{1,3})?|\d{1,3}(\.\d{3})+,\d{1,3}|\d{1,3}(\.\d{3}){2,3}")
_POINT = re.compile(r"\d{1,12}\.\d{1,2}")
_CENTS = re.compile(r"[^,]*(,\d{1,2}\D*)?")


class ActView(msgspec.Struct, frozen=True, kw_only=True):
    act: Act
    #: The line in words.
    title: str
    lines: tuple[str, ...] = ()
    may_strike: bool = False


class ItemView(msgspec.Struct, frozen=True, kw_only=True):
    id: str
    title: str
    found_at: str
    #: Kind and words of its mark.
    mark: tuple[str, str]
    #: What is known of it now, each with its label.
    facts: tuple[tuple[str, str], ...]
    #: What the decision that stands rests on, each with how sure that is and what to know of it.
    bases: tuple[tuple[str, str, str], ...]
    #: Limits that such a decision sets going.
    limits: tuple[str, ...]
    #: Begun by the register with the decision, and still in it.
    running: tuple[str, ...]
    #: Counted by law from such a decision, and not in the register: of before it began them, or taken away.
    unbegun: tuple[str, ...]
    history: tuple[ActView, ...]
    #: The report names it still.
    reported: bool
    may_decide: bool
    may_carry_out: bool
    #: What the form for where it lies begins with.
    known: Mapping[str, str]


class SeizedItemsPage(AskingPage, frozen=True, kw_only=True):
    template: ClassVar[str] = "seized_items.html"
    path: ClassVar[str] = "/dossiers"

    case_number: str
    version: int
    items: tuple[ItemView, ...]
    undecided: int
    #: Those that a judgment said nothing of.
    forgotten: tuple[str, ...]
    may_keep: bool
    may_decide: bool
    today: date
    #: As typed, to be shown again.
    values: Mapping[str, str] = msgspec.field(default_factory=dict)
    custodians: ClassVar[words.Titles] = {code: f"{title[:1].upper()}{title[1:]}" for code, title in CUSTODIANS_NL.items()}
    decisions: ClassVar[words.Titles] = {code: f"{title[:1].upper()}{title[1:]}" for code, title in DECISIONS_NL.items()}

    @property
    def title(self) -> str:
        return f"In beslag genomen goederen van {self.case_number}"


@get("/dossiers/{case_number:str}/goederen", opt=TO_READ)
async def show_items(request: Request[Any, Any, Any], deps: Deps, case_number: FromPath[str]) -> Response[Any]:
    return render(visit_of(request), await page_of(case_number, actor_of(request), deps))


@post("/dossiers/{case_number:str}/goederen", opt=TO_KEEP)
async def change_items(request: Request[Any, Any, Any], deps: Deps, case_number: FromPath[str]) -> Response[Any]:
    posted, actor = posted_of(request), actor_of(request)
    doing = posted.text("_do")
    verb = {"keep": _keep, "decide": _decide, "done": _done}.get(doing, _strike)
    refused = await verb(posted, case_number, actor, deps)
    if refused is None:
        told = doing if doing in ("keep", "decide", "done") else "strike"
        return go(f"/dossiers/{case_number}/goederen?gedaan=goed-{told}#goed-{posted.text('_goed')}")
    page = msgspec.structs.replace(
        await page_of(case_number, actor, deps),
        values={name: value for name, value in posted.pairs if name not in ("_csrf", "_version")},
        faults=refused.faults,
        stale=refused.stale,
    )
    return render(visit_of(request), page, refused.status)


async def _keep(posted: Posted, case_number: str, actor: Actor, deps: Any) -> Refused | None:
    item = posted.text("_goed")

    def name(field: str) -> str:
        return f"_{field}_{item}"

    places: dict[str, tuple[str, str]] = {
        "/place": (name("plaats"), "Plaats"),
        "/custodianName": (name("wie"), "Wie bewaart het"),
        "/custodian": (name("bewaarder"), "Bewaarder"),
        "/seal": (name("zegel"), "Zegel"),
        "/reference": (name("nummer"), "Nummer"),
        "/grossKg": (name("bruto"), "Brutogewicht"),
        "/laboratoryKg": (name("netto"), "Nettogewicht"),
        "/sample": (name("monster"), "Monster"),
        "/dailyCostCents": (name("kost"), "Kost per dag"),
        "/keptFrom": (name("sinds"), "Sinds"),
    }
    faults = list(acting.unfilled(posted, {name("plaats"): ("Plaats", "Zeg waar het goed ligt, bv. griffie Antwerpen, kluis 4.")}))
    if posted.text(name("bewaarder")) not in CUSTODIANS_NL:
        faults.append(Fault(name=name("bewaarder"), where="Bewaarder", detail="Kies wie het goed bewaart."))
    since = day_of(posted.text(name("sinds")))
    if since is None:
        faults.append(Fault(name=name("sinds"), where="Sinds", detail=_DAY))
    numbers: dict[str, Decimal | None] = {}
    for field, label in (("bruto", "Brutogewicht"), ("netto", "Nettogewicht"), ("kost", "Kost per dag")):
        text = posted.text(name(field)).strip()
        numbers[field] = number_of(text)
        if text and (numbers[field] is None or (field == "kost" and not _CENTS.fullmatch(text))):
            faults.append(
                Fault(
                    name=name(field),
                    where=label,
                    detail=_NUMBER,
                )
            )
    if faults or since is None:
        return Refused(status=400, faults=tuple(faults))
    cost = numbers["kost"]
    said = KeptSaid(
        place=posted.text(name("plaats")).strip(),
        custodian=cast("Custodian", posted.text(name("bewaarder"))),
        custodian_name=posted.text(name("wie")).strip() or None,
        seal=posted.text(name("zegel")).strip() or None,
        reference=posted.text(name("nummer")).strip() or None,
        gross_kg=numbers["bruto"],
        laboratory_kg=numbers["netto"],
        sample=posted.text(name("monster")).strip() or None,
        daily_cost_cents=int((cost * 100).to_integral_value()) if cost is not None else None,
        kept_from=since,
    )
    command = KeepItem(case_number=case_number, version=posted.number("_version") or 0, item=item, said=said)
    return _refusal(await acting.attempt(keep_item(command, actor, deps), places))


async def _decide(posted: Posted, case_number: str, actor: Actor, deps: Any) -> Refused | None:
    item = posted.text("_goed")
    decision, reason, on = f"_beslissing_{item}", f"_reden_{item}", f"_beslist_{item}"
    faults = []
    if posted.text(decision) not in DECISIONS_NL:
        faults.append(Fault(name=decision, where="Beslissing", detail="Kies wat er met het goed gebeurt."))
    if not posted.text(reason).strip():
        faults.append(Fault(name=reason, where="Reden", detail="Geef de reden; ze komt in het register te staan."))
    decided_on = day_of(posted.text(on))
    if decided_on is None:
        faults.append(Fault(name=on, where="Beslist op", detail=_DAY))
    if faults:
        return Refused(status=400, faults=tuple(faults))
    command = DecideItem(
        case_number=case_number,
        version=posted.number("_version") or 0,
        item=item,
        decision=cast("ItemDecision", posted.text(decision)),
        reason=posted.text(reason),
        decided_on=decided_on,
    )
    places = {"/decision": (decision, "Beslissing"), "/reason": (reason, "Reden"), "/decidedOn": (on, "Beslist op")}
    return _refusal(await acting.attempt(decide_item(command, actor, deps), places))


async def _done(posted: Posted, case_number: str, actor: Actor, deps: Any) -> Refused | None:
    item = posted.text("_goed")
    on, proof = f"_uitgevoerd_{item}", f"_bewijs_{item}"
    done_on = day_of(posted.text(on))
    if done_on is None:
        return Refused(status=400, faults=(Fault(name=on, where="Uitgevoerd op", detail=_DAY),))
    command = CarryOutItem(
        case_number=case_number,
        version=posted.number("_version") or 0,
        item=item,
        carried_out_on=done_on,
        proof=posted.text(proof) or None,
    )
    places = {"/carriedOutOn": (on, "Uitgevoerd op"), "/proof": (proof, "Bewijs")}
    return _refusal(await acting.attempt(carry_out_item(command, actor, deps), places))


async def _strike(posted: Posted, case_number: str, actor: Actor, deps: Any) -> Refused | None:
    number = posted.number("_regel") or 0
    name = f"_waarom_{number}"
    if faults := acting.unfilled(posted, {name: ("Reden", "Geef een reden; ze blijft bij de regel staan.")}):
        return Refused(status=400, faults=faults)
    command = StrikeItemAct(
        case_number=case_number,
        version=posted.number("_version") or 0,
        item=posted.text("_goed"),
        act_id=number,
        reason=posted.text(name),
    )
    return _refusal(await acting.attempt(strike_item_act(command, actor, deps), {"/reason": (name, "Reden")}))


def _refusal(done: Any) -> Refused | None:
    return done if isinstance(done, Refused) else None


def number_of(text: str) -> Decimal | None:
    """`53,25`, `1.250,5`, `1250` and `53.25`; None = empty, no number, or `1.250`, which says two things."""
    plain = text.strip().removesuffix("kg").removesuffix("euro").replace("€", "").replace(" ", "")
    if _DUTCH.fullmatch(plain):
        return Decimal(plain.replace(".", "").replace(",", "."))
    return Decimal(plain) if _POINT.fullmatch(plain) else None


async def page_of(case_number: str, actor: Actor, deps: Any) -> SeizedItemsPage:
    found = await open_case(case_number, actor, deps)
    judged = await judgments.of_case(deps.pool, found.case.id)
    items = items_of(found.case.report, await store.of_case(deps.pool, found.case.id), judged)
    begun = limits_begun(await time_limits.of_case(deps.pool, found.case.id))
    open_file = found.case.status != "joined"
    may_keep = actor.may("keepItems") and open_file
    may_decide = actor.may("decideItem") and open_file and actor.office == found.case.holding_office
    today, law = court_day(deps.clock.now()), deps.law.law
    return SeizedItemsPage(
        case_number=found.case.case_number,
        version=found.case.version,
        items=tuple(_view(item, law, today, begun, may_keep=may_keep, may_decide=may_decide) for item in items),
        undecided=sum(item.undecided for item in items),
        forgotten=tuple(item.words for item in forgotten(items, judged, found.case.status)),
        may_keep=may_keep,
        may_decide=may_decide,
        today=today,
    )


def _view(item: SeizedItem, law: Law, today: date, begun: Set[tuple[str, date]], *, may_keep: bool, may_decide: bool) -> ItemView:
    """`begun`: see limits_begun."""
    decided, done = item.decided, item.carried_out
    gone = done is not None and done.decision != "keep"
    kind = item.reported.kind if item.reported is not None else None
    bases, limits, running, unbegun = [], (), (), ()
    if decided is not None and decided.decision is not None and decided.on is not None:
        bases = [
            (one.citation, words.title(words.CONFIDENCES, one.confidence).lower(), one.remark_nl)
            for one in law.evidence.bases(decided.decision, kind, decided.on)
        ]
        by_law = limits_by_law(decided.decision, law)
        running = tuple(one for one in by_law if (one, decided.on) in begun)
        unbegun = tuple(one for one in by_law if one not in running)
        limits = next((row.limits for row in law.evidence.decision if row.id == decided.decision), ())
        limits = tuple(one for one in limits if one not in by_law)
    title = item.words
    return ItemView(
        id=item.id,
        title=f"{title[:1].upper()}{title[1:]}",
        found_at=item.found_at,
        mark=_mark(item),
        facts=_facts(item, today),
        bases=tuple(bases),
        limits=tuple(law.title(f"limit/{limit}") or limit for limit in limits) if not gone else (),
        running=tuple(law.title(f"limit/{limit}") or limit for limit in running) if not gone else (),
        unbegun=tuple(law.title(f"limit/{limit}") or limit for limit in unbegun) if not gone else (),
        history=tuple(_act(act, item, may_keep=may_keep, may_decide=may_decide) for act in reversed(item.acts)),
        reported=item.reported is not None,
        may_decide=may_decide and item.reported is not None and not gone,
        may_carry_out=may_keep and decided is not None and done is None,
        known=_known(item.kept, today),
    )


def _mark(item: SeizedItem) -> tuple[str, str]:
    decided, done = item.decided, item.carried_out
    if done is not None and done.decision is not None:
        return "good", DONE_NL[done.decision].capitalize()
    if decided is not None and decided.decision is not None:
        return "wait", f"Beslist: {DECISIONS_NL[decided.decision]}"
    if item.confiscated_by is not None:
        return "good", "Verbeurd verklaard"
    return ("bad", "Niets beslist") if item.undecided else ("plain", "Niet meer in het verslag")


def _facts(item: SeizedItem, today: date) -> tuple[tuple[str, str], ...]:
    found: list[tuple[str, str]] = []
    kept, decided, done = item.kept, item.decided, item.carried_out
    if kept is not None:
        found += [
            ("Ligt", f"{kept.place}, sinds {day(kept.kept_from)}"),
            ("Bewaarder", kept.custodian_name or CUSTODIANS_NL[kept.custodian]),
        ]
        found += [(label, value) for label, value in (("Zegel", kept.seal), ("Nummer", kept.reference), ("Monster", kept.sample)) if value]
        found += [
            (label, f"{value.normalize():f} kg".replace(".", ","))
            for label, value in (("Bruto", kept.gross_kg), ("Netto volgens het laboratorium", kept.laboratory_kg))
            if value is not None
        ]
        total = item.cost_cents(today)
        if kept.daily_cost_cents is not None and total is not None:
            found.append(("Kost", f"{spelled.cents(kept.daily_cost_cents)} per dag, tot nu {spelled.cents(total)}"))
    else:
        found.append(("Ligt", "niet gekend"))
    if decided is not None and decided.decision is not None and decided.on is not None:
        who = decided.magistrate_name or "een magistraat"
        found.append(("Beslissing", f"{DECISIONS_NL[decided.decision]}, door {who} op {day(decided.on)}: {decided.reason}"))
    if done is not None and done.on is not None:
        found.append(("Uitgevoerd", f"{day(done.on)}{f', {done.proof}' if done.proof else ''}"))
    if item.confiscated_by is not None:
        found.append(("Vonnis", f"verbeurd verklaard door vonnis {item.confiscated_by}"))
    return tuple(found)


def _act(act: Act, item: SeizedItem, *, may_keep: bool, may_decide: bool) -> ActView:
    lines: list[str] = []
    if act.kept is not None:
        title = "Bewaring"
        lines.append(f"{act.kept.place}, {act.kept.custodian_name or CUSTODIANS_NL[act.kept.custodian]}, sinds {day(act.kept.kept_from)}")
    elif act.act == "decided" and act.decision is not None and act.on is not None:
        title = f"Beslist: {DECISIONS_NL[act.decision]}"
        lines.append(f"{act.magistrate_name or 'Een magistraat'} op {day(act.on)}: {act.reason}")
    else:
        title = f"Uitgevoerd: {DONE_NL[act.decision]}" if act.decision is not None else "Uitgevoerd"
        lines.append(f"{day(act.on)}{f', {act.proof}' if act.proof else ''}")
    strikes = may_decide if act.act == "decided" else may_keep
    return ActView(
        act=act,
        title=title,
        lines=tuple(lines),
        may_strike=strikes and act.stands and not (act == item.decided and item.carried_out is not None),
    )


def _known(kept: KeptSaid | None, today: date) -> dict[str, str]:
    if kept is None:
        return {"sinds": day(today)}

    def number(value: Decimal | None) -> str:
        return f"{value.normalize():f}".replace(".", ",") if value is not None else ""

    return {
        "plaats": kept.place,
        "bewaarder": kept.custodian,
        "wie": kept.custodian_name or "",
        "zegel": kept.seal or "",
        "nummer": kept.reference or "",
        "bruto": number(kept.gross_kg),
        "netto": number(kept.laboratory_kg),
        "monster": kept.sample or "",
        "kost": number(Decimal(kept.daily_cost_cents) / 100) if kept.daily_cost_cents is not None else "",
        "sinds": day(kept.kept_from),
    }


_AT = datetime(2026, 11, 24, 10, tzinfo=COURT_ZONE)
_KEPT = Act(
    id=1,
    seizure="g1",
    act="kept",
    kept=KeptSaid(
        place="griffie Antwerpen, kluis 4",
        custodian="registry",
        seal="B-004411",
        gross_kg=Decimal("53.25"),
        laboratory_kg=Decimal("51.004"),
        daily_cost_cents=4550,
        kept_from=date(2026, 11, 20),
    ),
    entered_at=_AT,
    entered_by="clerk:7",
)
_DECIDED = Act(
    id=2,
    seizure="g1",
    act="decided",
    decision="destroy",
    reason="te gevaarlijk om te bewaren",
    magistrate=9,
    magistrate_name="Procureur Voorbeeld",
    on=date(2026, 11, 24),
    entered_at=_AT,
    entered_by="prosecutor:9",
)
_ITEM = SeizedItem(
    id="g1",
    ordinal=0,
    reported=Seizure(id="g1", kind="drugs", substance="cocaïne", net_weight_kg=51.0),
    found_at="kaai 1742",
    acts=(_KEPT, _DECIDED, msgspec.structs.replace(_KEPT, id=3, struck_at=_AT, struck_by="clerk:7", struck_reason="vergissing")),
)
_VIEW = ItemView(
    id="g1",
    title="Cocaïne, 51 kg (g1)",
    found_at="kaai 1742",
    mark=_mark(_ITEM),
    facts=_facts(_ITEM, date(2026, 11, 26)),
    bases=(("Art. 28nonies Sv.", "zeker", ""), ("Art. 4, § 7 Drugwet", "zeker", "de procureur beslist")),
    limits=("beroep tegen de vernietiging van in beslag genomen goederen",),
    running=("kennisgeving van de vernietiging van in beslag genomen goederen",),
    unbegun=(),
    history=tuple(_act(act, _ITEM, may_keep=True, may_decide=True) for act in _ITEM.acts),
    reported=True,
    may_decide=True,
    may_carry_out=True,
    known=_known(_KEPT.kept, date(2026, 11, 26)),
)
EXAMPLES = (
    SeizedItemsPage(
        case_number="HAV-2026-000001",
        version=3,
        items=(
            _VIEW,
            msgspec.structs.replace(
                _VIEW,
                id="g2",
                title="Container (g2)",
                mark=("bad", "Niets beslist"),
                facts=(),
                bases=(),
                limits=(),
                running=(),
                unbegun=("kennisgeving van de vernietiging van in beslag genomen goederen",),
                history=(),
                known={},
            ),
        ),
        undecided=1,
        forgotten=("container (g2)",),
        may_keep=True,
        may_decide=True,
        today=date(2026, 11, 26),
        faults=(Fault(name="_reden_g1", where="Reden", detail="Geef de reden."),),
    ),
    SeizedItemsPage(
        case_number="HAV-2026-000001",
        version=1,
        items=(),
        undecided=0,
        forgotten=(),
        may_keep=False,
        may_decide=False,
        today=date(2026, 11, 26),
    ),
)
