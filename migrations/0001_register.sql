-- migrate:up

-- Who may enter: people (with a password and a session) and API clients (with a hashed key).
create table accounts (
    id                bigint generated always as identity primary key,
    kind              text not null check (kind in ('user', 'client')),
    -- sign-in name of a user, name of a client
    name              text not null unique,
    display_name      text not null,
    roles             text[] not null,
    -- exactly one of office and court, but for an administrator or auditor without either
    office            text,
    court             text,
    -- API clients only
    scopes            text[] not null default '{}',
    key_prefix        text unique,
    key_hash          bytea,
    expires_at        timestamptz,
    -- users only
    password_hash     text,
    must_change_password boolean not null default false,
    shortcuts         boolean not null default true,
    created_at        timestamptz not null,
    disabled_at       timestamptz,
    check (office is null or court is null)
);

create table sessions (
    -- sha256 of the cookie: a stolen table opens no session
    id_hash           bytea primary key,
    account_id        bigint not null references accounts (id),
    csrf_token        text not null,
    created_at        timestamptz not null,
    seen_at           timestamptz not null,
    expires_at        timestamptz not null
);

create table sign_in_attempts (
    name              text not null,
    address           text not null,
    attempted_at      timestamptz not null
);
create index sign_in_attempts_by_name on sign_in_attempts (name, attempted_at);

-- The last case number of each year; its row is locked by the last statement of a registration only.
create table case_counters (
    year              integer primary key,
    last_serial       integer not null
);

create table cases (
    id                bigint generated always as identity primary key,
    -- null only inside the registering transaction: the number is drawn by its last statement
    case_number       text unique,
    year              integer not null,
    serial            integer,
    version           integer not null default 1,
    status            text not null,
    confidentiality   text not null default 'ordinary',
    holding_office    text not null,
    registered_by     text not null,
    registered_at     timestamptz not null,
    entered_on        date not null,
    -- the present decision and what access is asked of: the offices it names with the holding office, and the
    -- courts of its tracks that were referred
    decision_seq      integer not null,
    offices           text[] not null,
    courts            text[] not null default '{}',
    outcome           text not null,
    scope             text not null,
    port_area         text,
    -- a track without office, or without court where one is due, that nobody settled yet
    open_track        boolean not null,
    -- accounts named on a restricted or sealed case
    named             bigint[] not null default '{}',
    entry_count       integer not null default 1,
    -- the report as it stands in the file, column for field
    external_id       text,
    received_on       text,
    received_day      date not null,
    seised_on         text,
    origin_service    text not null,
    origin_unit       text,
    investigator_emails text[] not null default '{}',
    lead_authority    text,
    notice_number     text,
    further_notice_numbers text[] not null default '{}',
    language          text,
    summary           text,
    containers        text[] not null default '{}',
    unique (year, serial)
);
create index cases_by_office on cases using gin (offices);
-- Each branch of case_visible has its index, so that who may see few files need not read past all others.
create index cases_by_court on cases using gin (courts);
create index cases_by_name on cases using gin (named);
create index cases_open on cases (year desc, serial desc) where open_track;

create table case_places (
    case_id bigint not null references cases (id), ordinal integer not null, id text not null,
    role text, text text, port text, quay text, dock text, terminal text, municipality text, nis_code text,
    sub_municipality text, country text, latitude double precision, longitude double precision,
    primary key (case_id, ordinal)
);
create table case_offences (
    case_id bigint not null references cases (id), ordinal integer not null, id text not null,
    offence text, attempt boolean, committed_from text, committed_until text, place text, persons text[],
    port_link text, note text,
    primary key (case_id, ordinal)
);
create table case_persons (
    case_id bigint not null references cases (id), ordinal integer not null, id text not null,
    role text, kind text, count integer, family_name text, given_names text, birth_date text, age integer,
    minor boolean, nationality text, ssin text, enterprise_number text,
    residence_country text, residence_municipality text, residence_nis_code text, has_residence boolean not null,
    seat_country text, seat_municipality text, seat_nis_code text, has_seat boolean not null,
    found_at text, occupation text, port_worker boolean, capacity text, custody text, arrested_at text,
    handed_over_to text, note text,
    primary key (case_id, ordinal)
);
create table case_seizures (
    case_id bigint not null references cases (id), ordinal integer not null, id text not null,
    kind text, substance text, net_weight_kg double precision, quantity double precision, unit text,
    approximate boolean, container_number text, amount_eur double precision, place text, note text,
    primary key (case_id, ordinal)
);
create table case_vessels (
    case_id bigint not null references cases (id), ordinal integer not null, name text, imo_number text,
    primary key (case_id, ordinal)
);
create table case_relations (
    case_id bigint not null references cases (id), ordinal integer not null, case_number text, ground text,
    -- the file it named when it was read; null = unknown, or not visible to the sender
    related_id bigint references cases (id),
    primary key (case_id, ordinal)
);

-- The parts of a case, each list as JSON in its order.
create view case_parts as
select
    c.id as case_id,
    coalesce((select jsonb_agg(to_jsonb(p) - 'case_id' order by p.ordinal) from case_places p where p.case_id = c.id), '[]') as places,
    coalesce((select jsonb_agg(to_jsonb(p) - 'case_id' order by p.ordinal) from case_offences p where p.case_id = c.id), '[]') as offences,
    coalesce((select jsonb_agg(to_jsonb(p) - 'case_id' order by p.ordinal) from case_persons p where p.case_id = c.id), '[]') as persons,
    coalesce((select jsonb_agg(to_jsonb(p) - 'case_id' order by p.ordinal) from case_seizures p where p.case_id = c.id), '[]') as seizures,
    coalesce((select jsonb_agg(to_jsonb(p) - 'case_id' order by p.ordinal) from case_vessels p where p.case_id = c.id), '[]') as vessels,
    coalesce((select jsonb_agg(to_jsonb(p) - 'case_id' order by p.ordinal) from case_relations p where p.case_id = c.id), '[]') as relations
from cases c;

-- The access condition of every read and write (docket/access.py has the table that fills its parameters). Without a
-- subselect, so that PostgreSQL inlines it and sees the indexes.
create function case_visible(
    c cases, account bigint, office text, court text,
    by_office text[], by_office_when_named text[], by_name text[], by_court text[]
) returns boolean language sql stable as $$
    select (c.offices @> array[office] and c.confidentiality = any (by_office))
        or (c.offices @> array[office] and c.confidentiality = any (by_office_when_named) and c.named @> array[account])
        or (c.named @> array[account] and c.confidentiality = any (by_name))
        or (c.courts @> array[court] and c.confidentiality = any (by_court))
$$;

-- What is searched: number, notice numbers, places, containers, persons, accents and case apart; derived.
create table case_search (
    case_id bigint primary key references cases (id), text text not null
);
create extension if not exists pg_trgm;
create index case_search_text on case_search using gin (text gin_trgm_ops);

-- Immutable for the indexes below: the encoding of a database never changes.
create function digest_of(text) returns bytea language sql immutable strict parallel safe as $$
    select sha256(convert_to($1, 'UTF8'))
$$;

-- Every submission that was taken, for idempotency: registrations and later reports.
create table submissions (
    id                bigint generated always as identity primary key,
    case_id           bigint not null references cases (id),
    kind              text not null check (kind in ('registration', 'report')),
    sender            text not null,
    external_id       text,
    idempotency_key   text,
    -- sha256 of the canonical JSON of the body
    body_digest       bytea not null,
    received_at       timestamptz not null
);
-- A later report may carry the externalId of the file it belongs to. Over hashes: a key may be longer than an index row.
create unique index submissions_external on submissions (sender, digest_of(external_id), kind) where external_id is not null;
create unique index submissions_key on submissions (sender, digest_of(idempotency_key)) where idempotency_key is not null;
create index submissions_by_case on submissions (case_id);

-- Decisions are never updated; a correction is a new row.
create table decisions (
    case_id           bigint not null references cases (id),
    seq               integer not null,
    -- routed by the rules, settled or overridden by a person
    kind              text not null check (kind in ('routed', 'settled', 'overridden')),
    policy            text not null,
    outcome           text not null,
    scope             text not null,
    port_area         text,
    -- what the law looked at, and the whole answer with grounds, warnings and steps
    facts             jsonb not null,
    result            jsonb not null,
    law_digest        text not null,
    engine_version    text not null,
    decided_at        timestamptz not null,
    decided_by        text not null,
    reason            text,
    row_hash          bytea not null,
    primary key (case_id, seq)
);
create table decision_tracks (
    case_id           bigint not null,
    decision_seq      integer not null,
    ordinal           integer not null,
    track             text not null,
    persons           text[] not null,
    prosecution_office text,
    court             text,
    -- without office, or without court where one is due, and not settled by a person
    open              boolean not null,
    primary key (case_id, decision_seq, ordinal),
    foreign key (case_id, decision_seq) references decisions (case_id, seq)
);

create table referrals (
    case_id bigint not null references cases (id), decision_seq integer not null, track_ordinal integer not null,
    court text not null, referred_at timestamptz not null, referred_by text not null,
    primary key (case_id, decision_seq, track_ordinal)
);
create table transfer_offers (
    id bigint generated always as identity primary key,
    case_id bigint not null references cases (id), to_office text not null, reason text not null,
    offered_at timestamptz not null, offered_by text not null,
    state text not null check (state in ('offered', 'accepted', 'refused')), answered_at timestamptz, answered_by text,
    answer_reason text
);
create unique index transfer_offers_open on transfer_offers (case_id) where state = 'offered';

-- The docket: append-only lines, chained per case over hashes of their content.
create table docket_entries (
    case_id           bigint not null references cases (id),
    seq               integer not null,
    kind              text not null,
    entered_at        timestamptz not null,
    entered_by        text not null,
    -- null once erased under a retention rule: the tombstone keeps the hashes
    content           jsonb,
    salt              bytea,
    erased_at         timestamptz,
    content_hash      bytea not null,
    -- the case row with all its parts as they stood after this entry
    state_hash        bytea not null,
    -- what state_hash is made of: a salted hash of each part, so that a finding can name the part
    state_parts       jsonb not null,
    -- hashes of the immutable rows that this entry made: {"decision/1": "<hex>", "document/7": "<hex>"}
    made              jsonb not null default '{}',
    previous_hash     bytea not null,
    hash              bytea not null,
    primary key (case_id, seq)
);
create index docket_entries_newest on docket_entries (entered_at desc, case_id desc, seq desc);

-- Signed heads: each ties the last hash and count of every case that changed since the one before it.
create table heads (
    seq               integer primary key,
    made_at           timestamptz not null,
    case_count        bigint not null,
    entry_count       bigint not null,
    -- over the rows of head_cases; digest is over all the columns above and the next one
    cases_digest      bytea not null,
    digest            bytea not null,
    previous_digest   bytea not null,
    key_id            text not null,
    signature         bytea not null
);
create table head_cases (
    head_seq          integer not null references heads (seq) deferrable initially deferred,
    case_number       text not null,
    entry_count       integer not null,
    last_hash         bytea not null,
    primary key (head_seq, case_number)
);
create index head_cases_by_case on head_cases (case_number, head_seq desc);

create table documents (
    id                bigint generated always as identity primary key,
    case_id           bigint not null references cases (id),
    kind              text not null,
    decision_seq      integer not null,
    case_version      integer not null,
    made_at           timestamptz not null,
    made_by           text not null,
    -- asked for: bytes are still being made; made; failed, with the reason in Dutch
    state             text not null check (state in ('asked', 'made', 'failed')),
    failure           text,
    template_version  text,
    sha256            bytea,
    bytes             bytea,
    -- a fact it was built on was corrected since
    outdated_at       timestamptz
);
create index documents_by_case on documents (case_id, id);
-- A document without its bytes: what the hash of a case's state is computed from.
create view document_lines as
    select id, case_id, kind, decision_seq, case_version, made_at, made_by, state, failure, template_version, sha256, outdated_at
    from documents;

-- One row per mail and recipient; written in the transaction, sent later by the worker.
create table deliveries (
    id                bigint generated always as identity primary key,
    case_id           bigint references cases (id),
    mail              text not null,
    recipient         text not null,
    state             text not null
        check (state in ('held', 'queued', 'sending', 'sent', 'retrying', 'failed', 'refused')),
    subject           text not null,
    body_text         text not null,
    body_html         text not null,
    message_id        text not null unique,
    written_at        timestamptz not null,
    attempts          integer not null default 0,
    last_attempt_at   timestamptz,
    sent_at           timestamptz,
    server_reply      text,
    -- a worker died between the server's answer and our commit: the same mail may have gone twice
    maybe_twice       boolean not null default false,
    outdated_at       timestamptz,
    decision_seq      integer
);
create index deliveries_by_case on deliveries (case_id, id);
create index deliveries_waiting on deliveries (state) where state in ('queued', 'sending', 'retrying');

-- Who opened which file, who searched what.
create table access_log (
    id                bigint generated always as identity primary key,
    at                timestamptz not null,
    account           text not null,
    action            text not null,
    case_number       text,
    query             text
);
create index access_log_by_case on access_log (case_number, at);

-- Forms not yet registered; survive a lost session, a second tab and a closed browser.
create table drafts (
    id                text primary key,
    account_id        bigint not null references accounts (id),
    -- null: a new file; else the file that is corrected or gets a later report
    case_number       text,
    purpose           text not null check (purpose in ('register', 'amend', 'report')),
    content           jsonb not null,
    case_version      integer,
    saved_at          timestamptz not null,
    version           integer not null default 1
);
create index drafts_by_account on drafts (account_id, saved_at desc);

-- migrate:down

drop view document_lines;
drop function case_visible;
drop view case_parts;
drop table drafts, access_log, deliveries, documents, head_cases, heads, docket_entries, transfer_offers, referrals,
    decision_tracks, decisions, submissions, case_search, case_relations, case_vessels, case_seizures,
    case_persons, case_offences, case_places, cases, case_counters, sign_in_attempts, sessions, accounts;
drop function digest_of;
drop extension if exists pg_trgm;
