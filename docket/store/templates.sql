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

-- name: choose(office, kind, template_id, from_day, reason, chosen_at, chosen_by)!
insert into template_choices (office, kind, template_id, from_day, reason, chosen_at, chosen_by)
values (:office, :kind, :template_id, :from_day, :reason, :chosen_at, :chosen_by);

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
