"""Counts the pages of the PDFs in a folder, or joins them; run by `docket.conversion.bundling` as a program of its own.

On a PDF that it cannot read it writes the number of that part and ends with an error.
"""

import json
import resource
import sys
from pathlib import Path

import pypdf
from pypdf.generic import ArrayObject, DictionaryObject, NameObject

_MEMORY_BYTES = 2 * 1024**3
_PROCESSOR_SECONDS = 280
_MOST_PARENTS = 100


def main(command: str, folder: Path) -> None:
    files = sorted(folder.glob("part-*.pdf"))
    readers = [opened(number, file) for number, file in enumerate(files)]
    if command == "count":
        sys.stdout.write(json.dumps([len(reader.pages) for reader in readers]))
    else:
        join(readers[:-1], json.loads((folder / "titles.json").read_text()), readers[-1], folder / "joined.pdf")


def opened(number: int, file: Path) -> pypdf.PdfReader:
    try:
        reader = pypdf.PdfReader(file, strict=False)
        if reader.is_encrypted or not len(reader.pages):
            raise ValueError("locked, or without pages")
    except Exception:
        sys.stdout.write(str(number))
        sys.exit(1)
    return reader


def join(readers: "list[pypdf.PdfReader]", titles: "list[str]", stamps: pypdf.PdfReader, target: Path) -> None:
    writer = pypdf.PdfWriter()
    for number, (reader, title) in enumerate(zip(readers, titles, strict=True)):
        try:
            first = len(writer.pages)
            for page in reader.pages:
                without_signature_fields(page)
                stamped(writer.add_page(page), stamps.pages[len(writer.pages) - 1])
            writer.add_outline_item(title=title, page_number=first)
        except Exception:
            sys.stdout.write(str(number))
            sys.exit(1)
    writer.page_mode = "/UseOutlines"
    writer.compress_identical_objects()
    writer.write(target)


def without_signature_fields(page: pypdf.PageObject) -> None:
    """
    A signature over another file is none over this one: its field goes, and what it showed on the page stays as a picture.

    Else it would stand in the bundle as a field that belongs to no form.
    """
    annotations = page["/Annots"].get_object() if "/Annots" in page else None
    if not isinstance(annotations, ArrayObject):
        return
    kept = ArrayObject()
    for reference in annotations:
        one = reference.get_object()
        if not isinstance(one, DictionaryObject):
            continue
        if one.get("/Subtype") == "/Widget" and _of_field(one, "/FT") == "/Sig":
            left, bottom, right, top = (float(each) for each in one.get("/Rect", (0, 0, 0, 0)))
            if "/AP" not in one or left == right or bottom == top:
                continue
            for key in ("/FT", "/V", "/T", "/TU", "/Ff", "/Parent", "/Kids", "/Lock", "/SV", "/MK", "/DA"):
                one.pop(key, None)
            one[NameObject("/Subtype")] = NameObject("/Stamp")
        kept.append(reference)
    page[NameObject("/Annots")] = kept


def _of_field(one: DictionaryObject, key: str) -> object:
    """A value that the field may have of its parent."""
    seen = 0
    while key not in one and "/Parent" in one and seen < _MOST_PARENTS:
        parent = one["/Parent"].get_object()
        if not isinstance(parent, DictionaryObject):
            break
        one, seen = parent, seen + 1
    return one.get(key)


def stamped(page: pypdf.PageObject, stamp: pypdf.PageObject) -> None:
    """In its upper right corner, whatever its size and however it is turned."""
    page.transfer_rotation_to_content()
    box, own = page.mediabox, stamp.mediabox
    page.merge_translated_page(stamp, float(box.right) - float(own.right), float(box.top) - float(own.top), expand=False)


if __name__ == "__main__":
    resource.setrlimit(resource.RLIMIT_AS, (_MEMORY_BYTES, _MEMORY_BYTES))
    resource.setrlimit(resource.RLIMIT_CPU, (_PROCESSOR_SECONDS, _PROCESSOR_SECONDS))
    main(sys.argv[1], Path(sys.argv[2]))
