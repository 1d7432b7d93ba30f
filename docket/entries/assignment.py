"""Which port prosecutor the file was given to, and why not another."""

from docket.entries.entry import Entry


class ProsecutorAssigned(Entry, frozen=True, kw_only=True):
    #: Of a choice by the head; the worker's assignments raise no version.
    version: int | None = None
    #: Its place among the assignments of the file.
    assignment: int
    #: A function code, never a name; so are all below.
    prosecutor: str
    #: draw, connexity, standIn or override; the reason of an override stays with the assignment.
    how: str
    stands_in_for: str | None = None
    #: Number and commitment of the seed that it was drawn with.
    seed: int | None = None
    commitment: str | None = None
    draw_number: int | None = None


class ProsecutorNotAssigned(Entry, frozen=True, kw_only=True):
    assignment: int
    #: emptyRoster, nobodyAvailable or noSeed.
    why: str


class AssignmentAsked(Entry, frozen=True, kw_only=True):
    version: int


class ProsecutorRecused(Entry, frozen=True, kw_only=True):
    version: int
    #: A function code; the reason stays within the office.
    prosecutor: str
    recusal_ground: str
