-- name: try_lock(number)$
-- Until the transaction ends nobody else makes rows; false = somebody does.
select pg_try_advisory_xact_lock(:number);

-- name: basis()$
select basis from watch_basis;

-- name: set_basis(basis)!
-- Every file is to be made anew.
with kept as (
    insert into watch_basis (basis) values (:basis) on conflict (one) do update set basis = excluded.basis
)
insert into watch_marks (case_id) select id from cases where case_number is not null;

-- name: take(now, row_limit)$
-- The next files that were written about, or whose time has come; what is entered after this marks its file again.
with picked as (
    select case_id from (
        select case_id from (select m.case_id, min(m.id) as id from (select * from watch_marks order by id limit :row_limit * 10) m
                             group by m.case_id order by 2 limit :row_limit) written
        union
        select case_id from (select o.case_id from case_outlooks o where o.again_at <= :now order by o.again_at limit :row_limit) due
    ) x
), gone as (
    delete from watch_marks where case_id in (select case_id from picked)
)
select coalesce(array_agg(case_id), '{}') from picked;

-- name: counting()$
-- Is a file marked whose rows are still to be made anew?
select exists (select from watch_marks);

-- name: files(ids)
-- Cases with their parts and positions, whoever may see them.
select c.*, p.places, p.offences, p.persons, p.seizures, p.vessels, p.relations,
    array(select array[s.person, s.offence, s.status] from case_positions s where s.case_id = c.id) as positions
from cases c join case_parts p on p.case_id = c.id
where c.id = any (cast(:ids as bigint[])) and c.case_number is not null;

-- name: entries_of(ids, kinds)
-- Entries of these kinds, and those that moved somebody.
select e.case_id, e.seq, e.kind, e.entered_at, e.entered_by, e.content from docket_entries e
where e.case_id = any (cast(:ids as bigint[])) and (e.kind = any (cast(:kinds as text[])) or e.content ? 'moves')
order by e.case_id, e.seq;

-- name: hearings_of(ids)
select h.case_id, h.id, k.id as chamber_id, k.court, k.name as chamber, s.kind, h.starts_at, h.summons, h.served_on, h.first_lawful_on,
    h.overbooked, h.state, h.sequence, h.uid, h.reason, h.set_at, h.set_by, h.changed_at, h.changed_by, h.change_reason,
    persons_elsewhere(c.id, c.decision_seq, k.court) as elsewhere
from hearings h join sittings s on s.id = h.sitting_id join chambers k on k.id = s.chamber_id join cases c on c.id = h.case_id
where h.case_id = any (cast(:ids as bigint[])) order by h.starts_at, h.id;

-- name: services_of(ids)
select s.case_id, s.id, s.act, s.person, s.hearing_id, s.hearing_sequence, s.reference, s.court, s.manner, s.state, s.asked_on, s.made_at,
    s.made_by, s.follows_id, s.served_on, s.served_at, s.presented_on, s.in_person, s.proof, s.proof_reference, s.proof_on, s.failed_on,
    s.reason, s.needless, s.closed_at, s.closed_by
from services s where s.case_id = any (cast(:ids as bigint[])) order by s.id desc;

-- name: offers_of(ids)
-- Settlements that were issued and that no later one replaced, with what their maker typed; the oldest first.
select d.case_id, d.about as person, d.typed from documents d
where d.case_id = any (cast(:ids as bigint[])) and d.kind = 'settlement_offer' and d.state = 'made' and d.about is not null
  and document_stage(d.id) = 'issued'
order by d.id;

-- name: clocks_of(ids)
-- Those that are struck tell nothing of who is held.
select l.* from case_time_limits l where l.case_id = any (cast(:ids as bigint[])) and l.state <> 'struck' order by l.id;

-- name: put(ids, rows, outlooks, at)!
-- Makes the rows of these files what they should be; those that stay keep their ids.
with wanted as materialized (
    select * from jsonb_to_recordset(cast(:rows as jsonb))
        as r (case_id bigint, kind text, person text, offence text, hearing_id bigint, counts_from date, on_day date, still boolean, why text[])
), gone as (
    delete from case_watches w
    where w.case_id = any (cast(:ids as bigint[]))
      and not exists (select from wanted n where (n.case_id, n.kind, n.person, n.offence, n.hearing_id)
                                               = (w.case_id, w.kind, w.person, w.offence, w.hearing_id))
), made as (
    insert into case_watches (case_id, kind, person, offence, hearing_id, counts_from, on_day, still, why)
    select n.case_id, n.kind, n.person, n.offence, n.hearing_id, n.counts_from, n.on_day, n.still, n.why from wanted n
    on conflict (case_id, kind, person, offence, hearing_id) do update
    set counts_from = excluded.counts_from, on_day = excluded.on_day, still = excluded.still, why = excluded.why
    where (case_watches.counts_from, case_watches.on_day, case_watches.still, case_watches.why)
        is distinct from (excluded.counts_from, excluded.on_day, excluded.still, excluded.why)
)
insert into case_outlooks (case_id, made_at, again_at)
select o.case_id, :at, o.again_at from jsonb_to_recordset(cast(:outlooks as jsonb)) as o (case_id bigint, again_at timestamptz)
on conflict (case_id) do update set made_at = excluded.made_at, again_at = excluded.again_at;

-- name: defer(ids, at, again_at)!
-- Their rows stay as they are until then.
insert into case_outlooks (case_id, made_at, again_at)
select i, :at, :again_at from unnest(cast(:ids as bigint[])) i
on conflict (case_id) do update set again_at = excluded.again_at;

-- name: held(ids)
-- The rows that are there.
select w.case_id, w.kind, w.person, w.offence, w.hearing_id, w.counts_from, w.on_day, w.still, w.why
from case_watches w where w.case_id = any (cast(:ids as bigint[])) order by w.id;

-- name: settled(ids, now)
-- Those of these cases that nobody wrote about since their rows were made, and whose time has not come.
select c.id, c.case_number from cases c join case_outlooks o on o.case_id = c.id
where c.id = any (cast(:ids as bigint[])) and (o.again_at is null or o.again_at > :now)
  and not exists (select from watch_marks m where m.case_id = c.id);

-- name: limitations_to_remind_of(today, steps, row_limit)
-- Last days of limitation with a step of their reminders that is due and was not made: the last such step only, and whom to tell.
-- None once the day is past, and none while a suspension moves it on.
select c.id as case_id, c.case_number, x.on_day, x.offences, n.days, t.near, t.away, t.uncovered, t.heads
from (
    select w.case_id, w.on_day, array_agg(w.offence order by w.id) as offences from case_watches w
    where w.kind = 'limitation' and not w.still and w.on_day >= cast(:today as date)
    group by w.case_id, w.on_day
) x
join cases c on c.id = x.case_id
cross join lateral (select min(s) as days from unnest(cast(:steps as int[])) s where s >= x.on_day - cast(:today as date)) n
cross join lateral told_of_case(c, :today) t
where n.days is not null
  and not exists (select from limitation_reminders r where r.case_id = x.case_id and r.on_day = x.on_day and r.days <= n.days)
order by x.on_day, c.id limit :row_limit;

-- name: limitation_reminded(case_id, on_day, days, at)$
-- No row when another worker was first.
insert into limitation_reminders (case_id, on_day, days, made_at) values (:case_id, :on_day, :days, :at)
on conflict do nothing returning id;
