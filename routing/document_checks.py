"""What makes the rows about documents sound: each id once, wordings that follow each other, titles in each language."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import get_args

from routing.dated import Source, TitledSource
from routing.document_rows import ArticleId, ChoiceList, DocumentsFile, IndicationCode
from routing.law_issues import Issues
from routing.period_checks import follow

FILE = "documents.toml"


def check_documents(file: DocumentsFile, offences: Iterable[str], issues: Issues) -> None:
    if not file.document:
        issues.add(FILE, "document", "has no row", "add a [[document]] for each kind of document")
    ids: dict[str, list[str]] = {
        "document": [row.kind for row in file.document],
        "article": [str(row.id) for row in file.article],
        "choice": [f"{row.of} {row.code}" for row in file.choice],
        "indication": [str(row.code) for row in file.indication],
    }
    for named in ids.values():
        for double in sorted({one for one in named if named.count(one) > 1}):
            issues.add(FILE, double, "stands twice", "keep one row, or give the other one an id of its own")
    for block, wanted, found in (
        ("article", get_args(ArticleId), ids["article"]),
        ("choice", get_args(ChoiceList), [row.of for row in file.choice]),
        ("indication", get_args(IndicationCode), ids["indication"]),
    ):
        for missing in sorted(set(wanted) - set(found)):
            issues.add(FILE, missing, "is missing", f"write its [[{block}]]; a document or its form reads it")
    for row in file.document:
        _versions(row.kind, "document", row.version, issues)
        for version in row.version:
            if not all(text.strip() for text in version.texts):
                issues.add(FILE, row.kind, "has an empty text", "write the sentence, or take it out of `texts`")
    for article in file.article:
        _versions(article.id, "article", article.version, issues)
    for choice in file.choice:
        _versions(f"{choice.of} {choice.code}", "choice", choice.version, issues)
    for indication in file.indication:
        _versions(indication.code, "indication", indication.version, issues)
        for unknown in sorted(indication.offences - set(offences)):
            issues.add(FILE, indication.code, f"names {unknown}, which is no offence", "use a code of offences.toml")


def _versions(row: str, block: str, versions: Sequence[Source], issues: Issues) -> None:
    if not versions:
        issues.add(FILE, row, "has no version", f"add one [[{block}.version]] block")
    for version in versions:
        if isinstance(version, TitledSource):
            for field in ("title_nl", "title_fr", "title_en"):
                if not getattr(version, field).strip():
                    issues.add(FILE, row, f"has no {field}", "write how that language calls it")
    follow(FILE, row, versions, issues)
