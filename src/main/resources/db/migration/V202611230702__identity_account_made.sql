-- which form an account was made with, so that one sent twice makes it once
create table account_made (
    submission_id uuid        not null,
    account_id    varchar(64) not null,
    primary key (submission_id, account_id)
);
