-- migrate:up

-- Law packs: the legislation files that decide, kept by the digest over them; written once, never updated, never removed.
create table law_packs (
    digest            text primary key,
    stored_at         timestamptz not null,
    -- who stored it first, as a function code
    stored_by         text not null
);
create table law_pack_files (
    digest            text not null references law_packs (digest),
    name              text not null,
    sha256            bytea not null,
    content           bytea not null,
    primary key (digest, name)
);

-- Acts that put a pack in force, chained like the docket; the last one holds.
create table enactments (
    seq               integer primary key,
    digest            text not null references law_packs (digest),
    -- of the pack that was in force before; null for the first pack
    previous_digest   text,
    -- the day of the act
    in_force_from     date not null,
    reason            text not null,
    -- the two magistrates who enacted it, as function codes; null for the first pack, which the system puts in force
    first_magistrate  text,
    second_magistrate text,
    enacted_at        timestamptz not null,
    enacted_by        text not null,
    -- what the magistrates saw before they signed
    simulation        text,
    previous_hash     bytea not null,
    hash              bytea not null,
    check ((seq = 1) = (previous_digest is null)),
    check (case when seq = 1 then coalesce(first_magistrate, second_magistrate) is null
                else coalesce(first_magistrate <> second_magistrate, false) end)
);

-- One row, of the last enactment: whoever writes a decision holds it, whoever enacts a pack locks it.
create table law_in_force (
    only_row          boolean primary key default true check (only_row),
    seq               integer not null references enactments (seq),
    digest            text not null references law_packs (digest)
);

-- A signed head ties the chain of enactments too: the hash of the last one; null in heads from before there was one.
alter table heads add column enactments_digest bytea;

-- migrate:down

alter table heads drop column enactments_digest;
drop table law_in_force, enactments, law_pack_files, law_packs;
