-- what was removed is deleted after a while
create index invitee_removed_at on invitee_removed (removed_at);
