-- Sent on to another organisation (Awb 2:3), with both dates of receipt.
CREATE TABLE zaak_doorzending (
    id {{uuid}} PRIMARY KEY,
    zaak {{uuid}} NOT NULL REFERENCES zaak (id),
    van TEXT NOT NULL,
    naar TEXT NOT NULL,
    ontvangen_op {{ts}} NOT NULL,
    doorgezonden_op {{ts}} NOT NULL
) {{strict}};
CREATE INDEX zaak_doorzending_zaak ON zaak_doorzending (zaak, id);

-- A note is for colleagues: it stays with the organisation where it was written.
ALTER TABLE zaak_notitie ADD COLUMN organisatie TEXT NOT NULL DEFAULT '';
UPDATE zaak_notitie SET organisatie = (SELECT z.organisatie FROM zaak z WHERE z.id = zaak);
