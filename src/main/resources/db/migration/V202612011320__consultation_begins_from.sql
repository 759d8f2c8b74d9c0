-- the earlier consultation whose texts, meetings and invitees are proposed again
alter table consultation add column begins_from uuid check (begins_from <> id);
alter table consultation add foreign key (begins_from, authority_id) references cases (id, authority_id);
create index consultation_begins_from on consultation (begins_from) where begins_from is not null;
