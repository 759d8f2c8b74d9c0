-- a note that was taken away can be had back
alter table meeting_note add column removed_at timestamptz;
