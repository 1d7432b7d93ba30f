-- migrate:up

set local lock_timeout = '5s';

-- The prosecutor in whose hands the file is: the last row of its assignments; null = nobody (yet).
alter table cases add column prosecutor bigint;
create index cases_by_prosecutor on cases (prosecutor, year desc, serial desc) where prosecutor is not null;
create index case_relations_by_related on case_relations (related_id) where related_id is not null;

-- Who may be drawn, from a day up to but not including another; until_day null = still.
create table roster_members (
    id                bigint generated always as identity primary key,
    office            text not null,
    account_id        bigint not null references accounts (id),
    from_day          date not null,
    until_day         date,
    added_at          timestamptz not null,
    added_by          text not null,
    ended_at          timestamptz,
    ended_by          text,
    check (until_day is null or until_day >= from_day)
);
create index roster_members_by_account on roster_members (account_id);

-- Days on which a prosecutor takes no file, and who takes his place.
create table absences (
    id                bigint generated always as identity primary key,
    account_id        bigint not null references accounts (id),
    from_day          date not null,
    until_day         date not null,
    stand_in          bigint references accounts (id),
    entered_at        timestamptz not null,
    entered_by        text not null,
    withdrawn_at      timestamptz,
    withdrawn_by      text,
    check (until_day > from_day),
    check (stand_in is null or stand_in <> account_id)
);
create index absences_by_account on absences (account_id);

-- Who may not take a file. Held by the seal of the file; the reason is read inside the office only.
create table recusals (
    id                bigint generated always as identity primary key,
    case_id           bigint not null references cases (id),
    account_id        bigint not null references accounts (id),
    ground            text not null check (ground in ('party', 'company', 'earlierRole', 'other')),
    reason            text not null,
    entered_at        timestamptz not null,
    entered_by        text not null,
    unique (case_id, account_id)
);

-- Seeds of the draws: the commitment is published before a seed is used, the seed itself when its period is over.
create table draw_seeds (
    seq               integer primary key,
    -- sha256 of the seed
    commitment        bytea not null unique,
    committed_at      timestamptz not null,
    committed_by      text not null,
    -- over the columns above and the row before: a chain that the signed heads name
    previous_hash     bytea not null,
    hash              bytea not null,
    -- number of the last draw with it
    draws             integer not null default 0,
    seed              bytea,
    revealed_at       timestamptz,
    revealed_by       text,
    check ((seed is null) = (revealed_at is null))
);
-- Sealed with a key outside the database; the row goes when the seed is revealed.
create table draw_secrets (
    seq               integer primary key references draw_seeds (seq),
    sealed            bytea not null
);
alter table heads add column seeds_digest bytea;

create table assignments (
    case_id           bigint not null references cases (id),
    seq               integer not null,
    kind              text not null check (kind in ('draw', 'connexity', 'standIn', 'override', 'none')),
    account_id        bigint references accounts (id),
    -- what it looked at and what came out (routing/assignment.py); null for an override
    snapshot          jsonb,
    result            jsonb,
    seed_seq          integer references draw_seeds (seq),
    draw_number       integer,
    -- of an override; read inside the office only
    reason            text,
    assigned_at       timestamptz not null,
    assigned_by       text not null,
    primary key (case_id, seq),
    unique (seed_seq, draw_number),
    check ((kind = 'none') = (account_id is null)),
    check ((kind = 'override') = (reason is not null)),
    check ((kind = 'override') = (snapshot is null))
);
-- An assignment as it is sealed: what it looked at and gave as text, since rows within a row hold no JSON.
create view assignment_lines as
    select case_id, seq, kind, account_id, snapshot::text as snapshot, result::text as result, seed_seq, draw_number, reason,
        assigned_at, assigned_by
    from assignments;

-- Another office took the file over from this one: a decision may still name this one, but the work is elsewhere.
create function transferred_away(c cases, of_office text) returns boolean language sql stable as $$
    select c.holding_office <> of_office and exists (
        select from docket_entries e
        where e.case_id = c.id and e.kind = 'TransferAccepted' and e.content ->> 'fromOffice' = of_office)
$$;

-- migrate:down

drop function transferred_away(cases, text);
drop view assignment_lines;
drop table assignments, draw_secrets, draw_seeds, recusals, absences, roster_members;
alter table heads drop column seeds_digest;
drop index case_relations_by_related, cases_by_prosecutor;
alter table cases drop column prosecutor;
