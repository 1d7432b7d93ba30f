-- migrate:up

set local lock_timeout = '5s';

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

do $$
declare
    source text;
begin
    foreach source in array array['requests', 'request_answers', 'services'] loop
        execute format('create trigger work_made after insert on %I referencing new table as new_rows for each statement execute function work_changed()', source);
        execute format('create trigger work_changed after update on %I referencing old table as old_rows new table as new_rows for each statement execute function work_changed()', source);
        execute format('create trigger work_gone after delete on %I referencing old table as old_rows for each statement execute function work_changed()', source);
    end loop;
end
$$;

select work_refresh(array(select case_id from requests union select case_id from services));

-- migrate:down

do $$
declare
    source text;
begin
    foreach source in array array['requests', 'request_answers', 'services'] loop
        execute format('drop trigger work_made on %I', source);
        execute format('drop trigger work_changed on %I', source);
        execute format('drop trigger work_gone on %I', source);
    end loop;
end
$$;

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
        -- A file waits for its own people at once when something in it is open, else on the first day on which a clock of it has to be met.
        select 'forMe:' || o, f.id,
            case when f.open_track or f.to_confirm or exists (select from untold u where u.case_id = f.id)
                then date '-infinity' else l.first_on end, f.place, f.id
        from file f
        cross join lateral (select min(r.alarm_on) as first_on from running r where r.case_id = f.id and r.says <> 'firstDay') l,
            unnest(f.owners) o
        where f.open_track or f.to_confirm or l.first_on is not null or exists (select from untold u where u.case_id = f.id)
    )
    select w.list, s.seat, f.confidentiality, w.day, w.place, w.item, f.id
    from waiting w join file f on f.id = w.case_id cross join unnest(f.seats) s (seat)
    union all
    -- An offer is open to the office to which it is made, which does not read the case yet.
    select 'offered:' || o.to_office, 'offered:' || o.to_office, 'offered', coalesce(o.answer_due_on, date 'infinity'), o.id, o.id, o.case_id
    from transfer_offers o where o.case_id = any (ids) and o.state = 'offered'
$$;

select work_refresh(array(select distinct case_id from work_items where list in ('requests', 'requestsLate', 'requestsAnswered', 'servicesFailed')));
