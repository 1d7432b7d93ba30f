"""A paper by which a prosecution stops, on its form: what may stay empty says so, what lacks is named at its field, and it is asked for."""

from tests.docket.web.conftest import Enter
from tests.docket.web.test_screens import _register


async def test_a_dismissal_is_asked_with_its_motive_and_never_without(enter: Enter) -> None:
    clerk = await enter("clerk")
    number = await _register(clerk)
    await clerk.open(f"/dossiers/{number}/documenten/maken?soort=dismissal")
    assert "12 dader(s) onbekend (technisch)" in clerk.text
    assert "woorden waarschijnlijk, nummers niet nagegaan. De dag vanaf wanneer een motief geldt, is niet gekend." in clerk.text
    papers = f"/dossiers/{number}/documenten"
    empty = await clerk.fill({}, address=papers)
    assert empty.status_code == 409
    assert "Ontbreekt: het motief (art. 28quater Sv.): kies het uit de lijst van vandaag" in clerk.text
    await clerk.fill({"_veld_motive": "02"}, address=papers)

    assert "Beslissing tot seponering" in clerk.text


async def test_a_notice_of_a_dismissal_that_is_not_there_says_why(enter: Enter) -> None:
    clerk = await enter("clerk")
    number = await _register(clerk)
    await clerk.open(f"/dossiers/{number}/documenten/maken")

    assert "er is geen seponering ingeschreven; dit dossier staat bij: geregistreerd." in clerk.text
