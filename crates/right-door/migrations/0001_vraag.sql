-- A question that somebody owns. What was written is sealed under the key of the vraag.
CREATE TABLE vraag (
    id {{uuid}} PRIMARY KEY,
    organisatie TEXT NOT NULL,
    nummer TEXT NOT NULL UNIQUE,
    eerst_ontvangen_op {{ts}} NOT NULL,
    antwoord_voor {{date}} NOT NULL,
    stand TEXT NOT NULL,
    uniforme_productnaam TEXT,
    taal TEXT NOT NULL,
    data_key {{uuid}} NOT NULL,
    steller_sealed {{bytes}} NOT NULL,
    browser_hash {{bytes}} NOT NULL,
    volgcode_hash {{bytes}} NOT NULL UNIQUE
) {{strict}};
CREATE INDEX vraag_organisatie_stand ON vraag (organisatie, stand, antwoord_voor, id);

CREATE TABLE vraag_bericht (
    id {{uuid}} PRIMARY KEY,
    vraag {{uuid}} NOT NULL REFERENCES vraag (id),
    van TEXT NOT NULL,
    op {{ts}} NOT NULL,
    tekst_sealed {{bytes}} NOT NULL
) {{strict}};
CREATE INDEX vraag_bericht_vraag ON vraag_bericht (vraag, id);

-- Awb 2:3: sent on, with the date of both receipts.
CREATE TABLE vraag_doorzending (
    id {{uuid}} PRIMARY KEY,
    vraag {{uuid}} NOT NULL REFERENCES vraag (id),
    van TEXT NOT NULL,
    naar TEXT NOT NULL,
    ontvangen_op {{ts}} NOT NULL,
    doorgezonden_op {{ts}} NOT NULL
) {{strict}};
CREATE INDEX vraag_doorzending_vraag ON vraag_doorzending (vraag, id);
