"""Cuts a pasted text into pieces, so that a screen can mark the source words of each proposal."""

import msgspec

from docket.paste.proposal import Proposal


class Piece(msgspec.Struct, frozen=True, kw_only=True):
    text: str
    #: Positions of the proposals that come from these words; none for the text in between.
    proposals: tuple[int, ...] = ()


def pieces(text: str, made: tuple[Proposal, ...]) -> tuple[Piece, ...]:
    """Together the pieces are the text again; proposals from the same words share a piece."""
    sources: dict[tuple[int, int], list[int]] = {}
    for position, proposal in enumerate(made):
        for span in ((proposal.start, proposal.end), *proposal.repeats):
            sources.setdefault(span, []).append(position)
    cut: list[Piece] = []
    at = 0
    for (start, end), positions in sorted(sources.items()):
        if start > at:
            cut.append(Piece(text=text[at:start]))
        cut.append(Piece(text=text[start:end], proposals=tuple(positions)))
        at = end
    if at < len(text):
        cut.append(Piece(text=text[at:]))
    return tuple(cut)
