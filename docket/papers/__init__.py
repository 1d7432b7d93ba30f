"""Turns what the register knows of a file into what each document says; pure, and it never fills in a fact that is not known."""

from docket.papers.catalogue import PAPERS, asked_by_a_decision, context_of, missing_of, paper_of
from docket.papers.known import Known, Limits, StoredDecision
from docket.papers.paper import Missing, Paper, Wanted, of_one_file, page_of, persons_of, refusal
from docket.papers.wording import facts_in_words, limit_line, suspects_of

__all__ = [
    "PAPERS",
    "Known",
    "Limits",
    "Missing",
    "Paper",
    "StoredDecision",
    "Wanted",
    "asked_by_a_decision",
    "context_of",
    "facts_in_words",
    "limit_line",
    "missing_of",
    "of_one_file",
    "page_of",
    "paper_of",
    "persons_of",
    "refusal",
    "suspects_of",
]
