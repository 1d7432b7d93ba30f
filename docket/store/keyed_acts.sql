-- name: claim(sender, key_digest, act_digest, case_number, at)$
-- True once; null where the key was used before, after waiting for whoever is using it at this moment.
insert into keyed_acts (sender, key_digest, act_digest, case_number, done_at)
values (:sender, :key_digest, :act_digest, :case_number, :at)
on conflict do nothing returning true;

-- name: before(sender, key_digest)^
-- What was done with a key by its own sender; the caller looks whether the file is still open to him.
select act_digest, case_number, status, headers, body from keyed_acts where sender = :sender and key_digest = :key_digest;

-- name: keep_answer(sender, key_digest, status, headers, body)!
update keyed_acts set status = :status, headers = cast(:headers as text[]), body = :body
where sender = :sender and key_digest = :key_digest and status is null;
