"""Whatever an action did, the register verifies afterwards: nothing was written behind the back of the docket."""

from collections.abc import AsyncIterator

import pytest

from docket.actions.oversight.verify_register import verify_register
from docket.deps import Deps

#: Files and tests that change the database past the actions.
TAMPERING = {
    "test_a_life_that_was_written_behind_the_register_is_found",
    "test_a_template_that_was_chosen_behind_the_register_is_found",
    "test_a_template_that_a_document_was_made_from_and_that_is_gone_or_changed_is_found",
    "test_a_chamber_that_was_changed_behind_its_history_is_found",
    "test_a_clock_that_is_changed_past_the_register_is_found",
    "test_each_transition_of_the_table_works",
    "test_every_other_event_is_refused_with_what_is_possible_and_changes_nothing",
    "test_verify_names_a_file_that_is_closed_over_an_undecided_item",
    "test_an_address_that_was_changed_behind_the_register_is_found",
    "test_verify_names_what_was_tampered_with",
    "test_register_names_a_tampered_assignment_recusal_and_seed",
    "test_sign_head",
    "test_a_related_file_of_another_office_ties_nothing",
}


@pytest.fixture
async def deps(deps: Deps, request: pytest.FixtureRequest) -> AsyncIterator[Deps]:
    yield deps
    if not TAMPERING & {request.node.path.stem, request.node.originalname}:
        findings, _ = await verify_register(deps)
        assert [str(finding) for finding in findings] == []
