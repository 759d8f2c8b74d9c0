-- documents belong to a case of any kind: the sentences are the same, their keys are not
alter table journal_entry disable trigger journal_entry_append_only;
update journal_entry set text_key = replace(text_key, 'journal.consultation.document', 'journal.case.document')
where text_key in ('journal.consultation.documentAdded', 'journal.consultation.documentRemoved');
alter table journal_entry enable trigger journal_entry_append_only;
