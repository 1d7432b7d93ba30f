"""A letter to one victim or injured person: to whom it goes, what it may tell him, and what is missing for it; pure."""

from collections.abc import Mapping, Sequence

from docket import minors, report_words
from docket.clock import court_day
from docket.contract import Offence, Person
from docket.papers import legal, prosecuting, wording
from docket.papers.known import Known
from docket.papers.paper import Missing
from documents.references import Addressee

#: Who declared himself an injured person, or came in as a party.
DECLARED = ("injuredParty", "civilParty")


def injured(known: Known) -> tuple[Person, ...]:
    """Victims too."""
    return tuple(row for row in known.case.report.persons if row.role in wording.INJURED)


def is_minor(known: Known, person: Person) -> bool:
    """Today still, or perhaps: then the letter goes to who stands for him."""
    return minors.on_day(person, court_day(known.at), known.law)


def addressee(known: Known, person: Person, address: str, representative: str | None) -> Addressee:
    """Of a minor the letter names who stands for him, and himself by his designation only."""
    name = representative if is_minor(known, person) else report_words.full_name(person)
    return Addressee(name=name or "", designation=prosecuting.designation(known, person), address=address)


def faults(known: Known, person: Person, *, address: str | None, representative: str | None, contact: str | None) -> tuple[Missing, ...]:
    asked: list[tuple[object, str, str]] = [
        (address, "het adres waar de brief naartoe gaat", "address"),
        (contact, "wie bij het parket vragen beantwoordt", "contact"),
    ]
    if is_minor(known, person):
        asked.insert(0, (representative, f"wie {prosecuting.designation(known, person)}, minderjarig, vertegenwoordigt", "representative"))
        return prosecuting.unasked(asked)
    if report_words.full_name(person) is None:
        whom = prosecuting.designation(known, person)
        return (Missing(what=f"de naam van {whom}", link=prosecuting.PERSONS), *prosecuting.unasked(asked))
    return prosecuting.unasked(asked)


def not_declared(known: Known, person: Person, what: str) -> tuple[Missing, ...]:
    """Only who declared himself is told; a victim who did not is told how he can."""
    if person.role in DECLARED:
        return ()
    whom = prosecuting.designation(known, person)
    told = f"de verklaring van benadeelde persoon van {whom} ({legal.article(known, 'injuredPerson')}): alleen wie ze aflegde, {what}"
    return (Missing(what=told, link=prosecuting.PERSONS),)


def titles_of(known: Known, offences: Sequence[tuple[int, Offence]]) -> Mapping[str, str]:
    """The counts as choices of a form."""
    named = {row.id or "": (number, prosecuting.offence_title(known, row.id or "")) for number, row in offences}
    return {code: f"misdrijf {number}: {title or 'niet gekend welk'}" for code, (number, title) in named.items()}


def chosen(typed: Sequence[str], possible: Sequence[tuple[int, Offence]]) -> tuple[tuple[int, Offence], ...]:
    """The counts that a letter tells of; the only one needs no choice."""
    if not typed:
        return tuple(possible) if len(possible) == 1 else ()
    return tuple(one for one in possible if one[1].id in typed)


def choice_faults(typed: Sequence[str], possible: Sequence[tuple[int, Offence]], which: str) -> tuple[Missing, ...]:
    """Which counts are about him no register tells: it is chosen, so that he reads of nothing else."""
    strange = [code for code in typed if code not in {row.id for _, row in possible}]
    if strange:
        return (Missing(what=f"een feit {which}: {', '.join(strange)} is er geen", link="#counts"),)
    if not typed and len(possible) != 1:
        return (Missing(what="de feiten die hem aangaan: de brief noemt geen andere", link="#counts"),)
    return ()
