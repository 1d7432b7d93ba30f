"""What "plak het PV" reads in a pasted report, and what it leaves to the clerk."""

import csv
from datetime import date
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bench import paste as bench
from docket import legislation
from docket.paste import PlaceName, place_names, proposals

TEXTS = Path(__file__).parent / "pasted"
NAMES = (
    PlaceName(text="Deurganckdok", kind="dock"),
    PlaceName(text="Delwaidedok", kind="dock", value="Bevrijdingsdok"),
    PlaceName(text="Noordzeeterminal", kind="terminal"),
    PlaceName(text="Antwerp Gateway", kind="terminal"),
    PlaceName(text="MPET", kind="terminal"),
    PlaceName(text="PSA", kind="terminal", telling=False),
    PlaceName(text="Doel", kind="village", not_after=("het",)),
    PlaceName(text="haven van Antwerpen", kind="port", port="antwerp"),
    PlaceName(text="port of Antwerp", kind="port", port="antwerp", value="haven van Antwerpen"),
    PlaceName(text="port d'Anvers", kind="port", port="antwerp", value="haven van Antwerpen"),
)


def read(text, field, received_on=None):
    """The values proposed for a field, a doubtful one with a question mark after it."""
    made = proposals(text, NAMES, received_on)
    return [f"{proposal.value}{'?' if proposal.doubtful else ''}" for proposal in made if proposal.field == field]


def rows(text, *fields):
    """The rows of a list as tuples of the asked fields."""
    made: dict[str, dict[str, object]] = {}
    for proposal in proposals(text, NAMES):
        if proposal.row:
            made.setdefault(proposal.row, {})[proposal.field] = proposal.value
    return [tuple(row.get(field) for field in fields) for row in made.values() if any(field in row for field in fields)]


@pytest.mark.parametrize("name", ["pv", "mail_nl", "mail_fr", "mail_en"])
def test_whole_report_gives_the_proposals_that_a_person_checked(name):
    with (TEXTS / f"{name}.tsv").open(encoding="utf-8", newline="") as file:
        expected = list(csv.reader(file, delimiter="\t"))

    made = proposals((TEXTS / f"{name}.txt").read_text(encoding="utf-8"), NAMES)

    actual = [
        [
            proposal.row or "",
            proposal.field,
            str(proposal.value),
            "doubtful" if proposal.doubtful else "sure",
            " ".join(proposal.words.split()),
        ]
        for proposal in made
    ]
    assert expected == actual


@given(st.text(alphabet=st.sampled_from("AN60.L1/2018 kaai1742\nMPETé,kg()-€ twee mannenİß"), max_size=200))
def test_source_words_stand_where_the_offsets_say(text):
    for proposal in proposals(text, NAMES):
        assert text[proposal.start : proposal.end] == proposal.words
        assert all(0 <= start < end <= len(text) for start, end in proposal.repeats)


@given(st.text(max_size=200))
def test_any_text_is_read_without_stopping(text):
    made = proposals(text, NAMES)

    spans = sorted({(proposal.start, proposal.end) for proposal in made})
    assert all(end <= start for (_, end), (start, _) in pairwise(spans))


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("PV AN60.L1.001234/2018", ["AN.60.L1.001234/2018"]),
        ("notitie: an 60 l1 1234/2018", ["AN.60.L1.001234/2018"]),
        ("PV XX60.L1.001234/2018", ["XX.60.L1.001234/2018?"]),
        ("rekening BE68 5390 0754 7034", []),
    ],
)
def test_notice_number_in_its_spellings(text, values):
    assert read(text, "noticeNumber") == values


def test_initial_report_gives_the_main_notice_number_wherever_it_stands():
    text = "Navolgend PV AN60.L1.000002/2023. Aanvankelijk PV: AN60.L1.000001/2023."

    assert read(text, "noticeNumber") == ["AN.60.L1.000001/2023"]
    assert read(text, "furtherNoticeNumbers[]") == ["AN.60.L1.000002/2023"]


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("aan kaai 1742", ["1742"]),
        ("KAAI: 1742", ["1742"]),
        ("kaainummer 188", ["188"]),
        ("op K1742", ["1742?"]),
        ("au quai n° 1700", ["1700"]),
        ("quay no. 913", ["913"]),
        ("containerterminal 1742", ["1742"]),
        ("kaai 855 en 869", ["855", "869?"]),
        ("kaai 118A", ["118A"]),
        ("op de kaai 400 kg cocaïne", []),
        ("kaai 1742, later weer kaai 1742", ["1742"]),
        ("wegenkaart K12", []),
    ],
)
def test_quay_number_after_its_word(text, values):
    assert read(text, "places[].quay") == values


def test_quay_terminal_and_dock_of_one_sentence_are_one_place():
    text = "Uithaling op de MPET-terminal, kaai 1742, Deurganckdok. Daarna naar kaai 913 (Noordzeeterminal)."

    assert rows(text, "places[].terminal", "places[].quay", "places[].dock") == [
        ("MPET", "1742", "Deurganckdok"),
        ("Noordzeeterminal", "913", None),
    ]


def test_quay_named_again_brings_its_new_words_to_the_same_place():
    text = "Melding van kaai 1742. De bewaking ging kijken. Op kaai 1742 (MPET) waren zes mannen."

    assert rows(text, "places[].quay", "places[].terminal") == [("1742", "MPET")]


@pytest.mark.parametrize(
    ("text", "field", "values"),
    [
        ("aan het delwaidedok", "places[].dock", ["Bevrijdingsdok"]),
        ("het doel van de actie", "places[].subMunicipality", []),
        ("te Doel", "places[].subMunicipality", ["Doel?"]),
        ("op een terrein van PSA", "places[].terminal", ["PSA?"]),
        ("in de haven van Antwerpen", "places[].port", ["antwerp"]),
        ("op weg naar de haven van Antwerpen", "places[].port", ["antwerp?"]),
        ("in de haven van Rotterdam", "places[].port", ["other?"]),
        ("op 51,2934 N 4,2600", "places[].latitude", ["51.2934"]),
        ("verhouding 12,345 67,890", "places[].latitude", []),
    ],
)
def test_places_by_name_and_position(text, field, values):
    assert read(text, field) == values


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("op 12 maart 2023", ["2023-03-12"]),
        ("op zondag 12 maart 2023", ["2023-03-12"]),
        ("op maandag 12 maart 2023", ["2023-03-12?"]),
        ("op 12/03/2023", ["2023-03-12"]),
        ("op 12.03.2023", ["2023-03-12"]),
        ("op 2023-03-12", ["2023-03-12"]),
        ("le 1er mars 2023", ["2023-03-01"]),
        ("on March 12, 2023", ["2023-03-12"]),
        ("in maart 2023", ["2023-03"]),
        ("in de zomer van 2020", ["2020"]),
        ("sinds oktober 2023", ["2023-10?"]),
        ("op 3/4/23", ["2023-04-03?"]),
        ("op 03/13/2023", ["2023-03-13?"]),
        ("op 31/02/2023", []),
        ("op 12 maart", []),
        ("om 10.30 uur", []),
        ("dossier 2023/118", []),
        ("op 12 maart 2023 en op 14 maart 2023", ["2023-03-12?", "2023-03-14?"]),
        ("vonnis van 11 april 2024", []),
    ],
)
def test_date_of_the_facts(text, values):
    assert read(text, "offences[].committedFrom") == values


@pytest.mark.parametrize(
    ("text", "period"),
    [
        ("in de nacht van 25 op 26 mei 2019", ("2019-05-25", "2019-05-26")),
        ("in de nacht van 31 december 2019 op 1 januari 2020", ("2019-12-31", "2020-01-01")),
        ("in de nacht van 31 december op 1 januari 2020", ("2019-12-31", "2020-01-01")),
        ("van 12/03/2023 tot 14/03/2023", ("2023-03-12", "2023-03-14")),
        ("tussen augustus 2019 en februari 2021", ("2019-08", "2021-02")),
        ("tussen augustus en december 2020", ("2020-08", "2020-12")),
        ("tussen 2011 en 2013", ("2011", "2013")),
        ("du 3 au 5 mars 2024", ("2024-03-03", "2024-03-05")),
        ("tussen 01/02/2024 22u30 en 02/02/2024 om 05u15", ("2024-02-01", "2024-02-02")),
    ],
)
def test_period_keeps_its_first_and_last_day(text, period):
    assert rows(text, "offences[].committedFrom", "offences[].committedUntil") == [period]


def test_day_without_year_is_read_by_the_day_of_receipt_and_stays_doubtful():
    received = date(2020, 1, 10)

    assert read("op 20 december", "offences[].committedFrom", received) == ["2019-12-20?"]
    assert read("zondag", "offences[].committedFrom", received) == ["2020-01-05?"]
    assert read("zondag", "offences[].committedFrom") == []


def test_day_without_year_is_read_by_the_day_of_the_text_itself_where_it_has_one():
    entered = date(2026, 11, 24)

    assert read("Verzonden: dinsdag 14 maart 2023\nOp zondag en op 20 december", "offences[].committedFrom", entered) == [
        "2023-03-12?",
        "2022-12-20?",
    ]
    assert read("In 2022 was er een melding. Op 20 december weer.", "offences[].committedFrom", entered) == ["2022?", "2022-12-20?"]


@pytest.mark.parametrize(
    ("text", "field", "value"),
    [
        ("Ontvangen op 14/03/2023", "receivedOn", "2023-03-14"),
        ("Datum PV: 13/03/2023", "receivedOn", "2023-03-13?"),
        ("Verzonden: dinsdag 14 maart 2023 8:12", "receivedOn", "2023-03-14?"),
        ("geboren te Antwerpen op 30/07/1985", "persons[].birthDate", "1985-07-30"),
        ("een man (°1998)", "persons[].birthDate", "1998"),
        ("aangehouden op 2 mei 2023", "persons[].arrestedAt", "2023-05-02?"),
    ],
)
def test_words_before_a_date_tell_what_it_is_the_date_of(text, field, value):
    assert read(text, field) == [value]
    assert read(text, "offences[].committedFrom") == []


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("1.234,5 kg cocaïne", "1234.5"),
        ("7.000 kilo cocaïne", "7000.0"),
        ("42.8 kg cocaïne", "42.8"),
        ("2,3 ton cocaïne", "2300.0"),
        ("anderhalve ton cocaïne", "1500.0"),
        ("elf ton cocaïne", "11000.0"),
        ("500 gram cocaïne", "0.5"),
        ("1,234 kg cocaïne", "1.234?"),
        ("the police seized 1,250 kg of cocaine", "1250.0?"),
        ("saisie de 350 kg de cocaïne", "350.0"),
        ("400 kg", "400.0?"),
        ("zakken cocaïne van elk 50 kg", "50.0?"),
        ("samen 90 kg cocaïne", "90.0?"),
        ("zij zochten 50 kg cocaïne", "50.0?"),
        ("12 kg bruto cocaïne", "12.0?"),
        ("2 x 25 kg cocaïne", "25.0?"),
    ],
)
def test_weight_in_kilograms(text, value):
    assert read(text, "seizures[].netWeightKg") == [value]


def test_net_weight_beside_a_gross_weight_is_the_sure_one():
    text = "1.250 kg (bruto), 1.198,4 kg (netto) cocaïne"

    assert read(text, "seizures[].netWeightKg") == ["1250.0?", "1198.4"]


def test_about_a_weight_is_said_beside_it():
    assert rows("bijna 7.000 kilo heroïne", "seizures[].netWeightKg", "seizures[].approximate", "seizures[].substance") == [
        (7000.0, True, "heroin")
    ]
    assert rows("7.000 kilo heroïne", "seizures[].approximate") == []


def test_range_of_weights_becomes_a_note_and_no_weight():
    assert read("300 tot 400 kg cocaïne", "seizures[].netWeightKg") == []
    assert read("300 tot 400 kg cocaïne", "seizures[].note") == ["300 tot 400 kg?"]


def test_list_of_weights_is_a_row_each():
    assert rows("59,98 en 46,78 kg cocaïne", "seizures[].netWeightKg") == [(59.98,), (46.78,)]


def test_cash_and_pieces_are_counted_apart_from_weight():
    assert rows("80.000 euro cash", "seizures[].amountEur", "seizures[].kind") == [(80000.0, "cash")]
    assert rows("470 blokken cocaïne", "seizures[].quantity", "seizures[].unit") == [(470.0, "blokken")]
    assert read("40.000 euro beloofd", "seizures[].amountEur") == []


@pytest.mark.parametrize(
    ("text", "people"),
    [
        ("vijf mannen", [(5, None, None)]),
        ("5 verdachten", [(5, None, None)]),
        ("vierentwintig personen", [(24, None, None)]),
        ("twee minderjarigen", [(2, None, True)]),
        ("twee minderjarige Nederlanders", [(2, None, True)]),
        ("een man van 24 uit Antwerpen", [(1, 24, None)]),
        ("Man van 29 opgepakt", [(1, 29, None)]),
        ("een 17-jarige jongen", [(1, 17, None)]),
        ("drie mannen van 29, 24 en 22", [(1, 29, None), (1, 24, None), (1, 22, None)]),
        ("vier mannen opgepakt van 19 tot 53 jaar", [(4, None, None)]),
        ("vijf verdachten van 29 tot 46 jaar", [(5, None, False)]),
        ("vijf jongeren van 14 tot 20 jaar", [(5, None, None)]),
        ("twee mannen (49, Duffel en 18, Berchem)", [(1, 49, None), (1, 18, None)]),
        ("negen verdachten, onder wie twee minderjarigen", [(7, None, None), (2, None, True)]),
        ("zes personen; een van hen is minderjarig", [(5, None, None), (1, None, True)]),
        ("trois hommes et deux mineurs", [(3, None, None), (2, None, True)]),
        ("two men", [(2, None, None)]),
        ("3 (drie) mannen", [(3, None, None)]),
        ("verdachte A (16 jaar), verdachte B (19 jaar)", [(1, 16, None), (1, 19, None)]),
        ("zestienjarige jongen", [(1, 16, None)]),
        ("drie mannen uit Den Haag (24, 30 en 30)", [(1, 24, None), (1, 30, None), (1, 30, None)]),
        ("twee koffers van 20 kg", []),
        ("zeventien pakketten", []),
    ],
)
def test_numbers_and_ages_of_people(text, people):
    assert rows(text, "persons[].count", "persons[].age", "persons[].minor") == people


def test_group_told_whole_and_in_parts_is_never_counted_twice_unseen():
    text = "Zes betrapt: vijf Nederlanders en een Belg. De zes verdachten zwijgen."

    sure = [p.value for p in proposals(text, NAMES) if p.field == "persons[].count" and not p.doubtful]

    assert sum(sure) == 6


def test_date_of_an_arrest_is_doubtful_as_date_of_the_facts():
    assert read("Op 12 maart 2023 om 4.15 uur werden zij aangehouden", "offences[].committedFrom") == ["2023-03-12?"]


def test_birth_date_in_a_row_of_several_people_stays_doubtful():
    assert rows("2 mannen (°1998 en °2001)", "persons[].count", "persons[].birthDate") == [(2, None), (None, "1998"), (None, "2001")]
    assert read("2 mannen (°1998 en °2001)", "persons[].birthDate") == ["1998?", "2001?"]


def test_label_before_people_tells_their_role():
    assert read("Slachtoffer: 1 persoon (m, 45 j.)", "persons[].role") == ["victim"]
    assert read("Verdachte 1: man van 32", "persons[].role") == ["suspect"]


def test_noun_tells_role_nationality_and_capacity():
    assert read("drie Nederlanders", "persons[].nationality") == ["NL"]
    assert read("twee verdachten", "persons[].role") == ["suspect"]
    assert read("een slachtoffer", "persons[].role") == ["victim"]
    assert read("een douanier", "persons[].capacity") == ["customs"]
    assert read("twee dokwerkers", "persons[].portWorker") == ["True"]
    assert read("een Nederlandse firma", "persons[].nationality") == []


@pytest.mark.parametrize(
    ("text", "field", "values"),
    [
        ("container MSCU 123456-6", "containers[]", ["MSCU1234566"]),
        ("container MSCU1234567", "containers[]", ["MSCU1234567?"]),
        ("schip MSC Lorena (IMO 9319466)", "vessels[].name", ["MSC Lorena"]),
        ("schip MSC Lorena (IMO 9319466)", "vessels[].imoNumber", ["9319466"]),
        ("IMO-nummer 9319467", "vessels[].imoNumber", ["9319467?"]),
        ("RR 85.07.30-033.28", "persons[].ssin", ["85073003328"]),
        ("RR 85.07.30-033.29", "persons[].ssin", ["85073003329?"]),
        ("KBO 0403.019.261", "persons[].enterpriseNumber", ["0403019261"]),
        ("tel. 0475 12 34 56 of 03/229.12.34", "persons[].enterpriseNumber", []),
        ("Van: speurder@politie.example.be", "origin.investigatorEmails[]", ["speurder@politie.example.be"]),
        ("cc pers@krant.example.be", "origin.investigatorEmails[]", ["pers@krant.example.be?"]),
    ],
)
def test_numbers_are_checked_and_a_wrong_one_stays_doubtful(text, field, values):
    assert read(text, field) == values


def test_names_come_from_the_law_that_is_in_force():
    names = place_names(legislation.load().law.places)

    made = {(p.field, p.value) for p in proposals("Aan het Delwaidedok en op het Verrebroekdok in de Waaslandhaven", names)}

    assert ("places[].dock", "Bevrijdingsdok") in made
    assert ("places[].dock", "Verrebroekdok") in made
    assert ("places[].text", "Waaslandhaven") in made


@pytest.mark.parametrize("words", [" 12 kg", "man van 12, ", "kaai 1", "een van ", "1.", "a.b-", "zou. A", "nacht van 1 op 2 "])
def test_text_at_its_limit_is_read_and_every_proposal_marks_its_words(words):
    text = (words * 16_000)[:65_536]

    assert all(text[made.start : made.end] == made.words for made in proposals(text, NAMES))


@pytest.fixture(scope="module")
def tally():
    return bench.measure(bench.rows_of(bench.ROWS))


@pytest.mark.parametrize(
    ("field", "sure", "recall"),
    [
        ("places[].quay", 1.0, 1.0),
        ("places[].dock", 1.0, 1.0),
        ("places[].terminal", 1.0, 1.0),
        ("places[].port", 1.0, 1.0),
        ("vessels[].name", 1.0, 1.0),
        ("dates", 1.0, 0.85),
        ("seizures[].netWeightKg", 0.9, 0.95),
        ("persons[].count", 0.9, 0.88),
        ("persons[].age", 0.9, 0.8),
    ],
)
def test_reported_incidents_are_read_as_well_as_before(tally, field, sure, recall):
    """The summaries of incidents against the facts that a person took from them; a mistake taken over in one go is the worse one."""
    assert tally[field].sure_precision >= sure
    assert tally[field].recall >= recall
