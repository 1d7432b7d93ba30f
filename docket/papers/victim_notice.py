"""The notice to one victim or injured person: his rights, the start of an inquiry or a hearing, and the declaration that he may make."""

from collections.abc import Mapping

from docket import report_words, titles
from docket.clock import court_day
from docket.contract import Offence, Person
from docket.hearings import Hearing
from docket.papers import heads, legal, letters, prosecuting, wording
from docket.papers.known import Known
from docket.papers.paper import Missing, Paper, Wanted
from documents import legal as shapes
from documents import victim_notice, words

_INQUIRY = "judicialInquiry"


def not_offered(known: Known) -> str | None:
    if known.case.status == "joined":
        return prosecuting.JOINED
    return None if letters.injured(known) else "in het dossier staat geen slachtoffer, geen benadeelde persoon en geen burgerlijke partij."


def choices(known: Known) -> Mapping[str, Mapping[str, str]]:
    found = {"counts": letters.titles_of(known, _offences(known)), **victim_notice.LITERALS_NL}
    if ahead := coming(known):
        found["hearing"] = {str(one.id): f"{_when(one)}, {_where(known, one)}" for one in ahead}
    return found


def missing(known: Known, wanted: Wanted) -> tuple[Missing, ...]:
    typed, person = prosecuting.said(wanted, victim_notice.VictimNoticeTyped), _person(known, wanted)
    if person is None:
        return (Missing(what="een slachtoffer of benadeelde persoon van dit dossier"),)
    possible = _offences(known)
    return (
        *prosecuting.unasked(((typed.occasion, "waarover het bericht gaat", "occasion"),)),
        *_occasion_faults(known, typed, person),
        *letters.faults(known, person, address=typed.address, representative=typed.representative, contact=typed.contact),
        *(letters.choice_faults(typed.counts, possible, "van dit dossier") if possible else ()),
    )


def context(known: Known, wanted: Wanted) -> victim_notice.VictimNotice:
    typed, person = prosecuting.said(wanted, victim_notice.VictimNoticeTyped), prosecuting.foreseen(_person(known, wanted))
    hearing = told(known, typed) if typed.occasion == "hearing" else None
    minor = letters.is_minor(known, person)
    return victim_notice.VictimNotice(
        **heads.fields(known, wanted),
        law=legal.stated(known, "victim_notice", shapes.SayingLaw),
        to=letters.addressee(known, person, typed.address or "", typed.representative),
        minor=minor,
        declared=person.role in letters.DECLARED,
        capacity=titles.PERSON_ROLES[person.role or ""],
        inquiry=typed.occasion == "inquiry",
        hearing=_when(hearing) if hearing else None,
        court=_where(known, hearing) if hearing else None,
        facts=tuple(_told(known, row) for _, row in letters.chosen(typed.counts, _offences(known))),
        declared_name=None if minor else report_words.full_name(person),
        birth=words.partial_day(person.birth_date) if person.birth_date and not minor else None,
        birth_place=typed.birth_place,
        profession=person.occupation,
        domicile=report_words.residence(person.residence),
        damaging_fact=typed.damaging_fact,
        damage=typed.damage,
        interest=typed.interest,
        contact=typed.contact or "",
    )


def coming(known: Known) -> tuple[Hearing, ...]:
    """Still to come, the first one first."""
    return tuple(sorted((one for one in known.hearings if one.state == "set" and one.starts_at > known.at), key=lambda one: one.starts_at))


def told(known: Known, typed: victim_notice.VictimNoticeTyped) -> Hearing | None:
    """The one that was chosen, or the only one; a chamber in council may sit on detention alone, so it is always chosen."""
    ahead = coming(known)
    if typed.hearing is not None:
        return next((one for one in ahead if one.id == typed.hearing), None)
    return ahead[0] if len(ahead) == 1 and ahead[0].kind != "raadkamer" else None


def _when(hearing: Hearing) -> str:
    return f"{words.day(hearing.day)} om {report_words.hour(hearing.starts_at)}"


def _where(known: Known, hearing: Hearing) -> str:
    return wording.where(known.law, hearing, court_day(known.at))


def _occasion_faults(known: Known, typed: victim_notice.VictimNoticeTyped, person: Person) -> tuple[Missing, ...]:
    match typed.occasion:
        case "inquiry":
            lacks = () if _inquired(known) else (Missing(what="een gerechtelijk onderzoek in dit dossier", link=prosecuting.STATUS),)
            return (*letters.not_declared(known, person, "verneemt de start van het gerechtelijk onderzoek"), *lacks)
        case "hearing":
            return (*letters.not_declared(known, person, "verneemt de rechtsdag"), *_hearing_faults(known, typed))
    return ()


def _hearing_faults(known: Known, typed: victim_notice.VictimNoticeTyped) -> tuple[Missing, ...]:
    if not coming(known):
        return (Missing(what="een bepaalde rechtsdag die nog komt", link="zitting"),)
    if told(known, typed) is None:
        return (Missing(what="welke zitting die nog komt het bericht meedeelt", link="#hearing"),)
    return ()


def _inquired(known: Known) -> bool:
    """Did a judicial inquiry begin for somebody, by where he stands or by the docket?"""
    if any(at.status == _INQUIRY for at in known.everybody):
        return True
    struck = {line.content["struck"] for line in known.lines if line.kind == "EntryStruck" and line.content}
    return any(
        move["after"] == _INQUIRY
        for line in known.lines
        if line.seq not in struck and line.content
        for move in line.content.get("moves") or ()
    )


def _told(known: Known, row: Offence) -> victim_notice.Told:
    return victim_notice.Told(
        title=prosecuting.offence_title(known, row.id or ""),
        period=words.period(row.committed_from, row.committed_until),
        place=prosecuting.place_of(known, row, bare=True),
    )


def _offences(known: Known) -> tuple[tuple[int, Offence], ...]:
    return tuple(enumerate(known.case.report.offences, start=1))


def _person(known: Known, wanted: Wanted) -> Person | None:
    return next((row for row in letters.injured(known) if row.id == wanted.about), None)


PAPER = Paper(
    kind="victim_notice",
    action="makeDocument",
    about="injured",
    offered=not_offered,
    choices=choices,
    per_file=frozenset({"counts", "hearing"}),
    missing=missing,
    context=context,
)
