"""Makes the keys of files that were entered before keys were made as they are now; nothing of the file itself changes."""

from docket import case_keys
from docket.deps import Deps
from docket.store import connected

#: Reports are read whole; so many at a time are a few MiB.
_AT_ONCE = 100


async def refresh_keys(deps: Deps) -> int:
    """Until no file is left; returns how many there were. May run twice at a time."""
    done = 0
    while found := await connected.without_keys(deps.pool, case_keys.KEYS_VERSION, _AT_ONCE):
        for case in found:
            keys = case_keys.keys_of(case.report, case.entered_on, deps.law.law)
            await connected.replace_keys(deps.pool, case, keys)
        done += len(found)
    return done
