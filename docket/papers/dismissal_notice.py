"""The notice of a dismissal to one declared injured person: the counts that are about him, with the motive of the register."""

from collections.abc import Mapping

from docket.contract import Offence, Person
from docket.papers import dismissal as decision
from docket.papers import heads, legal, letters, prosecuting
from docket.papers.known import Known
from docket.papers.paper import Missing, Paper, Wanted
from documents import dismissal_notice, words
from documents import legal as shapes


def not_offered(known: Known) -> str | None:
    if known.case.status == "joined":
        return prosecuting.JOINED
    if not any(at.status == "dismissed" for at in known.everybody):
        return f"er is geen seponering ingeschreven; dit dossier staat bij: {prosecuting.standing(known)}."
    if not any(row.role in letters.DECLARED for row in known.case.report.persons):
        return f"in het dossier staat geen benadeelde persoon en geen burgerlijke partij ({legal.article(known, 'injuredPerson')})."
    return None


def choices(known: Known) -> Mapping[str, Mapping[str, str]]:
    return {"counts": letters.titles_of(known, _dismissed(known))}


def missing(known: Known, wanted: Wanted) -> tuple[Missing, ...]:
    typed, person = prosecuting.said(wanted, dismissal_notice.DismissalNoticeTyped), _person(known, wanted)
    if person is None:
        return (Missing(what="een benadeelde persoon van dit dossier"),)
    possible = _dismissed(known)
    return (
        *letters.not_declared(known, person, "verneemt de seponering en haar reden"),
        *letters.faults(known, person, address=typed.address, representative=typed.representative, contact=typed.contact),
        *(letters.choice_faults(typed.counts, possible, "dat geseponeerd is") if possible else _without_motive(known)),
        *decision.unworded(known),
    )


def context(known: Known, wanted: Wanted) -> dismissal_notice.DismissalNotice:
    typed, person = prosecuting.said(wanted, dismissal_notice.DismissalNoticeTyped), prosecuting.foreseen(_person(known, wanted))
    return dismissal_notice.DismissalNotice(
        **heads.fields(known, wanted),
        law=legal.stated(known, "dismissal_notice", shapes.DismissalNoticeLaw),
        to=letters.addressee(known, person, typed.address or "", typed.representative),
        minor=letters.is_minor(known, person),
        dropped=tuple(dropped for _, row in letters.chosen(typed.counts, _dismissed(known)) for dropped in _dropped(known, row)),
        contact=typed.contact or "",
    )


def _dropped(known: Known, row: Offence) -> tuple[dismissal_notice.Dropped, ...]:
    """A line for each motive by which the count was dismissed."""
    of_it = [at for at in known.everybody if at.pair[1] == row.id]
    said = {pair: one for pair, one in decision.entered(known).items() if pair[1] == row.id}
    found = {(one.motive, one.on): one for one in said.values()}
    over, lines = all(at.status == "dismissed" for at in of_it), []
    for one in found.values():
        motive = prosecuting.foreseen(decision.motive_of(known, one))
        lines.append(
            dismissal_notice.Dropped(
                title=prosecuting.offence_title(known, row.id or ""),
                period=words.period(row.committed_from, row.committed_until),
                place=prosecuting.place_of(known, row, bare=True),
                whole=over and len(found) == 1,
                apart=over and len(found) > 1,
                motive=motive.title_nl,
                code=motive.code,
                technical=motive.sort == "technical",
                decided_on=one.on,
            )
        )
    return tuple(lines)


def _dismissed(known: Known) -> tuple[tuple[int, Offence], ...]:
    """The counts of which somebody was dismissed, with a motive."""
    about = {offence for _, offence in decision.entered(known)}
    return tuple((number, row) for number, row in enumerate(known.case.report.offences, start=1) if row.id in about)


def _without_motive(known: Known) -> tuple[Missing, ...]:
    what = "een seponering van een feit met haar motief: geen regel van dit dossier noemt het"
    return (Missing(what=what, link=prosecuting.STATUS),)


def _person(known: Known, wanted: Wanted) -> Person | None:
    return next((row for row in letters.injured(known) if row.id == wanted.about), None)


PAPER = Paper(
    kind="dismissal_notice",
    action="makeDocument",
    about="injured",
    offered=not_offered,
    choices=choices,
    per_file=frozenset({"counts"}),
    missing=missing,
    context=context,
)
