-- migrate:up

-- A draft of the law tried on the whole docket, beside the register: no line of it refers to a case, so that trying locks none.
create table simulations (
    id                bigint generated always as identity primary key,
    draft_digest      text not null references law_packs (digest),
    asked_at          timestamptz not null,
    -- a function code
    asked_by          text not null,
    state             text not null check (state in ('waiting', 'running', 'done', 'failed')),
    -- why it failed, in Dutch
    failure           text,
    -- times that it was begun
    attempts          integer not null default 0,
    -- the last sign of life while it runs
    alive_at          timestamptz,
    files_done        integer not null default 0,
    -- null until it begins: the register of that instant is decided, under the law in force then
    files             integer,
    snapshot_at       timestamptz,
    present_digest    text references law_packs (digest),
    engine_version    text,
    finished_at       timestamptz,
    totals            jsonb
);
create index simulations_by_draft on simulations (draft_digest, id desc);

-- The files that the draft moves, and those that stay although it decides them otherwise or on other grounds.
create table simulation_files (
    simulation_id     bigint not null references simulations (id) on delete cascade,
    case_id           bigint not null,
    -- the year of receipt
    year              integer not null,
    -- null = it moves
    stays             text check (stays in ('referred', 'seised', 'groundsOnly')),
    what              text[] not null,
    -- what a person chose ends
    lapses            boolean not null,
    before            jsonb not null,
    after             jsonb not null,
    primary key (simulation_id, case_id)
);

-- One magistrate proposes to enact a draft that was simulated, another confirms it.
create table enactment_proposals (
    id                bigint generated always as identity primary key,
    simulation_id     bigint not null references simulations (id),
    in_force_from     date not null,
    reason            text not null,
    -- function codes, and the accounts behind them
    proposed_by       text not null,
    proposed_account  bigint not null references accounts (id),
    proposed_at       timestamptz not null,
    confirmed_by      text,
    confirmed_account bigint references accounts (id),
    confirmed_at      timestamptz,
    state             text not null check (state in ('proposed', 'confirmed', 'enacted', 'refused', 'withdrawn')),
    -- why it was refused, in Dutch
    failure           text,
    closed_at         timestamptz,
    check (confirmed_account is null or confirmed_account <> proposed_account)
);
create unique index enactment_proposals_open on enactment_proposals ((true)) where state in ('proposed', 'confirmed');

-- What an enactment did to the docket; the announcement to users is read from it.
create table enactment_effects (
    seq               integer primary key references enactments (seq),
    simulation_id     bigint not null references simulations (id),
    files             integer not null,
    moved             integer not null,
    -- moved or stayed otherwise than simulated, because the file was registered or changed since
    since_simulation  integer not null,
    totals            jsonb not null
);

-- Who has read the announcement of an enactment and put it away.
create table read_announcements (
    account_id        bigint not null references accounts (id),
    seq               integer not null references enactments (seq),
    read_at           timestamptz not null,
    primary key (account_id, seq)
);

-- migrate:down

drop table read_announcements, enactment_effects, enactment_proposals, simulation_files, simulations;
