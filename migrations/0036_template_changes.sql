-- migrate:up

set local lock_timeout = '5s';

-- Every upload and every choice of a template, in their order: a chain of hashes, which signed heads name. What was entered stands in the row itself.
create table template_changes (
    -- place in the chain, from 1
    id             bigint primary key,
    upload_id      bigint unique references office_templates (id),
    choice_id      bigint unique references template_choices (id),
    previous_hash  bytea not null check (length(previous_hash) = 32),
    hash           bytea not null check (length(hash) = 32),
    check ((upload_id is null) <> (choice_id is null))
);
create trigger never_changed before update or delete on template_changes for each row execute function refuse_change();
-- Hash of the last upload or choice of a template by then; null: none.
alter table heads add column templates_digest bytea;

-- migrate:down

alter table heads drop column templates_digest;
drop table template_changes;
