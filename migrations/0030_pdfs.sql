-- migrate:up

-- A PDF of a document, or a bundle of documents; made once and kept.
create table pdfs (
    id             bigint primary key generated always as identity,
    case_id        bigint not null references cases (id),
    document_id    bigint unique references documents (id),
    bundle         integer,
    parts          text[],
    state          text not null check (state in ('asked', 'made', 'failed')),
    failure        text,
    asked_at       timestamptz not null,
    asked_by       text not null,
    made_at        timestamptz,
    pages          integer,
    bytes          bytea,
    sha256         bytea,
    picture        bytea,
    picture_sha256 bytea,
    sealed_by      text,
    alone          boolean,
    unique (case_id, bundle),
    check ((document_id is null) = (bundle is not null)),
    check ((bundle is null) = (parts is null)),
    check ((state = 'made') = (bytes is not null))
);

create index pdfs_by_case on pdfs (case_id, id);

create view pdf_lines as
select id, case_id, document_id, bundle, parts, state, failure, asked_at, asked_by, made_at, pages, sha256, picture_sha256, sealed_by, alone
from pdfs;

-- What the worker counts while it works: attempts, and the documents of a bundle that are done.
create table pdf_work (
    pdf_id   bigint primary key references pdfs (id),
    attempts integer not null,
    done     integer not null
);

-- What the worker that looked last has to make PDF with.
create table pdf_converter (
    one       boolean primary key default true check (one),
    looked_at timestamptz not null,
    -- In Dutch: what is absent; null = it can make them.
    absent    text,
    -- LibreOffice has a network without anybody in it.
    alone     boolean not null
);

-- migrate:down

drop table pdf_converter;
drop table pdf_work;
drop view pdf_lines;
drop table pdfs;
