-- what the engine does not know of an account; one without a row is open and has never been changed
create table account_state (
    account_id   varchar(64) primary key,
    version      integer     not null default 0,
    -- sessions that began under another number have ended
    sessions     integer     not null default 0,
    closed_at    timestamptz,
    -- what a closed account gets back when it is opened again, comma-separated
    closed_roles varchar(80),
    check ((closed_at is null) = (closed_roles is null))
);

create table password_link (
    token_hash   char(64)    primary key,
    account_id   varchar(64) not null,
    authority_id varchar(40) not null references authority,
    issued_at    timestamptz not null,
    expires_at   timestamptz not null,
    ended_at     timestamptz
);
create index password_link_account on password_link (account_id, issued_at);
