-- name: ask(document_id, case_id, at, by)$
-- Its id; a PDF that could not be made is asked again, and one that waits or is there is left alone.
with asked as (
    insert into pdfs (case_id, document_id, state, asked_at, asked_by) values (:case_id, :document_id, 'asked', :at, :by)
    on conflict (document_id) do update set state = 'asked', failure = null, asked_at = :at, asked_by = :by
    where pdfs.state = 'failed'
    returning id
), anew as (
    delete from pdf_work where pdf_id in (select id from asked)
)
select id from asked;

-- name: claim(pdf_id, max_attempts, now, until)^
-- Takes it in hand until an instant and counts the attempt, before LibreOffice is asked. Whoever loses a race for it sees a state from
-- before: then another has it in hand.
with wanted as (
    select id from pdfs where id = :pdf_id and state = 'asked'
), claimed as (
    insert into pdf_work (pdf_id, attempts, done, leased_until) select id, 1, 0, cast(:until as timestamptz) from wanted
    on conflict (pdf_id) do update set attempts = pdf_work.attempts + 1, done = 0, leased_until = :until
    where pdf_work.attempts < :max_attempts and (pdf_work.leased_until is null or pdf_work.leased_until <= :now)
    returning attempts
)
select case
        when not exists (select from wanted) then 'done'
        when exists (select from claimed) then 'claimed'
        when exists (select from pdf_work w where w.pdf_id = :pdf_id and w.attempts >= :max_attempts
                     and (w.leased_until is null or w.leased_until <= :now)) then 'spent'
        else 'inHand'
    end as state, coalesce((select attempts from claimed), 0) as attempt;

-- name: renew(pdf_id, attempt, until)!
update pdf_work set leased_until = :until where pdf_id = :pdf_id and attempts = :attempt;

-- name: release(pdf_id, attempt)!
update pdf_work set leased_until = null where pdf_id = :pdf_id and attempts = :attempt;

-- name: to_make(pdf_id)^
-- The Word file that a PDF is wanted of.
select c.case_number, d.id as document_id, d.kind, d.bytes as content
from pdfs p join cases c on c.id = p.case_id join documents d on d.id = p.document_id
where p.id = :pdf_id and p.state = 'asked' and d.state = 'made';

-- name: lock_asked(pdf_id)^
-- The case of a PDF that is still to be finished; the case is locked first, as every other action does.
select c.id as case_id, c.case_number, p.document_id, p.bundle
from pdfs p join cases c on c.id = p.case_id
where p.id = :pdf_id and p.state = 'asked'
for no key update of c;

-- name: keep(pdf_id, content, picture, pages, sealed_by, alone, at)^
-- Nothing when another worker finished it while we waited for the lock.
update pdfs
set state = 'made', bytes = :content, sha256 = sha256(:content), picture = :picture, picture_sha256 = sha256(:picture), pages = :pages,
    sealed_by = :sealed_by, alone = :alone, made_at = :at
where id = :pdf_id and state = 'asked'
returning id, document_id, bundle, parts, asked_at, asked_by, made_at, pages, sha256, picture_sha256, sealed_by, alone;

-- name: fail(pdf_id, failure)$
update pdfs set state = 'failed', failure = :failure where id = :pdf_id and state = 'asked' returning id;

-- name: of_document(case_number, document_id, account_id, office, court, by_office, by_office_when_named, by_name, by_court)^
-- A document with its PDF, where one was asked for; without their bytes.
select c.case_number, c.confidentiality, d.id as document_id, d.kind, d.state as document_state, d.about, d.made_at as document_made_at,
    d.outdated_at, encode(d.sha256, 'hex') as document_sha256,
    p.id as pdf_id, p.state, p.failure, p.asked_at, p.asked_by, p.made_at, p.pages, encode(p.sha256, 'hex') as sha256, length(p.bytes) as size,
    p.sealed_by, p.alone
from documents d join cases c on c.id = d.case_id left join pdfs p on p.document_id = d.id
where d.id = :document_id and c.case_number = :case_number and document_shown(d.id, d.made_by, :office, :court)
  and case_visible(c, :account_id, :office, :court, :by_office, :by_office_when_named, :by_name, :by_court);

-- name: content(case_number, document_id, bundle, account_id, office, court, by_office, by_office_when_named, by_name, by_court)^
-- The bytes of the PDF of a document, or of a bundle; null until it is made. A bundle is the work of the office: it may hold a draft,
-- which a registry does not read.
select c.case_number, d.kind, p.state, p.failure, p.bytes as content, encode(p.sha256, 'hex') as sha256, p.picture, p.made_at
from pdfs p join cases c on c.id = p.case_id left join documents d on d.id = p.document_id
where c.case_number = :case_number
  and (p.document_id = cast(:document_id as bigint) or p.bundle = cast(:bundle as integer))
  and (d.id is null or document_shown(d.id, d.made_by, :office, :court)) and (p.bundle is null or cast(:office as text) <> '')
  and case_visible(c, :account_id, :office, :court, :by_office, :by_office_when_named, :by_name, :by_court);

-- name: set_converter(at, absent, alone)!
insert into pdf_converter (looked_at, absent, alone) values (:at, :absent, :alone)
on conflict (one) do update set looked_at = :at, absent = :absent, alone = :alone;

-- name: converter()^
select looked_at, absent, alone from pdf_converter;

-- name: lock(case_id)!
-- The case first, as every other action does: no two bundles take one number, and nobody waits for a PDF with the case in hand.
select from cases where id = :case_id for no key update;

-- name: ask_bundle(case_id, parts, at, by)^
-- Of a case that is locked, see lock: only a statement that begins under the lock sees the last number.
insert into pdfs (case_id, bundle, parts, state, asked_at, asked_by)
select :case_id, coalesce(max(p.bundle), 0) + 1, cast(:parts as text[]), 'asked', :at, :by from pdfs p where p.case_id = :case_id
returning id, bundle;

-- name: bundle_to_make(pdf_id)^
select p.case_id, c.case_number, p.bundle, p.parts from pdfs p join cases c on c.id = p.case_id
where p.id = :pdf_id and p.state = 'asked' and p.bundle is not null;

-- name: of_parts(case_id, document_ids)
-- The documents of a file with their PDFs.
select d.id, d.kind, d.state as document_state, d.made_at, document_stage(d.id) as stage, d.outdated_at is not null as outdated, p.id as pdf_id, p.state, p.failure, p.bytes as content
from documents d left join pdfs p on p.document_id = d.id
where d.case_id = :case_id and d.id = any (cast(:document_ids as bigint[]));

-- name: set_done(pdf_id, done)!
update pdf_work set done = :done where pdf_id = :pdf_id;

-- name: bundles(case_number, account_id, office, court, by_office, by_office_when_named, by_name, by_court)
-- The bundles of a file, the newest first, for the people of an office; without their bytes.
select p.bundle, p.parts, p.state, p.failure, p.asked_at, p.asked_by, p.made_at, p.pages, encode(p.sha256, 'hex') as sha256,
    length(p.bytes) as size, p.sealed_by, coalesce(w.done, 0) as done
from pdfs p join cases c on c.id = p.case_id left join pdf_work w on w.pdf_id = p.id
where c.case_number = :case_number and p.bundle is not null and cast(:office as text) <> ''
  and case_visible(c, :account_id, :office, :court, :by_office, :by_office_when_named, :by_name, :by_court)
order by p.bundle desc;
