-- the same as organisation_by_email
drop index organisation_address;
