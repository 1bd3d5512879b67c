-- Letters that must leave; a worker sends them after commit, at least once. `sealed` holds address and content.
CREATE TABLE outgoing_letter (
    id {{uuid}} PRIMARY KEY,
    organisatie TEXT NOT NULL,
    subject_kind TEXT NOT NULL,
    subject {{uuid}} NOT NULL,
    data_key {{uuid}} NOT NULL,
    sealed {{bytes}} NOT NULL,
    attempts {{int}} NOT NULL,
    next_at {{ts}} NOT NULL,
    sent_at {{ts}}
) {{strict}};
CREATE INDEX outgoing_letter_due ON outgoing_letter (next_at) WHERE sent_at IS NULL;
