-- for which of those invited somebody spoke, by registering or in writing
create table invitee_voice (
    invitee_id  uuid not null references invitee on delete cascade,
    -- the meeting or the input period
    occasion_id uuid not null,
    -- the registration or what was sent
    subject_id  uuid not null,
    primary key (subject_id, invitee_id)
);
create index invitee_voice_of_invitee on invitee_voice (invitee_id, occasion_id);

insert into invitee_voice (invitee_id, occasion_id, subject_id)
select distinct i.id, m.id, r.id
from registration r
join meeting m on m.id = r.meeting_id
join invitee i on i.consultation_id = m.case_id
join organisation o on o.id = i.organisation_id and o.status <> 'REMOVED'
where r.status <> 'CANCELLED'
and (lower(o.email) = lower(r.email) or lower(o.name) = lower(trim(r.organisation)));
insert into invitee_voice (invitee_id, occasion_id, subject_id)
select distinct i.id, p.id, s.id
from input_submission s
join input_period p on p.id = s.period_id
join invitee i on i.consultation_id = p.consultation_id
join organisation o on o.id = i.organisation_id
where s.withdrawn_at is null
and (i.organisation_id = s.organisation_id or lower(o.email) = lower(s.email));
alter table input_submission drop column organisation_id;
