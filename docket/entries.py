"""What the docket says of each thing that is done to a case: one struct for each kind of entry, in the past tense."""

from datetime import date, datetime
from typing import Any

import msgspec

from docket.changes import Change
from docket.contract import Report
from docket.judgments import Outcome, Party
from docket.life import Move
from docket.transitions import Paper
from routing import Due


class Entry(msgspec.Struct, frozen=True, kw_only=True, rename="camel"):
    """The shared shape; the kind of an entry is the name of its struct."""


class CaseRegistered(Entry, frozen=True, kw_only=True):
    version: int = 1
    decision: int = 1
    sender: str
    external_id: str | None
    #: How the day of receipt is known: reported, reportedPartly or dayOfEntry.
    received_on_basis: str
    #: Kinds of the papers asked for.
    documents: tuple[str, ...]
    mails: int


class FactsAmended(Entry, frozen=True, kw_only=True):
    version: int
    reason: str
    changes: tuple[Change, ...]
    #: Number of the decision on the new facts.
    decision: int
    #: A person's earlier decision ended with it.
    lapsed: bool
    documents: tuple[str, ...]
    mails: int
    #: Places, in the decision before, of the tracks whose confirmation ended with it.
    confirmations_lapsed: tuple[int, ...] = ()
    #: Where the file stands from now on, where that changed with it.
    status: str | None = None


class ReportAdded(Entry, frozen=True, kw_only=True):
    version: int
    sender: str
    #: As it was handed in.
    report: Report
    changes: tuple[Change, ...]
    decision: int
    lapsed: bool
    documents: tuple[str, ...]
    mails: int
    #: Places, in the decision before, of the tracks whose confirmation ended with it.
    confirmations_lapsed: tuple[int, ...] = ()
    #: Where the file stands from now on, where that changed with it.
    status: str | None = None


class SettledTrack(msgspec.Struct, frozen=True, kw_only=True, rename="camel"):
    ordinal: int
    before: tuple[str | None, str | None]
    #: Office and court.
    after: tuple[str | None, str | None]


class JurisdictionDecided(Entry, frozen=True, kw_only=True):
    version: int
    reason: str
    decision: int
    tracks: tuple[SettledTrack, ...]
    documents: tuple[str, ...]
    mails: int
    #: Places, in the decision before, of the tracks whose confirmation ended with it.
    confirmations_lapsed: tuple[int, ...] = ()


class DecisionOverridden(Entry, frozen=True, kw_only=True):
    version: int
    reason: str
    decision: int
    tracks: tuple[SettledTrack, ...]
    documents: tuple[str, ...]
    mails: int
    #: Places, in the decision before, of the tracks whose confirmation ended with it.
    confirmations_lapsed: tuple[int, ...] = ()


class DecidedUnderNewLaw(Entry, frozen=True, kw_only=True):
    """An enactment moved the file."""

    version: int
    reason: str
    #: Number of the decision under the new law, and that law.
    decision: int
    law_digest: str
    #: Number of the enactment and its day.
    enactment: int
    in_force_from: date
    #: A person's earlier decision ended with it.
    lapsed: bool
    documents: tuple[str, ...]
    mails: int
    #: Places, in the decision before, of the tracks whose confirmation ended with it.
    confirmations_lapsed: tuple[int, ...] = ()


class ConfidentialitySet(Entry, frozen=True, kw_only=True):
    version: int
    reason: str
    before: str
    after: str
    #: Accounts named on the case from now on.
    named: tuple[int, ...]


class CaseReferred(Entry, frozen=True, kw_only=True):
    version: int
    decision: int
    tracks: tuple[int, ...]
    courts: tuple[str, ...]
    mails: int
    #: Who moved from where to where.
    moves: tuple[Move, ...] = ()
    #: What proves it; None before this was asked, and of a direct summons whose paper nobody named.
    paper: Paper | None = None


class StatusChanged(Entry, frozen=True, kw_only=True):
    """What happened in the life of a file, to all of it or to chosen suspects and offences."""

    version: int
    #: A code of docket.transitions.EVENTS.
    event: str
    #: Status of the file before and after.
    status_before: str
    status: str
    moves: tuple[Move, ...]
    reason: str | None
    paper: Paper | None
    #: Code of the motive of a dismissal.
    motive: str | None = None
    #: The file of which this one is a duplicate.
    duplicate_of: str | None = None
    #: The act asked of the investigating judge.
    act: str | None = None
    #: By what the criminal action ended.
    cause: str | None = None
    mails: int = 0


class EntryStruck(Entry, frozen=True, kw_only=True):
    """An earlier entry was made in error; it stays, and what it brought about is not undone by this one."""

    version: int
    #: Its number.
    struck: int
    struck_kind: str
    reason: str


class CompetenceConfirmed(Entry, frozen=True, kw_only=True):
    version: int
    decision: int
    #: Place of the track in that decision.
    track: int
    court: str
    #: ground: recorded by a magistrate; risk: taken by him.
    confirmation: str
    ground: str | None
    article: str | None
    arrondissement: str | None
    facts: str | None
    fact_path: str | None
    reason: str | None
    #: Who answers for it; his name stands with the account.
    account: int | None
    documents: tuple[str, ...] = ()


class CompetenceChallenged(Entry, frozen=True, kw_only=True):
    version: int
    challenge: int
    decision: int
    track: int
    court: str
    #: party: an objection; court: of its own motion.
    raised_by: str
    person: str | None
    ground: str
    raised_on: date
    before_court: str
    remark: str | None
    #: The court whose registry entered it; None = an office did.
    registry: str | None = None


class ChallengeRuled(Entry, frozen=True, kw_only=True):
    version: int
    challenge: int
    #: upheld, rejected, or declined by the court of its own motion.
    ruling: str
    ground: str
    court: str
    ruled_on: date
    ecli: str | None
    remark: str | None
    #: Places of the tracks that a magistrate has to confirm from now on.
    to_confirm: tuple[int, ...]
    documents: tuple[str, ...] = ()
    #: The court whose registry entered it; None = an office did.
    registry: str | None = None


class TransferOffered(Entry, frozen=True, kw_only=True):
    version: int
    to_office: str
    reason: str
    #: Code of the ground, or `other`.
    ground: str
    pieces: tuple[str, ...]
    #: Limits that go on running, each with its day.
    time_limits: tuple[tuple[str, date], ...]
    answer_due_on: date
    documents: tuple[str, ...]


class TransferAccepted(Entry, frozen=True, kw_only=True):
    version: int
    from_office: str
    to_office: str
    reason: str
    mails: int
    moves: tuple[Move, ...] = ()
    #: The last day of the term, which had passed; None = answered in time, or no term was set.
    late_since: date | None = None


class TransferRefused(Entry, frozen=True, kw_only=True):
    version: int
    to_office: str
    reason: str
    late_since: date | None = None


class CasesLinked(Entry, frozen=True, kw_only=True):
    version: int
    #: The number of the other file.
    other: str
    ground: str
    limb: str | None
    reason: str
    decision: int
    lapsed: bool
    documents: tuple[str, ...]
    mails: int
    #: Where the file stands from now on, where that changed with it.
    status: str | None = None


class CasesUnlinked(Entry, frozen=True, kw_only=True):
    version: int
    other: str
    reason: str
    decision: int
    lapsed: bool
    documents: tuple[str, ...]
    mails: int
    #: Where the file stands from now on, where that changed with it.
    status: str | None = None


class CasesJoined(Entry, frozen=True, kw_only=True):
    """In the file that goes on."""

    version: int
    #: The numbers of the files that were joined into it.
    others: tuple[str, ...]
    ground: str
    limb: str
    reason: str
    changes: tuple[Change, ...]
    decision: int
    lapsed: bool
    documents: tuple[str, ...]
    mails: int
    #: Where the file stands from now on, where that changed with it.
    status: str | None = None


class JoinedInto(Entry, frozen=True, kw_only=True):
    """In a file whose work goes on in another one."""

    version: int
    other: str
    ground: str
    limb: str
    reason: str
    mails: int


class JoinderUndone(Entry, frozen=True, kw_only=True):
    """In both files."""

    version: int
    other: str
    reason: str
    changes: tuple[Change, ...]
    decision: int
    lapsed: bool
    documents: tuple[str, ...]
    mails: int
    #: Where the file stands from now on, where that changed with it.
    status: str | None = None


class CaseSplit(Entry, frozen=True, kw_only=True):
    """In the file that others left."""

    version: int
    other: str
    ground: str
    limb: str | None
    reason: str
    #: Ids of the rows that left, and of those that stand in both files.
    left: tuple[str, ...]
    both: tuple[str, ...]
    changes: tuple[Change, ...]
    decision: int
    lapsed: bool
    documents: tuple[str, ...]
    mails: int
    #: Where the file stands from now on, where that changed with it.
    status: str | None = None


class CaseSplitOff(Entry, frozen=True, kw_only=True):
    """The first entry of the file that came of it."""

    version: int = 1
    decision: int = 1
    other: str
    ground: str
    limb: str | None
    reason: str
    left: tuple[str, ...]
    both: tuple[str, ...]
    documents: tuple[str, ...]
    mails: int
    #: Where it stands, as it stood in the file that it came from, and its suspects where they part ways.
    status: str | None = None
    positions: tuple[tuple[str, str, str], ...] = ()


class CandidateDismissed(Entry, frozen=True, kw_only=True):
    version: int
    other: str
    reason: str


class TransferWithdrawn(Entry, frozen=True, kw_only=True):
    version: int
    to_office: str
    reason: str


class ConflictRaised(Entry, frozen=True, kw_only=True):
    version: int
    conflict: int
    #: positive: both claim the case; negative: both refuse it
    conflict_kind: str
    seats: tuple[str, str]
    #: Who settles it, by which article.
    settled_by: str
    settlers: tuple[str, ...]
    article: str
    ground: str | None
    reason: str


class ConflictSettled(Entry, frozen=True, kw_only=True):
    version: int
    conflict: int
    seats: tuple[str, str]
    settled_by: str
    ruled_on: date
    #: The office or court that has the case from now on.
    designated: str
    ecli: str | None
    reason: str
    #: Number of the decision that follows it; None = the present one stands.
    decision: int | None
    #: The holder changes with it.
    holder: str | None
    documents: tuple[str, ...]
    mails: int
    moves: tuple[Move, ...] = ()


class ConflictWithdrawn(Entry, frozen=True, kw_only=True):
    version: int
    conflict: int
    seats: tuple[str, str]
    reason: str


class _OfTimeLimit(Entry, frozen=True, kw_only=True):
    """What every entry about a clock says of it."""

    version: int
    #: Number of the clock, and its limit as it was called then.
    time_limit: int
    limit: str
    limit_title: str
    person: str | None
    offence: str | None
    due_on: date
    due_at: datetime | None


class TimeLimitStarted(_OfTimeLimit, frozen=True, kw_only=True):
    event: str
    starts_on: date
    starts_at: datetime | None
    #: The computed answer with its sum, and the law that it was computed by.
    answer: Due
    law_digest: str
    #: By what the register learned, without a choice of a person.
    automatic: bool
    #: Number of the service that it runs from.
    from_service: int | None = None
    reason: str | None


class TimeLimitMet(_OfTimeLimit, frozen=True, kw_only=True):
    met_on: date
    reason: str | None


class TimeLimitExtended(_OfTimeLimit, frozen=True, kw_only=True):
    #: A ground of the law data, and as it was called then.
    limit_ground: str
    limit_ground_title: str
    reason: str


class TimeLimitSuspended(_OfTimeLimit, frozen=True, kw_only=True):
    suspended_on: date
    limit_ground: str
    limit_ground_title: str
    reason: str


class TimeLimitResumed(_OfTimeLimit, frozen=True, kw_only=True):
    resumed_on: date
    reason: str


class TimeLimitStruck(_OfTimeLimit, frozen=True, kw_only=True):
    reason: str


class LimitationInterrupted(Entry, frozen=True, kw_only=True):
    """An act that interrupted the limitation under the law before 28 April 2024."""

    version: int
    acted_on: date
    #: investigation or prosecution.
    interrupting_act: str
    #: The paper that shows it.
    proven_by: str
    #: Ids of the report.
    of_offences: tuple[str, ...]
    #: Number of the file from which it came along with its offences.
    from_case: str | None = None


class LimitationSuspended(Entry, frozen=True, kw_only=True):
    version: int
    #: The first day on which it stood still.
    suspended_on: date
    #: The day on which it ran again; None = it stands still.
    until_on: date | None
    #: byLaw or legalObstacle.
    suspension_ground: str
    proven_by: str
    of_offences: tuple[str, ...]
    from_case: str | None = None


class LimitationResumed(Entry, frozen=True, kw_only=True):
    version: int
    #: Number of the entry of the suspension.
    suspension: int
    suspended_on: date
    resumed_on: date
    proven_by: str


class DocumentAsked(Entry, frozen=True, kw_only=True):
    document: int
    document_kind: str
    #: Id of the suspect whose copy it is.
    about: str | None = None
    #: The document in whose place it is made.
    remakes: int | None = None


class DocumentProposed(Entry, frozen=True, kw_only=True):
    document: int
    document_kind: str
    #: Of its bytes, in hexadecimal digits; so is that of the entries below.
    sha256: str


class DocumentSentBack(Entry, frozen=True, kw_only=True):
    document: int
    document_kind: str
    sha256: str
    reason: str


class DocumentSignedOff(Entry, frozen=True, kw_only=True):
    """Who signed off is who made the entry."""

    document: int
    document_kind: str
    sha256: str


class DocumentIssued(Entry, frozen=True, kw_only=True):
    document: int
    document_kind: str
    sha256: str
    #: Documents in whose place it comes.
    replaced: tuple[int, ...] = ()


class DocumentWithdrawn(Entry, frozen=True, kw_only=True):
    document: int
    document_kind: str
    sha256: str
    reason: str


class DocumentMade(Entry, frozen=True, kw_only=True):
    document: int
    document_kind: str
    #: In hexadecimal digits.
    sha256: str
    template_version: str


class DocumentFailed(Entry, frozen=True, kw_only=True):
    document: int
    document_kind: str
    failure: str


class PdfAsked(Entry, frozen=True, kw_only=True):
    document: int
    document_kind: str


class BundleAsked(Entry, frozen=True, kw_only=True):
    #: Within the file, from 1.
    bundle: int
    #: In their order, as document/<id> or piece/<id>.
    parts: tuple[str, ...]


class PdfMade(Entry, frozen=True, kw_only=True):
    #: One of the two: of a document, or a bundle by its number in the file.
    document: int | None
    bundle: int | None
    #: In hexadecimal digits.
    sha256: str
    pages: int
    #: Whose certificate sealed it.
    sealed_by: str | None


class PdfFailed(Entry, frozen=True, kw_only=True):
    document: int | None
    bundle: int | None
    failure: str


class MailResent(Entry, frozen=True, kw_only=True):
    delivery: int


class ProsecutorAssigned(Entry, frozen=True, kw_only=True):
    #: Of a choice by the head; the worker's assignments raise no version.
    version: int | None = None
    #: Its place among the assignments of the file.
    assignment: int
    #: A function code, never a name; so are all below.
    prosecutor: str
    #: draw, connexity, standIn or override; the reason of an override stays with the assignment.
    how: str
    stands_in_for: str | None = None
    #: Number and commitment of the seed that it was drawn with.
    seed: int | None = None
    commitment: str | None = None
    draw_number: int | None = None


class ProsecutorNotAssigned(Entry, frozen=True, kw_only=True):
    assignment: int
    #: emptyRoster, nobodyAvailable or noSeed.
    why: str


class AssignmentAsked(Entry, frozen=True, kw_only=True):
    version: int


class ProsecutorRecused(Entry, frozen=True, kw_only=True):
    version: int
    #: A function code; the reason stays within the office.
    prosecutor: str
    recusal_ground: str


class ContactAdded(Entry, frozen=True, kw_only=True):
    """Names, addresses and numbers stay with the contact."""

    version: int
    contact: int
    #: counsel, interpreter, prison or expert
    contact_kind: str
    #: Id of the person in the file.
    about_person: str | None
    from_on: date
    until_on: date | None
    #: The predecessor, who ended with it.
    replaces: int | None


class ContactEnded(Entry, frozen=True, kw_only=True):
    version: int
    contact: int
    contact_kind: str
    about_person: str | None
    until_on: date
    reason: str


class ContactCorrected(Entry, frozen=True, kw_only=True):
    version: int
    #: The right one, and the one that was wrong.
    contact: int
    corrects: int
    contact_kind: str
    about_person: str | None
    from_on: date
    until_on: date | None
    reason: str


class PartyTold(Entry, frozen=True, kw_only=True):
    """Somebody was told of an act, could not be, or need not be; never a name."""

    version: int
    #: Number of the row of who is to be told.
    row: int
    told_act: str
    told_role: str
    about_person: str | None
    #: The contact through whom; his name stays there.
    contact: int | None
    told_state: str
    told_how: str | None
    reason: str | None


class HearingSet(Entry, frozen=True, kw_only=True):
    version: int
    hearing: int
    court: str
    chamber: str
    chamber_kind: str
    starts_at: datetime
    #: The limit that the day was checked by; None = the law data have none for this kind of chamber.
    summons: str | None
    served_on: date | None
    first_lawful_on: date | None
    #: Of the president, for three days without a detained suspect.
    leave: str | None
    #: Why it was put beside what the sitting holds; by whom says the entry.
    overbooked: str | None
    reason: str
    to_tell: int
    mails: int
    #: Why a chamber in council sits past the end of the title of a detained suspect, and the last day that was safe.
    past_title: str | None = None
    title_until: date | None = None


class HearingMoved(Entry, frozen=True, kw_only=True):
    version: int
    hearing: int
    moved_from: datetime
    court: str
    chamber: str
    chamber_kind: str
    starts_at: datetime
    summons: str | None
    served_on: date | None
    first_lawful_on: date | None
    leave: str | None
    overbooked: str | None
    reason: str
    to_tell: int
    mails: int
    #: Why a chamber in council sits past the end of the title of a detained suspect, and the last day that was safe.
    past_title: str | None = None
    title_until: date | None = None


class HearingCancelled(Entry, frozen=True, kw_only=True):
    version: int
    hearing: int
    court: str
    chamber: str
    starts_at: datetime
    reason: str
    to_tell: int
    mails: int


class ServiceAsked(Entry, frozen=True, kw_only=True):
    version: int
    #: Numbers, in the order of the persons.
    services: tuple[int, ...]
    served_act: str
    served_persons: tuple[str, ...]
    manner: str
    served_hearing: int | None
    hearing_at: datetime | None
    #: Which judgment or order.
    act_reference: str | None
    asked_on: date


class _OfService(Entry, frozen=True, kw_only=True):
    version: int
    service: int
    served_act: str
    served_person: str
    manner: str
    served_hearing: int | None


class ServiceDone(_OfService, frozen=True, kw_only=True):
    served_on: date
    served_at: datetime | None
    presented_on: date | None
    in_person: bool
    proof: str
    proof_reference: str
    proof_on: date
    #: The first lawful day after it, where the hearing comes before that day.
    too_late_until: date | None
    clocks_started: int
    #: How many are told of the hearing by it.
    told_by_it: int


class ServiceFailed(_OfService, frozen=True, kw_only=True):
    failed_on: date
    reason: str


class ServiceWithdrawn(_OfService, frozen=True, kw_only=True):
    #: asked, done or failed.
    state_before: str
    #: He need not be served any more.
    needless: bool
    clocks_struck: int
    reason: str


class MailCameBack(Entry, frozen=True, kw_only=True):
    delivery: int
    #: Number of the task of a clerk.
    task: int
    #: bounce, autoReply or answer.
    back: str
    #: Of RFC 3463, such as 5.1.1.
    mail_status: str | None


class MailTaskClosed(Entry, frozen=True, kw_only=True):
    #: 0 = it named no mail of ours.
    delivery: int
    task: int
    back: str
    reason: str


class LimitReminded(Entry, frozen=True, kw_only=True):
    time_limit: int
    #: Until the day to act on.
    due_in_days: int
    #: Whole hours until the instant at which it ends; None = it ends with a day.
    due_in_hours: int | None = None
    #: 0 = nobody of the office left an address.
    mails: int


class LimitationReminded(Entry, frozen=True, kw_only=True):
    last_day: date
    #: Ids of the report.
    of_offences: tuple[str, ...]
    in_days: int
    #: 0 = nobody of the office left an address.
    mails: int


class TakenInCharge(Entry, frozen=True, kw_only=True):
    office: str
    #: Of what waited: detention, ordinary, cargoAlert.
    urgencies: tuple[str, ...]
    #: A function code; `entered by` may be the program that handed it in.
    taken_by: str
    #: page, api, phoneCard or import.
    via: str
    #: The day on which it was taken before the register knew of it, as whoever imported it said; None = when it was entered.
    taken_on: date | None = None


class Escalated(Entry, frozen=True, kw_only=True):
    office: str
    #: clerk, prosecutor or head.
    step: str
    urgency: str
    #: Function codes of whose turn it is: entered before any channel is tried, so it says nothing of what arrived.
    told: tuple[str, ...]
    #: head, named or nobody, where the duty was unfilled or held by somebody who may not read the file.
    fell_to: str | None


class CardRevoked(Entry, frozen=True, kw_only=True):
    office: str
    links: int


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


class JudgmentEntered(Entry, frozen=True, kw_only=True):
    version: int
    judgment: int
    judging_court: str
    pronounced_on: date
    judgment_ecli: str | None
    judgment_number: str | None
    outcomes: tuple[Outcome, ...]
    parties: tuple[Party, ...]
    #: How many were imposed; what they are stays with the judgment.
    penalties: int
    confiscations: int
    bans: int
    #: The judgment that was entered wrong.
    corrects_judgment: int | None
    reason: str | None
    #: The court whose registry entered it.
    registry: str | None
    status_before: str
    status: str
    moves: tuple[Move, ...]
    to_tell: int
    mails: int
    #: Ids of the seized items of which neither it nor a magistrate said anything.
    items_forgotten: tuple[str, ...] = ()


class RemedyLodged(Entry, frozen=True, kw_only=True):
    version: int
    judgment: int
    remedy_id: int
    remedy: str
    party_role: str
    #: Id within the report; empty = the prosecution.
    party: str
    against: tuple[str, ...]
    lodged_on: date
    grievances_on: date | None
    number: str | None
    late: bool
    registry: str | None
    status_before: str
    status: str
    moves: tuple[Move, ...]
    mails: int


class RemedyWaived(Entry, frozen=True, kw_only=True):
    version: int
    judgment: int
    remedy: str
    party_role: str
    party: str
    waived_on: date
    reason: str
    registry: str | None


class RemedyWithdrawn(Entry, frozen=True, kw_only=True):
    version: int
    judgment: int
    remedy_id: int
    remedy: str
    party_role: str
    party: str
    withdrawn_on: date
    reason: str
    registry: str | None


class FinalDay(msgspec.Struct, frozen=True, kw_only=True, rename="camel"):
    person: str
    offence: str
    final_on: date


class FinalityEstablished(Entry, frozen=True, kw_only=True):
    version: int
    final: tuple[FinalDay, ...]
    #: By the attest of the registry, where the register computes nothing.
    by_attest: bool
    attest: Paper | None
    status_before: str
    status: str
    moves: tuple[Move, ...]
    mails: int


class ExtractSent(Entry, frozen=True, kw_only=True):
    version: int
    judgment: int
    extract: int
    extract_kind: str
    person: str | None
    #: sent or notNeeded.
    extract_state: str
    sent_on: date | None
    reason: str | None
    registry: str | None
    status_before: str
    status: str
    moves: tuple[Move, ...]


class CustodyEnded(Entry, frozen=True, kw_only=True):
    version: int
    judgment: int
    ban: int
    person: str
    custody_ended: str
    ended_on: date
    #: The days of the port ban that follow from it.
    ban_from: date | None
    ban_until: date | None
    registry: str | None


class PieceAttached(Entry, frozen=True, kw_only=True):
    """Of the open file; what comes into the confidential one is told by ConfidentialPartChanged alone."""

    version: int
    piece: int
    piece_kind: str
    #: The service that made it.
    piece_author: str
    piece_number: str | None
    piece_notice_number: str | None
    piece_pages: int | None
    piece_dated_on: date | None
    #: file, scan or paper
    medium: str
    mark: str
    #: Of the bytes; None = on paper only.
    sha256: str | None
    #: Why its bytes are in quarantine; empty = they are not.
    quarantine: tuple[str, ...] = ()
    #: It was said that the same bytes are in the file on purpose.
    same_bytes_confirmed: bool = False
    #: The file from which it was moved here.
    moved_from: str | None = None
    reason: str | None = None


class PieceMoved(Entry, frozen=True, kw_only=True):
    """In the file that it left; the other one has a PieceAttached."""

    version: int
    piece: int
    piece_kind: str
    piece_number: str | None
    sha256: str | None
    moved_to: str
    reason: str


class PieceWithdrawn(Entry, frozen=True, kw_only=True):
    version: int
    piece: int
    piece_kind: str
    piece_number: str | None
    sha256: str | None
    reason: str


class ConfidentialPartChanged(Entry, frozen=True, kw_only=True):
    """A magistrate changed the confidential file (art. 235ter, par. 3 Sv.); what, when and why stands there alone."""

    version: int


class ItemKept(Entry, frozen=True, kw_only=True):
    """Where a seized item lies and what is known of it; it says what the line says, which a later one replaces."""

    version: int
    #: Number of the line, and id of the reported seizure.
    item_act: int
    item: str
    custodian: str
    custodian_name: str | None
    item_place: str
    seal: str | None
    item_reference: str | None
    #: In kilograms, as text.
    gross_kg: str | None
    laboratory_kg: str | None
    sample: str | None
    daily_cost_cents: int | None
    kept_from: date


class ItemDecided(Entry, frozen=True, kw_only=True):
    version: int
    item_act: int
    item: str
    item_decision: str
    #: Account of the magistrate; his name stands with the account.
    magistrate: int
    item_decided_on: date
    #: What it rests on in the law of that day.
    citations: tuple[str, ...]
    reason: str


class ItemCarriedOut(Entry, frozen=True, kw_only=True):
    version: int
    item_act: int
    item: str
    item_decision: str
    carried_out_on: date
    item_proof: str | None


class ItemActStruck(Entry, frozen=True, kw_only=True):
    """A line of an item was entered in error; it stays, struck through."""

    version: int
    item_act: int
    item: str
    #: kept, decided or carriedOut
    struck_act: str
    reason: str


#: Every kind that an action of the register writes; ContentErased is written by store/entries.
KINDS: tuple[type[Entry], ...] = (
    CaseRegistered,
    FactsAmended,
    ReportAdded,
    JurisdictionDecided,
    DecisionOverridden,
    DecidedUnderNewLaw,
    ConfidentialitySet,
    CaseReferred,
    StatusChanged,
    EntryStruck,
    CompetenceConfirmed,
    CompetenceChallenged,
    ChallengeRuled,
    TransferOffered,
    TransferAccepted,
    TransferRefused,
    TransferWithdrawn,
    ConflictRaised,
    ConflictSettled,
    ConflictWithdrawn,
    CasesLinked,
    CasesUnlinked,
    CasesJoined,
    JoinedInto,
    JoinderUndone,
    CaseSplit,
    CaseSplitOff,
    CandidateDismissed,
    TimeLimitStarted,
    TimeLimitMet,
    TimeLimitExtended,
    TimeLimitSuspended,
    TimeLimitResumed,
    TimeLimitStruck,
    LimitationInterrupted,
    LimitationSuspended,
    LimitationResumed,
    DocumentAsked,
    DocumentMade,
    DocumentProposed,
    DocumentSentBack,
    DocumentSignedOff,
    DocumentIssued,
    DocumentWithdrawn,
    DocumentFailed,
    PdfAsked,
    BundleAsked,
    PdfMade,
    PdfFailed,
    MailResent,
    MailCameBack,
    MailTaskClosed,
    LimitReminded,
    LimitationReminded,
    ProsecutorAssigned,
    ProsecutorNotAssigned,
    AssignmentAsked,
    ProsecutorRecused,
    ContactAdded,
    ContactEnded,
    ContactCorrected,
    PartyTold,
    HearingSet,
    HearingMoved,
    HearingCancelled,
    ServiceAsked,
    ServiceDone,
    ServiceFailed,
    ServiceWithdrawn,
    JudgmentEntered,
    RemedyLodged,
    RemedyWaived,
    RemedyWithdrawn,
    FinalityEstablished,
    ExtractSent,
    CustodyEnded,
    TakenInCharge,
    Escalated,
    CardRevoked,
    RequestAsked,
    RequestDueMoved,
    RequestWithdrawn,
    RequestReminded,
    RequestLinksRevoked,
    RequestLinkMade,
    AnswerProposed,
    AnswerAccepted,
    AnswerRefused,
    PieceAttached,
    PieceMoved,
    PieceWithdrawn,
    ConfidentialPartChanged,
    ItemKept,
    ItemDecided,
    ItemCarriedOut,
    ItemActStruck,
)

#: What each kind says in a sentence about who did it.
TITLES_NL: dict[str, str] = {
    "CaseRegistered": "dossier ingeschreven",
    "FactsAmended": "feiten verbeterd",
    "ReportAdded": "later verslag toegevoegd",
    "JurisdictionDecided": "bevoegdheid beslist",
    "DecisionOverridden": "beslissing gewijzigd",
    "DecidedUnderNewLaw": "opnieuw beslist na een wijziging van de wet",
    "ConfidentialitySet": "vertrouwelijkheid gewijzigd",
    "CaseReferred": "verwezen naar de rechtbank",
    "StatusChanged": "stand gewijzigd",
    "EntryStruck": "registerlijn doorgehaald",
    "CompetenceConfirmed": "bevoegdheid bevestigd",
    "CompetenceChallenged": "bevoegdheid betwist",
    "ChallengeRuled": "uitspraak over de bevoegdheid",
    "TransferOffered": "overdracht aangeboden",
    "TransferAccepted": "overdracht aanvaard",
    "TransferRefused": "overdracht geweigerd",
    "TransferWithdrawn": "aanbod van overdracht ingetrokken",
    "ConflictRaised": "bevoegdheidsgeschil opgeworpen",
    "ConflictSettled": "bevoegdheidsgeschil beslecht",
    "ConflictWithdrawn": "bevoegdheidsgeschil ingetrokken",
    "CasesLinked": "verband met een ander dossier vastgesteld",
    "CasesUnlinked": "verband met een ander dossier ongedaan gemaakt",
    "CasesJoined": "andere dossiers gevoegd bij dit dossier",
    "JoinedInto": "dossier gevoegd bij een ander dossier",
    "JoinderUndone": "voeging ongedaan gemaakt",
    "CaseSplit": "dossier gesplitst",
    "CaseSplitOff": "dossier afgesplitst en ingeschreven",
    "CandidateDismissed": "gelijkend dossier nagekeken: niet hetzelfde",
    "TimeLimitStarted": "termijn begonnen",
    "TimeLimitMet": "termijn nageleefd",
    "TimeLimitExtended": "termijn verlengd",
    "TimeLimitSuspended": "termijn geschorst",
    "TimeLimitResumed": "termijn hervat",
    "TimeLimitStruck": "termijn geschrapt",
    "LimitationInterrupted": "verjaring gestuit",
    "LimitationSuspended": "verjaring geschorst",
    "LimitationResumed": "verjaring loopt weer",
    "DocumentAsked": "document gevraagd",
    "DocumentMade": "document gemaakt",
    "DocumentFailed": "document niet gemaakt",
    "PdfAsked": "PDF gevraagd",
    "BundleAsked": "bundel gevraagd",
    "PdfMade": "PDF gemaakt",
    "PdfFailed": "PDF niet gemaakt",
    "DocumentProposed": "document voorgesteld ter ondertekening",
    "DocumentSentBack": "document teruggestuurd",
    "DocumentSignedOff": "document goedgekeurd door een magistraat",
    "DocumentIssued": "document uitgegeven",
    "DocumentWithdrawn": "document ingetrokken",
    "MailResent": "mail opnieuw in de wachtrij",
    "MailCameBack": "mail kwam terug of werd beantwoord",
    "MailTaskClosed": "taak over een mail afgehandeld",
    "LimitReminded": "aan een termijn herinnerd",
    "LimitationReminded": "aan een verjaring herinnerd",
    "ProsecutorAssigned": "toegewezen aan een havenprocureur",
    "ProsecutorNotAssigned": "aan niemand toegewezen",
    "AssignmentAsked": "nieuwe toewijzing gevraagd",
    "ProsecutorRecused": "havenprocureur verschoond",
    "ContactAdded": "contact toegevoegd",
    "ContactEnded": "contact beëindigd",
    "ContactCorrected": "contact verbeterd",
    "PartyTold": "verwittiging genoteerd",
    "HearingSet": "zitting bepaald",
    "HearingMoved": "zitting verplaatst",
    "HearingCancelled": "zitting afgelast",
    "ServiceAsked": "betekening gevraagd",
    "ServiceDone": "betekening gedaan",
    "ServiceFailed": "betekening mislukt",
    "ServiceWithdrawn": "betekening ingetrokken",
    "JudgmentEntered": "vonnis ingeschreven",
    "RemedyLodged": "rechtsmiddel ingesteld",
    "RemedyWaived": "afstand van een rechtsmiddel",
    "RemedyWithdrawn": "rechtsmiddel ingetrokken",
    "FinalityEstablished": "in kracht van gewijsde vastgesteld",
    "ExtractSent": "uittreksel afgehandeld",
    "CustodyEnded": "einde van de gevangenisstraf bij een havenverbod",
    "TakenInCharge": "in behandeling genomen",
    "Escalated": "niet opgenomen: de volgende is aan zet",
    "CardRevoked": "korte link ingetrokken",
    "RequestAsked": "vraag gesteld",
    "RequestDueMoved": "antwoorddag van een vraag verplaatst",
    "RequestWithdrawn": "vraag ingetrokken",
    "RequestReminded": "aan een vraag herinnerd",
    "RequestLinksRevoked": "persoonlijke links van een vraag ingetrokken",
    "RequestLinkMade": "persoonlijke link van een vraag gemaakt om te overhandigen",
    "AnswerProposed": "antwoord ontvangen",
    "AnswerAccepted": "antwoord aanvaard",
    "AnswerRefused": "antwoord geweigerd",
    "PieceAttached": "stuk bij het dossier gevoegd",
    "PieceMoved": "stuk verplaatst naar een ander dossier",
    "PieceWithdrawn": "stuk ingetrokken",
    "ConfidentialPartChanged": "vertrouwelijk dossier bijgewerkt door een magistraat",
    "ItemKept": "bewaring van een in beslag genomen goed genoteerd",
    "ItemDecided": "beslist over een in beslag genomen goed",
    "ItemCarriedOut": "beslissing over een in beslag genomen goed uitgevoerd",
    "ItemActStruck": "regel over een in beslag genomen goed doorgehaald",
    "ContentErased": "inhoud gewist",
}


def kind_of(entry: Entry) -> str:
    return type(entry).__name__


def content_of(entry: Entry) -> dict[str, Any]:
    """As the docket keeps it."""
    return msgspec.to_builtins(entry)
