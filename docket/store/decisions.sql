-- name: insert(case_id, decisions, tracks, documents, deliveries)^
-- Decisions with their tracks, the documents asked on them, and the ids of the mails about them.
with decided as (
    insert into decisions (case_id, seq, kind, policy, outcome, scope, port_area, facts, result, law_digest,
        engine_version, decided_at, decided_by, reason, row_hash)
    select :case_id, d.seq, d.kind, d.policy, d.outcome, d.scope, d.port_area, d.facts, d.result, d.law_digest,
        d.engine_version, d.decided_at, d.decided_by, d.reason, d.row_hash
    from jsonb_populate_recordset(null::decisions, :decisions) d
), tracks as (
    insert into decision_tracks (case_id, decision_seq, ordinal, track, persons, prosecution_office, court, open)
    select :case_id, t.decision_seq, t.ordinal, t.track, t.persons, t.prosecution_office, t.court, t.open
    from jsonb_populate_recordset(null::decision_tracks, :tracks) t
), asked as (
    insert into documents (case_id, kind, decision_seq, case_version, made_at, made_by, state)
    select :case_id, d.kind, d.decision_seq, d.case_version, d.made_at, d.made_by, 'asked'
    from jsonb_populate_recordset(null::documents, :documents) d
    returning id
)
select
    array(select a.id from asked a order by a.id) as document_ids,
    array(select nextval(pg_get_serial_sequence('deliveries', 'id')) from generate_series(1, :deliveries)) as delivery_ids;

-- name: each_routed(after, until)
-- Every case of a range of ids with its present decision and the facts it was made on; `routed` is the answer of the rules
-- where a person chose otherwise.
select c.id as case_id, c.case_number, c.version, c.status, c.confidentiality, c.holding_office, c.offices,
    c.seised_on is not null as seised,
    d.seq as decision_seq, d.kind, cast(d.facts as text) as facts, cast(d.result as text) as result,
    case when d.kind <> 'routed' then
        (select cast(r.result as text) from decisions r
         where r.case_id = c.id and r.kind = 'routed' and r.seq <= d.seq order by r.seq desc limit 1) end as routed,
    d.law_digest, d.engine_version,
    array(select t.ordinal from decision_tracks t where t.case_id = c.id and t.decision_seq = d.seq and t.open order by 1) as open_tracks,
    array(select r.track_ordinal from referrals r where r.case_id = c.id and r.decision_seq = d.seq order by 1) as referred_tracks
from cases c join decisions d on d.case_id = c.id and d.seq = c.decision_seq
where c.id > :after and c.id <= :until
order by c.id;

-- name: each_stored(case_number)
-- Every decision, of one case or of all, with what it was made from.
select c.case_number, d.seq, d.kind, cast(d.facts as text) as facts, cast(d.result as text) as result, d.law_digest, d.engine_version
from decisions d join cases c on c.id = d.case_id
where cast(:case_number as text) is null or c.case_number = :case_number
order by d.case_id, d.seq;
