"""Where an office or a court is: who enters it, from which day it holds, that papers name it, and that it is sealed and verified."""

from datetime import date, timedelta
from typing import Any

import pytest

from docket.access import Actor
from docket.actions.oversight.sign_head import sign_head
from docket.actions.oversight.verify_register import verify_register
from docket.actions.papers.keep_address import KeepAddress, keep_address
from docket.addresses import ahead, on_day
from docket.clock import court_day
from docket.deps import Deps
from docket.errors import BadInput, MissingScope, NotFound
from docket.store import addresses as store
from tests.builders import a_case, a_clerk, an_actor
from tests.docket.actions.hearing_world import COURT, a_registry
from tests.docket.tampering import tamper

PORT = "antwerpPort"
HEAD = an_actor("headOfOffice", account_id=90)
ADMINISTRATOR = an_actor("administrator", office=None)


async def entered(deps: Deps, by: Actor = HEAD, **said: Any) -> None:
    whole: dict[str, Any] = {"seat": PORT, "address": "Voorbeeldstraat 1, 2000 Antwerpen", "from_day": date(2026, 11, 1)}
    await keep_address(KeepAddress(**whole | {"reason": "verhuisd"} | said), by, deps)


async def found(deps: Deps) -> list[tuple[str, str, str]]:
    findings, _ = await verify_register(deps)
    return [(each.table, each.row, each.what) for each in findings]


async def test_nothing_is_known_before_somebody_enters_it_and_an_address_holds_from_its_day_on(deps: Deps) -> None:
    assert await store.every(deps.pool) == ()
    today = court_day(deps.clock.now())
    await entered(deps)
    await entered(deps, address="  Nieuwe\nstraat 2,  9100 Sint-Niklaas ", from_day=today + timedelta(days=30))
    kept = await store.every(deps.pool)

    assert [one.kept_by for one in kept] == ["headOfOffice:90"] * 2
    assert on_day(kept, PORT, date(2026, 10, 31)) is None
    assert on_day(kept, PORT, today) == "Voorbeeldstraat 1, 2000 Antwerpen"
    assert on_day(kept, PORT, today + timedelta(days=30)) == "Nieuwe straat 2, 9100 Sint-Niklaas"
    assert [one.address for one in ahead(kept, PORT, today)] == ["Nieuwe straat 2, 9100 Sint-Niklaas"]
    assert on_day(kept, "antwerp", today) is None


async def test_of_two_addresses_for_one_day_the_later_one_mends_the_earlier(deps: Deps) -> None:
    await entered(deps, address="Voorbelstraat 1")
    await entered(deps, reason="schrijffout")

    assert on_day(await store.every(deps.pool), PORT, date(2026, 11, 1)) == "Voorbeeldstraat 1, 2000 Antwerpen"
    assert len(await store.every(deps.pool)) == 2


async def test_a_head_enters_his_office_and_its_courts_a_registry_its_own_court_and_an_administrator_all(deps: Deps) -> None:
    await entered(deps)
    await entered(deps, seat=COURT)
    await entered(deps, a_registry(), seat=COURT)
    await entered(deps, ADMINISTRATOR, seat="eastFlandersDendermonde")

    for by, seat in ((HEAD, "eastFlandersDendermonde"), (a_registry(), PORT), (ADMINISTRATOR, "nergens")):
        with pytest.raises(NotFound):
            await entered(deps, by, seat=seat)
    with pytest.raises(MissingScope):
        await entered(deps, a_clerk())
    assert len(await store.every(deps.pool)) == 4


@pytest.mark.parametrize(
    ("said", "place"), [({"address": " \n"}, "/address"), ({"address": "x" * 201}, "/address"), ({"reason": " "}, "/reason")]
)
async def test_an_address_is_one_line_of_a_letter_with_a_reason(deps: Deps, said: dict[str, str], place: str) -> None:
    with pytest.raises(BadInput) as refused:
        await entered(deps, **said)

    assert [issue.name for issue in refused.value.issues] == [place]
    assert await store.every(deps.pool) == ()


@pytest.mark.parametrize(
    ("sql", "wanted"),
    [
        ("update addresses set address = 'elders' where seq = 1", ("addresses", "1", "is niet meer wat er ingeschreven werd")),
        ("update addresses set from_day = '2020-01-01' where seq = 2", ("addresses", "2", "is niet meer wat er ingeschreven werd")),
        ("update addresses set kept_by = 'user:1' where seq = 1", ("addresses", "1", "is niet meer wat er ingeschreven werd")),
        ("delete from addresses where seq = 1", ("addresses", "2", "adres 1 ontbreekt")),
        (
            "delete from addresses where seq = 2",
            (
                "addresses",
                "",
                "de adressen van parketten en rechtbanken zijn niet meer die van zegel 1: hun keten is verkort of herschreven",
            ),
        ),
        ("update heads set addresses_digest = null", ("heads", "1", "niet meer wat er ondertekend werd")),
    ],
)
async def test_an_address_that_was_changed_behind_the_register_is_found(deps: Deps, sql: str, wanted: tuple[str, str, str]) -> None:
    await a_case(deps)
    await entered(deps)
    await entered(deps, seat=COURT)
    head = await sign_head(deps)
    assert head is not None and head.addresses_digest == (await store.last_link(deps.pool) or b"").hex()
    assert await found(deps) == []

    await tamper(deps, sql)

    assert wanted in await found(deps)


async def test_the_next_head_seals_an_address_though_no_file_changed(deps: Deps) -> None:
    await a_case(deps)
    await entered(deps)
    await sign_head(deps)
    assert await sign_head(deps) is None

    await entered(deps, seat=COURT)

    head = await sign_head(deps)
    assert head is not None and head.addresses_digest == (await store.last_link(deps.pool) or b"").hex()
    assert await found(deps) == []
