-- What one can do against a decision of this type; the first against the decision itself. `soort` says whose regime gives the term.
CREATE TABLE besluittype_rechtsmiddel (
    id {{uuid}} PRIMARY KEY,
    besluittype {{uuid}} NOT NULL REFERENCES besluittype (id),
    volgnummer {{int}} NOT NULL,
    soort TEXT NOT NULL,
    naam TEXT NOT NULL,
    grondslag TEXT NOT NULL,
    tegen_nl TEXT,
    tegen_en TEXT,
    orgaan_nl TEXT,
    orgaan_en TEXT,
    UNIQUE (besluittype, volgnummer)
) {{strict}};
-- Until now only applications ended in a decision.
INSERT INTO besluittype_rechtsmiddel (id, besluittype, volgnummer, soort, naam, grondslag)
    SELECT id, id, 1, 'aanvraag', rechtsmiddel, rechtsmiddel_grondslag FROM besluittype
    WHERE rechtsmiddel IS NOT NULL AND rechtsmiddel_grondslag IS NOT NULL;
ALTER TABLE besluittype DROP COLUMN rechtsmiddel;
ALTER TABLE besluittype DROP COLUMN rechtsmiddel_grondslag;

-- Is it a decision? VNG Catalogi 1.3 relates ResultaatType to BesluitType; there is one at most for a zaaktype.
ALTER TABLE resultaattype ADD COLUMN besluit {{bool}} NOT NULL DEFAULT FALSE;
UPDATE resultaattype SET besluit = TRUE
    WHERE omschrijving NOT IN ('Ingetrokken', 'Doorgezonden') AND zaaktype IN (SELECT zaaktype FROM besluittype);
