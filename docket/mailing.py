"""Which changes of a file are mailed to its investigators at once, which are told in the list of the day, and which are not; pure."""

from collections.abc import Mapping
from datetime import timedelta
from typing import Literal

from docket import entries

#: mail = one for each investigator; list = a line in the list of the day; nothing = it says nothing that he acts on, or may not leave.
Told = Literal["mail", "list", "nothing"]
#: A meaningful change moves the file, asks something or sets a day; its verb writes the mail in its own transaction.
RULES: Mapping[str, Told] = {
    "CaseRegistered": "mail",
    "FactsAmended": "mail",
    "ReportAdded": "mail",
    "JurisdictionDecided": "mail",
    "DecisionOverridden": "mail",
    "DecidedUnderNewLaw": "mail",
    "CaseReferred": "mail",
    "StatusChanged": "mail",
    "TransferAccepted": "mail",
    "ConflictSettled": "mail",
    "CasesLinked": "mail",
    "CasesUnlinked": "mail",
    "CasesJoined": "mail",
    "JoinedInto": "mail",
    "JoinderUndone": "mail",
    "CaseSplit": "mail",
    "CaseSplitOff": "mail",
    "HearingSet": "mail",
    "HearingMoved": "mail",
    "HearingCancelled": "mail",
    "JudgmentEntered": "mail",
    "RemedyLodged": "mail",
    "FinalityEstablished": "mail",
    "TakenInCharge": "list",
    "TakenOver": "list",
    "ProsecutorAssigned": "list",
    "TransferOffered": "list",
    "TransferRefused": "list",
    "TransferWithdrawn": "list",
    "ConflictRaised": "list",
    "ConflictWithdrawn": "list",
    "CompetenceConfirmed": "list",
    "RemedyWaived": "list",
    "RemedyWithdrawn": "list",
    "ExtractSent": "list",
    "ServiceDone": "list",
    "ServiceFailed": "list",
    "AnswerAccepted": "list",
    "AnswerRefused": "list",
    "RequestWithdrawn": "list",
    # When a penalty ended is a day of a detained person.
    "CustodyEnded": "nothing",
    "ConfidentialitySet": "nothing",
    "EntryStruck": "nothing",
    "StandingRestored": "nothing",
    "CompetenceChallenged": "nothing",
    "ChallengeRuled": "nothing",
    "CandidateDismissed": "nothing",
    # The days of a detained person may not leave the office, and a clock says whose it is.
    "TimeLimitStarted": "nothing",
    "TimeLimitMet": "nothing",
    "TimeLimitExtended": "nothing",
    "TimeLimitSuspended": "nothing",
    "TimeLimitResumed": "nothing",
    "TimeLimitStruck": "nothing",
    # An act of the inquiry stands in the file, not in a mail.
    "LimitationInterrupted": "nothing",
    "LimitationSuspended": "nothing",
    "LimitationResumed": "nothing",
    "LimitReminded": "nothing",
    "LimitationReminded": "nothing",
    "DocumentAsked": "nothing",
    "DocumentMade": "nothing",
    "DocumentFailed": "nothing",
    "PdfAsked": "nothing",
    "BundleAsked": "nothing",
    "PdfMade": "nothing",
    "PdfFailed": "nothing",
    "DocumentProposed": "nothing",
    "DocumentSentBack": "nothing",
    "DocumentSignedOff": "nothing",
    "DocumentIssued": "nothing",
    "DocumentWithdrawn": "nothing",
    "MailResent": "nothing",
    "MailCameBack": "nothing",
    "MailTaskClosed": "nothing",
    "ProsecutorNotAssigned": "nothing",
    "AssignmentAsked": "nothing",
    "ProsecutorRecused": "nothing",
    "ContactAdded": "nothing",
    "ContactEnded": "nothing",
    "ContactCorrected": "nothing",
    "PartyTold": "nothing",
    "ServiceAsked": "nothing",
    "ServiceWithdrawn": "nothing",
    "Escalated": "nothing",
    "GivenBack": "nothing",
    "CardRevoked": "nothing",
    # What is asked of him comes in a mail of its own.
    "RequestAsked": "nothing",
    "RequestDueMoved": "nothing",
    "RequestReminded": "nothing",
    "RequestLinksRevoked": "nothing",
    "RequestLinkMade": "nothing",
    "AnswerProposed": "nothing",
    # What lies in a file stands in the file, and so does where a seized item lies.
    "PieceAttached": "nothing",
    "PieceMoved": "nothing",
    "PieceWithdrawn": "nothing",
    "ConfidentialPartChanged": "nothing",
    "ItemKept": "nothing",
    "ItemDecided": "nothing",
    "ItemCarriedOut": "nothing",
    "ItemActStruck": "nothing",
    "ContentErased": "nothing",
}
LISTED = frozenset(kind for kind, told in RULES.items() if told == "list")
#: So many mails about one file go to one investigator within a week; the rest stands in the list of the day.
MOST_A_WEEK = 5
WEEK = timedelta(days=7)
_TOLD_NL: Mapping[Told, str] = {"mail": "Een mail", "list": "In het dagoverzicht", "nothing": "Niet gemeld"}


def page() -> str:
    """docs/mails.md."""
    lines = []
    for told in ("mail", "list", "nothing"):
        lines += ["", f"## {_TOLD_NL[told]}", ""]
        lines += [f"- {entries.TITLES_NL[kind]} (`{kind}`)" for kind, rule in RULES.items() if rule == told]
    return f"""# Wat een onderzoeker gemaild krijgt

Gemaakt uit `docket/mailing.py` door `python -m docket.mail_page`; verander het daar.

Een mail is pseudoniem: nummer, stand, dag, bevoegde dienst, wat gevraagd wordt en wie te bellen. Per dossier krijgt een onderzoeker
ten hoogste {MOST_A_WEEK} mails in {WEEK.days} dagen; wat daarboven komt, staat in zijn dagoverzicht.

Het dagoverzicht vertrekt 's morgens na zes uur. Het noemt elke mail die hem de dag ervoor verzonden werd, met haar uur, en elke
wijziging die geen eigen mail had; wie een mail mist, ziet het dus. Zonder mail en zonder wijziging is er geen.
{chr(10).join(lines)}
"""
