-- which text of the authority each was made from, so that it is not shown with another one; unknown for those
-- written before, which are taken to fit
alter table consultation_words add column original uuid;
