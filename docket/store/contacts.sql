-- name: of_case(case_id)
-- Every contact of a case that was found through the condition, oldest first.
select * from case_contacts where case_id = :case_id order by id;

-- name: add(case_id, kind, person, name, firm, email, phone, language, from_on, until_on, at, by)$
insert into case_contacts (case_id, kind, person, name, firm, email, phone, language, from_on, until_on, entered_at, entered_by)
values (:case_id, :kind, :person, :name, :firm, :email, :phone, :language, :from_on, :until_on, :at, :by)
returning id;

-- name: end_contact(case_id, contact_id, until_on, at, by, reason)!
update case_contacts
set until_on = :until_on, ended_at = :at, ended_by = :by, end_reason = :reason
where case_id = :case_id and id = :contact_id;

-- name: correct(case_id, contact_id, corrected_by, at, by, reason)!
update case_contacts
set corrected_by = :corrected_by, ended_at = :at, ended_by = :by, end_reason = :reason
where case_id = :case_id and id = :contact_id;
