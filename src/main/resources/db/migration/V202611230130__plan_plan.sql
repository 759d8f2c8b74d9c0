create table plan (
    id                   uuid        primary key,
    version              integer     not null,
    authority_id         varchar(40) not null references authority,
    consultation_id      uuid        not null unique references consultation,
    stage                varchar(10) not null
        check (stage in ('DRAFTING', 'REVIEW', 'FIXED', 'DECIDED', 'REJECTED')),
    fixed_version        integer     not null check (fixed_version >= 0),
    comment              varchar(2000),
    proposal             varchar(10000),
    proposal_comment     varchar(2000),
    submitted_on         date,
    submission_reference varchar(60),
    published_at         timestamptz,
    answers_sent_at      timestamptz,
    answers_published_at timestamptz,
    created_at           timestamptz not null,
    check (stage not in ('FIXED', 'DECIDED', 'REJECTED') or fixed_version > 0),
    check ((stage = 'DECIDED') = (published_at is not null)),
    check ((submitted_on is null) = (submission_reference is null)),
    check (answers_published_at is null or answers_sent_at is not null)
);

-- as it is being written
create table plan_section (
    id           uuid         primary key,
    authority_id varchar(40)  not null references authority,
    plan_id      uuid         not null references plan,
    position     integer      not null check (position > 0),
    heading      varchar(200) not null check (heading <> ''),
    text         varchar(50000) not null,
    version      integer      not null,
    changed_at   timestamptz  not null,
    changed_by   varchar(64)  not null,
    unique (id, plan_id),
    unique (plan_id, position) deferrable initially deferred
);

-- what each input led to: a section, or a reason why not
create table plan_disposition (
    input_id     uuid          primary key,
    authority_id varchar(40)   not null references authority,
    plan_id      uuid          not null references plan,
    section_id   uuid,
    comment      varchar(4000) check (comment <> ''),
    version      integer       not null,
    decided_at   timestamptz   not null,
    decided_by   varchar(64)   not null,
    foreign key (section_id, plan_id) references plan_section (id, plan_id),
    check (section_id is not null or comment is not null)
);
create index plan_disposition_section on plan_disposition (plan_id, section_id);

-- the plan as it was approved by the manager; what decisions are taken on
create table plan_version (
    plan_id      uuid        not null references plan,
    number       integer     not null check (number > 0),
    authority_id varchar(40) not null references authority,
    fixed_at     timestamptz not null,
    primary key (plan_id, number)
);
create table plan_version_section (
    plan_id    uuid           not null,
    number     integer        not null,
    section_id uuid           not null,
    position   integer        not null,
    heading    varchar(200)   not null,
    text       varchar(50000) not null,
    primary key (plan_id, number, section_id),
    unique (plan_id, number, position),
    foreign key (plan_id, number) references plan_version
);
create table plan_version_input (
    plan_id    uuid    not null,
    number     integer not null,
    input_id   uuid    not null,
    section_id uuid,
    comment    varchar(4000),
    primary key (plan_id, number, input_id),
    foreign key (plan_id, number) references plan_version,
    foreign key (plan_id, number, section_id) references plan_version_section
);

create function plan_version_is_immutable() returns trigger language plpgsql as $$
begin
    raise exception 'a fixed version of a plan is immutable';
end $$;
create trigger plan_version_immutable before update on plan_version
    for each row execute function plan_version_is_immutable();
create trigger plan_version_section_immutable before update on plan_version_section
    for each row execute function plan_version_is_immutable();
create trigger plan_version_input_immutable before update on plan_version_input
    for each row execute function plan_version_is_immutable();

create table plan_decision (
    id           uuid        primary key,
    authority_id varchar(40) not null references authority,
    plan_id      uuid        not null,
    number       integer     not null,
    body         varchar(10) not null check (body in ('COMMITTEE', 'COUNCIL')),
    outcome      varchar(10) not null check (outcome in ('APPROVED', 'SENT_BACK', 'REJECTED')),
    decided_on   date        not null,
    paragraph    varchar(20) not null check (paragraph <> ''),
    reference    varchar(60) not null check (reference <> ''),
    comment      varchar(2000),
    recorded_at  timestamptz not null,
    recorded_by  varchar(64) not null,
    foreign key (plan_id, number) references plan_version,
    unique (plan_id, number, body)
);

create table plan_answer (
    input_id     uuid          primary key,
    authority_id varchar(40)   not null references authority,
    plan_id      uuid          not null references plan,
    section_id   uuid,
    text         varchar(6000) check (text <> ''),
    edited       boolean       not null,
    version      integer       not null,
    changed_at   timestamptz   not null,
    foreign key (section_id, plan_id) references plan_section (id, plan_id),
    check (section_id is not null or text is not null)
);
create index plan_answer_plan on plan_answer (plan_id);
