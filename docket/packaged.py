"""Where the files that ship with the code lie: in the wheel, or beside it in a checkout."""

from pathlib import Path


def packaged_folder(name: str) -> Path:
    """The folder `templates` or `migrations`, of an installed wheel or else of this checkout."""
    here = Path(__file__).resolve().parent
    in_wheel = here / "_data" / name
    return in_wheel if in_wheel.is_dir() else here.parent / name
