"""The rows of the offence catalogue: provisions with their wordings, penalties, levels and classes of limitation."""

from __future__ import annotations

import re
from datetime import date
from typing import Literal

import msgspec

from routing.dated import Dated, Row, Source
from routing.decision import Confidence

#: on which side of the switch of codes a wording stands
Period = Literal["beforeSwitch", "fromSwitch"]
#: what a provision is to its offence
Aspect = Literal["basic", "variant", "aggravated", "accessory", "definition"]
#: what happened on the first day of a wording: the act became an offence, or an older wording ended that is not held here
Beginning = Literal["offence", "wording"]
NEW_CODE = "penalCode2024"
LIFE = "life"
YEARS_OF_LIFE = 10**6
DURATION = re.compile(r"(\d+) ([dmy])")
#: article numbers and ranges of the new code: not the 1 of "407, 1°"
ARTICLE = re.compile(r"(?<![\d/.])(\d+)(?:-(\d+))?(?![\d°])")


class Switch(Row, frozen=True, kw_only=True):
    """The first day of the new Penal Code."""

    day: date
    citation: str
    source: str
    confidence: Confidence


class MilderLaw(Row, frozen=True, kw_only=True):
    """The article on the milder law, in each code."""

    before: str
    after: str
    source: str
    confidence: Confidence


class Correctionalisation(Row, frozen=True, kw_only=True):
    citation: str
    source: str
    confidence: Confidence


class TapList(Row, frozen=True, kw_only=True):
    #: articles and ranges of the new code
    articles: tuple[str, ...]
    #: articles of special laws, by statute
    special: dict[str, tuple[str, ...]]
    citation: str
    source: str
    confidence: Confidence


class LimitationClass(Row, frozen=True, kw_only=True):
    id: str
    title_nl: str
    #: of the legal maximum
    above_years: int
    period_years: int


class Limitation(Source, frozen=True, kw_only=True):
    #: why a level of the new code has no class yet, in Dutch
    levels: str
    #: the highest maximum first
    classes: tuple[LimitationClass, ...] = msgspec.field(name="class")


class Level(Row, frozen=True, kw_only=True):
    number: int
    penalty_nl: str
    confidence: Confidence


class Statute(Row, frozen=True, kw_only=True):
    id: str
    title_nl: str
    short_nl: str
    source: str
    #: the codes stand on one side of the switch, special laws on both
    period: Period | None = None


class Absent(Row, frozen=True, kw_only=True):
    """An offence of the contract for which no provision is held."""

    offence: str
    remark_nl: str | None = None


class Wording(Dated, frozen=True, kw_only=True):
    """One wording of a provision, as its row says it."""

    period: Period
    statute: str
    article: str
    confidence: Confidence
    checked_on: date | None = None
    begins: Beginning | None = None
    #: `15 d`, `6 m`, `5 y` or `life`
    prison_from: str | None = None
    prison_to: str | None = None
    #: in euro, without surcharge
    fine_from_eur: int | None = None
    fine_to_eur: int | None = None
    #: where the penalty is no pair of bounds
    penalty_nl: str | None = None
    level: int | None = None
    level_to: int | None = None
    remark_nl: str | None = None


class Provision(Row, frozen=True, kw_only=True):
    id: str
    title_nl: str
    #: offences of the contract that it may stand behind
    offences: tuple[str, ...]
    version: tuple[Wording, ...]
    aspect: Aspect = "basic"
    #: when it applies, beside the offence itself
    condition_nl: str | None = None


class CatalogueFile(Row, frozen=True, kw_only=True):
    switch: Switch
    milder_law: MilderLaw
    correctionalisation: Correctionalisation
    tap_list: TapList
    level: tuple[Level, ...]
    statute: tuple[Statute, ...]
    absent: tuple[Absent, ...]
    provision: tuple[Provision, ...]
    #: as packs held it that were stored before limitation.toml
    limitation: Limitation | None = None


class Catalogue(msgspec.Struct, frozen=True, kw_only=True):
    """The catalogue with every wording in its true interval, indexed by offence."""

    file: CatalogueFile
    provisions: tuple[Provision, ...]
    by_offence: dict[str, tuple[Provision, ...]]
    absent: dict[str, Absent]
    statutes: dict[str, Statute]
    levels: dict[int, Level]
    #: articles of the new code on the list of tapped offences
    tapped: frozenset[int]
    #: of the criminal action, under the law since 28 April 2024
    limitation: Limitation | None

    @property
    def switch_day(self) -> date:
        return self.file.switch.day


def catalogue_of(file: CatalogueFile, limitation: Limitation | None) -> Catalogue:
    """Index rows that were checked before."""
    provisions = tuple(_dated(provision, file.switch.day) for provision in file.provision)
    by_offence: dict[str, list[Provision]] = {}
    for provision in provisions:
        for offence in provision.offences:
            by_offence.setdefault(offence, []).append(provision)
    return Catalogue(
        file=file,
        provisions=provisions,
        by_offence={offence: tuple(found) for offence, found in by_offence.items()},
        absent={row.offence: row for row in file.absent},
        statutes={row.id: row for row in file.statute},
        levels={row.number: row for row in file.level},
        tapped=frozenset(number for text in file.tap_list.articles for number in article_numbers(text)),
        limitation=limitation or file.limitation,
    )


def _dated(provision: Provision, switch: date) -> Provision:
    return msgspec.structs.replace(provision, version=tuple(within(version, switch) for version in provision.version))


def within(version: Wording, switch: date) -> Wording:
    """The wording in its true interval: the switch closes those of the old code and opens those of the new one."""
    start, end = version.in_force_from, version.in_force_until
    if version.period == "beforeSwitch":
        end = switch if end is None else min(end, switch)
    else:
        start = switch if start is None else max(start, switch)
    return msgspec.structs.replace(version, in_force_from=start, in_force_until=end)


def years(duration: str) -> float:
    """A length of imprisonment in years, for comparison only; raises ValueError on another shape."""
    if duration == LIFE:
        return YEARS_OF_LIFE
    found = DURATION.fullmatch(duration)
    if found is None:
        raise ValueError(duration)
    return int(found[1]) / {"d": 365, "m": 12, "y": 1}[found[2]]


def article_numbers(text: str) -> tuple[int, ...]:
    """The numbers of the articles that a text of the new code names, ranges in full."""
    return tuple(
        number
        for first, last in ((found[1], found[2]) for found in ARTICLE.finditer(text))
        for number in range(int(first), int(last or first) + 1)
    )
