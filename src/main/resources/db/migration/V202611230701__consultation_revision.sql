-- when the draft was sent out for comments: the timeline tells it, and a draft that is
-- written again after it is being revised
alter table consultation add column referral_opened date;
update consultation set referral_opened = coalesce(
        (select min(opens) from input_period where consultation_id = consultation.id and kind = 'REFERRAL'),
        input_last_day + 1)
    where referral_held;
alter table consultation drop column referral_held;

alter table consultation drop constraint consultation_phase_check;
alter table consultation add constraint consultation_phase_check check (phase in ('PLANNING', 'INVENTORY', 'DIALOGUE',
    'DRAFT', 'REFERRAL', 'REVISION', 'DECISION', 'ANSWER', 'ENDED'));
update consultation set phase = 'REVISION' where phase = 'DRAFT' and referral_opened is not null;
