"""What a handler asks for by name in its signature."""

from datetime import date
from typing import Any, TypeAlias

from litestar import Request
from litestar.di import NamedDependency
from litestar.params import SkipValidation

from docket import access, deps
from routing import Language

AnyRequest: TypeAlias = Request[Any, Any, Any]
Deps: TypeAlias = NamedDependency[SkipValidation[deps.Deps]]
Actor: TypeAlias = NamedDependency[SkipValidation[access.Actor]]
#: Of the path, checked for its form.
CaseNumber: TypeAlias = NamedDependency[SkipValidation[str]]
DecisionSeq: TypeAlias = NamedDependency[SkipValidation[int]]
DocumentId: TypeAlias = NamedDependency[SkipValidation[int]]
DeliveryId: TypeAlias = NamedDependency[SkipValidation[int]]
ChamberId: TypeAlias = NamedDependency[SkipValidation[int]]
RollDay: TypeAlias = NamedDependency[SkipValidation[date]]
HearingId: TypeAlias = NamedDependency[SkipValidation[int]]
RowId: TypeAlias = NamedDependency[SkipValidation[int]]
ContactId: TypeAlias = NamedDependency[SkipValidation[int]]
WorkListCode: TypeAlias = NamedDependency[SkipValidation[str]]
TaskId: TypeAlias = NamedDependency[SkipValidation[int]]
PieceId: TypeAlias = NamedDependency[SkipValidation[int]]
Sha256: TypeAlias = NamedDependency[SkipValidation[str]]
#: Code of a kind of document, and number of a version; 0 = of the release.
TemplateKind: TypeAlias = NamedDependency[SkipValidation[str]]
TemplateId: TypeAlias = NamedDependency[SkipValidation[int]]
#: Code of an office or a court.
Seat: TypeAlias = NamedDependency[SkipValidation[str]]
#: Of a reported seizure.
ItemId: TypeAlias = NamedDependency[SkipValidation[str]]
ServiceId: TypeAlias = NamedDependency[SkipValidation[int]]
ChallengeId: TypeAlias = NamedDependency[SkipValidation[int]]
#: Of Accept-Language, among those that sentences are written in.
SpokenLanguage: TypeAlias = NamedDependency[SkipValidation[Language]]
SimulationId: TypeAlias = NamedDependency[SkipValidation[int]]
#: Of If-Match: the version of the case that the caller saw.
SeenVersion: TypeAlias = NamedDependency[SkipValidation[int]]
