"""What a paper says of a file is what the register holds when the paper is made."""

from datetime import date

import msgspec

from docket.actions.transfers.offer_transfer import OfferTransfer, offer_transfer
from docket.contract import Offence, Origin, Person, Place, Report
from docket.deps import Deps
from docket.store.conflicts import RunningLimit
from docket.worker.render_document import render_document
from tests.builders import a_case, a_clerk
from tests.docket.actions.reading import view_of
from tests.documents import reading

MARKER = "Merkteken"
#: Outside the port crime of the port prosecutors: another office receives it, so it has a transfer.
ELSEWHERE = Report(
    origin=Origin(service="shippingPolice"),
    received_on="2026-11-24",
    places=(Place(id="p1", role="scene", text="Markt 1, Brugge", municipality="Brugge", country="BE"),),
    offences=(Offence(offence="drugImport", committed_from="2026-11-23", place="p1"),),
    persons=(Person(id="s1", role="suspect", count=1, family_name=MARKER, custody="arrested", arrested_at="2026-11-23T22:15:00+01:00"),),
)


async def the_transfer(deps: Deps, number: str) -> str:
    found = await view_of(deps, number)
    document_id = await deps.pool.fetchval("select id from documents where case_id = $1 and kind = 'transfer'", found.case.id)
    await render_document(document_id, deps)
    return reading.words_of(await deps.pool.fetchval("select bytes from documents where id = $1", document_id))


async def test_the_transfer_names_the_open_clocks_of_the_file_and_what_the_office_typed_beside_them(deps: Deps) -> None:
    number = (await a_case(deps, ELSEWHERE)).case_number
    typed = RunningLimit(title="teruggave van de wagen", due_on=date(2026, 12, 1))
    await offer_transfer(
        OfferTransfer(
            case_number=number, version=1, to_office="westFlandersBrugge", ground="placeOfOffence", reason="plaats", time_limits=(typed,)
        ),
        a_clerk(),
        deps,
    )

    words = await the_transfer(deps, number)

    assert "Volgens het register liepen op 24 november 2026 om 10.30 uur:" in words
    assert "Vrijheidsberoving zonder bevel tot aanhouding, s1 (Art. 12 Grondwet" in words
    assert "vervalt na 25 november 2026 om 22.15 uur" in words
    assert words.count("Vrijheidsberoving zonder bevel") == 1
    assert "– teruggave van de wagen: 1 december 2026" in words
    assert "Het register bevatte" not in words
    assert MARKER not in words


async def test_the_transfer_of_a_file_without_clocks_says_when_the_register_held_none(deps: Deps) -> None:
    number = (await a_case(deps, msgspec.structs.replace(ELSEWHERE, persons=()))).case_number

    words = await the_transfer(deps, number)

    assert "Het register bevatte op 24 november 2026 om 10.30 uur voor dit dossier geen lopende termijnen." in words
    assert "ga bij vrijheidsbeneming en verjaring zelf na wat loopt" in words
