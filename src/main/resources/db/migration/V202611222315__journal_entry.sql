create table journal_entry (
    id           bigint generated always as identity primary key,
    authority_id varchar(40)  not null references authority,
    case_id      uuid         not null,
    at           timestamptz  not null,
    actor        varchar(64)  not null,
    text_key     varchar(100) not null,
    arguments    jsonb        not null,
    public       boolean      not null
);
create index journal_entry_case on journal_entry (authority_id, case_id, id);

create function journal_is_append_only() returns trigger language plpgsql as $$
begin
    raise exception 'the journal is append-only';
end $$;
create trigger journal_entry_append_only before update on journal_entry
    for each row execute function journal_is_append_only();
