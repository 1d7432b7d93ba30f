-- name: ask(case_id, kind, decision_seq, case_version, made_at, made_by, about, typed)$
insert into documents (case_id, kind, decision_seq, case_version, made_at, made_by, state, about, typed)
values (:case_id, :kind, :decision_seq, :case_version, :made_at, :made_by, 'asked', :about, :typed)
returning id;

-- name: mark_outdated(case_id, at, only_kind)
-- Documents made, or still to be made, on facts or a decision that no longer hold; of one kind, or of every kind where none is named.
update documents set outdated_at = :at
where case_id = :case_id and outdated_at is null and (cast(:only_kind as text) is null or kind = :only_kind)
returning id;

-- name: made_of(case_id)
-- What was made of a file that was found through the condition, with what its maker typed; oldest first.
select d.id, d.kind, d.about, d.made_at, d.typed, document_stage(d.id) as stage, encode(d.sha256, 'hex') as sha256, p.pages,
    (select min(a.acted_at) from document_acts a where a.document_id = d.id and a.stage = 'issued') as issued_at
from documents d left join pdfs p on p.document_id = d.id and p.state = 'made'
where d.case_id = :case_id and d.state = 'made' order by d.id;

-- name: lock_asked(document_id)^
-- The case of a document that is still to be finished; the case is locked first, as every other action does.
select c.id as case_id, c.case_number, d.kind, d.made_by
from documents d join cases c on c.id = d.case_id
where d.id = :document_id and d.state = 'asked'
for no key update of c;

-- name: keep(document_id, template_version, content, at)^
-- Nothing when another worker finished it while we waited for the lock.
update documents
set state = 'made', template_version = :template_version, bytes = :content, sha256 = sha256(:content), made_at = :at
where id = :document_id and state = 'asked'
returning id, kind, decision_seq, case_version, made_at, made_by, template_version, sha256, about, typed;

-- name: fail(document_id, failure)$
update documents set state = 'failed', failure = :failure where id = :document_id and state = 'asked' returning id;
