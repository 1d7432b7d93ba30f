"""Competence on screens: who confirmed what, which objections stand, and in which words."""

from datetime import date

import msgspec

from docket import competence, report_words, titles
from docket.access import Actor
from docket.contract import Report
from docket.identifiers import ecli_fault
from docket.store.search import CaseView
from docket.web import words
from routing import Law

#: Facts of a report that a ground may rest on, by the list they stand in.
_POINTED = {
    "places": ("text", "quay", "dock", "terminal", "municipality", "subMunicipality", "country"),
    "offences": ("offence", "committedFrom"),
    "persons": ("residence/municipality", "residence/nisCode", "registeredSeat/municipality", "registeredSeat/nisCode", "foundAt"),
}


class ConfirmationView(msgspec.Struct, frozen=True, kw_only=True):
    track: int
    court: str
    #: The ground with its article; empty = the risk was taken.
    ground: str
    facts: str
    reason: str
    #: A name for the people of one's own office, else a function code in words.
    by: str
    confirmed_on: date


class RulingView(msgspec.Struct, frozen=True, kw_only=True):
    what: str
    court: str
    ruled_on: date
    ecli: str
    #: Why the ECLI does not hold; empty = it does.
    flag: str
    remark: str
    strikes: bool


class ChallengeView(msgspec.Struct, frozen=True, kw_only=True):
    id: int
    track: int
    court: str
    court_code: str
    #: `verdachte 1 (s1)`, or the court itself.
    by: str
    ground: str
    ground_code: str
    raised_on: date
    before_court: str
    remark: str
    rulings: tuple[RulingView, ...]

    @property
    def struck(self) -> bool:
        return bool(self.rulings) and self.rulings[-1].strikes


class CompetenceView(msgspec.Struct, frozen=True, kw_only=True):
    confirmations: tuple[ConfirmationView, ...] = ()
    challenges: tuple[ChallengeView, ...] = ()


def competence_view(found: CaseView, actor: Actor, law: Law) -> CompetenceView:
    report, day = found.case.report, found.current.decision.received_on
    titles_of = words.of_law(law)
    names = {each.id: each.display_name for each in found.confirmers}
    grounds = {row.code: row for row in competence.ground_rows(law, day)}

    def ground(code: str) -> str:
        row = grounds.get(code)
        return f"{row.title} ({row.article})" if row else competence.title_of(code, law)

    return CompetenceView(
        confirmations=tuple(
            ConfirmationView(
                track=each.ordinal + 1,
                court=titles_of.seat(each.court),
                ground=ground(each.ground) if each.ground else "",
                facts=each.facts or "",
                reason=each.reason or "",
                by=(names.get(each.account_id or 0) if each.office and each.office == actor.office else None)
                or titles.who(each.confirmed_by),
                confirmed_on=each.confirmed_at.date(),
            )
            for each in found.standing
        ),
        challenges=tuple(
            ChallengeView(
                id=each.id,
                track=each.ordinal + 1,
                court=titles_of.seat(each.court),
                court_code=each.court,
                by=report_words.subject(f"persons/{each.person}", report) if each.person else "de rechter, ambtshalve",
                ground=ground(each.ground),
                ground_code=each.ground,
                raised_on=each.raised_on,
                before_court=titles_of.seat(each.before_court),
                remark=each.remark or "",
                rulings=tuple(
                    RulingView(
                        what=words.title(words.RULINGS, ruling.ruling),
                        court=titles_of.seat(ruling.court),
                        ruled_on=ruling.ruled_on,
                        ecli=ruling.ecli or "",
                        flag=(ecli_fault(ruling.ecli, ruling.ruled_on) if ruling.ecli else None) or "",
                        remark=ruling.remark or "",
                        strikes=ruling.strikes,
                    )
                    for ruling in each.rulings
                ),
            )
            for each in found.challenges
        ),
    )


def pointed_facts(report: Report, titles: words.LawTitles) -> dict[str, str]:
    """Path of each reported fact that a ground may rest on -> the fact in words."""
    found = {}
    lists = {"places": report.places, "offences": report.offences, "persons": report.persons}
    for name, fields in _POINTED.items():
        for index, row in enumerate(lists[name]):
            at = str(index) if name == "offences" else str(row.id)
            if name == "persons" and getattr(row, "role", None) != "suspect":
                continue
            for field in fields:
                path = f"{name}/{at}/{field}"
                value = report_words.reported(path, report)
                if value is not None:
                    told = words.title(titles.offences, value) if field == "offence" else report_words.fact_value(path, value)
                    found[path] = f"{report_words.fact_name(path, report)}: {told}"
    return found


def arrondissements(law: Law) -> dict[str, str]:
    """Name in the law data -> in Dutch."""
    named = {division.arrondissement for division in law.divisions.values()}
    titled = {name: (law.arrondissement(name) or name).removeprefix("arrondissement ") for name in named}
    return dict(sorted(titled.items(), key=lambda one: one[1]))
