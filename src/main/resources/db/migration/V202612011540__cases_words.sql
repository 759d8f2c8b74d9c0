-- words in other languages belong to whatever of a case they are written of: the case itself, one of its meetings
alter table consultation_words rename to case_words;
alter table case_words rename column consultation_id to case_id;
alter table case_words
    drop constraint consultation_words_consultation_id_fkey,
    drop constraint consultation_words_part_check,
    drop constraint consultation_words_pkey,
    add column subject_id uuid,
    alter column part type varchar(20),
    alter column text type varchar(10000);
update case_words set subject_id = case_id;
alter table case_words
    alter column subject_id set not null,
    add primary key (subject_id, part, place, language),
    add foreign key (case_id) references cases,
    add check (part in ('TITLE', 'SUBJECT', 'BACKGROUND', 'QUESTION', 'THEME', 'TARGET_GROUP', 'PRACTICAL', 'PREPARATION',
        'INVITATION_SUBJECT', 'INVITATION_TEXT', 'REFERRAL_SUBJECT', 'REFERRAL_TEXT', 'EASY', 'SIGNED', 'SUMMARY'));
create index case_words_case on case_words (case_id);
