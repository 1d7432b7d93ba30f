-- name: of_case(case_id)
-- The history of every seized item of a case that was found through the condition, in the order of entry, struck lines too.
select a.id, a.seizure, a.act, a.place, a.custodian, a.custodian_name, a.seal, a.reference, a.gross_grams, a.laboratory_grams, a.sample,
    a.daily_cost_cents, a.kept_from, a.decision, a.reason, a.magistrate, m.display_name as magistrate_name, a.act_on, a.proof,
    a.entered_at, a.entered_by, a.struck_at, a.struck_by, a.struck_reason
from seized_item_acts a left join accounts m on m.id = a.magistrate
where a.case_id = :case_id order by a.id;

-- name: keep(case_id, seizure, place, custodian, custodian_name, seal, reference, gross_grams, laboratory_grams, sample, daily_cost_cents, kept_from, at, by)$
insert into seized_item_acts (case_id, seizure, act, place, custodian, custodian_name, seal, reference, gross_grams, laboratory_grams, sample,
    daily_cost_cents, kept_from, entered_at, entered_by)
values (:case_id, :seizure, 'kept', :place, :custodian, :custodian_name, :seal, :reference, :gross_grams, :laboratory_grams, :sample,
    :daily_cost_cents, :kept_from, :at, :by)
returning id;

-- name: decide(case_id, seizure, decision, reason, magistrate, act_on, at, by)$
insert into seized_item_acts (case_id, seizure, act, decision, reason, magistrate, act_on, entered_at, entered_by)
values (:case_id, :seizure, 'decided', :decision, :reason, :magistrate, :act_on, :at, :by)
returning id;

-- name: carry_out(case_id, seizure, decision, act_on, proof, at, by)$
insert into seized_item_acts (case_id, seizure, act, decision, act_on, proof, entered_at, entered_by)
values (:case_id, :seizure, 'carriedOut', :decision, :act_on, :proof, :at, :by)
returning id;

-- name: strike(case_id, id, reason, at, by)$
-- No row when it was struck before.
update seized_item_acts set struck_at = :at, struck_by = :by, struck_reason = :reason
where case_id = :case_id and id = :id and struck_at is null returning id;
