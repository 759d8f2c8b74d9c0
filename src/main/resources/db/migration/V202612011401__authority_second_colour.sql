alter table authority add column second_colour char(7) check (second_colour ~ '^#[0-9a-fA-F]{6}$');
