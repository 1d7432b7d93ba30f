"""Proof on the law data: every class of files is answered, every municipality has its division, every rule is used."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import date, timedelta
from itertools import product
from typing import get_args

import msgspec

from routing import facts as kinds
from routing.decision import Decision, PolicyCode
from routing.engine import route
from routing.facts import CaseFacts, LeadAuthority, Offence, Place, PortLink, Residence, Suspect
from routing.law import Law, OffenceType, Office
from routing.rules import NAMED

#: the first day of the twelve arrondissements
FIRST_QUARTER = date(2014, 4, 1)
MONTHS_OF_A_QUARTER = 3
UNDER_AGE, OF_AGE = 16, 30
ABROAD = "NL"
FAULTS_SHOWN = 20


class Moment(msgspec.Struct, frozen=True, kw_only=True):
    """A day in one period of one policy."""

    policy: PolicyCode
    day: date


class Walk(msgspec.Struct, frozen=True, kw_only=True):
    """What came of deciding files: how many, which rules and wordings spoke, and what is wrong."""

    files: int = 0
    decided: int = 0
    undecided: int = 0
    #: (rule, outcome)
    outcomes: frozenset[tuple[str, str]] = frozenset()
    #: (item, first day) of every wording that a step or ground cited
    cited: frozenset[tuple[str, date | None]] = frozenset()
    faults: tuple[str, ...] = ()

    def __add__(self, other: Walk) -> Walk:
        return Walk(
            files=self.files + other.files,
            decided=self.decided + other.decided,
            undecided=self.undecided + other.undecided,
            outcomes=self.outcomes | other.outcomes,
            cited=self.cited | other.cited,
            faults=(*self.faults, *other.faults)[:FAULTS_SHOWN],
        )


class Territory(msgspec.Struct, frozen=True, kw_only=True):
    """Municipalities by quarter."""

    municipalities: int
    #: of municipalities and of their parts
    names: int
    quarters: int
    pairs: int
    faults: tuple[str, ...]


def moments(law: Law) -> tuple[Moment, ...]:
    """A day in each period of each policy: the first one, or the last one where it is open at its start."""
    found = []
    for policy in law.policies.values():
        for version in policy.version:
            last = version.in_force_until - timedelta(days=1) if version.in_force_until else None
            found.append(Moment(policy=policy.id, day=version.in_force_from or last or FIRST_QUARTER))
    return tuple(found)


def places(law: Law) -> dict[str, tuple[Place, ...]]:
    """One place for each area, and for what is no area: a municipality, abroad, a river, nothing."""
    inside: dict[str, tuple[Place, ...]] = {}
    for area in law.areas.values():
        quay = None if area.quay_from is None else str(area.quay_from or 1)
        inside[area.code] = (Place(id="p", role="scene", port=_port(area.port), quay=quay),)
    away = next(iter(law.districts.by_code))
    inside |= {
        "municipality": (Place(id="p", role="scene", nis_code=away),),
        "abroad": (Place(id="p", role="scene", country=ABROAD),),
        "notTold": (),
    }
    for fairway in law.on(FIRST_QUARTER).gazetteer.fairways:
        inside[fairway.id] = (Place(id="p", role="scene", text=" ".join(fairway.names[0])),)
    return inside


def _port(port: str) -> kinds.Port:
    return next(one for one in get_args(kinds.Port) if one == port)


def one_of_each_list(law: Law) -> frozenset[str]:
    """The first offence of each list."""
    first: dict[str, str] = {}
    for row in law.offences.values():
        first.setdefault(row.list, row.code)
    return frozenset(first.values())


def offences(law: Law) -> tuple[str, ...]:
    """One offence for each class: those that the rules cannot tell apart have one between them."""
    named = {version.offence for row in law.competence.values() for version in row.version if version.offence}
    chosen: dict[object, str] = {}
    for row in law.offences.values():
        chosen.setdefault(_class(row, named), row.code)
    return tuple(chosen.values())


def _class(row: OffenceType, named: set[str]) -> object:
    same = (row.list, row.extends_places, row.passes_scheldt, row.outside_without_tie, row.silent_follows)
    return same, row.code if row.code in named else None


def suspects(law: Law) -> dict[str, tuple[Suspect, ...]]:
    """One suspect for each class of age; a minor by where he lives."""
    home = next(iter(law.districts.by_code))
    return {
        "nobody": (),
        "adult": (Suspect(id="s", age=OF_AGE),),
        "ageNotTold": (Suspect(id="s"),),
        "minor": (Suspect(id="s", age=UNDER_AGE, residence=Residence(nis_code=home)),),
        "minorAbroad": (Suspect(id="s", age=UNDER_AGE, residence=Residence(country=ABROAD)),),
        "minorResidenceNotTold": (Suspect(id="s", age=UNDER_AGE),),
    }


def leads(law: Law) -> tuple[LeadAuthority | None, ...]:
    """No lead, and one for each class of leads: those that bring the same kind of office have one between them."""
    chosen: dict[object, LeadAuthority] = {}
    for lead in get_args(LeadAuthority):
        office: Office = next(row for row in law.offices.values() if row.lead == lead)
        chosen.setdefault((office.no_court, office.every_track, office.circuit is not None), lead)
    return (None, *chosen.values())


def classes(law: Law, moment: Moment) -> Iterator[tuple[str, CaseFacts]]:
    """Every class of files in one period of one policy, each with a file that stands for it.

    With a lead only one offence of each list: a lead is applied after the rules on offences, and replaces what they gave.
    """
    lists = one_of_each_list(law)
    ties: tuple[PortLink | None, ...] = (None, *get_args(PortLink))
    for (area, where), code, tie, (age, who), lead in product(places(law).items(), offences(law), ties, suspects(law).items(), leads(law)):
        if lead is not None and code not in lists:
            continue
        name = f"{moment.policy} {moment.day}, {area}, {code}, tie {tie}, {age}, lead {lead}"
        yield (
            name,
            CaseFacts(
                received_on=moment.day,
                lead_authority=lead,
                places=where,
                offences=(Offence(offence=_offence(code), place=where[0].id if where else None, port_link=tie),),
                suspects=who,
            ),
        )


def _offence(code: str) -> kinds.OffenceCode:
    return next(one for group in get_args(kinds.OffenceCode) for one in get_args(group) if one == code)


def walk(law: Law, moment: Moment) -> Walk:
    """Decide a file of every class in one period of one policy."""
    return decide_all(law, ((name, file, moment.policy) for name, file in classes(law, moment)))


def decide_all(law: Law, files: Iterable[tuple[str, CaseFacts, PolicyCode]], *, citations: bool = False) -> Walk:
    """Decide named files, and find what must never be: a crash, or an open answer that does not say what is missing.

    `citations`: note the wordings that were cited too.
    """
    outcomes: set[tuple[str, str]] = set()
    cited: set[tuple[str, date | None]] = set()
    faults: list[str] = []
    decided = count = 0
    for name, file, policy in files:
        count += 1
        try:
            decision = route(file, law, policy)
        # Whatever goes wrong in a rule is a finding of the proof, not its end.
        except Exception as error:
            faults.append(f"{name}: {type(error).__name__}: {error}")
            continue
        decided += decision.tracks != () and any(track.prosecution_office for track in decision.tracks)
        outcomes.update((step.rule, step.outcome) for step in decision.steps)
        if citations:
            cited.update((citation.item, citation.in_force_from) for step in decision.steps for citation in step.citations)
        if fault := silence(decision, law):
            faults.append(f"{name}: {fault}")
    return Walk(
        files=count,
        decided=decided,
        undecided=count - decided,
        outcomes=frozenset(outcomes),
        cited=frozenset(cited),
        faults=tuple(faults[:FAULTS_SHOWN]),
    )


def silence(decision: Decision, law: Law) -> str | None:
    """What an answer leaves open without naming a fact that is missing; None = nothing."""
    named = any(warning.facts and not warning.code.startswith("receivedOn") for warning in decision.warnings)
    if not decision.tracks and not named:
        return "no track, and no warning names a missing fact"
    for track in decision.tracks:
        office = law.offices.get(track.prosecution_office or "")
        if track.prosecution_office is not None and office is None:
            return f"office {track.prosecution_office} is no code of the law"
        if office is None and not named:
            return f"the {track.track} track has no office, and no warning names a missing fact"
        if track.court is None and office is not None and not office.no_court and not named:
            return f"the {track.track} track has no court, and no warning names a missing fact"
    return None


def quarters(until: date) -> tuple[date, ...]:
    """The first days of all quarters since the twelve arrondissements."""
    return tuple(
        day
        for year in range(FIRST_QUARTER.year, until.year + 1)
        for month in range(1, 13, MONTHS_OF_A_QUARTER)
        if FIRST_QUARTER <= (day := date(year, month, 1)) <= until
    )


def territory(law: Law, until: date) -> Territory:
    """Every municipality in every quarter: in force with exactly one row, a known division, and every name and part leads to one."""
    faults: list[str] = []
    pairs = 0
    days = quarters(until)
    districts = law.districts
    for code, rows in districts.by_code.items():
        for day in days:
            pairs += 1
            found = sum(row.in_force_from <= day and (row.in_force_until is None or day < row.in_force_until) for row in rows)
            if found != districts.in_force(code, day):
                faults.append(f"{code} on {day}: {found} rows in force")
            if districts.row_on(code, day).division not in law.divisions:
                faults.append(f"{code} on {day}: no known division")
    for name, codes in districts.by_name.items():
        for day in days:
            if districts.town(None, " ".join(name), None, day, day).district is None:
                faults.append(f"{' '.join(name)} ({', '.join(codes)}) on {day}: leads nowhere")
    return Territory(
        municipalities=len(districts.by_code),
        names=len(districts.by_name),
        quarters=len(days),
        pairs=pairs,
        faults=tuple(faults[:FAULTS_SHOWN]),
    )


def never_met(law: Law, *walks: Walk) -> tuple[str, ...]:
    """Rules of the law that no file meets."""
    met = {rule for each in walks for rule, outcome in each.outcomes if outcome in ("met", "overridden")}
    return tuple(sorted((NAMED & law.competence.keys()) - met))


def not_exercised(law: Law, examples: Walk) -> tuple[str, ...]:
    """Rules that the named examples do not show both met and not met, and wordings that none of them uses."""
    met = {rule for rule, outcome in examples.outcomes if outcome in ("met", "overridden")}
    unmet = {rule for rule, outcome in examples.outcomes if outcome in ("notMet", "cannotTell")}
    rules = sorted(NAMED & law.competence.keys())
    lines = [f"{rule}: no example meets it" for rule in rules if rule not in met]
    lines += [f"{rule}: no example fails it" for rule in rules if rule not in unmet]
    wordings = [(row.id, version.in_force_from) for row in law.competence.values() for version in row.version]
    wordings += [(f"policies/{policy.id}", version.in_force_from) for policy in law.policies.values() for version in policy.version]
    lines += [f"{item} from {start or 'open'}: no example uses it" for item, start in wordings if (item, start) not in examples.cited]
    return tuple(lines)


def flags_not_shown(law: Law, named: Sequence[CaseFacts]) -> tuple[str, ...]:
    """What offences.toml says of an offence, its list aside, that could be left out without any named example being decided otherwise."""
    usual = {field.name: field.default for field in msgspec.structs.fields(OffenceType)}
    lines = []
    for code, row in law.offences.items():
        files = [(facts, policy) for facts in named if any(one.offence == code for one in facts.offences) for policy in law.policies]
        for flag in row.flags:
            without = msgspec.structs.replace(row, **{flag: usual[flag]}) if flag != "list" else row
            other = msgspec.structs.replace(law, offences=law.offences | {code: without})
            if flag != "list" and all(route(facts, law, policy) == route(facts, other, policy) for facts, policy in files):
                lines.append(f"{code} {flag}: no example shows it")
    return tuple(lines)
