-- which of the two had asked not to be written to when they became one; null once that has been decided anew for both
alter table organisation_join add column refusal_of varchar(5) check (refusal_of in ('STAYS', 'GOES'));
