"""Numbers are checked and a wrong one is kept, flagged and shown."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from docket import identifiers
from docket.contract import Origin, Person, Report, Seizure, Vessel

# The good samples of container, IMO, national and enterprise numbers are those of the documentation of python-stdnum.
GOOD = (
    ("containerNumber", "CSQU3054383", "CSQU3054383"),
    ("containerNumber", "csqu 305438-3", "CSQU3054383"),
    ("imoNumber", "IMO 9319466", "9319466"),
    ("imoNumber", "8814275", "8814275"),
    ("ssin", "85.07.30-033 28", "85073003328"),
    ("ssin", "98.47.28-997.65", "98472899765"),
    ("enterpriseNumber", "BE 428759497", "0428759497"),
    ("enterpriseNumber", "0403.019.261", "0403019261"),
    ("noticeNumber", "AN60.L1.001234/2018", "AN.60.L1.001234/2018"),
    ("noticeNumber", "AN.60.L1.1234-2018", "AN.60.L1.001234/2018"),
    ("noticeNumber", " de60sp1234 2023 ", "DE.60.SP.001234/2023"),
)
WRONG = (
    ("containerNumber", "CSQU3054384", "controlecijfer"),
    ("containerNumber", "CSQA3054383", "vier letters"),
    ("containerNumber", "CSQU305438", "vier letters"),
    ("containerNumber", "ÉSQU3054383", "vier letters"),
    ("imoNumber", "8814274", "controlecijfer"),
    ("imoNumber", "881427", "zeven cijfers"),
    ("ssin", "85.07.30-033.29", "controlecijfers"),
    ("ssin", "85.07.30-033", "elf cijfers"),
    ("ssin", "٨٥٠٧٣٠٠٣٣٢٨", "elf cijfers"),
    ("enterpriseNumber", "0403.019.262", "controlecijfers"),
    ("enterpriseNumber", "onbekend", "tien cijfers"),
    ("noticeNumber", "PV 12 van de SPN", "vorm AN.60"),
)
KINDS = ("containerNumber", "imoNumber", "ssin", "enterpriseNumber", "noticeNumber")


@pytest.mark.parametrize(("kind", "text", "canonical"), GOOD)
def test_good_number_in_any_spelling_gives_one_form_and_no_flag(kind, text, canonical):
    checked = identifiers.check(kind, text)

    assert checked == identifiers.Checked(canonical=canonical, message=None)


@pytest.mark.parametrize(("kind", "text", "words"), WRONG)
def test_wrong_number_says_in_dutch_what_is_wrong(kind, text, words):
    assert words in identifiers.check(kind, text).message


@pytest.mark.parametrize("month", ["13", "33", "53"])
def test_birth_date_that_does_not_exist_is_told_apart_from_a_typing_error(month):
    first_nine = f"85{month}30033"
    number = f"{first_nine}{97 - int(first_nine) % 97:02d}"

    assert "geboortedatum" in identifiers.check("ssin", number).message


@given(st.sampled_from(KINDS), st.text(max_size=40))
def test_any_text_is_checked_without_stopping(kind, text):
    checked = identifiers.check(kind, text)

    assert identifiers.canonical(kind, checked.canonical) == checked.canonical


def test_unknown_prefix_is_marked_and_never_refused():
    checked = identifiers.check("noticeNumber", "XX60.L1.001234/2018")

    assert checked.canonical == "XX.60.L1.001234/2018"
    assert "XX" in checked.message


def test_year_of_two_digits_is_read_and_said():
    checked = identifiers.check("noticeNumber", "AN60.L1.001234/98")

    assert checked.canonical == "AN.60.L1.001234/1998"
    assert "1998" in checked.message


def test_prefix_names_its_office_with_its_confidence():
    prefix = identifiers.notice_prefix("DE60.SP.001234/2023")

    assert (prefix.title_nl, prefix.confidence) == ("parket Oost-Vlaanderen, afdeling Dendermonde", "likely")
    assert identifiers.notice_prefix("XX60.SP.001234/2023") is None


def test_every_place_of_a_number_in_a_report_is_flagged_by_its_pointer():
    report = Report(
        origin=Origin(service="customs"),
        notice_number="geen",
        further_notice_numbers=("DE60.SP.001234/2023", "fout"),
        persons=(Person(id="s1"), Person(id="s2", ssin="1", enterprise_number="2")),
        seizures=(Seizure(container_number="3"),),
        vessels=(Vessel(name="schip"), Vessel(imo_number="4")),
        containers=("CSQU3054383", "CSQU3054384"),
    )

    flags = identifiers.flags_of(report)

    assert [(flag.path, flag.value) for flag in flags] == [
        ("/noticeNumber", "geen"),
        ("/furtherNoticeNumbers/1", "fout"),
        ("/persons/1/ssin", "1"),
        ("/persons/1/enterpriseNumber", "2"),
        ("/seizures/0/containerNumber", "3"),
        ("/vessels/1/imoNumber", "4"),
        ("/containers/1", "CSQU3054384"),
    ]


@pytest.mark.parametrize(("birth_date", "contradicts"), [("1985-07-30", False), ("1985-07", False), ("1985", False), ("2006-01-01", True)])
def test_national_number_that_contradicts_the_birth_date_is_flagged(birth_date, contradicts):
    person = Person(id="s1", ssin="85.07.30-033.28", birth_date=birth_date)

    flags = identifiers.flags_of(Report(origin=Origin(service="customs"), persons=(person,)))

    assert [flag.path for flag in flags] == (["/persons/0/ssin"] if contradicts else [])


@pytest.mark.parametrize(
    ("text", "ruled_on", "fault"),
    [
        ("ECLI:BE:HBANT:2005:ARR.20051109.5", None, None),
        ("ECLI:BE:HBANT:2011:ARR.20110118.7", date(2011, 1, 18), None),
        ("ecli:be:cass:2024:arr.20240305.2n.11", None, "niet de gewone vorm"),
        ("ECLI:NL:HR:2024:12", None, "niet de gewone vorm"),
        ("ECLI:BE:HBANT:2006:ARR.20051109.5", None, "spreken elkaar tegen"),
        ("ECLI:BE:HBANT:2005:ARR.20051309.5", None, "kalender"),
        ("ECLI:BE:HBANT:2005:ARR.20051109.5", date(2005, 11, 10), "09/11/2005"),
        ("", None, "niet de gewone vorm"),
    ],
)
def test_number_of_a_judgment_holds_or_says_why_not(text: str, ruled_on: date | None, fault: str | None) -> None:
    """The first two are published numbers of the court of appeal of Antwerp."""
    found = identifiers.ecli_fault(text, ruled_on)

    assert (found is None) if fault is None else (found is not None and fault in found)
