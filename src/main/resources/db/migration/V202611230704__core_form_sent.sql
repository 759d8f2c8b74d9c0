-- forms of staff that have been sent, so that one sent twice does its work once
create table form_sent (
    submission_id uuid        not null,
    -- another content is another wish
    content       integer     not null,
    made          uuid,
    sent_at       timestamptz not null,
    primary key (submission_id, content)
);
create index form_sent_at on form_sent (sent_at);
drop table account_made;
