"""What was asked of others, in words, and the field in which its one fact is typed."""

from collections.abc import Mapping
from datetime import date, datetime
from typing import Any

import msgspec

from docket import requests
from docket.clock import COURT_ZONE
from docket.contract import Report
from docket.requests import Answer, Request
from docket.store.search import CaseView
from docket.titles import who
from docket.web import typed, words
from docket.web.changes import change_view, row_names
from docket.web.fields import ALL_ROWS, FIELDS, Field
from routing import Law

YES_NO: words.Titles = {"ja": "Ja", "nee": "Nee"}
_IN_WORDS = Field(name="", label="Antwoord", kind="lines")


class AnswerView(msgspec.Struct, frozen=True, kw_only=True):
    id: int
    #: What was answered: a value in the words of the form, a text, or both.
    value: str
    remark: str
    #: "per brief, op 24/11/2026"
    came: str
    received_at: datetime
    received_by: str
    state: str
    #: good, open or bad
    mark: str
    closed: str


class RequestView(msgspec.Struct, frozen=True, kw_only=True):
    id: int
    kind: str
    addressee: str
    address: str
    question: str
    asked_on: date
    asked_by: str
    due_on: date
    #: open, overdue, answered, withdrawn, or that an answer waits
    state: str
    mark: str
    open: bool
    answers: tuple[AnswerView, ...]
    #: "voor de antwoorddag: 01/12/2026, mail: verzonden"
    reminders: tuple[str, ...]
    open_links: int
    closed: str

    @property
    def waiting(self) -> AnswerView | None:
        return next((one for one in self.answers if one.mark == "open"), None)


class MissingView(msgspec.Struct, frozen=True, kw_only=True):
    """A fact that the decision misses, with the button that asks for it."""

    fact: str
    #: "welke kaai? (plaats 1)"
    question: str
    #: Until when it is asked already; None = it is not.
    asked_until: date | None = None
    request_id: int | None = None


def request_view(one: Request, report: Report, law: Law, today: date) -> RequestView:
    state, mark = _state(one, today)
    return RequestView(
        id=one.id,
        kind=words.title(words.REQUEST_KINDS, one.kind),
        addressee=one.addressee,
        address=one.address or "",
        question=one.question,
        asked_on=one.asked_on,
        asked_by=who(one.asked_by),
        due_on=one.due_on,
        state=state,
        mark=mark,
        open=one.state == "asked",
        answers=tuple(_answer(answer, one.fact, report, law) for answer in one.answers),
        reminders=tuple(_reminder(reminder) for reminder in one.reminders),
        open_links=one.open_links,
        closed=_closed(one.closed_at, one.closed_by, one.close_reason),
    )


def missing_of(found: CaseView, asked: tuple[Request, ...]) -> tuple[MissingView, ...]:
    """What the present decision says it misses, decided or not."""
    report = found.case.report
    open_ones = {one.fact: one for one in asked if one.state == "asked" and one.fact}
    return tuple(
        MissingView(
            fact=fact,
            question=short(requests.question_of(fact, report)),
            asked_until=open_ones[fact].due_on if fact in open_ones else None,
            request_id=open_ones[fact].id if fact in open_ones else None,
        )
        for fact in requests.missing(found.current.decision, report)
    )


def short(question: str) -> str:
    """ "Plaats 1: welke kaai?" within a sentence: "welke kaai? (plaats 1)"."""
    row, colon, asked = question.partition(": ")
    return f"{asked} ({row[:1].lower()}{row[1:]})" if colon else question[:1].lower() + question[1:]


def field_of(fact: str | None) -> Field:
    """As the registration form types it; without a fact the answer is in words."""
    if fact is None:
        return _IN_WORDS
    pattern = requests.pattern_of(fact)
    if pattern == requests.OFFENCE_PLACE:
        return Field(name="", label="Plaats in woorden", hint="Haven, kaai, dok of sluis, terminal, gemeente: wat u weet")
    rows, _, name = pattern.partition("/")
    if rows in ALL_ROWS:
        return next(field for field in ALL_ROWS[rows].fields if field.name == name)
    return FIELDS[pattern]


def choices_of(field: Field, titles: words.LawTitles) -> Mapping[str, str]:
    """What can be chosen; empty = it is typed."""
    match field.kind:
        case "offence":
            return titles.offences
        case "code":
            return field.titles
        case "yesNo":
            return YES_NO
    return {}


def read_answer(fact: str | None, text: str) -> Any:
    """The value of the contract; None where the answer is in words."""
    return typed.read(field_of(fact).kind, text) if fact is not None else None


def _answer(answer: Answer, fact: str | None, report: Report, law: Law) -> AnswerView:
    value = ""
    if answer.value is not None and fact is not None:
        said = msgspec.json.decode(answer.value)
        shown = change_view(fact, None, said, words.of_law(law).offences, row_names(report))
        value = str(said) if requests.pattern_of(fact) == requests.OFFENCE_PLACE else shown.after
    return AnswerView(
        id=answer.id,
        value=value,
        remark=answer.remark or "",
        came=f"{words.title(words.ANSWER_VIAS, answer.via)}, op {answer.answered_on:%d/%m/%Y}",
        received_at=answer.received_at,
        received_by=who(answer.received_by),
        state=words.title(words.ANSWER_STATES, answer.state),
        mark={"proposed": "open", "accepted": "good", "refused": "bad"}[answer.state],
        closed=_closed(answer.closed_at, answer.closed_by, answer.close_reason),
    )


def _state(one: Request, today: date) -> tuple[str, str]:
    if one.waiting is not None:
        return "Antwoord te beoordelen", "open"
    if one.overdue(today):
        return "Te laat", "bad"
    return words.title(words.REQUEST_STATES, one.state), {"asked": "wait", "answered": "good", "withdrawn": "plain"}[one.state]


def _reminder(reminder: requests.Reminder) -> str:
    state = words.title(words.DELIVERY_STATES, reminder.mail_state)
    how = f"mail: {state[:1].lower()}{state[1:]}" if reminder.mailed else "zonder mail"
    if reminder.step == "answered":
        return f"antwoord wacht op een beslissing, herinnering {reminder.number}: {reminder.made_at.astimezone(COURT_ZONE):%d/%m/%Y}"
    late = f"te laat, herinnering {reminder.number}" if reminder.step == "overdue" else "voor de antwoorddag"
    return f"{late}: {reminder.made_at.astimezone(COURT_ZONE):%d/%m/%Y}, {how}"


def _closed(at: datetime | None, by: str | None, reason: str | None) -> str:
    if at is None:
        return ""
    return f"{at.astimezone(COURT_ZONE):%d/%m/%Y}, {who(by or '')}" + (f". Reden: {reason}" if reason else "")
