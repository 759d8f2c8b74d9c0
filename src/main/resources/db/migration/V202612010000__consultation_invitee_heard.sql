-- who is registered or has given input is what stands, no stamp of what once was
alter table invitee_voice add column kind varchar(12);
update invitee_voice v
set kind = case when exists (select 1 from input_period p where p.id = v.occasion_id) then 'INPUT' else 'REGISTRATION' end;
alter table invitee_voice alter column kind set not null;
alter table invitee_voice add check (kind in ('REGISTRATION', 'INPUT'));
alter table invitee drop column registered_at;
alter table invitee drop column gave_input_at;
