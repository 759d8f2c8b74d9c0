-- a step of a case of any kind can be tried again; the journal tells it in the same words
alter table journal_entry disable trigger journal_entry_append_only;
update journal_entry set text_key = 'journal.case.retried' where text_key = 'journal.consultation.retried';
alter table journal_entry enable trigger journal_entry_append_only;
