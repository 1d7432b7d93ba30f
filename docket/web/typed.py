"""Between the contract's values and what people type and read in Dutch: dates, instants, numbers, yes and no."""

import re
from collections.abc import Callable
from datetime import datetime
from decimal import Decimal
from typing import Any

from docket.clock import COURT_ZONE
from docket.web.fields import FieldKind

_DAY = re.compile(r"(\d{1,2})[/.\-](\d{1,2})[/.\-](\d{4})", re.ASCII)
_MONTH = re.compile(r"(\d{1,2})[/.\-](\d{4})", re.ASCII)
_INSTANT = re.compile(r"(\d{1,2}[/.\-]\d{1,2}[/.\-]\d{4})[ ,T]+(?:om )?(\d{1,2})[:.u](\d{2})", re.ASCII)
_PLAIN_DECIMAL = re.compile(r"-?\d{1,400}(,\d{1,400})?", re.ASCII)
_GROUPED_DECIMAL = re.compile(r"-?\d{1,3}([. \u00a0]\d{3})+(,\d{1,400})?", re.ASCII)
#: A point with three digits behind it may be a thousand or a decimal; it is asked, not guessed.
_POINT_DECIMAL = re.compile(r"-?\d{1,400}\.(\d{1,2}|\d{4,400})", re.ASCII)
_WHOLE = re.compile(r"-?\d{1,15}", re.ASCII)

#: What the form asks for where the contract's own message names its JSON form.
ADVICE: dict[FieldKind, str] = {
    "whole": "Hier hoort een geheel getal in cijfers.",
    "decimal": "Hier hoort een getal: met een komma voor de decimalen (772,5) en zonder punt voor de duizendtallen.",
    "country": "Schrijf de landcode in twee letters, bijvoorbeeld BE of NL.",
}


def read(kind: FieldKind, text: str) -> Any:
    """The contract's value of what was typed; text that is no such value goes on as it is, to be refused with its path."""
    if not text.strip():
        return None
    if kind in ("text", "lines", "place"):
        return text
    return _READERS.get(kind, str)(text.strip())


def shown(kind: FieldKind, value: Any) -> str:
    """A value of the contract as the form shows it; `read` gives the same value back."""
    match kind:
        case "yesNo":
            return "ja" if value else "nee"
        case "decimal":
            return decimal(value)
        case "partialDate":
            return partial_date(value)
        case "partialInstant":
            return value if "T" in value else partial_date(value)
    return str(value)


def partial_date(text: str) -> str:
    """`2023-05-26` as 26/05/2023, `2023-05` as 05/2023."""
    return "/".join(reversed(text.split("-")))


def decimal(value: float) -> str:
    """With a decimal comma and every digit that the number has."""
    text = format(Decimal(repr(float(value))), "f")
    return text.removesuffix(".0").replace(".", ",")


def _decimal(text: str) -> float | str:
    if _PLAIN_DECIMAL.fullmatch(text) or _POINT_DECIMAL.fullmatch(text):
        return float(text.replace(",", "."))
    if _GROUPED_DECIMAL.fullmatch(text) and ("," in text or " " in text or "\u00a0" in text or text.count(".") > 1):
        return float(re.sub(r"[. \u00a0]", "", text).replace(",", "."))
    return text


def _partial_date(text: str) -> str:
    if match := _DAY.fullmatch(text):
        return f"{match[3]}-{int(match[2]):02d}-{int(match[1]):02d}"
    if match := _MONTH.fullmatch(text):
        return f"{match[2]}-{int(match[1]):02d}"
    return text


def _partial_instant(text: str) -> str:
    match = _INSTANT.fullmatch(text)
    if match is None:
        return _partial_date(text)
    written = f"{_partial_date(match[1])}T{int(match[2]):02d}:{match[3]}:00"
    try:
        moment = datetime.fromisoformat(written).replace(tzinfo=COURT_ZONE)
    except ValueError:
        return text
    # The hour that the clock strikes twice, or skips, is asked with its offset instead of guessed.
    return moment.isoformat() if moment.utcoffset() == moment.replace(fold=1).utcoffset() else written


_READERS: dict[FieldKind, Callable[[str], Any]] = {
    "yesNo": lambda text: {"ja": True, "nee": False}.get(text, text),
    "whole": lambda text: int(text) if _WHOLE.fullmatch(text) else text,
    "decimal": _decimal,
    "partialDate": _partial_date,
    "partialInstant": _partial_instant,
    "country": str.upper,
}
