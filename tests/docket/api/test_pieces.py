"""A program hands in the bytes of a piece, attaches, moves and withdraws it, and reads the inventory; never the confidential file."""

from typing import Any

import httpx

from docket.deps import Deps
from tests.builders import a_prosecutor
from tests.docket.actions.judgment_world import before_court
from tests.docket.actions.piece_world import LETTER, attached, digest
from tests.docket.api.conftest import Caller
from tests.docket.api.registering import registered, version_of
from tests.docket.test_piece_files import a_pdf, javascript

LETTER_SAID: dict[str, Any] = {"kind": "letter", "author": "FGP Antwerpen", "medium": "file", "datedOn": "2026-11-20"}


async def handed_in(client: httpx.AsyncClient, number: str, content: bytes, name: str | None = None) -> httpx.Response:
    headers = {"content-type": "application/octet-stream"}
    return await client.put(f"/cases/{number}/piece-uploads/{name or digest(content)}", content=content, headers=headers)


async def tag(client: httpx.AsyncClient, number: str) -> dict[str, str]:
    return {"If-Match": await version_of(client, number)}


async def test_bytes_are_handed_in_attached_and_come_back_as_they_were(clerk: httpx.AsyncClient) -> None:
    number = await registered(clerk)
    pdf = a_pdf(pages=2)
    upload = await handed_in(clerk, number, pdf)
    assert upload.status_code == 200, upload.text
    assert (upload.json()["mediaType"], upload.json()["verdict"], upload.json()["pages"]) == ("application/pdf", "clean", 2)
    assert (await handed_in(clerk, number, pdf)).json() == upload.json()

    said = LETTER_SAID | {"sha256": digest(pdf)}
    done = await clerk.post(f"/cases/{number}/pieces", json=said, headers=await tag(clerk, number))
    assert done.status_code == 201, done.text
    piece = (await clerk.get(done.headers["Location"].removeprefix("/api/v1"))).json()
    assert (piece["state"], piece["kindTitle"], piece["pages"], piece["sha256"]) == ("attached", "brief", 2, digest(pdf))
    content = await clerk.get(piece["contentHref"].removeprefix("/api/v1"))
    assert content.content == pdf
    assert content.headers["content-type"] == "application/octet-stream" and "attachment" in content.headers["content-disposition"]
    assert content.headers["etag"] == f'"{digest(pdf)}"'


async def test_an_interrupted_fetch_of_a_piece_goes_on_where_it_stopped_and_a_known_one_is_not_sent_again(clerk: httpx.AsyncClient) -> None:
    """Over the bound of a stored megabyte too."""
    number = await registered(clerk)
    long = b"".join(b"regel %07d\n" % line for line in range(200_000))
    await handed_in(clerk, number, long)
    said = LETTER_SAID | {"sha256": digest(long)}
    piece = (await clerk.post(f"/cases/{number}/pieces", json=said, headers=await tag(clerk, number))).json()["piece"]
    where, bound = f"/cases/{number}/pieces/{piece}/content", 1024 * 1024

    for wanted, part in (
        (f"bytes={bound - 3}-{bound + 4}", long[bound - 3 : bound + 5]),
        (f"bytes={bound}-", long[bound:]),
        ("bytes=-10", long[-10:]),
        ("bytes=0-0", long[:1]),
    ):
        answer = await clerk.get(where, headers={"Range": wanted, "If-Range": f'"{digest(long)}"'})
        assert (answer.status_code, answer.content) == (206, part), wanted
        assert answer.headers["content-length"] == str(len(part))
        assert answer.headers["content-range"].endswith(f"/{len(long)}")
    assert (await clerk.get(where, headers={"Range": "bytes=0-3", "If-Range": '"anders"'})).content == long
    assert (await clerk.get(where, headers={"Range": f"bytes={len(long)}-"})).status_code == 416
    known = await clerk.get(where, headers={"If-None-Match": f'"{digest(long)}"'})
    assert (known.status_code, known.content) == (304, b"")


async def test_bytes_that_are_not_those_of_the_address_or_that_could_act_as_a_program_are_refused(clerk: httpx.AsyncClient) -> None:
    number = await registered(clerk)
    assert (await handed_in(clerk, number, LETTER, digest(b"iets anders"))).status_code == 400
    refused = await handed_in(clerk, number, b"MZ\x90\0")
    assert refused.status_code == 400 and "een programma voor Windows" in refused.text
    assert (await handed_in(clerk, "HAV-2026-999999", LETTER)).status_code == 404


async def test_what_is_in_quarantine_is_listed_with_its_reason_and_given_to_nobody(clerk: httpx.AsyncClient) -> None:
    number, bad = await registered(clerk), a_pdf(change=javascript)
    assert (await handed_in(clerk, number, bad)).json()["faults"] == ["JavaScript"]
    said = LETTER_SAID | {"sha256": digest(bad)}
    piece = (await clerk.post(f"/cases/{number}/pieces", json=said, headers=await tag(clerk, number))).json()["piece"]

    [line] = (await clerk.get(f"/cases/{number}/pieces")).json()["items"]
    assert (line["state"], line["faults"], line["contentHref"]) == ("quarantined", ["JavaScript"], None)
    content = await clerk.get(f"/cases/{number}/pieces/{piece}/content")
    assert content.status_code == 409 and b"%PDF" not in content.content


async def test_the_same_bytes_are_refused_in_one_file_and_told_of_another_that_the_caller_reads(clerk: httpx.AsyncClient) -> None:
    one, other = await registered(clerk), await registered(clerk, externalId="b")
    for number in (one, other):
        await handed_in(clerk, number, LETTER)
    said = LETTER_SAID | {"sha256": digest(LETTER)}
    await clerk.post(f"/cases/{one}/pieces", json=said, headers=await tag(clerk, one))
    again = await clerk.post(f"/cases/{one}/pieces", json=said, headers=await tag(clerk, one))
    assert again.status_code == 409 and "al in het dossier" in again.text
    confirmed = said | {"sameBytesConfirmed": True}
    assert (await clerk.post(f"/cases/{one}/pieces", json=confirmed, headers=await tag(clerk, one))).status_code == 201

    assert (await handed_in(clerk, other, LETTER)).json()["alsoIn"] == [one]
    assert (await clerk.post(f"/cases/{other}/pieces", json=said, headers=await tag(clerk, other))).json()["alsoIn"] == [one]


async def test_a_piece_on_paper_is_attached_once_with_its_key_moved_and_withdrawn(clerk: httpx.AsyncClient) -> None:
    wrong, right = await registered(clerk), await registered(clerk, externalId="b")
    said = {"kind": "warrant", "author": "onderzoeksrechter", "medium": "paper", "folder": "kaft 2"}
    headers = await tag(clerk, wrong) | {"Idempotency-Key": "een"}
    first = await clerk.post(f"/cases/{wrong}/pieces", json=said, headers=headers)
    assert (await clerk.post(f"/cases/{wrong}/pieces", json=said, headers=headers)).json() == first.json()
    piece = first.json()["piece"]
    assert (await clerk.get(f"/cases/{wrong}/pieces/{piece}/content")).status_code == 409

    move = {"to": right, "reason": "verkeerd dossier"}
    moved = await clerk.post(f"/cases/{wrong}/pieces/{piece}/moves", json=move, headers=await tag(clerk, wrong))
    assert moved.status_code == 200, moved.text
    assert (moved.json()["caseNumber"], moved.json()["version"]) == (right, 2)
    [left] = (await clerk.get(f"/cases/{wrong}/pieces")).json()["items"]
    assert (left["state"], left["contentHref"]) == ("moved", None)
    there = moved.json()["piece"]
    where = f"/cases/{right}/pieces/{there}/withdrawals"
    gone = await clerk.post(where, json={"reason": "dubbel"}, headers=await tag(clerk, right))
    assert gone.status_code == 200, gone.text
    assert (await clerk.get(f"/cases/{right}/inventory")).json()["items"] == []


async def test_the_bytes_of_a_moved_or_withdrawn_piece_are_refused_where_no_address_of_them_is_given(clerk: httpx.AsyncClient) -> None:
    wrong, right = await registered(clerk), await registered(clerk, externalId="b")
    for number in (wrong, right):
        await handed_in(clerk, number, LETTER)
    said = LETTER_SAID | {"sha256": digest(LETTER)}
    first = (await clerk.post(f"/cases/{wrong}/pieces", json=said, headers=await tag(clerk, wrong))).json()["piece"]
    same = (await clerk.post(f"/cases/{right}/pieces", json=said, headers=await tag(clerk, right))).json()["piece"]
    move = {"to": right, "reason": "verkeerd dossier"}
    noticed = await clerk.post(f"/cases/{wrong}/pieces/{first}/moves", json=move, headers=await tag(clerk, wrong))
    assert noticed.status_code == 409 and f"als stuk {same}" in noticed.text
    meant = move | {"sameBytesConfirmed": True}
    moved = await clerk.post(f"/cases/{wrong}/pieces/{first}/moves", json=meant, headers=await tag(clerk, wrong))
    assert moved.status_code == 200, moved.text

    refused = await clerk.get(f"/cases/{wrong}/pieces/{first}/content")
    assert refused.status_code == 409 and right in refused.json()["detail"] and LETTER not in refused.content
    there = moved.json()["piece"]
    assert (await clerk.get(f"/cases/{right}/pieces/{there}/content")).content == LETTER
    await clerk.post(f"/cases/{right}/pieces/{there}/withdrawals", json={"reason": "dubbel"}, headers=await tag(clerk, right))
    assert (await clerk.get(f"/cases/{right}/pieces/{there}")).json()["contentHref"] is None
    withdrawn = await clerk.get(f"/cases/{right}/pieces/{there}/content")
    assert withdrawn.status_code == 409 and LETTER not in withdrawn.content


async def test_a_registry_reads_the_pieces_and_the_inventory_and_no_answer_holds_the_confidential_file(caller: Caller, deps: Deps) -> None:
    number, secret = await before_court(deps), b"machtiging BOM-77\n"
    await attached(deps, number, mark="confidential")
    await attached(deps, number, secret, by=a_prosecutor(), bom=True, number="BOM-77/2026", author="BOM-dienst")
    registry, clerk = await caller("registryClient", court="antwerpCorrectional"), await caller()
    magistrate = await caller("prosecutor")
    for client in (registry, clerk, magistrate):
        [line] = (await client.get(f"/cases/{number}/inventory")).json()["items"]
        assert (line["running"], line["mark"], line["digitalId"]) == (1, "confidential", digest(LETTER))
        for path in ("", "/pieces", "/inventory", "/entries", "/timeline", "/documents"):
            answer = await client.get(f"/cases/{number}{path}")
            assert answer.status_code == 200, (path, answer.text)
            assert "BOM-" not in answer.text and digest(secret) not in answer.text, path
            told = client is magistrate and path in ("/entries", "/timeline")
            assert ("ConfidentialPartChanged" in answer.text) is told, path
    refused = await registry.post(f"/cases/{number}/pieces", json=LETTER_SAID | {"medium": "paper"}, headers=await tag(registry, number))
    assert refused.status_code == 403


async def test_a_piece_said_wrong_is_told_at_its_fields(clerk: httpx.AsyncClient) -> None:
    number = await registered(clerk)
    wrong = {"kind": "potje", "author": " ", "medium": "scan", "datedOn": "2027-01-01"}
    refused = await clerk.post(f"/cases/{number}/pieces", json=wrong, headers=await tag(clerk, number))

    assert refused.status_code == 400
    assert {issue["name"] for issue in refused.json()["issues"]} == {"/kind", "/author", "/datedOn", "/sha256"}
