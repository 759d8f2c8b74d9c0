-- those, for example organisations, for whom no mail is put, whatever it is about
create table mail_refusal (
    authority_id varchar(40) not null references authority,
    addressee    uuid        not null,
    since        timestamptz not null,
    primary key (authority_id, addressee)
);
