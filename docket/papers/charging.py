"""What the requisitions and summonses share: people, and counts in the texts of the law that were in force at the facts."""

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from typing import Any

import msgspec

import routing
from docket import competence, hearings, life, minors, report_words, titles
from docket.cases import facts_of
from docket.clock import court_day
from docket.contract import Offence, Person
from docket.errors import StateForbids
from docket.papers import naming, prosecuting, wording
from docket.papers.known import Known
from docket.papers.paper import Missing
from docket.transitions import At, lower
from documents import charges, references, words
from routing import PenalText, Qualification, Qualifications, charge_articles, qualifications

#: Whom a paper is against where nobody is known.
UNKNOWN = "X"
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


def _said(text: str | None) -> str | None:
    return text if (text or "").strip() else None


def said(text: str | None, what: str, field: str) -> Iterator[Missing]:
    if _said(text) is None:
        yield Missing(what=what, link=f"#{field}")


def suspects(known: Known, only: Collection[str] | None = None) -> tuple[Person, ...]:
    """`only`: ids; None = all of the file."""
    return tuple(row for row in known.case.report.persons if row.role == "suspect" and (only is None or row.id in only))


def suspect(known: Known, row: Person) -> charges.Suspect:
    young = naming.young(row, known)
    several = (report_words.how_many(row),) if row.count != 1 else ()
    return charges.Suspect(
        id=row.id or "",
        designation=report_words.designations(known.case.report)[row.id or ""],
        name=None if young else report_words.full_name(row),
        withheld=bool(young),
        identity=(f"{young}: {_UNNAMED}",) if young else (*several, *report_words.identity(row)),
        custody=report_words.custody(row),
    )


def accused(known: Known, row: Person) -> charges.Suspect:
    """As a paper names whom it takes before an ordinary court: for what he did of age he is named as any adult."""
    if not naming.both_sides(row, known):
        return suspect(known, row)
    several = (report_words.how_many(row),) if row.count != 1 else ()
    # An age at the facts would be that at the facts that are not charged.
    return msgspec.structs.replace(
        suspect(known, row),
        name=report_words.full_name(row),
        withheld=False,
        identity=(*several, *report_words.identity(msgspec.structs.replace(row, age=None))),
    )


def chargeable(known: Known, ats: Sequence[At]) -> tuple[At, ...]:
    """Without what somebody did, or may have done, before he was of age, where other facts of his are charged; see `left_out`."""
    apart = _divided(known)
    adult = {at.pair[0] for at in ats if apart.get(at.pair[0], {}).get(at.pair[1]) == "no"}
    return tuple(at for at in ats if at.pair[0] not in adult or apart[at.pair[0]].get(at.pair[1]) == "no")


def left_out(known: Known, ats: Sequence[At]) -> str | None:
    """What no count of a paper is, and why, for its maker; None = everything of these positions may be charged."""
    kept, apart = set(chargeable(known, ats)), _divided(known)
    told = []
    for one in charged_at(known, [at for at in ats if at not in kept]):
        for at in (at for at in ats if at not in kept and at.pair[1] == one.id):
            person = at.pair[0]
            if apart[person][one.id] == "minor":
                why = "hij was toen minderjarig, en dat feit gaat naar de jeugdrechtbank"
            else:
                why = "zijn geboorte en de periode van het feit zeggen niet of hij toen meerderjarig was"
            told.append(f"Feit {one.number} wordt {person} niet ten laste gelegd: {why}.")
    return " ".join(told) or None


def _divided(known: Known) -> dict[str, dict[str, minors.Minority]]:
    """Of who has facts on both sides of his majority: each of them."""
    return {row.id or "": naming.of_each(row, known) for row in suspects(known) if naming.both_sides(row, known)}


def defendant(known: Known, row: Person) -> charges.Person:
    """Of age at what he is charged with, and known by name."""
    told = accused(known, row)
    return charges.Person(id=told.id, designation=told.designation, name=told.name, identity=told.identity, custody=told.custody)


def charged(known: Known, only: Collection[str] | None = None) -> tuple[Charged, ...]:
    """`only`: ids of offences; None = all of the file."""
    report, day = known.case.report, court_day(known.at)
    facts = facts_of(report, known.case.entered_on)
    return tuple(
        Charged(number=number, row=row, law=qualifications(offence, day, known.law, known_by=facts.received_on))
        for number, (row, offence) in enumerate(zip(report.offences, facts.offences, strict=True), start=1)
        if only is None or row.id in only
    )


def charged_at(known: Known, ats: Iterable[At]) -> tuple[Charged, ...]:
    """The counts of those positions: an offence for which nobody stands there is no count of the paper."""
    return charged(known, {at.pair[1] for at in ats})


def persons_at(ats: Iterable[At]) -> frozenset[str]:
    """Ids of the suspects of those positions; nobody is known = none."""
    return frozenset(at.pair[0] for at in ats if at.pair[0])


def choices(found: Sequence[Charged]) -> dict[str, Mapping[str, str]]:
    """The provisions of these counts that a maker may choose beside the ordinary ones, as `o1/HAV2`."""
    possible = {}
    for one in found:
        for each in one.law.provisions:
            if each.aspect in _CHOSEN and each.at_facts:
                told = f" ({each.condition_nl})" if each.condition_nl else ""
                possible[f"{one.id}/{each.provision}"] = f"feit {one.number}: {each.title_nl}{told}"
    return {"provisions": possible} if possible else {}


def unplaced(known: Known, found: Iterable[Charged]) -> Iterator[Missing]:
    """What, when and where, of each count."""
    for one in found:
        about = f"feit {one.number}"
        if one.row.offence is None:
            yield Missing(what=f"het misdrijf van {about}", link="verbeteren#feiten")
        if not (one.row.committed_from or one.row.committed_until):
            yield Missing(what=f"de periode van {about}", link="verbeteren#feiten")
        if prosecuting.place_of(known, one.row) is None:
            yield Missing(what=f"de plaats van {about}", link="verbeteren#plaatsen")


def unlisted(found: Iterable[Charged], articles: Sequence[str]) -> Iterator[Missing]:
    """The provision of each count of which the catalogue holds none in force at the facts, of a paper that pleads no aggravated form."""
    found, said = list(found), by_number(articles)
    yield from _number_faults(articles, found, "articles", "het artikel", "art. ...")
    for one in found:
        if one.row.offence is not None and not _in_force(one.law) and one.number not in said:
            what = f"de wetsbepaling van feit {one.number}: de catalogus heeft er geen voor de dag van de feiten"
            yield Missing(what=what, link="#articles")


def missing(known: Known, typed: charges.ChargesTyped, found: Sequence[Charged], *, exact: bool = True) -> Iterator[Missing]:
    """What the counts of a paper lack; `exact`: the law asks when and where (F1, F2 and F5; F3 asks one act and no more)."""
    if not found:
        yield Missing(what="een feit dat ten laste gelegd wordt", link="verbeteren#feiten")
    possible = choices(found).get("provisions", {})
    for code in typed.provisions:
        if code not in possible:
            yield Missing(what=f"een kwalificatie van een feit van dit stuk in plaats van “{code}”", link="#provisions")
    yield from _article_faults(typed, found)
    articles = by_number(typed.articles)
    for one in found:
        about = f"feit {one.number}"
        if one.row.offence is None:
            yield Missing(what=f"het misdrijf van {about}", link="verbeteren#feiten")
            continue
        if exact and not (one.row.committed_from or one.row.committed_until):
            yield Missing(what=f"de periode van {about}", link="verbeteren#feiten")
        if exact and prosecuting.place_of(known, one.row) is None:
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


def circumstances(typed: charges.ChargesTyped, found: Sequence[Charged], told: tuple[str, ...]) -> Iterator[Missing]:
    """Each with the number of its count, and one at least for each aggravated form."""
    yield from _number_faults(told, found, "circumstances", "de omstandigheid", "'s nachts")
    numbered = by_number(told)
    for one in found:
        if one.number not in numbered and any(each.aspect == "aggravated" for each in _taken(one, typed)):
            yield Missing(what=f"de verzwarende omstandigheden van de gekozen verzwaarde vorm van feit {one.number}", link="#circumstances")


def count(
    known: Known,
    one: Charged,
    typed: charges.ChargesTyped,
    part: routing.ArticleCode | None = None,
    *,
    against: tuple[str, ...] = (),
    internal: bool = True,
    circumstances: tuple[str, ...] = (),
) -> charges.Count:
    """
    `part`: how the suspect of the paper took part; None = the paper does not say. `internal`: see `line`.

    `circumstances`: those of all counts, numbered.
    """
    taken = _taken(one, typed)
    plain = [line(each, internal=internal) for each in taken if each.aspect != "aggravated"]
    return charges.Count(
        number=one.number,
        against=against,
        title=wording.title(known.law, one.row.offence) or "",
        period=words.period(one.row.committed_from, one.row.committed_until),
        place=prosecuting.place_of(known, one.row),
        part=_article(known, one, part) if part else None,
        attempt=_article(known, one, "attempt") if one.row.attempt or one.row.offence == "attemptedMurder" else None,
        qualifications=(*plain, *by_number(typed.articles).get(one.number, ())),
        aggravating=tuple(line(each, internal=internal) for each in taken if each.aspect == "aggravated"),
        circumstances=by_number(circumstances).get(one.number, ()),
        remarks=tuple(_remarks(one, taken, internal=internal)),
    )


def counts_at(
    known: Known, ats: Sequence[At], typed: charges.ChargesTyped, circumstances: tuple[str, ...] = ()
) -> tuple[charges.Count, ...]:
    """Each with whom it is against, where that is not everybody of the paper; X where nobody is known for that count alone."""
    everybody = persons_at(ats)
    found = []
    for one in charged_at(known, ats):
        its = [at.pair[0] for at in ats if at.pair[1] == one.id]
        apart = tuple(person or UNKNOWN for person in its) if everybody and set(its) != everybody else ()
        found.append(count(known, one, typed, against=apart, circumstances=circumstances))
    return tuple(found)


def counts_of(known: Known, offences: Collection[str], *, internal: bool = True) -> tuple[references.Count, ...]:
    """The counts of a paper that pleads none, with all that is in force at the facts and no aggravated form. `internal`: see `line`."""
    return tuple(
        references.Count(
            number=one.number,
            title=prosecuting.count_title(known, one.row),
            period=words.period(one.row.committed_from, one.row.committed_until),
            place=prosecuting.place_of(known, one.row),
            articles=tuple(line(each, internal=internal) for each in _in_force(one.law)),
        )
        for one in charged(known, offences)
    )


def _in_force(law: Qualifications) -> list[Qualification]:
    return [each for each in _ordinary(law) if each.at_facts]


def _ordinary(law: Qualifications) -> list[Qualification]:
    return [each for each in law.provisions if each.aspect == "basic"] or list(law.provisions)


def _taken(one: Charged, typed: charges.ChargesTyped) -> list[Qualification]:
    """The ordinary form, or the variants that the maker took instead, with the definition and what else he took."""
    chosen = {code.partition("/")[2] for code in typed.provisions if code.partition("/")[0] == one.id}
    held = [each for each in one.law.provisions if each.at_facts]
    varied = any(each.provision in chosen and each.aspect == "variant" for each in held)
    return [each for each in held if each.provision in chosen or each.aspect == "definition" or (each.aspect == "basic" and not varied)]


def _texts(one: Charged, typed: charges.ChargesTyped) -> list[PenalText]:
    return [text for each in _taken(one, typed) if each.aspect not in ("definition", "accessory") for text in each.at_facts]


def line(each: Qualification, *, internal: bool) -> str:
    """
    `bezit van drugs: art. 1 Drugwet`, with every text that was in force on a possible day of the facts.

    `internal`: with the days of each text and how sure the law data are of it; a paper for a party tells the days only where there
    are several texts, because they say which holds for which facts.
    """
    return (
        f"{each.title_nl}: {'; '.join(_text(text, days=internal or len(each.at_facts) > 1, internal=internal) for text in each.at_facts)}"
    )


def _text(text: PenalText, *, days: bool, internal: bool) -> str:
    start, end = text.in_force_from, text.in_force_until
    period = " ".join(part for part in (f"van {words.day(start)}" if start else "", f"tot {words.day(end)}" if end else "") if part)
    told = [f"tekst {period}" if days and period else "", titles.CONFIDENCES[text.confidence] if internal else ""]
    beside = "; ".join(filter(None, told))
    return f"{text.citation} ({beside})" if beside else text.citation


def _remarks(one: Charged, taken: Sequence[Qualification], *, internal: bool) -> Iterator[str]:
    if one.law.both_periods and taken:
        yield (
            f"De feiten kunnen aan beide kanten van {words.day(one.law.switch_day)} liggen, de eerste dag van het nieuwe Strafwetboek: "
            "de teksten van voor en na die dag staan hierboven."
        )
    if one.law.milder_law is not None and any(each.milder_law_open for each in taken):
        certain = f"; {titles.CONFIDENCES[one.law.milder_law.confidence]}" if internal else ""
        yield (
            "Mildere wet: de tekst bij de feiten en die van vandaag verschillen "
            f"({one.law.milder_law.article}{certain}); de rechter beslist."
        )


def _article(known: Known, one: Charged, code: routing.ArticleCode) -> str:
    """Under the code in force at the facts, under both where they may lie on either side of the switch."""
    row, switch, committed = charge_articles(known.law.requisitions, code), one.law.switch_day, one.law.committed
    before = committed.first is None or committed.first < switch
    after = committed.last is None or committed.last >= switch
    cited = "; ".join(text for text, holds in ((row.before, before), (row.after, after)) if holds)
    return f"{row.title_nl} ({cited})"


def by_number(rows: Iterable[str]) -> dict[int, tuple[str, ...]]:
    """What a maker typed by the number of the count (`3: art. ...`); a count may have several."""
    found: dict[int, tuple[str, ...]] = {}
    for row in rows:
        number, told = split(row)
        if number is not None and told:
            found[number] = (*found.get(number, ()), told)
    return found


def split(row: str) -> tuple[int | None, str]:
    """Number of the count, None where none stands before it."""
    number, separator, told = row.partition(_SEPARATOR)
    return (int(number), told.strip()) if separator and number.strip().isdecimal() else (None, row.strip())


def _article_faults(typed: charges.ChargesTyped, found: Sequence[Charged]) -> Iterator[Missing]:
    """One for each line that no count of the paper takes."""
    yield from _number_faults(typed.articles, found, "articles", "het artikel", "art. ...")
    for row in typed.articles:
        number, article = split(row)
        if article and any(one.number == number and _texts(one, typed) for one in found):
            yield Missing(
                what=f"geen eigen wetsbepaling bij feit {number} (“{row}”): de catalogus heeft de tekst; kies anders een kwalificatie",
                link="#articles",
            )


def _number_faults(rows: Iterable[str], found: Sequence[Charged], field: str, thing: str, such: str) -> Iterator[Missing]:
    """`thing`: what stands after a number; `such`: for instance."""
    numbers = [one.number for one in found]
    for row in rows:
        number, told = split(row)
        if number is None:
            first = numbers[0] if numbers else 1
            yield Missing(what=f"het nummer van het feit voor “{row}”, zoals {first}: {told or such}", link=f"#{field}")
        elif number not in numbers:
            yield Missing(what=f"een feit van dit stuk voor “{row}”: feit {number} hoort er niet bij", link=f"#{field}")
        elif not told:
            yield Missing(what=f"{thing} van feit {number} na “{row}”", link=f"#{field}")


def crimes(typed: charges.ChargesTyped, found: Sequence[Charged]) -> tuple[int, ...]:
    """Numbers of the counts whose maximum under the old code makes them a crime, so that a correctional court needs circumstances."""
    return tuple(
        one.number
        for one in found
        if any(text.correctional == "unknown" and text.penalty.prison_to is not None for text in _texts(one, typed))
    )


def maybe_crimes(typed: charges.ChargesTyped, found: Sequence[Charged]) -> tuple[int, ...]:
    """Those, and the numbers of the counts of which the catalogue does not hold how heavy they are."""
    return tuple(one.number for one in found if not (texts := _texts(one, typed)) or any(text.correctional == "unknown" for text in texts))


def mitigation(
    known: Known, told: tuple[str, ...], before_court: Sequence[int], possible: Sequence[int] | None = None
) -> Iterator[Missing]:
    """
    `before_court`: the counts that are crimes and go before the correctional court; `possible`: those that may be.

    Without `possible` an order of before told of them, and they are not weighed again.
    """
    row, day = known.law.catalogue.file.correctionalisation, court_day(known.at)
    switch = known.law.catalogue.switch_day
    if told and day >= switch:
        since = f"sinds {words.day(switch)} is er geen correctionalisering meer ({row.citation})"
        yield Missing(what=f"niets bij de verzachtende omstandigheden: {since}", link="#mitigating")
    elif told and possible is not None and not possible:
        why = "geen feit dat naar de correctionele rechtbank gaat, is een misdaad"
        yield Missing(what=f"niets bij de verzachtende omstandigheden: {why}", link="#mitigating")
    elif not told and before_court and day < switch:
        which = words.listing(f"feit {number}" for number in before_court)
        why = f"{which} is een misdaad en gaat naar de correctionele rechtbank"
        yield Missing(what=f"de verzachtende omstandigheden: {why}", link="#mitigating")


def courts(known: Known) -> dict[str, str]:
    """
    Where a judge inquires and a chamber in council sits for the tracks, also for what goes to the assizes.

    By the titles of the courts of first instance: both belong to those.
    """
    tracks = [track for track in known.stored.decision.tracks if track.track != "youth"]
    codes = dict.fromkeys(hearings.in_council(track, known.law) or track.court for track in tracks)
    return {code: wording.first_instance(known.law, code, court_day(known.at)) for code in codes if code is not None}


def assize_rule(known: Known) -> str | None:
    """What sends a crime to the assizes, in the wording that governs this file and with how sure the law data are of it."""
    row = known.law.on(known.stored.decision.received_on).rules.get("murder-assize")
    return f"{lower(row.version.citation)}; {titles.CONFIDENCES[row.version.confidence]}" if row is not None else None


def assize_court(known: Known, person_id: str) -> str | None:
    """The court of assize of his track; None = the decision names none for him."""
    tracks = life.own_tracks((person_id, ""), known.stored.decision.tracks)
    codes = [track.court for track in tracks if track.court in known.law.courts and track.track != "youth"]
    return next((code for code in codes if known.law.courts[code].level == "assize"), None)


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


def unconfirmed(known: Known, person_id: str) -> str | None:
    """Why nothing leaves on the tracks of this suspect, whatever their court; None = a ground or a magistrate answers for them."""
    decision = known.stored.decision
    waiting = competence.waiting(decision, known.confirmations, known.challenges)
    try:
        competence.require_confirmed(known.case.case_number, life.tracks_of((person_id, ""), decision.tracks), waiting)
    except StateForbids as refusal:
        return refusal.detail
    return None


def before(known: Known, person_id: str, court: str | None) -> bool:
    """Has he a track, and none of the youth court, before this court?"""
    his = life.own_tracks((person_id, ""), known.stored.decision.tracks)
    return any(track.court == court and track.track != "youth" for track in his)
