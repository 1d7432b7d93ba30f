"""Lists to download: no cell is a formula, and the titles are those of the law."""

import csv
import io
import json

from docket import simulation_lists
from docket.legislation import LoadedLaw
from docket.simulation import Route, Spot
from docket.store.simulations import ListedFile

MOVED = ListedFile(
    case_id=1,
    case_number="HAV-2026-000001",
    year=2026,
    stays=None,
    what=("office", "court"),
    lapses=False,
    before=Route(
        outcome="decided",
        scope="portCrime",
        port_area="waasland",
        tracks=(Spot(track="ordinary", prosecution_office="antwerpPort", court=None),),
    ),
    after=Route(outcome="decided", scope="portCrime", port_area=None, tracks=()),
)


async def pages():
    yield (MOVED,)
    yield (MOVED,)


async def test_a_spreadsheet_reads_the_list_with_its_titles(law: LoadedLaw):
    content = b"".join([part async for part in simulation_lists.as_csv(pages(), law.law)])
    rows = list(csv.DictReader(io.StringIO(content.decode("utf-8-sig")), delimiter=";"))

    assert content.startswith(b"\xef\xbb\xbf")
    assert len(rows) == 2
    assert rows[0] == {
        "Dossier": "HAV-2026-000001",
        "Jaar van ontvangst": "2026",
        "Verhuist": "ja",
        "Blijft omdat": "",
        "Wat wijzigt": "parket, rechtbank",
        "Van parket": "havenprocureurs bij het parket Antwerpen",
        "Naar parket": "geen",
        "Van rechtbank": "geen",
        "Naar rechtbank": "geen",
        "Van gebied": "Waaslandhaven",
        "Naar gebied": "niet gekend",
        "Van aard": "havencriminaliteit",
        "Naar aard": "havencriminaliteit",
    }


def test_no_cell_is_a_formula():
    assert [simulation_lists.safe(text) for text in ("=1+1", "+32", "-1", "@sum", "\tx", "gewoon")] == [
        "'=1+1",
        "'+32",
        "'-1",
        "'@sum",
        "'\tx",
        "gewoon",
    ]


async def test_a_program_reads_the_list_as_one_array_without_our_ids():
    listed = json.loads(b"".join([part async for part in simulation_lists.as_json(pages())]))

    assert [one["caseNumber"] for one in listed] == ["HAV-2026-000001"] * 2
    assert "caseId" not in listed[0]


async def test_an_empty_list_is_an_empty_array():
    async def none():
        return
        yield

    assert json.loads(b"".join([part async for part in simulation_lists.as_json(none())])) == []
