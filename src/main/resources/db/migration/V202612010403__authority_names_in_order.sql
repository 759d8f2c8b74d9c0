-- lists are in the order in which Swedish and Finnish readers look for a name
alter table unit alter column name type varchar(120) collate "sv-x-icu";
alter table authority alter column name type varchar(120) collate "sv-x-icu";
