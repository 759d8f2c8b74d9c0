-- what a mailing says to those whom it is for and who have no address; staff call or write to them instead
create table mail_unreached (
    id           uuid         primary key,
    authority_id varchar(40)  not null references authority,
    case_id      uuid         not null,
    -- as of the mails of the same mailing
    occasion     varchar(120) not null,
    version      integer      not null,
    kind         varchar(80)  not null,
    -- an organisation, or whoever is registered
    addressee    uuid         not null,
    language     varchar(2)   not null check (language in ('sv', 'fi', 'en')),
    subject      varchar(200) not null,
    text_body    text         not null,
    created_at   timestamptz  not null,
    told_at      timestamptz,
    told_by      varchar(64),
    told_how     varchar(10)  check (told_how in ('CALL', 'LETTER')),
    foreign key (case_id, authority_id) references cases (id, authority_id),
    check ((told_at is null) = (told_by is null) and (told_at is null) = (told_how is null))
);
create unique index mail_unreached_once on mail_unreached (authority_id, occasion, version, kind, addressee);
create index mail_unreached_of_case on mail_unreached (case_id, created_at, id);
create index mail_unreached_addressee on mail_unreached (addressee);

-- mails that failed for good: who has told whom they were for
alter table mail add told_at timestamptz;
alter table mail add told_by varchar(64);
alter table mail add told_how varchar(10) check (told_how in ('CALL', 'LETTER'));
alter table mail add check ((told_at is null) = (told_by is null) and (told_at is null) = (told_how is null));
create index mail_failed_of_case on mail (case_id) where state = 'FAILED';
