-- migrate:up

set local lock_timeout = '5s';

-- Until when a worker that shows signs of life has this PDF in hand; null or past = nobody has.
alter table pdf_work add column leased_until timestamptz;

-- What the sweep of the worker looks through every five minutes: few rows of large tables.
create index documents_asked on documents (made_at) where state = 'asked';
create index pdfs_asked on pdfs (asked_at) where state = 'asked';
create index bulk_lines_waiting on bulk_lines (run_id, ordinal) where state = 'waiting';

-- A PDF that is made is never changed, as a document that is made.
create trigger made_never_changed before update on pdfs for each row when (old.state = 'made') execute function refuse_change();
create trigger made_never_deleted before delete on pdfs for each row when (old.state = 'made') execute function refuse_change();

-- Of a piece only where it lies, until when and why may change; what was handed in never does.
create function refuse_piece_change() returns trigger language plpgsql as $$
declare
    closing constant text[] := array['state', 'moved_to', 'reason', 'closed_at', 'closed_by'];
begin
    if tg_op = 'UPDATE' and old.closed_at is null and to_jsonb(new) - closing = to_jsonb(old) - closing then
        return new;
    end if;
    raise exception '% %: only closing changes this row, once', tg_table_name, old.id using errcode = 'restrict_violation';
end
$$;
create trigger only_closed before update or delete on pieces for each row execute function refuse_piece_change();
create trigger only_closed before update or delete on confidential_pieces for each row execute function refuse_piece_change();

-- An act on a seized item is struck through once, and is otherwise as it was entered.
create function refuse_item_change() returns trigger language plpgsql as $$
declare
    striking constant text[] := array['struck_at', 'struck_by', 'struck_reason'];
begin
    if tg_op = 'UPDATE' and old.struck_at is null and to_jsonb(new) - striking = to_jsonb(old) - striking then
        return new;
    end if;
    raise exception '% %: only striking through changes this row, once', tg_table_name, old.id using errcode = 'restrict_violation';
end
$$;
create trigger only_struck before update or delete on seized_item_acts for each row execute function refuse_item_change();

-- Bytes are handed in once; they go only with an upload that no piece names.
create function refuse_chunk_change() returns trigger language plpgsql as $$
begin
    if tg_op = 'DELETE' and not exists (
        select from piece_files f
        where f.id = old.file_id
          and (exists (select from pieces p where p.case_id = f.case_id and p.sha256 = f.sha256)
               or exists (select from confidential_pieces p where p.case_id = f.case_id and p.sha256 = f.sha256))
    ) then
        return old;
    end if;
    raise exception '% %/%: these bytes are never changed', tg_table_name, old.file_id, old.seq using errcode = 'restrict_violation';
end
$$;
create trigger never_changed before update or delete on piece_chunks for each row execute function refuse_chunk_change();

create function refuse_file_change() returns trigger language plpgsql as $$
begin
    if tg_op = 'UPDATE' and (new.id, new.case_id, new.sha256, new.size, new.bom) is not distinct from (old.id, old.case_id, old.sha256, old.size, old.bom) then
        return new;
    end if;
    if tg_op = 'DELETE' and not exists (select from pieces p where p.case_id = old.case_id and p.sha256 = old.sha256)
        and not exists (select from confidential_pieces p where p.case_id = old.case_id and p.sha256 = old.sha256) then
        return old;
    end if;
    raise exception '% %: a piece names these bytes', tg_table_name, old.id using errcode = 'restrict_violation';
end
$$;
create trigger never_changed before update or delete on piece_files for each row execute function refuse_file_change();

-- migrate:down

drop trigger never_changed on piece_files;
drop function refuse_file_change();
drop trigger never_changed on piece_chunks;
drop function refuse_chunk_change();
drop trigger only_struck on seized_item_acts;
drop function refuse_item_change();
drop trigger only_closed on confidential_pieces;
drop trigger only_closed on pieces;
drop function refuse_piece_change();
drop trigger made_never_deleted on pdfs;
drop trigger made_never_changed on pdfs;
drop index bulk_lines_waiting;
drop index pdfs_asked;
drop index documents_asked;
alter table pdf_work drop column leased_until;
