-- name: put(digest, stored_at, stored_by, names, contents)!
-- A pack with its files; one that is there stays as it is.
with pack as (
    insert into law_packs (digest, stored_at, stored_by) values (:digest, :stored_at, :stored_by)
    on conflict (digest) do nothing returning digest
)
insert into law_pack_files (digest, name, sha256, content)
select p.digest, f.name, sha256(f.content), f.content
from pack p, unnest(cast(:names as text[]), cast(:contents as bytea[])) as f (name, content);

-- name: files(digest)
select name, content from law_pack_files where digest = :digest order by name;

-- name: pack(digest)^
select digest, stored_at, stored_by from law_packs where digest = :digest;

-- name: last_link()$
select hash from enactments order by seq desc limit 1;

-- name: in_force()^
-- The enactment that holds; nothing before the first start.
select e.seq, e.digest, e.previous_digest, e.in_force_from, e.reason, e.first_magistrate, e.second_magistrate, e.enacted_at,
    e.enacted_by, e.simulation, e.previous_hash, e.hash
from law_in_force l join enactments e on e.seq = l.seq;

-- name: digest_in_force()$
select digest from law_in_force;

-- name: in_force_on(day)^
-- The enactment that held at the end of a day; the first one for earlier days.
select e.seq, e.digest, e.previous_digest, e.in_force_from, e.reason, e.first_magistrate, e.second_magistrate, e.enacted_at,
    e.enacted_by, e.simulation, e.previous_hash, e.hash
from enactments e order by e.in_force_from <= :day desc, case when e.in_force_from <= :day then -e.seq else e.seq end limit 1;

-- name: history()
-- The newest first.
select e.seq, e.digest, e.previous_digest, e.in_force_from, e.reason, e.first_magistrate, e.second_magistrate, e.enacted_at,
    e.enacted_by, e.simulation, e.previous_hash, e.hash
from enactments e order by e.seq desc;

-- name: hold(digest)$
-- Keeps this law in force until the transaction ends, once an enactment that is being written is there; nothing when it ended this law.
select digest from law_in_force where digest = :digest for share;

-- name: lock()^
-- Nobody writes a decision from here to the end of the transaction; waits for those who are writing one.
select l.seq, l.digest, e.hash from law_in_force l join enactments e on e.seq = l.seq for update of l;

-- name: next_seq()$
select coalesce(max(seq), 0) + 1 from enactments;

-- name: lock_first()$
-- One process at a time puts the first pack in force.
select pg_advisory_xact_lock(hashtextextended('docket.law', 0));

-- name: enact(seq, digest, previous_digest, in_force_from, reason, first_magistrate, second_magistrate, enacted_at, enacted_by, simulation, previous_hash, hash)!
with enacted as (
    insert into enactments (seq, digest, previous_digest, in_force_from, reason, first_magistrate, second_magistrate, enacted_at,
        enacted_by, simulation, previous_hash, hash)
    values (:seq, :digest, :previous_digest, :in_force_from, :reason, :first_magistrate, :second_magistrate, :enacted_at,
        :enacted_by, :simulation, :previous_hash, :hash)
    returning seq, digest
)
insert into law_in_force (seq, digest) select e.seq, e.digest from enacted e
on conflict (only_row) do update set seq = excluded.seq, digest = excluded.digest;
