"""Which files a policy takes from their territory, and when its court is exclusive: dated data, not a branch."""

from __future__ import annotations

from routing.decision import UsedFact
from routing.reasoning import Reasoning, used


def port_office(run: Reasoning) -> None:
    rule = "policy-port-office"
    wording = run.policy_text.version
    cited = run.policy_text.citations
    facts = (used("scope", run.scope), used("portArea", run.area))
    port_crime = run.scope == "portCrime" and run.area in wording.takes_areas
    if wording.office is None or not (port_crime or (run.scope == "supporting" and wording.takes_supporting)):
        because = f"Het beleid “{run.title(run.policy)}” ({wording.title_nl}) laat dit dossier bij zijn grondgebied."
        run.step(rule, "notMet", "notTaken", because, facts, citations=cited)
        return
    run.taken_by_policy = True
    run.take_office(rule, wording.office)
    because = f"Het beleid “{run.title(run.policy)}” ({wording.title_nl}) wijst dit dossier toe aan de {run.title(wording.office)}."
    run.step(rule, "met", "taken", because, facts, citations=cited)
    if run.policy_unverified_near():
        message = (
            "De dag van het ministerieel besluit van 2018 is niet gekend; 1 juli 2018 is aangenomen. Ga na welk parket toen bevoegd was."
        )
        run.warn(rule, "decreeDayAssumed", message, "receivedOn")


def court(run: Reasoning) -> None:
    rule = "policy-court"
    wording = run.policy_text.version
    cited = run.policy_text.citations
    facts = tuple(used("grounds", ground.code) for ground in run.grounds)
    if not run.taken_by_policy or wording.court == "place":
        because = "Volgens het gevolgde beleid blijft de rechtbank die van de plaats."
        run.step(rule, "notMet", "courtOfThePlace", because, (), citations=cited)
    elif wording.court == "onGround" and not run.grounds:
        because = "Er is geen wettelijke grond voor Antwerpen opgetekend: de rechtbank blijft die van de plaats."
        run.step(rule, "notMet", "noGround", because, _missing(), citations=cited)
    else:
        run.take_court(rule, wording.exclusive_court)
        because = f"{run.title(wording.exclusive_court)}: " + (
            "volgens het beleid, met of zonder wettelijke grond"
            if wording.court == "exclusive"
            else "er is een wettelijke grond voor Antwerpen"
        )
        run.step(rule, "met", wording.court, f"{because[0].upper()}{because[1:]}.", facts, citations=cited)


def _missing() -> tuple[UsedFact, ...]:
    return (used("grounds", None),)


def public_order(run: Reasoning) -> None:
    """Warn where a court or an office rests on policy alone; a court looks at its territory of its own motion."""
    rule = "public-order"
    statutory = [ground for ground in run.grounds if ground.code != "division-of-matters"]
    by_policy = run.court_by == "policy-court" or run.office_by == "policy-port-office"
    if not run.taken_by_policy or run.policy_text.version.court != "exclusive" or not by_policy:
        run.step(rule, "notMet", "noExclusivity", "Het gewone spoor rust niet op exclusiviteit door beleid.")
    elif statutory:
        facts = tuple(fact for ground in statutory for fact in ground.facts)
        run.step(rule, "met", "grounds", facts=facts, grounds=tuple(ground.code for ground in statutory))
    else:
        what = run.title(run.court) if run.court_by == "policy-court" else run.title(run.office)
        message = (
            f"{what[0].upper()}{what[1:]} rust alleen op beleid: geen wettelijke grond is opgetekend, en bevoegdheid is van openbare orde."
        )
        run.warn(rule, "policyAlone", message, "places", "persons", "offences")
        run.step(rule, "notMet", "policyAlone", "Geen wettelijke grond opgetekend: de aanwijzing rust alleen op beleid.")
