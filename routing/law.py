"""The law as dated data: one struct for each kind of row, and the law as it stands on a day."""

from __future__ import annotations

from bisect import bisect_right
from datetime import date
from typing import Literal, get_args

import msgspec

from routing.dated import Dated, Row, Source, Titled, TitledSource
from routing.decision import Citation, Confidence, KindOfGround, PolicyCode, PortArea
from routing.dismissal_rows import DismissalFile
from routing.districts import Districts
from routing.document_rows import DocumentsFile
from routing.evidence_rows import EvidenceFile
from routing.extinction_rows import ExtinctionFile
from routing.gazetteer import Gazetteer
from routing.judgment_rows import JudgmentsFile
from routing.law_rows import LawRow
from routing.limitation_rows import LimitationFile
from routing.provisions import Catalogue
from routing.requisition_rows import RequisitionsFile
from routing.time_limit_rows import TimeLimits

#: of the sentences and of the titles; which others there are is said in routing/wording/
Language = Literal["nl", "fr", "en"]
OffenceList = Literal["core", "supporting", "neither"]
CourtRule = Literal["place", "onGround", "exclusive"]
Seats = Literal["offices", "judges"]
#: what the row of an offence says of it, and the rules read
Flag = Literal["list", "extends_places", "passes_scheldt", "outside_without_tie", "silent_follows", "continuing", "limb", "limb_with"]


class RuleVersion(Source, frozen=True, kw_only=True):
    """One wording of a rule of competence, with the values it holds."""

    age_of_majority: int | None = None
    arrondissement: str | None = None
    #: told by `routing/wording/` by now; no rule reads it, but packs that were enacted hold it
    title_nl: str | None = None
    offence: str | None = None
    office: str | None = None
    division: str | None = None
    #: offences within so many nights count as committed at the same time
    nights: int | None = None
    #: ground of a related file -> limb of art. 227 Sv. that it tells by itself
    limbs: dict[str, str] = msgspec.field(default_factory=dict)


class Competence(Row, frozen=True, kw_only=True):
    id: str
    question: str
    question_nl: str
    question_fr: str = ""
    governed_by: Literal["received_on", "territory_day"]
    kind_of_ground: KindOfGround
    version: tuple[RuleVersion, ...]


class Settlement(Row, frozen=True, kw_only=True):
    """Who settles a conflict between two seats."""

    id: str
    between: Seats
    within: Literal["oneCourt", "oneCircuit", "severalCircuits"]
    settled_by: Literal["agreement", "prosecutorsGeneral", "presidentOfCourt", "courtOfAppeal", "courtOfCassation"]
    title_nl: str
    #: Who brings it there.
    requested_by_nl: str
    version: tuple[Source, ...]


class PolicyVersion(TitledSource, frozen=True, kw_only=True):
    kind_of_ground: KindOfGround
    #: areas whose port-crime files go to `office`
    takes_areas: frozenset[str]
    takes_supporting: bool
    court: CourtRule
    office: str | None = None
    exclusive_court: str | None = None
    #: codes of the grounds for the arrondissement of `exclusive_court` on which `onGround` relies; left out = all of the first packs
    on_grounds: frozenset[str] = frozenset({"place-of-offence", "scheldt", "residence", "seat", "found"})


class Policy(Titled, frozen=True, kw_only=True):
    id: PolicyCode
    in_use: bool
    governed_by: Literal["received_on"]
    version: tuple[PolicyVersion, ...]


class Office(Titled, frozen=True, kw_only=True):
    code: str
    kind: Literal["port", "ordinary", "special", "abroad"]
    division: str | None = None
    circuit: str | None = None
    lead: str | None = None
    no_court: bool = False
    #: as a lead it takes the youth tracks too
    every_track: bool = False


class Court(Titled, frozen=True, kw_only=True):
    code: str
    level: Literal["correctional", "youth", "assize", "appeal"]


class OfficeBasis(Source, frozen=True, kw_only=True):
    """What it rests on that these offices prosecute, and by which lead they come in."""

    offices: tuple[str, ...]


class Circuit(Titled, frozen=True, kw_only=True):
    code: str
    name_in_divisions: str
    source: str
    confidence: Confidence


class Arrondissement(Titled, frozen=True, kw_only=True):
    #: as divisions.csv and districts.csv name it
    name: str


class Allocation(TitledSource, frozen=True, kw_only=True):
    """A matter that one division keeps for its whole court."""

    id: str
    arrondissement: str
    offences: frozenset[str]
    division: str
    court: str
    kind_of_ground: KindOfGround


class OffenceType(Titled, frozen=True, kw_only=True):
    code: str
    list: OffenceList
    #: it also lies where the goods went through
    extends_places: bool = False
    passes_scheldt: bool = False
    outside_without_tie: bool = False
    #: a silent supporting offence follows it outside
    silent_follows: bool = True
    #: it goes on in every arrondissement that the goods cross
    continuing: bool = False
    #: limb of art. 227 Sv. by which its very definition ties it to another offence
    limb: str | None = None
    #: the offences that it so serves; None = whichever stand beside it
    limb_with: frozenset[str] | None = None

    @property
    def flags(self) -> tuple[Flag, ...]:
        """What its row says of it: the list always, the rest where it is not as usual."""
        usual = {field.name: field.default for field in msgspec.structs.fields(OffenceType)}
        return tuple(flag for flag in get_args(Flag) if flag == "list" or getattr(self, flag) != usual[flag])


class OffenceBasis(Source, frozen=True, kw_only=True):
    """What one thing rests on that the rows of these offences say."""

    says: Flag
    offences: tuple[str, ...]


class Area(Titled, frozen=True, kw_only=True):
    code: PortArea
    #: among the places of one offence the lowest goes first
    rank: int
    #: what the name of the port alone tells
    whole_port: bool
    port: str
    listed: bool
    antwerp_bank: bool
    division: str | None = None
    #: codes of the towns that fit; None = a town of the same division, or any where there is no division
    towns: frozenset[str] | None = None
    #: quarters of those towns that tell no bank
    not_parts: frozenset[str] = frozenset()
    quay_from: int | None = None
    quay_until: int | None = None


class FirstInstance(Dated, frozen=True, kw_only=True):
    """The court of first instance that a correctional court is a section of, by its name in divisions.csv."""

    title_nl: str


class Division(Row, frozen=True, kw_only=True):
    """A division as the answer names it: its office and its courts."""

    code: str
    arrondissement: str
    circuit: str
    office: str
    correctional_court: str
    youth_court: str
    assize_court: str


class PlaceRow(Dated, frozen=True, kw_only=True):
    """A row of places.csv."""

    id: str
    name: str
    other_names: tuple[str, ...]
    #: words before it that make it another word
    not_after: tuple[str, ...]
    kind: Literal["dock", "lock", "terminal", "street", "village", "part", "partOfPort", "port", "quay", "site", "road"]
    port: str
    #: None = the name tells no area
    area: str | None
    dock: str | None
    quay_from: int | None
    #: included
    quay_to: int | None
    quay_confidence: Confidence | None
    municipality: str | None
    nis_code: str | None
    latitude: float | None
    longitude: float | None
    tolerance_m: int | None
    remark: str | None
    source: str
    confidence: Confidence


class RuleText(msgspec.Struct, frozen=True, kw_only=True):
    """A rule in its wording of the day, ready to stand in a step."""

    id: str
    version: RuleVersion
    citations: tuple[Citation, ...]


class PolicyText(msgspec.Struct, frozen=True, kw_only=True):
    #: of the wording; its title stands in Law.titles
    code: str
    version: PolicyVersion
    citations: tuple[Citation, ...]


class LawOn(msgspec.Struct, frozen=True, kw_only=True):
    """Everything that is in force on the days of one era."""

    rules: dict[str, RuleText]
    policies: dict[PolicyCode, PolicyText]
    gazetteer: Gazetteer
    allocations: tuple[tuple[Allocation, Citation], ...]


class Law(msgspec.Struct, frozen=True, kw_only=True):
    """All rows, and an index of the eras between two changes."""

    competence: dict[str, Competence]
    policies: dict[PolicyCode, Policy]
    offices: dict[str, Office]
    courts: dict[str, Court]
    circuits: dict[str, Circuit]
    offences: dict[str, OffenceType]
    areas: dict[str, Area]
    divisions: dict[str, Division]
    #: arrondissement of each correctional and youth court
    arrondissements: dict[str, str]
    #: of each correctional court the court of first instance that it is a section of, with its names by day
    first_instance: dict[str, tuple[FirstInstance, ...]]
    #: By what the seats are and how far apart they lie.
    settlements: dict[tuple[str, str], Settlement]
    districts: Districts
    places: tuple[PlaceRow, ...]
    #: every row with what it rests on; nothing is decided by them
    rows: tuple[LawRow, ...]
    catalogue: Catalogue
    time_limits: TimeLimits
    limitation: LimitationFile
    dismissal: DismissalFile
    documents: DocumentsFile
    extinction: ExtinctionFile
    judgments: JudgmentsFile
    requisitions: RequisitionsFile
    evidence: EvidenceFile
    #: in each language the title of every code, policy wording and allocation
    titles: dict[Language, dict[str, str]]
    #: in each language but Dutch what a citation is told as
    cited: dict[Language, dict[str, str]]
    #: first days of the eras but the first, which is open at its start
    era_starts: tuple[date, ...]
    eras: tuple[LawOn, ...]

    def on(self, day: date) -> LawOn:
        return self.eras[bisect_right(self.era_starts, day)]

    @property
    def policy_in_use(self) -> PolicyCode:
        return next(policy.id for policy in self.policies.values() if policy.in_use)

    def title(self, code: str | None, language: Language = "nl") -> str | None:
        """The title of an office, a court, an area, an offence, a policy, one of its wordings, or an allocation of matters."""
        return self.titles[language].get(code) if code else None

    def citation(self, text: str, language: Language = "nl") -> str:
        """A citation as that language writes it; as it is cited where nobody wrote it so."""
        return self.cited[language].get(text, text)

    def arrondissement(self, name: str, language: Language = "nl") -> str | None:
        return self.titles[language].get(f"arrondissement/{name}")

    def court_of_first_instance(self, correctional: str, day: date) -> str | None:
        """Its Dutch title that day: there sit the investigating judges and the chamber in council."""
        return next((one.title_nl for one in self.first_instance.get(correctional, ()) if one.covers(day)), None)

    def question(self, rule: str, language: Language = "nl") -> str | None:
        """What a rule asks."""
        asked = self.competence.get(rule)
        if asked is None:
            return None
        return {"nl": asked.question_nl, "fr": asked.question_fr, "en": asked.question}[language] or asked.question_nl

    def town(self, nis_code: str, language: Language = "nl") -> str | None:
        """The name of a municipality: French in French, Dutch elsewhere."""
        rows = self.districts.by_code.get(nis_code)
        return None if rows is None else rows[-1].name_fr if language == "fr" else rows[-1].name_nl


def citation(item: str, row: Source, kind: KindOfGround) -> Citation:
    return Citation(
        item=item,
        citation=row.citation,
        source=row.source,
        in_force_from=row.in_force_from,
        in_force_until=row.in_force_until,
        kind_of_ground=kind,
        confidence=row.confidence,
    )
