"""Where a file and each suspect of it stand, what may happen next and what it needs, and the invariants of all that; pure."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from datetime import date

import msgspec

from docket.cases import CaseStatus
from docket.contract import Report
from docket.transitions import (
    ACTS_OF_THEIR_OWN,
    ENDED,
    EVENTS,
    GUARDS,
    TITLES,
    TRANSITIONS,
    WEIGHT,
    Asked,
    At,
    Confidence,
    Field,
    Known,
    Pair,
    Transition,
    Verb,
    Who,
    undecided_sentence,
)
from routing import Law, Track

#: The position of a file with nobody and nothing in it.
NOBODY: Pair = ("", "")
#: Whoever comes into a file that stands here as a whole stands here too; elsewhere nobody has decided about him yet.
_TAKES_NEWCOMERS: frozenset[CaseStatus] = frozenset({"registered", "transferred", "investigation", "miniInstruction", "judicialInquiry"})
#: By start and event, of which there is one each.
BY_START: Mapping[tuple[str, str], Transition] = {(row.start, row.event): row for row in TRANSITIONS}
#: What an act of another verb brings with it: who summons or hands over a file that waits, opens its investigation thereby.
IMPLIED: Mapping[str, str] = {"registered": "openInvestigation", "transferred": "takenUp"}


#: A trial court has or had the case.
SEISED: frozenset[CaseStatus] = frozenset({"trialCourt", "assizes", "judged", "opposition", "appeal", "cassation"})
#: A minor is before the youth court, which is no correctional one.
_AT_COURT: Mapping[str, str] = {"correctional": "bij de correctionele rechtbank", "youth": "bij de jeugdrechtbank"}


class Move(msgspec.Struct, frozen=True, kw_only=True, rename="camel"):
    """One move of one suspect for one offence."""

    person: str
    offence: str
    event: str
    before: str
    after: str


class Stands(msgspec.Struct, frozen=True, kw_only=True):
    """Where a file and its suspects stand; `rows` is empty while all stand where the file does."""

    status: CaseStatus
    rows: Mapping[Pair, CaseStatus] = {}


class Plan(msgspec.Struct, frozen=True, kw_only=True):
    """What an event would do, or why it does not."""

    stands: Stands
    moves: tuple[Move, ...] = ()
    #: Why not, a sentence each; empty = it may.
    refusals: tuple[str, ...] = ()
    #: Is one of the moves a magistrate's?
    magistrate: bool = False


class Next(msgspec.Struct, frozen=True, kw_only=True):
    """An event that leads on from where somebody in the file stands."""

    event: str
    ends: tuple[CaseStatus, ...]
    who: Who
    verb: Verb
    #: It can only be entered by the act of that name, not as an event.
    apart: bool
    #: Fields that it asks for.
    asks: tuple[Field, ...]
    document: str
    article: str
    confidence: Confidence
    #: Those who stand where it starts.
    pairs: tuple[Pair, ...]
    #: Why nobody may take it now; empty = it may be.
    refusals: tuple[str, ...]


def pairs_of(report: Report) -> tuple[Pair, ...]:
    """Every suspect with every offence that is about him; an offence without suspects and a suspect without offences stand alone."""
    suspects = [person.id or "" for person in report.persons if person.role == "suspect"]
    return paired(suspects, [(offence.id or "", offence.persons) for offence in report.offences])


def paired(suspects: Sequence[str], offences: Iterable[tuple[str, Sequence[str] | None]]) -> tuple[Pair, ...]:
    """The same from ids; None = about all suspects."""
    pairs: list[Pair] = []
    for offence, persons in offences:
        about = suspects if persons is None else [id_ for id_ in persons if id_ in suspects]
        pairs += [(id_, offence) for id_ in about] or [("", offence)]
    charged = {person for person, _ in pairs}
    pairs += [(id_, "") for id_ in suspects if id_ not in charged]
    return tuple(dict.fromkeys(pairs))


def everybody(
    stands: Stands,
    report: Report,
    tracks: Sequence[Track],
    *,
    referred: Collection[int],
    to_confirm: Collection[int],
    for_assizes: Collection[str],
) -> tuple[At, ...]:
    """Each suspect for each offence, with what guards ask of him; `referred` and `to_confirm` are places of tracks."""
    rows = {offence.id: offence for offence in report.offences}
    found = []
    for pair, status in positions(stands, pairs_of(report)).items():
        its = tracks_of(pair, tracks)
        offence = rows.get(pair[1])
        found.append(
            At(
                pair=pair,
                status=status,
                for_assizes=offence is not None and offence.offence in for_assizes and offence.attempt is not True,
                to_confirm=any(ordinal in to_confirm for ordinal in its),
                referred=any(ordinal in referred for ordinal in its),
            )
        )
    return tuple(found)


def tracks_of(pair: Pair, tracks: Sequence[Track]) -> tuple[int, ...]:
    """Places of the tracks of a suspect; an offence without suspects is on all of them."""
    return tuple(ordinal for ordinal, track in enumerate(tracks) if not pair[0] or pair[0] in track.persons or not track.persons)


def own_tracks(pair: Pair, tracks: Sequence[Track]) -> tuple[Track, ...]:
    return tuple(tracks[ordinal] for ordinal in tracks_of(pair, tracks))


def status_title(status: CaseStatus, tracks: Iterable[Track], law: Law) -> str:
    """A status in words; before a trial court by the level of the courts that these tracks name, where they are of one level."""
    levels = {law.courts[track.court].level for track in tracks if track.court in law.courts}
    return _AT_COURT.get(next(iter(levels)), TITLES[status]) if status == "trialCourt" and len(levels) == 1 else TITLES[status]


def assize_offences(law: Law, day: date) -> frozenset[str]:
    """Offences that the law sends to the court of assize when they were completed."""
    row = law.on(day).rules.get("murder-assize")
    offence = row.version.offence if row is not None else None
    return frozenset({offence} if offence is not None else ())


def positions(stands: Stands, pairs: Iterable[Pair]) -> dict[Pair, CaseStatus]:
    """Where everybody stands; a file with nobody and nothing in it has one position, its own."""
    found = {pair: stands.rows.get(pair, stands.status) for pair in pairs}
    return found or {NOBODY: stands.status}


def status_of(found: Mapping[Pair, CaseStatus]) -> CaseStatus:
    """The status of a file, by the positions in it."""
    return max(found.values(), key=lambda status: WEIGHT[status])


def standing(found: Mapping[Pair, CaseStatus]) -> Stands:
    """The file where its positions put it."""
    status = status_of(found)
    rows = {} if all(one == status for one in found.values()) else dict(found)
    return Stands(status=status, rows=rows)


def after_facts(stands: Stands, before: Report, after: Report, carried: Mapping[Pair, CaseStatus] | None = None) -> Stands:
    """
    Positions once the facts of a file changed: they stay with their suspect and offence, and go with those who leave.

    `carried`: positions that came with suspects or offences of another file. Whoever is new otherwise stands where the file
    stands as a whole while nobody is before a court; later, or where suspects part ways, he waits as registered.
    """
    if stands.status == "joined":
        return stands
    known = positions(stands, pairs_of(before)) | dict(carried or {})
    whole = not stands.rows and stands.status in _TAKES_NEWCOMERS
    start: CaseStatus = stands.status if whole else "registered"
    pairs = pairs_of(after)
    return standing({pair: known.get(pair, start) for pair in pairs}) if pairs else Stands(status=stands.status)


def plan(
    stands: Stands,
    everybody: Iterable[At],
    event: str | Mapping[Pair, str],
    known: Known,
    asked: Asked,
    *,
    chosen: Iterable[Pair] | None = None,
    by: Verb = "changeStatus",
    lenient: bool = False,
) -> Plan:
    """
    What an event does to the chosen suspects and offences, or to all; one that is not possible for each of them is refused.

    `event`: one for all, or one for each pair. `lenient`: those who cannot go stay where they are, as long as somebody goes.
    `by` another verb opens what it implies.
    """
    ats = {at.pair: at for at in everybody}
    wanted = tuple(ats if chosen is None else dict.fromkeys(chosen))
    known = _closing(known, ats.values(), {pair: event if isinstance(event, str) else event[pair] for pair in wanted})
    moves: list[tuple[Move, Transition]] = []
    refusals: list[str] = []
    after = {pair: at.status for pair, at in ats.items()}
    for pair in wanted:
        if pair not in ats:
            refusals.append("Deze verdachte staat niet voor dit feit in het dossier.")
            continue
        its = event if isinstance(event, str) else event[pair]
        if its not in EVENTS:
            refusals.append(f"De gebeurtenis {its} bestaat niet; kies een van {', '.join(EVENTS)}.")
            continue
        if chosen is None and ats[pair].status in ENDED and (ats[pair].status, its) not in BY_START:
            continue
        taken, why = _moves(ats[pair], its, known, asked, by)
        refusals += why
        moves += taken
        if taken:
            after[pair] = taken[-1][1].end or ats[pair].status
    if not moves and not refusals:
        refusals += [nothing_from(status_of(after), its) for its in ({event} if isinstance(event, str) else set(event.values()))]
    ends = standing(after)
    if closes(stands.status, ends.status) and known.undecided_items:
        # Those who go may leave the file to those who are closed, by whatever event.
        return Plan(stands=stands, refusals=tuple(dict.fromkeys((*refusals, undecided_sentence(known)))))
    if refusals and not (lenient and moves):
        return Plan(stands=stands, refusals=tuple(dict.fromkeys(refusals)))
    return Plan(
        stands=ends,
        moves=tuple(move for move, _ in moves),
        magistrate=any(row.who == "prosecutor" for _, row in moves),
    )


def _closing(known: Known, everybody: Iterable[At], events: Mapping[Pair, str]) -> Known:
    """The same, with whether these events close the whole file."""
    before = {at.pair: at.status for at in everybody}
    rows = {pair: BY_START.get((status, events.get(pair, ""))) for pair, status in before.items()}
    after = {pair: (row.end or before[pair]) if row is not None else before[pair] for pair, row in rows.items()}
    return msgspec.structs.replace(known, closes_file=bool(after) and closes(status_of(before), status_of(after)))


def closes(before: CaseStatus, after: CaseStatus) -> bool:
    """Does a file that stood there close by standing here? The part of one suspect may have been closed long before."""
    return after == "closed" != before


def handed_over(stands: Stands, everybody: Iterable[At], known: Known) -> Plan:
    """Whoever is investigated goes to another office; refused when nobody is: what is before a court goes on there."""
    return plan(stands, everybody, "transferAccepted", known, Asked(), by="answerTransfer", lenient=True)


def _moves(at: At, event: str, known: Known, asked: Asked, by: Verb) -> tuple[list[tuple[Move, Transition]], list[str]]:
    rows: list[Transition] = []
    status = at.status
    if by != "changeStatus" and (status, event) not in BY_START and (first := BY_START.get((status, IMPLIED.get(status, "")))):
        rows.append(first)
        status = first.end or status
    row = BY_START.get((status, event))
    if row is None:
        return [], [nothing_from(at.status, event)]
    rows.append(row)
    if by == "changeStatus" and not _may_be_bare(row, at):
        return [], [by_its_act(row)]
    why = [told for one in rows for name in one.guards if (told := _told(name, known, at, asked, by)) is not None]
    moves = [Move(person=at.pair[0], offence=at.pair[1], event=one.event, before=one.start, after=one.end or at.status) for one in rows]
    return (list(zip(moves, rows, strict=True)), []) if not why else ([], why)


def is_bare(row: Transition) -> bool:
    """Is the event entered as such, or may it be once its act was done?"""
    return row.verb in ("changeStatus", "referCase")


def _may_be_bare(row: Transition, at: At) -> bool:
    """
    May the event be entered without an act that writes more? The rows that the act would write stand there already, or cannot be.

    A suspect joins a track that is before its court (what asks for the track is a guard); no extract is sent of no judgment.
    """
    return is_bare(row) or (row.verb == "sendExtract" and at.without_judgment)


def by_its_act(row: Transition) -> str:
    """Where an event is entered that comes by an act of its own."""
    act = ACTS_OF_THEIR_OWN[row.verb]
    return (
        f"“{EVENTS[row.event]}” volgt uit een eigen handeling en wordt niet als stand ingeschreven: doe het bij “{act.title_nl}” "
        f"(op het dossier: …/{act.page}; API: POST /cases/{{caseNumber}}/{act.api})."
    )


def _told(name: str, known: Known, at: At, asked: Asked, by: Verb) -> str | None:
    # Who brings a track before its court does what this guard waits for.
    if by == "referCase" and name == "trackReferred":
        return None
    return GUARDS[name].test(known, at, asked)


def nothing_from(status: str, event: str) -> str:
    """Why an event is not possible from a status, and what is."""
    there = [EVENTS[row.event] for row in TRANSITIONS if row.start == status]
    starts = dict.fromkeys(TITLES[row.start] for row in TRANSITIONS if row.event == event)
    possible = f"Van daar kan: {'; '.join(there)}." if there else "Van daar gaat niets meer verder."
    return f"“{EVENTS[event]}” kan niet vanuit “{TITLES[status]}”, alleen vanuit: {', '.join(starts)}. {possible}"


def following(everybody: Iterable[At], known: Known) -> tuple[Next, ...]:
    """Every event that leads on from where somebody stands, with what it asks and why it is refused now."""
    ats = tuple(everybody)
    found: list[Next] = []
    for event in EVENTS:
        rows = [(at, row) for at in ats if (row := BY_START.get((at.status, event))) is not None]
        if not rows:
            continue
        named = [name for _, row in rows for name in row.guards]
        closing = _closing(known, ats, {at.pair: event for at, _ in rows})
        refused = [_shut(at, row, closing) for at, row in rows]
        first = rows[0][1]
        found.append(
            Next(
                event=event,
                ends=tuple(dict.fromkeys(row.end for _, row in rows if row.end is not None)),
                who="prosecutor" if any(row.who == "prosecutor" for _, row in rows) else "clerk",
                verb=first.verb,
                apart=not any(_may_be_bare(row, at) for at, row in rows),
                asks=tuple(dict.fromkeys(asks for name in named if (asks := GUARDS[name].asks) is not None)),
                document=first.document,
                article=first.article,
                confidence=first.confidence,
                pairs=tuple(at.pair for at, _ in rows),
                refusals=tuple(dict.fromkeys(told for each in refused for told in each)) if all(refused) else (),
            )
        )
    return tuple(found)


def _shut(at: At, row: Transition, known: Known) -> list[str]:
    """Why a transition is refused whatever one says of it; what its own verb does first is no reason."""
    tests = [GUARDS[name].test for name in row.guards if GUARDS[name].asks is None and name != "trackReferred"]
    return [told for test in tests if (told := test(known, at, Asked())) is not None]


def municipality_known(report: Report) -> bool:
    """Has every place of the report a municipality?"""
    return all(place.municipality or place.nis_code for place in report.places)


def warnings(known: Known) -> tuple[str, ...]:
    """What is missing and never stops a file."""
    found = []
    if known.notice_number is None:
        found.append("Het notitienummer ontbreekt; vraag het op. Dit houdt niets tegen.")
    if not known.municipality:
        found.append("Van een plaats is de gemeente niet gekend; vul ze aan. Dit houdt niets tegen.")
    return tuple(found)


def faults(stands: Stands, pairs: Iterable[Pair]) -> tuple[str, ...]:
    """What is wrong with the positions of a file: the first invariant, and that each row is about somebody in it."""
    found = []
    there = tuple(pairs)
    if unknown := sorted({status for status in (stands.status, *stands.rows.values()) if status not in WEIGHT}):
        return (f"er staat een status die niet bestaat: {', '.join(unknown)}",)
    if strangers := sorted(set(stands.rows) - set(there)):
        found.append(f"er staat een stand van wie niet in het dossier staat: {', '.join('/'.join(pair) for pair in strangers)}")
    if stands.status == "joined":
        return tuple(found)
    if stands.rows and set(there) - set(stands.rows):
        found.append("niet iedereen heeft een stand")
    derived = status_of(positions(stands, there))
    if derived != stands.status:
        beyond = (
            "een verdachte staat verder dan zijn dossier"
            if WEIGHT[derived] > WEIGHT[stands.status]
            else "het dossier staat verder dan wie erin staat"
        )
        found.append(f"{beyond}: {TITLES[stands.status]} tegenover {TITLES[derived]}")
    return tuple(found)


def owner_fault(offered_to: str | None, holding_office: str) -> str | None:
    """The third invariant: the office that offers a file stays its holder until the other accepts."""
    return "het parket waaraan het dossier aangeboden is, houdt het al" if offered_to == holding_office else None


def custody_fault(*, detained: bool, title_or_limit: bool) -> str | None:
    """
    The second invariant: whoever is detained has a running limit or a title; a sentence about him without its subject.

    Asked by docket/detention.py, which knows what runs.
    """
    return "is aangehouden, maar er loopt geen termijn en er is geen titel" if detained and not title_or_limit else None


def stops_clock(start: str, end: str) -> bool:
    """
    The fourth and fifth invariants: only bringing a case before its trial court ends the limitation; a transfer stops no clock.

    A plea of guilt comes before its court with the judgment that homologates it, at the latest. Asked by docket/seisin.py.
    """
    return end in SEISED and start not in SEISED
