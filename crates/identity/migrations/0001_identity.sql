-- A sign-in that was begun. `sealed` holds nonce and PKCE verifier, under a key that is destroyed at first use.
CREATE TABLE sign_in_attempt (
    id {{uuid}} PRIMARY KEY,
    state_hash {{bytes}} NOT NULL UNIQUE,
    kind TEXT NOT NULL,
    browser_hash {{bytes}} NOT NULL,
    at_least TEXT NOT NULL,
    fresh {{int}},
    return_to TEXT NOT NULL,
    data_key {{uuid}} NOT NULL,
    sealed {{bytes}} NOT NULL,
    created {{ts}} NOT NULL,
    used {{ts}}
) {{strict}};
CREATE INDEX sign_in_attempt_created ON sign_in_attempt (created);

-- Who is signed in. `sealed` holds the identity; the row goes and the key is destroyed when the session ends.
CREATE TABLE session (
    id {{uuid}} PRIMARY KEY,
    token_hash {{bytes}} NOT NULL UNIQUE,
    person_hash {{bytes}} NOT NULL,
    kind TEXT NOT NULL,
    assurance TEXT NOT NULL,
    data_key {{uuid}} NOT NULL,
    sealed {{bytes}} NOT NULL,
    signed_in_at {{ts}} NOT NULL,
    created {{ts}} NOT NULL,
    last_seen {{ts}} NOT NULL,
    live_until {{ts}} NOT NULL
) {{strict}};
CREATE INDEX session_person ON session (person_hash, created, id);
CREATE INDEX session_live_until ON session (live_until);
