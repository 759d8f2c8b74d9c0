-- the forms of words in Swedish and Finnish; both, since one text may be in either
create function words_of(text) returns tsvector language sql immutable parallel safe
    return to_tsvector('pg_catalog.swedish', $1) || to_tsvector('pg_catalog.finnish', $1);

create function looked_for(text) returns tsquery language sql immutable parallel safe
    return to_tsquery('pg_catalog.swedish', $1) || to_tsquery('pg_catalog.finnish', $1);

-- those who speak for an organisation are found with it
alter table organisation drop column search_text;
alter table organisation add column search_text text generated always as (
    name_key || ' ' || lower(name) || ' ' || coalesce(lower(locality), '') || ' ' || coalesce(lower(email), '')
    || ' ' || coalesce(organisation_number, '') || ' ' || coalesce(lower(contact_name), '') || ' '
    || coalesce(phone, '')) stored;
create index organisation_search on organisation using gin (search_text gin_trgm_ops);

alter table meeting add column search_text text generated always as (
    lower(coalesce(title, '') || ' ' || coalesce(place, '') || ' ' || coalesce(theme, '') || ' '
    || coalesce(target_group, '') || ' ' || coalesce(practical, '') || ' ' || coalesce(summary, '') || ' '
    || coalesce(follow_up, ''))) stored;
create index meeting_search on meeting using gin (search_text gin_trgm_ops);
create index meeting_words on meeting using gin (words_of(search_text));

alter table registration add column search_text text generated always as (
    lower(reference || ' ' || name || ' ' || coalesce(organisation, '') || ' ' || coalesce(email, '') || ' '
    || coalesce(phone, '') || ' ' || coalesce(topic, ''))) stored;
create index registration_search on registration using gin (search_text gin_trgm_ops);

alter table input add column search_text text generated always as (
    lower(reference || ' ' || coalesce(theme, '') || ' ' || text)) stored;
create index input_search on input using gin (search_text gin_trgm_ops);
create index input_words on input using gin (words_of(search_text));

alter table input_submission add column search_text text generated always as (
    lower(reference || ' ' || coalesce(organisation_name, '') || ' ' || coalesce(name, '') || ' '
    || coalesce(email, ''))) stored;
create index input_submission_search on input_submission using gin (search_text gin_trgm_ops);

alter table plan_section add column search_text text generated always as (
    lower(heading || ' ' || text)) stored;
create index plan_section_search on plan_section using gin (search_text gin_trgm_ops);
create index plan_section_words on plan_section using gin (words_of(search_text));

create index mail_search on mail using gin (lower(recipient) gin_trgm_ops);
