-- documents, what was noted at meetings and proposals of decisions are found too
create index case_document_search on case_document using gin (lower(title || ' ' || file_name) gin_trgm_ops);
create index case_document_words on case_document using gin (words_of(lower(title || ' ' || file_name)));

create index meeting_note_search on meeting_note using gin (lower(text) gin_trgm_ops);
create index meeting_note_words on meeting_note using gin (words_of(lower(text)));

create index plan_proposal_search on plan using gin (lower(proposal) gin_trgm_ops);
create index plan_proposal_words on plan using gin (words_of(lower(proposal)));
