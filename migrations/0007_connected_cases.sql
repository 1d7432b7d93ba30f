-- migrate:up

-- By what connected files find each other (docket/case_keys.py); derived from the report, as case_search is.
create table case_keys (
    case_id           bigint not null references cases (id),
    kind              text not null,
    key               text not null,
    -- what stands in the report, as it is compared and told
    value             text not null,
    -- the days of the facts, or the day of receipt where they tell no day
    first_day         date not null,
    last_day          date not null
);
create index case_keys_by_key on case_keys (kind, key, first_day);
create index case_keys_by_case on case_keys (case_id);

-- The ties of a file with another one, as an act laid them; one row on each of the two files that the act reached.
create table case_links (
    id                bigint generated always as identity primary key,
    case_id           bigint not null references cases (id),
    other_id          bigint not null references cases (id),
    -- related; joined into another file (lead = this file is the one that goes on); split off; looked at and not the same
    kind              text not null check (kind in ('related', 'joined', 'split', 'dismissed')),
    side              text not null check (side in ('equal', 'lead', 'joined', 'from', 'off', 'reader')),
    -- a ground of the contract; null of a dismissal
    ground            text,
    -- limb of art. 227 Sv. (1, 2a, 2b, 3) or indivisible
    limb              text,
    reason            text not null,
    made_at           timestamptz not null,
    made_by           text not null,
    -- of a dismissal: the clues that were looked at
    clues             text[] not null default '{}',
    -- of a joined file: the rows that it brought, as JSON: list -> id in the lead -> its own id; and the status that it had
    brought           text,
    status_before     text,
    ended_at          timestamptz,
    ended_by          text,
    end_reason        text
);
create index case_links_by_case on case_links (case_id, id);
create index case_links_by_other on case_links (other_id);

-- migrate:down

drop table case_links;
drop table case_keys;
