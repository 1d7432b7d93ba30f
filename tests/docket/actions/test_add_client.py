"""Keys of machines, and accounts with a function that fits their office or court."""

from datetime import timedelta

import pytest

from docket.access import SYSTEM, Actor
from docket.actions.accounts.add_client import AddClient, add_client
from docket.actions.accounts.add_user import AddUser, add_user
from docket.actions.accounts.disable_account import DisableAccount, disable_account
from docket.errors import BadInput, MissingScope, NotFound, StateForbids
from docket.store import accounts

CLIENT = AddClient(name="kali", role="officeClient", scopes=("cases:read", "cases:write"), office="antwerpPort")


async def actor_of(deps, key):
    return await accounts.actor_of_key(deps.pool, key, deps.clock.now())


async def test_key_opens_as_its_client_with_its_scopes(deps):
    added = await add_client(CLIENT, SYSTEM, deps)

    actor = await actor_of(deps, added.key)
    assert actor.code == f"client:{added.account_id}"
    assert (actor.roles, actor.office, actor.scopes) == ({"officeClient"}, "antwerpPort", {"cases:read", "cases:write"})
    assert added.key not in str(await deps.pool.fetch("select * from accounts"))


async def test_key_that_is_wrong_expired_or_disabled_opens_nothing(deps):
    added = await add_client(CLIENT, SYSTEM, deps)
    changed = added.key[:-1] + ("A" if added.key[-1] != "A" else "B")
    for key in (changed, added.key + "x", added.key.upper(), "", "hav_", "\x00", added.key.replace("hav_", "hav_\x00")):
        assert await actor_of(deps, key) is None

    deps.clock.instant += timedelta(days=365)
    assert await actor_of(deps, added.key) is None
    deps.clock.instant -= timedelta(days=1)
    assert await actor_of(deps, added.key)
    await disable_account(DisableAccount(name="kali"), SYSTEM, deps)
    assert await actor_of(deps, added.key) is None


@pytest.mark.parametrize(
    ("change", "fields"),
    [
        ({"role": "clerk"}, ["/role"]),
        ({"scopes": ("cases:delete",)}, ["/scopes"]),
        ({"scopes": ()}, ["/scopes"]),
        ({"office": None}, ["/office"]),
        ({"office": None, "role": "registryClient"}, ["/court"]),
        ({"court": "antwerpCorrectional"}, ["/court"]),
        ({"name": "Kali Team", "scopes": ()}, ["/name", "/scopes"]),
    ],
)
async def test_bad_client_names_every_fault(deps, change, fields):
    import msgspec

    with pytest.raises(BadInput) as refused:
        await add_client(msgspec.structs.replace(CLIENT, **change), SYSTEM, deps)

    assert [issue.name for issue in refused.value.issues] == fields


@pytest.mark.parametrize(
    ("roles", "places", "fields"),
    [
        (("clerk",), {}, ["/office"]),
        (("courtRegistrar",), {}, ["/court"]),
        (("clerk", "courtRegistrar"), {"office": "antwerpPort", "court": "antwerpCorrectional"}, ["/roles"]),
        (("officeClient",), {"office": "antwerpPort"}, ["/roles"]),
        ((), {}, ["/roles"]),
        (("clerk",), {"office": "Antwerpen haven"}, ["/office"]),
        (("clerk",), {"office": "atlantisPort"}, ["/office"]),
        (("courtRegistrar",), {"court": "antwerpPort"}, ["/court"]),
    ],
)
async def test_functions_ask_for_their_office_or_court(deps, roles, places, fields):
    with pytest.raises(BadInput) as refused:
        await add_user(AddUser(name="iemand", display_name="Iemand", roles=roles, **places), SYSTEM, deps)

    assert [issue.name for issue in refused.value.issues] == fields


async def test_functions_add_up_and_an_administrator_needs_no_office(deps):
    both = await add_user(
        AddUser(name="beheer", display_name="Beheer", roles=("administrator", "clerk"), office="antwerpPort"), SYSTEM, deps
    )
    await add_user(AddUser(name="nazicht", display_name="Nazicht", roles=("auditor",)), SYSTEM, deps)

    user = await accounts.user_by_id(deps.pool, both.account_id)
    assert user.actor.may("amendCase")
    assert user.actor.may("manageAccounts")
    assert not user.actor.may("overrideDecision")


async def test_name_that_is_taken_is_said(deps):
    await add_client(CLIENT, SYSTEM, deps)

    with pytest.raises(StateForbids):
        await add_client(CLIENT, SYSTEM, deps)
    with pytest.raises(StateForbids):
        await add_user(AddUser(name="kali", display_name="K", roles=("auditor",)), SYSTEM, deps)


async def test_only_an_administrator_manages_accounts(deps):
    clerk = Actor(account_id=1, code="user:1", roles=frozenset({"clerk", "headOfOffice"}), office="antwerpPort")

    with pytest.raises(MissingScope):
        await add_client(CLIENT, clerk, deps)
    with pytest.raises(MissingScope):
        await add_user(AddUser(name="x1", display_name="x", roles=("auditor",)), clerk, deps)
    with pytest.raises(MissingScope):
        await disable_account(DisableAccount(name="kali"), clerk, deps)


async def test_account_that_is_not_there_cannot_be_disabled(deps):
    with pytest.raises(NotFound):
        await disable_account(DisableAccount(name="niemand"), SYSTEM, deps)
