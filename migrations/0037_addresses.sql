-- migrate:up

set local lock_timeout = '5s';

-- Where an office or a court is from a day on, in the order in which it was entered: a chain of hashes, which signed heads name.
create table addresses (
    -- place in the chain, from 1
    seq            bigint primary key,
    -- code of an office or a court of the law
    seat           text not null check (seat <> ''),
    address        text not null check (length(btrim(address)) between 1 and 200),
    from_day       date not null,
    reason         text not null check (btrim(reason) <> ''),
    kept_at        timestamptz not null,
    kept_by        text not null,
    previous_hash  bytea not null check (length(previous_hash) = 32),
    hash           bytea not null check (length(hash) = 32)
);
create trigger never_changed before update or delete on addresses for each row execute function refuse_change();
-- Hash of the last address by then; null: none.
alter table heads add column addresses_digest bytea;

-- migrate:down

alter table heads drop column addresses_digest;
drop table addresses;
