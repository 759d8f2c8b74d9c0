-- what an officer has written of a consultation besides its own texts: the same in other languages, in easy
-- words, in short in languages that pages do not have, and where it is signed
create table consultation_words (
    consultation_id uuid          not null references consultation,
    authority_id    varchar(40)   not null references authority,
    part            varchar(12)   not null
        check (part in ('TITLE', 'SUBJECT', 'BACKGROUND', 'QUESTION', 'EASY', 'SIGNED', 'SUMMARY')),
    place           integer       not null default 0,
    language        varchar(3)    not null,
    text            varchar(6000) not null check (text <> ''),
    primary key (consultation_id, part, place, language)
);
