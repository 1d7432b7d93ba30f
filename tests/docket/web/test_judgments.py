"""The pages of judgments, as a browser without scripts uses them."""

from datetime import date

import pytest

from docket.clock import FixedClock
from docket.deps import Deps
from docket.web.enter_judgment import amount
from tests.docket.actions.hearing_world import COURT
from tests.docket.actions.judgment_world import before_court, convicting, judge, judgment_of, on
from tests.docket.web.conftest import Enter

JUDGED = {
    "_rechtbank": COURT,
    "_dag": "24/11/2026",
    "_w0": "adversary",
    "_w1": "adversary",
    "_w2": "adversary",
    "_b0_0": "convicted",
    "_b0_1": "convicted",
    "_b1_0": "acquitted",
    "_s0_0": "imprisonment",
    "_h0_0": "30 maanden",
    "_u0_0": "no",
}


async def test_a_judgment_is_entered_on_one_page_with_every_fault_named_at_once(enter: Enter, deps: Deps) -> None:
    number, clerk = await before_court(deps), await enter("clerk")
    await clerk.open(f"/dossiers/{number}/vonnis")
    assert "Verdachte 2" in clerk.text

    await clerk.fill({"_b0_0": "convicted", "_s0_0": "imprisonment", "_h0_0": "lang", "_hv0": "5 jaar"})
    for detail in (
        "Schrijf de dag als 26/11/2026.",
        "Zeg of het op tegenspraak of bij verstek is.",
        "Schrijf de duur of het bedrag als 30 maanden",
    ):
        assert detail in clerk.text
    await clerk.fill(JUDGED | {"_hv0": "21 jaar", "_hp0": "haven van Antwerpen"})
    assert "hoogstens 20 jaar" in clerk.text
    fine = {"_s0_1": "fine", "_h0_1": "8.000 euro", "_u0_1": ""}
    await clerk.fill(JUDGED | fine)
    assert "Zeg of de straf met uitstel is." in clerk.text
    fine["_u0_1"] = "whole"
    await clerk.fill(JUDGED | fine | {"_hv0": "5 jaar", "_hp0": "haven van Antwerpen", "_hm0": "ja"})

    assert clerk.path == f"/dossiers/{number}/vonnissen"
    assert "gevangenisstraf 30 maanden" in clerk.text
    assert "geldboete 8.000 euro, geheel met uitstel" in clerk.text
    assert "Termijn hoger beroep van burgerlijke partij 1 tot en met 24/12/2026" in clerk.text
    await clerk.open(f"/dossiers/{number}")
    assert "Nog open: termijn hoger beroep" in clerk.text


async def test_the_form_holds_nothing_that_the_office_does_not_know(enter: Enter, deps: Deps) -> None:
    number, clerk = await before_court(deps), await enter("clerk")
    await clerk.open(f"/dossiers/{number}/vonnis")

    # The court where the file stands is known; nothing of the judgment is.
    assert f'<option value="{COURT}" selected>' in clerk.page.text
    assert clerk.page.text.count("selected>") == 1
    assert "checked" not in clerk.page.text


async def test_a_remedy_finality_and_extracts_are_entered_from_the_page_of_judgments(enter: Enter, deps: Deps, clock: FixedClock) -> None:
    number, clerk = await before_court(deps), await enter("clerk")
    await judge(deps, convicting(number))
    one = await judgment_of(deps, number)
    page = f"/dossiers/{number}/vonnissen"

    async def send(**fields: object) -> None:
        await clerk.open(page)
        await clerk.fill({"_vonnis": one.id, **{f"_{name}": value for name, value in fields.items()}})

    await send(do="remedy", **{f"dag_remedy{one.id}": "24/11/2026"})
    assert "Kies welk rechtsmiddel is ingesteld." in clerk.text
    await send(do="remedy", **{f"dag_remedy{one.id}": "24/11/2026", f"middel{one.id}": "appeal", f"partij{one.id}": "suspect/s1"})
    assert "Hoger beroep van verdachte 1 is nog niet beslist" in clerk.text

    on(clock, date(2026, 12, 25))
    clerk = await enter("clerk")
    await clerk.open("/uittreksels")
    assert "Te laat" in clerk.text and number in clerk.text
    await send(do="final")
    assert "Vastgesteld: in kracht van gewijsde." in clerk.text
    extract = one.extracts[0].id
    await send(do="extract", rij=extract)
    assert "Schrijf de dag als 26/11/2026." in clerk.text
    await send(do="extract", rij=extract, **{f"dag_extract{extract}": "25/12/2026"})
    assert "Het uittreksel is afgehandeld." in clerk.text
    await clerk.open("/uittreksels")
    assert "Er is geen uittreksel meer te verzenden." in clerk.text


async def test_a_correction_starts_from_what_was_entered_and_needs_a_reason(enter: Enter, deps: Deps) -> None:
    number, clerk = await before_court(deps), await enter("clerk")
    await judge(deps, convicting(number, number="2026/1"))
    one = await judgment_of(deps, number)
    await clerk.open(f"/dossiers/{number}/vonnis?verbeter={one.id}")
    assert 'value="2026/1"' in clerk.page.text

    await clerk.fill(JUDGED | {"_nummer": "2026/2"})
    assert "Zeg wat er verkeerd stond" in clerk.text
    await clerk.fill(JUDGED | {"_nummer": "2026/2", "_reden": "verkeerd nummer"})

    assert "In de plaats van een eerder ingeschreven vonnis: verkeerd nummer" in clerk.text
    assert "Verbeterd" in clerk.text


async def test_a_registry_enters_a_judgment_of_its_court_and_an_auditor_none(enter: Enter, deps: Deps) -> None:
    number = await before_court(deps)
    registrar, auditor = await enter("courtRegistrar", office=None, court=COURT), await enter("auditor")
    await registrar.open(f"/dossiers/{number}/vonnis")
    await registrar.fill(JUDGED)
    assert "Het vonnis staat in het register" in registrar.text

    await auditor.open(f"/dossiers/{number}/vonnis")
    assert auditor.page.status_code == 403


@pytest.mark.parametrize(
    ("text", "read"),
    [
        ("30 maanden", (30, "month")),
        ("1 jaar", (1, "year")),
        ("100 uur", (100, "hour")),
        ("8.000 euro", (800_000, "euro")),
        ("€ 8.000,50", (800_050, "euro")),
        ("8 000,5 EUR", (800_050, "euro")),
        ("30", None),
        ("vijf jaar", None),
        ("5,5 jaar", None),
        ("", None),
    ],
)
def test_a_length_or_an_amount_is_read_as_it_is_written(text: str, read: tuple[int, str] | None) -> None:
    assert amount(text) == read
