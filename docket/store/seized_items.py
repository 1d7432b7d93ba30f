"""The history of the seized items of a case."""

from datetime import date, datetime
from decimal import Decimal
from typing import Any

import msgspec

from docket.seized_items import Act, ItemDecision, KeptSaid
from docket.store.pool import load_queries, read

_queries: Any = load_queries(__file__)
_GRAMS = 1000
_KEPT = ("place", "custodian", "custodian_name", "seal", "reference", "sample", "daily_cost_cents", "kept_from")


async def of_case(source: Any, case_id: int) -> tuple[Act, ...]:
    async def look(connection: Any) -> list[Any]:
        return [row async for row in _queries.of_case(connection, case_id=case_id)]

    return tuple(_act(row) for row in await read(source, look))


async def keep(tx: Any, case_id: int, seizure: str, said: KeptSaid, *, at: datetime, by: str) -> int:
    columns = {name: value for name, value in msgspec.structs.asdict(said).items() if name in _KEPT}
    grams = {"gross_grams": _grams(said.gross_kg), "laboratory_grams": _grams(said.laboratory_kg)}
    return await _queries.keep(tx, case_id=case_id, seizure=seizure, at=at, by=by, **columns, **grams)


async def decide(
    tx: Any, case_id: int, seizure: str, *, decision: ItemDecision, reason: str, magistrate: int, on: date, at: datetime, by: str
) -> int:
    return await _queries.decide(
        tx, case_id=case_id, seizure=seizure, decision=decision, reason=reason, magistrate=magistrate, act_on=on, at=at, by=by
    )


async def carry_out(
    tx: Any, case_id: int, seizure: str, *, decision: ItemDecision, on: date, proof: str | None, at: datetime, by: str
) -> int:
    return await _queries.carry_out(tx, case_id=case_id, seizure=seizure, decision=decision, act_on=on, proof=proof, at=at, by=by)


async def strike(tx: Any, case_id: int, act_id: int, *, reason: str, at: datetime, by: str) -> bool:
    """False = it was struck before."""
    return await _queries.strike(tx, case_id=case_id, id=act_id, reason=reason, at=at, by=by) is not None


def _grams(kilograms: Decimal | None) -> int | None:
    return None if kilograms is None else int((kilograms * _GRAMS).to_integral_value())


def _kilograms(grams: int | None) -> Decimal | None:
    return None if grams is None else Decimal(grams) / _GRAMS


def _act(row: Any) -> Act:
    kept = None
    if row["act"] == "kept":
        columns: dict[str, Any] = {name: row[name] for name in _KEPT}
        kept = KeptSaid(**columns, gross_kg=_kilograms(row["gross_grams"]), laboratory_kg=_kilograms(row["laboratory_grams"]))
    names = (
        "id",
        "seizure",
        "act",
        "decision",
        "reason",
        "magistrate",
        "magistrate_name",
        "proof",
        "entered_at",
        "entered_by",
        "struck_at",
    )
    return Act(
        kept=kept, on=row["act_on"], struck_by=row["struck_by"], struck_reason=row["struck_reason"], **{name: row[name] for name in names}
    )
