-- migrate:up

-- The statuses of `docket.life`. What was called referred is trialCourt: seals keep the older word for it (docket/journal.py).
update cases set status = 'trialCourt' where status = 'referred';
alter table cases add constraint cases_status_check check (status in (
    'registered', 'investigation', 'miniInstruction', 'judicialInquiry', 'settlementOfProcedure', 'trialCourt', 'judged',
    'assizes', 'guiltyPlea', 'dismissed', 'duplicate', 'settlement', 'transferred', 'nonProsecution', 'internment',
    'opposition', 'appeal', 'final', 'closed', 'cassation', 'joined'));
update case_links set status_before = 'trialCourt' where status_before = 'referred';
alter table case_links add constraint case_links_status_before_check check (status_before <> 'referred');

-- Where each suspect stands for each offence, while they do not all stand where their file does; no rows: they do.
create table case_positions (
    case_id           bigint not null references cases (id),
    -- ids within the report; empty: nobody is known, or nobody is charged with anything
    person            text not null,
    offence           text not null,
    status            text not null check (status in (
        'registered', 'investigation', 'miniInstruction', 'judicialInquiry', 'settlementOfProcedure', 'trialCourt', 'judged',
        'assizes', 'guiltyPlea', 'dismissed', 'duplicate', 'settlement', 'transferred', 'nonProsecution', 'internment',
        'opposition', 'appeal', 'final', 'closed', 'cassation')),
    primary key (case_id, person, offence)
);

-- migrate:down

drop table case_positions;
alter table case_links drop constraint case_links_status_before_check;
update case_links set status_before = case status_before when 'transferred' then 'transferred' when 'trialCourt' then 'referred' else 'registered' end
where status_before is not null;
alter table cases drop constraint cases_status_check;
update cases set status = case when status in ('registered', 'transferred', 'joined') then status
    when status in ('trialCourt', 'judged', 'assizes', 'opposition', 'appeal', 'cassation', 'final', 'closed') then 'referred'
    else 'registered' end;
