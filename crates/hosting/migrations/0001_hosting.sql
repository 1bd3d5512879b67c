-- What an organisation publishes here: overlays of services, what it says of itself, roles of who works there. A version is written once,
-- a decision on it once; neither is ever changed. `seal` is a keyed hash of the row, so that a change outside the program is found.
CREATE TABLE hosting_version (
    id {{uuid}} PRIMARY KEY,
    organisatie TEXT NOT NULL,
    kind TEXT NOT NULL,
    name TEXT NOT NULL,
    content TEXT NOT NULL,
    basis {{uuid}} REFERENCES hosting_version (id),
    why TEXT NOT NULL,
    proposed_by TEXT NOT NULL,
    proposed_name TEXT NOT NULL,
    proposed_at {{ts}} NOT NULL,
    seal {{bytes}} NOT NULL
) {{strict}};
CREATE INDEX hosting_version_subject ON hosting_version (organisatie, kind, name, id);

-- `outcome` is `published` or `rejected`.
CREATE TABLE hosting_decision (
    version {{uuid}} PRIMARY KEY REFERENCES hosting_version (id),
    outcome TEXT NOT NULL,
    decided_by TEXT NOT NULL,
    decided_name TEXT NOT NULL,
    decided_at {{ts}} NOT NULL,
    reason TEXT NOT NULL,
    seal {{bytes}} NOT NULL
) {{strict}};

-- Where each thing stands: the version in force (none is that of the files), and the proposal that waits.
CREATE TABLE hosting_subject (
    organisatie TEXT NOT NULL,
    kind TEXT NOT NULL,
    name TEXT NOT NULL,
    current {{uuid}} REFERENCES hosting_version (id),
    proposal {{uuid}} REFERENCES hosting_version (id),
    PRIMARY KEY (organisatie, kind, name)
) {{strict}};
