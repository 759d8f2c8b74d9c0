-- what is done after somebody has been answered: how long an answer takes tells nothing of it,
-- and it is not lost when the process ends in between
create table afterwards (
    id       uuid        primary key,
    kind     varchar(40) not null,
    -- what it is done with; gone once it is done
    what     jsonb       not null,
    added_at timestamptz not null,
    due_at   timestamptz not null,
    tries    integer     not null default 0
);
create index afterwards_due on afterwards (due_at);
