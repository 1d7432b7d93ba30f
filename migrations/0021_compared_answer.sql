-- migrate:up

set local lock_timeout = '5s';

-- What a comparison of laws looks at, beside the answer with its whole trace: PostgreSQL made the larger one out of its compressed chunks
-- for each file of a simulation. Generated, so no hash of a row covers it: `result`, which it is made of, is covered.
alter table decisions add column compared jsonb not null
    generated always as (result - '{steps,warnings,candidates}'::text[]) stored;

-- migrate:down

alter table decisions drop column compared;
