create table consultation (
    id                  uuid          primary key,
    version             integer       not null,
    authority_id        varchar(40)   not null references authority,
    slug                varchar(80)   not null,
    title               varchar(120)  not null check (title <> ''),
    subject             varchar(2000) not null,
    background          varchar(4000),
    plan_from           integer       not null,
    plan_to             integer       not null check (plan_to >= plan_from),
    decision_date       date          not null,
    inventory_last_day  date,
    answer_last_day     date,
    input_opens         date,
    input_last_day      date,
    referral_wanted     boolean       not null,
    referral_last_day   date,
    referral_held       boolean       not null,
    number_of_meetings  integer       not null check (number_of_meetings between 0 and 12),
    status              varchar(10)   not null
        check (status in ('PLANNED', 'OPEN', 'CLOSED', 'REJECTED', 'CANCELLED')),
    phase               varchar(10)   not null
        check (phase in ('PLANNING', 'INVENTORY', 'DIALOGUE', 'DRAFT', 'REFERRAL', 'DECISION', 'ANSWER', 'ENDED')),
    responsible_officer varchar(64),
    cancellation_reason varchar(1000),
    created_at          timestamptz   not null,
    published_at        timestamptz,
    ended_at            timestamptz,
    dispose_after       date,
    unique (authority_id, slug)
);
create index consultation_of_authority on consultation (authority_id, status, decision_date);

-- what those who take part are asked to gather around
create table question (
    id              uuid         primary key,
    consultation_id uuid         not null references consultation,
    position        integer      not null check (position between 1 and 10),
    text            varchar(500) not null check (text <> ''),
    unique (consultation_id, position)
);
