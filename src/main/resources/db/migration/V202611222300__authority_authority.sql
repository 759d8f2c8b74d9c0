create table authority (
    id            varchar(40)  primary key check (id ~ '^[a-z0-9]([a-z0-9-]*[a-z0-9])?$'),
    version       integer      not null,
    name          varchar(120) not null,
    country       char(2)      not null check (country in ('SE', 'FI')),
    zone_id       varchar(40)  not null,
    languages     varchar(40)  not null,
    contact_name  varchar(120) not null,
    contact_email varchar(254) not null,
    contact_phone varchar(40),
    accent_colour char(7)      not null check (accent_colour ~ '^#[0-9a-fA-F]{6}$')
);

-- days besides the country's holidays on which the authority does not work
create table closed_day (
    authority_id varchar(40) not null references authority,
    day          date        not null,
    primary key (authority_id, day)
);
