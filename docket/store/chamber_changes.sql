-- name: lock_changes()$
-- Whoever adds next to the chain waits until this transaction ends.
select pg_advisory_xact_lock(hashtextextended('docket.chamber_changes', 0));

-- name: last_change()^
select seq, hash from chamber_changes order by seq desc limit 1;

-- name: insert_change(seq, chamber_id, day, before, after, changed_at, changed_by, previous_hash, hash)!
insert into chamber_changes (seq, chamber_id, day, before, after, changed_at, changed_by, previous_hash, hash)
values (:seq, :chamber_id, :day, :before, :after, :changed_at, :changed_by, :previous_hash, :hash);

-- name: kept_day(chamber_id, day)^
select kind, starts_at, capacity from sittings where chamber_id = :chamber_id and day = :day for no key update;

-- name: changes_of(chamber_id, row_limit)
-- The newest first.
select seq, chamber_id, day, before, after, changed_at, changed_by, encode(previous_hash, 'hex') as previous_hash
from chamber_changes where chamber_id = :chamber_id order by seq desc limit :row_limit;

-- name: chain()
select seq, chamber_id, day, before, after, changed_at, changed_by, encode(previous_hash, 'hex') as previous_hash, hash
from chamber_changes order by seq;

-- name: present()
-- Chambers, and the days of them that have a row, as they are.
select id as chamber_id, null::date as day, kind, weekdays, starts_at, capacity, closed_at is not null as closed from chambers
union all
select chamber_id, day, kind, '{}', starts_at, capacity, false from sittings
order by 1, 2;
