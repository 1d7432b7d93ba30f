-- migrate:up

-- Every change of a chamber or of one day of it: who, when, what it was and what it became. A chain of hashes, which signed heads name.
create table chamber_changes (
    seq            bigint primary key,
    chamber_id     bigint not null references chambers (id),
    -- null: the chamber itself
    day            date,
    -- kind, weekdays, hour, capacity and whether it is closed; null: it was not there, or not kept apart
    before         jsonb,
    after          jsonb not null,
    changed_at     timestamptz not null,
    changed_by     text not null,
    previous_hash  bytea not null check (length(previous_hash) = 32),
    hash           bytea not null check (length(hash) = 32)
);
create index chamber_changes_of on chamber_changes (chamber_id, seq);
-- Hash of the last change of a chamber by then; null: none.
alter table heads add column chambers_digest bytea;

-- Files that nobody was drawn for (assignments.forgotten): looked for every five minutes.
create index cases_unassigned on cases (registered_at) where prosecutor is null and status <> 'joined';

-- migrate:down

drop index cases_unassigned;
alter table heads drop column chambers_digest;
drop table chamber_changes;
