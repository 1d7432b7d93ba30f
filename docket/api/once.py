"""An act with an Idempotency-Key is done once: who sends it again, with the same key and body, gets the answer that he missed."""

import functools
import hashlib
from collections.abc import Awaitable, Callable
from typing import Any

import msgspec
from litestar import Response

from docket.api.answers import JSON, encoded
from docket.api.opened import opened
from docket.api.reading import idempotency_key_of
from docket.errors import ActDone, KeyReused
from docket.store import keyed_acts
from docket.store.keyed_acts import DoneBefore, KeyedAct

_KEPT = ("ETag", "Location", "Content-Language", "Vary")


def once(handler: Callable[..., Awaitable[Response[bytes]]]) -> Callable[..., Awaitable[Response[bytes]]]:
    """
    For a handler of an act with `request`, `actor` and `deps`, and with `case_number` where it is on a file.

    The key is written by the transaction of the act (`Deps.transaction`), so an act that is refused uses no key. Raises KeyReused where
    the key came with another act, NotFound where the file is not open to the caller any more, and ActDone where the service
    stopped before it could keep its answer.
    """

    @functools.wraps(handler)
    async def keyed(**given: Any) -> Response[bytes]:
        request, actor, deps = (given[name] for name in ("request", "actor", "deps"))
        case_number = given.get("case_number")
        key = idempotency_key_of(request)
        if key is None:
            return await handler(**given)
        act = KeyedAct(
            sender=actor.code,
            key_digest=hashlib.sha256(key.encode()).digest(),
            act_digest=hashlib.sha256(b"\0".join((request.url.path.encode(), _same_bytes(await request.body())))).digest(),
            case_number=case_number or "",
        )
        before = await keyed_acts.before(deps.pool, act)
        if before is None:
            try:
                answer = await handler(**given | {"deps": msgspec.structs.replace(deps, keyed=act)})
            except ActDone:
                # Another request with this key was faster.
                before = await keyed_acts.before(deps.pool, act)
                if before is None:
                    raise
            else:
                headers = [text for name, value in answer.headers.items() if name in _KEPT for text in (name, value)]
                await keyed_acts.keep_answer(deps.pool, act, status=answer.status_code or 200, headers=headers, body=answer.content)
                return answer
        if case_number is not None:
            await opened(case_number, actor, deps)
        return _again(before, act)

    keyed.takes_a_key = True  # ty: ignore[missing-attribute]
    return keyed


def _again(before: DoneBefore, act: KeyedAct) -> Response[bytes]:
    if before.act_digest != act.act_digest:
        raise KeyReused
    if before.status is None or before.body is None:
        raise ActDone
    headers = dict(zip(before.headers[::2], before.headers[1::2], strict=True))
    return Response(before.body, status_code=before.status, media_type=JSON, headers=headers)


def _same_bytes(body: bytes) -> bytes:
    """The same for the same JSON, however it is written."""
    try:
        return encoded(msgspec.json.decode(body))
    except msgspec.DecodeError:
        return body
