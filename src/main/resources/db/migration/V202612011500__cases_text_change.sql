-- what a text that the public could read was before somebody changed it
create table text_change (
    id           uuid          primary key,
    authority_id varchar(40)   not null references authority,
    case_id      uuid          not null references cases,
    -- the case itself, or a meeting of it
    subject_id   uuid          not null,
    part         varchar(20)   not null,
    place        integer       not null,
    before       varchar(6000) not null,
    after        varchar(6000) not null,
    changed_at   timestamptz   not null
);
create index text_change_of on text_change (subject_id, changed_at desc, id);
create index text_change_case on text_change (case_id);
