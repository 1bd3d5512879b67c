-- A letter that announces only that there is something to read: one that has not left yet covers what came after it.
ALTER TABLE outgoing_letter ADD COLUMN announces {{bool}} NOT NULL DEFAULT FALSE;
CREATE INDEX outgoing_letter_announces ON outgoing_letter (subject) WHERE sent_at IS NULL;
