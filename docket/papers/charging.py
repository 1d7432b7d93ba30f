"""What the requisitions and summonses share: their head, people, and counts in the texts of the law that were in force at the facts."""

from collections.abc import Collection, Iterator, Mapping, Sequence
from typing import Any

import msgspec

import routing
from docket import competence, report_words, titles
from docket.cases import CaseStatus, facts_of
from docket.clock import court_day
from docket.contract import Offence, Person
from docket.errors import StateForbids
from docket.papers import naming, wording
from docket.papers.known import Known
from docket.papers.paper import Missing
from docket.transitions import TITLES, Paper
from documents import charges, words
from routing import PenalText, Qualification, Qualifications, charge_articles, qualifications

#: Of a minor, in a paper that others read.
_UNNAMED = "naam en identiteit staan niet in dit stuk"
#: A text of the law that a maker typed: the number of the offence, then the article.
_SEPARATOR = ":"
#: Which form of its offence a provision is, beside the ordinary one and its definition.
_CHOSEN = frozenset({"variant", "aggravated", "accessory"})


class Charged(msgspec.Struct, frozen=True, kw_only=True):
    """An offence of the file with the law behind it."""

    number: int
    row: Offence
    law: Qualifications

    @property
    def id(self) -> str:
        return self.row.id or ""


class Happened(msgspec.Struct, frozen=True, kw_only=True):
    """An event of the life of the file that stands in its docket and was not struck."""

    #: A code of docket.transitions.EVENTS.
    event: str
    #: Suspects whom it moved; "" = none is known.
    persons: frozenset[str]
    paper: Paper | None


def happened(known: Known) -> tuple[Happened, ...]:
    """Oldest first."""
    struck = {line.content["struck"] for line in known.lines if line.kind == "EntryStruck" and line.content}
    found = []
    for line in known.lines:
        if line.kind == "EntryStruck" or line.seq in struck or not line.content:
            continue
        paper, by_event = line.content.get("paper"), dict[str, set[str]]()
        for move in line.content.get("moves") or ():
            by_event.setdefault(move["event"], set()).add(move["person"])
        found += [
            Happened(event=event, persons=frozenset(persons), paper=msgspec.convert(paper, Paper) if paper else None)
            for event, persons in by_event.items()
        ]
    return tuple(found)


def happened_to(known: Known, event: str) -> frozenset[str]:
    """Suspects whom an event moved."""
    return frozenset(person for one in happened(known) if one.event == event for person in one.persons)


def head(known: Known, typed: charges.HeadTyped) -> dict[str, Any]:
    """The fields of charges.Headed."""
    report = known.case.report
    return {
        "office": wording.name(known.law, known.case.holding_office),
        "office_address": _said(typed.office_address),
        "case_number": known.case.case_number,
        "notice_numbers": report_words.notice_numbers(report),
        "system_number": _said(typed.system_number),
        "judge_number": _said(typed.judge_number),
        "made_on": court_day(known.at),
        "annexes": typed.annexes,
    }


def _said(text: str | None) -> str | None:
    return text if (text or "").strip() else None


def said(text: str | None, what: str, field: str) -> Iterator[Missing]:
    if _said(text) is None:
        yield Missing(what=what, link=f"#{field}")


def standing(known: Known, allowed: Collection[CaseStatus], paper: str) -> str | None:
    """Why a paper does not exist where the file stands; None = somebody stands where it does."""
    stands = {at.status for at in known.everybody}
    if stands & set(allowed):
        return None
    return f"{paper} is er alleen in de stand {_listed(allowed)}; dit dossier staat op {_listed(stands) or 'geen stand'}."


def _listed(statuses: Collection[str]) -> str:
    return words.listing(f"“{TITLES[status]}”" for status in TITLES if status in statuses)


def everybody(known: Known) -> frozenset[str]:
    """Ids of those who stand somewhere in the file; "" = nobody is known."""
    return frozenset(at.pair[0] for at in known.everybody)


def stands(known: Known, person_id: str, allowed: Collection[CaseStatus]) -> Iterator[Missing]:
    """Where this suspect should stand for a paper about him."""
    his = {at.status for at in known.everybody if at.pair[0] == person_id}
    if not his & set(allowed):
        where = _listed(his) or "geen stand"
        yield Missing(what=f"een verdachte in de stand {_listed(allowed)}: {person_id} staat op {where}", link="stand")


def all_unconfirmed(known: Known, where: Collection[CaseStatus]) -> str | None:
    """Why nobody can be called: every track of whoever stands there waits for a magistrate."""
    there = [at for at in known.everybody if at.status in where]
    if not there or not all(at.to_confirm for at in there):
        return None
    address = competence.address(known.case.case_number)
    return f"de bevoegdheid van de rechtbank is te bevestigen door een magistraat voor er iets vertrekt: {address}"


def suspects(known: Known, only: Collection[str] | None = None) -> tuple[Person, ...]:
    """`only`: ids; None = all of the file."""
    return tuple(row for row in known.case.report.persons if row.role == "suspect" and (only is None or row.id in only))


def person(known: Known, row: Person) -> charges.Person:
    young = naming.young(row, known)
    several = (report_words.how_many(row),) if row.count != 1 else ()
    return charges.Person(
        id=row.id or "",
        designation=report_words.designations(known.case.report)[row.id or ""],
        name=None if young else report_words.full_name(row),
        identity=(f"{young}: {_UNNAMED}",) if young else (*several, *report_words.identity(row)),
        custody=report_words.custody(row),
    )


def charged(known: Known, about: str | None = None) -> tuple[Charged, ...]:
    """The offences of the file, or those of one suspect."""
    report, day = known.case.report, court_day(known.at)
    facts = facts_of(report, known.case.entered_on)
    return tuple(
        Charged(number=number, row=row, law=qualifications(offence, day, known.law, known_by=facts.received_on))
        for number, (row, offence) in enumerate(zip(report.offences, facts.offences, strict=True), start=1)
        if about is None or row.persons is None or about in row.persons
    )


def choices(known: Known) -> dict[str, Mapping[str, str]]:
    """The provisions that a maker may choose beside the ordinary ones, as `o1/HAV2`."""
    found = {}
    for one in charged(known):
        for each in one.law.provisions:
            if each.aspect in _CHOSEN and each.at_facts:
                told = f" ({each.condition_nl})" if each.condition_nl else ""
                found[f"{one.id}/{each.provision}"] = f"feit {one.number}: {each.title_nl}{told}"
    return {"provisions": found} if found else {}


def missing(known: Known, typed: charges.ChargesTyped, found: Sequence[Charged], *, exact: bool = True) -> Iterator[Missing]:
    """What the counts of a paper lack; `exact`: when and where must be known, as of whoever is called to answer for them."""
    if not found:
        yield Missing(what="een feit dat ten laste gelegd wordt", link="verbeteren#feiten")
    possible = choices(known).get("provisions", {})
    for code in typed.provisions:
        if code not in possible:
            yield Missing(what=f"een kwalificatie van dit dossier in plaats van “{code}”", link="#provisions")
    articles = _typed_articles(typed)
    for one in found:
        about = f"feit {one.number}"
        if one.row.offence is None:
            yield Missing(what=f"het misdrijf van {about}", link="verbeteren#feiten")
            continue
        if exact and not (one.row.committed_from or one.row.committed_until):
            yield Missing(what=f"de periode van {about}", link="verbeteren#feiten")
        if exact and _where(known, one.row) is None:
            yield Missing(what=f"de plaats van {about}", link="verbeteren#plaatsen")
        if not _texts(one, typed) and one.number not in articles:
            yield Missing(what=_why_no_text(one), link="#articles" if not possible_for(one, possible) else "#provisions")


def possible_for(one: Charged, possible: Mapping[str, str]) -> bool:
    return any(code.startswith(f"{one.id}/") for code in possible)


def _why_no_text(one: Charged) -> str:
    later = next((each for each in one.law.provisions if each.aspect == "basic" and each.standing == "notYetAnOffence"), None)
    if later is not None and later.offence_since is not None:
        return f"de wetsbepaling van feit {one.number}: {later.title_nl} is pas strafbaar vanaf {words.day(later.offence_since)}"
    return f"de wetsbepaling van feit {one.number}: kies een kwalificatie, of schrijf het artikel"


def needs_circumstances(typed: charges.ChargesTyped, found: Sequence[Charged]) -> bool:
    return any(each.aspect == "aggravated" for one in found for each in _taken(one, typed))


def circumstances(typed: charges.ChargesTyped, found: Sequence[Charged], told: tuple[str, ...]) -> Iterator[Missing]:
    if needs_circumstances(typed, found) and not told:
        yield Missing(what="de verzwarende omstandigheden van de gekozen verzwaarde vorm", link="#circumstances")


def count(known: Known, one: Charged, typed: charges.ChargesTyped, part: routing.ArticleCode | None = None) -> charges.Count:
    """`part`: how the suspect of the paper took part; None = the paper does not say."""
    taken = _taken(one, typed)
    typed_article = _typed_articles(typed).get(one.number)
    plain = [_line(each) for each in taken if each.aspect != "aggravated"]
    return charges.Count(
        number=one.number,
        title=wording.title(known.law, one.row.offence) or "",
        period=words.period(one.row.committed_from, one.row.committed_until),
        place=_where(known, one.row),
        part=_article(known, one, part) if part else None,
        attempt=_article(known, one, "attempt") if one.row.attempt or one.row.offence == "attemptedMurder" else None,
        qualifications=(*plain, *((typed_article,) if typed_article else ())),
        aggravating=tuple(_line(each) for each in taken if each.aspect == "aggravated"),
        remarks=tuple(_remarks(one, taken)),
    )


def _taken(one: Charged, typed: charges.ChargesTyped) -> list[Qualification]:
    """The ordinary form, or the variants that the maker took instead, with the definition and what else he took."""
    chosen = {code.partition("/")[2] for code in typed.provisions if code.partition("/")[0] == one.id}
    held = [each for each in one.law.provisions if each.at_facts]
    varied = any(each.provision in chosen and each.aspect == "variant" for each in held)
    return [each for each in held if each.provision in chosen or each.aspect == "definition" or (each.aspect == "basic" and not varied)]


def _texts(one: Charged, typed: charges.ChargesTyped) -> list[PenalText]:
    return [text for each in _taken(one, typed) if each.aspect not in ("definition", "accessory") for text in each.at_facts]


def _line(each: Qualification) -> str:
    return f"{each.title_nl}: {'; '.join(_text(text) for text in each.at_facts)}"


def _text(text: PenalText) -> str:
    start, end = text.in_force_from, text.in_force_until
    period = " ".join(part for part in (f"van {words.day(start)}" if start else "", f"tot {words.day(end)}" if end else "") if part)
    return f"{text.citation} ({f'tekst {period}; ' if period else ''}{titles.CONFIDENCES[text.confidence]})"


def _remarks(one: Charged, taken: Sequence[Qualification]) -> Iterator[str]:
    if one.law.both_periods and taken:
        yield (
            f"De feiten kunnen aan beide kanten van {words.day(one.law.switch_day)} liggen, de eerste dag van het nieuwe Strafwetboek: "
            "de teksten van voor en na die dag staan hierboven."
        )
    if one.law.milder_law is not None and any(each.milder_law_open for each in taken):
        yield (
            "Mildere wet: de tekst bij de feiten en die van vandaag verschillen "
            f"({one.law.milder_law.article}; {titles.CONFIDENCES[one.law.milder_law.confidence]}); de rechter beslist."
        )


def _article(known: Known, one: Charged, code: routing.ArticleCode) -> str:
    """Under the code in force at the facts, under both where they may lie on either side of the switch."""
    row, switch, committed = charge_articles(known.law.requisitions, code), one.law.switch_day, one.law.committed
    before = committed.first is None or committed.first < switch
    after = committed.last is None or committed.last >= switch
    cited = "; ".join(text for text, holds in ((row.before, before), (row.after, after)) if holds)
    return f"{row.title_nl} ({cited})"


def _where(known: Known, row: Offence) -> str | None:
    return next((report_words.place(place) for place in known.case.report.places if place.id == row.place), None) if row.place else None


def _typed_articles(typed: charges.ChargesTyped) -> dict[int, str]:
    found = {}
    for line in typed.articles:
        number, _, article = line.partition(_SEPARATOR)
        if number.strip().isdecimal() and article.strip():
            found[int(number)] = article.strip()
    return found


def crimes(typed: charges.ChargesTyped, found: Sequence[Charged]) -> tuple[int, ...]:
    """Numbers of the counts whose maximum under the old code makes them a crime, so that a correctional court needs circumstances."""
    return tuple(
        one.number
        for one in found
        if any(text.correctional == "unknown" and text.penalty.prison_to is not None for text in _texts(one, typed))
    )


def mitigation(known: Known, told: tuple[str, ...], before_court: Sequence[int]) -> Iterator[Missing]:
    """`before_court`: the counts that are crimes and go before the correctional court."""
    row, day = known.law.catalogue.file.correctionalisation, court_day(known.at)
    switch = known.law.catalogue.switch_day
    if told and day >= switch:
        since = f"sinds {words.day(switch)} is er geen correctionalisering meer ({row.citation})"
        yield Missing(what=f"niets bij de verzachtende omstandigheden: {since}", link="#mitigating")
    elif not told and before_court and day < switch:
        which = words.listing(f"feit {number}" for number in before_court)
        why = f"{which} is een misdaad en gaat naar de correctionele rechtbank"
        yield Missing(what=f"de verzachtende omstandigheden: {why}", link="#mitigating")


def courts(known: Known) -> dict[str, str]:
    """The courts of the tracks, with their titles."""
    codes = dict.fromkeys(track.court for track in known.stored.decision.tracks if track.court is not None and track.track != "youth")
    return {code: wording.name(known.law, code) for code in codes}


def court_asked(known: Known, code: str | None) -> Iterator[Missing]:
    found = courts(known)
    if not found:
        yield Missing(what="de rechtbank waar de onderzoeksrechter zetelt: de beslissing wijst er geen aan", link="")
    elif code not in found:
        yield Missing(what="de rechtbank waar de onderzoeksrechter zetelt", link="#court")


def only_court(known: Known) -> dict[str, Any]:
    """Proposed where there is one."""
    found = list(courts(known))
    return {"court": found[0]} if len(found) == 1 else {}


def unconfirmed(known: Known, person_id: str, court: str | None = None) -> str | None:
    """Why nothing leaves on the tracks of this suspect; None = a ground or a magistrate answers for them."""
    decision = known.stored.decision
    waiting = competence.waiting(decision, known.confirmations, known.challenges)
    his = [
        ordinal
        for ordinal, track in enumerate(decision.tracks)
        if (person_id in track.persons or not track.persons) and (court is None or track.court == court)
    ]
    try:
        competence.require_confirmed(known.case.case_number, his, waiting)
    except StateForbids as refusal:
        return refusal.detail
    return None
