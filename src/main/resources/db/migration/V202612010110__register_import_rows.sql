-- one name under one number in one municipality; a number alone is shared by all parts of a body
drop index organisation_number_once;
create unique index organisation_number_once
    on organisation (authority_id, organisation_number, name_key, coalesce(municipality_code, ''))
    where status = 'ACTIVE' and organisation_number is not null;

-- what came in as a number and is none
alter table organisation add column number_as_written varchar(40);

-- letters that people leave the accents off; those of the Swedish and Finnish alphabets stay
create function without_accents(value text) returns text language sql immutable strict parallel safe
    return translate(lower(value), 'áàâãéèêëíìîïóòôõúùûñçýÿšžčćńśźř', 'aaaaeeeeiiiioooouuuncyyszccnszr');
alter table organisation drop column search_text;
alter table organisation add column search_text text generated always as (
    name_key || ' ' || lower(name) || ' ' || coalesce(lower(locality), '') || ' ' || coalesce(lower(email), '')
    || ' ' || coalesce(organisation_number, number_as_written, '') || ' ' || coalesce(lower(contact_name), '') || ' '
    || coalesce(phone, '')
    || case when without_accents(name) <> lower(name) then ' ' || without_accents(name) else '' end) stored;
create index organisation_search on organisation using gin (search_text gin_trgm_ops);

-- what of an organisation was changed, by whom: both values, until the organisation is removed
create table organisation_change (
    id              bigint       generated always as identity primary key,
    authority_id    varchar(40)  not null references authority,
    organisation_id uuid         not null references organisation on delete cascade,
    import_id       uuid,
    at              timestamptz  not null,
    actor           varchar(64)  not null,
    field           varchar(30)  not null,
    old_value       varchar(254),
    new_value       varchar(254)
);
create index organisation_change_organisation on organisation_change (organisation_id, id);

-- a file from its upload until its report goes; one that waited from before can be sent again
drop table register_import;
create table register_import (
    id                uuid         primary key,
    authority_id      varchar(40)  not null references authority,
    account_id        varchar(64)  not null,
    file_name         varchar(200) not null,
    -- READING and IMPORTING are done in the background
    state             varchar(10)  not null
                      check (state in ('READING', 'READ', 'IMPORTING', 'DONE', 'FAILED', 'UNDONE')),
    tries             integer      not null default 0,
    headings          jsonb        not null default '[]',
    problem           varchar(100),
    problem_arguments jsonb        not null default '[]',
    created_at        timestamptz  not null,
    expires_at        timestamptz  not null,
    done_at           timestamptz,
    check ((state = 'FAILED') = (problem is not null))
);
create index register_import_authority on register_import (authority_id, created_at);
create index register_import_background on register_import (created_at) where state in ('READING', 'IMPORTING');
create index register_import_expires on register_import (expires_at);

-- apart from the file, which is locked while it is worked on
create table register_import_progress (
    import_id uuid    primary key references register_import on delete cascade,
    rows_read integer not null
);

create table register_import_part (
    import_id uuid    not null references register_import on delete cascade,
    part      integer not null,
    content   bytea   not null,
    primary key (import_id, part)
);

-- the rows as they were understood, filled with copy
create table register_import_row (
    import_id           uuid    not null references register_import on delete cascade,
    row_number          integer not null,
    name                text    not null,
    name_key            text,
    organisation_number text,
    number_as_written   text,
    sector              text,
    type                text,
    municipality_code   text,
    postal_code         text,
    locality            text,
    email               text,
    phone               text,
    website             text,
    contact_name        text,
    language            text,
    says_language       boolean not null,
    priority_group      text,
    refused             text,
    notes               jsonb,
    primary key (import_id, row_number)
);

-- what becomes of each row, as it looks before it is confirmed and as it was done
create table register_import_outcome (
    import_id       uuid        not null references register_import on delete cascade,
    row_number      integer     not null,
    outcome         varchar(10) not null check (outcome in ('NEW', 'UPDATED', 'UNCHANGED', 'JOINED', 'REFUSED')),
    organisation_id uuid,
    -- the row that says the same organisation first
    first_row       integer,
    -- whether it knows what the register does not
    fills           boolean     not null,
    -- whether what differs is taken from the file
    take            boolean     not null,
    differences     jsonb,
    note            varchar(30),
    note_argument   text,
    -- the organisation before, for undoing
    before          jsonb,
    primary key (import_id, row_number)
);
create index register_import_outcome_kind on register_import_outcome (import_id, outcome, row_number);
create index register_import_outcome_differs on register_import_outcome (import_id, row_number)
    where differences is not null and outcome in ('UPDATED', 'UNCHANGED');
