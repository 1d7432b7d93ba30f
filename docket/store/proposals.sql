-- name: propose(simulation_id, in_force_from, reason, proposed_by, account_id, at)$
insert into enactment_proposals (simulation_id, in_force_from, reason, proposed_by, proposed_account, proposed_at, state)
values (:simulation_id, :in_force_from, :reason, :proposed_by, :account_id, :at, 'proposed') returning id;

-- name: confirm(proposal_id, confirmed_by, account_id, at)$
update enactment_proposals set state = 'confirmed', confirmed_by = :confirmed_by, confirmed_account = :account_id, confirmed_at = :at,
    failure = null
where id = :proposal_id and state = 'proposed' and proposed_account <> :account_id returning id;

-- name: close(proposal_id, states, state, failure, at)$
-- Once: nothing when it is in none of these states any more.
update enactment_proposals set state = :state, failure = :failure, closed_at = :at
where id = :proposal_id and state = any (cast(:states as text[])) returning id;

-- name: put_back(proposal_id, failure)!
update enactment_proposals
set state = 'proposed', confirmed_by = null, confirmed_account = null, confirmed_at = null, failure = :failure
where id = :proposal_id and state = 'confirmed';

-- name: proposal(proposal_id)^
select id, simulation_id, in_force_from, reason, proposed_by, proposed_account, proposed_at, confirmed_by, confirmed_account,
    confirmed_at, state, failure, closed_at
from enactment_proposals where id = :proposal_id;

-- name: last_of(simulation_id)^
select id, simulation_id, in_force_from, reason, proposed_by, proposed_account, proposed_at, confirmed_by, confirmed_account,
    confirmed_at, state, failure, closed_at
from enactment_proposals where simulation_id = :simulation_id order by id desc limit 1;

-- name: waiting()^
-- The one that waits for a second magistrate, or is being carried out.
select id, simulation_id, in_force_from, reason, proposed_by, proposed_account, proposed_at, confirmed_by, confirmed_account,
    confirmed_at, state, failure, closed_at
from enactment_proposals where state in ('proposed', 'confirmed');

-- name: keep_effects(seq, simulation_id, files, moved, since_simulation, totals)!
insert into enactment_effects (seq, simulation_id, files, moved, since_simulation, totals)
values (:seq, :simulation_id, :files, :moved, :since_simulation, :totals);

-- name: announcement(account_id, since)^
-- The last enactment by magistrates, where this account has not put its announcement away and it is not too old.
select e.seq, e.in_force_from, e.reason, e.enacted_at, f.moved
from law_in_force l join enactments e on e.seq = l.seq join enactment_effects f on f.seq = e.seq
where e.enacted_at > :since
  and not exists (select from read_announcements r where r.seq = e.seq and r.account_id = :account_id);

-- name: put_away(account_id, seq, at)!
insert into read_announcements (account_id, seq, read_at)
select :account_id, e.seq, :at from enactments e where e.seq = :seq
on conflict do nothing;

-- name: wait_for_locks(milliseconds)$
-- At most so long, until the transaction ends.
select set_config('lock_timeout', :milliseconds, true);

-- name: lock_law()!
-- Before the row in it: a lock on the table waits in line, one on a row that others keep sharing might never come.
lock table law_in_force in exclusive mode;

-- name: lock_files(case_ids)
-- In the order of the ids, as acts on several files take them; rows that refer to them may still be written.
select c.id, c.entry_count from cases c where c.id = any (cast(:case_ids as bigint[])) order by c.id for no key update;

-- name: unexplained(case_ids, since)
-- Those of these files that were neither registered nor changed since an instant.
select c.id from cases c
where c.id = any (cast(:case_ids as bigint[]))
  and not exists (select from docket_entries e where e.case_id = c.id and e.entered_at >= :since)
order by c.id;
