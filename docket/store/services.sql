-- name: of_case(case_id)
-- Every service in a case that was found through the condition, the newest first.
select s.id, s.act, s.person, s.hearing_id, s.hearing_sequence, s.reference, s.court, s.manner, s.state, s.asked_on, s.made_at, s.made_by,
    s.follows_id, s.served_on, s.served_at, s.presented_on, s.in_person, s.proof, s.proof_reference, s.proof_on, s.failed_on, s.reason,
    s.needless, s.closed_at, s.closed_by
from services s where s.case_id = :case_id order by s.id desc;

-- name: ask(case_id, act, person, hearing_id, hearing_sequence, reference, court, manner, asked_on, follows_id, at, by)$
insert into services (case_id, act, person, hearing_id, hearing_sequence, reference, court, manner, state, asked_on, follows_id, made_at, made_by)
values (:case_id, :act, :person, :hearing_id, :hearing_sequence, :reference, :court, :manner, 'asked', :asked_on, :follows_id, :at, :by)
returning id;

-- name: done(case_id, id, served_on, served_at, presented_on, in_person, proof, proof_reference, proof_on, at, by)!
update services
set state = 'done', served_on = :served_on, served_at = :served_at, presented_on = :presented_on, in_person = :in_person, proof = :proof,
    proof_reference = :proof_reference, proof_on = :proof_on, closed_at = :at, closed_by = :by
where case_id = :case_id and id = :id;

-- name: failed(case_id, id, failed_on, reason, at, by)!
update services set state = 'failed', failed_on = :failed_on, reason = :reason, closed_at = :at, closed_by = :by
where case_id = :case_id and id = :id;

-- name: withdrawn(case_id, id, reason, needless, at, by)!
-- What was entered before stays in the row.
update services set state = 'withdrawn', reason = :reason, needless = :needless, closed_at = :at, closed_by = :by
where case_id = :case_id and id = :id;

-- name: listed(account_id, office, court, by_office, by_office_when_named, by_name, by_court, state, after, row_limit)
-- Services in one state over the cases that one reads: what waits longest first.
select s.id, c.case_number, s.act, s.person, p.role, s.manner, s.state, s.asked_on, s.served_on, s.failed_on, s.reason, s.reference, h.starts_at
from services s join cases c on c.id = s.case_id
left join case_persons p on p.case_id = s.case_id and p.id = s.person
left join hearings h on h.id = s.hearing_id
where s.state = :state and s.id > :after
  and case_visible(c, :account_id, :office, :court, :by_office, :by_office_when_named, :by_name, :by_court)
order by s.id limit :row_limit;

-- name: at_risk(account_id, office, court, by_office, by_office_when_named, by_name, by_court, now, today, warn_days, codes, days, served, closed, neighbour, europe, world, neighbours, europeans, ended, after_start, after_id, row_limit)
-- Hearings to come for which somebody was not served in time, or will not be: the first day first, and how many there are in all.
-- `codes`: the summonses, with the full days of each, whether it is served, which nobody does on a `closed` day or in a weekend, and what
-- each distance adds, side by side; a hearing without one is listed only when a service failed. What is far off and was not served yet is left out first, before anything is looked up about it.
with called as (
    select h.id, h.starts_at, h.sequence, h.case_id, h.sitting_id, h.summons, p.id as person, p.role, t.served,
        (h.starts_at at time zone 'Europe/Brussels')::date - t.days - 1 - case
            when p.residence_country is null or p.residence_country = 'BE' then 0
            when p.residence_country = any (cast(:neighbours as text[])) then t.neighbour
            when p.residence_country = any (cast(:europeans as text[])) then t.europe
            else t.world
        end as last_on
    from hearings h
    left join unnest(
        cast(:codes as text[]), cast(:days as int[]), cast(:served as boolean[]), cast(:neighbour as int[]), cast(:europe as int[]),
        cast(:world as int[])
    ) as t (code, days, served, neighbour, europe, world) on t.code = h.summons
    join case_persons p on p.case_id = h.case_id
    where h.state = 'set' and h.starts_at > :now
), standing as (
    select q.id, q.starts_at, q.case_id, q.sitting_id, w.serve_by,
        case
            when s.state = 'done' then case when s.served_on > q.last_on then 'late' else 'served' end
            when s.state = 'failed' then 'failed'
            when s.needless then 'needless'
            when w.serve_by < cast(:today as date) then 'missed'
            when w.serve_by <= cast(:today as date) + cast(:warn_days as int) then 'near'
            else 'waiting'
        end as verdict
    from called q
    cross join lateral (
        select case when q.served then max(d.day) filter (where extract(isodow from d.day) < 6 and d.day <> all (cast(:closed as date[])))
                    else q.last_on end as serve_by
        from (select q.last_on - n as day from generate_series(0, 6) n) d
    ) w
    left join lateral (
        select v.state, v.served_on, v.needless from services v
        where v.hearing_id = q.id and v.hearing_sequence = q.sequence and v.person = q.person
        order by (v.state = 'done') desc, case when v.state = 'done' then v.served_on end, v.id desc limit 1
    ) s on true
    where (q.last_on <= cast(:today as date) + cast(:warn_days as int) + 6
           or exists (select from services v where v.hearing_id = q.id and v.state in ('failed', 'done')))
      and (s.state is not null or (q.role = 'suspect' and q.summons is not null and not (
          exists (select from case_positions o where o.case_id = q.case_id and o.person = q.person)
          and not exists (select from case_positions o where o.case_id = q.case_id and o.person = q.person
                          and o.status <> all (cast(:ended as text[]))))
          and not exists (select from cases f join sittings i on i.id = q.sitting_id join chambers k on k.id = i.chamber_id
                          where f.id = q.case_id and persons_elsewhere(f.id, f.decision_seq, k.court) @> array[q.person])))
), listed as (
    select z.id, z.starts_at, c.case_number, k.court, k.name as chamber, z.failed, z.late, z.unserved, z.serve_by
    from (
        select id, starts_at, case_id, sitting_id,
            count(*) filter (where verdict = 'failed')::int as failed,
            count(*) filter (where verdict = 'late')::int as late,
            count(*) filter (where verdict in ('missed', 'near'))::int as unserved,
            -- Until then one service more can save the day; nothing once somebody was late or cannot be in time.
            case when bool_and(serve_by >= cast(:today as date) and verdict <> 'late') then min(serve_by) end as serve_by
        from standing where verdict in ('late', 'failed', 'missed', 'near')
        group by id, starts_at, case_id, sitting_id
    ) z
    join cases c on c.id = z.case_id join sittings i on i.id = z.sitting_id join chambers k on k.id = i.chamber_id
    where case_visible(c, :account_id, :office, :court, :by_office, :by_office_when_named, :by_name, :by_court)
)
select l.*, (select count(*)::int from listed) as total
from listed l where (l.starts_at, l.id) > (cast(:after_start as timestamptz), cast(:after_id as bigint))
order by l.starts_at, l.id limit :row_limit;
