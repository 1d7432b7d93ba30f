"""The notice of a port ban (mededeling van een havenverbod): art. 4, § 3bis Drugwet; its maker names the right to send it."""

from datetime import date
from typing import Annotated

from msgspec import Meta

from documents import legal
from documents.references import References, ReferencesTyped
from documents.typed import Line, Short


class PortBanNoticeTyped(ReferencesTyped, frozen=True, kw_only=True):
    ban: Annotated[
        Short | None,
        Meta(title="Havenverbod", description="Alleen nodig waar van deze persoon meer dan één havenverbod geldt."),
    ] = None
    recipient: Annotated[
        Line | None,
        Meta(title="Bestemmeling", description="De haven, de havenfaciliteit of de dienst die het verbod moet toepassen."),
    ] = None
    channel: Annotated[Line | None, Meta(title="Weg van verzending", description="Hoe de mededeling de bestemmeling bereikt.")] = None
    legal_base: Annotated[
        Line | None,
        Meta(
            title="Rechtsgrond van de mededeling",
            description=(
                "Het artikel dat toelaat deze persoonsgegevens aan deze bestemmeling te geven. Dit register kent er geen: "
                "zonder rechtsgrond wordt de mededeling niet gemaakt."
            ),
        ),
    ] = None
    contact: Annotated[Short | None, Meta(title="Wie vragen beantwoordt", description="Dienst en telefoon; leeg = niet vermeld.")] = None


class PortBanNotice(References, frozen=True, kw_only=True):
    law: legal.InternalLaw
    recipient: str
    channel: str
    #: As its maker named it; the register has not compared it with any text.
    legal_base: str
    contact: str | None
    #: Name of the person under the ban.
    name: str
    birth: str | None
    nationality: str | None
    #: `10 jaar`
    length: str
    #: The longest term that the law allows: `20 jaar`.
    longest: str
    #: Ports and facilities as the court named them.
    ports: str
    court: str
    pronounced_on: date
    judgment_number: str | None
    #: From this day on the ban may not be broken.
    effect_on: date
    #: First and last day of its term; None = it waits for the end of the imprisonment beside it.
    runs_from: date | None
    last_day: date | None
    #: How these days follow, in a sentence.
    start_rule: str
    #: Wording in force at the facts, and the article on the start, with how sure the law data are of them.
    articles: tuple[str, ...]


EXAMPLE = PortBanNotice(
    law=legal.InternalLaw(citation="Art. 4, § 3bis Drugwet; waarop de mededeling zelf rust, is niet gelezen", confidence="niet nagegaan"),
    office="havenprocureurs bij het parket Antwerpen",
    office_address=None,
    case_number="HAV-2023-000253",
    notice_numbers=(),
    system_number=None,
    judge_number=None,
    made_on=date(2024, 3, 11),
    annexes=(),
    recipient="de beveiligingsdienst van een containerterminal in de Waaslandhaven",
    channel="aangetekende brief aan de havenfaciliteitsveiligheidsbeambte",
    legal_base="[artikel dat de opsteller noemt]",
    contact=None,
    name="[naam van de veroordeelde]",
    birth=None,
    nationality="Nederland",
    length="10 jaar",
    longest="20 jaar",
    ports="alle havens en havenfaciliteiten van de Antwerpse haven, beide oevers",
    court="correctionele rechtbank Antwerpen, afdeling Antwerpen",
    pronounced_on=date(2024, 2, 6),
    judgment_number="2024/612",
    effect_on=date(2024, 3, 8),
    runs_from=None,
    last_day=None,
    start_rule=(
        "Kracht van gewijsde op vrijdag 8 maart 2024, het verbod heeft gevolg vanaf die dag, "
        "de termijn wacht op het einde van de gevangenisstraf."
    ),
    articles=(
        "Art. 4, § 3bis Drugwet, vervangen bij de wet van 13 oktober 2022: zeker",
        "Art. 4, § 4 Drugwet: zeker",
    ),
)
