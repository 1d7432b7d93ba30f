"""
The table of the life of a file: its statuses, what may happen to it, and every transition, with what guards it; pure.

Statuses and transitions are those of the Code of Criminal Procedure and of the practice of the offices; one without an article
says by its confidence that no text was read for it. What TRANSITIONS does not hold is refused.
"""

from collections.abc import Callable, Mapping
from datetime import date
from typing import Literal

import msgspec

from docket.cases import CaseStatus
from routing import Stage

Confidence = Literal["sure", "likely", "unverified"]
#: clerk = the clerks and magistrates of the office; prosecutor = its magistrates only.
Who = Literal["clerk", "prosecutor"]
#: changeStatus = the event is all that happened; else the act that writes more than the event, by its name in docket/access.py.
Verb = Literal["changeStatus", "referCase", "answerTransfer", "joinCases", "enterJudgment", "lodgeRemedy", "establishFinal", "sendExtract"]
#: What a guard asks of whoever enters the event.
Field = Literal["motive", "other", "act", "cause", "paper"]
#: A suspect and an offence, by their ids; "" = no suspect is known, or none is charged with anything.
Pair = tuple[str, str]


class StatusRow(msgspec.Struct, frozen=True, kw_only=True):
    code: CaseStatus
    #: S0 to S18 of the life of a file; empty = the register's own.
    number: str
    title_nl: str


#: From what has ended to what goes on: a file stands where the last of its positions in this order stands, so that no suspect
#: is ever further than his file, and a file is final or closed only once everybody is.
STATUSES: tuple[StatusRow, ...] = (
    StatusRow(code="duplicate", number="S9", title_nl="dubbel van een ander dossier"),
    StatusRow(code="dismissed", number="S8", title_nl="geseponeerd"),
    StatusRow(code="nonProsecution", number="S12", title_nl="buitenvervolgingstelling"),
    StatusRow(code="closed", number="S17", title_nl="strafuitvoering, verval of afgesloten"),
    StatusRow(code="final", number="S16", title_nl="kracht van gewijsde"),
    StatusRow(code="registered", number="S0", title_nl="geregistreerd"),
    StatusRow(code="transferred", number="S11", title_nl="overgedragen aan een ander parket"),
    StatusRow(code="investigation", number="S1", title_nl="opsporingsonderzoek"),
    StatusRow(code="settlement", number="S10", title_nl="minnelijke schikking aangeboden"),
    StatusRow(code="guiltyPlea", number="S7", title_nl="voorafgaande erkenning van schuld loopt"),
    StatusRow(code="miniInstruction", number="S2", title_nl="mini-instructie lopende"),
    StatusRow(code="judicialInquiry", number="S3", title_nl="gerechtelijk onderzoek"),
    StatusRow(code="settlementOfProcedure", number="S4", title_nl="regeling van de rechtspleging"),
    StatusRow(code="internment", number="S13", title_nl="internering"),
    StatusRow(code="trialCourt", number="S5", title_nl="bij de rechtbank"),
    StatusRow(code="assizes", number="S6a", title_nl="bij het hof van assisen"),
    StatusRow(code="judged", number="S6", title_nl="vonnis uitgesproken"),
    StatusRow(code="opposition", number="S14", title_nl="verzet"),
    StatusRow(code="appeal", number="S15", title_nl="hoger beroep"),
    StatusRow(code="cassation", number="S18", title_nl="cassatie"),
    StatusRow(code="joined", number="", title_nl="gevoegd bij een ander dossier"),
)
TITLES: Mapping[str, str] = {row.code: row.title_nl for row in STATUSES}
WEIGHT: Mapping[str, int] = {row.code: at for at, row in enumerate(STATUSES)}
#: Nothing goes on here any more.
ENDED: frozenset[CaseStatus] = frozenset({"duplicate", "dismissed", "nonProsecution", "closed", "final"})


class Act(msgspec.Struct, frozen=True, kw_only=True):
    """An act that writes rows of its own beside the event, so that the event is entered by it alone."""

    title_nl: str
    #: Its page below that of the file.
    page: str
    #: Its address in the API, below `/cases/{caseNumber}/`.
    api: str


ACTS_OF_THEIR_OWN: Mapping[Verb, Act] = {
    "referCase": Act(title_nl="verwijzen", page="verwijzen", api="referrals"),
    "answerTransfer": Act(title_nl="overdracht beantwoorden", page="overdragen", api="transfer-answers"),
    "joinCases": Act(title_nl="voegen", page="verbanden", api="joins"),
    "enterJudgment": Act(title_nl="vonnis inschrijven", page="vonnis", api="judgments"),
    "lodgeRemedy": Act(title_nl="rechtsmiddel inschrijven", page="vonnissen", api="remedies"),
    "establishFinal": Act(title_nl="in kracht van gewijsde vaststellen", page="vonnissen", api="judgment-acts"),
    "sendExtract": Act(title_nl="uittreksel verzenden", page="vonnissen", api="judgment-acts"),
}


class Paper(msgspec.Struct, frozen=True, kw_only=True, rename="camel"):
    """What proves an event."""

    #: A code of PAPERS.
    kind: str
    number: str | None = None
    #: The day that stands on it.
    dated_on: date


PAPERS: Mapping[str, str] = {
    "report": "proces-verbaal",
    "requisition": "vordering",
    "order": "beschikking",
    "summons": "dagvaarding",
    "judgment": "vonnis of arrest",
    "oppositionDeed": "akte van verzet",
    "appealDeclaration": "verklaring van hoger beroep of grievenformulier",
    "cassationDeclaration": "verklaring van cassatieberoep",
    "attest": "attest van de griffie dat geen rechtsmiddel meer openstaat",
    "extract": "uittreksel",
    "settlementOffer": "voorstel tot minnelijke schikking",
    "payment": "bewijs van betaling",
    "civilPartyDeed": "akte van burgerlijkepartijstelling",
    "deathCertificate": "akte van overlijden",
    "letter": "brief of bericht",
    "other": "ander stuk, in de reden gezegd",
}
#: What proves a referral by the chamber in council, and one to the court of assize, which the indictment chamber orders.
REFERRED_BY = ("order",)
SENT_TO_ASSIZES_BY = ("order", "judgment")
#: The acts that a mini-instruction is asked for; which of them it can never ask, requisitions.toml says.
ACTS: Mapping[str, str] = {
    "arrestWarrant": "bevel tot aanhouding",
    "anonymousWitness": "volledig anonieme getuige",
    "telephoneTap": "afluisteren (art. 90ter)",
    "act56bis": "handeling van art. 56bis, § 2",
    "act89ter": "inkijkoperatie (art. 89ter)",
    "houseSearch": "huiszoeking",
    "other": "een andere onderzoekshandeling",
}
#: Why the criminal action ends: art. 20 to 21ter V.T.Sv., art. 216bis Sv.
CAUSES: Mapping[str, str] = {
    "death": "overlijden",
    "dissolution": "ontbinding van de rechtspersoon",
    "limitation": "verjaring",
    "reasonableTime": "overschrijding van de redelijke termijn",
    "settlementPaid": "minnelijke schikking betaald",
    "amnesty": "amnestie",
}


class Known(msgspec.Struct, frozen=True, kw_only=True):
    """What the register knows of a file and that a guard may look at."""

    decision_seq: int
    today: date
    #: The office that a pending offer goes to.
    offered_to: str | None = None
    in_conflict: bool = False
    notice_number: str | None = None
    #: Does every offence have a place with a municipality?
    municipality: bool = True
    #: Codes of what a dismissal may be for today.
    motives: frozenset[str] = frozenset()
    #: What a mini-instruction cannot ask today, with what excludes it.
    excluded_acts: Mapping[str, str] = {}
    #: Seized items on which nobody decided, in a few words each, and where that is done.
    undecided_items: tuple[str, ...] = ()
    items_page: str = ""
    #: The event closes the whole file, and not only the part of some suspects, whatever the event is (docket/life.py works it out).
    closes_file: bool = False


class At(msgspec.Struct, frozen=True, kw_only=True):
    """Where one suspect stands for one offence, with what guards ask of him."""

    pair: Pair
    status: CaseStatus
    #: The law sends the offence, completed, to the court of assize.
    for_assizes: bool = False
    #: His track waits for a magistrate's confirmation.
    to_confirm: bool = False
    #: His track was brought before its court.
    referred: bool = False
    #: Since when every clock of everybody about him has run out, by the register.
    final_on: date | None = None
    #: What the register knows to be open still, in a sentence; None = it knows of nothing.
    open_for_final: str | None = None
    #: No judgment on it stands in the register, so no extract either: none was entered, or there never was one (internment).
    without_judgment: bool = False
    #: Of the last judgment on it that stands, and was he judged by default in it?
    stage: Stage | None = None
    by_default: bool = False


class Asked(msgspec.Struct, frozen=True, kw_only=True):
    """What whoever enters an event says of it."""

    motive: str | None = None
    #: Number of another file.
    other: str | None = None
    act: str | None = None
    cause: str | None = None
    paper: Paper | None = None


#: None = holds; else what would be needed, as a sentence.
Test = Callable[[Known, At, Asked], str | None]


class Guard(msgspec.Struct, frozen=True, kw_only=True):
    title_nl: str
    test: Test
    #: Needs this of whoever enters the event; None = only facts of the register.
    asks: Field | None = None


def decision_recorded(known: Known, at: At, asked: Asked) -> str | None:
    """Registration writes the first decision, undecided ones too: a fact that is missing never keeps a file from being investigated."""
    return None if known.decision_seq >= 1 else "Er is nog geen beslissing over de bevoegdheid; laat het dossier eerst routeren."


def motive_named(known: Known, at: At, asked: Asked) -> str | None:
    if asked.motive is None:
        return "Een seponering vermeldt haar motief (art. 28quater Sv.); kies er een uit de lijst."
    if asked.motive not in known.motives:
        return f"Het motief {asked.motive} bestaat niet op {known.today:%d/%m/%Y}; kies er een uit de lijst."
    return None


def other_file_named(known: Known, at: At, asked: Asked) -> str | None:
    return None if asked.other else "Een dubbel noemt het dossier waarvan het een dubbel is; geef dat nummer."


def act_allowed(known: Known, at: At, asked: Asked) -> str | None:
    if asked.act is None or asked.act not in ACTS:
        return "Zeg welke handeling u aan de onderzoeksrechter vraagt."
    if asked.act in known.excluded_acts:
        return excluded_act(ACTS[asked.act], known.excluded_acts[asked.act])
    return None


def excluded_act(title: str, article: str) -> str:
    """Why a mini-instruction does not ask for an act."""
    return f"Een mini-instructie kan niet voor: {title} ({lower(article)}); vorder daarvoor een gerechtelijk onderzoek."


def lower(citation: str) -> str:
    """As it stands within a sentence."""
    return f"{citation[:1].lower()}{citation[1:]}"


def not_for_assizes(known: Known, at: At, asked: Asked) -> str | None:
    if at.for_assizes:
        return (
            "Een voltooide moord of doodslag komt voor het hof van assisen en wordt niet rechtstreeks gedagvaard; "
            "vorder een gerechtelijk onderzoek."
        )
    return None


def competence_confirmed(known: Known, at: At, asked: Asked) -> str | None:
    """`docket.competence.require_confirmed` says the same of tracks; this is its answer for each suspect."""
    if at.to_confirm:
        return "De bevoegdheid van de rechtbank is te bevestigen door een magistraat voor er iets vertrekt."
    return None


def track_referred(known: Known, at: At, asked: Asked) -> str | None:
    return None if at.referred else "Breng eerst het spoor van deze verdachte voor zijn rechtbank (Verwijzen)."


def undisputed(known: Known, at: At, asked: Asked) -> str | None:
    if known.offered_to is not None:
        return f"Het dossier is aangeboden aan {known.offered_to}; wacht op het antwoord of trek het aanbod in."
    if known.in_conflict:
        return "Over het dossier loopt een bevoegdheidsgeschil; wacht op de uitkomst of trek het geschil in."
    return None


def cause_named(known: Known, at: At, asked: Asked) -> str | None:
    if asked.cause is None or asked.cause not in CAUSES:
        return "Zeg waardoor de strafvordering vervalt."
    if asked.cause == "settlementPaid" and at.status != "settlement":
        return "Er is geen minnelijke schikking aangeboden, dus ook geen betaald."
    return None


def default_on_appeal(known: Known, at: At, asked: Asked) -> str | None:
    """A judgment after an opposition is of another stage, so there is no second opposition."""
    if (at.stage, at.by_default) == ("appeal", True):
        return None
    return (
        "Over deze verdachte staat geen arrest in hoger beroep bij verstek waartegen nog geen verzet was; "
        "schrijf eerst dat arrest in, of kies een ander rechtsmiddel."
    )


def opposed_in_first_instance(known: Known, at: At, asked: Asked) -> str | None:
    if at.stage == "appeal":
        return "Het verzet is tegen een arrest in hoger beroep: daarover oordeelt het hof van beroep; schrijf zijn arrest in."
    return None


def opposed_on_appeal(known: Known, at: At, asked: Asked) -> str | None:
    return None if at.stage == "appeal" else "Het verzet is niet tegen een arrest in hoger beroep; schrijf het vonnis na verzet in."


def proves(*kinds: str) -> Test:
    """
    One of these papers is named, and it is not dated in the future.

    For what only a paper can tell; whether all clocks have run out is for `periods_expired`.
    """

    def test(known: Known, at: At, asked: Asked) -> str | None:
        wanted = " of ".join(PAPERS[kind] for kind in kinds)
        if asked.paper is None or asked.paper.kind not in kinds:
            return f"Noem het stuk dat dit bewijst: {wanted}, met zijn dag."
        return dated(known, asked.paper)

    return test


def periods_expired(known: Known, at: At, asked: Asked) -> str | None:
    """Every clock of everybody has run out, as the register computes it; where it cannot, and only there, the attest says so."""
    if at.open_for_final is not None:
        return f"Nog niet in kracht van gewijsde: {at.open_for_final}"
    return None if at.final_on is not None else proves("attest")(known, at, asked)


def items_decided(known: Known, at: At, asked: Asked) -> str | None:
    """The part of one suspect may end before that: what was seized belongs to the file."""
    return undecided_sentence(known) if known.closes_file and known.undecided_items else None


def undecided_sentence(known: Known) -> str:
    """What keeps a file from closing, and where that is settled."""
    count = len(known.undecided_items)
    what = "een in beslag genomen goed" if count == 1 else f"{count} in beslag genomen goederen"
    return (
        f"Het dossier sluit niet zolang over {what} niets beslist is: {'; '.join(known.undecided_items)}. "
        f"Laat een magistraat beslissen op {known.items_page}."
    )


def dated(known: Known, paper: Paper) -> str | None:
    if paper.dated_on > known.today:
        return f"Het stuk is van {paper.dated_on:%d/%m/%Y}, en dat is na vandaag; ga de dag na."
    return None


GUARDS: Mapping[str, Guard] = {
    "decisionRecorded": Guard(title_nl="een beslissing over de bevoegdheid is ingeschreven", test=decision_recorded),
    "undisputed": Guard(title_nl="geen aanbod van overdracht en geen bevoegdheidsgeschil open", test=undisputed),
    "notForAssizes": Guard(title_nl="geen misdaad die niet te correctionaliseren is", test=not_for_assizes),
    "competenceConfirmed": Guard(title_nl="de bevoegdheid van de rechtbank is bevestigd waar dat moet", test=competence_confirmed),
    "trackReferred": Guard(title_nl="het spoor van de verdachte is voor zijn rechtbank gebracht", test=track_referred),
    "motiveNamed": Guard(title_nl="een motief van de lijst", test=motive_named, asks="motive"),
    "otherFileNamed": Guard(title_nl="het andere dossier genoemd", test=other_file_named, asks="other"),
    "actAllowed": Guard(title_nl="een handeling die niet uitgesloten is", test=act_allowed, asks="act"),
    "causeNamed": Guard(title_nl="een oorzaak van verval", test=cause_named, asks="cause"),
    "requisitionProves": Guard(title_nl="de vordering", test=proves("requisition"), asks="paper"),
    "orderProves": Guard(title_nl="de beschikking", test=proves(*REFERRED_BY), asks="paper"),
    "indictmentProves": Guard(title_nl="de beschikking of het arrest van verwijzing", test=proves(*SENT_TO_ASSIZES_BY), asks="paper"),
    "communicationProves": Guard(
        title_nl="de mededeling door de onderzoeksrechter", test=proves("order", "letter", "requisition"), asks="paper"
    ),
    "judgmentProves": Guard(title_nl="het vonnis of arrest", test=proves("judgment"), asks="paper"),
    "oppositionProves": Guard(title_nl="de akte van verzet (ook een late, die gemerkt wordt)", test=proves("oppositionDeed"), asks="paper"),
    "defaultOnAppeal": Guard(
        title_nl="een arrest in hoger beroep bij verstek over de verdachte, waartegen nog geen verzet was", test=default_on_appeal
    ),
    "opposedInFirstInstance": Guard(title_nl="het verzet is niet tegen een arrest in hoger beroep", test=opposed_in_first_instance),
    "opposedOnAppeal": Guard(title_nl="het verzet is tegen een arrest in hoger beroep", test=opposed_on_appeal),
    "appealProves": Guard(
        title_nl="de verklaring van hoger beroep of het grievenformulier (ook een late, die gemerkt wordt)",
        test=proves("appealDeclaration"),
        asks="paper",
    ),
    "periodsExpired": Guard(
        title_nl="alle termijnen voor iedereen verstreken, berekend of volgens het attest", test=periods_expired, asks="paper"
    ),
    "itemsDecided": Guard(title_nl="over elk in beslag genomen goed is beslist, zodra het hele dossier sluit", test=items_decided),
    "extractProves": Guard(title_nl="het uittreksel is verzonden", test=proves("extract"), asks="paper"),
    "civilPartyProves": Guard(title_nl="de akte van burgerlijkepartijstelling", test=proves("civilPartyDeed"), asks="paper"),
}

#: Event -> what happened, in a sentence about it.
EVENTS: Mapping[str, str] = {
    "openInvestigation": "opsporingsonderzoek geopend",
    "duplicateFound": "dubbel van een ander dossier bevonden",
    "dismiss": "geseponeerd",
    "requestAct": "mini-instructie gevorderd",
    "requireInquiry": "gerechtelijk onderzoek gevorderd",
    "civilPartySeised": "gerechtelijk onderzoek door burgerlijkepartijstelling",
    "evoke": "onderzoeksrechter houdt de zaak aan zich (evocatie)",
    "actReturned": "dossier terug na mini-instructie",
    "summonDirectly": "rechtstreeks gedagvaard",
    "startPlea": "voorafgaande erkenning van schuld begonnen",
    "offerSettlement": "minnelijke schikking aangeboden",
    "transferAccepted": "overgedragen aan een ander parket",
    "takenUp": "opsporingsonderzoek voortgezet door het nieuwe parket",
    "communicateFile": "dossier meegedeeld voor de regeling van de rechtspleging",
    "referralOrdered": "verwezen naar de rechtbank",
    "nonProsecutionOrdered": "buiten vervolging gesteld",
    "internmentOrdered": "internering bevolen",
    "furtherInquiry": "bijkomend onderzoek bevolen",
    "sentToAssizes": "verwezen naar het hof van assisen",
    "judgmentGiven": "vonnis uitgesproken",
    "pleaHomologated": "erkenning van schuld gehomologeerd",
    "pleaRefused": "erkenning van schuld geweigerd: terug naar het opsporingsonderzoek",
    "pleaRefusedInInquiry": "erkenning van schuld geweigerd: terug naar het gerechtelijk onderzoek",
    "reopen": "heropend na seponering",
    "duplicateMistaken": "toch geen dubbel",
    "settlementLapsed": "minnelijke schikking niet doorgegaan",
    "newCharges": "nieuwe bezwaren: gerechtelijk onderzoek heropend",
    "lodgeOpposition": "verzet aangetekend",
    "lodgeAppeal": "hoger beroep aangetekend",
    "oppositionAdmitted": "verzet ontvangen: opnieuw voor de rechtbank",
    "judgedAfterOpposition": "vonnis na verzet",
    "judgedOnAppealAfterOpposition": "arrest na verzet in hoger beroep",
    "lodgeCassation": "cassatieberoep aangetekend",
    "quashed": "vernietigd en verwezen door het Hof van Cassatie",
    "becomeFinal": "in kracht van gewijsde gegaan",
    "extractSent": "uittreksel verzonden, strafuitvoering",
    "extinguished": "verval van de strafvordering vastgesteld",
    "join": "gevoegd bij een ander dossier",
    "undoJoinder": "voeging ongedaan gemaakt",
}


class Transition(msgspec.Struct, frozen=True, kw_only=True):
    """One row of the table."""

    start: CaseStatus
    event: str
    #: None = where each suspect stood, as the file that led has it by then.
    end: CaseStatus | None
    who: Who = "clerk"
    #: Names of GUARDS; the state itself is always one.
    guards: tuple[str, ...] = ()
    #: Documents of the case at this step; empty = none.
    document: str = ""
    article: str = ""
    confidence: Confidence = "likely"
    #: In Dutch: what to know of the row before one relies on it.
    remark: str = ""
    #: The act by which it comes: entering the event, or one that does more than this.
    verb: Verb = "changeStatus"


def _row(start: CaseStatus, event: str, end: CaseStatus | None, guards: str = "", **said: str) -> Transition:
    return msgspec.convert({"start": start, "event": event, "end": end, "guards": tuple(guards.split())} | said, Transition)


_ACTIVE = tuple(row.code for row in STATUSES if row.code not in ("closed", "joined"))

#: Of the two rows about opposition on appeal.
_UNLISTED = (
    "niet in de nagekeken lijst van standen (S15 naar S14 en terug); "
    "volgt uit de termijn van verzet na een verstek in hoger beroep, waarna die van cassatie begint"
)

#: Of the referral by the chamber in council.
_CORRECTIONALISED = (
    "waar het oude Strafwetboek geldt, neemt de beschikking voor een misdaad verzachtende omstandigheden aan; "
    "dit register leest ze niet en laat ze aan wie het stuk inschrijft"
)
#: Every transition that there is.
TRANSITIONS: tuple[Transition, ...] = (
    _row("registered", "openInvestigation", "investigation", "decisionRecorded", document="ontvangstbewijs"),
    _row("registered", "duplicateFound", "duplicate", "undisputed otherFileNamed itemsDecided"),
    _row(
        "registered",
        "dismiss",
        "dismissed",
        "undisputed motiveNamed itemsDecided",
        who="prosecutor",
        document="seponering",
        article="art. 28quater Sv.",
        confidence="sure",
    ),
    _row(
        "investigation",
        "requestAct",
        "miniInstruction",
        "actAllowed",
        who="prosecutor",
        document="vordering mini-instructie",
        article="art. 28septies Sv.",
        confidence="sure",
    ),
    _row(
        "investigation",
        "requireInquiry",
        "judicialInquiry",
        "requisitionProves",
        who="prosecutor",
        document="vordering tot gerechtelijk onderzoek",
        article="art. 47 en 61 Sv.",
    ),
    _row("investigation", "civilPartySeised", "judicialInquiry", "civilPartyProves"),
    _row(
        "investigation",
        "summonDirectly",
        "trialCourt",
        "undisputed notForAssizes competenceConfirmed trackReferred",
        who="prosecutor",
        document="rechtstreekse dagvaarding",
        article="art. 145-146 en 182-184 Sv.",
        confidence="sure",
        verb="referCase",
    ),
    _row("investigation", "startPlea", "guiltyPlea"),
    _row(
        "investigation",
        "dismiss",
        "dismissed",
        "undisputed motiveNamed itemsDecided",
        who="prosecutor",
        document="seponering",
        article="art. 28quater Sv.",
        confidence="sure",
    ),
    _row(
        "investigation",
        "offerSettlement",
        "settlement",
        "undisputed",
        who="prosecutor",
        document="minnelijke schikking",
        article="art. 216bis Sv.",
    ),
    _row(
        "investigation",
        "transferAccepted",
        "transferred",
        who="prosecutor",
        document="overdracht",
        article="art. 23 Sv.",
        verb="answerTransfer",
    ),
    _row("miniInstruction", "actReturned", "investigation", article="art. 28septies Sv.", confidence="sure"),
    _row("miniInstruction", "evoke", "judicialInquiry", "orderProves", article="art. 28septies Sv.", confidence="sure"),
    _row(
        "miniInstruction",
        "requireInquiry",
        "judicialInquiry",
        "requisitionProves",
        who="prosecutor",
        document="vordering tot gerechtelijk onderzoek",
        article="art. 47 en 61 Sv.",
    ),
    _row("miniInstruction", "civilPartySeised", "judicialInquiry", "civilPartyProves"),
    _row(
        "judicialInquiry",
        "communicateFile",
        "settlementOfProcedure",
        "communicationProves",
        document="eindvordering; verzoek tot regeling van de rechtspleging",
        article="art. 127 Sv.",
    ),
    _row("judicialInquiry", "startPlea", "guiltyPlea"),
    _row(
        "judicialInquiry",
        "transferAccepted",
        "transferred",
        who="prosecutor",
        document="overdracht",
        article="art. 23 Sv.",
        verb="answerTransfer",
    ),
    _row(
        "settlementOfProcedure",
        "referralOrdered",
        "trialCourt",
        "orderProves competenceConfirmed trackReferred",
        document="dagvaarding na verwijzing",
        article="art. 127-130 Sv.",
        remark=_CORRECTIONALISED,
        verb="referCase",
    ),
    _row(
        "settlementOfProcedure",
        "nonProsecutionOrdered",
        "nonProsecution",
        "orderProves itemsDecided",
        document="beschikking",
        article="art. 127-130 Sv.",
    ),
    _row("settlementOfProcedure", "internmentOrdered", "internment"),
    _row("settlementOfProcedure", "furtherInquiry", "judicialInquiry"),
    _row("settlementOfProcedure", "sentToAssizes", "assizes", "indictmentProves competenceConfirmed trackReferred", verb="referCase"),
    _row(
        "trialCourt",
        "judgmentGiven",
        "judged",
        "judgmentProves",
        document="vonnis",
        article="art. 190 Sv.",
        confidence="sure",
        verb="enterJudgment",
    ),
    _row("judged", "lodgeOpposition", "opposition", "oppositionProves", document="akte van verzet", verb="lodgeRemedy"),
    _row(
        "judged",
        "lodgeAppeal",
        "appeal",
        "appealProves",
        document="verzoekschrift hoger beroep of grievenformulier",
        article="art. 203-204 Sv.",
        confidence="sure",
        verb="lodgeRemedy",
    ),
    _row("judged", "becomeFinal", "final", "periodsExpired", document="attest", verb="establishFinal"),
    _row("assizes", "becomeFinal", "final", verb="establishFinal"),
    _row("assizes", "lodgeCassation", "cassation", verb="lodgeRemedy"),
    _row("guiltyPlea", "pleaHomologated", "judged", verb="enterJudgment"),
    _row("guiltyPlea", "pleaRefused", "investigation"),
    _row("guiltyPlea", "pleaRefusedInInquiry", "judicialInquiry"),
    _row("dismissed", "reopen", "investigation"),
    _row("duplicate", "duplicateMistaken", "investigation"),
    _row("settlement", "settlementLapsed", "investigation"),
    _row("transferred", "takenUp", "investigation"),
    _row("nonProsecution", "newCharges", "judicialInquiry"),
    _row("internment", "becomeFinal", "final"),
    _row("opposition", "oppositionAdmitted", "trialCourt", "opposedInFirstInstance"),
    _row("opposition", "judgedAfterOpposition", "judged", "opposedInFirstInstance", verb="enterJudgment"),
    _row(
        "opposition",
        "judgedOnAppealAfterOpposition",
        "appeal",
        "opposedOnAppeal",
        confidence="unverified",
        remark=_UNLISTED,
        verb="enterJudgment",
    ),
    _row(
        "appeal",
        "lodgeOpposition",
        "opposition",
        "defaultOnAppeal oppositionProves",
        document="akte van verzet",
        article="art. 187 Sv.",
        remark=_UNLISTED,
        verb="lodgeRemedy",
    ),
    _row("appeal", "becomeFinal", "final", "periodsExpired", document="attest", verb="establishFinal"),
    _row("appeal", "lodgeCassation", "cassation", verb="lodgeRemedy"),
    _row("cassation", "quashed", "appeal", verb="enterJudgment"),
    _row("cassation", "becomeFinal", "final", "periodsExpired", document="attest", verb="establishFinal"),
    _row(
        "final",
        "extractSent",
        "closed",
        "extractProves itemsDecided",
        document="uittreksel vonnis",
        article="art. 196/1 en 198 Sv.",
        confidence="sure",
        verb="sendExtract",
    ),
    *(
        _row(
            start,
            "extinguished",
            "closed",
            "causeNamed itemsDecided",
            who="prosecutor",
            document="vaststelling van verval",
            article="art. 20-21ter V.T.Sv.; art. 216bis Sv.",
            confidence="sure",
        )
        for start in _ACTIVE
    ),
    *(_row(start, "join", "joined", who="prosecutor", verb="joinCases") for start in _ACTIVE if start != "final"),
    _row("joined", "undoJoinder", None, who="prosecutor", verb="joinCases"),
)
