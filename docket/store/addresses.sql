-- name: lock_chain()$
-- Whoever adds next to the chain waits until this transaction ends.
select pg_advisory_xact_lock(hashtextextended('docket.addresses', 0));

-- name: last_address()^
select seq, hash from addresses order by seq desc limit 1;

-- name: keep(seq, seat, address, from_day, reason, kept_at, kept_by, previous_hash, hash)!
insert into addresses (seq, seat, address, from_day, reason, kept_at, kept_by, previous_hash, hash)
values (:seq, :seat, :address, :from_day, :reason, :kept_at, :kept_by, :previous_hash, :hash);

-- name: chain()
-- Every address that was entered, the first one first.
select seq, seat, address, from_day, reason, kept_at, kept_by, previous_hash, hash from addresses order by seq;
