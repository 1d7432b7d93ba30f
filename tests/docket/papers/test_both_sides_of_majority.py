"""Who came of age between his facts is brought before an ordinary court for the later ones, and for these alone."""

from typing import Any

import msgspec
import pytest

from docket import minors, papers
from docket.contract import Offence, Person
from routing import Track
from tests.docket.papers.test_requisitions import (
    COURT,
    DIRECT,
    FINAL,
    HIS_NAME,
    ORDER,
    REFERRED,
    a_line,
    a_report,
    a_suspect,
    known,
    lacks,
    told,
    words_of,
)
from tests.docket.papers.test_who_is_charged import with_tracks

#: Eighteen between the two facts of the file.
HE = a_suspect(birth_date="2008-03-01", age=17)
SHE = a_suspect(id="s2", family_name="Twee")
OFFENCES = (
    Offence(offence="portIntrusion", committed_from="2026-01-10", place="p1"),
    Offence(offence="drugPreparation", committed_from="2026-04-10", place="p1"),
)
TRACKS = (
    Track(track="ordinary", persons=("s1", "s2"), prosecution_office="antwerpPort", court=COURT),
    Track(track="youth", persons=("s1",), prosecution_office="antwerp", court="antwerpYouth"),
)
KINDS = [("direct_summons", "investigation", DIRECT), ("referral_summons", "trialCourt", REFERRED)]
REFERRAL = msgspec.structs.replace(FINAL, non_prosecution_for=())


def a_file(law, status: str, person: Person = HE, offences: tuple[Offence, ...] = OFFENCES, **said: Any) -> papers.Known:
    report = a_report(received_on="2026-04-11", persons=(person, SHE), offences=offences)
    lines = (a_line("referralOrdered", ORDER, "CaseReferred", pairs=(("s1", "o1"), ("s1", "o2"), ("s2", "o1"), ("s2", "o2"))),)
    return with_tracks(known(law, report, status, **({"lines": lines} if status == "trialCourt" else {}), **said), *TRACKS)


@pytest.mark.parametrize(("kind", "status", "typed"), KINDS)
def test_a_summons_charges_what_he_did_of_age_and_says_what_it_leaves_out_and_why(law, kind, status, typed):
    file = a_file(law, status)
    words = words_of(kind, file, typed, "s1")

    assert lacks(kind, file, typed, "s1") == ()
    assert "Feit 2. Voorbereidende handelingen" in words
    assert "binnendringen" not in words
    assert HIS_NAME in words and "1 maart 2008" in words
    assert "17 jaar" not in words, "his age at the fact that is not charged"
    left = "Feit 1 wordt s1 niet ten laste gelegd: hij was toen minderjarig, en dat feit gaat naar de jeugdrechtbank."
    assert papers.paper_of(kind).remark(file) == left


@pytest.mark.parametrize(("kind", "status", "typed"), KINDS)
def test_a_summons_is_refused_when_nothing_that_he_did_of_age_is_left(law, kind, status, typed):
    early = tuple(msgspec.structs.replace(one, committed_from="2026-01-10") for one in OFFENCES)

    assert "wie minderjarig is" in told(kind, a_file(law, status, offences=early), typed, "s1")
    assert papers.paper_of(kind).remark(a_file(law, status, offences=early)) is None


def test_a_fact_of_which_the_age_cannot_be_told_is_left_out_until_it_can(law):
    lasted = (msgspec.structs.replace(OFFENCES[0], committed_until="2026-04-01"), OFFENCES[1])
    file = a_file(law, "investigation", msgspec.structs.replace(HE, age=None), lasted)

    assert lacks("direct_summons", file, DIRECT, "s1") == ()
    assert "Feit 1 wordt s1 niet ten laste gelegd: zijn geboorte en de periode" in (papers.paper_of("direct_summons").remark(file) or "")
    assert "binnendringen" not in words_of("direct_summons", file, DIRECT, "s1")


def test_a_text_of_the_law_for_a_fact_that_is_left_out_is_refused_at_its_field(law):
    typed = msgspec.structs.replace(DIRECT, articles=("1: art. 1 Sw.",))

    assert [one.link for one in lacks("direct_summons", a_file(law, "investigation"), typed, "s1")] == ["#articles"]


def test_the_summons_of_another_names_him_by_his_part_alone(law):
    file = a_file(law, "trialCourt")

    assert HIS_NAME not in words_of("referral_summons", file, REFERRED, "s2")
    naming_him = msgspec.structs.replace(REFERRED, circumstances=(f"1: samen met {HIS_NAME}",))
    [refused] = papers.missing_of(papers.paper_of("referral_summons"), file, papers.Wanted(about="s2", typed=naming_him))
    assert refused.link == "#circumstances"


def test_a_final_requisition_refers_him_by_name_for_what_he_did_of_age_alone(law):
    file = a_file(law, "settlementOfProcedure")
    words = words_of("final_requisition", file, REFERRAL)

    assert lacks("final_requisition", file, REFERRAL) == ()
    assert HIS_NAME in words
    assert "| Verdachte 1 (s1) | 2. voorbereidende handelingen of uithaling | Verwijzing |" in words
    assert "| Verdachte 1 (s1) | 1." not in words
    assert "| Verdachte 2 (s2) | 1. onrechtmatig binnendringen in een havenfaciliteit | Verwijzing |" in words
    assert "Feit 1 wordt s1 niet ten laste gelegd" in (papers.paper_of("final_requisition").remark(file) or "")


def test_other_papers_name_nobody_who_was_a_minor_at_one_of_his_facts(law):
    file = a_file(law, "settlementOfProcedure")
    said = msgspec.structs.replace(REFERRAL, connexity=f"{HIS_NAME} was erbij")

    assert papers.missing_of(papers.paper_of("final_requisition"), file, papers.Wanted(typed=said)) == ()
    [refused] = papers.missing_of(papers.paper_of("dismissal"), file, papers.Wanted(typed=_dismissal(HIS_NAME)))[-1:]
    assert "zonder de naam van verdachte 1" in refused.what


def _dismissal(name: str) -> msgspec.Struct:
    import documents

    shape = documents.kind_of("dismissal").typed
    return shape(annexes=(f"verhoor van {name}",))


@pytest.mark.parametrize(
    ("changes", "told_of"),
    [
        ({}, {"o1": "minor", "o2": "no"}),
        ({"minor": True}, {"o1": "minor", "o2": "no"}),
        # An age speaks of all facts, and a birth date that makes him of age at each of them contradicts it: nobody charges him then.
        ({"birth_date": "2000-01-01"}, {"o1": "minor", "o2": "minor"}),
        ({"birth_date": "2008", "age": None}, {"o1": "maybe", "o2": "maybe"}),
        ({"birth_date": "2008", "age": 17}, {"o1": "minor", "o2": "minor"}),
        ({"birth_date": "2008-03", "age": None}, {"o1": "minor", "o2": "no"}),
        ({"birth_date": None}, {"o1": "minor", "o2": "minor"}),
        ({"birth_date": None, "age": None}, {"o1": "no", "o2": "no"}),
    ],
)
def test_the_age_at_each_fact_follows_the_router(law, changes, told_of):
    report = a_report(received_on="2026-04-11", persons=(msgspec.structs.replace(HE, **changes),), offences=OFFENCES)
    [person] = report.persons
    day = known(law, report).case.entered_on

    assert minors.of_each(person, report.offences, day, law.law, youth=False) == told_of
