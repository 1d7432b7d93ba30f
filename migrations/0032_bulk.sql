-- migrate:up

-- Documents of one kind for all files of a sitting, asked for in one go by one person; each line is made in a transaction of its own.
create table bulk_runs (
    id         bigint primary key generated always as identity,
    account_id bigint not null references accounts (id),
    kind       text not null,
    chamber_id bigint not null references chambers (id),
    day        date not null,
    -- Canonical JSON of what was typed for all of them.
    typed      text not null,
    asked_at   timestamptz not null,
    asked_by   text not null
);

create index bulk_runs_by_account on bulk_runs (account_id, id desc);

create table bulk_lines (
    run_id      bigint not null references bulk_runs (id),
    ordinal     integer not null,
    case_id     bigint not null references cases (id),
    about       text,
    hearing_id  bigint not null references hearings (id),
    state       text not null check (state in ('waiting', 'asked', 'missing', 'refused')),
    document_id bigint references documents (id),
    -- In Dutch: why it was not made; what is missing, and where below the file each is filled in.
    reason      text,
    missing     text[] not null default '{}',
    links       text[] not null default '{}',
    attempts    integer not null default 0,
    primary key (run_id, ordinal),
    check ((state = 'asked') = (document_id is not null)),
    check (cardinality(missing) = cardinality(links))
);

-- migrate:down

drop table bulk_lines;
drop table bulk_runs;
