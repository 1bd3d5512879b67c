-- The drafts of one branch of a company, in her list.
CREATE INDEX draft_vestiging ON draft (vestiging_hash, id) WHERE vestiging_hash IS NOT NULL AND answers_sealed IS NOT NULL;
