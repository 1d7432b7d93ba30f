"""The pages of services, as a browser without scripts uses them."""

from datetime import UTC, datetime

import msgspec
import pytest

from docket.deps import Deps
from docket.store import documents
from docket.store.documents import MadePaper
from tests.docket.actions.test_services import a_heard_file
from tests.docket.web.conftest import Enter


async def test_a_service_is_asked_fails_and_is_asked_again_and_the_hearing_stands_on_the_list_meanwhile(enter: Enter, deps: Deps) -> None:
    number, clerk = await a_heard_file(deps), await enter("clerk")
    hearing = await deps.pool.fetchval("select id from hearings")
    ask = {"_do": "ask", "_akte": "summons", "_zitting": hearing, "_wijze": "bailiff", "_gevraagd": "24/11/2026", "_personen": "s1"}
    await clerk.open(f"/dossiers/{number}/betekeningen")
    assert "Nog niet gevraagd." in clerk.text and "26/11/2026" in clerk.text
    await clerk.fill(ask | {"_wijze": "", "_akte": ""})
    assert "Kies welke akte betekend moet worden." in clerk.text and "Kies hoe betekend wordt." in clerk.text
    await clerk.fill(ask)
    assert "De betekening is gevraagd" in clerk.text
    assert "Gevraagd op 24/11/2026, nog niets geweten." in clerk.text and "Betekening mislukt" not in clerk.text

    service = await deps.pool.fetchval("select id from services")
    failing = {"_do": "fail", "_betekening": service, f"_mislukt_{service}": "24/11/2026", f"_waarom_{service}": ""}
    await clerk.fill(failing)
    assert "Zeg waarom de betekening mislukte." in clerk.text
    await clerk.fill(failing | {f"_waarom_{service}": "niet op dat adres"})
    await clerk.open("/betekeningen")
    assert "1 zitting zonder geldige betekening" in clerk.text
    await clerk.open("/betekeningen?stand=failed")
    assert "niet op dat adres" in clerk.text and number in clerk.text
    await clerk.open("/betekeningen/zittingen")
    assert "1 mislukt" in clerk.text and "Betekenen tot en met 26/11/2026" in clerk.text

    await clerk.open(f"/dossiers/{number}/betekeningen")
    await clerk.fill(ask)
    again = await deps.pool.fetchval("select max(id) from services")
    done = {
        "_do": "done",
        "_betekening": again,
        f"_dag_{again}": "24/11/2026",
        f"_uur_{again}": "9.30",
        f"_persoon_{again}": "ja",
        f"_bewijs_{again}": "writ",
        f"_nummer_{again}": "exploot 17",
        f"_van_{again}": "24/11/2026",
    }
    await clerk.fill(done | {f"_persoon_{again}": ""})
    assert "Kies of het aan de persoon zelf was." in clerk.text
    await clerk.fill(done)
    assert "Op tijd betekend" in clerk.text
    assert "Exploot van de gerechtsdeurwaarder exploot 17 van 24/11/2026. 24/11/2026" in clerk.text
    assert "Mislukt op 24/11/2026: niet op dat adres" in clerk.text
    await clerk.open("/betekeningen")
    assert "Geen zitting zonder geldige betekening" in clerk.text
    await clerk.open(f"/dossiers/{number}")
    assert "1 gedaan" in clerk.text and "1 mislukt" in clerk.text
    await clerk.open(f"/dossiers/{number}/tijdlijn")
    assert "Betekening gedaan. Dagvaarding aan s1" in clerk.text


async def test_a_clock_that_runs_from_a_service_is_started_on_the_page_from_that_service_only(enter: Enter, deps: Deps) -> None:
    number, clerk = await a_heard_file(deps), await enter("clerk")
    start = {"_termijn": "opposition", "_dag": "24/11/2026", "_persoon": "s1"}
    await clerk.open(f"/dossiers/{number}/termijnen")
    await clerk.fill(start)
    assert "Deze termijn loopt vanaf een betekening" in clerk.text

    ask = {
        "_do": "ask",
        "_akte": "defaultJudgment",
        "_wijze": "police",
        "_gevraagd": "24/11/2026",
        "_personen": "s1",
        "_welke": "vonnis 4411",
    }
    await clerk.open(f"/dossiers/{number}/betekeningen")
    await clerk.fill(ask)
    service = await deps.pool.fetchval("select id from services")
    done = {f"_dag_{service}": "23/11/2026", f"_persoon_{service}": "nee", f"_bewijs_{service}": "policeReport"}
    done |= {"_do": "done", "_betekening": service, f"_nummer_{service}": "pv 3", f"_van_{service}": "23/11/2026"}
    await clerk.fill(done)
    assert "Niet aan de persoon betekend" in clerk.text
    await clerk.open(f"/dossiers/{number}/termijnen")
    assert "8 december 2026" in clerk.text
    await clerk.fill({"_termijn": "opposition", "_dag": "", "_betekening": service, "_persoon": "s1"})

    assert "De termijn loopt en staat in het register." in clerk.text
    assert await deps.pool.fetchval("select count(*) from case_time_limits where limit_id = 'opposition' and service_id = $1", service) == 2
    await clerk.open(f"/dossiers/{number}/betekeningen")
    await clerk.fill({"_do": "withdraw", "_betekening": service, f"_reden_{service}": "vergissing"})
    assert await deps.pool.fetchval("select count(*) from case_time_limits where state <> 'struck'") == 0


async def test_who_is_called_without_an_issued_summons_of_the_register_is_remarked_and_nothing_is_held(
    enter: Enter, deps: Deps, monkeypatch: pytest.MonkeyPatch
) -> None:
    number, clerk = await a_heard_file(deps), await enter("clerk")
    hearing = await deps.pool.fetchval("select id from hearings")
    remark, named = "staat geen uitgereikte dagvaarding van deze verdachte", "staat geen uitgereikte dagvaarding voor deze zitting van"
    typed = msgspec.json.encode({"hearing": hearing}).decode()
    paper = MadePaper(kind="direct_summons", about="s1", typed=typed, made_at=datetime(2026, 11, 24, tzinfo=UTC), stage="issued")
    draft = msgspec.structs.replace(paper, stage="draft")
    shown = {}
    for name, made in (("none", ()), ("draft", (draft,)), ("issued", (paper,))):

        async def made_of(source: object, case_id: int, made: tuple[MadePaper, ...] = made) -> tuple[MadePaper, ...]:
            return made

        monkeypatch.setattr(documents, "made_of", made_of)
        await clerk.open(f"/dossiers/{number}/betekeningen")
        served = remark in clerk.text
        await clerk.open(f"/dossiers/{number}/zitting")
        shown[name] = (served, named in clerk.text)

    assert shown == {"none": (True, True), "draft": (True, True), "issued": (False, False)}
