-- name: last_case_id()$
select coalesce(max(id), 0) from cases;

-- name: decisions_of(first, last)
select d.*,
       array(select t from decision_tracks t where t.case_id = d.case_id and t.decision_seq = d.seq order by t.ordinal) as tracks
from decisions d where d.case_id >= :first and d.case_id <= :last order by d.case_id, d.seq;

-- name: documents_with_other_bytes(first, last)
-- The database hashes what it holds, so that no bytes travel.
select case_id, id from documents
where case_id >= :first and case_id <= :last
  and case when state = 'made' then bytes is null or sha256 is distinct from sha256(bytes) else bytes is not null or sha256 is not null end
order by case_id, id;

-- name: pieces_with_other_bytes(first, last)
-- Pieces whose bytes are gone, are no longer those of the hash that the docket sealed, or of which the row of the bytes says something else than
-- the sealed row of the piece; the database hashes what it holds, a file at a time.
select p.case_id, p.part, p.id
from (
    select case_id, 'pieces' as part, id, sha256, media_type, size, faults, false as bom from pieces
    union all
    select case_id, 'confidential_pieces', id, sha256, media_type, size, faults, true from confidential_pieces
) p
where p.case_id >= :first and p.case_id <= :last and p.sha256 is not null
  and not exists (
    select from piece_files f
    where f.case_id = p.case_id and f.sha256 = p.sha256 and f.bom = p.bom
      and f.media_type = p.media_type and f.size = p.size and f.faults = p.faults and (f.verdict = 'clean') = (p.faults = '{}')
      and sha256((select string_agg(k.content, ''::bytea order by k.seq) from piece_chunks k where k.file_id = f.id)) = f.sha256)
order by p.case_id, p.part, p.id;

-- name: pdfs_with_other_bytes(first, last)
-- The database hashes what it holds, so that no bytes travel.
select case_id, id from pdfs
where case_id >= :first and case_id <= :last
  and case when state = 'made'
      then bytes is null or sha256 is distinct from sha256(bytes) or picture_sha256 is distinct from sha256(picture)
      else bytes is not null or sha256 is not null or picture is not null or picture_sha256 is not null end
order by case_id, id;

-- name: orphans()
-- Rows of cases that are not there; only possible with the foreign keys put out of action.
select * from (
    select 'docket_entries' as "table", case_id from docket_entries
    union all select 'decisions', case_id from decisions
    union all select 'decision_tracks', case_id from decision_tracks
    union all select 'documents', case_id from documents
    union all select 'pdfs', case_id from pdfs
    union all select 'document_acts', case_id from document_acts
    union all select 'submissions', case_id from submissions
    union all select 'case_places', case_id from case_places
    union all select 'case_offences', case_id from case_offences
    union all select 'case_persons', case_id from case_persons
    union all select 'case_seizures', case_id from case_seizures
    union all select 'case_vessels', case_id from case_vessels
    union all select 'case_relations', case_id from case_relations
    union all select 'referrals', case_id from referrals
    union all select 'transfer_offers', case_id from transfer_offers
    union all select 'case_links', case_id from case_links
    union all select 'recusals', case_id from recusals
    union all select 'assignments', case_id from assignments
    union all select 'competence_confirmations', case_id from competence_confirmations
    union all select 'competence_challenges', case_id from competence_challenges
    union all select 'competence_rulings', case_id from competence_rulings
    union all select 'conflicts', case_id from conflicts
    union all select 'case_time_limits', case_id from case_time_limits
    union all select 'case_contacts', case_id from case_contacts
    union all select 'hearings', case_id from hearings
    union all select 'to_tell', case_id from to_tell
    union all select 'requests', case_id from requests
    union all select 'request_answers', case_id from request_answers
    union all select 'request_reminders', case_id from request_reminders
    union all select 'case_positions', case_id from case_positions
    union all select 'acknowledgements', case_id from acknowledgements
    union all select 'escalations', case_id from escalations
    union all select 'services', case_id from services
    union all select 'judgments', case_id from judgments
    union all select 'judgment_parties', case_id from judgment_parties
    union all select 'judgment_outcomes', case_id from judgment_outcomes
    union all select 'judgment_penalties', case_id from judgment_penalties
    union all select 'judgment_confiscations', case_id from judgment_confiscations
    union all select 'judgment_clocks', case_id from judgment_clocks
    union all select 'port_bans', case_id from port_bans
    union all select 'remedies', case_id from remedies
    union all select 'extracts', case_id from extracts
    union all select 'pieces', case_id from pieces
    union all select 'confidential_pieces', case_id from confidential_pieces
    union all select 'piece_files', case_id from piece_files
    union all select 'seized_item_acts', case_id from seized_item_acts
    union all select 'work_items', case_id from work_items
    union all select 'case_watches', case_id from case_watches
    union all select 'case_outlooks', case_id from case_outlooks
) part where not exists (select from cases c where c.id = part.case_id)
group by 1, 2 order by 1, 2;

-- name: tracks_without_decision()
select t.case_id, c.case_number, t.decision_seq, t.ordinal
from decision_tracks t left join cases c on c.id = t.case_id
where not exists (select from decisions d where d.case_id = t.case_id and d.seq = t.decision_seq)
order by 1, 3, 4;

-- name: cases_after(after, row_limit)$
-- Ids of the next cases.
select array(select id from cases where id > :after order by id limit :row_limit);

-- name: work_that_differs(ids)
-- Rows of the work lists of some cases that are not what `work_rows`, which also fills them, makes of these cases.
with wanted as materialized (
    select * from work_rows(:ids)
), held as materialized (
    select * from work_items where case_id = any (:ids)
)
select d.what, d.list, d.seat, d.level, d.day::text as day, d.sort, d.item, d.case_id, c.case_number
from (
    select 'missing' as what, w.* from (select * from wanted except select * from held) w
    union all
    select 'unfounded', h.* from (select * from held except select * from wanted) h
) d join cases c on c.id = d.case_id
order by d.case_id, d.list, d.seat, d.level, d.day, d.sort, d.item, d.what;

-- name: counts_that_differ()
-- Changes that do not add up to the rows that are there.
select list, seat, level, day::text as day, sum(counted)::bigint as counted, sum(there)::bigint as there
from (
    select list, seat, level, day, change as counted, 0 as there from work_counts
    union all
    select list, seat, level, day, 0, 1 from work_items
) k
group by k.list, k.seat, k.level, k.day having sum(counted) <> sum(there)
order by k.list, k.seat, k.level, k.day;

-- name: missing_numbers()
-- Numbers that were drawn, and the file is not there; numbers beyond the counter; files whose number is not that of their year and serial.
select 'HAV-' || k.year || '-' || lpad(n::text, 6, '0') as case_number, 'missing' as what
from case_counters k cross join generate_series(1, k.last_serial) n
where not exists (select from cases c where c.year = k.year and c.serial = n)
union all
select coalesce(c.case_number, 'id ' || c.id), 'uncounted'
from cases c left join case_counters k on k.year = c.year
where k.year is null or c.serial is null or c.serial < 1 or c.serial > k.last_serial
union all
select coalesce(c.case_number, 'id ' || c.id), 'misnumbered'
from cases c where c.case_number is distinct from 'HAV-' || c.year || '-' || lpad(c.serial::text, 6, '0')
order by 1, 2;

-- name: heads()
select seq, made_at, case_count, entry_count, cases_digest, digest, previous_digest, key_id, signature, seeds_digest, enactments_digest,
    chambers_digest, templates_digest, addresses_digest
from heads order by seq;

-- name: head_cases(seq)
select case_number, entry_count, last_hash from head_cases where head_seq = :seq order by case_number collate "C";

-- name: heads_of_head_cases()
select distinct hc.head_seq from head_cases hc where not exists (select from heads h where h.seq = hc.head_seq) order by 1;

-- name: cases_that_left_their_head(case_numbers, entry_counts, last_hashes)
-- What a head says of cases against their chains as they are.
select h.case_number, h.entry_count, c.id is null as is_gone, c.entry_count as entries_now
from unnest(cast(:case_numbers as text[]), cast(:entry_counts as integer[]), cast(:last_hashes as bytea[])) as h (case_number, entry_count, last_hash)
left join cases c on c.case_number = h.case_number
left join docket_entries e on e.case_id = c.id and e.seq = h.entry_count
where e.hash is distinct from h.last_hash
order by 1;

-- name: enactments()
-- Oldest first, each with the row of its pack.
select e as "enactment", case when p.digest is not null then p end as "pack"
from enactments e left join law_packs p on p.digest = e.digest order by e.seq;

-- name: law_in_force()^
select seq, digest from law_in_force;

-- name: pack_files()
-- The database hashes what it holds, so that no bytes travel; a pack without files has a row too.
select p.digest, f.name, f.sha256, sha256(f.content) as now
from law_packs p full join law_pack_files f on f.digest = p.digest order by 1, 2;

-- name: digests_without_pack()
-- Of decisions since the first pack was kept.
select distinct d.law_digest from decisions d
where d.decided_at >= (select min(e.enacted_at) from enactments e)
  and not exists (select from law_packs p where p.digest = d.law_digest)
order by 1;

-- name: versions_without_template()
-- Versions that documents were made from since versions are kept, and that are not there.
select d.template_version as version, count(*) as count
from documents d
where d.state = 'made' and d.made_at >= (select min(v.kept_at) from template_versions v)
  and not exists (select from template_versions v where v.version = d.template_version)
group by 1 order by 1;

-- name: templates_with_other_bytes()
-- The database hashes what it holds, so that no bytes travel.
select version from template_versions where version is distinct from encode(sha256(content), 'hex') order by 1;
