-- migrate:up

set local lock_timeout = '5s';

-- What the maker of a document said that only he can say, as canonical JSON; null where his kind asks nothing.
alter table documents add column typed text;

create or replace view document_lines as
    select id, case_id, kind, decision_seq, case_version, made_at, made_by, state, failure, template_version, sha256, outdated_at, about,
        typed
    from documents;

-- migrate:down

drop view document_lines;

create view document_lines as
    select id, case_id, kind, decision_seq, case_version, made_at, made_by, state, failure, template_version, sha256, outdated_at, about
    from documents;

alter table documents drop column typed;
