"""The inventory of seizures: every item with all that the register knows of it, and not a word more."""

import msgspec

from tests.builders import a_case
from tests.docket.actions.test_confirm_competence import a_magistrate
from tests.docket.actions.test_seized_items import CASH, COCAINE, a_file, carried_out, decided, kept
from tests.docket.papers.paper_world import known, lacking, printed, refusal

KIND = "seizure_inventory"
GHOST = {"id": "g7"}
MONEY = CASH | {"place": "p1"}
SAID = {"finders": ["alle: douane"], "reportNumbers": ["alle: AN.60.FK.001234/2026"]}


async def test_without_a_seizure_there_is_nothing_to_deposit(deps):
    assert "niets in beslag genomen" in refusal(await known(deps, (await a_case(deps)).case_number, KIND), KIND)


async def test_an_item_has_weights_seal_place_keeper_and_where_it_stands(deps):
    number = await a_file(deps, COCAINE, MONEY)
    await kept(deps, number, sample="vijf stalen van 10 g")
    await kept(deps, number, "g3", seal="B-004412", gross_kg=None, laboratory_kg=None)
    said = {"finders": ["alle: lokale politie", "g1: douane"], "reportNumbers": ["g1: AN.60.FK.000001/2026", "g3: AN.60.FK.000002/2026"]}
    words = printed(await known(deps, number, KIND), KIND, **said, owners=["g1: een rederij"], positions=["g1: rij 4"])

    [row] = [line for line in words.splitlines() if line.startswith("| g1 | Drugs")]
    assert "Eigenaar: een rederij" in row
    assert "Bruto: 53,25 kg / Netto: 51,004 kg (laboratorium)" in row
    assert "Ligging: rij 4 / Door: douane" in row
    assert "Zegel: B-004411 / Bestemming: griffie, griffie Antwerpen, kluis 4 / Stand: in beslag, nog niets beslist" in row
    [cash] = [line for line in words.splitlines() if line.startswith("| g3 |")]
    assert "8.000 euro" in cash
    assert "Door: lokale politie" in cash
    assert "Proces-verbaal: AN.60.FK.000001/2026" in row
    assert "Proces-verbaal: AN.60.FK.000002/2026" in cash
    assert "| g1 | vijf stalen van 10 g | nog niet beslist |" in words


async def test_the_destruction_of_drugs_says_by_whom_when_and_that_it_was_done(deps):
    number = await a_file(deps, COCAINE)
    magistrate = await a_magistrate(deps)
    await decided(deps, number, magistrate)
    assert "het staal van g1" in lacking(await known(deps, number, KIND), KIND, **SAID)["goederen"]
    await kept(deps, number, sample="vijf stalen van 10 g")
    await carried_out(deps, number)
    words = printed(await known(deps, number, KIND), KIND, **SAID)

    [row] = [
        line
        for line in words.splitlines()
        if line.startswith("| g1 | vijf stalen van 10 g | vernietigen, beslist op 24 november 2026 door ")
    ]
    assert "; vernietigd op 24 november 2026" in row
    assert "Stand: vernietigd op 24 november 2026" in words


async def test_a_line_about_no_item_is_asked_again_and_a_court_to_deposit_at_is_needed(deps):
    number = await a_file(deps, COCAINE)
    await kept(deps, number)
    of = await known(deps, number, KIND)
    nowhere = msgspec.structs.replace(of, stored=msgspec.structs.replace(of.stored, decision=_undecided(of)))

    assert set(lacking(of, KIND, **SAID, owners=["een rederij"], positions=["g9: rij 4"])) == {"#owners", "#positions"}
    assert set(lacking(of, KIND, **SAID | {"finders": ["g9: douane", "alle:"]})) == {"#finders"}
    assert set(lacking(nowhere, KIND, **SAID)) == {"#registry"}
    assert lacking(nowhere, KIND, **SAID, registry="de griffie van Antwerpen") == {}


def _undecided(of):
    tracks = tuple(msgspec.structs.replace(track, court=None) for track in of.stored.decision.tracks)
    return msgspec.structs.replace(of.stored.decision, tracks=tracks)


async def test_what_the_law_asks_of_an_item_is_named_with_where_it_is_filled_in_and_nothing_is_printed_as_not_known(deps):
    of = await known(deps, await a_file(deps, GHOST, COCAINE), KIND)
    found = lacking(of, KIND)

    assert set(found) == {"verbeteren#f-seizures-0-kind", "verbeteren#f-seizures-0-place", "goederen", "#finders"}
    assert found["#finders"] == "wie g7 en g1 vond"
    assert set(lacking(await known(deps, await a_file(deps, CASH, sender="kas"), KIND), KIND, **SAID)) == {
        "verbeteren#f-seizures-0-place",
        "goederen",
    }


async def test_drugs_without_a_weight_or_a_seal_and_money_without_a_sum_are_not_deposited(deps):
    number = await a_file(deps, COCAINE | {"netWeightKg": None}, MONEY | {"amountEur": None})
    await kept(deps, number, seal=None, gross_kg=None, laboratory_kg=None)
    await kept(deps, number, "g3")
    found = lacking(await known(deps, number, KIND), KIND, **SAID)

    assert set(found) == {"verbeteren#f-seizures-0-netWeightKg", "verbeteren#f-seizures-1-amountEur", "goederen"}
    assert found["goederen"] == "het zegel van g1"


async def test_the_only_notice_number_is_the_report_of_every_item_and_of_several_none_is(deps):
    number = await a_file(deps, COCAINE)
    await kept(deps, number)
    of = await known(deps, number, KIND)

    def noted(*numbers):
        report = msgspec.structs.replace(of.case.report, notice_number=numbers[0], further_notice_numbers=numbers[1:])
        return msgspec.structs.replace(of, case=msgspec.structs.replace(of.case, report=report))

    one, two = noted("AN.60.FK.000001/2026"), noted("AN.60.FK.000001/2026", "AN.60.FK.000002/2026")

    assert "Proces-verbaal: AN.60.FK.000001/2026" in printed(one, KIND, finders=SAID["finders"])
    assert "meer dan één notitienummer" in lacking(two, KIND, finders=SAID["finders"])["#reportNumbers"]
