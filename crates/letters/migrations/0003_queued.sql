-- When a letter was put in line: from then on the 48 hours of Awb 2:10 lid 1 run. Empty for what was put in line before this column.
ALTER TABLE outgoing_letter ADD COLUMN queued_at {{ts}};
CREATE INDEX outgoing_letter_subject ON outgoing_letter (subject, id);
CREATE INDEX outgoing_letter_waiting ON outgoing_letter (queued_at) WHERE sent_at IS NULL;
