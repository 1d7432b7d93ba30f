"""What touches the federal or the European office is told beside the grounds, and routes nothing."""

from docket.deps import Deps
from tests.builders import a_case
from tests.docket.web.conftest import Enter

PORT = [{"id": "p1", "role": "scene", "port": "antwerp", "quay": "730", "country": "BE"}]


async def test_a_file_with_smuggled_duties_says_what_has_to_be_reported_and_a_plain_one_nothing(enter: Enter, deps: Deps) -> None:
    smuggled, plain = [
        (await a_case(deps, sender=offence, externalId=offence, places=PORT, offences=[{"offence": offence, "place": "p1"}])).case_number
        for offence in ("customsSmuggling", "portIntrusion")
    ]
    clerk = await enter("clerk")

    await clerk.open(f"/dossiers/{smuggled}")
    assert "Raakt ook een ander parket" in clerk.text
    assert "te melden aan het Europees Openbaar Ministerie" in clerk.text
    await clerk.open(f"/dossiers/{plain}")
    assert "Raakt ook een ander parket" not in clerk.text
