-- whether the process has ended the registration; a new last day after that begins it again
alter table meeting add column registration_closed boolean not null default false;
