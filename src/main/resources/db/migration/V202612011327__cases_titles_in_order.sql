-- titles and places are sorted as Swedish is, wherever they are
alter table cases alter column title type varchar(120) collate "sv-x-icu";
alter table municipality alter column name type varchar(60) collate "sv-x-icu";
