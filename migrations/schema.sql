-- The schema that the migrations lead to, drawn by `make schema`; to read, nothing runs it.


CREATE EXTENSION IF NOT EXISTS pg_trgm WITH SCHEMA public;

CREATE TYPE public.pgqueuer_status AS ENUM (
    'queued',
    'picked',
    'successful',
    'exception',
    'canceled',
    'deleted',
    'failed'
);

CREATE TABLE public.cases (
    id bigint NOT NULL,
    case_number text,
    year integer NOT NULL,
    serial integer,
    version integer DEFAULT 1 NOT NULL,
    status text NOT NULL,
    confidentiality text DEFAULT 'ordinary'::text NOT NULL,
    holding_office text NOT NULL,
    registered_by text NOT NULL,
    registered_at timestamp with time zone NOT NULL,
    entered_on date NOT NULL,
    decision_seq integer NOT NULL,
    offices text[] NOT NULL,
    courts text[] DEFAULT '{}'::text[] NOT NULL,
    outcome text NOT NULL,
    scope text NOT NULL,
    port_area text,
    open_track boolean NOT NULL,
    named bigint[] DEFAULT '{}'::bigint[] NOT NULL,
    entry_count integer DEFAULT 1 NOT NULL,
    external_id text,
    received_on text,
    received_day date NOT NULL,
    seised_on text,
    origin_service text NOT NULL,
    origin_unit text,
    investigator_emails text[] DEFAULT '{}'::text[] NOT NULL,
    lead_authority text,
    notice_number text,
    further_notice_numbers text[] DEFAULT '{}'::text[] NOT NULL,
    language text,
    summary text,
    containers text[] DEFAULT '{}'::text[] NOT NULL,
    to_confirm integer[] DEFAULT '{}'::integer[] NOT NULL,
    prosecutor bigint,
    territory text[] DEFAULT '{}'::text[] NOT NULL,
    elsewhere_ground text,
    CONSTRAINT cases_status_check CHECK ((status = ANY (ARRAY['registered'::text, 'investigation'::text, 'miniInstruction'::text, 'judicialInquiry'::text, 'settlementOfProcedure'::text, 'trialCourt'::text, 'judged'::text, 'assizes'::text, 'guiltyPlea'::text, 'dismissed'::text, 'duplicate'::text, 'settlement'::text, 'transferred'::text, 'nonProsecution'::text, 'internment'::text, 'opposition'::text, 'appeal'::text, 'final'::text, 'closed'::text, 'cassation'::text, 'joined'::text])))
);

CREATE FUNCTION public.case_seats(c public.cases) RETURNS TABLE(seat text)
    LANGUAGE sql STABLE
    AS $$
    select 'office:' || o from unnest(c.offices) o
    union select 'court:' || k from unnest(c.courts) k
    union select 'named:' || n from unnest(c.named) n
    union select 'named:' || n || '@' || o from unnest(c.named) n, unnest(c.offices) o
$$;

CREATE FUNCTION public.case_visible(c public.cases, account bigint, office text, court text, by_office text[], by_office_when_named text[], by_name text[], by_court text[]) RETURNS boolean
    LANGUAGE sql STABLE
    AS $$
    select (c.offices @> array[office] and c.confidentiality = any (by_office))
        or (c.offices @> array[office] and c.confidentiality = any (by_office_when_named) and c.named @> array[account])
        or (c.named @> array[account] and c.confidentiality = any (by_name))
        or (c.courts @> array[court] and c.confidentiality = any (by_court))
$$;

CREATE FUNCTION public.courts_of(file bigint, decision integer) RETURNS text[]
    LANGUAGE sql STABLE
    AS $$
    select array(
        select r.court from referrals r where r.case_id = file and r.decision_seq = decision
        union
        select m.brought_before from remedies m where m.case_id = file and m.brought_before is not null and m.withdrawn_on is null
        order by 1)
$$;

CREATE FUNCTION public.digest_of(text) RETURNS bytea
    LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
    AS $_$
    select sha256(convert_to($1, 'UTF8'))
$_$;

CREATE FUNCTION public.document_shown(document bigint, made_by text, office text, court text) RETURNS boolean
    LANGUAGE sql STABLE
    AS $$
    select office <> '' or document_was_issued(document)
        or exists (select from accounts k where k.court = document_shown.court and made_by in ('user:' || k.id, 'client:' || k.id))
$$;

CREATE FUNCTION public.document_stage(document bigint) RETURNS text
    LANGUAGE sql STABLE
    AS $$
    select coalesce((select a.stage from document_acts a where a.document_id = document order by a.id desc limit 1), 'draft')
$$;

CREATE FUNCTION public.document_was_issued(document bigint) RETURNS boolean
    LANGUAGE sql STABLE
    AS $$
    select exists (select from document_acts a where a.document_id = document and a.stage = 'issued')
$$;

CREATE FUNCTION public.fn_pgqueuer_changed() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
DECLARE
    to_emit BOOLEAN := false;  -- Flag to decide whether to emit a notification
BEGIN
    -- Check operation type and set the emit flag accordingly
    IF TG_OP = 'UPDATE' AND OLD IS DISTINCT FROM NEW THEN
        to_emit := true;
    ELSIF TG_OP = 'DELETE' THEN
        to_emit := true;
    ELSIF TG_OP = 'INSERT' THEN
        to_emit := true;
    ELSIF TG_OP = 'TRUNCATE' THEN
        to_emit := true;
    END IF;

    -- Perform notification if the emit flag is set
    IF to_emit THEN
        PERFORM pg_notify(
            'ch_pgqueuer',
            json_build_object(
                'channel', 'ch_pgqueuer',
                'operation', lower(TG_OP),
                'sent_at', NOW(),
                'table', TG_TABLE_NAME,
                'type', 'table_changed_event'
            )::text
        );
    END IF;

    -- Return appropriate value based on the operation
    IF TG_OP IN ('INSERT', 'UPDATE') THEN
        RETURN NEW;
    ELSIF TG_OP = 'DELETE' THEN
        RETURN OLD;
    ELSE
        RETURN NULL; -- For TRUNCATE and other non-row-specific contexts
    END IF;

END;
$$;

CREATE FUNCTION public.persons_elsewhere(file bigint, decision integer, at_court text) RETURNS text[]
    LANGUAGE sql STABLE
    AS $$
    select coalesce(array_agg(distinct p.id order by p.id), '{}')
    from decision_tracks t cross join unnest(t.persons) p (id)
    where t.case_id = file and t.decision_seq = decision and t.court <> at_court
      and exists (select from decision_tracks h where h.case_id = file and h.decision_seq = decision and h.court = at_court)
      and not exists (select from decision_tracks h where h.case_id = file and h.decision_seq = decision
                      and (h.court = at_court or h.court is null) and h.persons @> array[p.id])
$$;

CREATE FUNCTION public.refuse_change() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
begin
    raise exception '% %: this row is never changed', tg_table_name, old.id using errcode = 'restrict_violation';
end
$$;

CREATE FUNCTION public.refuse_chunk_change() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
begin
    if tg_op = 'DELETE' and not exists (
        select from piece_files f
        where f.id = old.file_id
          and (exists (select from pieces p where p.case_id = f.case_id and p.sha256 = f.sha256)
               or exists (select from confidential_pieces p where p.case_id = f.case_id and p.sha256 = f.sha256))
    ) then
        return old;
    end if;
    raise exception '% %/%: these bytes are never changed', tg_table_name, old.file_id, old.seq using errcode = 'restrict_violation';
end
$$;

CREATE FUNCTION public.refuse_file_change() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
begin
    if tg_op = 'UPDATE' and (new.id, new.case_id, new.sha256, new.size, new.bom) is not distinct from (old.id, old.case_id, old.sha256, old.size, old.bom) then
        return new;
    end if;
    if tg_op = 'DELETE' and not exists (select from pieces p where p.case_id = old.case_id and p.sha256 = old.sha256)
        and not exists (select from confidential_pieces p where p.case_id = old.case_id and p.sha256 = old.sha256) then
        return old;
    end if;
    raise exception '% %: a piece names these bytes', tg_table_name, old.id using errcode = 'restrict_violation';
end
$$;

CREATE FUNCTION public.refuse_item_change() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
declare
    striking constant text[] := array['struck_at', 'struck_by', 'struck_reason'];
begin
    if tg_op = 'UPDATE' and old.struck_at is null and to_jsonb(new) - striking = to_jsonb(old) - striking then
        return new;
    end if;
    raise exception '% %: only striking through changes this row, once', tg_table_name, old.id using errcode = 'restrict_violation';
end
$$;

CREATE FUNCTION public.refuse_piece_change() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
declare
    closing constant text[] := array['state', 'moved_to', 'reason', 'closed_at', 'closed_by'];
begin
    if tg_op = 'UPDATE' and old.closed_at is null and to_jsonb(new) - closing = to_jsonb(old) - closing then
        return new;
    end if;
    raise exception '% %: only closing changes this row, once', tg_table_name, old.id using errcode = 'restrict_violation';
end
$$;

CREATE FUNCTION public.refuse_version_change() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
begin
    raise exception 'template_versions %: a version is never changed', old.version using errcode = 'restrict_violation';
end
$$;

CREATE FUNCTION public.responsible_offices(c public.cases, holder_before text) RETURNS text[]
    LANGUAGE sql STABLE
    AS $$
    with named as (
        select distinct t.prosecution_office as office
        from decision_tracks t
        where t.case_id = c.id and t.decision_seq = c.decision_seq and t.prosecution_office is not null
          and t.prosecution_office not in ('eppo', 'foreign') and not transferred_away(c, t.prosecution_office)
          and (t.prosecution_office = c.holding_office or t.prosecution_office <> holder_before)
    ), all_of as (
        select office from named
        union
        select c.holding_office
        where not exists (select from named)
           or exists (select from transfer_offers o where o.case_id = c.id and o.state = 'accepted' and o.to_office = c.holding_office)
           or exists (select from conflicts k where k.case_id = c.id and k.state = 'settled' and k.designated = c.holding_office)
    )
    select case when c.status = 'joined' then '{}' else coalesce(array_agg(office order by office), '{}') end from all_of
$$;

CREATE FUNCTION public.told_of_case(c public.cases, today date) RETURNS TABLE(near text[], away text[], uncovered boolean, heads text[])
    LANGUAGE sql STABLE
    AS $$
    select coalesce(array_agg(distinct told.duty_mail) filter (where told.id is not null), '{}'),
        coalesce(array_agg(distinct own.duty_mail) filter (where gone.id is not null and own.duty_mail is not null), '{}'),
        coalesce(bool_or(own.id = c.prosecutor and gone.id is not null and told.id is null), false),
        array(select u.duty_mail from accounts u
              where u.kind = 'user' and u.disabled_at is null and u.duty_mail is not null and c.confidentiality <> 'sealed'
                and u.office = c.holding_office and u.roles @> array['headOfOffice'] order by u.id)
    from (select c.prosecutor as id union select unnest(c.named)) his
    join accounts own on own.id = his.id and own.kind = 'user' and own.disabled_at is null
    left join lateral (
        select b.id, b.stand_in from absences b
        where b.account_id = own.id and b.withdrawn_at is null and b.from_day <= today and b.until_day > today
        order by b.id desc limit 1
    ) gone on true
    left join accounts told on told.id = case when gone.id is null then own.id else gone.stand_in end
        and told.kind = 'user' and told.disabled_at is null and told.duty_mail is not null
        and (gone.id is null or c.confidentiality <> 'sealed' or told.id = any (c.named))
        and not exists (select from absences b
                        where b.account_id = told.id and b.withdrawn_at is null and b.from_day <= today and b.until_day > today)
$$;

CREATE FUNCTION public.transferred_away(c public.cases, of_office text) RETURNS boolean
    LANGUAGE sql STABLE
    AS $$
    select c.holding_office <> of_office and exists (
        select from docket_entries e
        where e.case_id = c.id and e.kind = 'TransferAccepted' and e.content ->> 'fromOffice' = of_office)
$$;

CREATE FUNCTION public.watch_entered() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
begin
    insert into watch_marks (case_id) select distinct case_id from new_rows;
    return null;
end
$$;

CREATE FUNCTION public.work_case_changed() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
declare
    ids bigint[];
begin
    if tg_op = 'INSERT' then
        select array_agg(id) into ids from new_rows where case_number is not null;
    else
        select array_agg(n.id) into ids
        from new_rows n join old_rows o on o.id = n.id
        where (n.case_number, n.confidentiality, n.offices, n.courts, n.named, n.prosecutor, n.open_track, n.to_confirm = '{}',
               n.status in ('dismissed', 'nonProsecution', 'final', 'closed'))
            is distinct from (o.case_number, o.confidentiality, o.offices, o.courts, o.named, o.prosecutor, o.open_track, o.to_confirm = '{}',
               o.status in ('dismissed', 'nonProsecution', 'final', 'closed'));
    end if;
    if ids is not null then
        perform work_refresh(ids);
    end if;
    return null;
end
$$;

CREATE FUNCTION public.work_changed() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
declare
    ids bigint[];
begin
    if tg_op = 'INSERT' then
        select array_agg(distinct case_id) into ids from new_rows;
    elsif tg_op = 'DELETE' then
        select array_agg(distinct case_id) into ids from old_rows;
    else
        select array_agg(distinct case_id) into ids from (select case_id from new_rows union all select case_id from old_rows) r;
    end if;
    if ids is not null then
        perform work_refresh(ids);
    end if;
    return null;
end
$$;

CREATE FUNCTION public.work_delivery_changed() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
declare
    ids bigint[];
begin
    select array_agg(distinct t.case_id) into ids
    from new_rows n join old_rows o on o.id = n.id join to_tell t on t.case_id = n.case_id and t.delivery_id = n.id
    where (n.state in ('failed', 'refused')) <> (o.state in ('failed', 'refused'));
    if ids is not null then
        perform work_refresh(ids);
    end if;
    return null;
end
$$;

CREATE FUNCTION public.work_fold(of_list text, of_seat text, of_level text) RETURNS void
    LANGUAGE sql
    AS $$
    with several as (
        select k.day from work_counts k where k.list = of_list and k.seat = of_seat and k.level = of_level group by k.day having count(*) > 1
    ), held as (
        select k.id from work_counts k
        where k.list = of_list and k.seat = of_seat and k.level = of_level and k.day in (select day from several)
        order by k.id for update skip locked
    ), gone as (
        delete from work_counts k using held h where k.id = h.id returning k.day, k.change
    )
    insert into work_counts (list, seat, level, day, change)
    select of_list, of_seat, of_level, g.day, sum(g.change) from gone g group by g.day having sum(g.change) <> 0
$$;

CREATE FUNCTION public.work_page(of_list text, seats text[], levels text[], last_day date, after_day date, after_sort bigint, after_item bigint, row_limit integer) RETURNS TABLE(day date, sort bigint, item bigint, case_id bigint)
    LANGUAGE sql STABLE
    AS $$
    select distinct x.day, x.sort, x.item, x.case_id
    from unnest(seats, levels) s (seat, level)
    cross join lateral (
        select w.day, w.sort, w.item, w.case_id from work_items w
        where w.list = of_list and w.seat = s.seat and w.level = s.level and w.day <= last_day
          and (w.day, w.sort, w.item) > (after_day, after_sort, after_item)
        order by w.day, w.sort, w.item limit row_limit
    ) x
    order by 1, 2, 3 limit row_limit
$$;

CREATE FUNCTION public.work_refresh(ids bigint[]) RETURNS void
    LANGUAGE plpgsql
    AS $$
declare
    written bigint;
begin
    with wanted as materialized (
        select * from work_rows(ids)
    ), gone as (
        delete from work_items i
        where i.case_id = any (ids)
          and not exists (select from wanted w where (w.list, w.seat, w.level, w.day, w.sort, w.item) = (i.list, i.seat, i.level, i.day, i.sort, i.item))
        returning i.list, i.seat, i.level, i.day
    ), made as (
        insert into work_items
        select w.* from wanted w
        where not exists (select from work_items i where (w.list, w.seat, w.level, w.day, w.sort, w.item) = (i.list, i.seat, i.level, i.day, i.sort, i.item))
        on conflict do nothing
        returning list, seat, level, day
    ), changed as (
        insert into work_counts (list, seat, level, day, change)
        select d.list, d.seat, d.level, d.day, sum(d.change)
        from (select g.*, -1 as change from gone g union all select m.*, 1 from made m) d
        group by d.list, d.seat, d.level, d.day having sum(d.change) <> 0
        returning id
    )
    select max(id) filter (where id % 64 = 0) into written from changed;
    if written is not null then
        perform work_fold(k.list, k.seat, k.level) from work_counts k where k.id = written;
    end if;
end
$$;

CREATE TABLE public.work_items (
    list text NOT NULL,
    seat text NOT NULL,
    level text NOT NULL,
    day date NOT NULL,
    sort bigint NOT NULL,
    item bigint NOT NULL,
    case_id bigint NOT NULL
);

CREATE FUNCTION public.work_rows(ids bigint[]) RETURNS SETOF public.work_items
    LANGUAGE sql STABLE
    AS $$
    with file as (
        select c.id, c.confidentiality, c.open_track, c.to_confirm <> '{}' as to_confirm,
            -- nothing brings up again by itself what became of its goods
            c.status in ('dismissed', 'nonProsecution', 'final', 'closed') as ended,
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
        -- What neither a magistrate nor a judgment said anything of, once there is a judgment or the file ended without one; those first, then
        -- the first judgment.
        select 'itemsForgotten', i.case_id, coalesce(j.first_on, date '-infinity'), i.item, i.item
        from item i join file f on f.id = i.case_id
        cross join lateral (
            select min(g.pronounced_on) as first_on from judgments g where g.case_id = i.case_id and g.corrected_by is null
        ) j
        where i.undecided and (f.ended or j.first_on is not null)
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

CREATE TABLE public.absences (
    id bigint NOT NULL,
    account_id bigint NOT NULL,
    from_day date NOT NULL,
    until_day date NOT NULL,
    stand_in bigint,
    entered_at timestamp with time zone NOT NULL,
    entered_by text NOT NULL,
    withdrawn_at timestamp with time zone,
    withdrawn_by text,
    CONSTRAINT absences_check CHECK ((until_day > from_day)),
    CONSTRAINT absences_check1 CHECK (((stand_in IS NULL) OR (stand_in <> account_id)))
);

ALTER TABLE public.absences ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME public.absences_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.access_log (
    id bigint NOT NULL,
    at timestamp with time zone NOT NULL,
    account text NOT NULL,
    action text NOT NULL,
    case_number text,
    query text
);

ALTER TABLE public.access_log ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME public.access_log_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.accounts (
    id bigint NOT NULL,
    kind text NOT NULL,
    name text NOT NULL,
    display_name text NOT NULL,
    roles text[] NOT NULL,
    office text,
    court text,
    scopes text[] DEFAULT '{}'::text[] NOT NULL,
    key_prefix text,
    key_hash bytea,
    expires_at timestamp with time zone,
    password_hash text,
    must_change_password boolean DEFAULT false NOT NULL,
    shortcuts boolean DEFAULT true NOT NULL,
    created_at timestamp with time zone NOT NULL,
    disabled_at timestamp with time zone,
    duty_mail text,
    CONSTRAINT accounts_check CHECK (((office IS NULL) OR (court IS NULL))),
    CONSTRAINT accounts_kind_check CHECK ((kind = ANY (ARRAY['user'::text, 'client'::text])))
);

ALTER TABLE public.accounts ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME public.accounts_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.acknowledgements (
    id bigint NOT NULL,
    case_id bigint NOT NULL,
    office text NOT NULL,
    urgency text NOT NULL,
    cause text NOT NULL,
    suspects text[] DEFAULT '{}'::text[] NOT NULL,
    opened_at timestamp with time zone NOT NULL,
    taken_at timestamp with time zone,
    taken_by bigint,
    via text,
    ended_at timestamp with time zone,
    end_cause text,
    request_id bigint,
    taken_on date,
    CONSTRAINT acknowledgements_check CHECK ((((taken_at IS NULL) = (taken_by IS NULL)) AND ((taken_at IS NULL) = (via IS NULL)))),
    CONSTRAINT acknowledgements_check1 CHECK (((ended_at IS NULL) = (end_cause IS NULL))),
    CONSTRAINT acknowledgements_end_cause_check CHECK ((end_cause = ANY (ARRAY['elsewhere'::text, 'joined'::text, 'moreUrgent'::text, 'settled'::text, 'handedOver'::text, 'gone'::text]))),
    CONSTRAINT acknowledgements_taken_on_check CHECK (((taken_on IS NOT NULL) = (NOT (via IS DISTINCT FROM 'import'::text)))),
    CONSTRAINT acknowledgements_urgency_check CHECK ((urgency = ANY (ARRAY['detention'::text, 'ordinary'::text, 'cargoAlert'::text]))),
    CONSTRAINT acknowledgements_via_check CHECK ((via = ANY (ARRAY['page'::text, 'api'::text, 'phoneCard'::text, 'import'::text])))
);

ALTER TABLE public.acknowledgements ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME public.acknowledgements_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.addresses (
    seq bigint NOT NULL,
    seat text NOT NULL,
    address text NOT NULL,
    from_day date NOT NULL,
    reason text NOT NULL,
    kept_at timestamp with time zone NOT NULL,
    kept_by text NOT NULL,
    previous_hash bytea NOT NULL,
    hash bytea NOT NULL,
    CONSTRAINT addresses_address_check CHECK (((length(btrim(address)) >= 1) AND (length(btrim(address)) <= 200))),
    CONSTRAINT addresses_hash_check CHECK ((length(hash) = 32)),
    CONSTRAINT addresses_previous_hash_check CHECK ((length(previous_hash) = 32)),
    CONSTRAINT addresses_reason_check CHECK ((btrim(reason) <> ''::text)),
    CONSTRAINT addresses_seat_check CHECK ((seat <> ''::text))
);

CREATE TABLE public.assignments (
    case_id bigint NOT NULL,
    seq integer NOT NULL,
    kind text NOT NULL,
    account_id bigint,
    snapshot jsonb,
    result jsonb,
    seed_seq integer,
    draw_number integer,
    reason text,
    assigned_at timestamp with time zone NOT NULL,
    assigned_by text NOT NULL,
    CONSTRAINT assignments_check CHECK (((kind = 'none'::text) = (account_id IS NULL))),
    CONSTRAINT assignments_check1 CHECK (((kind = 'override'::text) = (reason IS NOT NULL))),
    CONSTRAINT assignments_check2 CHECK (((kind = 'override'::text) = (snapshot IS NULL))),
    CONSTRAINT assignments_kind_check CHECK ((kind = ANY (ARRAY['draw'::text, 'connexity'::text, 'standIn'::text, 'override'::text, 'none'::text])))
);

CREATE VIEW public.assignment_lines AS
 SELECT case_id,
    seq,
    kind,
    account_id,
    (snapshot)::text AS snapshot,
    (result)::text AS result,
    seed_seq,
    draw_number,
    reason,
    assigned_at,
    assigned_by
   FROM public.assignments;

CREATE TABLE public.bulk_lines (
    run_id bigint NOT NULL,
    ordinal integer NOT NULL,
    case_id bigint NOT NULL,
    about text,
    hearing_id bigint NOT NULL,
    state text NOT NULL,
    document_id bigint,
    reason text,
    missing text[] DEFAULT '{}'::text[] NOT NULL,
    links text[] DEFAULT '{}'::text[] NOT NULL,
    attempts integer DEFAULT 0 NOT NULL,
    CONSTRAINT bulk_lines_check CHECK (((state = 'asked'::text) = (document_id IS NOT NULL))),
    CONSTRAINT bulk_lines_check1 CHECK ((cardinality(missing) = cardinality(links))),
    CONSTRAINT bulk_lines_state_check CHECK ((state = ANY (ARRAY['waiting'::text, 'asked'::text, 'missing'::text, 'refused'::text])))
);

CREATE TABLE public.bulk_runs (
    id bigint NOT NULL,
    account_id bigint NOT NULL,
    kind text NOT NULL,
    chamber_id bigint NOT NULL,
    day date NOT NULL,
    typed text NOT NULL,
    asked_at timestamp with time zone NOT NULL,
    asked_by text NOT NULL
);

ALTER TABLE public.bulk_runs ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME public.bulk_runs_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.calendar_feeds (
    id bigint NOT NULL,
    account_id bigint NOT NULL,
    chamber_id bigint,
    token_hash bytea NOT NULL,
    made_at timestamp with time zone NOT NULL,
    revoked_at timestamp with time zone
);

ALTER TABLE public.calendar_feeds ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME public.calendar_feeds_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.competence_challenges (
    id bigint NOT NULL,
    case_id bigint NOT NULL,
    decision_seq integer NOT NULL,
    track_ordinal integer NOT NULL,
    track text NOT NULL,
    court text NOT NULL,
    raised_by text NOT NULL,
    person text,
    ground text NOT NULL,
    raised_on date NOT NULL,
    before_court text NOT NULL,
    remark text,
    recorded_at timestamp with time zone NOT NULL,
    recorded_by text NOT NULL,
    CONSTRAINT competence_challenges_check CHECK (((raised_by = 'party'::text) = (person IS NOT NULL))),
    CONSTRAINT competence_challenges_raised_by_check CHECK ((raised_by = ANY (ARRAY['party'::text, 'court'::text])))
);

CREATE TABLE public.competence_confirmations (
    id bigint NOT NULL,
    case_id bigint NOT NULL,
    decision_seq integer NOT NULL,
    track_ordinal integer NOT NULL,
    court text NOT NULL,
    kind text NOT NULL,
    ground text,
    article text,
    arrondissement text,
    facts text,
    fact_path text,
    fact_value text,
    reason text,
    after_ruling bigint NOT NULL,
    confirmed_at timestamp with time zone NOT NULL,
    confirmed_by text NOT NULL,
    account_id bigint,
    office text,
    CONSTRAINT competence_confirmations_check CHECK (((kind = 'ground'::text) = ((ground IS NOT NULL) AND (article IS NOT NULL) AND (facts IS NOT NULL)))),
    CONSTRAINT competence_confirmations_check1 CHECK (((kind = 'risk'::text) = ((reason IS NOT NULL) AND (account_id IS NOT NULL)))),
    CONSTRAINT competence_confirmations_kind_check CHECK ((kind = ANY (ARRAY['ground'::text, 'risk'::text])))
);

CREATE TABLE public.competence_rulings (
    id bigint NOT NULL,
    case_id bigint NOT NULL,
    challenge_id bigint NOT NULL,
    ruling text NOT NULL,
    court text NOT NULL,
    ruled_on date NOT NULL,
    ecli text,
    remark text,
    recorded_at timestamp with time zone NOT NULL,
    recorded_by text NOT NULL,
    CONSTRAINT competence_rulings_ruling_check CHECK ((ruling = ANY (ARRAY['upheld'::text, 'rejected'::text, 'declined'::text])))
);

CREATE VIEW public.case_competence AS
 SELECT id AS case_id,
    COALESCE(( SELECT jsonb_agg(jsonb_build_object('decisionSeq', f.decision_seq, 'ordinal', f.track_ordinal, 'court', f.court, 'kind', f.kind, 'ground', f.ground, 'article', f.article, 'arrondissement', f.arrondissement, 'facts', f.facts, 'factPath', f.fact_path, 'factValue', f.fact_value, 'reason', f.reason, 'afterRuling', f.after_ruling, 'confirmedAt', f.confirmed_at, 'confirmedBy', f.confirmed_by, 'accountId', f.account_id, 'office', f.office) ORDER BY f.id) AS jsonb_agg
           FROM public.competence_confirmations f
          WHERE (f.case_id = c.id)), '[]'::jsonb) AS confirmations,
    COALESCE(( SELECT jsonb_agg(jsonb_build_object('id', h.id, 'decisionSeq', h.decision_seq, 'ordinal', h.track_ordinal, 'track', h.track, 'court', h.court, 'raisedBy', h.raised_by, 'person', h.person, 'ground', h.ground, 'raisedOn', h.raised_on, 'beforeCourt', h.before_court, 'remark', h.remark, 'recordedAt', h.recorded_at, 'recordedBy', h.recorded_by, 'rulings', COALESCE(( SELECT jsonb_agg(jsonb_build_object('id', r.id, 'ruling', r.ruling, 'court', r.court, 'ruledOn', r.ruled_on, 'ecli', r.ecli, 'remark', r.remark, 'recordedAt', r.recorded_at, 'recordedBy', r.recorded_by) ORDER BY r.id) AS jsonb_agg
                   FROM public.competence_rulings r
                  WHERE (r.challenge_id = h.id)), '[]'::jsonb)) ORDER BY h.id) AS jsonb_agg
           FROM public.competence_challenges h
          WHERE (h.case_id = c.id)), '[]'::jsonb) AS challenges
   FROM public.cases c;

CREATE TABLE public.case_contacts (
    id bigint NOT NULL,
    case_id bigint NOT NULL,
    kind text NOT NULL,
    person text,
    name text NOT NULL,
    firm text,
    email text,
    phone text,
    language text,
    from_on date NOT NULL,
    until_on date,
    entered_at timestamp with time zone NOT NULL,
    entered_by text NOT NULL,
    ended_at timestamp with time zone,
    ended_by text,
    end_reason text,
    corrected_by bigint,
    CONSTRAINT case_contacts_check CHECK ((until_on >= from_on)),
    CONSTRAINT case_contacts_check1 CHECK (((kind = 'interpreter'::text) = (language IS NOT NULL))),
    CONSTRAINT case_contacts_check2 CHECK (((kind = ANY (ARRAY['expert'::text, 'interpreter'::text])) OR (person IS NOT NULL))),
    CONSTRAINT case_contacts_kind_check CHECK ((kind = ANY (ARRAY['counsel'::text, 'interpreter'::text, 'prison'::text, 'expert'::text])))
);

ALTER TABLE public.case_contacts ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME public.case_contacts_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.case_counters (
    year integer NOT NULL,
    last_serial integer NOT NULL
);

CREATE TABLE public.case_grounds (
    case_id bigint NOT NULL,
    court text NOT NULL,
    ground text NOT NULL,
    only_ground boolean NOT NULL
);

CREATE TABLE public.case_keys (
    case_id bigint NOT NULL,
    kind text NOT NULL,
    key text NOT NULL,
    value text NOT NULL,
    first_day date NOT NULL,
    last_day date NOT NULL
);

CREATE TABLE public.decision_tracks (
    case_id bigint NOT NULL,
    decision_seq integer NOT NULL,
    ordinal integer NOT NULL,
    track text NOT NULL,
    persons text[] NOT NULL,
    prosecution_office text,
    court text,
    open boolean NOT NULL
);

CREATE VIEW public.case_lines AS
 SELECT id,
    year,
    serial,
    case_number,
    version,
    status,
    confidentiality,
    registered_at,
    received_day,
    notice_number,
    origin_service,
    "left"(summary, 200) AS summary,
    outcome,
    scope,
    port_area,
    holding_office,
    ARRAY( SELECT t.prosecution_office
           FROM public.decision_tracks t
          WHERE ((t.case_id = c.id) AND (t.decision_seq = c.decision_seq))
          ORDER BY t.ordinal) AS prosecution_offices,
    ARRAY( SELECT t.court
           FROM public.decision_tracks t
          WHERE ((t.case_id = c.id) AND (t.decision_seq = c.decision_seq))
          ORDER BY t.ordinal) AS courts,
    open_track,
    (cardinality(to_confirm) > 0) AS to_confirm
   FROM public.cases c;

CREATE TABLE public.case_links (
    id bigint NOT NULL,
    case_id bigint NOT NULL,
    other_id bigint NOT NULL,
    kind text NOT NULL,
    side text NOT NULL,
    ground text,
    limb text,
    reason text NOT NULL,
    made_at timestamp with time zone NOT NULL,
    made_by text NOT NULL,
    clues text[] DEFAULT '{}'::text[] NOT NULL,
    brought text,
    status_before text,
    ended_at timestamp with time zone,
    ended_by text,
    end_reason text,
    CONSTRAINT case_links_kind_check CHECK ((kind = ANY (ARRAY['related'::text, 'joined'::text, 'split'::text, 'dismissed'::text]))),
    CONSTRAINT case_links_side_check CHECK ((side = ANY (ARRAY['equal'::text, 'lead'::text, 'joined'::text, 'from'::text, 'off'::text, 'reader'::text]))),
    CONSTRAINT case_links_status_before_check CHECK ((status_before <> 'referred'::text))
);

ALTER TABLE public.case_links ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME public.case_links_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.case_offences (
    case_id bigint NOT NULL,
    ordinal integer NOT NULL,
    id text NOT NULL,
    offence text,
    attempt boolean,
    committed_from text,
    committed_until text,
    place text,
    persons text[],
    port_link text,
    note text
);

CREATE TABLE public.case_outlooks (
    case_id bigint NOT NULL,
    made_at timestamp with time zone NOT NULL,
    again_at timestamp with time zone
);

CREATE TABLE public.case_persons (
    case_id bigint NOT NULL,
    ordinal integer NOT NULL,
    id text NOT NULL,
    role text,
    kind text,
    count integer,
    family_name text,
    given_names text,
    birth_date text,
    age integer,
    minor boolean,
    nationality text,
    ssin text,
    enterprise_number text,
    residence_country text,
    residence_municipality text,
    residence_nis_code text,
    has_residence boolean NOT NULL,
    seat_country text,
    seat_municipality text,
    seat_nis_code text,
    has_seat boolean NOT NULL,
    found_at text,
    occupation text,
    port_worker boolean,
    capacity text,
    custody text,
    arrested_at text,
    handed_over_to text,
    note text
);

CREATE TABLE public.case_places (
    case_id bigint NOT NULL,
    ordinal integer NOT NULL,
    id text NOT NULL,
    role text,
    text text,
    port text,
    quay text,
    dock text,
    terminal text,
    municipality text,
    nis_code text,
    sub_municipality text,
    country text,
    latitude double precision,
    longitude double precision
);

CREATE TABLE public.case_relations (
    case_id bigint NOT NULL,
    ordinal integer NOT NULL,
    case_number text,
    ground text,
    related_id bigint
);

CREATE TABLE public.case_seizures (
    case_id bigint NOT NULL,
    ordinal integer NOT NULL,
    id text NOT NULL,
    kind text,
    substance text,
    net_weight_kg double precision,
    quantity double precision,
    unit text,
    approximate boolean,
    container_number text,
    amount_eur double precision,
    place text,
    note text
);

CREATE TABLE public.case_vessels (
    case_id bigint NOT NULL,
    ordinal integer NOT NULL,
    name text,
    imo_number text
);

CREATE VIEW public.case_parts AS
 SELECT id AS case_id,
    COALESCE(( SELECT jsonb_agg((to_jsonb(p.*) - 'case_id'::text) ORDER BY p.ordinal) AS jsonb_agg
           FROM public.case_places p
          WHERE (p.case_id = c.id)), '[]'::jsonb) AS places,
    COALESCE(( SELECT jsonb_agg((to_jsonb(p.*) - 'case_id'::text) ORDER BY p.ordinal) AS jsonb_agg
           FROM public.case_offences p
          WHERE (p.case_id = c.id)), '[]'::jsonb) AS offences,
    COALESCE(( SELECT jsonb_agg((to_jsonb(p.*) - 'case_id'::text) ORDER BY p.ordinal) AS jsonb_agg
           FROM public.case_persons p
          WHERE (p.case_id = c.id)), '[]'::jsonb) AS persons,
    COALESCE(( SELECT jsonb_agg((to_jsonb(p.*) - 'case_id'::text) ORDER BY p.ordinal) AS jsonb_agg
           FROM public.case_seizures p
          WHERE (p.case_id = c.id)), '[]'::jsonb) AS seizures,
    COALESCE(( SELECT jsonb_agg((to_jsonb(p.*) - 'case_id'::text) ORDER BY p.ordinal) AS jsonb_agg
           FROM public.case_vessels p
          WHERE (p.case_id = c.id)), '[]'::jsonb) AS vessels,
    COALESCE(( SELECT jsonb_agg((to_jsonb(p.*) - 'case_id'::text) ORDER BY p.ordinal) AS jsonb_agg
           FROM public.case_relations p
          WHERE (p.case_id = c.id)), '[]'::jsonb) AS relations
   FROM public.cases c;

CREATE TABLE public.case_positions (
    case_id bigint NOT NULL,
    person text NOT NULL,
    offence text NOT NULL,
    status text NOT NULL,
    CONSTRAINT case_positions_status_check CHECK ((status = ANY (ARRAY['registered'::text, 'investigation'::text, 'miniInstruction'::text, 'judicialInquiry'::text, 'settlementOfProcedure'::text, 'trialCourt'::text, 'judged'::text, 'assizes'::text, 'guiltyPlea'::text, 'dismissed'::text, 'duplicate'::text, 'settlement'::text, 'transferred'::text, 'nonProsecution'::text, 'internment'::text, 'opposition'::text, 'appeal'::text, 'final'::text, 'closed'::text, 'cassation'::text])))
);

CREATE TABLE public.case_search (
    case_id bigint NOT NULL,
    text text NOT NULL
);

CREATE TABLE public.case_time_limits (
    id bigint NOT NULL,
    case_id bigint NOT NULL,
    limit_id text NOT NULL,
    event text NOT NULL,
    starts_on date NOT NULL,
    starts_at timestamp with time zone,
    person text,
    offence text,
    notice text,
    residence text,
    also_on date,
    also_at timestamp with time zone,
    after_id bigint,
    registry text,
    law_digest text NOT NULL,
    says text NOT NULL,
    due_on date NOT NULL,
    due_at timestamp with time zone,
    alarm_on date NOT NULL,
    alarm_at timestamp with time zone,
    stood_from date[] DEFAULT '{}'::date[] NOT NULL,
    stood_until date[] DEFAULT '{}'::date[] NOT NULL,
    suspended_on date,
    ground text,
    extended_to date,
    answer text NOT NULL,
    state text NOT NULL,
    reason text,
    started_at timestamp with time zone NOT NULL,
    started_by text NOT NULL,
    met_on date,
    closed_at timestamp with time zone,
    closed_by text,
    service_id bigint,
    CONSTRAINT case_time_limits_check CHECK ((cardinality(stood_until) = cardinality(stood_from))),
    CONSTRAINT case_time_limits_check1 CHECK (((state = 'suspended'::text) = (suspended_on IS NOT NULL))),
    CONSTRAINT case_time_limits_check2 CHECK (((state = ANY (ARRAY['met'::text, 'struck'::text])) = (closed_at IS NOT NULL))),
    CONSTRAINT case_time_limits_says_check CHECK ((says = ANY (ARRAY['lastDay'::text, 'expires'::text, 'firstDay'::text]))),
    CONSTRAINT case_time_limits_state_check CHECK ((state = ANY (ARRAY['running'::text, 'suspended'::text, 'met'::text, 'struck'::text])))
);

ALTER TABLE public.case_time_limits ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME public.case_time_limits_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.case_watches (
    id bigint NOT NULL,
    case_id bigint NOT NULL,
    kind text NOT NULL,
    person text NOT NULL,
    offence text NOT NULL,
    hearing_id bigint NOT NULL,
    counts_from date NOT NULL,
    on_day date,
    still boolean NOT NULL,
    why text[] DEFAULT '{}'::text[] NOT NULL,
    CONSTRAINT case_watches_kind_check CHECK ((kind = ANY (ARRAY['limitation'::text, 'limitationUntold'::text, 'reasonableTime'::text, 'unheld'::text, 'servicesMissed'::text, 'hearingsPast'::text, 'settlementOverdue'::text, 'actUnserved'::text])))
);

ALTER TABLE public.case_watches ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME public.case_watches_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

ALTER TABLE public.cases ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME public.cases_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.chamber_changes (
    seq bigint NOT NULL,
    chamber_id bigint NOT NULL,
    day date,
    before jsonb,
    after jsonb NOT NULL,
    changed_at timestamp with time zone NOT NULL,
    changed_by text NOT NULL,
    previous_hash bytea NOT NULL,
    hash bytea NOT NULL,
    CONSTRAINT chamber_changes_hash_check CHECK ((length(hash) = 32)),
    CONSTRAINT chamber_changes_previous_hash_check CHECK ((length(previous_hash) = 32))
);

CREATE TABLE public.chambers (
    id bigint NOT NULL,
    court text NOT NULL,
    name text NOT NULL,
    kind text NOT NULL,
    weekdays smallint[] NOT NULL,
    starts_at time without time zone NOT NULL,
    capacity integer NOT NULL,
    version integer DEFAULT 1 NOT NULL,
    entered_at timestamp with time zone NOT NULL,
    entered_by text NOT NULL,
    closed_at timestamp with time zone,
    CONSTRAINT chambers_capacity_check CHECK (((capacity >= 1) AND (capacity <= 500))),
    CONSTRAINT chambers_kind_check CHECK ((kind = ANY (ARRAY['correctional'::text, 'raadkamer'::text, 'appeal'::text, 'youth'::text, 'assizes'::text]))),
    CONSTRAINT chambers_weekdays_check CHECK ((weekdays <@ ARRAY[(1)::smallint, (2)::smallint, (3)::smallint, (4)::smallint, (5)::smallint]))
);

ALTER TABLE public.chambers ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME public.chambers_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

ALTER TABLE public.competence_challenges ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME public.competence_challenges_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

ALTER TABLE public.competence_confirmations ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME public.competence_confirmations_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

ALTER TABLE public.competence_rulings ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME public.competence_rulings_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.confidential_pieces (
    id bigint NOT NULL,
    case_id bigint NOT NULL,
    kind text NOT NULL,
    author text NOT NULL,
    number text,
    notice_number text,
    pages integer,
    dated_on date,
    medium text NOT NULL,
    folder text,
    mark text NOT NULL,
    state text NOT NULL,
    sha256 bytea,
    media_type text,
    size bigint,
    file_name text,
    faults text[] NOT NULL,
    moved_to text,
    moved_from text,
    reason text,
    entered_at timestamp with time zone NOT NULL,
    entered_by text NOT NULL,
    closed_at timestamp with time zone,
    closed_by text,
    CONSTRAINT confidential_pieces_check CHECK (((medium = 'paper'::text) = (sha256 IS NULL))),
    CONSTRAINT confidential_pieces_check1 CHECK (((sha256 IS NULL) = (media_type IS NULL))),
    CONSTRAINT confidential_pieces_check2 CHECK (((sha256 IS NULL) = (size IS NULL))),
    CONSTRAINT confidential_pieces_check3 CHECK (((state = ANY (ARRAY['moved'::text, 'withdrawn'::text])) = (closed_at IS NOT NULL))),
    CONSTRAINT confidential_pieces_check4 CHECK (((state = ANY (ARRAY['moved'::text, 'withdrawn'::text])) = (reason IS NOT NULL))),
    CONSTRAINT confidential_pieces_check5 CHECK (((state = 'moved'::text) = (moved_to IS NOT NULL))),
    CONSTRAINT confidential_pieces_check6 CHECK (((state <> 'quarantined'::text) OR (faults <> '{}'::text[]))),
    CONSTRAINT confidential_pieces_check7 CHECK (((state <> 'attached'::text) OR (faults = '{}'::text[]))),
    CONSTRAINT confidential_pieces_mark_check CHECK ((mark = ANY (ARRAY['none'::text, 'confidential'::text]))),
    CONSTRAINT confidential_pieces_medium_check CHECK ((medium = ANY (ARRAY['file'::text, 'scan'::text, 'paper'::text]))),
    CONSTRAINT confidential_pieces_pages_check CHECK ((pages > 0)),
    CONSTRAINT confidential_pieces_state_check CHECK ((state = ANY (ARRAY['attached'::text, 'quarantined'::text, 'moved'::text, 'withdrawn'::text])))
);

ALTER TABLE public.confidential_pieces ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME public.confidential_pieces_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.conflicts (
    id bigint NOT NULL,
    case_id bigint NOT NULL,
    kind text NOT NULL,
    "between" text NOT NULL,
    seats text[] NOT NULL,
    track_ordinal integer,
    settled_by text NOT NULL,
    settlers text[] NOT NULL,
    article text NOT NULL,
    confidence text NOT NULL,
    ground text,
    reason text NOT NULL,
    offer_id bigint,
    raised_at timestamp with time zone NOT NULL,
    raised_by text NOT NULL,
    state text NOT NULL,
    ruled_on date,
    designated text,
    ecli text,
    outcome_reason text,
    closed_at timestamp with time zone,
    closed_by text,
    CONSTRAINT conflicts_between_check CHECK (("between" = ANY (ARRAY['offices'::text, 'judges'::text]))),
    CONSTRAINT conflicts_kind_check CHECK ((kind = ANY (ARRAY['positive'::text, 'negative'::text]))),
    CONSTRAINT conflicts_seats_check CHECK ((cardinality(seats) = 2)),
    CONSTRAINT conflicts_state_check CHECK ((state = ANY (ARRAY['open'::text, 'settled'::text, 'withdrawn'::text])))
);

ALTER TABLE public.conflicts ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME public.conflicts_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.daily_lines (
    daily_id bigint NOT NULL,
    ordinal integer NOT NULL,
    what text NOT NULL,
    case_id bigint NOT NULL,
    delivery_id bigint,
    said text NOT NULL,
    at timestamp with time zone NOT NULL,
    CONSTRAINT daily_lines_what_check CHECK ((what = ANY (ARRAY['sent'::text, 'changed'::text])))
);

CREATE TABLE public.daily_mails (
    id bigint NOT NULL,
    day date NOT NULL,
    recipient text NOT NULL,
    delivery_id bigint NOT NULL,
    made_at timestamp with time zone NOT NULL
);

ALTER TABLE public.daily_mails ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME public.daily_mails_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.decisions (
    case_id bigint NOT NULL,
    seq integer NOT NULL,
    kind text NOT NULL,
    policy text NOT NULL,
    outcome text NOT NULL,
    scope text NOT NULL,
    port_area text,
    facts jsonb NOT NULL,
    result jsonb NOT NULL,
    law_digest text NOT NULL,
    engine_version text NOT NULL,
    decided_at timestamp with time zone NOT NULL,
    decided_by text NOT NULL,
    reason text,
    row_hash bytea NOT NULL,
    compared jsonb GENERATED ALWAYS AS ((result - '{steps,warnings,candidates}'::text[])) STORED NOT NULL,
    CONSTRAINT decisions_kind_check CHECK ((kind = ANY (ARRAY['routed'::text, 'settled'::text, 'overridden'::text])))
);

CREATE TABLE public.deliveries (
    id bigint NOT NULL,
    case_id bigint,
    mail text NOT NULL,
    recipient text NOT NULL,
    state text NOT NULL,
    subject text NOT NULL,
    body_text text NOT NULL,
    body_html text NOT NULL,
    message_id text NOT NULL,
    written_at timestamp with time zone NOT NULL,
    attempts integer DEFAULT 0 NOT NULL,
    last_attempt_at timestamp with time zone,
    sent_at timestamp with time zone,
    server_reply text,
    maybe_twice boolean DEFAULT false NOT NULL,
    outdated_at timestamp with time zone,
    decision_seq integer,
    request_id bigint,
    recipient_key text,
    CONSTRAINT deliveries_state_check CHECK ((state = ANY (ARRAY['held'::text, 'queued'::text, 'sending'::text, 'sent'::text, 'retrying'::text, 'failed'::text, 'refused'::text, 'digest'::text])))
);

ALTER TABLE public.deliveries ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME public.deliveries_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.delivery_events (
    id bigint NOT NULL,
    delivery_id bigint NOT NULL,
    at timestamp with time zone NOT NULL,
    what text NOT NULL,
    reply text,
    by text,
    CONSTRAINT delivery_events_what_check CHECK ((what = ANY (ARRAY['attempt'::text, 'sent'::text, 'retrying'::text, 'failed'::text, 'resent'::text, 'bounced'::text, 'delayed'::text, 'answered'::text])))
);

ALTER TABLE public.delivery_events ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME public.delivery_events_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.docket_entries (
    case_id bigint NOT NULL,
    seq integer NOT NULL,
    kind text NOT NULL,
    entered_at timestamp with time zone NOT NULL,
    entered_by text NOT NULL,
    content jsonb,
    salt bytea,
    erased_at timestamp with time zone,
    content_hash bytea NOT NULL,
    state_hash bytea NOT NULL,
    state_parts jsonb NOT NULL,
    made jsonb DEFAULT '{}'::jsonb NOT NULL,
    previous_hash bytea NOT NULL,
    hash bytea NOT NULL
);

CREATE TABLE public.document_acts (
    id bigint NOT NULL,
    case_id bigint NOT NULL,
    document_id bigint NOT NULL,
    act text NOT NULL,
    stage text NOT NULL,
    acted_at timestamp with time zone NOT NULL,
    acted_by text NOT NULL,
    account_id bigint,
    reason text,
    other bigint,
    CONSTRAINT document_acts_act_check CHECK ((act = ANY (ARRAY['remake'::text, 'propose'::text, 'sendBack'::text, 'signOff'::text, 'issue'::text, 'replace'::text, 'withdraw'::text]))),
    CONSTRAINT document_acts_check CHECK (((act = ANY (ARRAY['sendBack'::text, 'withdraw'::text])) = (reason IS NOT NULL))),
    CONSTRAINT document_acts_check1 CHECK (((act = ANY (ARRAY['remake'::text, 'replace'::text])) = (other IS NOT NULL))),
    CONSTRAINT document_acts_check2 CHECK (((act = 'signOff'::text) = (account_id IS NOT NULL))),
    CONSTRAINT document_acts_stage_check CHECK ((stage = ANY (ARRAY['draft'::text, 'proposed'::text, 'signedOff'::text, 'issued'::text, 'replaced'::text, 'withdrawn'::text])))
);

ALTER TABLE public.document_acts ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME public.document_acts_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.documents (
    id bigint NOT NULL,
    case_id bigint NOT NULL,
    kind text NOT NULL,
    decision_seq integer NOT NULL,
    case_version integer NOT NULL,
    made_at timestamp with time zone NOT NULL,
    made_by text NOT NULL,
    state text NOT NULL,
    failure text,
    template_version text,
    sha256 bytea,
    bytes bytea,
    outdated_at timestamp with time zone,
    about text,
    typed text,
    CONSTRAINT documents_state_check CHECK ((state = ANY (ARRAY['asked'::text, 'made'::text, 'failed'::text])))
);

CREATE VIEW public.document_lines AS
 SELECT id,
    case_id,
    kind,
    decision_seq,
    case_version,
    made_at,
    made_by,
    state,
    failure,
    template_version,
    sha256,
    outdated_at,
    about,
    typed
   FROM public.documents;

ALTER TABLE public.documents ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME public.documents_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.drafts (
    id text NOT NULL,
    account_id bigint NOT NULL,
    case_number text,
    purpose text NOT NULL,
    content jsonb NOT NULL,
    case_version integer,
    saved_at timestamp with time zone NOT NULL,
    version integer DEFAULT 1 NOT NULL,
    CONSTRAINT drafts_purpose_check CHECK ((purpose = ANY (ARRAY['register'::text, 'amend'::text, 'report'::text])))
);

CREATE TABLE public.draw_secrets (
    seq integer NOT NULL,
    sealed bytea NOT NULL
);

CREATE TABLE public.draw_seeds (
    seq integer NOT NULL,
    commitment bytea NOT NULL,
    committed_at timestamp with time zone NOT NULL,
    committed_by text NOT NULL,
    previous_hash bytea NOT NULL,
    hash bytea NOT NULL,
    draws integer DEFAULT 0 NOT NULL,
    seed bytea,
    revealed_at timestamp with time zone,
    revealed_by text,
    CONSTRAINT draw_seeds_check CHECK (((seed IS NULL) = (revealed_at IS NULL)))
);

CREATE TABLE public.duty_roster (
    id bigint NOT NULL,
    office text NOT NULL,
    role text NOT NULL,
    account_id bigint NOT NULL,
    from_at timestamp with time zone NOT NULL,
    until_at timestamp with time zone NOT NULL,
    entered_at timestamp with time zone NOT NULL,
    entered_by text NOT NULL,
    withdrawn_at timestamp with time zone,
    withdrawn_by text,
    CONSTRAINT duty_roster_check CHECK ((until_at > from_at)),
    CONSTRAINT duty_roster_role_check CHECK ((role = ANY (ARRAY['clerk'::text, 'prosecutor'::text])))
);

ALTER TABLE public.duty_roster ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME public.duty_roster_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.enactment_effects (
    seq integer NOT NULL,
    simulation_id bigint NOT NULL,
    files integer NOT NULL,
    moved integer NOT NULL,
    since_simulation integer NOT NULL,
    totals jsonb NOT NULL
);

CREATE TABLE public.enactment_proposals (
    id bigint NOT NULL,
    simulation_id bigint NOT NULL,
    in_force_from date NOT NULL,
    reason text NOT NULL,
    proposed_by text NOT NULL,
    proposed_account bigint NOT NULL,
    proposed_at timestamp with time zone NOT NULL,
    confirmed_by text,
    confirmed_account bigint,
    confirmed_at timestamp with time zone,
    state text NOT NULL,
    failure text,
    closed_at timestamp with time zone,
    CONSTRAINT enactment_proposals_check CHECK (((confirmed_account IS NULL) OR (confirmed_account <> proposed_account))),
    CONSTRAINT enactment_proposals_state_check CHECK ((state = ANY (ARRAY['proposed'::text, 'confirmed'::text, 'enacted'::text, 'refused'::text, 'withdrawn'::text])))
);

ALTER TABLE public.enactment_proposals ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME public.enactment_proposals_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.enactments (
    seq integer NOT NULL,
    digest text NOT NULL,
    previous_digest text,
    in_force_from date NOT NULL,
    reason text NOT NULL,
    first_magistrate text,
    second_magistrate text,
    enacted_at timestamp with time zone NOT NULL,
    enacted_by text NOT NULL,
    simulation text,
    previous_hash bytea NOT NULL,
    hash bytea NOT NULL,
    CONSTRAINT enactments_check CHECK (((seq = 1) = (previous_digest IS NULL))),
    CONSTRAINT enactments_check1 CHECK (
CASE
    WHEN (seq = 1) THEN (COALESCE(first_magistrate, second_magistrate) IS NULL)
    ELSE COALESCE((first_magistrate <> second_magistrate), false)
END)
);

CREATE TABLE public.escalation_tries (
    id bigint NOT NULL,
    escalation_id bigint NOT NULL,
    round integer DEFAULT 1 NOT NULL,
    ordinal integer NOT NULL,
    channel text NOT NULL,
    account_id bigint,
    recipient text,
    message_id text NOT NULL,
    state text DEFAULT 'waiting'::text NOT NULL,
    attempts integer DEFAULT 0 NOT NULL,
    tried_at timestamp with time zone,
    accepted_at timestamp with time zone,
    answer text,
    CONSTRAINT escalation_tries_channel_check CHECK ((channel = ANY (ARRAY['webhook'::text, 'mail'::text]))),
    CONSTRAINT escalation_tries_check CHECK (((state = 'accepted'::text) = (accepted_at IS NOT NULL))),
    CONSTRAINT escalation_tries_state_check CHECK ((state = ANY (ARRAY['waiting'::text, 'sending'::text, 'accepted'::text, 'failed'::text, 'needless'::text])))
);

ALTER TABLE public.escalation_tries ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME public.escalation_tries_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.escalations (
    id bigint NOT NULL,
    case_id bigint NOT NULL,
    acknowledgement_id bigint NOT NULL,
    step text NOT NULL,
    due_at timestamp with time zone NOT NULL,
    made_at timestamp with time zone NOT NULL,
    accounts bigint[] NOT NULL,
    fell_to text,
    CONSTRAINT escalations_fell_to_check CHECK ((fell_to = ANY (ARRAY['head'::text, 'named'::text, 'nobody'::text]))),
    CONSTRAINT escalations_step_check CHECK ((step = ANY (ARRAY['clerk'::text, 'prosecutor'::text, 'head'::text])))
);

ALTER TABLE public.escalations ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME public.escalations_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.extracts (
    id bigint NOT NULL,
    case_id bigint NOT NULL,
    judgment_id bigint NOT NULL,
    kind text NOT NULL,
    person text,
    after text NOT NULL,
    time_limit_id bigint,
    state text NOT NULL,
    sent_on date,
    reason text,
    closed_at timestamp with time zone,
    closed_by text,
    CONSTRAINT extracts_after_check CHECK ((after = ANY (ARRAY['pronouncement'::text, 'final'::text]))),
    CONSTRAINT extracts_check CHECK (((state = 'sent'::text) = (sent_on IS NOT NULL))),
    CONSTRAINT extracts_check1 CHECK (((state <> 'notNeeded'::text) OR (reason IS NOT NULL))),
    CONSTRAINT extracts_check2 CHECK (((state = 'toSend'::text) = (closed_at IS NULL))),
    CONSTRAINT extracts_state_check CHECK ((state = ANY (ARRAY['toSend'::text, 'sent'::text, 'notNeeded'::text])))
);

ALTER TABLE public.extracts ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME public.extracts_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.head_cases (
    head_seq integer NOT NULL,
    case_number text NOT NULL,
    entry_count integer NOT NULL,
    last_hash bytea NOT NULL
);

CREATE TABLE public.heads (
    seq integer NOT NULL,
    made_at timestamp with time zone NOT NULL,
    case_count bigint NOT NULL,
    entry_count bigint NOT NULL,
    cases_digest bytea NOT NULL,
    digest bytea NOT NULL,
    previous_digest bytea NOT NULL,
    key_id text NOT NULL,
    signature bytea NOT NULL,
    enactments_digest bytea,
    seeds_digest bytea,
    chambers_digest bytea,
    templates_digest bytea,
    addresses_digest bytea
);

CREATE TABLE public.hearings (
    id bigint NOT NULL,
    case_id bigint NOT NULL,
    sitting_id bigint NOT NULL,
    starts_at timestamp with time zone NOT NULL,
    summons text,
    served_on date,
    first_lawful_on date,
    overbooked text,
    overbooked_by text,
    state text NOT NULL,
    sequence integer NOT NULL,
    uid text NOT NULL,
    reason text NOT NULL,
    set_at timestamp with time zone NOT NULL,
    set_by text NOT NULL,
    changed_at timestamp with time zone,
    changed_by text,
    change_reason text,
    acts text[] DEFAULT '{}'::text[] NOT NULL,
    CONSTRAINT hearings_state_check CHECK ((state = ANY (ARRAY['set'::text, 'cancelled'::text])))
);

ALTER TABLE public.hearings ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME public.hearings_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.judgment_clocks (
    id bigint NOT NULL,
    case_id bigint NOT NULL,
    judgment_id bigint NOT NULL,
    role text NOT NULL,
    person text NOT NULL,
    about text DEFAULT ''::text NOT NULL,
    remedy text NOT NULL,
    limit_id text NOT NULL,
    event text NOT NULL,
    time_limit_id bigint,
    waived_on date,
    waived_reason text,
    CONSTRAINT judgment_clocks_check CHECK (((waived_on IS NULL) = (waived_reason IS NULL))),
    CONSTRAINT judgment_clocks_remedy_check CHECK ((remedy = ANY (ARRAY['opposition'::text, 'appeal'::text, 'cassation'::text]))),
    CONSTRAINT judgment_clocks_role_check CHECK ((role = ANY (ARRAY['suspect'::text, 'civilParty'::text, 'prosecution'::text])))
);

ALTER TABLE public.judgment_clocks ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME public.judgment_clocks_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.judgment_confiscations (
    id bigint NOT NULL,
    case_id bigint NOT NULL,
    judgment_id bigint NOT NULL,
    person text NOT NULL,
    what text NOT NULL,
    euro_cents bigint,
    seizure text,
    CONSTRAINT judgment_confiscations_euro_cents_check CHECK ((euro_cents > 0))
);

ALTER TABLE public.judgment_confiscations ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME public.judgment_confiscations_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.judgment_outcomes (
    case_id bigint NOT NULL,
    judgment_id bigint NOT NULL,
    person text NOT NULL,
    offence text NOT NULL,
    stage text NOT NULL,
    outcome text NOT NULL,
    final_on date,
    CONSTRAINT judgment_outcomes_stage_check CHECK ((stage = ANY (ARRAY['firstInstance'::text, 'afterOpposition'::text, 'plea'::text, 'appeal'::text, 'assizes'::text, 'cassation'::text])))
);

CREATE TABLE public.judgment_parties (
    case_id bigint NOT NULL,
    judgment_id bigint NOT NULL,
    role text NOT NULL,
    person text NOT NULL,
    manner text NOT NULL,
    CONSTRAINT judgment_parties_manner_check CHECK ((manner = ANY (ARRAY['adversary'::text, 'deemedAdversary'::text, 'default'::text]))),
    CONSTRAINT judgment_parties_role_check CHECK ((role = ANY (ARRAY['suspect'::text, 'civilParty'::text, 'prosecution'::text])))
);

CREATE TABLE public.judgment_penalties (
    id bigint NOT NULL,
    case_id bigint NOT NULL,
    judgment_id bigint NOT NULL,
    person text NOT NULL,
    kind text NOT NULL,
    length integer,
    unit text NOT NULL,
    euro_cents bigint,
    deferred text NOT NULL,
    note text,
    CONSTRAINT judgment_penalties_check CHECK (((unit = 'euro'::text) = (euro_cents IS NOT NULL))),
    CONSTRAINT judgment_penalties_check1 CHECK (((unit = 'euro'::text) = (length IS NULL))),
    CONSTRAINT judgment_penalties_deferred_check CHECK ((deferred = ANY (ARRAY['no'::text, 'part'::text, 'whole'::text]))),
    CONSTRAINT judgment_penalties_euro_cents_check CHECK ((euro_cents > 0)),
    CONSTRAINT judgment_penalties_length_check CHECK ((length > 0)),
    CONSTRAINT judgment_penalties_unit_check CHECK ((unit = ANY (ARRAY['hour'::text, 'day'::text, 'month'::text, 'year'::text, 'euro'::text])))
);

ALTER TABLE public.judgment_penalties ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME public.judgment_penalties_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.judgments (
    id bigint NOT NULL,
    case_id bigint NOT NULL,
    court text NOT NULL,
    pronounced_on date NOT NULL,
    ecli text,
    number text,
    remark text,
    corrects bigint,
    corrected_by bigint,
    reason text,
    registry text,
    entered_at timestamp with time zone NOT NULL,
    entered_by text NOT NULL,
    CONSTRAINT judgments_check CHECK (((corrects IS NULL) = (reason IS NULL)))
);

ALTER TABLE public.judgments ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME public.judgments_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.keyed_acts (
    sender text NOT NULL,
    key_digest bytea NOT NULL,
    act_digest bytea NOT NULL,
    case_number text NOT NULL,
    done_at timestamp with time zone NOT NULL,
    status smallint,
    headers text[] DEFAULT '{}'::text[] NOT NULL,
    body bytea,
    CONSTRAINT keyed_acts_act_digest_check CHECK ((octet_length(act_digest) = 32)),
    CONSTRAINT keyed_acts_check CHECK (((status IS NULL) = (body IS NULL))),
    CONSTRAINT keyed_acts_key_digest_check CHECK ((octet_length(key_digest) = 32))
);

CREATE TABLE public.law_in_force (
    only_row boolean DEFAULT true NOT NULL,
    seq integer NOT NULL,
    digest text NOT NULL,
    CONSTRAINT law_in_force_only_row_check CHECK (only_row)
);

CREATE TABLE public.law_pack_files (
    digest text NOT NULL,
    name text NOT NULL,
    sha256 bytea NOT NULL,
    content bytea NOT NULL
);

CREATE TABLE public.law_packs (
    digest text NOT NULL,
    stored_at timestamp with time zone NOT NULL,
    stored_by text NOT NULL
);

CREATE TABLE public.limit_reminders (
    id bigint NOT NULL,
    time_limit_id bigint NOT NULL,
    alarm_on date NOT NULL,
    days integer NOT NULL,
    made_at timestamp with time zone NOT NULL
);

ALTER TABLE public.limit_reminders ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME public.limit_reminders_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.limitation_reminders (
    id bigint NOT NULL,
    case_id bigint NOT NULL,
    on_day date NOT NULL,
    days integer NOT NULL,
    made_at timestamp with time zone NOT NULL
);

ALTER TABLE public.limitation_reminders ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME public.limitation_reminders_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.link_attempts (
    address text NOT NULL,
    token_hash bytea NOT NULL,
    attempted_at timestamp with time zone NOT NULL
);

CREATE TABLE public.mail_days (
    day date NOT NULL,
    made_at timestamp with time zone NOT NULL
);

CREATE TABLE public.mail_tasks (
    id bigint NOT NULL,
    delivery_id bigint,
    case_id bigint,
    kind text NOT NULL,
    incoming_id text NOT NULL,
    from_domain text NOT NULL,
    status text,
    diagnostic text,
    received_at timestamp with time zone NOT NULL,
    state text NOT NULL,
    closed_at timestamp with time zone,
    closed_by text,
    reason text,
    CONSTRAINT mail_tasks_check CHECK (((state = 'closed'::text) = (closed_at IS NOT NULL))),
    CONSTRAINT mail_tasks_check1 CHECK (((state = 'open'::text) OR ((closed_by IS NOT NULL) AND (reason IS NOT NULL)))),
    CONSTRAINT mail_tasks_kind_check CHECK ((kind = ANY (ARRAY['bounce'::text, 'autoReply'::text, 'answer'::text]))),
    CONSTRAINT mail_tasks_state_check CHECK ((state = ANY (ARRAY['open'::text, 'closed'::text])))
);

ALTER TABLE public.mail_tasks ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME public.mail_tasks_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.office_templates (
    id bigint NOT NULL,
    office text NOT NULL,
    kind text NOT NULL,
    version text NOT NULL,
    remark text NOT NULL,
    uploaded_at timestamp with time zone NOT NULL,
    uploaded_by text NOT NULL
);

ALTER TABLE public.office_templates ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME public.office_templates_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.pdf_converter (
    one boolean DEFAULT true NOT NULL,
    looked_at timestamp with time zone NOT NULL,
    absent text,
    alone boolean NOT NULL,
    CONSTRAINT pdf_converter_one_check CHECK (one)
);

CREATE TABLE public.pdfs (
    id bigint NOT NULL,
    case_id bigint NOT NULL,
    document_id bigint,
    bundle integer,
    parts text[],
    state text NOT NULL,
    failure text,
    asked_at timestamp with time zone NOT NULL,
    asked_by text NOT NULL,
    made_at timestamp with time zone,
    pages integer,
    bytes bytea,
    sha256 bytea,
    picture bytea,
    picture_sha256 bytea,
    sealed_by text,
    alone boolean,
    CONSTRAINT pdfs_check CHECK (((document_id IS NULL) = (bundle IS NOT NULL))),
    CONSTRAINT pdfs_check1 CHECK (((bundle IS NULL) = (parts IS NULL))),
    CONSTRAINT pdfs_check2 CHECK (((state = 'made'::text) = (bytes IS NOT NULL))),
    CONSTRAINT pdfs_state_check CHECK ((state = ANY (ARRAY['asked'::text, 'made'::text, 'failed'::text])))
);

CREATE VIEW public.pdf_lines AS
 SELECT id,
    case_id,
    document_id,
    bundle,
    parts,
    state,
    failure,
    asked_at,
    asked_by,
    made_at,
    pages,
    sha256,
    picture_sha256,
    sealed_by,
    alone
   FROM public.pdfs;

CREATE TABLE public.pdf_work (
    pdf_id bigint NOT NULL,
    attempts integer NOT NULL,
    done integer NOT NULL,
    leased_until timestamp with time zone
);

ALTER TABLE public.pdfs ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME public.pdfs_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.pgqueuer (
    id bigint NOT NULL,
    priority integer NOT NULL,
    queue_manager_id uuid,
    created timestamp with time zone DEFAULT now() NOT NULL,
    updated timestamp with time zone DEFAULT now() NOT NULL,
    heartbeat timestamp with time zone DEFAULT now() NOT NULL,
    execute_after timestamp with time zone DEFAULT now() NOT NULL,
    status public.pgqueuer_status NOT NULL,
    entrypoint text NOT NULL,
    dedupe_key text,
    payload bytea,
    headers jsonb,
    attempts integer DEFAULT 0 NOT NULL,
    slot bigint
);

CREATE SEQUENCE public.pgqueuer_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1;

ALTER SEQUENCE public.pgqueuer_id_seq OWNED BY public.pgqueuer.id;

CREATE TABLE public.pgqueuer_log (
    id bigint NOT NULL,
    created timestamp with time zone DEFAULT now() NOT NULL,
    job_id bigint NOT NULL,
    status public.pgqueuer_status NOT NULL,
    priority integer NOT NULL,
    entrypoint text NOT NULL,
    traceback jsonb,
    aggregated boolean DEFAULT false
);

ALTER TABLE public.pgqueuer_log ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.pgqueuer_log_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.pgqueuer_schedules (
    id bigint NOT NULL,
    expression text NOT NULL,
    entrypoint text NOT NULL,
    heartbeat timestamp with time zone DEFAULT now() NOT NULL,
    created timestamp with time zone DEFAULT now() NOT NULL,
    updated timestamp with time zone DEFAULT now() NOT NULL,
    next_run timestamp with time zone DEFAULT now() NOT NULL,
    last_run timestamp with time zone,
    status public.pgqueuer_status DEFAULT 'queued'::public.pgqueuer_status
);

CREATE SEQUENCE public.pgqueuer_schedules_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1;

ALTER SEQUENCE public.pgqueuer_schedules_id_seq OWNED BY public.pgqueuer_schedules.id;

CREATE TABLE public.pgqueuer_statistics (
    id bigint NOT NULL,
    created timestamp with time zone DEFAULT date_trunc('sec'::text, now()) NOT NULL,
    count bigint NOT NULL,
    priority integer NOT NULL,
    status public.pgqueuer_status NOT NULL,
    entrypoint text NOT NULL
);

CREATE SEQUENCE public.pgqueuer_statistics_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1;

ALTER SEQUENCE public.pgqueuer_statistics_id_seq OWNED BY public.pgqueuer_statistics.id;

CREATE TABLE public.phone_cards (
    id bigint NOT NULL,
    escalation_id bigint NOT NULL,
    token_hash bytea NOT NULL,
    made_at timestamp with time zone NOT NULL,
    expires_at timestamp with time zone NOT NULL,
    revoked_at timestamp with time zone,
    revoked_by text
);

ALTER TABLE public.phone_cards ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME public.phone_cards_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.piece_chunks (
    file_id bigint NOT NULL,
    seq integer NOT NULL,
    content bytea NOT NULL
);
ALTER TABLE ONLY public.piece_chunks ALTER COLUMN content SET STORAGE EXTERNAL;

CREATE TABLE public.piece_files (
    id bigint NOT NULL,
    case_id bigint NOT NULL,
    sha256 bytea NOT NULL,
    size bigint NOT NULL,
    media_type text NOT NULL,
    verdict text NOT NULL,
    faults text[] NOT NULL,
    pages integer,
    width integer,
    height integer,
    file_name text,
    bom boolean NOT NULL,
    uploaded_at timestamp with time zone NOT NULL,
    uploaded_by text NOT NULL,
    CONSTRAINT piece_files_check CHECK (((verdict = 'active'::text) = (faults <> '{}'::text[]))),
    CONSTRAINT piece_files_sha256_check CHECK ((length(sha256) = 32)),
    CONSTRAINT piece_files_size_check CHECK ((size > 0)),
    CONSTRAINT piece_files_verdict_check CHECK ((verdict = ANY (ARRAY['clean'::text, 'active'::text])))
);

ALTER TABLE public.piece_files ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME public.piece_files_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.pieces (
    id bigint NOT NULL,
    case_id bigint NOT NULL,
    kind text NOT NULL,
    author text NOT NULL,
    number text,
    notice_number text,
    pages integer,
    dated_on date,
    medium text NOT NULL,
    folder text,
    mark text NOT NULL,
    state text NOT NULL,
    sha256 bytea,
    media_type text,
    size bigint,
    file_name text,
    faults text[] NOT NULL,
    moved_to text,
    moved_from text,
    reason text,
    entered_at timestamp with time zone NOT NULL,
    entered_by text NOT NULL,
    closed_at timestamp with time zone,
    closed_by text,
    CONSTRAINT pieces_check CHECK (((medium = 'paper'::text) = (sha256 IS NULL))),
    CONSTRAINT pieces_check1 CHECK (((sha256 IS NULL) = (media_type IS NULL))),
    CONSTRAINT pieces_check2 CHECK (((sha256 IS NULL) = (size IS NULL))),
    CONSTRAINT pieces_check3 CHECK (((state = ANY (ARRAY['moved'::text, 'withdrawn'::text])) = (closed_at IS NOT NULL))),
    CONSTRAINT pieces_check4 CHECK (((state = ANY (ARRAY['moved'::text, 'withdrawn'::text])) = (reason IS NOT NULL))),
    CONSTRAINT pieces_check5 CHECK (((state = 'moved'::text) = (moved_to IS NOT NULL))),
    CONSTRAINT pieces_check6 CHECK (((state <> 'quarantined'::text) OR (faults <> '{}'::text[]))),
    CONSTRAINT pieces_check7 CHECK (((state <> 'attached'::text) OR (faults = '{}'::text[]))),
    CONSTRAINT pieces_mark_check CHECK ((mark = ANY (ARRAY['none'::text, 'confidential'::text]))),
    CONSTRAINT pieces_medium_check CHECK ((medium = ANY (ARRAY['file'::text, 'scan'::text, 'paper'::text]))),
    CONSTRAINT pieces_pages_check CHECK ((pages > 0)),
    CONSTRAINT pieces_state_check CHECK ((state = ANY (ARRAY['attached'::text, 'quarantined'::text, 'moved'::text, 'withdrawn'::text])))
);

ALTER TABLE public.pieces ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME public.pieces_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.port_bans (
    id bigint NOT NULL,
    case_id bigint NOT NULL,
    judgment_id bigint NOT NULL,
    person text NOT NULL,
    length integer NOT NULL,
    unit text NOT NULL,
    ports text NOT NULL,
    motivated boolean NOT NULL,
    custody_ended text,
    custody_ended_on date,
    ended_at timestamp with time zone,
    ended_by text,
    CONSTRAINT port_bans_check CHECK (((custody_ended IS NULL) = (custody_ended_on IS NULL))),
    CONSTRAINT port_bans_check1 CHECK (((custody_ended IS NULL) = (ended_at IS NULL))),
    CONSTRAINT port_bans_custody_ended_check CHECK ((custody_ended = ANY (ARRAY['served'::text, 'limitation'::text, 'conditionalRelease'::text]))),
    CONSTRAINT port_bans_length_check CHECK ((length > 0)),
    CONSTRAINT port_bans_unit_check CHECK ((unit = ANY (ARRAY['month'::text, 'year'::text])))
);

ALTER TABLE public.port_bans ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME public.port_bans_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.read_announcements (
    account_id bigint NOT NULL,
    seq integer NOT NULL,
    read_at timestamp with time zone NOT NULL
);

CREATE TABLE public.recusals (
    id bigint NOT NULL,
    case_id bigint NOT NULL,
    account_id bigint NOT NULL,
    ground text NOT NULL,
    reason text NOT NULL,
    entered_at timestamp with time zone NOT NULL,
    entered_by text NOT NULL,
    CONSTRAINT recusals_ground_check CHECK ((ground = ANY (ARRAY['party'::text, 'company'::text, 'earlierRole'::text, 'other'::text])))
);

ALTER TABLE public.recusals ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME public.recusals_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.referrals (
    case_id bigint NOT NULL,
    decision_seq integer NOT NULL,
    track_ordinal integer NOT NULL,
    court text NOT NULL,
    referred_at timestamp with time zone NOT NULL,
    referred_by text NOT NULL
);

CREATE TABLE public.remedies (
    id bigint NOT NULL,
    case_id bigint NOT NULL,
    judgment_id bigint NOT NULL,
    remedy text NOT NULL,
    role text NOT NULL,
    person text NOT NULL,
    against text[] NOT NULL,
    lodged_on date NOT NULL,
    grievances_on date,
    number text,
    late boolean NOT NULL,
    registry text,
    entered_at timestamp with time zone NOT NULL,
    entered_by text NOT NULL,
    withdrawn_on date,
    withdrawn_reason text,
    withdrawn_by text,
    brought_before text,
    CONSTRAINT remedies_against_check CHECK ((cardinality(against) > 0)),
    CONSTRAINT remedies_check CHECK (((withdrawn_on IS NULL) = (withdrawn_reason IS NULL))),
    CONSTRAINT remedies_remedy_check CHECK ((remedy = ANY (ARRAY['opposition'::text, 'appeal'::text, 'cassation'::text]))),
    CONSTRAINT remedies_role_check CHECK ((role = ANY (ARRAY['suspect'::text, 'civilParty'::text, 'prosecution'::text])))
);

ALTER TABLE public.remedies ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME public.remedies_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.render_attempts (
    document_id bigint NOT NULL,
    attempts integer NOT NULL
);

CREATE TABLE public.request_answers (
    id bigint NOT NULL,
    case_id bigint NOT NULL,
    request_id bigint NOT NULL,
    value text,
    remark text,
    via text NOT NULL,
    answered_on date NOT NULL,
    received_at timestamp with time zone NOT NULL,
    received_by text NOT NULL,
    state text NOT NULL,
    closed_at timestamp with time zone,
    closed_by text,
    close_reason text,
    amended boolean DEFAULT false NOT NULL,
    CONSTRAINT request_answers_check CHECK (((value IS NOT NULL) OR (remark IS NOT NULL))),
    CONSTRAINT request_answers_check1 CHECK ((((state = 'proposed'::text) = (closed_at IS NULL)) AND ((state = 'proposed'::text) = (closed_by IS NULL)))),
    CONSTRAINT request_answers_check2 CHECK (((state <> 'refused'::text) OR (close_reason IS NOT NULL))),
    CONSTRAINT request_answers_state_check CHECK ((state = ANY (ARRAY['proposed'::text, 'accepted'::text, 'refused'::text]))),
    CONSTRAINT request_answers_via_check CHECK ((via = ANY (ARRAY['link'::text, 'letter'::text, 'mail'::text, 'phone'::text, 'inPerson'::text])))
);

ALTER TABLE public.request_answers ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME public.request_answers_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.request_links (
    id bigint NOT NULL,
    request_id bigint NOT NULL,
    token_hash bytea NOT NULL,
    made_at timestamp with time zone NOT NULL,
    expires_at timestamp with time zone NOT NULL,
    revoked_at timestamp with time zone,
    revoked_by text
);

ALTER TABLE public.request_links ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME public.request_links_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.request_reminders (
    id bigint NOT NULL,
    case_id bigint NOT NULL,
    request_id bigint NOT NULL,
    step text NOT NULL,
    number integer NOT NULL,
    due_on date NOT NULL,
    remind_on date NOT NULL,
    made_at timestamp with time zone NOT NULL,
    delivery_id bigint,
    CONSTRAINT request_reminders_step_check CHECK ((step = ANY (ARRAY['before'::text, 'overdue'::text, 'answered'::text])))
);

ALTER TABLE public.request_reminders ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME public.request_reminders_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.requests (
    id bigint NOT NULL,
    case_id bigint NOT NULL,
    office text NOT NULL,
    kind text NOT NULL,
    addressee text NOT NULL,
    address text,
    question text NOT NULL,
    fact text,
    due_on date NOT NULL,
    state text NOT NULL,
    asked_on date NOT NULL,
    asked_at timestamp with time zone NOT NULL,
    asked_by text NOT NULL,
    closed_at timestamp with time zone,
    closed_by text,
    close_reason text,
    CONSTRAINT requests_check CHECK ((((state = 'asked'::text) = (closed_at IS NULL)) AND ((state = 'asked'::text) = (closed_by IS NULL)))),
    CONSTRAINT requests_check1 CHECK (((state <> 'withdrawn'::text) OR (close_reason IS NOT NULL))),
    CONSTRAINT requests_kind_check CHECK ((kind = ANY (ARRAY['apostil'::text, 'laboratory'::text, 'expert'::text, 'question'::text]))),
    CONSTRAINT requests_state_check CHECK ((state = ANY (ARRAY['asked'::text, 'answered'::text, 'withdrawn'::text])))
);

ALTER TABLE public.requests ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME public.requests_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.roster_members (
    id bigint NOT NULL,
    office text NOT NULL,
    account_id bigint NOT NULL,
    from_day date NOT NULL,
    until_day date,
    added_at timestamp with time zone NOT NULL,
    added_by text NOT NULL,
    ended_at timestamp with time zone,
    ended_by text,
    CONSTRAINT roster_members_check CHECK (((until_day IS NULL) OR (until_day >= from_day)))
);

ALTER TABLE public.roster_members ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME public.roster_members_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.saved_filters (
    id bigint NOT NULL,
    account_id bigint NOT NULL,
    name text NOT NULL,
    address text NOT NULL,
    saved_at timestamp with time zone NOT NULL,
    CONSTRAINT saved_filters_address_check CHECK (((address ~~ '/%'::text) AND (char_length(address) <= 1000))),
    CONSTRAINT saved_filters_name_check CHECK (((name <> ''::text) AND (char_length(name) <= 80)))
);

ALTER TABLE public.saved_filters ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME public.saved_filters_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.schema_migrations (
    version character varying NOT NULL
);

CREATE TABLE public.seized_item_acts (
    id bigint NOT NULL,
    case_id bigint NOT NULL,
    seizure text NOT NULL,
    act text NOT NULL,
    place text,
    custodian text,
    custodian_name text,
    seal text,
    reference text,
    gross_grams bigint,
    laboratory_grams bigint,
    sample text,
    daily_cost_cents bigint,
    kept_from date,
    decision text,
    reason text,
    magistrate bigint,
    act_on date,
    proof text,
    entered_at timestamp with time zone NOT NULL,
    entered_by text NOT NULL,
    struck_at timestamp with time zone,
    struck_by text,
    struck_reason text,
    CONSTRAINT seized_item_acts_act_check CHECK ((act = ANY (ARRAY['kept'::text, 'decided'::text, 'carriedOut'::text]))),
    CONSTRAINT seized_item_acts_check CHECK (((act = 'kept'::text) = ((place IS NOT NULL) AND (custodian IS NOT NULL) AND (kept_from IS NOT NULL)))),
    CONSTRAINT seized_item_acts_check1 CHECK (((act = 'kept'::text) = (decision IS NULL))),
    CONSTRAINT seized_item_acts_check2 CHECK (((act = 'decided'::text) = ((magistrate IS NOT NULL) AND (reason IS NOT NULL)))),
    CONSTRAINT seized_item_acts_check3 CHECK (((act <> 'kept'::text) = (act_on IS NOT NULL))),
    CONSTRAINT seized_item_acts_check4 CHECK (((struck_at IS NULL) = (struck_by IS NULL))),
    CONSTRAINT seized_item_acts_check5 CHECK (((struck_at IS NULL) = (struck_reason IS NULL))),
    CONSTRAINT seized_item_acts_custodian_check CHECK ((custodian = ANY (ARRAY['registry'::text, 'seizedAssets'::text, 'drugLab'::text, 'other'::text]))),
    CONSTRAINT seized_item_acts_daily_cost_cents_check CHECK ((daily_cost_cents >= 0)),
    CONSTRAINT seized_item_acts_decision_check CHECK ((decision = ANY (ARRAY['keep'::text, 'destroy'::text, 'return'::text, 'sell'::text]))),
    CONSTRAINT seized_item_acts_gross_grams_check CHECK ((gross_grams >= 0)),
    CONSTRAINT seized_item_acts_laboratory_grams_check CHECK ((laboratory_grams >= 0))
);

ALTER TABLE public.seized_item_acts ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME public.seized_item_acts_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.services (
    id bigint NOT NULL,
    case_id bigint NOT NULL,
    act text NOT NULL,
    person text NOT NULL,
    hearing_id bigint,
    hearing_sequence integer,
    reference text,
    court text,
    manner text NOT NULL,
    state text NOT NULL,
    asked_on date NOT NULL,
    made_at timestamp with time zone NOT NULL,
    made_by text NOT NULL,
    follows_id bigint,
    served_on date,
    served_at timestamp with time zone,
    presented_on date,
    in_person boolean,
    proof text,
    proof_reference text,
    proof_on date,
    failed_on date,
    reason text,
    needless boolean DEFAULT false NOT NULL,
    closed_at timestamp with time zone,
    closed_by text,
    CONSTRAINT services_act_check CHECK ((act = ANY (ARRAY['summons'::text, 'policeRecord'::text, 'warrant'::text, 'order'::text, 'detentionOrder'::text, 'detentionJudgment'::text, 'judgment'::text, 'defaultJudgment'::text, 'cassation'::text]))),
    CONSTRAINT services_check CHECK ((presented_on >= served_on)),
    CONSTRAINT services_check1 CHECK ((proof_on >= served_on)),
    CONSTRAINT services_check2 CHECK (((hearing_id IS NULL) = (hearing_sequence IS NULL))),
    CONSTRAINT services_check3 CHECK (((act = ANY (ARRAY['summons'::text, 'policeRecord'::text])) = (hearing_id IS NOT NULL))),
    CONSTRAINT services_check4 CHECK (((state = 'asked'::text) = (closed_at IS NULL))),
    CONSTRAINT services_check5 CHECK (((state <> 'done'::text) OR ((served_on IS NOT NULL) AND (in_person IS NOT NULL) AND (proof IS NOT NULL) AND (proof_reference IS NOT NULL) AND (proof_on IS NOT NULL)))),
    CONSTRAINT services_check6 CHECK (((state <> 'failed'::text) OR (failed_on IS NOT NULL))),
    CONSTRAINT services_check7 CHECK (((state <> ALL (ARRAY['failed'::text, 'withdrawn'::text])) OR (reason IS NOT NULL))),
    CONSTRAINT services_check8 CHECK (((NOT needless) OR (state = 'withdrawn'::text))),
    CONSTRAINT services_manner_check CHECK ((manner = ANY (ARRAY['bailiff'::text, 'police'::text, 'prisonDirector'::text, 'electronic'::text, 'abroad'::text]))),
    CONSTRAINT services_proof_check CHECK ((proof = ANY (ARRAY['writ'::text, 'policeReport'::text, 'receipt'::text, 'electronicProof'::text, 'postingProof'::text]))),
    CONSTRAINT services_state_check CHECK ((state = ANY (ARRAY['asked'::text, 'done'::text, 'failed'::text, 'withdrawn'::text])))
);

ALTER TABLE public.services ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME public.services_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.sessions (
    id_hash bytea NOT NULL,
    account_id bigint NOT NULL,
    csrf_token text NOT NULL,
    created_at timestamp with time zone NOT NULL,
    seen_at timestamp with time zone NOT NULL,
    expires_at timestamp with time zone NOT NULL
);

CREATE TABLE public.sign_in_attempts (
    name text NOT NULL,
    address text NOT NULL,
    attempted_at timestamp with time zone NOT NULL
);

CREATE TABLE public.simulation_files (
    simulation_id bigint NOT NULL,
    case_id bigint NOT NULL,
    year integer NOT NULL,
    stays text,
    what text[] NOT NULL,
    lapses boolean NOT NULL,
    before jsonb NOT NULL,
    after jsonb NOT NULL,
    CONSTRAINT simulation_files_stays_check CHECK ((stays = ANY (ARRAY['referred'::text, 'seised'::text, 'groundsOnly'::text])))
);

CREATE TABLE public.simulations (
    id bigint NOT NULL,
    draft_digest text NOT NULL,
    asked_at timestamp with time zone NOT NULL,
    asked_by text NOT NULL,
    state text NOT NULL,
    failure text,
    attempts integer DEFAULT 0 NOT NULL,
    alive_at timestamp with time zone,
    files_done integer DEFAULT 0 NOT NULL,
    files integer,
    snapshot_at timestamp with time zone,
    present_digest text,
    engine_version text,
    finished_at timestamp with time zone,
    totals jsonb,
    CONSTRAINT simulations_state_check CHECK ((state = ANY (ARRAY['waiting'::text, 'running'::text, 'done'::text, 'failed'::text])))
);

ALTER TABLE public.simulations ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME public.simulations_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.sittings (
    id bigint NOT NULL,
    chamber_id bigint NOT NULL,
    day date NOT NULL,
    starts_at time without time zone NOT NULL,
    capacity integer NOT NULL,
    kind text NOT NULL,
    CONSTRAINT sittings_capacity_check CHECK (((capacity >= 0) AND (capacity <= 500))),
    CONSTRAINT sittings_kind_check CHECK ((kind = ANY (ARRAY['correctional'::text, 'raadkamer'::text, 'appeal'::text, 'youth'::text, 'assizes'::text])))
);

ALTER TABLE public.sittings ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME public.sittings_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.submissions (
    id bigint NOT NULL,
    case_id bigint NOT NULL,
    kind text NOT NULL,
    sender text NOT NULL,
    external_id text,
    idempotency_key text,
    body_digest bytea NOT NULL,
    received_at timestamp with time zone NOT NULL,
    CONSTRAINT submissions_kind_check CHECK ((kind = ANY (ARRAY['registration'::text, 'report'::text])))
);

ALTER TABLE public.submissions ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME public.submissions_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.template_changes (
    id bigint NOT NULL,
    upload_id bigint,
    choice_id bigint,
    previous_hash bytea NOT NULL,
    hash bytea NOT NULL,
    CONSTRAINT template_changes_check CHECK (((upload_id IS NULL) <> (choice_id IS NULL))),
    CONSTRAINT template_changes_hash_check CHECK ((length(hash) = 32)),
    CONSTRAINT template_changes_previous_hash_check CHECK ((length(previous_hash) = 32))
);

CREATE TABLE public.template_choices (
    id bigint NOT NULL,
    office text NOT NULL,
    kind text NOT NULL,
    template_id bigint,
    from_day date NOT NULL,
    reason text NOT NULL,
    chosen_at timestamp with time zone NOT NULL,
    chosen_by text NOT NULL
);

ALTER TABLE public.template_choices ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME public.template_choices_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.template_versions (
    version text NOT NULL,
    kind text NOT NULL,
    content bytea NOT NULL,
    kept_at timestamp with time zone NOT NULL,
    CONSTRAINT template_versions_check CHECK ((version = encode(sha256(content), 'hex'::text)))
);

CREATE TABLE public.to_tell (
    id bigint NOT NULL,
    case_id bigint NOT NULL,
    act text NOT NULL,
    hearing_id bigint,
    role text NOT NULL,
    person text,
    contact_id bigint,
    delivery_id bigint,
    state text NOT NULL,
    how text,
    reason text,
    made_at timestamp with time zone NOT NULL,
    closed_at timestamp with time zone,
    closed_by text,
    CONSTRAINT to_tell_act_check CHECK ((act = ANY (ARRAY['hearingSet'::text, 'hearingMoved'::text, 'hearingCancelled'::text, 'transferred'::text, 'judgment'::text]))),
    CONSTRAINT to_tell_check CHECK (((state <> 'told'::text) OR ((how IS NOT NULL) AND (closed_by IS NOT NULL)))),
    CONSTRAINT to_tell_check1 CHECK (((state <> ALL (ARRAY['failed'::text, 'notNeeded'::text])) OR (reason IS NOT NULL))),
    CONSTRAINT to_tell_check2 CHECK (((state = 'byMail'::text) = (delivery_id IS NOT NULL))),
    CONSTRAINT to_tell_how_check CHECK ((how = ANY (ARRAY['phone'::text, 'email'::text, 'letter'::text, 'registeredLetter'::text, 'inPerson'::text, 'police'::text, 'electronic'::text]))),
    CONSTRAINT to_tell_role_check CHECK ((role = ANY (ARRAY['suspect'::text, 'victim'::text, 'injuredParty'::text, 'civilParty'::text, 'counsel'::text, 'interpreter'::text, 'prison'::text, 'expert'::text, 'investigator'::text]))),
    CONSTRAINT to_tell_state_check CHECK ((state = ANY (ARRAY['toTell'::text, 'told'::text, 'failed'::text, 'notNeeded'::text, 'byMail'::text])))
);

ALTER TABLE public.to_tell ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME public.to_tell_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.transfer_offers (
    id bigint NOT NULL,
    case_id bigint NOT NULL,
    to_office text NOT NULL,
    reason text NOT NULL,
    offered_at timestamp with time zone NOT NULL,
    offered_by text NOT NULL,
    state text NOT NULL,
    answered_at timestamp with time zone,
    answered_by text,
    answer_reason text,
    ground text,
    pieces text[] DEFAULT '{}'::text[] NOT NULL,
    limit_titles text[] DEFAULT '{}'::text[] NOT NULL,
    limits_due_on date[] DEFAULT '{}'::date[] NOT NULL,
    answer_due_on date,
    CONSTRAINT transfer_offers_state_check CHECK ((state = ANY (ARRAY['offered'::text, 'accepted'::text, 'refused'::text, 'withdrawn'::text, 'escalated'::text])))
);

ALTER TABLE public.transfer_offers ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME public.transfer_offers_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.watch_basis (
    one boolean DEFAULT true NOT NULL,
    basis text NOT NULL,
    CONSTRAINT watch_basis_one_check CHECK (one)
);

CREATE TABLE public.watch_marks (
    id bigint NOT NULL,
    case_id bigint NOT NULL
);

ALTER TABLE public.watch_marks ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME public.watch_marks_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.work_counts (
    id bigint NOT NULL,
    list text NOT NULL,
    seat text NOT NULL,
    level text NOT NULL,
    day date NOT NULL,
    change bigint NOT NULL
);

ALTER TABLE public.work_counts ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME public.work_counts_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

ALTER TABLE ONLY public.pgqueuer ALTER COLUMN id SET DEFAULT nextval('public.pgqueuer_id_seq'::regclass);

ALTER TABLE ONLY public.pgqueuer_schedules ALTER COLUMN id SET DEFAULT nextval('public.pgqueuer_schedules_id_seq'::regclass);

ALTER TABLE ONLY public.pgqueuer_statistics ALTER COLUMN id SET DEFAULT nextval('public.pgqueuer_statistics_id_seq'::regclass);

ALTER TABLE ONLY public.absences
    ADD CONSTRAINT absences_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.access_log
    ADD CONSTRAINT access_log_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.accounts
    ADD CONSTRAINT accounts_key_prefix_key UNIQUE (key_prefix);

ALTER TABLE ONLY public.accounts
    ADD CONSTRAINT accounts_name_key UNIQUE (name);

ALTER TABLE ONLY public.accounts
    ADD CONSTRAINT accounts_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.acknowledgements
    ADD CONSTRAINT acknowledgements_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.addresses
    ADD CONSTRAINT addresses_pkey PRIMARY KEY (seq);

ALTER TABLE ONLY public.assignments
    ADD CONSTRAINT assignments_pkey PRIMARY KEY (case_id, seq);

ALTER TABLE ONLY public.assignments
    ADD CONSTRAINT assignments_seed_seq_draw_number_key UNIQUE (seed_seq, draw_number);

ALTER TABLE ONLY public.bulk_lines
    ADD CONSTRAINT bulk_lines_pkey PRIMARY KEY (run_id, ordinal);

ALTER TABLE ONLY public.bulk_runs
    ADD CONSTRAINT bulk_runs_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.calendar_feeds
    ADD CONSTRAINT calendar_feeds_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.calendar_feeds
    ADD CONSTRAINT calendar_feeds_token_hash_key UNIQUE (token_hash);

ALTER TABLE ONLY public.case_contacts
    ADD CONSTRAINT case_contacts_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.case_counters
    ADD CONSTRAINT case_counters_pkey PRIMARY KEY (year);

ALTER TABLE ONLY public.case_grounds
    ADD CONSTRAINT case_grounds_pkey PRIMARY KEY (case_id, court, ground);

ALTER TABLE ONLY public.case_links
    ADD CONSTRAINT case_links_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.case_offences
    ADD CONSTRAINT case_offences_pkey PRIMARY KEY (case_id, ordinal);

ALTER TABLE ONLY public.case_outlooks
    ADD CONSTRAINT case_outlooks_pkey PRIMARY KEY (case_id);

ALTER TABLE ONLY public.case_persons
    ADD CONSTRAINT case_persons_pkey PRIMARY KEY (case_id, ordinal);

ALTER TABLE ONLY public.case_places
    ADD CONSTRAINT case_places_pkey PRIMARY KEY (case_id, ordinal);

ALTER TABLE ONLY public.case_positions
    ADD CONSTRAINT case_positions_pkey PRIMARY KEY (case_id, person, offence);

ALTER TABLE ONLY public.case_relations
    ADD CONSTRAINT case_relations_pkey PRIMARY KEY (case_id, ordinal);

ALTER TABLE ONLY public.case_search
    ADD CONSTRAINT case_search_pkey PRIMARY KEY (case_id);

ALTER TABLE ONLY public.case_seizures
    ADD CONSTRAINT case_seizures_pkey PRIMARY KEY (case_id, ordinal);

ALTER TABLE ONLY public.case_time_limits
    ADD CONSTRAINT case_time_limits_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.case_vessels
    ADD CONSTRAINT case_vessels_pkey PRIMARY KEY (case_id, ordinal);

ALTER TABLE ONLY public.case_watches
    ADD CONSTRAINT case_watches_case_id_kind_person_offence_hearing_id_key UNIQUE (case_id, kind, person, offence, hearing_id);

ALTER TABLE ONLY public.case_watches
    ADD CONSTRAINT case_watches_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.cases
    ADD CONSTRAINT cases_case_number_key UNIQUE (case_number);

ALTER TABLE ONLY public.cases
    ADD CONSTRAINT cases_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.cases
    ADD CONSTRAINT cases_year_serial_key UNIQUE (year, serial);

ALTER TABLE ONLY public.chamber_changes
    ADD CONSTRAINT chamber_changes_pkey PRIMARY KEY (seq);

ALTER TABLE ONLY public.chambers
    ADD CONSTRAINT chambers_court_name_key UNIQUE (court, name);

ALTER TABLE ONLY public.chambers
    ADD CONSTRAINT chambers_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.competence_challenges
    ADD CONSTRAINT competence_challenges_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.competence_confirmations
    ADD CONSTRAINT competence_confirmations_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.competence_rulings
    ADD CONSTRAINT competence_rulings_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.confidential_pieces
    ADD CONSTRAINT confidential_pieces_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.conflicts
    ADD CONSTRAINT conflicts_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.daily_lines
    ADD CONSTRAINT daily_lines_pkey PRIMARY KEY (daily_id, ordinal);

ALTER TABLE ONLY public.daily_mails
    ADD CONSTRAINT daily_mails_day_recipient_key UNIQUE (day, recipient);

ALTER TABLE ONLY public.daily_mails
    ADD CONSTRAINT daily_mails_delivery_id_key UNIQUE (delivery_id);

ALTER TABLE ONLY public.daily_mails
    ADD CONSTRAINT daily_mails_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.decision_tracks
    ADD CONSTRAINT decision_tracks_pkey PRIMARY KEY (case_id, decision_seq, ordinal);

ALTER TABLE ONLY public.decisions
    ADD CONSTRAINT decisions_pkey PRIMARY KEY (case_id, seq);

ALTER TABLE ONLY public.deliveries
    ADD CONSTRAINT deliveries_message_id_key UNIQUE (message_id);

ALTER TABLE ONLY public.deliveries
    ADD CONSTRAINT deliveries_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.delivery_events
    ADD CONSTRAINT delivery_events_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.docket_entries
    ADD CONSTRAINT docket_entries_pkey PRIMARY KEY (case_id, seq);

ALTER TABLE ONLY public.document_acts
    ADD CONSTRAINT document_acts_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.documents
    ADD CONSTRAINT documents_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.drafts
    ADD CONSTRAINT drafts_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.draw_secrets
    ADD CONSTRAINT draw_secrets_pkey PRIMARY KEY (seq);

ALTER TABLE ONLY public.draw_seeds
    ADD CONSTRAINT draw_seeds_commitment_key UNIQUE (commitment);

ALTER TABLE ONLY public.draw_seeds
    ADD CONSTRAINT draw_seeds_pkey PRIMARY KEY (seq);

ALTER TABLE ONLY public.duty_roster
    ADD CONSTRAINT duty_roster_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.enactment_effects
    ADD CONSTRAINT enactment_effects_pkey PRIMARY KEY (seq);

ALTER TABLE ONLY public.enactment_proposals
    ADD CONSTRAINT enactment_proposals_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.enactments
    ADD CONSTRAINT enactments_pkey PRIMARY KEY (seq);

ALTER TABLE ONLY public.escalation_tries
    ADD CONSTRAINT escalation_tries_escalation_id_round_ordinal_key UNIQUE (escalation_id, round, ordinal);

ALTER TABLE ONLY public.escalation_tries
    ADD CONSTRAINT escalation_tries_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.escalations
    ADD CONSTRAINT escalations_acknowledgement_id_step_key UNIQUE (acknowledgement_id, step);

ALTER TABLE ONLY public.escalations
    ADD CONSTRAINT escalations_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.extracts
    ADD CONSTRAINT extracts_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.head_cases
    ADD CONSTRAINT head_cases_pkey PRIMARY KEY (head_seq, case_number);

ALTER TABLE ONLY public.heads
    ADD CONSTRAINT heads_pkey PRIMARY KEY (seq);

ALTER TABLE ONLY public.hearings
    ADD CONSTRAINT hearings_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.hearings
    ADD CONSTRAINT hearings_uid_key UNIQUE (uid);

ALTER TABLE ONLY public.judgment_clocks
    ADD CONSTRAINT judgment_clocks_judgment_id_role_person_limit_id_about_key UNIQUE (judgment_id, role, person, limit_id, about);

ALTER TABLE ONLY public.judgment_clocks
    ADD CONSTRAINT judgment_clocks_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.judgment_confiscations
    ADD CONSTRAINT judgment_confiscations_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.judgment_outcomes
    ADD CONSTRAINT judgment_outcomes_pkey PRIMARY KEY (judgment_id, person, offence);

ALTER TABLE ONLY public.judgment_parties
    ADD CONSTRAINT judgment_parties_pkey PRIMARY KEY (judgment_id, role, person);

ALTER TABLE ONLY public.judgment_penalties
    ADD CONSTRAINT judgment_penalties_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.judgments
    ADD CONSTRAINT judgments_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.keyed_acts
    ADD CONSTRAINT keyed_acts_pkey PRIMARY KEY (sender, key_digest);

ALTER TABLE ONLY public.law_in_force
    ADD CONSTRAINT law_in_force_pkey PRIMARY KEY (only_row);

ALTER TABLE ONLY public.law_pack_files
    ADD CONSTRAINT law_pack_files_pkey PRIMARY KEY (digest, name);

ALTER TABLE ONLY public.law_packs
    ADD CONSTRAINT law_packs_pkey PRIMARY KEY (digest);

ALTER TABLE ONLY public.limit_reminders
    ADD CONSTRAINT limit_reminders_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.limit_reminders
    ADD CONSTRAINT limit_reminders_time_limit_id_alarm_on_days_key UNIQUE (time_limit_id, alarm_on, days);

ALTER TABLE ONLY public.limitation_reminders
    ADD CONSTRAINT limitation_reminders_case_id_on_day_days_key UNIQUE (case_id, on_day, days);

ALTER TABLE ONLY public.limitation_reminders
    ADD CONSTRAINT limitation_reminders_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.mail_days
    ADD CONSTRAINT mail_days_pkey PRIMARY KEY (day);

ALTER TABLE ONLY public.mail_tasks
    ADD CONSTRAINT mail_tasks_incoming_id_key UNIQUE (incoming_id);

ALTER TABLE ONLY public.mail_tasks
    ADD CONSTRAINT mail_tasks_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.office_templates
    ADD CONSTRAINT office_templates_office_kind_version_key UNIQUE (office, kind, version);

ALTER TABLE ONLY public.office_templates
    ADD CONSTRAINT office_templates_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.pdf_converter
    ADD CONSTRAINT pdf_converter_pkey PRIMARY KEY (one);

ALTER TABLE ONLY public.pdf_work
    ADD CONSTRAINT pdf_work_pkey PRIMARY KEY (pdf_id);

ALTER TABLE ONLY public.pdfs
    ADD CONSTRAINT pdfs_case_id_bundle_key UNIQUE (case_id, bundle);

ALTER TABLE ONLY public.pdfs
    ADD CONSTRAINT pdfs_document_id_key UNIQUE (document_id);

ALTER TABLE ONLY public.pdfs
    ADD CONSTRAINT pdfs_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.pgqueuer_log
    ADD CONSTRAINT pgqueuer_log_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.pgqueuer
    ADD CONSTRAINT pgqueuer_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.pgqueuer_schedules
    ADD CONSTRAINT pgqueuer_schedules_expression_entrypoint_key UNIQUE (expression, entrypoint);

ALTER TABLE ONLY public.pgqueuer_schedules
    ADD CONSTRAINT pgqueuer_schedules_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.pgqueuer_statistics
    ADD CONSTRAINT pgqueuer_statistics_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.phone_cards
    ADD CONSTRAINT phone_cards_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.phone_cards
    ADD CONSTRAINT phone_cards_token_hash_key UNIQUE (token_hash);

ALTER TABLE ONLY public.piece_chunks
    ADD CONSTRAINT piece_chunks_pkey PRIMARY KEY (file_id, seq);

ALTER TABLE ONLY public.piece_files
    ADD CONSTRAINT piece_files_case_id_sha256_bom_key UNIQUE (case_id, sha256, bom);

ALTER TABLE ONLY public.piece_files
    ADD CONSTRAINT piece_files_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.pieces
    ADD CONSTRAINT pieces_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.port_bans
    ADD CONSTRAINT port_bans_judgment_id_person_key UNIQUE (judgment_id, person);

ALTER TABLE ONLY public.port_bans
    ADD CONSTRAINT port_bans_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.read_announcements
    ADD CONSTRAINT read_announcements_pkey PRIMARY KEY (account_id, seq);

ALTER TABLE ONLY public.recusals
    ADD CONSTRAINT recusals_case_id_account_id_key UNIQUE (case_id, account_id);

ALTER TABLE ONLY public.recusals
    ADD CONSTRAINT recusals_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.referrals
    ADD CONSTRAINT referrals_pkey PRIMARY KEY (case_id, decision_seq, track_ordinal);

ALTER TABLE ONLY public.remedies
    ADD CONSTRAINT remedies_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.render_attempts
    ADD CONSTRAINT render_attempts_pkey PRIMARY KEY (document_id);

ALTER TABLE ONLY public.request_answers
    ADD CONSTRAINT request_answers_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.request_links
    ADD CONSTRAINT request_links_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.request_links
    ADD CONSTRAINT request_links_token_hash_key UNIQUE (token_hash);

ALTER TABLE ONLY public.request_reminders
    ADD CONSTRAINT request_reminders_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.request_reminders
    ADD CONSTRAINT request_reminders_request_id_due_on_step_number_key UNIQUE (request_id, due_on, step, number);

ALTER TABLE ONLY public.requests
    ADD CONSTRAINT requests_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.roster_members
    ADD CONSTRAINT roster_members_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.saved_filters
    ADD CONSTRAINT saved_filters_account_id_name_key UNIQUE (account_id, name);

ALTER TABLE ONLY public.saved_filters
    ADD CONSTRAINT saved_filters_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.schema_migrations
    ADD CONSTRAINT schema_migrations_pkey PRIMARY KEY (version);

ALTER TABLE ONLY public.seized_item_acts
    ADD CONSTRAINT seized_item_acts_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.services
    ADD CONSTRAINT services_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.sessions
    ADD CONSTRAINT sessions_pkey PRIMARY KEY (id_hash);

ALTER TABLE ONLY public.simulation_files
    ADD CONSTRAINT simulation_files_pkey PRIMARY KEY (simulation_id, case_id);

ALTER TABLE ONLY public.simulations
    ADD CONSTRAINT simulations_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.sittings
    ADD CONSTRAINT sittings_chamber_id_day_key UNIQUE (chamber_id, day);

ALTER TABLE ONLY public.sittings
    ADD CONSTRAINT sittings_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.submissions
    ADD CONSTRAINT submissions_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.template_changes
    ADD CONSTRAINT template_changes_choice_id_key UNIQUE (choice_id);

ALTER TABLE ONLY public.template_changes
    ADD CONSTRAINT template_changes_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.template_changes
    ADD CONSTRAINT template_changes_upload_id_key UNIQUE (upload_id);

ALTER TABLE ONLY public.template_choices
    ADD CONSTRAINT template_choices_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.template_versions
    ADD CONSTRAINT template_versions_pkey PRIMARY KEY (version);

ALTER TABLE ONLY public.to_tell
    ADD CONSTRAINT to_tell_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.transfer_offers
    ADD CONSTRAINT transfer_offers_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.watch_basis
    ADD CONSTRAINT watch_basis_pkey PRIMARY KEY (one);

ALTER TABLE ONLY public.watch_marks
    ADD CONSTRAINT watch_marks_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.work_counts
    ADD CONSTRAINT work_counts_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.work_items
    ADD CONSTRAINT work_items_pkey PRIMARY KEY (list, seat, level, day, sort, item) INCLUDE (case_id);

CREATE INDEX absences_by_account ON public.absences USING btree (account_id);

CREATE INDEX access_log_by_case ON public.access_log USING btree (case_number, at);

CREATE INDEX acknowledgements_by_case ON public.acknowledgements USING btree (case_id);

CREATE INDEX acknowledgements_kept ON public.acknowledgements USING btree (taken_by) WHERE ((taken_at IS NOT NULL) AND (ended_at IS NULL));

CREATE INDEX acknowledgements_of_request ON public.acknowledgements USING btree (request_id) WHERE (request_id IS NOT NULL);

CREATE UNIQUE INDEX acknowledgements_open ON public.acknowledgements USING btree (case_id, office, COALESCE(request_id, (0)::bigint)) WHERE ((taken_at IS NULL) AND (ended_at IS NULL));

CREATE INDEX acknowledgements_waiting ON public.acknowledgements USING btree (office, opened_at) WHERE ((taken_at IS NULL) AND (ended_at IS NULL));

CREATE INDEX bulk_lines_waiting ON public.bulk_lines USING btree (run_id, ordinal) WHERE (state = 'waiting'::text);

CREATE INDEX bulk_runs_by_account ON public.bulk_runs USING btree (account_id, id DESC);

CREATE INDEX calendar_feeds_of_account ON public.calendar_feeds USING btree (account_id) WHERE (revoked_at IS NULL);

CREATE INDEX case_contacts_by_case ON public.case_contacts USING btree (case_id);

CREATE INDEX case_contacts_by_name ON public.case_contacts USING btree (kind, lower(name)) WHERE (corrected_by IS NULL);

CREATE INDEX case_grounds_by_ground ON public.case_grounds USING btree (court, ground, case_id);

CREATE INDEX case_keys_by_case ON public.case_keys USING btree (case_id);

CREATE INDEX case_keys_by_key ON public.case_keys USING btree (kind, key, first_day);

CREATE INDEX case_links_by_case ON public.case_links USING btree (case_id, id);

CREATE INDEX case_links_by_other ON public.case_links USING btree (other_id);

CREATE INDEX case_outlooks_due ON public.case_outlooks USING btree (again_at) WHERE (again_at IS NOT NULL);

CREATE INDEX case_relations_by_related ON public.case_relations USING btree (related_id) WHERE (related_id IS NOT NULL);

CREATE INDEX case_search_text ON public.case_search USING gin (text public.gin_trgm_ops);

CREATE INDEX case_time_limits_due ON public.case_time_limits USING btree (alarm_on, id) WHERE (state = 'running'::text);

CREATE INDEX case_time_limits_of ON public.case_time_limits USING btree (case_id);

CREATE INDEX cases_by_court ON public.cases USING gin (courts);

CREATE INDEX cases_by_name ON public.cases USING gin (named);

CREATE INDEX cases_by_office ON public.cases USING gin (offices);

CREATE INDEX cases_by_prosecutor ON public.cases USING btree (prosecutor, year DESC, serial DESC) WHERE (prosecutor IS NOT NULL);

CREATE INDEX cases_by_territory ON public.cases USING gin (territory) WHERE (confidentiality = 'ordinary'::text);

CREATE INDEX cases_open ON public.cases USING btree (year DESC, serial DESC) WHERE open_track;

CREATE INDEX cases_to_confirm ON public.cases USING btree (year DESC, serial DESC) WHERE (to_confirm <> '{}'::integer[]);

CREATE INDEX cases_unassigned ON public.cases USING btree (registered_at) WHERE ((prosecutor IS NULL) AND (status <> 'joined'::text));

CREATE INDEX chamber_changes_of ON public.chamber_changes USING btree (chamber_id, seq);

CREATE INDEX competence_challenges_by_case ON public.competence_challenges USING btree (case_id);

CREATE INDEX competence_confirmations_by_case ON public.competence_confirmations USING btree (case_id, decision_seq, track_ordinal);

CREATE INDEX competence_rulings_by_case ON public.competence_rulings USING btree (case_id);

CREATE INDEX competence_rulings_by_challenge ON public.competence_rulings USING btree (challenge_id);

CREATE INDEX confidential_pieces_by_case ON public.confidential_pieces USING btree (case_id);

CREATE UNIQUE INDEX conflicts_open ON public.conflicts USING btree (case_id) WHERE (state = 'open'::text);

CREATE INDEX conflicts_to_settle ON public.conflicts USING gin (settlers) WHERE (state = 'open'::text);

CREATE INDEX daily_lines_by_case ON public.daily_lines USING btree (case_id);

CREATE INDEX daily_lines_by_delivery ON public.daily_lines USING btree (delivery_id) WHERE (delivery_id IS NOT NULL);

CREATE INDEX deliveries_by_case ON public.deliveries USING btree (case_id, id);

CREATE INDEX deliveries_by_recipient_key ON public.deliveries USING btree (recipient_key, written_at);

CREATE INDEX deliveries_failed ON public.deliveries USING btree (case_id) WHERE (state = 'failed'::text);

CREATE INDEX deliveries_of_request ON public.deliveries USING btree (request_id) WHERE (request_id IS NOT NULL);

CREATE INDEX deliveries_waiting ON public.deliveries USING btree (state) WHERE (state = ANY (ARRAY['queued'::text, 'sending'::text, 'retrying'::text]));

CREATE INDEX delivery_events_of ON public.delivery_events USING btree (delivery_id, id);

CREATE INDEX delivery_events_sent ON public.delivery_events USING btree (at) WHERE (what = 'sent'::text);

CREATE INDEX docket_entries_newest ON public.docket_entries USING btree (entered_at DESC, case_id DESC, seq DESC);

CREATE INDEX document_acts_by_case ON public.document_acts USING btree (case_id, id);

CREATE INDEX document_acts_by_document ON public.document_acts USING btree (document_id, id);

CREATE INDEX documents_asked ON public.documents USING btree (made_at) WHERE (state = 'asked'::text);

CREATE INDEX documents_by_case ON public.documents USING btree (case_id, id);

CREATE INDEX drafts_by_account ON public.drafts USING btree (account_id, saved_at DESC);

CREATE INDEX duty_roster_by_office ON public.duty_roster USING btree (office, from_at) WHERE (withdrawn_at IS NULL);

CREATE UNIQUE INDEX enactment_proposals_open ON public.enactment_proposals USING btree ((true)) WHERE (state = ANY (ARRAY['proposed'::text, 'confirmed'::text]));

CREATE INDEX escalation_tries_by_message ON public.escalation_tries USING btree (message_id) WHERE (channel = 'mail'::text);

CREATE INDEX escalation_tries_unfinished ON public.escalation_tries USING btree (escalation_id) WHERE (state = ANY (ARRAY['waiting'::text, 'sending'::text]));

CREATE INDEX escalations_accounts ON public.escalations USING gin (accounts);

CREATE INDEX escalations_by_case ON public.escalations USING btree (case_id);

CREATE INDEX extracts_by_case ON public.extracts USING btree (case_id);

CREATE INDEX extracts_to_send ON public.extracts USING btree (id) WHERE (state = 'toSend'::text);

CREATE INDEX head_cases_by_case ON public.head_cases USING btree (case_number, head_seq DESC);

CREATE INDEX hearings_by_case ON public.hearings USING btree (case_id);

CREATE INDEX hearings_by_sitting ON public.hearings USING btree (sitting_id) WHERE (state = 'set'::text);

CREATE INDEX hearings_by_start ON public.hearings USING btree (starts_at) WHERE (state = 'set'::text);

CREATE INDEX judgment_clocks_by_case ON public.judgment_clocks USING btree (case_id);

CREATE INDEX judgment_confiscations_by_case ON public.judgment_confiscations USING btree (case_id);

CREATE INDEX judgment_outcomes_by_case ON public.judgment_outcomes USING btree (case_id);

CREATE INDEX judgment_parties_by_case ON public.judgment_parties USING btree (case_id);

CREATE INDEX judgment_penalties_by_case ON public.judgment_penalties USING btree (case_id);

CREATE INDEX judgments_by_case ON public.judgments USING btree (case_id);

CREATE INDEX link_attempts_by_address ON public.link_attempts USING btree (address, attempted_at);

CREATE INDEX link_attempts_by_token ON public.link_attempts USING btree (token_hash, attempted_at);

CREATE INDEX mail_tasks_by_case ON public.mail_tasks USING btree (case_id);

CREATE INDEX mail_tasks_open ON public.mail_tasks USING btree (id) WHERE (state = 'open'::text);

CREATE INDEX pdfs_asked ON public.pdfs USING btree (asked_at) WHERE (state = 'asked'::text);

CREATE INDEX pdfs_by_case ON public.pdfs USING btree (case_id, id);

CREATE INDEX pgqueuer_ep_ea_idx ON public.pgqueuer USING btree (entrypoint, execute_after) WHERE (status = 'queued'::public.pgqueuer_status);

CREATE INDEX pgqueuer_ep_prio_id_idx ON public.pgqueuer USING btree (entrypoint, priority DESC, id) WHERE (status = 'queued'::public.pgqueuer_status);

CREATE INDEX pgqueuer_log_created ON public.pgqueuer_log USING btree (created);

CREATE INDEX pgqueuer_log_job_id_status ON public.pgqueuer_log USING btree (job_id, created DESC);

CREATE INDEX pgqueuer_log_not_aggregated ON public.pgqueuer_log USING btree ((1)) WHERE (NOT aggregated);

CREATE INDEX pgqueuer_log_status ON public.pgqueuer_log USING btree (status);

CREATE INDEX pgqueuer_picked_heartbeat_idx ON public.pgqueuer USING btree (heartbeat) WHERE (status = 'picked'::public.pgqueuer_status);

CREATE UNIQUE INDEX pgqueuer_picked_slot_idx ON public.pgqueuer USING btree (entrypoint, slot) WHERE ((status = 'picked'::public.pgqueuer_status) AND (slot IS NOT NULL));

CREATE INDEX pgqueuer_priority_id_id1_idx ON public.pgqueuer USING btree (priority, id DESC) INCLUDE (id) WHERE (status = 'queued'::public.pgqueuer_status);

CREATE INDEX pgqueuer_queue_manager_id_idx ON public.pgqueuer USING btree (queue_manager_id) WHERE (queue_manager_id IS NOT NULL);

CREATE UNIQUE INDEX pgqueuer_statistics_unique_count ON public.pgqueuer_statistics USING btree (priority, date_trunc('sec'::text, timezone('UTC'::text, created)), status, entrypoint);

CREATE UNIQUE INDEX pgqueuer_unique_dedupe_key ON public.pgqueuer USING btree (dedupe_key) WHERE ((status = ANY (ARRAY['queued'::public.pgqueuer_status, 'picked'::public.pgqueuer_status])) AND (dedupe_key IS NOT NULL));

CREATE INDEX pgqueuer_updated_id_id1_idx ON public.pgqueuer USING btree (updated, id DESC) INCLUDE (id) WHERE (status = 'picked'::public.pgqueuer_status);

CREATE INDEX phone_cards_by_escalation ON public.phone_cards USING btree (escalation_id);

CREATE INDEX piece_files_by_sha256 ON public.piece_files USING btree (sha256);

CREATE INDEX pieces_by_case ON public.pieces USING btree (case_id);

CREATE INDEX pieces_by_sha256 ON public.pieces USING btree (sha256) WHERE (sha256 IS NOT NULL);

CREATE INDEX port_bans_by_case ON public.port_bans USING btree (case_id);

CREATE INDEX remedies_by_case ON public.remedies USING btree (case_id);

CREATE INDEX request_answers_by_case ON public.request_answers USING btree (case_id);

CREATE UNIQUE INDEX request_answers_waiting ON public.request_answers USING btree (request_id) WHERE (state = 'proposed'::text);

CREATE INDEX request_links_of_request ON public.request_links USING btree (request_id);

CREATE INDEX request_reminders_by_case ON public.request_reminders USING btree (case_id);

CREATE INDEX requests_by_case ON public.requests USING btree (case_id);

CREATE INDEX requests_open ON public.requests USING btree (due_on, id) WHERE (state = 'asked'::text);

CREATE UNIQUE INDEX requests_open_fact ON public.requests USING btree (case_id, fact) WHERE (state = 'asked'::text);

CREATE INDEX roster_members_by_account ON public.roster_members USING btree (account_id);

CREATE INDEX seized_item_acts_by_case ON public.seized_item_acts USING btree (case_id);

CREATE INDEX services_by_case ON public.services USING btree (case_id);

CREATE INDEX services_by_hearing ON public.services USING btree (hearing_id) WHERE (hearing_id IS NOT NULL);

CREATE INDEX services_by_state ON public.services USING btree (state, id);

CREATE INDEX sign_in_attempts_by_name ON public.sign_in_attempts USING btree (name, attempted_at);

CREATE INDEX simulations_by_draft ON public.simulations USING btree (draft_digest, id DESC);

CREATE INDEX submissions_by_case ON public.submissions USING btree (case_id);

CREATE UNIQUE INDEX submissions_external ON public.submissions USING btree (sender, public.digest_of(external_id), kind) WHERE (external_id IS NOT NULL);

CREATE UNIQUE INDEX submissions_key ON public.submissions USING btree (sender, public.digest_of(idempotency_key)) WHERE (idempotency_key IS NOT NULL);

CREATE INDEX template_choices_by_day ON public.template_choices USING btree (office, kind, from_day DESC, id DESC);

CREATE INDEX to_tell_by_case ON public.to_tell USING btree (case_id);

CREATE INDEX to_tell_open ON public.to_tell USING btree (case_id) WHERE (state = ANY (ARRAY['toTell'::text, 'failed'::text, 'byMail'::text]));

CREATE UNIQUE INDEX transfer_offers_open ON public.transfer_offers USING btree (case_id) WHERE (state = 'offered'::text);

CREATE INDEX transfer_offers_waiting ON public.transfer_offers USING btree (to_office) WHERE (state = 'offered'::text);

CREATE INDEX watch_marks_by_case ON public.watch_marks USING btree (case_id);

CREATE INDEX work_counts_by_seat ON public.work_counts USING btree (list, seat, level, day) INCLUDE (change);

CREATE INDEX work_items_by_case ON public.work_items USING btree (case_id);

CREATE TRIGGER made_never_changed BEFORE UPDATE ON public.documents FOR EACH ROW WHEN (((old.state = 'made'::text) AND ((((((((((((((new.id IS DISTINCT FROM old.id) OR (new.case_id IS DISTINCT FROM old.case_id)) OR (new.kind IS DISTINCT FROM old.kind)) OR (new.decision_seq IS DISTINCT FROM old.decision_seq)) OR (new.case_version IS DISTINCT FROM old.case_version)) OR (new.made_at IS DISTINCT FROM old.made_at)) OR (new.made_by IS DISTINCT FROM old.made_by)) OR (new.state IS DISTINCT FROM old.state)) OR (new.failure IS DISTINCT FROM old.failure)) OR (new.template_version IS DISTINCT FROM old.template_version)) OR (new.sha256 IS DISTINCT FROM old.sha256)) OR (new.about IS DISTINCT FROM old.about)) OR (new.typed IS DISTINCT FROM old.typed)) OR (new.bytes IS DISTINCT FROM old.bytes) OR ((old.outdated_at IS NOT NULL) AND (new.outdated_at IS DISTINCT FROM old.outdated_at))))) EXECUTE FUNCTION public.refuse_change();

CREATE TRIGGER made_never_changed BEFORE UPDATE ON public.pdfs FOR EACH ROW WHEN ((old.state = 'made'::text)) EXECUTE FUNCTION public.refuse_change();

CREATE TRIGGER made_never_deleted BEFORE DELETE ON public.documents FOR EACH ROW WHEN ((old.state = 'made'::text)) EXECUTE FUNCTION public.refuse_change();

CREATE TRIGGER made_never_deleted BEFORE DELETE ON public.pdfs FOR EACH ROW WHEN ((old.state = 'made'::text)) EXECUTE FUNCTION public.refuse_change();

CREATE TRIGGER never_changed BEFORE DELETE OR UPDATE ON public.addresses FOR EACH ROW EXECUTE FUNCTION public.refuse_change();

CREATE TRIGGER never_changed BEFORE DELETE OR UPDATE ON public.document_acts FOR EACH ROW EXECUTE FUNCTION public.refuse_change();

CREATE TRIGGER never_changed BEFORE DELETE OR UPDATE ON public.office_templates FOR EACH ROW EXECUTE FUNCTION public.refuse_change();

CREATE TRIGGER never_changed BEFORE DELETE OR UPDATE ON public.piece_chunks FOR EACH ROW EXECUTE FUNCTION public.refuse_chunk_change();

CREATE TRIGGER never_changed BEFORE DELETE OR UPDATE ON public.piece_files FOR EACH ROW EXECUTE FUNCTION public.refuse_file_change();

CREATE TRIGGER never_changed BEFORE DELETE OR UPDATE ON public.template_changes FOR EACH ROW EXECUTE FUNCTION public.refuse_change();

CREATE TRIGGER never_changed BEFORE DELETE OR UPDATE ON public.template_choices FOR EACH ROW EXECUTE FUNCTION public.refuse_change();

CREATE TRIGGER never_changed BEFORE DELETE OR UPDATE ON public.template_versions FOR EACH ROW EXECUTE FUNCTION public.refuse_version_change();

CREATE TRIGGER only_closed BEFORE DELETE OR UPDATE ON public.confidential_pieces FOR EACH ROW EXECUTE FUNCTION public.refuse_piece_change();

CREATE TRIGGER only_closed BEFORE DELETE OR UPDATE ON public.pieces FOR EACH ROW EXECUTE FUNCTION public.refuse_piece_change();

CREATE TRIGGER only_struck BEFORE DELETE OR UPDATE ON public.seized_item_acts FOR EACH ROW EXECUTE FUNCTION public.refuse_item_change();

CREATE TRIGGER tg_pgqueuer_changed AFTER INSERT OR DELETE OR UPDATE OR TRUNCATE ON public.pgqueuer FOR EACH STATEMENT EXECUTE FUNCTION public.fn_pgqueuer_changed();

CREATE TRIGGER watch_entered AFTER INSERT ON public.docket_entries REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION public.watch_entered();

CREATE TRIGGER work_cases_changed AFTER UPDATE ON public.cases REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION public.work_case_changed();

CREATE TRIGGER work_cases_made AFTER INSERT ON public.cases REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION public.work_case_changed();

CREATE TRIGGER work_changed AFTER UPDATE ON public.acknowledgements REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION public.work_changed();

CREATE TRIGGER work_changed AFTER UPDATE ON public.case_seizures REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION public.work_changed();

CREATE TRIGGER work_changed AFTER UPDATE ON public.case_time_limits REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION public.work_changed();

CREATE TRIGGER work_changed AFTER UPDATE ON public.case_watches REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION public.work_changed();

CREATE TRIGGER work_changed AFTER UPDATE ON public.hearings REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION public.work_changed();

CREATE TRIGGER work_changed AFTER UPDATE ON public.judgment_confiscations REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION public.work_changed();

CREATE TRIGGER work_changed AFTER UPDATE ON public.judgments REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION public.work_changed();

CREATE TRIGGER work_changed AFTER UPDATE ON public.request_answers REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION public.work_changed();

CREATE TRIGGER work_changed AFTER UPDATE ON public.requests REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION public.work_changed();

CREATE TRIGGER work_changed AFTER UPDATE ON public.seized_item_acts REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION public.work_changed();

CREATE TRIGGER work_changed AFTER UPDATE ON public.services REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION public.work_changed();

CREATE TRIGGER work_changed AFTER UPDATE ON public.to_tell REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION public.work_changed();

CREATE TRIGGER work_changed AFTER UPDATE ON public.transfer_offers REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION public.work_changed();

CREATE TRIGGER work_deliveries_changed AFTER UPDATE ON public.deliveries REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION public.work_delivery_changed();

CREATE TRIGGER work_gone AFTER DELETE ON public.acknowledgements REFERENCING OLD TABLE AS old_rows FOR EACH STATEMENT EXECUTE FUNCTION public.work_changed();

CREATE TRIGGER work_gone AFTER DELETE ON public.case_seizures REFERENCING OLD TABLE AS old_rows FOR EACH STATEMENT EXECUTE FUNCTION public.work_changed();

CREATE TRIGGER work_gone AFTER DELETE ON public.case_time_limits REFERENCING OLD TABLE AS old_rows FOR EACH STATEMENT EXECUTE FUNCTION public.work_changed();

CREATE TRIGGER work_gone AFTER DELETE ON public.case_watches REFERENCING OLD TABLE AS old_rows FOR EACH STATEMENT EXECUTE FUNCTION public.work_changed();

CREATE TRIGGER work_gone AFTER DELETE ON public.hearings REFERENCING OLD TABLE AS old_rows FOR EACH STATEMENT EXECUTE FUNCTION public.work_changed();

CREATE TRIGGER work_gone AFTER DELETE ON public.judgment_confiscations REFERENCING OLD TABLE AS old_rows FOR EACH STATEMENT EXECUTE FUNCTION public.work_changed();

CREATE TRIGGER work_gone AFTER DELETE ON public.judgments REFERENCING OLD TABLE AS old_rows FOR EACH STATEMENT EXECUTE FUNCTION public.work_changed();

CREATE TRIGGER work_gone AFTER DELETE ON public.request_answers REFERENCING OLD TABLE AS old_rows FOR EACH STATEMENT EXECUTE FUNCTION public.work_changed();

CREATE TRIGGER work_gone AFTER DELETE ON public.requests REFERENCING OLD TABLE AS old_rows FOR EACH STATEMENT EXECUTE FUNCTION public.work_changed();

CREATE TRIGGER work_gone AFTER DELETE ON public.seized_item_acts REFERENCING OLD TABLE AS old_rows FOR EACH STATEMENT EXECUTE FUNCTION public.work_changed();

CREATE TRIGGER work_gone AFTER DELETE ON public.services REFERENCING OLD TABLE AS old_rows FOR EACH STATEMENT EXECUTE FUNCTION public.work_changed();

CREATE TRIGGER work_gone AFTER DELETE ON public.to_tell REFERENCING OLD TABLE AS old_rows FOR EACH STATEMENT EXECUTE FUNCTION public.work_changed();

CREATE TRIGGER work_gone AFTER DELETE ON public.transfer_offers REFERENCING OLD TABLE AS old_rows FOR EACH STATEMENT EXECUTE FUNCTION public.work_changed();

CREATE TRIGGER work_made AFTER INSERT ON public.acknowledgements REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION public.work_changed();

CREATE TRIGGER work_made AFTER INSERT ON public.case_seizures REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION public.work_changed();

CREATE TRIGGER work_made AFTER INSERT ON public.case_time_limits REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION public.work_changed();

CREATE TRIGGER work_made AFTER INSERT ON public.case_watches REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION public.work_changed();

CREATE TRIGGER work_made AFTER INSERT ON public.document_acts REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION public.work_changed();

CREATE TRIGGER work_made AFTER INSERT ON public.hearings REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION public.work_changed();

CREATE TRIGGER work_made AFTER INSERT ON public.judgment_confiscations REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION public.work_changed();

CREATE TRIGGER work_made AFTER INSERT ON public.judgments REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION public.work_changed();

CREATE TRIGGER work_made AFTER INSERT ON public.request_answers REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION public.work_changed();

CREATE TRIGGER work_made AFTER INSERT ON public.requests REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION public.work_changed();

CREATE TRIGGER work_made AFTER INSERT ON public.seized_item_acts REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION public.work_changed();

CREATE TRIGGER work_made AFTER INSERT ON public.services REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION public.work_changed();

CREATE TRIGGER work_made AFTER INSERT ON public.to_tell REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION public.work_changed();

CREATE TRIGGER work_made AFTER INSERT ON public.transfer_offers REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION public.work_changed();

ALTER TABLE ONLY public.absences
    ADD CONSTRAINT absences_account_id_fkey FOREIGN KEY (account_id) REFERENCES public.accounts(id);

ALTER TABLE ONLY public.absences
    ADD CONSTRAINT absences_stand_in_fkey FOREIGN KEY (stand_in) REFERENCES public.accounts(id);

ALTER TABLE ONLY public.acknowledgements
    ADD CONSTRAINT acknowledgements_case_id_fkey FOREIGN KEY (case_id) REFERENCES public.cases(id);

ALTER TABLE ONLY public.acknowledgements
    ADD CONSTRAINT acknowledgements_request_id_fkey FOREIGN KEY (request_id) REFERENCES public.requests(id);

ALTER TABLE ONLY public.acknowledgements
    ADD CONSTRAINT acknowledgements_taken_by_fkey FOREIGN KEY (taken_by) REFERENCES public.accounts(id);

ALTER TABLE ONLY public.assignments
    ADD CONSTRAINT assignments_account_id_fkey FOREIGN KEY (account_id) REFERENCES public.accounts(id);

ALTER TABLE ONLY public.assignments
    ADD CONSTRAINT assignments_case_id_fkey FOREIGN KEY (case_id) REFERENCES public.cases(id);

ALTER TABLE ONLY public.assignments
    ADD CONSTRAINT assignments_seed_seq_fkey FOREIGN KEY (seed_seq) REFERENCES public.draw_seeds(seq);

ALTER TABLE ONLY public.bulk_lines
    ADD CONSTRAINT bulk_lines_case_id_fkey FOREIGN KEY (case_id) REFERENCES public.cases(id);

ALTER TABLE ONLY public.bulk_lines
    ADD CONSTRAINT bulk_lines_document_id_fkey FOREIGN KEY (document_id) REFERENCES public.documents(id);

ALTER TABLE ONLY public.bulk_lines
    ADD CONSTRAINT bulk_lines_hearing_id_fkey FOREIGN KEY (hearing_id) REFERENCES public.hearings(id);

ALTER TABLE ONLY public.bulk_lines
    ADD CONSTRAINT bulk_lines_run_id_fkey FOREIGN KEY (run_id) REFERENCES public.bulk_runs(id);

ALTER TABLE ONLY public.bulk_runs
    ADD CONSTRAINT bulk_runs_account_id_fkey FOREIGN KEY (account_id) REFERENCES public.accounts(id);

ALTER TABLE ONLY public.bulk_runs
    ADD CONSTRAINT bulk_runs_chamber_id_fkey FOREIGN KEY (chamber_id) REFERENCES public.chambers(id);

ALTER TABLE ONLY public.calendar_feeds
    ADD CONSTRAINT calendar_feeds_account_id_fkey FOREIGN KEY (account_id) REFERENCES public.accounts(id);

ALTER TABLE ONLY public.calendar_feeds
    ADD CONSTRAINT calendar_feeds_chamber_id_fkey FOREIGN KEY (chamber_id) REFERENCES public.chambers(id);

ALTER TABLE ONLY public.case_contacts
    ADD CONSTRAINT case_contacts_case_id_fkey FOREIGN KEY (case_id) REFERENCES public.cases(id);

ALTER TABLE ONLY public.case_contacts
    ADD CONSTRAINT case_contacts_corrected_by_fkey FOREIGN KEY (corrected_by) REFERENCES public.case_contacts(id);

ALTER TABLE ONLY public.case_grounds
    ADD CONSTRAINT case_grounds_case_id_fkey FOREIGN KEY (case_id) REFERENCES public.cases(id);

ALTER TABLE ONLY public.case_keys
    ADD CONSTRAINT case_keys_case_id_fkey FOREIGN KEY (case_id) REFERENCES public.cases(id);

ALTER TABLE ONLY public.case_links
    ADD CONSTRAINT case_links_case_id_fkey FOREIGN KEY (case_id) REFERENCES public.cases(id);

ALTER TABLE ONLY public.case_links
    ADD CONSTRAINT case_links_other_id_fkey FOREIGN KEY (other_id) REFERENCES public.cases(id);

ALTER TABLE ONLY public.case_offences
    ADD CONSTRAINT case_offences_case_id_fkey FOREIGN KEY (case_id) REFERENCES public.cases(id);

ALTER TABLE ONLY public.case_outlooks
    ADD CONSTRAINT case_outlooks_case_id_fkey FOREIGN KEY (case_id) REFERENCES public.cases(id);

ALTER TABLE ONLY public.case_persons
    ADD CONSTRAINT case_persons_case_id_fkey FOREIGN KEY (case_id) REFERENCES public.cases(id);

ALTER TABLE ONLY public.case_places
    ADD CONSTRAINT case_places_case_id_fkey FOREIGN KEY (case_id) REFERENCES public.cases(id);

ALTER TABLE ONLY public.case_positions
    ADD CONSTRAINT case_positions_case_id_fkey FOREIGN KEY (case_id) REFERENCES public.cases(id);

ALTER TABLE ONLY public.case_relations
    ADD CONSTRAINT case_relations_case_id_fkey FOREIGN KEY (case_id) REFERENCES public.cases(id);

ALTER TABLE ONLY public.case_relations
    ADD CONSTRAINT case_relations_related_id_fkey FOREIGN KEY (related_id) REFERENCES public.cases(id);

ALTER TABLE ONLY public.case_search
    ADD CONSTRAINT case_search_case_id_fkey FOREIGN KEY (case_id) REFERENCES public.cases(id);

ALTER TABLE ONLY public.case_seizures
    ADD CONSTRAINT case_seizures_case_id_fkey FOREIGN KEY (case_id) REFERENCES public.cases(id);

ALTER TABLE ONLY public.case_time_limits
    ADD CONSTRAINT case_time_limits_after_id_fkey FOREIGN KEY (after_id) REFERENCES public.case_time_limits(id);

ALTER TABLE ONLY public.case_time_limits
    ADD CONSTRAINT case_time_limits_case_id_fkey FOREIGN KEY (case_id) REFERENCES public.cases(id);

ALTER TABLE ONLY public.case_time_limits
    ADD CONSTRAINT case_time_limits_service_id_fkey FOREIGN KEY (service_id) REFERENCES public.services(id);

ALTER TABLE ONLY public.case_vessels
    ADD CONSTRAINT case_vessels_case_id_fkey FOREIGN KEY (case_id) REFERENCES public.cases(id);

ALTER TABLE ONLY public.case_watches
    ADD CONSTRAINT case_watches_case_id_fkey FOREIGN KEY (case_id) REFERENCES public.cases(id);

ALTER TABLE ONLY public.chamber_changes
    ADD CONSTRAINT chamber_changes_chamber_id_fkey FOREIGN KEY (chamber_id) REFERENCES public.chambers(id);

ALTER TABLE ONLY public.competence_challenges
    ADD CONSTRAINT competence_challenges_case_id_fkey FOREIGN KEY (case_id) REFERENCES public.cases(id);

ALTER TABLE ONLY public.competence_confirmations
    ADD CONSTRAINT competence_confirmations_account_id_fkey FOREIGN KEY (account_id) REFERENCES public.accounts(id);

ALTER TABLE ONLY public.competence_confirmations
    ADD CONSTRAINT competence_confirmations_case_id_fkey FOREIGN KEY (case_id) REFERENCES public.cases(id);

ALTER TABLE ONLY public.competence_rulings
    ADD CONSTRAINT competence_rulings_case_id_fkey FOREIGN KEY (case_id) REFERENCES public.cases(id);

ALTER TABLE ONLY public.competence_rulings
    ADD CONSTRAINT competence_rulings_challenge_id_fkey FOREIGN KEY (challenge_id) REFERENCES public.competence_challenges(id);

ALTER TABLE ONLY public.confidential_pieces
    ADD CONSTRAINT confidential_pieces_case_id_fkey FOREIGN KEY (case_id) REFERENCES public.cases(id);

ALTER TABLE ONLY public.conflicts
    ADD CONSTRAINT conflicts_case_id_fkey FOREIGN KEY (case_id) REFERENCES public.cases(id);

ALTER TABLE ONLY public.conflicts
    ADD CONSTRAINT conflicts_offer_id_fkey FOREIGN KEY (offer_id) REFERENCES public.transfer_offers(id);

ALTER TABLE ONLY public.daily_lines
    ADD CONSTRAINT daily_lines_case_id_fkey FOREIGN KEY (case_id) REFERENCES public.cases(id);

ALTER TABLE ONLY public.daily_lines
    ADD CONSTRAINT daily_lines_daily_id_fkey FOREIGN KEY (daily_id) REFERENCES public.daily_mails(id);

ALTER TABLE ONLY public.daily_lines
    ADD CONSTRAINT daily_lines_delivery_id_fkey FOREIGN KEY (delivery_id) REFERENCES public.deliveries(id);

ALTER TABLE ONLY public.daily_mails
    ADD CONSTRAINT daily_mails_delivery_id_fkey FOREIGN KEY (delivery_id) REFERENCES public.deliveries(id);

ALTER TABLE ONLY public.decision_tracks
    ADD CONSTRAINT decision_tracks_case_id_decision_seq_fkey FOREIGN KEY (case_id, decision_seq) REFERENCES public.decisions(case_id, seq);

ALTER TABLE ONLY public.decisions
    ADD CONSTRAINT decisions_case_id_fkey FOREIGN KEY (case_id) REFERENCES public.cases(id);

ALTER TABLE ONLY public.deliveries
    ADD CONSTRAINT deliveries_case_id_fkey FOREIGN KEY (case_id) REFERENCES public.cases(id);

ALTER TABLE ONLY public.deliveries
    ADD CONSTRAINT deliveries_request_id_fkey FOREIGN KEY (request_id) REFERENCES public.requests(id);

ALTER TABLE ONLY public.delivery_events
    ADD CONSTRAINT delivery_events_delivery_id_fkey FOREIGN KEY (delivery_id) REFERENCES public.deliveries(id);

ALTER TABLE ONLY public.docket_entries
    ADD CONSTRAINT docket_entries_case_id_fkey FOREIGN KEY (case_id) REFERENCES public.cases(id);

ALTER TABLE ONLY public.document_acts
    ADD CONSTRAINT document_acts_account_id_fkey FOREIGN KEY (account_id) REFERENCES public.accounts(id);

ALTER TABLE ONLY public.document_acts
    ADD CONSTRAINT document_acts_case_id_fkey FOREIGN KEY (case_id) REFERENCES public.cases(id);

ALTER TABLE ONLY public.document_acts
    ADD CONSTRAINT document_acts_document_id_fkey FOREIGN KEY (document_id) REFERENCES public.documents(id);

ALTER TABLE ONLY public.document_acts
    ADD CONSTRAINT document_acts_other_fkey FOREIGN KEY (other) REFERENCES public.documents(id);

ALTER TABLE ONLY public.documents
    ADD CONSTRAINT documents_case_id_fkey FOREIGN KEY (case_id) REFERENCES public.cases(id);

ALTER TABLE ONLY public.drafts
    ADD CONSTRAINT drafts_account_id_fkey FOREIGN KEY (account_id) REFERENCES public.accounts(id);

ALTER TABLE ONLY public.draw_secrets
    ADD CONSTRAINT draw_secrets_seq_fkey FOREIGN KEY (seq) REFERENCES public.draw_seeds(seq);

ALTER TABLE ONLY public.duty_roster
    ADD CONSTRAINT duty_roster_account_id_fkey FOREIGN KEY (account_id) REFERENCES public.accounts(id);

ALTER TABLE ONLY public.enactment_effects
    ADD CONSTRAINT enactment_effects_seq_fkey FOREIGN KEY (seq) REFERENCES public.enactments(seq);

ALTER TABLE ONLY public.enactment_effects
    ADD CONSTRAINT enactment_effects_simulation_id_fkey FOREIGN KEY (simulation_id) REFERENCES public.simulations(id);

ALTER TABLE ONLY public.enactment_proposals
    ADD CONSTRAINT enactment_proposals_confirmed_account_fkey FOREIGN KEY (confirmed_account) REFERENCES public.accounts(id);

ALTER TABLE ONLY public.enactment_proposals
    ADD CONSTRAINT enactment_proposals_proposed_account_fkey FOREIGN KEY (proposed_account) REFERENCES public.accounts(id);

ALTER TABLE ONLY public.enactment_proposals
    ADD CONSTRAINT enactment_proposals_simulation_id_fkey FOREIGN KEY (simulation_id) REFERENCES public.simulations(id);

ALTER TABLE ONLY public.enactments
    ADD CONSTRAINT enactments_digest_fkey FOREIGN KEY (digest) REFERENCES public.law_packs(digest);

ALTER TABLE ONLY public.escalation_tries
    ADD CONSTRAINT escalation_tries_account_id_fkey FOREIGN KEY (account_id) REFERENCES public.accounts(id);

ALTER TABLE ONLY public.escalation_tries
    ADD CONSTRAINT escalation_tries_escalation_id_fkey FOREIGN KEY (escalation_id) REFERENCES public.escalations(id);

ALTER TABLE ONLY public.escalations
    ADD CONSTRAINT escalations_acknowledgement_id_fkey FOREIGN KEY (acknowledgement_id) REFERENCES public.acknowledgements(id);

ALTER TABLE ONLY public.escalations
    ADD CONSTRAINT escalations_case_id_fkey FOREIGN KEY (case_id) REFERENCES public.cases(id);

ALTER TABLE ONLY public.extracts
    ADD CONSTRAINT extracts_case_id_fkey FOREIGN KEY (case_id) REFERENCES public.cases(id);

ALTER TABLE ONLY public.extracts
    ADD CONSTRAINT extracts_judgment_id_fkey FOREIGN KEY (judgment_id) REFERENCES public.judgments(id);

ALTER TABLE ONLY public.extracts
    ADD CONSTRAINT extracts_time_limit_id_fkey FOREIGN KEY (time_limit_id) REFERENCES public.case_time_limits(id);

ALTER TABLE ONLY public.head_cases
    ADD CONSTRAINT head_cases_head_seq_fkey FOREIGN KEY (head_seq) REFERENCES public.heads(seq) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.hearings
    ADD CONSTRAINT hearings_case_id_fkey FOREIGN KEY (case_id) REFERENCES public.cases(id);

ALTER TABLE ONLY public.hearings
    ADD CONSTRAINT hearings_sitting_id_fkey FOREIGN KEY (sitting_id) REFERENCES public.sittings(id);

ALTER TABLE ONLY public.judgment_clocks
    ADD CONSTRAINT judgment_clocks_case_id_fkey FOREIGN KEY (case_id) REFERENCES public.cases(id);

ALTER TABLE ONLY public.judgment_clocks
    ADD CONSTRAINT judgment_clocks_judgment_id_fkey FOREIGN KEY (judgment_id) REFERENCES public.judgments(id);

ALTER TABLE ONLY public.judgment_clocks
    ADD CONSTRAINT judgment_clocks_time_limit_id_fkey FOREIGN KEY (time_limit_id) REFERENCES public.case_time_limits(id);

ALTER TABLE ONLY public.judgment_confiscations
    ADD CONSTRAINT judgment_confiscations_case_id_fkey FOREIGN KEY (case_id) REFERENCES public.cases(id);

ALTER TABLE ONLY public.judgment_confiscations
    ADD CONSTRAINT judgment_confiscations_judgment_id_fkey FOREIGN KEY (judgment_id) REFERENCES public.judgments(id);

ALTER TABLE ONLY public.judgment_outcomes
    ADD CONSTRAINT judgment_outcomes_case_id_fkey FOREIGN KEY (case_id) REFERENCES public.cases(id);

ALTER TABLE ONLY public.judgment_outcomes
    ADD CONSTRAINT judgment_outcomes_judgment_id_fkey FOREIGN KEY (judgment_id) REFERENCES public.judgments(id);

ALTER TABLE ONLY public.judgment_parties
    ADD CONSTRAINT judgment_parties_case_id_fkey FOREIGN KEY (case_id) REFERENCES public.cases(id);

ALTER TABLE ONLY public.judgment_parties
    ADD CONSTRAINT judgment_parties_judgment_id_fkey FOREIGN KEY (judgment_id) REFERENCES public.judgments(id);

ALTER TABLE ONLY public.judgment_penalties
    ADD CONSTRAINT judgment_penalties_case_id_fkey FOREIGN KEY (case_id) REFERENCES public.cases(id);

ALTER TABLE ONLY public.judgment_penalties
    ADD CONSTRAINT judgment_penalties_judgment_id_fkey FOREIGN KEY (judgment_id) REFERENCES public.judgments(id);

ALTER TABLE ONLY public.judgments
    ADD CONSTRAINT judgments_case_id_fkey FOREIGN KEY (case_id) REFERENCES public.cases(id);

ALTER TABLE ONLY public.judgments
    ADD CONSTRAINT judgments_corrected_by_fkey FOREIGN KEY (corrected_by) REFERENCES public.judgments(id);

ALTER TABLE ONLY public.judgments
    ADD CONSTRAINT judgments_corrects_fkey FOREIGN KEY (corrects) REFERENCES public.judgments(id);

ALTER TABLE ONLY public.law_in_force
    ADD CONSTRAINT law_in_force_digest_fkey FOREIGN KEY (digest) REFERENCES public.law_packs(digest);

ALTER TABLE ONLY public.law_in_force
    ADD CONSTRAINT law_in_force_seq_fkey FOREIGN KEY (seq) REFERENCES public.enactments(seq);

ALTER TABLE ONLY public.law_pack_files
    ADD CONSTRAINT law_pack_files_digest_fkey FOREIGN KEY (digest) REFERENCES public.law_packs(digest);

ALTER TABLE ONLY public.limit_reminders
    ADD CONSTRAINT limit_reminders_time_limit_id_fkey FOREIGN KEY (time_limit_id) REFERENCES public.case_time_limits(id);

ALTER TABLE ONLY public.limitation_reminders
    ADD CONSTRAINT limitation_reminders_case_id_fkey FOREIGN KEY (case_id) REFERENCES public.cases(id);

ALTER TABLE ONLY public.mail_tasks
    ADD CONSTRAINT mail_tasks_case_id_fkey FOREIGN KEY (case_id) REFERENCES public.cases(id);

ALTER TABLE ONLY public.mail_tasks
    ADD CONSTRAINT mail_tasks_delivery_id_fkey FOREIGN KEY (delivery_id) REFERENCES public.deliveries(id);

ALTER TABLE ONLY public.office_templates
    ADD CONSTRAINT office_templates_version_fkey FOREIGN KEY (version) REFERENCES public.template_versions(version);

ALTER TABLE ONLY public.pdf_work
    ADD CONSTRAINT pdf_work_pdf_id_fkey FOREIGN KEY (pdf_id) REFERENCES public.pdfs(id);

ALTER TABLE ONLY public.pdfs
    ADD CONSTRAINT pdfs_case_id_fkey FOREIGN KEY (case_id) REFERENCES public.cases(id);

ALTER TABLE ONLY public.pdfs
    ADD CONSTRAINT pdfs_document_id_fkey FOREIGN KEY (document_id) REFERENCES public.documents(id);

ALTER TABLE ONLY public.phone_cards
    ADD CONSTRAINT phone_cards_escalation_id_fkey FOREIGN KEY (escalation_id) REFERENCES public.escalations(id);

ALTER TABLE ONLY public.piece_chunks
    ADD CONSTRAINT piece_chunks_file_id_fkey FOREIGN KEY (file_id) REFERENCES public.piece_files(id) ON DELETE CASCADE;

ALTER TABLE ONLY public.piece_files
    ADD CONSTRAINT piece_files_case_id_fkey FOREIGN KEY (case_id) REFERENCES public.cases(id);

ALTER TABLE ONLY public.pieces
    ADD CONSTRAINT pieces_case_id_fkey FOREIGN KEY (case_id) REFERENCES public.cases(id);

ALTER TABLE ONLY public.port_bans
    ADD CONSTRAINT port_bans_case_id_fkey FOREIGN KEY (case_id) REFERENCES public.cases(id);

ALTER TABLE ONLY public.port_bans
    ADD CONSTRAINT port_bans_judgment_id_fkey FOREIGN KEY (judgment_id) REFERENCES public.judgments(id);

ALTER TABLE ONLY public.read_announcements
    ADD CONSTRAINT read_announcements_account_id_fkey FOREIGN KEY (account_id) REFERENCES public.accounts(id);

ALTER TABLE ONLY public.read_announcements
    ADD CONSTRAINT read_announcements_seq_fkey FOREIGN KEY (seq) REFERENCES public.enactments(seq);

ALTER TABLE ONLY public.recusals
    ADD CONSTRAINT recusals_account_id_fkey FOREIGN KEY (account_id) REFERENCES public.accounts(id);

ALTER TABLE ONLY public.recusals
    ADD CONSTRAINT recusals_case_id_fkey FOREIGN KEY (case_id) REFERENCES public.cases(id);

ALTER TABLE ONLY public.referrals
    ADD CONSTRAINT referrals_case_id_fkey FOREIGN KEY (case_id) REFERENCES public.cases(id);

ALTER TABLE ONLY public.remedies
    ADD CONSTRAINT remedies_case_id_fkey FOREIGN KEY (case_id) REFERENCES public.cases(id);

ALTER TABLE ONLY public.remedies
    ADD CONSTRAINT remedies_judgment_id_fkey FOREIGN KEY (judgment_id) REFERENCES public.judgments(id);

ALTER TABLE ONLY public.render_attempts
    ADD CONSTRAINT render_attempts_document_id_fkey FOREIGN KEY (document_id) REFERENCES public.documents(id);

ALTER TABLE ONLY public.request_answers
    ADD CONSTRAINT request_answers_case_id_fkey FOREIGN KEY (case_id) REFERENCES public.cases(id);

ALTER TABLE ONLY public.request_answers
    ADD CONSTRAINT request_answers_request_id_fkey FOREIGN KEY (request_id) REFERENCES public.requests(id);

ALTER TABLE ONLY public.request_links
    ADD CONSTRAINT request_links_request_id_fkey FOREIGN KEY (request_id) REFERENCES public.requests(id);

ALTER TABLE ONLY public.request_reminders
    ADD CONSTRAINT request_reminders_case_id_fkey FOREIGN KEY (case_id) REFERENCES public.cases(id);

ALTER TABLE ONLY public.request_reminders
    ADD CONSTRAINT request_reminders_delivery_id_fkey FOREIGN KEY (delivery_id) REFERENCES public.deliveries(id);

ALTER TABLE ONLY public.request_reminders
    ADD CONSTRAINT request_reminders_request_id_fkey FOREIGN KEY (request_id) REFERENCES public.requests(id);

ALTER TABLE ONLY public.requests
    ADD CONSTRAINT requests_case_id_fkey FOREIGN KEY (case_id) REFERENCES public.cases(id);

ALTER TABLE ONLY public.roster_members
    ADD CONSTRAINT roster_members_account_id_fkey FOREIGN KEY (account_id) REFERENCES public.accounts(id);

ALTER TABLE ONLY public.saved_filters
    ADD CONSTRAINT saved_filters_account_id_fkey FOREIGN KEY (account_id) REFERENCES public.accounts(id);

ALTER TABLE ONLY public.seized_item_acts
    ADD CONSTRAINT seized_item_acts_case_id_fkey FOREIGN KEY (case_id) REFERENCES public.cases(id);

ALTER TABLE ONLY public.seized_item_acts
    ADD CONSTRAINT seized_item_acts_magistrate_fkey FOREIGN KEY (magistrate) REFERENCES public.accounts(id);

ALTER TABLE ONLY public.services
    ADD CONSTRAINT services_case_id_fkey FOREIGN KEY (case_id) REFERENCES public.cases(id);

ALTER TABLE ONLY public.services
    ADD CONSTRAINT services_follows_id_fkey FOREIGN KEY (follows_id) REFERENCES public.services(id);

ALTER TABLE ONLY public.services
    ADD CONSTRAINT services_hearing_id_fkey FOREIGN KEY (hearing_id) REFERENCES public.hearings(id);

ALTER TABLE ONLY public.sessions
    ADD CONSTRAINT sessions_account_id_fkey FOREIGN KEY (account_id) REFERENCES public.accounts(id);

ALTER TABLE ONLY public.simulation_files
    ADD CONSTRAINT simulation_files_simulation_id_fkey FOREIGN KEY (simulation_id) REFERENCES public.simulations(id) ON DELETE CASCADE;

ALTER TABLE ONLY public.simulations
    ADD CONSTRAINT simulations_draft_digest_fkey FOREIGN KEY (draft_digest) REFERENCES public.law_packs(digest);

ALTER TABLE ONLY public.simulations
    ADD CONSTRAINT simulations_present_digest_fkey FOREIGN KEY (present_digest) REFERENCES public.law_packs(digest);

ALTER TABLE ONLY public.sittings
    ADD CONSTRAINT sittings_chamber_id_fkey FOREIGN KEY (chamber_id) REFERENCES public.chambers(id);

ALTER TABLE ONLY public.submissions
    ADD CONSTRAINT submissions_case_id_fkey FOREIGN KEY (case_id) REFERENCES public.cases(id);

ALTER TABLE ONLY public.template_changes
    ADD CONSTRAINT template_changes_choice_id_fkey FOREIGN KEY (choice_id) REFERENCES public.template_choices(id);

ALTER TABLE ONLY public.template_changes
    ADD CONSTRAINT template_changes_upload_id_fkey FOREIGN KEY (upload_id) REFERENCES public.office_templates(id);

ALTER TABLE ONLY public.template_choices
    ADD CONSTRAINT template_choices_template_id_fkey FOREIGN KEY (template_id) REFERENCES public.office_templates(id);

ALTER TABLE ONLY public.to_tell
    ADD CONSTRAINT to_tell_case_id_fkey FOREIGN KEY (case_id) REFERENCES public.cases(id);

ALTER TABLE ONLY public.to_tell
    ADD CONSTRAINT to_tell_contact_id_fkey FOREIGN KEY (contact_id) REFERENCES public.case_contacts(id);

ALTER TABLE ONLY public.to_tell
    ADD CONSTRAINT to_tell_delivery_id_fkey FOREIGN KEY (delivery_id) REFERENCES public.deliveries(id);

ALTER TABLE ONLY public.to_tell
    ADD CONSTRAINT to_tell_hearing_id_fkey FOREIGN KEY (hearing_id) REFERENCES public.hearings(id);

ALTER TABLE ONLY public.transfer_offers
    ADD CONSTRAINT transfer_offers_case_id_fkey FOREIGN KEY (case_id) REFERENCES public.cases(id);

