-- name: of_case(case_id)
-- Every clock of a case that was found through the condition: what runs and ends first stands first.
select l.* from case_time_limits l where l.case_id = :case_id
order by array_position(array['running', 'suspended', 'met', 'struck'], l.state), l.alarm_on, l.alarm_at nulls last, l.id;

-- name: carried(case_id, service_id)$
-- Whether a clock that this service started is open in another case, where its person went.
select exists (
    select from case_time_limits l
    where l.service_id = :service_id and l.case_id <> :case_id and l.state in ('running', 'suspended'));

-- name: start(case_id, limit_id, event, starts_on, starts_at, person, offence, notice, residence, also_on, also_at, after_id, service_id, registry, law_digest, says, due_on, due_at, alarm_on, alarm_at, answer, reason, at, by)$
insert into case_time_limits (case_id, limit_id, event, starts_on, starts_at, person, offence, notice, residence, also_on, also_at,
    after_id, service_id, registry, law_digest, says, due_on, due_at, alarm_on, alarm_at, answer, state, reason, started_at, started_by)
values (:case_id, :limit_id, :event, :starts_on, :starts_at, :person, :offence, :notice, :residence, :also_on, :also_at,
    :after_id, :service_id, :registry, :law_digest, :says, :due_on, :due_at, :alarm_on, :alarm_at, :answer, 'running', :reason, :at, :by)
returning id;

-- name: change(case_id, id, due_on, due_at, alarm_on, alarm_at, stood_from, stood_until, suspended_on, ground, extended_to, answer, state, reason)!
-- Moves the end of a clock, or makes it stand still or run again.
update case_time_limits
set due_on = :due_on, due_at = :due_at, alarm_on = :alarm_on, alarm_at = :alarm_at, stood_from = :stood_from, stood_until = :stood_until,
    suspended_on = :suspended_on, ground = :ground, extended_to = :extended_to, answer = :answer, state = :state, reason = :reason
where case_id = :case_id and id = :id;

-- name: close(case_id, id, state, met_on, reason, at, by)!
update case_time_limits
set state = :state, met_on = :met_on, suspended_on = null, reason = :reason, closed_at = :at, closed_by = :by
where case_id = :case_id and id = :id;
