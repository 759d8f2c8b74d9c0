-- of the module that only tests have
create table sample_circle (
    id           uuid         primary key,
    authority_id varchar(40)  not null,
    question     text         not null,
    leader_email varchar(254) not null,
    place        varchar(200),
    announced_at timestamptz,
    foreign key (id, authority_id) references cases (id, authority_id)
);
create index sample_circle_of_authority on sample_circle (authority_id, announced_at);
create index sample_circle_of_leader on sample_circle (authority_id, lower(leader_email));
