-- The date that bites: what was promised or the last day of the law, whichever comes first. Where the term stood still only the law: what was
-- promised did not count on that.
ALTER TABLE zaak ADD COLUMN werkdatum {{date}} NOT NULL DEFAULT '1970-01-01';
UPDATE zaak SET werkdatum = CASE
    WHEN einddatum_gepland IS NULL THEN COALESCE(uiterlijke_einddatum_afdoening, startdatum)
    WHEN uiterlijke_einddatum_afdoening IS NULL THEN einddatum_gepland
    WHEN einddatum_gepland < uiterlijke_einddatum_afdoening
        AND NOT EXISTS (SELECT 1 FROM zaak_opschorting o WHERE o.zaak = zaak.id AND o.tot > o.sinds) THEN einddatum_gepland
    ELSE uiterlijke_einddatum_afdoening END;
DROP INDEX zaak_werk;
CREATE INDEX zaak_werk ON zaak (organisatie, werkdatum, id) WHERE einddatum IS NULL;

-- What was asked by mistake is taken back.
ALTER TABLE zaak_taak ADD COLUMN ingetrokken_op {{ts}};
