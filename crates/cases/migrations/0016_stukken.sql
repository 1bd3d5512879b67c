-- The papers of a zaak that was sent on to who does not take it here: what its handler must send, and what lies in the closed compartment, which
-- its adviser sends. `naar` is the code of the organisation; who sent them and when is empty as long as nobody did. Ours.
CREATE TABLE zaak_stukken (
    id {{uuid}} PRIMARY KEY,
    zaak {{uuid}} NOT NULL REFERENCES zaak (id),
    besloten {{bool}} NOT NULL,
    naar TEXT NOT NULL,
    medewerker TEXT,
    verstuurd_op {{ts}},
    UNIQUE (zaak, besloten)
) {{strict}};
CREATE INDEX zaak_stukken_waiting ON zaak_stukken (zaak) WHERE verstuurd_op IS NULL;

-- Which moment counts for the queue, as the service was published; empty where it does not matter (Awb 4:26).
ALTER TABLE zaaktype ADD COLUMN volgorde TEXT;
ALTER TABLE zaaktype ADD COLUMN volgorde_en TEXT;
