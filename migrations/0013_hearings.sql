-- migrate:up

-- Who acts for, speaks with or keeps a person of a case, and experts: dated, never overwritten.
create table case_contacts (
    id           bigint generated always as identity primary key,
    case_id      bigint not null references cases (id),
    kind         text not null check (kind in ('counsel', 'interpreter', 'prison', 'expert')),
    -- id of the person in the case; null: of the case itself
    person       text,
    name         text not null,
    firm         text,
    email        text,
    phone        text,
    -- of an interpreter
    language     text,
    -- [from_on, until_on)
    from_on      date not null,
    until_on     date check (until_on >= from_on),
    entered_at   timestamptz not null,
    entered_by   text not null,
    ended_at     timestamptz,
    ended_by     text,
    end_reason   text,
    -- the row that says it right; this one was wrong from its beginning
    corrected_by bigint references case_contacts (id),
    check ((kind = 'interpreter') = (language is not null)),
    check (kind in ('expert', 'interpreter') or person is not null)
);
create index case_contacts_by_case on case_contacts (case_id);
create index case_contacts_by_name on case_contacts (kind, lower(name)) where corrected_by is null;

-- The chambers of a court: when they sit and for how many cases.
create table chambers (
    id         bigint generated always as identity primary key,
    court      text not null,
    name       text not null,
    kind       text not null check (kind in ('correctional', 'raadkamer', 'appeal', 'youth')),
    -- ISO: 1 = Monday
    weekdays   smallint[] not null check (weekdays <@ array[1, 2, 3, 4, 5]::smallint[]),
    starts_at  time not null,
    -- cases a sitting
    capacity   integer not null check (capacity between 1 and 500),
    version    integer not null default 1,
    entered_at timestamptz not null,
    entered_by text not null,
    closed_at  timestamptz,
    unique (court, name)
);

-- One day of a chamber: made with its first hearing, or beforehand where it differs from the other days.
create table sittings (
    id         bigint generated always as identity primary key,
    chamber_id bigint not null references chambers (id),
    day        date not null,
    starts_at  time not null,
    -- 0: it does not sit
    capacity   integer not null check (capacity between 0 and 500),
    kind       text not null check (kind in ('correctional', 'raadkamer', 'appeal', 'youth')),
    unique (chamber_id, day)
);

create table hearings (
    id              bigint generated always as identity primary key,
    case_id         bigint not null references cases (id),
    sitting_id      bigint not null references sittings (id),
    starts_at       timestamptz not null,
    -- the limit of the law data that its day was checked by; null: the law data have none for this kind
    summons         text,
    -- the day of service or of the record that the term was counted from
    served_on       date,
    first_lawful_on date,
    -- why it was put beside what the sitting takes, and by whom
    overbooked      text,
    overbooked_by   text,
    state           text not null check (state in ('set', 'cancelled')),
    -- rises with each move and with the cancellation
    sequence        integer not null,
    -- what a calendar knows it by
    uid             text not null unique,
    reason          text not null,
    set_at          timestamptz not null,
    set_by          text not null,
    changed_at      timestamptz,
    changed_by      text,
    change_reason   text,
    -- Idempotency-Key and digest of each act that carried one
    acts            text[] not null default '{}'
);
create index hearings_by_case on hearings (case_id);
create index hearings_by_sitting on hearings (sitting_id) where state = 'set';
create index hearings_by_start on hearings (starts_at) where state = 'set';

-- Everyone who is to be told of an act, each with a state of his own.
create table to_tell (
    id          bigint generated always as identity primary key,
    case_id     bigint not null references cases (id),
    act         text not null check (act in ('hearingSet', 'hearingMoved', 'hearingCancelled', 'transferred', 'judgment')),
    hearing_id  bigint references hearings (id),
    role        text not null check (role in ('suspect', 'victim', 'injuredParty', 'civilParty', 'counsel', 'interpreter', 'prison', 'investigator')),
    -- id of the person in the case that it is about
    person      text,
    -- null: the person himself, or nobody is known yet
    contact_id  bigint references case_contacts (id),
    -- an investigator is told by mail: the state is that of the mail
    delivery_id bigint references deliveries (id),
    state       text not null check (state in ('toTell', 'told', 'failed', 'notNeeded', 'byMail')),
    how         text check (how in ('phone', 'email', 'letter', 'registeredLetter', 'inPerson', 'police', 'electronic')),
    reason      text,
    made_at     timestamptz not null,
    closed_at   timestamptz,
    closed_by   text,
    check (state not in ('told') or (how is not null and closed_by is not null)),
    check (state not in ('failed', 'notNeeded') or reason is not null),
    check ((state = 'byMail') = (delivery_id is not null))
);
create index to_tell_by_case on to_tell (case_id);
create index to_tell_open on to_tell (case_id) where state in ('toTell', 'failed', 'byMail');

-- Private addresses by which a calendar program reads hearings for an account.
create table calendar_feeds (
    id         bigint generated always as identity primary key,
    account_id bigint not null references accounts (id),
    -- null: the hearings of the account itself
    chamber_id bigint references chambers (id),
    -- SHA-256; the address itself is shown once
    token_hash bytea not null unique,
    made_at    timestamptz not null,
    revoked_at timestamptz
);
create index calendar_feeds_of_account on calendar_feeds (account_id) where revoked_at is null;

-- migrate:down

drop table calendar_feeds;
drop table to_tell;
drop table hearings;
drop table sittings;
drop table chambers;
drop table case_contacts;
