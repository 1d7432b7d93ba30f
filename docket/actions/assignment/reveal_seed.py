"""Reveal a seed at the end of its period: from then on anybody can make its draws again, and none is made with it any more."""

import msgspec

from docket import seeds
from docket.access import Actor
from docket.deps import Deps
from docket.errors import MissingScope, NotFound, StateForbids
from docket.heads import HeadKey
from docket.store import assignments as store
from docket.tracks import PORT_OFFICE
from routing import commitment_of


class RevealSeed(msgspec.Struct, frozen=True, kw_only=True):
    seq: int


class RevealedSeed(msgspec.Struct, frozen=True, kw_only=True):
    seq: int
    #: In hexadecimal digits.
    seed: str


async def reveal_seed(command: RevealSeed, by: Actor, deps: Deps) -> RevealedSeed:
    by.require("keepRoster")
    if by.office != PORT_OFFICE:
        raise MissingScope("Alleen het hoofd van de havenprocureurs beheert de zaden van hun lotingen.")
    async with deps.transaction() as tx:
        await store.lock_draws(tx)
        found = await store.secret_of(tx, command.seq)
        if found is None:
            raise NotFound(f"Er is geen geheim zaad {command.seq}; het bestaat niet of is al onthuld.")
        if await store.last_seed_seq(tx) == command.seq:
            raise StateForbids("Dit is het laatste zaad: nieuwe dossiers worden ermee geloot. Leg eerst een nieuw zaad vast.")
        if waiting := await store.waiting_for_seed(tx, command.seq, PORT_OFFICE):
            which = "1 dossier" if waiting == 1 else f"{waiting} dossiers"
            raise StateForbids(f"{which} uit de periode van dit zaad wacht nog op een magistraat; wijs eerst toe.")
        commitment, sealed = found
        seed = seeds.unseal(sealed, command.seq, HeadKey(deps.settings.head_key))
        if seed is None or commitment_of(seed) != commitment:
            raise StateForbids(
                "Dit zaad is niet te openen met de sleutel van dit register; zet de sleutel (head-signing.key) terug uit een reservekopie."
            )
        await store.reveal_seed(tx, command.seq, seed, at=deps.clock.now(), by=by.code)
    return RevealedSeed(seq=command.seq, seed=seed.hex())
