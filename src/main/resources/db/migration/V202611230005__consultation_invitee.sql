alter table consultation add column invitees_confirmed_at timestamptz;
alter table consultation add column gaps_reason varchar(1000);

create table invitee (
    id              uuid        primary key,
    authority_id    varchar(40) not null references authority,
    consultation_id uuid        not null references consultation,
    organisation_id uuid        not null references organisation,
    added_at        timestamptz not null,
    invited_at      timestamptz,
    answered_at     timestamptz,
    answer          varchar(12) check (answer in ('COMING', 'NOT_COMING')),
    registered_at   timestamptz,
    gave_input_at   timestamptz,
    called_at       timestamptz,
    unique (consultation_id, organisation_id),
    check ((answered_at is null) = (answer is null))
);
create index invitee_organisation on invitee (organisation_id);

-- what staff write down for each other
create table case_note (
    id              bigint generated always as identity primary key,
    authority_id    varchar(40)   not null references authority,
    consultation_id uuid          not null references consultation,
    topic           varchar(40)   not null,
    author          varchar(64)   not null,
    written_at      timestamptz   not null,
    text            varchar(4000) not null
);
create index case_note_consultation on case_note (authority_id, consultation_id, id);
