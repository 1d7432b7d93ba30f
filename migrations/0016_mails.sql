-- migrate:up

-- `digest`: no mail of its own; it is told in the list of its day.
alter table deliveries drop constraint deliveries_state_check;
alter table deliveries add constraint deliveries_state_check
    check (state in ('held', 'queued', 'sending', 'sent', 'retrying', 'failed', 'refused', 'digest'));
create index deliveries_by_recipient on deliveries (recipient, written_at);
create index deliveries_by_sending on deliveries (sent_at) where sent_at is not null;

-- What became of a mail, in order; a mail that is sent again keeps what came before.
create table delivery_events (
    id          bigint generated always as identity primary key,
    delivery_id bigint not null references deliveries (id),
    at          timestamptz not null,
    what        text not null check (what in ('attempt', 'sent', 'retrying', 'failed', 'resent', 'bounced', 'delayed', 'answered')),
    -- of the mail server, or of what came back
    reply       text,
    -- who sent it again
    by          text
);
create index delivery_events_of on delivery_events (delivery_id, id);

-- One mail a day for a recipient: what was sent to him on that day, and what changed without a mail of its own.
create table daily_mails (
    id          bigint generated always as identity primary key,
    day         date not null,
    recipient   text not null,
    delivery_id bigint not null unique references deliveries (id),
    made_at     timestamptz not null,
    unique (day, recipient)
);
create table daily_lines (
    daily_id    bigint not null references daily_mails (id),
    ordinal     integer not null,
    what        text not null check (what in ('sent', 'changed')),
    case_id     bigint not null references cases (id),
    -- the mail that was sent, or that had no room of its own
    delivery_id bigint references deliveries (id),
    -- as the mail says it
    said        text not null,
    at          timestamptz not null,
    primary key (daily_id, ordinal)
);
create index daily_lines_by_case on daily_lines (case_id);
create index daily_lines_by_delivery on daily_lines (delivery_id) where delivery_id is not null;
-- Days whose lists are all made.
create table mail_days (day date primary key, made_at timestamptz not null);

-- What came back by mail and waits for a clerk. The content of what came is not kept.
create table mail_tasks (
    id          bigint generated always as identity primary key,
    -- null: it names no mail of ours
    delivery_id bigint references deliveries (id),
    case_id     bigint references cases (id),
    kind        text not null check (kind in ('bounce', 'autoReply', 'answer')),
    -- Message-ID of what came, or a hash of it: what comes twice is one task
    incoming_id text not null unique,
    from_domain text not null,
    -- of RFC 3463, such as 5.1.1
    status      text,
    diagnostic  text,
    received_at timestamptz not null,
    state       text not null check (state in ('open', 'closed')),
    closed_at   timestamptz,
    closed_by   text,
    reason      text,
    check ((state = 'closed') = (closed_at is not null)),
    check (state = 'open' or (closed_by is not null and reason is not null))
);
create index mail_tasks_open on mail_tasks (id) where state = 'open';
create index mail_tasks_by_case on mail_tasks (case_id);

-- Each step of the reminders before the end of a clock, made once.
create table limit_reminders (
    id            bigint generated always as identity primary key,
    time_limit_id bigint not null references case_time_limits (id),
    -- the day that it reminded of; a clock that is moved begins anew
    alarm_on      date not null,
    days          integer not null,
    made_at       timestamptz not null,
    unique (time_limit_id, alarm_on, days)
);

-- migrate:down

drop table limit_reminders;
drop table mail_tasks;
drop table mail_days;
drop table daily_lines;
drop table daily_mails;
drop table delivery_events;
drop index deliveries_by_sending;
drop index deliveries_by_recipient;
update deliveries set state = 'held' where state = 'digest';
alter table deliveries drop constraint deliveries_state_check;
alter table deliveries add constraint deliveries_state_check
    check (state in ('held', 'queued', 'sending', 'sent', 'retrying', 'failed', 'refused'));
