-- migrate:up

set local lock_timeout = '5s';

-- What stands on a work list without anybody having begun it: limitation that nears, the age of an accusation, a suspect in custody
-- without a title, a hearing without its service or its outcome. Made by the worker from facts, acts, law and day (docket/watching.py).
create table case_watches (
    id          bigint generated always as identity primary key,
    case_id     bigint not null references cases (id),
    -- the list on which it stands
    kind        text not null check (kind in ('limitation', 'reasonableTime', 'unheld', 'servicesMissed', 'hearingsPast')),
    -- ids of a person and of an offence in the report; empty: of no one in particular
    person      text not null,
    offence     text not null,
    -- 0: of no hearing
    hearing_id  bigint not null,
    -- the day from which it stands there; -infinity = at once
    counts_from date not null,
    -- last day of the limitation, first day of the accusation, last day to serve, day of the hearing
    on_day      date,
    -- a suspension moves `on_day` on with every day
    still       boolean not null,
    unique (case_id, kind, person, offence, hearing_id)
);

-- When the rows of a case were made, and when they change though nobody does anything.
create table case_outlooks (
    case_id  bigint primary key references cases (id),
    made_at  timestamptz not null,
    again_at timestamptz
);
create index case_outlooks_due on case_outlooks (again_at) where again_at is not null;

-- Cases that were written about since: each entry adds its own row and waits for nobody.
create table watch_marks (
    id      bigint generated always as identity primary key,
    case_id bigint not null
);
create index watch_marks_by_case on watch_marks (case_id);

-- Law, terms and version by which all rows are made.
create table watch_basis (
    one   boolean primary key default true check (one),
    basis text not null
);

-- Each step of the reminders before the limitation of offences of a case, made once; a last day that moves begins anew.
create table limitation_reminders (
    id      bigint generated always as identity primary key,
    case_id bigint not null references cases (id),
    on_day  date not null,
    days    integer not null,
    made_at timestamptz not null,
    unique (case_id, on_day, days)
);

-- Whom a reminder about a case goes to on a day. `near` are the prosecutor of the case and who is named on it; in the place of who is
-- away stands who stands in for him and may read the case. `uncovered` = the prosecutor is away and nobody who can be told stands in.
create function told_of_case(c cases, today date)
returns table (near text[], away text[], uncovered boolean, heads text[])
language sql stable as $$
    select coalesce(array_agg(distinct told.duty_mail) filter (where told.id is not null), '{}'),
        coalesce(array_agg(distinct own.duty_mail) filter (where gone.id is not null and own.duty_mail is not null), '{}'),
        coalesce(bool_or(own.id = c.prosecutor and gone.id is not null and told.id is null), false),
        array(select u.duty_mail from accounts u
              where u.kind = 'user' and u.disabled_at is null and u.duty_mail is not null and c.confidentiality <> 'sealed'
                and u.office = c.holding_office and u.roles @> array['headOfOffice'] order by u.id)
    from (select c.prosecutor as id union select unnest(c.named)) his
    join accounts own on own.id = his.id and own.kind = 'user' and own.disabled_at is null
    left join lateral (
        select b.id, b.stand_in from absences b
        where b.account_id = own.id and b.withdrawn_at is null and b.from_day <= today and b.until_day > today
        order by b.id desc limit 1
    ) gone on true
    left join accounts told on told.id = case when gone.id is null then own.id else gone.stand_in end
        and told.kind = 'user' and told.disabled_at is null and told.duty_mail is not null
        and (gone.id is null or c.confidentiality <> 'sealed' or told.id = any (c.named))
        and not exists (select from absences b
                        where b.account_id = told.id and b.withdrawn_at is null and b.from_day <= today and b.until_day > today)
$$;

create function watch_entered() returns trigger
language plpgsql as $$
begin
    insert into watch_marks (case_id) select distinct case_id from new_rows;
    return null;
end
$$;
create trigger watch_entered after insert on docket_entries
    referencing new table as new_rows for each statement execute function watch_entered();

-- What waits of some cases, by the tables that hold it. A new list is a new branch here, and a trigger on its table below.
create or replace function work_rows(ids bigint[]) returns setof work_items
language sql stable as $$
    with file as (
        select c.id, c.confidentiality, c.open_track, c.to_confirm <> '{}' as to_confirm,
            -(c.year * 1000000000::bigint + c.serial) as place,
            array(select s.seat from case_seats(c) s) as seats,
            -- whose file it is: the port prosecutor, and whoever took it in charge for an office that still has it
            array(select c.prosecutor where c.prosecutor is not null
                  union
                  select a.taken_by from acknowledgements a where a.case_id = c.id and a.taken_by is not null and a.ended_at is null) as owners
        from cases c where c.id = any (ids) and c.case_number is not null
    ), untold as (
        select t.id, t.case_id, h.starts_at
        from to_tell t left join hearings h on h.id = t.hearing_id left join deliveries d on d.id = t.delivery_id
        where t.case_id = any (ids) and t.state in ('toTell', 'failed', 'byMail') and (t.delivery_id is null or d.state in ('failed', 'refused'))
    ), running as (
        select l.id, l.case_id, l.says, l.alarm_on,
            extract(epoch from coalesce(l.alarm_at, (l.alarm_on + 1) at time zone 'Europe/Brussels'))::bigint as place
        from case_time_limits l where l.case_id = any (ids) and l.state = 'running'
    ), asked as (
        select r.id, r.case_id, r.due_on, exists (select from request_answers a where a.request_id = r.id and a.state = 'proposed') as answered
        from requests r where r.case_id = any (ids) and r.state = 'asked'
    ), watched as (
        select w.id, w.case_id, w.kind, w.counts_from, w.on_day from case_watches w where w.case_id = any (ids)
    ), waiting as (
        select 'files' as list, f.id as case_id, date '-infinity' as day, f.place, f.id as item from file f
        union all
        select 'mine:' || o, f.id, date '-infinity', f.place, f.id from file f, unnest(f.owners) o
        union all
        select 'openTracks', f.id, date '-infinity', f.place, f.id from file f where f.open_track
        union all
        select 'toConfirm', f.id, date '-infinity', f.place, f.id from file f where f.to_confirm
        union all
        select 'timeLimits', r.case_id, r.alarm_on, r.place, r.id from running r
        union all
        select 'hearings', h.case_id, (h.starts_at at time zone 'Europe/Brussels')::date, extract(epoch from h.starts_at)::bigint, h.id
        from hearings h where h.case_id = any (ids) and h.state = 'set'
        union all
        select 'notTaken:' || a.office, a.case_id, date '-infinity',
            extract(epoch from a.opened_at)::bigint + case when a.urgency = 'ordinary' then 1000000000000 else 0 end, a.id
        from acknowledgements a where a.case_id = any (ids) and a.taken_at is null and a.ended_at is null
        union all
        select 'untold', u.case_id, coalesce((u.starts_at at time zone 'Europe/Brussels')::date, date 'infinity'), u.id, u.id from untold u
        union all
        select 'requests', q.case_id, q.due_on, q.id, q.id from asked q
        union all
        -- Late from the day after the one on which it was due, unless an answer waits for the office.
        select 'requestsLate', q.case_id, q.due_on + 1, q.id, q.id from asked q where not q.answered
        union all
        select 'requestsAnswered', q.case_id, q.due_on, q.id, q.id from asked q where q.answered
        union all
        -- A hearing to which somebody is called by an act whose service failed, and was not asked again or done since.
        select 'servicesFailed', h.case_id, (h.starts_at at time zone 'Europe/Brussels')::date, extract(epoch from h.starts_at)::bigint, h.id
        from hearings h
        where h.case_id = any (ids) and h.state = 'set' and exists (
            select from services s
            where s.hearing_id = h.id and s.hearing_sequence = h.sequence and s.state = 'failed'
              and not exists (select from services n where n.hearing_id = h.id and n.hearing_sequence = h.sequence and n.person = s.person
                              and (n.state = 'done' or (n.state <> 'failed' and n.id > s.id))))
        union all
        select w.kind, w.case_id, w.counts_from, coalesce(w.on_day - date '2000-01-01', 0), w.id from watched w
        union all
        -- A file waits for its own people at once when something in it is open, else on the first day on which a clock of it has to be met, an answer is late,
        -- limitation nears, a hearing lacks its service or its outcome, or a suspect his title.
        select 'forMe:' || o, f.id,
            case when n.at_once then date '-infinity' else n.first_on end, f.place, f.id
        from file f
        cross join lateral (
            select f.open_track or f.to_confirm or exists (select from untold u where u.case_id = f.id)
                    or exists (select from asked q where q.case_id = f.id and q.answered) as at_once,
                least((select min(r.alarm_on) from running r where r.case_id = f.id and r.says <> 'firstDay'),
                      (select min(q.due_on + 1) from asked q where q.case_id = f.id and not q.answered),
                      (select min(w.counts_from) from watched w where w.case_id = f.id and w.kind <> 'reasonableTime')) as first_on
        ) n, unnest(f.owners) o
        where n.at_once or n.first_on is not null
    )
    select w.list, s.seat, f.confidentiality, w.day, w.place, w.item, f.id
    from waiting w join file f on f.id = w.case_id cross join unnest(f.seats) s (seat)
    union all
    -- An offer is open to the office to which it is made, which does not read the case yet.
    select 'offered:' || o.to_office, 'offered:' || o.to_office, 'offered', coalesce(o.answer_due_on, date 'infinity'), o.id, o.id, o.case_id
    from transfer_offers o where o.case_id = any (ids) and o.state = 'offered'
$$;

create trigger work_made after insert on case_watches
    referencing new table as new_rows for each statement execute function work_changed();
create trigger work_changed after update on case_watches
    referencing old table as old_rows new table as new_rows for each statement execute function work_changed();
create trigger work_gone after delete on case_watches
    referencing old table as old_rows for each statement execute function work_changed();

-- migrate:down

drop trigger work_made on case_watches;
drop trigger work_changed on case_watches;
drop trigger work_gone on case_watches;
-- What waits of some cases, by the tables that hold it. A new list is a new branch here, and a trigger on its table below.
create or replace function work_rows(ids bigint[]) returns setof work_items
language sql stable as $$
    with file as (
        select c.id, c.confidentiality, c.open_track, c.to_confirm <> '{}' as to_confirm,
            -(c.year * 1000000000::bigint + c.serial) as place,
            array(select s.seat from case_seats(c) s) as seats,
            -- whose file it is: the port prosecutor, and whoever took it in charge for an office that still has it
            array(select c.prosecutor where c.prosecutor is not null
                  union
                  select a.taken_by from acknowledgements a where a.case_id = c.id and a.taken_by is not null and a.ended_at is null) as owners
        from cases c where c.id = any (ids) and c.case_number is not null
    ), untold as (
        select t.id, t.case_id, h.starts_at
        from to_tell t left join hearings h on h.id = t.hearing_id left join deliveries d on d.id = t.delivery_id
        where t.case_id = any (ids) and t.state in ('toTell', 'failed', 'byMail') and (t.delivery_id is null or d.state in ('failed', 'refused'))
    ), running as (
        select l.id, l.case_id, l.says, l.alarm_on,
            extract(epoch from coalesce(l.alarm_at, (l.alarm_on + 1) at time zone 'Europe/Brussels'))::bigint as place
        from case_time_limits l where l.case_id = any (ids) and l.state = 'running'
    ), asked as (
        select r.id, r.case_id, r.due_on, exists (select from request_answers a where a.request_id = r.id and a.state = 'proposed') as answered
        from requests r where r.case_id = any (ids) and r.state = 'asked'
    ), waiting as (
        select 'files' as list, f.id as case_id, date '-infinity' as day, f.place, f.id as item from file f
        union all
        select 'mine:' || o, f.id, date '-infinity', f.place, f.id from file f, unnest(f.owners) o
        union all
        select 'openTracks', f.id, date '-infinity', f.place, f.id from file f where f.open_track
        union all
        select 'toConfirm', f.id, date '-infinity', f.place, f.id from file f where f.to_confirm
        union all
        select 'timeLimits', r.case_id, r.alarm_on, r.place, r.id from running r
        union all
        select 'hearings', h.case_id, (h.starts_at at time zone 'Europe/Brussels')::date, extract(epoch from h.starts_at)::bigint, h.id
        from hearings h where h.case_id = any (ids) and h.state = 'set'
        union all
        select 'notTaken:' || a.office, a.case_id, date '-infinity',
            extract(epoch from a.opened_at)::bigint + case when a.urgency = 'ordinary' then 1000000000000 else 0 end, a.id
        from acknowledgements a where a.case_id = any (ids) and a.taken_at is null and a.ended_at is null
        union all
        select 'untold', u.case_id, coalesce((u.starts_at at time zone 'Europe/Brussels')::date, date 'infinity'), u.id, u.id from untold u
        union all
        select 'requests', q.case_id, q.due_on, q.id, q.id from asked q
        union all
        -- Late from the day after the one on which it was due, unless an answer waits for the office.
        select 'requestsLate', q.case_id, q.due_on + 1, q.id, q.id from asked q where not q.answered
        union all
        select 'requestsAnswered', q.case_id, q.due_on, q.id, q.id from asked q where q.answered
        union all
        -- A hearing to which somebody is called by an act whose service failed, and was not asked again or done since.
        select 'servicesFailed', h.case_id, (h.starts_at at time zone 'Europe/Brussels')::date, extract(epoch from h.starts_at)::bigint, h.id
        from hearings h
        where h.case_id = any (ids) and h.state = 'set' and exists (
            select from services s
            where s.hearing_id = h.id and s.hearing_sequence = h.sequence and s.state = 'failed'
              and not exists (select from services n where n.hearing_id = h.id and n.hearing_sequence = h.sequence and n.person = s.person
                              and (n.state = 'done' or (n.state <> 'failed' and n.id > s.id))))
        union all
        -- A file waits for its own people at once when something in it is open, else on the first day on which a clock of it has to be met or an answer is late.
        select 'forMe:' || o, f.id,
            case when n.at_once then date '-infinity' else n.first_on end, f.place, f.id
        from file f
        cross join lateral (
            select f.open_track or f.to_confirm or exists (select from untold u where u.case_id = f.id)
                    or exists (select from asked q where q.case_id = f.id and q.answered) as at_once,
                least((select min(r.alarm_on) from running r where r.case_id = f.id and r.says <> 'firstDay'),
                      (select min(q.due_on + 1) from asked q where q.case_id = f.id and not q.answered)) as first_on
        ) n, unnest(f.owners) o
        where n.at_once or n.first_on is not null
    )
    select w.list, s.seat, f.confidentiality, w.day, w.place, w.item, f.id
    from waiting w join file f on f.id = w.case_id cross join unnest(f.seats) s (seat)
    union all
    -- An offer is open to the office to which it is made, which does not read the case yet.
    select 'offered:' || o.to_office, 'offered:' || o.to_office, 'offered', coalesce(o.answer_due_on, date 'infinity'), o.id, o.id, o.case_id
    from transfer_offers o where o.case_id = any (ids) and o.state = 'offered'
$$;

select work_refresh(array(select distinct case_id from case_watches));
drop trigger watch_entered on docket_entries;
drop function watch_entered();
drop function told_of_case(cases, date);
drop table limitation_reminders, watch_basis, watch_marks, case_outlooks, case_watches;
