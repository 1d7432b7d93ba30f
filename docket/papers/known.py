"""All that the register knows of a file when a paper of it is made; what nobody looked up is absent, not guessed."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any, Protocol

import msgspec

from docket.addresses import KeptAddress
from docket.cases import Case
from docket.competence import Challenge, Confirmation
from docket.contacts import Contact
from docket.hearings import Hearing
from docket.judgments import Judgment
from docket.pieces import InventoryLine
from docket.requests import Request
from docket.seized_items import SeizedItem
from docket.services import Service
from docket.store.cases import Intake
from docket.store.conflicts import Handing
from docket.store.documents import MadePaper
from docket.time_limits import Clock
from docket.transitions import At
from routing import Decision, Law


class StoredDecision(Protocol):
    """What a paper needs of the decision as the register stores it."""

    @property
    def kind(self) -> str: ...
    @property
    def decision(self) -> Decision: ...
    @property
    def law_digest(self) -> str: ...
    @property
    def engine_version(self) -> str: ...
    @property
    def decided_at(self) -> datetime: ...
    @property
    def reason(self) -> str | None: ...
    @property
    def open_tracks(self) -> tuple[int, ...]: ...


class Line(Protocol):
    """An entry of the docket; its content is None where it was erased under a retention rule."""

    @property
    def seq(self) -> int: ...
    @property
    def kind(self) -> str: ...
    @property
    def entered_at(self) -> datetime: ...
    @property
    def entered_by(self) -> str: ...
    @property
    def content(self) -> Any: ...


class Limits(msgspec.Struct, frozen=True, kw_only=True):
    """What the register knows to run in a file, for the office that takes it over."""

    #: When it was looked up: limits are started and met all the time.
    at: datetime
    #: Of each open clock, see `limit_line`.
    lines: tuple[str, ...] = ()
    #: What the office typed on its offer that is no clock of the register.
    typed: tuple[str, ...] = ()


class Known(msgspec.Struct, frozen=True, kw_only=True):
    #: The moment of the making; everything below is as it stood then.
    at: datetime
    case: Case
    #: The decision that the paper tells of.
    stored: StoredDecision
    #: The law in force.
    law: Law
    #: Under that decision.
    confirmations: Sequence[Confirmation] = ()
    challenges: Sequence[Challenge] = ()
    #: Where each suspect stands for each offence.
    everybody: Sequence[At] = ()
    clocks: Sequence[Clock] = ()
    #: The same clocks as a paper tells them; None = nobody looked.
    limits: Limits | None = None
    #: Cancelled ones too, the latest day first.
    hearings: Sequence[Hearing] = ()
    services: Sequence[Service] = ()
    #: Oldest first.
    judgments: Sequence[Judgment] = ()
    contacts: Sequence[Contact] = ()
    requests: Sequence[Request] = ()
    #: Reported seizures with what was done to them since.
    items: Sequence[SeizedItem] = ()
    #: Of the open file only: what lies in the confidential one is never looked up for a paper.
    inventory: Sequence[InventoryLine] = ()
    #: Offers to other offices and conflicts of jurisdiction.
    handing: Handing = Handing(offers=(), conflicts=())
    #: Lines of the docket that say who moved, what was struck, and what interrupts or suspends limitation; oldest first.
    lines: Sequence[Line] = ()
    #: The submission that it was registered from; None = nobody looked.
    intake: Intake | None = None
    #: Of every office and court, of every day; `heads.address` has the one of the day of making.
    addresses: Sequence[KeptAddress] = ()
    #: Documents of this file, whatever became of them, oldest first.
    made: Sequence[MadePaper] = ()
