-- A complaint about a zaak and an objection to the decision on it are questions of kinds of their own (`soort`: klacht, bezwaar): `zaak` is
-- the zaak, `onderwerp` its service and number (`parkeervergunning/2026-7K3M-9QX2`), `bezwaar_tot` the last day on which one could object.
ALTER TABLE vraag ADD COLUMN zaak {{uuid}};
ALTER TABLE vraag ADD COLUMN bezwaar_tot {{date}};
CREATE INDEX vraag_zaak ON vraag (zaak, id) WHERE zaak IS NOT NULL;
