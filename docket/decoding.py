"""Decodes a submission into a struct and reports all its faults at once, each with its JSON pointer and in Dutch."""

import re
from collections.abc import Callable
from datetime import date, datetime
from functools import cache
from typing import Any, TypeVar

import msgspec
from msgspec import inspect

from docket.errors import BadInput, Issue, PayloadTooLarge

MAX_SUBMISSION_BYTES = 2 * 1024 * 1024
MAX_TEXT_BYTES = 64 * 1024
MAX_ROWS = 500
_SHOWN_VALUE = 200
_INSTANT = re.compile(r"\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2}(\.\d{1,6})?)?(Z|[+-]\d{2}:\d{2})", re.ASCII)
#: All control characters but newline and tab, and halves of characters.
_CONTROL = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\ud800-\udfff]")

T = TypeVar("T")


#: Faults that no single field shows (a reference to a missing row); sees the value before it is a struct.
CrossCheck = Callable[[Any], list[Issue]]


def decode_json(raw: bytes, kind: type[T], cross_check: CrossCheck | None = None) -> T:
    """Raises PayloadTooLarge, or BadInput with one issue for each fault found."""
    if len(raw) > MAX_SUBMISSION_BYTES:
        raise PayloadTooLarge(f"De inzending telt {len(raw)} bytes; de grens is {MAX_SUBMISSION_BYTES} bytes (2 MiB).")
    try:
        value = msgspec.json.decode(raw)
    except (msgspec.DecodeError, UnicodeDecodeError, RecursionError) as error:
        detail = f"Dit is geen geldige JSON in UTF-8 ({error}); verbeter de inzending."
        raise BadInput(issues=(Issue(type="invalidStructure", detail=detail),)) from None
    return decode_value(value, kind, cross_check)


def decode_value(value: Any, kind: type[T], cross_check: CrossCheck | None = None) -> T:
    """The same for JSON values that were decoded already (a form, an import line)."""
    walk = _Walk()
    clean = walk.value(value, shape_of(kind), "")
    if cross_check is not None:
        walk.issues += cross_check(clean)
    if walk.issues:
        raise BadInput(issues=tuple(walk.issues))
    return msgspec.convert(clean, kind)


@cache
def shape_of(kind: type) -> Any:
    """Drawn once: for the contract it takes a quarter of a whole registration."""
    return inspect.type_info(kind)


class _Walk:
    """One pass over the value beside its type; collects issues, returns the value without nulls for lists."""

    def __init__(self) -> None:
        self.issues: list[Issue] = []

    def fault(self, path: str, detail: str, value: object = None, kind: str = "schemaViolation") -> None:
        shown = value[:_SHOWN_VALUE] if isinstance(value, str) else value
        self.issues.append(Issue(type=kind, name=path or "/", detail=detail, value=_shown(shown)))

    def value(self, value: Any, info: inspect.Type, path: str) -> Any:
        kind = None
        if isinstance(info, inspect.Metadata):
            kind, info = (info.extra or {}).get("kind"), info.type
        match info:
            case inspect.UnionType():
                if value is None:
                    return None
                inner = [item for item in info.types if not isinstance(item, inspect.NoneType)]
                codes = [code for item in inner if isinstance(item, inspect.LiteralType) for code in item.values]
                if codes:
                    self.code(value, tuple(codes), path)
                    return value
                return self.value(value, inner[0], path)
            case inspect.StructType():
                return self.struct(value, info, path)
            case inspect.VarTupleType() | inspect.ListType():
                return self.rows(value, info, path)
            case inspect.DictType():
                # Its fields depend on another one, by which they are decoded next.
                if not isinstance(value, dict):
                    self.fault(path, "Hier hoort een object met velden.", value)
            case _:
                self.scalar(value, info, kind, path)
        return value

    def scalar(self, value: Any, info: inspect.Type, kind: str | None, path: str) -> None:
        match info:
            case inspect.LiteralType():
                self.code(value, info.values, path)
            case inspect.StrType():
                self.text(value, info, kind, path)
            case inspect.DateType():
                self.day(value, path)
            case inspect.DateTimeType():
                self.instant(value, path)
            case inspect.BoolType():
                if not isinstance(value, bool):
                    self.fault(path, "Hier hoort true of false.", value)
            case inspect.IntType() | inspect.FloatType():
                self.number(value, info, path)
            case _:
                raise TypeError(f"{path}: no rule decodes {info}")

    def day(self, value: Any, path: str) -> None:
        """A whole date; where a month or a year would do, the contract has its partial date."""
        if not isinstance(value, str):
            self.fault(path, "Hier hoort een datum als tekst: JJJJ-MM-DD.", value)
        elif len(value) != len("2026-11-24") or partial_date_fault(value):
            self.fault(path, "Dit is geen bestaande dag; schrijf JJJJ-MM-DD.", value, kind="invalidInput")

    def instant(self, value: Any, path: str) -> None:
        shape = "2023-05-27T02:15:00+02:00"
        if not isinstance(value, str):
            self.fault(path, f"Hier hoort een tijdstip als tekst: {shape}.", value)
        elif "T" not in value:
            self.fault(path, f"Dit is geen tijdstip; schrijf {shape}.", value, kind="invalidInput")
        elif fault := partial_date_fault(value, instants=True):
            self.fault(path, fault, value, kind="invalidInput")

    def struct(self, value: Any, info: inspect.StructType, path: str) -> Any:
        if not isinstance(value, dict):
            self.fault(path, "Hier hoort een object met velden.", value)
            return value
        fields = {field.encode_name: field for field in info.fields}
        for name in value:
            if name not in fields:
                self.unknown(path, name)
        clean = {}
        for name, field in fields.items():
            where = f"{path}/{name}"
            item = value.get(name)
            if item is None:
                if field.required:
                    self.fault(where, "Dit veld is verplicht; vul het in.", kind="requiredInput")
                continue
            clean[name] = self.value(item, field.type, where)
        return clean

    def unknown(self, path: str, name: object) -> None:
        text = str(name)
        where = f"{path}/{text.replace('~', '~0').replace('/', '~1')}"
        self.fault(where[:_SHOWN_VALUE], "Dit veld bestaat niet in het contract; schrap of hernoem het.", kind="unknownInput")

    def rows(self, value: Any, info: inspect.VarTupleType | inspect.ListType, path: str) -> Any:
        if not isinstance(value, list | tuple):
            self.fault(path, "Hier hoort een lijst.", value)
            return value
        fewest, most = info.min_length or 0, min(info.max_length or MAX_ROWS, MAX_ROWS)
        if len(value) > most:
            self.fault(path, f"Deze lijst telt {len(value)} rijen; de grens is {most} rijen.", kind="outOfRange")
            return value
        if len(value) < fewest:
            self.fault(path, f"Deze lijst telt {len(value)} rijen; er hoort minstens {fewest} te staan.", kind="outOfRange")
        return [self.value(row, info.item_type, f"{path}/{index}") for index, row in enumerate(value)]

    def code(self, value: Any, allowed: tuple[Any, ...], path: str) -> None:
        if not isinstance(value, str) or value not in allowed:
            self.fault(path, f"Deze waarde bestaat niet; kies uit: {', '.join(map(str, allowed))}.", value)

    def text(self, value: Any, info: inspect.StrType, kind: str | None, path: str) -> None:
        if not isinstance(value, str):
            self.fault(path, "Hier hoort tekst.", value)
            return
        size = len(value.encode("utf-8", "surrogatepass"))
        # Only a field that names a longer text takes one.
        limit = max(MAX_TEXT_BYTES, info.max_length or 0)
        if size > limit:
            self.fault(path, f"Deze tekst telt {size} bytes; de grens is {limit} bytes ({limit // 1024} KiB).", kind="outOfRange")
            return
        if not (info.min_length or 0) <= len(value) <= (info.max_length or MAX_TEXT_BYTES):
            most = f", hoogstens {info.max_length}" if info.max_length else ""
            detail = f"Deze tekst telt {len(value)} tekens; dat zijn er minstens {info.min_length or 0}{most}."
            self.fault(path, detail, value, kind="outOfRange")
        elif control := _CONTROL.search(value):
            detail = f"Stuurteken U+{ord(control.group()):04X} op positie {control.start() + 1}; alleen regeleinde en tab zijn toegelaten."
            self.fault(path, detail, kind="invalidInput")
        elif kind in ("partialDate", "partialInstant"):
            if fault := partial_date_fault(value, instants=kind == "partialInstant"):
                self.fault(path, fault, value, kind="invalidInput")
        elif info.pattern and not re.fullmatch(info.pattern, value):
            self.fault(path, f"Deze waarde heeft niet de vorm {info.pattern}.", value)

    def number(self, value: Any, info: inspect.IntType | inspect.FloatType, path: str) -> None:
        whole = isinstance(info, inspect.IntType)
        if isinstance(value, bool) or not isinstance(value, int if whole else int | float):
            self.fault(path, "Hier hoort een geheel getal." if whole else "Hier hoort een getal.", value)
        elif (info.ge is not None and value < info.ge) or (info.le is not None and value > info.le):
            self.fault(path, f"Dit getal moet liggen tussen {info.ge} en {info.le}.", value, kind="outOfRange")


def partial_date_fault(text: str, *, instants: bool = False) -> str | None:
    """Why a text is no partial date (or instant, where these are allowed); None when it is one."""
    shape = "JJJJ-MM-DD, JJJJ-MM of JJJJ" + (", of een tijdstip met uurverschil (2023-05-27T02:15:00+02:00)" if instants else "")
    if instants and "T" in text:
        try:
            moment = datetime.fromisoformat(text)
        except ValueError:
            return f"Dit is geen bestaand tijdstip; schrijf {shape}."
        if not moment.tzinfo:
            return f"Dit tijdstip heeft geen uurverschil; schrijf {shape}."
        # Python reads more spellings of ISO 8601 than the contract takes (weeks, no separators, a decimal comma).
        return None if _INSTANT.fullmatch(text) else f"Dit tijdstip staat er anders dan gevraagd; schrijf {shape}."
    if not re.fullmatch(r"\d{4}(-\d{2}(-\d{2})?)?", text, re.ASCII):
        return f"Dit is geen datum; schrijf {shape}."
    try:
        first_day(text)
    except ValueError:
        return f"Deze dag bestaat niet in de kalender; schrijf {shape}."
    return None


def first_day(text: str) -> date:
    """The first possible day of a partial date."""
    return date.fromisoformat(text + "-01-01"[len(text) - 4 :] if len(text) < 10 else text)


def last_day(text: str) -> date:
    """The last possible day of a partial date."""
    first = first_day(text)
    if len(text) == 10:
        return first
    if len(text) == 4:
        return date(first.year, 12, 31)
    following = date(first.year + (first.month == 12), first.month % 12 + 1, 1) if text != "9999-12" else date.max
    return date.fromordinal(following.toordinal() - 1) if text != "9999-12" else following


def _shown(value: object) -> object:
    return value if isinstance(value, str | int | float | bool) or value is None else type(value).__name__
