"""How a value becomes words in a Word file: one sandboxed Jinja environment that never prints a blank."""

import re
from collections.abc import Callable
from datetime import date, datetime
from decimal import Decimal
from typing import Any

from jinja2 import StrictUndefined, Template, TemplateSyntaxError, nodes
from jinja2.sandbox import ImmutableSandboxedEnvironment
from jinja2.visitor import NodeTransformer
from markupsafe import Markup, escape

from documents import words
from documents.errors import ForbiddenCharacter, MissingFact, TemplateFault

#: What XML 1.0 cannot hold, and the carriage return, which Word would drop.
_FORBIDDEN = re.compile("[^\\t\\n\\x20-\\ud7ff\\ue000-\\ufffd\\U00010000-\\U0010ffff]")
_LINE_BREAK = Markup('</w:t><w:br/><w:t xml:space="preserve">')
_TAB = Markup('</w:t><w:tab/><w:t xml:space="preserve">')


def placed(value: Any, name: str) -> Markup:
    """The words that stand where the template says `{{ name }}`."""
    text = value if isinstance(value, str) else _words_of(value, name)
    if not text.strip():
        raise MissingFact(f"Het gegeven '{name}' is leeg")
    if text.isprintable():
        return escape(text)
    forbidden = _FORBIDDEN.search(text)
    if forbidden is not None:
        code = f"U+{ord(forbidden.group()):04X}"
        raise ForbiddenCharacter(f"Het gegeven '{name}' bevat het stuurteken {code} op positie {forbidden.start() + 1}")
    return escape(text).replace("\n", _LINE_BREAK).replace("\t", _TAB)


def _words_of(value: Any, name: str) -> str:
    match value:
        case None:
            raise MissingFact(f"Het gegeven '{name}' is niet gekend")
        case StrictUndefined():
            raise TemplateFault(f"Het sjabloon vraagt een gegeven dat dit document niet kent: {name}")
        case bool() | datetime():
            raise TemplateFault(f"Het gegeven '{name}' is een {type(value).__name__}: het sjabloon moet zelf zeggen wat er dan staat")
        case date():
            return words.day(value)
        case int() | float() | Decimal():
            return words.number(value)
        case _:
            raise TemplateFault(f"Het gegeven '{name}' is een lijst of groep van gegevens; noem in het sjabloon een deel ervan")


class _NamePrinted(NodeTransformer):
    """Gives every printed expression its own words from the template, so that an error can name it."""

    def visit_Output(self, output: nodes.Output) -> nodes.Output:
        output.nodes = [
            node
            if isinstance(node, nodes.TemplateData)
            else nodes.Filter(node, "placed", [nodes.Const(_expression(node))], [], None, None, lineno=node.lineno)
            for node in output.nodes
        ]
        return output


def _expression(node: nodes.Expr) -> str:
    match node:
        case nodes.Name():
            return node.name
        case nodes.Getattr():
            return f"{_expression(node.node)}.{node.attr}"
        case nodes.Filter() if node.node is not None:
            return f"{_expression(node.node)}|{node.name}"
        case _:
            return type(node).__name__.lower()


def _words_filter(make: Callable[..., str]) -> Callable[..., Any]:
    """A filter that leaves an unknown or missing value alone, for `placed` to name."""

    def filtered(value: Any, *arguments: Any) -> Any:
        return value if value is None or isinstance(value, StrictUndefined) else make(value, *arguments)

    return filtered


#: The filters that a template may use, by their Dutch names.
WORDING: dict[str, Callable[..., str]] = {"opsomming": words.listing, "nummers": words.ids, "hoofdletter": words.capital}


class DocumentEnvironment(ImmutableSandboxedEnvironment):
    def __init__(self) -> None:
        super().__init__(autoescape=True, undefined=StrictUndefined)
        self.globals.clear()
        self.filters = {"placed": placed, **{name: _words_filter(make) for name, make in WORDING.items()}}

    def compiled(self, source: str) -> Template:
        """Raises TemplateSyntaxError; nothing is computed, not even while it is compiled."""
        parsed = self.parse(source)
        for node in parsed.find_all((nodes.BinExpr, nodes.Neg, nodes.Pos, nodes.Concat)):
            # Jinja works out what is constant before anything is printed: 9**9**9 would never end.
            if not isinstance(node, nodes.And | nodes.Or):
                raise TemplateSyntaxError("een sjabloon kan niet rekenen", node.lineno)
        tree = _NamePrinted().visit(parsed)
        return Template.from_code(self, self.compile(tree), {})


ENVIRONMENT = DocumentEnvironment()
