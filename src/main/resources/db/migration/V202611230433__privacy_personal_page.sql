-- whose link to their own pages it is, for as long as the link lives
create table personal_page (
    id           uuid         primary key,
    authority_id varchar(40)  not null references authority,
    address      varchar(254) not null check (address = lower(address)),
    asked_at     timestamptz  not null,
    unique (authority_id, address)
);

-- what is stored about an address
create index registration_address on registration (authority_id, lower(email));
create index input_submission_address on input_submission (authority_id, lower(email));
create index organisation_address on organisation (authority_id, lower(email));
create index mail_to_address on mail (authority_id, lower(recipient));
