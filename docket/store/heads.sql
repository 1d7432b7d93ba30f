-- name: lock_heads()$
-- One signer at a time, until the transaction ends.
select pg_advisory_xact_lock(hashtextextended('docket.heads', 0));

-- name: last_head()^
select seq, made_at, case_count, entry_count, cases_digest, digest, previous_digest, key_id, signature, seeds_digest,
    enactments_digest, chambers_digest, templates_digest, addresses_digest
from heads order by seq desc limit 1;

-- name: head_digest(seq)$
select digest from heads where seq = :seq;

-- name: changed_cases()
-- Every case whose last line is not that of the last head that named it, with the count it had there.
select c.case_number, c.entry_count, e.hash as last_hash, coalesce(h.entry_count, 0) as counted, h.head_seq is null as is_new
from cases c
join docket_entries e on e.case_id = c.id and e.seq = c.entry_count
left join lateral (
    select hc.head_seq, hc.entry_count, hc.last_hash from head_cases hc
    where hc.case_number = c.case_number order by hc.head_seq desc limit 1
) h on true
where c.case_number is not null and h.last_hash is distinct from e.hash
order by c.case_number collate "C";

-- name: insert_head(seq, made_at, case_count, entry_count, cases_digest, digest, previous_digest, key_id, signature, seeds_digest, enactments_digest, chambers_digest, templates_digest, addresses_digest)!
insert into heads (seq, made_at, case_count, entry_count, cases_digest, digest, previous_digest, key_id, signature, seeds_digest,
    enactments_digest, chambers_digest, templates_digest, addresses_digest)
values (:seq, :made_at, :case_count, :entry_count, :cases_digest, :digest, :previous_digest, :key_id, :signature, :seeds_digest,
    :enactments_digest, :chambers_digest, :templates_digest, :addresses_digest);
