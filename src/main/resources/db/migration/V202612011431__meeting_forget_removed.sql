-- what was removed is deleted after a while
create index meeting_note_removed on meeting_note (removed_at) where removed_at is not null;
