"""What makes the rows about pieces and seized goods sound: one row for each id, words in each language, known clocks, a basis each."""

from __future__ import annotations

from routing.evidence_rows import EvidenceFile
from routing.law_issues import Issues
from routing.time_limit_rows import TimeLimitsFile

FILE = "evidence.toml"


def check_evidence(file: EvidenceFile, limits: TimeLimitsFile, issues: Issues) -> None:
    if file.inventory is None or file.confidential is None:
        issues.add(FILE, "file", "has no [inventory] or no [confidential]", "write what each rests on")
    for table, rows in (("piece", file.piece), ("custodian", file.custodian), ("decision", file.decision)):
        if not rows:
            issues.add(FILE, table, "has no row", f"add its [[{table}]] rows")
        codes = [row.id for row in rows]
        for double in sorted({one for one in codes if codes.count(one) > 1}):
            issues.add(FILE, double, "stands twice", "keep one row, or give the other one an id of its own")
        for row in rows:
            for field in ("title_nl", "title_fr", "title_en"):
                if not getattr(row, field).strip():
                    issues.add(FILE, row.id, f"has no {field}", "write how that language calls it")
    known = {row.id for row in limits.limit}
    for decision in file.decision:
        if not any(not one.kinds for one in decision.basis):
            issues.add(FILE, decision.id, "has no basis for goods of every kind", "add a [[decision.basis]] without kinds")
        for unknown in sorted(set(decision.limits) - known):
            issues.add(FILE, decision.id, f"names {unknown}, which is no limit", "use an id of time_limits.toml")
