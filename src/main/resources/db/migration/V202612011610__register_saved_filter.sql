-- what somebody looks for again and again
create table saved_filter (
    id             uuid        primary key,
    authority_id   varchar(40) not null references authority,
    name           varchar(60) not null,
    text           varchar(200),
    municipality   varchar(4),
    sector         varchar(20),
    priority_group varchar(20),
    status         varchar(10),
    has_email      boolean,
    -- nothing but the id is kept of one that was removed
    removed        boolean     not null default false
);
create unique index saved_filter_name on saved_filter (authority_id, lower(name)) where not removed;
