"""The day's page, the lists that it leads to, and filters that are kept under a name."""

import re
from collections.abc import Awaitable, Callable

from docket.deps import Deps
from docket.worker.watch_files import watch_files
from tests.builders import a_case
from tests.docket.web.visitor import Visitor

Enter = Callable[..., Awaitable[Visitor]]


def told(visitor: Visitor, title: str) -> str:
    """The number that the day's page gives a list."""
    return re.search(rf"(\d+) {title}", visitor.text)[1]  # type: ignore[index]


async def test_who_signs_in_lands_on_the_day_with_every_list_of_his_and_how_long_it_is(enter: Enter, deps: Deps) -> None:
    numbers = [(await a_case(deps, externalId=str(each))).case_number for each in range(6)]
    clerk = await enter("clerk")

    await clerk.open("/")

    assert clerk.path == "/vandaag"
    assert (told(clerk, "Niet opgenomen"), told(clerk, "Te bevestigen"), told(clerk, "Dossiers van mijn dienst")) == ("6", "6", "6")
    assert told(clerk, "Loopt af") == told(clerk, "Wacht op mij") == "0"
    # What nobody took is begun; what is to be confirmed has a list of its own.
    assert all(number in clerk.text for number in numbers[:5]) and numbers[5] not in clerk.text
    assert "Alle 6 tonen" in clerk.text
    await clerk.open("/te-bevestigen")
    assert "6 op de lijst" in clerk.text


async def test_a_file_that_one_takes_in_charge_is_on_the_lists_of_its_own_people(enter: Enter, deps: Deps) -> None:
    mine, other = (await a_case(deps)).case_number, (await a_case(deps, noticeNumber="DE60.SP.001235/2026")).case_number
    clerk, colleague = await enter("clerk"), await enter("clerk")
    await clerk.open("/niet-opgenomen")
    await clerk.fill({}, address=f"/dossiers/{mine}/opnemen")

    await clerk.open("/dossiers?van=mij")
    assert mine in clerk.text and other not in clerk.text and "1 dossier " in clerk.text
    await clerk.open("/wacht-op-mij")
    assert mine in clerk.text and "Te bevestigen" in clerk.text
    await clerk.open("/vandaag")
    assert (told(clerk, "Wacht op mij"), told(clerk, "Mijn dossiers"), told(clerk, "Niet opgenomen")) == ("1", "1", "1")
    await colleague.open("/vandaag")
    assert (told(colleague, "Wacht op mij"), told(colleague, "Mijn dossiers")) == ("0", "0")


async def test_an_office_that_has_no_part_in_a_file_counts_and_shows_nothing_of_it(enter: Enter, deps: Deps) -> None:
    number = (await a_case(deps)).case_number
    elsewhere = await enter("prosecutor", office="brussels")

    for address in (
        "/vandaag",
        "/te-bevestigen",
        "/te-beslissen",
        "/termijnen",
        "/zittingen",
        "/te-verwittigen",
        "/wacht-op-mij",
        "/dossiers",
    ):
        await elsewhere.open(address)
        assert elsewhere.page.status_code == 200, address
        assert number not in elsewhere.text, address
    await elsewhere.open("/vandaag")
    assert set(re.findall(r'work-lists__count">(\d+)<', elsewhere.page.text)) == {"0"}


async def test_the_list_of_limitation_does_not_say_that_nothing_nears_before_every_file_was_reckoned(enter: Enter, deps: Deps) -> None:
    await a_case(deps)
    clerk = await enter("clerk")

    await clerk.open("/verjaring")
    assert "Er wordt nog gerekend" in clerk.text
    assert "Van geen feit nadert" not in clerk.text and "Van elk lopend feit" not in clerk.text
    await clerk.open("/verjaring/niet-te-zeggen")
    assert "Nog niet te zeggen: er wordt nog gerekend." in clerk.text and "Van elk lopend feit" not in clerk.text

    await watch_files(deps)
    await clerk.open("/verjaring")
    assert "Van geen feit nadert" in clerk.text and "gerekend" not in clerk.text


async def test_the_day_counts_mails_that_came_back_or_failed_of_the_files_that_one_reads(enter: Enter, deps: Deps) -> None:
    number = (await a_case(deps)).case_number
    case_id = await deps.pool.fetchval("select id from cases where case_number = $1", number)
    await deps.pool.execute("update deliveries set state = 'failed' where case_id = $1", case_id)
    failed = await deps.pool.fetchval("select count(*) from deliveries where case_id = $1", case_id)
    await deps.pool.execute(
        "insert into mail_tasks (case_id, kind, incoming_id, from_domain, received_at, state)"
        " values ($1, 'bounce', '<1@politie.example.org>', 'politie.example.org', now(), 'open')",
        case_id,
    )
    clerk, elsewhere = await enter("clerk"), await enter("clerk", office="brussels")

    await clerk.open("/vandaag")
    assert failed and (told(clerk, "Mails die terugkwamen"), told(clerk, "Mislukte mails")) == ("1", str(failed))
    await elsewhere.open("/vandaag")
    assert (told(elsewhere, "Mails die terugkwamen"), told(elsewhere, "Mislukte mails")) == ("0", "0")


async def test_files_are_filtered_by_where_they_stand(enter: Enter, deps: Deps) -> None:
    number = (await a_case(deps)).case_number
    clerk = await enter("clerk")

    await clerk.open("/dossiers?stand=registered")
    assert number in clerk.text
    await clerk.open("/dossiers?stand=final")
    assert number not in clerk.text
    assert (await clerk.open("/dossiers?stand=onzin")).status_code == 400


async def test_a_filter_is_kept_under_a_name_renamed_and_deleted_by_its_owner_only(enter: Enter, deps: Deps) -> None:
    clerk, colleague = await enter("clerk"), await enter("clerk")
    await clerk.open("/dossiers?gebied=waasland")
    await clerk.fill({"_naam": "Waasland"}, address="/filters")
    assert "De filter is bewaard." in clerk.text and 'href="/dossiers?gebied=waasland" aria-current="true">Waasland<' in clerk.page.text

    await clerk.fill({"_naam": "Ander"}, address="/filters")
    await clerk.open("/filters")
    first, second = (int(each) for each in re.findall(r'action="/filters/(\d+)"', clerk.page.text)[::2])
    refused = await clerk.post(f"/filters/{first}", {f"_naam_{first}": "Waasland"})
    assert refused.status_code == 400 and "U hebt al een filter met die naam" in clerk.text
    await clerk.post(f"/filters/{first}", {f"_naam_{first}": "Linkeroever"})
    assert "Linkeroever" in clerk.text

    await colleague.open("/filters")
    assert "Linkeroever" not in colleague.text
    await colleague.post(f"/filters/{first}", {"_do": "verwijderen"})
    await clerk.open("/filters")
    assert "Linkeroever" in clerk.text
    await clerk.post(f"/filters/{first}", {"_do": "verwijderen"})
    await clerk.post(f"/filters/{second}", {"_do": "verwijderen"})
    assert "U hebt nog geen filters bewaard" in clerk.text


async def test_only_a_filtered_list_of_the_register_can_be_kept(enter: Enter) -> None:
    clerk = await enter("clerk")
    await clerk.open("/dossiers?gebied=waasland")
    page = clerk.page
    for name, address in (("x", "https://elders.example/"), ("x", "/dossiers"), ("x", "//elders"), ("", "/dossiers?gebied=waasland")):
        clerk.page = page
        refused = await clerk.post("/filters", {"_naam": name, "_adres": address})
        assert refused.status_code == 400, address
