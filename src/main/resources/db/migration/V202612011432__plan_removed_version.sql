-- a section that is had back has another version than before; what was removed is deleted after a while
alter table plan_section_removed add column version integer not null default 1;
create index plan_section_removed_at on plan_section_removed (removed_at);
