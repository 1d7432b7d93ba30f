-- migrate:up

set local lock_timeout = '5s';

-- What was asked of somebody outside and what became of it: a kantschrift, a laboratory, an expert, or one missing fact.
create table requests (
    id           bigint generated always as identity primary key,
    case_id      bigint not null references cases (id),
    -- the office that asked; whose people are told when nothing comes back
    office       text not null,
    kind         text not null check (kind in ('apostil', 'laboratory', 'expert', 'question')),
    addressee    text not null,
    -- null: asked by letter or telephone
    address      text,
    question     text not null,
    -- the one fact that is asked, as a path of the contract (`/places/p1/quay`); null: the answer is in words
    fact         text,
    due_on       date not null,
    state        text not null check (state in ('asked', 'answered', 'withdrawn')),
    -- the court day on which it was asked
    asked_on     date not null,
    asked_at     timestamptz not null,
    asked_by     text not null,
    closed_at    timestamptz,
    closed_by    text,
    -- why it was withdrawn
    close_reason text,
    check ((state = 'asked') = (closed_at is null) and (state = 'asked') = (closed_by is null)),
    check (state <> 'withdrawn' or close_reason is not null)
);
create index requests_by_case on requests (case_id);
create index requests_open on requests (due_on, id) where state = 'asked';
-- One fact is asked once at a time.
create unique index requests_open_fact on requests (case_id, fact) where state = 'asked';

-- An answer as it came: a proposal, until somebody of the office accepts or refuses it.
create table request_answers (
    id           bigint generated always as identity primary key,
    case_id      bigint not null references cases (id),
    request_id   bigint not null references requests (id),
    -- the value of the fact as JSON of the contract; null: the answer is in words only
    value        text,
    remark       text,
    via          text not null check (via in ('link', 'letter', 'mail', 'phone', 'inPerson')),
    -- the day on which it was given
    answered_on  date not null,
    received_at  timestamptz not null,
    received_by  text not null,
    state        text not null check (state in ('proposed', 'accepted', 'refused')),
    closed_at    timestamptz,
    closed_by    text,
    close_reason text,
    -- it changed the file
    amended      boolean not null default false,
    check (value is not null or remark is not null),
    check ((state = 'proposed') = (closed_at is null) and (state = 'proposed') = (closed_by is null)),
    check (state <> 'refused' or close_reason is not null)
);
create index request_answers_by_case on request_answers (case_id);
create unique index request_answers_waiting on request_answers (request_id) where state = 'proposed';

-- A mail about a request; what it says does not follow the facts of the file.
alter table deliveries add column request_id bigint references requests (id);
create index deliveries_of_request on deliveries (request_id) where request_id is not null;

-- Every reminder there was: never changed, and never twice for one due day.
create table request_reminders (
    id           bigint generated always as identity primary key,
    case_id      bigint not null references cases (id),
    request_id   bigint not null references requests (id),
    step         text not null check (step in ('before', 'overdue')),
    -- of an overdue request: the first, the second ...
    number       integer not null,
    -- the due day that it is about, and the day on which it was to be made
    due_on       date not null,
    remind_on    date not null,
    made_at      timestamptz not null,
    -- null: there is no address, or an answer waits for the office
    delivery_id  bigint references deliveries (id),
    unique (request_id, due_on, step, number)
);
create index request_reminders_by_case on request_reminders (case_id);

-- Private links to the page that asks one fact; only the hash of a token is kept.
create table request_links (
    id           bigint generated always as identity primary key,
    request_id   bigint not null references requests (id),
    token_hash   bytea not null unique,
    made_at      timestamptz not null,
    expires_at   timestamptz not null,
    revoked_at   timestamptz,
    revoked_by   text
);
create index request_links_of_request on request_links (request_id);

-- Tries at such a link, counted before they are looked at; forgotten after the window.
create table link_attempts (
    address      text not null,
    token_hash   bytea not null,
    attempted_at timestamptz not null
);
create index link_attempts_by_address on link_attempts (address, attempted_at);
create index link_attempts_by_token on link_attempts (token_hash, attempted_at);

-- A request that is late, or whose answer came, is taken in charge like a file: a row of its own, beside those of the file.
alter table acknowledgements add column request_id bigint references requests (id);
alter table acknowledgements drop constraint acknowledgements_end_cause_check;
alter table acknowledgements add constraint acknowledgements_end_cause_check
    check (end_cause in ('elsewhere', 'joined', 'moreUrgent', 'settled'));
drop index acknowledgements_open;
create unique index acknowledgements_open on acknowledgements (case_id, office, coalesce(request_id, 0))
    where taken_at is null and ended_at is null;
-- Who took an imported file before the register knew of it, and on which day, as whoever imports it says.
alter table acknowledgements add column taken_on date;
alter table acknowledgements drop constraint acknowledgements_via_check;
alter table acknowledgements add constraint acknowledgements_via_check check (via in ('page', 'api', 'phoneCard', 'import'));
alter table acknowledgements add constraint acknowledgements_taken_on_check check ((taken_on is not null) = (via is not distinct from 'import'));
create index acknowledgements_of_request on acknowledgements (request_id) where request_id is not null;

-- migrate:down

delete from acknowledgements where request_id is not null;
drop index acknowledgements_open;
create unique index acknowledgements_open on acknowledgements (case_id, office) where taken_at is null and ended_at is null;
alter table acknowledgements drop constraint acknowledgements_end_cause_check;
alter table acknowledgements add constraint acknowledgements_end_cause_check
    check (end_cause in ('elsewhere', 'joined', 'moreUrgent'));
alter table acknowledgements drop constraint acknowledgements_taken_on_check;
update acknowledgements set via = 'api' where via = 'import';
alter table acknowledgements drop constraint acknowledgements_via_check;
alter table acknowledgements add constraint acknowledgements_via_check check (via in ('page', 'api', 'phoneCard'));
alter table acknowledgements drop column taken_on;
alter table acknowledgements drop column request_id;
drop table link_attempts, request_links, request_reminders, request_answers;
alter table deliveries drop column request_id;
drop table requests;
