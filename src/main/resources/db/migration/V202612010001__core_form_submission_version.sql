-- the version of what a form made, to see whether somebody has changed it since
alter table form_submission add column version integer;
