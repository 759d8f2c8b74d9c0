create table meeting (
    id                    uuid          primary key,
    version               integer       not null,
    authority_id          varchar(40)   not null references authority,
    consultation_id       uuid          not null references consultation,
    ordinal               integer       not null,
    kind                  varchar(10)   not null check (kind in ('OPEN', 'DIALOGUE')),
    title                 varchar(120)  check (title <> ''),
    starts_at             timestamptz,
    ends_at               timestamptz   check (ends_at > starts_at),
    place                 varchar(300),
    online_link           varchar(500),
    capacity              integer       check (capacity between 1 and 10000),
    seats_taken           integer       not null default 0 check (seats_taken >= 0),
    registration_last_day date,
    theme                 varchar(2000),
    target_group          varchar(500),
    practical             varchar(4000),
    food                  boolean       not null,
    status                varchar(10)   not null check (status in ('PLANNED', 'PUBLISHED', 'HELD', 'CANCELLED')),
    -- how often it has been moved, as calendars count it
    sequence              integer       not null,
    preparation           varchar(10000),
    preparation_sent_at   timestamptz,
    participants          integer       check (participants >= 0),
    summary               varchar(10000),
    follow_up             varchar(10000),
    notes_sent_at         timestamptz,
    cancellation_reason   varchar(1000),
    created_at            timestamptz   not null,
    published_at          timestamptz,
    -- a seat is taken by an update of this row; more than there are cannot be taken
    constraint meeting_not_overbooked check (capacity is null or seats_taken <= capacity),
    constraint meeting_complete check (status in ('PLANNED', 'CANCELLED') or (title is not null
        and starts_at is not null and ends_at is not null and registration_last_day is not null
        and (place is not null or online_link is not null)))
);
create index meeting_of_consultation on meeting (consultation_id, starts_at, ordinal);
create index meeting_of_authority on meeting (authority_id, starts_at);

create table registration (
    id                uuid         primary key,
    version           integer      not null,
    authority_id      varchar(40)  not null references authority,
    meeting_id        uuid         not null references meeting,
    -- the order in which people came
    queue             bigint       generated always as identity,
    reference         varchar(20)  not null,
    name              varchar(120) not null check (name <> ''),
    organisation      varchar(200),
    -- only somebody registered by staff may be without
    email             varchar(254) check (email is not null or (phone is not null and registered_by is not null)),
    phone             varchar(40),
    kind              varchar(20)  not null
        check (kind in ('CULTURAL_ACTOR', 'ASSOCIATION', 'OFFICIAL', 'POLITICIAN', 'CITIZEN', 'OTHER')),
    municipality_code varchar(4)   references municipality,
    topic_kind        varchar(12)  check (topic_kind in ('CHALLENGE', 'OPPORTUNITY', 'IDEA')),
    topic             varchar(2000),
    food              varchar(500),
    language          varchar(2)   not null check (language in ('sv', 'fi', 'en')),
    status            varchar(10)  not null check (status in ('REGISTERED', 'WAITING', 'CANCELLED')),
    registered_at     timestamptz  not null,
    registered_by     varchar(64),
    cancelled_at      timestamptz,
    attended          boolean,
    contacted_at      timestamptz,
    contact_note      varchar(2000),
    unique (authority_id, reference),
    check ((topic_kind is null) = (topic is null)),
    check ((status = 'CANCELLED') = (cancelled_at is not null))
);
-- one registration for each person and meeting
create unique index registration_once on registration (meeting_id, lower(email)) where status <> 'CANCELLED';
create index registration_of_meeting on registration (meeting_id, status, queue);

-- what was sent and the number it got; the same sent again gets the same number
create table registration_receipt (
    id              uuid        primary key,
    authority_id    varchar(40) not null references authority,
    meeting_id      uuid        not null references meeting,
    submission_id   uuid        not null,
    content_hash    char(64)    not null,
    reference       varchar(20) not null,
    waiting         boolean     not null,
    registration_id uuid        not null references registration,
    created_at      timestamptz not null,
    unique (meeting_id, submission_id, content_hash),
    unique (authority_id, reference)
);
create index registration_receipt_registration on registration_receipt (registration_id);

-- what was said, for each question and group
create table meeting_note (
    id           uuid           primary key,
    authority_id varchar(40)    not null references authority,
    meeting_id   uuid           not null references meeting,
    position     bigint         generated always as identity,
    question_id  uuid           references question,
    group_name   varchar(120),
    text         varchar(10000) not null check (text <> '')
);
create index meeting_note_of_meeting on meeting_note (meeting_id, position);
create index meeting_note_question on meeting_note (question_id);
