"""The decision not to prosecute: its motive is that of the register where it was entered, else chosen from the list of the day."""

from collections.abc import Mapping
from datetime import date

from docket import titles
from docket.clock import court_day
from docket.papers import charging, heads, legal, prosecuting, wording
from docket.papers.known import Known
from docket.papers.paper import Missing, Paper, Wanted
from docket.transitions import At, Pair
from documents import dismissal, words
from documents import legal as shapes
from routing import Motive, motives_on

_EVENT = "dismiss"
_DECLARED = ("injuredParty", "civilParty")


def not_offered(known: Known) -> str | None:
    if known.case.status == "joined":
        return prosecuting.JOINED
    if any(at.status == "dismissed" for at in known.everybody):
        return None
    if _open(known):
        return prosecuting.disputed(known)
    return prosecuting.not_from(known, _EVENT)


def choices(known: Known) -> Mapping[str, Mapping[str, str]]:
    motives = motives_on(known.law.dismissal, court_day(known.at))
    return {
        "motive": {code: f"{code} {one.title_nl} ({_sort(one)})" for code, one in motives.items()},
        "positions": {key: prosecuting.position_words(known, at.pair) for key, at in prosecuting.keyed(_open(known)).items()},
        "form": legal.choices(known, "dismissalForm"),
    }


def remark(known: Known) -> str | None:
    """From which text the list is, whether its days are known, and how sure the register is of it."""
    motives = motives_on(known.law.dismissal, court_day(known.at)).values()
    worded = words.listing(sorted({titles.CONFIDENCES[one.words_confidence] for one in motives}))
    numbered = words.listing(sorted({titles.CONFIDENCES[one.code_confidence] for one in motives}))
    texts = "; ".join(sorted({one.citation for one in motives}))
    undated = " De dag vanaf wanneer een motief geldt, is niet gekend." if any(one.since is None for one in motives) else ""
    return f"De motieven van vandaag ({texts}): woorden {worded}, nummers {numbered}.{undated}" if motives else None


def missing(known: Known, wanted: Wanted) -> tuple[Missing, ...]:
    typed = prosecuting.said(wanted, dismissal.DismissalTyped)
    found = [*(_chosen_faults(known, typed) if typed.motive else _entered_faults(known, typed))]
    if typed.form and typed.form not in legal.choices(known, "dismissalForm"):
        found.append(Missing(what="een bijzondere vorm die de lijst van vandaag kent", link="#form"))
    if typed.form == "probation" and not typed.conditions:
        found.append(Missing(what="de voorwaarden van de pretoriaanse probatie", link="#conditions"))
    return tuple(found)


def context(known: Known, wanted: Wanted) -> dismissal.Dismissal:
    typed, duty = prosecuting.said(wanted, dismissal.DismissalTyped), known.law.dismissal.duty
    grounds = grounds_of(known, typed)
    told = [pair for _, pairs in grounds for pair in pairs]
    return dismissal.Dismissal(
        **heads.fields(known, wanted),
        law=legal.stated(known, "dismissal", shapes.DismissalLaw),
        received_on=wording.received_on(known.case),
        duty=duty.citation if duty else "",
        duty_confidence=titles.CONFIDENCES[duty.confidence] if duty else "",
        grounds=tuple(ground for ground, _ in grounds),
        counts=charging.counts_of(known, {offence for _, offence in told}),
        form=legal.choices(known, "dismissalForm")[typed.form] if typed.form else None,
        conditions=typed.conditions,
        remaining=prosecuting.remaining(known, told),
        injured=tuple(prosecuting.designation(known, row) for row in known.case.report.persons if row.role in _DECLARED),
    )


def grounds_of(known: Known, typed: dismissal.DismissalTyped) -> tuple[tuple[dismissal.Ground, tuple[Pair, ...]], ...]:
    """Each motive with whom it is about: the chosen one, or those that were entered."""
    today = court_day(known.at)
    if typed.motive:
        motive = motives_on(known.law.dismissal, today)[typed.motive]
        pairs = tuple(at.pair for at in _targets(known, typed))
        return ((_ground(known, motive, None, typed.reason, pairs), pairs),)
    by_entry: dict[tuple[str, date, str | None], list[Pair]] = {}
    for pair, said in entered(known).items():
        by_entry.setdefault((said.motive or "", said.on, said.reason), []).append(pair)
    found = []
    for (code, on, reason), pairs in by_entry.items():
        motive = prosecuting.foreseen(motives_on(known.law.dismissal, on).get(code))
        said = "; ".join(filter(None, (reason, typed.reason))) or None
        found.append((_ground(known, motive, on, said, tuple(pairs)), tuple(pairs)))
    return tuple(found)


def entered(known: Known) -> dict[Pair, prosecuting.Entered]:
    """Whoever stands dismissed, with the entry that says by which motive."""
    said = prosecuting.entered(known, _EVENT)
    return {at.pair: said[at.pair] for at in known.everybody if at.status == "dismissed" and at.pair in said and said[at.pair].motive}


def motive_of(known: Known, said: prosecuting.Entered) -> Motive | None:
    """As the list was worded on the day of the decision."""
    return motives_on(known.law.dismissal, said.on).get(said.motive or "")


def _ground(known: Known, motive: Motive, on: date | None, reason: str | None, pairs: tuple[Pair, ...]) -> dismissal.Ground:
    return dismissal.Ground(
        code=motive.code,
        title=motive.title_nl,
        technical=motive.sort == "technical",
        words_confidence=titles.CONFIDENCES[motive.words_confidence],
        code_confidence=titles.CONFIDENCES[motive.code_confidence],
        entered_on=on,
        reason=reason,
        decided=tuple(
            dismissal.Decided(
                suspect=prosecuting.who(known, person),
                count=prosecuting.number_of(known, offence),
                title=prosecuting.offence_title(known, offence),
            )
            for person, offence in pairs
        ),
    )


def _entered_faults(known: Known, typed: dismissal.DismissalTyped) -> list[Missing]:
    if typed.positions:
        return [Missing(what="het motief voor wie u koos", link="#motive")]
    dismissed, said = [at.pair for at in known.everybody if at.status == "dismissed"], entered(known)
    if not dismissed:
        return [Missing(what=f"het motief ({legal.article(known, 'dismissalMotive')}): kies het uit de lijst van vandaag", link="#motive")]
    return [
        *(
            Missing(
                what=f"het motief van de seponering van {prosecuting.position_words(known, pair)}: geen regel van dit dossier noemt het",
                link=prosecuting.STATUS,
            )
            for pair in dismissed
            if pair not in said
        ),
        *unworded(known),
    ]


def unworded(known: Known) -> tuple[Missing, ...]:
    """Motives that were entered, and that the list of the law in force does not have on their day."""
    return tuple(
        dict.fromkeys(
            Missing(what=f"de woorden van motief {said.motive}: de lijst van {said.on:%d/%m/%Y} heeft het niet", link=prosecuting.STATUS)
            for said in entered(known).values()
            if motive_of(known, said) is None
        )
    )


def _chosen_faults(known: Known, typed: dismissal.DismissalTyped) -> list[Missing]:
    today, found = court_day(known.at), []
    if typed.motive not in motives_on(known.law.dismissal, today):
        found.append(Missing(what=f"een motief van de lijst van {today:%d/%m/%Y}: {typed.motive} staat er niet in", link="#motive"))
    if (reason := prosecuting.disputed(known)) is not None:
        found.append(Missing(what=f"een dossier waarover niets openstaat: {reason}", link="overdragen"))
    everybody, still = prosecuting.keyed(known.everybody), prosecuting.keyed(_open(known))
    for key in typed.positions:
        if key not in everybody:
            found.append(Missing(what=f"een verdachte met een feit van dit dossier: {key} is er geen", link="#positions"))
        elif key not in still:
            whom = prosecuting.position_words(known, everybody[key].pair)
            found.append(Missing(what=f"iemand die nog te seponeren is: {whom} is dat niet", link="#positions"))
    if not still:
        what = "iemand die nog te seponeren is: wie geseponeerd is, houdt het motief van het register; laat het motief leeg"
        found.append(Missing(what=what, link="#motive"))
    return found


def _targets(known: Known, typed: dismissal.DismissalTyped) -> tuple[At, ...]:
    still = prosecuting.keyed(_open(known))
    return tuple(still[key] for key in typed.positions) if typed.positions else tuple(still.values())


def _open(known: Known) -> tuple[At, ...]:
    starts = prosecuting.starts_of(_EVENT)
    return tuple(at for at in known.everybody if at.status in starts)


def _sort(motive: Motive) -> str:
    return "technisch" if motive.sort == "technical" else "opportuniteit"


PAPER = Paper(
    kind="dismissal",
    action="makeDocument",
    offered=not_offered,
    choices=choices,
    per_file=frozenset({"positions"}),
    remark=remark,
    missing=missing,
    context=context,
)
