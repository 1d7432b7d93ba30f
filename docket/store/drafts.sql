-- name: draft(id, account_id)^
-- A draft of one account.
select id, purpose, case_number, case_version, content, version, saved_at
from drafts
where id = :id and account_id = :account_id;

-- name: insert_draft(id, account_id, case_number, purpose, content, case_version, saved_at)^
-- The first save; no row when the id is taken.
insert into drafts (id, account_id, case_number, purpose, content, case_version, saved_at)
values (:id, :account_id, :case_number, :purpose, :content, :case_version, :saved_at)
on conflict (id) do nothing
returning version;

-- name: update_draft(id, account_id, content, case_version, version, saved_at)^
-- A later save of the version that was seen; no row when another tab saved in between.
update drafts
set content = :content, case_version = :case_version, saved_at = :saved_at, version = version + 1
where id = :id and account_id = :account_id and version = :version
returning version;

-- name: close_draft(id, account_id, case_number, saved_at)!
-- The draft became a file: its content goes, its id still leads to the file.
update drafts
set case_number = :case_number, content = '{}', saved_at = :saved_at, version = version + 1
where id = :id and account_id = :account_id;

-- name: delete_draft(id, account_id)!
delete from drafts where id = :id and account_id = :account_id;

-- name: drafts_of(account_id, row_limit, office, court, by_office, by_office_when_named, by_name, by_court)
-- Open drafts of an account, last saved first; a registered one is open no more, and one of a file that was closed to him
-- since is not shown: it may hold what the file says.
select d.id, d.purpose, d.case_number, d.case_version, d.content, d.version, d.saved_at
from drafts d
where d.account_id = :account_id and not (d.purpose = 'register' and d.case_number is not null)
  and (d.case_number is null
       or exists (select from cases c
                  where c.case_number = d.case_number
                    and case_visible(c, :account_id, :office, :court, :by_office, :by_office_when_named, :by_name, :by_court)))
order by d.saved_at desc, d.id
limit :row_limit;

-- name: forget_closed(account_id, before)!
-- What became a file longer ago than a double click takes.
delete from drafts
where account_id = :account_id and purpose = 'register' and case_number is not null and saved_at < :before;
