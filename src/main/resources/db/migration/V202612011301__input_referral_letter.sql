-- the letter that goes with the draft when it is sent out for comments, and whom it goes to besides the invited
create table referral_letter (
    consultation_id uuid         primary key references cases on delete cascade,
    version         integer      not null,
    authority_id    varchar(40)  not null references authority,
    subject         varchar(200) not null,
    body            text         not null,
    -- also to those who have given input
    to_senders      boolean      not null
);

-- bodies added by hand
create table referral_recipient (
    consultation_id uuid         not null references referral_letter on delete cascade,
    position        integer      not null,
    name            varchar(200) not null,
    email           varchar(254) not null,
    primary key (consultation_id, position)
);
