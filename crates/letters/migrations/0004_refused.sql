-- A letter that the mail server would not take: it is not tried again, and `sent_at` is when that was.
ALTER TABLE outgoing_letter ADD COLUMN refused {{bool}} NOT NULL DEFAULT FALSE;
