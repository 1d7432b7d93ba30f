"""Makes the rows of work lists that no single act makes, after each act on a file and when its time comes; the file itself stays."""

from datetime import timedelta

from docket import watching
from docket.deps import Deps
from docket.store import watches as store
from docket.watches import basis_of, terms_of

#: Reports are read whole; so many at a time are a few MiB.
_AT_ONCE = 100
#: A file that cannot be reckoned keeps its rows and is tried again after this, or at its next entry.
_TRY_AGAIN = timedelta(days=1)


async def watch_files(deps: Deps) -> int:
    """
    Until no file is left; returns how many there were. Whoever comes while another worker does it leaves it to him.

    Another law, another term or another version of the rows makes them of every file anew.
    """
    terms, done = terms_of(deps.settings), 0
    basis = basis_of(deps.law.digest, terms)
    async with deps.transaction() as tx:
        if not await store.try_lock(tx):
            return 0
        if await store.basis(tx) != basis:
            await store.set_basis(tx, basis)
    while True:
        now = deps.clock.now()
        async with deps.transaction() as tx:
            # Where another worker makes them by another law meanwhile, the rest is his.
            if not await store.try_lock(tx) or await store.basis(tx) != basis:
                return done
            ids = await store.take(tx, now, _AT_ONCE)
            if not ids:
                return done
            made = await watching.outlooks(tx, ids, deps.law.law, terms, now)
            await store.put(tx, made, now)
            await store.defer(tx, sorted(set(ids) - set(made)), now, now + _TRY_AGAIN)
        done += len(ids)
