-- whether somebody came by the personal link of the invitation
alter table invitee_voice add column by_link boolean not null default false;
