-- migrate:up transaction:false

-- A page of a list is read in its order from the index alone: without the file in it, a list of few seats was fetched whole and sorted.
create unique index concurrently work_items_page on work_items (list, seat, level, day, sort, item) include (case_id);

-- migrate:down transaction:false

drop index concurrently work_items_page;
