"""What each role may do at all; on which file is shown in store/test_case_visible.py."""

from typing import get_args

import pytest

from docket import access
from docket.access import ACTIONS, REACH, Action, Actor, Role
from docket.errors import MissingScope


def actor(*roles: Role) -> Actor:
    return Actor(account_id=1, code="user:1", roles=frozenset(roles), office="antwerpPort")


def test_who_writes_in_a_file_keeps_its_contacts():
    assert {role for role in access.ALL_ROLES if actor(role).may("keepContacts")} == {"clerk", "officeClient", "prosecutor", "headOfOffice"}


@pytest.mark.parametrize("action", ["settleDecision", "overrideDecision", "setConfidentiality", "referCase"])
def test_only_prosecutor_and_head_decide(action):
    assert {role for role in access.ALL_ROLES if actor(role).may(action)} == {"prosecutor", "headOfOffice"}


def test_court_reads_and_enters_only_its_hearings_services_and_judgments_and_what_was_raised_and_ruled_about_competence():
    reads = {"readCase", "readDocument", "readPiece", "makeInventory", "readEntries", "previewRouting", "readElsewhere", "readAddresses"}
    hears = {"tellParties", "setHearing", "keepChambers", "keepAddresses"}
    judges = {"keepServices", "enterJudgment", "lodgeRemedy", "sendExtract"}
    assert ACTIONS["courtRegistrar"] == reads | hears | judges
    assert ACTIONS["registryClient"] == reads | hears | judges | {"challengeCompetence", "ruleOnChallenge"}


def test_auditor_reads_entries_and_access_log_and_no_file():
    assert ACTIONS["auditor"] == {"readEntries", "readAccessLog", "readDraws"}
    assert set(REACH["auditor"].values()) == {"none"}


def test_administrator_manages_accounts_and_reads_no_file():
    assert ACTIONS["administrator"] == {"manageAccounts", "keepTemplates", "readAddresses", "keepAddresses"}
    assert set(REACH["administrator"].values()) == {"none"}


def test_only_auditor_reads_who_looked_at_what_and_only_administrator_makes_accounts():
    for action, role in (("readAccessLog", "auditor"), ("manageAccounts", "administrator")):
        assert {each for each in access.ALL_ROLES if actor(each).may(action)} == {role}


def test_office_client_may_what_a_clerk_of_its_office_may():
    assert ACTIONS["officeClient"] == ACTIONS["clerk"]
    assert REACH["officeClient"] == REACH["clerk"]


def test_table_knows_every_role_level_and_action():
    assert set(ACTIONS) == set(REACH) == set(access.ALL_ROLES)
    assert all(set(levels) == {"ordinary", "restricted", "sealed"} for levels in REACH.values())
    assert frozenset().union(*ACTIONS.values()) == set(get_args(Action))


def test_action_that_no_role_of_the_actor_has_is_refused_in_dutch():
    with pytest.raises(MissingScope) as refused:
        actor("clerk").require("overrideDecision")

    assert "recht" in refused.value.detail
    actor("clerk", "prosecutor").require("overrideDecision")
