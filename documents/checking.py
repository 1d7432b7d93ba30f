"""What is wrong with a template, before any document is made from it: each fault names the paragraph or the part."""

import re
import types
import typing
from collections.abc import Mapping
from datetime import date
from decimal import Decimal
from typing import Any

import msgspec
from jinja2 import nodes

from documents.catalogue import DocumentKind
from documents.docx import FilledPart, compile_template, read_parts, where
from documents.errors import TemplateFault
from documents.filling import ENVIRONMENT

#: What a template cannot hold: macros, controls and embedded files.
_ACTIVE_PART = re.compile(r"vbaProject|vbaData|activeX|embeddings|\.bin$", re.IGNORECASE)
_EXTERNAL = re.compile(rb'TargetMode\s*=\s*["\']External')
_FIELD = re.compile(r'(?:w:instr="|<w:instrText[^>]*>)\s*(\w+)')
#: Fields that Word fills from the document itself.
_ALLOWED_FIELDS = {"PAGE", "NUMPAGES", "SECTIONPAGES", "TITLE", "STYLEREF", "TOC", "REF", "PAGEREF", "SEQ"}
_PRINTABLE = (str, int, float, Decimal, date)
_LOOP_COUNTERS = {"index", "first", "last", "length"}


class _Loop:
    """The type of Jinja's `loop`."""


def faults(kind: DocumentKind, template: bytes) -> tuple[str, ...]:
    """Every fault, in Dutch; empty when documents can be made from it."""
    try:
        parts = read_parts(template)
        filled = _filled(template)
    except TemplateFault as fault:
        return (str(fault),)
    return (*_package_faults(parts), *(fault for part in filled for fault in _Reader(kind.context, part).faults))


def unused_fields(kind: DocumentKind, template: bytes) -> tuple[str, ...]:
    """The fields of the context that the template neither prints nor asks for, as `Struct.field`."""
    used = {field for part in _filled(template) for field in _Reader(kind.context, part).used}
    return tuple(sorted(f"{struct.__name__}.{name}" for struct, name in _all_fields(kind.context) - used))


def _filled(template: bytes) -> list[FilledPart]:
    return [part for _, part in compile_template(template).parts if isinstance(part, FilledPart)]


def _package_faults(parts: list[tuple[str, bytes]]) -> list[str]:
    found = []
    if "word/document.xml" not in dict(parts):
        found.append("het bestand heeft geen word/document.xml: het is geen Word-document")
    for name, content in parts:
        if _ACTIVE_PART.search(name):
            found.append(f"deel {name}: macro's, besturingselementen en ingesloten bestanden zijn niet toegelaten")
        elif name.endswith(".rels") and _EXTERNAL.search(content):
            found.append(f"deel {name}: verwijst naar iets buiten het bestand; verwijder de koppeling")
        elif name.endswith(".xml"):
            fields = {field.upper() for field in _FIELD.findall(content.decode(errors="replace"))} - _ALLOWED_FIELDS
            found += [f"deel {name}: het veld {field} is niet toegelaten" for field in sorted(fields)]
    return found


def _all_fields(struct: type[msgspec.Struct]) -> set[tuple[type, str]]:
    found: set[tuple[type, str]] = set()
    for name, hint in typing.get_type_hints(struct).items():
        found.add((struct, name))
        for part in (hint, *typing.get_args(hint)):
            if _is_struct(part):
                found |= _all_fields(part)
    return found


def _is_struct(hint: Any) -> bool:
    return isinstance(hint, type) and issubclass(hint, msgspec.Struct)


class _Reader:
    """Follows the types of the context through the tags of one part."""

    def __init__(self, context: type[msgspec.Struct], part: FilledPart) -> None:
        self.part = part
        self.faults: list[str] = []
        self.used: set[tuple[type, str]] = set()
        self._context = context
        self._read(ENVIRONMENT.parse(part.source).body, {})

    def _fault(self, node: nodes.Node, what: str) -> None:
        self.faults.append(f"{what} ({where(self.part.name, self.part.paragraphs, node.lineno)})")

    def _read(self, body: list[nodes.Node], names: Mapping[str, Any]) -> None:
        for node in body:
            match node:
                case nodes.Output():
                    for printed in node.nodes:
                        if not isinstance(printed, nodes.TemplateData):
                            self._printed(printed, names)
                case nodes.If():
                    self._type(node.test, names)
                    self._read([*node.body, *node.elif_, *node.else_], names)
                case nodes.For(target=nodes.Name() as target):
                    rows = _known(self._type(node.iter, names))
                    row = typing.get_args(rows)[0] if typing.get_origin(rows) is tuple else None
                    if rows is not None and row is None:
                        self._fault(node, "de lus loopt over een gegeven dat geen lijst is")
                    self._read([*node.body, *node.else_], {**names, target.name: row, "loop": _Loop})
                case _:
                    self._fault(node, f"een sjabloon kent alleen if, for en {{{{ }}}}; dit is {type(node).__name__.lower()}")

    def _printed(self, node: nodes.Node, names: Mapping[str, Any]) -> None:
        hint = _known(self._type(node, names))
        if hint is not None and not (isinstance(hint, type) and issubclass(hint, _PRINTABLE) and hint is not bool):
            self._fault(node, "dit gegeven is een lijst, een groep of een ja/nee en kan niet als tekst staan")

    def _type(self, node: nodes.Node, names: Mapping[str, Any]) -> Any:
        """The type of an expression; None = not known, because it is already a fault."""
        match node:
            case nodes.Name() | nodes.Getattr() | nodes.Getitem():
                return self._type_of_part(node, names)
            case nodes.Const():
                return type(node.value)
            case nodes.Call():
                self._fault(node, "een sjabloon kan geen functie oproepen")
                return None
            case _:
                for child in node.iter_child_nodes():
                    self._type(child, names)
                return str if isinstance(node, nodes.Filter) else bool

    def _type_of_part(self, node: nodes.Name | nodes.Getattr | nodes.Getitem, names: Mapping[str, Any]) -> Any:
        if isinstance(node, nodes.Name):
            return names[node.name] if node.name in names else self._field(node, self._context, node.name)
        owner = _known(self._type(node.node, names))
        if isinstance(node, nodes.Getitem):
            return owner if isinstance(node.arg, nodes.Slice) else (typing.get_args(owner) or (None,))[0]
        if owner is _Loop and node.attr in _LOOP_COUNTERS:
            return int
        return None if owner is None else self._field(node, owner, node.attr)

    def _field(self, node: nodes.Node, owner: Any, name: str) -> Any:
        hints = typing.get_type_hints(owner) if _is_struct(owner) else {}
        if name not in hints:
            self._fault(node, f"het gegeven '{name}' bestaat niet; gekend zijn {', '.join(hints) or 'geen'}")
            return None
        self.used.add((owner, name))
        return hints[name]


def _known(hint: Any) -> Any:
    """The type without `| None`."""
    if isinstance(hint, types.UnionType):
        return next(part for part in typing.get_args(hint) if part is not type(None))
    return hint
