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

-- name: at_risk(account_id, office, court, by_office, by_office_when_named, by_name, by_court, now, today, warn_days, terms, neighbours, europe, ended, after_start, after_id, row_limit)
-- Hearings to come for which somebody was not served in time, or will not be: the first day first, and how many there are in all.
-- `terms`: for each summons its full days and what each distance adds; a hearing without one is listed only when a service failed.
with standing as (
    select h.id, h.starts_at, c.case_number, k.court, k.name as chamber, d.day, t.serve_by,
        case
            when s.state = 'done' then case when s.served_on > t.serve_by then 'late' else 'served' end
            when s.state = 'failed' then 'failed'
            when s.needless then 'needless'
            when t.serve_by < cast(:today as date) then 'missed'
            when t.serve_by <= cast(:today as date) + cast(:warn_days as int) then 'near'
            else 'waiting'
        end as verdict
    from hearings h join cases c on c.id = h.case_id join sittings i on i.id = h.sitting_id join chambers k on k.id = i.chamber_id
    cross join lateral (select (h.starts_at at time zone 'Europe/Brussels')::date as day) d
    join case_persons p on p.case_id = c.id
    cross join lateral (
        select d.day - (cast(:terms as jsonb) -> h.summons ->> 'days')::int - 1 - case
            when p.residence_country is null or p.residence_country = 'BE' then 0
            when p.residence_country = any (cast(:neighbours as text[])) then (cast(:terms as jsonb) -> h.summons ->> 'neighbour')::int
            when p.residence_country = any (cast(:europe as text[])) then (cast(:terms as jsonb) -> h.summons ->> 'europe')::int
            else (cast(:terms as jsonb) -> h.summons ->> 'world')::int
        end as serve_by
    ) t
    left join lateral (
        select v.state, v.served_on, v.needless from services v
        where v.hearing_id = h.id and v.hearing_sequence = h.sequence and v.person = p.id
        order by (v.state = 'done') desc, case when v.state = 'done' then v.served_on end, v.id desc limit 1
    ) s on true
    where h.state = 'set' and h.starts_at > :now
      and (s.state is not null or (p.role = 'suspect' and h.summons is not null and not (
          exists (select from case_positions o where o.case_id = c.id and o.person = p.id)
          and not exists (select from case_positions o where o.case_id = c.id and o.person = p.id
                          and o.status <> all (cast(:ended as text[]))))))
      and case_visible(c, :account_id, :office, :court, :by_office, :by_office_when_named, :by_name, :by_court)
), listed as (
    select id, starts_at, case_number, court, chamber,
        count(*) filter (where verdict = 'failed')::int as failed,
        count(*) filter (where verdict = 'late')::int as late,
        count(*) filter (where verdict in ('missed', 'near'))::int as unserved,
        -- Until then one service more can save the day; nothing once somebody was late or cannot be in time.
        case when bool_and(serve_by >= cast(:today as date) and verdict <> 'late')
            then min(serve_by) end as serve_by
    from standing where verdict in ('late', 'failed', 'missed', 'near')
    group by id, starts_at, case_number, court, chamber
)
select l.*, (select count(*)::int from listed) as total
from listed l where (l.starts_at, l.id) > (cast(:after_start as timestamptz), cast(:after_id as bigint))
order by l.starts_at, l.id limit :row_limit;
