-- sections that were taken out of a plan while it is written, to be had back
create table plan_section_removed (
    id           uuid           primary key,
    authority_id varchar(40)    not null references authority,
    plan_id      uuid           not null references plan,
    heading      varchar(200)   not null,
    text         varchar(50000) not null,
    removed_at   timestamptz    not null,
    removed_by   varchar(64)    not null
);
create index plan_section_removed_plan on plan_section_removed (plan_id, removed_at);
