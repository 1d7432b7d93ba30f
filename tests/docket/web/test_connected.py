"""The pages of connected files, as a browser without scripts uses them."""

from docket.deps import Deps
from tests.builders import a_case, a_clerk, an_empty_report
from tests.docket.actions.reading import view_of
from tests.docket.actions.test_connected import a_crew, a_laundering, sealed, split
from tests.docket.web.conftest import Enter

CONTAINER = "CSQU3054383"


def a_shipment(**fields):
    return an_empty_report(**({"receivedOn": "2026-11-20", "containers": [CONTAINER]} | fields))


async def test_new_report_shows_what_it_looks_like_before_it_is_registered(enter: Enter, deps: Deps):
    there = await a_case(deps, a_shipment())
    clerk = await enter("clerk")
    await clerk.open("/nieuw")

    await clerk.fill({"origin/service": "customs", "receivedOn": "20/11/2026", "containers/0": CONTAINER, "_do": "preview"})

    assert "Lijkt op dossiers die er al zijn" in clerk.text
    assert f"zelfde container {CONTAINER}" in clerk.text
    assert there.case_number in clerk.text


async def test_correction_shows_what_the_file_would_look_like_before_it_counts(enter: Enter, deps: Deps):
    there = await a_case(deps, a_shipment())
    file = await a_case(deps, an_empty_report(receivedOn="2026-11-20"))
    clerk = await enter("clerk")
    await clerk.open(f"/dossiers/{file.case_number}/verbeteren")

    await clerk.fill({"origin/service": "police", "receivedOn": "20/11/2026", "containers/0": CONTAINER, "_do": "preview"})

    assert "Dit dossier lijkt daarna op" in clerk.text
    assert there.case_number in clerk.text


async def test_file_page_names_its_ties_and_what_it_looks_like(enter: Enter, deps: Deps):
    one, other = await a_case(deps, a_shipment()), await a_case(deps, a_shipment())
    clerk = await enter("clerk")

    await clerk.open(f"/dossiers/{one.case_number}")

    assert "Lijkt op" in clerk.text and other.case_number in clerk.text


async def test_each_part_of_a_split_file_says_where_the_other_is_to_who_may_see_it(enter: Enter, deps: Deps):
    number = (await a_case(deps, a_crew())).case_number
    part = (await split(deps, number, persons={"s2": "leaves"}, offences={"o1": "both"})).new_case_number
    courts = [track.court for track in (await view_of(deps, part)).current.decision.tracks]
    clerk = await enter("clerk")

    for page in ("", "/verbanden"):
        await clerk.open(f"/dossiers/{number}{page}")
        assert part in clerk.text
        assert [(deps.law.law.title(court) or "").lower() in clerk.text.lower() for court in courts if court] == [True]
        await clerk.open(f"/dossiers/{part}{page}")
        assert number in clerk.text
        assert "correctionele rechtbank antwerpen, afdeling antwerpen" in clerk.text.lower()
    await sealed(deps, part)
    await clerk.open(f"/dossiers/{number}/verbanden")

    # The report of the file names the number that it was split into; where that file is by now is not told.
    assert f'href="/dossiers/{part}"' not in clerk.page.text
    assert not any((deps.law.law.title(court) or "").lower() in clerk.text.lower() for court in courts if court)


async def test_page_of_a_file_says_nothing_of_a_likeness_that_the_reader_may_not_see(enter: Enter, deps: Deps):
    one, hidden = await a_case(deps, a_shipment()), await a_case(deps, a_shipment())
    await sealed(deps, hidden.case_number)
    clerk = await enter("clerk")

    for page in ("", "/verbanden"):
        await clerk.open(f"/dossiers/{one.case_number}{page}")
        assert hidden.case_number not in clerk.page.text
    for act in ("leggen", "afwijzen"):
        never = await clerk.open(f"/dossiers/{one.case_number}/verbanden/HAV-2026-999999/{act}")
        seen = await clerk.open(f"/dossiers/{one.case_number}/verbanden/{hidden.case_number}/{act}")
        assert (seen.status_code, seen.text.replace(hidden.case_number, "")) == (
            never.status_code,
            never.text.replace("HAV-2026-999999", ""),
        )


async def test_clerk_links_two_files_by_number_and_undoes_it_with_a_reason(enter: Enter, deps: Deps):
    money, port = await a_case(deps, a_laundering()), await a_case(deps)
    clerk = await enter("clerk")

    await clerk.open(f"/dossiers/{money.case_number}/verbanden?ander={port.case_number.lower()}&doe=leggen")
    await clerk.fill({"_grond": "samePerpetrators", "_samenhang": "2a", "_reden": ""})
    assert "Geef een reden" in clerk.text
    await clerk.fill({"_grond": "samePerpetrators", "_samenhang": "2a", "_reden": "zelfde groep"})
    assert clerk.path == f"/dossiers/{money.case_number}/verbanden"
    assert "Verwant met" in clerk.text and "Art. 227, 2° Sv." in clerk.text and "<svg" in clerk.page.text

    await clerk.open(f"/dossiers/{money.case_number}/verbanden/{port.case_number}/losmaken")
    await clerk.fill({"_reden": "andere groep"})
    assert "Ongedaan gemaakt" in clerk.text


async def test_number_that_is_no_number_is_told_at_its_field(enter: Enter, deps: Deps):
    file = await a_case(deps)
    clerk = await enter("clerk")

    answer = await clerk.open(f"/dossiers/{file.case_number}/verbanden?ander=dossier&doe=leggen")

    assert answer.status_code == 400 and "Schrijf het nummer zoals" in clerk.text


async def test_prosecutor_joins_and_parts_files_and_the_joined_one_shows_where_the_work_goes_on(enter: Enter, deps: Deps):
    lead, other = await a_case(deps), await a_case(deps, a_crew())
    prosecutor = await enter("prosecutor")

    await prosecutor.open(f"/dossiers/{lead.case_number}/verbanden/{other.case_number}/voegen")
    await prosecutor.fill({"_grond": "sameFacts", "_samenhang": "indivisible", "_reden": "een feit"})
    assert prosecutor.path == f"/dossiers/{lead.case_number}/verbanden"
    await prosecutor.open(f"/dossiers/{other.case_number}")
    assert f"gevoegd bij {lead.case_number}" in prosecutor.text
    assert "/verbeteren" not in prosecutor.page.text

    await prosecutor.open(f"/dossiers/{other.case_number}/verbanden/{lead.case_number}/ontvoegen")
    await prosecutor.fill({"_reden": "toch twee zaken"})
    await prosecutor.open(f"/dossiers/{other.case_number}")
    assert "/verbeteren" in prosecutor.page.text


async def test_prosecutor_splits_a_file_and_is_told_at_the_row_what_would_be_torn(enter: Enter, deps: Deps):
    file = await a_case(deps, a_crew())
    prosecutor = await enter("prosecutor")
    await prosecutor.open(f"/dossiers/{file.case_number}/splitsen")
    asked = {"_grond": "samePerpetrators", "_samenhang": "3", "_reden": "minderjarige apart", "persons/s2": "leaves"}

    await prosecutor.fill({**asked, "offences/o2": "leaves"})
    assert "Verdachte s2 gaat mee zonder een feit" in prosecutor.text
    await prosecutor.fill({**asked, "offences/o1": "both"})

    assert prosecutor.path.startswith("/dossiers/HAV-") and prosecutor.path != f"/dossiers/{file.case_number}"
    assert "Dossier afgesplitst en ingeschreven" in prosecutor.text
    assert f"Afgesplitst van {file.case_number}" in prosecutor.text


async def test_dismissed_candidate_leaves_the_page_and_stays_in_the_table(enter: Enter, deps: Deps):
    one, other = await a_case(deps, a_shipment()), await a_case(deps, a_shipment())
    clerk = await enter("clerk")

    await clerk.open(f"/dossiers/{one.case_number}/verbanden/{other.case_number}/afwijzen")
    await clerk.fill({"_reden": "andere reis"})

    assert "Geen ander dossier lijkt erop" in clerk.text
    assert "Nagekeken, niet hetzelfde" in clerk.text


async def test_clerk_is_offered_no_joining_or_splitting(enter: Enter, deps: Deps):
    file = await a_case(deps, by=a_clerk())
    clerk = await enter("clerk")

    await clerk.open(f"/dossiers/{file.case_number}/verbanden")

    assert "Voegen" not in clerk.text and "splitsen" not in clerk.text
    assert (await clerk.open(f"/dossiers/{file.case_number}/splitsen")).status_code == 403
