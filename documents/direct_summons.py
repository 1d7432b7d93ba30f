"""The direct summons (rechtstreekse dagvaarding): the prosecutor calls a suspect before the court, without an inquiry."""

from documents.summons import Summons, SummonsTyped, example


class DirectSummonsTyped(SummonsTyped, frozen=True, kw_only=True):
    """What only its maker can say."""


class DirectSummons(Summons, frozen=True, kw_only=True):
    """Of one defendant: what stands in it of others is their name, and of a minor not even that."""


#: Of another file than that which the example of the summons after a referral comes from: nobody is called both ways.
EXAMPLE = DirectSummons(**(example() | {"case_number": "HAV-2019-000431"}))  # ty: ignore[invalid-argument-type]
