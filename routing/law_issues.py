"""The faults of a law folder: every one with its file, its row and its mend."""

from __future__ import annotations

import msgspec


class LawIssue(msgspec.Struct, frozen=True, kw_only=True, rename="camel"):
    file: str
    row: str
    what: str
    mend: str

    def __str__(self) -> str:
        return f"{self.file}, {self.row}: {self.what}; {self.mend}."


class LawError(ValueError):
    """The law files contradict themselves."""

    def __init__(self, issues: tuple[LawIssue, ...]) -> None:
        super().__init__("\n".join(str(issue) for issue in issues))
        self.issues = issues


class Issues:
    """Collects faults, so that one run tells them all."""

    def __init__(self) -> None:
        self.found: list[LawIssue] = []

    def add(self, file: str, row: str, what: str, mend: str) -> None:
        self.found.append(LawIssue(file=file, row=row, what=what, mend=mend))

    def raise_if_any(self) -> None:
        if self.found:
            raise LawError(tuple(self.found))
