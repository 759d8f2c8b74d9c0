-- two of the register that may be the same, until an officer joins them or says that they differ
create table organisation_duplicate (
    authority_id varchar(40)  not null references authority,
    one_id       uuid         not null references organisation on delete cascade,
    other_id     uuid         not null references organisation on delete cascade,
    -- of the names, 0 to 1
    similarity   real         not null,
    found_at     timestamptz  not null,
    differ_by    varchar(64),
    differ_at    timestamptz,
    primary key (one_id, other_id),
    check (one_id < other_id),
    check ((differ_by is null) = (differ_at is null))
);
create index organisation_duplicate_waiting
    on organisation_duplicate (authority_id, similarity desc, one_id, other_id) where differ_at is null;
create index organisation_duplicate_other on organisation_duplicate (other_id);

-- when the register was last gone through
create table duplicate_search (
    authority_id varchar(40) primary key references authority,
    searched_at  timestamptz not null
);
create index organisation_changed on organisation (authority_id, changed_at);

-- two that became one, until it is taken back; what the one that goes said stays in its row
create table organisation_join (
    id           uuid        primary key,
    authority_id varchar(40) not null references authority,
    stays_id     uuid        not null references organisation,
    goes_id      uuid        not null references organisation check (goes_id <> stays_id),
    joined_at    timestamptz not null,
    joined_by    varchar(64) not null,
    undone_at    timestamptz,
    undone_by    varchar(64),
    check ((undone_at is null) = (undone_by is null))
);
create unique index organisation_join_once on organisation_join (goes_id) where undone_at is null;
create index organisation_join_stays on organisation_join (stays_id);
alter table organisation_change add column join_id uuid references organisation_join;
create index organisation_change_join on organisation_change (join_id) where join_id is not null;

-- the organisation that one has become by being joined; itself if it has not been
create function organisation_now(organisation uuid) returns uuid language sql stable as $$
    with recursive way (id, step) as (
        select organisation, 0
        union all
        select j.stays_id, way.step + 1 from way join organisation_join j on j.goes_id = way.id and j.undone_at is null)
    select id from way order by step desc limit 1
$$;
