-- that somebody of staff has called, visited or written to an organisation
create table organisation_contact (
    id              uuid          primary key,
    authority_id    varchar(40)   not null references authority,
    organisation_id uuid          not null references organisation on delete cascade,
    -- about which consultation, null for none
    case_id         uuid,
    kind            varchar(10)   not null check (kind in ('CALL', 'VISIT', 'MAIL')),
    day             date          not null,
    note            varchar(1000),
    by_account      varchar(64)   not null,
    noted_at        timestamptz   not null,
    foreign key (case_id, authority_id) references cases (id, authority_id)
);
create index organisation_contact_organisation on organisation_contact (organisation_id, day desc);
create index organisation_contact_case on organisation_contact (case_id, organisation_id) where case_id is not null;
