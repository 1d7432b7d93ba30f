-- migrate:up

set local lock_timeout = '5s';

-- A file that ended, with or without a judgment, stands on the list of forgotten items while one of its items is undecided.
create or replace function work_case_changed() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
declare
    ids bigint[];
begin
    if tg_op = 'INSERT' then
        select array_agg(id) into ids from new_rows where case_number is not null;
    else
        select array_agg(n.id) into ids
        from new_rows n join old_rows o on o.id = n.id
        where (n.case_number, n.confidentiality, n.offices, n.courts, n.named, n.prosecutor, n.open_track, n.to_confirm = '{}',
               n.status in ('dismissed', 'nonProsecution', 'final', 'closed'))
            is distinct from (o.case_number, o.confidentiality, o.offices, o.courts, o.named, o.prosecutor, o.open_track, o.to_confirm = '{}',
               o.status in ('dismissed', 'nonProsecution', 'final', 'closed'));
    end if;
    if ids is not null then
        perform work_refresh(ids);
    end if;
    return null;
end
$$;

create or replace function work_rows(ids bigint[]) RETURNS setof work_items
    LANGUAGE sql STABLE
    AS $$
    with file as (
        select c.id, c.confidentiality, c.open_track, c.to_confirm <> '{}' as to_confirm,
            -- nothing brings up again by itself what became of its goods
            c.status in ('dismissed', 'nonProsecution', 'final', 'closed') as ended,
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
    ), item as (
        -- Each reported seizure with what was decided on it last; its number on the lists is that of its file and its place in the report.
        select s.case_id, s.case_id * 100000 + s.ordinal as item, s.kind, d.id as decided, d.decision, d.act_on,
            d.id is null and not exists (
                select from judgment_confiscations k join judgments j on j.id = k.judgment_id
                where k.case_id = s.case_id and k.seizure = s.id and j.corrected_by is null) as undecided,
            exists (select from seized_item_acts o
                    where o.case_id = s.case_id and o.seizure = s.id and o.act = 'carriedOut' and o.struck_at is null and o.id > d.id) as done
        from case_seizures s
        left join lateral (
            select a.id, a.decision, a.act_on from seized_item_acts a
            where a.case_id = s.case_id and a.seizure = s.id and a.act = 'decided' and a.struck_at is null order by a.id desc limit 1
        ) d on true
        where s.case_id = any (ids)
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
        -- A document that waits for a magistrate, the longest waiting first.
        select 'toSign', d.case_id, date '-infinity', extract(epoch from l.acted_at)::bigint, d.id
        from documents d
        cross join lateral (select a.stage, a.acted_at from document_acts a where a.document_id = d.id order by a.id desc limit 1) l
        where d.case_id = any (ids) and l.stage = 'proposed'
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
        -- What a magistrate decided to destroy, until that is done; the oldest decision first.
        select 'itemsToDestroy', i.case_id, i.act_on, i.item, i.item from item i where i.decision = 'destroy' and not i.done
        union all
        -- A container costs money every day until it goes back; one that a magistrate keeps is not waited for.
        select 'containersToRelease', i.case_id, coalesce(i.act_on, date '-infinity'), i.item, i.item
        from item i where i.kind = 'container' and (i.undecided or (i.decision = 'return' and not i.done))
        union all
        -- What neither a magistrate nor a judgment said anything of, once there is a judgment or the file ended without one; those first, then
        -- the first judgment.
        select 'itemsForgotten', i.case_id, coalesce(j.first_on, date '-infinity'), i.item, i.item
        from item i join file f on f.id = i.case_id
        cross join lateral (
            select min(g.pronounced_on) as first_on from judgments g where g.case_id = i.case_id and g.corrected_by is null
        ) j
        where i.undecided and (f.ended or j.first_on is not null)
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

select work_refresh(array(select id from cases where status in ('dismissed', 'nonProsecution', 'final', 'closed')));

-- migrate:down

create or replace function work_case_changed() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
declare
    ids bigint[];
begin
    if tg_op = 'INSERT' then
        select array_agg(id) into ids from new_rows where case_number is not null;
    else
        select array_agg(n.id) into ids
        from new_rows n join old_rows o on o.id = n.id
        where (n.case_number, n.confidentiality, n.offices, n.courts, n.named, n.prosecutor, n.open_track, n.to_confirm = '{}')
            is distinct from (o.case_number, o.confidentiality, o.offices, o.courts, o.named, o.prosecutor, o.open_track, o.to_confirm = '{}');
    end if;
    if ids is not null then
        perform work_refresh(ids);
    end if;
    return null;
end
$$;

create or replace function work_rows(ids bigint[]) RETURNS setof work_items
    LANGUAGE sql STABLE
    AS $$
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
    ), item as (
        -- Each reported seizure with what was decided on it last; its number on the lists is that of its file and its place in the report.
        select s.case_id, s.case_id * 100000 + s.ordinal as item, s.kind, d.id as decided, d.decision, d.act_on,
            d.id is null and not exists (
                select from judgment_confiscations k join judgments j on j.id = k.judgment_id
                where k.case_id = s.case_id and k.seizure = s.id and j.corrected_by is null) as undecided,
            exists (select from seized_item_acts o
                    where o.case_id = s.case_id and o.seizure = s.id and o.act = 'carriedOut' and o.struck_at is null and o.id > d.id) as done
        from case_seizures s
        left join lateral (
            select a.id, a.decision, a.act_on from seized_item_acts a
            where a.case_id = s.case_id and a.seizure = s.id and a.act = 'decided' and a.struck_at is null order by a.id desc limit 1
        ) d on true
        where s.case_id = any (ids)
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
        -- A document that waits for a magistrate, the longest waiting first.
        select 'toSign', d.case_id, date '-infinity', extract(epoch from l.acted_at)::bigint, d.id
        from documents d
        cross join lateral (select a.stage, a.acted_at from document_acts a where a.document_id = d.id order by a.id desc limit 1) l
        where d.case_id = any (ids) and l.stage = 'proposed'
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
        -- What a magistrate decided to destroy, until that is done; the oldest decision first.
        select 'itemsToDestroy', i.case_id, i.act_on, i.item, i.item from item i where i.decision = 'destroy' and not i.done
        union all
        -- A container costs money every day until it goes back; one that a magistrate keeps is not waited for.
        select 'containersToRelease', i.case_id, coalesce(i.act_on, date '-infinity'), i.item, i.item
        from item i where i.kind = 'container' and (i.undecided or (i.decision = 'return' and not i.done))
        union all
        -- What neither a magistrate nor a judgment said anything of, once there is a judgment; the first judgment first.
        select 'itemsForgotten', i.case_id, (select min(j.pronounced_on) from judgments j where j.case_id = i.case_id and j.corrected_by is null),
            i.item, i.item
        from item i
        where i.undecided and exists (select from judgments j where j.case_id = i.case_id and j.corrected_by is null)
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

select work_refresh(array(select distinct case_id from work_items where list = 'itemsForgotten'));
