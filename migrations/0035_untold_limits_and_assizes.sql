-- migrate:up

set local lock_timeout = '5s';

-- A file with an offence of which no last day of the limitation can be told stands on a list of its own, with every reason why not.
alter table case_watches add column why text[] not null default '{}';
alter table case_watches drop constraint case_watches_kind_check;
alter table case_watches add constraint case_watches_kind_check
    check (kind in ('limitation', 'limitationUntold', 'reasonableTime', 'unheld', 'servicesMissed', 'hearingsPast'));

-- A murder is heard by the court of assize, which has its chambers and sittings too.
alter table chambers drop constraint chambers_kind_check;
alter table chambers add constraint chambers_kind_check check (kind in ('correctional', 'raadkamer', 'appeal', 'youth', 'assizes'));
alter table sittings drop constraint sittings_kind_check;
alter table sittings add constraint sittings_kind_check check (kind in ('correctional', 'raadkamer', 'appeal', 'youth', 'assizes'));

-- migrate:down

set local lock_timeout = '5s';

delete from case_watches where kind = 'limitationUntold';
alter table case_watches drop constraint case_watches_kind_check;
alter table case_watches add constraint case_watches_kind_check
    check (kind in ('limitation', 'reasonableTime', 'unheld', 'servicesMissed', 'hearingsPast'));
alter table case_watches drop column why;
alter table chambers drop constraint chambers_kind_check;
alter table chambers add constraint chambers_kind_check check (kind in ('correctional', 'raadkamer', 'appeal', 'youth'));
alter table sittings drop constraint sittings_kind_check;
alter table sittings add constraint sittings_kind_check check (kind in ('correctional', 'raadkamer', 'appeal', 'youth'));
