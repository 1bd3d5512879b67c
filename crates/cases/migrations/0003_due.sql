-- What must be destroyed is looked for every ten minutes: without reading all zaken of the organisation.
CREATE INDEX zaak_due ON zaak (organisatie, archiefactiedatum) WHERE archiefnominatie = 'vernietigen';
