-- a unit that is taken away leaves its cases to nobody
alter table cases drop constraint cases_unit_there;
alter table cases add constraint cases_unit_there foreign key (unit_id) references unit on delete set null;
create index cases_of_unit on cases (unit_id);
