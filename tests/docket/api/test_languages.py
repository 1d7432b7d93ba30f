"""A decision is kept as codes and told in the language that the caller asks for."""

import httpx
import pytest

from tests.docket.api.registering import registered

FRENCH = {"Accept-Language": "fr-BE, nl;q=0.5"}


def asked(rule: str, decision: dict) -> dict:
    return next(step for step in decision["steps"] if step["rule"] == rule)


async def test_a_decision_is_told_in_the_language_of_the_caller(prosecutor: httpx.AsyncClient) -> None:
    number = await registered(prosecutor)

    told = {}
    for language in ("nl", "fr", "en"):
        answer = await prosecutor.get(f"/cases/{number}/decisions/1", headers={"Accept-Language": language})
        assert (answer.headers["Content-Language"], answer.headers["Vary"]) == (language, "Accept-Language")
        told[language] = answer.json()["decision"]

    said = {language: asked("magistrate", decision)["because"] for language, decision in told.items()}
    assert said == {
        "nl": "Er is geen magistraat onder de verdachten.",
        "fr": "Il n'y a pas de magistrat parmi les suspects.",
        "en": "There is no magistrate among the suspects.",
    }
    assert asked("magistrate", told["fr"])["question"] == "Y a-t-il un magistrat parmi les suspects ?"
    codes = [[(step["rule"], step["reason"], step["said"], step["outcome"]) for step in decision["steps"]] for decision in told.values()]
    assert codes[0] == codes[1] == codes[2]
    assert told["nl"]["tracks"] == told["fr"]["tracks"] == told["en"]["tracks"]


@pytest.mark.parametrize(
    ("header", "language"),
    [
        (None, "nl"),
        ("", "nl"),
        ("de", "nl"),
        ("*", "nl"),
        ("fr", "fr"),
        ("FR-be", "fr"),
        ("en-GB,fr;q=0.9", "en"),
        ("de, en;q=0.2, fr;q=0.7", "fr"),
        ("fr;q=0", "nl"),
        ("fr;q=zeer", "nl"),
    ],
)
async def test_the_language_is_the_one_asked_for_most_or_dutch(prosecutor: httpx.AsyncClient, header: str | None, language: str) -> None:
    number = await registered(prosecutor)
    prosecutor.headers.pop("accept-language", None)

    answer = await prosecutor.get(f"/cases/{number}", headers={} if header is None else {"Accept-Language": header})

    assert answer.headers["Content-Language"] == language


async def test_a_tag_tells_one_language_and_still_names_the_version(prosecutor: httpx.AsyncClient) -> None:
    number = await registered(prosecutor)

    dutch = await prosecutor.get(f"/cases/{number}")
    french = await prosecutor.get(f"/cases/{number}", headers=FRENCH)
    assert (dutch.headers["ETag"], french.headers["ETag"]) == ('"1"', '"1-fr"')
    again = await prosecutor.get(f"/cases/{number}", headers=FRENCH | {"If-None-Match": dutch.headers["ETag"]})
    assert again.status_code == 200
    unchanged = await prosecutor.get(f"/cases/{number}", headers=FRENCH | {"If-None-Match": french.headers["ETag"]})
    assert unchanged.status_code == 304

    body = {"confidentiality": "restricted", "reason": "Er loopt een onderzoek.", "named": []}
    changed = await prosecutor.put(f"/cases/{number}/confidentiality", json=body, headers={"If-Match": french.headers["ETag"]})
    assert changed.status_code == 200, changed.text


async def test_an_explanation_tells_one_decision_from_short_to_whole(prosecutor: httpx.AsyncClient) -> None:
    number = await registered(prosecutor)

    answer = await prosecutor.get(f"/cases/{number}/decisions/1/explanation", headers=FRENCH)

    assert answer.status_code == 200, answer.text
    told = answer.json()
    assert (answer.headers["Content-Language"], told["language"]) == ("fr", "fr")
    assert told["short"][0] == "Le dossier relève de la criminalité portuaire."
    assert 2 <= len(told["short"]) <= 3
    assert any("tribunal correctionnel d'Anvers" in sentence for sentence in told["long"])
    decision = (await prosecutor.get(f"/cases/{number}/decisions/1")).json()["decision"]
    assert len(told["trace"]) == len(decision["steps"])
    assert len(told["warnings"]) == len(decision["warnings"])


async def test_a_decision_that_was_never_made_has_no_explanation(prosecutor: httpx.AsyncClient) -> None:
    number = await registered(prosecutor)

    assert (await prosecutor.get(f"/cases/{number}/decisions/2/explanation")).status_code == 404
    assert (await prosecutor.get("/cases/HAV-2026-999999/decisions/1/explanation")).status_code == 404
