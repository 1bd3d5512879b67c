-- Keys per case or person: destroying a row here destroys the content that was sealed under it.
CREATE TABLE data_key (
    id {{uuid}} PRIMARY KEY,
    master {{int}} NOT NULL,
    wrapped {{bytes}} NOT NULL
) {{strict}};

-- One line for everything that happened and every look at personal data. Lines hold ids and commitments, never content.
-- seq and hash are filled in by the sealer, nothing else ever changes.
CREATE TABLE journal_line (
    id {{uuid}} PRIMARY KEY,
    at {{ts}} NOT NULL,
    organisation TEXT NOT NULL,
    actor TEXT NOT NULL,
    on_behalf_of TEXT NOT NULL,
    purpose TEXT NOT NULL,
    basis TEXT NOT NULL,
    action TEXT NOT NULL,
    subject_kind TEXT NOT NULL,
    subject {{uuid}} NOT NULL,
    trace TEXT NOT NULL,
    commitment {{bytes}} NOT NULL,
    seq {{int}} UNIQUE,
    hash {{bytes}}
) {{strict}};
CREATE INDEX journal_line_unsealed ON journal_line (id) WHERE seq IS NULL;
CREATE INDEX journal_line_subject ON journal_line (subject, id);

-- The content of a line, sealed under the key of its subject; the salt of the commitment is inside.
CREATE TABLE journal_content (
    line {{uuid}} PRIMARY KEY,
    data_key {{uuid}} NOT NULL,
    sealed {{bytes}} NOT NULL
) {{strict}};

-- The end of the chain: whoever updates this row is the sealer of the moment.
CREATE TABLE journal_tip (
    id {{int}} PRIMARY KEY,
    seq {{int}} NOT NULL,
    hash {{bytes}} NOT NULL
) {{strict}};
INSERT INTO journal_tip (id, seq, hash) VALUES (1, 0, {{empty}});

-- Signed heads, one each time lines were sealed.
CREATE TABLE journal_head (
    seq {{int}} PRIMARY KEY,
    hash {{bytes}} NOT NULL,
    at {{ts}} NOT NULL,
    key_version {{int}} NOT NULL,
    signature {{bytes}} NOT NULL
) {{strict}};
