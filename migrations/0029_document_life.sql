-- migrate:up

set local lock_timeout = '5s';

-- What happened to a document after it was made; a line is never changed. No line: it is a draft.
create table document_acts (
    id          bigint generated always as identity primary key,
    case_id     bigint not null references cases (id),
    document_id bigint not null references documents (id),
    act         text not null check (act in ('remake', 'propose', 'sendBack', 'signOff', 'issue', 'replace', 'withdraw')),
    -- where it stands after the act
    stage       text not null check (stage in ('draft', 'proposed', 'signedOff', 'issued', 'replaced', 'withdrawn')),
    acted_at    timestamptz not null,
    -- function code
    acted_by    text not null,
    -- whose name stands under a sign-off
    account_id  bigint references accounts (id),
    reason      text,
    -- remake: the document that it was made in the place of; replace: the one that came in its place
    other       bigint references documents (id),
    check ((act in ('sendBack', 'withdraw')) = (reason is not null)),
    check ((act in ('remake', 'replace')) = (other is not null)),
    check ((act = 'signOff') = (account_id is not null))
);
create index document_acts_by_document on document_acts (document_id, id);
create index document_acts_by_case on document_acts (case_id, id);

create function document_stage(document bigint) returns text language sql stable as $$
    select coalesce((select a.stage from document_acts a where a.document_id = document order by a.id desc limit 1), 'draft')
$$;

create function document_was_issued(document bigint) returns boolean language sql stable as $$
    select exists (select from document_acts a where a.document_id = document and a.stage = 'issued')
$$;

create function refuse_change() returns trigger language plpgsql as $$
begin
    raise exception '% %: this row is never changed', tg_table_name, old.id using errcode = 'restrict_violation';
end
$$;
create trigger never_changed before update or delete on document_acts for each row execute function refuse_change();

-- What a made document says is never changed: only that a fact under it was corrected may be noted.
create trigger made_never_changed before update on documents for each row
    when (old.state = 'made' and (
        (new.id, new.case_id, new.kind, new.decision_seq, new.case_version, new.made_at, new.made_by, new.state, new.failure,
         new.template_version, new.sha256, new.about, new.typed)
        is distinct from
        (old.id, old.case_id, old.kind, old.decision_seq, old.case_version, old.made_at, old.made_by, old.state, old.failure,
         old.template_version, old.sha256, old.about, old.typed)
        or new.bytes is distinct from old.bytes
        or (old.outdated_at is not null and new.outdated_at is distinct from old.outdated_at)))
    execute function refuse_change();
create trigger made_never_deleted before delete on documents for each row when (old.state = 'made') execute function refuse_change();

-- The bytes of every template that a document was made from, also of those that came with a release.
create table template_versions (
    -- sha256 of the bytes, in hexadecimal digits: template_version of documents
    version text primary key,
    kind    text not null,
    content bytea not null,
    kept_at timestamptz not null,
    check (version = encode(sha256(content), 'hex'))
);
create function refuse_version_change() returns trigger language plpgsql as $$
begin
    raise exception 'template_versions %: a version is never changed', old.version using errcode = 'restrict_violation';
end
$$;
create trigger never_changed before update or delete on template_versions for each row execute function refuse_version_change();

-- What waits of some cases, by the tables that hold it. A new list is a new branch here, and a trigger on its table below.
create or replace function work_rows(ids bigint[]) returns setof work_items
language sql stable as $$
    with file as (
        select c.id, c.confidentiality, c.open_track, c.to_confirm <> '{}' as to_confirm,
            -(c.year * 1000000000::bigint + c.serial) as place,
            array(select s.seat from case_seats(c) s) as seats,
            -- whose file it is: the port prosecutor, and whoever took it in charge for an office that still has it
            array(select c.prosecutor where c.prosecutor is not null
                  union
                  select a.taken_by from acknowledgements a where a.case_id = c.id and a.taken_by is not null and a.ended_at is null) as owners
        from cases c where c.id = any (ids) and c.case_number is not null
    ), untold as (
        select t.id, t.case_id, h.starts_at
        from to_tell t left join hearings h on h.id = t.hearing_id left join deliveries d on d.id = t.delivery_id
        where t.case_id = any (ids) and t.state in ('toTell', 'failed', 'byMail') and (t.delivery_id is null or d.state in ('failed', 'refused'))
    ), running as (
        select l.id, l.case_id, l.says, l.alarm_on,
            extract(epoch from coalesce(l.alarm_at, (l.alarm_on + 1) at time zone 'Europe/Brussels'))::bigint as place
        from case_time_limits l where l.case_id = any (ids) and l.state = 'running'
    ), asked as (
        select r.id, r.case_id, r.due_on, exists (select from request_answers a where a.request_id = r.id and a.state = 'proposed') as answered
        from requests r where r.case_id = any (ids) and r.state = 'asked'
    ), watched as (
        select w.id, w.case_id, w.kind, w.counts_from, w.on_day from case_watches w where w.case_id = any (ids)
    ), item as (
        -- Each reported seizure with what was decided on it last; its number on the lists is that of its file and its place in the report.
        select s.case_id, s.case_id * 100000 + s.ordinal as item, s.kind, d.id as decided, d.decision, d.act_on,
            d.id is null and not exists (
                select from judgment_confiscations k join judgments j on j.id = k.judgment_id
                where k.case_id = s.case_id and k.seizure = s.id and j.corrected_by is null) as undecided,
            exists (select from seized_item_acts o
                    where o.case_id = s.case_id and o.seizure = s.id and o.act = 'carriedOut' and o.struck_at is null and o.id > d.id) as done
        from case_seizures s
        left join lateral (
            select a.id, a.decision, a.act_on from seized_item_acts a
            where a.case_id = s.case_id and a.seizure = s.id and a.act = 'decided' and a.struck_at is null order by a.id desc limit 1
        ) d on true
        where s.case_id = any (ids)
    ), waiting as (
        select 'files' as list, f.id as case_id, date '-infinity' as day, f.place, f.id as item from file f
        union all
        select 'mine:' || o, f.id, date '-infinity', f.place, f.id from file f, unnest(f.owners) o
        union all
        select 'openTracks', f.id, date '-infinity', f.place, f.id from file f where f.open_track
        union all
        select 'toConfirm', f.id, date '-infinity', f.place, f.id from file f where f.to_confirm
        union all
        select 'timeLimits', r.case_id, r.alarm_on, r.place, r.id from running r
        union all
        select 'hearings', h.case_id, (h.starts_at at time zone 'Europe/Brussels')::date, extract(epoch from h.starts_at)::bigint, h.id
        from hearings h where h.case_id = any (ids) and h.state = 'set'
        union all
        select 'notTaken:' || a.office, a.case_id, date '-infinity',
            extract(epoch from a.opened_at)::bigint + case when a.urgency = 'ordinary' then 1000000000000 else 0 end, a.id
        from acknowledgements a where a.case_id = any (ids) and a.taken_at is null and a.ended_at is null
        union all
        select 'untold', u.case_id, coalesce((u.starts_at at time zone 'Europe/Brussels')::date, date 'infinity'), u.id, u.id from untold u
        union all
        select 'requests', q.case_id, q.due_on, q.id, q.id from asked q
        union all
        -- Late from the day after the one on which it was due, unless an answer waits for the office.
        select 'requestsLate', q.case_id, q.due_on + 1, q.id, q.id from asked q where not q.answered
        union all
        select 'requestsAnswered', q.case_id, q.due_on, q.id, q.id from asked q where q.answered
        union all
        -- A document that waits for a magistrate, the longest waiting first.
        select 'toSign', d.case_id, date '-infinity', extract(epoch from l.acted_at)::bigint, d.id
        from documents d
        cross join lateral (select a.stage, a.acted_at from document_acts a where a.document_id = d.id order by a.id desc limit 1) l
        where d.case_id = any (ids) and l.stage = 'proposed'
        union all
        -- A hearing to which somebody is called by an act whose service failed, and was not asked again or done since.
        select 'servicesFailed', h.case_id, (h.starts_at at time zone 'Europe/Brussels')::date, extract(epoch from h.starts_at)::bigint, h.id
        from hearings h
        where h.case_id = any (ids) and h.state = 'set' and exists (
            select from services s
            where s.hearing_id = h.id and s.hearing_sequence = h.sequence and s.state = 'failed'
              and not exists (select from services n where n.hearing_id = h.id and n.hearing_sequence = h.sequence and n.person = s.person
                              and (n.state = 'done' or (n.state <> 'failed' and n.id > s.id))))
        union all
        select w.kind, w.case_id, w.counts_from, coalesce(w.on_day - date '2000-01-01', 0), w.id from watched w
        union all
        -- What a magistrate decided to destroy, until that is done; the oldest decision first.
        select 'itemsToDestroy', i.case_id, i.act_on, i.item, i.item from item i where i.decision = 'destroy' and not i.done
        union all
        -- A container costs money every day until it goes back; one that a magistrate keeps is not waited for.
        select 'containersToRelease', i.case_id, coalesce(i.act_on, date '-infinity'), i.item, i.item
        from item i where i.kind = 'container' and (i.undecided or (i.decision = 'return' and not i.done))
        union all
        -- What neither a magistrate nor a judgment said anything of, once there is a judgment; the first judgment first.
        select 'itemsForgotten', i.case_id, (select min(j.pronounced_on) from judgments j where j.case_id = i.case_id and j.corrected_by is null),
            i.item, i.item
        from item i
        where i.undecided and exists (select from judgments j where j.case_id = i.case_id and j.corrected_by is null)
        union all
        -- A file waits for its own people at once when something in it is open, else on the first day on which a clock of it has to be met, an answer is late,
        -- limitation nears, a hearing lacks its service or its outcome, or a suspect his title.
        select 'forMe:' || o, f.id,
            case when n.at_once then date '-infinity' else n.first_on end, f.place, f.id
        from file f
        cross join lateral (
            select f.open_track or f.to_confirm or exists (select from untold u where u.case_id = f.id)
                    or exists (select from asked q where q.case_id = f.id and q.answered) as at_once,
                least((select min(r.alarm_on) from running r where r.case_id = f.id and r.says <> 'firstDay'),
                      (select min(q.due_on + 1) from asked q where q.case_id = f.id and not q.answered),
                      (select min(w.counts_from) from watched w where w.case_id = f.id and w.kind <> 'reasonableTime')) as first_on
        ) n, unnest(f.owners) o
        where n.at_once or n.first_on is not null
    )
    select w.list, s.seat, f.confidentiality, w.day, w.place, w.item, f.id
    from waiting w join file f on f.id = w.case_id cross join unnest(f.seats) s (seat)
    union all
    -- An offer is open to the office to which it is made, which does not read the case yet.
    select 'offered:' || o.to_office, 'offered:' || o.to_office, 'offered', coalesce(o.answer_due_on, date 'infinity'), o.id, o.id, o.case_id
    from transfer_offers o where o.case_id = any (ids) and o.state = 'offered'
$$;

create trigger work_made after insert on document_acts referencing new table as new_rows for each statement execute function work_changed();

-- migrate:down

drop trigger work_made on document_acts;

-- What waits of some cases, by the tables that hold it. A new list is a new branch here, and a trigger on its table below.
create or replace function work_rows(ids bigint[]) returns setof work_items
language sql stable as $$
    with file as (
        select c.id, c.confidentiality, c.open_track, c.to_confirm <> '{}' as to_confirm,
            -(c.year * 1000000000::bigint + c.serial) as place,
            array(select s.seat from case_seats(c) s) as seats,
            -- whose file it is: the port prosecutor, and whoever took it in charge for an office that still has it
            array(select c.prosecutor where c.prosecutor is not null
                  union
                  select a.taken_by from acknowledgements a where a.case_id = c.id and a.taken_by is not null and a.ended_at is null) as owners
        from cases c where c.id = any (ids) and c.case_number is not null
    ), untold as (
        select t.id, t.case_id, h.starts_at
        from to_tell t left join hearings h on h.id = t.hearing_id left join deliveries d on d.id = t.delivery_id
        where t.case_id = any (ids) and t.state in ('toTell', 'failed', 'byMail') and (t.delivery_id is null or d.state in ('failed', 'refused'))
    ), running as (
        select l.id, l.case_id, l.says, l.alarm_on,
            extract(epoch from coalesce(l.alarm_at, (l.alarm_on + 1) at time zone 'Europe/Brussels'))::bigint as place
        from case_time_limits l where l.case_id = any (ids) and l.state = 'running'
    ), asked as (
        select r.id, r.case_id, r.due_on, exists (select from request_answers a where a.request_id = r.id and a.state = 'proposed') as answered
        from requests r where r.case_id = any (ids) and r.state = 'asked'
    ), watched as (
        select w.id, w.case_id, w.kind, w.counts_from, w.on_day from case_watches w where w.case_id = any (ids)
    ), item as (
        -- Each reported seizure with what was decided on it last; its number on the lists is that of its file and its place in the report.
        select s.case_id, s.case_id * 100000 + s.ordinal as item, s.kind, d.id as decided, d.decision, d.act_on,
            d.id is null and not exists (
                select from judgment_confiscations k join judgments j on j.id = k.judgment_id
                where k.case_id = s.case_id and k.seizure = s.id and j.corrected_by is null) as undecided,
            exists (select from seized_item_acts o
                    where o.case_id = s.case_id and o.seizure = s.id and o.act = 'carriedOut' and o.struck_at is null and o.id > d.id) as done
        from case_seizures s
        left join lateral (
            select a.id, a.decision, a.act_on from seized_item_acts a
            where a.case_id = s.case_id and a.seizure = s.id and a.act = 'decided' and a.struck_at is null order by a.id desc limit 1
        ) d on true
        where s.case_id = any (ids)
    ), waiting as (
        select 'files' as list, f.id as case_id, date '-infinity' as day, f.place, f.id as item from file f
        union all
        select 'mine:' || o, f.id, date '-infinity', f.place, f.id from file f, unnest(f.owners) o
        union all
        select 'openTracks', f.id, date '-infinity', f.place, f.id from file f where f.open_track
        union all
        select 'toConfirm', f.id, date '-infinity', f.place, f.id from file f where f.to_confirm
        union all
        select 'timeLimits', r.case_id, r.alarm_on, r.place, r.id from running r
        union all
        select 'hearings', h.case_id, (h.starts_at at time zone 'Europe/Brussels')::date, extract(epoch from h.starts_at)::bigint, h.id
        from hearings h where h.case_id = any (ids) and h.state = 'set'
        union all
        select 'notTaken:' || a.office, a.case_id, date '-infinity',
            extract(epoch from a.opened_at)::bigint + case when a.urgency = 'ordinary' then 1000000000000 else 0 end, a.id
        from acknowledgements a where a.case_id = any (ids) and a.taken_at is null and a.ended_at is null
        union all
        select 'untold', u.case_id, coalesce((u.starts_at at time zone 'Europe/Brussels')::date, date 'infinity'), u.id, u.id from untold u
        union all
        select 'requests', q.case_id, q.due_on, q.id, q.id from asked q
        union all
        -- Late from the day after the one on which it was due, unless an answer waits for the office.
        select 'requestsLate', q.case_id, q.due_on + 1, q.id, q.id from asked q where not q.answered
        union all
        select 'requestsAnswered', q.case_id, q.due_on, q.id, q.id from asked q where q.answered
        union all
        -- A hearing to which somebody is called by an act whose service failed, and was not asked again or done since.
        select 'servicesFailed', h.case_id, (h.starts_at at time zone 'Europe/Brussels')::date, extract(epoch from h.starts_at)::bigint, h.id
        from hearings h
        where h.case_id = any (ids) and h.state = 'set' and exists (
            select from services s
            where s.hearing_id = h.id and s.hearing_sequence = h.sequence and s.state = 'failed'
              and not exists (select from services n where n.hearing_id = h.id and n.hearing_sequence = h.sequence and n.person = s.person
                              and (n.state = 'done' or (n.state <> 'failed' and n.id > s.id))))
        union all
        select w.kind, w.case_id, w.counts_from, coalesce(w.on_day - date '2000-01-01', 0), w.id from watched w
        union all
        -- What a magistrate decided to destroy, until that is done; the oldest decision first.
        select 'itemsToDestroy', i.case_id, i.act_on, i.item, i.item from item i where i.decision = 'destroy' and not i.done
        union all
        -- A container costs money every day until it goes back; one that a magistrate keeps is not waited for.
        select 'containersToRelease', i.case_id, coalesce(i.act_on, date '-infinity'), i.item, i.item
        from item i where i.kind = 'container' and (i.undecided or (i.decision = 'return' and not i.done))
        union all
        -- What neither a magistrate nor a judgment said anything of, once there is a judgment; the first judgment first.
        select 'itemsForgotten', i.case_id, (select min(j.pronounced_on) from judgments j where j.case_id = i.case_id and j.corrected_by is null),
            i.item, i.item
        from item i
        where i.undecided and exists (select from judgments j where j.case_id = i.case_id and j.corrected_by is null)
        union all
        -- A file waits for its own people at once when something in it is open, else on the first day on which a clock of it has to be met, an answer is late,
        -- limitation nears, a hearing lacks its service or its outcome, or a suspect his title.
        select 'forMe:' || o, f.id,
            case when n.at_once then date '-infinity' else n.first_on end, f.place, f.id
        from file f
        cross join lateral (
            select f.open_track or f.to_confirm or exists (select from untold u where u.case_id = f.id)
                    or exists (select from asked q where q.case_id = f.id and q.answered) as at_once,
                least((select min(r.alarm_on) from running r where r.case_id = f.id and r.says <> 'firstDay'),
                      (select min(q.due_on + 1) from asked q where q.case_id = f.id and not q.answered),
                      (select min(w.counts_from) from watched w where w.case_id = f.id and w.kind <> 'reasonableTime')) as first_on
        ) n, unnest(f.owners) o
        where n.at_once or n.first_on is not null
    )
    select w.list, s.seat, f.confidentiality, w.day, w.place, w.item, f.id
    from waiting w join file f on f.id = w.case_id cross join unnest(f.seats) s (seat)
    union all
    -- An offer is open to the office to which it is made, which does not read the case yet.
    select 'offered:' || o.to_office, 'offered:' || o.to_office, 'offered', coalesce(o.answer_due_on, date 'infinity'), o.id, o.id, o.case_id
    from transfer_offers o where o.case_id = any (ids) and o.state = 'offered'
$$;

select work_refresh(array(select distinct case_id from work_items where list = 'toSign'));

drop table template_versions;
drop function refuse_version_change;
drop trigger made_never_deleted on documents;
drop trigger made_never_changed on documents;
drop function document_was_issued;
drop function document_stage;
drop table document_acts;
drop function refuse_change;
