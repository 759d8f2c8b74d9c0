-- the mails to an organisation
create index mail_of_addressee on mail (addressee, created_at desc) where addressee is not null;
