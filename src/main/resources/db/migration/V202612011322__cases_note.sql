-- notes that colleagues write on a case, and whom they name in them
alter table case_note rename column id to number;
alter table case_note add column id uuid not null default gen_random_uuid() unique;
alter table case_note alter column topic drop not null;
alter table case_note add column changed_at timestamptz;
alter table case_note add column removed_at timestamptz;
create index case_note_text on case_note using gin (lower(text) gin_trgm_ops);

create table case_note_mention (
    note_id    uuid        not null references case_note (id) on delete cascade,
    account_id varchar(64) not null,
    seen_at    timestamptz,
    primary key (note_id, account_id)
);
create index case_note_mention_unseen on case_note_mention (account_id) where seen_at is null;
