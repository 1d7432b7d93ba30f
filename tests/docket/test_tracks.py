"""Which files stand in "te beslissen": what has no tracks, no office, or no court where one is due."""

from datetime import date

import msgspec
import pytest

from docket import tracks
from docket.cases import facts_of, numbered
from docket.contract import decode_report
from routing import route

ENTERED_ON = date(2026, 11, 24)
QUAY = {"id": "p1", "port": "antwerp", "quay": "1742", "country": "BE"}
ABROAD = {"id": "p1", "municipality": "Rotterdam", "country": "NL"}
IMPORT = {"offence": "drugImport", "place": "p1"}
#: Money laundering of which nobody said whether it has to do with the port.
UNCLEAR = {"offence": "moneyLaundering"}
MINOR_WITHOUT_RESIDENCE = {"id": "s1", "role": "suspect", "kind": "natural", "count": 1, "minor": True}


def settled(law, **report):
    """(does a person still have to settle the file, the places of its open tracks)"""
    raw = msgspec.json.encode({"origin": {"service": "customs"}, **report})
    facts = facts_of(numbered(decode_report(raw)), ENTERED_ON)
    decision = route(facts, law.law)
    open_tracks = tracks.open_ordinals(decision, facts)
    return tracks.is_open(decision, open_tracks), open_tracks


def test_file_without_tracks_is_open(law):
    assert settled(law, offences=[UNCLEAR]) == (True, ())


def test_decided_file_is_not_open(law):
    assert settled(law, places=[QUAY], offences=[IMPORT]) == (False, ())


def test_track_without_office_is_open_and_the_adults_track_is_not(law):
    adult = {"id": "s2", "role": "suspect", "kind": "natural", "count": 1, "minor": False}
    persons = [MINOR_WITHOUT_RESIDENCE, adult]

    assert settled(law, places=[QUAY], offences=[IMPORT], persons=persons) == (True, (1,))


def test_track_with_an_office_and_no_court_is_open(law):
    assert settled(law, leadAuthority="customs", places=[{"id": "p1"}], offences=[{"offence": "other"}]) == (True, (0,))


@pytest.mark.parametrize("lead", ["eppo", "foreign"])
def test_track_of_eppo_or_of_another_country_waits_for_no_court(law, lead):
    assert settled(law, leadAuthority=lead, places=[QUAY], offences=[IMPORT]) == (False, ())


def test_track_at_a_place_abroad_waits_for_no_court(law):
    assert settled(law, leadAuthority="federalProsecutor", places=[ABROAD], offences=[{"offence": "other", "place": "p1"}]) == (False, ())


def test_unclear_file_with_a_lead_waits_for_no_court(law):
    assert settled(law, leadAuthority="federalProsecutor", offences=[UNCLEAR]) == (False, ())
