-- name: paper(case_number, document_id, account_id, office, court, by_office, by_office_when_named, by_name, by_court)^
-- A document with all that was done with it; a registry sees what was issued once, and its own.
select c.id as case_id, c.case_number, c.entry_count, d.id, d.kind, d.state, d.about, d.typed, d.decision_seq, d.made_at, d.made_by,
    d.template_version, encode(d.sha256, 'hex') as sha256, d.outdated_at, document_stage(d.id) as stage,
    array(with recursive made_from (id) as (
              select d.id
              union
              select a.other from made_from m join document_acts a on a.document_id = m.id and a.act = 'remake'
          )
          select distinct e.made_by from made_from m join documents e on e.id = m.id order by e.made_by) as makers,
    (select k.court from accounts k where k.office is null and d.made_by in ('user:' || k.id, 'client:' || k.id)) as made_at_court
from documents d join cases c on c.id = d.case_id
where d.id = :document_id and c.case_number = :case_number and document_shown(d.id, d.made_by, :office, :court)
  and case_visible(c, :account_id, :office, :court, :by_office, :by_office_when_named, :by_name, :by_court);

-- name: makers(document_ids)
-- Who made each of these documents, or one that it was made from; they were found through the condition.
with recursive made_from (document, id) as (
    select d, d from unnest(cast(:document_ids as bigint[])) d
    union
    select m.document, a.other from made_from m join document_acts a on a.document_id = m.id and a.act = 'remake'
)
select m.document, array_agg(distinct e.made_by order by e.made_by) as makers
from made_from m join documents e on e.id = m.id group by m.document;

-- name: made_at(case_id, court)
-- The documents of a file that was found through the condition that the people of one registry made.
select d.id from documents d
where d.case_id = :case_id and exists (
    select from accounts k where k.office is null and k.court = :court and d.made_by in ('user:' || k.id, 'client:' || k.id));

-- name: acts(case_id)
-- Everything that was done with the documents of a file that was found through the condition, oldest first.
select a.document_id, a.act, a.stage, a.acted_at, a.acted_by, k.display_name as name, a.reason, a.other
from document_acts a left join accounts k on k.id = a.account_id
where a.case_id = :case_id order by a.id;

-- name: contents(document_ids)
-- The bytes of documents that were found through the condition.
select id, bytes from documents where id = any (cast(:document_ids as bigint[])) and bytes is not null;

-- name: lock(case_id)$
-- How far the file is; the case is locked until the transaction ends, as every other action does.
select entry_count from cases where id = :case_id for no key update;

-- name: stage(document_id)$
-- Asked by a statement of its own: one that waited for a lock sees the acts of before it waited.
select document_stage(:document_id);

-- name: enter(case_id, document_id, act, stage, acted_at, acted_by, account_id, reason, other)!
insert into document_acts (case_id, document_id, act, stage, acted_at, acted_by, account_id, reason, other)
values (:case_id, :document_id, :act, :stage, :acted_at, :acted_by, :account_id, :reason, :other);

-- name: being_remade(case_id, document_id)$
-- Is another one asked for in its place, and not there yet?
select exists (
    select from document_acts a join documents d on d.id = a.document_id
    where a.case_id = :case_id and a.act = 'remake' and a.other = :document_id and d.state = 'asked');

-- name: made_from(case_id, document_id)
-- Those that it was made in the place of, one after the other, the nearest first.
with recursive made_from (id) as (
    select a.other from document_acts a where a.document_id = :document_id and a.act = 'remake'
    union
    select a.other from made_from m join document_acts a on a.document_id = m.id and a.act = 'remake'
)
select d.id, d.state, document_stage(d.id) as stage
from made_from m join documents d on d.id = m.id
where d.case_id = :case_id order by d.id desc;

-- name: earlier(case_id, document_id, kind, about, by_kind)
-- Those that it was made in the place of, the nearest first; then what else was made before it in the place of one of them, and of a
-- kind of which a file has one, all that was made before it.
with recursive made_from (id) as (
    select a.other from document_acts a where a.document_id = :document_id and a.act = 'remake'
    union
    select a.other from made_from m join document_acts a on a.document_id = m.id and a.act = 'remake'
), family (id) as (
    select m.id from made_from m
    union
    select a.document_id from family f join document_acts a on a.case_id = :case_id and a.act = 'remake' and a.other = f.id
)
select d.id, d.state, document_stage(d.id) as stage
from documents d
where d.case_id = :case_id and d.id < :document_id
  and (d.id in (select f.id from family f)
       or (cast(:by_kind as boolean) and d.kind = :kind and d.about is not distinct from cast(:about as text)))
order by d.id in (select m.id from made_from m) desc, d.id desc;
