"""Grounds that carry the competence for one offence over to another: connexity by limb, and indivisibility."""

from __future__ import annotations

from collections.abc import Iterable

from routing.decision import Ground, UsedFact
from routing.facts import RelatedCase, Suspect
from routing.law import Division, OffenceType
from routing.reasoning import Charge, Reasoning, numbered, used

TOGETHER = "1"
INDIVISIBLE = "indivisible"
SEVERAL = len(("one", "other"))
#: grounds that rest on one suspect
OF_A_PERSON = frozenset({"residence", "seat", "found", "facts-abroad"})


def connexity(run: Reasoning) -> None:
    """A court competent for one offence is competent for those connected with it: by which limb, and by which anchor."""
    rule = "ground-connexity"
    if run.scope == "unclear":
        run.step(rule, "notMet", "scopeUnclear")
        return
    told = [_within_the_file(run, division, anchors) for division, anchors in _anchors(run)] if len(run.charges) > 1 else []
    told += [_with_a_file(run, related, limb) for related, limb in _connected_files(run)]
    if not any(told):
        run.step(rule, "notMet", "nothingToConnect")


def _within_the_file(run: Reasoning, division: Division, anchors: list[Charge]) -> bool:
    rule = "ground-connexity"
    others = [charge for charge in run.charges if not any(charge is anchor for anchor in anchors)]
    if not others:
        return False
    pairs = [(anchor, other, _limb(run, anchor, other)) for anchor in anchors for other in others]
    anchor, other, limb = next(((one, two, told) for one, two, told in pairs if told is not None), (anchors[0], others[0], None))
    facts = (anchor.offence_fact, other.offence_fact)
    court = division.correctional_court
    if limb is None:
        run.step(rule, "cannotTell", "limbNotTold", facts=facts, court=court, anchor=("offence", str(numbered(anchor))))
        return True
    run.ground(rule, facts, division=division, limb=limb, anchor=("offence", str(numbered(anchor))))
    run.step(rule, "met", "connected", facts=facts, courts=(court,), limb=limb, anchor=("offence", str(numbered(anchor))))
    return True


def _connected_files(run: Reasoning) -> list[tuple[RelatedCase, str | None]]:
    """Each with its limb: the one that a person said, else what the tie tells by itself; None = neither, and none is chosen."""
    by_tie = run.version("ground-connexity").limbs
    found: dict[tuple[str, str | None], RelatedCase] = {}
    for related in _known_files(run):
        limb = related.limb or by_tie.get(related.ground or "")
        if related.limb != INDIVISIBLE and (related.limb is not None or related.ground != "sameFacts"):
            found.setdefault((related.number, limb), related)
    return [(related, limb) for (_, limb), related in found.items()]


def _with_a_file(run: Reasoning, related: RelatedCase, limb: str | None) -> bool:
    rule = "ground-connexity"
    facts = _tie(related)
    anchor = ("file", related.number)
    if limb is None:
        run.step(rule, "cannotTell", "limbOfFileNotTold", facts=facts, anchor=anchor)
        return True
    run.ground(rule, facts, division=_division_of(run, related), court=related.court, limb=limb, anchor=anchor)
    if related.court is not None:
        run.step(rule, "met", "connectedFile", facts=facts, limb=limb, anchor=anchor, court=related.court)
    else:
        run.step(rule, "met", "connectedFileCourtNotKnown", facts=facts, limb=limb, anchor=anchor)
    return True


def indivisibility(run: Reasoning) -> None:
    """One offence of several perpetrators: the court competent for one of them is competent for all."""
    rule = "ground-indivisibility"
    if run.scope == "unclear":
        run.step(rule, "notMet", "scopeUnclear")
        return
    told = False
    for ground in tuple(run.grounds):
        shared = _shared(run, ground) if ground.code in OF_A_PERSON and ground.supports.court is not None else None
        if shared is None:
            continue
        told = True
        charge, others = shared
        division = run.law.divisions[ground.supports.prosecution_office or ""]
        facts = (*ground.facts, *(used(f"persons/{other.id}", other.id) for other in others), charge.offence_fact)
        anchor = ("offence", str(numbered(charge)))
        run.ground(rule, facts, division=division, anchor=anchor)
        run.step(rule, "met", "severalPerpetrators", facts=facts, courts=(division.correctional_court,), anchor=anchor)
    indivisible: dict[str, RelatedCase] = {}
    for related in _known_files(run):
        if related.limb == INDIVISIBLE or related.ground == "sameFacts":
            indivisible.setdefault(related.number, related)
    for number, related in indivisible.items():
        told = True
        facts = _tie(related)
        run.ground(rule, facts, division=_division_of(run, related), court=related.court, anchor=("file", number))
        same, anchor = related.ground == "sameFacts", ("file", number)
        if related.court is not None:
            reason = "sameFacts" if same else "indivisibleFile"
            run.step(rule, "met", reason, facts=facts, anchor=anchor, court=related.court)
        else:
            reason = "sameFactsCourtNotKnown" if same else "indivisibleFileCourtNotKnown"
            run.step(rule, "met", reason, facts=facts, anchor=anchor)
    if not told:
        run.step(rule, "notMet", "noSeveralPerpetrators")


def _division_of(run: Reasoning, related: RelatedCase) -> Division | None:
    """That of the court of the other file; None = not known, and the ground speaks for no court."""
    return next((one for one in run.law.divisions.values() if one.correctional_court == related.court), None)


def _tie(related: RelatedCase) -> tuple[UsedFact, ...]:
    path = f"relatedCases/{related.number}"
    ground = used(f"{path}/ground", related.ground)
    return (ground,) if related.limb is None else (ground, used(f"{path}/limb", related.limb))


def _known_files(run: Reasoning) -> list[RelatedCase]:
    """Those that the register knows and the sender may see, whatever their order; one may be named by several ties."""
    known = [related for related in run.facts.related if related.port_crime is not None]
    return sorted(known, key=lambda related: (related.number, related.ground or "", related.limb or ""))


def _anchors(run: Reasoning) -> list[tuple[Division, list[Charge]]]:
    """Which offences each court in reach is competent for by its own grounds."""
    anchors: dict[str, list[Charge]] = {}
    for ground in run.grounds:
        if ground.supports.court is None:
            continue
        paths = {fact.path for fact in ground.facts}
        persons = _persons(ground)
        own = anchors.setdefault(ground.supports.prosecution_office or "", [])
        for charge in run.charges:
            by_person = any(suspect.id in persons for suspect in run.suspects_of(charge.offence)) if persons else False
            if (by_person or f"{charge.path}/offence" in paths) and not any(charge is one for one in own):
                own.append(charge)
    return [(run.law.divisions[office], charges) for office, charges in anchors.items() if charges]


def _limb(run: Reasoning, anchor: Charge, other: Charge) -> str | None:
    """The limb of art. 227 Sv. that the report tells; None = it tells none, and none is chosen."""
    if _together(run, anchor, other):
        return TOGETHER
    pairs = ((anchor.type, other.offence.offence), (other.type, anchor.offence.offence))
    return next((kind.limb for kind, tied in pairs if kind is not None and kind.limb is not None and _serves(kind, tied)), None)


def _serves(kind: OffenceType, offence: str | None) -> bool:
    return kind.limb_with is None or offence in kind.limb_with


def _together(run: Reasoning, one: Charge, other: Charge) -> bool:
    """At one place, in one night, by several people who are suspects of both."""
    days = one.offence.committed
    if one.offence.place is None or one.offence.place != other.offence.place or days != other.offence.committed:
        return False
    if days.first is None or days.last is None or (days.last - days.first).days > (run.version("ground-connexity").nights or 0):
        return False
    theirs = {suspect.id for suspect in run.suspects_of(other.offence)}
    return _people(suspect for suspect in run.suspects_of(one.offence) if suspect.id in theirs) >= SEVERAL


def _people(suspects: Iterable[Suspect]) -> int:
    """How many people at least; an entry of several whose number is not known is two."""
    return sum(SEVERAL if suspect.count is None else suspect.count for suspect in suspects)


def _shared(run: Reasoning, ground: Ground) -> tuple[Charge, list[Suspect]] | None:
    """The first offence that a suspect of the ground shares with one to whom the ground does not reach, and those."""
    persons = _persons(ground)
    ordinary = {suspect.id for suspect in run.ordinary}
    for charge in run.charges:
        suspects = [suspect for suspect in run.suspects_of(charge.offence) if suspect.id in ordinary]
        others = sorted((suspect for suspect in suspects if suspect.id not in persons), key=lambda suspect: suspect.id)
        if others and len(others) < len(suspects):
            return charge, others
    return None


def _persons(ground: Ground) -> set[str]:
    return {fact.path.split("/")[1] for fact in ground.facts if fact.path.startswith("persons/")}
