"""What a judgment of the register decided, in the words of a paper: outcomes with the articles of the facts, and what was imposed."""

from collections.abc import Iterable
from typing import Literal

from docket import judgments
from docket.clock import court_day
from docket.judgments import DEFERRED_NL, MANNERS_NL, Ban, Finality, Judgment
from docket.papers import naming
from docket.papers.known import Known
from docket.transitions import lower
from documents import words

#: What an addressee needs of what was imposed: everything, what is to be paid, or what was confiscated.
Share = Literal["everything", "pecuniary", "confiscation"]
_UNITS = {"hour": ("uur", "uur"), "day": ("dag", "dagen"), "month": ("maand", "maanden"), "year": ("jaar", "jaar")}


def length(count: int, unit: str) -> str:
    """`10 jaar`, `1 maand`"""
    return words.counted(count, *_UNITS.get(unit, (unit, unit)))


def standing(known: Known) -> tuple[Judgment, ...]:
    """Those that no other corrects, the latest first."""
    return tuple(sorted((one for one in known.judgments if one.stands), key=lambda one: (one.pronounced_on, one.id), reverse=True))


def titled(judgment: Judgment, known: Known) -> str:
    """`correctionele rechtbank Antwerpen, afdeling Antwerpen, 9 juni 2020, nummer 2020/2711`"""
    number = f", nummer {judgment.number}" if judgment.number else ""
    return f"{judgments.court_title(judgment.court, known.law)}, {words.day(judgment.pronounced_on)}{number}"


def manner(judgment: Judgment, person: str) -> str:
    party = next((one for one in judgment.parties if (one.role, one.person) == ("suspect", person)), None)
    return MANNERS_NL[party.manner] if party is not None else "wijze niet ingeschreven"


def outcomes(judgment: Judgment, person: str, known: Known) -> tuple[tuple[naming.Charge | None, str, str], ...]:
    """Each offence of his that it decided: as the file has it, its id, and the outcome in words."""
    charges = {one.id: one for one in naming.charges(known)}
    return tuple(
        (charges.get(one.offence), one.offence, known.law.title(f"outcome/{one.outcome}") or one.outcome)
        for one in judgment.outcomes
        if one.person == person
    )


def imposed(judgment: Judgment, person: str, known: Known, share: Share = "everything") -> tuple[str, ...]:
    """Penalties, confiscations and port bans on him, a line each."""
    pecuniary = {row.id for row in known.law.judgments.penalty if row.pecuniary}
    found: list[str] = []
    for one in judgment.penalties:
        if one.person != person or share == "confiscation" or (share == "pecuniary" and one.kind not in pecuniary):
            continue
        much = words.cents(one.euro_cents) if one.euro_cents is not None else length(one.length or 0, one.unit)
        deferred = f", {DEFERRED_NL[one.deferred]}" if one.deferred != "no" else ""
        found.append(f"{known.law.title(f'penalty/{one.kind}') or one.kind}: {much}{deferred}{f' ({one.note})' if one.note else ''}")
    for one in judgment.confiscations:
        if one.person == person:
            found.append(f"verbeurdverklaring: {one.what}{f' ({words.cents(one.euro_cents)})' if one.euro_cents else ''}")
    if share == "everything":
        found += [f"havenverbod: {length(one.length, one.unit)}, {one.ports}" for one in judgment.bans if one.person == person]
    return tuple(found)


def finalities(known: Known) -> tuple[Finality, ...]:
    return judgments.finalities_of(known.everybody, known.judgments, known.clocks, known.law, court_day(known.at))


def finals_of(judgment: Judgment, person: str, known: Known) -> tuple[Finality, ...]:
    return tuple(one for one in finalities(known) if one.pair[0] == person and one.judgment_id == judgment.id)


def final_words(judgment: Judgment, person: str, known: Known) -> str:
    own = finals_of(judgment, person, known)
    days = [one.final_on for one in own if one.final_on is not None]
    if own and len(days) == len(own):
        row = known.law.judgments.late_opposition
        left = row is not None and any(one.late_opposition is not None for one in own)
        late = f"; niet aan de persoon betekend, zodat verzet nog kan komen ({lower(row.citation)})" if row is not None and left else ""
        return f"in kracht van gewijsde sinds {words.day(max(days))}{late}"
    still = [judgments.still_nl(each, known.case.report) for one in own for each in one.still]
    return f"nog niet in kracht van gewijsde{': ' if still else ''}{'; '.join(dict.fromkeys(still))}"


def is_final(judgment: Judgment, person: str, known: Known) -> bool:
    own = finals_of(judgment, person, known)
    return bool(own) and all(one.final_on is not None for one in own)


def bans(known: Known) -> tuple[tuple[Judgment, Ban], ...]:
    """Port bans of judgments that stand, the latest first."""
    return tuple((judgment, ban) for judgment in standing(known) for ban in judgment.bans)


def by_id(judgment_id: int | None, among: Iterable[Judgment]) -> Judgment | None:
    """The one that is meant; without a number the only one."""
    found = tuple(among)
    if judgment_id is None:
        return found[0] if len(found) == 1 else None
    return next((one for one in found if one.id == judgment_id), None)
