-- what a plan is written from: nothing that was withdrawn, and what says the same as another
-- stands with the first; other modules join what they know of an input to it
create view received_input as
select i.id as input_id, i.authority_id, p.consultation_id, i.theme, i.hidden, i.reference, s.received_at,
    s.reference as submission, i.position
from input_period p
join input i on i.period_id = p.id
join input_submission s on s.id = i.submission_id
where i.withdrawn_at is null and i.duplicate_of is null;
