"""The zittingsrol of a day, and calendars by a private address: what they show, to whom, and for how long."""

from datetime import UTC, date, datetime, timedelta

import icalendar

from docket.actions.hearings.cancel_hearing import CancelHearing, cancel_hearing
from docket.actions.hearings.move_hearing import MoveHearing, move_hearing
from docket.actions.registration.set_confidentiality import SetConfidentiality, set_confidentiality
from docket.calendar_text import Event, calendar
from docket.deps import Deps
from tests.builders import a_case, a_clerk, a_prosecutor
from tests.docket.actions.hearing_world import RIGHT_BANK, a_chamber, booked, wanted
from tests.docket.web.conftest import Enter
from tests.docket.web.visitor import Visitor
from tests.documents import reading

FIRST = date(2026, 12, 7)
SUSPECT = [{"id": "s1", "role": "suspect", "familyName": "Voorbeeldnaam", "givenNames": "Jan", "custody": "remanded"}]


async def a_heard_file(deps: Deps, chamber: int, sender: str = "test") -> tuple[str, int]:
    number = (await a_case(deps, sender=sender, externalId=sender, persons=SUSPECT, **RIGHT_BANK)).case_number
    return number, (await booked(deps, number, wanted(chamber, FIRST))).hearing_id


async def an_address(visitor: Visitor, chamber: int | str = "") -> str:
    await visitor.open("/account/agenda")
    await visitor.post("/account/agenda", {"_do": "make", "_kamer": chamber})
    [address] = [word for word in visitor.text.split() if word.endswith("zittingen.ics")]
    return address


async def events(visitor: Visitor, address: str) -> list[icalendar.Event]:
    answer = await visitor.browser.get(address)
    assert answer.status_code == 200, answer.status_code
    return list(icalendar.Calendar.from_ical(answer.content).walk("VEVENT"))


async def test_the_roll_shows_number_hour_suspects_and_who_is_detained_and_of_hidden_files_that_a_place_is_taken(
    enter: Enter, deps: Deps
) -> None:
    chamber = await a_chamber(deps)
    number, _ = await a_heard_file(deps, chamber)
    hidden, _ = await a_heard_file(deps, chamber, "verborgen")
    level = SetConfidentiality(case_number=hidden, version=2, confidentiality="restricted", reason="r")
    await set_confidentiality(level, a_prosecutor(), deps)
    clerk = await enter("clerk")

    await clerk.open(f"/zittingsrol?kamer={chamber}&dag=07/12/2026")

    assert number in clerk.text and "Jan Voorbeeldnaam" in clerk.text and "Aangehouden" in clerk.text and "09.00" in clerk.text
    assert hidden not in clerk.text and "bezet" in clerk.text
    assert "2 van 3 plaatsen ingenomen" in clerk.text


async def test_a_calendar_names_numbers_and_codes_and_nobody(enter: Enter, deps: Deps) -> None:
    chamber, clerk = await a_chamber(deps), await enter("clerk")
    number, _ = await a_heard_file(deps, chamber)
    address = await an_address(clerk)

    [event] = await events(clerk, address)

    assert number in str(event["SUMMARY"]) and "AC1" in str(event["LOCATION"])
    assert event["DTSTART"].dt.isoformat() == "2026-12-07T08:00:00+00:00"
    text = (await clerk.browser.get(address)).text
    assert "Voorbeeldnaam" not in text and "Jan" not in text


async def test_a_move_keeps_the_uid_and_raises_the_sequence_and_a_cancelled_hearing_says_so(enter: Enter, deps: Deps) -> None:
    chamber, clerk = await a_chamber(deps), await enter("clerk")
    number, hearing = await a_heard_file(deps, chamber)
    address = await an_address(clerk)
    [before] = await events(clerk, address)
    place = wanted(chamber, FIRST + timedelta(days=1))
    await move_hearing(MoveHearing(case_number=number, version=2, hearing_id=hearing, wanted=place, reason="r"), a_clerk(), deps)
    [moved] = await events(clerk, address)
    await cancel_hearing(CancelHearing(case_number=number, version=3, hearing_id=hearing, reason="r"), a_clerk(), deps)

    [cancelled] = await events(clerk, address)

    assert before["UID"] == moved["UID"] == cancelled["UID"]
    assert [int(one["SEQUENCE"]) for one in (before, moved, cancelled)] == [0, 1, 2]
    assert [str(one["STATUS"]) for one in (before, moved, cancelled)] == ["CONFIRMED", "CONFIRMED", "CANCELLED"]


async def test_an_address_is_renewed_and_revoked_and_the_old_one_reads_nothing(enter: Enter, deps: Deps) -> None:
    chamber, clerk = await a_chamber(deps), await enter("clerk")
    first = await an_address(clerk, chamber)
    second = await an_address(clerk, chamber)
    own = await an_address(clerk)

    assert len({first, second, own}) == 3
    assert (await clerk.browser.get(first)).status_code == 404
    assert (await clerk.browser.get(second)).status_code == 200
    feed = await deps.pool.fetchval("select id from calendar_feeds where chamber_id is null and revoked_at is null")
    await clerk.post("/account/agenda", {"_do": "revoke", "_adres": feed})
    assert (await clerk.browser.get(own)).status_code == 404
    assert (await clerk.browser.get("/agenda/geraden/zittingen.ics")).status_code == 404
    kept = await deps.pool.fetch("select token_hash from calendar_feeds")
    assert all(len(row["token_hash"]) == 32 for row in kept)


async def test_a_restricted_file_is_in_the_calendar_of_who_may_see_it_only_and_a_closed_account_reads_nothing(
    enter: Enter, deps: Deps
) -> None:
    chamber, clerk, prosecutor = await a_chamber(deps), await enter("clerk"), await enter("headOfOffice")
    number, _ = await a_heard_file(deps, chamber)
    theirs, his = await an_address(clerk, chamber), await an_address(prosecutor, chamber)
    level = SetConfidentiality(case_number=number, version=2, confidentiality="restricted", reason="r")
    await set_confidentiality(level, a_prosecutor(), deps)

    assert (len(await events(clerk, theirs)), len(await events(prosecutor, his))) == (0, 1)
    await deps.pool.execute("update accounts set disabled_at = now() where id = $1", prosecutor.account_id)
    assert (await prosecutor.browser.get(his)).status_code == 404


async def test_a_port_prosecutor_has_the_hearings_of_his_own_files_in_his_calendar(enter: Enter, deps: Deps) -> None:
    chamber, prosecutor = await a_chamber(deps), await enter("prosecutor")
    number, _ = await a_heard_file(deps, chamber)
    address = await an_address(prosecutor)
    assert await events(prosecutor, address) == []

    await deps.pool.execute("update cases set prosecutor = $1 where case_number = $2", prosecutor.account_id, number)

    [event] = await events(prosecutor, address)
    assert f"user:{prosecutor.account_id}" in str(event["SUMMARY"])


def test_a_long_line_is_folded_without_cutting_a_letter() -> None:
    at = datetime(2026, 12, 7, 9, tzinfo=UTC)
    event = Event(
        uid="u",
        sequence=0,
        state="set",
        starts_at=at,
        changed_at=at,
        case_number="HAV-2026-000001",
        prosecutor=None,
        court="Rechtbank; eerste aanleg, " + "é" * 90,
        chamber="A\\B",
        kind="kamer",
    )

    text = calendar("Zittingen", [event])

    assert all(len(line) <= 75 for line in text.split(b"\r\n"))
    [read] = icalendar.Calendar.from_ical(text).walk("VEVENT")
    assert str(read["LOCATION"]) == f"{event.court}, kamer A\\B"


async def test_the_roll_is_a_word_document_on_which_no_minor_has_a_name_and_a_hidden_file_none_at_all(enter: Enter, deps: Deps) -> None:
    chamber = await a_chamber(deps)
    both = [*SUSPECT, {"id": "s2", "role": "suspect", "familyName": "Jongeling", "givenNames": "Bo", "count": 1, "age": 16}]
    both.append({"id": "s3", "role": "suspect", "familyName": "Geboortejaar", "givenNames": "Cé", "count": 1, "birthDate": "2008"})
    number = (
        await a_case(deps, sender="jong", externalId="jong", noticeNumber="AN.60.SP.001234/2026", persons=both, **RIGHT_BANK)
    ).case_number
    await booked(deps, number, wanted(chamber, FIRST))
    hidden, _ = await a_heard_file(deps, chamber, "verborgen")
    level = SetConfidentiality(case_number=hidden, version=2, confidentiality="restricted", reason="r")
    await set_confidentiality(level, a_prosecutor(), deps)
    clerk = await enter("clerk")

    answer = await clerk.browser.get(f"/zittingsrol/rol.docx?kamer={chamber}&dag=07/12/2026")

    words = reading.words_of(answer.content)
    assert (
        f"| 1 | 9.00 uur | {number} / AN.60.SP.001234/2026 | Jan Voorbeeldnaam, verdachte 2 (s2) en verdachte 3 (s3) | niet gekend | ja |"
        in words
    )
    assert "| 2 | 9.00 uur | bezet door een dossier dat u niet leest / – | – | – | – |" in words
    assert hidden not in words
    assert "Jongeling" not in words
    assert "Geboortejaar" not in words
    assert "Bezetting → 2 van 3 plaatsen ingenomen" in words
    assert (await clerk.browser.get("/zittingsrol/rol.docx?kamer=999&dag=07/12/2026")).status_code == 404
