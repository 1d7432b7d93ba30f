-- name: of_case(case_id)
-- Every piece of the open file of a case that was found through the condition, in the order of entry.
select p.id, p.kind, p.author, p.number, p.notice_number, p.pages, p.dated_on, p.medium, p.folder, p.mark, p.state,
    encode(p.sha256, 'hex') as sha256, p.media_type, p.size, p.file_name, p.faults, p.moved_to, p.moved_from, p.reason,
    p.entered_at, p.entered_by, p.closed_at, p.closed_by
from pieces p where p.case_id = :case_id order by p.id;

-- name: confidential_of_case(case_number, account_id, office, court, by_office, by_office_when_named, by_name, by_court)
-- The confidential file of one case, for whoever reads that one: the condition is that of its own action, never that of the case.
select p.id, p.kind, p.author, p.number, p.notice_number, p.pages, p.dated_on, p.medium, p.folder, p.mark, p.state,
    encode(p.sha256, 'hex') as sha256, p.media_type, p.size, p.file_name, p.faults, p.moved_to, p.moved_from, p.reason,
    p.entered_at, p.entered_by, p.closed_at, p.closed_by
from confidential_pieces p join cases c on c.id = p.case_id
where c.case_number = :case_number
  and case_visible(c, :account_id, :office, :court, :by_office, :by_office_when_named, :by_name, :by_court)
order by p.id;

-- name: add(case_id, kind, author, number, notice_number, pages, dated_on, medium, folder, mark, state, sha256, media_type, size, file_name, faults, moved_from, at, by)$
insert into pieces (case_id, kind, author, number, notice_number, pages, dated_on, medium, folder, mark, state, sha256, media_type, size,
    file_name, faults, moved_from, entered_at, entered_by)
values (:case_id, :kind, :author, :number, :notice_number, :pages, :dated_on, :medium, :folder, :mark, :state, decode(:sha256, 'hex'),
    :media_type, :size, :file_name, :faults, :moved_from, :at, :by)
returning id;

-- name: add_confidential(case_id, kind, author, number, notice_number, pages, dated_on, medium, folder, mark, state, sha256, media_type, size, file_name, faults, moved_from, at, by)$
insert into confidential_pieces (case_id, kind, author, number, notice_number, pages, dated_on, medium, folder, mark, state, sha256,
    media_type, size, file_name, faults, moved_from, entered_at, entered_by)
values (:case_id, :kind, :author, :number, :notice_number, :pages, :dated_on, :medium, :folder, :mark, :state, decode(:sha256, 'hex'),
    :media_type, :size, :file_name, :faults, :moved_from, :at, :by)
returning id;

-- name: close(case_id, id, state, moved_to, reason, at, by)$
-- No row when it left the file before.
update pieces set state = :state, moved_to = :moved_to, reason = :reason, closed_at = :at, closed_by = :by
where case_id = :case_id and id = :id and closed_at is null returning id;

-- name: close_confidential(case_id, id, reason, at, by)$
update confidential_pieces set state = 'withdrawn', reason = :reason, closed_at = :at, closed_by = :by
where case_id = :case_id and id = :id and closed_at is null returning id;

-- name: same_bytes(sha256, case_id, account_id, office, court, by_office, by_office_when_named, by_name, by_court)
-- Open pieces with the same bytes in the cases that one reads; in this case all of them.
select c.case_number, p.id, p.case_id = :case_id as own
from pieces p join cases c on c.id = p.case_id
where p.sha256 = decode(:sha256, 'hex') and p.closed_at is null
  and (p.case_id = :case_id or case_visible(c, :account_id, :office, :court, :by_office, :by_office_when_named, :by_name, :by_court))
order by c.case_number, p.id limit 20;

-- name: add_file(case_id, sha256, size, media_type, verdict, faults, pages, width, height, file_name, bom, at, by)^
-- The same bytes again are the same upload, of now: whoever handed them in again has a day again.
insert into piece_files (case_id, sha256, size, media_type, verdict, faults, pages, width, height, file_name, bom, uploaded_at, uploaded_by)
values (:case_id, decode(:sha256, 'hex'), :size, :media_type, :verdict, :faults, :pages, :width, :height, :file_name, :bom, :at, :by)
on conflict (case_id, sha256, bom) do update set uploaded_at = excluded.uploaded_at
returning id, xmax = 0 as made;

-- name: add_chunk(file_id, seq, content)!
insert into piece_chunks (file_id, seq, content) values (:file_id, :seq, :content);

-- name: hold_old_uploads(before)
-- What was uploaded and never attached, but for what somebody attaches at this moment.
select f.id from piece_files f
where f.uploaded_at < :before
  and not exists (select from pieces p where p.case_id = f.case_id and p.sha256 = f.sha256)
  and not exists (select from confidential_pieces p where p.case_id = f.case_id and p.sha256 = f.sha256)
for update skip locked;

-- name: drop_old_uploads(ids)!
-- Looked at again: a piece may have been entered after the snapshot of the statement before and ahead of its lock.
delete from piece_files f
where f.id = any (:ids)
  and not exists (select from pieces p where p.case_id = f.case_id and p.sha256 = f.sha256)
  and not exists (select from confidential_pieces p where p.case_id = f.case_id and p.sha256 = f.sha256);

-- name: hold_file(case_id, sha256, bom)$
-- Whoever throws uploads away waits for the end of this transaction, or passes them by.
select f.id from piece_files f
where f.case_id = :case_id and f.sha256 = decode(:sha256, 'hex') and f.bom = :bom
for key share;

-- name: file(case_id, sha256, bom)^
-- Of a case that was found through the condition.
select f.id, encode(f.sha256, 'hex') as sha256, f.size, f.media_type, f.verdict, f.faults, f.pages, f.width, f.height, f.file_name, f.bom,
    f.uploaded_at, f.uploaded_by
from piece_files f where f.case_id = :case_id and f.sha256 = decode(:sha256, 'hex') and f.bom = :bom;

-- name: chunk(file_id, seq)$
select k.content from piece_chunks k where k.file_id = :file_id and k.seq = :seq;

-- name: copy_file(case_id, sha256, to_case_id)^
-- The bytes go along with a piece that is moved; where they are there already that row is locked.
insert into piece_files (case_id, sha256, size, media_type, verdict, faults, pages, width, height, file_name, bom, uploaded_at, uploaded_by)
select :to_case_id, f.sha256, f.size, f.media_type, f.verdict, f.faults, f.pages, f.width, f.height, f.file_name, false, f.uploaded_at, f.uploaded_by
from piece_files f where f.case_id = :case_id and f.sha256 = decode(:sha256, 'hex') and not f.bom
on conflict (case_id, sha256, bom) do update set uploaded_at = piece_files.uploaded_at
returning id, xmax = 0 as made;

-- name: copy_chunks(case_id, sha256, file_id)!
insert into piece_chunks (file_id, seq, content)
select :file_id, k.seq, k.content
from piece_chunks k join piece_files f on f.id = k.file_id
where f.case_id = :case_id and f.sha256 = decode(:sha256, 'hex') and not f.bom;
