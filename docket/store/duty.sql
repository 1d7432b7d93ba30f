-- name: follow(case_id, holder_before, at)
-- What the offices of a case newly have to take in charge after an act; rows that are over end. A suspect who comes in custody is an
-- event of its own: it joins an urgent row that still waits, and takes the place of one that was not urgent. Who is free again leaves
-- the rows that name him, so that his next arrest asks anew; so does one that began after the row with him was taken.
with file as (
    select c.id, c.status, responsible_offices(c, :holder_before) as offices,
        array(select p.id from case_persons p
              where p.case_id = c.id and p.role = 'suspect' and p.custody in ('arrested', 'remanded') and p.id is not null
              order by p.id) as held
    from cases c where c.id = :case_id
), standing as (
    select a.id, a.office, a.urgency, a.suspects, a.taken_at from acknowledgements a
    where a.case_id = :case_id and a.ended_at is null and a.request_id is null
), again as (
    select p.id, case when p.arrested_at ~ 'T.*(Z|[+-](0\d|1[0-4]):[0-5]\d)$' then cast(p.arrested_at as timestamptz) end as arrested
    from case_persons p
    where p.case_id = :case_id and p.role = 'suspect' and p.custody in ('arrested', 'remanded')
), wanted as (
    select o.office, f.held,
        exists (select from standing s where s.office = o.office) as known,
        f.held <@ array(select unnest(s.suspects) from standing s where s.office = o.office)
            and not exists (select from again g
                            where g.arrested <= :at
                              and g.arrested > (select max(s.taken_at) from standing s where s.office = o.office and s.suspects @> array[g.id])
                              and not exists (select from standing s
                                              where s.office = o.office and s.taken_at is null and s.suspects @> array[g.id])) as no_news,
        exists (select from standing s where s.office = o.office and s.taken_at is null and s.urgency <> 'ordinary') as urgent_waits
    from file f, unnest(f.offices) as o (office)
), named as (
    update acknowledgements a
    set suspects = case when a.taken_at is null and a.urgency <> 'ordinary' and not w.no_news then w.held
                        else array(select s from unnest(a.suspects) s where s = any (w.held)) end
    from wanted w
    where a.case_id = :case_id and a.office = w.office and a.ended_at is null and a.request_id is null
      and (not a.suspects <@ w.held or (a.taken_at is null and a.urgency <> 'ordinary' and not w.no_news))
), ended as (
    update acknowledgements a
    set ended_at = :at, end_cause = case
        when f.status = 'joined' then 'joined' when not f.offices @> array[a.office] then 'elsewhere' else 'moreUrgent' end
    from file f
    where a.case_id = :case_id and a.ended_at is null
      -- What was asked before a joinder is still waited for in that file.
      and ((not f.offices @> array[a.office] and (a.request_id is null or f.status <> 'joined'))
           or (a.taken_at is null and a.urgency = 'ordinary' and a.request_id is null
               and exists (select from wanted w where w.office = a.office and not w.no_news)))
)
select w.office, case when cardinality(w.held) = 0 then 'ordinary' else 'detention' end as urgency, w.held as suspects
from wanted w where not w.known or (not w.no_news and not w.urgent_waits)
order by w.office;

-- name: open(case_id, rows, cause, at)!
insert into acknowledgements (case_id, office, urgency, cause, suspects, opened_at)
select :case_id, r.office, r.urgency, :cause, r.suspects, :at from jsonb_populate_recordset(null::acknowledgements, :rows) r;

-- name: open_for_request(case_id, office, request_id, cause, at)!
-- A request that needs somebody of the office: nothing where it waits already.
insert into acknowledgements (case_id, office, urgency, cause, opened_at, request_id)
values (:case_id, :office, 'ordinary', :cause, :at, :request_id)
on conflict (case_id, office, coalesce(request_id, 0)) where taken_at is null and ended_at is null do nothing;

-- name: settle_request(request_id, at)!
-- There is nothing left to do about a request, whoever took it.
update acknowledgements set ended_at = :at, end_cause = 'settled' where request_id = :request_id and ended_at is null;

-- name: take(case_id, office, account_id, via, at, taken_on)
-- Everything of a file that waits at an office, taken by one person; no row = nothing waits there.
update acknowledgements set taken_at = :at, taken_by = :account_id, via = :via, taken_on = :taken_on
where case_id = :case_id and office = :office and taken_at is null and ended_at is null
returning id, urgency;

-- name: take_over(case_id, office, account_id, via, at)
-- Everything of a file that colleagues of an office have in charge goes to one of them; no row = nobody else has it there.
with over as (
    update acknowledgements set ended_at = :at, end_cause = 'handedOver'
    where case_id = :case_id and office = :office and taken_at is not null and ended_at is null and taken_by <> :account_id
    returning id, urgency, suspects, request_id, taken_by
), made as (
    insert into acknowledgements (case_id, office, urgency, cause, suspects, opened_at, request_id, taken_at, taken_by, via)
    select :case_id, :office, o.urgency, 'TakenOver', o.suspects, :at, o.request_id, :at, :account_id, :via from over o order by o.id
)
select o.urgency, :office as office, o.taken_by as had, o.request_id from over o order by o.id;

-- name: kept_by_the_gone(row_limit)
-- Files that are not over and that somebody has in charge whose account is closed, locked; what another worker holds is left to it.
select c.id as case_id, c.holding_office from cases c
where c.status not in ('joined', 'duplicate', 'dismissed', 'final', 'closed')
  and c.id in (select a.case_id from accounts u join acknowledgements a on a.taken_by = u.id
               where u.disabled_at is not null and a.taken_at is not null and a.ended_at is null)
order by c.id limit :row_limit
for no key update of c skip locked;

-- name: give_back(case_id, at)
update acknowledgements a set ended_at = :at, end_cause = 'gone'
from accounts u
where a.case_id = :case_id and a.taken_at is not null and a.ended_at is null and u.id = a.taken_by and u.disabled_at is not null
returning a.urgency, a.office, a.taken_by as had, a.request_id;

-- name: of_case(case_number, account_id, office, court, by_office, by_office_when_named, by_name, by_court)
-- What the offices of a file had to take in charge, oldest first, with the steps that were told and the names of who took it.
select a.id, a.office, a.urgency, a.cause, a.opened_at, a.taken_at, a.taken_on, a.taken_by, u.display_name as taken_by_name,
    a.via, a.ended_at, a.end_cause,
    array(select e.step from escalations e where e.acknowledgement_id = a.id order by e.id) as told,
    (select coalesce(bool_and(t.state = 'failed'), false) from escalation_tries t
     where t.escalation_id = (select max(e.id) from escalations e where e.acknowledgement_id = a.id)) as last_failed,
    (select coalesce(bool_or(t.state = 'accepted'), false) from escalation_tries t
     where t.escalation_id = (select max(e.id) from escalations e where e.acknowledgement_id = a.id)) as last_accepted
from acknowledgements a join cases c on c.id = a.case_id left join accounts u on u.id = a.taken_by
where c.case_number = :case_number
  and case_visible(c, :account_id, :office, :court, :by_office, :by_office_when_named, :by_name, :by_court)
order by a.id;

-- name: waiting_all()
-- For the command line: how much waits at each office, and since when.
select a.office, a.urgency, count(distinct a.case_id) as files, min(a.opened_at) as since
from acknowledgements a where a.taken_at is null and a.ended_at is null
group by a.office, a.urgency order by a.office, a.urgency;

-- name: called(account_id, office, heads, at)^
-- Whether all that waits at an office is this reader's, for he is on duty or heads an office whose duty is unfilled, and whether anything
-- that waits was told to him. This runs on every page, and most readers are neither.
with clerks as (
    select r.account_id from duty_roster r join accounts u on u.id = r.account_id
    where r.office = :office and r.role = 'clerk' and r.withdrawn_at is null and r.from_at <= :at and r.until_at > :at and u.disabled_at is null
)
select exists (select from clerks k where k.account_id = :account_id) or (:heads and not exists (select from clerks)) as everything,
    exists (select from escalations e join acknowledgements a on a.id = e.acknowledgement_id
            where e.accounts @> array[cast(:account_id as bigint)] and a.office = :office and a.taken_at is null and a.ended_at is null) as told;

-- name: all_waiting(account_id, office, court, by_office, by_office_when_named, by_name, by_court)^
-- How much waits at his office that he may read; both counts stop at a thousand and one. The limit is written out, here and below: a
-- statement that is given it is planned anew each time.
with mine as (
    select a.case_id, a.urgency, a.opened_at
    from acknowledgements a join cases c on c.id = a.case_id
    where a.office = :office and a.taken_at is null and a.ended_at is null
      and case_visible(c, :account_id, :office, :court, :by_office, :by_office_when_named, :by_name, :by_court)
    limit 1001
)
select count(distinct m.case_id) as files, count(distinct m.case_id) filter (where m.urgency <> 'ordinary') as urgent,
    min(m.opened_at) as since, count(*) > 1000 as more
from mine m;

-- name: urgent(key, seats, levels)^
-- What is urgent at his office and he may read, from its work list, where the urgent ones stand first with the instant since when they wait
-- (`work_rows`); it stops at fifty, for this runs on the pages of everybody.
select count(distinct w.case_id) as files, count(distinct w.case_id) as urgent, to_timestamp(min(w.sort)) as since, count(*) > 50 as more
from work_page(:key, :seats, :levels, date '-infinity', date '-infinity', -9223372036854775808, 0, 51) w
where w.sort < 1000000000000;

-- name: told(account_id, office, court, by_office, by_office_when_named, by_name, by_court)^
-- What is not urgent, waits at his office and was told to him.
select count(distinct a.case_id) as files, min(a.opened_at) as since
from escalations e join acknowledgements a on a.id = e.acknowledgement_id join cases c on c.id = a.case_id
where e.accounts @> array[cast(:account_id as bigint)]
  and a.office = :office and a.urgency = 'ordinary' and a.taken_at is null and a.ended_at is null
  and case_visible(c, :account_id, :office, :court, :by_office, :by_office_when_named, :by_name, :by_court);

-- name: due(now, urgencies, steps, places, delays, row_limit)
-- What is due: of each row that waits its next step, at its time or at once when the step before failed on every channel. Rows that
-- another worker holds are left to it; no worker sees a step that was made.
select a.id, a.case_id, c.case_number, a.office, a.urgency, c.confidentiality, c.named, n.step, a.opened_at + n.delay as due_at
from acknowledgements a
join cases c on c.id = a.case_id
join lateral (
    select t.step, t.delay, t.place
    from unnest(cast(:urgencies as text[]), cast(:steps as text[]), cast(:places as integer[]), cast(:delays as interval[]))
        as t (urgency, step, place, delay)
    where t.urgency = a.urgency
      and not exists (select from escalations e where e.acknowledgement_id = a.id and e.step = t.step)
    order by t.place limit 1
) n on true
where a.taken_at is null and a.ended_at is null
  and (a.opened_at + n.delay <= :now
       or (n.place > 1
           and (select bool_and(t.state = 'failed') from escalation_tries t
                where t.escalation_id = (select max(e.id) from escalations e where e.acknowledgement_id = a.id))))
order by due_at, a.id
limit :row_limit
for no key update of a, c skip locked;

-- name: people(office, at, named)
-- Who could be told: on duty at that instant, heads of the office, and who is named on the file, with the roles that say what he may.
select u.id, u.roles, u.office, u.duty_mail,
    array(select distinct r.role from duty_roster r
          where r.account_id = u.id and r.office = :office and r.withdrawn_at is null and r.from_at <= :at and r.until_at > :at) as on_duty
from accounts u
where u.kind = 'user' and u.disabled_at is null and u.office = :office
  and (u.roles @> array['headOfOffice'] or u.id = any (cast(:named as bigint[]))
       or exists (select from duty_roster r
                  where r.account_id = u.id and r.office = :office and r.withdrawn_at is null and r.from_at <= :at and r.until_at > :at))
order by u.id;

-- name: may_read(case_id, account_id, office, court, by_office, by_office_when_named, by_name, by_court)$
select exists (
    select from cases c
    where c.id = :case_id
      and case_visible(c, :account_id, :office, :court, :by_office, :by_office_when_named, :by_name, :by_court));

-- name: insert_escalation(case_id, acknowledgement_id, step, due_at, at, accounts, fell_to)$
-- Nothing when the step was made already.
insert into escalations (case_id, acknowledgement_id, step, due_at, made_at, accounts, fell_to)
values (:case_id, :acknowledgement_id, :step, :due_at, :at, :accounts, :fell_to)
on conflict (acknowledgement_id, step) do nothing
returning id;

-- name: insert_tries(rows)!
insert into escalation_tries (escalation_id, round, ordinal, channel, account_id, recipient, message_id, state, tried_at, answer)
select r.escalation_id, r.round, r.ordinal, r.channel, r.account_id, r.recipient, r.message_id, r.state, r.tried_at, r.answer
from jsonb_populate_recordset(null::escalation_tries, :rows) r
on conflict (escalation_id, round, ordinal) do nothing;

-- name: all_failed(now, first_delay, longest_delay, row_limit)
-- Last steps of rows that still wait and that failed on every channel: they are tried again, each time after twice as long.
select e.id, e.case_id, a.office, a.urgency, c.named, max(t.round) as round
from escalations e
join acknowledgements a on a.id = e.acknowledgement_id
join cases c on c.id = e.case_id
join escalation_tries t on t.escalation_id = e.id
where a.taken_at is null and a.ended_at is null and e.step = 'head'
group by e.id, a.office, a.urgency, c.named
having bool_and(t.state = 'failed')
   and max(t.tried_at) + least(cast(:first_delay as interval) * power(2, least(max(t.round), 20) - 1), cast(:longest_delay as interval)) <= :now
order by e.id limit :row_limit;

-- name: lock_escalation(escalation_id)$
-- Nothing when another worker holds it.
select e.id from escalations e where e.id = :escalation_id for update skip locked;

-- name: claim_together(escalation_ids, channel, now, stale, max_attempts)
-- One mail or one call: of the first of these steps whose next channel is that one, and of every other step that waits to be told on it to
-- the same person (a call: to whoever is on duty for that step at that office), all under one Message-ID, the attempt counted before
-- anything is sent. What a worker was sending when it died is claimed again with the steps that it held, and no others.
with line as (
    select distinct on (n.escalation_id) n.id, n.escalation_id, n.channel, n.state, n.tried_at, n.account_id, n.recipient, n.message_id, a.office
    from escalation_tries n join escalations e on e.id = n.escalation_id join acknowledgements a on a.id = e.acknowledgement_id
    where n.state in ('waiting', 'sending') and n.attempts < :max_attempts and a.taken_at is null and a.ended_at is null
    order by n.escalation_id, n.round, n.ordinal
), ready as (
    select l.* from line l
    where l.channel = :channel and (l.state = 'waiting' or l.tried_at <= :stale)
      and not exists (select from escalation_tries o
                      where o.escalation_id = l.escalation_id and o.state = 'sending' and o.tried_at > :stale)
), first as (
    select r.* from ready r where r.escalation_id = any (cast(:escalation_ids as bigint[])) order by r.id limit 1
), chosen as (
    select t.id, t.message_id from escalation_tries t join ready r on r.id = t.id join first f on true
    where case f.state when 'sending' then r.state = 'sending' and r.message_id = f.message_id
                       else r.state = 'waiting' and r.account_id is not distinct from f.account_id and r.recipient is not distinct from f.recipient
                                              and (r.channel = 'mail' or r.office = f.office) end
    for update of t skip locked
)
update escalation_tries t
set state = 'sending', attempts = t.attempts + 1, tried_at = :now,
    message_id = (select h.message_id from chosen h order by h.id limit 1)
from chosen h, escalations e join acknowledgements a on a.id = e.acknowledgement_id join cases c on c.id = e.case_id
where h.id = t.id and e.id = t.escalation_id and (t.state = 'waiting' or (t.state = 'sending' and t.tried_at <= :stale))
returning t.id, t.escalation_id, t.channel, t.account_id, t.recipient, t.message_id, t.attempts, e.step, a.urgency, a.office, c.case_number,
    e.due_at;

-- name: finish_try(try_id, attempts, state, answer, accepted_at)!
update escalation_tries set state = :state, answer = :answer, accepted_at = :accepted_at
where id = :try_id and attempts = :attempts and state = 'sending';

-- name: needless(try_id)!
-- Channels after one that was accepted; mails to the other people of the same step still go.
update escalation_tries t set state = 'needless'
from escalation_tries done
where done.id = :try_id and t.escalation_id = done.escalation_id and t.round = done.round and t.channel <> done.channel
  and t.state = 'waiting';

-- name: told_by(message_ids)
-- The attempts that one mail told, each with its file, oldest first: of the first of these names that is such a mail.
with named as (
    select n.message_id from unnest(cast(:message_ids as text[])) with ordinality as n (message_id, place)
    where exists (select from escalation_tries t where t.message_id = n.message_id and t.channel = 'mail')
    order by n.place limit 1
)
select t.id, t.escalation_id, e.case_id
from named n join escalation_tries t on t.message_id = n.message_id and t.channel = 'mail' join escalations e on e.id = t.escalation_id
order by t.id;

-- name: bounced(try_ids, reply)
-- The mail did not arrive. What was needless because of it is needed again, where no other channel of that round took the message and the
-- file still waits.
with gone as (
    update escalation_tries set state = 'failed', accepted_at = null, answer = :reply
    where id = any (cast(:try_ids as bigint[])) and state in ('accepted', 'sending')
    returning id, escalation_id, round
), again as (
    update escalation_tries t set state = 'waiting'
    from gone g join escalations e on e.id = g.escalation_id join acknowledgements a on a.id = e.acknowledgement_id
    where t.escalation_id = g.escalation_id and t.round = g.round and t.state = 'needless' and a.taken_at is null and a.ended_at is null
      and not exists (select from escalation_tries o
                      where o.escalation_id = g.escalation_id and o.round = g.round and o.state = 'accepted'
                        and o.id not in (select id from gone))
    returning t.escalation_id
)
select distinct w.escalation_id as id from again w order by id;

-- name: give_up(escalation_ids, stale, max_attempts, answer)!
-- Attempts that killed their worker so often, or a file that was taken meanwhile.
update escalation_tries t
set state = case when a.taken_at is null and a.ended_at is null then 'failed' else 'needless' end,
    answer = coalesce(t.answer, :answer)
from escalations e join acknowledgements a on a.id = e.acknowledgement_id
where t.escalation_id = any (cast(:escalation_ids as bigint[])) and e.id = t.escalation_id
  and (t.state = 'waiting' and (a.taken_at is not null or a.ended_at is not null)
       or t.state = 'sending' and t.tried_at <= :stale and (t.attempts >= :max_attempts or a.taken_at is not null or a.ended_at is not null));

-- name: unfinished(before)
-- Steps whose channels wait since before that although their worker may be gone.
select distinct e.id from escalations e join escalation_tries t on t.escalation_id = e.id
where t.state in ('waiting', 'sending') and coalesce(t.tried_at, e.made_at) < :before
order by e.id limit 1000;

-- name: escalations(row_limit, before, at, account_id, office, court, by_office, by_office_when_named, by_name, by_court)
-- The steps that were made for one's own office, of the files that one reads, newest first, each with what became of its channels.
select e.id, c.case_number, a.office as of_office, a.urgency, e.step, e.due_at, e.made_at, e.accounts, e.fell_to, a.taken_at, a.ended_at,
    coalesce((select jsonb_agg(jsonb_build_object('round', t.round, 'channel', t.channel, 'accountId', t.account_id, 'state', t.state,
        'triedAt', t.tried_at, 'acceptedAt', t.accepted_at, 'answer', t.answer) order by t.round, t.ordinal)
     from escalation_tries t where t.escalation_id = e.id), '[]') as tries,
    exists (select from phone_cards k where k.escalation_id = e.id and k.revoked_at is null and k.expires_at > :at) as open_link
from escalations e
join acknowledgements a on a.id = e.acknowledgement_id
join cases c on c.id = e.case_id
where a.office = :office and e.id < :before
  and case_visible(c, :account_id, :office, :court, :by_office, :by_office_when_named, :by_name, :by_court)
order by e.id desc
limit :row_limit;

-- name: insert_card(escalation_id, token_hash, made_at, expires_at)!
insert into phone_cards (escalation_id, token_hash, made_at, expires_at) values (:escalation_id, :token_hash, :made_at, :expires_at);

-- name: card(token_hash, account_id, office, court, by_office, by_office_when_named, by_name, by_court)^
-- The file of a short link, for who may read it.
select c.case_number, k.expires_at, k.revoked_at, a.office as of_office
from phone_cards k
join escalations e on e.id = k.escalation_id
join acknowledgements a on a.id = e.acknowledgement_id
join cases c on c.id = e.case_id
where k.token_hash = :token_hash
  and case_visible(c, :account_id, :office, :court, :by_office, :by_office_when_named, :by_name, :by_court);

-- name: revoke_cards(case_id, office, at, by)
update phone_cards k set revoked_at = :at, revoked_by = :by
from escalations e join acknowledgements a on a.id = e.acknowledgement_id
where e.id = k.escalation_id and e.case_id = :case_id and a.office = :office and k.revoked_at is null and k.expires_at > :at
returning k.id;

-- name: roster(office, from_at, until_at)
-- Who is on duty in a stretch of time, with his name.
select r.id, r.role, r.account_id, u.display_name as name, r.from_at, r.until_at, u.duty_mail is not null as reachable
from duty_roster r join accounts u on u.id = r.account_id
where r.office = :office and r.withdrawn_at is null and u.disabled_at is null and r.from_at < :until_at and r.until_at > :from_at
order by r.from_at, r.role, r.id;

-- name: on_duty_everywhere(at)
-- For the command line.
select r.office, r.role, u.name, r.until_at
from duty_roster r join accounts u on u.id = r.account_id
where r.withdrawn_at is null and u.disabled_at is null and r.from_at <= :at and r.until_at > :at
order by r.office, r.role, u.name;

-- name: staff(office)
-- Who can be on duty or heads the office.
select u.id, u.display_name as name, u.roles, u.duty_mail from accounts u
where u.kind = 'user' and u.disabled_at is null and u.office = :office
  and u.roles && array['clerk', 'prosecutor', 'headOfOffice']
order by u.display_name, u.id;

-- name: lock_roster(office)$
select pg_advisory_xact_lock(hashtextextended('docket.duty.' || :office, 0));

-- name: add_shift(office, role, account_id, from_at, until_at, at, by)$
-- Nothing when the same person is on the same duty then already.
insert into duty_roster (office, role, account_id, from_at, until_at, entered_at, entered_by)
select :office, :role, :account_id, :from_at, :until_at, :at, :by
where not exists (select from duty_roster r
                  where r.office = :office and r.role = :role and r.account_id = :account_id and r.withdrawn_at is null
                    and r.from_at < :until_at and r.until_at > :from_at)
returning id;

-- name: withdraw_shift(shift_id, office, at, by)$
-- What was served already stays: a shift that runs ends now.
update duty_roster
set withdrawn_at = case when from_at >= :at then :at end,
    withdrawn_by = case when from_at >= :at then :by end,
    until_at = case when from_at < :at then :at else until_at end
where id = :shift_id and office = :office and withdrawn_at is null and until_at > :at
returning id;

-- name: set_address(account_id, office, address)$
update accounts set duty_mail = :address where id = :account_id and office = :office and disabled_at is null returning id;
