-- name: log_access(at, account, action, case_number, query)!
insert into access_log (at, account, action, case_number, query) values (:at, :account, :action, :case_number, :query);

-- name: access_lines(case_number, before, row_limit)
-- The newest lines, of one file or of all; `before` is the id of the last line of the page before.
select l.id, l.at, l.account, l.action, l.case_number, l.query
from access_log l
where (cast(:case_number as text) is null or l.case_number = :case_number)
  and (cast(:before as bigint) is null or l.id < :before)
order by l.id desc limit :row_limit;
