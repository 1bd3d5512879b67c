-- Somebody whom the applicant named and who is asked to give her own data herself: what she is called and her address, and what she gave, sealed
-- under the key of the zaak. Her words are known by a keyed hash only; with them she opens it in one browser, and signs in there. Who gave is found
-- by the hash of her party. Ours.
CREATE TABLE zaak_uitnodiging (
    id {{uuid}} PRIMARY KEY,
    zaak {{uuid}} NOT NULL REFERENCES zaak (id),
    doel TEXT NOT NULL,
    vraag TEXT NOT NULL,
    code_hash {{bytes}} NOT NULL UNIQUE,
    browser_hash {{bytes}},
    gevraagd_op {{ts}} NOT NULL,
    gegeven_op {{ts}},
    gever_hash {{bytes}},
    genodigde_sealed {{bytes}} NOT NULL,
    gegeven_sealed {{bytes}}
) {{strict}};
CREATE INDEX zaak_uitnodiging_zaak ON zaak_uitnodiging (zaak, id);
CREATE INDEX zaak_uitnodiging_gever ON zaak_uitnodiging (gever_hash, id) WHERE gever_hash IS NOT NULL;
