"""What a language must have to tell a decision."""

from __future__ import annotations

import msgspec


class Wording(msgspec.Struct, frozen=True, kw_only=True):
    """Sentences with named slots; routing.explain says what may fill a slot."""

    #: stands for a title or a name that is not known
    unknown: str
    #: before the last of a list, with its spaces
    and_: str
    or_: str
    #: by rule and reason of a step
    reasons: dict[str, dict[str, str]]
    #: by code of a warning
    warnings: dict[str, str]
    #: by code of a ground
    grounds: dict[str, str]
    #: by code of what beat an office or a court
    beaten: dict[str, str]
    #: by kind of the anchor of a connexity: `offence`, `file`
    anchors: dict[str, str]
    #: by what in the report told a port area; within a sentence
    tellings: dict[str, str]
    #: by the code that a slot holds; within a sentence
    words: dict[str, str]
    #: by the last word of a path of a fact; within a sentence
    fields: dict[str, str]
    scopes: dict[str, str]
    tracks: dict[str, str]
    outcomes: dict[str, str]
    confidences: dict[str, str]
    #: what an explanation says around the reasons
    answer: dict[str, str]
