-- migrate:up

set local lock_timeout = '5s';

-- What waits on a work list, once for each seat to which its case is open, in the order in which the list is read: a page is a few
-- descents of the primary key, however far down it lies and however little of the list its reader may see. Derived from the tables
-- below by triggers, in the transaction that changes them; every read still asks `case_visible` of the case itself.
create table work_items (
    -- the list, with whose it is where it belongs to a person or an office: toConfirm, mine:17, notTaken:antwerpPort
    list     text not null,
    -- office:x, court:x, named:17 (whoever is named on the case), named:17@x (named, and of an office that has it), offered:x
    seat     text not null,
    -- confidentiality of the case
    level    text not null,
    -- the day by which it counts, in court time; -infinity = at once, infinity = it never becomes due
    day      date not null,
    sort     bigint not null,
    -- id of the row that waits
    item     bigint not null,
    case_id  bigint not null,
    primary key (list, seat, level, day, sort, item)
);
create index work_items_by_case on work_items (case_id);

-- How many items there are, as changes that add up: whoever writes adds his own row and waits for nobody. Every so often the rows of a
-- seat are added together.
create table work_counts (
    id       bigint generated always as identity primary key,
    list     text not null,
    seat     text not null,
    level    text not null,
    day      date not null,
    change   bigint not null
);
create index work_counts_by_seat on work_counts (list, seat, level, day) include (change);

-- A named address of a list with its filters, of one person.
create table saved_filters (
    id         bigint generated always as identity primary key,
    account_id bigint not null references accounts (id),
    name       text not null check (name <> '' and char_length(name) <= 80),
    -- path and query of a page of the register
    address    text not null check (address like '/%' and char_length(address) <= 1000),
    saved_at   timestamptz not null,
    unique (account_id, name)
);

-- A case as every list shows it.
create view case_lines as
select c.id, c.year, c.serial, c.case_number, c.version, c.status, c.confidentiality, c.registered_at, c.received_day,
    c.notice_number, c.origin_service, left(c.summary, 200) as summary, c.outcome, c.scope, c.port_area, c.holding_office,
    array(select t.prosecution_office from decision_tracks t
          where t.case_id = c.id and t.decision_seq = c.decision_seq order by t.ordinal) as prosecution_offices,
    array(select t.court from decision_tracks t
          where t.case_id = c.id and t.decision_seq = c.decision_seq order by t.ordinal) as courts,
    c.open_track, cardinality(c.to_confirm) > 0 as to_confirm
from cases c;

-- The seats to which a case is open at its level.
create function case_seats(c cases) returns table (seat text)
language sql stable as $$
    select 'office:' || o from unnest(c.offices) o
    union select 'court:' || k from unnest(c.courts) k
    union select 'named:' || n from unnest(c.named) n
    union select 'named:' || n || '@' || o from unnest(c.named) n, unnest(c.offices) o
$$;

-- What waits of some cases, by the tables that hold it. A new list is a new branch here, and a trigger on its table below.
create function work_rows(ids bigint[]) returns setof work_items
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

-- Makes the items of some cases what `work_rows` says, and adds the difference to the counts.
create function work_refresh(ids bigint[]) returns void
language plpgsql as $$
declare
    written bigint;
begin
    with wanted as materialized (
        select * from work_rows(ids)
    ), gone as (
        delete from work_items i
        where i.case_id = any (ids)
          and not exists (select from wanted w where (w.list, w.seat, w.level, w.day, w.sort, w.item) = (i.list, i.seat, i.level, i.day, i.sort, i.item))
        returning i.list, i.seat, i.level, i.day
    ), made as (
        insert into work_items
        select w.* from wanted w
        where not exists (select from work_items i where (w.list, w.seat, w.level, w.day, w.sort, w.item) = (i.list, i.seat, i.level, i.day, i.sort, i.item))
        on conflict do nothing
        returning list, seat, level, day
    ), changed as (
        insert into work_counts (list, seat, level, day, change)
        select d.list, d.seat, d.level, d.day, sum(d.change)
        from (select g.*, -1 as change from gone g union all select m.*, 1 from made m) d
        group by d.list, d.seat, d.level, d.day having sum(d.change) <> 0
        returning id
    )
    select max(id) filter (where id % 64 = 0) into written from changed;
    if written is not null then
        perform work_fold(k.list, k.seat, k.level) from work_counts k where k.id = written;
    end if;
end
$$;

-- Adds the changes of one seat in one list together, day by day; rows that another transaction holds are left to it.
create function work_fold(of_list text, of_seat text, of_level text) returns void
language sql as $$
    with several as (
        select k.day from work_counts k where k.list = of_list and k.seat = of_seat and k.level = of_level group by k.day having count(*) > 1
    ), held as (
        select k.id from work_counts k
        where k.list = of_list and k.seat = of_seat and k.level = of_level and k.day in (select day from several)
        order by k.id for update skip locked
    ), gone as (
        delete from work_counts k using held h where k.id = h.id returning k.day, k.change
    )
    insert into work_counts (list, seat, level, day, change)
    select of_list, of_seat, of_level, g.day, sum(g.change) from gone g group by g.day having sum(g.change) <> 0
$$;

-- One page of a list for a reader of these seats, from the item after `after_*` to the last day.
create function work_page(of_list text, seats text[], levels text[], last_day date, after_day date, after_sort bigint, after_item bigint, row_limit integer)
returns table (day date, sort bigint, item bigint, case_id bigint)
language sql stable as $$
    select distinct x.day, x.sort, x.item, x.case_id
    from unnest(seats, levels) s (seat, level)
    cross join lateral (
        select w.day, w.sort, w.item, w.case_id from work_items w
        where w.list = of_list and w.seat = s.seat and w.level = s.level and w.day <= last_day
          and (w.day, w.sort, w.item) > (after_day, after_sort, after_item)
        order by w.day, w.sort, w.item limit row_limit
    ) x
    order by 1, 2, 3 limit row_limit
$$;

-- Rows of a case came, went or changed.
create function work_changed() returns trigger
language plpgsql as $$
declare
    ids bigint[];
begin
    if tg_op = 'INSERT' then
        select array_agg(distinct case_id) into ids from new_rows;
    elsif tg_op = 'DELETE' then
        select array_agg(distinct case_id) into ids from old_rows;
    else
        select array_agg(distinct case_id) into ids from (select case_id from new_rows union all select case_id from old_rows) r;
    end if;
    if ids is not null then
        perform work_refresh(ids);
    end if;
    return null;
end
$$;

-- Of a case only what lists hang on counts: it changes with every entry. Before it has its number nobody sees it.
create function work_case_changed() returns trigger
language plpgsql as $$
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

-- A mail to somebody who is to be told failed for good, or waits again.
create function work_delivery_changed() returns trigger
language plpgsql as $$
declare
    ids bigint[];
begin
    select array_agg(distinct t.case_id) into ids
    from new_rows n join old_rows o on o.id = n.id join to_tell t on t.case_id = n.case_id and t.delivery_id = n.id
    where (n.state in ('failed', 'refused')) <> (o.state in ('failed', 'refused'));
    if ids is not null then
        perform work_refresh(ids);
    end if;
    return null;
end
$$;

create trigger work_cases_made after insert on cases
    referencing new table as new_rows for each statement execute function work_case_changed();
create trigger work_cases_changed after update on cases
    referencing old table as old_rows new table as new_rows for each statement execute function work_case_changed();
create trigger work_deliveries_changed after update on deliveries
    referencing old table as old_rows new table as new_rows for each statement execute function work_delivery_changed();

do $$
declare
    source text;
begin
    foreach source in array array['case_time_limits', 'hearings', 'acknowledgements', 'to_tell', 'transfer_offers'] loop
        execute format('create trigger work_made after insert on %I referencing new table as new_rows for each statement execute function work_changed()', source);
        execute format('create trigger work_changed after update on %I referencing old table as old_rows new table as new_rows for each statement execute function work_changed()', source);
        execute format('create trigger work_gone after delete on %I referencing old table as old_rows for each statement execute function work_changed()', source);
    end loop;
end
$$;

select work_refresh(array(select id from cases));

-- migrate:down

drop trigger work_cases_made on cases;
drop trigger work_cases_changed on cases;
drop trigger work_deliveries_changed on deliveries;
do $$
declare
    source text;
begin
    foreach source in array array['case_time_limits', 'hearings', 'acknowledgements', 'to_tell', 'transfer_offers'] loop
        execute format('drop trigger work_made on %I', source);
        execute format('drop trigger work_changed on %I', source);
        execute format('drop trigger work_gone on %I', source);
    end loop;
end
$$;
drop function work_changed(), work_case_changed(), work_delivery_changed();
drop function work_refresh(bigint[]), work_rows(bigint[]), work_fold(text, text, text);
drop function work_page(text, text[], text[], date, date, bigint, bigint, integer);
drop function case_seats(cases);
drop view case_lines;
drop table saved_filters, work_counts, work_items;
