-- migrate:up

-- Acts served on persons: one row for each person and attempt. A row that is `asked` says that nothing is known yet.
create table services (
    id               bigint generated always as identity primary key,
    case_id          bigint not null references cases (id),
    act              text not null check (act in (
        'summons', 'policeRecord', 'warrant', 'order', 'detentionOrder', 'detentionJudgment', 'judgment', 'defaultJudgment', 'cassation')),
    -- id of the person in the case
    person           text not null,
    -- the hearing that the act calls to, with its sequence at that moment: once it moves, the act names another day
    hearing_id       bigint references hearings (id),
    hearing_sequence integer,
    -- which judgment or order
    reference        text,
    -- of that judgment or order, or of the hearing
    court            text,
    manner           text not null check (manner in ('bailiff', 'police', 'prisonDirector', 'electronic', 'abroad')),
    state            text not null check (state in ('asked', 'done', 'failed', 'withdrawn')),
    asked_on         date not null,
    made_at          timestamptz not null,
    made_by          text not null,
    -- the earlier attempt
    follows_id       bigint references services (id),
    -- abroad: the day of posting
    served_on        date,
    served_at        timestamptz,
    presented_on     date check (presented_on >= served_on),
    in_person        boolean,
    proof            text check (proof in ('writ', 'policeReport', 'receipt', 'electronicProof', 'postingProof')),
    proof_reference  text,
    proof_on         date check (proof_on >= served_on),
    failed_on        date,
    -- why it failed or was withdrawn
    reason           text,
    -- withdrawn because the person need not be served any more
    needless         boolean not null default false,
    closed_at        timestamptz,
    closed_by        text,
    check ((hearing_id is null) = (hearing_sequence is null)),
    check ((act in ('summons', 'policeRecord')) = (hearing_id is not null)),
    check ((state = 'asked') = (closed_at is null)),
    check (state <> 'done' or (served_on is not null and in_person is not null and proof is not null
        and proof_reference is not null and proof_on is not null)),
    check (state <> 'failed' or failed_on is not null),
    check (state not in ('failed', 'withdrawn') or reason is not null),
    check (not needless or state = 'withdrawn')
);
create index services_by_case on services (case_id);
create index services_by_hearing on services (hearing_id) where hearing_id is not null;
create index services_by_state on services (state, id);

-- The service that started a clock whose event is a service.
alter table case_time_limits add column service_id bigint references services (id);

-- migrate:down

alter table case_time_limits drop column service_id;
drop table services;
