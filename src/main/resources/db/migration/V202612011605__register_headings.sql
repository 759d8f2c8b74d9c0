-- how an authority has a file read, found again by its headings
create table register_headings (
    authority_id  varchar(40) not null references authority,
    headings_hash varchar(64) not null,
    -- the name of what each column is read as, null if it is left out
    columns       jsonb       not null,
    saved_at      timestamptz not null,
    primary key (authority_id, headings_hash)
);
