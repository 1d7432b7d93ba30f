-- name: of_case(case_id, at)
-- What was asked about a case that was found through the condition, oldest first, with its answers and reminders.
select r.*,
    coalesce((select jsonb_agg(jsonb_build_object('id', a.id, 'value', a.value, 'remark', a.remark, 'via', a.via,
        'answeredOn', a.answered_on, 'receivedAt', a.received_at, 'receivedBy', a.received_by, 'state', a.state,
        'closedAt', a.closed_at, 'closedBy', a.closed_by, 'closeReason', a.close_reason, 'amended', a.amended) order by a.id)
     from request_answers a where a.request_id = r.id), '[]') as answers,
    coalesce((select jsonb_agg(jsonb_build_object('step', m.step, 'number', m.number, 'dueOn', m.due_on, 'madeAt', m.made_at,
        'mailed', m.delivery_id is not null, 'mailState', d.state) order by m.id)
     from request_reminders m left join deliveries d on d.id = m.delivery_id where m.request_id = r.id), '[]') as reminders,
    (select count(*) from request_links l where l.request_id = r.id and l.revoked_at is null and l.expires_at > :at) as open_links
from requests r where r.case_id = :case_id order by r.id;

-- name: ask(case_id, office, kind, addressee, address, question, fact, due_on, asked_on, at, by)$
-- Nothing when the same fact is asked already.
insert into requests (case_id, office, kind, addressee, address, question, fact, due_on, state, asked_on, asked_at, asked_by)
values (:case_id, :office, :kind, :addressee, :address, :question, :fact, :due_on, 'asked', :asked_on, :at, :by)
on conflict (case_id, fact) where state = 'asked' do nothing
returning id;

-- name: move_due(request_id, due_on)!
update requests set due_on = :due_on where id = :request_id and state = 'asked';

-- name: close(request_id, state, at, by, reason)!
update requests set state = :state, closed_at = :at, closed_by = :by, close_reason = :reason where id = :request_id and state = 'asked';

-- name: propose(case_id, request_id, value, remark, via, answered_on, at, by)$
-- Nothing when an answer waits already.
insert into request_answers (case_id, request_id, value, remark, via, answered_on, received_at, received_by, state)
values (:case_id, :request_id, :value, :remark, :via, :answered_on, :at, :by, 'proposed')
on conflict (request_id) where state = 'proposed' do nothing
returning id;

-- name: close_answer(answer_id, state, amended, at, by, reason)!
update request_answers set state = :state, amended = :amended, closed_at = :at, closed_by = :by, close_reason = :reason
where id = :answer_id and state = 'proposed';

-- name: hold_back_mails(request_id, why)!
-- Mails about a request that is closed before they left.
update deliveries set state = 'refused', server_reply = :why
where request_id = :request_id and state in ('queued', 'retrying', 'held');

-- name: listed(key, seats, levels, last_day, after_day, after_id, today, row_limit, account_id, office, court, by_office, by_office_when_named, by_name, by_court)
-- What is open over the cases that one reads, by the day on which its answer is due: all of it, what is late, or what waits for the office.
select r.id, c.case_number, r.kind, r.addressee, r.fact, r.due_on, r.asked_on, r.due_on < :today as overdue,
    exists (select from request_answers a where a.request_id = r.id and a.state = 'proposed') as answered,
    (select count(*) from request_reminders m where m.request_id = r.id and m.delivery_id is not null) as reminders
from work_page(:key, :seats, :levels, :last_day, :after_day, :after_id, :after_id, :row_limit) w
join requests r on r.id = w.item join cases c on c.id = r.case_id
where case_visible(c, :account_id, :office, :court, :by_office, :by_office_when_named, :by_name, :by_court)
order by w.day, w.sort, w.item;

-- name: due(today, days_before, days_between, row_limit)
-- Requests with a reminder that is to be made, their rows locked; those that another worker holds are left to it. What came due while no
-- worker ran is made now: the one before the due day, and the last one of those after it. An answer on which nobody decided is told to the
-- office the day after somebody entered it, or so many days after it came by the link, when it was told at once; then every so many days.
select r.id, r.case_id, c.case_number, r.office, r.address, r.due_on, c.decision_seq, n.before_on, n.late, u.came_on, u.unjudged,
    case when r.kind in ('apostil', 'question') then c.notice_number end as notice_number,
    w.first_on is not null as answered,
    case when responsible_offices(c, c.holding_office) @> array[r.office] then r.office else c.holding_office end as answering_office
from requests r join cases c on c.id = r.case_id
left join lateral (
    select (a.received_at at time zone 'Europe/Brussels')::date as came_on,
        (a.received_at at time zone 'Europe/Brussels')::date + case a.via when 'link' then cast(:days_between as integer) else 1 end as first_on
    from request_answers a where a.request_id = r.id and a.state = 'proposed'
) w on true
cross join lateral (
    select case when greatest(r.due_on - cast(:days_before as integer), r.asked_on + 1) <= least(cast(:today as date), r.due_on)
                     and not exists (select from request_reminders m
                                     where m.request_id = r.id and m.due_on = r.due_on and m.step = 'before')
                then greatest(r.due_on - cast(:days_before as integer), r.asked_on + 1) end as before_on,
        case when r.due_on < :today and w.first_on is null
             then (cast(:today as date) - r.due_on - 1) / cast(:days_between as integer) + 1 end as late
) n
cross join lateral (
    select w.came_on, case when w.first_on <= :today then (cast(:today as date) - w.first_on) / cast(:days_between as integer) + 1 end as unjudged
) u
where r.state = 'asked'
  and (n.before_on is not null
       or (n.late is not null and not exists (
               select from request_reminders m
               where m.request_id = r.id and m.due_on = r.due_on and m.step = 'overdue' and m.number >= n.late))
       or (u.unjudged is not null and not exists (
               select from request_reminders m
               where m.request_id = r.id and m.due_on = u.came_on and m.step = 'answered' and m.number >= u.unjudged)))
order by r.due_on, r.id limit :row_limit
for no key update of r, c skip locked;

-- name: answering_office(request_id)$
-- Whose people are told: the office that asked while it answers for the file, else the holder.
select case when responsible_offices(c, c.holding_office) @> array[r.office] then r.office else c.holding_office end
from requests r join cases c on c.id = r.case_id where r.id = :request_id;

-- name: insert_reminder(case_id, request_id, step, number, due_on, remind_on, at, delivery_id)$
-- Nothing when it was made already.
insert into request_reminders (case_id, request_id, step, number, due_on, remind_on, made_at, delivery_id)
values (:case_id, :request_id, :step, :number, :due_on, :remind_on, :at, :delivery_id)
on conflict (request_id, due_on, step, number) do nothing
returning id;

-- name: insert_link(request_id, token_hash, made_at, expires_at)!
insert into request_links (request_id, token_hash, made_at, expires_at) values (:request_id, :token_hash, :made_at, :expires_at);

-- name: revoke_links(request_id, at, by)
update request_links set revoked_at = :at, revoked_by = :by
where request_id = :request_id and revoked_at is null and expires_at > :at
returning id;

-- name: behind_link(token_hash)^
-- The one question behind a private link, and whose it is; nothing else of the file.
select r.id, r.case_id, c.case_number, r.kind, r.addressee, r.question, r.fact, r.due_on, r.state, l.expires_at, l.revoked_at,
    exists (select from request_answers a where a.request_id = r.id and a.state = 'proposed') as answered,
    exists (select from request_answers a where a.request_id = r.id and a.state = 'refused') as refused_before
from request_links l join requests r on r.id = l.request_id join cases c on c.id = r.case_id
where l.token_hash = :token_hash;

-- name: link_end(request_id)$
-- The due day of a request, from which its links count their days.
select r.due_on from requests r where r.id = :request_id;

-- name: count_attempt(address, token_hash, now, since)^
-- Records a try before it is looked at, and counts those in the window, this one included.
with recorded as (
    insert into link_attempts (address, token_hash, attempted_at) values (:address, :token_hash, :now)
), forgotten as (
    delete from link_attempts where attempted_at <= :since
)
select 1 + count(*) filter (where a.address = :address) as by_address, 1 + count(*) filter (where a.token_hash = :token_hash) as by_link
from link_attempts a where (a.address = :address or a.token_hash = :token_hash) and a.attempted_at > :since;
