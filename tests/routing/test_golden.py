"""An engine version stands for its answers: another answer to an example needs another version."""

import re

from tests.routing import golden

MEND = (
    f"Decided otherwise than written down. If a rule changed: raise ENGINE_VERSION in routing/engine.py. "
    f"Then, or if only the law data changed an answer: {golden.COMMAND}"
)


def test_examples_are_answered_as_this_engine_version_answered_them() -> None:
    present, stored = golden.present(), golden.stored()

    assert {key: told for key, (told, _) in present.answers.items()} == {key: told for key, (told, _) in stored.answers.items()}, MEND


def test_under_the_same_law_every_byte_of_a_decision_is_the_same() -> None:
    present, stored = golden.present(), golden.stored()
    if present.law_digest != stored.law_digest:
        # The law data moved since: its citations stand in the bytes; the answers are held by the test above.
        assert re.fullmatch(r"[0-9a-f]{64}", stored.law_digest)
        return

    assert present.answers == stored.answers, MEND
