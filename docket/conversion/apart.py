"""Runs a module of ours on an open file in a process of its own, so that a file that was made to break its reader breaks no other."""

import asyncio
import contextlib
import sys
from typing import IO

#: What a reader that hangs is given.
SECONDS = 30.0


async def told(module: str, content: IO[bytes], *, seconds: float = SECONDS) -> bytes | None:
    """
    What the module says of the file, which it gets as its standard input and may seek in.

    None = it broke on it, ran out of memory, or was stopped after its time. The module limits its own memory and its own processor time.
    """
    content.flush()
    process = await asyncio.create_subprocess_exec(
        sys.executable,
        "-I",
        "-m",
        module,
        stdin=content.fileno(),
        stdout=asyncio.subprocess.PIPE,
        stderr=asyncio.subprocess.DEVNULL,
        env={"LC_ALL": "C.UTF-8"},
    )
    try:
        said, _ = await asyncio.wait_for(process.communicate(), seconds)
    except TimeoutError:
        return None
    finally:
        with contextlib.suppress(ProcessLookupError):
            process.kill()
    return said if process.returncode == 0 else None
