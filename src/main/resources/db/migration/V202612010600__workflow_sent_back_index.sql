-- what was sent back is looked up by what it is about only
drop index task_sent_back_authority;
