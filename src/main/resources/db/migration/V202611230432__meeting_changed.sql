-- when what the public reads of it last changed
alter table meeting add changed_at timestamptz;
