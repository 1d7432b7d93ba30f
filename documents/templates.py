"""The Word templates as they lie in templates/documents: the only place where documents/ touches a disk."""

from pathlib import Path

from documents.errors import TemplateFault

_ROOT = Path(__file__).resolve().parent.parent
#: In an installed wheel, then in a checkout.
_FOLDERS = (_ROOT / "docket" / "_data" / "templates" / "documents", _ROOT / "templates" / "documents")


def read(code: str) -> bytes:
    """The template of a kind of document; raises TemplateFault when its file is missing."""
    for folder in _FOLDERS:
        path = folder / f"{code}.docx"
        if path.is_file():
            return path.read_bytes()
    raise TemplateFault(f"Het sjabloon {code}.docx ontbreekt in templates/documents; zet het terug uit de uitgave van het register.")


def write(code: str, template: bytes) -> Path:
    """Puts a template into the checkout; for `python -m documents.layout` only."""
    path = _FOLDERS[-1] / f"{code}.docx"
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(template)
    return path
