"""What one run of the rules has found so far: facts in, steps, warnings, grounds and tracks out."""

from __future__ import annotations

from datetime import date

import msgspec

from routing.decision import (
    Citation,
    Ground,
    PolicyCode,
    PortArea,
    Said,
    Scope,
    Step,
    StepOutcome,
    Supports,
    Track,
    UsedFact,
    Warning,
)
from routing.districts import Town
from routing.facts import CaseFacts, Days, Offence, Place, Residence, Suspect
from routing.law import Area, Division, Law, LawOn, OffenceType, PolicyText, RuleVersion

HOME_COUNTRY = "BE"
NO_TOWN = Town(district=None)
#: a prosecution office and a court
Seat = tuple[str | None, str | None]
BY_TOWN = ("nis_code", "municipality", "sub_municipality")
BY_AREA = ("quay", "dock", "terminal", "text", "port", "sub_municipality", "municipality", "nis_code", "latitude")
JSON_NAME = {"nis_code": "nisCode", "sub_municipality": "subMunicipality"}


class Located(msgspec.Struct, kw_only=True):
    """A place with what the rules found out about it."""

    place: Place
    path: str
    town: Town
    abroad: bool
    area: Area | None = None
    division: Division | None = None
    #: divisions and countries between which the place lies, where nothing tells on which side
    between: tuple[str, ...] = ()

    @property
    def telling(self) -> UsedFact:
        """The first thing in the report that tells its division."""
        place, district = self.place, self.town.district
        by_town = district is not None and self.division is not None and district.division == self.division.code
        for name in (*BY_TOWN, *BY_AREA) if by_town else BY_AREA:
            value = getattr(place, name)
            if value is not None:
                return used(f"{self.path}/{JSON_NAME.get(name, name)}", value)
        return used(self.path, place.id)

    @property
    def known(self) -> bool:
        place = self.place
        return bool(self.area or self.abroad or place.municipality or place.nis_code or place.sub_municipality)


class Charge(msgspec.Struct, kw_only=True):
    """An offence with what the rules found out about it."""

    offence: Offence
    path: str
    #: what the report says of the offence; with it what it says of the tie with the port
    offence_fact: UsedFact
    told: tuple[UsedFact, UsedFact]
    #: None = the report does not say which offence
    type: OffenceType | None
    places: tuple[Located, ...] = ()
    area: Area | None = None
    #: the place that gives the area
    area_place: Located | None = None
    #: portCrime, along, outside, unclear; None = not settled yet
    standing: str | None = None
    #: not on the supporting list, but counted there since the report declares the tie
    as_supporting: bool = False

    @property
    def known_place(self) -> Located | None:
        return next((located for located in self.places if located.known), None)


class Special(msgspec.Struct, kw_only=True):
    """What a statute on the person or the matter says about every seat of the ordinary track."""

    #: office and court of the privilege of jurisdiction: the only seat
    privilege: tuple[str, str] | None = None
    #: a murder goes to the court of assize of this division's province; None with `murder` = not known
    assize: Division | None = None
    murder: bool = False
    #: only social-law offences: the labour auditor of each circuit
    labour: bool = False
    #: another authority prosecutes, wherever the file lies
    office: str | None = None
    #: that authority brings no court
    no_court: bool = False
    #: places of the murders where they lead to different courts of assize
    rivals: list[Located] = []


class Reasoning:
    """The state of one run; lives for one call of route()."""

    traced = True

    def __init__(self, facts: CaseFacts, law: Law, policy: PolicyCode, governing_day: date) -> None:
        self.facts = facts
        self.law = law
        #: the day whose law is applied
        self.governing_day = governing_day
        self.on: LawOn = law.on(governing_day)
        self.policy = policy
        self.policy_text: PolicyText = self.on.policies[policy]
        seised = facts.seised_on
        first = (seised.first or seised.last) if seised else None
        last = (seised.last or seised.first) if seised else None
        #: the days whose districts count: of seising when the case was already brought, else the governing day
        self.territory_days: tuple[date, date] = (first or governing_day, last or governing_day)
        self.steps: list[Step] = []
        self.warnings: list[Warning] = []
        self.grounds: list[Ground] = []
        self.places: list[Located] = [self._placed(place) for place in facts.places]
        self.place_of: dict[str, Located] = {}
        for located in self.places:
            self.place_of.setdefault(located.place.id, located)
        self.charges: list[Charge] = [self._charged(at, offence) for at, offence in enumerate(facts.offences)]
        self.area: PortArea | None = None
        self.place: Located | None = None
        #: the other places that could have been that of the file in another order of the report
        self.place_rivals: list[Located] = []
        self.scope: Scope = "unclear"
        #: both in the order of the report; a suspect may stand on both tracks
        self.ordinary: tuple[Suspect, ...] = facts.suspects
        self.minors: tuple[Suspect, ...] = ()
        self.taken_by_policy = False
        self.office: str | None = None
        self.court: str | None = None
        #: the rule whose office or court stands in the ordinary track
        self.office_by: str | None = None
        self.court_by: str | None = None
        #: what the rule that runs now may override
        self.overrides: tuple[str, ...] = ()
        #: an office that takes every track, youth tracks included
        self.all_tracks: str | None = None
        self.youth: tuple[Track, ...] = ()
        #: office and court of the ordinary track after each rule that gave it one
        self.proposals: list[tuple[str, Seat]] = []
        #: divisions whose youth court the statute names, with the facts that name it
        self.youth_grounds: list[tuple[Division, tuple[UsedFact, ...]]] = []
        #: youth office and court by residence that an office for every track replaced
        self.youth_replaced: list[tuple[str | None, str | None]] = []
        #: what a special statute leaves of the territorial seats
        self.special = Special()

    def _placed(self, place: Place) -> Located:
        abroad = place.country is not None and place.country != HOME_COUNTRY
        named = place.nis_code or place.municipality or place.sub_municipality
        town = NO_TOWN
        if named and not abroad:
            town = self.law.districts.town(place.nis_code, place.municipality, place.sub_municipality, *self.territory_days)
        return Located(place=place, path=f"places/{place.id}", town=town, abroad=abroad)

    def _charged(self, at: int, offence: Offence) -> Charge:
        path = f"offences/{at}"
        fact = used(f"{path}/offence", offence.offence)
        told = (fact, used(f"{path}/portLink", offence.port_link))
        return Charge(offence=offence, path=path, offence_fact=fact, told=told, type=self.law.offences.get(offence.offence or ""))

    def town_of(self, residence: Residence) -> Town:
        return self.law.districts.town(residence.nis_code, residence.municipality, None, *self.territory_days)

    def division_of(self, town: Town) -> Division | None:
        return self.law.divisions[town.district.division] if town.district else None

    def version(self, rule: str) -> RuleVersion:
        return self.on.rules[rule].version

    def title(self, code: str | None) -> str:
        return self.law.title(code) or "niet gekend"

    def step(
        self,
        rule: str,
        outcome: StepOutcome,
        reason: str,
        facts: tuple[UsedFact, ...] = (),
        about: str | None = None,
        citations: tuple[Citation, ...] = (),
        **said: str | int | tuple[str, ...] | None,
    ) -> None:
        """`said` fills the slots of the sentence that routing/wording/ has for this rule and reason."""
        own = self.on.rules[rule].citations
        self.steps.append(Step(rule=rule, outcome=outcome, about=about, reason=reason, said=said, facts=facts, citations=own + citations))

    def try_on(self, charge: Charge, rule: str, outcome: StepOutcome, reason: str, facts: tuple[UsedFact, ...], said: Said) -> None:
        """A step about one offence whose slots are at hand already."""
        own = self.on.rules[rule].citations
        self.steps.append(Step(rule=rule, outcome=outcome, about=charge.path, reason=reason, said=said, facts=facts, citations=own))

    def warn(self, rule: str, code: str, *paths: str, **said: str | int | tuple[str, ...] | None) -> None:
        self.warnings.append(Warning(code=code, said=said, rule=rule, facts=paths))

    def ground(
        self,
        rule: str,
        facts: tuple[UsedFact, ...],
        *,
        division: Division | None = None,
        office: str | None = None,
        court: str | None = None,
        cited: Citation | None = None,
        **said: str | int | tuple[str, ...] | None,
    ) -> None:
        """Record what speaks for the correctional court of a division, or for another office and court in it."""
        own = cited or self.on.rules[rule].citations[0]
        self.grounds.append(
            Ground(
                code=rule.removeprefix("ground-"),
                said=said,
                article=own.citation,
                source=own.source,
                kind_of_ground=own.kind_of_ground,
                confidence=own.confidence,
                facts=facts,
                supports=Supports(
                    arrondissement=division.arrondissement if division is not None else None,
                    prosecution_office=office or (division.office if division is not None else None),
                    court=court or (division.correctional_court if division is not None and office is None else None),
                ),
            )
        )

    def take(self, rule: str, office: str | None, court: str | None) -> None:
        """Give the ordinary track its office and court."""
        self._take_office(rule, office)
        self._take_court(rule, court)
        self.proposals.append((rule, (self.office, self.court)))

    def take_court(self, rule: str, court: str | None) -> None:
        self._take_court(rule, court)
        self.proposals.append((rule, (self.office, self.court)))

    def take_office(self, rule: str, office: str | None) -> None:
        self._take_office(rule, office)
        self.proposals.append((rule, (self.office, self.court)))

    def tracks(self) -> tuple[Track, ...]:
        """The tracks as the rules leave them; an unclear file has none unless another authority leads it."""
        if self.scope == "unclear" and self.facts.lead_authority is None:
            return ()
        left_out = self.facts.suspects and not self.ordinary
        ordinary = Track(
            track="ordinary",
            persons=tuple(suspect.id for suspect in self.ordinary),
            prosecution_office=self.office,
            court=self.court,
        )
        return self.youth if left_out else (ordinary, *self.youth)

    def _take_court(self, rule: str, court: str | None) -> None:
        if self._may_replace(rule, self.court_by, self.court, court):
            self.court = court
        self.court_by = rule

    def _take_office(self, rule: str, office: str | None) -> None:
        if self._may_replace(rule, self.office_by, self.office, office):
            self.office = office
        self.office_by = rule

    def _may_replace(self, rule: str, by: str | None, before: str | None, after: str | None) -> bool:
        """A rule that differs from one it does not override is in conflict with it: nothing is chosen, a person decides."""
        if by is None or by in self.overrides or before == after:
            return True
        self.warn(rule, "rulesInConflict", first=by, second=rule)
        if by == self.office_by and before == self.office:
            self.office = None
        else:
            self.court = None
        return False

    def policy_unverified_near(self) -> bool:
        """Does the answer hang on a day of the policy that is assumed: is the governing day in the year of that day?"""
        wording = self.policy_text.version
        edges = (wording.in_force_from, wording.in_force_until)
        return wording.confidence == "unverified" and any(day is not None and day.year == self.governing_day.year for day in edges)

    def suspects_of(self, offence: Offence) -> tuple[Suspect, ...]:
        if offence.persons is None:
            return self.facts.suspects
        return tuple(suspect for suspect in self.facts.suspects if suspect.id in offence.persons)


def numbered(charge: Charge) -> int:
    """The number of the offence as people count: the first is 1."""
    return int(charge.path.partition("/")[2]) + 1


#: a fact as a rule looked at it: its path in the report, and its value
used = UsedFact


class Untraced(Reasoning):
    """The same rules without a word of why: neither steps nor warnings are kept."""

    traced = False

    def step(self, *_: object, **__: object) -> None:
        pass

    def try_on(self, *_: object, **__: object) -> None:
        pass

    def warn(self, *_: object, **__: object) -> None:
        pass


def shown(days: Days | None) -> str | None:
    """An interval of days as one value: a day, or two days with a slash; an open side is two dots."""
    if days is None or (days.first is None and days.last is None):
        return None
    if days.first == days.last:
        return str(days.first)
    return f"{days.first or '..'}/{days.last or '..'}"
