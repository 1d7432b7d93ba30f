-- name: before_registration(sender, external_id, idempotency_key, named, account_id, office, court, by_office, by_office_when_named, by_name, by_court)^
-- What was handed in before under these keys, and the related cases that the actor may see.
select
    coalesce((
        select jsonb_agg(jsonb_build_object(
            'caseNumber', c.case_number, 'version', c.version, 'kind', s.kind, 'digest', encode(s.body_digest, 'hex'),
            'byKey', coalesce(s.idempotency_key = :idempotency_key, false),
            'decision', (select d.result from decisions d where d.case_id = c.id and d.seq = 1)))
        from submissions s join cases c on c.id = s.case_id
        where s.sender = :sender
          and ((digest_of(s.external_id) = digest_of(:external_id) and s.kind = 'registration')
               or digest_of(s.idempotency_key) = digest_of(:idempotency_key))
    ), '[]') as submissions,
    coalesce((
        select jsonb_agg(jsonb_build_object(
            'id', c.id, 'named', n.named, 'caseNumber', c.case_number, 'portCrime', c.scope = 'portCrime',
            -- Only a court with a statutory ground of this file: recorded by a magistrate, or found by the rules; a risk that was taken is
            -- none, nor is what rests on yet another file, which may rest on this one again.
            -- A decision of the first engine does not say which tracks rest on policy alone: without a record its court is not known.
            'court', (
            select t.track ->> 'court'
            from decisions d, jsonb_array_elements(d.result -> 'tracks') with ordinality as t (track, at)
            where d.case_id = c.id and d.seq = c.decision_seq and t.track ->> 'track' = 'ordinary'
              and not c.to_confirm @> array[cast(t.at - 1 as integer)]
              and coalesce((
                  select f.kind = 'ground' and coalesce(f.fact_path, '') not like 'relatedCases/%' from competence_confirmations f
                  where f.case_id = c.id and f.decision_seq = d.seq and f.track_ordinal = t.at - 1 and f.court = t.track ->> 'court'
                  order by f.id desc limit 1
              ), not d.result -> 'policyAlone' @> to_jsonb(t.at - 1) and exists (
                  select from jsonb_array_elements(d.result -> 'candidates') k, jsonb_array_elements(k -> 'grounds') g (at),
                      jsonb_extract_path(d.result, 'grounds', g.at #>> '{}') h
                  where k @> '{"chosen": true, "track": "ordinary"}' and k -> 'court' = t.track -> 'court' and h ->> 'kindOfGround' = 'statute'
                    and not exists (select from jsonb_array_elements(h -> 'facts') u where u ->> 'path' like 'relatedCases/%'))))))
        from unnest(cast(:named as text[])) as n (named)
        join cases c on c.id = coalesce(
            (select k.id from cases k where k.case_number = n.named),
            (select s.case_id from submissions s
             where s.sender = :sender and s.kind = 'registration' and digest_of(s.external_id) = digest_of(n.named)))
        where case_visible(c, :account_id, :office, :court, :by_office, :by_office_when_named, :by_name, :by_court)
    ), '[]') as related;

-- name: before_report(case_id, sender, external_id, idempotency_key)
-- What was handed in before under the keys of a later report, for whichever case.
select c.case_number, c.version, s.kind, s.body_digest, s.case_id = :case_id as same_case
from submissions s join cases c on c.id = s.case_id
where s.sender = :sender
  and ((digest_of(s.external_id) = digest_of(:external_id) and s.kind = 'report' and s.case_id = :case_id)
       or digest_of(s.idempotency_key) = digest_of(:idempotency_key));

-- name: related(case_id, sender, named, account_id, office, court, by_office, by_office_when_named, by_name, by_court)
-- The files that a report of a case names: those that the actor may see, and those that the case was tied to before; court as above, limb of the tie that holds.
select c.id, n.named, c.case_number, c.scope = 'portCrime' as port_crime, (
    select t.track ->> 'court'
    from decisions d, jsonb_array_elements(d.result -> 'tracks') with ordinality as t (track, at)
    where d.case_id = c.id and d.seq = c.decision_seq and t.track ->> 'track' = 'ordinary'
      and not c.to_confirm @> array[cast(t.at - 1 as integer)]
      and coalesce((
          select f.kind = 'ground' and coalesce(f.fact_path, '') not like 'relatedCases/%' from competence_confirmations f
          where f.case_id = c.id and f.decision_seq = d.seq and f.track_ordinal = t.at - 1 and f.court = t.track ->> 'court'
          order by f.id desc limit 1
      ), not d.result -> 'policyAlone' @> to_jsonb(t.at - 1) and exists (
          select from jsonb_array_elements(d.result -> 'candidates') k, jsonb_array_elements(k -> 'grounds') g (at),
              jsonb_extract_path(d.result, 'grounds', g.at #>> '{}') h
          where k @> '{"chosen": true, "track": "ordinary"}' and k -> 'court' = t.track -> 'court' and h ->> 'kindOfGround' = 'statute'
            and not exists (select from jsonb_array_elements(h -> 'facts') u where u ->> 'path' like 'relatedCases/%')))) as court, (
    select l.limb from case_links l
    where l.case_id = :case_id and l.other_id = c.id and l.kind in ('related', 'split') and l.ended_at is null
    order by l.id desc limit 1) as limb
from unnest(cast(:named as text[])) as n (named)
join cases c on c.id = coalesce(
    (select r.related_id from case_relations r
     where r.case_id = :case_id and r.case_number = n.named and r.related_id is not null limit 1),
    (select k.id from cases k where k.case_number = n.named),
    (select s.case_id from submissions s
     where s.sender = :sender and s.kind = 'registration' and digest_of(s.external_id) = digest_of(n.named)))
where c.id <> :case_id
  and (case_visible(c, :account_id, :office, :court, :by_office, :by_office_when_named, :by_name, :by_court)
       or exists (select from case_relations r
                  where r.case_id = :case_id and r.case_number = n.named and r.related_id = c.id));

-- name: register(file, law_digest, deliveries)^
-- The case with its first decision, submission, search text and documents asked; draws the ids of its mails.
-- Nothing when the law of that decision is no longer in force; an enactment waits until the registration is there.
with law as (
    select l.digest from law_in_force l where l.digest = :law_digest for share
), registered as (
    insert into cases (year, version, status, confidentiality, holding_office, registered_by, registered_at, entered_on,
        decision_seq, offices, courts, outcome, scope, port_area, open_track, to_confirm, territory, elsewhere_ground,
        external_id, received_on, received_day,
        seised_on, origin_service, origin_unit, investigator_emails, lead_authority, notice_number,
        further_notice_numbers, language, summary, containers)
    select c.year, 1, c.status, c.confidentiality, c.holding_office, c.registered_by, c.registered_at, c.entered_on,
        1, c.offices, '{}', c.outcome, c.scope, c.port_area, c.open_track, c.to_confirm, c.territory, c.elsewhere_ground, c.external_id, c.received_on, c.received_day,
        c.seised_on, c.origin_service, c.origin_unit, c.investigator_emails, c.lead_authority, c.notice_number,
        c.further_notice_numbers, c.language, c.summary, c.containers
    from law, jsonb_populate_record(null::cases, cast(:file as jsonb) -> 'case') c
    returning id
), positioned as (
    insert into case_positions (case_id, person, offence, status)
    select r.id, p.person, p.offence, p.status
    from registered r, jsonb_populate_recordset(null::case_positions, cast(:file as jsonb) -> 'positions') p
), submitted as (
    insert into submissions (case_id, kind, sender, external_id, idempotency_key, body_digest, received_at)
    select r.id, 'registration', s.sender, s.external_id, s.idempotency_key, s.body_digest, s.received_at
    from registered r, jsonb_populate_record(null::submissions, cast(:file as jsonb) -> 'submission') s
), searchable as (
    insert into case_search (case_id, text) select r.id, cast(:file as jsonb) ->> 'search' from registered r
), keyed as (
    insert into case_keys (case_id, kind, key, value, first_day, last_day)
    select r.id, k.kind, k.key, k.value, k.first_day, k.last_day
    from registered r, jsonb_populate_recordset(null::case_keys, cast(:file as jsonb) -> 'keys') k
), decided as (
    insert into decisions (case_id, seq, kind, policy, outcome, scope, port_area, facts, result, law_digest,
        engine_version, decided_at, decided_by, reason, row_hash)
    select r.id, d.seq, d.kind, d.policy, d.outcome, d.scope, d.port_area, d.facts, d.result, d.law_digest,
        d.engine_version, d.decided_at, d.decided_by, d.reason, d.row_hash
    from registered r, jsonb_populate_recordset(null::decisions, cast(:file as jsonb) -> 'decisions') d
), tracks as (
    insert into decision_tracks (case_id, decision_seq, ordinal, track, persons, prosecution_office, court, open)
    select r.id, t.decision_seq, t.ordinal, t.track, t.persons, t.prosecution_office, t.court, t.open
    from registered r, jsonb_populate_recordset(null::decision_tracks, cast(:file as jsonb) -> 'tracks') t
), grounds as (
    insert into case_grounds (case_id, court, ground, only_ground)
    select r.id, g.court, g.ground, g.only_ground
    from registered r, jsonb_populate_recordset(null::case_grounds, cast(:file as jsonb) -> 'grounds') g
), waiting as (
    insert into acknowledgements (case_id, office, urgency, cause, suspects, opened_at)
    select r.id, a.office, a.urgency, a.cause, a.suspects, a.opened_at
    from registered r, jsonb_populate_recordset(null::acknowledgements, cast(:file as jsonb) -> 'acknowledgements') a
), asked as (
    insert into documents (case_id, kind, decision_seq, case_version, made_at, made_by, state)
    select r.id, d.kind, d.decision_seq, d.case_version, d.made_at, d.made_by, 'asked'
    from registered r, jsonb_populate_recordset(null::documents, cast(:file as jsonb) -> 'documents') d
    returning id
)
select
    r.id as case_id,
    array(select a.id from asked a order by a.id) as document_ids,
    array(select nextval(pg_get_serial_sequence('deliveries', 'id')) from generate_series(1, :deliveries)) as delivery_ids
from registered r;

-- name: insert_parts(case_id, parts)!
-- All rows of all parts of a case at once.
with places as (
    insert into case_places (case_id, ordinal, id, role, text, port, quay, dock, terminal, municipality, nis_code,
        sub_municipality, country, latitude, longitude)
    select :case_id, p.ordinal, p.id, p.role, p.text, p.port, p.quay, p.dock, p.terminal, p.municipality, p.nis_code,
        p.sub_municipality, p.country, p.latitude, p.longitude
    from jsonb_populate_recordset(null::case_places, cast(:parts as jsonb) -> 'places') p
), offences as (
    insert into case_offences (case_id, ordinal, id, offence, attempt, committed_from, committed_until, place, persons,
        port_link, note)
    select :case_id, p.ordinal, p.id, p.offence, p.attempt, p.committed_from, p.committed_until, p.place, p.persons,
        p.port_link, p.note
    from jsonb_populate_recordset(null::case_offences, cast(:parts as jsonb) -> 'offences') p
), persons as (
    insert into case_persons (case_id, ordinal, id, role, kind, count, family_name, given_names, birth_date, age, minor,
        nationality, ssin, enterprise_number, residence_country, residence_municipality, residence_nis_code,
        has_residence, seat_country, seat_municipality, seat_nis_code, has_seat, found_at, occupation, port_worker,
        capacity, custody, arrested_at, handed_over_to, note)
    select :case_id, p.ordinal, p.id, p.role, p.kind, p.count, p.family_name, p.given_names, p.birth_date, p.age, p.minor,
        p.nationality, p.ssin, p.enterprise_number, p.residence_country, p.residence_municipality, p.residence_nis_code,
        p.has_residence, p.seat_country, p.seat_municipality, p.seat_nis_code, p.has_seat, p.found_at, p.occupation,
        p.port_worker, p.capacity, p.custody, p.arrested_at, p.handed_over_to, p.note
    from jsonb_populate_recordset(null::case_persons, cast(:parts as jsonb) -> 'persons') p
), seizures as (
    insert into case_seizures (case_id, ordinal, id, kind, substance, net_weight_kg, quantity, unit, approximate,
        container_number, amount_eur, place, note)
    select :case_id, p.ordinal, p.id, p.kind, p.substance, p.net_weight_kg, p.quantity, p.unit, p.approximate,
        p.container_number, p.amount_eur, p.place, p.note
    from jsonb_populate_recordset(null::case_seizures, cast(:parts as jsonb) -> 'seizures') p
), vessels as (
    insert into case_vessels (case_id, ordinal, name, imo_number)
    select :case_id, p.ordinal, p.name, p.imo_number
    from jsonb_populate_recordset(null::case_vessels, cast(:parts as jsonb) -> 'vessels') p
)
insert into case_relations (case_id, ordinal, case_number, ground, related_id)
select :case_id, p.ordinal, p.case_number, p.ground, p.related_id
from jsonb_populate_recordset(null::case_relations, cast(:parts as jsonb) -> 'relations') p;

-- name: snapshot(case_number, account_id, office, court, by_office, by_office_when_named, by_name, by_court)^
-- A case as an action reads it before it writes: its row, parts, last decision and last routed decision.
select c.*, p.places, p.offences, p.persons, p.seizures, p.vessels, p.relations, k.confirmations, k.challenges,
    d.kind as decision_kind, d.result as decision_result, d.facts as decision_facts, d.law_digest, d.engine_version,
    d.decided_by, d.decided_at, d.reason,
    array(select t.ordinal from decision_tracks t
          where t.case_id = c.id and t.decision_seq = c.decision_seq and t.open order by t.ordinal) as open_ordinals,
    array(select r.track_ordinal from referrals r
          where r.case_id = c.id and r.decision_seq = c.decision_seq order by r.track_ordinal) as referred_ordinals,
    (select r.result from decisions r where r.case_id = c.id and r.kind = 'routed' order by r.seq desc limit 1) as routed_result,
    (select s.sender from submissions s where s.case_id = c.id and s.kind = 'registration' order by s.id limit 1) as sender,
    (select count(*) from submissions s where s.case_id = c.id) as submission_count,
    (select o.to_office from transfer_offers o where o.case_id = c.id and o.state = 'offered') as offered_to,
    array(select array[p.person, p.offence, p.status] from case_positions p where p.case_id = c.id) as positions
from cases c
join case_parts p on p.case_id = c.id
join case_competence k on k.case_id = c.id
join decisions d on d.case_id = c.id and d.seq = c.decision_seq
where c.case_number = :case_number
  and case_visible(c, :account_id, :office, :court, :by_office, :by_office_when_named, :by_name, :by_court);

-- name: snapshots(case_ids)
-- The same for many cases, whoever may see them: for an enactment.
select c.*, p.places, p.offences, p.persons, p.seizures, p.vessels, p.relations, k.confirmations, k.challenges,
    d.kind as decision_kind, d.result as decision_result, d.facts as decision_facts, d.law_digest, d.engine_version,
    d.decided_by, d.decided_at, d.reason,
    array(select t.ordinal from decision_tracks t
          where t.case_id = c.id and t.decision_seq = c.decision_seq and t.open order by t.ordinal) as open_ordinals,
    array(select r.track_ordinal from referrals r
          where r.case_id = c.id and r.decision_seq = c.decision_seq order by r.track_ordinal) as referred_ordinals,
    (select r.result from decisions r where r.case_id = c.id and r.kind = 'routed' order by r.seq desc limit 1) as routed_result,
    (select s.sender from submissions s where s.case_id = c.id and s.kind = 'registration' order by s.id limit 1) as sender,
    (select count(*) from submissions s where s.case_id = c.id) as submission_count,
    (select o.to_office from transfer_offers o where o.case_id = c.id and o.state = 'offered') as offered_to,
    array(select array[p.person, p.offence, p.status] from case_positions p where p.case_id = c.id) as positions
from cases c
join case_parts p on p.case_id = c.id
join case_competence k on k.case_id = c.id
join decisions d on d.case_id = c.id and d.seq = c.decision_seq
where c.id = any (cast(:case_ids as bigint[]))
order by c.id;

-- name: changed_since(case_number, version, hidden)
-- The entries that a writer with an older version has not seen; `hidden` = kinds that not every writer may see.
select e.kind, e.entered_at, e.entered_by, e.content
from docket_entries e join cases c on c.id = e.case_id
where c.case_number = :case_number and (e.content ->> 'version')::int > :version and e.kind <> all (cast(:hidden as text[]))
order by e.seq;

-- name: correct(case_id, version, columns)$
-- New facts in the row of the case; its parts go, and what was made on the old facts is marked.
with corrected as (
    update cases c
    set version = c.version + 1,
        external_id = n.external_id, received_on = n.received_on, received_day = n.received_day, seised_on = n.seised_on,
        origin_service = n.origin_service, origin_unit = n.origin_unit, investigator_emails = n.investigator_emails,
        lead_authority = n.lead_authority, notice_number = n.notice_number,
        further_notice_numbers = n.further_notice_numbers, language = n.language, summary = n.summary,
        containers = n.containers
    from jsonb_populate_record(null::cases, :columns) n
    where c.id = :case_id and c.version = :version
    returning c.id
), places as (
    delete from case_places p using corrected c where p.case_id = c.id
), offences as (
    delete from case_offences p using corrected c where p.case_id = c.id
), persons as (
    delete from case_persons p using corrected c where p.case_id = c.id
), seizures as (
    delete from case_seizures p using corrected c where p.case_id = c.id
), vessels as (
    delete from case_vessels p using corrected c where p.case_id = c.id
), relations as (
    delete from case_relations p using corrected c where p.case_id = c.id
)
select c.id from corrected c;

-- name: insert_submission(case_id, kind, sender, external_id, idempotency_key, body_digest, received_at)!
insert into submissions (case_id, kind, sender, external_id, idempotency_key, body_digest, received_at)
values (:case_id, :kind, :sender, :external_id, :idempotency_key, :body_digest, :received_at);

-- name: set_derived(case_id, text, keys)!
-- What is found by: the words of the report, and the keys by which connected files find each other.
with gone as (
    delete from case_keys where case_id = :case_id
), keyed as (
    insert into case_keys (case_id, kind, key, value, first_day, last_day)
    select :case_id, k.kind, k.key, k.value, k.first_day, k.last_day from jsonb_populate_recordset(null::case_keys, :keys) k
)
update case_search set text = :text where case_id = :case_id;

-- name: rise(case_id, version)$
-- The next version of a case whose facts stay; nothing when somebody else was first.
update cases set version = version + 1 where id = :case_id and version = :version returning version;

-- name: set_route(case_id, decision_seq, offices, outcome, scope, port_area, open_track, to_confirm, territory, elsewhere_ground)!
-- What lists, counts and access ask of the present decision.
update cases
set decision_seq = :decision_seq, offices = :offices,
    courts = courts_of(:case_id, :decision_seq),
    outcome = :outcome, scope = :scope,
    port_area = :port_area, open_track = :open_track, to_confirm = :to_confirm, territory = :territory,
    elsewhere_ground = :elsewhere_ground
where id = :case_id;

-- name: set_access(case_id, confidentiality, named)!
update cases set confidentiality = :confidentiality, named = :named where id = :case_id;

-- name: known_accounts(named)
select id from accounts where id = any (cast(:named as bigint[])) and disabled_at is null;

-- name: refer(case_id, decision_seq, tracks, courts, at, by)!
insert into referrals (case_id, decision_seq, track_ordinal, court, referred_at, referred_by)
select :case_id, :decision_seq, t.ordinal, t.court, :at, :by
from unnest(cast(:tracks as integer[]), cast(:courts as text[])) as t (ordinal, court);

-- name: set_courts(case_id)!
-- After a track was referred, or an appeal lodged or withdrawn.
update cases set courts = courts_of(id, decision_seq) where id = :case_id;

-- name: carry_referrals(case_id, from_seq, to_seq)!
-- A new decision that leaves a referred track with its court leaves it referred.
insert into referrals (case_id, decision_seq, track_ordinal, court, referred_at, referred_by)
select r.case_id, :to_seq, t.ordinal, r.court, r.referred_at, r.referred_by
from referrals r
join decision_tracks old on old.case_id = r.case_id and old.decision_seq = r.decision_seq and old.ordinal = r.track_ordinal
join decision_tracks t on t.case_id = r.case_id and t.decision_seq = :to_seq and t.track = old.track
    and t.persons = old.persons and t.court = r.court
where r.case_id = :case_id and r.decision_seq = :from_seq
on conflict do nothing;

-- name: put_before(case_number, seat)^
-- The same for a case that a seat may act on without reading it: offered to it, put to it to settle, or an ordinary one of its territory.
select c.*, p.places, p.offences, p.persons, p.seizures, p.vessels, p.relations, k.confirmations, k.challenges,
    d.kind as decision_kind, d.result as decision_result, d.facts as decision_facts, d.law_digest, d.engine_version,
    d.decided_by, d.decided_at, d.reason,
    array(select t.ordinal from decision_tracks t
          where t.case_id = c.id and t.decision_seq = c.decision_seq and t.open order by t.ordinal) as open_ordinals,
    array(select r.track_ordinal from referrals r
          where r.case_id = c.id and r.decision_seq = c.decision_seq order by r.track_ordinal) as referred_ordinals,
    (select r.result from decisions r where r.case_id = c.id and r.kind = 'routed' order by r.seq desc limit 1) as routed_result,
    (select s.sender from submissions s where s.case_id = c.id and s.kind = 'registration' order by s.id limit 1) as sender,
    (select count(*) from submissions s where s.case_id = c.id) as submission_count,
    (select o.to_office from transfer_offers o where o.case_id = c.id and o.state = 'offered') as offered_to,
    array(select array[p.person, p.offence, p.status] from case_positions p where p.case_id = c.id) as positions
from cases c
join case_parts p on p.case_id = c.id
join case_competence k on k.case_id = c.id
join decisions d on d.case_id = c.id and d.seq = c.decision_seq
where c.case_number = :case_number
  and (exists (select from transfer_offers o where o.case_id = c.id and o.state = 'offered' and o.to_office = :seat)
       or exists (select from conflicts s where s.case_id = c.id and s.state = 'open' and s.settlers @> array[cast(:seat as text)])
       or (c.confidentiality = 'ordinary' and c.territory @> array[cast(:seat as text)]));

-- name: set_holder(case_id, holding_office, offices)!
update cases set holding_office = :holding_office, offices = :offices where id = :case_id;

-- name: set_stands(case_id, status, rows)!
-- Where the file and its suspects stand from now on.
with gone as (
    delete from case_positions p
    where p.case_id = :case_id
      and not exists (select from jsonb_to_recordset(cast(:rows as jsonb)) as r (person text, offence text)
                      where r.person = p.person and r.offence = p.offence)
), put as (
    insert into case_positions (case_id, person, offence, status)
    select :case_id, r.person, r.offence, r.status
    from jsonb_to_recordset(cast(:rows as jsonb)) as r (person text, offence text, status text)
    on conflict (case_id, person, offence) do update set status = excluded.status
)
update cases set status = :status where id = :case_id;

-- name: intake(case_id)^
-- The submission that the file was registered from, of a file that was found through the condition.
select s.sender, s.received_at, encode(s.body_digest, 'hex') as digest
from submissions s where s.case_id = :case_id and s.kind = 'registration' order by s.id limit 1;
