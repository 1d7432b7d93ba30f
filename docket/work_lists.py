"""The work lists: which there are, for whom, by which day they count, and at which seats a reader finds his part of them. Pure."""

import re
from datetime import date, timedelta
from typing import Literal

import msgspec

from docket.access import Action, Actor, Visibility, visibility
from docket.errors import BadInput, Issue

ListCode = Literal[
    "expiring",
    "forMe",
    "notTaken",
    "mine",
    "files",
    "hearings",
    "openTracks",
    "toConfirm",
    "timeLimits",
    "untold",
    "offered",
    "requestsLate",
    "requestsAnswered",
    "servicesFailed",
    "servicesMissed",
    "hearingsPast",
    "settlementOverdue",
    "actUnserved",
    "unheld",
    "limitation",
    "limitationUntold",
    "reasonableTime",
    "itemsToDestroy",
    "containersToRelease",
    "itemsForgotten",
    "toSign",
]
#: An item that counts at once bears the first day, one that never becomes due the last one; -infinity and infinity in the database.
AT_ONCE, NEVER = date.min, date.max
#: What str(Place) gives.
PLACE_PATTERN = r"^(\d{4}-\d{2}-\d{2})/(-?\d{1,18})/(\d{1,18})$"
#: Before every sort key.
_FIRST = -(2**63)
#: After every id.
_LAST = 2**63 - 1
#: More than a year has files; as in `work_rows`.
_SERIALS = 1_000_000_000


class Place(msgspec.Struct, frozen=True, kw_only=True):
    """Where an item stands in the order of its list; the next page begins after it."""

    day: date
    sort: int
    item: int

    def __str__(self) -> str:
        return f"{self.day.isoformat()}/{self.sort}/{self.item}"


def parse_place(text: str) -> Place:
    """The text that str(Place) gave; anything else is BadInput on the parameter `after`."""
    match = re.match(PLACE_PATTERN, text, re.ASCII)
    try:
        if match is not None:
            return Place(day=date.fromisoformat(match[1]), sort=int(match[2]), item=int(match[3]))
    except ValueError:
        pass
    detail = "Dit is geen vervolgplaats; neem de waarde van `next` van de vorige pagina over."
    raise BadInput(issues=(Issue(type="invalidInput", place="query", name="after", detail=detail, value=text[:50]),))


def place_of_file(year: int, serial: int) -> Place:
    """After that file in a list of files, which runs from the newest number to the oldest."""
    return Place(day=AT_ONCE, sort=-(year * _SERIALS + serial), item=_LAST)


def file_at(place: Place) -> tuple[int, int]:
    """Year and serial of the file at a place in a list of files."""
    return divmod(-place.sort, _SERIALS)


class WorkList(msgspec.Struct, frozen=True, kw_only=True):
    code: ListCode
    #: What a function must be able to do to have work on this list.
    shown_to: Action
    #: On which of the files: those on which the reader may do this.
    needs: Action = "readCase"
    #: The key of its items; another list may read the same ones by other days.
    key: str
    #: Whose items it holds.
    of: Literal["everybody", "account", "office"] = "everybody"
    #: today: what has to be done by today, and what is late; week: this day and the six after it; ahead: from this day on;
    #: always: whatever its day.
    span: Literal["always", "today", "week", "ahead"] = "always"

    def key_for(self, actor: Actor) -> str | None:
        """None = this reader can have no such list."""
        if self.of == "everybody":
            return self.key
        whose = actor.account_id if self.of == "account" else actor.office
        return f"{self.key}:{whose}" if whose is not None else None

    def days(self, today: date) -> tuple[date, date]:
        """The first and the last day of what counts."""
        if self.span == "today":
            return AT_ONCE, today
        if self.span == "week":
            return today, today + timedelta(days=6)
        return (today if self.span == "ahead" else AT_ONCE), NEVER

    def start(self, today: date) -> Place:
        """Before its first item."""
        first, _ = self.days(today)
        return Place(day=first, sort=_FIRST, item=0)

    @property
    def of_cases(self) -> bool:
        """Whether its reader reads the files on it; an office that is offered a file does not yet."""
        return self.key != "offered"


#: In the order of the day's page.
LISTS = (
    WorkList(code="expiring", shown_to="keepTimeLimits", key="timeLimits", span="today"),
    WorkList(code="forMe", shown_to="readCase", key="forMe", of="account", span="today"),
    WorkList(code="notTaken", shown_to="takeInCharge", needs="takeInCharge", key="notTaken", of="office"),
    WorkList(code="unheld", shown_to="keepTimeLimits", key="unheld", span="today"),
    WorkList(code="limitation", shown_to="keepTimeLimits", key="limitation", span="today"),
    WorkList(code="limitationUntold", shown_to="keepTimeLimits", key="limitationUntold"),
    WorkList(code="hearings", shown_to="readCase", key="hearings", span="week"),
    WorkList(code="servicesFailed", shown_to="setHearing", key="servicesFailed", span="ahead"),
    WorkList(code="servicesMissed", shown_to="setHearing", key="servicesMissed", span="today"),
    WorkList(code="hearingsPast", shown_to="setHearing", key="hearingsPast", span="today"),
    WorkList(code="actUnserved", shown_to="setHearing", key="actUnserved"),
    WorkList(code="settlementOverdue", shown_to="changeStatus", key="settlementOverdue", span="today"),
    WorkList(code="requestsLate", shown_to="keepRequests", needs="keepRequests", key="requestsLate", span="today"),
    WorkList(code="requestsAnswered", shown_to="keepRequests", needs="keepRequests", key="requestsAnswered"),
    WorkList(code="toSign", shown_to="signDocument", needs="signDocument", key="toSign"),
    WorkList(code="openTracks", shown_to="registerCase", key="openTracks"),
    WorkList(code="toConfirm", shown_to="registerCase", key="toConfirm"),
    WorkList(code="offered", shown_to="offerTransfer", key="offered", of="office"),
    WorkList(code="itemsForgotten", shown_to="keepItems", key="itemsForgotten"),
    WorkList(code="itemsToDestroy", shown_to="keepItems", key="itemsToDestroy"),
    WorkList(code="containersToRelease", shown_to="keepItems", key="containersToRelease"),
    WorkList(code="untold", shown_to="tellParties", key="untold"),
    WorkList(code="reasonableTime", shown_to="keepTimeLimits", key="reasonableTime", span="today"),
    WorkList(code="timeLimits", shown_to="readCase", key="timeLimits"),
    WorkList(code="mine", shown_to="readCase", key="mine", of="account"),
    WorkList(code="files", shown_to="readCase", key="files"),
)
BY_CODE = {one.code: one for one in LISTS}


class Seats(msgspec.Struct, frozen=True, kw_only=True):
    """Under which pairs of seat and confidentiality a reader's items stand; every case is open to him by one of them at most."""

    seats: tuple[str, ...]
    levels: tuple[str, ...]


def seats_of(seen: Visibility) -> Seats:
    """The condition `case_visible` as the pairs under which `case_seats` writes a case (migrations/0017_work_lists.sql)."""
    named = f"named:{seen.account_id}"
    pairs = [(f"office:{seen.office}", level) for level in seen.by_office]
    pairs += [(f"{named}@{seen.office}", level) for level in seen.by_office_when_named if level not in seen.by_office]
    pairs += [(named, level) for level in seen.by_name]
    pairs += [(f"court:{seen.court}", level) for level in seen.by_court]
    return Seats(seats=tuple(seat for seat, _ in pairs), levels=tuple(level for _, level in pairs))


def seats_for(one: WorkList, actor: Actor) -> Seats:
    if not one.of_cases:
        return Seats(seats=(f"offered:{actor.office}",), levels=("offered",))
    return seats_of(visibility(actor, one.needs))


def lists_of(actor: Actor) -> tuple[WorkList, ...]:
    """Those that his functions give him to work on."""
    return tuple(one for one in readable(actor) if actor.may(one.shown_to))


def readable(actor: Actor) -> tuple[WorkList, ...]:
    """Those that he may look at."""
    return tuple(one for one in LISTS if actor.may(one.needs) and one.key_for(actor) is not None)
