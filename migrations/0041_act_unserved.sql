-- migrate:up

set local lock_timeout = '5s';

-- An act that calls to no hearing and whose service failed stands on a list of its own.
alter table case_watches drop constraint case_watches_kind_check;
alter table case_watches add constraint case_watches_kind_check check (kind in (
    'limitation', 'limitationUntold', 'reasonableTime', 'unheld', 'servicesMissed', 'hearingsPast', 'settlementOverdue', 'actUnserved'));

-- migrate:down

set local lock_timeout = '5s';

delete from case_watches where kind = 'actUnserved';
alter table case_watches drop constraint case_watches_kind_check;
alter table case_watches add constraint case_watches_kind_check check (kind in (
    'limitation', 'limitationUntold', 'reasonableTime', 'unheld', 'servicesMissed', 'hearingsPast', 'settlementOverdue'));
