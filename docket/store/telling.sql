-- name: of_case(case_id)
-- Everyone who is or was to be told about a case that was found through the condition; the newest act first.
select t.id, t.act, t.hearing_id, t.role, t.person, t.contact_id, t.delivery_id, t.state, t.how, t.reason, t.made_at, t.closed_at,
    t.closed_by, case when d.state = 'digest' then coalesce(l.state, 'queued') else d.state end as mail_state
from to_tell t left join deliveries d on d.id = t.delivery_id
-- What had no room of its own is told with the list of its day.
left join lateral (
    select x.state from daily_lines s join daily_mails m on m.id = s.daily_id join deliveries x on x.id = m.delivery_id
    where s.delivery_id = d.id and s.what = 'changed'
) l on true
where t.case_id = :case_id order by t.made_at desc, t.id;

-- name: insert(case_id, act, hearing_id, rows, at)!
insert into to_tell (case_id, act, hearing_id, role, person, contact_id, delivery_id, state, made_at)
select :case_id, :act, :hearing_id, r.role, r.person, r.contact_id, r.delivery_id, r.state, :at
from jsonb_populate_recordset(null::to_tell, :rows) r;

-- name: supersede(case_id, hearing_id, reason, at, by)!
-- A later act on a hearing takes the place of what was still to be told of the one before.
update to_tell set state = 'notNeeded', reason = :reason, closed_at = :at, closed_by = :by
where case_id = :case_id and hearing_id = :hearing_id and state in ('toTell', 'failed');

-- name: close(case_id, row_id, state, how, reason, at, by)$
-- Nothing when it is not open any more.
update to_tell set state = :state, how = :how, reason = :reason, closed_at = :at, closed_by = :by
where case_id = :case_id and id = :row_id and state in ('toTell', 'failed')
returning id;

-- name: hand_over(case_id, role, person, before, after)!
-- The successor takes over what is still to be told; `before` null: nobody was known.
update to_tell
set contact_id = :after, state = 'toTell', how = null, reason = null, closed_at = null, closed_by = null
where case_id = :case_id and role = :role and person is not distinct from cast(:person as text)
  and contact_id is not distinct from cast(:before as bigint) and state in ('toTell', 'failed');

-- name: leave_to_successor(case_id, contact_id, roles)!
-- What one who is gone was not told waits for his successor, without a contact; not where a colleague has a row of the same act.
update to_tell t set contact_id = null, state = 'toTell', how = null, reason = null
where t.case_id = :case_id and t.contact_id = :contact_id and t.state in ('toTell', 'failed') and t.role = any (cast(:roles as text[]))
  and not exists (select from to_tell o where o.case_id = t.case_id and o.id <> t.id and o.role = t.role and o.person is not distinct from t.person
                  and o.act = t.act and o.hearing_id is not distinct from t.hearing_id and o.made_at = t.made_at and o.state <> 'notNeeded');

-- name: drop_contact(case_id, contact_id, reason, at, by)!
update to_tell set state = 'notNeeded', reason = :reason, closed_at = :at, closed_by = :by
where case_id = :case_id and contact_id = :contact_id and state in ('toTell', 'failed');

-- name: drop_persons(case_id, kept, reason, at, by)!
-- Of a hearing: who no longer stands in the case has to come to it no more.
update to_tell set state = 'notNeeded', reason = :reason, closed_at = :at, closed_by = :by
where case_id = :case_id and person is not null and person <> all (cast(:kept as text[])) and state in ('toTell', 'failed');
