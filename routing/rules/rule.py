"""What a rule is: a name in competence.toml, what it overrides, and one function over the run."""

from __future__ import annotations

from collections.abc import Callable

import msgspec

from routing.reasoning import Reasoning


class Rule(msgspec.Struct, frozen=True):
    id: str
    apply: Callable[[Reasoning], None]
    #: rules of the ordinary track whose office or court it replaces
    overrides: tuple[str, ...] = ()
