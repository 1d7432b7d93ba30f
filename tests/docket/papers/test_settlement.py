"""A settlement is offered under what art. 216bis Sv. asks, confirmed by the magistrate, and is found met on the terms of the offer."""

from datetime import UTC, date, datetime

import msgspec
import pytest

from docket.papers import paper_of
from docket.store.documents import MadePaper
from documents.settlement_offer import SettlementOfferTyped
from tests.docket.papers import offices

OFFER = {
    "address": "Kaai 1, 2030 Antwerpen",
    "amount_eur": 12_500,
    "due_on": date(2027, 1, 31),
    "payment": "[hoe te betalen]",
    "contact": "het secretariaat",
    "damage": "paid",
    "damage_words": "1.200 euro aan de benadeelde",
    "renounced": ("een gsm",),
    "no_serious_harm": True,
    "sentence_within_limit": True,
}
PAID = {
    "paid_eur": 12_500,
    "paid_on": date(2026, 11, 20),
    "proof": "uittreksel 12",
    "renounced_done": True,
    "damage_done": "kwijting van 20 november 2026",
}


def offered(law, *, status: str = "settlement", about: str = "s1", stage: str = "issued", **changes):
    typed = msgspec.json.encode(SettlementOfferTyped(**OFFER | changes)).decode()
    made = MadePaper(kind="settlement_offer", about=about, made_at=datetime(2026, 10, 1, 9, tzinfo=UTC), typed=typed, stage=stage)
    return offices.known(law, status=status, made=(made,))


def test_an_offer_holds_every_element_of_the_law(law):
    said = offices.words("settlement_offer", offices.known(law), "s1", **OFFER)

    for told in (
        "Rechtsgrond → Art. 216bis, § 1 Sv.",
        "invoer van verdovende middelen",
        "Te betalen som → 12.500 euro",
        "Te betalen tot en met → 31 januari 2027",
        "Hoe te betalen → [hoe te betalen]",
        "Contact → het secretariaat",
        "– een gsm",
        "Schade → de schade is vergoed",
        "geen zware schending van de lichamelijke integriteit",
        "geen zwaardere hoofdstraf te vorderen dan 2 jaar gevangenis",
        "dan vervalt de strafvordering voor deze feiten",
    ):
        assert told in said
    assert "homologeert" not in said


def test_a_citizen_is_told_how_to_pay_and_whom_to_ask_or_nothing_is_offered(law):
    found = offices.lacks("settlement_offer", offices.known(law), "s1", **OFFER | {"payment": None, "contact": None})

    assert set(offices.fields(found)) == {"#payment", "#contact"}


def test_once_a_judge_has_the_case_the_court_homologates(law):
    said = offices.words("settlement_offer", offices.known(law, status="trialCourt"), "s1", **OFFER)

    assert "Art. 216bis, § 2 Sv." in said
    assert "de schikking heeft pas gevolg als die rechter haar homologeert" in said


def test_everything_that_an_offer_lacks_is_named_at_once(law):
    assert offices.fields(offices.lacks("settlement_offer", offices.known(law), "s1")) == [
        "#address",
        "#amountEur",
        "#dueOn",
        "#payment",
        "#damage",
        "#contact",
        "#noSeriousHarm",
        "#sentenceWithinLimit",
    ]


@pytest.mark.parametrize("field", ["no_serious_harm", "sentence_within_limit"])
def test_what_the_magistrate_denies_is_no_settlement(law, field):
    found = offices.lacks("settlement_offer", offices.known(law), "s1", **OFFER | {field: False})

    assert len(found) == 1
    assert "anders is er geen schikking" in found[0].what


def test_damage_is_not_passed_over_while_somebody_declared_himself_injured(law):
    found = offices.lacks("settlement_offer", offices.known(law), "s1", **OFFER | {"damage": "none"})

    assert offices.fields(found) == ["#damage"]
    assert "benadeelde persoon 1 (b1)" in found[0].what


def test_the_last_day_of_payment_lies_ahead(law):
    assert offices.fields(offices.lacks("settlement_offer", offices.known(law), "s1", **OFFER | {"due_on": offices.TODAY})) == ["#dueOn"]


def test_a_minor_gets_no_settlement(law):
    found = offices.lacks("settlement_offer", offices.known(law), "s2", **OFFER)

    assert "een meerderjarige verdachte: verdachte 2 (s2)" in found[0].what


def test_counts_that_are_before_a_judge_and_counts_that_are_not_are_offered_apart(law):
    file = offices.known(law, stands={("s1", "o2"): "judicialInquiry"})

    assert offices.fields(offices.lacks("settlement_offer", file, "s1", **OFFER)) == ["#counts"]
    assert "§ 1" in offices.words("settlement_offer", file, "s1", counts=("o1",), **OFFER)
    assert "§ 2" in offices.words("settlement_offer", file, "s1", counts=("o2",), **OFFER)


def test_an_offence_that_the_catalogue_does_not_hold_waits_for_the_article_of_the_magistrate(law):
    [first, second] = offices.report().offences
    other = msgspec.structs.replace(first, offence="other", note="illegale uitvoer van afval")
    file = offices.known(law, offices.report(offences=(other, second)))

    assert offices.fields(offices.lacks("settlement_offer", file, "s1", **OFFER)) == ["#articles"]
    assert "het nummer van het feit" in offices.lacks("settlement_offer", file, "s1", articles=("art. 56",), **OFFER)[0].what
    said = offices.words("settlement_offer", file, "s1", articles=("1: art. 56 Materialendecreet",), **OFFER)
    assert "illegale uitvoer van afval" in said
    assert "– feit 1: art. 56 Materialendecreet" in said


def test_one_article_of_the_magistrate_speaks_for_its_own_count_alone(law):
    unlisted = tuple(msgspec.structs.replace(row, offence="other", note="afval") for row in offices.report().offences)
    found = offices.lacks(
        "settlement_offer", offices.known(law, offices.report(offences=unlisted)), "s1", articles=("1: art. 56",), **OFFER
    )

    assert [one.what for one in found] == ["de wetsbepaling van feit 2: de catalogus heeft er geen voor de dag van de feiten"]


@pytest.mark.parametrize(
    ("unknown", "link", "what"),
    [
        ({"offence": None}, "verbeteren#feiten", "het misdrijf van feit 1"),
        ({"committed_from": None, "committed_until": None}, "verbeteren#feiten", "de periode van feit 1"),
        ({"place": None}, "verbeteren#plaatsen", "de plaats van feit 1"),
    ],
)
def test_nothing_is_settled_of_which_nobody_knows_what_it_was_when_or_where(law, unknown, link, what):
    [first, second] = offices.report().offences
    said = offices.report(offences=(msgspec.structs.replace(first, **unknown), second))
    found = offices.lacks("settlement_offer", offices.known(law, said), "s1", **OFFER)
    offered_then = msgspec.structs.replace(offices.known(law, said, status="settlement"), made=offered(law).made)

    assert (link, what) in [(one.link, one.what) for one in found]
    assert (link, what) in [(one.link, one.what) for one in offices.lacks("settlement_finding", offered_then, "s1", **PAID)]
    # A count that is not offered may stay as it is.
    assert offices.lacks("settlement_offer", offices.known(law, said), "s1", counts=("o2",), **OFFER) == ()


@pytest.mark.parametrize("status", ["registered", "dismissed", "judged", "final", "closed", "assizes"])
def test_a_settlement_exists_only_where_the_prosecution_or_a_judge_still_has_the_case(law, status):
    assert "een minnelijke schikking wordt aangeboden vanuit" in (
        offices.refused("settlement_offer", offices.known(law, status=status)) or ""
    )


def test_the_finding_reads_its_terms_from_the_offer(law):
    said = offices.words("settlement_finding", offered(law), "s1", **PAID)

    for told in (
        "Voorstel van → 1 oktober 2026",
        "Som → 12.500 euro",
        "– een gsm",
        "Betaald op → 20 november 2026",
        "Bewijs → uittreksel 12",
    ):
        assert told in said
    assert "De strafvordering is voor deze feiten ten aanzien van deze verdachte vervallen." in said


def test_of_two_offers_the_last_one_counts(law):
    file = offered(law)
    newer = msgspec.structs.replace(
        file.made[0], typed=msgspec.json.encode(SettlementOfferTyped(**OFFER | {"amount_eur": 20_000})).decode()
    )
    file = msgspec.structs.replace(file, made=(*file.made, newer))

    found = offices.lacks("settlement_finding", file, "s1", **PAID)
    assert [one.what for one in found] == ["de volledige som: gevraagd is 20.000 euro, betaald 12.500 euro"]


def test_a_late_payment_needs_a_magistrate_who_accepts_it(law):
    file = offered(law, due_on=date(2026, 11, 10))

    assert offices.fields(offices.lacks("settlement_finding", file, "s1", **PAID)) == ["#lateAccepted"]
    said = offices.words("settlement_finding", file, "s1", late_accepted=True, **PAID)
    assert "20 november 2026 (na de termijn; de magistraat aanvaardt dat)" in said


def test_every_term_of_the_offer_has_to_be_met(law):
    assert offices.fields(offices.lacks("settlement_finding", offered(law), "s1")) == [
        "#paidEur",
        "#paidOn",
        "#proof",
        "#renouncedDone",
        "#damageDone",
    ]


def test_after_seisin_the_finding_names_the_homologation(law):
    file = offered(law, status="trialCourt")

    assert offices.fields(offices.lacks("settlement_finding", file, "s1", **PAID)) == ["#homologatedBy", "#homologatedOn"]
    said = offices.words(
        "settlement_finding", file, "s1", homologated_by="correctionele rechtbank Antwerpen", homologated_on=date(2026, 11, 23), **PAID
    )
    assert "Homologatie → correctionele rechtbank Antwerpen, 23 november 2026" in said


def test_an_offer_to_another_suspect_is_no_offer_to_this_one(law):
    found = offices.lacks("settlement_finding", offered(law, about="s9"), "s1", **PAID)

    assert offices.fields(found) == ["documenten/maken?soort=settlement_offer"]


@pytest.mark.parametrize(
    ("stage", "link"),
    [("draft", "documenten"), ("signedOff", "documenten"), ("withdrawn", "documenten/maken?soort=settlement_offer")],
)
def test_an_offer_that_did_not_leave_or_was_withdrawn_settles_nothing(law, stage, link):
    assert offices.fields(offices.lacks("settlement_finding", offered(law, stage=stage), "s1", **PAID)) == [link]


def test_without_an_offer_in_this_register_nothing_is_found(law):
    assert "nog geen voorstel" in (offices.refused("settlement_finding", offices.known(law, status="settlement")) or "")


def test_the_form_says_under_which_paragraph_and_up_to_which_sentence(law):
    said = paper_of("settlement_offer").remark(offices.known(law)) or ""

    assert "Art. 216bis, § 1 Sv. (waarschijnlijk), geen zwaardere straf te verwachten dan 2 jaar" in said
    assert "Art. 216bis, § 2 Sv." in said
