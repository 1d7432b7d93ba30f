-- name: confirm(case_id, confirmations)!
insert into competence_confirmations (case_id, decision_seq, track_ordinal, court, kind, ground, article, arrondissement, facts,
    fact_path, fact_value, reason, after_ruling, confirmed_at, confirmed_by, account_id, office)
select :case_id, f.decision_seq, f.track_ordinal, f.court, f.kind, f.ground, f.article, f.arrondissement, f.facts,
    f.fact_path, f.fact_value, f.reason, f.after_ruling, f.confirmed_at, f.confirmed_by, f.account_id, f.office
from jsonb_populate_recordset(null::competence_confirmations, :confirmations) with ordinality as f
order by f.ordinality;

-- name: set_waiting(case_id, to_confirm)!
update cases set to_confirm = :to_confirm where id = :case_id;

-- name: set_grounds(case_id, grounds)!
-- In the place of those of an earlier decision.
with gone as (
    delete from case_grounds g
    where g.case_id = :case_id and not exists (
        select from jsonb_populate_recordset(null::case_grounds, :grounds) n where (n.court, n.ground) = (g.court, g.ground))
)
insert into case_grounds (case_id, court, ground, only_ground)
select :case_id, g.court, g.ground, g.only_ground from jsonb_populate_recordset(null::case_grounds, :grounds) g
on conflict (case_id, court, ground) do update set only_ground = excluded.only_ground;

-- name: challenge(case_id, decision_seq, ordinal, track, court, raised_by, person, ground, raised_on, before_court, remark, recorded_at, recorded_by)$
insert into competence_challenges (case_id, decision_seq, track_ordinal, track, court, raised_by, person, ground, raised_on,
    before_court, remark, recorded_at, recorded_by)
values (:case_id, :decision_seq, :ordinal, :track, :court, :raised_by, :person, :ground, :raised_on,
    :before_court, :remark, :recorded_at, :recorded_by)
returning id;

-- name: rule(case_id, challenge_id, ruling, court, ruled_on, ecli, remark, recorded_at, recorded_by)$
insert into competence_rulings (case_id, challenge_id, ruling, court, ruled_on, ecli, remark, recorded_at, recorded_by)
values (:case_id, :challenge_id, :ruling, :court, :ruled_on, :ecli, :remark, :recorded_at, :recorded_by)
returning id;

-- name: resting(wanted_court, ground, but, after_year, after_serial, row_limit, account_id, office, court, by_office, by_office_when_named, by_name, by_court)
-- Pending files that rest on a ground for a court, those that have no other one first; `but` = a file that is left out.
select c.case_number, c.registered_at, g.only_ground, c.holding_office, c.year, c.serial, c.to_confirm <> '{}' as to_confirm
from case_grounds g join cases c on c.id = g.case_id
where g.court = :wanted_court and g.ground = :ground and c.case_number <> :but
  and c.seised_on is null and (c.year, c.serial) < (:after_year, :after_serial)
  and not exists (select from referrals r where r.case_id = c.id and r.decision_seq = c.decision_seq and r.court = g.court)
  and case_visible(c, :account_id, :office, :court, :by_office, :by_office_when_named, :by_name, :by_court)
order by c.year desc, c.serial desc
limit :row_limit;

-- name: figures(account_id, office, court, by_office, by_office_when_named, by_name, by_court)
-- How often each ground was attacked, in the files that the reader may see; of several rulings on one objection the last.
select h.ground, h.court,
    count(*) as challenged,
    count(*) filter (where last.ruling = 'rejected') as upheld,
    count(*) filter (where last.ruling = 'upheld') as struck,
    count(*) filter (where last.ruling = 'declined') as declined,
    count(*) filter (where last.ruling is null) as pending
from competence_challenges h
join cases c on c.id = h.case_id
left join lateral (
    select r.ruling from competence_rulings r where r.challenge_id = h.id order by r.id desc limit 1
) last on true
where case_visible(c, :account_id, :office, :court, :by_office, :by_office_when_named, :by_name, :by_court)
group by h.ground, h.court
order by count(*) desc, h.ground, h.court;
