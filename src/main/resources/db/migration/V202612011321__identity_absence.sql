-- for how long somebody is away, and who works for them meanwhile; both days inclusive, in the authority's zone
create table absence (
    account_id   varchar(64) primary key,
    authority_id varchar(40) not null references authority,
    first_day    date        not null,
    last_day     date        not null check (last_day >= first_day),
    stand_in     varchar(64) not null check (stand_in <> account_id)
);
create index absence_of_authority on absence (authority_id, first_day);
create index absence_stand_in on absence (stand_in);
