-- The desk: what staff do with a zaak. Where the term of a decision stands, and whether the Algemene termijnenwet moves its end: with
-- `doorlooptijd` all that is needed to count it again, as it was published.
ALTER TABLE zaaktype ADD COLUMN doorlooptijd_grondslag TEXT;
ALTER TABLE zaaktype ADD COLUMN doorlooptijd_atw {{bool}};

-- The language in which the person sent it: letters about the zaak are in it.
ALTER TABLE zaak ADD COLUMN taal TEXT NOT NULL DEFAULT 'nl';

-- The work list: what is open, the date that bites first.
CREATE INDEX zaak_werk ON zaak (organisatie, (COALESCE(uiterlijke_einddatum_afdoening, einddatum_gepland, startdatum)), id)
    WHERE einddatum IS NULL;

-- VNG Catalogi 1.3, BesluitType; one per zaaktype that ends in a decision. Organ and remedy are ours beside it.
CREATE TABLE besluittype (
    id {{uuid}} PRIMARY KEY,
    zaaktype {{uuid}} NOT NULL UNIQUE REFERENCES zaaktype (id),
    omschrijving TEXT NOT NULL,
    bestuursorgaan TEXT NOT NULL,
    rechtsmiddel TEXT,
    rechtsmiddel_grondslag TEXT
) {{strict}};

-- VNG Besluiten 1.1. `toelichting_sealed` holds the reasons, sealed under the data key of the zaak.
CREATE TABLE besluit (
    id {{uuid}} PRIMARY KEY,
    zaak {{uuid}} NOT NULL UNIQUE REFERENCES zaak (id),
    besluittype {{uuid}} NOT NULL REFERENCES besluittype (id),
    identificatie TEXT NOT NULL,
    verantwoordelijke_organisatie TEXT NOT NULL,
    datum {{date}} NOT NULL,
    ingangsdatum {{date}} NOT NULL,
    verzenddatum {{date}} NOT NULL,
    uiterlijke_reactiedatum {{date}},
    toelichting_sealed {{bytes}} NOT NULL,
    UNIQUE (verantwoordelijke_organisatie, identificatie)
) {{strict}};

-- What the person was asked to do, and until when (Awb 4:5); ours.
CREATE TABLE zaak_taak (
    id {{uuid}} PRIMARY KEY,
    zaak {{uuid}} NOT NULL REFERENCES zaak (id),
    gevraagd_op {{ts}} NOT NULL,
    uiterlijk {{date}} NOT NULL,
    vervuld_op {{ts}},
    gevraagd_sealed {{bytes}} NOT NULL
) {{strict}};
CREATE INDEX zaak_taak_zaak ON zaak_taak (zaak, id);

-- A time in which the term of the decision stood still (Awb 4:15): from the day after `sinds` up to and with `tot`.
CREATE TABLE zaak_opschorting (
    id {{uuid}} PRIMARY KEY,
    zaak {{uuid}} NOT NULL REFERENCES zaak (id),
    taak {{uuid}} NOT NULL UNIQUE REFERENCES zaak_taak (id),
    grond TEXT NOT NULL,
    sinds {{date}} NOT NULL,
    tot {{date}} NOT NULL
) {{strict}};
CREATE INDEX zaak_opschorting_zaak ON zaak_opschorting (zaak, id);

-- What staff write down for each other; the person never sees it.
CREATE TABLE zaak_notitie (
    id {{uuid}} PRIMARY KEY,
    zaak {{uuid}} NOT NULL REFERENCES zaak (id),
    medewerker TEXT NOT NULL,
    op {{ts}} NOT NULL,
    tekst_sealed {{bytes}} NOT NULL
) {{strict}};
CREATE INDEX zaak_notitie_zaak ON zaak_notitie (zaak, id);
