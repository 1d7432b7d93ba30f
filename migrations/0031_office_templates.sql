-- migrate:up

-- A template that an office made its own; a version of it is never changed, a better one is uploaded beside it.
create table office_templates (
    id          bigint generated always as identity primary key,
    office      text not null,
    kind        text not null,
    version     text not null references template_versions (version),
    -- what is otherwise in it
    remark      text not null,
    uploaded_at timestamptz not null,
    uploaded_by text not null,
    unique (office, kind, version)
);
create trigger never_changed before update or delete on office_templates for each row execute function refuse_change();

-- Which version an office uses from which day on: the row with the latest day holds, of one day the last one. A way back is a row too.
create table template_choices (
    id          bigint generated always as identity primary key,
    office      text not null,
    kind        text not null,
    -- null: the one that comes with the release
    template_id bigint references office_templates (id),
    from_day    date not null,
    reason      text not null,
    chosen_at   timestamptz not null,
    chosen_by   text not null
);
create index template_choices_by_day on template_choices (office, kind, from_day desc, id desc);
create trigger never_changed before update or delete on template_choices for each row execute function refuse_change();

-- A registry sees what the office issued, and what it makes itself.
create function document_shown(document bigint, made_by text, office text, court text) returns boolean language sql stable as $$
    select office <> '' or document_was_issued(document)
        or exists (select from accounts k where k.court = document_shown.court and made_by in ('user:' || k.id, 'client:' || k.id))
$$;

-- migrate:down

drop function document_shown;
drop table template_choices;
drop table office_templates;
