-- migrate:up

set local lock_timeout = '5s';

-- The new index is the key: two of the same columns would be written for nothing.
alter table work_items drop constraint work_items_pkey, add constraint work_items_pkey primary key using index work_items_page;

-- migrate:down

set local lock_timeout = '5s';

alter table work_items drop constraint work_items_pkey, add primary key (list, seat, level, day, sort, item);
create unique index work_items_page on work_items (list, seat, level, day, sort, item) include (case_id);
