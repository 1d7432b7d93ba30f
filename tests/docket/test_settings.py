"""Settings come from the environment once, and every mistake in them is told at once."""

import threading
from datetime import timedelta
from pathlib import Path

import pytest

from docket.settings import BadSetting, Settings, from_env, secret, write_secret


def test_an_empty_environment_gives_the_defaults_with_the_folder_of_the_checkout(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.chdir(tmp_path)
    found = from_env({})

    assert found.data_dir == Path(__file__).resolve().parents[2] / ".docket"
    assert found.database_url == ""
    assert (found.host, found.port) == ("127.0.0.1", 8000)


def test_each_kind_of_value_is_read() -> None:
    found = from_env(
        {
            "DOCKET_DATA_DIR": "/srv/a folder",
            "DOCKET_PORT": "8001",
            "DOCKET_HTTPS": "true",
            "DOCKET_SESSION_IDLE": "15",
            "DOCKET_MAIL_DOMAINS": "politie.example.org, douane.example.org",
            "DOCKET_LAW_DIR": "/srv/law",
        }
    )

    assert found.data_dir == Path("/srv/a folder")
    assert (found.port, found.https, found.session_idle) == (8001, True, timedelta(minutes=15))
    assert found.mail_domains == ("politie.example.org", "douane.example.org")
    assert found.law_dir == Path("/srv/law")


def test_every_mistake_is_told_at_once_and_passwords_are_not_repeated() -> None:
    with pytest.raises(BadSetting) as refused:
        from_env(
            {
                "DOCKET_PORT": "eight",
                "DOCKET_HTTPS": "maybe",
                "DOCKET_SMTP_URL": "http://user:secret@mail",
                "DOCKET_DATABSE_URL": "postgresql://typo",
            }
        )

    told = str(refused.value)
    assert "DOCKET_PORT=eight: expected a whole number" in told
    assert "DOCKET_HTTPS=maybe: choose true or false" in told
    assert "DOCKET_SMTP_URL: begin with smtp:// or smtps://" in told
    assert "DOCKET_DATABSE_URL is not a setting" in told
    assert "secret" not in told


@pytest.mark.parametrize("address", ["retour", "@example.org", "a b@example.org", "a@b@c"])
def test_an_address_for_bounces_is_one_address(address: str) -> None:
    with pytest.raises(BadSetting, match="DOCKET_MAIL_BOUNCE_ADDRESS"):
        from_env({"DOCKET_MAIL_BOUNCE_ADDRESS": address})


def test_a_secret_is_made_once_and_is_for_its_owner_only(tmp_path: Path) -> None:
    first = secret(tmp_path / "data", "some.key")

    assert secret(tmp_path / "data", "some.key") == first
    assert len(first) == 32
    assert (tmp_path / "data" / "some.key").stat().st_mode & 0o777 == 0o600


def test_callers_at_once_get_the_same_secret(tmp_path: Path) -> None:
    found: list[bytes] = []
    threads = [threading.Thread(target=lambda: found.append(secret(tmp_path, "some.key"))) for _ in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()

    assert len(found) == 8
    assert len(set(found)) == 1
    assert [path.name for path in tmp_path.iterdir()] == ["some.key"]


def test_a_secret_that_is_there_is_never_overwritten(tmp_path: Path) -> None:
    write_secret(tmp_path / "some.key", b"first")

    assert write_secret(tmp_path / "some.key", b"second") == b"first"


def test_the_heads_and_their_key_lie_in_the_data_folder_unless_set() -> None:
    assert Settings(data_dir=Path("/d")).heads_folder == Path("/d/heads")
    assert Settings(data_dir=Path("/d"), heads_dir=Path("/worm")).heads_folder == Path("/worm")
    assert Settings(data_dir=Path("/d")).head_key == Path("/d/head-signing.key")
