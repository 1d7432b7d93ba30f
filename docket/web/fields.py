"""The registration form as data: sections, rows and fields in the order of the screen, each named as in the contract."""

from collections.abc import Mapping
from typing import Literal

import msgspec

from docket import titles
from docket.identifiers import Kind as IdentifierKind
from docket.web import words

FieldKind = Literal[
    "text", "lines", "code", "offence", "yesNo", "partialDate", "partialInstant", "whole", "decimal", "place", "people", "country", "row"
]
#: wide = the whole line, narrow = half a column
Width = Literal["normal", "wide", "narrow"]


class Field(msgspec.Struct, frozen=True, kw_only=True):
    #: JSON pointer below its row or below the report, without the first slash.
    name: str
    label: str
    kind: FieldKind = "text"
    hint: str = ""
    titles: Mapping[str, str] = {}
    width: Width = "normal"
    identifier: IdentifierKind | None = None
    required: bool = False
    #: Shown only after "Meer gegevens" unless it holds something.
    rare: bool = False
    #: What a new row starts with; the clerk sees it and may change it.
    initial: str = ""


class Rows(msgspec.Struct, frozen=True, kw_only=True):
    """A list of the contract: its rows are added and removed by buttons."""

    name: str
    #: One row of it, as in "Plaats 2".
    singular: str
    add: str
    fields: tuple[Field, ...]
    #: Letter of the ids given to new rows; None = its rows have no id in the contract.
    id_letter: str | None = None
    #: A list of plain texts: one field with an empty name.
    plain: bool = False
    hint: str = ""


class Section(msgspec.Struct, frozen=True, kw_only=True):
    code: str
    title: str
    hint: str = ""
    fields: tuple[Field, ...] = ()
    rows: tuple[Rows, ...] = ()


DATE_HINT = "dd/mm/jjjj, mm/jjjj of jjjj"
_RESIDENCE = (
    ("country", "land", "country", "Landcode van twee letters, bv. BE of NL"),
    ("municipality", "gemeente", "text", ""),
    ("nisCode", "NIS-code", "text", ""),
)


def _address(prefix: str, what: str, rare: bool) -> tuple[Field, ...]:
    return tuple(
        Field(name=f"{prefix}/{name}", label=f"{what}: {label}", kind=kind, hint=hint, rare=rare or name == "nisCode")  # type: ignore[arg-type]
        for name, label, kind, hint in _RESIDENCE
    )


PLACES = Rows(
    name="places",
    singular="Plaats",
    add="Plaats toevoegen",
    id_letter="p",
    fields=(
        Field(name="role", label="Wat gebeurde hier", kind="code", titles=words.PLACE_ROLES),
        Field(name="port", label="Haven", kind="code", titles=words.PORTS, hint="Alleen als het verslag de haven noemt"),
        Field(name="quay", label="Kaainummer", width="narrow"),
        Field(name="dock", label="Dok of sluis"),
        Field(name="terminal", label="Terminal of firma"),
        Field(name="municipality", label="Gemeente"),
        Field(name="text", label="In de woorden van het verslag", width="wide"),
        Field(name="subMunicipality", label="Deelgemeente", rare=True),
        Field(name="nisCode", label="NIS-code", rare=True, width="narrow"),
        Field(name="country", label="Land", kind="country", hint="Twee letters, bv. BE", rare=True, width="narrow"),
        Field(name="latitude", label="Breedtegraad", kind="decimal", hint="Bv. 51,2871", rare=True, width="narrow"),
        Field(name="longitude", label="Lengtegraad", kind="decimal", hint="Bv. 4,2663", rare=True, width="narrow"),
    ),
)
OFFENCES = Rows(
    name="offences",
    singular="Feit",
    add="Feit toevoegen",
    id_letter="o",
    fields=(
        Field(name="offence", label="Feit", kind="offence"),
        Field(name="committedFrom", label="Gepleegd op of vanaf", kind="partialDate", hint=DATE_HINT),
        Field(name="committedUntil", label="Tot en met", kind="partialDate", hint="Leeg: binnen de dag, de maand of het jaar hiervoor"),
        Field(name="place", label="Plaats van dit feit", kind="place"),
        Field(name="portLink", label="Verband met drugs in de haven", kind="code", titles=words.PORT_LINKS),
        Field(name="attempt", label="Poging", kind="yesNo", width="narrow"),
        Field(name="persons", label="Verdachten van dit feit", kind="people", width="wide"),
        Field(name="note", label="Opmerking", kind="lines", width="wide", rare=True),
    ),
)
PERSONS = Rows(
    name="persons",
    singular="Persoon",
    add="Persoon toevoegen",
    id_letter="s",
    hint="Niet gekende personen: een rij met hun aantal volstaat. Later kunt u ze splitsen.",
    fields=(
        Field(name="role", label="Hoedanigheid in het dossier", kind="code", titles=words.PERSON_ROLES, initial="suspect"),
        Field(name="count", label="Aantal personen", kind="whole", hint="Leeg: meerdere, aantal niet gekend", width="narrow", initial="1"),
        Field(name="familyName", label="Familienaam"),
        Field(name="givenNames", label="Voornamen"),
        Field(name="minor", label="Minderjarig bij de feiten", kind="yesNo", width="narrow"),
        Field(name="birthDate", label="Geboortedatum", kind="partialDate", hint=DATE_HINT),
        Field(name="age", label="Leeftijd bij de feiten", kind="whole", hint="In jaren", width="narrow"),
        Field(name="nationality", label="Nationaliteit", kind="country", hint="Twee letters, bv. NL", width="narrow"),
        *_address("residence", "Woonplaats", rare=False),
        Field(name="custody", label="Vrijheid", kind="code", titles=words.CUSTODIES),
        Field(name="foundAt", label="Aangetroffen op", kind="place"),
        Field(name="kind", label="Soort persoon", kind="code", titles=words.PERSON_KINDS, rare=True),
        Field(name="ssin", label="Rijksregister- of bisnummer", identifier="ssin", rare=True),
        Field(name="enterpriseNumber", label="Ondernemingsnummer", identifier="enterpriseNumber", rare=True),
        *_address("registeredSeat", "Zetel", rare=True),
        Field(name="occupation", label="Beroep", rare=True),
        Field(name="portWorker", label="Werkt in de haven", kind="yesNo", rare=True, width="narrow"),
        Field(name="capacity", label="Bijzondere hoedanigheid", kind="code", titles=words.CAPACITIES, rare=True),
        Field(
            name="arrestedAt",
            label="Vrijheidsberoving op",
            kind="partialInstant",
            hint="dd/mm/jjjj uu:mm; zonder uur: dd/mm/jjjj, mm/jjjj of jjjj",
            rare=True,
        ),
        Field(name="handedOverTo", label="Overgedragen aan", kind="code", titles=words.HANDED_OVER_TO, rare=True),
        Field(name="note", label="Opmerking", kind="lines", width="wide", rare=True),
    ),
)
SEIZURES = Rows(
    name="seizures",
    singular="Inbeslagneming",
    add="Inbeslagneming toevoegen",
    id_letter="g",
    fields=(
        Field(name="kind", label="Soort", kind="code", titles=words.SEIZURE_KINDS),
        Field(name="substance", label="Stof", titles=titles.SUBSTANCES, hint="Bv. cocaine zoals in het verslag"),
        Field(name="netWeightKg", label="Nettogewicht in kg", kind="decimal", hint="Bv. 772 of 3,5", width="narrow"),
        Field(name="approximate", label="Benaderend", kind="yesNo", width="narrow"),
        Field(name="quantity", label="Hoeveelheid", kind="decimal", width="narrow"),
        Field(name="unit", label="Eenheid", hint="Bv. stuks, paletten", width="narrow"),
        Field(name="amountEur", label="Bedrag in euro", kind="decimal", width="narrow"),
        Field(name="containerNumber", label="Containernummer", identifier="containerNumber"),
        Field(name="place", label="Plaats", kind="place"),
        Field(name="note", label="Opmerking", kind="lines", width="wide", rare=True),
    ),
)
VESSELS = Rows(
    name="vessels",
    singular="Vaartuig",
    add="Vaartuig toevoegen",
    fields=(Field(name="name", label="Naam"), Field(name="imoNumber", label="IMO-nummer", identifier="imoNumber")),
)
CONTAINERS = Rows(
    name="containers",
    singular="Container",
    add="Container toevoegen",
    plain=True,
    fields=(Field(name="", label="Containernummer", identifier="containerNumber"),),
)
RELATED_CASES = Rows(
    name="relatedCases",
    singular="Verwant dossier",
    add="Verwant dossier toevoegen",
    fields=(
        Field(name="caseNumber", label="Nummer", hint="HAV-jjjj-nnnnnn, of het eigen nummer van de melder"),
        Field(name="ground", label="Reden van het verband", kind="code", titles=words.RELATED_GROUNDS),
    ),
)
FURTHER_NOTICE_NUMBERS = Rows(
    name="furtherNoticeNumbers",
    singular="Verder notitienummer",
    add="Notitienummer toevoegen",
    plain=True,
    fields=(Field(name="", label="Verder notitienummer", identifier="noticeNumber"),),
)
INVESTIGATOR_EMAILS = Rows(
    name="origin/investigatorEmails",
    singular="Mailadres",
    add="Mailadres toevoegen",
    plain=True,
    hint="Zij krijgen bericht van de registratie en van elke wijziging die hen aangaat; nooit namen of feiten.",
    fields=(Field(name="", label="Mailadres van een onderzoeker"),),
)

SECTIONS: tuple[Section, ...] = (
    Section(
        code="kerngegevens",
        title="Kerngegevens",
        fields=(
            Field(name="noticeNumber", label="Notitienummer", identifier="noticeNumber", hint="Bv. DE60.SP.001234/2023"),
            Field(name="receivedOn", label="Ontvangen op", kind="partialDate", hint=DATE_HINT),
            Field(name="origin/service", label="Meldende dienst", kind="code", titles=words.SERVICES, required=True),
            Field(
                name="leadAuthority",
                label="Wie leidt al",
                kind="code",
                titles=words.LEAD_AUTHORITIES,
                hint="Alleen als het verslag het zegt",
            ),
            Field(name="seisedOn", label="Bij een rechter aangebracht op", kind="partialDate", hint="Leeg: nog niet"),
            Field(name="language", label="Taal van het verslag", kind="code", titles=words.LANGUAGES, width="narrow"),
            Field(name="summary", label="Samenvatting", kind="lines", width="wide"),
        ),
        rows=(FURTHER_NOTICE_NUMBERS,),
    ),
    Section(
        code="plaatsen", title="Plaatsen", rows=(PLACES,), hint="Kaai, dok en terminal bepalen de oever. Wat u niet weet, laat u leeg."
    ),
    Section(code="feiten", title="Feiten", rows=(OFFENCES,)),
    Section(code="personen", title="Personen", rows=(PERSONS,)),
    Section(code="inbeslagnemingen", title="Inbeslagnemingen", rows=(SEIZURES,)),
    Section(code="vaartuigen-en-containers", title="Vaartuigen en containers", rows=(VESSELS, CONTAINERS)),
    Section(code="verwante-dossiers", title="Verwante dossiers", rows=(RELATED_CASES,)),
    Section(
        code="melder",
        title="Melder en onderzoekers",
        fields=(
            Field(name="origin/unit", label="Eenheid", hint="Bv. SPN Antwerpen"),
            Field(
                name="externalId", label="Eigen nummer van de melder", hint="Hetzelfde nummer twee keer inzenden geeft hetzelfde dossier"
            ),
        ),
        rows=(INVESTIGATOR_EMAILS,),
    ),
)

ALL_ROWS: Mapping[str, Rows] = {rows.name: rows for section in SECTIONS for rows in section.rows}
FIELDS: Mapping[str, Field] = {field.name: field for section in SECTIONS for field in section.fields}
