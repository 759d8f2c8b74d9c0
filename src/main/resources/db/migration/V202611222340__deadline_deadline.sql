create table deadline (
    id           uuid        primary key,
    authority_id varchar(40) not null references authority,
    subject_id   uuid        not null,
    kind         varchar(20) not null check (kind in ('INVENTORY', 'ANSWER', 'REGISTRATION', 'MEETING', 'INPUT',
                                                      'REFERRAL', 'DECISION', 'TASK')),
    last_day     date,
    due_at       timestamptz not null,
    version      integer     not null check (version > 0),
    set_at       timestamptz not null check (set_at < due_at),
    unique (subject_id, kind)
);
create index deadline_due on deadline (authority_id, due_at);

-- what an authority has changed; the defaults stand in the code
create table reminder_ladder (
    authority_id  varchar(40) not null references authority,
    kind          varchar(20) not null check (kind in ('INVENTORY', 'ANSWER', 'REGISTRATION', 'MEETING', 'INPUT',
                                                       'REFERRAL', 'DECISION', 'TASK')),
    steps         integer[]   not null check (cardinality(steps) <= 10 and 0 <= all (steps) and 60 >= all (steps)),
    overdue_every integer     check (overdue_every between 1 and 60),
    primary key (authority_id, kind)
);
