-- name: lock_case(case_id)^
-- The case with its last link, locked until the transaction ends; rows that refer to it may still be written beside it.
select c.case_number, c.entry_count from cases c where c.id = :case_id for no key update;

-- name: last_link(case_id, seq)$
select e.hash from docket_entries e where e.case_id = :case_id and e.seq = :seq;

-- name: states(first, last, count)
-- Case rows with all their parts, each as a row of its table: a column that is added later is sealed by itself.
select
    c as "cases",
    array(select p from case_places p where p.case_id = c.id order by p.ordinal) as "case_places",
    array(select p from case_offences p where p.case_id = c.id order by p.ordinal) as "case_offences",
    array(select p from case_persons p where p.case_id = c.id order by p.ordinal) as "case_persons",
    array(select p from case_seizures p where p.case_id = c.id order by p.ordinal) as "case_seizures",
    array(select p from case_vessels p where p.case_id = c.id order by p.ordinal) as "case_vessels",
    array(select p from case_relations p where p.case_id = c.id order by p.ordinal) as "case_relations",
    array(select p from submissions p where p.case_id = c.id order by p.id) as "submissions",
    array(select p from referrals p where p.case_id = c.id order by p.decision_seq, p.track_ordinal) as "referrals",
    array(select p from transfer_offers p where p.case_id = c.id order by p.id) as "transfer_offers",
    array(select p from case_links p where p.case_id = c.id order by p.id) as "case_links",
    array(select p from recusals p where p.case_id = c.id order by p.id) as "recusals",
    array(select p from assignment_lines p where p.case_id = c.id order by p.seq) as "assignments",
    array(select p from conflicts p where p.case_id = c.id order by p.id) as "conflicts",
    array(select p from case_time_limits p where p.case_id = c.id order by p.id) as "case_time_limits",
    array(select p from acknowledgements p where p.case_id = c.id order by p.id) as "acknowledgements",
    array(select p from escalations p where p.case_id = c.id order by p.id) as "escalations",
    array(select p from case_positions p where p.case_id = c.id order by p.person, p.offence) as "case_positions",
    array(select p from document_lines p where p.case_id = c.id order by p.id) as "documents",
    array(select p from pdf_lines p where p.case_id = c.id order by p.id) as "pdfs",
    array(select p from document_acts p where p.case_id = c.id order by p.id) as "document_acts",
    array(select p from competence_confirmations p where p.case_id = c.id order by p.id) as "competence_confirmations",
    array(select p from competence_challenges p where p.case_id = c.id order by p.id) as "competence_challenges",
    array(select p from competence_rulings p where p.case_id = c.id order by p.id) as "competence_rulings",
    array(select p from case_contacts p where p.case_id = c.id order by p.id) as "case_contacts",
    array(select p from hearings p where p.case_id = c.id order by p.id) as "hearings",
    array(select p from services p where p.case_id = c.id order by p.id) as "services",
    array(select p from to_tell p where p.case_id = c.id order by p.id) as "to_tell",
    array(select p from requests p where p.case_id = c.id order by p.id) as "requests",
    array(select p from request_answers p where p.case_id = c.id order by p.id) as "request_answers",
    array(select p from request_reminders p where p.case_id = c.id order by p.id) as "request_reminders",
    array(select p from judgments p where p.case_id = c.id order by p.id) as "judgments",
    array(select p from judgment_parties p where p.case_id = c.id order by p.judgment_id, p.role, p.person) as "judgment_parties",
    array(select p from judgment_outcomes p where p.case_id = c.id order by p.judgment_id, p.person, p.offence) as "judgment_outcomes",
    array(select p from judgment_penalties p where p.case_id = c.id order by p.id) as "judgment_penalties",
    array(select p from judgment_confiscations p where p.case_id = c.id order by p.id) as "judgment_confiscations",
    array(select p from port_bans p where p.case_id = c.id order by p.id) as "port_bans",
    array(select p from judgment_clocks p where p.case_id = c.id order by p.id) as "judgment_clocks",
    array(select p from remedies p where p.case_id = c.id order by p.id) as "remedies",
    array(select p from extracts p where p.case_id = c.id order by p.id) as "extracts",
    array(select p from pieces p where p.case_id = c.id order by p.id) as "pieces",
    array(select p from confidential_pieces p where p.case_id = c.id order by p.id) as "confidential_pieces",
    array(select p from seized_item_acts p where p.case_id = c.id order by p.id) as "seized_item_acts"
from cases c where c.id >= :first and c.id <= :last order by c.id limit :count;

-- name: enter_first(case_id, year, kind, entered_at, entered_by, content, salt, content_hash, state_hash, state_parts, made, first_link, body_hash, deliveries, number_to_come)^
-- Draws the case number, links the first entry to it and writes the mails that name it. The counter of the year is locked from here to the commit.
with drawn as (
    insert into case_counters as k (year, last_serial) values (:year, 1)
    on conflict (year) do update set last_serial = k.last_serial + 1
    returning k.year, k.last_serial
), numbered as (
    update cases c
    set serial = d.last_serial, case_number = 'HAV-' || d.year || '-' || lpad(d.last_serial::text, 6, '0'), entry_count = 1
    from drawn d where c.id = :case_id
    returning c.case_number
), mailed as (
    insert into deliveries (id, case_id, mail, recipient, state, subject, body_text, body_html, message_id, written_at,
        server_reply, decision_seq, recipient_key)
    overriding system value
    select d.id, :case_id, d.mail, d.recipient, d.state, replace(d.subject, :number_to_come, n.case_number),
        replace(d.body_text, :number_to_come, n.case_number), replace(d.body_html, :number_to_come, n.case_number),
        d.message_id, d.written_at, d.server_reply, d.decision_seq, d.recipient_key
    from numbered n, jsonb_populate_recordset(null::deliveries, :deliveries) d
), entered as (
    insert into docket_entries (case_id, seq, kind, entered_at, entered_by, content, salt, content_hash, state_hash,
        state_parts, made, previous_hash, hash)
    select :case_id, 1, :kind, :entered_at, :entered_by, :content, :salt, :content_hash, :state_hash,
        :state_parts, :made, :first_link,
        sha256(cast(:first_link as bytea) || cast(:body_hash as bytea) || convert_to(n.case_number, 'UTF8'))
    from numbered n
    returning hash
)
select n.case_number, e.hash from numbered n, entered e;

-- name: enter_next(case_id, seq, kind, entered_at, entered_by, content, salt, content_hash, state_hash, state_parts, made, previous_hash, hash)!
with counted as (
    update cases set entry_count = :seq where id = :case_id
)
insert into docket_entries (case_id, seq, kind, entered_at, entered_by, content, salt, content_hash, state_hash,
    state_parts, made, previous_hash, hash)
values (:case_id, :seq, :kind, :entered_at, :entered_by, :content, :salt, :content_hash, :state_hash,
    :state_parts, :made, :previous_hash, :hash);

-- name: erase_content(case_id, seq, erased_at)!
-- Leaves the tombstone: the hashes stay, so the chain still verifies.
update docket_entries set content = null, salt = null, erased_at = :erased_at
where case_id = :case_id and seq = :seq and erased_at is null;

-- name: lines_of(first, last)
select case_id, seq, kind, entered_at, entered_by, content, salt, erased_at, content_hash, state_hash, state_parts, made, previous_hash, hash
from docket_entries where case_id >= :first and case_id <= :last order by case_id, seq;

-- name: kinds_of(case_id)
-- The entries of a file that was found through the condition, and which of them were struck through.
select e.seq, e.kind, exists (
    select from docket_entries s
    where s.case_id = e.case_id and s.kind = 'EntryStruck' and (s.content ->> 'struck')::int = e.seq) as struck
from docket_entries e where e.case_id = :case_id order by e.seq;

-- name: of_kinds(case_id, kinds)
-- What entries of these kinds say, of a file that was found through the condition; oldest first.
select e.seq, e.kind, e.entered_at, e.entered_by, e.content
from docket_entries e where e.case_id = :case_id and e.kind = any (cast(:kinds as text[])) order by e.seq;

-- name: without_content(case_number, entered_at, case_id, seq, hidden, row_limit)
-- The newest lines, of one case or of all, without what they say: for supervision. That there is a confidential file is said by its lines alone.
select c.case_number, e.case_id, e.seq, e.kind, e.entered_at, e.entered_by, e.erased_at
from docket_entries e join cases c on c.id = e.case_id
where (cast(:case_number as text) is null or c.case_number = :case_number)
  and (e.entered_at, e.case_id, e.seq) < (:entered_at, :case_id, :seq)
  and e.kind <> all (cast(:hidden as text[]))
order by e.entered_at desc, e.case_id desc, e.seq desc limit :row_limit;
