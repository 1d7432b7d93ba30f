"""The notice to the office for seized assets (COIV-melding) of a decision under art. 28octies Sv., with the recourse of those concerned."""

from datetime import date
from typing import Annotated, Literal

import msgspec
from msgspec import Meta

from documents import legal
from documents.references import References, ReferencesTyped
from documents.typed import Line, RowId, Short, Text

CoivDecision = Literal["alienation", "restitution", "conservation"]


class CoivNoticeTyped(ReferencesTyped, frozen=True, kw_only=True):
    items: Annotated[
        tuple[RowId, ...],
        Meta(
            title="Welke voorwerpen",
            description="Hun nummers in het dossier, zoals g2: alleen die waarover deze beslissing genomen is.",
        ),
    ] = ()
    decision: Annotated[CoivDecision | None, Meta(title="Beslissing")] = None
    decided_by: Annotated[Short | None, Meta(title="Beslist door", description="Hoedanigheid van de magistraat, zonder naam.")] = None
    decided_on: Annotated[date | None, Meta(title="Beslist op")] = None
    reason: Annotated[Text | None, Meta(title="Reden van de beslissing")] = None
    value_eur: Annotated[
        Annotated[int, Meta(ge=0)] | None,
        Meta(
            title="Waarde in euro",
            description="Van alles samen, in hele euro; leeg waar het register elk bedrag al kent, zoals bij contant geld.",
        ),
    ] = None
    value_basis: Annotated[Line | None, Meta(title="Waarop de waarde steunt", description="Wie schatte, en wanneer.")] = None
    persons: Annotated[
        tuple[RowId, ...],
        Meta(title="Wie in kennis is gesteld", description="Nummers in het dossier, zoals s1; de beslagene en wie een recht doet gelden."),
    ] = ()
    notified_on: Annotated[date | None, Meta(title="In kennis gesteld op", description="Van die dag af loopt het beroep.")] = None
    article_text: Annotated[
        Annotated[str, Meta(max_length=12000)] | None,
        Meta(
            title="Tekst van het artikel",
            description=(
                "De tekst van het artikel waarop de melding rust, zoals hij geldt; de kennisgeving bevat hem. "
                "Dit register houdt geen wetteksten: "
                "neem hem over uit Justel."
            ),
        ),
    ] = None


class Row(msgspec.Struct, frozen=True, kw_only=True):
    """A row of the notice; None = not known."""


class Asset(Row, frozen=True, kw_only=True):
    number: str
    what: str
    #: Of this asset alone, in words.
    value: str | None
    kept_at: str | None


class Notified(Row, frozen=True, kw_only=True):
    who: str
    #: The last day of his recourse, longer when he lives abroad.
    last_day: date
    #: `15 dagen`, `15 dagen en 15 dagen omdat hij in het buitenland woont`
    term: str


class CoivNotice(References, frozen=True, kw_only=True):
    law: legal.InternalLaw
    assets: tuple[Asset, ...]
    #: Of all together, with what it rests on.
    value: str
    decision: str
    decided_by: str
    decided_on: date
    reason: str
    notified_on: date
    notified: tuple[Notified, ...]
    article_text: str


EXAMPLE = CoivNotice(
    law=legal.InternalLaw(citation="Art. 28octies Sv.", confidence="zeker"),
    office="havenprocureurs bij het parket Antwerpen",
    office_address=None,
    case_number="HAV-2025-000241",
    notice_numbers=(),
    system_number=None,
    judge_number=None,
    made_on=date(2025, 6, 30),
    annexes=(),
    assets=(
        Asset(number="g1", what="contant geld: 750.000 euro", value="750.000 euro", kept_at=None),
        Asset(number="g2", what="voertuig: enkele Porsches, oldtimer, Mercedes, BMW, drie Ducati's", value=None, kept_at=None),
    ),
    value="1.240.000 euro (schatting door een gerechtelijk deskundige, 26 juni 2025; het contant geld volgens het proces-verbaal)",
    decision="vervreemding",
    decided_by="procureur des Konings",
    decided_on=date(2025, 6, 27),
    reason="De voertuigen verliezen waarde en hun bewaring kost elke dag geld.",
    notified_on=date(2025, 6, 30),
    notified=(
        Notified(who="verdachte 1 (s1), 7 personen", last_day=date(2025, 7, 15), term="15 dagen"),
        Notified(
            who="verdachte 2 (s2), 4 personen",
            last_day=date(2025, 7, 30),
            term="15 dagen, en 15 dagen meer omdat hij in het buitenland woont",
        ),
    ),
    article_text="[tekst van het artikel zoals hij geldt, overgenomen door de opsteller]",
)
