-- name: judgments(case_id)
-- Every judgment of a case that was found through the condition, corrected ones too, the oldest first.
select j.id, j.court, j.pronounced_on, j.ecli, j.number, j.remark, j.corrects, j.corrected_by, j.reason, j.registry, j.entered_at, j.entered_by,
    array(select p from judgment_parties p where p.judgment_id = j.id order by p.role, p.person) as parties,
    array(select p from judgment_outcomes p where p.judgment_id = j.id order by p.person, p.offence) as outcomes,
    array(select p from judgment_penalties p where p.judgment_id = j.id order by p.id) as penalties,
    array(select p from judgment_confiscations p where p.judgment_id = j.id order by p.id) as confiscations,
    array(select p from port_bans p where p.judgment_id = j.id order by p.id) as bans,
    array(select p from judgment_clocks p where p.judgment_id = j.id order by p.id) as clocks,
    array(select p from remedies p where p.judgment_id = j.id order by p.id) as remedies,
    array(select p from extracts p where p.judgment_id = j.id order by p.id) as extracts
from judgments j where j.case_id = :case_id order by j.id;

-- name: enter(case_id, court, pronounced_on, ecli, number, remark, corrects, reason, registry, at, by)$
insert into judgments (case_id, court, pronounced_on, ecli, number, remark, corrects, reason, registry, entered_at, entered_by)
values (:case_id, :court, :pronounced_on, :ecli, :number, :remark, :corrects, :reason, :registry, :at, :by)
returning id;

-- name: parties(case_id, judgment_id, rows)!
insert into judgment_parties (case_id, judgment_id, role, person, manner)
select :case_id, :judgment_id, r.role, r.person, r.manner from jsonb_populate_recordset(null::judgment_parties, :rows) r;

-- name: outcomes(case_id, judgment_id, rows)!
insert into judgment_outcomes (case_id, judgment_id, person, offence, stage, outcome)
select :case_id, :judgment_id, r.person, r.offence, r.stage, r.outcome from jsonb_populate_recordset(null::judgment_outcomes, :rows) r;

-- name: penalties(case_id, judgment_id, rows)!
insert into judgment_penalties (case_id, judgment_id, person, kind, length, unit, euro_cents, deferred, note)
select :case_id, :judgment_id, r.person, r.kind, r.length, r.unit, r.euro_cents, r.deferred, r.note
from jsonb_populate_recordset(null::judgment_penalties, :rows) r;

-- name: confiscations(case_id, judgment_id, rows)!
insert into judgment_confiscations (case_id, judgment_id, person, what, euro_cents, seizure)
select :case_id, :judgment_id, r.person, r.what, r.euro_cents, r.seizure from jsonb_populate_recordset(null::judgment_confiscations, :rows) r;

-- name: bans(case_id, judgment_id, rows)!
insert into port_bans (case_id, judgment_id, person, length, unit, ports, motivated)
select :case_id, :judgment_id, r.person, r.length, r.unit, r.ports, r.motivated from jsonb_populate_recordset(null::port_bans, :rows) r;

-- name: clock(case_id, judgment_id, role, person, about, remedy, limit_id, event, time_limit_id)!
insert into judgment_clocks (case_id, judgment_id, role, person, about, remedy, limit_id, event, time_limit_id)
values (:case_id, :judgment_id, :role, :person, :about, :remedy, :limit_id, :event, :time_limit_id);

-- name: extract(case_id, judgment_id, kind, person, after, time_limit_id)!
insert into extracts (case_id, judgment_id, kind, person, after, time_limit_id, state)
values (:case_id, :judgment_id, :kind, :person, :after, :time_limit_id, 'toSend');

-- name: set_final(case_id, judgment_id, person, offence, final_on)!
update judgment_outcomes set final_on = :final_on
where case_id = :case_id and judgment_id = :judgment_id and person = :person and offence = :offence;

-- name: unset_final(case_id, persons, offences)!
-- Of a finality that was established in error.
update judgment_outcomes o set final_on = null
from unnest(cast(:persons as text[]), cast(:offences as text[])) as p (person, offence)
where o.case_id = :case_id and o.person = p.person and o.offence = p.offence;

-- name: unset_extracts(case_id, clocks)!
-- An extract whose clock was begun in error waits for its own day again.
update extracts set time_limit_id = null
where case_id = :case_id and state = 'toSend' and time_limit_id = any (cast(:clocks as bigint[]));

-- name: correct(case_id, corrected, by_judgment)!
update judgments set corrected_by = :by_judgment where case_id = :case_id and id = :corrected and corrected_by is null;

-- name: drop_extracts(case_id, judgment_id, reason, at, by)!
-- What was still to be sent of a judgment that another one corrects.
update extracts set state = 'notNeeded', reason = :reason, closed_at = :at, closed_by = :by
where case_id = :case_id and judgment_id = :judgment_id and state = 'toSend';

-- name: lodge(case_id, judgment_id, remedy, role, person, against, lodged_on, grievances_on, number, late, registry, brought_before, at, by)$
insert into remedies (case_id, judgment_id, remedy, role, person, against, lodged_on, grievances_on, number, late, registry, brought_before, entered_at, entered_by)
values (:case_id, :judgment_id, :remedy, :role, :person, :against, :lodged_on, :grievances_on, :number, :late, :registry, :brought_before, :at, :by)
returning id;

-- name: withdraw(case_id, remedy_id, on, reason, by)$
-- Nothing when it was withdrawn already.
update remedies set withdrawn_on = :on, withdrawn_reason = :reason, withdrawn_by = :by
where case_id = :case_id and id = :remedy_id and withdrawn_on is null returning id;

-- name: waive(case_id, clock_id, on, reason)$
update judgment_clocks set waived_on = :on, waived_reason = :reason
where case_id = :case_id and id = :clock_id and waived_on is null returning id;

-- name: begin_extract(case_id, extract_id, time_limit_id)!
update extracts set time_limit_id = :time_limit_id where case_id = :case_id and id = :extract_id and time_limit_id is null;

-- name: close_extract(case_id, extract_id, state, sent_on, reason, at, by)$
-- Nothing when it is not open any more.
update extracts set state = :state, sent_on = :sent_on, reason = :reason, closed_at = :at, closed_by = :by
where case_id = :case_id and id = :extract_id and state = 'toSend' returning id;

-- name: end_custody(case_id, ban_id, ended, on, at, by)$
update port_bans set custody_ended = :ended, custody_ended_on = :on, ended_at = :at, ended_by = :by
where case_id = :case_id and id = :ban_id returning id;

-- name: extracts_to_send(account_id, office, court, by_office, by_office_when_named, by_name, by_court, today, row_limit)
-- Extracts that have to go, over the cases that one reads, the first due first, with how many there are in all. One that is due once
-- the judgment is final stands here from that day on, also where nobody recorded it: every clock of everybody is behind us, and no remedy waits.
select e.id, c.case_number, e.judgment_id, e.kind, e.person, e.after, j.court, j.pronounced_on, l.due_on, f.final_on, count(*) over () as total
from extracts e
join judgments j on j.id = e.judgment_id
join cases c on c.id = e.case_id
left join case_time_limits l on l.id = e.time_limit_id
left join lateral (
    select case when bool_and(k.closed_on is not null) then greatest(max(k.closed_on), j.pronounced_on) end as final_on
    from (
        select coalesce(w.waived_on, case when t.state in ('running', 'met') and t.due_on < cast(:today as date) then t.due_on + 1 end) as closed_on
        from judgment_clocks w
        left join lateral (
            select t.state, t.due_on from case_time_limits t
            where t.case_id = w.case_id and (t.id = w.time_limit_id or (
                w.time_limit_id is null and t.limit_id = w.limit_id and coalesce(t.person, '') = w.person
                and t.state <> 'struck' and t.starts_on >= j.pronounced_on))
            order by t.id desc limit 1
        ) t on true
        where w.judgment_id = j.id and (w.role <> 'suspect' or w.person = e.person) and w.about in ('', e.person)
        union all
        -- Nothing follows a judgment in cassation.
        select j.pronounced_on from judgment_outcomes o where o.judgment_id = j.id and o.person = e.person and o.stage = 'cassation'
    ) k
) f on e.after = 'final'
where e.state = 'toSend' and j.corrected_by is null
  and (e.after = 'pronouncement' or e.time_limit_id is not null or (f.final_on is not null and not exists (
      select from judgment_outcomes o
      left join case_positions q on q.case_id = o.case_id and q.person = o.person and q.offence = o.offence
      where o.judgment_id = j.id and o.person = e.person
        and not (coalesce(q.status, c.status) in ('judged', 'final', 'closed') or (coalesce(q.status, c.status), o.stage) in (
            ('appeal', 'appeal'), ('cassation', 'cassation'), ('assizes', 'assizes'))))))
  and case_visible(c, :account_id, :office, :court, :by_office, :by_office_when_named, :by_name, :by_court)
order by coalesce(l.due_on, f.final_on, j.pronounced_on), e.id
limit :row_limit;
