"""Successful answers: JSON with its entity tag, and the addresses of resources."""

import hashlib
from typing import Any
from urllib.parse import quote

import msgspec
from litestar import Response

from docket.api.operations import PREFIX
from routing import Language

JSON = "application/json"


def ok(body: Any, *, version: int | None = None, status: int = 200, language: Language | None = None) -> Response[bytes]:
    """The tag is the version of the case where the body changes with it alone, else a digest of the body."""
    content = encoded(body)
    tag = version_tag(version, language) or content_tag(content)
    return Response(content, status_code=status, media_type=JSON, headers={"ETag": tag} | in_language(language))


def created(
    body: Any, location: str, *, version: int | None = None, repeated: bool = False, language: Language | None = None
) -> Response[bytes]:
    """201, or 200 with the same body where the same was created before."""
    headers = {"Location": location} | in_language(language)
    if tag := version_tag(version, language):
        headers["ETag"] = tag
    return Response(encoded(body), status_code=200 if repeated else 201, media_type=JSON, headers=headers)


def encoded(body: Any) -> bytes:
    """The same bytes for the same content, also where the database gave the keys of an object in another order."""
    return msgspec.json.encode(body, order="deterministic")


def in_language(language: Language | None) -> dict[str, str]:
    """Headers of an answer that tells sentences; None = it tells none."""
    return {} if language is None else {"Content-Language": language, "Vary": "Accept-Language"}


def version_tag(version: int | None, language: Language | None = None) -> str | None:
    """The version of the case; a tag tells one content only, so it names each language but the first."""
    return None if version is None else f'"{version}"' if language in (None, "nl") else f'"{version}-{language}"'


def content_tag(content: bytes) -> str:
    return f'"{hashlib.sha256(content).hexdigest()[:32]}"'


def href(*parts: str | int) -> str:
    """The address of a resource of this API, from the root of the server."""
    return "/".join((PREFIX, *(quote(str(part), safe="") for part in parts)))
