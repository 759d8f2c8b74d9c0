-- what was removed is deleted after a while
create index case_document_removed on case_document (removed_at) where removed_at is not null;
create index case_note_removed on case_note (removed_at) where removed_at is not null;
