-- a day that something begins may have been, and dates are carried over that have passed
alter table deadline
    drop constraint deadline_check,
    drop constraint deadline_kind_check,
    add check (kind in ('INVENTORY', 'ANSWER', 'REGISTRATION', 'MEETING', 'MEETING_END', 'OPENING', 'INPUT', 'REFERRAL',
                        'DECISION', 'TASK')),
    -- the deadline that it is moved with
    add follows uuid references deadline on delete set null;
create index deadline_follows on deadline (follows) where follows is not null;

-- the first day of an input period
insert into deadline (id, authority_id, subject_id, kind, last_day, due_at, version, set_at)
    select gen_random_uuid(), p.authority_id, p.id, 'OPENING', p.opens, p.opens::timestamp at time zone a.zone_id, 1,
        p.created_at
    from input_period p join authority a on a.id = p.authority_id;
alter table input_period drop column opens;
create index input_period_consultation on input_period (consultation_id);

-- the dates of a cycle that its aggregate kept alone
insert into deadline (id, authority_id, subject_id, kind, last_day, due_at, version, set_at)
    select gen_random_uuid(), c.authority_id, c.id, d.kind, d.day,
        (case d.kind when 'OPENING' then d.day else d.day + 1 end)::timestamp at time zone a.zone_id, 1, now()
    from consultation c join authority a on a.id = c.authority_id,
        lateral (values ('INVENTORY', c.inventory_last_day), ('ANSWER', c.answer_last_day), ('OPENING', c.input_opens),
            ('INPUT', c.input_last_day), ('REFERRAL', c.referral_last_day), ('DECISION', c.decision_date)) d (kind, day)
    where d.day is not null
    on conflict (subject_id, kind) do nothing;

-- the last day to answer an invitation
insert into deadline (id, authority_id, subject_id, kind, last_day, due_at, version, set_at)
    select gen_random_uuid(), i.authority_id, i.id, 'ANSWER', i.answer_last_day,
        (i.answer_last_day + 1)::timestamp at time zone a.zone_id, 1, now()
    from invitation i join authority a on a.id = i.authority_id
    on conflict (subject_id, kind) do nothing;
alter table invitation drop column answer_last_day;

-- what belongs to the cycle is moved with it
update deadline d set follows = leader.id
    from invitation i join deadline leader on leader.subject_id = i.consultation_id and leader.kind = 'ANSWER'
    where d.subject_id = i.id and d.kind = 'ANSWER' and i.status <> 'WITHDRAWN';
update deadline d set follows = leader.id
    from input_period p join deadline leader on leader.subject_id = p.consultation_id
    where d.subject_id = p.id and d.kind = leader.kind and d.last_day = leader.last_day
        and ((d.kind = p.kind and p.status in ('PLANNED', 'OPEN'))
            or (d.kind = 'OPENING' and p.kind = 'INPUT' and p.status = 'PLANNED'));

-- the times of a meeting; a move of one whose registration had closed left its deadline behind
insert into deadline (id, authority_id, subject_id, kind, last_day, due_at, version, set_at)
    select gen_random_uuid(), m.authority_id, m.id, d.kind, d.day,
        coalesce(d.due, (d.day + 1)::timestamp at time zone a.zone_id), 1, m.created_at
    from meeting m join authority a on a.id = m.authority_id,
        lateral (values ('MEETING', null::date, m.starts_at), ('MEETING_END', null, m.ends_at),
            ('REGISTRATION', m.registration_last_day, null)) d (kind, day, due)
    where d.day is not null or d.due is not null
    on conflict (subject_id, kind) do update set last_day = excluded.last_day, due_at = excluded.due_at;
alter table meeting
    drop constraint meeting_complete,
    drop column starts_at,
    drop column ends_at,
    drop column registration_last_day,
    add constraint meeting_complete check (status in ('PLANNED', 'CANCELLED') or (title is not null
        and (place is not null or online_link is not null)));
create index meeting_of_case on meeting (case_id, ordinal);
create index meeting_of_authority on meeting (authority_id);

alter table consultation
    drop column decision_date,
    drop column inventory_last_day,
    drop column answer_last_day,
    drop column input_opens,
    drop column input_last_day,
    drop column referral_last_day;
create index consultation_of_authority on consultation (authority_id);
