"""Where a seized item lies, and what was decided of it."""

from datetime import date

from docket.entries.entry import Entry


class ItemKept(Entry, frozen=True, kw_only=True):
    """Where a seized item lies and what is known of it; it says what the line says, which a later one replaces."""

    version: int
    #: Number of the line, and id of the reported seizure.
    item_act: int
    item: str
    custodian: str
    custodian_name: str | None
    item_place: str
    seal: str | None
    item_reference: str | None
    #: In kilograms, as text.
    gross_kg: str | None
    laboratory_kg: str | None
    sample: str | None
    daily_cost_cents: int | None
    kept_from: date


class ItemDecided(Entry, frozen=True, kw_only=True):
    version: int
    item_act: int
    item: str
    item_decision: str
    #: Account of the magistrate; his name stands with the account.
    magistrate: int
    item_decided_on: date
    #: What it rests on in the law of that day.
    citations: tuple[str, ...]
    reason: str


class ItemCarriedOut(Entry, frozen=True, kw_only=True):
    version: int
    item_act: int
    item: str
    item_decision: str
    carried_out_on: date
    item_proof: str | None


class ItemActStruck(Entry, frozen=True, kw_only=True):
    """A line of an item was entered in error; it stays, struck through."""

    version: int
    item_act: int
    item: str
    #: kept, decided or carriedOut
    struck_act: str
    reason: str
