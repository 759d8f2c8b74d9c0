-- what somebody has written in the form of a task and not sent; gone with the task
create table task_draft (
    task_id      varchar(64) not null,
    account_id   varchar(64) not null,
    authority_id varchar(40) not null references authority,
    -- the answers that differ from what the form proposes, JSON
    answers      text        not null,
    saved_at     timestamptz not null,
    primary key (task_id, account_id)
);
