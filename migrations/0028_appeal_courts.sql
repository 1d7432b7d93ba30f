-- migrate:up

set local lock_timeout = '5s';

-- The court that an appeal brings the file before: its registry reads the file from then on. Null for every other
-- remedy: an opposition stays with its court, and the Court of Cassation keeps no file here.
alter table remedies add column brought_before text;

-- Courts to which a file is open: those it was referred to under that decision, and those before which an appeal that stands brought it.
create function courts_of(file bigint, decision integer) returns text[] language sql stable as $$
    select array(
        select r.court from referrals r where r.case_id = file and r.decision_seq = decision
        union
        select m.brought_before from remedies m where m.case_id = file and m.brought_before is not null and m.withdrawn_on is null
        order by 1)
$$;

-- migrate:down

drop function courts_of(bigint, integer);

alter table remedies drop column brought_before;
