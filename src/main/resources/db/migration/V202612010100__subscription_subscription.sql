-- who has asked for news of consultations by mail; kept as long as something is followed
create table subscriber (
    id            uuid         primary key,
    authority_id  varchar(40)  not null references authority,
    -- as EmailAddress.key
    email         varchar(254) not null,
    language      varchar(2)   not null,
    unique (authority_id, email)
);

create table subscription (
    id            uuid         primary key,
    subscriber_id uuid         not null references subscriber on delete cascade,
    -- none: all consultations of the authority
    case_id       uuid         references cases,
    asked_at      timestamptz  not null,
    -- nothing is mailed before
    confirmed_at  timestamptz,
    unique nulls not distinct (subscriber_id, case_id)
);
create index subscription_of_case on subscription (case_id);
create index subscription_unconfirmed on subscription (asked_at) where confirmed_at is null;

-- up to when what has happened has been mailed
create table subscription_news (
    authority_id  varchar(40)  primary key references authority,
    until         timestamptz  not null
);

-- where the mail program of whoever gets it may unsubscribe them (RFC 8058); not kept once it is sent
alter table mail add unsubscribe text;

create index journal_entry_published on journal_entry (authority_id, at) where public;
