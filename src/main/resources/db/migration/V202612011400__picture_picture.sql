-- one for the authority itself and one for each of its cases
create table picture (
    id           uuid          primary key,
    authority_id varchar(40)   not null references authority,
    case_id      uuid,
    name         varchar(32)   not null,
    alt          varchar(300)  not null,
    focus        varchar(12)   not null,
    widest       integer       not null check (widest > 0),
    modern       boolean       not null,
    whole        bytea         not null,
    foreign key (case_id, authority_id) references cases (id, authority_id),
    constraint picture_once unique nulls not distinct (authority_id, case_id)
);
create index picture_case on picture (case_id);

-- what browsers fetch
create table picture_file (
    picture_id   uuid          not null references picture on delete cascade,
    authority_id varchar(40)   not null references authority,
    name         varchar(32)   not null,
    width        integer       not null,
    format       varchar(4)    not null check (format in ('jpg', 'webp')),
    content      bytea         not null,
    primary key (authority_id, name, width, format)
);
create index picture_file_picture on picture_file (picture_id);
