-- name: last_day()$
-- The last day whose lists are all made; null before the first.
select max(day) from mail_days;

-- name: day_made(day, at)!
insert into mail_days (day, made_at) values (:day, :at) on conflict (day) do nothing;

-- name: sent_on(from_at, until_at)
-- Mails about files that the mail server took in that time, each once and at its last hour, for the list of their recipient.
select d.id, d.recipient, d.recipient_key, d.case_id, d.subject as said, max(v.at) as at
from delivery_events v join deliveries d on d.id = v.delivery_id
where v.what = 'sent' and v.at >= :from_at and v.at < :until_at and d.mail in ('case_status', 'request')
group by d.id order by at, d.id;

-- name: without_room(from_at, until_at)
-- Mails of that time that had no room of their own.
select d.id, d.recipient, d.recipient_key, d.case_id, c.case_number, d.subject as said, d.written_at as at
from deliveries d join cases c on c.id = d.case_id
where d.state = 'digest' and d.written_at >= :from_at and d.written_at < :until_at
order by d.written_at, d.id;

-- name: changes(from_at, until_at, kinds)
-- Entries of those kinds in that time, with whom the file names as investigators.
select c.id as case_id, c.case_number, c.investigator_emails as recipients, e.kind, min(e.entered_at) as at
from docket_entries e join cases c on c.id = e.case_id
where e.entered_at >= :from_at and e.entered_at < :until_at and e.kind = any (cast(:kinds as text[]))
  and c.investigator_emails <> '{}'
group by c.id, c.case_number, c.investigator_emails, e.kind
order by at, c.id;

-- name: listed(day)
-- The keys of who has his list of that day.
select m.recipient from daily_mails m where m.day = :day;

-- name: make(day, recipient, delivery, lines, at)$
-- The list with its mail and its lines; nothing when he has it already.
with mailed as (
    insert into deliveries (id, mail, recipient, recipient_key, state, subject, body_text, body_html, message_id, written_at)
    overriding system value
    select d.id, d.mail, d.recipient, d.recipient_key, d.state, d.subject, d.body_text, d.body_html, d.message_id, d.written_at
    from jsonb_populate_record(null::deliveries, :delivery) d
    where not exists (select from daily_mails m where m.day = :day and m.recipient = :recipient)
    returning id
), made as (
    insert into daily_mails (day, recipient, delivery_id, made_at) select :day, :recipient, id, :at from mailed returning id
)
insert into daily_lines (daily_id, ordinal, what, case_id, delivery_id, said, at)
select m.id, l.ordinal, l.what, l.case_id, l.delivery_id, l.said, l.at
from made m, jsonb_populate_recordset(null::daily_lines, :lines) l
returning daily_id;

-- name: reconciled(day, from_at, until_at, account_id, office, court, by_office, by_office_when_named, by_name, by_court)
-- Of each recipient of that day, over the cases that one reads: what was sent, what his list says of it, and what is not sent.
with sent as (
    select distinct v.delivery_id as id from delivery_events v where v.what = 'sent' and v.at >= :from_at and v.at < :until_at
), of_day as (
    select d.*, true as sent from sent s join deliveries d on d.id = s.id
    union all
    select d.*, false from deliveries d
    where d.written_at >= :from_at and d.written_at < :until_at and d.id not in (select id from sent)
)
select min(d.recipient) as recipient,
    count(*) filter (where d.sent)::int as sent,
    count(*) filter (where d.sent and l.listed)::int as listed,
    count(*) filter (where d.state = 'digest')::int as in_list_only,
    count(*) filter (where d.state = 'failed')::int as failed,
    count(*) filter (where d.state = 'refused')::int as refused,
    count(*) filter (where d.state in ('held', 'queued', 'sending', 'retrying'))::int as waiting,
    (select x.state from daily_mails m join deliveries x on x.id = m.delivery_id where m.day = :day and m.recipient = d.recipient_key) as list_state
from of_day d join cases c on c.id = d.case_id
cross join lateral (
    select exists (select from daily_lines s join daily_mails m on m.id = s.daily_id
                   where s.delivery_id = d.id and s.what = 'sent' and m.day = :day) as listed
) l
where d.mail in ('case_status', 'request')
  and case_visible(c, :account_id, :office, :court, :by_office, :by_office_when_named, :by_name, :by_court)
group by d.recipient_key order by d.recipient_key;

-- name: history(delivery_id)
-- What became of a mail of a case that was found through the condition.
select v.at, v.what, v.reply, v.by from delivery_events v where v.delivery_id = :delivery_id order by v.id;

-- name: find_message(message_ids)^
-- The mail of ours that something which came back is about: the first of the names that is one, with a case of its lines where it is a list.
select d.id, d.recipient, d.state, coalesce(d.case_id, (
    select l.case_id from daily_mails m join daily_lines l on l.daily_id = m.id where m.delivery_id = d.id order by l.ordinal desc limit 1
)) as case_id
from unnest(cast(:message_ids as text[])) with ordinality as n (message_id, place) join deliveries d on d.message_id = n.message_id
order by n.place limit 1;

-- name: add_task(delivery_id, case_id, kind, incoming_id, from_domain, status, diagnostic, at)$
-- Nothing when the same thing came before.
insert into mail_tasks (delivery_id, case_id, kind, incoming_id, from_domain, status, diagnostic, received_at, state)
values (:delivery_id, :case_id, :kind, :incoming_id, :from_domain, :status, :diagnostic, :at, 'open')
on conflict (incoming_id) do nothing returning id;

-- name: add_event(delivery_id, at, what, reply, by)!
insert into delivery_events (delivery_id, at, what, reply, by) values (:delivery_id, :at, :what, :reply, :by);

-- name: bounced(delivery_id, at, reply)$
-- It was sent, and did not arrive; nothing when it had not been sent.
with gone as (
    update deliveries set state = 'failed', server_reply = :reply where id = :delivery_id and state in ('sent', 'sending', 'retrying') returning id
)
insert into delivery_events (delivery_id, at, what, reply) select :delivery_id, :at, 'bounced', :reply
returning (select id from gone);

-- name: tasks(account_id, office, court, by_office, by_office_when_named, by_name, by_court, after, row_limit)
-- What came back and waits, oldest first, over the cases that one reads; what names no mail of ours is anybody's who sends mails.
select t.id, c.case_number, t.delivery_id, d.mail, d.recipient, d.subject, d.case_id is not null as own_page, t.kind, t.from_domain, t.status,
    t.diagnostic, t.received_at, count(*) over ()::int as total
from mail_tasks t left join cases c on c.id = t.case_id left join deliveries d on d.id = t.delivery_id
where t.state = 'open' and t.id > :after
  and (t.case_id is null or case_visible(c, :account_id, :office, :court, :by_office, :by_office_when_named, :by_name, :by_court))
order by t.id limit :row_limit;

-- name: left_to_do(account_id, office, court, by_office, by_office_when_named, by_name, by_court)^
-- How many mails came back and wait for somebody, and how many failed, over the cases that one reads.
select (select count(*)::int from mail_tasks t left join cases c on c.id = t.case_id
        where t.state = 'open'
          and (t.case_id is null or case_visible(c, :account_id, :office, :court, :by_office, :by_office_when_named, :by_name, :by_court)))
        as came_back,
    (select count(*)::int from deliveries d join cases c on c.id = d.case_id
     where d.state = 'failed' and case_visible(c, :account_id, :office, :court, :by_office, :by_office_when_named, :by_name, :by_court))
        as failed;

-- name: task(task_id, account_id, office, court, by_office, by_office_when_named, by_name, by_court)^
select t.id, t.case_id, c.case_number, t.delivery_id, t.kind, t.state
from mail_tasks t left join cases c on c.id = t.case_id
where t.id = :task_id
  and (t.case_id is null or case_visible(c, :account_id, :office, :court, :by_office, :by_office_when_named, :by_name, :by_court));

-- name: close_task(task_id, at, by, reason)$
-- Nothing when it is closed already.
update mail_tasks set state = 'closed', closed_at = :at, closed_by = :by, reason = :reason where id = :task_id and state = 'open' returning id;

-- name: limits_to_remind_of(now, today, morning, steps, hours, row_limit)
-- Clocks that run to an end with a step of their reminders that is due and was not made: the last such step only, and whom to tell.
-- One that ends at an instant has one step, so many hours before it, at any hour of the day; the others have theirs from the morning on.
-- None is made once the end is past. Locked; what another worker holds is left to it.
select l.id, l.case_id, c.case_number, l.limit_id, l.alarm_on, l.due_at, n.days, t.near, t.away, t.uncovered, t.heads
from case_time_limits l join cases c on c.id = l.case_id
cross join lateral (
    select case when l.due_at is null
        then (select min(s) from unnest(cast(:steps as int[])) s where :morning and s >= l.alarm_on - cast(:today as date))
        when least(l.alarm_at, l.due_at) - make_interval(hours => :hours) <= :now then 0 end as days
) n
cross join lateral told_of_case(c, :today) t
where l.state = 'running' and l.says in ('lastDay', 'expires') and n.days is not null
  and case when l.due_at is null then l.alarm_on >= cast(:today as date) else l.due_at > :now end
  and not exists (select from limit_reminders r where r.time_limit_id = l.id and r.alarm_on = l.alarm_on and r.days <= n.days)
order by l.alarm_on, l.id limit :row_limit
for no key update of l skip locked;

-- name: reminded(time_limit_id, alarm_on, days, at)!
insert into limit_reminders (time_limit_id, alarm_on, days, made_at) values (:time_limit_id, :alarm_on, :days, :at);
