-- migrate:up

-- What a court decided in a case. A wrong row is corrected by a new one that names it; it stays.
create table judgments (
    id            bigint generated always as identity primary key,
    case_id       bigint not null references cases (id),
    -- code of the law data, or courtOfCassation
    court         text not null,
    pronounced_on date not null,
    ecli          text,
    -- number on the judgment
    number        text,
    remark        text,
    -- the row that was wrong, and the one that says it right
    corrects      bigint references judgments (id),
    corrected_by  bigint references judgments (id),
    -- why it was corrected
    reason        text,
    -- the court whose registry entered it; null: an office did
    registry      text,
    entered_at    timestamptz not null,
    entered_by    text not null,
    check ((corrects is null) = (reason is null))
);
create index judgments_by_case on judgments (case_id);

-- Who was judged, or has a remedy, and whether he was there. The prosecution has an empty person.
create table judgment_parties (
    case_id     bigint not null references cases (id),
    judgment_id bigint not null references judgments (id),
    role        text not null check (role in ('suspect', 'civilParty', 'prosecution')),
    person      text not null,
    manner      text not null check (manner in ('adversary', 'deemedAdversary', 'default')),
    primary key (judgment_id, role, person)
);
create index judgment_parties_by_case on judgment_parties (case_id);

create table judgment_outcomes (
    case_id     bigint not null references cases (id),
    judgment_id bigint not null references judgments (id),
    -- ids within the report
    person      text not null,
    offence     text not null,
    stage       text not null check (stage in ('firstInstance', 'afterOpposition', 'plea', 'appeal', 'assizes', 'cassation')),
    -- of the law data
    outcome     text not null,
    -- the day from which it was recorded as final
    final_on    date,
    primary key (judgment_id, person, offence)
);
create index judgment_outcomes_by_case on judgment_outcomes (case_id);

create table judgment_penalties (
    id          bigint generated always as identity primary key,
    case_id     bigint not null references cases (id),
    judgment_id bigint not null references judgments (id),
    person      text not null,
    -- of the law data
    kind        text not null,
    -- of a unit but euro
    length      integer check (length > 0),
    unit        text not null check (unit in ('hour', 'day', 'month', 'year', 'euro')),
    -- as the judgment says it, without opdeciemen unless a note says so
    euro_cents  bigint check (euro_cents > 0),
    deferred    text not null check (deferred in ('no', 'part', 'whole')),
    note        text,
    check ((unit = 'euro') = (euro_cents is not null)),
    check ((unit = 'euro') = (length is null))
);
create index judgment_penalties_by_case on judgment_penalties (case_id);

create table judgment_confiscations (
    id          bigint generated always as identity primary key,
    case_id     bigint not null references cases (id),
    judgment_id bigint not null references judgments (id),
    person      text not null,
    what        text not null,
    euro_cents  bigint check (euro_cents > 0)
);
create index judgment_confiscations_by_case on judgment_confiscations (case_id);

-- Havenverbod. Its start and last day are computed; only the end of the imprisonment beside it is entered.
create table port_bans (
    id               bigint generated always as identity primary key,
    case_id          bigint not null references cases (id),
    judgment_id      bigint not null references judgments (id),
    person           text not null,
    length           integer not null check (length > 0),
    unit             text not null check (unit in ('month', 'year')),
    -- which ports or port facilities
    ports            text not null,
    -- did the court say why, as the law asks
    motivated        boolean not null,
    custody_ended    text check (custody_ended in ('served', 'limitation', 'conditionalRelease')),
    custody_ended_on date,
    ended_at         timestamptz,
    ended_by         text,
    unique (judgment_id, person),
    check ((custody_ended is null) = (custody_ended_on is null)),
    check ((custody_ended is null) = (ended_at is null))
);
create index port_bans_by_case on port_bans (case_id);

-- The clocks that must have run out before a judgment is final: one for each party and remedy.
create table judgment_clocks (
    id            bigint generated always as identity primary key,
    case_id       bigint not null references cases (id),
    judgment_id   bigint not null references judgments (id),
    role          text not null check (role in ('suspect', 'civilParty', 'prosecution')),
    person        text not null,
    -- the suspect whose part of the judgment it keeps open; empty: everybody's, or the suspect's own
    about         text not null default '',
    remedy        text not null check (remedy in ('opposition', 'appeal', 'cassation')),
    limit_id      text not null,
    -- the anchor that starts it
    event         text not null,
    -- the clock that the judgment or a remedy started; null: its event starts it, a service as a rule
    time_limit_id bigint references case_time_limits (id),
    -- the party gave it up
    waived_on     date,
    waived_reason text,
    check ((waived_on is null) = (waived_reason is null)),
    unique (judgment_id, role, person, limit_id, about)
);
create index judgment_clocks_by_case on judgment_clocks (case_id);

-- Opposition, appeal and cassation as they were declared.
create table remedies (
    id               bigint generated always as identity primary key,
    case_id          bigint not null references cases (id),
    judgment_id      bigint not null references judgments (id),
    remedy           text not null check (remedy in ('opposition', 'appeal', 'cassation')),
    role             text not null check (role in ('suspect', 'civilParty', 'prosecution')),
    person           text not null,
    -- the suspects whose judgment it is about
    against          text[] not null check (cardinality(against) > 0),
    lodged_on        date not null,
    -- of an appeal
    grievances_on    date,
    -- of the declaration
    number           text,
    -- it came after the last day of its clock: the court judges whether it is admissible
    late             boolean not null,
    registry         text,
    entered_at       timestamptz not null,
    entered_by       text not null,
    withdrawn_on     date,
    withdrawn_reason text,
    withdrawn_by     text,
    check ((withdrawn_on is null) = (withdrawn_reason is null))
);
create index remedies_by_case on remedies (case_id);

-- To whom an extract of a judgment has to go.
create table extracts (
    id            bigint generated always as identity primary key,
    case_id       bigint not null references cases (id),
    judgment_id   bigint not null references judgments (id),
    -- of the law data
    kind          text not null,
    -- null: one for the whole judgment
    person        text,
    -- due from the pronouncement on, or only once the judgment is final
    after         text not null check (after in ('pronouncement', 'final')),
    time_limit_id bigint references case_time_limits (id),
    state         text not null check (state in ('toSend', 'sent', 'notNeeded')),
    sent_on       date,
    reason        text,
    closed_at     timestamptz,
    closed_by     text,
    check ((state = 'sent') = (sent_on is not null)),
    check (state <> 'notNeeded' or reason is not null),
    check ((state = 'toSend') = (closed_at is null))
);
create index extracts_by_case on extracts (case_id);
create index extracts_to_send on extracts (id) where state = 'toSend';

-- migrate:down

drop table extracts;
drop table remedies;
drop table judgment_clocks;
drop table port_bans;
drop table judgment_confiscations;
drop table judgment_penalties;
drop table judgment_outcomes;
drop table judgment_parties;
drop table judgments;
