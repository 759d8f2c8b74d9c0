-- what meetings gather around is the kind of case's to keep
alter table meeting_note drop constraint meeting_note_question_id_fkey;
