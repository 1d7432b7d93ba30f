-- migrate:up

set local lock_timeout = '5s';

-- What two spellings of one address share (docket/mail/recipients.py); null: a version before this one wrote it.
alter table deliveries add column recipient_key text;
update deliveries set recipient_key = lower(btrim(recipient));
create index deliveries_by_recipient_key on deliveries (recipient_key, written_at);
drop index deliveries_by_recipient;
update daily_mails m set recipient = lower(btrim(m.recipient))
where m.recipient <> lower(btrim(m.recipient))
  and not exists (select from daily_mails o where o.day = m.day and o.id <> m.id and lower(btrim(o.recipient)) = lower(btrim(m.recipient)));

-- Every sending is an event, so that a mail which is sent again on a later day was sent on both; mails from before events get theirs.
insert into delivery_events (delivery_id, at, what, reply)
select d.id, d.sent_at, 'sent', d.server_reply from deliveries d
where d.sent_at is not null and not exists (select from delivery_events v where v.delivery_id = d.id and v.what = 'sent');
create index delivery_events_sent on delivery_events (at) where what = 'sent';
drop index deliveries_by_sending;

-- Experts are told too.
alter table to_tell drop constraint to_tell_role_check;
alter table to_tell add constraint to_tell_role_check
    check (role in ('suspect', 'victim', 'injuredParty', 'civilParty', 'counsel', 'interpreter', 'prison', 'expert', 'investigator'));

-- An answer on which nobody decides is told again from the day on which it came, not from the one on which it was due.
alter table request_reminders drop constraint request_reminders_step_check;
alter table request_reminders add constraint request_reminders_step_check check (step in ('before', 'overdue', 'answered'));

-- migrate:down

alter table request_reminders drop constraint request_reminders_step_check;
delete from request_reminders where step = 'answered';
alter table request_reminders add constraint request_reminders_step_check check (step in ('before', 'overdue'));
alter table to_tell drop constraint to_tell_role_check;
delete from to_tell where role = 'expert';
alter table to_tell add constraint to_tell_role_check
    check (role in ('suspect', 'victim', 'injuredParty', 'civilParty', 'counsel', 'interpreter', 'prison', 'investigator'));
create index deliveries_by_sending on deliveries (sent_at) where sent_at is not null;
drop index delivery_events_sent;
create index deliveries_by_recipient on deliveries (recipient, written_at);
drop index deliveries_by_recipient_key;
alter table deliveries drop column recipient_key;
