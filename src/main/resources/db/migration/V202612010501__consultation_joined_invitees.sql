-- an organisation that was joined with another one on the same list is there no longer for itself; its links lead to the other
alter table invitee add column joined_into uuid references invitee on delete cascade;
create index invitee_joined on invitee (joined_into) where joined_into is not null;
-- what a join has moved, for taking it back
create table invitee_join (
    join_id         uuid not null references organisation_join,
    invitee_id      uuid not null references invitee on delete cascade,
    -- the one that the other organisation had on the same list, and what it had answered
    into_id         uuid references invitee on delete cascade,
    answer_before   varchar(12),
    answered_before timestamptz,
    primary key (join_id, invitee_id)
);
create index invitee_join_invitee on invitee_join (invitee_id);
create index invitee_join_into on invitee_join (into_id) where into_id is not null;

-- what had been said for it and is said for the other since
create table invitee_voice_join (
    join_id    uuid not null references organisation_join,
    invitee_id uuid not null references invitee on delete cascade,
    subject_id uuid not null,
    primary key (join_id, invitee_id, subject_id)
);
create index invitee_voice_join_invitee on invitee_voice_join (invitee_id);

create function invitee_now(invitee uuid) returns uuid language sql stable as $$
    with recursive way (id, step) as (
        select invitee, 0
        union all
        select i.joined_into, way.step + 1 from way join invitee i on i.id = way.id and i.joined_into is not null)
    select id from way order by step desc limit 1
$$;
