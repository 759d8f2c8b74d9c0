-- a document that was taken away can be had back
alter table case_document add column removed_at timestamptz;
