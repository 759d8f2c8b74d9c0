-- What an account has started a moment ago: the same answers make one case. Only a digest
-- is kept of them, and the engine's id of what they made.

create table process_started (
    authority_id text        not null references authority,
    digest       bytea       not null,
    instance     text        not null,
    started_at   timestamptz not null,
    primary key (authority_id, digest)
);
