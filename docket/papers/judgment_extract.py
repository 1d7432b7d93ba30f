"""The extract of a judgment: for the prosecutor-general at once, for the tax office and the office for seized assets once it is final."""

from collections.abc import Mapping

from docket import judgments, titles
from docket.judgments import Extract, Judgment
from docket.papers import heads, judged, legal, naming
from docket.papers.known import Known
from docket.papers.paper import Missing, Paper, Wanted
from documents import judgment_extract as paper
from documents import legal as shapes

_SHARES: Mapping[str, judged.Share] = {"prosecutorGeneral": "everything", "finance": "pecuniary", "seizedAssets": "confiscation"}
_RECIPIENTS = {
    "prosecutorGeneral": "de procureur-generaal",
    "finance": "de FOD Financiën",
    "seizedAssets": "het Centraal Orgaan voor de Inbeslagneming en de Verbeurdverklaring (COIV)",
}


def not_offered(known: Known) -> str | None:
    if not judged.standing(known):
        return "er staat geen vonnis in het register; een uittreksel is er pas na de uitspraak."
    if not any(one.extracts for one in judged.standing(known)):
        return "de wetgegevens noemen van dit vonnis geen uittreksel."
    return None


def choices(known: Known) -> Mapping[str, Mapping[str, str]]:
    of = judged.standing(known)
    return {
        "judgment": {str(one.id): judged.titled(one, known) for one in of},
        "recipient": paper.LITERALS_NL["recipient"],
        "person": {person: naming.who(person, known) for judgment in of for person in judgment.persons},
    }


def missing(known: Known, wanted: Wanted) -> tuple[Missing, ...]:
    typed, found = _typed(wanted), []
    judgment = _judgment(known, typed)
    if judgment is None:
        found.append(Missing(what="van welk vonnis het uittreksel is", link="#judgment"))
    if typed.recipient is None:
        found.append(Missing(what="voor wie het uittreksel is", link="#recipient"))
    if judgment is None or typed.recipient is None:
        return tuple(found)
    rows = [one for one in judgment.extracts if one.kind == typed.recipient]
    if not rows:
        return (Missing(what=f"een veroordeling waarvan een uittreksel gaat naar {_RECIPIENTS[typed.recipient]}", link="vonnissen"),)
    if all(one.person is None for one in rows):
        return tuple(lack for person in judgment.persons for lack in naming.unidentified(person, known))
    if typed.person is None or typed.person not in {one.person for one in rows}:
        whom = "; ".join(naming.who(one.person or "", known) for one in rows)
        return (Missing(what=f"over welke veroordeelde het uittreksel gaat: {whom}", link="#person"),)
    if not judged.is_final(judgment, typed.person, known):
        what = f"de kracht van gewijsde: dit uittreksel bestaat pas daarna ({judged.final_words(judgment, typed.person, known)})"
        return (Missing(what=what, link="vonnissen"),)
    return naming.unidentified(typed.person, known, by_more=True)


def context(known: Known, wanted: Wanted) -> paper.JudgmentExtract:
    typed, law = _typed(wanted), known.law
    judgment = _judgment(known, typed)
    if judgment is None or typed.recipient is None:
        raise LookupError("no judgment or no addressee, which `missing` names")
    row = next(one for one in law.judgments.extract if one.id == typed.recipient)
    extract = _extract(judgment, typed)
    persons = judgment.persons if extract is None or extract.person is None else (extract.person,)
    clock = next((one for one in known.clocks if extract is not None and one.id == extract.time_limit_id), None)
    unsure = f" ({titles.CONFIDENCES[row.confidence]})" if row.confidence != "sure" else ""
    return paper.JudgmentExtract(
        law=legal.stated(known, "judgment_extract", shapes.InternalLaw),
        **heads.fields(known, wanted, registry=(judgment.court, _registry(judgment, known))),
        recipient=_RECIPIENTS[typed.recipient],
        article=f"{row.citation}{unsure}",
        due_on=clock.answer.due_on if clock is not None else None,
        pronounced_on=judgment.pronounced_on,
        judgment_number=judgment.number,
        ecli=judgment.ecli,
        stage=next((law.title(f"stage/{one}") or one for one in judgment.stages), "niet gekend"),
        corrects=judgment.corrects is not None,
        judged=tuple(_judged(person, judgment, _SHARES[typed.recipient], known) for person in persons),
    )


def court(known: Known, wanted: Wanted) -> str | None:
    judgment = _judgment(known, _typed(wanted))
    return judgment.court if judgment is not None else None


def _typed(wanted: Wanted) -> paper.JudgmentExtractTyped:
    return naming.said(wanted, paper.JudgmentExtractTyped)


def _registry(judgment: Judgment, known: Known) -> str:
    level, title = judgments.level_of(judgment.court, known.law), judgments.court_title(judgment.court, known.law)
    return f"griffie van {'de' if level in ('correctional', 'youth') else 'het'} {title}"


def _judgment(known: Known, typed: paper.JudgmentExtractTyped) -> Judgment | None:
    return judged.by_id(typed.judgment, judged.standing(known))


def _extract(judgment: Judgment, typed: paper.JudgmentExtractTyped) -> Extract | None:
    return next((one for one in judgment.extracts if one.kind == typed.recipient and one.person in (None, typed.person)), None)


def _judged(person: str, judgment: Judgment, share: judged.Share, known: Known) -> paper.Judged:
    return paper.Judged(
        who=naming.who(person, known),
        identity=naming.identity(person, known),
        manner=judged.manner(judgment, person),
        decided=tuple(
            paper.Decided(
                offence=charge.title if charge is not None else f"feit {offence}, niet meer in het dossier",
                period=charge.period if charge is not None else None,
                articles=charge.articles if charge is not None else (),
                outcome=outcome,
            )
            for charge, offence, outcome in judged.outcomes(judgment, person, known)
        ),
        imposed=judged.imposed(judgment, person, known, share),
        final=judged.final_words(judgment, person, known),
    )


PAPER = Paper(
    kind="judgment_extract",
    action="sendExtract",
    offered=not_offered,
    choices=choices,
    per_file=frozenset({"judgment", "person"}),
    court=court,
    missing=missing,
    context=context,
)
