-- The eight words by which who did not sign in goes on with a draft on another device: sealed, to show them again, and their keyed hash, to
-- find the draft. The zaak that comes of it has the same words; then they are gone from here.
ALTER TABLE draft ADD COLUMN volgcode_hash {{bytes}};
ALTER TABLE draft ADD COLUMN volgcode_sealed {{bytes}};
CREATE UNIQUE INDEX draft_volgcode ON draft (volgcode_hash) WHERE volgcode_hash IS NOT NULL;
