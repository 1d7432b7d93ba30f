"""The form of a requisition: what it asks first, what it refuses beside the field, and that nothing typed is lost."""

from docket.deps import Deps
from tests.docket.papers.test_requisitions_kept import a_file, opened
from tests.docket.web.conftest import Enter


async def test_the_form_asks_first_for_what_the_paper_is_not_made_without(enter: Enter, deps: Deps) -> None:
    clerk, number = await enter("clerk"), await opened(deps)
    await clerk.open(f"/dossiers/{number}/documenten/maken?soort=mini_inquiry_request")

    assert clerk.text.index("De ene gevraagde handeling") < clerk.text.index("Systeemnummer (mag leeg)")
    assert "De ene gevraagde handeling (mag leeg)" not in clerk.text
    assert "huiszoeking (kan niet)" in clerk.text


async def test_an_excluded_act_is_refused_beside_its_field_and_what_was_typed_stays(enter: Enter, deps: Deps) -> None:
    clerk, number = await enter("clerk"), await opened(deps)
    await clerk.open(f"/dossiers/{number}/documenten/maken?soort=mini_inquiry_request")
    typed = {"_veld_judge": "rechter A", "_veld_act": "Zoeken in de <loods>.", "_veld_reason": "Nodig.", "_veld_kindOfAct": "houseSearch"}
    refused = await clerk.fill(typed | {"_veld_court": "antwerpCorrectional"}, address=f"/dossiers/{number}/documenten")

    assert refused.status_code == 409
    assert "Een mini-instructie kan niet voor: huiszoeking" in clerk.text
    assert "Zoeken in de &lt;loods&gt;." in clerk.page.text
    again = await clerk.fill(
        typed | {"_veld_court": "antwerpCorrectional", "_veld_kindOfAct": "other"}, address=f"/dossiers/{number}/documenten"
    )
    assert again.status_code == 200
    assert "Het document wordt gemaakt." in clerk.text


async def test_a_summons_without_a_hearing_sends_to_where_one_is_set(enter: Enter, deps: Deps) -> None:
    clerk, number = await enter("clerk"), await a_file(deps)
    await clerk.open(f"/dossiers/{number}/documenten/maken?soort=direct_summons&over=s1")

    assert "Vul eerst aan in het dossier" in clerk.text
    assert f'href="/dossiers/{number}/zitting"' in clerk.page.text
