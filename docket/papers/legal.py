"""What the law in force says of a document on the day of its making: article, certainty, sentences; pure."""

from collections.abc import Mapping
from datetime import date, datetime
from typing import Any, TypeVar

from docket import titles
from docket.clock import court_day
from docket.papers.known import Known
from documents import MissingFact, legal
from routing import ChoiceList, DocumentVersion, Law

Shape = TypeVar("Shape", bound=legal.Law)
#: Where an enacted law holds no such row for that day.
UNREAD = "wetsbepaling niet in het register"


def stated(known: Known, kind: str, shape: type[Shape]) -> Shape:
    """Fields beside citation, certainty and sentences are articles by their id; raises MissingFact where the law knows no such document."""
    return on_day(known.law, court_day(known.at), kind, shape)


def on_day(law: Law, day: date, kind: str, shape: type[Shape]) -> Shape:
    row = law.documents.of_kind(kind, day)
    if row is None:
        raise MissingFact(not_in_law(kind))
    told: dict[str, Any] = {"citation": row.citation, "confidence": titles.CONFIDENCES[row.confidence], "texts": row.texts}
    return shape(
        **{
            name: told[name] if name in told else provision(law, day, id_)
            for name, id_ in zip(shape.__struct_fields__, shape.__struct_encode_fields__, strict=True)
        }
    )


def rests_on(law: Law, kind: str, at: datetime) -> DocumentVersion | None:
    """What a document that is made at that moment rests on; None = the law of that day knows no such document."""
    return law.documents.of_kind(kind, court_day(at))


def told(row: DocumentVersion) -> str:
    """For a screen: `Art. 23 Sv. (waarschijnlijk)`."""
    return f"{row.citation} ({titles.CONFIDENCES[row.confidence]})"


def not_in_law(kind: str) -> str:
    return f"het geldend recht van dit register kent op deze dag geen document “{kind}” (documents.toml)."


def article(known: Known, id_: str) -> str:
    """As it is cited on the day of making."""
    return provision(known.law, court_day(known.at), id_)


def provision(law: Law, day: date, id_: str) -> str:
    row = law.documents.provision(id_, day)
    return UNREAD if row is None else row.citation


def choices(known: Known, of: ChoiceList) -> Mapping[str, str]:
    return {code: row.title_nl for code, row in known.law.documents.choices(of, court_day(known.at)).items()}
