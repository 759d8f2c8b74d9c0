-- since when each wording is there: whoever sent it is told when
alter table input add column written_at timestamptz;
alter table input_earlier_text add column written_at timestamptz;
update input_earlier_text e
set written_at = coalesce((select max(b.until) from input_earlier_text b
                           where b.input_id = e.input_id and b.until < e.until), s.received_at)
from input i join input_submission s on s.id = i.submission_id
where i.id = e.input_id;
update input i
set written_at = coalesce((select max(e.until) from input_earlier_text e where e.input_id = i.id), s.received_at)
from input_submission s
where s.id = i.submission_id;
alter table input alter column written_at set not null;
alter table input_earlier_text alter column written_at set not null;
