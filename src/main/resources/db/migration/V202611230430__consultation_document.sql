-- what people need to read: a background, a draft, an easy-to-read version
create table consultation_document (
    id              uuid         primary key,
    authority_id    varchar(40)  not null references authority,
    consultation_id uuid         not null references consultation,
    title           varchar(120) not null check (title <> ''),
    language        varchar(3)   not null,
    file_name       varchar(200) not null,
    kind            varchar(4)   not null check (kind in ('PDF', 'DOCX', 'XLSX', 'PPTX', 'ODT', 'ODS', 'ODP')),
    size            integer      not null check (size > 0),
    content         bytea        not null,
    added_by        varchar(64)  not null,
    added_at        timestamptz  not null
);
create index consultation_document_list on consultation_document (consultation_id, added_at);
