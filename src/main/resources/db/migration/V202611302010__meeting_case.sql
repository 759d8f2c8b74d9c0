-- a meeting belongs to a case of any kind
alter table meeting rename column consultation_id to case_id;
alter table meeting drop constraint meeting_consultation_id_fkey;
alter table meeting add foreign key (case_id, authority_id) references cases (id, authority_id);
alter index meeting_of_consultation rename to meeting_of_case;
