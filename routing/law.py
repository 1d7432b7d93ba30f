"""The law as dated data: parsed once, refused when it has gaps, overlaps or unknown ids."""

from __future__ import annotations

from collections.abc import Mapping

import msgspec


class Law(msgspec.Struct, frozen=True, kw_only=True):
    """Everything the rules read, indexed at parse time."""


def parse_law(files: Mapping[str, bytes]) -> Law:
    """Read the law files (name -> content)."""
    return Law()
