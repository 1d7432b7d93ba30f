-- migrate:up

set local lock_timeout = '5s';

-- Where a message of the duty goes; an address of the office, never a private one. Null = none, and that channel fails visibly.
alter table accounts add column duty_mail text;

-- The offices that have to take a file in charge: those its tracks name and that still have it, with a holder who took it over;
-- the holder where no track names one of ours. `holder_before`: the one who hands it over in this act, which no entry says yet.
create function responsible_offices(c cases, holder_before text) returns text[] language sql stable as $$
    with named as (
        select distinct t.prosecution_office as office
        from decision_tracks t
        where t.case_id = c.id and t.decision_seq = c.decision_seq and t.prosecution_office is not null
          and t.prosecution_office not in ('eppo', 'foreign') and not transferred_away(c, t.prosecution_office)
          and (t.prosecution_office = c.holding_office or t.prosecution_office <> holder_before)
    ), all_of as (
        select office from named
        union
        select c.holding_office
        where not exists (select from named)
           or exists (select from transfer_offers o where o.case_id = c.id and o.state = 'accepted' and o.to_office = c.holding_office)
           or exists (select from conflicts k where k.case_id = c.id and k.state = 'settled' and k.designated = c.holding_office)
    )
    select case when c.status = 'joined' then '{}' else coalesce(array_agg(office order by office), '{}') end from all_of
$$;

-- What an office has to take in charge, and who took it; one row for the file and for each urgent event.
create table acknowledgements (
    id                bigint generated always as identity primary key,
    case_id           bigint not null references cases (id),
    office            text not null,
    urgency           text not null check (urgency in ('detention', 'ordinary', 'cargoAlert')),
    -- kind of the docket entry that opened it
    cause             text not null,
    -- ids of the suspects in custody by then; another one is another event
    suspects          text[] not null default '{}',
    opened_at         timestamptz not null,
    taken_at          timestamptz,
    -- a named person, whatever program handed it in
    taken_by          bigint references accounts (id),
    via               text check (via in ('page', 'api', 'phoneCard')),
    -- over without that, or after it: the office has the file no more, or a more urgent row took its place
    ended_at          timestamptz,
    end_cause         text check (end_cause in ('elsewhere', 'joined', 'moreUrgent')),
    check ((taken_at is null) = (taken_by is null) and (taken_at is null) = (via is null)),
    check ((ended_at is null) = (end_cause is null))
);
create index acknowledgements_by_case on acknowledgements (case_id);
create unique index acknowledgements_open on acknowledgements (case_id, office) where taken_at is null and ended_at is null;
create index acknowledgements_waiting on acknowledgements (office, opened_at) where taken_at is null and ended_at is null;

-- Who is on duty for an office, from an instant up to another.
create table duty_roster (
    id                bigint generated always as identity primary key,
    office            text not null,
    role              text not null check (role in ('clerk', 'prosecutor')),
    account_id        bigint not null references accounts (id),
    from_at           timestamptz not null,
    until_at          timestamptz not null,
    entered_at        timestamptz not null,
    entered_by        text not null,
    withdrawn_at      timestamptz,
    withdrawn_by      text,
    check (until_at > from_at)
);
create index duty_roster_by_office on duty_roster (office, from_at) where withdrawn_at is null;

-- A step of the chain: never changed, and never twice for one row that waits.
create table escalations (
    id                bigint generated always as identity primary key,
    case_id           bigint not null references cases (id),
    acknowledgement_id bigint not null references acknowledgements (id),
    step              text not null check (step in ('clerk', 'prosecutor', 'head')),
    due_at            timestamptz not null,
    made_at           timestamptz not null,
    -- whom it is for; empty = nobody who may read the file could be found
    accounts          bigint[] not null,
    -- the duty was unfilled, or held by somebody who may not read the file
    fell_to           text check (fell_to in ('head', 'named', 'nobody')),
    unique (acknowledgement_id, step)
);
create index escalations_by_case on escalations (case_id);

-- Every channel of a step in its order; the next one is tried when the one before failed. Changes with every attempt of the worker.
create table escalation_tries (
    id                bigint generated always as identity primary key,
    escalation_id     bigint not null references escalations (id),
    -- a step that failed on every channel is tried again: 2, 3 ...
    round             integer not null default 1,
    ordinal           integer not null,
    channel           text not null check (channel in ('webhook', 'mail')),
    -- of a mail: whose, and where to as it was sent
    account_id        bigint references accounts (id),
    recipient         text,
    -- stays the same however often it is tried
    message_id        text not null,
    state             text not null default 'waiting' check (state in ('waiting', 'sending', 'accepted', 'failed', 'needless')),
    attempts          integer not null default 0,
    tried_at          timestamptz,
    accepted_at       timestamptz,
    -- what the other side said, or why nothing was handed over
    answer            text,
    unique (escalation_id, round, ordinal),
    check ((state = 'accepted') = (accepted_at is not null))
);
create index escalation_tries_unfinished on escalation_tries (escalation_id) where state in ('waiting', 'sending');

-- Short links to the phone card; only the hash of a token is kept.
create table phone_cards (
    id                bigint generated always as identity primary key,
    escalation_id     bigint not null references escalations (id),
    token_hash        bytea not null unique,
    made_at           timestamptz not null,
    expires_at        timestamptz not null,
    revoked_at        timestamptz,
    revoked_by        text
);
create index phone_cards_by_escalation on phone_cards (escalation_id);

-- migrate:down

drop table phone_cards, escalation_tries, escalations, duty_roster, acknowledgements;
drop function responsible_offices(cases, text);
alter table accounts drop column duty_mail;
