"""A file by hand as a paper of a prosecution office is made of it: who is in it, where everybody stands, and what the docket says."""

from collections.abc import Mapping, Sequence
from datetime import UTC, date, datetime
from typing import Any

import msgspec

import documents
from docket import life
from docket.cases import Case, facts_of, numbered
from docket.clock import court_day
from docket.contract import Offence, Origin, Person, Place, Report
from docket.legislation import LoadedLaw
from docket.papers import Known, Missing, Paper, Wanted, missing_of, paper_of
from docket.transitions import At, Pair
from documents import templates
from routing import Decision, route
from tests.documents import reading

AT = datetime(2026, 11, 24, 9, 0, tzinfo=UTC)
TODAY = court_day(AT)
#: Names of nobody; the last of a minor.
ADULT, CHILD, HURT = "An Volwassen", "Kim Kleinveld", "Bo Benadeeld"


class Stored(msgspec.Struct, frozen=True, kw_only=True):
    decision: Decision
    kind: str = "routed"
    law_digest: str = "0f" * 32
    engine_version: str = "3"
    decided_at: datetime = AT
    reason: str | None = None
    open_tracks: tuple[int, ...] = ()


class Line(msgspec.Struct, frozen=True, kw_only=True):
    seq: int
    kind: str
    content: Any
    entered_at: datetime = AT
    entered_by: str = "user:7"


def report(**changes: Any) -> Report:
    """Two suspects, the second of sixteen, for two counts at a terminal; an injured person and a victim."""
    said = Report(
        origin=Origin(service="federalPolice"),
        received_on="2026-11-20",
        notice_number="AN.60.SP.001234/2026",
        places=(Place(id="p1", role="scene", text="bij de woning van An", port="antwerp", quay="1742", municipality="Beveren"),),
        offences=(
            Offence(id="o1", offence="drugImport", committed_from="2026-09-14", committed_until="2026-09-14", place="p1"),
            Offence(id="o2", offence="assault", committed_from="2026-09-14", committed_until="2026-09-14", place="p1", persons=("s1",)),
        ),
        persons=(
            Person(id="s1", role="suspect", kind="natural", count=1, given_names="An", family_name="Volwassen", age=30),
            Person(id="s2", role="suspect", kind="natural", count=1, given_names="Kim", family_name="Kleinveld", age=16),
            Person(id="b1", role="injuredParty", kind="natural", count=1, given_names="Bo", family_name="Benadeeld"),
            Person(id="v1", role="victim", kind="natural", count=1, given_names="Vic", family_name="Getroffen"),
        ),
    )
    return numbered(msgspec.structs.replace(said, **changes))


def with_person(person: str, **changes: Any) -> Report:
    """The same report with one of its people changed."""
    said = report()
    return report(persons=tuple(msgspec.structs.replace(row, **changes) if row.id == person else row for row in said.persons))


def known(
    law: LoadedLaw,
    said: Report | None = None,
    *,
    status: str = "investigation",
    stands: Mapping[Pair, str] | None = None,
    at: datetime = AT,
    office: str = "antwerpPort",
    **more: Any,
) -> Known:
    """`status`: of everybody whom `stands` does not name."""
    facts = said or report()
    entered_on = court_day(at)
    case = Case(
        id=7,
        case_number="HAV-2026-000007",
        version=3,
        status=status,  # ty: ignore[invalid-argument-type]
        confidentiality="ordinary",
        holding_office=office,
        registered_at=at,
        entered_on=entered_on,
        report=facts,
    )
    rows = dict(stands or {})
    return Known(
        at=at,
        case=case,
        stored=Stored(decision=route(facts_of(facts, entered_on), law.law)),
        law=law.law,
        everybody=tuple(At(pair=pair, status=rows.get(pair, status)) for pair in life.pairs_of(facts)),  # ty: ignore[invalid-argument-type]
        **more,
    )


def entered(seq: int, event: str, pairs: Sequence[Pair], *, before: str, after: str, on: date = TODAY, **said: Any) -> Line:
    """The entry of a status, at noon of that day."""
    moves = [{"person": person, "offence": offence, "event": event, "before": before, "after": after} for person, offence in pairs]
    content = {"event": event, "moves": moves, "reason": None, "paper": None, **said}
    return Line(seq=seq, kind="StatusChanged", content=content, entered_at=datetime(on.year, on.month, on.day, 12, tzinfo=UTC))


def struck(seq: int, line: int) -> Line:
    return Line(seq=seq, kind="EntryStruck", content={"struck": line, "struckKind": "StatusChanged", "reason": "vergissing"})


def lacks(kind: str, file: Known, about: str | None = None, **typed: Any) -> tuple[Missing, ...]:
    return missing_of(paper_of(kind), file, wanted(kind, about, **typed))


def wanted(kind: str, about: str | None = None, **typed: Any) -> Wanted:
    return Wanted(about=about, typed=documents.kind_of(kind).typed(**typed))


def fields(found: Sequence[Missing]) -> list[str]:
    return [one.link for one in found]


def refused(kind: str, file: Known) -> str | None:
    return paper_of(kind).offered(file)


def words(kind: str, file: Known, about: str | None = None, **typed: Any) -> str:
    """What the document says, once nothing is missing for it."""
    paper: Paper = paper_of(kind)
    asked = wanted(kind, about, **typed)
    assert paper.offered(file) is None
    assert missing_of(paper, file, asked) == ()
    found = documents.kind_of(kind)
    return reading.words_of(documents.render(found, paper.context(file, asked), templates.read(kind)))
