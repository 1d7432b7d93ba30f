"""Who may do what: one table of role, action and confidentiality, asked by every read and write path."""

from collections.abc import Mapping
from typing import Literal, get_args

import msgspec

from docket.errors import MissingScope

Role = Literal["clerk", "prosecutor", "headOfOffice", "officeClient", "courtRegistrar", "registryClient", "administrator", "auditor"]
Action = Literal[
    "registerCase",
    "previewRouting",
    "readCase",
    "amendCase",
    "addReport",
    "settleDecision",
    "overrideDecision",
    "setConfidentiality",
    "referCase",
    "changeStatus",
    "decideStatus",
    "strikeEntry",
    "confirmCompetence",
    "challengeCompetence",
    "ruleOnChallenge",
    "keepTimeLimits",
    "offerTransfer",
    "answerTransfer",
    "linkCases",
    "joinCases",
    "splitCase",
    "raiseConflict",
    "settleConflict",
    "readElsewhere",
    "makeDocument",
    "keepTemplates",
    "readAddresses",
    "keepAddresses",
    "signDocument",
    "readDocument",
    "resendMail",
    "readEntries",
    "readAccessLog",
    "manageAccounts",
    "keepRoster",
    "overrideAssignment",
    "askAssignment",
    "recuseProsecutor",
    "setAbsence",
    "simulateLaw",
    "enactLaw",
    "readRoster",
    "readDraws",
    "keepContacts",
    "tellParties",
    "setHearing",
    "keepChambers",
    "keepServices",
    "enterJudgment",
    "lodgeRemedy",
    "establishFinal",
    "sendExtract",
    "takeInCharge",
    "readDuty",
    "keepDutyRoster",
    "keepRequests",
    "keepPieces",
    "readPiece",
    "keepConfidentialPart",
    "readConfidentialPart",
    "keepItems",
    "decideItem",
    "makeInventory",
]
Scope = Literal["cases:read", "cases:write", "documents:read", "entries:read", "routing:preview", "law:simulate"]

_WRITING: frozenset[Action] = frozenset(
    {
        "registerCase",
        "previewRouting",
        "readCase",
        "amendCase",
        "addReport",
        "changeStatus",
        "strikeEntry",
        "makeDocument",
        "readDocument",
        "resendMail",
        "keepTimeLimits",
        "offerTransfer",
        "linkCases",
        "challengeCompetence",
        "ruleOnChallenge",
        "readElsewhere",
        "readEntries",
        "readRoster",
        "keepContacts",
        "tellParties",
        "setHearing",
        "keepServices",
        "enterJudgment",
        "lodgeRemedy",
        "establishFinal",
        "sendExtract",
        "takeInCharge",
        "readDuty",
        "keepRequests",
        "keepPieces",
        "readPiece",
        "keepItems",
        "makeInventory",
        "readAddresses",
    }
)
_DECIDING: frozenset[Action] = _WRITING | frozenset[Action](
    {
        "settleDecision",
        "overrideDecision",
        "setConfidentiality",
        "referCase",
        "decideStatus",
        "confirmCompetence",
        "answerTransfer",
        "signDocument",
        "askAssignment",
        "recuseProsecutor",
        "setAbsence",
        "joinCases",
        "splitCase",
        "simulateLaw",
        "enactLaw",
        "raiseConflict",
        "settleConflict",
        "decideItem",
        # The confidential file of special investigation methods is for magistrates only (art. 235ter, par. 3 Sv.).
        "keepConfidentialPart",
        "readConfidentialPart",
    }
)
#: The roster and a choice past the draw are the head's.
_HEADING: frozenset[Action] = _DECIDING | frozenset[Action](
    {"keepTemplates", "keepAddresses", "keepRoster", "overrideAssignment", "readDraws", "keepChambers", "keepDutyRoster"}
)

_HEARING: frozenset[Action] = frozenset[Action]({"tellParties", "setHearing", "keepChambers", "keepServices", "keepAddresses"})
#: Of its own court: its judgments, what was declared at its registry, and the extracts that it sends.
_JUDGING: frozenset[Action] = frozenset[Action]({"enterJudgment", "lodgeRemedy", "sendExtract"})

_REGISTRY: frozenset[Action] = frozenset[Action](
    {"readCase", "readDocument", "readPiece", "makeInventory", "readEntries", "previewRouting", "readElsewhere", "readAddresses"}
)

#: What each role may do at all; on which case is said by REACH.
ACTIONS: dict[Role, frozenset[Action]] = {
    "clerk": _WRITING,
    "officeClient": _WRITING,
    "prosecutor": _DECIDING,
    "headOfOffice": _HEADING,
    # A registry keeps the chambers, hearings, services and judgments of its own court, and says who was told of them.
    "courtRegistrar": _REGISTRY | _HEARING | _JUDGING,
    # What its own court was asked and ruled about competence, its hearings and its judgments; nothing else of the file.
    "registryClient": _REGISTRY | frozenset[Action]({"challengeCompetence", "ruleOnChallenge"}) | _HEARING | _JUDGING,
    "administrator": frozenset({"manageAccounts", "keepTemplates", "readAddresses", "keepAddresses"}),
    "auditor": frozenset({"readEntries", "readAccessLog", "readDraws"}),
}

#: What may still be done to a file that was joined into another one; all other work goes on there. No clock stops by a joinder, and
#: what was asked before it still comes back, and is taken in charge there when it is late.
WHILE_JOINED: frozenset[Action] = frozenset(
    {"joinCases", "keepTimeLimits", "setConfidentiality", "makeDocument", "resendMail", "keepRequests", "takeInCharge"}
)

#: How far a role reaches by the confidentiality of a case. office = a track names its office or the office holds it;
#: court = a referred track names its court, or an appeal that stands brought the file before it; named = he is named on the case;
#: everything = entries without content.
Reach = Literal["office", "officeAndNamed", "named", "court", "none"]
REACH: dict[Role, dict[str, Reach]] = {
    "clerk": {"ordinary": "office", "restricted": "officeAndNamed", "sealed": "named"},
    "officeClient": {"ordinary": "office", "restricted": "officeAndNamed", "sealed": "named"},
    "prosecutor": {"ordinary": "office", "restricted": "office", "sealed": "named"},
    "headOfOffice": {"ordinary": "office", "restricted": "office", "sealed": "named"},
    "courtRegistrar": {"ordinary": "court", "restricted": "court", "sealed": "none"},
    "registryClient": {"ordinary": "court", "restricted": "court", "sealed": "none"},
    "administrator": {"ordinary": "none", "restricted": "none", "sealed": "none"},
    "auditor": {"ordinary": "none", "restricted": "none", "sealed": "none"},
}


class Actor(msgspec.Struct, frozen=True, kw_only=True):
    """Who acts: a signed-in user, an API client, or the import and worker of the product itself."""

    account_id: int | None
    #: What entries and the access log show: a function code such as `clerk:17`, never a person's name.
    code: str
    roles: frozenset[Role]
    office: str | None = None
    court: str | None = None
    #: Only API clients are held to scopes; None = not a client.
    scopes: frozenset[str] | None = None

    @property
    def registry_of(self) -> str | None:
        """The court whose registry acts; None = an office does, or the product itself."""
        return self.court if self.office is None else None

    def may(self, action: Action) -> bool:
        return any(action in ACTIONS[role] for role in self.roles)

    def require(self, action: Action) -> None:
        """Refuses an action that no role of the actor has, whatever the case."""
        if not self.may(action):
            raise MissingScope


#: The command line and the worker: whoever may start them holds the machine already. Sees no case.
SYSTEM = Actor(account_id=None, code="system", roles=frozenset({"administrator"}))


class Visibility(msgspec.Struct, frozen=True, kw_only=True):
    """The table turned into the parameters of one SQL condition (`case_visible` in migrations/0001_register.sql)."""

    account_id: int
    office: str
    court: str
    #: confidentialities that the actor's office opens to him
    by_office: list[str]
    #: confidentialities that the office opens only to those named on the case
    by_office_when_named: list[str]
    #: confidentialities open to whoever is named
    by_name: list[str]
    by_court: list[str]


def visibility(actor: Actor, action: Action = "readCase") -> Visibility:
    """On which cases the actor may do this: only the roles that hold the action count."""
    roles = [role for role in actor.roles if action in ACTIONS[role]]
    reached = {level: {REACH[role][level] for role in roles} for level in ("ordinary", "restricted", "sealed")}

    def levels(reach: Reach) -> list[str]:
        return [level for level, reaches in reached.items() if reach in reaches]

    return Visibility(
        account_id=actor.account_id or 0,
        office=actor.office or "",
        court=actor.court or "",
        by_office=levels("office"),
        by_office_when_named=levels("officeAndNamed"),
        by_name=levels("named"),
        by_court=levels("court"),
    )


#: Entries that only those may see who may do this: that there is a confidential file (art. 235ter, par. 3 Sv.) is no business of others.
ENTRIES_ABOUT: Mapping[str, Action] = {"ConfidentialPartChanged": "readConfidentialPart"}
ALL_ROLES: tuple[Role, ...] = get_args(Role)
