"""The petition of appeal of the prosecution with its grievances (verzoekschrift hoger beroep, grievenformulier): art. 203 and 204 Sv."""

from datetime import date
from typing import Annotated, Literal

import msgspec
from msgspec import Meta

from documents import legal
from documents.references import References, ReferencesTyped
from documents.typed import Number, RowId, Text

#: What a judgment of this register decides, so what a grievance can be about.
GrievanceSubject = Literal["guilt", "qualification", "penalty", "confiscation", "portBan", "procedure", "other"]
SUBJECTS_NL: dict[str, str] = {
    "guilt": "de beslissing over de schuld",
    "qualification": "de kwalificatie van de feiten",
    "penalty": "de straf of de maatregel",
    "confiscation": "de verbeurdverklaring of de teruggave",
    "portBan": "het havenverbod",
    "procedure": "de rechtspleging of de ontvankelijkheid",
    "other": "een andere beslissing",
}


class AppealPetitionTyped(ReferencesTyped, frozen=True, kw_only=True):
    """The grievances: at least one, each below what it is about; a magistrate alone can say them."""

    judgment: Annotated[
        Number | None,
        Meta(
            title="Vonnis",
            description="Alleen nodig waar tegen meer dan één vonnis een termijn van het openbaar ministerie loopt.",
        ),
    ] = None
    against: Annotated[
        tuple[RowId, ...],
        Meta(
            title="Tegen welke verdachten",
            description="Hun nummers in het dossier, zoals s1; leeg = tegen iedereen over wie de termijn nog loopt.",
        ),
    ] = ()
    guilt: Annotated[Text | None, Meta(title="Grief over de schuld", description="Een vrijspraak, of een schuldigverklaring.")] = None
    qualification: Annotated[Text | None, Meta(title="Grief over de kwalificatie")] = None
    penalty: Annotated[
        Text | None,
        Meta(title="Grief over de straf", description="Ook over uitstel, opschorting of een maatregel."),
    ] = None
    confiscation: Annotated[Text | None, Meta(title="Grief over de verbeurdverklaring")] = None
    port_ban: Annotated[Text | None, Meta(title="Grief over het havenverbod", description="Ook waar het niet is opgelegd.")] = None
    procedure: Annotated[
        Text | None,
        Meta(title="Grief over de rechtspleging", description="Ook over de ontvankelijkheid en de bevoegdheid."),
    ] = None
    other: Annotated[Text | None, Meta(title="Andere grief")] = None


class Row(msgspec.Struct, frozen=True, kw_only=True):
    """A row of the petition; None = not known."""


class Decided(Row, frozen=True, kw_only=True):
    """What the judgment decided on one offence of one suspect."""

    offence: str
    period: str | None
    #: In force at the facts; empty = none is held.
    articles: tuple[str, ...]
    outcome: str


class Against(Row, frozen=True, kw_only=True):
    """One suspect whom the appeal is against."""

    #: His name; a designation where he is or may be a minor, or where his name is not known.
    who: str
    #: `op tegenspraak`, `bij verstek`
    manner: str
    decided: tuple[Decided, ...]
    #: Penalties, confiscations and port bans, a line each.
    imposed: tuple[str, ...]


class Grievance(Row, frozen=True, kw_only=True):
    number: int
    about: str
    text: str


class AppealPetition(References, frozen=True, kw_only=True):
    law: legal.InternalLaw
    #: Title of the court that judged: the petition is lodged at its registry.
    court: str
    #: Title of the court of appeal; None = the law data do not name the one above that court.
    court_of_appeal: str | None
    pronounced_on: date
    judgment_number: str | None
    ecli: str | None
    against: tuple[Against, ...]
    grievances: tuple[Grievance, ...]
    #: The last day on which declaration and grievances can be lodged.
    last_day: date
    #: The same by a stricter reading of the law; None = no other reading.
    strict_day: date | None
    #: Of the clock: `Art. 203, § 1 Sv.`
    article: str


EXAMPLE = AppealPetition(
    law=legal.InternalLaw(citation="Art. 203 en 204 Sv.", confidence="zeker"),
    office="havenprocureurs bij het parket Antwerpen",
    office_address=None,
    case_number="HAV-2020-000133",
    notice_numbers=(),
    system_number=None,
    judge_number=None,
    made_on=date(2020, 6, 16),
    annexes=(),
    court="correctionele rechtbank Antwerpen, afdeling Antwerpen",
    court_of_appeal="hof van beroep Antwerpen",
    pronounced_on=date(2020, 6, 9),
    judgment_number="2020/2716",
    ecli=None,
    against=(
        Against(
            who="verdachte 1 (s1), naam niet gekend",
            manner="op tegenspraak",
            decided=(
                Decided(
                    offence="voorbereidende handelingen of uithaling (poging)",
                    period="op 20 oktober 2019",
                    articles=("art. 2bis, § 6 Drugwet",),
                    outcome="vrijgesproken",
                ),
                Decided(
                    offence="onrechtmatig binnendringen in een havenfaciliteit",
                    period="op 20 oktober 2019",
                    articles=("art. 546/1 Sw. (1867)",),
                    outcome="veroordeeld",
                ),
            ),
            imposed=("geldboete: 1.000 euro",),
        ),
        Against(
            who="verdachte 2 (s2), naam niet gekend",
            manner="op tegenspraak",
            decided=(
                Decided(
                    offence="onrechtmatig binnendringen in een havenfaciliteit",
                    period="op 20 oktober 2019",
                    articles=("art. 546/1 Sw. (1867)",),
                    outcome="opschorting van de uitspraak",
                ),
            ),
            imposed=(),
        ),
    ),
    grievances=(
        Grievance(
            number=1,
            about=SUBJECTS_NL["guilt"],
            text=(
                "De rechtbank spreekt s1 vrij van de poging tot uithaling, terwijl hij ’s nachts tussen lege koelcontainers is betrapt "
                "met materiaal om containers te openen."
            ),
        ),
        Grievance(
            number=2,
            about=SUBJECTS_NL["penalty"],
            text="De opschorting voor s2 en de geldboete voor s1 staan niet in verhouding tot de ernst van de feiten.",
        ),
    ),
    last_day=date(2020, 7, 9),
    strict_day=None,
    article="Art. 203, § 1 Sv.; het grievenformulier binnen dezelfde termijn, art. 204 Sv.",
)
