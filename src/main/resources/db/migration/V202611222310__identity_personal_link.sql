create table personal_link (
    token_hash   char(64)    primary key,
    authority_id varchar(40) not null references authority,
    purpose      varchar(40) not null,
    subject_id   uuid        not null,
    expires_at   timestamptz not null
);
create index personal_link_subject on personal_link (purpose, subject_id);
