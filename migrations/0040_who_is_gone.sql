-- migrate:up

set local lock_timeout = '5s';

-- A file goes from who had it to a colleague, and waits again when the account of who had it is closed.
alter table acknowledgements drop constraint acknowledgements_end_cause_check;
alter table acknowledgements add constraint acknowledgements_end_cause_check
    check (end_cause in ('elsewhere', 'joined', 'moreUrgent', 'settled', 'handedOver', 'gone'));
create index acknowledgements_kept on acknowledgements (taken_by) where taken_at is not null and ended_at is null;

-- What comes back names the mail that told a step.
create index escalation_tries_by_message on escalation_tries (message_id) where channel = 'mail';

-- migrate:down

drop index escalation_tries_by_message;
drop index acknowledgements_kept;
alter table acknowledgements drop constraint acknowledgements_end_cause_check;
alter table acknowledgements add constraint acknowledgements_end_cause_check
    check (end_cause in ('elsewhere', 'joined', 'moreUrgent', 'settled'));
