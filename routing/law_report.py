"""What the law data rest on, in lines for whoever checks them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

from routing.law import Dated, Law

CONFIDENCES = ("sure", "likely", "unverified")


def law_report(law: Law) -> tuple[str, ...]:
    """How many rows rest on what, what is unverified, and which policy applies from when until when."""
    districts = [row.citation.confidence for rows in law.districts.by_code.values() for row in rows]
    versions = [(row.id, version) for row in law.competence.values() for version in row.version]
    wordings = [(policy.id, version) for policy in law.policies.values() for version in policy.version]
    unverified = [f"{name} {_period(version)}" for name, version in (*versions, *wordings) if version.confidence == "unverified"]
    return (
        _counted("rules of competence", (version.confidence for _, version in versions)),
        _counted("places", (place.confidence for place in law.places)),
        _counted("municipalities by period", districts),
        *(f"policy {name} {_period(version)}: {version.citation}" for name, version in wordings),
        f"compared with the official text by a person: {sum(version.checked_on is not None for _, version in (*versions, *wordings))}",
        f"unverified: {', '.join(unverified) or 'none'}",
    )


def _counted(what: str, confidences: Iterable[str]) -> str:
    counts = Counter(confidences)
    told = ", ".join(f"{counts[one]} {one}" for one in CONFIDENCES)
    return f"{what}: {sum(counts.values())} ({told})"


def _period(row: Dated) -> str:
    return f"[{row.in_force_from or 'open'}, {row.in_force_until or 'open'})"
