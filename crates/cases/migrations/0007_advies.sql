-- Who opens the closed compartment of zaken of this type: the word of her role, as its service was published; empty where it has none.
ALTER TABLE zaaktype ADD COLUMN adviseur TEXT;
-- Of what was published before services said so.
UPDATE zaaktype SET adviseur = 'medisch-adviseur' WHERE identificatie = 'gehandicaptenparkeerkaart';
UPDATE zaaktype SET adviseur = 'bibob-coordinator' WHERE identificatie = 'horecabedrijf-exploitatievergunning';

-- What who opened the closed compartment tells who decides; it stays with the organisation where it was given. Ours.
CREATE TABLE zaak_advies (
    id {{uuid}} PRIMARY KEY,
    zaak {{uuid}} NOT NULL REFERENCES zaak (id),
    organisatie TEXT NOT NULL,
    adviseur TEXT NOT NULL,
    medewerker TEXT NOT NULL,
    op {{ts}} NOT NULL,
    tekst_sealed {{bytes}} NOT NULL
) {{strict}};
CREATE INDEX zaak_advies_zaak ON zaak_advies (zaak, id);
