-- name: count_attempt(name, address, now, since)^
-- Records an attempt before it is tried, and counts those in the window, this one included.
with recorded as (
    insert into sign_in_attempts (name, address, attempted_at) values (:name, :address, :now)
)
select 1 + count(*) filter (where a.name = :name) as by_name,
       1 + count(*) filter (where a.address = :address) as by_address,
       1 + count(*) filter (where a.name = :name and a.address = :address) as by_both
from sign_in_attempts a where (a.name = :name or a.address = :address) and a.attempted_at > :since;

-- name: forget_attempts(name, address, before)!
-- Those of who just signed in, and whatever is older than any window.
delete from sign_in_attempts where (name = :name and address = :address) or attempted_at < :before;

-- name: user_by_name(name)^
select id, name, display_name, roles, office, court, password_hash, must_change_password, shortcuts
from accounts where kind = 'user' and name = :name and disabled_at is null;

-- name: user_by_id(account_id)^
select id, name, display_name, roles, office, court, password_hash, must_change_password, shortcuts
from accounts where kind = 'user' and id = :account_id and disabled_at is null;

-- name: actor_by_id(account_id, now)^
-- Of a user or a client who may still act; null where he may not.
select id, kind, roles, office, court, scopes from accounts
where id = :account_id and disabled_at is null and (expires_at is null or expires_at > :now);

-- name: client_by_prefix(prefix, now)^
select id, roles, office, court, scopes, key_hash from accounts
where kind = 'client' and key_prefix = :prefix and disabled_at is null and (expires_at is null or expires_at > :now);

-- name: open_session(id_hash, account_id, csrf_token, now, expires_at)!
insert into sessions (id_hash, account_id, csrf_token, created_at, seen_at, expires_at)
values (:id_hash, :account_id, :csrf_token, :now, :now, :expires_at);

-- name: session(id_hash, now, seen_after)^
-- Neither timed out, nor over, nor of a disabled account.
select s.csrf_token, s.seen_at, a.id, a.name, a.display_name, a.roles, a.office, a.court, a.must_change_password, a.shortcuts
from sessions s join accounts a on a.id = s.account_id
where s.id_hash = :id_hash and s.expires_at > :now and s.seen_at > :seen_after and a.disabled_at is null;

-- name: touch_session(id_hash, now)!
update sessions set seen_at = greatest(seen_at, :now) where id_hash = :id_hash;

-- name: close_session(id_hash)!
delete from sessions where id_hash = :id_hash;

-- name: close_sessions_of(account_id)!
delete from sessions where account_id = :account_id;

-- name: forget_sessions(now, seen_before)!
delete from sessions where expires_at <= :now or seen_at <= :seen_before;

-- name: set_password(account_id, password_hash, must_change)!
update accounts set password_hash = :password_hash, must_change_password = :must_change where id = :account_id;

-- name: set_shortcuts(account_id, shortcuts)!
update accounts set shortcuts = :shortcuts where id = :account_id;

-- name: add_user(name, display_name, roles, office, court, password_hash, must_change, now)$
-- No row when the name is taken.
insert into accounts (kind, name, display_name, roles, office, court, password_hash, must_change_password, created_at)
values ('user', :name, :display_name, :roles, :office, :court, :password_hash, :must_change, :now)
on conflict (name) do nothing returning id;

-- name: add_client(name, roles, office, court, scopes, key_prefix, key_hash, expires_at, now)$
-- No row when the name is taken.
insert into accounts (kind, name, display_name, roles, office, court, scopes, key_prefix, key_hash, expires_at, created_at)
values ('client', :name, :name, :roles, :office, :court, :scopes, :key_prefix, :key_hash, :expires_at, :now)
on conflict (name) do nothing returning id;

-- name: disable_account(name, now)$
-- No row when there is no such account, or it is disabled already.
update accounts set disabled_at = :now where name = :name and disabled_at is null returning id;

-- name: has_users()$
select exists (select from accounts where kind = 'user');

-- name: accounts_of(office, court)
-- Who can be named on a case of an office, or works at a court.
select id, name, display_name, roles from accounts
where kind = 'user' and disabled_at is null and (office = :office or court = :court) order by display_name, id;

-- name: names_of(account_ids)
select id, name, display_name, roles from accounts where id = any (:account_ids) order by display_name, id;

-- name: all_accounts()
-- For the administrator: users and clients, open ones first.
select id, kind, name, display_name, roles, office, court, scopes, key_prefix, expires_at, created_at, disabled_at
from accounts order by disabled_at is not null, kind desc, name;
