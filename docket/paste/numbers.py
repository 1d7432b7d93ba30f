"""Finds notice numbers, containers, ships, national and enterprise numbers and e-mail addresses."""

import re
from collections.abc import Iterator

from docket import identifiers
from docket.paste.proposal import Fact, Found

_NOTICE = re.compile(rf"(?<![A-Za-z0-9]){identifiers.NOTICE_SHAPE}(?![\d/])", re.ASCII)
_LABELLED_NOTICE = re.compile(
    rf"(?:notitienummer|notitienr|notitie|pv[- ]?nummer|pv[- ]?nr|pv|nr|n\u00b0|numero)\.?\s*:?\s*({identifiers.NOTICE_SHAPE})(?![\d/])",
    re.ASCII | re.IGNORECASE,
)
_IBAN = re.compile(r"\b[A-Z]{2}\d{2}(?:[ .]?[A-Z0-9]{4}){3,7}", re.ASCII)
_INITIAL = re.compile(r"(?:aanvankelijk|initieel|initial)\w*[^.;\n]{0,40}$")
_FURTHER = re.compile(r"(?:navolgend|vervolg|subsequent|voegen bij|gevoegd|verwijz\w+|ref\.?|referte|related)\w*[^.;\n]{0,40}$")

_CONTAINER = re.compile(r"(?<![A-Za-z0-9])([A-Za-z]{3}[UJZRujzr])[\s.-]?(\d{3})[\s.-]?(\d{3})[\s./-]?(\d)(?!\d)", re.ASCII)
_IMO = re.compile(r"\bIMO(?:[\s-]?(?:nummer|nr|number|no))?\.?\s*:?\s*(\d{7})(?!\d)", re.IGNORECASE | re.ASCII)
_SSIN = re.compile(r"(?<![\d.])(\d{2}[.\s/-]?\d{2}[.\s/-]?\d{2}[\s./-]?\d{3}[\s./-]?\d{2})(?![\d/]|\.\d)", re.ASCII)
_SSIN_LABEL = re.compile(r"(?:rijksregister\w*|rrn?r?|insz|niss|nn|bis-?nummer|bisnr|registre national)[\s.:\u00b0n]*$")
_ENTERPRISE = re.compile(r"(?<![\d.])(?:BE[\s.]?)?([01]\d{3}[.\s]?\d{3}[.\s]?\d{3})(?![\d/]|[.,]\d)", re.ASCII)
_ENTERPRISE_LABEL = re.compile(r"(?:ondernemingsn\w*|kbo\w*|btw\w*|tva|vat|bce|entreprise)[\s.:\u00b0n-]*(?:nummer|nr)?[\s.:]*(?:be\s?)?$")
_EMAIL = re.compile(r"(?<![\w.+-])[A-Za-z0-9][\w.+-]{0,63}@(?:[A-Za-z0-9-]{1,63}\.){1,6}[A-Za-z]{2,24}(?![\w-])", re.ASCII)
_INVESTIGATOR = re.compile(
    r"(?:(?:^|\n)\s*(?:van|from|de|afzender)\s*:|verbalisant|opsteller|dossierbeheerder|onderzoeker|rechercheur|contact)[^\n]{0,80}$"
)

_VESSEL_WORD = r"(?:(?:container|vracht|zee|kolen|tank|motor|koel)?schip|tanker|vaartuig|navire|vessel|ship|m/v|m\.v\.|mv|ms|mts|m/s)"
_NAME = r"(?!IMO\b)[A-Z][\w'.-]*(?: (?!IMO\b)(?:[A-Z][\w'.-]*|\d{1,3}\b))*"
_VESSEL = re.compile(rf"\b[Nn]?(?i:{_VESSEL_WORD})\s*:?\s+(?:(?:genaamd|met naam|named|de|het)\s+)?[\"'\u201c\u2018\u00ab]?({_NAME})")
_ABOARD = re.compile(rf"\baan boord van de\s+({_NAME})|\bop de\s+((?:MSC|CMA CGM|MAERSK|COSCO)\s{_NAME})")
_CARRIER = re.compile(rf"\b((?:MSC|CMA CGM)\s(?!PSA\b|TERMINAL\b|Terminal\b){_NAME})")


def find_numbers(text: str, folded: str) -> list[Found]:
    return [*_notices(text, folded), *_containers(text), *_persons(text, folded), *_emails(text, folded), *_vessels(text)]


def _notices(text: str, folded: str) -> list[Found]:
    accounts = [match.span() for match in _IBAN.finditer(text)]
    spans: dict[tuple[int, int], str] = {}
    for match in _NOTICE.finditer(text):
        spans[match.span()] = match.group()
    for match in _LABELLED_NOTICE.finditer(text):
        spans[match.span(1)] = match[1]
    found = [(start, end, words) for (start, end), words in sorted(spans.items()) if not any(a < end and start < b for a, b in accounts)]
    main = _main_notice([start for start, _, _ in found], folded, [identifiers.canonical("noticeNumber", words) for _, _, words in found])
    result = []
    for start, end, words in found:
        checked = identifiers.check("noticeNumber", words)
        field = "noticeNumber" if checked.canonical == main else "furtherNoticeNumbers[]"
        why = "Eerste of aanvankelijk notitienummer." if field == "noticeNumber" else "Verder notitienummer."
        result.append(Found(start, end, (_checked(field, checked, why),)))
    return result


def _main_notice(starts: list[int], folded: str, numbers: list[str]) -> str | None:
    """The number that is called initial, else the first that is not called a follow-up, else the first."""
    before = [folded[max(0, start - 64) : start] for start in starts]
    initial = [number for words, number in zip(before, numbers, strict=True) if _INITIAL.search(words)]
    others = [number for words, number in zip(before, numbers, strict=True) if not _FURTHER.search(words)]
    return next(iter(initial + others + numbers), None)


def _containers(text: str) -> Iterator[Found]:
    for match in _CONTAINER.finditer(text):
        if match[1].isupper() or match[1].islower():
            checked = identifiers.check("containerNumber", "".join(match.groups()))
            yield Found(match.start(), match.end(), (_checked("containers[]", checked, "Vorm van een containernummer."),))


def _persons(text: str, folded: str) -> Iterator[Found]:
    for match in _SSIN.finditer(text):
        checked = identifiers.check("ssin", match[1])
        labelled = _SSIN_LABEL.search(folded[max(0, match.start() - 32) : match.start()]) is not None
        if labelled or (checked.message is None and not match[1].isdigit()):
            yield Found(match.start(1), match.end(1), (_checked("persons[].ssin", checked, "Vorm van een rijksregister- of bisnummer."),))
    for match in _ENTERPRISE.finditer(text):
        checked = identifiers.check("enterpriseNumber", match[1])
        labelled = _ENTERPRISE_LABEL.search(folded[max(0, match.start(1) - 32) : match.start(1)]) is not None
        if labelled or (checked.message is None and not match[1].isdigit()):
            fact = _checked("persons[].enterpriseNumber", checked, "Vorm van een ondernemingsnummer.")
            yield Found(
                match.start(1),
                match.end(1),
                (fact, Fact("persons[].kind", "legal", "Een ondernemingsnummer hoort bij een rechtspersoon.", fact.doubtful)),
            )


def _emails(text: str, folded: str) -> Iterator[Found]:
    for match in _EMAIL.finditer(text):
        known = _INVESTIGATOR.search(folded[max(0, match.start() - 96) : match.start()]) is not None
        why = (
            "Adres van de afzender of de verbalisant."
            if known
            else "Een e-mailadres; kijk na of het van een onderzoeker van dit dossier is."
        )
        yield Found(match.start(), match.end(), (Fact("origin.investigatorEmails[]", match.group(), why, not known),))


def _vessels(text: str) -> Iterator[Found]:
    for match in _IMO.finditer(text):
        yield Found(
            match.start(), match.end(), (_checked("vessels[].imoNumber", identifiers.check("imoNumber", match[1]), "Nummer na IMO."),)
        )
    for pattern, why in (
        (_VESSEL, "Naam na het woord voor schip."),
        (_ABOARD, "Naam na 'aan boord van'."),
        (_CARRIER, "Naam die met een rederij begint."),
    ):
        for match in pattern.finditer(text):
            group = next(index for index, value in enumerate(match.groups(), 1) if value)
            name = match[group].rstrip(".,'")
            yield Found(match.start(group), match.start(group) + len(name), (Fact("vessels[].name", name, why, pattern is not _VESSEL),))


def _checked(field: str, checked: identifiers.Checked, why: str) -> Fact:
    return Fact(field, checked.canonical, f"{why} {checked.message or ''}".strip(), checked.message is not None)
