-- finds parts of words in names; part of every PostgreSQL distribution and a trusted extension
create extension if not exists pg_trgm;

-- filled from the files under geo/ by a repeatable migration
create table municipality (
    code        varchar(4)  primary key,
    name        varchar(60) not null,
    country     char(2)     not null check (country in ('SE', 'FI')),
    county_code varchar(2)  not null,
    county_name varchar(60) not null
);
create index municipality_county on municipality (country, county_code);

create table postal_code (
    code              varchar(5)  primary key,
    locality          varchar(60) not null,
    municipality_code varchar(4)  not null references municipality
);

-- the area of an authority
create table authority_municipality (
    authority_id      varchar(40) not null references authority,
    municipality_code varchar(4)  not null references municipality,
    primary key (authority_id, municipality_code)
);

create table organisation (
    id                  uuid         primary key,
    version             integer      not null,
    seq                 bigint       generated always as identity,
    authority_id        varchar(40)  not null references authority,
    name                varchar(200) not null check (name <> ''),
    name_key            varchar(400) not null check (name_key <> ''),
    organisation_number varchar(11),
    sector              varchar(20)  not null,
    type                varchar(100),
    municipality_code   varchar(4)   references municipality,
    postal_code         varchar(5),
    locality            varchar(60),
    email               varchar(254),
    phone               varchar(16),
    website             varchar(200),
    contact_name        varchar(120),
    language            varchar(2)   not null check (language in ('sv', 'fi', 'en')),
    priority_group      varchar(20),
    source              varchar(10)  not null check (source in ('IMPORT', 'SELF', 'OFFICER')),
    status              varchar(10)  not null check (status in ('ACTIVE', 'PENDING', 'REMOVED')),
    created_at          timestamptz  not null,
    changed_at          timestamptz  not null,
    checked_at          timestamptz,
    search_text         text         generated always as (
        name_key || ' ' || lower(name) || ' ' || coalesce(lower(locality), '') || ' ' || coalesce(lower(email), '')
        || ' ' || coalesce(organisation_number, '')) stored
);
-- one organisation once: by its number, or by name and municipality where it has none
create unique index organisation_by_number on organisation (authority_id, organisation_number)
    where status = 'ACTIVE' and organisation_number is not null;
create unique index organisation_by_name on organisation (authority_id, name_key, coalesce(municipality_code, ''))
    where status = 'ACTIVE' and organisation_number is null;
create index organisation_of_authority on organisation (authority_id, status, name_key);
create index organisation_by_email on organisation (authority_id, lower(email));
create index organisation_search on organisation using gin (search_text gin_trgm_ops);

-- a form sent twice is one registration
create table self_registration (
    authority_id    varchar(40) not null references authority,
    submission_id   uuid        not null,
    organisation_id uuid        not null references organisation,
    reference       varchar(20) not null,
    created_at      timestamptz not null,
    primary key (authority_id, submission_id),
    unique (authority_id, reference)
);
create index self_registration_organisation on self_registration (organisation_id);

-- a file between its preview and its import; afterwards the report alone
create table register_import (
    id           uuid         primary key,
    authority_id varchar(40)  not null references authority,
    account_id   varchar(64)  not null,
    file_name    varchar(200) not null,
    content      bytea,
    created_at   timestamptz  not null,
    expires_at   timestamptz  not null,
    done_at      timestamptz,
    report       jsonb,
    check ((done_at is null) = (report is null))
);
create index register_import_authority on register_import (authority_id, created_at);
