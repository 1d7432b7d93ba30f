"""
The names of who is or may be a minor, looked for in every text of a paper: what its maker types and what the register holds.

Found are given and family name in either order, whatever lies between two of them that could be a further given name, with an
initial, or the family name beside his number; capitals, accents, hyphens and spaces make no difference. A family name that
stands alone is nobody's for certain, because his parents bear it too, unless nothing else of his name is known.
"""

import re
import unicodedata
from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import Any

import msgspec

from docket import minors, report_words
from docket.cases import Case
from docket.clock import court_day
from docket.contract import Person
from docket.decoding import shape_of
from docket.papers import naming
from docket.papers.known import Known
from docket.papers.paper import Missing, Wanted
from documents.final_requisition import FinalRequisitionTyped
from documents.summons import SummonsTyped
from routing import Decision, Law

#: How far from a family name another piece of a name still belongs to it.
_NEAR = 3
#: Where the name of somebody who may be named was taken out; no word holds it.
_GAP = "\0"
_WORDS = re.compile(r"[^\W_]+")
#: Letters that no accent was put on, as whoever has no key for them writes them.
_PLAIN = str.maketrans({"ø": "o", "ł": "l", "đ": "d", "ð": "d", "þ": "th", "œ": "oe", "æ": "ae", "ı": "i"})
_YOUNG = frozenset({"minderjarige", "minderjarig", "jongere"})
#: What a paper puts beside a name.
_BESIDE = frozenset(["verdachte", "slachtoffer", "benadeelde", "burgerlijke", "partij", "persoon", "personen", "getuige", "en"])
#: Papers that take somebody before an ordinary court, for what he did when he was of age.
_CHARGING = (SummonsTyped, FinalRequisitionTyped)
#: Where the rest of the register is corrected: below the page of the file.
_REPORT = "verbeteren"


class _Hidden(msgspec.Struct, frozen=True, kw_only=True):
    """Somebody whom no paper names."""

    id: str
    whom: str
    family: tuple[str, ...]
    given: tuple[str, ...]
    #: As the report numbers him: `verdachte`, `2`.
    designation: tuple[str, ...]

    @property
    def whole(self) -> tuple[str, ...]:
        return (*self.given, *self.family)


class Names(msgspec.Struct, frozen=True, kw_only=True):
    hidden: tuple[_Hidden, ...]
    #: Of those who may be named, the longest first; both orders of each.
    told: tuple[tuple[str, ...], ...]
    ids: frozenset[str]

    def whom(self, text: str) -> _Hidden | None:
        """Who of them is named in a text that somebody wrote or that a paper prints."""
        if not self.hidden:
            return None
        said = _words(text)
        return next((one for one in self.hidden if self._names(one, said)), None)

    def _names(self, one: _Hidden, said: tuple[str, ...]) -> bool:
        if not said or not ({*one.family, *one.given} & {*said} or "".join(one.family) in "".join(said)):
            return False
        for name in self.told:
            if sorted(name) == sorted(one.whole):
                # Somebody else of the same name, where the paper itself puts it.
                left = _without(said, name)
                if left != said and all(word in self.ids or word in _BESIDE or word.isdecimal() or word == _GAP for word in left):
                    return False
            else:
                said = _without(said, name)
        if not one.family or not one.given:
            return any(_found(said, one.whole))
        return any(self._beside(one, said, first, last) for first, last in _found(said, one.family))

    def _beside(self, one: _Hidden, said: tuple[str, ...], first: int, last: int) -> bool:
        near = (*said[max(first - _NEAR, 0) : first], *said[last : last + _NEAR])
        next_to = (*said[max(first - len(one.given), 0) : first], *said[last : last + len(one.given)])
        close = (*said[max(first - 2, 0) : first], *said[last : last + 2])
        initials = {word[:1] for word in one.given}
        return (
            any(word in one.given for word in near)
            or any(len(word) == 1 and word in initials for word in next_to)
            or one.id.casefold() in close
            or any(word in _YOUNG for word in close)
            or any(_found(close, one.designation))
        )


def names(known: Known, wanted: Wanted) -> Names:
    """Of the people of a file, for a paper; whoever came of age since may read his own name in a letter to himself."""
    today = court_day(known.at)

    def young(row: Person) -> str:
        own_letter = row.id == wanted.about and row.role != "suspect" and not minors.on_day(row, today, known.law)
        return "" if own_letter or _charged(row, known, wanted) else naming.young(row, known)

    return names_among(known.case.report.persons, young)


def names_of_case(case: Case, decision: Decision, law: Law) -> Names:
    """Of the people of a file, for what is printed of it beside its papers: the cover of a bundle."""
    return names_among(case.report.persons, lambda row: naming.YOUNG[minors.in_case(row, case, decision, law)])


def names_among(persons: Sequence[Person], young: Callable[[Person], str]) -> Names:
    """`young`: what stands in the place of his name; empty of who may be named."""
    designations, hidden, told = report_words.designations_of(persons), [], []
    for row in persons:
        if report_words.full_name(row) is None:
            continue
        family, given = _words(row.family_name or ""), _words(row.given_names or "")
        if instead := young(row):
            hidden.append(_hidden(row, designations[row.id or ""], instead, family, given))
        elif family and given:
            told += [(*given, *family), (*family, *given)]
    ids = frozenset((row.id or "").casefold() for row in persons)
    return Names(hidden=tuple(hidden), told=tuple(sorted(told, key=len, reverse=True)), ids=ids)


def _charged(row: Person, known: Known, wanted: Wanted) -> bool:
    """Does the paper charge him with what he did of age, and with nothing else?"""
    if not isinstance(wanted.typed, _CHARGING) or (wanted.about or row.id) != row.id:
        return False
    return row.role == "suspect" and naming.both_sides(row, known)


def _hidden(row: Person, designation: str, young: str, family: tuple[str, ...], given: tuple[str, ...]) -> _Hidden:
    whom = f"{designation} ({row.id}), {young}"
    return _Hidden(id=row.id or "", whom=whom, family=family, given=given, designation=_words(designation))


def typed(known: Known, wanted: Wanted) -> tuple[Missing, ...]:
    """What its maker wrote, by the field in which it stands."""
    found, looked = [], names(known, wanted)
    for field in shape_of(type(wanted.typed)).fields if looked.hidden else ():
        for text in strings(msgspec.to_builtins(getattr(wanted.typed, field.name))):
            if (one := looked.whom(text)) is not None:
                found.append(_refused(one, _title(field.type) or field.encode_name, f"#{field.encode_name}"))
                break
    return tuple(found)


def printed(known: Known, wanted: Wanted, context: msgspec.Struct) -> tuple[Missing, ...]:
    """What the finished paper would say, by the place of the register from which it comes."""
    looked = names(known, wanted)
    if not looked.hidden:
        return ()
    found: dict[str, Missing] = {}
    for text in strings(msgspec.to_builtins(context)):
        if (one := looked.whom(text)) is None:
            continue
        sources = [(what, link) for what, link, source in _sources(known) if looked.whom(source) == one and _holds(text, source)]
        for what, link in sources or [("het stuk zelf", "verbeteren#personen")]:
            found.setdefault(link, _refused(one, what, link))
    return tuple(found.values())


def strings(value: Any) -> Iterator[str]:
    match value:
        case str():
            yield value
        case dict():
            for each in value.values():
                yield from strings(each)
        case list() | tuple():
            for each in value:
                yield from strings(each)


def _refused(one: _Hidden, what: str, link: str) -> Missing:
    return Missing(what=f"{what} zonder de naam van {one.whom}: noem hem bij zijn nummer", link=link)


def _sources(known: Known) -> Iterator[tuple[str, str, str]]:
    """Title, link and text of all that was written in the register by hand, but names."""
    report = msgspec.to_builtins(known.case.report)
    rows = {name: value for name, value in report.items() if isinstance(value, (list, tuple))}
    if report.get("summary"):
        yield "de samenvatting van het verslag", f"{_REPORT}#f-summary", report["summary"]
    for name, value in rows.items():
        for at, row in enumerate(value):
            for field, text in row.items() if isinstance(row, dict) else ():
                if isinstance(text, str) and field not in _NAMES:
                    subject = f"{_ROWS.get(name, name)} {row.get('id') or at + 1}"
                    yield f"{subject}: {_FIELDS.get(field, field)}", f"{_REPORT}#f-{name}-{at}-{field}", text
    elsewhere: Sequence[tuple[str, str, Iterable[Any]]] = (
        ("het vonnis", "vonnissen", known.judgments),
        ("het bevoegdheidsgeschil", "geschil", known.handing.conflicts),
        ("de overdracht", "overdragen", known.handing.offers),
        ("de vraag", "vragen", known.requests),
        ("de goederen", "goederen", [item.acts for item in known.items]),
        ("de betrokkenen", "betrokkenen", known.contacts),
        ("de zittingen", "zitting", known.hearings),
        ("de stukken", "stukken", known.inventory),
        ("de bevestiging van de bevoegdheid", "bevestigen", known.confirmations),
        ("de betwisting van de bevoegdheid", "betwisten", known.challenges),
        ("de stand", "stand", [line.content for line in known.lines]),
    )
    for what, link, held in elsewhere:
        for text in strings(msgspec.to_builtins(list(held))):
            yield what, link, text


_ROWS = {
    "places": "plaats",
    "offences": "misdrijf",
    "persons": "persoon",
    "seizures": "inbeslagneming",
    "vessels": "vaartuig",
    "relatedCases": "verwant dossier",
}
_FIELDS = {
    "text": "de omschrijving",
    "note": "de opmerking",
    "occupation": "het beroep",
    "substance": "de stof",
    "unit": "de eenheid",
    "name": "de naam",
}
_NAMES = frozenset({"familyName", "givenNames", "id"})


def _title(info: Any) -> str:
    """Of a field of `typed`, as its form shows it."""
    while info is not None:
        title = (getattr(info, "extra_json_schema", None) or {}).get("title")
        if title:
            return f"“{title}”"
        kinds = getattr(info, "types", None)
        if kinds:
            return next((told for each in kinds if (told := _title(each))), "")
        info = getattr(info, "type", None)
    return ""


def _words(text: str) -> tuple[str, ...]:
    plain = unicodedata.normalize("NFKD", text.casefold().translate(_PLAIN))
    return tuple(_WORDS.findall("".join(letter for letter in plain if not unicodedata.combining(letter))))


def _holds(text: str, source: str) -> bool:
    return " ".join(_words(source)) in " ".join(_words(text))


def _found(said: Sequence[str], name: tuple[str, ...]) -> Iterator[tuple[int, int]]:
    """Where a name stands, in one word or in several."""
    whole = "".join(name)
    for first in range(len(said) if whole else 0):
        joined = ""
        for last in range(first, min(first + len(name) + 1, len(said))):
            joined += said[last]
            if joined == whole:
                yield first, last + 1
            if len(joined) >= len(whole):
                break


def _without(said: tuple[str, ...], name: tuple[str, ...]) -> tuple[str, ...]:
    """A gap stays where a name was taken out, so that nothing meets across it."""
    left, at = [], 0
    while at < len(said):
        if said[at : at + len(name)] == name:
            left.append(_GAP)
            at += len(name)
        else:
            left.append(said[at])
            at += 1
    return tuple(left)
