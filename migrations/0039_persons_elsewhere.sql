-- migrate:up

-- Suspects of a file whose tracks all lead to another court than this one, where a track leads here; of a court that no track names (a
-- court of appeal, the court of an older decision) nobody is elsewhere. Whose track leads nowhere yet may come here.
create function persons_elsewhere(file bigint, decision integer, at_court text) returns text[]
    language sql stable
    as $$
    select coalesce(array_agg(distinct p.id order by p.id), '{}')
    from decision_tracks t cross join unnest(t.persons) p (id)
    where t.case_id = file and t.decision_seq = decision and t.court <> at_court
      and exists (select from decision_tracks h where h.case_id = file and h.decision_seq = decision and h.court = at_court)
      and not exists (select from decision_tracks h where h.case_id = file and h.decision_seq = decision
                      and (h.court = at_court or h.court is null) and h.persons @> array[p.id])
$$;

-- migrate:down

drop function persons_elsewhere(bigint, integer, text);
