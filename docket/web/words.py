"""The Dutch titles of the contract's codes, as they stand on every screen."""

from collections.abc import Callable, Iterable, Mapping
from datetime import datetime
from typing import Any, TypeVar, get_args

import msgspec

import documents
from docket import document_life, titles, transitions
from docket.clock import COURT_ZONE
from docket.web.drawn import Drawn
from routing import CoreOffence, Law, OtherOffence, SupportingOffence

T = TypeVar("T")

Titles = Mapping[str, str]
#: The law in force, the one before it, and some that a page looks back at.
LAWS_KEPT = 8


def _capitals(within_sentence: Titles) -> Titles:
    return {code: f"{words[:1].upper()}{words[1:]}" for code, words in within_sentence.items()}


SERVICES = _capitals(titles.SERVICES)
LEAD_AUTHORITIES = _capitals(titles.LEAD_AUTHORITIES)
PLACE_ROLES = _capitals(titles.PLACE_ROLES)
PORTS = _capitals(titles.PORTS)
PORT_LINKS = _capitals(titles.PORT_LINKS)
PERSON_ROLES = _capitals(titles.PERSON_ROLES)
PERSON_KINDS: Titles = {"natural": "Natuurlijke persoon", "legal": "Rechtspersoon"}
CAPACITIES = _capitals(titles.CAPACITIES)
CUSTODIES = _capitals(titles.CUSTODIES)
HANDED_OVER_TO = _capitals(titles.HANDED_OVER_TO)
SEIZURE_KINDS = _capitals(titles.SEIZURE_KINDS)
RELATED_GROUNDS = _capitals(titles.RELATED_GROUNDS)
LIMBS = _capitals(titles.LIMBS)
LANGUAGES: Titles = {"nl": "Nederlands", "fr": "Frans", "de": "Duits", "en": "Engels"}

URGENCIES = _capitals(titles.URGENCIES)
DUTY_STEPS = _capitals(titles.DUTY_STEPS)
CHANNELS = _capitals(titles.CHANNELS)
TRY_STATES = _capitals(titles.TRY_STATES)
FELL_TO = _capitals(titles.FELL_TO)
VIAS = titles.VIAS
SHIFTS = _capitals(titles.SHIFTS)

REQUEST_KINDS = _capitals(titles.REQUEST_KINDS)
REQUEST_STATES = _capitals(titles.REQUEST_STATES)
ANSWER_STATES = _capitals(titles.ANSWER_STATES)
ANSWER_VIAS = _capitals(titles.ANSWER_VIAS)

OUTCOMES: Titles = {"decided": "Beslist", "undecided": "Te beslissen"}
SCOPES = _capitals(titles.SCOPES)
TRACKS = _capitals(titles.TRACKS)
POLICIES: Titles = {"stroomplan": "Stroomplan", "enacted": "Wetten en afspraken van die dag"}
STEP_OUTCOMES = _capitals(titles.STEP_OUTCOMES)
GROUND_KINDS = _capitals(titles.KINDS_OF_GROUND)
CONFIDENCES = titles.CONFIDENCES
CONFIDENTIALITIES = _capitals(titles.CONFIDENTIALITIES)
STATUSES = _capitals(transitions.TITLES)
EVENTS = _capitals(transitions.EVENTS)
PAPERS = _capitals(transitions.PAPERS)
ACTS = _capitals(transitions.ACTS)
CAUSES = _capitals(transitions.CAUSES)
DECISION_KINDS: Titles = {
    "routed": "Volgens de regels",
    "settled": "Beslist door een magistraat",
    "overridden": "Gewijzigd door een magistraat",
}
RULINGS = _capitals(titles.RULINGS)
RECEIVED_ON_BASES: Titles = {
    "reported": "volgens het verslag",
    "reportedPartly": "alleen maand of jaar gekend: de laatste dag ervan telt",
    "dayOfEntry": "niet gemeld: de dag van inschrijving telt",
}
DOCUMENT_KINDS: Titles = {kind.code: kind.title_nl for kind in documents.KINDS}
DOCUMENT_STAGES: Titles = {code: title.capitalize() for code, title in document_life.STAGES.items()}
DOCUMENT_STATES: Titles = {"asked": "Wordt gemaakt", "made": "Klaar", "failed": "Mislukt"}
DELIVERY_STATES: Titles = {
    "held": "Bewaard, er is geen mailserver",
    "queued": "In de wachtrij",
    "sending": "Wordt verzonden",
    "sent": "Verzonden",
    "retrying": "Nieuwe poging volgt",
    "failed": "Mislukt",
    "refused": "Geweigerd",
    "digest": "In het dagoverzicht",
}
ASSIGNMENT_KINDS = _capitals(titles.ASSIGNMENT_KINDS)
DRAW_VERDICTS: Titles = {"same": "Klopt", "secret": "Klopt, zaad nog geheim", "byHead": "Keuze, geen loting", "wrong": "Fout"}
RECUSAL_GROUNDS = _capitals(titles.RECUSAL_GROUNDS)
NOT_ASSIGNED = titles.NOT_ASSIGNED
ROLES: Titles = {
    "clerk": "Parketmedewerker",
    "prosecutor": "Havenprocureur",
    "headOfOffice": "Korpschef",
    "officeClient": "Toepassing van een parket",
    "courtRegistrar": "Griffier",
    "registryClient": "Toepassing van een griffie",
    "administrator": "Beheerder",
    "auditor": "Auditor",
}
SCOPE_TITLES: Titles = {
    "cases:read": "Dossiers lezen",
    "cases:write": "Dossiers registreren en wijzigen",
    "documents:read": "Documenten lezen",
    "entries:read": "Registerlijnen lezen",
    "routing:preview": "Route vooraf bekijken",
    "law:simulate": "Ontwerpen van wet simuleren",
}

TRANSFER_GROUNDS = _capitals(titles.TRANSFER_GROUNDS)
CONFLICT_KINDS = _capitals(titles.CONFLICT_KINDS)
SETTLED_BY = _capitals(titles.SETTLED_BY)
OFFER_STATES = _capitals(titles.OFFER_STATES)
ELSEWHERE_GROUNDS = _capitals(titles.ELSEWHERE_GROUNDS)
TOLD_ROLES = _capitals(titles.TOLD_ROLES)
TOLD_ACTS = _capitals(titles.TOLD_ACTS)
TOLD_STATES = _capitals(titles.TOLD_STATES)
TOLD_HOWS = _capitals(titles.TOLD_HOWS)
HEARING_KINDS = _capitals(titles.HEARING_KINDS)
SUMMONSES = _capitals(titles.SUMMONSES)
MAIL_TASKS = _capitals(titles.MAIL_TASKS)
MAIL_EVENTS = _capitals(titles.MAIL_EVENTS)
SERVED_ACTS = _capitals(titles.SERVED_ACTS)
MANNERS = _capitals(titles.MANNERS)
SERVICE_STATES = _capitals(titles.SERVICE_STATES)
PROOFS = _capitals(titles.PROOFS)
VERDICTS = _capitals(titles.VERDICTS)
CONTACT_KINDS = _capitals(titles.CONTACT_KINDS)


class LawTitles(msgspec.Struct, frozen=True, kw_only=True):
    """Titles that are data of the law in force, by code."""

    offices: Titles = {}
    courts: Titles = {}
    areas: Titles = {}
    offences: Titles = {}
    #: Rows of lists that were drawn with these titles.
    drawn: Drawn = msgspec.field(default_factory=Drawn)

    @property
    def core_offences(self) -> Titles:
        return self._offences(CoreOffence)

    @property
    def supporting_offences(self) -> Titles:
        return self._offences(SupportingOffence)

    @property
    def other_offences(self) -> Titles:
        return self._offences(OtherOffence)

    def seat(self, code: str | None) -> str:
        """An office or a court."""
        return title(self.offices, code) if code in self.offices else title(self.courts, code)

    def _offences(self, codes: Any) -> Titles:
        return {code: self.offences[code] for code in get_args(codes) if code in self.offences}


def once_a_law(make: Callable[[Law], T]) -> Callable[[Law], T]:
    """Makes it once of each of the last few laws: a law is large, without a hash, and never changes."""
    kept: dict[int, tuple[Law, T]] = {}

    def made(law: Law) -> T:
        # Its law is kept with it, so no other can get the same id meanwhile.
        held = kept.get(id(law))
        if held is None:
            if len(kept) >= LAWS_KEPT:
                kept.pop(next(iter(kept)))
            held = kept[id(law)] = (law, make(law))
        return held[1]

    return made


@once_a_law
def of_law(law: Law) -> LawTitles:
    def titled(codes: Iterable[str]) -> Titles:
        return _capitals({code: law.title(code) or code for code in codes})

    return LawTitles(
        offices=titled(law.offices),
        courts=titled(law.courts),
        areas={**titled(law.areas), "none": "Geen haven"},
        offences=titled(law.offences),
    )


def lowered(label: str) -> str:
    """A label within a sentence; an abbreviation keeps its capitals."""
    return label if label[1:2].isupper() else label[:1].lower() + label[1:]


def who_and_when(code: str | None, at: datetime | None) -> str:
    """`gebruiker 17, 24/11/2026 om 10.30 uur`"""
    when = f", {at.astimezone(COURT_ZONE):%d/%m/%Y om %H.%M uur}" if at is not None else ""
    return f"{titles.who(code or '')}{when}"


def title(titles: Titles, code: str | None) -> str:
    """The title of a code; the code itself where a newer version of the law has one that this screen does not know."""
    return titles.get(code, code) if code else ""


def tie(link: Any) -> str:
    """What the other file of a tie is to this one."""
    said = titles.TIES[link.kind, link.side]
    return f"{said[:1].upper()}{said[1:]}"
