-- name: claim_delivery(delivery_id, now, max_attempts)^
-- Counts the attempt before anything is sent; no row when there is nothing to do or the attempts are used up.
with claimed as (
update deliveries d
set state = 'sending',
    attempts = d.attempts + 1,
    last_attempt_at = :now,
    maybe_twice = d.maybe_twice or d.state = 'sending'
where d.id = :delivery_id
  and d.state in ('queued', 'retrying', 'sending')
  and d.attempts < :max_attempts
returning d.id, d.recipient, d.subject, d.body_text, d.body_html, d.message_id, d.written_at, d.attempts, d.request_id
), noted as (
    insert into delivery_events (delivery_id, at, what) select id, :now, 'attempt' from claimed
)
select * from claimed;

-- name: delivery_sent(delivery_id, attempts, now, server_reply)!
-- A report that it did not arrive may have come first.
with sent as (
    update deliveries set state = case when state = 'failed' then state else 'sent' end, sent_at = :now, server_reply = :server_reply
    where id = :delivery_id and attempts = :attempts returning id
)
insert into delivery_events (delivery_id, at, what, reply) select id, :now, 'sent', :server_reply from sent;

-- name: delivery_retrying(delivery_id, attempts, now, server_reply)!
with refused as (
    update deliveries set state = 'retrying', server_reply = :server_reply
    where id = :delivery_id and attempts = :attempts and state = 'sending' returning id
)
insert into delivery_events (delivery_id, at, what, reply) select id, :now, 'retrying', :server_reply from refused;

-- name: delivery_failed(delivery_id, attempts, now, server_reply)!
with refused as (
    update deliveries set state = 'failed', server_reply = :server_reply
    where id = :delivery_id and attempts = :attempts and state = 'sending' returning id
)
insert into delivery_events (delivery_id, at, what, reply) select id, :now, 'failed', :server_reply from refused;

-- name: give_up_delivery(delivery_id, now, server_reply)!
-- The attempts are used up without an answer that was recorded.
with given_up as (
    update deliveries set state = 'failed', server_reply = coalesce(server_reply, :server_reply)
    where id = :delivery_id and state in ('queued', 'retrying', 'sending') returning id, server_reply
)
insert into delivery_events (delivery_id, at, what, reply) select id, :now, 'failed', server_reply from given_up;

-- name: claim_document(document_id, max_attempts)^
-- Counts the attempt before rendering; no row when the document is made already or the attempts are used up.
insert into render_attempts (document_id, attempts)
select d.id, 1 from documents d where d.id = :document_id and d.state = 'asked'
on conflict (document_id) do update set attempts = render_attempts.attempts + 1
where render_attempts.attempts < :max_attempts
returning document_id, attempts;

-- name: forgotten_deliveries(before, entrypoint)
-- Deliveries that wait since before the given instant although no job waits for them.
select d.id from deliveries d
where d.state in ('queued', 'retrying', 'sending')
  and greatest(d.written_at, coalesce(d.last_attempt_at, d.written_at)) < :before
  and not exists (
      select from pgqueuer q
      where q.entrypoint = :entrypoint and q.status in ('queued', 'picked')
        and convert_from(q.payload, 'UTF8')::jsonb = jsonb_build_object('type', 'SendDelivery', 'delivery_id', d.id)
  )
order by d.id limit 1000;

-- name: stranded(before, entrypoint)
-- What was asked for before the given instant, is not finished, and has no job that waits or runs: an error or a lost connection ended it.
-- A line of a run is named by its run and its number there.
with live as materialized (
    select convert_from(payload, 'UTF8')::jsonb as said from pgqueuer where entrypoint = :entrypoint and status in ('queued', 'picked')
), waiting as (
    select 'RenderDocument' as kind, d.id, 0 as ordinal, jsonb_build_object('type', 'RenderDocument', 'document_id', d.id) as said
    from documents d where d.state = 'asked' and d.made_at < :before
    union all
    select 'MakePdf', p.id, 0, jsonb_build_object('type', 'MakePdf', 'pdf_id', p.id)
    from pdfs p where p.state = 'asked' and p.asked_at < :before
    union all
    select 'MakeBulkLine', l.run_id, l.ordinal, jsonb_build_object('type', 'MakeBulkLine', 'run_id', l.run_id, 'ordinal', l.ordinal)
    from bulk_lines l join bulk_runs r on r.id = l.run_id where l.state = 'waiting' and r.asked_at < :before
)
select w.kind, w.id, w.ordinal from waiting w where not exists (select from live where live.said = w.said)
order by w.kind, w.id, w.ordinal limit 1000;

-- name: document_to_make(document_id)^
-- The case as it stands, with the decision that the document was asked for.
select c.*, p.places, p.offences, p.persons, p.seizures, p.vessels, p.relations,
    o.kind as document_kind, o.about as document_about, o.outdated_at as document_outdated_at, o.typed as document_typed,
    k.confirmations, k.challenges,
    jsonb_build_object(
        'seq', d.seq, 'kind', d.kind, 'decision', d.result, 'lawDigest', d.law_digest, 'engineVersion', d.engine_version,
        'decidedAt', d.decided_at, 'decidedBy', d.decided_by, 'reason', d.reason,
        'openTracks', array(select t.ordinal from decision_tracks t
                            where t.case_id = d.case_id and t.decision_seq = d.seq and t.open order by t.ordinal),
        'referredTracks', array(select r.track_ordinal from referrals r
                                where r.case_id = d.case_id and r.decision_seq = d.seq order by r.track_ordinal)
    ) as stored_decision
from documents o
join cases c on c.id = o.case_id
join case_parts p on p.case_id = c.id
join case_competence k on k.case_id = c.id
join decisions d on d.case_id = o.case_id and d.seq = o.decision_seq
where o.id = :document_id and o.state = 'asked';
