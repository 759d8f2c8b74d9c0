-- the organisation a mail is for: two of them with one address get a mail each, and it goes to
-- the address that the organisation has when it is sent
alter table mail add column addressee uuid;
drop index mail_once;
create unique index mail_once
    on mail (authority_id, occasion, version, coalesce(addressee::text, lower(recipient)), kind, step);
create index mail_addressee on mail (addressee) where state in ('PENDING', 'RETRY', 'FAILED', 'UNKNOWN');
