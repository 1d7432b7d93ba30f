"""Offer a file to another office, which accepts or refuses it."""

import msgspec

from docket.access import Actor
from docket.actions.set_confidentiality import ChangedCase
from docket.deps import Deps


class OfferTransfer(msgspec.Struct, frozen=True, kw_only=True):
    case_number: str
    version: int
    to_office: str
    reason: str


async def offer_transfer(command: OfferTransfer, by: Actor, deps: Deps) -> ChangedCase:
    raise NotImplementedError
