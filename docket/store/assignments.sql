-- name: lock_draws()$
-- One assignment or commitment at a time: each sees the load that the one before left. Taken before any file is locked.
select pg_advisory_xact_lock(hashtextextended('docket.draws', 0));

-- name: file_to_assign(case_id, office)^
-- The file with its present assignment, locked until the transaction ends.
select c.id, c.case_number, c.registered_at, c.confidentiality, c.named, c.prosecutor,
    coalesce((select max(a.seq) from assignments a where a.case_id = c.id), 0) as last_seq,
    c.status <> 'joined' and not transferred_away(c, :office)
      and exists (select from decision_tracks t
                  where t.case_id = c.id and t.decision_seq = c.decision_seq and t.track = 'ordinary'
                    and t.prosecution_office = :office) as belongs
from cases c where c.id = :case_id for no key update of c;

-- name: forgotten(office, before, entrypoint, most_jobs)
-- Files of an office that nobody was ever drawn for, although a seed could draw them and no job waits to. A file whose jobs failed
-- again and again is left to the head, and one that is older than every secret seed always was.
with jobs as materialized (
    -- Read once: the queue holds what waits and what failed.
    select cast(q.said ->> 'case_id' as bigint) as case_id, count(*) as made, count(*) filter (where q.status in ('queued', 'picked')) as waiting
    from (select status, convert_from(payload, 'UTF8')::jsonb as said from pgqueuer where entrypoint = :entrypoint) q
    where q.said ->> 'type' = 'AssignProsecutor' group by 1
)
select c.id
from cases c left join jobs j on j.case_id = c.id
where c.prosecutor is null and c.status <> 'joined' and coalesce(j.waiting, 0) = 0 and coalesce(j.made, 0) < :most_jobs
  and c.registered_at < :before
  and c.registered_at > (select min(s.committed_at) from draw_seeds s where s.revealed_at is null)
  and not transferred_away(c, :office)
  and not exists (select from assignments a where a.case_id = c.id)
  and exists (select from decision_tracks t join decisions d on d.case_id = t.case_id and d.seq = t.decision_seq
              where t.case_id = c.id and t.decision_seq = c.decision_seq and t.track = 'ordinary' and t.prosecution_office = :office
                and d.decided_at < :before)
order by c.id limit 1000;

-- name: roster(office, day, case_id)
-- Who is on the roster that day, and who stands in for one of them, each with the load of files in his hands.
with on_roster as (
    select distinct m.account_id
    from roster_members m join accounts a on a.id = m.account_id
    where m.office = :office and m.from_day <= :day and (m.until_day is null or m.until_day > :day) and a.disabled_at is null
), away as (
    select distinct on (b.account_id) b.account_id, b.stand_in, b.until_day
    from absences b where b.withdrawn_at is null and b.from_day <= :day and b.until_day > :day
    order by b.account_id, b.id desc
), people as (
    select o.account_id, true as on_roster from on_roster o
    union
    select w.stand_in, false
    from away w join on_roster o on o.account_id = w.account_id join accounts a on a.id = w.stand_in
    where a.disabled_at is null and not exists (select from on_roster r where r.account_id = w.stand_in)
)
select p.account_id, p.on_roster, w.account_id is not null as absent, w.stand_in, w.until_day as absent_until,
    (select count(*) from cases c
     where c.prosecutor = p.account_id and c.status <> 'joined' and c.id <> :case_id
       and not transferred_away(c, :office)
       and exists (select from decision_tracks t
                   where t.case_id = c.id and t.decision_seq = c.decision_seq and t.prosecution_office = :office)) as load,
    (select r.ground from recusals r where r.case_id = :case_id and r.account_id = p.account_id) as recused
from people p left join away w on w.account_id = p.account_id
order by p.account_id;

-- name: ties(case_id)
-- Files that are tied to this one by a ground, as a report or an act says in either direction, with the prosecutor who has them. For
-- a file that was joined into another one its lead counts, where the work goes on; into this one, whoever had it.
with recursive tied as (
    select r.related_id as id from case_relations r
    where r.case_id = :case_id and r.ground in ('sameFacts', 'samePerpetrators', 'priorConcert', 'sameGoods')
    union
    select r.case_id from case_relations r
    where r.related_id = :case_id and r.ground in ('sameFacts', 'samePerpetrators', 'priorConcert', 'sameGoods')
    union
    select case when l.case_id = :case_id then l.other_id else l.case_id end from case_links l
    where :case_id in (l.case_id, l.other_id) and l.ended_at is null
      and (l.kind = 'joined'
           or l.kind = 'related' and (l.limb is not null or l.ground in ('sameFacts', 'samePerpetrators', 'priorConcert', 'sameGoods')))
), followed as (
    select t.id from tied t
    union
    select l.other_id from followed f join case_links l on l.case_id = f.id
    where l.kind = 'joined' and l.side = 'joined' and l.ended_at is null
)
select k.case_number, k.prosecutor
from followed f join cases k on k.id = f.id
where k.id <> :case_id and k.prosecutor is not null
  and (k.status <> 'joined'
       or exists (select from case_links l
                  where l.case_id = k.id and l.other_id = :case_id and l.kind = 'joined' and l.side = 'joined' and l.ended_at is null))
order by 1;

-- name: seed_for(registered_at)^
-- The last seed that was committed before the file was registered and is still secret.
select s.seq, s.commitment, s.draws, x.sealed
from draw_seeds s join draw_secrets x on x.seq = s.seq
where s.committed_at < :registered_at and s.revealed_at is null
order by s.seq desc limit 1;

-- name: insert_assignment(case_id, seq, kind, account_id, snapshot, result, seed_seq, draw_number, reason, assigned_at, assigned_by)!
with given as (
    update cases set prosecutor = :account_id where id = :case_id
), counted as (
    update draw_seeds set draws = :draw_number where seq = :seed_seq
)
insert into assignments (case_id, seq, kind, account_id, snapshot, result, seed_seq, draw_number, reason, assigned_at, assigned_by)
values (:case_id, :seq, :kind, :account_id, :snapshot, :result, :seed_seq, :draw_number, :reason, :assigned_at, :assigned_by);

-- name: present(case_id)^
select a.seq, a.kind, a.account_id from assignments a where a.case_id = :case_id order by a.seq desc limit 1;

-- name: of_case(case_number, account_id, office, court, by_office, by_office_when_named, by_name, by_court)
-- Every assignment of a file, the present one last.
select a.seq, a.kind, a.account_id, a.snapshot, a.result, a.seed_seq, a.draw_number, a.reason, a.assigned_at, a.assigned_by,
    encode(s.commitment, 'hex') as commitment, s.committed_at, s.revealed_at
from cases c join assignments a on a.case_id = c.id left join draw_seeds s on s.seq = a.seed_seq
where c.case_number = :case_number
  and case_visible(c, :account_id, :office, :court, :by_office, :by_office_when_named, :by_name, :by_court)
order by a.seq;

-- name: recusals_of(case_number, account_id, office, court, by_office, by_office_when_named, by_name, by_court)
select r.id, r.account_id, r.ground, r.reason, r.entered_at, r.entered_by
from cases c join recusals r on r.case_id = c.id
where c.case_number = :case_number
  and case_visible(c, :account_id, :office, :court, :by_office, :by_office_when_named, :by_name, :by_court)
order by r.id;

-- name: visible_numbers(case_numbers, account_id, office, court, by_office, by_office_when_named, by_name, by_court)
select c.case_number from cases c
where c.case_number = any (:case_numbers)
  and case_visible(c, :account_id, :office, :court, :by_office, :by_office_when_named, :by_name, :by_court);

-- name: insert_recusal(case_id, account_id, ground, reason, entered_at, entered_by)$
-- No row when he is recused for this file already.
insert into recusals (case_id, account_id, ground, reason, entered_at, entered_by)
values (:case_id, :account_id, :ground, :reason, :entered_at, :entered_by)
on conflict (case_id, account_id) do nothing returning id;

-- name: is_recused(case_id, account_id)$
select exists (select from recusals r where r.case_id = :case_id and r.account_id = :account_id);

-- name: prosecutors(office)
-- Users of an office who may be given a file.
select a.id, a.display_name from accounts a
where a.kind = 'user' and a.disabled_at is null and a.office = :office and 'prosecutor' = any (a.roles)
order by a.display_name, a.id;

-- name: names(account_ids)
select a.id, a.display_name from accounts a where a.id = any (:account_ids);

-- name: members(office, day)
-- The roster as it is kept: who is on it that day or later.
select m.id, m.account_id, m.from_day, m.until_day, m.added_at, m.added_by
from roster_members m
where m.office = :office and (m.until_day is null or m.until_day > :day)
order by m.from_day, m.id;

-- name: overlaps(office, account_id, from_day)$
select exists (
    select from roster_members m
    where m.office = :office and m.account_id = :account_id and (m.until_day is null or m.until_day > :from_day)
);

-- name: add_member(office, account_id, from_day, at, by)$
insert into roster_members (office, account_id, from_day, added_at, added_by)
values (:office, :account_id, :from_day, :at, :by) returning id;

-- name: end_member(office, account_id, until_day, at, by)$
-- No row when he is not on the roster. Who leaves before he began was never on it.
update roster_members m set until_day = greatest(m.from_day, :until_day), ended_at = :at, ended_by = :by
where m.office = :office and m.account_id = :account_id and (m.until_day is null or m.until_day > :until_day)
returning m.id;

-- name: insert_absence(account_id, from_day, until_day, stand_in, at, by)$
insert into absences (account_id, from_day, until_day, stand_in, entered_at, entered_by)
values (:account_id, :from_day, :until_day, :stand_in, :at, :by) returning id;

-- name: withdraw_absence(absence_id, account_id, at, by)$
-- Of this one when an account is named; no row when there is none that still stands.
update absences b set withdrawn_at = :at, withdrawn_by = :by
where b.id = :absence_id and b.withdrawn_at is null and (cast(:account_id as bigint) is null or b.account_id = :account_id)
returning b.id;

-- name: absences(day, office)
-- Those of this day and later.
select b.id, b.account_id, b.from_day, b.until_day, b.stand_in
from absences b join accounts a on a.id = b.account_id
where b.withdrawn_at is null and b.until_day > :day and a.office = :office
order by b.from_day, b.id;

-- name: seeds()
select s.seq, s.commitment, s.committed_at, s.committed_by, s.previous_hash, s.hash, s.draws, s.seed, s.revealed_at, s.revealed_by
from draw_seeds s order by s.seq;

-- name: last_seed()^
select s.seq, s.hash, s.draws, s.revealed_at from draw_seeds s order by s.seq desc limit 1;

-- name: insert_seed(seq, commitment, committed_at, committed_by, previous_hash, hash, sealed)!
with committed as (
    insert into draw_seeds (seq, commitment, committed_at, committed_by, previous_hash, hash)
    values (:seq, :commitment, :committed_at, :committed_by, :previous_hash, :hash) returning seq
)
insert into draw_secrets (seq, sealed) select c.seq, :sealed from committed c;

-- name: secret_of(seq)^
select s.seq, s.commitment, x.sealed from draw_seeds s join draw_secrets x on x.seq = s.seq where s.seq = :seq and s.revealed_at is null;

-- name: waiting_for_seed(seq, office)$
-- Files that were registered in the period of a seed, belong to the office and are in nobody's hands.
select count(*) from cases c
where c.prosecutor is null and c.status <> 'joined' and not transferred_away(c, :office)
  and c.registered_at > (select s.committed_at from draw_seeds s where s.seq = :seq)
  and c.registered_at <= coalesce((select s.committed_at from draw_seeds s where s.seq = :seq + 1), 'infinity')
  and exists (select from decision_tracks t
              where t.case_id = c.id and t.decision_seq = c.decision_seq and t.track = 'ordinary' and t.prosecution_office = :office);

-- name: reveal_seed(seq, seed, at, by)!
with shown as (
    update draw_seeds set seed = :seed, revealed_at = :at, revealed_by = :by where seq = :seq
)
delete from draw_secrets where seq = :seq;

-- name: draws(after_case, after_seq, row_limit)
-- What whoever checks the draws reads, oldest file first: numbers and function codes, no fact of any file and no name.
select c.case_number, c.registered_at, a.case_id, a.seq, a.kind, a.account_id, a.snapshot, a.result, a.seed_seq, a.draw_number,
    a.assigned_at, a.assigned_by, s.commitment, s.committed_at, s.seed, s.revealed_at, s.draws as seed_draws
from assignments a join cases c on c.id = a.case_id left join draw_seeds s on s.seq = a.seed_seq
where (a.case_id, a.seq) > (:after_case, :after_seq)
order by a.case_id, a.seq limit :row_limit;
