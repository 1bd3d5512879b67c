-- What staff write down for each other about a question; the person never sees it. It stays with the organisation where it was written.
CREATE TABLE vraag_notitie (
    id {{uuid}} PRIMARY KEY,
    vraag {{uuid}} NOT NULL REFERENCES vraag (id),
    organisatie TEXT NOT NULL,
    medewerker TEXT NOT NULL,
    op {{ts}} NOT NULL,
    tekst_sealed {{bytes}} NOT NULL
) {{strict}};
CREATE INDEX vraag_notitie_vraag ON vraag_notitie (vraag, id);
