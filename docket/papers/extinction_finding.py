"""The finding that the criminal action has ended: by the cause that the register holds, and for limitation by its own sum."""

from collections.abc import Mapping, Sequence

import msgspec

from docket import seisin, titles
from docket.cases import Case, committed
from docket.clock import court_day
from docket.life import Stands
from docket.papers import charging, heads, legal, prosecuting
from docket.papers.known import Known, Line
from docket.papers.paper import Missing, Paper, Wanted
from docket.seisin import Barring
from docket.transitions import At, Pair
from documents import extinction_finding, words
from documents import legal as shapes
from routing import Cause, causes_on, sum_of

_EVENT = "extinguished"
#: Where a fact is filled in, by why no limitation is told without it; the rest stands on the page of the limits.
_FACTS: Mapping[str, str] = {
    "committedFrom": "de eerste dag van de feiten",
    "noProvision": "de wetsbepaling achter het misdrijf",
}
_LIMITS = "termijnen"


class _Read(msgspec.Struct, frozen=True, kw_only=True):
    """What the sums of limitation read of a file."""

    case: Case
    stands: Stands
    entries: Sequence[Line]


def not_offered(known: Known) -> str | None:
    if known.case.status == "joined":
        return prosecuting.JOINED
    if entered(known) or _open(known):
        return None
    return f"de strafvordering loopt voor niemand meer; dit dossier staat bij: {prosecuting.standing(known)}."


def choices(known: Known) -> Mapping[str, Mapping[str, str]]:
    ats = (*_open(known), *(at for at in known.everybody if at.pair in entered(known)))
    return {
        "cause": {code: cause.title_nl for code, cause in causes_on(known.law.extinction, court_day(known.at)).items()},
        "positions": {prosecuting.key_of(at.pair): prosecuting.position_words(known, at.pair) for at in ats},
    }


def missing(known: Known, wanted: Wanted) -> tuple[Missing, ...]:
    typed = prosecuting.said(wanted, extinction_finding.ExtinctionFindingTyped)
    cause = cause_of(known, typed)
    if cause is None:
        return (_no_cause(known, typed),)
    everybody = prosecuting.keyed(known.everybody)
    strange = [key for key in typed.positions if key not in everybody or not _may_end(known, everybody[key], cause)]
    if strange:
        what = f"een verdachte met een feit waarvoor de strafvordering nog loopt: {', '.join(strange)} is dat niet"
        return (Missing(what=what, link="#positions"),)
    his = targets(known, typed, cause)
    if not his:
        return (Missing(what="een verdachte of een feit waarvoor de strafvordering nog loopt", link="#positions"),)
    return (*_kind_faults(known, cause, his), *_proof_faults(known, typed, cause, his), *_sum_faults(known, cause, his))


def context(known: Known, wanted: Wanted) -> extinction_finding.ExtinctionFinding:
    typed = prosecuting.said(wanted, extinction_finding.ExtinctionFindingTyped)
    cause = prosecuting.foreseen(cause_of(known, typed))
    pairs = [at.pair for at in targets(known, typed, cause)]
    said = entered(known)
    days = [said[pair].on for pair in pairs if pair in said]
    by_sum = cause.needs == "limitation"
    return extinction_finding.ExtinctionFinding(
        **heads.fields(known, wanted),
        law=legal.stated(known, "extinction_finding", shapes.SecretLaw),
        cause=cause.title_nl,
        article=cause.citation,
        confidence=titles.CONFIDENCES[cause.confidence],
        ended=tuple(
            extinction_finding.Ended(
                suspect=prosecuting.who(known, person),
                count=prosecuting.number_of(known, offence),
                title=prosecuting.offence_title(known, offence),
            )
            for person, offence in pairs
        ),
        counts=charging.counts_of(known, {offence for _, offence in pairs}),
        event_on=None if by_sum else typed.event_on,
        paper=None if by_sum else _paper(known, typed, pairs),
        entered_on=max(days) if len(days) == len(pairs) else None,
        reason=typed.reason or next((said[pair].reason for pair in pairs if pair in said and said[pair].reason), None),
        expired=_expired(known, pairs) if by_sum else (),
        remaining=prosecuting.remaining(known, pairs),
    )


def entered(known: Known) -> dict[Pair, prosecuting.Entered]:
    """Those whose end was entered, with its cause."""
    said = prosecuting.entered(known, _EVENT)
    return {at.pair: said[at.pair] for at in known.everybody if at.status == "closed" and at.pair in said and said[at.pair].cause}


def cause_of(known: Known, typed: extinction_finding.ExtinctionFindingTyped) -> Cause | None:
    """The chosen one, or the only one that was entered; as the law words it today. None = neither, or the law has it not."""
    held = {one.cause or "" for one in entered(known).values()}
    code = typed.cause or (next(iter(held)) if len(held) == 1 else "")
    return causes_on(known.law.extinction, court_day(known.at)).get(code)


def targets(known: Known, typed: extinction_finding.ExtinctionFindingTyped, cause: Cause) -> tuple[At, ...]:
    """The chosen positions; else those entered with this cause; else everybody for whom the action goes on."""
    everybody = prosecuting.keyed(known.everybody)
    if typed.positions:
        return tuple(everybody[key] for key in typed.positions if key in everybody)
    held = {pair for pair, one in entered(known).items() if one.cause == cause.code}
    return tuple(at for at in known.everybody if at.pair in held) or tuple(at for at in _open(known) if _may_end(known, at, cause))


def _may_end(known: Known, at: At, cause: Cause) -> bool:
    said = entered(known).get(at.pair)
    if said is not None:
        return said.cause == cause.code
    return at in _open(known) and (cause.needs != "settlement" or at.status == "settlement")


def _open(known: Known) -> tuple[At, ...]:
    """Those for whom the action goes on, or may be taken up again; a judgment that is final ended it already."""
    starts = prosecuting.starts_of(_EVENT) - {"final"}
    return tuple(at for at in known.everybody if at.status in starts)


def _no_cause(known: Known, typed: extinction_finding.ExtinctionFindingTyped) -> Missing:
    today = court_day(known.at)
    if typed.cause:
        return Missing(what=f"een oorzaak die de wet op {today:%d/%m/%Y} kent: {typed.cause} is er geen", link="#cause")
    if len({one.cause for one in entered(known).values()}) > 1:
        return Missing(what="welke oorzaak: in het register staat er meer dan een", link="#cause")
    return Missing(what="de oorzaak van het verval", link="#cause")


def _kind_faults(known: Known, cause: Cause, his: Sequence[At]) -> tuple[Missing, ...]:
    if cause.of is None:
        return ()
    found = []
    for person in dict.fromkeys(at.pair[0] for at in his):
        row = prosecuting.person_of(known, person)
        if row is None:
            found.append(Missing(what=f"een verdachte: {cause.title_nl} kan alleen van iemand die gekend is", link="#positions"))
        elif row.kind is None:
            what = f"of {prosecuting.designation(known, row)} een natuurlijke of een rechtspersoon is"
            found.append(Missing(what=what, link=prosecuting.PERSONS))
        elif row.kind != cause.of:
            wrong = "een rechtspersoon" if row.kind == "legal" else "een natuurlijke persoon"
            what = f"een andere oorzaak, of andere verdachten: {prosecuting.designation(known, row)} is {wrong}"
            found.append(Missing(what=what, link="#positions"))
    return tuple(found)


def _proof_faults(known: Known, typed: extinction_finding.ExtinctionFindingTyped, cause: Cause, his: Sequence[At]) -> tuple[Missing, ...]:
    if cause.needs == "limitation":
        return ()
    found = [*prosecuting.unasked([(typed.event_on, f"de dag: {cause.title_nl}", "eventOn")])]
    if _paper(known, typed, [at.pair for at in his]) is None:
        found.append(Missing(what=f"het stuk dat bewijst: {cause.title_nl}", link="#paper"))
    if typed.event_on is not None and typed.event_on > court_day(known.at):
        found.append(Missing(what="een dag die niet na vandaag ligt", link="#eventOn"))
    elif typed.event_on is not None and cause.code not in causes_on(known.law.extinction, typed.event_on):
        what = f"een dag waarop de wet deze oorzaak kende ({cause.citation}): op {typed.event_on:%d/%m/%Y} was dat nog niet zo"
        found.append(Missing(what=what, link="#eventOn"))
    return tuple(found)


def _paper(known: Known, typed: extinction_finding.ExtinctionFindingTyped, pairs: Sequence[Pair]) -> str | None:
    """What was typed, or the paper with which the end was entered."""
    said = entered(known)
    return typed.paper or next((said[pair].paper for pair in pairs if pair in said and said[pair].paper), None)


def _sum_faults(known: Known, cause: Cause, his: Sequence[At]) -> tuple[Missing, ...]:
    """Every reading of every provision behind a count must have run out, or nothing is found."""
    if cause.needs != "limitation":
        return ()
    found, reckoned = [], _reckoned(known)
    for at in his:
        number = prosecuting.number_of(known, at.pair[1])
        reported, latest = (_about(at.pair, rows) for rows in reckoned)
        if number is None or not reported:
            whom = prosecuting.position_words(known, at.pair)
            found.append(Missing(what=f"een feit om de verjaring van te berekenen voor {whom}", link=prosecuting.OFFENCES))
        found += [fault for row in (*reported, *latest) for fault in _not_barred(known, number or 0, row)]
    return tuple(dict.fromkeys(found))


def _not_barred(known: Known, number: int, row: Barring) -> tuple[Missing, ...]:
    answer = row.answer
    match answer.state:
        case "barred":
            later = max((other.due_on for other in answer.other), default=None)
            if later is None or later < court_day(known.at):
                return ()
            what = f"een verstreken verjaring van misdrijf {number}: volgens een tweede lezing loopt zij tot {words.day(later)}"
        case "running":
            until = f"zij loopt tot {words.day(answer.last_day)}" if answer.last_day else "zij loopt nog"
            what = f"een verstreken verjaring van misdrijf {number}: {until}"
        case "stopped":
            what = f"een verjaring van misdrijf {number} die nog loopt: zij staat stil sinds de rechter ten gronde de zaak heeft"
        case "imprescriptible":
            what = f"een andere oorzaak: misdrijf {number} verjaart niet"
        case "cannotTell":
            facts = [name for name in answer.why_open if name in _FACTS]
            if facts:
                told = words.listing(_FACTS[name] for name in facts)
                return (Missing(what=f"voor de verjaring van misdrijf {number}: {told}", link=prosecuting.OFFENCES),)
            what = f"de zekerheid of misdrijf {number} verjaard is: het register kan het niet zeggen; zie waarom bij de termijnen"
    return (Missing(what=what, link=_LIMITS),)


def _expired(known: Known, pairs: Sequence[Pair]) -> tuple[extinction_finding.Expired, ...]:
    """From the last possible day of the facts, one line a count and day; provisions that share their day share their line."""
    found: dict[tuple[object, ...], extinction_finding.Expired] = {}
    _, latest = _reckoned(known)
    for pair in pairs:
        for row in _about(pair, latest):
            answer, last_day = row.answer, row.answer.last_day
            if last_day is None:
                continue
            line = extinction_finding.Expired(
                count=prosecuting.number_of(known, pair[1]) or 0,
                suspects=words.listing(prosecuting.who(known, one) for one in row.persons) if row.persons else None,
                last_day=last_day,
                sum=sum_of(answer.steps, known.law),
                article=answer.citation or "",
                confidence=_certain(row),
            )
            found.setdefault((line.count, line.suspects, line.last_day, line.sum), line)
    return tuple(found.values())


def _certain(row: Barring) -> str:
    told = titles.CONFIDENCES[row.answer.confidence]
    later = [words.day(other.due_on) for other in row.answer.other]
    beside = f"; tweede lezing: {', '.join(later)}" if later else ""
    context = "; verjaart niet in een terroristische context, die het dossier niet noemt" if row.answer.imprescriptible_in_context else ""
    return f"{told}{beside}{context}"


def _reckoned(known: Known) -> tuple[tuple[Barring, ...], tuple[Barring, ...]]:
    """
    The limitation of every count: as the facts were reported, and from their last possible day.

    An offence that lasted or whose day is not known exactly has its action ended only once it has from the last day too.
    """
    stands = Stands(status=known.case.status, rows={at.pair: at.status for at in known.everybody})
    reported, latest = (
        seisin.barrings(
            _Read(case=case, stands=stands, entries=known.lines),
            known.law,
            court_day(known.at),
            hearings=known.hearings,
            services=known.services,
        )
        for case in (known.case, _at_latest(known.case))
    )
    return reported, latest


def _at_latest(case: Case) -> Case:
    rows = []
    for row in case.report.offences:
        latest = committed(row).last
        rows.append(msgspec.structs.replace(row, committed_from=latest.isoformat(), committed_until=None) if latest else row)
    return msgspec.structs.replace(case, report=msgspec.structs.replace(case.report, offences=tuple(rows)))


def _about(pair: Pair, rows: Sequence[Barring]) -> list[Barring]:
    return [row for row in rows if row.offence.id == pair[1] and (not row.persons or pair[0] in row.persons)]


PAPER = Paper(
    kind="extinction_finding",
    action="makeDocument",
    offered=not_offered,
    choices=choices,
    per_file=frozenset({"positions"}),
    missing=missing,
    context=context,
)
