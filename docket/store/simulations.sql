-- name: held(first, until)
-- Every file of a range of ids with what a comparison of laws looks at, in the words of JSON; `standing` where a person decided otherwise than
-- the rules. Of an answer the part that is compared: a tenth of it.
select c.id as case_id, c.entry_count, extract(year from c.received_day)::integer as year, c.open_track,
    coalesce(cardinality(c.to_confirm), 0) > 0 as to_confirm,
    cast(r.facts as text) as facts,
    cast(r.compared as text) as routed,
    r.law_digest, r.engine_version,
    case when r.seq <> c.decision_seq then
        (select cast(d.compared as text)
         from decisions d where d.case_id = c.id and d.seq = c.decision_seq) end as standing,
    array(select f.track_ordinal from referrals f where f.case_id = c.id and f.decision_seq = c.decision_seq order by 1) as referred
from cases c
cross join lateral (
    select d.seq, d.facts, d.compared, d.law_digest, d.engine_version
    from decisions d where d.case_id = c.id and d.kind = 'routed' order by d.seq desc limit 1
) r
where c.id >= :first and c.id < :until;

-- name: held_of(case_ids)
-- The same of these files.
select c.id as case_id, c.entry_count, extract(year from c.received_day)::integer as year, c.open_track,
    coalesce(cardinality(c.to_confirm), 0) > 0 as to_confirm,
    cast(r.facts as text) as facts,
    cast(r.compared as text) as routed,
    r.law_digest, r.engine_version,
    case when r.seq <> c.decision_seq then
        (select cast(d.compared as text)
         from decisions d where d.case_id = c.id and d.seq = c.decision_seq) end as standing,
    array(select f.track_ordinal from referrals f where f.case_id = c.id and f.decision_seq = c.decision_seq order by 1) as referred
from cases c
cross join lateral (
    select d.seq, d.facts, d.compared, d.law_digest, d.engine_version
    from decisions d where d.case_id = c.id and d.kind = 'routed' order by d.seq desc limit 1
) r
where c.id = any (cast(:case_ids as bigint[]))
order by c.id;

-- name: entry_counts()
-- How many lines the docket of each file has: every write about a file adds one, so that another number tells that it changed.
select id, entry_count from cases;

-- name: export_snapshot()$
select pg_export_snapshot();

-- name: extent()^
-- How many files there are, and the highest id.
select count(*) as files, coalesce(max(id), 0) as last_id from cases;

-- name: ask(draft_digest, asked_at, asked_by)$
insert into simulations (draft_digest, asked_at, asked_by, state)
values (:draft_digest, :asked_at, :asked_by, 'waiting') returning id;

-- name: claim(simulation_id, now, max_attempts)^
-- Begins it, or begins it again after whoever ran it was interrupted; nothing when it is done or has failed.
update simulations
set state = 'running', attempts = attempts + 1, alive_at = :now, files_done = 0, totals = null, failure = null
where id = :simulation_id and state in ('waiting', 'running') and attempts < :max_attempts
returning draft_digest;

-- name: forget_files(simulation_id)!
delete from simulation_files where simulation_id = :simulation_id;

-- name: begin(simulation_id, files, snapshot_at, present_digest, engine_version)!
update simulations set files = :files, snapshot_at = :snapshot_at, present_digest = :present_digest, engine_version = :engine_version
where id = :simulation_id;

-- name: progress(simulation_id, files_done, now)!
update simulations set files_done = :files_done, alive_at = :now where id = :simulation_id and state = 'running';

-- name: keep_files(simulation_id, files)!
insert into simulation_files (simulation_id, case_id, year, stays, what, lapses, before, after)
select :simulation_id, f.case_id, f.year, f.stays, f.what, f.lapses, f.before, f.after
from jsonb_populate_recordset(null::simulation_files, :files) f;

-- name: finish(simulation_id, files_done, totals, now)!
update simulations set state = 'done', files_done = :files_done, totals = :totals, finished_at = :now, alive_at = :now
where id = :simulation_id;

-- name: fail(simulation_id, failure, now)!
update simulations set state = 'failed', failure = :failure, finished_at = :now where id = :simulation_id and state <> 'done';

-- name: ask_again(simulation_id)$
-- Waits again, its attempts counted anew; nothing when it is done.
update simulations set state = 'waiting', attempts = 0, failure = null, finished_at = null, files_done = 0
where id = :simulation_id and state <> 'done' returning id;

-- name: simulation(simulation_id)^
select id, draft_digest, asked_at, asked_by, state, failure, alive_at, files_done, files, snapshot_at, present_digest, engine_version,
    finished_at, totals
from simulations where id = :simulation_id;

-- name: newest(row_limit)
select id, draft_digest, asked_at, asked_by, state, failure, alive_at, files_done, files, snapshot_at, present_digest, engine_version,
    finished_at, totals
from simulations order by id desc limit :row_limit;

-- name: last_done(draft_digest, present_digest, engine_version)$
-- The newest simulation of a draft against this law by this engine.
select id from simulations
where draft_digest = :draft_digest and present_digest = :present_digest and engine_version = :engine_version and state = 'done'
order by id desc limit 1;

-- name: moved_ids(simulation_id)
select case_id from simulation_files where simulation_id = :simulation_id and stays is null order by case_id;

-- name: listed(simulation_id, after, row_limit, staying, account_id, office, court, by_office, by_office_when_named, by_name, by_court)
-- What a reader may see of the files that move, or of those that stay, in the order of their ids.
select f.case_id, c.case_number, f.year, f.stays, f.what, f.lapses, f.before, f.after
from simulation_files f join cases c on c.id = f.case_id
where f.simulation_id = :simulation_id and f.case_id > :after and (f.stays is not null) = :staying
  and case_visible(c, :account_id, :office, :court, :by_office, :by_office_when_named, :by_name, :by_court)
order by f.case_id limit :row_limit;

-- name: listed_all(simulation_id, after, row_limit)
-- The same past the condition, for the command line.
select f.case_id, c.case_number, f.year, f.stays, f.what, f.lapses, f.before, f.after
from simulation_files f join cases c on c.id = f.case_id
where f.simulation_id = :simulation_id and f.case_id > :after
order by f.case_id limit :row_limit;
