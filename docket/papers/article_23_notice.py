"""The notice of an act outside the district to the prosecution office of the municipality where it is done."""

from collections.abc import Mapping
from typing import Any

import msgspec

from docket import report_words
from docket.clock import court_day
from docket.papers import heads, legal, prosecuting, wording
from docket.papers.known import Known
from docket.papers.paper import Missing, Paper, Wanted
from docket.transitions import ENDED
from documents import article_23_notice
from documents import legal as shapes
from routing import Division, Law

#: Nobody acts in a file any more, or another office does.
_OVER = frozenset({*ENDED, "joined", "transferred"})


def not_offered(known: Known) -> str | None:
    if known.case.status == "joined":
        return prosecuting.JOINED
    if _own(known.law, known.case.holding_office) is None:
        told = legal.article(known, "actElsewhere")
        return f"dit dossier is niet bij een parket met een eigen arrondissement; {told} geldt alleen daarvoor."
    if all(at.status in _OVER for at in known.everybody):
        return f"in dit dossier worden geen handelingen meer gesteld; het staat bij: {prosecuting.standing(known)}."
    return None


def choices(known: Known) -> Mapping[str, Mapping[str, str]]:
    return article_23_notice.LITERALS_NL


def proposed(known: Known, about: str | None) -> Mapping[str, Any]:
    """The first place of the file that lies in another district."""
    own = _own(known.law, known.case.holding_office)
    for row in known.case.report.places:
        there = _division(known, row.municipality) if row.municipality else None
        if there is not None and own is not None and there.arrondissement != own.arrondissement:
            place = report_words.place(msgspec.structs.replace(row, municipality=None, nis_code=None))
            return {"municipality": row.municipality, "place": place}
    return {}


def missing(known: Known, wanted: Wanted) -> tuple[Missing, ...]:
    typed = prosecuting.said(wanted, article_23_notice.Article23NoticeTyped)
    asked = (
        (typed.act, "de handeling", "act"),
        (typed.stage, "of de handeling nog moet gebeuren of gebeurd is", "stage"),
        (typed.place, "de plaats van de handeling", "place"),
        (typed.acted_on, "de dag van de handeling", "actedOn"),
        (typed.contact, "het contact bij het parket", "contact"),
    )
    return (*prosecuting.unasked(asked), *_place_faults(known, typed), *_day_faults(known, typed))


def context(known: Known, wanted: Wanted) -> article_23_notice.Article23Notice:
    typed, law = prosecuting.said(wanted, article_23_notice.Article23NoticeTyped), known.law
    there = prosecuting.foreseen(_division(known, typed.municipality or ""))
    titles = (prosecuting.offence_title(known, row.id or "") for row in known.case.report.offences)
    return article_23_notice.Article23Notice(
        **heads.fields(known, wanted),
        law=legal.stated(known, "article_23_notice", shapes.SecretSayingLaw),
        to_office=wording.name(law, there.office),
        district=wording.arrondissement(law, there.arrondissement),
        act=typed.act or "",
        done=typed.stage == "done",
        place=typed.place or "",
        municipality=typed.municipality or "",
        acted_on=prosecuting.foreseen(typed.acted_on),
        acted_at=typed.acted_at,
        carried_out_by=typed.carried_out_by,
        contact=typed.contact or "",
        offences=tuple(dict.fromkeys(title for title in titles if title)),
    )


def _place_faults(known: Known, typed: article_23_notice.Article23NoticeTyped) -> tuple[Missing, ...]:
    if not typed.municipality:
        return (Missing(what="de gemeente waar de handeling gebeurt", link="#municipality"),)
    there, own = _division(known, typed.municipality), _own(known.law, known.case.holding_office)
    if there is None:
        what = f"een gemeente van de districtentabel: {typed.municipality} staat er op die dag niet in, of hoort bij meer dan één afdeling"
        return (Missing(what=what, link="#municipality"),)
    if own is not None and there.arrondissement == own.arrondissement:
        where = wording.arrondissement(known.law, own.arrondissement)
        what = f"een gemeente buiten het eigen arrondissement: {typed.municipality} ligt in het {where}, waar geen kennisgeving nodig is"
        return (Missing(what=what, link="#municipality"),)
    return ()


def _day_faults(known: Known, typed: article_23_notice.Article23NoticeTyped) -> tuple[Missing, ...]:
    if typed.stage == "done" and typed.acted_on is not None and typed.acted_on > court_day(known.at):
        return (Missing(what="een dag die niet na vandaag ligt: de handeling is volgens u al gebeurd", link="#actedOn"),)
    return ()


def _division(known: Known, municipality: str) -> Division | None:
    day = court_day(known.at)
    town = known.law.districts.town(None, municipality, municipality, day, day)
    return known.law.divisions.get(town.district.division) if town.district is not None else None


def _own(law: Law, office: str) -> Division | None:
    row = law.offices.get(office)
    return law.divisions.get(row.division or "") if row is not None else None


PAPER = Paper(
    kind="article_23_notice",
    action="makeDocument",
    offered=not_offered,
    choices=choices,
    proposed=proposed,
    missing=missing,
    context=context,
)
