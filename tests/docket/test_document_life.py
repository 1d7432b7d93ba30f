"""The table of the life of a document: what it holds is possible, and nothing else is."""

import itertools
from datetime import UTC, datetime
from typing import get_args

import msgspec
import pytest

import documents
from docket import document_life
from docket.document_life import ACTS, LIVE, ROWS, STAGES, UNISSUED, Act, DoneAct, Stage

RECEIPT = documents.kind_of("receipt")
SIGNED = msgspec.structs.replace(documents.kind_of("transfer"), signed_by="magistrate", four_eyes=True)


def done(act: Act, stage: Stage) -> DoneAct:
    return DoneAct(act=act, stage=stage, acted_at=datetime(2026, 11, 26, tzinfo=UTC), acted_by="user:1")


def test_every_stage_and_act_has_its_words_and_its_rows():
    assert set(STAGES) == set(get_args(Stage)) == {row.before for row in ROWS} | {row.after for row in ROWS}
    assert set(ACTS) == set(get_args(Act)) == {row.act for row in ROWS} | {"remake"}


def test_no_row_stands_twice():
    for one, other in itertools.combinations(ROWS, 2):
        same = (one.before, one.act) == (other.before, other.act)
        assert not same or {one.signed, other.signed} == {True, False}


def test_nothing_leaves_what_was_replaced_or_withdrawn():
    assert {row.before for row in ROWS} == set(LIVE)


@pytest.mark.parametrize("kind", [RECEIPT, SIGNED], ids=["unsigned", "signed"])
def test_whatever_can_be_issued_was_compared_with_the_register_first(kind):
    assert all(row.compared for row in ROWS if row.act in ("propose", "signOff", "issue"))


def test_a_kind_that_a_magistrate_signs_is_issued_only_once_it_is_signed_off():
    assert [row.before for row in ROWS if row.act == "issue" and row.signed in (True, None)] == ["signedOff"]
    assert [row.act for row in document_life.rows_of(SIGNED, "draft")] == ["propose", "withdraw"]
    assert [row.act for row in document_life.rows_of(RECEIPT, "draft")] == ["issue", "withdraw"]


def test_a_refusal_says_what_is_possible():
    assert document_life.refusal(SIGNED, "draft", "issue") == (
        "Overdracht: uitgeven kan niet met een stuk dat concept is (wel mogelijk: voorstellen ter ondertekening, intrekken)."
    )
    assert "een magistraat tekent dit stuk niet" in document_life.refusal(RECEIPT, "draft", "propose")
    assert "er kan niets meer mee" in document_life.refusal(RECEIPT, "withdrawn", "issue")


def test_four_eyes_hold_where_the_kind_has_them():
    [sign] = [row for row in ROWS if row.act == "signOff"]

    assert document_life.is_own(SIGNED, sign, "user:1", "user:1")
    assert not document_life.is_own(SIGNED, sign, "user:1", "user:2")
    assert not document_life.is_own(msgspec.structs.replace(SIGNED, four_eyes=False), sign, "user:1", "user:1")


def test_a_life_that_the_table_does_not_know_is_told():
    good = (done("propose", "proposed"), done("signOff", "signedOff"), done("issue", "issued"), done("replace", "replaced"))

    assert document_life.faults(SIGNED, good) == ()
    assert document_life.faults(SIGNED, (done("remake", "draft"), *good)) == ()
    assert len(document_life.faults(SIGNED, (done("issue", "issued"),))) == 1
    assert len(document_life.faults(RECEIPT, good)) == 3
    assert len(document_life.faults(SIGNED, (*good, done("remake", "draft")))) == 1


def test_what_is_issued_stays_until_its_successor_is_issued():
    assert set(LIVE) - set(UNISSUED) == {"issued"}
