-- migrate:up

-- Clocks of a case: started by an event, ended when the act was done, moved and struck only by entries.
create table case_time_limits (
    id                bigint generated always as identity primary key,
    case_id           bigint not null references cases (id),
    -- id of the limit and of its event in the law pack under law_digest: the law of the start of the clock
    limit_id          text not null,
    event             text not null,
    starts_on         date not null,
    -- null: the limit counts days
    starts_at         timestamptz,
    -- ids of a person and of an offence in the report; null: of the whole case
    person            text,
    offence           text,
    notice            text,
    residence         text,
    also_on           date,
    also_at           timestamptz,
    -- the limit whose expiry started this one
    after_id          bigint references case_time_limits (id),
    -- code of the court whose registry receives the act
    registry          text,
    law_digest        text not null,
    says              text not null check (says in ('lastDay', 'expires', 'firstDay')),
    due_on            date not null,
    due_at            timestamptz,
    alarm_on          date not null,
    alarm_at          timestamptz,
    -- stretches during which the clock stood still, side by side; the second is the day on which it ran again
    stood_from        date[] not null default '{}',
    stood_until       date[] not null default '{}' check (cardinality(stood_until) = cardinality(stood_from)),
    suspended_on      date,
    -- ground of the last suspension or extension
    ground            text,
    -- the last day as it was extended
    extended_to       date,
    -- the computed answer with its sum, as the clerk saw it
    answer            text not null,
    state             text not null check (state in ('running', 'suspended', 'met', 'struck')),
    reason            text,
    started_at        timestamptz not null,
    started_by        text not null,
    -- the day of the act that met it
    met_on            date,
    closed_at         timestamptz,
    closed_by         text,
    check ((state = 'suspended') = (suspended_on is not null)),
    check ((state in ('met', 'struck')) = (closed_at is not null))
);
create index case_time_limits_of on case_time_limits (case_id);
create index case_time_limits_due on case_time_limits (alarm_on, id) where state = 'running';

-- migrate:down

drop table case_time_limits;
