-- when somebody was away and who stood in is nobody's business afterwards
alter table journal_entry disable trigger journal_entry_append_only;
update journal_entry set arguments = jsonb_build_array(arguments -> 0)
where text_key in ('journal.account.away', 'journal.account.noStandIn');
alter table journal_entry enable trigger journal_entry_append_only;
