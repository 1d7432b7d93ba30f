-- name: case_view(case_number, account_id, office, court, by_office, by_office_when_named, by_name, by_court)^
-- One file with everything that hangs on it, in one statement and so at one instant; a registry sees the documents that were issued, and its own.
select c.*, p.places, p.offences, p.persons, p.seizures, p.vessels, p.relations, k.confirmations, k.challenges,
    (select jsonb_agg(jsonb_build_object(
        'seq', d.seq, 'kind', d.kind, 'decision', d.result, 'lawDigest', d.law_digest, 'engineVersion', d.engine_version,
        'decidedAt', d.decided_at, 'decidedBy', d.decided_by, 'reason', d.reason,
        'openTracks', array(select t.ordinal from decision_tracks t
                            where t.case_id = d.case_id and t.decision_seq = d.seq and t.open order by t.ordinal),
        'referredTracks', array(select r.track_ordinal from referrals r
                                where r.case_id = d.case_id and r.decision_seq = d.seq order by r.track_ordinal)
        ) order by d.seq)
     from decisions d where d.case_id = c.id) as decisions,
    coalesce((select jsonb_agg(jsonb_build_object(
        'id', d.id, 'kind', d.kind, 'state', d.state, 'decisionSeq', d.decision_seq, 'caseVersion', d.case_version,
        'madeAt', d.made_at, 'madeBy', d.made_by, 'failure', d.failure, 'templateVersion', d.template_version,
        'sha256', encode(d.sha256, 'hex'), 'size', length(d.bytes), 'outdatedAt', d.outdated_at, 'about', d.about, 'stage', document_stage(d.id)) order by d.id)
     from documents d
     where d.case_id = c.id and document_shown(d.id, d.made_by, :office, :court)), '[]') as documents,
    coalesce((select jsonb_agg(jsonb_build_object(
        'id', d.id, 'mail', d.mail, 'recipient', d.recipient, 'state', d.state, 'subject', d.subject,
        'bodyText', d.body_text, 'bodyHtml', d.body_html, 'messageId', d.message_id, 'writtenAt', d.written_at,
        'attempts', d.attempts, 'lastAttemptAt', d.last_attempt_at, 'sentAt', d.sent_at, 'serverReply', d.server_reply,
        'maybeTwice', d.maybe_twice, 'outdatedAt', d.outdated_at) order by d.id)
     from deliveries d where d.case_id = c.id), '[]') as deliveries,
    coalesce((select jsonb_agg(jsonb_build_object(
        'seq', e.seq, 'kind', e.kind, 'enteredAt', e.entered_at, 'enteredBy', e.entered_by, 'content', e.content,
        'erasedAt', e.erased_at, 'hash', encode(e.hash, 'hex')) order by e.seq)
     from docket_entries e where e.case_id = c.id), '[]') as entries,
    array(select array[p.person, p.offence, p.status] from case_positions p where p.case_id = c.id) as positions,
    (select k.seats from conflicts k where k.case_id = c.id and k.state = 'open') as conflict_seats,
    (select jsonb_build_object(
        'id', o.id, 'toOffice', o.to_office, 'ground', o.ground, 'reason', o.reason, 'pieces', o.pieces,
        'timeLimits', coalesce((select jsonb_agg(jsonb_build_object('title', l.title, 'dueOn', l.due_on))
         from unnest(o.limit_titles, o.limits_due_on) as l (title, due_on)), '[]'), 'answerDueOn', o.answer_due_on, 'offeredAt', o.offered_at, 'offeredBy', o.offered_by,
        'state', o.state, 'answeredAt', o.answered_at, 'answeredBy', o.answered_by, 'answerReason', o.answer_reason)
     from transfer_offers o where o.case_id = c.id and o.state = 'offered') as offer,
    coalesce((select jsonb_agg(jsonb_build_object('id', a.id, 'displayName', a.display_name) order by a.display_name, a.id)
     from accounts a where a.id = any (c.named)), '[]') as named_accounts,
    coalesce((select jsonb_agg(jsonb_build_object('id', a.id, 'displayName', a.display_name) order by a.id)
     from accounts a
     where a.id in (select f.account_id from competence_confirmations f where f.case_id = c.id)), '[]') as confirmers
from cases c
join case_parts p on p.case_id = c.id
join case_competence k on k.case_id = c.id
where c.case_number = :case_number
  and case_visible(c, :account_id, :office, :court, :by_office, :by_office_when_named, :by_name, :by_court);

-- name: case_version(case_number, account_id, office, court, by_office, by_office_when_named, by_name, by_court)$
select c.version
from cases c
where c.case_number = :case_number
  and case_visible(c, :account_id, :office, :court, :by_office, :by_office_when_named, :by_name, :by_court);

-- name: newest(number, area, wanted_office, wanted_court, outcome, scope, status, confidentiality, open_track, to_confirm, mine, year, serial, limit, account_id, office, court, by_office, by_office_when_named, by_name, by_court)
-- One page of the list without words, from the newest number to the oldest; a number = that file only.
select c.id, c.year, c.serial, c.case_number, c.version, c.status, c.confidentiality, c.registered_at, c.received_day,
    c.notice_number, c.origin_service, left(c.summary, 200) as summary, c.outcome, c.scope, c.port_area, c.holding_office,
    array(select t.prosecution_office from decision_tracks t
          where t.case_id = c.id and t.decision_seq = c.decision_seq order by t.ordinal) as prosecution_offices,
    array(select t.court from decision_tracks t
          where t.case_id = c.id and t.decision_seq = c.decision_seq order by t.ordinal) as courts,
    c.open_track, cardinality(c.to_confirm) > 0 as to_confirm
from cases c
where (c.year, c.serial) < (:year, :serial)
  and (cast(:number as text) is null or c.case_number = :number)
  and (cast(:area as text) is null or c.port_area = :area)
  and (cast(:wanted_office as text) is null or c.offices @> array[cast(:wanted_office as text)])
  and (cast(:wanted_court as text) is null
       or exists (select from decision_tracks t
                  where t.case_id = c.id and t.decision_seq = c.decision_seq and t.court = :wanted_court))
  and (cast(:outcome as text) is null or c.outcome = :outcome)
  and (cast(:scope as text) is null or c.scope = :scope)
  and (cast(:status as text) is null or c.status = :status)
  and (cast(:confidentiality as text) is null or c.confidentiality = :confidentiality)
  and (cast(:open_track as boolean) is null or c.open_track = :open_track)
  and (cast(:to_confirm as boolean) is null or (c.to_confirm <> '{}') = :to_confirm)
  and (cast(:mine as text) is null or exists (select from work_items m where m.list = :mine and m.case_id = c.id))
  and case_visible(c, :account_id, :office, :court, :by_office, :by_office_when_named, :by_name, :by_court)
order by c.year desc, c.serial desc
limit :limit;

-- name: matching(first, second, third, patterns, area, wanted_office, wanted_court, outcome, scope, status, confidentiality, open_track, to_confirm, mine, year, serial, limit, account_id, office, court, by_office, by_office_when_named, by_name, by_court)
-- The same for files in which all words occur; the three longest narrow the index, where it pays to use it.
select c.id, c.year, c.serial, c.case_number, c.version, c.status, c.confidentiality, c.registered_at, c.received_day,
    c.notice_number, c.origin_service, left(c.summary, 200) as summary, c.outcome, c.scope, c.port_area, c.holding_office,
    array(select t.prosecution_office from decision_tracks t
          where t.case_id = c.id and t.decision_seq = c.decision_seq order by t.ordinal) as prosecution_offices,
    array(select t.court from decision_tracks t
          where t.case_id = c.id and t.decision_seq = c.decision_seq order by t.ordinal) as courts,
    c.open_track, cardinality(c.to_confirm) > 0 as to_confirm
from cases c
join case_search s on s.case_id = c.id
where s.text like :first and s.text like :second and s.text like :third and s.text like all (cast(:patterns as text[]))
  and (c.year, c.serial) < (:year, :serial)
  and (cast(:area as text) is null or c.port_area = :area)
  and (cast(:wanted_office as text) is null or c.offices @> array[cast(:wanted_office as text)])
  and (cast(:wanted_court as text) is null
       or exists (select from decision_tracks t
                  where t.case_id = c.id and t.decision_seq = c.decision_seq and t.court = :wanted_court))
  and (cast(:outcome as text) is null or c.outcome = :outcome)
  and (cast(:scope as text) is null or c.scope = :scope)
  and (cast(:status as text) is null or c.status = :status)
  and (cast(:confidentiality as text) is null or c.confidentiality = :confidentiality)
  and (cast(:open_track as boolean) is null or c.open_track = :open_track)
  and (cast(:to_confirm as boolean) is null or (c.to_confirm <> '{}') = :to_confirm)
  and (cast(:mine as text) is null or exists (select from work_items m where m.list = :mine and m.case_id = c.id))
  and case_visible(c, :account_id, :office, :court, :by_office, :by_office_when_named, :by_name, :by_court)
order by c.year desc, c.serial desc
limit :limit;

-- name: may_see(case_number, account_id, office, court, by_office, by_office_when_named, by_name, by_court)^
select c.id from cases c
where c.case_number = :case_number
  and case_visible(c, :account_id, :office, :court, :by_office, :by_office_when_named, :by_name, :by_court);

-- name: document_bytes(case_number, document_id, account_id, office, court, by_office, by_office_when_named, by_name, by_court)^
select c.case_number, d.kind, d.state, d.bytes as content, encode(d.sha256, 'hex') as sha256, d.made_at, d.failure
from documents d join cases c on c.id = d.case_id
where d.id = :document_id and c.case_number = :case_number and document_shown(d.id, d.made_by, :office, :court)
  and case_visible(c, :account_id, :office, :court, :by_office, :by_office_when_named, :by_name, :by_court);

-- name: mails(states, before, limit, account_id, office, court, by_office, by_office_when_named, by_name, by_court)
select c.case_number, d.id, d.mail, d.recipient, d.state, d.subject, d.body_text, d.body_html, d.message_id,
    d.written_at, d.attempts, d.last_attempt_at, d.sent_at, d.server_reply, d.maybe_twice, d.outdated_at
from deliveries d join cases c on c.id = d.case_id
where (cardinality(cast(:states as text[])) = 0 or d.state = any (cast(:states as text[])))
  and d.id < :before
  and case_visible(c, :account_id, :office, :court, :by_office, :by_office_when_named, :by_name, :by_court)
order by d.id desc
limit :limit;
