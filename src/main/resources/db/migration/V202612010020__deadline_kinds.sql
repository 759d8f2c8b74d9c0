-- modules bring their kinds of deadlines; which there are the application knows
alter table deadline
    drop constraint deadline_kind_check,
    alter column kind type text;
alter table reminder_ladder
    drop constraint reminder_ladder_kind_check,
    alter column kind type text;
