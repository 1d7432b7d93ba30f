"""What the register promises to do after commit, as a tagged union; each is a job of the worker and may run twice."""

import msgspec


class RenderDocument(msgspec.Struct, frozen=True, kw_only=True, tag=True):
    document_id: int


class SendDelivery(msgspec.Struct, frozen=True, kw_only=True, tag=True):
    delivery_id: int


class SignHead(msgspec.Struct, frozen=True, kw_only=True, tag=True):
    """Sign a head over every case that changed; daily, at stop and on demand."""


Message = RenderDocument | SendDelivery | SignHead
