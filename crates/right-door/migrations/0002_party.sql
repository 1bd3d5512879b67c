-- By which the organisation of a question finds a party again: a keyed hash of its number that differs per organisation
-- (`access::Party::hash`). The number itself is sealed in `steller_sealed`. Empty for who did not sign in.
ALTER TABLE vraag ADD COLUMN party_hash {{bytes}};
CREATE INDEX vraag_party ON vraag (party_hash, id) WHERE party_hash IS NOT NULL;
