"""The inventory of the file: the pieces of the open file in their order, and never one of the confidential file."""

import pytest

from docket.actions.papers.make_document import MakeDocument, make_document
from docket.errors import MissingScope, NotFound
from tests.builders import a_case, a_prosecutor, an_actor
from tests.docket.actions.hearing_world import a_registry
from tests.docket.actions.judgment_world import before_court
from tests.docket.actions.piece_world import attached, digest
from tests.docket.papers.paper_world import known, lacking, printed, refusal

KIND = "file_inventory"
SECRET = b"Verslag van een observatie.\n"


async def test_an_empty_file_has_no_inventory_and_its_addressee_is_asked(deps):
    number = (await a_case(deps)).case_number
    assert "nog geen stuk" in refusal(await known(deps, number, KIND), KIND)

    await attached(deps, number)

    assert set(lacking(await known(deps, number, KIND), KIND)) == {"#sentTo"}


async def test_each_piece_has_number_day_kind_author_reference_pages_folder_and_digital_mark(deps):
    number = (await a_case(deps)).case_number
    await attached(deps, number)
    await attached(
        deps, number, None, kind="letter", author="een terminal", number=None, notice_number=None, pages=None, dated_on=None, folder=None
    )
    words = printed(await known(deps, number, KIND), KIND, sentTo="het hof van beroep")

    mark = digest(b"Geachte mevrouw, hierbij het antwoord op uw kantschrift.\n")[:16]
    [first] = [line for line in words.splitlines() if line.startswith("| 1 |")]
    assert first.startswith("| 1 | 20 november 2026 | Aanvankelijk proces-verbaal / Van: SPN Antwerpen | AN.60.SP.001234/2026 / ")
    assert first.endswith(f" / sha256 {mark}… / gewoon stuk | kaft 1 | 3 |")
    [second] = [line for line in words.splitlines() if line.startswith("| 2 |")]
    assert second.startswith("| 2 | niet gekend | Brief / Van: een terminal | geen notitienummer / alleen op papier / gewoon stuk |")
    assert second.endswith("| niet gekend | niet gekend |")
    assert "Bladzijden → 3\nZonder bladzijden → van 1 van deze stukken is het aantal niet gekend" in words
    assert "Art. 648 Sv." in words
    assert "Art. 430 Sv." in printed(await known(deps, number, KIND), KIND, sentTo="het Hof van Cassatie", occasion="cassation")


async def test_a_piece_of_the_confidential_file_is_on_no_inventory_not_even_that_of_a_magistrate_who_reads_it(deps):
    number = (await a_case(deps)).case_number
    await attached(deps, number)
    traces = {"author": "speciale eenheden", "number": "BOM-77", "notice_number": "BOM-77", "pages": 91, "folder": "kluis"}
    await attached(deps, number, SECRET, by=a_prosecutor(), bom=True, **traces)
    of = await known(deps, number, KIND, a_prosecutor())
    words = printed(of, KIND, sentTo="de rechtbank")

    assert len(of.inventory) == 1
    for trace in ("BOM-77", "speciale eenheden", "kluis", digest(SECRET)[:16], "91", "ertrouwelijk"):
        assert trace not in words


async def test_only_the_confidential_file_is_no_file_to_list(deps):
    number = (await a_case(deps)).case_number
    await attached(deps, number, SECRET, by=a_prosecutor(), bom=True)

    assert "nog geen stuk" in refusal(await known(deps, number, KIND, a_prosecutor()), KIND)


async def test_the_registry_of_the_court_makes_it_and_a_court_without_the_file_does_not_find_it(deps):
    number = await before_court(deps)
    await attached(deps, number)
    command = MakeDocument(case_number=number, kind=KIND, typed={"sentTo": "het hof van beroep"})

    assert (await make_document(command, a_registry(), deps)).document_id > 0
    with pytest.raises(NotFound):
        await make_document(command, a_registry("limburgHasseltCorrectional"), deps)
    with pytest.raises(MissingScope):
        await make_document(command, an_actor("auditor"), deps)
