-- name: counts(places, keys, seats, levels, first_days, last_days)
-- How many items each list has for a reader: one row for each range, by the place of its list.
select w.place, coalesce(sum(k.change), 0)::bigint as items
from unnest(cast(:places as int[]), cast(:keys as text[]), cast(:seats as text[]), cast(:levels as text[]), cast(:first_days as date[]), cast(:last_days as date[]))
    as w (place, key, seat, level, first_day, last_day)
cross join lateral (
    select k.change from work_counts k
    where k.list = w.key and k.seat = w.seat and k.level = w.level and k.day between w.first_day and w.last_day
) k
group by w.place;

-- name: numbers(key, seats, levels, last_day, after_day, after_sort, after_item, row_limit, account_id, office, court, by_office, by_office_when_named, by_name, by_court)
-- The items of any list of files by number and day only, in the order in which they have to be done.
select w.day, w.sort, w.item, c.case_number
from work_page(:key, :seats, :levels, :last_day, :after_day, :after_sort, :after_item, :row_limit) w
join cases c on c.id = w.case_id
where case_visible(c, :account_id, :office, :court, :by_office, :by_office_when_named, :by_name, :by_court)
order by w.day, w.sort, w.item;

-- name: files(key, seats, levels, last_day, after_day, after_sort, after_item, row_limit, account_id, office, court, by_office, by_office_when_named, by_name, by_court)
-- A list of files: of all that one reads, or of one's own, newest number first.
select w.day, w.sort, w.item, v.*
from work_page(:key, :seats, :levels, :last_day, :after_day, :after_sort, :after_item, :row_limit) w
join cases c on c.id = w.case_id join case_lines v on v.id = c.id
where case_visible(c, :account_id, :office, :court, :by_office, :by_office_when_named, :by_name, :by_court)
order by w.day, w.sort, w.item;

-- name: open_tracks(key, seats, levels, last_day, after_day, after_sort, after_item, row_limit, account_id, office, court, by_office, by_office_when_named, by_name, by_court)
-- Files with their open tracks, newest number first; a file without tracks has none.
select w.day, w.sort, w.item, v.*,
    coalesce((select jsonb_agg(jsonb_build_object('ordinal', t.ordinal, 'track', t.track, 'persons', t.persons,
        'prosecutionOffice', t.prosecution_office, 'court', t.court) order by t.ordinal)
     from decision_tracks t where t.case_id = c.id and t.decision_seq = c.decision_seq and t.open), '[]') as tracks
from work_page(:key, :seats, :levels, :last_day, :after_day, :after_sort, :after_item, :row_limit) w
join cases c on c.id = w.case_id join case_lines v on v.id = c.id
where case_visible(c, :account_id, :office, :court, :by_office, :by_office_when_named, :by_name, :by_court)
order by w.day, w.sort, w.item;

-- name: to_confirm(key, seats, levels, last_day, after_day, after_sort, after_item, row_limit, account_id, office, court, by_office, by_office_when_named, by_name, by_court)
-- Files with the tracks that wait for a magistrate's confirmation, newest number first.
select w.day, w.sort, w.item, v.*,
    coalesce((select jsonb_agg(jsonb_build_object('ordinal', t.ordinal, 'track', t.track, 'persons', t.persons,
        'prosecutionOffice', t.prosecution_office, 'court', t.court) order by t.ordinal)
     from decision_tracks t where t.case_id = c.id and t.decision_seq = c.decision_seq and t.ordinal = any (c.to_confirm)), '[]') as tracks
from work_page(:key, :seats, :levels, :last_day, :after_day, :after_sort, :after_item, :row_limit) w
join cases c on c.id = w.case_id join case_lines v on v.id = c.id
where case_visible(c, :account_id, :office, :court, :by_office, :by_office_when_named, :by_name, :by_court)
order by w.day, w.sort, w.item;

-- name: for_me(key, seats, levels, last_day, after_day, after_sort, after_item, row_limit, account_id, office, court, by_office, by_office_when_named, by_name, by_court)
-- Files of one person with what waits in them: a track, a confirmation, somebody to be told, a clock that has to be met.
select w.day, w.sort, w.item, v.*,
    (select count(*)::int from to_tell t left join deliveries d on d.id = t.delivery_id
     where t.case_id = c.id and t.state in ('toTell', 'failed', 'byMail') and (t.delivery_id is null or d.state in ('failed', 'refused'))) as untold,
    (select count(*)::int from requests r join request_answers a on a.request_id = r.id and a.state = 'proposed'
     where r.case_id = c.id and r.state = 'asked') as answered,
    (select count(*)::int from requests r where r.case_id = c.id and r.state = 'asked' and r.due_on < :last_day
       and not exists (select from request_answers a where a.request_id = r.id and a.state = 'proposed')) as late,
    array(select l.limit_id from case_time_limits l
          where l.case_id = c.id and l.state = 'running' and l.says <> 'firstDay' and l.alarm_on <= :last_day order by l.alarm_on, l.id) as limits,
    array(select distinct x.kind from case_watches x
          where x.case_id = c.id and x.kind <> 'reasonableTime' and x.counts_from <= :last_day order by 1) as watched
from work_page(:key, :seats, :levels, :last_day, :after_day, :after_sort, :after_item, :row_limit) w
join cases c on c.id = w.case_id join case_lines v on v.id = c.id
where case_visible(c, :account_id, :office, :court, :by_office, :by_office_when_named, :by_name, :by_court)
order by w.day, w.sort, w.item;

-- name: time_limits(key, seats, levels, last_day, after_day, after_sort, after_item, row_limit, account_id, office, court, by_office, by_office_when_named, by_name, by_court)
-- Clocks that run, the one that has to be acted on first at the top.
select w.day, w.sort, w.item, v.*, l.person, l.offence, l.after_id, l.service_id, l.registry, l.law_digest, l.state, l.stood_from, l.stood_until,
    l.suspended_on, l.ground, l.extended_to, l.answer, l.reason, l.started_at, l.started_by, l.met_on, l.closed_at, l.closed_by
from work_page(:key, :seats, :levels, :last_day, :after_day, :after_sort, :after_item, :row_limit) w
join cases c on c.id = w.case_id join case_lines v on v.id = c.id join case_time_limits l on l.id = w.item
where case_visible(c, :account_id, :office, :court, :by_office, :by_office_when_named, :by_name, :by_court)
order by w.day, w.sort, w.item;

-- name: hearings(key, seats, levels, last_day, after_day, after_sort, after_item, row_limit, account_id, office, court, by_office, by_office_when_named, by_name, by_court)
-- Hearings that are set, the next one first.
select w.day, w.sort, w.item, v.*, h.starts_at, k.court, k.name as chamber, s.kind
from work_page(:key, :seats, :levels, :last_day, :after_day, :after_sort, :after_item, :row_limit) w
join cases c on c.id = w.case_id join case_lines v on v.id = c.id
join hearings h on h.id = w.item join sittings s on s.id = h.sitting_id join chambers k on k.id = s.chamber_id
where case_visible(c, :account_id, :office, :court, :by_office, :by_office_when_named, :by_name, :by_court)
order by w.day, w.sort, w.item;

-- name: watches(key, seats, levels, last_day, after_day, after_sort, after_item, row_limit, account_id, office, court, by_office, by_office_when_named, by_name, by_court)
-- What limitation nears, the age of accusations, suspects in custody without a title: the longest there first.
select w.day, w.sort, w.item, v.*, x.kind, x.person, x.offence, x.on_day, x.why
from work_page(:key, :seats, :levels, :last_day, :after_day, :after_sort, :after_item, :row_limit) w
join cases c on c.id = w.case_id join case_lines v on v.id = c.id join case_watches x on x.id = w.item
where case_visible(c, :account_id, :office, :court, :by_office, :by_office_when_named, :by_name, :by_court)
order by w.day, w.sort, w.item;

-- name: watched_hearings(key, seats, levels, last_day, after_day, after_sort, after_item, row_limit, account_id, office, court, by_office, by_office_when_named, by_name, by_court)
-- Hearings without their service, or past and without their outcome.
select w.day, w.sort, w.item, v.*, h.starts_at, k.court, k.name as chamber, s.kind, x.on_day
from work_page(:key, :seats, :levels, :last_day, :after_day, :after_sort, :after_item, :row_limit) w
join cases c on c.id = w.case_id join case_lines v on v.id = c.id join case_watches x on x.id = w.item
join hearings h on h.id = x.hearing_id join sittings s on s.id = h.sitting_id join chambers k on k.id = s.chamber_id
where case_visible(c, :account_id, :office, :court, :by_office, :by_office_when_named, :by_name, :by_court)
order by w.day, w.sort, w.item;

-- name: requests(key, seats, levels, last_day, after_day, after_sort, after_item, row_limit, account_id, office, court, by_office, by_office_when_named, by_name, by_court)
-- What was asked and is late, or whose answer waits for the office; the longest due first.
select w.day, w.sort, w.item, v.*, r.kind, r.addressee, r.fact, r.due_on, r.asked_on
from work_page(:key, :seats, :levels, :last_day, :after_day, :after_sort, :after_item, :row_limit) w
join cases c on c.id = w.case_id join case_lines v on v.id = c.id join requests r on r.id = w.item
where case_visible(c, :account_id, :office, :court, :by_office, :by_office_when_named, :by_name, :by_court)
order by w.day, w.sort, w.item;

-- name: services_failed(key, seats, levels, last_day, after_day, after_sort, after_item, row_limit, account_id, office, court, by_office, by_office_when_named, by_name, by_court)
-- Hearings to come to which somebody is called by an act whose service failed, the next one first.
select w.day, w.sort, w.item, v.*, h.starts_at, k.court, k.name as chamber,
    (select count(distinct s.person)::int from services s
     where s.hearing_id = h.id and s.hearing_sequence = h.sequence and s.state = 'failed'
       and not exists (select from services n where n.hearing_id = h.id and n.hearing_sequence = h.sequence and n.person = s.person
                       and (n.state = 'done' or (n.state <> 'failed' and n.id > s.id)))) as failed
from work_page(:key, :seats, :levels, :last_day, :after_day, :after_sort, :after_item, :row_limit) w
join cases c on c.id = w.case_id join case_lines v on v.id = c.id
join hearings h on h.id = w.item join sittings i on i.id = h.sitting_id join chambers k on k.id = i.chamber_id
where case_visible(c, :account_id, :office, :court, :by_office, :by_office_when_named, :by_name, :by_court)
order by w.day, w.sort, w.item;

-- name: items(key, seats, levels, last_day, after_day, after_sort, after_item, row_limit, account_id, office, court, by_office, by_office_when_named, by_name, by_court)
-- Seized items that wait: for their destruction, their release, or a decision that a judgment did not give; `item` is file and place in its report.
select w.day, w.sort, w.item, v.*, s.id as seizure, s.kind as seizure_kind, s.substance, s.net_weight_kg, s.quantity, s.unit, s.amount_eur,
    s.container_number, d.decision, d.act_on as decided_on, k.custodian, k.custodian_name, k.place as kept_at, k.daily_cost_cents, k.kept_from
from work_page(:key, :seats, :levels, :last_day, :after_day, :after_sort, :after_item, :row_limit) w
join cases c on c.id = w.case_id join case_lines v on v.id = c.id
join case_seizures s on s.case_id = w.case_id and s.ordinal = w.item - w.case_id * 100000
left join lateral (
    select a.decision, a.act_on from seized_item_acts a
    where a.case_id = s.case_id and a.seizure = s.id and a.act = 'decided' and a.struck_at is null order by a.id desc limit 1
) d on true
left join lateral (
    select a.custodian, a.custodian_name, a.place, a.daily_cost_cents, a.kept_from from seized_item_acts a
    where a.case_id = s.case_id and a.seizure = s.id and a.act = 'kept' and a.struck_at is null order by a.id desc limit 1
) k on true
where case_visible(c, :account_id, :office, :court, :by_office, :by_office_when_named, :by_name, :by_court)
order by w.day, w.sort, w.item;

-- name: to_sign(key, seats, levels, last_day, after_day, after_sort, after_item, row_limit, account_id, office, court, by_office, by_office_when_named, by_name, by_court)
-- Documents that wait for a magistrate, the longest waiting first.
select w.day, w.sort, w.item, v.*, d.id as document, d.kind, d.about, d.made_by, a.acted_at as proposed_at, a.acted_by as proposed_by,
    d.outdated_at is not null as outdated
from work_page(:key, :seats, :levels, :last_day, :after_day, :after_sort, :after_item, :row_limit) w
join cases c on c.id = w.case_id join case_lines v on v.id = c.id join documents d on d.id = w.item
join lateral (select p.acted_at, p.acted_by from document_acts p where p.document_id = d.id order by p.id desc limit 1) a on true
where case_visible(c, :account_id, :office, :court, :by_office, :by_office_when_named, :by_name, :by_court)
order by w.day, w.sort, w.item;

-- name: not_taken(key, seats, levels, last_day, after_day, after_sort, after_item, row_limit, account_id, office, court, by_office, by_office_when_named, by_name, by_court)
-- What nobody of one's own office took in charge: the most urgent first, then the oldest.
select w.day, w.sort, w.item, v.*, a.office as of_office, a.urgency, a.cause, a.opened_at,
    array(select e.step from escalations e where e.acknowledgement_id = a.id order by e.id) as told,
    (select coalesce(bool_and(t.state = 'failed'), false) from escalation_tries t
     where t.escalation_id = (select max(e.id) from escalations e where e.acknowledgement_id = a.id)) as last_failed
from work_page(:key, :seats, :levels, :last_day, :after_day, :after_sort, :after_item, :row_limit) w
join cases c on c.id = w.case_id join case_lines v on v.id = c.id join acknowledgements a on a.id = w.item
where case_visible(c, :account_id, :office, :court, :by_office, :by_office_when_named, :by_name, :by_court)
order by w.day, w.sort, w.item;

-- name: untold(key, seats, levels, last_day, after_day, after_sort, after_item, row_limit, account_id, office, court, by_office, by_office_when_named, by_name, by_court)
-- Who has to be told yet, or could not be: before the next hearing first.
select w.day, w.sort, w.item, v.*, t.act, t.role, t.person, t.state, t.reason, t.made_at, h.starts_at, d.state as mail_state,
    k.name as contact_name, k.phone, k.email
from work_page(:key, :seats, :levels, :last_day, :after_day, :after_sort, :after_item, :row_limit) w
join cases c on c.id = w.case_id join case_lines v on v.id = c.id join to_tell t on t.id = w.item
left join hearings h on h.id = t.hearing_id
left join deliveries d on d.id = t.delivery_id
left join case_contacts k on k.id = t.contact_id
where case_visible(c, :account_id, :office, :court, :by_office, :by_office_when_named, :by_name, :by_court)
order by w.day, w.sort, w.item;

-- name: offer(case_number, office)^
-- One of them, by the number of its file.
select c.case_number, c.version, c.holding_office as from_office, o.ground, o.reason, o.pieces,
    coalesce((select jsonb_agg(jsonb_build_object('title', l.title, 'dueOn', l.due_on))
        from unnest(o.limit_titles, o.limits_due_on) as l (title, due_on)), '[]') as time_limits,
    o.answer_due_on, o.offered_at, o.offered_by
from transfer_offers o join cases c on c.id = o.case_id
where c.case_number = :case_number and o.to_office = :office and o.state = 'offered';

-- name: offered(key, seats, levels, last_day, after_day, after_sort, after_item, row_limit)
-- What other offices offer to this one, the first answer due at the top: number, ground and reason; the file opens when it is accepted.
select w.day, w.sort, w.item, c.case_number, c.version, c.holding_office as from_office, o.ground, o.reason, o.pieces,
    coalesce((select jsonb_agg(jsonb_build_object('title', l.title, 'dueOn', l.due_on))
        from unnest(o.limit_titles, o.limits_due_on) as l (title, due_on)), '[]') as time_limits,
    o.answer_due_on, o.offered_at, o.offered_by
from work_page(:key, :seats, :levels, :last_day, :after_day, :after_sort, :after_item, :row_limit) w
join transfer_offers o on o.id = w.item join cases c on c.id = o.case_id
where o.state = 'offered'
order by w.day, w.sort, w.item;

-- name: saved_filters(account_id)
select id, name, address from saved_filters where account_id = :account_id order by lower(name), id;

-- name: save_filter(account_id, name, address, at)!
-- A name that is there already gets the new address.
insert into saved_filters (account_id, name, address, saved_at) values (:account_id, :name, :address, :at)
on conflict (account_id, name) do update set address = excluded.address, saved_at = excluded.saved_at;

-- name: count_filters(account_id)$
select count(*)::int from saved_filters where account_id = :account_id;

-- name: rename_filter(account_id, filter_id, name)$
-- No row when the filter is not there, or another one has that name.
update saved_filters set name = :name
where id = :filter_id and account_id = :account_id
  and not exists (select from saved_filters o where o.account_id = :account_id and o.name = :name and o.id <> :filter_id)
returning id;

-- name: delete_filter(account_id, filter_id)!
delete from saved_filters where id = :filter_id and account_id = :account_id;
