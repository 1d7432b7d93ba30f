"""The access condition in SQL against the rules as the office would say them, for every role and every kind of file."""

from itertools import product

import msgspec
import pytest

from docket import access
from docket.access import Actor, visibility
from docket.store import search

OFFICE, OTHER_OFFICE = "antwerpPort", "eastFlandersDendermonde"
COURT, OTHER_COURT = "antwerpCorrectional", "youthEastFlandersDendermonde"
ACCOUNT, OTHER_ACCOUNT = 17, 18
LEVELS = ("ordinary", "restricted", "sealed")


class File(msgspec.Struct, frozen=True, kw_only=True):
    confidentiality: str
    #: A track names the reader's office, or it holds the file.
    of_the_office: bool
    named: bool
    #: A track at the reader's court was referred.
    referred: bool


FILES = [
    File(confidentiality=level, of_the_office=office, named=named, referred=referred)
    for level, office, named, referred in product(LEVELS, (True, False), (True, False), (True, False))
]


def may_read(role: str, file: File) -> bool:
    match role, file.confidentiality:
        case (("clerk" | "officeClient" | "prosecutor" | "headOfOffice"), "ordinary"):
            return file.of_the_office
        case (("prosecutor" | "headOfOffice"), "restricted"):
            return file.of_the_office
        case (("clerk" | "officeClient"), "restricted"):
            return file.of_the_office and file.named
        case (("clerk" | "officeClient" | "prosecutor" | "headOfOffice"), "sealed"):
            return file.named
        case (("courtRegistrar" | "registryClient"), ("ordinary" | "restricted")):
            return file.referred
    return False


def reader(*roles: str, account_id: int = ACCOUNT) -> Actor:
    at_court = bool({"courtRegistrar", "registryClient"} & set(roles))
    free = set(roles) <= {"administrator", "auditor"}
    return Actor(
        account_id=account_id,
        code="user:17",
        roles=frozenset(roles),
        office=None if at_court or free else OFFICE,
        court=COURT if at_court else None,
    )


@pytest.fixture
async def files(tx):
    """Every kind of file, by its number."""
    numbers = {}
    for serial, file in enumerate(FILES, start=1):
        number = f"HAV-2026-{serial:06}"
        await tx.execute(
            """insert into cases (case_number, year, serial, status, holding_office, registered_by, registered_at, entered_on, decision_seq,
                   offices, courts, named, confidentiality, outcome, scope, open_track, received_day, origin_service)
               values ($1, 2026, $2, 'registered', $3, 'user:1', now(), '2026-11-24', 1, $4, $5, $6, $7, 'decided', 'portCrime', true,
                   '2026-11-24', 'customs')""",
            number,
            serial,
            OTHER_OFFICE,
            [OTHER_OFFICE, OFFICE] if file.of_the_office else [OTHER_OFFICE],
            [OTHER_COURT, COURT] if file.referred else [OTHER_COURT],
            [OTHER_ACCOUNT, ACCOUNT] if file.named else [OTHER_ACCOUNT],
            file.confidentiality,
        )
        numbers[number] = file
    return numbers


async def seen_by(tx, actor: Actor) -> set[str]:
    page = await search.list_cases(tx, visibility(actor), search.CaseFilter(), limit=100)
    assert await search.count_cases(tx, visibility(actor), search.CaseFilter()) == len(page.items)
    return {line.case_number for line in page.items}


@pytest.mark.parametrize("role", access.ALL_ROLES)
async def test_each_role_sees_exactly_the_files_that_are_his(tx, files, role):
    expected = {number for number, file in files.items() if may_read(role, file)}

    assert await seen_by(tx, reader(role)) == expected


@pytest.mark.parametrize(
    "roles", [("clerk", "administrator"), ("clerk", "prosecutor"), ("auditor", "headOfOffice"), ("courtRegistrar", "auditor")]
)
async def test_rights_of_several_roles_add_up(tx, files, roles):
    expected = {number for number, file in files.items() if any(may_read(role, file) for role in roles)}

    assert await seen_by(tx, reader(*roles)) == expected


async def test_account_of_no_office_and_no_court_sees_nothing_whatever_its_roles(tx, files):
    nobody = Actor(account_id=None, code="system", roles=frozenset(access.ALL_ROLES))

    assert await seen_by(tx, nobody) == set()


async def test_single_reads_obey_the_same_condition(tx, files):
    for role in access.ALL_ROLES:
        for number, file in files.items():
            found = await search.case_version(tx, visibility(reader(role)), number)
            assert (found is not None) == may_read(role, file), (role, number)


async def test_condition_is_inlined_so_that_the_planner_sees_its_indexes(tx):
    await tx.execute(
        """insert into cases (case_number, year, serial, status, holding_office, registered_by, registered_at, entered_on, decision_seq,
               offices, confidentiality, outcome, scope, open_track, received_day, origin_service)
           select 'HAV-2026-' || lpad(n::text, 6, '0'), 2026, n, 'registered', 'antwerpPort', 'user:1', now(), '2026-11-24', 1,
               '{antwerpPort}', 'ordinary', 'decided', 'portCrime', false, '2026-11-24', 'customs'
           from generate_series(1, 5000) n"""
    )
    # Rows of an uncommitted transaction still wait outside the index, which makes it look dearer than it is.
    await tx.execute("analyze cases; set local enable_seqscan = off; set local enable_indexscan = off")
    rows = await tx.fetch(
        """explain select id from cases c
           where case_visible(c, 17, 'namur', '', '{ordinary}', '{restricted}', '{sealed}', '{ordinary}')
           order by year desc, serial desc limit 50"""
    )

    plan = "\n".join(row[0] for row in rows)
    assert "case_visible" not in plan
    assert {"cases_by_office", "cases_by_name", "cases_by_court"} <= set(plan.split()), plan
