"""The Word templates: the bytes of every version that a document was made from."""

from datetime import datetime
from hashlib import sha256
from typing import Any

from docket.store.pool import load_queries

_queries: Any = load_queries(__file__)


def version_of(template: bytes) -> str:
    """sha256 in hexadecimal digits."""
    return sha256(template).hexdigest()


async def keep(tx: Any, kind: str, template: bytes, at: datetime) -> str:
    """Its version; it may be there already."""
    version = version_of(template)
    await _queries.keep(tx, version=version, kind=kind, content=template, kept_at=at)
    return version


async def content(pool: Any, version: str) -> bytes | None:
    return await _queries.content(pool, version=version)
