"""
The table of the life of a document: its stages, what may happen to it, by whom, and what is looked at first; pure.

What ROWS does not hold is refused. A document is what its bytes say: it never changes, so what is to be said otherwise is a new document
that replaces it.
"""

from collections.abc import Collection, Mapping, Sequence
from datetime import datetime
from typing import Literal

import msgspec

from documents import DocumentKind

Stage = Literal["draft", "proposed", "signedOff", "issued", "replaced", "withdrawn"]
#: remake begins the life of a document that is made in the place of another one; replace ends that of the other.
Act = Literal["remake", "propose", "sendBack", "signOff", "issue", "replace", "withdraw"]
#: maker = whoever may make this kind (docket/papers); magistrate = signDocument; register = follows from another act.
Who = Literal["maker", "magistrate", "register"]

STAGES: dict[Stage, str] = {
    "draft": "concept",
    "proposed": "voorgesteld",
    "signedOff": "goedgekeurd",
    "issued": "uitgegeven",
    "replaced": "vervangen",
    "withdrawn": "ingetrokken",
}
ACTS: dict[Act, str] = {
    "remake": "opnieuw maken",
    "propose": "voorstellen ter ondertekening",
    "sendBack": "terugsturen",
    "signOff": "goedkeuren voor ondertekening",
    "issue": "uitgeven",
    "replace": "vervangen",
    "withdraw": "intrekken",
}
#: What happened, in a sentence about who did it.
DONE: dict[Act, str] = {
    "remake": "opnieuw gemaakt",
    "propose": "voorgesteld",
    "sendBack": "teruggestuurd",
    "signOff": "goedgekeurd",
    "issue": "uitgegeven",
    "replace": "vervangen",
    "withdraw": "ingetrokken",
}


class Row(msgspec.Struct, frozen=True, kw_only=True):
    before: Stage
    act: Act
    after: Stage
    who: Who
    #: True = of kinds that a magistrate signs, False = of the others, None = of both.
    signed: bool | None = None
    #: It has to say what the register would make it say now.
    compared: bool = False
    #: Never by one who made it or a version that it was made from, where its kind has four eyes.
    four_eyes: bool = False
    reason: bool = False


ROWS: tuple[Row, ...] = (
    Row(before="draft", act="propose", after="proposed", who="maker", signed=True, compared=True),
    Row(before="draft", act="issue", after="issued", who="maker", signed=False, compared=True),
    Row(before="draft", act="withdraw", after="withdrawn", who="maker", reason=True),
    Row(before="draft", act="replace", after="replaced", who="register"),
    Row(before="proposed", act="signOff", after="signedOff", who="magistrate", signed=True, compared=True, four_eyes=True),
    Row(before="proposed", act="sendBack", after="draft", who="magistrate", signed=True, reason=True),
    Row(before="proposed", act="withdraw", after="withdrawn", who="maker", signed=True, reason=True),
    Row(before="proposed", act="replace", after="replaced", who="register", signed=True),
    Row(before="signedOff", act="issue", after="issued", who="maker", signed=True, compared=True),
    Row(before="signedOff", act="withdraw", after="withdrawn", who="magistrate", signed=True, reason=True),
    Row(before="signedOff", act="replace", after="replaced", who="register", signed=True),
    Row(before="issued", act="withdraw", after="withdrawn", who="magistrate", signed=True, reason=True),
    Row(before="issued", act="withdraw", after="withdrawn", who="maker", signed=False, reason=True),
    Row(before="issued", act="replace", after="replaced", who="register"),
)
#: A document in one of these can still become another thing, and is replaced by a newer one.
LIVE: tuple[Stage, ...] = ("draft", "proposed", "signedOff", "issued")
#: What a newer draft takes the place of at once; what is issued stays until the newer one is issued.
UNISSUED: tuple[Stage, ...] = ("draft", "proposed", "signedOff")


class DoneAct(msgspec.Struct, frozen=True, kw_only=True, rename="camel"):
    """One act in the life of a document."""

    act: Act
    #: Where the document stands after it.
    stage: Stage
    acted_at: datetime
    #: A function code, never a name.
    acted_by: str
    #: Name of the account; for the pages and the API of who may open the file, never in an entry.
    name: str | None = None
    reason: str | None = None
    #: The document that was made from this one, or from which this one was made.
    other: int | None = None


def is_signed(kind: DocumentKind) -> bool:
    return kind.signed_by == "magistrate"


def rows_of(kind: DocumentKind, stage: Stage) -> tuple[Row, ...]:
    """What people may do with a document of this kind that stands there."""
    return tuple(row for row in ROWS if row.before == stage and row.who != "register" and row.signed in (None, is_signed(kind)))


def row_for(kind: DocumentKind, stage: Stage, act: str) -> Row | None:
    return next((row for row in rows_of(kind, stage) if row.act == act), None)


def refusal(kind: DocumentKind, stage: Stage, act: str) -> str:
    """Why this cannot be done with it, and what can, in Dutch."""
    possible = [ACTS[row.act] for row in rows_of(kind, stage)]
    what = ACTS.get(act, act)
    if act in ("propose", "signOff", "sendBack") and not is_signed(kind):
        return f"{kind.title_nl}: een magistraat tekent dit stuk niet; geef het meteen uit."
    so = f"wel mogelijk: {', '.join(possible)}" if possible else "er kan niets meer mee; maak zo nodig een nieuw stuk"
    return f"{kind.title_nl}: {what} kan niet met een stuk dat {STAGES[stage]} is ({so})."


def is_own(kind: DocumentKind, row: Row, makers: Collection[str], by: str) -> bool:
    """Would this be the second pair of eyes of one who made it, or a version that it was made from: his words go on in it."""
    return row.four_eyes and kind.four_eyes and by in makers


def refused_here(kind: DocumentKind, row: Row, *, holder: str, office: str | None, own: bool) -> str | None:
    """
    Why this seat may not do it, in Dutch; None = it may.

    `holder`: the office that holds the file, whose letterhead the papers carry. `office`: None = a registry acts.
    `own`: a registry's own people made it; of an office, he himself did.
    """
    if row.act not in ("signOff", "sendBack", "issue", "withdraw"):
        return None
    if office is None:
        return None if own else "een griffie geeft alleen uit en trekt alleen in wat zij zelf maakte."
    if kind.signed_by == "registrar" and (row.act == "issue" or row.before == "issued"):
        return (
            "de griffier tekent dit stuk, dus alleen zijn griffie geeft het uit of trekt het in; dat van een parket is een voorbereiding."
        )
    if office == holder or (row.act == "withdraw" and row.before in ("draft", "proposed") and own):
        return None
    return "dit stuk staat op naam van het parket dat het dossier houdt; alleen dat parket keurt het goed, geeft het uit of trekt het in."


def makers(document: int, made_by: Mapping[int, str], acts: Mapping[int, Sequence[DoneAct]]) -> frozenset[str]:
    """Function codes of who made a document and, one after the other, those that it was made from; by document."""
    found = set()
    at: int | None = document
    while at is not None and at in made_by:
        found.add(made_by[at])
        at = next((done.other for done in acts.get(at, ()) if done.act == "remake"), None)
    return frozenset(found)


def faults(kind: DocumentKind, acts: Sequence[DoneAct]) -> tuple[str, ...]:
    """Where the acts of one document, oldest first, are not those of the table."""
    stage: Stage = "draft"
    found = []
    for number, done in enumerate(acts, start=1):
        if done.act == "remake":
            fits = number == 1 and done.stage == "draft"
        else:
            fits = any(
                (row.before, row.act, row.after) == (stage, done.act, done.stage) and row.signed in (None, is_signed(kind)) for row in ROWS
            )
        if not fits:
            found.append(f"handeling {number} ({done.act}) brengt het stuk van {stage} naar {done.stage}; de tabel kent dat niet")
        stage = done.stage
    return tuple(found)
