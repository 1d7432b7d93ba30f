"""The explanation of a decision on one page to print, in Dutch, French or English, from the data that decided."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any, ClassVar

import msgspec
from litestar import Request, Response, get
from litestar.params import FromPath

from docket.errors import NotFound
from docket.store.search import DecisionLine
from docket.web.case import TO_READ, open_case
from docket.web.handed import Deps
from docket.web.pages import Page, render
from docket.web.visit import actor_of, visit_of
from routing import Explanation, Language, Law, explain


class Headings(msgspec.Struct, frozen=True, kw_only=True):
    """What stands around the sentences, in their language."""

    name: str
    title: str
    short: str
    long: str
    warnings: str
    trace: str
    decided: str
    law: str
    engine: str


HEADINGS: Mapping[Language, Headings] = {
    "nl": Headings(
        name="Nederlands",
        title="Uitleg bij de beslissing",
        short="In het kort",
        long="Voor het dossier",
        warnings="Let op",
        trace="Elke regel die geprobeerd werd",
        decided="Beslist",
        law="Rechtsregels",
        engine="versie",
    ),
    "fr": Headings(
        name="Français",
        title="Explication de la décision",
        short="En bref",
        long="Pour le dossier",
        warnings="Attention",
        trace="Chaque règle examinée",
        decided="Décidé",
        law="Règles de droit",
        engine="version",
    ),
    "en": Headings(
        name="English",
        title="Explanation of the decision",
        short="In short",
        long="For the file",
        warnings="Note",
        trace="Every rule that was tried",
        decided="Decided",
        law="Rules of law",
        engine="version",
    ),
}


class ExplainDecisionPage(Page, frozen=True, kw_only=True):
    template: ClassVar[str] = "explain_decision.html"
    path: ClassVar[str] = "/dossiers"

    case_number: str
    seq: int
    decided_at: datetime
    law_digest: str
    engine_version: str
    language: Language
    explanation: Explanation
    #: None: the one that holds is shown.
    holds: int | None

    @property
    def title(self) -> str:
        return f"Uitleg bij {self.case_number}"

    @property
    def headings(self) -> Headings:
        return HEADINGS[self.language]

    @property
    def languages(self) -> Mapping[Language, Headings]:
        return HEADINGS


EXAMPLES = (
    ExplainDecisionPage(
        case_number="HAV-2026-000001",
        seq=1,
        decided_at=datetime.fromisoformat("2026-11-24T09:30:00+00:00"),
        law_digest="0" * 64,
        engine_version="1",
        language="fr",
        explanation=Explanation(
            short=("Le dossier relève de la criminalité portuaire.", "Responsable : procureurs portuaires du parquet d'Anvers."),
            reasons=("Importation de stupéfiants : infraction principale dans une zone portuaire.",),
            long=("Le dossier relève de la criminalité portuaire.", "Politique suivie : Stroomplan : exclusivement Anvers."),
            warnings=("La rive du port d'Anvers n'est pas connue : indiquez quai, bassin, terminal ou commune.",),
            trace=("Y a-t-il un magistrat parmi les suspects ? Non.",),
        ),
        holds=2,
    ),
)


@get("/dossiers/{case_number:str}/uitleg", opt=TO_READ)
async def show_explanation(request: Request[Any, Any, Any], deps: Deps, case_number: FromPath[str]) -> Response[Any]:
    found = await open_case(case_number, actor_of(request), deps)
    asked = request.query_params.get("beslissing")
    line = found.current if asked is None else next((one for one in found.decisions if str(one.seq) == asked), None)
    if line is None:
        raise NotFound
    page = page_of(found.case.case_number, line, found.current.seq, language_of(request.query_params.get("taal")), deps.law.law)
    return render(visit_of(request), page)


def language_of(text: str | None) -> Language:
    """Dutch where the address asks for a language in which nothing is written."""
    return next((language for language in HEADINGS if language == text), "nl")


def page_of(case_number: str, line: DecisionLine, current: int, language: Language, law: Law) -> ExplainDecisionPage:
    return ExplainDecisionPage(
        case_number=case_number,
        seq=line.seq,
        decided_at=line.decided_at,
        law_digest=line.law_digest,
        engine_version=line.engine_version,
        language=language,
        explanation=explain(line.decision, law, language),
        holds=None if line.seq == current else current,
    )
