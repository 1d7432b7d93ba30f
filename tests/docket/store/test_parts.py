"""What the register keeps of a report is what was handed in, character for character."""

import json
import secrets
from pathlib import Path

import asyncpg
import msgspec
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from docket.actions.registration.register_case import RegisterCase, register_case
from docket.cases import numbered
from docket.contract import Report, decode_report
from docket.decoding import MAX_TEXT_BYTES
from docket.deps import Deps
from docket.store import parts
from tests.builders import a_case, a_clerk, a_report
from tests.docket.actions.reading import view_of

ROWS = Path(__file__).parents[2] / "routing" / "rows"

#: Everything that a text of the contract may hold: no control characters but newline and tab, no half characters.
TEXTS = st.text(st.characters(exclude_categories=("Cc", "Cs"), include_characters="\n\t"), max_size=40)
IDS = TEXTS.filter(bool)


def of_contract(kind: type[msgspec.Struct], **fields: st.SearchStrategy) -> st.SearchStrategy:
    """Any struct of a kind: each field absent or as its type says, the given ones as given."""

    def strategy(name: str, info: msgspec.inspect.Type) -> st.SearchStrategy:
        if name in fields:
            return fields[name]
        match info:
            case msgspec.inspect.Metadata():
                return partial_dates() if (info.extra or {}).get("kind") else strategy(name, info.type)
            case msgspec.inspect.UnionType():
                return st.one_of(*(strategy(name, item) for item in info.types))
            case msgspec.inspect.NoneType():
                return st.none()
            case msgspec.inspect.LiteralType():
                return st.sampled_from(info.values)
            case msgspec.inspect.StrType(pattern=pattern):
                return st.sampled_from(["BE", "NL"]) if pattern and "A-Z" in pattern else st.just("nl") if pattern else TEXTS
            case msgspec.inspect.BoolType():
                return st.booleans()
            case msgspec.inspect.IntType():
                return st.integers(info.ge or 0, info.le or 1000)
            case msgspec.inspect.FloatType():
                return st.floats(info.ge, info.le, allow_nan=False)
            case msgspec.inspect.VarTupleType():
                return st.lists(strategy(name, info.item_type), max_size=2).map(tuple)
            case msgspec.inspect.StructType():
                return of_contract(info.cls)
        raise AssertionError(info)

    found = {field.name: strategy(field.name, field.type) for field in msgspec.inspect.type_info(kind).fields}
    return st.fixed_dictionaries(found).map(lambda values: kind(**values))


def partial_dates() -> st.SearchStrategy[str]:
    days = st.dates().map(str)
    return st.one_of(days, days.map(lambda day: day[:7]), days.map(lambda day: day[:4]))


def reports() -> st.SearchStrategy[Report]:
    rows = {}
    for name in ("places", "offences", "persons", "seizures"):
        kind = Report.__annotations__[name].__args__[0]
        row = of_contract(kind, id=IDS, same_as=st.none())
        rows[name] = st.lists(row, max_size=3, unique_by=lambda made: made.id).map(tuple)
    return of_contract(Report, **rows)


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow])
@given(report=reports())
async def test_any_report_comes_back_as_it_was(report: Report, tx: asyncpg.Connection) -> None:
    case_id = await tx.fetchval(
        "insert into cases (year, status, holding_office, registered_by, registered_at, entered_on, decision_seq, offices, outcome,"
        " scope, open_track, received_day, origin_service) values (2026, 'registered', 'x', 'x', now(), '2026-11-24', 1, '{}',"
        " 'undecided', 'unclear', true, '2026-11-24', 'police') returning id"
    )
    from docket.store import cases

    await cases.insert_parts(tx, case_id, report, ())
    columns = parts.columns_of(report)
    assignments = ", ".join(f"{name} = ${place}" for place, name in enumerate(columns, start=2))
    await tx.execute(f"update cases set {assignments} where id = $1", case_id, *columns.values())
    row = await tx.fetchrow("select * from cases c join case_parts p on p.case_id = c.id where c.id = $1", case_id)

    assert parts.report_of(row, row) == report


def rows_of_the_intake() -> list[dict]:
    return [json.loads(line)["intake"] for name in ("incidents", "scenarios") for line in (ROWS / f"{name}.jsonl").read_text().splitlines()]


async def test_every_row_of_the_intake_is_kept_whole(deps: Deps) -> None:
    given = [decode_report(json.dumps(row).encode()) for row in rows_of_the_intake()]

    numbers = [(await register_case(RegisterCase(report=report, sender="test"), a_clerk(), deps)).case_number for report in given]

    for number, report in zip(numbers, given, strict=True):
        kept = await deps.pool.fetchrow("select * from cases c join case_parts p on p.case_id = c.id where case_number = $1", number)
        assert parts.report_of(kept, kept) == numbered(report), number


@pytest.mark.parametrize("residence", [None, {}, {"country": "NL"}])
async def test_an_empty_residence_is_not_no_residence(deps: Deps, residence: dict | None) -> None:
    report = a_report(persons=[{"id": "s1", "role": "suspect", "residence": residence, "registeredSeat": residence}])

    kept = (await view_of(deps, (await a_case(deps, report)).case_number)).case.report

    assert (kept.persons[0].residence is None) == (residence is None)
    assert kept.persons == report.persons


async def test_ids_and_keys_as_long_as_a_text_may_be_are_kept(deps: Deps) -> None:
    """Random, so that they cannot be stored shorter than they are: longer than an index takes."""
    long = secrets.token_hex(MAX_TEXT_BYTES // 2)
    report = a_report(
        externalId=long,
        noticeNumber=long,
        places=[{"id": long, "role": "scene", "text": long}],
        offences=[{"id": long, "offence": "portIntrusion", "place": long}],
        persons=[{"id": long, "role": "suspect"}],
        seizures=[{"id": long, "kind": "drugs"}],
        relatedCases=[{"caseNumber": long}],
        containers=[long],
    )

    number = (await a_case(deps, report)).case_number

    assert (await view_of(deps, number)).case.report == report
    assert (await a_case(deps, report)).repeated
