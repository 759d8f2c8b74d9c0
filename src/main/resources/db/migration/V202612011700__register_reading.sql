-- how often a file has been read, so that nobody confirms a reading that nobody has looked at
alter table register_import add column reading integer not null default 0;

-- what somebody has said that its columns hold, as for the next file of the same headings
alter table register_import add column columns jsonb;
alter table register_import add column without_headings boolean not null default false;

-- the key of a word can be longer than the word
alter table sector_word alter column word_key type text;
alter table register_import_word alter column word_key type text;
