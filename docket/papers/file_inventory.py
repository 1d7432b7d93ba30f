"""The inventory of the open criminal file; what lies in the confidential file of special methods never reaches it."""

from collections.abc import Mapping

import msgspec

from docket import titles
from docket.clock import court_day
from docket.papers import heads, legal, naming
from docket.papers.known import Known
from docket.papers.paper import Missing, Paper, Wanted
from docket.pieces import FATES_NL, MARKS_NL, InventoryLine
from documents import file_inventory as paper
from documents import legal as shapes
from documents import words
from routing import TitledSource

#: Of the sha256, enough to tell the pieces of a file apart.
_SHOWN = 16


def not_offered(known: Known) -> str | None:
    return None if known.inventory else "in het register ligt nog geen stuk in dit dossier; voeg het eerst toe, of geef een document uit."


def choices(known: Known) -> Mapping[str, Mapping[str, str]]:
    return {"occasion": legal.choices(known, "inventoryOccasion")}


def missing(known: Known, wanted: Wanted) -> tuple[Missing, ...]:
    typed, found = _typed(wanted), []
    if not (typed.sent_to or "").strip():
        found.append(Missing(what="voor wie het dossier met deze inventaris is", link="#sentTo"))
    if _rests_on(typed, known) is None:
        found.append(Missing(what="waarvoor de inventaris is, uit wat het recht van vandaag kent", link="#occasion"))
    return tuple(found)


def context(known: Known, wanted: Wanted) -> paper.FileInventory:
    typed = _typed(wanted)
    basis = _rests_on(typed, known)
    if basis is None:
        raise LookupError("no occasion, which `missing` names")
    law = legal.stated(known, "file_inventory", shapes.InternalLaw)
    return paper.FileInventory(
        law=msgspec.structs.replace(law, citation=basis.citation, confidence=titles.CONFIDENCES[basis.confidence]),
        **heads.fields(known, wanted),
        sent_to=(typed.sent_to or "").strip(),
        occasion=basis.title_nl,
        made_at=naming.moment(known),
        pieces=tuple(_piece(line) for line in known.inventory),
        pages=sum(line.pages or 0 for line in known.inventory),
        without_pages=sum(line.pages is None for line in known.inventory),
    )


def _typed(wanted: Wanted) -> paper.FileInventoryTyped:
    return naming.said(wanted, paper.FileInventoryTyped)


def _rests_on(typed: paper.FileInventoryTyped, known: Known) -> TitledSource | None:
    return known.law.documents.choices("inventoryOccasion", court_day(known.at)).get(typed.occasion)


def _piece(line: InventoryLine) -> paper.Piece:
    numbers = [one for one in (line.number, line.notice_number) if one]
    return paper.Piece(
        number=line.running,
        dated_on=words.day(line.day) if line.day is not None else None,
        what=line.kind,
        author=line.author or None,
        reference=", ".join(dict.fromkeys(numbers)) or None,
        pages=line.pages,
        folder=", ".join(one for one in (line.case_number and f"dossier {line.case_number}", line.folder) if one) or None,
        digital=f"sha256 {line.digital_id[:_SHOWN]}…" if line.digital_id else "alleen op papier",
        mark=FATES_NL[line.fate] if line.fate is not None else MARKS_NL[line.mark] if line.mark != "none" else None,
    )


PAPER = Paper(kind="file_inventory", action="makeInventory", offered=not_offered, choices=choices, missing=missing, context=context)
