"""What was asked and is not back: which facts can be asked, which a decision misses, and an answer put into a report; pure."""

from collections.abc import Iterator, Mapping
from datetime import date, datetime
from typing import Any, Literal

import msgspec

from docket.contract import Report, report_faults
from docket.decoding import decode_value
from docket.errors import BadInput, Issue
from routing import Decision

RequestKind = Literal["apostil", "laboratory", "expert", "question"]
RequestState = Literal["asked", "answered", "withdrawn"]
AnswerState = Literal["proposed", "accepted", "refused"]
#: How an answer came.
Via = Literal["link", "letter", "mail", "phone", "inPerson"]
#: answered = an answer came and nobody decided on it.
Step = Literal["before", "overdue", "answered"]

#: Stands for a row that the file does not have yet, as in RFC 6901.
NEW_ROW = "-"
_LISTS = ("places", "offences", "persons")
_ROW_WORDS: Mapping[str, str] = {"places": "plaats", "offences": "feit", "persons": "persoon"}
#: Facts that can be asked of somebody outside, by their path without the id of the row, each with its question.
QUESTIONS: Mapping[str, str] = {
    "places/quay": "welke kaai?",
    "places/dock": "welk dok of welke sluis?",
    "places/terminal": "welke terminal of firma?",
    "places/municipality": "welke gemeente?",
    "places/subMunicipality": "welke deelgemeente?",
    "places/port": "welke haven?",
    "places/country": "welk land?",
    "places/text": "waar is het gebeurd?",
    "offences/offence": "welk misdrijf?",
    "offences/place": "waar is dit feit gepleegd?",
    "offences/committedFrom": "vanaf welke dag is dit feit gepleegd?",
    "offences/committedUntil": "tot welke dag is dit feit gepleegd?",
    "offences/portLink": "is er een verband met drugs in de haven?",
    "persons/birthDate": "wat is de geboortedatum?",
    "persons/age": "hoe oud was deze persoon bij de feiten?",
    "persons/minor": "was deze persoon minderjarig bij de feiten?",
    "persons/residence/municipality": "in welke gemeente woont deze persoon?",
    "persons/residence/country": "in welk land woont deze persoon?",
    "receivedOn": "op welke dag is het verslag ontvangen?",
    "seisedOn": "op welke dag is de zaak bij een rechter aangebracht?",
    "leadAuthority": "wie leidt het onderzoek al?",
    "noticeNumber": "welk notitienummer?",
}
#: Its answer is told in words and becomes a place of the file, to which the offence then belongs: who answers sees no other place.
OFFENCE_PLACE = "offences/place"
#: Warnings that name no missing fact, or one that nobody outside can tell.
_NO_QUESTION = frozenset(
    {
        "abroadNoCourt",
        "arrestPlaceCounts",
        "decreeDayAssumed",
        "divisionOfMatters",
        "districtUnverified",
        "magistrateSplit",
        "officePolicyAlone",
        "openAnswerRestsOn",
        "policyAlone",
        "relatedCaseUnknown",
        "rulesInConflict",
        "severalAssizeCourts",
    }
)


class Answer(msgspec.Struct, frozen=True, kw_only=True, rename="camel"):
    """As it came; a proposal until somebody of the office decides on it."""

    id: int
    #: JSON of the contract; None = in words only.
    value: str | None
    remark: str | None
    via: Via
    answered_on: date
    received_at: datetime
    #: A function code; `request:7` is the page behind its private link.
    received_by: str
    state: AnswerState
    closed_at: datetime | None
    closed_by: str | None
    close_reason: str | None
    amended: bool


class Reminder(msgspec.Struct, frozen=True, kw_only=True, rename="camel"):
    step: Step
    number: int
    due_on: date
    made_at: datetime
    #: A mail to the addressee was made for it.
    mailed: bool
    #: Of that mail, as it stands: only the relay that took it makes it `sent`.
    mail_state: str | None = None


class Request(msgspec.Struct, frozen=True, kw_only=True, rename="camel"):
    id: int
    office: str
    kind: RequestKind
    addressee: str
    address: str | None
    question: str
    fact: str | None
    due_on: date
    state: RequestState
    asked_on: date
    asked_at: datetime
    asked_by: str
    closed_at: datetime | None
    closed_by: str | None
    close_reason: str | None
    answers: tuple[Answer, ...]
    reminders: tuple[Reminder, ...]
    #: Private links that still open.
    open_links: int

    @property
    def waiting(self) -> Answer | None:
        """The answer that waits for somebody of the office."""
        return next((answer for answer in self.answers if answer.state == "proposed"), None)

    def overdue(self, today: date) -> bool:
        return self.state == "asked" and self.due_on < today


def pattern_of(fact: str) -> str:
    """`/places/p1/quay` as `places/quay`."""
    parts = fact.removeprefix("/").split("/")
    return "/".join((parts[0], *parts[2:])) if parts[0] in _LISTS else parts[0]


def may_ask(fact: str, report: Report) -> bool:
    """Can this be asked, and does the file have the row that it names?"""
    pattern, parts = pattern_of(fact), fact.removeprefix("/").split("/")
    if not fact.startswith("/") or pattern not in QUESTIONS:
        return False
    if parts[0] not in _LISTS:
        return len(parts) == 1
    return parts[1] == NEW_ROW if pattern in _OF_NEW_ROWS and parts[1] == NEW_ROW else parts[1] in _ids(report, parts[0])


#: What a row that is not there yet can begin with.
_OF_NEW_ROWS = frozenset({"places/text", "offences/offence"})


def question_of(fact: str, report: Report) -> str:
    """In Dutch, with the row as the screens number it: "Plaats 1: welke kaai?"."""
    parts = fact.removeprefix("/").split("/")
    asked = QUESTIONS[pattern_of(fact)]
    if parts[0] not in _LISTS or parts[1] == NEW_ROW:
        return asked[:1].upper() + asked[1:]
    return f"{_ROW_WORDS[parts[0]].capitalize()} {_ids(report, parts[0]).index(parts[1]) + 1}: {asked}"


def askable(report: Report) -> dict[str, str]:
    """Every fact of this file that can be asked, with its question; those of its rows first."""
    facts = [
        f"/{rows}/{row_id}/{pattern.partition('/')[2]}"
        for rows in _LISTS
        for row_id in _ids(report, rows)
        for pattern in QUESTIONS
        if pattern.startswith(f"{rows}/")
    ]
    facts += [f"/{pattern.replace('/', f'/{NEW_ROW}/', 1)}" for pattern in sorted(_OF_NEW_ROWS)]
    facts += [f"/{pattern}" for pattern in QUESTIONS if "/" not in pattern]
    return {fact: question_of(fact, report) for fact in facts}


def missing(decision: Decision, report: Report) -> tuple[str, ...]:
    """The facts that this decision says it misses and that somebody can be asked for, each once; `report` is the file's as it stands."""
    found = [path for warning in decision.warnings if warning.code not in _NO_QUESTION for path in _of_warning(warning.facts, report)]
    return tuple(fact for fact in dict.fromkeys(found) if may_ask(fact, report))


def _of_warning(paths: tuple[str, ...], report: Report) -> Iterator[str]:
    """A list as a whole is asked for only where nothing else of the warning is."""
    for path in paths:
        parts = path.split("/")
        if len(parts) > 1:
            if parts[0] == "offences" and parts[1].isdecimal() and int(parts[1]) < len(report.offences):
                parts[1] = report.offences[int(parts[1])].id or ""
            yield f"/{'/'.join(parts)}"
        elif path not in _LISTS:
            yield f"/{path}"
        elif len(paths) == 1 and path in ("places", "offences"):
            yield f"/{path}/{NEW_ROW}/{'text' if path == 'places' else 'offence'}"


def value_of(fact: str | None, text: str) -> Any:
    """The value that a text stands for: numbers in digits, true or false; what is no such thing goes on as it is, to be refused."""
    match pattern_of(fact or ""):
        case "persons/age":
            return int(text) if text.isascii() and text.isdecimal() and len(text) < 10 else text
        case "persons/minor":
            return {"true": True, "false": False}.get(text, text)
    return text


def checked(fact: str, value: Any) -> Any:
    """The value, when the contract takes it for this fact; raises BadInput. Needs nothing of the file."""
    parts = fact.removeprefix("/").split("/")
    alone: dict[str, Any] = {"origin": {"service": "other"}}
    if value is None or (isinstance(value, str) and not value.strip()):
        raise BadInput(issues=(Issue(type="requiredInput", name="/value", detail="Vul het antwoord in.", value=value),))
    _put(
        alone,
        ["places", "0", "text"] if pattern_of(fact) == OFFENCE_PLACE else ["0" if at == 1 else one for at, one in enumerate(parts)],
        value,
    )
    try:
        decode_value(_rows_of(alone), Report)
    except BadInput as refusal:
        issues = tuple(msgspec.structs.replace(issue, name="/value") for issue in refusal.issues)
        raise BadInput(issues=issues) from None
    return value


def with_fact(report: Report, fact: str, value: Any) -> Report:
    """The report with the answer in it. Raises BadInput where the file no longer has the row, or the whole no longer fits."""
    parts = fact.removeprefix("/").split("/")
    plain: dict[str, Any] = msgspec.json.decode(msgspec.json.encode(report))
    if pattern_of(fact) == OFFENCE_PLACE:
        place = _new_row(plain, "places", "p")
        place["text"], value = value, place["id"]
    if parts[0] in _LISTS:
        rows: list[dict[str, Any]] = plain.setdefault(parts[0], [])
        row = _new_row(plain, parts[0], parts[0][0]) if parts[1] == NEW_ROW else next((one for one in rows if one["id"] == parts[1]), None)
        if row is None:
            detail = "Het dossier heeft de rij niet meer waarover dit gevraagd werd; verbeter het dossier zelf en sluit de vraag."
            raise BadInput(issues=(Issue(type="referencedResourceNotFound", name="/fact", detail=detail, value=fact),))
        _put(row, parts[2:], value)
    else:
        plain[parts[0]] = value
    return decode_value(plain, Report, report_faults)


def _new_row(plain: dict[str, Any], rows: str, letter: str) -> dict[str, Any]:
    taken = {row["id"] for row in plain.setdefault(rows, [])}
    row: dict[str, Any] = {"id": next(f"{letter}{number}" for number in range(1, len(taken) + 2) if f"{letter}{number}" not in taken)}
    plain[rows].append(row)
    return row


def _put(into: dict[str, Any], names: list[str], value: Any) -> None:
    *parents, last = names
    for name in parents:
        into[name] = into.get(name) or {}
        into = into[name]
    into[last] = value


def _rows_of(alone: dict[str, Any]) -> dict[str, Any]:
    """`{"places": {"0": row}}` as a list of rows."""
    return {name: [value["0"]] if name in _LISTS else value for name, value in alone.items()}


def _ids(report: Report, rows: str) -> list[str]:
    return [row.id or "" for row in getattr(report, rows)]
