"""The docket of a file as a timeline: each entry one line in official words, with who and when, and what was struck through; pure."""

from collections.abc import Iterable, Mapping
from datetime import date, datetime
from typing import Literal

import msgspec

from docket import entries, entry_lines, titles
from docket.clock import court_day
from docket.store.search import EntryLine
from routing import Law

Group = Literal[
    "facts",
    "jurisdiction",
    "life",
    "charge",
    "people",
    "hearings",
    "judgments",
    "services",
    "connected",
    "requests",
    "papers",
    "pieces",
    "items",
    "assignment",
    "access",
]
#: What kinds of entries belong together, for whoever looks for one.
GROUPS: Mapping[Group, tuple[str, ...]] = {
    "facts": ("CaseRegistered", "FactsAmended", "ReportAdded"),
    "jurisdiction": (
        "JurisdictionDecided",
        "DecisionOverridden",
        "DecidedUnderNewLaw",
        "CompetenceConfirmed",
        "CompetenceChallenged",
        "ChallengeRuled",
        "TransferOffered",
        "TransferAccepted",
        "TransferRefused",
        "TransferWithdrawn",
        "ConflictRaised",
        "ConflictSettled",
        "ConflictWithdrawn",
    ),
    "life": ("CaseReferred", "StatusChanged", "EntryStruck", "StandingRestored"),
    "people": ("ContactAdded", "ContactEnded", "ContactCorrected", "PartyTold"),
    "hearings": ("HearingSet", "HearingMoved", "HearingCancelled"),
    "services": ("ServiceAsked", "ServiceDone", "ServiceFailed", "ServiceWithdrawn"),
    "judgments": (
        "JudgmentEntered",
        "RemedyLodged",
        "RemedyWaived",
        "RemedyWithdrawn",
        "FinalityEstablished",
        "ExtractSent",
        "CustodyEnded",
    ),
    "connected": (
        "CasesLinked",
        "CasesUnlinked",
        "CasesJoined",
        "JoinedInto",
        "JoinderUndone",
        "CaseSplit",
        "CaseSplitOff",
        "CandidateDismissed",
    ),
    "charge": ("TakenInCharge", "TakenOver", "GivenBack", "Escalated", "CardRevoked"),
    "requests": (
        "RequestAsked",
        "RequestDueMoved",
        "RequestWithdrawn",
        "RequestReminded",
        "RequestLinksRevoked",
        "RequestLinkMade",
        "AnswerProposed",
        "AnswerAccepted",
        "AnswerRefused",
    ),
    "papers": (
        "DocumentAsked",
        "DocumentMade",
        "DocumentFailed",
        "PdfAsked",
        "BundleAsked",
        "PdfMade",
        "PdfFailed",
        "DocumentProposed",
        "DocumentSentBack",
        "DocumentSignedOff",
        "DocumentIssued",
        "DocumentWithdrawn",
        "MailResent",
        "MailCameBack",
        "MailTaskClosed",
        "LimitReminded",
        "LimitationReminded",
    ),
    "pieces": ("PieceAttached", "PieceMoved", "PieceWithdrawn", "ConfidentialPartChanged"),
    "items": ("ItemKept", "ItemDecided", "ItemCarriedOut", "ItemActStruck"),
    "assignment": ("ProsecutorAssigned", "ProsecutorNotAssigned", "AssignmentAsked", "ProsecutorRecused"),
    "access": ("ConfidentialitySet", "ContentErased"),
}
GROUP_TITLES: Mapping[str, str] = {
    "facts": "feiten en verslagen",
    "jurisdiction": "bevoegdheid",
    "life": "levensloop",
    "limits": "termijnen",
    "charge": "behandeling en wacht",
    "people": "betrokkenen",
    "hearings": "zittingen",
    "services": "betekeningen",
    "judgments": "vonnis en rechtsmiddelen",
    "connected": "verbanden",
    "requests": "vragen en antwoorden",
    "papers": "documenten en mails",
    "pieces": "binnengekomen stukken",
    "items": "in beslag genomen goederen",
    "assignment": "toewijzing",
    "access": "vertrouwelijkheid en bewaring",
    "other": "andere",
}
#: Entries that state a fact which a person typed, and what striking one through leaves as it is.
NOT_UNDONE: Mapping[str, str] = {
    "FactsAmended": "De gegevens van het dossier blijven zoals ze verbeterd zijn; verbeter ze opnieuw als dat moet.",
    "ReportAdded": "Wat het verslag aan het dossier toevoegde, blijft erin staan; verbeter het dossier als dat moet.",
    "CompetenceChallenged": "De betwisting blijft ingeschreven en wacht op haar uitspraak.",
    "ChallengeRuled": "De uitspraak blijft gelden tot een volgende ingeschreven wordt.",
    "CandidateDismissed": "Het gelijkende dossier wordt niet opnieuw voorgesteld tot er iets nieuws voor spreekt.",
    "CasesLinked": "Het verband blijft liggen; maak het los als het er niet is.",
    "StatusChanged": "De stand van het dossier en van de verdachten blijft; schrijf in wat er werkelijk gebeurde.",
    "TimeLimitMet": "De termijn blijft nageleefd staan; begin hem opnieuw als hij nog loopt.",
    "LimitationInterrupted": "De daad telt niet meer mee voor de verjaring; wat op de vroegere berekening steunde, blijft staan.",
    "LimitationSuspended": "De schorsing telt niet meer mee voor de verjaring; wat op de vroegere berekening steunde, blijft staan.",
    "LimitationResumed": "De schorsing loopt weer zoals ze ingeschreven was; wat op de vroegere berekening steunde, blijft staan.",
}


#: Entries that moved somebody and that a magistrate may undo (`restore_standing`).
RESTORABLE = ("StatusChanged", "FinalityEstablished", "ExtractSent")


class Line(msgspec.Struct, frozen=True, kw_only=True, rename="camel"):
    seq: int
    kind: str
    group: str
    entered_at: datetime
    #: In court time.
    entered_on: date
    #: A function code, never a name; and in words.
    entered_by: str
    by: str
    #: The whole entry in one sentence; empty once its content was erased.
    text: str
    erased: bool
    #: Number of the entry that struck it through, and why; None = it stands.
    struck_by: int | None = None
    struck_reason: str | None = None
    #: Number of the entry by which a magistrate put everybody back; None = nobody did.
    restored_by: int | None = None
    #: What striking it does not undo; empty = it is no entry that can be struck.
    not_undone: str = ""
    hash: str

    @property
    def may_be_restored(self) -> bool:
        """Struck or not: where everybody stands is put back apart."""
        return self.kind in RESTORABLE and self.restored_by is None and not self.erased

    @property
    def may_be_struck(self) -> bool:
        return bool(self.not_undone) and self.struck_by is None and not self.erased


class Wanted(msgspec.Struct, frozen=True, kw_only=True):
    """None = whichever."""

    group: str | None = None
    #: A function code.
    by: str | None = None
    #: Court days, both included.
    first_day: date | None = None
    last_day: date | None = None

    def covers(self, line: Line) -> bool:
        return (
            self.group in (None, line.group)
            and self.by in (None, line.entered_by)
            and (self.first_day is None or self.first_day <= line.entered_on)
            and (self.last_day is None or line.entered_on <= self.last_day)
        )


def group_of(kind: str) -> str:
    if kind.startswith(("TimeLimit", "Limitation")):
        return "limits"
    return next((group for group, kinds in GROUPS.items() if kind in kinds), "other")


def lines_of(found: Iterable[EntryLine], law: Law, wanted: Wanted | None = None) -> tuple[Line, ...]:
    """Oldest first, those that are wanted."""
    found = tuple(found)
    struck = {
        entry.content["struck"]: (entry.seq, entry.content["reason"])
        for entry in found
        if entry.kind == entries.EntryStruck.__name__ and isinstance(entry.content, dict)
    }
    restored = {
        entry.content["undone"]: entry.seq
        for entry in found
        if entry.kind == entries.StandingRestored.__name__ and isinstance(entry.content, dict)
    }
    lines = (_line(entry, law, struck.get(entry.seq), restored.get(entry.seq)) for entry in found)
    return tuple(line for line in lines if wanted is None or wanted.covers(line))


def _line(entry: EntryLine, law: Law, struck: tuple[int, str] | None, restored: int | None) -> Line:
    content = entry.content if isinstance(entry.content, dict) else {}
    return Line(
        seq=entry.seq,
        kind=entry.kind,
        group=group_of(entry.kind),
        entered_at=entry.entered_at,
        entered_on=court_day(entry.entered_at),
        entered_by=entry.entered_by,
        by=titles.who(entry.entered_by),
        text=entry_lines.sentence(entry.kind, content, law) if entry.erased_at is None else "",
        erased=entry.erased_at is not None,
        struck_by=struck[0] if struck else None,
        struck_reason=struck[1] if struck else None,
        restored_by=restored,
        not_undone="" if restored else NOT_UNDONE.get(entry.kind, ""),
        hash=entry.hash,
    )
