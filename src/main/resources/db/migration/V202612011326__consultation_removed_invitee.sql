-- organisations that were taken off the list before it was confirmed, to be put back
create table invitee_removed (
    authority_id    varchar(40) not null references authority,
    consultation_id uuid        not null references consultation,
    organisation_id uuid        not null references organisation on delete cascade,
    removed_at      timestamptz not null,
    primary key (consultation_id, organisation_id)
);
create index invitee_removed_organisation on invitee_removed (organisation_id);
