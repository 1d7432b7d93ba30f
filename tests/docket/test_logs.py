"""What is logged holds no names: an error is told by its types and places, whoever logs it."""

import json
import logging
from collections.abc import Iterator

import pytest
import structlog

from docket import logs

SECRET = "Xaverius Testmans"


@pytest.fixture(autouse=True)
def as_before() -> Iterator[None]:
    root = logging.getLogger()
    handlers, level = root.handlers[:], root.level
    yield
    root.handlers[:] = handlers
    root.setLevel(level)
    structlog.reset_defaults()


def fail(name: str) -> None:
    try:
        raise KeyError(name)
    except KeyError as inner:
        raise ValueError(f"nobody is called {name}") from inner


@pytest.mark.parametrize("form", ["text", "json"])
@pytest.mark.parametrize("logger", [logging.getLogger("pgqueuer"), structlog.get_logger("docket.worker")], ids=["foreign", "ours"])
def test_a_traceback_names_places_and_types_and_nobody(form: str, logger: logging.Logger, capsys: pytest.CaptureFixture[str]) -> None:
    logs.configure(form)
    try:
        fail(SECRET)
    except ValueError:
        logger.exception("a job failed")
    said = capsys.readouterr().err

    assert "Testmans" not in said
    assert "builtins.ValueError" in said and "builtins.KeyError" in said
    assert f"{__file__}:" in said and "in fail" in said
    assert form == "text" or json.loads(said)["event"] == "a job failed"
