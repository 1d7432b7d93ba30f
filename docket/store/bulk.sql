-- name: start(account_id, kind, chamber_id, day, typed, at, by)$
-- Nothing where there is no such chamber.
insert into bulk_runs (account_id, kind, chamber_id, day, typed, asked_at, asked_by)
select :account_id, :kind, k.id, :day, :typed, :at, :by from chambers k where k.id = :chamber_id
returning id;

-- name: add_lines(run_id, per_suspect, chamber_id, day, account_id, office, court, by_office, by_office_when_named, by_name, by_court)$
-- One line for each file of the sitting that the reader reads, or for each suspect of it; returns how many.
with found as (
    select h.id as hearing_id, h.case_id, h.starts_at, p.id as about, p.ordinal
    from hearings h join sittings s on s.id = h.sitting_id join cases c on c.id = h.case_id
    left join case_persons p on p.case_id = c.id and p.role = 'suspect' and cast(:per_suspect as boolean)
    where s.chamber_id = :chamber_id and s.day = :day and h.state = 'set'
      and case_visible(c, :account_id, :office, :court, :by_office, :by_office_when_named, :by_name, :by_court)
), added as (
    insert into bulk_lines (run_id, ordinal, case_id, about, hearing_id, state)
    select :run_id, row_number() over (order by starts_at, hearing_id, ordinal), case_id, about, hearing_id, 'waiting' from found
    returning 1
)
select count(*) from added;

-- name: claim(run_id, ordinal, max_attempts)^
-- Counts the attempt; nothing when the line was done, or was tried too often.
with claimed as (
    update bulk_lines set attempts = attempts + 1
    where run_id = :run_id and ordinal = :ordinal and state = 'waiting' and attempts < :max_attempts
    returning *
)
select r.account_id, r.kind, r.typed, c.case_number, l.about, l.hearing_id
from claimed l join bulk_runs r on r.id = l.run_id join cases c on c.id = l.case_id;

-- name: tie(run_id, ordinal, document_id)$
-- In the transaction that asks for its document; no row when the line has one already.
update bulk_lines set state = 'asked', document_id = :document_id, reason = null, missing = '{}', links = '{}'
where run_id = :run_id and ordinal = :ordinal and state = 'waiting' returning ordinal;

-- name: finish(run_id, ordinal, state, reason, missing, links)!
update bulk_lines
set state = :state, reason = :reason, missing = cast(:missing as text[]), links = cast(:links as text[])
where run_id = :run_id and ordinal = :ordinal and state = 'waiting';

-- name: give_up(run_id, ordinal, reason)!
update bulk_lines set state = 'refused', reason = :reason where run_id = :run_id and ordinal = :ordinal and state = 'waiting';

-- name: again(run_id, account_id)
-- What was refused, lacked something or could not be made waits anew; whoever asked may. What waits already has its job.
update bulk_lines l set state = 'waiting', document_id = null, reason = null, missing = '{}', links = '{}', attempts = 0
from bulk_runs r
where r.id = l.run_id and r.id = :run_id and r.account_id = :account_id
  and (l.state in ('missing', 'refused')
       or (l.state = 'asked' and exists (select from documents d where d.id = l.document_id and d.state = 'failed')))
returning l.ordinal;

-- name: run(run_id, account_id)^
select r.id, r.kind, r.day, r.asked_at, k.court, k.name as chamber, r.chamber_id
from bulk_runs r join chambers k on k.id = r.chamber_id
where r.id = :run_id and r.account_id = :account_id;

-- name: runs(account_id)
select r.id, r.kind, r.day, r.asked_at, k.court, k.name as chamber, r.chamber_id
from bulk_runs r join chambers k on k.id = r.chamber_id
where r.account_id = :account_id order by r.id desc limit 20;

-- name: lines(run_id, account_id, office, court, by_office, by_office_when_named, by_name, by_court)
-- Of the files that he still reads.
select l.ordinal, c.case_number, l.about, l.state, l.document_id, d.state as document_state, d.failure, l.reason, l.missing, l.links
from bulk_lines l join cases c on c.id = l.case_id left join documents d on d.id = l.document_id
where l.run_id = :run_id and case_visible(c, :account_id, :office, :court, :by_office, :by_office_when_named, :by_name, :by_court)
order by l.ordinal;
