-- what files say that an organisation is, and the sector that an authority counts it to; OTHER is no sector
create table sector_word (
    authority_id varchar(40)  not null references authority,
    -- the same for singular and plural
    word_key     varchar(200) not null,
    word         varchar(100) not null,
    sector       varchar(20)  not null,
    primary key (authority_id, word_key)
);

-- what of a file says no sector
create table register_import_word (
    import_id uuid         not null references register_import on delete cascade,
    word_key  varchar(200) not null,
    word      varchar(100) not null,
    rows      integer      not null,
    primary key (import_id, word_key)
);

-- one value given to many at once, until it is undone
create table register_bulk_change (
    id           uuid        primary key,
    authority_id varchar(40) not null references authority,
    field        varchar(30) not null,
    changed_at   timestamptz not null,
    changed_by   varchar(64) not null,
    changed      integer     not null,
    undone_at    timestamptz,
    undone       integer,
    check ((undone_at is null) = (undone is null))
);
create index register_bulk_change_authority on register_bulk_change (authority_id, changed_at);
alter table organisation_change add column bulk_id uuid references register_bulk_change;
create index organisation_change_bulk on organisation_change (bulk_id) where bulk_id is not null;
