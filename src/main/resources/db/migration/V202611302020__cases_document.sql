-- what there is to read and what staff write down belong to a case of any kind
alter table consultation_document rename to case_document;
alter table case_document rename column consultation_id to case_id;
alter table case_document drop constraint consultation_document_consultation_id_fkey;
alter table case_document add foreign key (case_id, authority_id) references cases (id, authority_id);
alter index consultation_document_list rename to case_document_list;

alter table case_note rename column consultation_id to case_id;
alter table case_note add foreign key (case_id, authority_id) references cases (id, authority_id);
alter index case_note_consultation rename to case_note_case;
