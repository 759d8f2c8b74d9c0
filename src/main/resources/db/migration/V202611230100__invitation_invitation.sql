create table invitation (
    id              uuid          primary key,
    version         integer       not null,
    authority_id    varchar(40)   not null references authority,
    consultation_id uuid          not null references consultation,
    subject         varchar(150),
    body            varchar(8000),
    answer_last_day date          not null,
    comment         varchar(2000),
    status          varchar(10)   not null check (status in ('DRAFT', 'WRITTEN', 'APPROVED', 'SENT', 'WITHDRAWN')),
    sent_at         timestamptz,
    check (status = 'DRAFT' or status = 'WITHDRAWN' or (subject is not null and body is not null))
);
create index invitation_consultation on invitation (authority_id, consultation_id);
