-- migrate:up

-- Counted before a document is rendered: one that kills its worker is given up, not tried for ever.
create table render_attempts (
    document_id bigint primary key references documents (id),
    attempts    integer not null
);

-- migrate:down

drop table render_attempts;
