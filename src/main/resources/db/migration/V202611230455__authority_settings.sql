-- how often each part of the settings has been saved, so that two who save the same one notice
create table settings_section (
    authority_id varchar(40) not null references authority,
    section      varchar(40) not null,
    version      integer     not null,
    primary key (authority_id, section)
);

-- names the picture, which changes with it
alter table authority add column logo_key varchar(64);

create table authority_logo (
    authority_id varchar(40) primary key references authority,
    content      bytea       not null
);

create table authority_text (
    authority_id varchar(40)   not null references authority,
    kind         varchar(20)   not null check (kind in ('FRONT_LEAD', 'DATA_PROTECTION', 'MAIL_SIGNATURE')),
    language     char(2)       not null,
    text         varchar(2000) not null,
    primary key (authority_id, kind, language)
);

create table unit (
    id           uuid         primary key,
    version      integer      not null,
    authority_id varchar(40)  not null references authority,
    name         varchar(120) not null,
    email        varchar(254) not null
);
create unique index unit_name on unit (authority_id, lower(name));
