"""The notice to one victim or injured person: his rights, the start of an inquiry or a hearing, and the declaration that he may make."""

from collections.abc import Mapping

from docket import report_words, titles
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
    return {"counts": letters.titles_of(known, _offences(known)), **victim_notice.LITERALS_NL}


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
    hearing = coming(known) if typed.occasion == "hearing" else None
    minor = letters.is_minor(known, person)
    return victim_notice.VictimNotice(
        **heads.fields(known, wanted),
        law=legal.stated(known, "victim_notice", shapes.SayingLaw),
        to=letters.addressee(known, person, typed.address or "", typed.representative),
        minor=minor,
        declared=person.role in letters.DECLARED,
        capacity=titles.PERSON_ROLES[person.role or ""],
        inquiry=typed.occasion == "inquiry",
        hearing=f"{words.day(hearing.day)} om {report_words.hour(hearing.starts_at)}" if hearing else None,
        court=f"{wording.name(known.law, hearing.court)}, kamer {hearing.chamber}" if hearing else None,
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


def coming(known: Known) -> Hearing | None:
    """The first hearing that is still to come."""
    ahead = (one for one in known.hearings if one.state == "set" and one.starts_at > known.at)
    return min(ahead, key=lambda one: one.starts_at, default=None)


def _occasion_faults(known: Known, typed: victim_notice.VictimNoticeTyped, person: Person) -> tuple[Missing, ...]:
    match typed.occasion:
        case "inquiry":
            lacks = () if _inquired(known) else (Missing(what="een gerechtelijk onderzoek in dit dossier", link=prosecuting.STATUS),)
            return (*letters.not_declared(known, person, "verneemt de start van het gerechtelijk onderzoek"), *lacks)
        case "hearing":
            lacks = () if coming(known) else (Missing(what="een bepaalde rechtsdag die nog komt", link="zitting"),)
            return (*letters.not_declared(known, person, "verneemt de rechtsdag"), *lacks)
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
    per_file=frozenset({"counts"}),
    missing=missing,
    context=context,
)
