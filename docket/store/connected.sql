-- name: candidates(lookups, case_id, row_limit, account_id, office, court, by_office, by_office_when_named, by_name, by_court)
-- Files that share a key and that the reader may see, the most promising first; those tied already are left out, those dismissed
-- say for which clues. How many files share a key is counted among those that the reader may see, so that nothing else shows.
with looked as (
    select l.at, l.kind, l.key, l.weight, l.starts, l.until, l.ends
    from jsonb_to_recordset(:lookups) as l (at integer, kind text, key text, weight float8, starts date, until date, ends date)
), hits as (
    select l.at, l.weight, k.case_id, k.value, k.first_day, k.last_day, count(*) over (partition by l.at) as spread
    from looked l
    -- `offset 0` keeps the planner to one descent of each index for each key and each file, whatever it guesses of their number.
    cross join lateral (
        select k.case_id, k.value, k.first_day, k.last_day
        from case_keys k
        where k.kind = l.kind and k.key = l.key and k.first_day between l.starts and l.until and k.last_day >= l.ends
          and k.case_id <> :case_id
        offset 0
    ) k
    cross join lateral (
        select c.id from cases c
        where c.id = k.case_id
          and case_visible(c, :account_id, :office, :court, :by_office, :by_office_when_named, :by_name, :by_court)
        offset 0
    ) seen
), best as (
    select h.case_id, sum(h.weight / greatest(1, h.spread / 20.0)) as promise
    from hits h group by h.case_id
    order by promise desc, h.case_id desc limit :row_limit
)
select c.case_number, c.registered_at, c.received_day, c.notice_number, c.origin_service, left(c.summary, 200) as summary,
    c.holding_office, c.status, c.confidentiality,
    (select jsonb_agg(jsonb_build_object('at', h.at, 'value', h.value, 'firstDay', h.first_day, 'lastDay', h.last_day,
        'spread', h.spread) order by h.at, h.value) from hits h where h.case_id = b.case_id) as hits,
    (select l.clues from case_links l
     where l.kind = 'dismissed' and l.ended_at is null
       and ((l.case_id = :case_id and l.other_id = c.id) or (l.case_id = c.id and l.other_id = :case_id))
     order by l.id desc limit 1) as dismissed
from best b
join cases c on c.id = b.case_id
where not exists (select from case_links l where l.case_id = :case_id and l.other_id = c.id and l.kind <> 'dismissed' and l.ended_at is null)
  and not exists (select from case_links l where l.case_id = c.id and l.other_id = :case_id and l.kind <> 'dismissed' and l.ended_at is null)
  and not exists (select from case_relations r where r.case_id = :case_id and r.related_id = c.id)
order by b.promise desc, b.case_id desc;

-- name: joined_into(case_id)
-- The files that were joined to one that was found through the condition, and those joined to them, with when each came into it.
with recursive went as (
    select l.other_id as id, l.made_at from case_links l
    where l.case_id = :case_id and l.kind = 'joined' and l.side = 'lead' and l.ended_at is null
    union
    select l.other_id, greatest(l.made_at, w.made_at) from case_links l join went w on w.id = l.case_id
    where l.kind = 'joined' and l.side = 'lead' and l.ended_at is null
)
select c.id, c.case_number, c.holding_office, w.made_at as joined_at from went w join cases c on c.id = w.id order by w.made_at, c.id;

-- name: without_keys(version, row_limit)
-- Files whose keys are not those of this version, with their reports; a file that was joined into another one has none.
select c.*, p.places, p.offences, p.persons, p.seizures, p.vessels, p.relations
from cases c
join case_parts p on p.case_id = c.id
where c.case_number is not null and c.status <> 'joined'
  and not exists (select from case_keys k where k.case_id = c.id and k.kind = 'keysVersion' and k.key = :version)
order by c.id limit :row_limit;

-- name: replace_keys(case_id, version, keys)!
-- Only while the file is as it was read: whoever changed it since has written its keys.
with unchanged as (
    select c.id from cases c where c.id = :case_id and c.version = :version for no key update
), gone as (
    delete from case_keys k using unchanged u where k.case_id = u.id
)
insert into case_keys (case_id, kind, key, value, first_day, last_day)
select u.id, k.kind, k.key, k.value, k.first_day, k.last_day
from unchanged u, jsonb_populate_recordset(null::case_keys, :keys) k;

-- name: insert_link(case_id, other_id, kind, side, ground, limb, reason, at, by, clues, brought, status_before)!
insert into case_links (case_id, other_id, kind, side, ground, limb, reason, made_at, made_by, clues, brought, status_before)
values (:case_id, :other_id, :kind, :side, :ground, :limb, :reason, :at, :by, :clues, :brought, :status_before);

-- name: end_link(case_id, other_id, kind, reason, at, by)!
update case_links set ended_at = :at, ended_by = :by, end_reason = :reason
where case_id = :case_id and other_id = :other_id and kind = :kind and ended_at is null;

-- name: links(case_id, account_id, office, court, by_office, by_office_when_named, by_name, by_court)
-- The ties of a file that was found through the condition, those that ended too, with files that the reader may see.
select l.kind, l.side, l.ground, l.limb, l.reason, l.made_at, l.made_by, l.clues, l.brought, l.status_before, l.ended_at, l.ended_by,
    l.end_reason, c.id as other_id, c.case_number, c.status, c.confidentiality, c.holding_office, c.scope, left(c.summary, 200) as summary,
    array(select distinct t.court from decision_tracks t
          where t.case_id = c.id and t.decision_seq = c.decision_seq and t.court is not null order by 1) as courts
from case_links l join cases c on c.id = l.other_id
where l.case_id = :case_id
  and case_visible(c, :account_id, :office, :court, :by_office, :by_office_when_named, :by_name, :by_court)
order by l.id;

-- name: set_joined(case_id)!
-- Work goes on in the lead: nothing waits here any more, and others are led to the lead.
with gone as (
    delete from case_keys where case_id = :case_id
)
update cases set status = 'joined', open_track = false where id = :case_id;
