-- A draft of who signed in is hers on every device: found by the keyed hash of her number at the controller, the organisation that runs
-- the door (`access::Party::hash`). `known_sealed` is what registers said when they were asked for it.
ALTER TABLE draft ADD COLUMN controller TEXT;
ALTER TABLE draft ADD COLUMN party_hash {{bytes}};
ALTER TABLE draft ADD COLUMN known_sealed {{bytes}};
CREATE INDEX draft_party ON draft (party_hash, id) WHERE party_hash IS NOT NULL AND answers_sealed IS NOT NULL;
