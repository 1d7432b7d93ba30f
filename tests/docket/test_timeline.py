"""The timeline of a file: every kind of entry in words, filters, and what was struck through stays."""

from datetime import UTC, date, datetime

import msgspec
import pytest

from docket import entries, timeline
from docket.entry_lines import lines_of, sentence
from docket.store.search import EntryLine
from docket.timeline import Wanted


@pytest.fixture(scope="module")
def law(law):
    return law.law


AT = datetime(2026, 11, 24, 23, 30, tzinfo=UTC)


def an_entry(seq, kind="StatusChanged", content=None, by="user:17", at=AT, erased_at=None):
    content = content or {"version": seq, "event": "openInvestigation", "statusBefore": "registered", "status": "investigation"}
    return EntryLine(seq=seq, kind=kind, entered_at=at, entered_by=by, content=content, erased_at=erased_at, hash="0" * 64)


def test_every_kind_of_entry_belongs_to_a_group_with_a_title():
    groups = {kind.__name__: timeline.group_of(kind.__name__) for kind in entries.KINDS}

    assert {kind for kind, group in groups.items() if group == "other"} == set()
    assert set(groups.values()) <= set(timeline.GROUP_TITLES)
    assert {kind for kinds in timeline.GROUPS.values() for kind in kinds} <= {*groups, "ContentErased"}


def test_only_entries_that_state_a_typed_fact_can_be_struck_and_each_says_what_stays():
    assert set(timeline.NOT_UNDONE) <= {kind.__name__ for kind in entries.KINDS}
    assert "EntryStruck" not in timeline.NOT_UNDONE
    assert "JurisdictionDecided" not in timeline.NOT_UNDONE
    assert all(said.endswith(".") for said in timeline.NOT_UNDONE.values())


def test_a_status_change_is_one_line_with_event_persons_and_paper(law):
    content = {
        "event": "requireInquiry",
        "statusBefore": "investigation",
        "status": "judicialInquiry",
        "moves": [{"person": "s1", "offence": "o1", "event": "requireInquiry", "before": "investigation", "after": "judicialInquiry"}],
        "paper": {"kind": "requisition", "number": "2026/1", "datedOn": "2026-11-20"},
        "reason": "zwaar",
    }

    assert sentence("StatusChanged", content, law) == (
        "Stand gewijzigd. Gerechtelijk onderzoek gevorderd. Van opsporingsonderzoek naar gerechtelijk onderzoek. "
        "Stuk: vordering 2026/1 van 20/11/2026. Reden: zwaar."
    )
    part = content | {"statusBefore": "judicialInquiry"}
    assert "Verdachte s1 voor feit o1: van opsporingsonderzoek naar gerechtelijk onderzoek" in lines_of("StatusChanged", part, law)


def test_a_dismissal_names_its_motive_and_a_strike_its_line(law):
    content = {"event": "dismiss", "statusBefore": "investigation", "status": "dismissed", "motive": "02", "reason": None, "paper": None}

    assert "Motief: 02 onvoldoende bewijzen" in lines_of("StatusChanged", content, law)
    struck = lines_of("EntryStruck", {"struck": 4, "struckKind": "FactsAmended", "reason": "x"}, law)
    assert struck == ["Registerlijn 4 (feiten verbeterd) is bij vergissing ingeschreven"]


def test_a_time_limit_says_its_end_to_the_minute_in_court_time(law):
    content = {"limitTitle": "48 uur", "person": "s1", "offence": None, "startsOn": "2026-11-23"}
    content |= {"dueOn": "2026-11-25", "dueAt": "2026-11-25T08:00:00Z"}

    assert lines_of("TimeLimitStarted", content, law) == [
        "48 uur (persoon s1)",
        "Begonnen op 23/11/2026",
        "Laatste dag: 25/11/2026 om 09.00 uur",
    ]


def test_days_are_court_days_and_filters_include_both_ends(law):
    lines = timeline.lines_of([an_entry(1), an_entry(2, by="user:23")], law)
    assert {line.entered_on for line in lines} == {date(2026, 11, 25)}

    def seqs(**wanted):
        return [line.seq for line in timeline.lines_of([an_entry(1), an_entry(2, by="user:23")], law, Wanted(**wanted))]

    assert seqs(by="user:23") == [2]
    assert seqs(group="papers") == []
    assert seqs(group="life") == [1, 2]
    assert seqs(first_day=date(2026, 11, 25), last_day=date(2026, 11, 25)) == [1, 2]
    assert seqs(last_day=date(2026, 11, 24)) == []
    assert seqs(first_day=date(2026, 11, 26)) == []


def test_a_struck_entry_keeps_its_text_and_is_struck_once(law):
    striking = an_entry(2, "EntryStruck", {"struck": 1, "struckKind": "StatusChanged", "reason": "verkeerd dossier"})
    first, second = timeline.lines_of([an_entry(1), striking], law)

    assert (first.struck_by, first.struck_reason, first.may_be_struck) == (2, "verkeerd dossier", False)
    assert "opsporingsonderzoek" in first.text
    assert not second.may_be_struck


def test_an_erased_entry_shows_that_it_was_there_and_says_nothing(law):
    erased = msgspec.structs.replace(an_entry(1, "FactsAmended"), content=None, erased_at=AT)
    [line] = timeline.lines_of([erased], law)

    assert (line.text, line.erased, line.may_be_struck) == ("", True, False)


@pytest.mark.parametrize("kind", entries.KINDS, ids=lambda kind: kind.__name__)
def test_every_kind_has_a_title_in_words(kind, law):
    assert timeline.entry_lines.title_of(kind.__name__) != kind.__name__


def test_an_entry_of_a_bundle_says_which_bundle_and_what_is_in_it(law):
    asked = entries.content_of(entries.BundleAsked(bundle=2, parts=("document/17", "piece/4")))
    made = entries.content_of(entries.PdfMade(document=None, bundle=2, sha256="ab" * 32, pages=22, sealed_by=None))
    failed = entries.content_of(entries.PdfFailed(document=None, bundle=2, failure="te groot"))

    assert timeline.entry_lines.lines_of("BundleAsked", asked, law) == ["Bundel 2: document 17, ingekomen stuk 4"]
    assert timeline.entry_lines.lines_of("PdfMade", made, law) == ["Bundel 2, sha256 abababababababab…"]
    assert timeline.entry_lines.lines_of("PdfFailed", failed, law) == ["Bundel 2"]
