-- name: of_case(case_id)^
-- Every offer and every conflict of a case that was found through the condition, oldest first.
select
    coalesce((select jsonb_agg(jsonb_build_object(
        'id', o.id, 'toOffice', o.to_office, 'ground', o.ground, 'reason', o.reason, 'pieces', o.pieces,
        'timeLimits', coalesce((select jsonb_agg(jsonb_build_object('title', l.title, 'dueOn', l.due_on))
         from unnest(o.limit_titles, o.limits_due_on) as l (title, due_on)), '[]'), 'answerDueOn', o.answer_due_on, 'offeredAt', o.offered_at, 'offeredBy', o.offered_by,
        'state', o.state, 'answeredAt', o.answered_at, 'answeredBy', o.answered_by, 'answerReason', o.answer_reason)
        order by o.id) from transfer_offers o where o.case_id = :case_id), '[]') as offers,
    coalesce((select jsonb_agg(jsonb_build_object(
        'id', k.id, 'kind', k.kind, 'between', k.between, 'seats', k.seats, 'trackOrdinal', k.track_ordinal,
        'settledBy', k.settled_by, 'settlers', k.settlers, 'article', k.article, 'confidence', k.confidence,
        'ground', k.ground, 'reason', k.reason, 'offerId', k.offer_id, 'raisedAt', k.raised_at, 'raisedBy', k.raised_by,
        'state', k.state, 'ruledOn', k.ruled_on, 'designated', k.designated, 'ecli', k.ecli,
        'outcomeReason', k.outcome_reason, 'closedAt', k.closed_at, 'closedBy', k.closed_by)
        order by k.id) from conflicts k where k.case_id = :case_id), '[]') as conflicts;

-- name: offer(case_id, to_office, ground, reason, pieces, limit_titles, limits_due_on, answer_due_on, at, by)!
insert into transfer_offers (case_id, to_office, ground, reason, pieces, limit_titles, limits_due_on, answer_due_on,
    offered_at, offered_by, state)
values (:case_id, :to_office, :ground, :reason, :pieces, :limit_titles, :limits_due_on, :answer_due_on,
    :at, :by, 'offered');

-- name: raise_conflict(case_id, kind, between, seats, track_ordinal, settled_by, settlers, article, confidence, ground, reason, offer_id, at, by)$
insert into conflicts (case_id, kind, between, seats, track_ordinal, settled_by, settlers, article, confidence, ground, reason,
    offer_id, raised_at, raised_by, state)
values (:case_id, :kind, :between, :seats, :track_ordinal, :settled_by, :settlers, :article, :confidence, :ground, :reason,
    :offer_id, :at, :by, 'open')
returning id;

-- name: close_conflict(case_id, state, ruled_on, designated, ecli, reason, at, by)!
update conflicts
set state = :state, ruled_on = :ruled_on, designated = :designated, ecli = :ecli, outcome_reason = :reason,
    closed_at = :at, closed_by = :by
where case_id = :case_id and state = 'open';

-- name: close_offer(case_id, state, reason, at, by)!
update transfer_offers
set state = :state, answered_at = :at, answered_by = :by, answer_reason = :reason
where case_id = :case_id and state = 'offered';

-- name: waiting_offers(account_id, office, court, by_office, by_office_when_named, by_name, by_court)
-- What one's own office offered and what became of it, as long as the case is still in its hands.
select c.case_number, c.version, o.to_office, o.ground, o.reason, o.offered_at, o.answer_due_on, o.state, o.answer_reason
from cases c
cross join lateral (
    select o.* from transfer_offers o where o.case_id = c.id order by o.id desc limit 1
) o
where c.holding_office = :office and o.state in ('offered', 'refused')
  and not exists (select from conflicts k where k.case_id = c.id and k.state = 'open')
  and case_visible(c, :account_id, :office, :court, :by_office, :by_office_when_named, :by_name, :by_court)
order by o.answer_due_on nulls first, o.id;

-- name: open_conflicts(account_id, office, court, by_office, by_office_when_named, by_name, by_court)
-- Open conflicts of cases that one reads.
select c.case_number, c.version, k.id, k.kind, k.between, k.seats, k.settled_by, k.settlers, k.article, k.ground, k.reason, k.raised_at
from conflicts k join cases c on c.id = k.case_id
where k.state = 'open'
  and case_visible(c, :account_id, :office, :court, :by_office, :by_office_when_named, :by_name, :by_court)
order by k.id;

-- name: conflicts_to_settle(seat)
-- Put to one's own office or court: numbers, seats and reasons, nothing of the case.
select c.case_number, c.version, k.id, k.kind, k.between, k.seats, k.settled_by, k.settlers, k.article, k.ground, k.reason, k.raised_at
from conflicts k join cases c on c.id = k.case_id
where k.state = 'open' and k.settlers @> array[cast(:seat as text)]
order by k.id;

-- name: elsewhere(seat, before, row_limit)
-- Ordinary cases from the territory of an office or a court that went elsewhere: number, ground and date only.
select c.id, c.case_number, c.elsewhere_ground as ground, d.decided_at
from cases c join decisions d on d.case_id = c.id and d.seq = c.decision_seq
where c.confidentiality = 'ordinary' and c.territory @> array[cast(:seat as text)]
  and c.elsewhere_ground is not null and c.status <> 'joined'
  and not c.offices @> array[cast(:seat as text)]
  and not exists (select from decision_tracks t where t.case_id = c.id and t.decision_seq = c.decision_seq and t.court = :seat)
  and c.id < :before
order by c.id desc
limit :row_limit;
