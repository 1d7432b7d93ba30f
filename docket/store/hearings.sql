-- name: chambers(court)
-- Those of a court, or of all; closed ones last.
select id, court, name, kind, weekdays, starts_at, capacity, version, closed_at from chambers
where cast(:court as text) is null or court = :court
order by closed_at is not null, court, name;

-- name: chamber(chamber_id)^
select id, court, name, kind, weekdays, starts_at, capacity, version, closed_at from chambers where id = :chamber_id;

-- name: add_chamber(court, name, kind, weekdays, starts_at, capacity, at, by)$
-- No row when the court has a chamber of that name.
insert into chambers (court, name, kind, weekdays, starts_at, capacity, entered_at, entered_by)
values (:court, :name, :kind, :weekdays, :starts_at, :capacity, :at, :by)
on conflict (court, name) do nothing returning id;

-- name: change_chamber(chamber_id, version, weekdays, starts_at, capacity, closed_at)$
-- No row when somebody else changed it first.
update chambers set weekdays = :weekdays, starts_at = :starts_at, capacity = :capacity, closed_at = :closed_at, version = version + 1
where id = :chamber_id and version = :version returning version;

-- name: sittings(chamber_ids, first, last)
-- Days that are kept or have a hearing, with how many files each has.
select s.chamber_id, s.day, s.starts_at, s.capacity, s.kind,
    (select count(*)::int from hearings h where h.sitting_id = s.id and h.state = 'set') as booked
from sittings s where s.chamber_id = any (cast(:chamber_ids as bigint[])) and s.day between :first and :last order by s.day;

-- name: keep_sitting(chamber_id, day, starts_at, capacity, kind)!
insert into sittings (chamber_id, day, starts_at, capacity, kind) values (:chamber_id, :day, :starts_at, :capacity, :kind)
on conflict (chamber_id, day) do update set starts_at = excluded.starts_at, capacity = excluded.capacity;

-- name: make_sitting(chamber_id, day, starts_at, capacity, kind)!
insert into sittings (chamber_id, day, starts_at, capacity, kind) values (:chamber_id, :day, :starts_at, :capacity, :kind)
on conflict (chamber_id, day) do nothing;

-- name: lock_sitting(chamber_id, day)$
-- Whoever books next waits until this transaction ends.
-- The chamber may not close meanwhile; no row when it did.
select s.id from sittings s join chambers k on k.id = s.chamber_id
where s.chamber_id = :chamber_id and s.day = :day and k.closed_at is null for no key update of s for share of k;

-- name: standing(chamber_id, day, earlier_than, now, account_id, office, court, by_office, by_office_when_named, by_name, by_court)
-- Hearings to come of a chamber, of one day or of all, at any hour or before one; of a case that one does not read no number.
select h.starts_at,
    case when case_visible(c, :account_id, :office, :court, :by_office, :by_office_when_named, :by_name, :by_court) then c.case_number end
        as case_number
from hearings h join sittings s on s.id = h.sitting_id join cases c on c.id = h.case_id
where s.chamber_id = :chamber_id and h.state = 'set' and h.starts_at > :now
  and (cast(:day as date) is null or s.day = :day)
  and (cast(:earlier_than as time) is null or (h.starts_at at time zone 'Europe/Brussels')::time < :earlier_than)
order by h.starts_at, h.id;

-- name: booked(sitting_id)^
-- After the lock: what was committed before it counts.
select s.capacity, (select count(*)::int from hearings h where h.sitting_id = s.id and h.state = 'set') as booked
from sittings s where s.id = :sitting_id;

-- name: set_hearing(case_id, sitting_id, starts_at, summons, served_on, first_lawful_on, overbooked, overbooked_by, uid, reason, at, by, acts)$
insert into hearings (case_id, sitting_id, starts_at, summons, served_on, first_lawful_on, overbooked, overbooked_by, state, sequence,
    uid, reason, set_at, set_by, acts)
values (:case_id, :sitting_id, :starts_at, :summons, :served_on, :first_lawful_on, :overbooked, :overbooked_by, 'set', 0,
    :uid, :reason, :at, :by, :acts)
returning id;

-- name: move_hearing(hearing_id, sitting_id, starts_at, summons, served_on, first_lawful_on, overbooked, overbooked_by, at, by, reason, acts)!
update hearings
set sitting_id = :sitting_id, starts_at = :starts_at, summons = :summons, served_on = :served_on, first_lawful_on = :first_lawful_on,
    overbooked = :overbooked, overbooked_by = :overbooked_by, sequence = sequence + 1, changed_at = :at, changed_by = :by,
    change_reason = :reason, acts = acts || cast(:acts as text[])
where id = :hearing_id;

-- name: cancel_hearing(hearing_id, at, by, reason, acts)!
update hearings
set state = 'cancelled', sequence = sequence + 1, changed_at = :at, changed_by = :by, change_reason = :reason,
    acts = acts || cast(:acts as text[])
where id = :hearing_id;

-- name: of_case(case_id)
-- Every hearing of a case that was found through the condition, the latest day first.
select h.id, k.id as chamber_id, k.court, k.name as chamber, s.kind, h.starts_at, h.summons, h.served_on, h.first_lawful_on, h.overbooked,
    h.state, h.sequence, h.uid, h.reason, h.set_at, h.set_by, h.changed_at, h.changed_by, h.change_reason,
    persons_elsewhere(c.id, c.decision_seq, k.court) as elsewhere
from hearings h join sittings s on s.id = h.sitting_id join chambers k on k.id = s.chamber_id join cases c on c.id = h.case_id
where h.case_id = :case_id order by h.starts_at desc, h.id desc;

-- name: elsewhere(case_id, courts)$
-- Suspects who are before none of these courts.
select coalesce(array_agg(p.id), '{}')
from (
    select e.id from cases c cross join unnest(cast(:courts as text[])) k (court)
    cross join unnest(persons_elsewhere(c.id, c.decision_seq, k.court)) e (id)
    where c.id = :case_id group by e.id having count(*) = cardinality(cast(:courts as text[]))
) p;

-- name: acts(case_id)
-- What was done with an idempotency key in a case that was found through the condition.
select h.id, h.acts from hearings h where h.case_id = :case_id and h.acts <> '{}';

-- name: same_day(case_id, day, first, last, account_id, office, court, by_office, by_office_when_named, by_name, by_court)
-- Hearings of that day with their suspects and contacts: of cases that one reads with their number, of other ordinary ones without; no other.
select h.starts_at, k.court, k.name as chamber, c.id = :case_id as own,
    case when case_visible(c, :account_id, :office, :court, :by_office, :by_office_when_named, :by_name, :by_court) then c.case_number end as case_number,
    array(select jsonb_build_object('ssin', p.ssin, 'familyName', p.family_name, 'givenNames', p.given_names, 'birthDate', p.birth_date)
          from case_persons p where p.case_id = c.id and p.role = 'suspect') as suspects,
    array(select jsonb_build_object('kind', t.kind, 'name', t.name, 'email', t.email)
          from case_contacts t where t.case_id = c.id and t.kind in ('counsel', 'interpreter') and t.corrected_by is null
            and t.from_on <= cast(:day as date) and (t.until_on is null or t.until_on > cast(:day as date))) as contacts
from hearings h join cases c on c.id = h.case_id join sittings s on s.id = h.sitting_id join chambers k on k.id = s.chamber_id
where h.state = 'set' and h.starts_at >= :first and h.starts_at < :last
  and (c.confidentiality = 'ordinary'
       or case_visible(c, :account_id, :office, :court, :by_office, :by_office_when_named, :by_name, :by_court))
order by h.starts_at, h.id;

-- name: roll(chamber_id, day, account_id, office, court, by_office, by_office_when_named, by_name, by_court)
-- The hearings of a sitting in their order; of a case that one does not read only that a place is taken.
select h.starts_at,
    case when seen.visible then c.case_number end as case_number,
    case when seen.visible then c.notice_number end as notice_number,
    case when seen.visible then array(
        select jsonb_build_object('youth', exists (
                select from decision_tracks t where t.case_id = c.id and t.decision_seq = c.decision_seq and t.track = 'youth'
                  and p.id = any (t.persons)),
            'received_on', c.received_day,
            'offences', coalesce((
                select jsonb_agg(jsonb_build_object('committedFrom', o.committed_from, 'committedUntil', o.committed_until,
                    'persons', o.persons) order by o.ordinal)
                from case_offences o where o.case_id = c.id), '[]'),
            'person', jsonb_build_object('id', p.id, 'role', p.role, 'kind', p.kind, 'count', p.count, 'familyName', p.family_name,
                'givenNames', p.given_names, 'birthDate', p.birth_date, 'age', p.age, 'minor', p.minor, 'custody', p.custody),
            'elsewhere', p.id = any (seen.elsewhere))
        from case_persons p where p.case_id = c.id order by p.ordinal) else '{}' end as people,
    case when seen.visible then array(
        select t.name from case_contacts t where t.case_id = c.id and t.kind = 'counsel' and t.corrected_by is null
          and (t.person is null or t.person <> all (seen.elsewhere))
          and t.from_on <= cast(:day as date) and (t.until_on is null or t.until_on > cast(:day as date)) order by t.id)
        else '{}' end as counsel
from hearings h join sittings s on s.id = h.sitting_id join chambers k on k.id = s.chamber_id join cases c on c.id = h.case_id
cross join lateral (
    select case_visible(c, :account_id, :office, :court, :by_office, :by_office_when_named, :by_name, :by_court) as visible,
        persons_elsewhere(c.id, c.decision_seq, k.court) as elsewhere
) seen
where s.chamber_id = :chamber_id and s.day = :day and h.state = 'set'
order by h.starts_at, h.id;

-- name: calendar(chamber_id, mine, since, account_id, office, court, by_office, by_office_when_named, by_name, by_court)
-- Hearings for a calendar, cancelled ones too: of one chamber, of the cases of one account (`mine`), or of all that one reads.
select h.uid, h.sequence, h.state, h.starts_at, coalesce(h.changed_at, h.set_at) as changed_at, c.case_number, c.prosecutor,
    k.court, k.name as chamber, s.kind
from hearings h join cases c on c.id = h.case_id join sittings s on s.id = h.sitting_id join chambers k on k.id = s.chamber_id
where h.starts_at >= :since and (cast(:chamber_id as bigint) is null or k.id = :chamber_id)
  and (not :mine or c.prosecutor = :account_id or c.named @> array[cast(:account_id as bigint)])
  and case_visible(c, :account_id, :office, :court, :by_office, :by_office_when_named, :by_name, :by_court)
order by h.starts_at, h.id
limit 2000;

-- name: make_feed(account_id, chamber_id, token_hash, at)!
-- The address before it, of the same account and chamber, ends with it.
with gone as (
    update calendar_feeds set revoked_at = :at
    where account_id = :account_id and chamber_id is not distinct from cast(:chamber_id as bigint) and revoked_at is null
)
insert into calendar_feeds (account_id, chamber_id, token_hash, made_at) values (:account_id, :chamber_id, :token_hash, :at);

-- name: revoke_feed(account_id, feed_id, at)!
update calendar_feeds set revoked_at = :at where account_id = :account_id and id = :feed_id and revoked_at is null;

-- name: feeds(account_id)
select f.id, f.chamber_id, f.made_at, k.court, k.name as chamber
from calendar_feeds f left join chambers k on k.id = f.chamber_id
where f.account_id = :account_id and f.revoked_at is null order by f.id;

-- name: feed(token_hash)^
-- Nothing once it was revoked or its account was closed.
select f.chamber_id, a.id, a.roles, a.office, a.court
from calendar_feeds f join accounts a on a.id = f.account_id
where f.token_hash = :token_hash and f.revoked_at is null and a.disabled_at is null;
