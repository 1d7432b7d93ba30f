-- name: keep(version, kind, content, kept_at)!
insert into template_versions (version, kind, content, kept_at) values (:version, :kind, :content, :kept_at)
on conflict (version) do nothing;

-- name: content(version)$
select content from template_versions where version = :version;
