"""Reports, actors and files with defaults: a test says only what matters to it."""

from datetime import UTC, date, datetime
from typing import Any

import msgspec

from docket.access import Actor, Role
from docket.actions.papers.keep_address import KeepAddress, keep_address
from docket.actions.registration.register_case import RegisterCase, RegisteredCase, register_case
from docket.addresses import KeptAddress
from docket.contract import Report
from docket.deps import Deps

#: A real first report, shortened: an intrusion on the left bank.
INTRUSION: dict[str, Any] = {
    "receivedOn": "2026-11-20",
    "origin": {"service": "shippingPolice", "unit": "SPN Antwerpen", "investigatorEmails": ["rechercheur@politie.example.org"]},
    "noticeNumber": "DE60.SP.001234/2026",
    "summary": "Zes personen in een lege container op de MPET-terminal.",
    "places": [{"id": "p1", "role": "scene", "text": "MPET-terminal, kaai 1742", "port": "antwerp", "quay": "1742"}],
    "offences": [{"offence": "portIntrusion", "committedFrom": "2026-11-18", "place": "p1"}],
    "persons": [{"id": "s1", "role": "suspect", "kind": "natural", "count": 5, "minor": False}],
}


def a_report(**fields: Any) -> Report:
    """Fields in the words of the contract (`noticeNumber=None`)."""
    return msgspec.convert({name: value for name, value in (INTRUSION | fields).items() if value is not None}, Report)


def an_empty_report(**fields: Any) -> Report:
    return msgspec.convert({"origin": {"service": "police"}} | fields, Report)


def an_actor(*roles: Role, office: str | None = "antwerpPort", court: str | None = None, account_id: int | None = 17) -> Actor:
    named = roles or ("clerk",)
    return Actor(account_id=account_id, code=f"{named[0]}:{account_id}", roles=frozenset(named), office=office, court=court)


def a_clerk(office: str = "antwerpPort", account_id: int = 17) -> Actor:
    return an_actor("clerk", office=office, account_id=account_id)


def a_prosecutor(office: str = "antwerpPort", account_id: int = 23) -> Actor:
    return an_actor("prosecutor", office=office, account_id=account_id)


def an_address(seat: str = "antwerpPort", address: str = "Voorbeeldstraat 1, 2000 Antwerpen", **fields: Any) -> KeptAddress:
    said: dict[str, Any] = {"seq": 1, "from_day": date(2016, 1, 1), "reason": "eerste inschrijving", "kept_by": "headOfOffice:90"}
    return KeptAddress(seat=seat, address=address, **said | {"kept_at": datetime(2016, 1, 1, tzinfo=UTC)} | fields)


async def addressed(deps: Deps, seat: str = "antwerpPort") -> None:
    """Since always; without it no summons leaves that office."""
    kept = an_address(seat)
    command = KeepAddress(seat=seat, address=kept.address, from_day=kept.from_day, reason=kept.reason)
    await keep_address(command, an_actor("administrator", office=None), deps)


async def a_case(
    deps: Deps, report: Report | None = None, *, by: Actor | None = None, sender: str = "test", **fields: Any
) -> RegisteredCase:
    """A registered file."""
    return await register_case(RegisterCase(report=report or a_report(**fields), sender=sender), by or a_clerk(), deps)
