"""What the register must know and be told to make one kind of document, and whether it exists in law for this file; pure."""

from collections.abc import Callable, Mapping
from typing import Any, Literal

import msgspec

from docket.access import Action
from docket.cases import Case
from docket.clock import court_day
from docket.papers import legal, wording
from docket.papers.known import Known
from documents import NothingTyped


class Missing(msgspec.Struct, frozen=True, kw_only=True):
    """A fact that the document needs and the register does not have."""

    #: In Dutch, as the object of "ontbreekt": het uur van de zitting.
    what: str
    #: Where it is filled in: a path below the page of the file (`verbeteren#plaatsen`), `#field` for a field of the struct `typed`, or
    #: a page of no file (`/adressen`).
    link: str = ""


def page_of(link: str, case_number: str) -> str:
    """The address of a link that is no field of the document."""
    return link if link.startswith("/") else f"/dossiers/{case_number}/{link}"


class Wanted(msgspec.Struct, frozen=True, kw_only=True):
    #: Id of the person of a document about one.
    about: str | None = None
    #: The struct `typed` of its kind.
    typed: msgspec.Struct = NothingTyped()


#: JSON names in the head of whatever kind: what is found by these numbers, and what goes with it, is one file.
_OF_ITS_FILE = frozenset({"systemNumber", "judgeNumber", "annexes"})
_NOBODY = {
    "suspect": "dit dossier heeft geen verdachte die voor een enkele persoon staat; splits een ingave voor meerdere personen eerst.",
    "injured": "dit dossier heeft geen slachtoffer, benadeelde of burgerlijke partij die voor een enkele persoon staat.",
}


def _always(known: Known) -> str | None:
    return None


def _any_court(known: Known, wanted: Wanted) -> str | None:
    return None


def _no_choices(known: Known) -> Mapping[str, Mapping[str, str]]:
    return {}


def _nothing_proposed(known: Known, about: str | None) -> Mapping[str, Any]:
    return {}


def _nothing(known: Known, wanted: Wanted) -> tuple[Missing, ...]:
    return ()


class Paper(msgspec.Struct, frozen=True, kw_only=True):
    #: A code of documents.KINDS.
    kind: str
    #: Whose right it is, by the access table.
    action: Action
    #: A document about one person has to be told which.
    about: Literal["file", "suspect", "injured"] = "file"
    #: None = it exists in law where the file stands; otherwise why not, in Dutch.
    offered: Callable[[Known], str | None] = _always
    #: The codes that each field of `typed` may hold, with their words: by its JSON name.
    choices: Callable[[Known], Mapping[str, Mapping[str, str]]] = _no_choices
    #: JSON names of the fields that hold for one file only: its hearings, its persons, what a magistrate says of them. See `of_one_file`.
    per_file: frozenset[str] = frozenset()
    #: What the register would fill in on the form, by JSON name; its maker may change it.
    proposed: Callable[[Known, str | None], Mapping[str, Any]] = _nothing_proposed
    #: What whoever makes it has to know before, in Dutch: the last day of a clock; None = nothing.
    remark: Callable[[Known], str | None] = _always
    #: The court whose registry alone may make it, where a registry does; None = any that reads the file.
    court: Callable[[Known, Wanted], str | None] = _any_court
    #: Everything at once, empty = it can be made.
    missing: Callable[[Known, Wanted], tuple[Missing, ...]] = _nothing
    #: Raises documents.MissingFact for what `missing` could not foresee.
    context: Callable[[Known, Wanted], msgspec.Struct]


def persons_of(paper: Paper, case: Case) -> dict[str, str]:
    """Id -> designation of each person for whom this document can be made; empty for one about the whole file."""
    match paper.about:
        case "suspect":
            return wording.suspects_of(case)
        case "injured":
            return wording.injured_of(case)
    return {}


def of_one_file(paper: Paper) -> frozenset[str]:
    """JSON names of what nobody says for several files at once."""
    return paper.per_file | _OF_ITS_FILE


def refusal(paper: Paper, known: Known) -> str | None:
    """Why it does not exist for this file, in Dutch; None = it does."""
    refused = paper.offered(known)
    if refused is None and paper.about != "file" and not persons_of(paper, known.case):
        return _NOBODY[paper.about]
    if refused is None and known.law.documents.of_kind(paper.kind, court_day(known.at)) is None:
        return legal.not_in_law(paper.kind)
    return refused
