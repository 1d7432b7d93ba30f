"""Ask that an act is served on persons of a file: a row for each, of which nothing is known yet."""

from datetime import date

import msgspec

from docket import competence, entries, services
from docket.access import Actor
from docket.actions import redeciding
from docket.actions.services.serving import STATES_NL, ChangedService, require_own_court
from docket.clock import court_day
from docket.deps import Deps
from docket.errors import BadInput, Issue, StateForbids
from docket.hearings import Hearing
from docket.judgments import COURT_OF_CASSATION, court_title
from docket.services import ServedAct, Service, ServiceManner
from docket.store import hearings, judgments
from docket.store import services as store
from docket.store.cases import Snapshot


class AskService(msgspec.Struct, frozen=True, kw_only=True):
    case_number: str
    version: int
    act: ServedAct
    #: Ids of persons of the file.
    persons: tuple[str, ...]
    manner: ServiceManner
    #: That the act calls to.
    hearing_id: int | None = None
    #: Which judgment or order.
    reference: str | None = None
    #: Of that judgment or order; None = that of the hearing, or of the registry that asks.
    court: str | None = None
    #: None = today.
    asked_on: date | None = None


async def ask_service(command: AskService, by: Actor, deps: Deps) -> ChangedService:
    found = await redeciding.find(command.case_number, "keepServices", by, deps)
    await redeciding.require_version(found, command.version, deps)
    at = deps.clock.now()
    asked_on = command.asked_on or court_day(at)
    hearing = await _hearing(command, found, deps)
    court = hearing.court if hearing is not None else command.court or by.registry_of
    reference = (command.reference or "").strip()
    issues = [
        *services.ask_issues(command.act, command.persons, command.manner, hearing, reference, found.case.report),
        *_days_and_court(asked_on, court_day(at), court, deps),
        *await _which_judgment(command, court, found, deps),
    ]
    if issues:
        raise BadInput(issues=tuple(issues))
    require_own_court(court, by)
    if hearing is not None and (hearing.state == "cancelled" or hearing.starts_at <= at):
        raise StateForbids("Deze zitting is afgelast of al begonnen; er kan niet meer voor opgeroepen worden.")
    if hearing is not None and services.BY_CODE[command.act].calls:
        competence.require_court_confirmed(found.case.case_number, hearing.court, found.decision, found.to_confirm)
    async with deps.transaction() as tx:
        await redeciding.rise(tx, found)
        earlier = await store.of_case(tx, found.case.id)
        persons = tuple(dict.fromkeys(command.persons))
        follows = {person: _earlier(person, command, reference, hearing, earlier) for person in persons}
        ids = tuple(
            [
                await store.ask(
                    tx,
                    found.case.id,
                    act=command.act,
                    person=person,
                    hearing=(hearing.id, hearing.sequence) if hearing is not None else None,
                    reference=reference or None,
                    court=court,
                    manner=command.manner,
                    asked_on=asked_on,
                    follows_id=follows[person],
                    at=at,
                    by=by.code,
                )
                for person in persons
            ]
        )
        entry = entries.ServiceAsked(
            version=found.case.version + 1,
            services=ids,
            served_act=command.act,
            served_persons=persons,
            manner=command.manner,
            served_hearing=hearing.id if hearing is not None else None,
            hearing_at=hearing.starts_at if hearing is not None else None,
            act_reference=reference or None,
            asked_on=asked_on,
        )
        await redeciding.enter(tx, found, entry, by, at)
    return ChangedService(case_number=found.case.case_number, version=found.case.version + 1, services=ids)


async def _hearing(command: AskService, found: Snapshot, deps: Deps) -> Hearing | None:
    if command.hearing_id is None:
        return None
    hearing = next((one for one in await hearings.of_case(deps.pool, found.case.id) if one.id == command.hearing_id), None)
    if hearing is None:
        detail = "Deze zitting staat niet in het dossier; kies een zitting van het dossier."
        issue = Issue(type="referencedResourceNotFound", name="/hearing", detail=detail, value=command.hearing_id)
        raise BadInput(issues=(issue,))
    return hearing


def _days_and_court(asked_on: date, today: date, court: str | None, deps: Deps) -> list[Issue]:
    issues = []
    if asked_on > today:
        detail = "Die dag is nog niet gekomen; schrijf in wat gevraagd is."
        issues.append(Issue(type="outOfRange", name="/askedOn", detail=detail, value=str(asked_on)))
    if court is not None and court not in deps.law.law.courts:
        detail = "Deze rechtbank bestaat niet; kies een code uit de lijst van rechtbanken."
        issues.append(Issue(type="invalidInput", name="/court", detail=detail, value=court))
    return issues


async def _which_judgment(command: AskService, court: str | None, found: Snapshot, deps: Deps) -> list[Issue]:
    """What runs from the service depends on the stage of the judgment, which its court tells where there are several."""
    manner = services.BY_CODE[command.act].manner
    if manner is None or court is not None:
        return []
    of_case = await judgments.of_case(deps.pool, found.case.id)
    parties = {(person, manner) for person in command.persons}
    courts = {one.court for one in of_case if one.stands and parties & {(each.person, each.manner) for each in one.parties}}
    if len(courts - {COURT_OF_CASSATION}) < 2:
        return []
    named = ", ".join(sorted(court_title(one, deps.law.law) for one in courts - {COURT_OF_CASSATION}))
    detail = f"Meer dan een rechtbank oordeelde zo ({named}); kies welke, want daarvan hangt af welke termijnen lopen."
    return [Issue(type="requiredInput", name="/court", detail=detail)]


def _earlier(person: str, command: AskService, reference: str, hearing: Hearing | None, known: tuple[Service, ...]) -> int | None:
    """The attempt before this one; raises StateForbids where the same act still waits or was served."""
    same = [
        one
        for one in known
        if (one.act, one.person, one.reference or "") == (command.act, person, reference)
        and (one.calls_to(hearing) if hearing is not None else one.hearing_id is None)
    ]
    for one in same:
        if one.state in ("asked", "done"):
            raise StateForbids(
                f"De betekening van deze akte aan {person} {STATES_NL[one.state]} (betekening {one.id}); "
                "schrijf eerst in wat ervan geworden is, of trek ze in."
            )
    return max((one.id for one in same), default=None)
