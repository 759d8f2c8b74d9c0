create table mail (
    id             uuid         primary key,
    authority_id   varchar(40)  not null references authority,
    case_id        uuid,
    occasion       varchar(120) not null,
    version        integer      not null,
    kind           varchar(80)  not null,
    step           integer      not null,
    recipient      varchar(254) not null,
    subject        varchar(200) not null,
    -- blank once sent: they hold personal links
    text_body      text,
    html_body      text,
    -- one of many put at once; others go first
    bulk           boolean      not null,
    state          varchar(10)  not null
                   check (state in ('PENDING', 'SENDING', 'SENT', 'RETRY', 'FAILED', 'UNKNOWN')),
    attempts       integer      not null default 0,
    tried_since    timestamptz,
    reason         varchar(40),
    created_at     timestamptz  not null,
    due_at         timestamptz  not null,
    lease_id       uuid,
    leased_until   timestamptz,
    handed_over_at timestamptz,
    sent_at        timestamptz,
    check ((state = 'SENDING') = (leased_until is not null)),
    check ((state = 'SENT') = (sent_at is not null)),
    check (state = 'SENT' or (text_body is not null and html_body is not null)),
    check (handed_over_at is null or state in ('SENDING', 'SENT', 'UNKNOWN'))
);
create unique index mail_once on mail (authority_id, occasion, version, lower(recipient), kind, step);
create index mail_due on mail (bulk, due_at, id) where state in ('PENDING', 'RETRY');
create index mail_leased on mail (leased_until) where state = 'SENDING';
create index mail_troubled on mail (authority_id) where state in ('FAILED', 'UNKNOWN');
create index mail_of_case on mail (authority_id, case_id, created_at desc, id);
create index mail_of_authority on mail (authority_id, created_at desc, id);
create index mail_recipient on mail (authority_id, lower(recipient)) where state in ('PENDING', 'RETRY');

create table mail_attachment (
    mail_id      uuid         not null references mail on delete cascade,
    position     integer      not null,
    file_name    varchar(200) not null,
    content_type varchar(200) not null,
    content      bytea        not null,
    primary key (mail_id, position)
);

-- addresses that get nothing from an authority, in lower case
create table mail_suppression (
    authority_id varchar(40)  not null references authority,
    address      varchar(254) not null check (address = lower(address)),
    reason       varchar(40)  not null,
    since        timestamptz  not null,
    primary key (authority_id, address)
);
