"""The notice of a port ban to a port or terminal: once it has effect, and only where its maker names the right to tell it."""

from collections.abc import Mapping

import routing
from docket import judgments, report_words, titles
from docket.clock import court_day
from docket.decoding import last_day
from docket.judgments import Ban, Judgment
from docket.papers import heads, judged, legal, naming
from docket.papers.known import Known
from docket.papers.paper import Missing, Paper, Wanted
from documents import legal as shapes
from documents import port_ban_notice as paper
from documents import words
from routing import PortBan

_IDENTITY = "verbeteren#personen"
_Ban = tuple[Judgment, Ban, PortBan]


def not_offered(known: Known) -> str | None:
    if not judged.bans(known):
        return "geen vonnis in het register legt een havenverbod op."
    if known.law.judgments.port_ban is None:
        return "het geldend recht van dit register kent het havenverbod niet."
    if not _in_effect(known):
        return (
            "het havenverbod heeft nog geen uitwerking: het vonnis is nog niet in kracht van gewijsde, "
            "of de wet noemt voor deze straffen geen begin."
        )
    if not _running(known):
        last = max(days.last_day for *_, days in _in_effect(known) if days.last_day is not None)
        return f"het havenverbod liep tot en met {words.day(last)}; van een verbod dat ten einde is, gaat geen mededeling."
    return None


def choices(known: Known) -> Mapping[str, Mapping[str, str]]:
    return {"ban": {code: _told(one, known) for code, one in _running(known).items()}}


def _told(one: _Ban, known: Known) -> str:
    judgment, ban, days = one
    until = f", tot en met {words.day(days.last_day)}" if days.last_day is not None else ", einde nog niet gekend"
    where = f"{judged.length(ban.length, ban.unit)}, {ban.ports}"
    return f"{naming.who(ban.person, known)}: {where}{until} ({judged.titled(judgment, known)})"


def missing(known: Known, wanted: Wanted) -> tuple[Missing, ...]:
    typed, found = _typed(wanted), []
    chosen = _of(known, wanted)
    person = next((row for row in known.case.report.persons if row.id == wanted.about), None)
    if chosen is None and _of_person(known, wanted.about):
        found.append(Missing(what="welk havenverbod van deze persoon het is", link="#ban"))
    elif chosen is None:
        found.append(Missing(what="een havenverbod van deze persoon dat uitwerking heeft en niet ten einde is", link="vonnissen"))
    else:
        ban = chosen[1]
        row = known.law.judgments.port_ban
        if row is not None and routing.longer_than_law(row, ban.length, ban.unit):
            found.append(Missing(what=f"een duur die de wet toelaat: ten hoogste {_longest(known)}", link="vonnissen"))
        if not ban.ports.strip():
            found.append(Missing(what="de havens en havenfaciliteiten van het verbod", link="vonnissen"))
    minor = "de meerderjarigheid bij de feiten: van wie minderjarig is, gaat geen naam naar anderen"
    if person is not None and (asked := naming.age_asked(person, known, minor)):
        found += asked
    elif person is not None and report_words.full_name(person) is None:
        found.append(Missing(what="de naam van de veroordeelde", link=_IDENTITY))
    for name, what in (
        ("recipient", "voor wie de mededeling is"),
        ("channel", "langs welke weg ze gaat"),
        ("legalBase", "de rechtsgrond van de mededeling aan deze bestemmeling"),
    ):
        if not _said(typed, name):
            found.append(Missing(what=what, link=f"#{name}"))
    return tuple(found)


def context(known: Known, wanted: Wanted) -> paper.PortBanNotice:
    typed, law, chosen = _typed(wanted), known.law, _of(known, wanted)
    if chosen is None:
        raise LookupError("nobody has such a ban, which `missing` says")
    judgment, ban, days = chosen
    person = next(row for row in known.case.report.persons if row.id == wanted.about)
    return paper.PortBanNotice(
        law=legal.stated(known, "port_ban_notice", shapes.InternalLaw),
        **heads.fields(known, wanted),
        recipient=_said(typed, "recipient"),
        channel=_said(typed, "channel"),
        legal_base=_said(typed, "legalBase"),
        contact=typed.contact,
        name=report_words.full_name(person) or "",
        birth=words.partial_day(person.birth_date) if person.birth_date else None,
        nationality=report_words.country(person.nationality),
        length=judged.length(ban.length, ban.unit),
        longest=_longest(known),
        ports=ban.ports,
        court=judgments.court_title(judgment.court, law),
        pronounced_on=judgment.pronounced_on,
        judgment_number=judgment.number,
        effect_on=days.effect_on or court_day(known.at),
        runs_from=days.runs_from,
        last_day=days.last_day,
        start_rule=routing.sum_of(days.steps, law),
        articles=_articles(judgment, ban, days, known),
    )


def _typed(wanted: Wanted) -> paper.PortBanNoticeTyped:
    return naming.said(wanted, paper.PortBanNoticeTyped)


def _said(typed: paper.PortBanNoticeTyped, name: str) -> str:
    text = {"recipient": typed.recipient, "channel": typed.channel, "legalBase": typed.legal_base}[name]
    return (text or "").strip()


def _in_effect(known: Known) -> tuple[tuple[Judgment, Ban, PortBan], ...]:
    finalities, found = judged.finalities(known), []
    for judgment, ban in judged.bans(known):
        days = judgments.ban_of(ban, judgment, finalities, known.law)
        if days is not None and days.effect_on is not None:
            found.append((judgment, ban, days))
    return tuple(found)


def _running(known: Known) -> dict[str, _Ban]:
    """By its code on the form: those that may not be broken today, whose last day is not behind us."""
    today = court_day(known.at)
    return {
        f"{judgment.id}/{judgment.bans.index(ban) + 1}": (judgment, ban, days)
        for judgment, ban, days in _in_effect(known)
        if days.last_day is None or days.last_day >= today
    }


def _of_person(known: Known, person: str | None) -> dict[str, _Ban]:
    return {code: one for code, one in _running(known).items() if one[1].person == person}


def _of(known: Known, wanted: Wanted) -> _Ban | None:
    """The one that its maker chose; without a choice the only one."""
    his, code = _of_person(known, wanted.about), _typed(wanted).ban
    if code is not None:
        return his.get(code)
    return next(iter(his.values())) if len(his) == 1 else None


def _longest(known: Known) -> str:
    row = known.law.judgments.port_ban
    return judged.length(row.longest_count, row.longest_unit) if row is not None else "niet gekend"


def _articles(judgment: Judgment, ban: Ban, days: PortBan, known: Known) -> tuple[str, ...]:
    """The wording in force on the last day of his facts, then the articles on start and count, each with its confidence."""
    row, found = known.law.judgments.port_ban, []
    offences = {one.offence for one in judgment.outcomes if one.person == ban.person}
    facts = [one.committed_until or one.committed_from for one in known.case.report.offences if one.id in offences]
    wordings = {row.on(last_day(day)) for day in facts if day is not None and row is not None}
    for version in sorted((one for one in wordings if one is not None), key=lambda one: one.citation):
        found.append(f"{version.citation}: {titles.CONFIDENCES[version.confidence]}")
    if row is not None:
        found += [
            f"{source.citation}: {titles.CONFIDENCES[source.confidence]}"
            for source in (row.start, row.count)
            if source.citation in days.citations
        ]
    return tuple(found)


PAPER = Paper(
    kind="port_ban_notice",
    action="makeDocument",
    about="suspect",
    offered=not_offered,
    choices=choices,
    per_file=frozenset({"ban"}),
    missing=missing,
    context=context,
)
