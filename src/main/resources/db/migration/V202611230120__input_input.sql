-- a time in which people may say something in writing: on the questions, or on the draft
create table input_period (
    id              uuid        primary key,
    version         integer     not null,
    authority_id    varchar(40) not null references authority,
    consultation_id uuid        not null references consultation,
    kind            varchar(10) not null check (kind in ('INPUT', 'REFERRAL')),
    status          varchar(10) not null check (status in ('PLANNED', 'OPEN', 'CLOSED', 'PUBLISHED')),
    opens           date        not null,
    created_at      timestamptz not null,
    opened_at       timestamptz,
    closed_at       timestamptz,
    summary         varchar(10000),
    comment         varchar(2000),
    published_at    timestamptz,
    check ((status = 'PLANNED') = (opened_at is null)),
    check ((status in ('CLOSED', 'PUBLISHED')) = (closed_at is not null)),
    check ((status = 'PUBLISHED') = (published_at is not null)),
    check (status <> 'PUBLISHED' or summary is not null)
);
create index input_period_consultation on input_period (consultation_id, opens);

-- the last number given out; its row is locked until the number is used
create table input_number (
    authority_id varchar(40) not null references authority,
    series       varchar(10) not null,
    last         integer     not null,
    primary key (authority_id, series)
);

-- what somebody sent at once: an answer to one or more questions
create table input_submission (
    id                uuid        primary key,
    version           integer     not null,
    authority_id      varchar(40) not null references authority,
    period_id         uuid        not null references input_period,
    submission_id     uuid        not null,
    reference         varchar(20) not null,
    channel           varchar(10) not null check (channel in ('WEB', 'PAPER', 'PHONE', 'EMAIL')),
    organisation_name varchar(200),
    organisation_id   uuid        references organisation,
    name              varchar(120),
    email             varchar(254),
    municipality_code varchar(4)  references municipality,
    language          varchar(2)  not null check (language in ('sv', 'fi', 'en')),
    received_at       timestamptz not null,
    late              boolean     not null,
    registered_by     varchar(64),
    changed_at        timestamptz,
    withdrawn_at      timestamptz,
    unique (authority_id, submission_id),
    unique (authority_id, reference),
    check ((channel = 'WEB') = (registered_by is null)),
    check (channel <> 'WEB' or (name is not null and email is not null))
);
create index input_submission_period on input_submission (period_id, received_at);
create index input_submission_organisation on input_submission (organisation_id);

create table input (
    id            uuid          primary key,
    authority_id  varchar(40)   not null references authority,
    period_id     uuid          not null references input_period,
    submission_id uuid          not null references input_submission,
    position      integer       not null check (position > 0),
    reference     varchar(24)   not null,
    question_id   uuid          references question,
    section_id    uuid,
    heading       varchar(500),
    text          varchar(4000) not null check (text <> ''),
    theme         varchar(80)   check (theme <> ''),
    duplicate_of  uuid          references input check (duplicate_of <> id),
    hidden        boolean       not null,
    hidden_reason varchar(500),
    triaged_by    varchar(64),
    triaged_at    timestamptz,
    withdrawn_at  timestamptz,
    unique (authority_id, reference),
    unique (submission_id, position),
    check (hidden = (hidden_reason is not null)),
    check (question_id is null or section_id is null)
);
-- one answer to each question in a submission, and one to none of them
create unique index input_once on input (submission_id, coalesce(question_id, section_id,
    '00000000-0000-0000-0000-000000000000'::uuid));
create index input_of_period on input (period_id, theme);
create index input_duplicates on input (duplicate_of) where duplicate_of is not null;

-- how it read before it was changed: what has come in is a public record
create table input_earlier_text (
    input_id uuid          not null references input,
    until    timestamptz   not null,
    text     varchar(4000) not null,
    primary key (input_id, until)
);
