-- what is to be changed in work that somebody has sent back, until it is approved
create table task_sent_back (
    -- what the process works on, its business key
    subject_id   uuid         primary key,
    authority_id varchar(40)  not null references authority,
    -- the task in which it was sent back, and whose that is
    task_key     varchar(100) not null,
    task_role    varchar(20),
    account_id   varchar(64),
    comment      text         not null,
    sent_at      timestamptz  not null
);
create index task_sent_back_authority on task_sent_back (authority_id);
