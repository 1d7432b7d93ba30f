"""The extract of a judgment (uittreksel) for prosecutor-general, tax office or office for seized assets: art. 196/1 and 198 Sv."""

from datetime import date
from typing import Annotated, Literal

import msgspec
from msgspec import Meta

from documents import legal
from documents.references import References, ReferencesTyped
from documents.typed import Number, RowId

#: The rows of `extract` in judgments.toml.
Recipient = Literal["prosecutorGeneral", "finance", "seizedAssets"]
LITERALS_NL = {
    "recipient": {
        "prosecutorGeneral": "de procureur-generaal (het hele vonnis)",
        "finance": "de FOD Financiën (geldelijke veroordeling, na kracht van gewijsde)",
        "seizedAssets": "het COIV (verbeurdverklaring, na kracht van gewijsde)",
    }
}


class JudgmentExtractTyped(ReferencesTyped, frozen=True, kw_only=True):
    recipient: Annotated[Recipient | None, Meta(title="Voor wie")] = None
    person: Annotated[
        RowId | None,
        Meta(
            title="Over welke veroordeelde",
            description="Nummer in het dossier, zoals s1. Voor de FOD Financiën en het COIV is er een uittreksel per veroordeelde.",
        ),
    ] = None
    judgment: Annotated[
        Number | None,
        Meta(
            title="Vonnis",
            description="Alleen nodig waar het dossier meer dan één vonnis heeft.",
        ),
    ] = None


class Row(msgspec.Struct, frozen=True, kw_only=True):
    """A row of the extract; None = not known."""


class Decided(Row, frozen=True, kw_only=True):
    offence: str
    period: str | None
    #: In force at the facts; empty = none is held.
    articles: tuple[str, ...]
    outcome: str


class Judged(Row, frozen=True, kw_only=True):
    """One suspect of the judgment, with only what its addressee needs."""

    #: His name; a designation where he is or may be a minor, or where his name is not known.
    who: str
    #: Birth, numbers, residence: a line each.
    identity: tuple[str, ...]
    manner: str
    decided: tuple[Decided, ...]
    #: Penalties, confiscations and port bans, a line each.
    imposed: tuple[str, ...]
    #: Since when his part is final, in words.
    final: str


class JudgmentExtract(References, frozen=True, kw_only=True):
    law: legal.InternalLaw
    #: `de FOD Financiën`
    recipient: str
    #: On which the extract rests, with how sure the law data are of it where they are not.
    article: str
    #: The last day to send it; None = the law data know no term, or the term does not run yet.
    due_on: date | None
    pronounced_on: date
    judgment_number: str | None
    ecli: str | None
    #: `eerste aanleg`
    stage: str
    #: The judgment corrects an earlier one.
    corrects: bool
    judged: tuple[Judged, ...]


EXAMPLE = JudgmentExtract(
    law=legal.InternalLaw(citation="Art. 196/1 en 198 Sv.", confidence="zeker"),
    office="griffie van de correctionele rechtbank Antwerpen, afdeling Antwerpen",
    office_address=None,
    case_number="HAV-2020-000127",
    notice_numbers=(),
    system_number=None,
    judge_number=None,
    made_on=date(2020, 7, 10),
    annexes=(),
    recipient="de FOD Financiën",
    article="Art. 196/1 Sv.",
    due_on=date(2020, 7, 13),
    pronounced_on=date(2020, 6, 9),
    judgment_number="2020/2711",
    ecli=None,
    stage="eerste aanleg",
    corrects=False,
    judged=(
        Judged(
            who="[naam van de veroordeelde]",
            identity=("22 jaar op het ogenblik van de feiten",),
            manner="op tegenspraak",
            decided=(
                Decided(
                    offence="voorbereidende handelingen of uithaling (poging)",
                    period="op 20 oktober 2019",
                    articles=("art. 2bis, § 6 Drugwet",),
                    outcome="veroordeeld",
                ),
                Decided(
                    offence="onrechtmatig binnendringen in een havenfaciliteit",
                    period="op 20 oktober 2019",
                    articles=("art. 546/1 Sw. (1867)",),
                    outcome="veroordeeld",
                ),
            ),
            imposed=("geldboete: 1.000 euro", "gerechtskosten en bijdragen: 204,88 euro"),
            final="in kracht van gewijsde sinds 10 juli 2020",
        ),
    ),
)
