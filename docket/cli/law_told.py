"""What a start and the command line say of the law in force, and of the folder that holds the draft of the next."""

from docket.deps import Deps
from docket.legislation import packaged_folder
from docket.store import law_packs
from docket.store.law_packs import Enactment


async def law_lines(deps: Deps) -> list[str]:
    """The law in force, and whether the legislation folder differs from it."""
    enacted = await law_packs.in_force(deps.pool)
    if enacted is None:
        return []
    lines = [f"in force since {enacted.in_force_from:%Y-%m-%d}: pack {enacted.digest[:12]}, enacted by {by(enacted)}"]
    if deps.draft is not None and deps.draft.digest != enacted.digest:
        folder = deps.settings.law_dir or packaged_folder()
        lines.append(f"{folder} differs (pack {deps.draft.digest[:12]}): it is the draft of the next law and decides nothing")
    return lines


def by(enacted: Enactment) -> str:
    if enacted.is_first:
        return "the system at the first start"
    return f"{enacted.first_magistrate} and {enacted.second_magistrate}"
