"""What a decision brings about: papers asked for, mails to the investigators, and the jobs that make and send them."""

from collections.abc import Sequence
from datetime import datetime

import msgspec

from docket import tracks
from docket.cases import Case
from docket.clock import court_day
from docket.contract import Report
from docket.deps import Deps
from docket.mail import bounces, case_status
from docket.messages import AssignProsecutor, Message, NewDelivery, RenderDocument, SendDelivery
from docket.papers import asked_by_a_decision
from docket.store.decisions import Promised
from docket.store.documents import AskedDocument
from routing import Decision

#: What an investigator is asked, by the last word of the path of a missing fact; nothing that tells about the file.
_ASKED = {
    ("port", "quay", "dock", "terminal", "text"): "de juiste plaats in de haven (kaai, dok of terminal)",
    ("municipality", "nisCode", "subMunicipality", "country", "place"): "de gemeente van elke plaats",
    ("birthDate", "age", "minor"): "de geboortedatum of de leeftijd op de dag van de feiten, waar die ontbreekt",
    ("residence",): "de woonplaats, waar die ontbreekt",
    ("committedFrom", "committedUntil"): "de dag of de periode van de feiten",
    ("portLink",): "of er een verband met de haven is vastgesteld",
    ("receivedOn", "seisedOn"): "de dag van het verslag",
}
_ASKED_WHEN_NONE = {"offencesMissing": "de kwalificatie van de feiten"}
#: Warnings that tell a magistrate something; no investigator can take them away.
_NOT_ASKED = frozenset({"policyAlone", "divisionOfMatters", "magistrateSplit", "abroadNoCourt", "officePolicyAlone", "openAnswerRestsOn"})


class Told(msgspec.Struct, frozen=True, kw_only=True):
    """What a mail says of a file that can change."""

    notice_number: str | None
    outcome: str
    offices: tuple[str, ...]
    #: Track, office and court of each track: a new track is a new routing, also when no office is new.
    routes: tuple[tuple[str, str | None, str | None], ...]
    asked: tuple[str, ...]

    def news(self) -> tuple[object, ...]:
        """Worth another mail; an answered question is not."""
        return self.notice_number, self.outcome, self.offices, self.routes


def told(report: Report, decision: Decision) -> Told:
    return Told(
        notice_number=report.notice_number,
        outcome=tracks.outcome(decision),
        offices=tracks.responsible(decision),
        routes=tuple((track.track, track.prosecution_office, track.court) for track in decision.tracks),
        asked=asked(decision),
    )


def papers(case: Case, decision: Decision, *, seq: int, version: int, at: datetime, by: str) -> tuple[AskedDocument, ...]:
    kinds = asked_by_a_decision(case, decision)
    return tuple(AskedDocument(kind=kind, decision_seq=seq, case_version=version, made_at=at, made_by=by) for kind in kinds)


def mails(
    report: Report,
    decision: Decision,
    deps: Deps,
    *,
    case_number: str,
    status: str,
    at: datetime,
    recipients: tuple[str, ...] | None = None,
    offices: tuple[str, ...] | None = None,
) -> tuple[NewDelivery, ...]:
    """
    One for each investigator of the file; kept but never sent where the address or its domain is refused.

    `recipients` None = all of them; `offices` None = those of the tracks.
    """
    addresses = report.origin.investigator_emails if recipients is None else recipients
    responsible = tracks.responsible(decision) if offices is None else offices
    ids = tuple(bounces.new_message_id(deps.settings) for _ in addresses)
    mail = case_status.CaseStatusMail(
        case_number=case_number,
        notice_number=report.notice_number,
        status=status,
        changed_on=court_day(at),
        offices=tuple(office_title(code, deps) for code in responsible),
        asked=asked(decision),
        phone=deps.settings.office_phone,
    )
    return case_status.deliveries(mail, addresses, deps.settings, ids)


def jobs(promised: Promised, deliveries: Sequence[NewDelivery]) -> list[Message]:
    """Held and refused mails wait for a person."""
    to_send = zip(promised.delivery_ids, deliveries, strict=True)
    return [
        *(RenderDocument(document_id=id_) for id_ in promised.document_ids),
        *(SendDelivery(delivery_id=id_) for id_, delivery in to_send if delivery.state == "queued"),
    ]


def assignment(case_id: int, decision: Decision, *, before: Decision | None = None, after: int = 0) -> list[Message]:
    """A file that comes to the port prosecutors gets one of them; `after` = its last assignment."""
    if not tracks.goes_to_port(decision) or (before is not None and tracks.goes_to_port(before)):
        return []
    return [AssignProsecutor(case_id=case_id, after=after)]


def asked(decision: Decision) -> tuple[str, ...]:
    """What the investigator can tell that the rules missed."""
    open_questions = [warning for warning in decision.warnings if warning.code not in _NOT_ASKED]
    words = {_word(path) for warning in open_questions for path in warning.facts}
    codes = {warning.code for warning in open_questions}
    return (
        *(phrase for names, phrase in _ASKED.items() if words.intersection(names)),
        *(phrase for code, phrase in _ASKED_WHEN_NONE.items() if code in codes),
    )


def _word(path: str) -> str:
    """The last word of a path; a municipality of residence is not that of a place."""
    parts = path.split("/")
    return "residence" if "residence" in parts else parts[-1]


def office_title(code: str, deps: Deps) -> str:
    return deps.law.law.title(code) or code
