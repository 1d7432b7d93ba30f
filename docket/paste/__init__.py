"""Reads a pasted report or mail and proposes facts, each with the words it came from; nothing is guessed."""

from docket.paste.gazetteer import place_names
from docket.paste.proposal import PlaceName, Proposal
from docket.paste.reading import proposals

__all__ = ["PlaceName", "Proposal", "place_names", "proposals"]
