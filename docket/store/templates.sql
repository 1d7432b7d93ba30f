-- name: keep(version, kind, content, kept_at)!
insert into template_versions (version, kind, content, kept_at) values (:version, :kind, :content, :kept_at)
on conflict (version) do nothing;

-- name: content(version)$
select content from template_versions where version = :version;

-- name: upload(office, kind, version, remark, uploaded_at, uploaded_by)$
-- Nothing when the office has it already.
insert into office_templates (office, kind, version, remark, uploaded_at, uploaded_by)
values (:office, :kind, :version, :remark, :uploaded_at, :uploaded_by)
on conflict (office, kind, version) do nothing
returning id;

-- name: choose(office, kind, template_id, from_day, reason, chosen_at, chosen_by)$
insert into template_choices (office, kind, template_id, from_day, reason, chosen_at, chosen_by)
values (:office, :kind, :template_id, :from_day, :reason, :chosen_at, :chosen_by)
returning id;

-- name: in_force(office, kind, day)$
-- The bytes of what the office uses that day; nothing: the template of the release.
select v.content
from (select c.template_id from template_choices c
      where c.office = :office and c.kind = :kind and c.from_day <= :day
      order by c.from_day desc, c.id desc limit 1) l
join office_templates t on t.id = l.template_id join template_versions v on v.version = t.version;

-- name: uploaded(office, kind)
-- Newest first; without a kind, of every kind.
select t.id, t.kind, t.version, t.remark, t.uploaded_at, t.uploaded_by, length(v.content) as size
from office_templates t join template_versions v on v.version = t.version
where t.office = :office and (cast(:kind as text) is null or t.kind = :kind) order by t.id desc;

-- name: chosen(office, kind)
-- The latest day first.
select c.kind, c.template_id, c.from_day, c.reason, c.chosen_at, c.chosen_by
from template_choices c
where c.office = :office and (cast(:kind as text) is null or c.kind = :kind) order by c.from_day desc, c.id desc;

-- name: uploaded_content(office, kind, template_id)$
select v.content from office_templates t join template_versions v on v.version = t.version
where t.office = :office and t.kind = :kind and t.id = :template_id;

-- name: lock_changes()$
-- Whoever adds next to the chain waits until this transaction ends.
select pg_advisory_xact_lock(hashtextextended('docket.template_changes', 0));

-- name: last_change()^
select id as seq, hash from template_changes order by id desc limit 1;

-- name: insert_change(seq, upload_id, choice_id, previous_hash, hash)!
insert into template_changes (id, upload_id, choice_id, previous_hash, hash) values (:seq, :upload_id, :choice_id, :previous_hash, :hash);

-- name: unlinked()
-- Uploads and choices that are not in the chain, in their order.
select 'uploaded' as act, t.id as row, t.office, t.kind, t.version, null::bigint as template_id, null::date as from_day, t.remark as said,
    t.uploaded_at as at, t.uploaded_by as by
from office_templates t where not exists (select from template_changes l where l.upload_id = t.id)
union all
select 'chosen', c.id, c.office, c.kind, null, c.template_id, c.from_day, c.reason, c.chosen_at, c.chosen_by
from template_choices c where not exists (select from template_changes l where l.choice_id = c.id)
order by at, act desc, row;

-- name: chain()
-- Each link with the row that it names; without one where that is gone.
select l.id as seq, case when l.upload_id is null then 'chosen' else 'uploaded' end as act, coalesce(l.upload_id, l.choice_id) as row,
    l.previous_hash, l.hash, coalesce(t.id, c.id) is not null as there,
    coalesce(t.office, c.office) as office, coalesce(t.kind, c.kind) as kind, t.version, c.template_id, c.from_day,
    coalesce(t.remark, c.reason) as said, coalesce(t.uploaded_at, c.chosen_at) as at, coalesce(t.uploaded_by, c.chosen_by) as by
from template_changes l
left join office_templates t on t.id = l.upload_id
left join template_choices c on c.id = l.choice_id
order by l.id;
