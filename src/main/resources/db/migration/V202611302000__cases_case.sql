-- what every matter of an authority has in common, whatever its kind
create table cases (
    id                  uuid         primary key,
    version             integer      not null,
    authority_id        varchar(40)  not null references authority,
    kind                varchar(40)  not null,
    -- the last part of its public address; stays when it is renamed
    slug                varchar(80)  not null,
    title               varchar(120) not null check (title <> ''),
    -- the authority's own number of it in its record system
    diary_number        varchar(40)  check (diary_number <> ''),
    responsible_officer varchar(64),
    unit_id             uuid         references unit,
    opened_at           timestamptz  not null,
    closed_at           timestamptz,
    dispose_after       date         check (dispose_after is null or closed_at is not null),
    unique (authority_id, kind, slug),
    -- what the kind keeps is of the same authority
    unique (id, authority_id)
);
create index cases_of_authority on cases (authority_id, closed_at);

insert into cases (id, version, authority_id, kind, slug, title, responsible_officer, opened_at, closed_at,
        dispose_after)
    select id, 0, authority_id, 'CONSULTATION', slug, title, responsible_officer, created_at, ended_at, dispose_after
    from consultation;

-- how it ended; that it is open or not yet published is seen from the rest
alter table consultation add ending varchar(10) check (ending in ('CLOSED', 'REJECTED', 'CANCELLED'));
update consultation set ending = status where status not in ('PLANNED', 'OPEN');
alter table consultation
    drop column slug,
    drop column title,
    drop column status,
    drop column responsible_officer,
    drop column created_at,
    drop column ended_at,
    drop column dispose_after,
    add foreign key (id, authority_id) references cases (id, authority_id),
    add check ((phase = 'ENDED') = (ending is not null));
create index consultation_of_authority on consultation (authority_id, decision_date);
