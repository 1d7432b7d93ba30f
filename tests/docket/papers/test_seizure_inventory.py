"""The inventory of seizures: every item with all that the register knows of it, and not a word more."""

import msgspec

from tests.builders import a_case
from tests.docket.actions.test_confirm_competence import a_magistrate
from tests.docket.actions.test_seized_items import CASH, COCAINE, a_file, carried_out, decided, kept
from tests.docket.papers.paper_world import known, lacking, printed, refusal

KIND = "seizure_inventory"
GHOST = {"id": "g7", "kind": "goods"}


async def test_without_a_seizure_there_is_nothing_to_deposit(deps):
    assert "niets in beslag genomen" in refusal(await known(deps, (await a_case(deps)).case_number, KIND), KIND)


async def test_an_item_has_weights_seal_place_keeper_and_where_it_stands(deps):
    number = await a_file(deps, COCAINE, CASH)
    await kept(deps, number, sample="vijf stalen van 10 g")
    words = printed(await known(deps, number, KIND), KIND, finder="douane", owners=["g1: een rederij"], positions=["g1: rij 4"])

    [row] = [line for line in words.splitlines() if line.startswith("| g1 | Drugs")]
    assert "Eigenaar: een rederij" in row
    assert "Bruto: 53,25 kg / Netto: 51,004 kg (laboratorium)" in row
    assert "Ligging: rij 4 / Door: douane" in row
    assert "Zegel: B-004411 / Bestemming: griffie, griffie Antwerpen, kluis 4 / Stand: in beslag, nog niets beslist" in row
    [cash] = [line for line in words.splitlines() if line.startswith("| g3 |")]
    assert "8.000 euro" in cash
    assert cash.count("niet gekend") >= len(("eigenaar", "bruto", "netto", "container", "ligging", "zegel", "bestemming"))
    assert "| g1 | vijf stalen van 10 g | nog niet beslist |" in words


async def test_the_destruction_of_drugs_says_by_whom_when_and_that_it_was_done(deps):
    number = await a_file(deps, COCAINE)
    magistrate = await a_magistrate(deps)
    await decided(deps, number, magistrate)
    await carried_out(deps, number)
    words = printed(await known(deps, number, KIND), KIND)

    [row] = [line for line in words.splitlines() if line.startswith("| g1 | niet gekend | vernietigen, beslist op 24 november 2026 door ")]
    assert "; vernietigd op 24 november 2026" in row
    assert "Stand: vernietigd op 24 november 2026" in words


async def test_a_line_about_no_item_is_asked_again_and_a_court_to_deposit_at_is_needed(deps):
    of = await known(deps, await a_file(deps, COCAINE), KIND)
    nowhere = msgspec.structs.replace(of, stored=msgspec.structs.replace(of.stored, decision=_undecided(of)))

    assert set(lacking(of, KIND, owners=["een rederij"], positions=["g9: rij 4"])) == {"#owners", "#positions"}
    assert set(lacking(nowhere, KIND)) == {"#registry"}
    assert lacking(nowhere, KIND, registry="de griffie van Antwerpen") == {}


def _undecided(of):
    tracks = tuple(msgspec.structs.replace(track, court=None) for track in of.stored.decision.tracks)
    return msgspec.structs.replace(of.stored.decision, tracks=tracks)


async def test_it_leaves_no_place_blank_for_an_item_of_which_nothing_is_known(deps):
    words = printed(await known(deps, await a_file(deps, GHOST), KIND), KIND)

    [row] = [line for line in words.splitlines() if line.startswith("| g7 |")]
    assert "Goederen" in row
    assert "| |" not in row
    assert "None" not in words
    assert "# Drugs" not in words
