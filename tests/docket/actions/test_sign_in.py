"""Who gets in, who does not, and that the answer tells a guesser nothing."""

import time
from datetime import timedelta

import argon2
import msgspec
import pytest

from docket.access import SYSTEM
from docket.actions.accounts.add_user import AddUser, add_user
from docket.actions.accounts.change_password import ChangePassword, change_password
from docket.actions.accounts.disable_account import DisableAccount, disable_account
from docket.actions.accounts.sign_in import ATTEMPTS_BY_ADDRESS, ATTEMPTS_BY_NAME_AND_ADDRESS, ATTEMPTS_WINDOW, SignIn, sign_in
from docket.actions.accounts.sign_out import SignOut, sign_out
from docket.errors import BadInput, NotSignedIn, TooManyAttempts
from docket.passwords import Passwords
from docket.store import accounts

PASSWORD = "een zin die nergens staat"
NEW_PASSWORD = "een heel andere zin dan de vorige"


@pytest.fixture
async def clerk(deps):
    command = AddUser(name="klerk", display_name="Klerk Een", roles=("clerk",), office="antwerpPort", password=PASSWORD)
    return await add_user(command, SYSTEM, deps)


def attempt(name="klerk", password=PASSWORD, address="192.0.2.1", cookie=None) -> SignIn:
    return SignIn(name=name, password=password, address=address, cookie=cookie)


async def session_of(deps, cookie):
    return await accounts.actor_of_session(deps.pool, cookie, now=deps.clock.now(), idle=deps.settings.session_idle)


async def test_right_password_opens_a_session_of_the_account(deps, clerk):
    signed_in = await sign_in(attempt(), deps)

    session = await session_of(deps, signed_in.cookie)
    assert (session.actor.code, session.actor.office) == (f"user:{clerk.account_id}", "antwerpPort")
    assert session.actor.roles == {"clerk"}
    assert session.csrf_token == signed_in.csrf_token
    assert session.must_change_password


async def test_name_is_taken_without_capitals_and_spaces_around_it(deps, clerk):
    assert (await sign_in(attempt(name=" Klerk "), deps)).account_id == clerk.account_id


@pytest.mark.parametrize(
    ("name", "password"),
    [("klerk", "fout"), ("niemand", PASSWORD), ("klerk\x00", PASSWORD), ("\ud800", "\ud800"), ("", ""), ("klerk", PASSWORD + "x" * 5000)],
)
async def test_wrong_name_and_wrong_password_get_the_same_answer(deps, clerk, name, password):
    with pytest.raises(NotSignedIn) as refused:
        await sign_in(attempt(name=name, password=password), deps)

    assert refused.value.detail == "De naam of het wachtwoord klopt niet. Controleer beide en probeer opnieuw."


async def test_wrong_name_takes_as_long_as_wrong_password(deps):
    # A hash that takes some milliseconds, so that what is measured is the hash and not the database.
    slow = msgspec.structs.replace(deps, passwords=Passwords(argon2.PasswordHasher(time_cost=4, memory_cost=8192, parallelism=1)))
    await add_user(AddUser(name="klerk", display_name="K", roles=("clerk",), office="antwerpPort", password=PASSWORD), SYSTEM, slow)

    async def fastest(name: str) -> float:
        durations = []
        for number in range(4):
            begin = time.perf_counter()
            with pytest.raises(NotSignedIn):
                await sign_in(attempt(name=name, password="fout", address=f"192.0.2.{number}"), slow)
            durations.append(time.perf_counter() - begin)
        return min(durations)

    await fastest("warm")

    assert 0.5 < await fastest("niemand") / await fastest("klerk") < 2


async def test_disabled_account_is_refused_like_an_unknown_one_and_its_sessions_end(deps, clerk):
    signed_in = await sign_in(attempt(), deps)
    await disable_account(DisableAccount(name="klerk"), SYSTEM, deps)

    assert await session_of(deps, signed_in.cookie) is None
    with pytest.raises(NotSignedIn):
        await sign_in(attempt(), deps)


async def test_guessing_a_name_from_one_address_is_stopped_even_with_the_right_password(deps, clerk):
    for _ in range(ATTEMPTS_BY_NAME_AND_ADDRESS):
        with pytest.raises(NotSignedIn):
            await sign_in(attempt(password="fout"), deps)

    with pytest.raises(TooManyAttempts):
        await sign_in(attempt(), deps)
    assert await sign_in(attempt(address="192.0.2.2"), deps)
    deps.clock.instant += ATTEMPTS_WINDOW
    assert await sign_in(attempt(), deps)


async def test_guessing_many_names_from_one_address_is_stopped(deps, clerk):
    for number in range(ATTEMPTS_BY_ADDRESS):
        with pytest.raises(NotSignedIn):
            await sign_in(attempt(name=f"naam{number}"), deps)

    with pytest.raises(TooManyAttempts):
        await sign_in(attempt(), deps)


async def test_what_was_typed_as_a_name_is_not_kept(deps):
    with pytest.raises(NotSignedIn):
        await sign_in(attempt(name=PASSWORD), deps)

    assert PASSWORD not in str(await deps.pool.fetch("select * from sign_in_attempts"))


async def test_signing_in_gives_a_new_id_and_ends_the_one_the_browser_showed(deps, clerk):
    first = await sign_in(attempt(), deps)
    second = await sign_in(attempt(cookie=first.cookie), deps)

    assert first.cookie != second.cookie
    assert await session_of(deps, first.cookie) is None
    assert await session_of(deps, second.cookie)


async def test_idle_session_ends(deps, clerk):
    signed_in = await sign_in(attempt(), deps)
    deps.clock.instant += deps.settings.session_idle - timedelta(minutes=1)
    assert await session_of(deps, signed_in.cookie)
    deps.clock.instant += deps.settings.session_idle - timedelta(minutes=1)
    assert await session_of(deps, signed_in.cookie)
    deps.clock.instant += deps.settings.session_idle

    assert await session_of(deps, signed_in.cookie) is None


async def test_busy_session_ends_too(deps, clerk):
    signed_in = await sign_in(attempt(), deps)
    end = deps.clock.now() + deps.settings.session_absolute
    while deps.clock.now() + timedelta(minutes=30) < end:
        deps.clock.instant += timedelta(minutes=30)
        assert await session_of(deps, signed_in.cookie)
    deps.clock.instant = end

    assert await session_of(deps, signed_in.cookie) is None


async def test_cookie_itself_is_not_in_the_database(deps, clerk):
    signed_in = await sign_in(attempt(), deps)

    rows = str(await deps.pool.fetch("select s.*, a.* from sessions s join accounts a on a.id = s.account_id"))
    assert signed_in.cookie not in rows
    assert PASSWORD not in rows


async def test_signing_out_ends_the_session(deps, clerk):
    signed_in = await sign_in(attempt(), deps)
    await sign_out(SignOut(cookie=signed_in.cookie), deps)

    assert await session_of(deps, signed_in.cookie) is None


async def test_changed_password_replaces_the_old_one_ends_other_sessions_and_removes_the_file_that_held_it(deps, clerk):
    deps.settings.first_password_file.write_text(f"klerk\n{PASSWORD}\n")
    other = await sign_in(attempt(), deps)
    session = await session_of(deps, (await sign_in(attempt(), deps)).cookie)

    changed = await change_password(ChangePassword(old_password=PASSWORD, new_password=NEW_PASSWORD), session.actor, deps)

    assert not deps.settings.first_password_file.exists()
    assert await session_of(deps, other.cookie) is None
    assert not (await session_of(deps, changed.cookie)).must_change_password
    assert await sign_in(attempt(password=NEW_PASSWORD), deps)
    with pytest.raises(NotSignedIn):
        await sign_in(attempt(), deps)


@pytest.mark.parametrize(
    ("old", "new", "field"),
    [
        ("fout", NEW_PASSWORD, "/oldPassword"),
        (PASSWORD, "te kort", "/newPassword"),
        (PASSWORD, PASSWORD, "/newPassword"),
        (PASSWORD, "klerkklerk12", "/newPassword"),
        (PASSWORD, "x" * 2000, "/newPassword"),
    ],
)
async def test_bad_change_of_password_names_its_field_and_changes_nothing(deps, clerk, old, new, field):
    session = await session_of(deps, (await sign_in(attempt(), deps)).cookie)

    with pytest.raises(BadInput) as refused:
        await change_password(ChangePassword(old_password=old, new_password=new), session.actor, deps)

    assert [issue.name for issue in refused.value.issues] == [field]
    assert await sign_in(attempt(), deps)


async def test_hash_made_with_cheaper_settings_is_renewed_at_sign_in(deps, clerk):
    before = await deps.pool.fetchval("select password_hash from accounts")
    dearer = msgspec.structs.replace(deps, passwords=Passwords(argon2.PasswordHasher(time_cost=2, memory_cost=16, parallelism=1)))
    await sign_in(attempt(), dearer)

    after = await deps.pool.fetchval("select password_hash from accounts")
    assert before != after
    assert await sign_in(attempt(), dearer)
