"""What both summonses need: a hearing that is set and far enough off, a defendant who may be named, and his counts."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from datetime import date
from typing import Any

import msgspec

from docket import addresses, report_words
from docket.clock import court_day
from docket.contacts import DETAINED
from docket.contract import Person
from docket.hearings import Hearing, start_of
from docket.life import SEISED
from docket.papers import charging, heads, legal, naming, steps, wording
from docket.papers.charging import Charged
from docket.papers.known import Known
from docket.papers.paper import Missing, Wanted
from docket.papers.steps import Step
from docket.services import last_service
from docket.store.documents import MadePaper
from docket.transitions import At
from docket.working_days import calendar_of
from documents import summons, words
from routing import ArticleCode, Due, TimeLimit, due

#: Each summons, by what brings its defendant before the court.
DIRECT = Step(event="summonDirectly", paper="een rechtstreekse dagvaarding", asks=True, follows=True)
REFERRED = Step(event="referralOrdered", paper="een dagvaarding na verwijzing", follows=True)
_KINDS = frozenset({"direct_summons", "referral_summons"})
#: Hearings set by these are called to by a summons.
_SUMMONSES = frozenset({"summons", "summonsDetained"})
#: A paper of these calls nobody any more.
_OVER = frozenset({"withdrawn", "replaced"})
_PARTS: Mapping[str, ArticleCode] = {"perpetrator": "perpetrator", "accomplice": "accomplice"}
_OTHER: Mapping[ArticleCode, ArticleCode] = {"perpetrator": "accomplice", "accomplice": "perpetrator"}


#: What is said of one defendant and his counts, by its magistrate.
PER_FILE = frozenset({"hearing", "provisions", "articles", "otherPart", "circumstances", "mitigating", "confiscations", "leave"})


def choices(known: Known, step: Step) -> dict[str, Mapping[str, str]]:
    offences = charging.charged_at(known, charging.chargeable(known, steps.there(known, step)))
    found = charging.choices(offences) | {"part": summons.PARTS}
    if hearings := _hearings(known):
        found["hearing"] = {str(one.id): f"{_when(one)}, {wording.name(known.law, one.court)}, kamer {one.chamber}" for one in hearings}
    if offences:
        found["otherPart"] = {one.id: f"feit {one.number}: {wording.title(known.law, one.row.offence)}" for one in offences}
    return found


def proposed(known: Known, about: str | None) -> Mapping[str, Any]:
    """The only hearing that there is, and nothing that a magistrate has to say."""
    found = _hearings(known)
    return {"hearing": found[0].id} if len(found) == 1 else {}


def _hearings(known: Known) -> tuple[Hearing, ...]:
    """Of a trial chamber, still to come, to which a summons calls; the first one first."""
    coming = [one for one in known.hearings if one.state == "set" and one.kind == "correctional" and one.starts_at > known.at]
    return tuple(sorted((one for one in coming if one.summons in _SUMMONSES), key=lambda one: one.starts_at))


def _when(hearing: Hearing) -> str:
    return f"{words.day(hearing.day)} om {report_words.hour(hearing.starts_at)}"


def missing(known: Known, wanted: Wanted, typed: summons.SummonsTyped, ats: Sequence[At]) -> Iterator[Missing]:
    """`ats`: the positions of the defendant that the summons is about, whatever his age was."""
    about = wanted.about or ""
    row = next((one for one in known.case.report.persons if one.id == about), None)
    if row is None:
        yield Missing(what="een verdachte van dit dossier", link="verbeteren#personen")
        return
    yield from heads.addressed(known)
    yield from _defendant(known, row, charging.chargeable(known, ats))
    yield from _called(known, row, typed)
    found = charging.charged_at(known, charging.chargeable(known, ats))
    if ats:
        yield from charging.missing(known, typed, found)
    yield from charging.circumstances(typed, found, typed.circumstances)
    if typed.part is None:
        yield Missing(what="de hoedanigheid: dader of mededader, of medeplichtige", link="#part")
    ids = {one.id for one in found}
    for each in typed.other_part:
        if each not in ids:
            yield Missing(what=f"een feit van deze dagvaarding in plaats van “{each}”", link="#otherPart")


def _defendant(known: Known, row: Person, ats: Sequence[At]) -> Iterator[Missing]:
    minor = "een meerderjarige verdachte: wie minderjarig is, wordt niet voor de correctionele rechtbank gedagvaard"
    of_age = any(naming.of_each(row, known).get(at.pair[1]) == "no" for at in ats)
    if not of_age and (asked := naming.age_asked(row, known, minor)):
        yield from asked
        return
    if report_words.full_name(row) is None:
        yield Missing(what=f"de naam van {row.id}", link="verbeteren#personen")
    if row.kind == "legal" and not row.enterprise_number:
        yield Missing(what=f"het ondernemingsnummer van {row.id}", link="verbeteren#personen")
    if row.kind != "legal" and not row.ssin and not row.birth_date:
        yield Missing(what=f"het rijksregisternummer of de geboortedatum van {row.id}", link="verbeteren#personen")


def _called(known: Known, row: Person, typed: summons.SummonsTyped) -> Iterator[Missing]:
    hearing = chosen(known, typed)
    if _place(known, typed, hearing) is None:
        yield Missing(what="de plaats van de zitting (of het adres van de rechtbank bij Adressen)", link="#hearingPlace")
    if hearing is None:
        there = _hearings(known)
        what = "de zitting: kies er een" if there else "een zitting van de correctionele rechtbank: bepaal ze eerst"
        yield Missing(what=what, link="#hearing" if there else "zitting")
        return
    if not charging.before(known, row.id or "", hearing.court):
        title = wording.name(known.law, hearing.court)
        yield Missing(what=f"een zitting van de rechtbank van zijn spoor: {row.id} hoort niet voor de {title}", link="zitting")
    yield from _in_time(known, hearing, row)
    if hearing.summons == "summonsDetained" and row.custody not in DETAINED:
        short = f"{row.id} is niet aangehouden, en de termijn is de korte"
        yield from charging.said(typed.leave, f"het verlof van de voorzitter ({legal.article(known, 'leave')}): {short}", "leave")


def _in_time(known: Known, hearing: Hearing, row: Person) -> Iterator[Missing]:
    """A summons that is served today at the earliest, or on the next day on which one serves, has to leave its term before the hearing."""
    today, last = court_day(known.at), last_service(hearing, row, known.law)
    served_on = calendar_of(known.law).next_open(today)
    if last is not None and _limit(known, hearing).distance and (row.residence is None or row.residence.country is None):
        where = f"het land van de zetel van {row.id}" if row.kind == "legal" else f"het land waar {row.id} verblijft"
        yield Missing(what=f"{where}: in het buitenland is de dagvaardingstermijn langer", link="verbeteren#personen")
        return
    if last is None:
        yield Missing(what="de dagvaardingstermijn: het recht dat in dit register geldt, kent haar nog niet")
    elif last < served_on:
        answer = _first_day(known, hearing, row, served_on)
        when = "vandaag" if served_on == today else f"op de eerste dag waarop men betekent, {words.day(served_on)},"
        yield Missing(
            what=(
                f"een latere zitting: die van {words.day(hearing.day)} ligt binnen de dagvaardingstermijn; wordt {when} betekend, dan is "
                f"{words.day(answer.due_on)} de eerste mogelijke dag ({_term(known, hearing)})"
            ),
            link="zitting",
        )


def _limit(known: Known, hearing: Hearing) -> TimeLimit:
    return known.law.time_limits.limits[hearing.summons or ""]


def _first_day(known: Known, hearing: Hearing, row: Person, served_on: date) -> Due:
    limit = _limit(known, hearing)
    return due(limit, start_of(limit.anchors[0], served_on, known.law, row), calendar_of(known.law), known.law)


def chosen(known: Known, typed: summons.SummonsTyped) -> Hearing | None:
    return next((one for one in _hearings(known) if one.id == typed.hearing), None)


def _place(known: Known, typed: summons.SummonsTyped, hearing: Hearing | None) -> str | None:
    """As its maker says; else where the court is on that day."""
    said = (typed.hearing_place or "").strip()
    return said or (addresses.on_day(known.addresses, hearing.court, hearing.day) if hearing is not None else None)


def part_of(typed: summons.SummonsTyped, one: Charged) -> ArticleCode:
    main = _PARTS[typed.part or "perpetrator"]
    return _OTHER[main] if one.id in typed.other_part else main


def fields(known: Known, wanted: Wanted, typed: summons.SummonsTyped, ats: Sequence[At]) -> dict[str, Any]:
    """The fields of summons.Summons; nothing of it is missing any more. `ats`: see `missing`; what he did as a minor stays out."""
    about = wanted.about or ""
    row = next(one for one in known.case.report.persons if one.id == about)
    hearing = chosen(known, typed)
    last = last_service(hearing, row, known.law) if hearing else None
    if hearing is None or last is None:
        raise LookupError(typed.hearing)
    found = charging.charged_at(known, charging.chargeable(known, ats))
    return heads.fields(known, wanted) | {
        "defendant": charging.defendant(known, row),
        "hearing": summons.Hearing(
            court=wording.name(known.law, hearing.court),
            chamber=hearing.chamber,
            day=hearing.day,
            hour=report_words.hour(hearing.starts_at),
            place=_place(known, typed, hearing) or "",
        ),
        "notice": summons.Notice(
            term=_term(known, hearing),
            distance=_distance(known, hearing, row),
            leave=typed.leave if row.custody not in DETAINED else None,
            serve_by=last,
        ),
        "counts": tuple(
            charging.count(known, one, typed, part_of(typed, one), internal=False, circumstances=typed.circumstances) for one in found
        ),
        "together_with": _together(known, about, hearing, found),
        "mitigating": typed.mitigating,
        "confiscations": typed.confiscations,
    }


def _term(known: Known, hearing: Hearing) -> str:
    version = next(one for one in _limit(known, hearing).version if one.covers(court_day(known.at)))
    citation = f"{version.citation[:1].lower()}{version.citation[1:]}"
    return f"{words.counted(version.length, 'dag', 'dagen')} ({citation})"


def _distance(known: Known, hearing: Hearing, row: Person) -> str | None:
    """By the answer of the calculation itself, so that no figure of the scale stands here."""
    at_home = msgspec.structs.replace(row, residence=None)
    far, near = (_first_day(known, hearing, one, court_day(known.at)).due_on for one in (row, at_home))
    days = (far - near).days
    where = report_words.country(row.residence.country) if row.residence else None
    return f"verlengd met {words.counted(days, 'dag', 'dagen')} voor een verblijf in {where}" if days else None


def _together(known: Known, about: str, hearing: Hearing, found: Sequence[Charged]) -> tuple[str, ...]:
    """Who is called to this court for one of these counts too; a minor never is, and is not named where he would be."""
    counts = {one.id for one in found}
    ats = [at for step in (DIRECT, REFERRED) for at in steps.there(known, step) if at.pair[1] in counts and at.pair[0] != about]
    called = _summoned(known.made, hearing, lambda stage: stage not in _OVER)
    before = {at.pair[0] for at in ats if at.status in SEISED and charging.before(known, at.pair[0], hearing.court)}
    others = before | {at.pair[0] for at in ats if at.pair[0] in called}
    return tuple(
        f"{one.designation}, {one.name}" if one.name else one.designation
        for one in (charging.suspect(known, row) for row in charging.suspects(known, others))
    )


def without_summons(hearing: Hearing, persons: Iterable[str], made: Sequence[MadePaper]) -> tuple[str, ...]:
    """Of whom no issued summons to this hearing stands in the register; nobody for a hearing to which no summons calls."""
    if hearing.kind != "correctional" or hearing.summons not in _SUMMONSES:
        return ()
    issued = _summoned(made, hearing, lambda stage: stage == "issued")
    return tuple(person for person in persons if person not in issued)


def _summoned(made: Sequence[MadePaper], hearing: Hearing, counts: Callable[[str], bool]) -> frozenset[str]:
    """`counts`: whether a summons that is so far does."""
    papers = [one for one in made if one.kind in _KINDS and one.about and one.typed and counts(one.stage)]
    return frozenset(one.about or "" for one in papers if msgspec.json.decode(one.typed or "").get("hearing") == hearing.id)
