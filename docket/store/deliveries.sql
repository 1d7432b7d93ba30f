-- name: draw_ids(count)$
select array(select nextval(pg_get_serial_sequence('deliveries', 'id')) from generate_series(1, :count));

-- name: insert(case_id, deliveries, most, week)!
-- The case is locked, so nobody else counts at the same time; a mail in the list of the day takes no room. A mail about a request has to go,
-- and takes room of the changes.
insert into deliveries (id, case_id, mail, recipient, state, subject, body_text, body_html, message_id, written_at,
    server_reply, decision_seq, request_id, recipient_key)
overriding system value
select d.id, :case_id, d.mail, d.recipient,
    case when d.mail = 'case_status' and d.state in ('queued', 'held') and (
        select count(*) from deliveries o
        where o.case_id = :case_id and o.recipient_key = d.recipient_key and o.mail in ('case_status', 'request') and o.state not in ('digest', 'refused')
          and o.written_at > d.written_at - cast(:week as interval)
    ) >= :most then 'digest' else d.state end,
    d.subject, d.body_text, d.body_html, d.message_id, d.written_at,
    d.server_reply, d.decision_seq, d.request_id, d.recipient_key
from jsonb_populate_recordset(null::deliveries, :deliveries) d;

-- name: mark_outdated(case_id, at)
-- What a mail about a request says does not follow the facts.
update deliveries set outdated_at = :at where case_id = :case_id and outdated_at is null and request_id is null returning id;

-- name: find(delivery_id, account_id, office, court, by_office, by_office_when_named, by_name, by_court)^
select d.id, d.state, d.recipient, c.id as case_id, c.case_number
from deliveries d join cases c on c.id = d.case_id
where d.id = :delivery_id
  and case_visible(c, :account_id, :office, :court, :by_office, :by_office_when_named, :by_name, :by_court);

-- name: queue_again(delivery_id, state, at, by)$
-- The same mail with its Message-ID, its attempts counted anew and what came before kept; nothing when it is on its way or was refused.
with again as (
    update deliveries set state = :state, attempts = 0, server_reply = null
    where id = :delivery_id and state in ('failed', 'held')
    returning id
)
insert into delivery_events (delivery_id, at, what, by) select id, :at, 'resent', :by from again returning delivery_id;
