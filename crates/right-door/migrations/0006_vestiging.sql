-- By which the organisation of the question finds a branch of a company again, as `party_hash` the company: who acts for one branch only
-- sees what was asked for that one. Empty for what was asked for the company as a whole. The number itself is sealed in `steller_sealed`.
ALTER TABLE vraag ADD COLUMN vestiging_hash {{bytes}};
CREATE INDEX vraag_vestiging ON vraag (vestiging_hash, id) WHERE vestiging_hash IS NOT NULL;
