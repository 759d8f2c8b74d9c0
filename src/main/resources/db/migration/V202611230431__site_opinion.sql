-- whether a page helped whoever read it; nothing tells who that was
create table site_opinion (
    id           uuid          primary key,
    authority_id varchar(40)   not null references authority,
    path         varchar(200)  not null,
    language     varchar(2)    not null check (language in ('sv', 'fi', 'en')),
    helped       boolean       not null,
    missing      varchar(500),
    given_at     timestamptz   not null
);
create index site_opinion_of_page on site_opinion (authority_id, path, given_at desc);
