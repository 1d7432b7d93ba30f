"""Which files a policy takes from their territory, and when its court is exclusive: dated data, not a branch."""

from __future__ import annotations

from routing.reasoning import Reasoning, used
from routing.statutory import speaks_for


def port_office(run: Reasoning) -> None:
    rule = "policy-port-office"
    text = run.policy_text
    wording = text.version
    facts = (used("scope", run.scope), used("portArea", run.area))
    port_crime = run.scope == "portCrime" and run.area in wording.takes_areas
    if wording.office is None or not (port_crime or (run.scope == "supporting" and wording.takes_supporting)):
        run.step(rule, "notMet", "notTaken", facts=facts, citations=text.citations, policy=run.policy, wording=text.code)
        return
    run.taken_by_policy = True
    run.take_office(rule, wording.office)
    run.step(rule, "met", "taken", facts=facts, citations=text.citations, policy=run.policy, wording=text.code, office=wording.office)
    if run.policy_unverified_near():
        run.warn(rule, "decreeDayAssumed", "receivedOn")


def court(run: Reasoning) -> None:
    rule = "policy-court"
    text = run.policy_text
    wording = text.version
    own = run.law.arrondissements.get(wording.exclusive_court or "")
    relied = [ground for ground in run.grounds if ground.code in wording.on_grounds and ground.supports.arrondissement == own]
    if not run.taken_by_policy or wording.court == "place":
        run.step(rule, "notMet", "courtOfThePlace", citations=text.citations)
    elif wording.court == "onGround" and not relied:
        facts = (used("grounds", None),)
        run.step(rule, "notMet", "noGround", facts=facts, citations=text.citations, arrondissement=own)
    else:
        run.take_court(rule, wording.exclusive_court)
        facts = tuple(used("grounds", code) for code in dict.fromkeys(ground.code for ground in relied))
        run.step(
            rule,
            "met",
            wording.court,
            facts=facts,
            citations=text.citations,
            court=wording.exclusive_court,
            arrondissement=own,
        )


def public_order(run: Reasoning) -> None:
    """Warn where a court or an office rests on policy alone; a court looks at its territory of its own motion."""
    rule = "public-order"
    tracks = run.tracks()
    if all(track.court is None for track in tracks):
        run.step(rule, "notMet", "noCourt")
        return
    alone = False
    for track in tracks:
        if track.court is None:
            continue
        grounds = [ground for ground in run.grounds if speaks_for(ground, track.court, run.law)]
        if not grounds:
            alone = True
            run.warn(rule, "policyAlone", "places", "persons", "offences", chosen=track.court)
            run.step(rule, "notMet", "policyAlone", court=track.court)
            continue
        facts = tuple(dict.fromkeys(fact for ground in grounds for fact in ground.facts))
        codes = tuple(dict.fromkeys(ground.code for ground in grounds))
        run.step(rule, "met", "grounds", facts=facts, court=track.court, grounds=codes)
    if not alone:
        _warn_of_the_office(run)


def _warn_of_the_office(run: Reasoning) -> None:
    """The court may rest on a statute of its own where the office still rests on policy alone."""
    wording = run.policy_text.version
    by_policy = run.office_by == "policy-port-office" and wording.court == "exclusive"
    own = run.law.arrondissements.get(wording.exclusive_court or "")
    statutory = any(ground.kind_of_ground == "statute" and ground.supports.arrondissement == own for ground in run.grounds)
    if by_policy and not statutory:
        run.warn("public-order", "officePolicyAlone", "places", "persons", "offences", chosen=run.office)
