-- forms that have been sent, so that one sent twice counts once
create table form_submission (
    -- which form, and what it was for
    form          varchar(120) not null,
    submission_id uuid         not null,
    -- SHA-256 of what was filled in; empty if it was sent before that was kept
    digest        varchar(64)  not null,
    -- what it made
    result        uuid,
    sent_at       timestamptz  not null,
    primary key (form, submission_id)
);
create index form_submission_sent on form_submission (sent_at);

-- forms that are open during the upgrade still count once
insert into form_submission (form, submission_id, digest, result, sent_at)
select distinct on (meeting_id, submission_id) 'registration:' || meeting_id, submission_id, '', id, created_at
from registration_receipt order by meeting_id, submission_id, created_at desc;
insert into form_submission (form, submission_id, digest, result, sent_at)
select case channel when 'WEB' then 'input:' else 'inputOnBehalf:' end || period_id, submission_id, '', id, received_at
from input_submission;
insert into form_submission (form, submission_id, digest, result, sent_at)
select 'join:' || authority_id, submission_id, '', organisation_id, created_at from self_registration;
insert into form_submission (form, submission_id, digest, result, sent_at)
select 'document:' || case_id, id, '', id, added_at from case_document;

alter table registration_receipt drop column submission_id;
alter table registration_receipt drop column content_hash;
alter table input_submission drop column submission_id;
alter table self_registration drop column submission_id;
-- one organisation has one reference
drop index self_registration_organisation;
alter table self_registration add primary key (organisation_id);
drop table form_sent;
