-- whom a rung of a task's ladder has been told, so that a task is in one mail of a day and each rung in one mail
create table task_reminded (
    task_id      varchar(64)  not null,
    due          timestamptz  not null,
    step         integer      not null,
    recipient    varchar(254) not null,
    authority_id varchar(40)  not null references authority,
    told_on      date         not null,
    primary key (task_id, due, step, recipient)
);
create index task_reminded_day on task_reminded (authority_id, recipient, told_on);
