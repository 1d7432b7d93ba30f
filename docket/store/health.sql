-- name: oldest_waiting_seconds()$
-- How long the oldest job that is due waits for a worker, by the clock of the database, which also dates the jobs.
select cast(coalesce(extract(epoch from now() - min(greatest(q.created, q.execute_after))), 0) as double precision)
from pgqueuer q where q.status = 'queued' and q.execute_after <= now();
