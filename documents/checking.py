"""What is wrong with a template, before any document is made from it: each fault names the paragraph or the part."""

import types
import typing
from collections.abc import Iterator, Mapping
from datetime import date
from decimal import Decimal
from typing import Any

import msgspec
from jinja2 import nodes

from documents import package
from documents.docx import FilledPart, compile_template, read_parts, render, where
from documents.errors import DocumentError, TemplateFault
from documents.filling import ENVIRONMENT
from documents.kind import DocumentKind

_PRINTABLE = (str, int, float, Decimal, date)
_LOOP_COUNTERS = {"index", "first", "last", "length"}
#: Loops in each other multiply: with three hundred rows each, a third one prints millions of lines.
_MAX_LOOPS = 3


class _Loop:
    """The type of Jinja's `loop`."""


def faults(kind: DocumentKind, template: bytes) -> tuple[str, ...]:
    """Every fault, in Dutch, with its paragraph and its words; empty when documents can be made from it."""
    try:
        parts = read_parts(template)
        found = package.faults(parts)
    except TemplateFault as fault:
        return (str(fault),)
    try:
        readers = [_Reader(kind.context, part) for part in _filled(template)]
    except TemplateFault as fault:
        return (*found, str(fault)) if str(fault) not in found else found
    return (
        *found,
        *(fault for reader in readers for fault in reader.faults),
        *_missing(kind, readers),
        *_example_faults(kind, template, readers),
    )


def _missing(kind: DocumentKind, readers: list["_Reader"]) -> Iterator[str]:
    """What the document must say and this template does not: an office may change its words and its order, not what it tells."""
    used, printed = (set().union(*sets) for sets in ((reader.used for reader in readers), (reader.printed for reader in readers)))
    for struct, name in sorted(_all_fields(kind.context) - used, key=lambda field: (field[0].__name__, field[1])):
        yield f"het gegeven '{name}' van {struct.__name__} staat nergens in het sjabloon; zet het terug"
    for struct, name in sorted((used - printed), key=lambda field: (field[0].__name__, field[1])):
        if not _is_condition(typing.get_type_hints(struct)[name]):
            yield f"het sjabloon vraagt wel of het gegeven '{name}' van {struct.__name__} er is, maar drukt het nergens af"


def _is_condition(hint: Any) -> bool:
    """A yes or no is never printed, and a group is printed by its fields."""
    known = _known(hint)
    return known is bool or _is_struct(known)


def _example_faults(kind: DocumentKind, template: bytes, readers: list["_Reader"]) -> Iterator[str]:
    """A template that names every field well can still not be filled: the example is the proof."""
    if any(reader.faults for reader in readers):
        return
    try:
        render(kind, kind.example, template)
    except DocumentError as error:
        yield str(error)


def _filled(template: bytes) -> list[FilledPart]:
    return [part for _, part in compile_template(template).parts if isinstance(part, FilledPart)]


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
        #: Of those, what is printed or looped over, and not only asked for by an if.
        self.printed: set[tuple[type, str]] = set()
        self._context = context
        self._printing = False
        self._loops = 0
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
                    rows = _known(self._printed_type(node.iter, names))
                    row = typing.get_args(rows)[0] if typing.get_origin(rows) is tuple else None
                    if rows is not None and row is None:
                        self._fault(node, "de lus loopt over een gegeven dat geen lijst is")
                    self._loops += 1
                    if self._loops > _MAX_LOOPS:
                        self._fault(node, f"meer dan {_MAX_LOOPS} lussen in elkaar")
                    else:
                        self._read([*node.body, *node.else_], {**names, target.name: row, "loop": _Loop})
                    self._loops -= 1
                case _:
                    self._fault(node, f"een sjabloon kent alleen if, for en {{{{ }}}}; dit is {type(node).__name__.lower()}")

    def _printed(self, node: nodes.Node, names: Mapping[str, Any]) -> None:
        hint = _known(self._printed_type(node, names))
        if hint is not None and not (isinstance(hint, type) and issubclass(hint, _PRINTABLE) and hint is not bool):
            self._fault(node, "dit gegeven is een lijst, een groep of een ja/nee en kan niet als tekst staan")

    def _printed_type(self, node: nodes.Node, names: Mapping[str, Any]) -> Any:
        self._printing = True
        try:
            return self._type(node, names)
        finally:
            self._printing = False

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
        if self._printing:
            self.printed.add((owner, name))
        return hints[name]


def _known(hint: Any) -> Any:
    """The type without `| None`."""
    if isinstance(hint, types.UnionType):
        return next(part for part in typing.get_args(hint) if part is not type(None))
    return hint
