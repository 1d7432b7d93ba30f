"""The summons after a referral (dagvaarding na verwijzing): an order of a chamber sent the defendant there."""

from datetime import date
from typing import Annotated

import msgspec
from msgspec import Meta

from documents.summons import EXAMPLE_LAW, Summons, SummonsTyped, example
from documents.typed import Short


class ReferralSummonsTyped(SummonsTyped, frozen=True, kw_only=True):
    order_by: Annotated[Short | None, Meta(title="Verwezen door", description="De raadkamer of de kamer van inbeschuldigingstelling.")] = (
        None
    )
    order_on: Annotated[date | None, Meta(title="Datum van de beschikking")] = None
    order_number: Annotated[Short | None, Meta(title="Nummer van de beschikking")] = None


class ReferralSummons(Summons, frozen=True, kw_only=True):
    #: The chamber that referred, in words.
    order_by: str
    order_on: date
    order_number: str | None


EXAMPLE = ReferralSummons(
    **(example() | {"judge_number": "2019/154", "law": msgspec.structs.replace(EXAMPLE_LAW, citation="Art. 127-130 en 182-184 Sv.")}),  # ty: ignore[invalid-argument-type]
    order_by="raadkamer van de rechtbank van eerste aanleg Antwerpen, afdeling Antwerpen",
    order_on=date(2020, 2, 14),
    order_number=None,
)
