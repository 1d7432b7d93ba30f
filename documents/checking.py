"""What is wrong with a template, before any document is made from it: each fault names the paragraph or the part."""

import types
import typing
from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from decimal import Decimal
from functools import cache
from typing import Any

import msgspec
from jinja2 import nodes

from documents import broken_tags, package, signing, templates
from documents.docx import FilledPart, filled_part, is_filled, read_parts, render, where
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
    readers, broken = [], []
    for name, content in parts:
        if is_filled(name):
            try:
                readers.append(_Reader(kind.context, filled_part(name, content)))
            except TemplateFault as fault:
                broken += broken_tags.faults(name, content) or (str(fault),)
    told = [*found, *broken, *(fault for reader in readers for fault in reader.faults), *signing.faults(kind.code, parts)]
    if not broken:
        told += [*_missing(kind, readers), *_example_faults(kind, template, readers)]
    return tuple(dict.fromkeys(told))


def _missing(kind: DocumentKind, readers: list["_Reader"]) -> Iterator[str]:
    """What the document must say and this template does not: an office may change its words and its order, not what it tells."""
    used, printed = (set().union(*sets) for sets in ((reader.used for reader in readers), (reader.printed for reader in readers)))
    for struct, name in sorted(_all_fields(kind.context) - used, key=lambda field: (field[0].__name__, field[1])):
        stood = _first((struct, name), [reader.prints for reader in _released(kind)], [reader.asks for reader in _released(kind)])
        told = f"het gegeven '{name}' van {struct.__name__} staat nergens in het sjabloon; zet het terug"
        yield f"{told}, zoals in het sjabloon van het register ({stood})" if stood else told
    for struct, name in sorted((used - printed), key=lambda field: (field[0].__name__, field[1])):
        if not _is_condition(typing.get_type_hints(struct)[name]):
            asked = _first((struct, name), [reader.asks for reader in readers])
            yield f"het sjabloon vraagt wel of het gegeven '{name}' van {struct.__name__} er is, maar drukt het nergens af ({asked})"

    always = set().union(*(reader.always for reader in readers))
    for struct, name in sorted((_always_printed(kind) & printed) - always, key=lambda field: (field[0].__name__, field[1])):
        stands = _first((struct, name), [reader.prints for reader in readers])
        yield f"het gegeven '{name}' van {struct.__name__} staat alleen onder een voorwaarde; het hoort er altijd te staan ({stands})"


@cache
def _released(kind: DocumentKind) -> tuple["_Reader", ...]:
    """The template of the release."""
    parts = read_parts(templates.read(kind.code))
    return tuple(_Reader(kind.context, filled_part(name, content)) for name, content in parts if is_filled(name))


def _always_printed(kind: DocumentKind) -> frozenset[tuple[type, str]]:
    """What the template of the release prints whatever else is so, but for that it is known itself."""
    return frozenset().union(*(reader.always for reader in _released(kind)))


def _first(field: tuple[type, str], *places: Iterable[Mapping[tuple[type, str], str]]) -> str | None:
    """Where a field stands first, the text before headers and feet."""
    every = [part for several in places for part in several]
    return next((part[field] for part in every if field in part), None)


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
        #: The paragraph in which each is asked for or printed first, quoted.
        self.asks: dict[tuple[type, str], str] = {}
        self.prints: dict[tuple[type, str], str] = {}
        #: Of those, what is printed under no condition but that it is known itself.
        self.always: set[tuple[type, str]] = set()
        self._context = context
        self._printing = False
        self._loops = 0
        #: Under what the tag stands that is read now: the value that has to be there, or None for any other condition.
        self._under: list[str | None] = []
        #: Of the row of each loop that is open: under how much its loop stands.
        self._depths: dict[str, int] = {}
        self._read(ENVIRONMENT.parse(part.source).body, {})

    def _fault(self, node: nodes.Node, what: str) -> None:
        self.faults.append(f"{what} ({self._where(node)})")

    def _where(self, node: nodes.Node) -> str:
        return where(self.part.name, self.part.paragraphs, node.lineno)

    def _read(self, body: list[nodes.Node], names: Mapping[str, Any]) -> None:
        for node in body:
            match node:
                case nodes.Output():
                    for printed in node.nodes:
                        if not isinstance(printed, nodes.TemplateData):
                            self._printed(printed, names)
                case nodes.If():
                    self._condition(node.test, names)
                    self._read_under(_dotted(node.test), node.body, names)
                    self._read_under(None, [*node.elif_, *node.else_], names)
                case nodes.For(target=nodes.Name() as target):
                    self._loop(node, target.name, names)
                case _:
                    self._fault(node, f"een sjabloon kent alleen if, for en {{{{ }}}}; dit is {type(node).__name__.lower()}")

    def _loop(self, node: nodes.For, name: str, names: Mapping[str, Any]) -> None:
        rows = _known(self._printed_type(node.iter, names))
        row = typing.get_args(rows)[0] if typing.get_origin(rows) is tuple else None
        if rows is not None and row is None:
            self._fault(node, "de lus loopt over een gegeven dat geen lijst is")
        if self._loops == _MAX_LOOPS:
            self._fault(node, f"meer dan {_MAX_LOOPS} lussen in elkaar")
            return
        if node.test is not None:
            self._fault(node, "een lus met een voorwaarde laat rijen weg; zet de voorwaarde bij wat erin staat")
        self._loops += 1
        before, self._depths = self._depths, {**self._depths, name: len(self._under) + 1}
        self._read_under(None, node.body, {**names, name: row, "loop": _Loop})
        self._depths = before
        self._read_under(None, node.else_, names)
        self._loops -= 1

    def _read_under(self, value: str | None, body: list[nodes.Node], names: Mapping[str, Any]) -> None:
        self._under.append(value)
        self._read(body, names)
        self._under.pop()

    def _condition(self, node: nodes.Node, names: Mapping[str, Any]) -> None:
        """Raises nothing: a condition that holds always or never hides what it stands around, and is a fault."""
        if _is_constant(node):
            self._fault(node, "een voorwaarde die altijd of nooit geldt; vraag een gegeven van het document")
        self._type(node, names)

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

    def _is_always(self, node: nodes.Node) -> bool:
        """Under no condition but that the value, or what it is a part of, is there; of a row, from its own loop on."""
        said = _dotted(node)
        if said is None:
            return False
        root = said.partition(".")[0]
        under = self._under[self._depths.get(root, 0) :]
        return all(value is not None and f"{said}.".startswith(f"{value}.") for value in under)

    def _field(self, node: nodes.Node, owner: Any, name: str) -> Any:
        hints = typing.get_type_hints(owner) if _is_struct(owner) else {}
        if name not in hints:
            self._fault(node, f"het gegeven '{name}' bestaat niet; gekend zijn {', '.join(hints) or 'geen'}")
            return None
        self.used.add((owner, name))
        (self.prints if self._printing else self.asks).setdefault((owner, name), self._where(node))
        if self._printing:
            self.printed.add((owner, name))
            if self._is_always(node):
                self.always.add((owner, name))
        return hints[name]


def _dotted(node: nodes.Node) -> str | None:
    """`one.name` of the tag `{{ one.name }}`; None = it is no field."""
    match node:
        case nodes.Name():
            return node.name
        case nodes.Getattr():
            owner = _dotted(node.node)
            return f"{owner}.{node.attr}" if owner is not None else None
    return None


def _is_constant(node: nodes.Node) -> bool:
    """True or false whatever the document holds: no field in it, a part that decides it alone, or a value held against itself."""
    match node:
        case nodes.And() | nodes.Or():
            return _is_constant(node.left) or _is_constant(node.right)
        case nodes.Not():
            return _is_constant(node.node)
        case nodes.Compare() if any(other.expr == node.expr for other in node.ops):
            return True
    return next(node.find_all(nodes.Name), None) is None and not isinstance(node, nodes.Name)


def _known(hint: Any) -> Any:
    """The type without `| None`."""
    if isinstance(hint, types.UnionType):
        return next(part for part in typing.get_args(hint) if part is not type(None))
    return hint
