-- migrate:up transaction:false

-- The day's page counts them, and a mail that failed is rare among all that were sent.
create index concurrently deliveries_failed on deliveries (case_id) where state = 'failed';

-- migrate:down transaction:false

drop index concurrently deliveries_failed;
