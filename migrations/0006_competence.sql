-- migrate:up

-- Places of the present tracks that a magistrate still has to confirm: no statutory ground for their court, or a ruling
-- against it. Derived from decision, confirmations and rulings; `docket verify` derives it anew.
alter table cases add column to_confirm integer[] not null default '{}';
create index cases_to_confirm on cases (year desc, serial desc) where to_confirm <> '{}';

-- A magistrate's answer for a track without a statutory ground: the ground that he records, or the risk that he takes.
-- Never updated; a later decision under which it stands has rows of its own.
create table competence_confirmations (
    id                bigint generated always as identity primary key,
    case_id           bigint not null references cases (id),
    decision_seq      integer not null,
    track_ordinal     integer not null,
    court             text not null,
    kind              text not null check (kind in ('ground', 'risk')),
    -- a ground: its code in the law data, the article of that day, what it speaks for, and what it rests on
    ground            text,
    article           text,
    arrondissement    text,
    facts             text,
    -- the fact of the report that it rests on, and its value then
    fact_path         text,
    fact_value        text,
    -- a risk: why it is taken
    reason            text,
    -- the last ruling on the file before it: a later one against the court asks for another confirmation; 0 = none
    after_ruling      bigint not null,
    confirmed_at      timestamptz not null,
    confirmed_by      text not null,
    account_id        bigint references accounts (id),
    office            text,
    check ((kind = 'ground') = (ground is not null and article is not null and facts is not null)),
    check ((kind = 'risk') = (reason is not null and account_id is not null))
);
create index competence_confirmations_by_case on competence_confirmations (case_id, decision_seq, track_ordinal);

-- Objections to the competence of a court, by a party or of the court's own motion.
create table competence_challenges (
    id                bigint generated always as identity primary key,
    case_id           bigint not null references cases (id),
    decision_seq      integer not null,
    track_ordinal     integer not null,
    track             text not null,
    -- the court whose competence is attacked
    court             text not null,
    raised_by         text not null check (raised_by in ('party', 'court')),
    -- id of the party in the file
    person            text,
    -- code of the law data: the ground that is attacked
    ground            text not null,
    raised_on         date not null,
    before_court      text not null,
    remark            text,
    recorded_at       timestamptz not null,
    recorded_by       text not null,
    check ((raised_by = 'party') = (person is not null))
);
create index competence_challenges_by_case on competence_challenges (case_id);

-- What courts ruled on them; of several rulings on one objection (appeal, cassation) the last one holds.
create table competence_rulings (
    id                bigint generated always as identity primary key,
    case_id           bigint not null references cases (id),
    challenge_id      bigint not null references competence_challenges (id),
    ruling            text not null check (ruling in ('upheld', 'rejected', 'declined')),
    court             text not null,
    ruled_on          date not null,
    -- as handed in, also where it does not hold
    ecli              text,
    remark            text,
    recorded_at       timestamptz not null,
    recorded_by       text not null
);
create index competence_rulings_by_case on competence_rulings (case_id);
create index competence_rulings_by_challenge on competence_rulings (challenge_id);

-- Which statutory grounds carry the courts of the present tracks: what lists of files by ground read; derived.
create table case_grounds (
    case_id           bigint not null references cases (id),
    court             text not null,
    ground            text not null,
    -- no other ground carries that court in this file
    only_ground       boolean not null,
    primary key (case_id, court, ground)
);
create index case_grounds_by_ground on case_grounds (court, ground, case_id);

-- Confirmations and objections of a case, each list as JSON in the order of entry.
create view case_competence as
select
    c.id as case_id,
    coalesce((select jsonb_agg(jsonb_build_object(
        'decisionSeq', f.decision_seq, 'ordinal', f.track_ordinal, 'court', f.court, 'kind', f.kind, 'ground', f.ground,
        'article', f.article, 'arrondissement', f.arrondissement, 'facts', f.facts, 'factPath', f.fact_path,
        'factValue', f.fact_value, 'reason', f.reason, 'afterRuling', f.after_ruling, 'confirmedAt', f.confirmed_at,
        'confirmedBy', f.confirmed_by, 'accountId', f.account_id, 'office', f.office) order by f.id)
     from competence_confirmations f where f.case_id = c.id), '[]') as confirmations,
    coalesce((select jsonb_agg(jsonb_build_object(
        'id', h.id, 'decisionSeq', h.decision_seq, 'ordinal', h.track_ordinal, 'track', h.track, 'court', h.court,
        'raisedBy', h.raised_by, 'person', h.person, 'ground', h.ground, 'raisedOn', h.raised_on,
        'beforeCourt', h.before_court, 'remark', h.remark, 'recordedAt', h.recorded_at, 'recordedBy', h.recorded_by,
        'rulings', coalesce((select jsonb_agg(jsonb_build_object(
            'id', r.id, 'ruling', r.ruling, 'court', r.court, 'ruledOn', r.ruled_on, 'ecli', r.ecli, 'remark', r.remark,
            'recordedAt', r.recorded_at, 'recordedBy', r.recorded_by) order by r.id)
         from competence_rulings r where r.challenge_id = h.id), '[]')) order by h.id)
     from competence_challenges h where h.case_id = c.id), '[]') as challenges
from cases c;

-- Files that were decided before: a warning told that the ordinary track rests on policy alone, and every ground was one
-- for the arrondissement of Antwerp.
update cases c
set to_confirm = array(
    select t.ordinal from decision_tracks t
    where t.case_id = c.id and t.decision_seq = c.decision_seq and t.track = 'ordinary' and t.court is not null
    order by t.ordinal)
from decisions d
where d.case_id = c.id and d.seq = c.decision_seq and d.result -> 'policyAlone' is null
  and d.result -> 'warnings' @> '[{"code": "policyAlone"}]';
insert into case_grounds (case_id, court, ground, only_ground)
select c.id, t.court, g.ground, count(*) over (partition by c.id, t.court) = 1
from cases c
join decisions d on d.case_id = c.id and d.seq = c.decision_seq
join decision_tracks t on t.case_id = c.id and t.decision_seq = c.decision_seq
cross join lateral (
    select distinct each ->> 'code' as ground from jsonb_array_elements(d.result -> 'grounds') each
    where each ->> 'kindOfGround' = 'statute' and each -> 'supports' ->> 'arrondissement' = 'Antwerpen'
) g
where t.track = 'ordinary' and t.court in ('antwerpCorrectional', 'antwerpMechelenCorrectional', 'antwerpTurnhoutCorrectional');
insert into case_grounds (case_id, court, ground, only_ground)
select distinct c.id, t.court, 'policy-court', true
from cases c
join decision_tracks t on t.case_id = c.id and t.decision_seq = c.decision_seq and t.ordinal = any (c.to_confirm);

-- A document about one person of the file: a defence copy.
alter table documents add column about text;
create or replace view document_lines as
    select id, case_id, kind, decision_seq, case_version, made_at, made_by, state, failure, template_version, sha256, outdated_at, about
    from documents;

-- migrate:down

drop view case_competence;
drop view document_lines;
alter table documents drop column about;
create view document_lines as
    select id, case_id, kind, decision_seq, case_version, made_at, made_by, state, failure, template_version, sha256, outdated_at
    from documents;
drop table case_grounds;
drop table competence_rulings;
drop table competence_challenges;
drop table competence_confirmations;
alter table cases drop column to_confirm;
