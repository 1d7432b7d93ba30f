"""Something was asked of somebody, and what became of the answer."""

from datetime import date

from docket.entries.entry import Entry


class RequestAsked(Entry, frozen=True, kw_only=True):
    version: int
    request: int
    #: apostil, laboratory, expert or question.
    request_kind: str
    addressee: str
    question: str
    #: The one fact that is asked, as a path of the contract.
    fact: str | None
    due_on: date
    #: A mail with a private link goes to the addressee.
    mailed: bool


class RequestDueMoved(Entry, frozen=True, kw_only=True):
    version: int
    request: int
    due_before: date
    due_on: date
    reason: str


class RequestWithdrawn(Entry, frozen=True, kw_only=True):
    version: int
    request: int
    reason: str


class RequestReminded(Entry, frozen=True, kw_only=True):
    request: int
    #: Steps that were due: `before`, `overdue`, `answered`.
    steps: tuple[str, ...]
    #: The how-many-th reminder of an overdue request, or of an answer on which nobody decided; 0 = it is neither.
    number: int
    due_on: date
    mailed: bool
    #: The office that is told until somebody of it takes it in charge; None = it is neither.
    office: str | None


class RequestLinksRevoked(Entry, frozen=True, kw_only=True):
    request: int
    links: int


class RequestLinkMade(Entry, frozen=True, kw_only=True):
    """A private link that a person hands over; the link itself stands nowhere."""

    request: int
    #: The first day on which it opens no more.
    expires_on: date


class AnswerProposed(Entry, frozen=True, kw_only=True):
    """What was answered stands in its row: it may hold a name."""

    request: int
    answer: int
    #: How it came: link, letter, mail, phone or inPerson.
    answer_via: str
    answered_on: date


class AnswerAccepted(Entry, frozen=True, kw_only=True):
    version: int
    request: int
    answer: int
    #: It changed the file, as the entry before says.
    amended: bool
    reason: str | None


class AnswerRefused(Entry, frozen=True, kw_only=True):
    version: int
    request: int
    answer: int
    reason: str
    #: The addressee is asked again by mail.
    mailed: bool
