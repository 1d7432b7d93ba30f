-- migrate:up

alter table transfer_offers
    -- on which ground: a code of the grounds of the law data, or what the offering office says itself
    add column ground text,
    add column pieces text[] not null default '{}',
    -- limits that go on running while the offer waits: what and until when, side by side
    add column limit_titles text[] not null default '{}',
    add column limits_due_on date[] not null default '{}',
    -- the last day of the term for the answer; null: offered before there was a term
    add column answer_due_on date,
    drop constraint transfer_offers_state_check,
    add constraint transfer_offers_state_check check (state in ('offered', 'accepted', 'refused', 'withdrawn', 'escalated'));
create index transfer_offers_waiting on transfer_offers (to_office) where state = 'offered';

-- Two seats that both claim a case, or both refuse it. The case stays with its holder until it is settled.
create table conflicts (
    id                bigint generated always as identity primary key,
    case_id           bigint not null references cases (id),
    kind              text not null check (kind in ('positive', 'negative')),
    between           text not null check (between in ('offices', 'judges')),
    -- the two codes; the first is on the side of the holder
    seats             text[] not null check (cardinality(seats) = 2),
    -- place of the track in the decision, for judges
    track_ordinal     integer,
    -- who settles it and by which article, as the law stood when it was raised
    settled_by        text not null,
    settlers          text[] not null,
    article           text not null,
    confidence        text not null,
    ground            text,
    reason            text not null,
    -- the offer that was refused or went unanswered
    offer_id          bigint references transfer_offers (id),
    raised_at         timestamptz not null,
    raised_by         text not null,
    state             text not null check (state in ('open', 'settled', 'withdrawn')),
    -- the day of the ruling or of the agreement
    ruled_on          date,
    designated        text,
    ecli              text,
    outcome_reason    text,
    closed_at         timestamptz,
    closed_by         text
);
create unique index conflicts_open on conflicts (case_id) where state = 'open';
create index conflicts_to_settle on conflicts using gin (settlers) where state = 'open';

-- The offices and courts in whose territory a place of an offence lies, and why an ordinary case went elsewhere.
alter table cases
    add column territory text[] not null default '{}',
    add column elsewhere_ground text;
create index cases_by_territory on cases using gin (territory) where confidentiality = 'ordinary';

-- migrate:down

drop index cases_by_territory;
alter table cases drop column elsewhere_ground, drop column territory;
drop table conflicts;
drop index transfer_offers_waiting;
delete from transfer_offers where state in ('withdrawn', 'escalated');
alter table transfer_offers
    drop constraint transfer_offers_state_check,
    add constraint transfer_offers_state_check check (state in ('offered', 'accepted', 'refused')),
    drop column answer_due_on, drop column limits_due_on, drop column limit_titles, drop column pieces, drop column ground;
