"""What a handler asks for by name in its signature."""

from typing import TypeAlias

from litestar.di import NamedDependency
from litestar.params import SkipValidation

from docket import deps

Deps: TypeAlias = NamedDependency[SkipValidation[deps.Deps]]
