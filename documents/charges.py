"""What the requisitions and summonses of the prosecutor share: people, counts with their qualification."""

from typing import Annotated

import msgspec
from msgspec import Meta

from documents.references import ReferencesTyped
from documents.typed import Short

#: Who is asked for it, and the court where he sits.
JudgeAsked = Annotated[
    Short | None, Meta(title="Onderzoeksrechter", description="Naam, of bijvoorbeeld: de dienstdoende onderzoeksrechter.")
]
CourtAsked = Annotated[Short | None, Meta(title="Rechtbank", description="Waar die rechter zetelt.")]


class ChargesTyped(ReferencesTyped, frozen=True, kw_only=True):
    """What the maker of a paper chooses among the texts of the law that are in force at the facts."""

    provisions: Annotated[
        tuple[str, ...],
        Meta(
            title="Andere dan de gewone kwalificatie",
            description="Verzwaarde vormen en varianten die u weerhoudt; een variant komt in de plaats van de gewone kwalificatie.",
        ),
    ] = ()
    articles: Annotated[
        tuple[str, ...],
        Meta(
            title="Wetsbepaling van wat niet in de catalogus staat",
            description="Met het nummer van het feit voorop: 3: art. ...",
        ),
    ] = ()


#: Of a summons and of a final requisition.
CircumstancesAsked = Annotated[
    tuple[str, ...],
    Meta(
        title="Verzwarende omstandigheden",
        description="Met het nummer van het feit voorop: 1: 's nachts. Nodig bij een verzwaarde vorm.",
    ),
]


class Row(msgspec.Struct, frozen=True, kw_only=True):
    """A row of a paper; None = not known."""


class Person(Row, frozen=True, kw_only=True):
    """A suspect as a paper of the prosecution names him."""

    id: str
    #: `verdachte 1`
    designation: str
    #: None = not known, or not told in this paper.
    name: str | None
    #: Birth, national number, residence, seat, occupation: a line each, as reported.
    identity: tuple[str, ...]
    #: `aangehouden (voorlopige hechtenis)`; None = not reported.
    custody: str | None


class Suspect(Person, frozen=True, kw_only=True):
    """One of those in a table, where a name that is not told reads otherwise than one that nobody knows."""

    #: He is or may be a minor, whose name stands in no paper for others.
    withheld: bool


class Count(Row, frozen=True, kw_only=True):
    """One charge: what, when, where, by which text of the law in force at the facts."""

    #: In the file.
    number: int
    #: Ids of those whom it is against, X where nobody is known; empty = everybody of the paper.
    against: tuple[str, ...] = ()
    title: str
    #: `van 26 mei 2023 tot en met 27 mei 2023`, never more exact than the report; a summons is not made without it.
    period: str | None
    place: str | None
    #: `als dader of mededader (art. 66 Sw. (1867))`; None = the paper does not say who took which part.
    part: str | None
    #: `poging (art. 51-53 Sw. (1867))`; None = completed, or not said.
    attempt: str | None
    #: Each provision with the texts that were in force at the facts; for a party without how sure the register is of them.
    qualifications: tuple[str, ...]
    #: Its aggravated forms, in the same way.
    aggravating: tuple[str, ...]
    #: Which circumstances these are, as the maker typed them for this count.
    circumstances: tuple[str, ...] = ()
    #: What the reader must know of the law: facts over both codes, the open question of the milder law.
    remarks: tuple[str, ...]


#: Of the examples: two men caught at night between the containers of a repair yard on the left bank, hours after cocaine was found there.
EXAMPLE_COUNTS = (
    Count(
        number=1,
        title="onrechtmatig binnendringen in een havenfaciliteit",
        period="van 27 november 2019 tot en met 28 november 2019",
        place="terrein van Medrepair, Waaslandhaven; haven van Antwerpen; gemeente Beveren",
        part="als dader of mededader (art. 66 Sw. (1867))",
        attempt=None,
        qualifications=(
            "onrechtmatig binnendringen in een havenfaciliteit of in een onroerend of roerend goed binnen de havengrenzen: "
            "art. 546/1 Sw. (1867) (tekst van 12 juni 2016 tot 1 september 2020; zeker)",
        ),
        aggravating=(
            "binnendringen met een verzwarende omstandigheid: art. 546/2, § 1 Sw. (1867) "
            "(tekst van 12 juni 2016 tot 1 september 2026; zeker)",
        ),
        circumstances=("de feiten werden 's nachts gepleegd, door twee personen samen",),
        remarks=(),
    ),
    Count(
        number=2,
        title="voorbereidende handelingen of uithaling",
        period="van 27 november 2019 tot en met 28 november 2019",
        place="terrein van Medrepair, Waaslandhaven; haven van Antwerpen; gemeente Beveren",
        part="als dader of mededader (art. 66 Sw. (1867))",
        attempt=None,
        qualifications=(
            "voorbereidende handelingen voor vervaardiging, verkoop, levering, verschaffing of teelt: "
            "art. 2bis, § 6 Drugwet (tekst van 20 maart 2014 tot 1 september 2026; zeker)",
        ),
        aggravating=(),
        remarks=(),
    ),
)
#: The same without what only the register tells itself.
EXAMPLE_COUNTS_FOR_PARTY = (
    msgspec.structs.replace(
        EXAMPLE_COUNTS[0],
        qualifications=(
            "onrechtmatig binnendringen in een havenfaciliteit of in een onroerend of roerend goed binnen de havengrenzen: "
            "art. 546/1 Sw. (1867)",
        ),
        aggravating=("binnendringen met een verzwarende omstandigheid: art. 546/2, § 1 Sw. (1867)",),
    ),
    msgspec.structs.replace(
        EXAMPLE_COUNTS[1],
        qualifications=("voorbereidende handelingen voor vervaardiging, verkoop, levering, verschaffing of teelt: art. 2bis, § 6 Drugwet",),
    ),
)
EXAMPLE_PERSON = Suspect(
    withheld=False,
    id="s1",
    designation="verdachte 1",
    name="[naam weggelaten in dit voorbeeld]",
    identity=(
        "rijksregisternummer [weggelaten]",
        "49 jaar op het ogenblik van de feiten",
        "woont te Duffel, België",
    ),
    custody="aangehouden (voorlopige hechtenis)",
)
EXAMPLE_DEFENDANT = Person(
    id=EXAMPLE_PERSON.id,
    designation=EXAMPLE_PERSON.designation,
    name=EXAMPLE_PERSON.name,
    identity=EXAMPLE_PERSON.identity,
    custody=EXAMPLE_PERSON.custody,
)
