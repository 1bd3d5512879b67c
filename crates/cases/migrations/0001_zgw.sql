-- The ZGW model (VNG: Catalogi 1.3, Zaken 1.7, Documenten 1.7), field names in snake_case. What a person wrote is in a column `…_sealed`,
-- sealed under the data key of the zaak. `organisatie` is the OIN of the organisation whose zaak it is: its seal.
CREATE TABLE catalogus (
    id {{uuid}} PRIMARY KEY,
    organisatie TEXT NOT NULL UNIQUE,
    domein TEXT NOT NULL,
    rsin TEXT NOT NULL,
    naam TEXT NOT NULL
) {{strict}};

-- A published zaaktype never changes: `versie` is the SHA-256 of the service's skeleton and overlay.
CREATE TABLE zaaktype (
    id {{uuid}} PRIMARY KEY,
    catalogus {{uuid}} NOT NULL REFERENCES catalogus (id),
    identificatie TEXT NOT NULL,
    versie TEXT NOT NULL,
    omschrijving TEXT NOT NULL,
    vertrouwelijkheidaanduiding TEXT NOT NULL,
    doel TEXT NOT NULL,
    aanleiding TEXT NOT NULL,
    indicatie_intern_of_extern TEXT NOT NULL,
    handeling_initiator TEXT NOT NULL,
    onderwerp TEXT NOT NULL,
    handeling_behandelaar TEXT NOT NULL,
    doorlooptijd TEXT,
    servicenorm TEXT,
    opschorting_en_aanhouding_mogelijk {{bool}} NOT NULL,
    verlenging_mogelijk {{bool}} NOT NULL,
    publicatie_indicatie {{bool}} NOT NULL,
    uniforme_productnaam TEXT NOT NULL,
    begin_geldigheid {{date}} NOT NULL,
    einde_geldigheid {{date}},
    UNIQUE (catalogus, versie)
) {{strict}};

CREATE TABLE statustype (
    id {{uuid}} PRIMARY KEY,
    zaaktype {{uuid}} NOT NULL REFERENCES zaaktype (id),
    omschrijving TEXT NOT NULL,
    volgnummer {{int}} NOT NULL,
    UNIQUE (zaaktype, volgnummer)
) {{strict}};

CREATE TABLE resultaattype (
    id {{uuid}} PRIMARY KEY,
    zaaktype {{uuid}} NOT NULL REFERENCES zaaktype (id),
    omschrijving TEXT NOT NULL,
    archiefnominatie TEXT NOT NULL,
    archiefactietermijn TEXT NOT NULL,
    UNIQUE (zaaktype, omschrijving)
) {{strict}};

CREATE TABLE roltype (
    id {{uuid}} PRIMARY KEY,
    zaaktype {{uuid}} NOT NULL REFERENCES zaaktype (id),
    omschrijving TEXT NOT NULL,
    omschrijving_generiek TEXT NOT NULL,
    UNIQUE (zaaktype, omschrijving_generiek)
) {{strict}};

CREATE TABLE informatieobjecttype (
    id {{uuid}} PRIMARY KEY,
    catalogus {{uuid}} NOT NULL REFERENCES catalogus (id),
    omschrijving TEXT NOT NULL,
    vertrouwelijkheidaanduiding TEXT NOT NULL,
    begin_geldigheid {{date}} NOT NULL,
    UNIQUE (catalogus, omschrijving)
) {{strict}};

CREATE TABLE zaak (
    id {{uuid}} PRIMARY KEY,
    organisatie TEXT NOT NULL,
    identificatie TEXT NOT NULL,
    bronorganisatie TEXT NOT NULL,
    verantwoordelijke_organisatie TEXT NOT NULL,
    zaaktype {{uuid}} NOT NULL REFERENCES zaaktype (id),
    omschrijving TEXT NOT NULL,
    registratiedatum {{date}} NOT NULL,
    startdatum {{date}} NOT NULL,
    einddatum {{date}},
    einddatum_gepland {{date}},
    uiterlijke_einddatum_afdoening {{date}},
    vertrouwelijkheidaanduiding TEXT NOT NULL,
    communicatiekanaal TEXT NOT NULL,
    archiefnominatie TEXT,
    archiefactiedatum {{date}},
    archiefstatus TEXT NOT NULL,
    ontvangen_op {{ts}} NOT NULL,
    data_key {{uuid}} NOT NULL,
    toelichting_sealed {{bytes}} NOT NULL,
    volgcode_hash {{bytes}} NOT NULL UNIQUE,
    UNIQUE (bronorganisatie, identificatie)
) {{strict}};
CREATE INDEX zaak_organisatie_startdatum ON zaak (organisatie, startdatum, id);

CREATE TABLE status (
    id {{uuid}} PRIMARY KEY,
    zaak {{uuid}} NOT NULL REFERENCES zaak (id),
    statustype {{uuid}} NOT NULL REFERENCES statustype (id),
    datum_status_gezet {{ts}} NOT NULL
) {{strict}};
CREATE INDEX status_zaak ON status (zaak, id);

CREATE TABLE resultaat (
    id {{uuid}} PRIMARY KEY,
    zaak {{uuid}} NOT NULL UNIQUE REFERENCES zaak (id),
    resultaattype {{uuid}} NOT NULL REFERENCES resultaattype (id)
) {{strict}};

CREATE TABLE rol (
    id {{uuid}} PRIMARY KEY,
    zaak {{uuid}} NOT NULL REFERENCES zaak (id),
    roltype {{uuid}} NOT NULL REFERENCES roltype (id),
    betrokkene_type TEXT NOT NULL,
    registratiedatum {{ts}} NOT NULL,
    betrokkene_sealed {{bytes}} NOT NULL
) {{strict}};
CREATE INDEX rol_zaak ON rol (zaak, id);

-- `bestand` names the sealed file in the folder of documents. `status` is `in_bewerking` as long as it waits for the virus scanner, then
-- `definitief`; or `gearchiveerd` when something was found in it, and then `bestand` is empty.
CREATE TABLE enkelvoudiginformatieobject (
    id {{uuid}} PRIMARY KEY,
    organisatie TEXT NOT NULL,
    identificatie TEXT NOT NULL,
    versie {{int}} NOT NULL,
    bronorganisatie TEXT NOT NULL,
    informatieobjecttype {{uuid}} NOT NULL REFERENCES informatieobjecttype (id),
    creatiedatum {{date}} NOT NULL,
    titel TEXT NOT NULL,
    auteur TEXT NOT NULL,
    taal TEXT NOT NULL,
    formaat TEXT NOT NULL,
    bestandsomvang {{int}} NOT NULL,
    vertrouwelijkheidaanduiding TEXT NOT NULL,
    status TEXT NOT NULL,
    data_key {{uuid}} NOT NULL,
    bestand TEXT NOT NULL,
    UNIQUE (bronorganisatie, identificatie, versie)
) {{strict}};
CREATE INDEX enkelvoudiginformatieobject_waiting ON enkelvoudiginformatieobject (organisatie, id) WHERE status = 'in_bewerking';

CREATE TABLE zaakinformatieobject (
    id {{uuid}} PRIMARY KEY,
    zaak {{uuid}} NOT NULL REFERENCES zaak (id),
    informatieobject {{uuid}} NOT NULL REFERENCES enkelvoudiginformatieobject (id),
    registratiedatum {{ts}} NOT NULL,
    UNIQUE (zaak, informatieobject)
) {{strict}};
CREATE INDEX zaakinformatieobject_informatieobject ON zaakinformatieobject (informatieobject);

-- What person and organisation write to each other about a zaak; ours, next to the standard.
CREATE TABLE zaak_bericht (
    id {{uuid}} PRIMARY KEY,
    zaak {{uuid}} NOT NULL REFERENCES zaak (id),
    van TEXT NOT NULL,
    op {{ts}} NOT NULL,
    tekst_sealed {{bytes}} NOT NULL
) {{strict}};
CREATE INDEX zaak_bericht_zaak ON zaak_bericht (zaak, id);

-- "Was it easy?", once per zaak.
CREATE TABLE zaak_waardering (
    zaak {{uuid}} PRIMARY KEY REFERENCES zaak (id),
    oordeel TEXT NOT NULL,
    op {{ts}} NOT NULL
) {{strict}};
